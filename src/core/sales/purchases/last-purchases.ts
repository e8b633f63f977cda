import { areLinesInEngine } from '../../facts/line-groups';
import { textAt } from '../../model/columns';
import { tableOf, type Dataset } from '../../model/dataset';
import { asDay, NO_DAY, type Day } from '../../model/day';
import { moneyOf, type Money } from '../../model/money';

/** What a client bought on its last day of buying. */
export interface LastPurchase {
  readonly day: Day;
  /** Of all its sales lines of that day. */
  readonly amount: Money;
  /** Of the largest of them; empty where the sheet names none. */
  readonly product: string;
  readonly category: string;
}

/**
 * The last purchase of every client up to as-of; undefined without one.
 *
 * Nobody's where the lines stayed in an engine. Counts: sales lines with a client, a day and an amount above 0; returns and cancelled lines are none. One pass.   Unit: money.
 * @example 9 May: 300 of A and 500 of B; 2 May: 900 of C //=> 9 May, 800, B
 */
export function findLastPurchases(dataset: Dataset, asOf: Day): readonly (LastPurchase | undefined)[] {
  const { rows, columns } = tableOf(dataset, 'transactions');
  const { client: clientOf, day: dayOf, amount: amountOf, isReturn, cancelled, product, category } = columns;
  const clients = tableOf(dataset, 'clients').rows;
  if (!clientOf || !dayOf || !amountOf || areLinesInEngine(dataset)) return [];
  const last = new Int32Array(clients).fill(NO_DAY);
  const sum = new Float64Array(clients);
  const largest = new Int32Array(clients).fill(-1);
  for (let row = 0; row < rows; row++) {
    const client = clientOf[row]!;
    const day = dayOf[row]!;
    const amount = amountOf[row]!;
    if (client < 0 || day === NO_DAY || day > asOf || !(amount > 0)) continue;
    if (isReturn?.[row] === 1 || cancelled?.[row] === 1 || day < last[client]!) continue;
    if (day > last[client]!) {
      last[client] = day;
      sum[client] = 0;
      largest[client] = row;
    }
    sum[client]! += amount;
    if (amount > amountOf[largest[client]!]!) largest[client] = row;
  }
  return Array.from(last, (day, client) =>
    day === NO_DAY
      ? undefined
      : {
          day: asDay(day),
          amount: moneyOf(sum[client]!),
          product: textAt(product, largest[client]!),
          category: textAt(category, largest[client]!),
        },
  );
}
