import { fill } from '../../../i18n/text';
import { missing } from '../../model/outcome';
import type { ClassScheme } from '../client-classes';
import { orderDaysOfYear } from '../../sales/sales-history';
import { classed, flagOf, FROM_SHEET } from './field-value';

/**
 * 会员, 临时 or 常客: a member by the flag; else temporary with at most two order-days in 12 months and no contract; else regular.
 * Source: 000-C3. @example three order-days in 12 months, no member //=> 常客(非会员)
 */
export const stability: ClassScheme = {
  id: 'stability',
  feature: '000-C3',
  label: { zh: '临时/会员', en: 'Temporary or member' },
  needs: [],
  classify: (client, ground) => {
    if (flagOf(ground, client, 'member') === true) {
      return classed('member', { zh: '会员', en: 'Member' }, FROM_SHEET);
    }
    if (ground.rhythms[client]!.orderDays === 0) return missing({ reason: 'no-rows' });
    const days = orderDaysOfYear(ground.history, client);
    const reason = fill({ zh: '近12个月下单日 {days} 个', en: '{days} order days in 12 months' }, { days });
    if (ground.hasContract(client)) {
      return classed(
        'regular',
        { zh: '常客（非会员）', en: 'Regular, no member' },
        { zh: '有合同', en: 'has a contract' },
      );
    }
    return days <= ground.settings['stability.temporaryOrderDays']
      ? classed('temporary', { zh: '临时', en: 'Temporary' }, reason)
      : classed('regular', { zh: '常客（非会员）', en: 'Regular, no member' }, reason);
  },
};
