import { missing } from '../../model/outcome';
import type { ClassScheme } from '../client-classes';
import { classed, flagOf, FROM_SHEET } from './field-value';

/** 内部 or 外部, by the flag on the client sheet, empty being external; internal clients stand outside tiers. Source: 000-C1. */
export const internalExternal: ClassScheme = {
  id: 'internalExternal',
  feature: '000-C1',
  label: { zh: '内部/外部', en: 'Internal or external' },
  needs: ['clients.internal'],
  canHave: () => true,
  classify: (client, ground) => {
    const isInternal = flagOf(ground, client, 'internal');
    if (!ground.clients.columns.internal) return missing({ reason: 'no-column', column: 'clients.internal' });
    // Such a column is filled for the firm's own alone: whoever is not marked is from outside.
    if (isInternal === undefined) {
      return classed(
        'external',
        { zh: '外部客户', en: 'External' },
        { zh: '没有标为内部', en: 'not marked as internal' },
      );
    }
    return isInternal
      ? classed('internal', { zh: '内部客户', en: 'Internal' }, FROM_SHEET)
      : classed('external', { zh: '外部客户', en: 'External' }, FROM_SHEET);
  },
};
