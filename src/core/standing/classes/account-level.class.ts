import { known } from '../../model/outcome';
import { ClassByScore, type ClassScheme } from '../client-classes';
import { LEVEL_LABELS } from '../../sales/key-accounts';

/** 重点, 焦点, 一般, 潜在(目标), 线索: one value a client. Source: 001-8…11. */
export const accountLevel: ClassScheme = {
  id: 'accountLevel',
  feature: '001-8…11',
  label: { zh: '级别', en: 'Level' },
  needs: [],
  classify: (client, ground) => {
    const account = ground.accounts[client]!;
    return known(new ClassByScore(account.level, LEVEL_LABELS[account.level], account));
  },
};
