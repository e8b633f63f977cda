import type { ClassScheme } from '../client-classes';
import { classByField } from './field-value';

/** 经销商, 直销用户, 饲料厂 …, as the client sheet says. Source: 001-5. */
export const businessType: ClassScheme = {
  id: 'businessType',
  feature: '001-5',
  label: { zh: '经营类型', en: 'Business type' },
  needs: ['clients.businessType'],
  classify: (client, ground) => classByField(ground, client, 'businessType'),
};
