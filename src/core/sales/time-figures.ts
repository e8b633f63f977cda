import type { AnalysisWindow } from '../facts/analysis-window';
import { IN_PERIOD, monthsBetween } from '../facts/time-slots';
import type { TransactionFacts } from '../facts/transaction-facts';
import { firstDayOfMonth, lastDayOfMonth, monthOf } from '../model/day';
import { moneyOf, type Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import { GroupSums } from '../model/sum';
import type { Settings } from '../settings';
import { blocksOf } from './amount-blocks';

export interface YearFigures {
  readonly year: number;
  readonly clients: number;
  readonly orders: number;
  readonly netAmount: Money;
  /** Against the year before; missing where one of the two is not whole in the data. */
  readonly growth: Outcome<number>;
  /** The data begin or end inside the year: 不足一年. */
  readonly isPartial: boolean;
}
export interface MonthFigures {
  /** `monthOf` */
  readonly month: number;
  readonly clients: number;
  readonly orders: number;
  readonly netAmount: Money;
  /** The same month a year earlier. */
  readonly yearBefore: Outcome<Money>;
  /** The period begins or ends inside the month. */
  readonly isPartial: boolean;
}
export interface ClientMonthFigures {
  readonly client: number;
  /** Parallel to `Analysis.months`. */
  readonly amounts: readonly Money[];
}
export interface TopFiveRow {
  readonly year: number;
  readonly rank: number;
  readonly client: number;
  readonly code: string;
  readonly name: string;
  readonly netAmount: Money;
  readonly share: number;
  readonly cumulativeShare: number;
}

const MONTHS_A_YEAR = 12;

/** Sums by client and year, rounded once. */
export interface ClientYears {
  readonly years: readonly number[];
  /** In fen, of client c in the year at i: `amounts[c * years.length + i]`; 0 without a line in it. */
  readonly amounts: Float64Array;
  readonly totals: readonly Money[];
}

/** Adds up months to years, by client and in all. */
export function sumYears(facts: TransactionFacts): ClientYears {
  const { clients, slots, years } = facts;
  const sums = new GroupSums((clients + 1) * years.length);
  const yearAt = Int32Array.from(slots, ({ year }) => years.indexOf(year));
  for (let client = 0; client < clients; client++) {
    for (let slot = 0; slot < yearAt.length; slot++) {
      const cell = client * yearAt.length + slot;
      if (facts.lines[cell] === 0) continue;
      const amount = facts.amounts.at(cell);
      const own = client * years.length + yearAt[slot]!;
      sums.add(own, amount);
      sums.add(clients * years.length + yearAt[slot]!, amount);
    }
  }
  const amounts = new Float64Array(clients * years.length);
  for (let cell = 0; cell < amounts.length; cell++) amounts[cell] = moneyOf(sums.at(cell));
  return { years, amounts, totals: years.map((_, at) => moneyOf(sums.at(amounts.length + at))) };
}

/**
 * Clients with a sale, orders and net amount of every year in the data up to as-of; growth against the year before, where
 * both are whole years. Source: features 000-P3, 003-5.
 */
export function describeYears(facts: TransactionFacts, sums: ClientYears, window: AnalysisWindow): YearFigures[] {
  const { slots, years } = facts;
  const firstMonth = slots[0]?.month ?? 0;
  const isPartial = (year: number): boolean =>
    firstMonth > year * MONTHS_A_YEAR || window.last < lastDayOfMonth(year * MONTHS_A_YEAR + MONTHS_A_YEAR - 1);
  const monthsIn = (year: number): number =>
    Math.min(MONTHS_A_YEAR, monthOf(window.last) - year * MONTHS_A_YEAR + 1) -
    Math.max(0, firstMonth - year * MONTHS_A_YEAR);
  return years.map((year, at) => {
    const before = years.indexOf(year - 1);
    let growth: Outcome<number>;
    if (before < 0) growth = missing({ reason: 'no-period-before' });
    else if (isPartial(year) || isPartial(year - 1)) {
      const have = monthsIn(isPartial(year) ? year : year - 1);
      growth = missing({ reason: 'too-few', have, need: MONTHS_A_YEAR });
    } else growth = growthOf(sums.totals[at]!, sums.totals[before]!);
    return {
      year,
      clients: countClients(facts, (slot) => slot.year === year),
      orders: facts.yearOrders.get(year) ?? 0,
      netAmount: sums.totals[at]!,
      growth,
      isPartial: isPartial(year),
    };
  });
}

/** (now − before) / before, where before > 0. @example growthOf(120, 100) //=> known(0.2) */
export function growthOf(now: Money, before: Money): Outcome<number> {
  return before > 0 ? known((now - before) / before) : missing({ reason: 'no-period-before' });
}

/**
 * Clients with a sale, orders and net amount of each month of the period, months without any included; the same month a
 * year earlier where the data reach back. Source: features 000-P3, 003-4.
 */
export function describeMonths(facts: TransactionFacts, window: AnalysisWindow): MonthFigures[] {
  const { slots } = facts;
  const firstMonth = slots[0]?.month;
  const sums = sumSlots(facts);
  const inPeriod = new Map<number, number>();
  const whole = new Map<number, number[]>();
  slots.forEach(({ month, bucket }, at) => {
    if (bucket === IN_PERIOD) inPeriod.set(month, at);
    whole.set(month, [...(whole.get(month) ?? []), at]);
  });
  return monthsOfPeriod(window).map((month) => {
    const at = inPeriod.get(month);
    const before = whole.get(month - MONTHS_A_YEAR) ?? [];
    return {
      month,
      clients: countClients(facts, (slot) => slot.bucket === IN_PERIOD && slot.month === month),
      orders: facts.monthOrders.get(month) ?? 0,
      netAmount: moneyOf(at === undefined ? 0 : sums.at(at)),
      yearBefore:
        firstMonth !== undefined && firstMonth <= month - MONTHS_A_YEAR
          ? known(moneyOf(before.reduce((sum, slot) => sum + sums.at(slot), 0)))
          : missing({ reason: 'no-period-before' }),
      isPartial: window.period.from > firstDayOfMonth(month) || lastCounted(window) < lastDayOfMonth(month),
    };
  });
}

/** Every month from the beginning of the period to its end, or to the last day that counts. */
export function monthsOfPeriod(window: AnalysisWindow): number[] {
  return monthsBetween(monthOf(window.period.from), monthOf(lastCounted(window)));
}

function lastCounted(window: AnalysisWindow): typeof window.last {
  return window.last < window.period.to ? window.last : window.period.to;
}

/** Net amount by client and month, for clients with a line in the period. Source: features 003-4 (表13-2). */
export function describeClientMonths(facts: TransactionFacts, months: readonly number[]): ClientMonthFigures[] {
  const { slots } = facts;
  const column = new Map(months.map((month, at) => [month, at]));
  const kept = slots
    .map(({ month, bucket }, slot) => ({ slot, at: bucket === IN_PERIOD ? (column.get(month) ?? -1) : -1 }))
    .filter(({ at }) => at >= 0);
  const rows: ClientMonthFigures[] = [];
  for (let client = 0; client < facts.clients; client++) {
    const base = client * slots.length;
    if (!kept.some(({ slot }) => facts.lines[base + slot]! > 0)) continue;
    const amounts = new Array<Money>(months.length).fill(0 as Money);
    for (const { slot, at } of kept) amounts[at] = moneyOf(facts.amounts.at(base + slot));
    rows.push({ client, amounts });
  }
  return rows;
}

/**
 * The five largest clients of every year; all that tie with the fifth are shown.
 *
 * Share and cumulative share are of the year's positive net amounts. Source: features 003-6 (表13-4).
 */
export function listTopClients(
  sums: ClientYears,
  identityOf: (client: number) => { readonly code: string; readonly name: string },
  byCode: readonly number[],
  settings: Settings,
): TopFiveRow[] {
  const top = settings['topN.yearTable'];
  return sums.years.flatMap((year, at) => {
    const amountOf = (client: number): Money => sums.amounts[client * sums.years.length + at]! as Money;
    const gained = byCode.filter((client) => amountOf(client) > 0);
    const total = gained.reduce((sum, client) => sum + amountOf(client), 0);
    const least = Float64Array.from(gained, amountOf).sort().at(-Math.min(top, gained.length)) ?? 0;
    return blocksOf(
      gained.filter((client) => amountOf(client) >= least),
      amountOf,
    )
      .filter(({ rank }) => rank <= top)
      .flatMap((block) =>
        block.members.map((client) => ({
          year,
          rank: block.rank,
          client,
          ...identityOf(client),
          netAmount: block.amount,
          share: block.amount / total,
          cumulativeShare: block.after / total,
        })),
      );
  });
}

function sumSlots(facts: TransactionFacts): GroupSums {
  const sums = new GroupSums(facts.slots.length);
  for (let client = 0; client < facts.clients; client++) {
    for (let slot = 0; slot < facts.slots.length; slot++) {
      const cell = client * facts.slots.length + slot;
      if (facts.lines[cell]! > 0) sums.add(slot, facts.amounts.at(cell));
    }
  }
  return sums;
}

function countClients(facts: TransactionFacts, counts: (slot: TransactionFacts['slots'][number]) => boolean): number {
  const all = facts.slots.length;
  const slots = facts.slots.flatMap((slot, at) => (counts(slot) ? [at] : []));
  let clients = 0;
  for (let client = 0; client < facts.clients; client++) {
    for (const slot of slots) {
      if (facts.sales[client * all + slot] === 0) continue;
      clients++;
      break;
    }
  }
  return clients;
}
