import type { ClassScheme } from '../client-classes';
import { LEVEL_LABELS } from '../key-accounts';
import { classed } from './field-value';

/** 重点, 焦点, 一般, 潜在(目标), 线索: one value a client. Source: 001-8…11. */
export const accountLevel: ClassScheme = {
  id: 'accountLevel',
  feature: '001-8…11',
  label: { zh: '级别', en: 'Level' },
  needs: [],
  classify: (client, ground) => {
    const { level, reason } = ground.accounts[client]!;
    return classed(level, LEVEL_LABELS[level], reason);
  },
};
