import type { ClientSums } from '../../facts/client-sums';
import type { TransactionFacts } from '../../facts/transaction-facts';
import type { Money } from '../../model/money';
import { known, missing, type Outcome } from '../../model/outcome';
import type { Settings } from '../../settings';
import { classifyByProfit, type ProfitRanking } from './profit-classes';

/** 003-10 over the clients whose profit is known. Missing: no column of profits, or nobody's is known. */
export function rankProfit(
  facts: TransactionFacts,
  sums: ClientSums,
  active: readonly number[],
  settings: Settings,
): Outcome<ProfitRanking> {
  if (!facts.hasProfits) return missing({ reason: 'no-column', column: 'transactions.profit' });
  const profits = new Map<number, Money>();
  for (const client of active) {
    const profit = sums.profit[client]!;
    if (profit.known) profits.set(client, profit.value);
  }
  if (profits.size === 0) return missing({ reason: 'no-rows' });
  return known(
    classifyByProfit(
      active.filter((client) => profits.has(client)),
      (client) => profits.get(client)!,
      settings,
    ),
  );
}
