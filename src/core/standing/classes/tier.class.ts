import { known } from '../../model/outcome';
import { ClassWordedLater, type ClassScheme } from '../client-classes';
import { TIER_CLASS_LABELS } from '../managed-tier';

/** Ⅰ类, Ⅱ类, Ⅲ类 as the rule gives it. Source: 003-9. */
export const tier: ClassScheme = {
  id: 'tier',
  feature: '003-9',
  label: { zh: '等级', en: 'Tier' },
  needs: ['transactions.amount'],
  classify: (client, ground) => {
    const figures = ground.figures[client]!;
    const { tier: value } = figures;
    if (!value.known) return value;
    const label = TIER_CLASS_LABELS[value.value];
    return known(new ClassWordedLater(String(value.value), label, () => figures.tierReason));
  },
};
