import { type Text, verbatim } from '../../i18n/text';
import { wordMoney } from '../../i18n/wording';
import type { Analysis } from '../analysis';
import { known, missing, type Outcome } from '../model/outcome';

/** What of a client is watched from refresh to refresh: where it stands, and fields of its file. */
export const MARK_KINDS = ['tier', 'level', 'stage', 'grade', 'region', 'rep', 'limit'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export const MARK_LABELS: Readonly<Record<MarkKind, Text>> = {
  tier: { zh: '等级', en: 'Tier' },
  level: { zh: '级别', en: 'Level' },
  stage: { zh: '生命周期', en: 'Life cycle' },
  grade: { zh: '信用等级', en: 'Credit grade' },
  region: { zh: '地区', en: 'Region' },
  rep: { zh: '业务员', en: 'Sales rep' },
  limit: { zh: '现有额度', en: 'Limit' },
};

/** The scheme whose value a mark is. */
const SCHEME_OF: Partial<Readonly<Record<MarkKind, string>>> = {
  tier: 'tier',
  level: 'accountLevel',
  stage: 'lifecycle',
  grade: 'creditGrade',
};

export interface Mark {
  readonly value: Outcome<Text>;
  readonly reason: Text;
}

const NO_REASON: Text = verbatim('');

/** Where a client stands in one respect, in the words of its sheet, and why. */
export function markOf(analysis: Analysis, client: number, kind: MarkKind): Mark {
  const scheme = SCHEME_OF[kind];
  if (scheme !== undefined) {
    if (!analysis.classes.known) return { value: analysis.classes, reason: NO_REASON };
    const at = analysis.classes.value.schemes.findIndex(({ id }) => id === scheme);
    const found = analysis.classes.value.clients[client]!.classAt(at);
    return found.known
      ? { value: known(found.value.value), reason: found.value.reason }
      : { value: found, reason: NO_REASON };
  }
  const figures = analysis.clients[client]!;
  if (kind === 'limit') {
    const limit = analysis.credit.known ? analysis.credit.value.clients[client]!.limit : analysis.credit;
    return { value: limit.known ? known(verbatim(wordMoney(limit.value))) : limit, reason: NO_REASON };
  }
  const word = kind === 'region' ? figures.region : figures.rep;
  return { value: word === '' ? missing({ reason: 'not-entered' }) : known(verbatim(word)), reason: NO_REASON };
}

/** How a client is found again on a sheet. */
export function keyOfClient({ code, name }: { readonly code: string; readonly name: string }): string {
  return code === '' ? name : code;
}
