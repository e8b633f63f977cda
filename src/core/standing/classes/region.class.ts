import { verbatim } from '../../../i18n/text';
import { known, missing } from '../../model/outcome';
import type { ClassScheme } from '../client-classes';
import { FROM_SHEET } from './field-value';

/** 地区: as the client sheet says, else where the latest line of the client was sold. Source: 000-T1, 003-7. */
export const region: ClassScheme = {
  id: 'region',
  feature: '003-7',
  label: { zh: '地区', en: 'Region' },
  needs: ['clients.region'],
  classify: (client, ground) => {
    const word = ground.figures[client]!.region.trim();
    return word === ''
      ? missing({ reason: 'not-entered' })
      : known({ code: word, value: verbatim(word), reason: FROM_SHEET });
  },
};
