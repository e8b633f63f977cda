import { fill } from '../../i18n/text';
import { shortMoney, wordNumber } from '../../i18n/wording';
import { sayOf } from '../measures/measures';
import type { Money } from '../model/money';
import { known, valueOr } from '../model/outcome';
import type { FindingDefinition } from './finding';
import { nameClient } from './name-client';
import { nextStepFor } from './next-step';

/**
 * Clients of the period before that bought nothing in this one, and what they bought then.
 *
 * Money at stake: their net sales of the period before.
 */
export const lostClients: FindingDefinition = {
  kind: 'lostClients',
  find: (ground) => {
    const { retention, clients } = ground.analysis;
    if (!retention.known || retention.value.lost === 0) return [];
    const before = (client: number): number => valueOr(clients[client]!.previousNetAmount, 0);
    const lost = [...retention.value.lostClients].sort((a, b) => before(b) - before(a) || a - b);
    // Whoever another finding tells of is not told of again; that there is somebody larger is said.
    const largest = lost.find((client) => !ground.told.has(client));
    if (largest === undefined) return [];
    const total = lost.reduce((sum, client) => sum + before(client), 0);
    if (total <= 0) return [];
    return [
      {
        kind: 'lostClients',
        subject: 'lost',
        clients: [largest],
        counted: lost,
        severity: 'watch',
        measure: 'lostClients',
        text: fill(
          {
            zh: '上期 {active} 家客户里 {n} 家{stopped}（上期共 {total}），{besides}最大的是{name}（{amount}）。',
            en: 'Of the {active} clients active in the previous period, {n} {stopped} (they had bought {total}); {besides}the largest is {name} ({amount}).',
          },
          {
            stopped: sayOf('lostClients'),
            active: wordNumber(retention.value.activeBefore),
            n: wordNumber(retention.value.lost),
            total: shortMoney(total),
            besides: largest === lost[0] ? '' : { zh: '除上面说到的外，', en: 'apart from those above, ' },
            name: nameClient(largest, ground.analysis),
            amount: shortMoney(before(largest)),
          },
        ),
        next: nextStepFor(largest, { zh: '问为什么不再买', en: 'ask why they stopped' }, ground),
        stake: known(total as Money),
      },
    ];
  },
};
