import { mapOutcome } from '../../model/outcome';
import type { ClassScheme } from '../client-classes';
import { URGENCY_LABELS } from '../../prospects/urgency';

/** 紧急, 缓急, 不紧急, 可慢反应, by the nearest required day. Source: 003-12. */
export const urgency: ClassScheme = {
  id: 'urgency',
  feature: '003-12',
  label: { zh: '紧缓', en: 'Urgency' },
  needs: ['deliveries.promisedDay'],
  classify: (client, ground) =>
    mapOutcome(ground.urgency, (all) => {
      const { urgency: value, reason } = all[client]!;
      return { code: value, value: URGENCY_LABELS[value], reason };
    }),
};
