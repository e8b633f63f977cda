import type { ClassScheme } from '../client-classes';
import { classByField } from './field-value';

/** 灯塔型, 跟随型, 理性, 逐利: judged by people, not computable from sales. Source: 002-1. */
export const valueType: ClassScheme = {
  id: 'valueType',
  feature: '002-1',
  label: { zh: '价值类型', en: 'Value type' },
  needs: ['clients.valueType'],
  classify: (client, ground) => classByField(ground, client, 'valueType'),
};
