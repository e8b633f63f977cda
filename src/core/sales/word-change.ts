import { fill, type Text } from '../../i18n/text';
import { shortMoney, wordMoney } from '../../i18n/wording';
import { sayOf } from '../measures/measures';
import { signedPercent, type Comparison } from './lifecycle';

/** More than this is an amount that began near nothing: said in money. */
const MOST_CHANGE = 3;

/**
 * How sales moved over the compared months, in a few characters: in percent, or in money where a percentage says nothing.
 *
 * @example 1,230 of 600 //=> 近6个月同比+105.0%; 442 of 19 //=> 近6个月净销售额442（之前19）; 0 of 600 //=> 近6个月没有下单（之前净销售额600）
 */
export function wordChange({ measure, months, recent, before }: Comparison, change: number): Text {
  const amount = (money: number): Text => ({ zh: wordMoney(money, 0), en: shortMoney(money).en });
  const words = { months, sales: sayOf('recentSales'), recent: amount(recent), before: amount(before) };
  if (recent <= 0)
    return fill(
      { zh: '近{months}个月没有下单（之前{sales}{before}）', en: 'No {sales} {months} months (was {before})' },
      words,
    );
  if (change > MOST_CHANGE)
    return fill(
      { zh: '近{months}个月{sales}{recent}（之前{before}）', en: '{months} months {sales} {recent} (was {before})' },
      words,
    );
  return fill(
    { zh: '{window}{change}', en: '{window} {change}' },
    { window: sayOf(measure), change: signedPercent(change) },
  );
}
