import { fill, type Text } from '../../../i18n/text';
import { isoOf } from '../../model/day';
import { known } from '../../model/outcome';
import { ClassWordedLater, type ClassScheme } from '../client-classes';
import { isOldClient } from '../../sales/key-accounts';
import { classed } from './field-value';

const NO_DEAL = classed('none', { zh: '未成交', en: 'No deal' }, { zh: '尚无成交', en: 'no deal yet' });
const OLD: Text = { zh: '老客户', en: 'Established' };
const NEW: Text = { zh: '新客户', en: 'New' };

/** 老 or 新 by the first deal; exactly one year is old; without a deal 未成交. Source: 001-7, C-24. */
export const oldNew: ClassScheme = {
  id: 'oldNew',
  feature: '001-7',
  label: { zh: '新/老客户', en: 'New or established' },
  needs: [],
  classify: (client, ground) => {
    const first = ground.firstDeals[client]!;
    if (!first.known) return NO_DEAL;
    const day = first.value;
    const words = (): Text => fill({ zh: '首次成交 {day}', en: 'first deal {day}' }, { day: isoOf(day) });
    const isOld = isOldClient(day, ground.asOf, ground.settings);
    return known(new ClassWordedLater(isOld ? 'old' : 'new', isOld ? OLD : NEW, words));
  },
};
