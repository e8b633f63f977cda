import { tableOf } from '../../../core/model/dataset';
import { textAt } from '../../../core/model/columns';
import type { Tier } from '../../../core/sales/tiers';
import { text, label, type Column, type ColumnOptions, type ToneRule } from '../../layout/columns';
import { type Outcome, mapOutcome } from '../../../core/model/outcome';
import type { Text } from '../../../i18n/text';
import type { ReportContext } from '../../layout/report-context';
import { SEVERITY_WORDS, STATUS_WORDS, TIER_WORDS } from '../../words/domain-words';

/** The two columns by which a person knows a client; notes are kept by the code, else by the name. */
export function clientColumns<Row>(
  get: (row: Row, context: ReportContext) => { code: string; name: string },
): Column<Row>[] {
  return [
    text({ zh: '客户编号', en: 'Client code' }, (row, context) => get(row, context).code, {
      id: 'code',
      key: true,
      minWidth: 8,
      maxWidth: 16,
      hideWhenEmpty: true,
    }),
    text({ zh: '客户名称', en: 'Client' }, (row, context) => get(row, context).name, {
      id: 'name',
      key: true,
      minWidth: 18,
      maxWidth: 28,
    }),
  ];
}

/** Code and name of a client by its index. */
export function clientAt(client: number, { analysis, dataset }: ReportContext): { code: string; name: string } {
  const figures = analysis.clients[client];
  if (figures) return figures;
  const { columns } = tableOf(dataset, 'clients');
  return { code: textAt(columns.code, client), name: textAt(columns.name, client) };
}

export const TIER_TONES: readonly ToneRule[] = [
  { text: TIER_WORDS[1], tone: 'tierOne' },
  { text: TIER_WORDS[2], tone: 'tierTwo' },
  { text: TIER_WORDS[3], tone: 'tierThree' },
];

export const STATUS_TONES: readonly ToneRule[] = [
  { text: STATUS_WORDS.good, tone: 'good' },
  { text: STATUS_WORDS.watch, tone: 'watch' },
  { text: STATUS_WORDS.bad, tone: 'bad' },
];

export const SEVERITY_TONES: readonly ToneRule[] = [
  { text: SEVERITY_WORDS.error, tone: 'bad' },
  { text: SEVERITY_WORDS.warning, tone: 'watch' },
  { text: SEVERITY_WORDS.notice, tone: 'neutral' },
];

export function tierColumn<Row>(
  header: Text,
  get: (row: Row, context: ReportContext) => Outcome<Tier>,
  options: ColumnOptions<Row> = {},
): Column<Row> {
  return label(header, (row, context) => mapOutcome(get(row, context), (tier) => TIER_WORDS[tier]), {
    tones: TIER_TONES,
    minWidth: 9,
    ...options,
  });
}
