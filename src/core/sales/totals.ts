import type { ClientSums } from '../facts/client-sums';
import type { TransactionFacts } from '../facts/transaction-facts';
import type { Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import type { ClientFigures, Totals } from './client-figures';
import { growthOf } from './time-figures';

/** The whole of the period: the sums of what the clients have. */
export function totalsOf(
  facts: TransactionFacts,
  sums: ClientSums,
  clients: readonly ClientFigures[],
  isInternal: (client: number) => boolean,
): Totals {
  const internal = clients.filter(({ client, lines }) => lines > 0 && isInternal(client));
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
    internalClients: internal.length,
    internalNetAmount: internal.reduce((sum, { netAmount }) => sum + netAmount, 0) as Money,
    nonPositiveAmount: clients.reduce((sum, { netAmount }) => sum + Math.min(0, netAmount), 0) as Money,
  };
}
