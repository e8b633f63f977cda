import { byCodePoint } from '../../model/by-code-point';
import type { AnalysisWindow } from '../../facts/analysis-window';
import { areLinesInEngine } from '../../facts/line-groups';
import type { TransactionFacts } from '../../facts/transaction-facts';
import { NO_CLIENT, textAt } from '../../model/columns';
import { tableOf, type Dataset } from '../../model/dataset';
import { asDay, NO_DAY, type Day } from '../../model/day';
import { moneyOf, type Money } from '../../model/money';
import { known, missing, type Outcome } from '../../model/outcome';
import { sumOf } from '../../model/sum';

/** One promotion: its days, what was sold in them, and what the others did meanwhile. */
export interface PromotionResult {
  readonly name: string;
  /** −1: not for one client alone. */
  readonly client: number;
  readonly region: string;
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  readonly state: 'planned' | 'running' | 'over';
  /** Clients in it that bought in its days. */
  readonly clients: number;
  readonly during: Money;
  /** As many days before it began, and after it ended. */
  readonly before: Outcome<Money>;
  readonly after: Outcome<Money>;
  /** Change of the others, during against before. Missing: everybody was in it, or the others bought nothing before. */
  readonly othersChange: Outcome<number>;
  /** During − before × (1 + change of the others): what the others do not explain. No claim of a cause. */
  readonly effect: Outcome<Money>;
  readonly target: Outcome<Money>;
  readonly attainment: Outcome<number>;
  readonly cost: Outcome<Money>;
  /** Effect × margin of its lines / cost. */
  readonly returnOnCost: Outcome<number>;
}

/** Client and region of each sales line. */
export interface PlacedLines {
  readonly client: Int32Array;
  regionOf(row: number): number;
}

interface Draft {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly days: number;
  readonly client: number;
  /** Index of the region, −1 where nobody is in it; absent: it names none. */
  readonly region: number | undefined;
  readonly sums: Record<
    'during' | 'before' | 'after' | 'othersDuring' | 'othersBefore' | 'profit' | 'profitOn',
    number[]
  >;
  readonly clients: Set<number>;
}

/**
 * Promotions before, during and after, against the clients not in them.
 *
 * Formula: net sales of the days of the promotion, of as many days before it and after it, of the client or the region it names (of all
 * where it names none). Effect = during − before × others during / others before. A promotion without an end is one day. Before: missing
 * where the data begin later; after: missing while the days are not over. Running: compared with as many days as have gone.
 * Unit: money, ratios.   Source: 001-31. @example 100 before, 150 during, the others +10 % //=> effect 150 − 110 = 40
 */
export function evaluatePromotions(
  dataset: Dataset,
  facts: TransactionFacts,
  lines: PlacedLines,
  regionNames: readonly string[],
  window: AnalysisWindow,
): Outcome<readonly PromotionResult[]> {
  const { columns, rows } = tableOf(dataset, 'promotions');
  if (rows === 0) return missing({ reason: 'no-sheet', sheet: 'promotions' });
  if (areLinesInEngine(dataset)) return missing({ reason: 'lines-in-engine' });
  if (!columns.fromDay) return missing({ reason: 'no-column', column: 'promotions.fromDay' });
  const drafts: Draft[] = [];
  for (let row = 0; row < rows; row++) {
    const from = columns.fromDay[row]!;
    if (from === NO_DAY) continue;
    const given = columns.toDay?.[row] ?? NO_DAY;
    const to = given === NO_DAY || given < from ? from : given;
    const region = textAt(columns.region, row);
    drafts.push({
      row,
      from,
      to,
      // Of a running one the days that have gone.
      days: Math.max(1, Math.min(to, window.asOf) - from + 1),
      client: columns.client?.[row] ?? NO_CLIENT,
      region: region === '' ? undefined : regionNames.indexOf(region),
      sums: { during: [], before: [], after: [], othersDuring: [], othersBefore: [], profit: [], profitOn: [] },
      clients: new Set(),
    });
  }
  addLines(dataset, facts, lines, drafts);
  const firstDay = window.firstDay ?? window.asOf;
  return known(
    drafts
      .map((draft) => resultOf(dataset, draft, firstDay, window.asOf))
      .sort((a, b) => b.from - a.from || byCodePoint(a.name, b.name)),
  );
}

/** One pass over the sales lines for all promotions. */
function addLines(dataset: Dataset, facts: TransactionFacts, lines: PlacedLines, drafts: readonly Draft[]): void {
  const { columns, rows: own } = tableOf(dataset, 'transactions');
  const returnDays = tableOf(dataset, 'returns').columns.day;
  const { lineRows } = facts;
  for (let row = 0; row < lineRows.rows; row++) {
    if (lineRows.slot[row]! < 0) continue;
    const day = row < own ? columns.day![row]! : (returnDays?.[row - own] ?? NO_DAY);
    if (day === NO_DAY) continue;
    const client = lines.client[row]!;
    for (const draft of drafts) {
      const { from, days, sums } = draft;
      if (day < from - days || day >= from + 2 * days) continue;
      const isIn =
        draft.client !== NO_CLIENT
          ? client === draft.client
          : draft.region === undefined || lines.regionOf(row) === draft.region;
      const amount = lineRows.amountAt(row);
      if (day < from) (isIn ? sums.before : sums.othersBefore).push(amount);
      else if (day < from + days) {
        (isIn ? sums.during : sums.othersDuring).push(amount);
        if (!isIn || lineRows.isReturnAt(row)) continue;
        draft.clients.add(client);
        const profit = columns.profit?.[row] ?? amount - (columns.cost?.[row] ?? NaN);
        if (profit !== profit) continue;
        sums.profit.push(profit);
        sums.profitOn.push(amount);
      } else if (isIn) sums.after.push(amount);
    }
  }
}

const NOT_GIVEN = missing({ reason: 'not-entered' });
const NOTHING_DUE = missing({ reason: 'nothing-due' });

function resultOf(dataset: Dataset, draft: Draft, firstDay: number, asOf: Day): PromotionResult {
  const { columns } = tableOf(dataset, 'promotions');
  const { row, from, to, days, client, sums } = draft;
  const during = moneyOf(sumOf(sums.during));
  const state = asOf < from ? 'planned' : asOf < to ? 'running' : 'over';
  const before: Outcome<Money> =
    state === 'planned'
      ? NOTHING_DUE
      : from - days < firstDay
        ? missing({ reason: 'no-period-before' })
        : known(moneyOf(sumOf(sums.before)));
  const others = sumOf(sums.othersBefore);
  const isForAll = client === NO_CLIENT && draft.region === undefined;
  const othersChange: Outcome<number> =
    !before.known || isForAll || !(others > 0) ? NOTHING_DUE : known(sumOf(sums.othersDuring) / others - 1);
  const effect: Outcome<Money> =
    before.known && othersChange.known
      ? known(Math.round(during - before.value * (1 + othersChange.value)) as Money)
      : before.known
        ? NOTHING_DUE
        : before;
  const target = columns.target?.[row] ?? NaN;
  const cost = columns.cost?.[row] ?? NaN;
  const profitOn = sumOf(sums.profitOn);
  return {
    name: textAt(columns.name, row),
    client,
    region: textAt(columns.region, row),
    from: asDay(from),
    to: asDay(to),
    days: to - from + 1,
    state,
    clients: draft.clients.size,
    during,
    before,
    after: state === 'over' && asOf >= to + days ? known(moneyOf(sumOf(sums.after))) : NOTHING_DUE,
    othersChange,
    effect,
    target: target === target ? known(moneyOf(target)) : NOT_GIVEN,
    attainment: target > 0 && state !== 'planned' ? known(during / moneyOf(target)) : NOT_GIVEN,
    cost: cost === cost ? known(moneyOf(cost)) : NOT_GIVEN,
    returnOnCost:
      effect.known && cost > 0 && profitOn > 0
        ? known((effect.value * (sumOf(sums.profit) / profitOn)) / moneyOf(cost))
        : effect.known
          ? NOT_GIVEN
          : effect,
  };
}
