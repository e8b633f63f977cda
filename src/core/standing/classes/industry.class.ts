import type { ClassScheme } from '../client-classes';
import { classByField } from './field-value';

/** 行业, as the client sheet says. Source: 003-8. */
export const industry: ClassScheme = {
  id: 'industry',
  feature: '003-8',
  label: { zh: '行业', en: 'Industry' },
  needs: ['clients.industry'],
  classify: (client, ground) => classByField(ground, client, 'industry'),
};
