import type { Money } from '../../model/money';
import { known, missing, type Outcome } from '../../model/outcome';
import type { Settings } from '../../settings';
import { blocksOf } from '../amount-blocks';
import { compareShare, fractionOf } from '../exact-share';

export type ProfitClass = 'first' | 'promising' | 'regular';
export interface ProfitClassFigures {
  readonly profitClass: ProfitClass;
  readonly clients: number;
  readonly profit: Money;
  readonly shareOfProfit: Outcome<number>;
}

export interface ProfitRanking {
  readonly classes: readonly ProfitClassFigures[];
  readonly byClient: ReadonlyMap<number, ProfitClass>;
}

const CLASSES: readonly ProfitClass[] = ['first', 'promising', 'regular'];

/**
 * Clients by their contribution: 头等 up to about 80 % of the profit, 潜力 up to about 95 %, 常规 the rest.
 *
 * Formula: the midpoint rule of the tiers on profit: (sum before + sum with the block) / 2 ≤ 80 % → first, ≤ 95 % →
 * promising, else regular. Profit ≤ 0: regular, left out of the total. Clients whose profit is not known are not passed
 * in: amounts do not stand in for profit.
 *
 * Source: features 003-10. @example profits 80, 15, 5 //=> first, promising, regular
 */
export function classifyByProfit(
  clients: readonly number[],
  profitOf: (client: number) => Money,
  settings: Settings,
): ProfitRanking {
  const blocks = blocksOf(
    clients.filter((client) => profitOf(client) > 0),
    profitOf,
  );
  const total = blocks.at(-1)?.after ?? 0;
  const cuts = [settings['profit.topCut'], settings['profit.middleCut']].map(fractionOf);
  const byClient = new Map<number, ProfitClass>(clients.map((client) => [client, 'regular']));
  for (const { before, after, members } of blocks) {
    const at = cuts.findIndex((cut) => compareShare(before + after, 2 * total, cut) <= 0);
    for (const client of members) byClient.set(client, CLASSES[at < 0 ? CLASSES.length - 1 : at]!);
  }
  const classes = CLASSES.map((profitClass): ProfitClassFigures => {
    const members = clients.filter((client) => byClient.get(client) === profitClass);
    const profit = members.reduce((sum, client) => sum + profitOf(client), 0) as Money;
    const counted = members.reduce((sum, client) => sum + Math.max(0, profitOf(client)), 0);
    return {
      profitClass,
      clients: members.length,
      profit,
      shareOfProfit: total > 0 ? known(counted / total) : missing({ reason: 'nothing-due' }),
    };
  });
  return { classes, byClient };
}
