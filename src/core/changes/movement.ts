import { joinTexts, type Text } from '../../i18n/text';
import type { Analysis } from '../analysis';
import type { IndicatorUnit } from '../kpis/indicator-result';
import type { Tier } from '../sales/tiers';
import { valueOr, type Outcome } from '../model/outcome';
import { keyOfClient, MARK_KINDS, markOf, type MarkKind } from './client-marks';
import type { Snapshot } from './snapshot';
import { changedSettings } from './changed-settings';
import { movedBySettings } from './moved-by-settings';
import { settingsOfText } from './settings-of-text';
import { whyMoved } from './why-moved';

/** Fields of the client sheet: a field that was not known before has not changed (000-P4). */
const FIELD_KINDS: ReadonlySet<MarkKind> = new Set(['region', 'rep', 'limit']);

/** What an earlier refresh said, in the words that it wrote, in whichever language. */
export interface EarlierState {
  /** ISO days. */
  readonly asOf: string;
  readonly from: string;
  readonly to: string;
  /** By client code (name where there is no code). A kind that was not written is absent. */
  readonly marks: Readonly<Partial<Record<MarkKind, ReadonlyMap<string, string>>>>;
  readonly indicators: ReadonlyMap<string, number>;
  /** All that the history has of it; absent where only the report sheets tell what was before. */
  readonly snapshot?: Snapshot;
  /** What should be known of the choice: another day than asked for, a period of another length. */
  readonly remarks?: readonly Text[];
}

export interface ClientMove {
  readonly client: number;
  readonly kind: MarkKind;
  /** As it was written; '' where the client had none. */
  readonly before: string;
  readonly now: Outcome<Text>;
  readonly reason: Text;
}

/** One tier of before (4: none), and how many of its clients are now in Ⅰ, Ⅱ, Ⅲ and none; who left the client sheet is in none. */
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

const isSame = (before: string, now: Outcome<Text>): boolean =>
  now.known ? before === now.value.zh || before === now.value.en : before === '';

/**
 * Who moved since an earlier refresh, and why; where the tiers went; which indicators changed.
 *
 * Counts: clients of today; in the flows those too that have left the client sheet. A client without a tier, level, stage or grade before counts as coming from none; a field of the
 * client sheet that was not known before has not changed. Leaves out: kinds that the earlier refresh did not write.
 * Source: SPEC §3 changes, 003-17, 000-P4, definitions §3.1.
 * @example before Ⅱ类, now Ⅰ类 //=> one move of kind tier; tierFlows[1].now //=> [1, 0, 0, 0]
 */
export function findMovements(
  analysis: Analysis,
  earlier: EarlierState,
  tierOfWord: (word: string) => Tier | undefined,
): Movements {
  const standing = new Map(earlier.snapshot?.clients.map((stand) => [keyOfClient(stand), stand]));
  const settingsBefore = earlier.snapshot && settingsOfText(earlier.snapshot.settings);
  const settingsOf = (kind: MarkKind): Text | undefined =>
    settingsBefore === undefined ? undefined : changedSettings(kind, settingsBefore, analysis.settings);
  const changedOf = new Map(MARK_KINDS.map((kind) => [kind, settingsOf(kind)]));
  const bySettings =
    settingsBefore === undefined || !changedOf.get('tier')?.zh
      ? new Set<number>()
      : movedBySettings(analysis, settingsBefore);
  const moves = analysis.clients.flatMap((figures): ClientMove[] =>
    MARK_KINDS.flatMap((kind) => {
      const marks = earlier.marks[kind];
      if (!marks) return [];
      const before = marks.get(keyOfClient(figures)) ?? '';
      if (before === '' && FIELD_KINDS.has(kind)) return [];
      const { value, reason } = markOf(analysis, figures.client, kind);
      if (isSame(before, value)) return [];
      const figuresMoved = earlier.snapshot && whyMoved(kind, standing.get(keyOfClient(figures)), figures, analysis);
      const set = kind !== 'tier' || bySettings.has(figures.client) ? changedOf.get(kind) : undefined;
      const reasons = [set, figuresMoved, reason].filter(
        (one) => one !== undefined && one.zh !== '',
      ) as readonly Text[];
      return [{ client: figures.client, kind, before, now: value, reason: joinTexts(reasons) }];
    }),
  );
  const amountOf = ({ client }: ClientMove): number => analysis.clients[client]!.netAmount;
  // Stable: of equals the first on the client sheet, and the kinds of one client in their order.
  moves.sort((a, b) => amountOf(b) - amountOf(a));
  return {
    moves,
    tierFlows: earlier.marks.tier ? tierFlows(analysis, earlier.marks.tier, tierOfWord) : [],
    indicators: analysis.indicators.flatMap(({ id, label, unit, current }) => {
      const before = earlier.indicators.get(id);
      if (before === undefined || !current.value.known) return [];
      const now = current.value.value;
      const isEqual = Math.abs(now - before) <= 1e-11 * Math.max(1, Math.abs(now));
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
  // Who is no longer on the client sheet was in a tier all the same: the rows add up to what stood there.
  const today = new Set(analysis.clients.map(keyOfClient));
  for (const [client, word] of before) {
    const from = tierOfWord(word);
    if (from !== undefined && !today.has(client)) flows[from - 1]!.now[3]++;
  }
  return flows;
}
