import { missing } from '../../model/outcome';
import type { ClassScheme } from '../client-classes';
import { KEEP_IN_TOUCH, PIPELINE_GRADE_LABELS } from '../../prospects/pipeline';
import { classed } from './field-value';

/** 商机A … D: the most urgent open opportunity of the client. Source: 000-C4…C8. */
export const opportunity: ClassScheme = {
  id: 'opportunity',
  feature: '000-C4…C8',
  label: { zh: '商机', en: 'Opportunity' },
  needs: ['prospects.expectedDay'],
  // A client without an open opportunity has nothing to be graded.
  canHave: (client, { pipeline }) =>
    pipeline.known && pipeline.value.opportunities.some((one) => one.client === client && one.state === 'open'),
  classify: (client, ground) => {
    if (!ground.pipeline.known) return ground.pipeline;
    const grade = ground.pipeline.value.gradeOfClient.get(client);
    return grade === undefined
      ? missing({ reason: 'no-rows' })
      : classed(grade, PIPELINE_GRADE_LABELS[grade], KEEP_IN_TOUCH[grade]);
  },
};
