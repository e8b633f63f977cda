import { fill } from '../../i18n/text';
import { shortMoney, wordNumber } from '../../i18n/wording';
import { isoOf } from '../model/day';
import { sayOf } from '../measures/measures';
import { known, valueOr } from '../model/outcome';
import type { FindingDefinition } from './finding';
import { nameClient } from './name-client';
import { nextStepFor } from './next-step';

/** Deals that are near (grade A or intention H), the largest of them, and its next step. Money at stake: what they are expected to bring. */
export const expectedDeals: FindingDefinition = {
  kind: 'expectedDeals',
  find: (ground) => {
    const { pipeline, clients } = ground.analysis;
    if (!pipeline.known || pipeline.value.expectedAmount <= 0) return [];
    const { opportunities, expectedDeals: near, expectedAmount } = pipeline.value;
    const amountOf = (row: number): number => valueOr(opportunities[row]!.expectedAmount, 0);
    const largest = opportunities[[...near].sort((a, b) => amountOf(b) - amountOf(a) || a - b)[0]!]!;
    const figures = clients[largest.client];
    if (!figures || !largest.expectedAmount.known) return [];
    const isTold = ground.told.has(largest.client);
    return [
      {
        kind: 'expectedDeals',
        subject: 'deals',
        clients: isTold ? [] : [largest.client],
        severity: 'good',
        measure: 'expectedAmount',
        text: fill(
          isTold
            ? { zh: '近期{deals} {n} 个商机，共 {total}。', en: 'Deals {deals}: {n}, worth {total}.' }
            : {
                zh: '近期{deals} {n} 个商机，共 {total}；最大的是{name}（{amount}{day}）。',
                en: 'Deals {deals}: {n}, worth {total}; the largest is {name} ({amount}{dayEn}).',
              },
          {
            deals: sayOf('expectedAmount', 2),
            n: wordNumber(near.length),
            total: shortMoney(expectedAmount),
            name: nameClient(largest.client, ground.analysis),
            amount: shortMoney(largest.expectedAmount.value),
            day: largest.expectedDay.known ? `，预计 ${isoOf(largest.expectedDay.value)}` : '',
            dayEn: largest.expectedDay.known ? `, expected ${isoOf(largest.expectedDay.value)}` : '',
          },
        ),
        next: isTold
          ? undefined
          : nextStepFor(
              largest.client,
              largest.nextStep === ''
                ? { zh: '谈成交', en: 'close the deal' }
                : { zh: largest.nextStep, en: largest.nextStep },
              ground,
            ),
        stake: known(expectedAmount),
      },
    ];
  },
};
