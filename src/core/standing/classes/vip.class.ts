import type { Text } from '../../../i18n/text';
import { missing } from '../../model/outcome';
import type { ClassScheme } from '../client-classes';
import { classed, flagOf, FROM_SHEET } from './field-value';

const PROPOSED: Text = { zh: 'VIP（建议）', en: 'VIP (proposed)' };
const ORDINARY: Text = { zh: '普通', en: 'Ordinary' };
const MARKED = classed('vip', { zh: 'VIP', en: 'VIP' }, FROM_SHEET);
const MARKED_ORDINARY = classed('ordinary', ORDINARY, FROM_SHEET);
const BY_TIER = classed('proposed', PROPOSED, { zh: 'Ⅰ类客户', en: 'tier Ⅰ' });
const BY_LEVEL = classed('proposed', PROPOSED, { zh: '重点客户', en: 'key client' });
const NEITHER = classed('ordinary', ORDINARY, { zh: '非Ⅰ类，非重点', en: 'neither tier Ⅰ nor key' });

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
    if (flag !== undefined) return flag ? MARKED : MARKED_ORDINARY;
    if (ground.rhythms[client]!.orderDays === 0) return missing({ reason: 'no-rows' });
    const { tier } = ground.figures[client]!;
    if (tier.known && tier.value === 1) return BY_TIER;
    return ground.accounts[client]!.isKey ? BY_LEVEL : NEITHER;
  },
};
