import { fill, type Text } from '../../../i18n/text';
import { known, missing } from '../../model/outcome';
import { ClassWordedLater, type ClassScheme } from '../client-classes';
import { orderDaysOfYear } from '../../sales/sales-history';
import { classed, flagOf, FROM_SHEET } from './field-value';

const REGULAR: Text = { zh: '常客（非会员）', en: 'Regular, no member' };
const TEMPORARY: Text = { zh: '临时', en: 'Temporary' };
const MEMBER = classed('member', { zh: '会员', en: 'Member' }, FROM_SHEET);
const BY_CONTRACT = classed('regular', REGULAR, { zh: '有合同', en: 'has a contract' });

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
    if (flagOf(ground, client, 'member') === true) return MEMBER;
    if (ground.rhythms[client]!.orderDays === 0) return missing({ reason: 'no-rows' });
    if (ground.hasContract(client)) return BY_CONTRACT;
    const days = orderDaysOfYear(ground.history, client);
    const words = (): Text => fill({ zh: '近12个月下单日 {days} 个', en: '{days} order days in 12 months' }, { days });
    return days <= ground.settings['stability.temporaryOrderDays']
      ? known(new ClassWordedLater('temporary', TEMPORARY, words))
      : known(new ClassWordedLater('regular', REGULAR, words));
  },
};
