import { missing } from '../../model/outcome';
import type { ClassScheme } from '../client-classes';
import { HABC_LABELS } from '../../prospects/pipeline';
import { classed } from './field-value';

/** 意向H, A, B, C by the days to the expected order. Source: 004-11. */
export const intention: ClassScheme = {
  id: 'intention',
  feature: '004-11',
  label: { zh: '意向', en: 'Intention' },
  needs: ['prospects.expectedDay'],
  // A client without an open opportunity has nothing to be graded.
  canHave: (client, { pipeline }) =>
    pipeline.known && pipeline.value.opportunities.some((one) => one.client === client && one.state === 'open'),
  classify: (client, ground) => {
    if (!ground.pipeline.known) return ground.pipeline;
    const habc = ground.pipeline.value.habcOfClient.get(client);
    return habc === undefined
      ? missing({ reason: 'no-rows' })
      : classed(habc, HABC_LABELS[habc], { zh: '按预计下单日', en: 'by the expected day of the order' });
  },
};
