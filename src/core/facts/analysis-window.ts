import { NO_DAY, asDay, type Day } from '../model/day';
import { tableOf, type Dataset } from '../model/dataset';
import { LastOf } from '../model/last-of';
import { LineGroups } from './line-groups';
import { periodBefore, resolvePeriod, type Period, type PeriodChoice } from '../model/period';

/** The days that the analysis looks at. */
export interface AnalysisWindow {
  readonly asOf: Day;
  /** Nothing after this day counts: the as-of day, or the end of a range that reaches beyond it. */
  readonly last: Day;
  readonly period: Period;
  readonly previous: Period;
  /** The first day in the data, if there is any day in it. */
  readonly firstDay: Day | undefined;
}

/**
 * The as-of day: the one asked for, or the last transaction day (where there are none, the last day on which a delivery
 * was ordered, shipped or arrived; else the last on which something was invoiced or paid), never later than today. Promised
 * and due days do not count: they are plans.
 *
 * Source: definitions §0.1.
 */
export function resolveAsOf(dataset: Dataset, today: Day, asOf?: Day): Day {
  return asOf ?? LAST_DAY.of(dataset, String(today), () => lastDayOf(dataset, today));
}

const LAST_DAY = new LastOf<Day>();

function lastDayOf(dataset: Dataset, today: Day): Day {
  const transactions = tableOf(dataset, 'transactions');
  const deliveries = tableOf(dataset, 'deliveries').columns;
  const { day: invoiced, paidDay } = tableOf(dataset, 'invoices').columns;
  const billed = (): Day | undefined =>
    maxOf([invoiced, paidDay, tableOf(dataset, 'receipts').columns.day].map((days) => lastOf(days, today)));
  if (dataset.basis?.areSalesInvoices) return billed() ?? today;
  const found =
    lastOf(transactions.columns.day, today, LineGroups.of(transactions.columns)) ??
    maxOf([
      lastOf(deliveries.orderDay, today),
      lastOf(deliveries.shippedDay, today),
      lastOf(deliveries.deliveredDay, today),
    ]) ??
    billed();
  return found ?? today;
}

/** The period of a choice and the one before it, resolved against the data. */
export function resolveWindow(dataset: Dataset, choice: PeriodChoice, asOf: Day): AnalysisWindow {
  const transactions = tableOf(dataset, 'transactions').columns;
  const deliveries = tableOf(dataset, 'deliveries').columns;
  const firstDay = minOf([
    firstOf(LineGroups.of(transactions)?.firstDays ?? transactions.day),
    firstOf(deliveries.orderDay),
    firstOf(deliveries.promisedDay),
    firstOf(deliveries.shippedDay),
    firstOf(deliveries.deliveredDay),
    ...(dataset.tables.transactions || dataset.tables.deliveries
      ? []
      : [firstOf(tableOf(dataset, 'invoices').columns.day)]),
  ]);
  const period = resolvePeriod(choice, asOf, firstDay ?? asOf);
  const last = choice.kind === 'range' ? asDay(Math.max(asOf, period.to)) : asOf;
  return { asOf, last, period, previous: periodBefore(choice, period), firstDay };
}

/** Days after today are slips of the pen where they are so few. */
const FEW = 0.05;

/**
 * The last day of a column that is not after today. A few days after it are slips (2052 for 2025) and do not count; where
 * many or all lie after it, today is the last.
 */
function lastOf(days: Int32Array | undefined, today: Day, groups?: LineGroups): Day | undefined {
  if (!days) return undefined;
  let last = NO_DAY;
  let known = 0;
  let later = 0;
  // By index: an iterator makes an object a row.
  for (let row = 0; row < days.length; row++) {
    const day = days[row]!;
    if (day === NO_DAY) continue;
    const lines = groups === undefined ? 1 : groups.linesAt(row);
    known += lines;
    if (day > today) later += lines;
    else if (day > last) last = day;
  }
  return lastDayKnown({ last, known, later }, today);
}

/**
 * The same of days that somebody else has counted: the last of them that is not after today (`NO_DAY`: none is), how many there
 * are, and how many lie after today. @example last 1 May, known 100, later 3 //=> 1 May; later 6 //=> today
 */
export function lastDayKnown(
  { last, known, later }: { readonly last: number; readonly known: number; readonly later: number },
  today: Day,
): Day | undefined {
  if (known === 0) return undefined;
  const fewest = known >= 4 ? 1 : 0;
  return last === NO_DAY || later > Math.max(known * FEW, fewest) ? asDay(later > 0 ? today : last) : asDay(last);
}

function firstOf(days: Int32Array | undefined): Day | undefined {
  if (!days) return undefined;
  let first = Infinity;
  for (let row = 0; row < days.length; row++) if (days[row]! < first && days[row] !== NO_DAY) first = days[row]!;
  return first === Infinity ? undefined : asDay(first);
}

function maxOf(days: readonly (Day | undefined)[]): Day | undefined {
  const known = days.filter((day): day is Day => day !== undefined);
  return known.length === 0 ? undefined : asDay(Math.max(...known));
}

function minOf(days: readonly (Day | undefined)[]): Day | undefined {
  const known = days.filter((day): day is Day => day !== undefined);
  return known.length === 0 ? undefined : asDay(Math.min(...known));
}
