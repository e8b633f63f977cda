import type { ClientSums } from '../facts/client-sums';
import type { TransactionFacts } from '../facts/transaction-facts';
import type { Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import type { Totals } from './client-figures';
import { growthOf } from './time-figures';

/** The whole of the period: the sums of what the clients have. */
export function totalsOf(facts: TransactionFacts, sums: ClientSums, isInternal: (client: number) => boolean): Totals {
  const { lines, net } = sums;
  let [internalClients, internalNet, nonPositive] = [0, 0, 0];
  for (let client = 0; client < lines.length; client++) {
    nonPositive += Math.min(0, net[client]!);
    if (lines[client] === 0 || !isInternal(client)) continue;
    internalClients++;
    internalNet += net[client]!;
  }
  const { total, hasPrevious } = sums;
  const previousNetAmount: Outcome<Money> = hasPrevious
    ? known(total.previousNet)
    : missing({ reason: 'no-period-before' });
  return {
    netAmount: total.net,
    grossAmount: (total.net - total.returns) as Money,
    returnAmount: Math.abs(total.returns) as Money,
    quantity: total.quantity,
    orders: facts.clientOrders.reduce((sum, orders) => sum + orders, 0),
    lines: total.lines,
    profit: total.profit,
    activeClients: sums.sales.reduce((count, sales) => count + (sales > 0 ? 1 : 0), 0),
    previousNetAmount,
    growth: hasPrevious ? growthOf(total.net, total.previousNet) : previousNetAmount,
    internalClients,
    internalNetAmount: internalNet as Money,
    nonPositiveAmount: nonPositive as Money,
  };
}
