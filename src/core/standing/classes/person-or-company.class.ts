import type { ClassScheme } from '../client-classes';
import { classByField } from './field-value';

/** 个人 or 企业, as the client sheet says. Source: 004-3. */
export const personOrCompany: ClassScheme = {
  id: 'personOrCompany',
  feature: '004-3',
  label: { zh: '个人/企业', en: 'Person or company' },
  needs: ['clients.clientKind'],
  classify: (client, ground) => classByField(ground, client, 'clientKind'),
};
