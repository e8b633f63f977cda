import { fill } from '../../../i18n/text';
import { known } from '../../model/outcome';
import type { ClassScheme } from '../client-classes';
import { romanTier } from '../managed-tier';

/** Ⅰ类, Ⅱ类, Ⅲ类 as the rule gives it. Source: 003-9. */
export const tier: ClassScheme = {
  id: 'tier',
  feature: '003-9',
  label: { zh: '等级', en: 'Tier' },
  needs: ['transactions.amount'],
  classify: (client, ground) => {
    const { tier: value, tierReason } = ground.figures[client]!;
    if (!value.known) return value;
    const roman = romanTier(value.value);
    return known({
      code: String(value.value),
      value: fill({ zh: '{roman}类', en: 'Tier {roman}' }, { roman }),
      reason: tierReason,
    });
  },
};
