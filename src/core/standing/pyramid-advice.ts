import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordMoney, wordPercent } from '../../i18n/wording';
import { tableOf, type Dataset } from '../model/dataset';
import { moneyOf, type Money } from '../model/money';
import { mapOutcome, type Outcome } from '../model/outcome';
import { isInPeriod, type Period } from '../model/period';
import { GroupSums } from '../model/sum';
import type { Honesty } from '../credit/honesty';
import type { ClientFigures } from '../sales/client-figures';
import type { PyramidLevel } from '../sales/pyramid';
import type { Settings } from '../settings';

/** What to do on a step of the pyramid: look after, raise, hold and save, charge more or spend less, think of dropping. */
export type PyramidStep = 'keep' | 'raise' | 'save' | 'reprice' | 'drop';

export interface PyramidAdvice {
  readonly step: PyramidStep;
  readonly text: Text;
}

const ABOVE: Readonly<Partial<Record<PyramidLevel, PyramidLevel>>> = { ordinary: 'second', small: 'ordinary' };

export const PYRAMID_STEPS: Readonly<Record<PyramidStep, Text>> = {
  keep: { zh: '集中资源，专人负责', en: 'put resources, one person in charge' },
  raise: { zh: '有升级潜力，加大投入', en: 'may rise: invest' },
  save: { zh: '维持，控制服务成本', en: 'hold, keep the cost of service down' },
  reprice: { zh: '提高价格或降低服务成本', en: 'raise the price or cut the cost of service' },
  drop: { zh: '长期观察后考虑淘汰', en: 'watch long, then think of dropping' },
};

/**
 * What to do with a client by its place in the pyramid.
 *
 * Rule: the first 20 % are looked after. Others rise if they grew by at least 20 % and the least client of the next level up has at
 * most 1.25 times their net sales; else ordinary ones are held at less cost. A small one is dropped, after long watching, if its profit is
 * below 0, its contacts of the period cost more than its profit, or it is on record for not paying; else it pays more or is served for less.
 * Unknown growth or profit speaks for nothing. Missing: not in the pyramid.   Source: 004-9, 003-18.
 * @example ordinary, +30 %, net 100; the least of 次要 has 120 //=> raise
 */
export function advisePyramid(
  dataset: Dataset,
  figures: readonly ClientFigures[],
  honestyOf: (client: number) => Honesty,
  period: Period,
  settings: Settings,
): readonly Outcome<PyramidAdvice>[] {
  const least = new Map<PyramidLevel, Money>();
  for (const { pyramid, netAmount } of figures) {
    if (!pyramid.known) continue;
    const before = least.get(pyramid.value);
    if (before === undefined || netAmount < before) least.set(pyramid.value, netAmount);
  }
  const costs = contactCosts(dataset, period);
  return figures.map((one) =>
    mapOutcome(one.pyramid, (level): PyramidAdvice => {
      if (level === 'top' || level === 'second') return advice('keep', []);
      const above = least.get(ABOVE[level]!);
      const reach = settings['pyramid.raiseReach'];
      if (
        one.growth.known &&
        one.growth.value >= settings['pyramid.raiseGrowth'] &&
        above !== undefined &&
        above <= one.netAmount * reach
      ) {
        return advice('raise', [
          fill(
            { zh: '比上期 +{growth}，上一级从 {above} 起', en: '+{growth}; the next level begins at {above}' },
            { growth: wordPercent(one.growth.value), above: wordMoney(above) },
          ),
        ]);
      }
      if (level === 'ordinary') return advice('save', []);
      const against = reasonsAgainst(one, honestyOf(one.client), moneyOf(costs.at(one.client)));
      return against.length > 0 ? advice('drop', against) : advice('reprice', []);
    }),
  );
}

function reasonsAgainst({ profit }: ClientFigures, honesty: Honesty, cost: Money): readonly Text[] {
  const found: Text[] = [];
  if (profit.known && profit.value < 0) {
    found.push(fill({ zh: '毛利 {profit}', en: 'profit {profit}' }, { profit: wordMoney(profit.value) }));
  } else if (profit.known && cost > profit.value) {
    found.push(
      fill(
        { zh: '联络费用 {cost} 高于毛利 {profit}', en: 'contacts cost {cost}, profit {profit}' },
        { cost: wordMoney(cost), profit: wordMoney(profit.value) },
      ),
    );
  }
  if (honesty === 'dishonest') found.push({ zh: '有失信记录', en: 'broken promises or write-off on record' });
  return found;
}

function advice(step: PyramidStep, reasons: readonly Text[]): PyramidAdvice {
  if (reasons.length === 0) return { step, text: PYRAMID_STEPS[step] };
  const why = joinTexts(reasons);
  return { step, text: fill({ zh: '{step}：{why}', en: '{step}: {why}' }, { step: PYRAMID_STEPS[step], why }) };
}

/** What the contacts of the period cost, by client. */
function contactCosts(dataset: Dataset, period: Period): GroupSums {
  const sums = new GroupSums(tableOf(dataset, 'clients').rows);
  const { columns, rows } = tableOf(dataset, 'contacts');
  for (let row = 0; row < rows; row++) {
    const client = columns.client?.[row] ?? -1;
    const at = columns.at?.[row] ?? NaN;
    const cost = columns.cost?.[row] ?? NaN;
    if (client >= 0 && cost === cost && isInPeriod(period, Math.floor(at))) sums.add(client, cost);
  }
  return sums;
}
