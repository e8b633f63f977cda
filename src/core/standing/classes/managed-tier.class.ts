import { mapOutcome } from '../../model/outcome';
import { ClassByScore, type ClassScheme } from '../client-classes';
import { TIER_CLASS_LABELS } from '../managed-tier';

/** The tier that a client is managed by: 人工等级, strategic clients and only clients of a region. Source: 003-17. */
export const managedTier: ClassScheme = {
  id: 'managedTier',
  feature: '003-17',
  label: { zh: '管理等级', en: 'Managed as' },
  needs: ['transactions.amount'],
  classify: (client, ground) =>
    mapOutcome(
      ground.managedTier(client),
      (managed) => new ClassByScore(String(managed.tier), TIER_CLASS_LABELS[managed.tier], managed),
    ),
};
