import { NO_DAY, isoOf, type Day } from '../core/model/day';
import { tableOf, type Dataset } from '../core/model/dataset';
import { fill, type Text } from '../i18n/text';
import type { RefreshDone } from './refresh';

/**
 * Says that no sale and no delivery lies in the period asked for, and how far the data goes; nothing where there is one.
 *
 * @example for sales from 2025-01-02 to 2026-09-28 and the period 2031 //=> '… the data goes from 2025-01-02 to 2026-09-28.'
 */
export function nothingInPeriod({ analysis, dataset }: Pick<RefreshDone, 'analysis' | 'dataset'>): Text | undefined {
  const counted = analysis.accounts.filter(({ table }) => table === 'transactions' || table === 'deliveries');
  // Cancelled rows are counted whatever their day: they say nothing of the period.
  if (counted.some(({ used }) => used > 0)) return undefined;
  if (counted.every(({ outOfPeriod }) => outOfPeriod === 0)) return undefined;
  const span = spanOf(dataset);
  if (!span) return undefined;
  const { from, to } = analysis.period;
  return fill(NOTHING, { from: isoOf(from), to: isoOf(to), first: isoOf(span.first), last: isoOf(span.last) });
}

const NOTHING: Text = {
  zh: '期间 {from} 至 {to} 内没有交易：数据从 {first} 到 {last}。请用 --period 选有数据的期间。',
  en: 'There is nothing from {from} to {to}: the data run from {first} to {last}. Choose a period that has data with --period.',
};

/** The first and the last day of sales and deliveries. */
function spanOf(dataset: Dataset): { readonly first: Day; readonly last: Day } | undefined {
  const { columns: sales } = tableOf(dataset, 'transactions');
  const { columns: deliveries } = tableOf(dataset, 'deliveries');
  let [first, last] = [Infinity, -Infinity];
  for (const days of [sales.day, deliveries.promisedDay, deliveries.deliveredDay, deliveries.shippedDay]) {
    for (const day of days ?? []) {
      if (day === NO_DAY) continue;
      if (day < first) first = day;
      if (day > last) last = day;
    }
  }
  return first > last ? undefined : { first: first as Day, last: last as Day };
}
