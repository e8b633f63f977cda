import type { Analysis } from '../analysis';
import { rankAmounts, tierBlocks, type Tier } from '../sales/tiers';
import type { Settings } from '../settings';

/**
 * Which clients stand in another tier by the earlier settings than by those of today, with the figures of today: only they can
 * have been moved by a changed setting; all others were moved by what they bought.
 *
 * @example net sales 60, 30, 10 and tier Ⅰ up to 80 % before, 70 % now //=> the second alone
 */
export function movedBySettings({ clients, settings }: Analysis, before: Settings): ReadonlySet<number> {
  const active = clients.filter(({ lines }) => lines > 0).map(({ client }) => client);
  const ranked = rankAmounts(active, (client) => clients[client]!.netAmount);
  const tiersBy = (chosen: Settings): readonly Tier[] => {
    const { order, tierAt } = tierBlocks(ranked, 0, chosen).tiered;
    return Array.from(order, (_, position) => tierAt(position));
  };
  const [then, now] = [tiersBy(before), tiersBy(settings)];
  return new Set([...ranked.order].filter((_, position) => then[position] !== now[position]));
}
