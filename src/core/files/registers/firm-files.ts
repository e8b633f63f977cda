import type { Text } from '../../../i18n/text';
import { textAt } from '../../model/columns';
import { tableOf, type Dataset } from '../../model/dataset';
import { addMonths, asDay, NO_DAY, type Day } from '../../model/day';
import { known, missing, type Outcome } from '../../model/outcome';
import { ratioOf, type Ratio } from '../../model/ratio';

/** The kinds of files that the documents name beside those of clients. Source: 001-24, duties 5 of the client department. */
export const FIRM_FILE_KINDS = [
  { id: 'market', label: { zh: '市场档案', en: 'Markets' }, words: /市场|market/i },
  { id: 'competitor', label: { zh: '竞争对手档案', en: 'Competitors' }, words: /竞争|对手|竞品|competitor/i },
  { id: 'service', label: { zh: '技术服务档案', en: 'Technical service' }, words: /技术|服务|technical|service/i },
  { id: 'product', label: { zh: '产品档案', en: 'Products' }, words: /产品|product/i },
  { id: 'policy', label: { zh: '政策与制度', en: 'Policies' }, words: /政策|制度|佣金|方案|policy|rule/i },
  { id: 'price', label: { zh: '价格表', en: 'Price lists' }, words: /价格|价目|price/i },
  { id: 'publicity', label: { zh: '宣传品与技术资料', en: 'Publicity' }, words: /宣传|手册|条幅|说明书|资料|publicity|brochure/i },
  { id: 'meeting', label: { zh: '例会总结', en: 'Minutes' }, words: /例会|会议|总结|minutes|meeting/i },
] as const satisfies readonly { id: string; label: Text; words: RegExp }[]; // prettier-ignore

/** One file of the firm: what lacks of its entry, and whether it is out of date. */
export interface FirmFile {
  /** Position in `FIRM_FILE_KINDS`; −1: a kind of its own. */
  readonly kind: number;
  readonly kindWords: string;
  readonly subject: string;
  readonly region: string;
  readonly owner: string;
  readonly updatedDay: Outcome<Day>;
  readonly validUntil: Outcome<Day>;
  readonly isExpired: boolean;
  readonly isDue: boolean;
  readonly lacks: readonly Text[];
}

export interface FirmFileKind {
  readonly label: Text;
  readonly files: number;
  /** Entries with subject, owner, day of the last update and place. */
  readonly complete: Ratio;
  readonly due: number;
  readonly expired: number;
}

export interface FirmFiles {
  /** Out of date or expired first. */
  readonly files: readonly FirmFile[];
  /** Of every kind that the documents name, those without a file too; a last one for all others where there are any. */
  readonly kinds: readonly FirmFileKind[];
}

const OTHER: Text = { zh: '其他', en: 'Others' };
const LACKS = {
  owner: { zh: '负责人', en: 'owner' },
  updated: { zh: '更新日', en: 'day of update' },
  place: { zh: '存放处', en: 'place' },
} as const satisfies Readonly<Record<string, Text>>;

/**
 * The register of files that are not of a client. Due: last updated more than `refreshMonths` before as-of, or without a day.
 * Expired: valid until a day before as-of. Source: 001-24, 005-2, 005-3.
 * @example a price list valid until 2026-06-29, as-of 2026-06-30: expired
 */
export function reviewFirmFiles(dataset: Dataset, asOf: Day, refreshMonths: number): Outcome<FirmFiles> {
  const { columns, rows } = tableOf(dataset, 'firmFiles');
  if (rows === 0) return missing({ reason: 'no-sheet', sheet: 'firmFiles' });
  const files = Array.from({ length: rows }, (_, row): FirmFile => {
    const kindWords = textAt(columns.kind, row);
    const updated = columns.updatedDay?.[row] ?? NO_DAY;
    const until = columns.validUntil?.[row] ?? NO_DAY;
    const owner = textAt(columns.owner, row);
    return {
      kind: FIRM_FILE_KINDS.findIndex(({ words }) => words.test(kindWords)),
      kindWords,
      subject: textAt(columns.subject, row),
      region: textAt(columns.region, row),
      owner,
      updatedDay: dayOf(updated),
      validUntil: dayOf(until),
      isExpired: until !== NO_DAY && until < asOf,
      isDue: updated === NO_DAY || asOf > addMonths(asDay(updated), refreshMonths),
      lacks: [
        ...(owner === '' ? [LACKS.owner] : []),
        ...(updated === NO_DAY ? [LACKS.updated] : []),
        ...(textAt(columns.place, row) === '' ? [LACKS.place] : []),
      ],
    };
  });
  const rank = ({ isExpired, isDue }: FirmFile): number => (isExpired ? 0 : isDue ? 1 : 2);
  const kindOf = (label: Text, all: readonly FirmFile[]): FirmFileKind => ({
    label,
    files: all.length,
    complete: ratioOf(all.filter(({ lacks }) => lacks.length === 0).length, all.length, all.length, 0),
    due: all.filter(({ isDue }) => isDue).length,
    expired: all.filter(({ isExpired }) => isExpired).length,
  });
  const others = files.filter(({ kind }) => kind < 0);
  return known({
    files: files.map((one, row) => ({ one, row })).sort((a, b) => rank(a.one) - rank(b.one) || a.row - b.row).map(({ one }) => one), // prettier-ignore
    kinds: [
      ...FIRM_FILE_KINDS.map(({ label }, at) => kindOf(label, files.filter(({ kind }) => kind === at))),
      ...(others.length > 0 ? [kindOf(OTHER, others)] : []),
    ], // prettier-ignore
  });
}

const dayOf = (day: number): Outcome<Day> => (day === NO_DAY ? missing({ reason: 'not-entered' }) : known(asDay(day)));
