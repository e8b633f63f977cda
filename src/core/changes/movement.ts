import { type Text, verbatim } from '../../i18n/text';
import { wordMoney } from '../../i18n/wording';
import type { Analysis } from '../analysis';
import type { IndicatorUnit } from '../kpis/indicator-result';
import type { Tier } from '../sales/tiers';
import { known, missing, valueOr, type Outcome } from '../model/outcome';

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

/** Fields of the client sheet: a field that was not known before has not changed (000-P4). */
const FIELD_KINDS: ReadonlySet<MarkKind> = new Set(['region', 'rep', 'limit']);

/** The scheme whose value a mark is. */
const SCHEME_OF: Partial<Readonly<Record<MarkKind, string>>> = {
  tier: 'tier',
  level: 'accountLevel',
  stage: 'lifecycle',
  grade: 'creditGrade',
};

/** What an earlier refresh said, in the words that it wrote, in whichever language. */
export interface EarlierState {
  /** ISO days. */
  readonly asOf: string;
  readonly from: string;
  readonly to: string;
  /** By client code (name where there is no code). A kind that was not written is absent. */
  readonly marks: Readonly<Partial<Record<MarkKind, ReadonlyMap<string, string>>>>;
  readonly indicators: ReadonlyMap<string, number>;
}

export interface ClientMove {
  readonly client: number;
  readonly kind: MarkKind;
  /** As it was written; '' where the client had none. */
  readonly before: string;
  readonly now: Outcome<Text>;
  readonly reason: Text;
}

/** One tier of before (4: none), and how many of its clients are now in Ⅰ, Ⅱ, Ⅲ and none. */
export interface TierFlow {
  readonly before: Tier | 4;
  readonly now: readonly [number, number, number, number];
}

export interface IndicatorMove {
  readonly id: string;
  readonly label: Text;
  readonly unit: IndicatorUnit;
  readonly before: number;
  readonly now: number;
}

export interface Movements {
  /** Largest net amount first; of a client in the order of `MARK_KINDS`. */
  readonly moves: readonly ClientMove[];
  readonly tierFlows: readonly TierFlow[];
  /** Only indicators known then and now, and different. */
  readonly indicators: readonly IndicatorMove[];
}

/** How a client is found again on a sheet. */
export function keyOfClient({ code, name }: { readonly code: string; readonly name: string }): string {
  return code === '' ? name : code;
}

interface Mark {
  readonly value: Outcome<Text>;
  readonly reason: Text;
}

const NO_REASON: Text = verbatim('');

function markOf(analysis: Analysis, client: number, kind: MarkKind): Mark {
  const scheme = SCHEME_OF[kind];
  if (scheme !== undefined) {
    if (!analysis.classes.known) return { value: analysis.classes, reason: NO_REASON };
    const at = analysis.classes.value.schemes.findIndex(({ id }) => id === scheme);
    const found = analysis.classes.value.clients[client]!.classes[at]!;
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

const isSame = (before: string, now: Outcome<Text>): boolean =>
  now.known ? before === now.value.zh || before === now.value.en : before === '';

/**
 * Who moved since an earlier refresh, and why; where the tiers went; which indicators changed.
 *
 * Counts: clients of today. A client without a tier, level, stage or grade before counts as coming from none; a field of the
 * client sheet that was not known before has not changed. Leaves out: kinds that the earlier refresh did not write.
 * Source: SPEC §3 changes, 003-17, 000-P4, definitions §3.1.
 * @example before Ⅱ类, now Ⅰ类 //=> one move of kind tier; tierFlows[1].now //=> [1, 0, 0, 0]
 */
export function findMovements(
  analysis: Analysis,
  earlier: EarlierState,
  tierOfWord: (word: string) => Tier | undefined,
): Movements {
  const moves = analysis.clients.flatMap((figures): ClientMove[] =>
    MARK_KINDS.flatMap((kind) => {
      const marks = earlier.marks[kind];
      if (!marks) return [];
      const before = marks.get(keyOfClient(figures)) ?? '';
      if (before === '' && FIELD_KINDS.has(kind)) return [];
      const { value, reason } = markOf(analysis, figures.client, kind);
      return isSame(before, value) ? [] : [{ client: figures.client, kind, before, now: value, reason }];
    }),
  );
  const amountOf = ({ client }: ClientMove): number => analysis.clients[client]!.netAmount;
  // Stable: the kinds of one client stay in their order.
  moves.sort((a, b) => amountOf(b) - amountOf(a) || a.client - b.client);
  return {
    moves,
    tierFlows: earlier.marks.tier ? tierFlows(analysis, earlier.marks.tier, tierOfWord) : [],
    indicators: analysis.indicators.flatMap(({ id, label, unit, current }) => {
      const before = earlier.indicators.get(id);
      if (before === undefined || !current.value.known) return [];
      const now = current.value.value;
      const isEqual = Math.abs(now - before) <= 1e-12 * Math.max(1, Math.abs(now));
      return isEqual ? [] : [{ id, label, unit, before, now }];
    }),
  };
}

function tierFlows(
  analysis: Analysis,
  before: ReadonlyMap<string, string>,
  tierOfWord: (word: string) => Tier | undefined,
): readonly TierFlow[] {
  const flows = ([1, 2, 3, 4] as const).map((tier) => ({
    before: tier,
    now: [0, 0, 0, 0] as [number, number, number, number],
  }));
  for (const figures of analysis.clients) {
    const from = tierOfWord(before.get(keyOfClient(figures)) ?? '') ?? 4;
    const to = valueOr(figures.tier, 4);
    flows[from - 1]!.now[to - 1]!++;
  }
  return flows;
}
