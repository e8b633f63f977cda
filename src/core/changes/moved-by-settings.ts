import type { Analysis } from '../analysis';
import { rankTiers, type Tier } from '../sales/tiers';
import type { Settings } from '../settings';

/**
 * Which clients stand in another tier by the earlier settings than by those of today, with the figures of today: only they can
 * have been moved by a changed setting; all others were moved by what they bought.
 *
 * @example net sales 60, 30, 10 and tier Ⅰ up to 80 % before, 70 % now //=> the second alone
 */
export function movedBySettings({ clients, settings }: Analysis, before: Settings): ReadonlySet<number> {
  const active = clients.filter(({ lines }) => lines > 0).map(({ client }) => client);
  const tiersBy = (chosen: Settings): ReadonlyMap<number, Tier> =>
    new Map(
      rankTiers(active, (client) => clients[client]!.netAmount, 0, chosen).clients.map(({ client, tier }) => [
        client,
        tier,
      ]),
    );
  const [then, now] = [tiersBy(before), tiersBy(settings)];
  return new Set(active.filter((client) => then.get(client) !== now.get(client)));
}
