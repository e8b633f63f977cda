import { IN_PREVIOUS } from '../facts/time-slots';
import { HIT } from '../facts/verdict';
import { NO_DAY } from '../model/day';
import { missing } from '../model/outcome';
import { ratioOf, type Ratio } from '../model/ratio';
import type { Counting, KpiInputs } from './define-kpi';
import { measureCounting } from './measure-kpi';
import type { Measured, RatioGroups } from './measured';

const DELIVERIES: Counting = { over: 'deliveryOrders', by: 'ordered', share: () => () => HIT };

/**
 * Orders of the period as every sheet counts them: with a sale line in it, whatever day the order began; one with lines in two periods
 * or months counts in both. Of a book without sales lines, the orders of the deliveries by their order day.
 *
 * Unit: orders, as n of a ratio that is 1. Source: I03, 表五. @example lines of one order on 30 and 31 December, year to as-of //=> 1 in each year
 */
export function measureOrders(inputs: KpiInputs): Measured {
  const { transactions, lists } = inputs;
  if (transactions.lastSale.every((day) => day === NO_DAY)) return measureCounting(inputs, DELIVERIES, true);
  const { regions, reps, clientOrders, regionOrders, repOrders, previousOrders, monthOrders } = transactions;
  const previous = ordersRatio(previousOrders);
  return {
    current: ordersRatio(clientOrders.reduce((sum, orders) => sum + orders, 0)),
    previous: lists.slots.some(({ bucket }) => bucket === IN_PREVIOUS)
      ? previous
      : { ...previous, value: missing({ reason: 'no-period-before' }) },
    trend: [...monthOrders]
      .filter(([, orders]) => orders > 0)
      .sort(([a], [b]) => a - b)
      .map(([month, orders]) => ({ month, ratio: ordersRatio(orders) })),
    byClient: { at: (client) => ordersRatio(clientOrders[client] ?? 0) },
    byRegion: byName(regions.names, regionOrders, lists.regionNames),
    byRep: byName(reps.names, repOrders, lists.repNames),
  };
}

const ordersRatio = (orders: number): Ratio => ratioOf(orders, orders, orders, 0);

/** Deliveries may know groups that sales lines do not: the lists of both are joined by name. */
function byName(own: readonly string[], counts: Int32Array, all: readonly string[]): RatioGroups {
  const found = new Map(own.map((name, at) => [name, counts[at]!]));
  return { at: (group) => ordersRatio(found.get(all[group]!) ?? 0) };
}
