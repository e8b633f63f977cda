import { fill, type Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import type { IndicatorResult } from '../kpis/indicator-result';
import type { Money } from '../model/money';
import { known, missing } from '../model/outcome';
import type { FindingDefinition, FindingGround } from './finding';
import { nameClient } from './name-client';
import { nextStepFor } from './next-step';

/**
 * The indicator that misses its target in most cases, and the client that had most of them.
 *
 * Speaks of one indicator that counts orders, deliveries or other cases, with a target and the status bad or watch; the same rows under two names are
 * one.   Money at stake: an average order for each case.
 */
export const offTarget: FindingDefinition = {
  kind: 'offTarget',
  find: (ground) => {
    const { indicators, totals } = ground.analysis;
    const judged = indicators.filter(
      ({ status, kind, unit, target, family, current }) =>
        status.known &&
        status.value !== 'good' &&
        kind === 'ratio' &&
        unit === 'ratio' &&
        target.known &&
        family !== 'information' &&
        // Tonnes, hours or square metres below the line are not cases that somebody missed.
        current.n === current.denominator,
    );
    const worst = judged.reduce<IndicatorResult | undefined>(
      (best, one) => (!best || casesOf(one) > casesOf(best) ? one : best),
      undefined,
    );
    if (!worst?.target.known || !worst.current.value.known || !worst.status.known) return [];
    const cases = casesOf(worst);
    if (cases <= 0) return [];
    const order = totals.orders > 0 ? totals.netAmount / totals.orders : 0;
    const client = worstClient(worst, ground);
    return [
      {
        kind: 'offTarget',
        subject: `indicator ${worst.id}`,
        clients: client ? [client.client] : [],
        severity: worst.status.value === 'bad' ? 'bad' : 'watch',
        measure: `indicator ${worst.id}`,
        text: fill(
          {
            zh: '{label} {value}，目标 {target}：{n} 次里有 {cases} 次不合格{client}。',
            en: '{label} {value}, target {target}: {cases} of {n} missed it{client}.',
          },
          {
            label: worst.label,
            value: wordPercent(worst.current.value.value),
            target: wordPercent(worst.target.value),
            n: wordNumber(worst.current.denominator),
            cases: wordNumber(cases),
            client: client ? client.text : '',
          },
        ),
        next: client
          ? nextStepFor(
              client.client,
              fill({ zh: '说明{label}的改进', en: 'explain what is being done about {label}' }, { label: worst.label }),
              ground,
            )
          : fill({ zh: '会上定：谁负责改进{label}', en: 'Decide who is to improve {label}' }, { label: worst.label }),
        stake: order > 0 ? known(Math.round(order * cases) as Money) : missing({ reason: 'nothing-due' }),
      },
    ];
  },
};

/** Rows on the wrong side: not hit where more is better, hit where less is. */
const casesOf = ({ current, better }: Pick<IndicatorResult, 'current' | 'better'>): number =>
  better === 'higher' ? current.denominator - current.numerator : current.numerator;

function worstClient(
  { id, better }: IndicatorResult,
  { analysis, told }: FindingGround,
): { readonly client: number; readonly text: Text } | undefined {
  let worst: { readonly client: number; readonly cases: number } | undefined;
  for (const { client, ratios } of analysis.clientIndicators) {
    const current = ratios[id];
    if (!current?.value.known || client < 0) continue;
    const cases = casesOf({ current, better });
    if (cases > (worst?.cases ?? 1)) worst = { client, cases };
  }
  if (!worst || told.has(worst.client)) return undefined;
  return {
    client: worst.client,
    text: fill(
      { zh: '，{name}最多（{n} 次）', en: ', most often for {name} ({n})' },
      { name: nameClient(worst.client, analysis), n: wordNumber(worst.cases) },
    ),
  };
}
