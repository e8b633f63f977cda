import { fill, type Text } from '../../../i18n/text';
import { wordMoney } from '../../../i18n/wording';
import { signedPercent, type Comparison } from '../../sales/lifecycle';

/** More than this is an amount that began near nothing: said in money. */
const MOST_CHANGE = 3;

/**
 * How sales moved over the compared months, in a few characters: in percent, or in money where a percentage says nothing.
 *
 * @example 1,230 of 600 //=> 近6个月同比+105.0%; 442 of 19 //=> 近6个月442（之前19）; 0 of 600 //=> 近6个月没有下单（之前600）
 */
export function wordChange({ shortLabel, months, recent, before }: Comparison, change: number): Text {
  const amounts = { months, recent: wordMoney(recent, 0), before: wordMoney(before, 0) };
  if (recent <= 0)
    return fill(
      { zh: '近{months}个月没有下单（之前{before}）', en: 'No order {months} months (was {before})' },
      amounts,
    );
  if (change > MOST_CHANGE)
    return fill(
      { zh: '近{months}个月{recent}（之前{before}）', en: '{months} months {recent} (was {before})' },
      amounts,
    );
  return fill(
    { zh: '{window}{change}', en: '{window} {change}' },
    { window: shortLabel, change: signedPercent(change) },
  );
}
