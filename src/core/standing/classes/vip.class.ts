import { missing } from '../../model/outcome';
import type { ClassScheme } from '../client-classes';
import { classed, flagOf, FROM_SHEET } from './field-value';

/**
 * VIP or 普通: the flag of the client sheet; where it is empty, VIP is proposed for tier Ⅰ and key clients.
 * Source: 000-C2. @example no flag, tier Ⅰ //=> VIP(建议)
 */
export const vip: ClassScheme = {
  id: 'vip',
  feature: '000-C2',
  label: { zh: '普通/VIP', en: 'Ordinary or VIP' },
  needs: [],
  classify: (client, ground) => {
    const flag = flagOf(ground, client, 'vip');
    if (flag === true) return classed('vip', { zh: 'VIP', en: 'VIP' }, FROM_SHEET);
    if (flag === false) return classed('ordinary', { zh: '普通', en: 'Ordinary' }, FROM_SHEET);
    if (ground.rhythms[client]!.orderDays === 0) return missing({ reason: 'no-rows' });
    const { tier } = ground.figures[client]!;
    const proposed = { zh: 'VIP（建议）', en: 'VIP (proposed)' };
    if (tier.known && tier.value === 1) {
      return classed('proposed', proposed, { zh: 'Ⅰ类客户', en: 'tier Ⅰ' });
    }
    if (ground.accounts[client]!.isKey) return classed('proposed', proposed, { zh: '重点客户', en: 'key client' });
    return classed('ordinary', { zh: '普通', en: 'Ordinary' }, { zh: '非Ⅰ类，非重点', en: 'neither tier Ⅰ nor key' });
  },
};
