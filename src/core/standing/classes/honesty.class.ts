import { mapOutcome } from '../../model/outcome';
import type { ClassScheme } from '../client-classes';
import { HONESTY_LABELS } from '../../credit/honesty';

/** 诚信, 不诚信, 未定. Source: 003-13. */
export const honesty: ClassScheme = {
  id: 'honesty',
  feature: '003-13',
  label: { zh: '诚信', en: 'Payment record' },
  needs: ['invoices.dueDay'],
  classify: (client, ground) =>
    mapOutcome(ground.credit, ({ clients }) => {
      const { honesty: value, reason } = clients[client]!.honesty;
      return { code: value, value: HONESTY_LABELS[value], reason };
    }),
};
