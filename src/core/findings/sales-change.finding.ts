import { fill, joinTexts, type Text } from '../../i18n/text';
import { shortMoney, wordPercent } from '../../i18n/wording';
import type { Money } from '../model/money';
import { nameOf } from '../measures/measures';
import { known, valueOr } from '../model/outcome';
import type { ClientFigures } from '../sales/client-figures';
import type { FindingDefinition, FindingGround } from './finding';
import { nameClient } from './name-client';
import { nextStepFor } from './next-step';

/** Less of a change is not worth a sentence. */
const LEAST_CHANGE = 0.03;
const MOST_NAMES = 2;

interface Contribution {
  readonly client: ClientFigures;
  readonly change: number;
}

/**
 * Net sales against the period before, and the clients that moved them most.
 *
 * Speaks from a change of 3 % on. Cause: the largest contributions in the direction of the change, then the largest against it.
 * Money at stake: the change.
 */
export const salesChange: FindingDefinition = {
  kind: 'salesChange',
  find: (ground) => {
    const { totals } = ground.analysis;
    const { growth, previousNetAmount } = totals;
    if (!growth.known || !previousNetAmount.known || Math.abs(growth.value) < LEAST_CHANGE) return [];
    const change = totals.netAmount - previousNetAmount.value;
    const rows = contributionsOf(ground);
    const up = rows.filter((row) => row.change > 0).sort((a, b) => b.change - a.change);
    const down = rows.filter((row) => row.change < 0).sort((a, b) => a.change - b.change);
    const [along, against] = change > 0 ? [up, down] : [down, up];
    const worst = down[0];
    const said = down.slice(0, MOST_NAMES).map(({ client }) => client.client);
    return [
      {
        kind: 'salesChange',
        subject: 'sales',
        // Whoever bought more is mentioned, no more.
        clients: said,
        severity: change < 0 ? 'bad' : 'good',
        measure: 'netSales',
        text: fill(
          {
            zh: '{name} {net}，比上期{change}（{growth}）：主要是{along}{against}。',
            en: '{name} {net}, {change} than in the previous period ({growth}), mainly {along}{against}.',
          },
          {
            name: nameOf('netSales'),
            net: shortMoney(totals.netAmount),
            change: signed(change),
            growth: `${change > 0 ? '+' : ''}${wordPercent(growth.value)}`,
            along: nameThem(along, ground),
            against:
              against.length === 0
                ? ''
                : fill(
                    change > 0
                      ? { zh: '；少买的有{names}', en: '; less from {names}' }
                      : { zh: '；多买的有{names}', en: '; more from {names}' },
                    { names: nameThem(against, ground) },
                  ),
          },
        ),
        next:
          worst &&
          nextStepFor(
            worst.client.client,
            fill(
              { zh: '问{name}为什么少买', en: 'ask {name} why they are buying less' },
              { name: nameClient(worst.client.client, ground.analysis) },
            ),
            ground,
          ),
        stake: known(Math.abs(change) as Money),
      },
    ];
  },
};

const contributionsOf = ({ analysis }: FindingGround): Contribution[] =>
  analysis.clients.map((client) => ({
    client,
    change: client.netAmount - valueOr(client.previousNetAmount, 0),
  }));

function signed(change: number): Text {
  const { zh, en } = shortMoney(Math.abs(change));
  return change > 0 ? { zh: `多 ${zh}`, en: `${en} more` } : { zh: `少 ${zh}`, en: `${en} less` };
}

const nameThem = (rows: readonly Contribution[], { analysis }: FindingGround): Text =>
  joinTexts(
    rows.slice(0, MOST_NAMES).map(({ client, change }) => {
      const { zh, en } = shortMoney(Math.abs(change));
      const mark = change > 0 ? '+' : '-';
      const name = nameClient(client.client, analysis);
      return { zh: `${name.zh} ${mark}${zh}`, en: `${name.en} ${mark}${en}` };
    }),
    { zh: '、', en: ', ' },
  );
