import type { Text } from '../../i18n/text';
import type { Dataset } from '../model/dataset';
import type { Outcome } from '../model/outcome';
import type { Period } from '../model/period';
import type { ClientFigures } from '../sales/client-figures';
import type { Tier } from '../sales/tiers';
import type { Settings } from '../settings';
import { measureSatisfaction, type SatisfactionFigures } from './satisfaction';

const TIER_GROUPS: readonly Text[] = [
  { zh: 'Ⅰ类', en: 'Tier Ⅰ' },
  { zh: 'Ⅱ类', en: 'Tier Ⅱ' },
  { zh: 'Ⅲ类', en: 'Tier Ⅲ' },
  { zh: '未分级', en: 'No tier' },
];

/** Satisfaction of all clients and of each tier. Source: 000-C11. @example a client of tier Ⅰ answers 8 //=> group Ⅰ类 */
export function measureTierSatisfaction(
  dataset: Dataset,
  period: Period,
  figures: readonly ClientFigures[],
  settings: Settings,
): Outcome<SatisfactionFigures> {
  return measureSatisfaction(
    dataset,
    period,
    {
      groups: TIER_GROUPS,
      groupOf: (client) => groupOfTier(figures[client]!.tier),
      isActive: (client) => figures[client]!.orders > 0,
    },
    settings,
  );
}

function groupOfTier(tier: Outcome<Tier>): number {
  return tier.known ? tier.value - 1 : TIER_GROUPS.length - 1;
}
