import { fill } from '../../../i18n/text';
import { mapOutcome } from '../../model/outcome';
import type { ClassScheme } from '../client-classes';
import { romanTier } from '../managed-tier';

/** The tier that a client is managed by: 人工等级, strategic clients and only clients of a region. Source: 003-17. */
export const managedTier: ClassScheme = {
  id: 'managedTier',
  feature: '003-17',
  label: { zh: '管理等级', en: 'Managed as' },
  needs: ['transactions.amount'],
  classify: (client, ground) =>
    mapOutcome(ground.managedTier(client), ({ tier, reason }) => ({
      code: String(tier),
      value: fill({ zh: '{roman}类', en: 'Tier {roman}' }, { roman: romanTier(tier) }),
      reason,
    })),
};
