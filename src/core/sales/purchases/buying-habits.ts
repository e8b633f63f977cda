import { areLinesInEngine } from '../../facts/line-groups';
import { byCodePoint } from '../../model/by-code-point';
import { NO_TEXT, textAt } from '../../model/columns';
import { hasColumn, tableOf, type Dataset } from '../../model/dataset';
import { addMonths, asDay, NO_DAY, weekdayOf, type Day } from '../../model/day';
import { moneyOf, type Money } from '../../model/money';
import { known, missing, type Outcome } from '../../model/outcome';
import { medianOf } from '../../model/order-statistics';
import { sumOf } from '../../model/sum';
import type { Rhythm } from '../rhythm';

/** A product of a client, and on how many of its order-days it stood. */
export interface UsualProduct {
  readonly product: string;
  readonly days: number;
}

export interface BuyingHabit {
  readonly client: number;
  /** Distinct days with a sale in the last 12 months. */
  readonly orderDays: number;
  /** Median days between its own orders, over all data. Missing: fewer than three gaps. */
  readonly interval: Outcome<number>;
  /** Last order + interval. Missing: no interval, or stopped buying. */
  readonly nextDay: Outcome<Day>;
  readonly lastDay: Day;
  /** Median amount of an order-day in the last 12 months. Missing: fewer than three, or no amounts. */
  readonly usualAmount: Outcome<Money>;
  /** The most often bought first, at most three. Missing: no product column. */
  readonly products: Outcome<readonly UsualProduct[]>;
  /** Day of the week (0 Monday … 6 Sunday) on which at least half of the orders came, of at least six. */
  readonly weekday: Outcome<number>;
}

const LEAST_DAYS = 3;
const LEAST_FOR_WEEKDAY = 6;
const MOST_PRODUCTS = 3;

/**
 * How each client that bought in the last 12 months usually buys: how often, how much, what, on which weekday.
 *
 * Counts: sales lines of the 12 months up to as-of, not cancelled, no returns; lines of one day are one order. Unit: days, money.
 * Source: 004-7 (4). @example orders of 100, 300 and 800 //=> usual amount 300
 */
export function findBuyingHabits(
  dataset: Dataset,
  rhythms: readonly Rhythm[],
  asOf: Day,
): Outcome<readonly BuyingHabit[]> {
  const { columns, rows } = tableOf(dataset, 'transactions');
  if (!columns.client) return missing({ reason: 'no-column', column: 'transactions.client' });
  if (!columns.day) return missing({ reason: 'no-column', column: 'transactions.day' });
  if (areLinesInEngine(dataset)) return missing({ reason: 'lines-in-engine' });
  const from = addMonths(asDay(asOf + 1), -12);
  const own = new Map<number, number[]>();
  for (let row = 0; row < rows; row++) {
    const client = columns.client[row]!;
    const day = columns.day[row]!;
    if (client < 0 || day === NO_DAY || day < from || day > asOf || columns.cancelled?.[row] === 1) continue;
    const amount = columns.amount?.[row] ?? NaN;
    const quantity = columns.quantity?.[row] ?? NaN;
    const isSale = amount > 0 || (Number.isNaN(amount) && quantity > 0);
    if (!isSale || columns.isReturn?.[row] === 1) continue;
    const list = own.get(client);
    if (list) list.push(row);
    else own.set(client, [row]);
  }
  const hasProducts = hasColumn(dataset, 'transactions.product');
  return known(
    [...own]
      .sort(([a], [b]) => a - b)
      .map(([client, lines]): BuyingHabit => {
        const amounts = new Map<number, number[]>();
        const daysOf = new Map<string, Set<number>>();
        for (const row of lines) {
          const day = columns.day![row]!;
          const amount = columns.amount?.[row] ?? NaN;
          const ofDay = amounts.get(day) ?? [];
          amounts.set(day, ofDay);
          if (amount === amount) ofDay.push(amount);
          if ((columns.product?.codes[row] ?? NO_TEXT) === NO_TEXT) continue;
          const product = textAt(columns.product, row).trim();
          const days = daysOf.get(product);
          if (days) days.add(day);
          else daysOf.set(product, new Set([day]));
        }
        const rhythm = rhythms[client]!;
        const interval: Outcome<number> =
          rhythm.basis === 'own' && rhythm.medianGap.known
            ? rhythm.medianGap
            : missing({ reason: 'too-few', have: Math.max(0, rhythm.orderDays - 1), need: LEAST_DAYS });
        const lastDay = asDay(Math.max(...amounts.keys()));
        return {
          client,
          orderDays: amounts.size,
          interval,
          nextDay:
            interval.known && !rhythm.isLost
              ? known(asDay(lastDay + Math.round(interval.value)))
              : missing(NOT_EXPECTED),
          lastDay,
          usualAmount: usualAmountOf([...amounts.values()]),
          products: hasProducts
            ? known(
                [...daysOf]
                  .map(([product, days]) => ({ product, days: days.size }))
                  .sort((a, b) => b.days - a.days || byCodePoint(a.product, b.product))
                  .slice(0, MOST_PRODUCTS),
              )
            : missing({ reason: 'no-column', column: 'transactions.product' }),
          weekday: usualWeekday([...amounts.keys()]),
        };
      }),
  );
}

const NOT_EXPECTED = { reason: 'nothing-due' } as const;

function usualAmountOf(days: readonly (readonly number[])[]): Outcome<Money> {
  const amounts = days.filter((lines) => lines.length > 0).map(sumOf);
  if (amounts.length < LEAST_DAYS) return missing({ reason: 'too-few', have: amounts.length, need: LEAST_DAYS });
  return known(moneyOf(medianOf(Float64Array.from(amounts).sort())));
}

function usualWeekday(days: readonly number[]): Outcome<number> {
  if (days.length < LEAST_FOR_WEEKDAY)
    return missing({ reason: 'too-few', have: days.length, need: LEAST_FOR_WEEKDAY });
  const counts = new Array<number>(7).fill(0);
  for (const day of days) counts[weekdayOf(asDay(day))]!++;
  const most = Math.max(...counts);
  return 2 * most >= days.length ? known(counts.indexOf(most)) : missing(NOT_EXPECTED);
}
