import { missing } from '../../model/outcome';
import type { ClassScheme } from '../client-classes';
import { classed, flagOf, FROM_SHEET } from './field-value';

/** 内部 or 外部, by the flag on the client sheet; internal clients stand outside tiers. Source: 000-C1. */
export const internalExternal: ClassScheme = {
  id: 'internalExternal',
  feature: '000-C1',
  label: { zh: '内部/外部', en: 'Internal or external' },
  needs: ['clients.internal'],
  classify: (client, ground) => {
    const isInternal = flagOf(ground, client, 'internal');
    if (isInternal === undefined) {
      return missing(
        ground.clients.columns.internal
          ? { reason: 'not-entered' }
          : { reason: 'no-column', column: 'clients.internal' },
      );
    }
    return isInternal
      ? classed('internal', { zh: '内部客户', en: 'Internal' }, FROM_SHEET)
      : classed('external', { zh: '外部客户', en: 'External' }, FROM_SHEET);
  },
};
