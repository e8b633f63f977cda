import type { ClassScheme } from '../client-classes';
import { classed } from './field-value';

const CLIENTS = classed('clients', { zh: '客户群体', en: 'Clients' }, { zh: '有成交', en: 'has a deal' });
const PROSPECTS = classed('prospects', { zh: '潜在客户群体', en: 'Prospects' }, { zh: '尚无成交', en: 'no deal yet' });

/** 客户群体 once there is a deal, 潜在客户群体 before. Source: 001-13. */
export const population: ClassScheme = {
  id: 'population',
  feature: '001-13',
  label: { zh: '群体', en: 'Population' },
  needs: [],
  classify: (client, ground) => (ground.firstDeals[client]!.known ? CLIENTS : PROSPECTS),
};
