import { fill } from '../../../i18n/text';
import { isoOf } from '../../model/day';
import type { ClassScheme } from '../client-classes';
import { isOldClient } from '../../sales/key-accounts';
import { classed } from './field-value';

/** 老 or 新 by the first deal; exactly one year is old; without a deal 未成交. Source: 001-7, C-24. */
export const oldNew: ClassScheme = {
  id: 'oldNew',
  feature: '001-7',
  label: { zh: '新/老客户', en: 'New or established' },
  needs: [],
  classify: (client, ground) => {
    const first = ground.firstDeals[client]!;
    if (!first.known) {
      return classed('none', { zh: '未成交', en: 'No deal' }, { zh: '尚无成交', en: 'no deal yet' });
    }
    const reason = fill({ zh: '首次成交 {day}', en: 'first deal {day}' }, { day: isoOf(first.value) });
    return isOldClient(first.value, ground.asOf, ground.settings)
      ? classed('old', { zh: '老客户', en: 'Established' }, reason)
      : classed('new', { zh: '新客户', en: 'New' }, reason);
  },
};
