const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 壹: 1, 二: 2, 贰: 2, 貳: 2, 两: 2, 兩: 2, 三: 3, 叁: 3, 參: 3, 四: 4, 肆: 4, 五: 5, 伍: 5, 六: 6, 陆: 6, 陸: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9,
}; // prettier-ignore

const TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const MYRIADS = '万萬';
const HUNDRED_MILLIONS = '亿億';

/** Digits written one by one: 二〇二五 is 2025. */
export function digitsOfChinese(text: string): string | undefined {
  let digits = '';
  for (const one of text) {
    const digit = DIGITS[one];
    if (digit === undefined) return undefined;
    digits += String(digit);
  }
  return digits === '' ? undefined : digits;
}

/**
 * A whole number written in Chinese.
 *
 * @example integerOfChinese('三十一') //=> 31
 * @example integerOfChinese('壹万贰仟') //=> 12000
 */
export function integerOfChinese(text: string): number | undefined {
  if (text === '') return undefined;
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const one of text) {
    if (DIGITS[one] !== undefined) {
      // 二五 is two digits and no number of this form.
      if (digit !== undefined && digit !== 0) return undefined;
      digit = DIGITS[one];
    } else if (TENS[one] !== undefined) {
      section += (digit ?? 1) * TENS[one];
      digit = undefined;
    } else if (MYRIADS.includes(one)) {
      total += (section + (digit ?? 0)) * 1e4;
      section = 0;
      digit = undefined;
    } else if (HUNDRED_MILLIONS.includes(one)) {
      // All before it: 三万亿.
      total = (total + section + (digit ?? 0)) * 1e8;
      section = 0;
      digit = undefined;
    } else {
      return undefined;
    }
  }
  return total + section + (digit ?? 0);
}

/** An amount in capitals as invoices carry it: 壹仟贰佰元伍角整 is 1200.5. Plain 十二 is no amount. */
export function numberOfCapitals(text: string): number | undefined {
  if (!/[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]/.test(text)) return undefined;
  const match =
    /^([^元圆圓角分整正]+)(?:[元圆圓]|$)(?:零?([^元圆圓角分整正零]?)角)?零?(?:([^元圆圓角分整正零]?)分)?[整正]?$/.exec(
      text,
    );
  if (!match) return undefined;
  const whole = integerOfChinese(match[1]!);
  if (whole === undefined) return undefined;
  const tenths = match[2] ? DIGITS[match[2]] : 0;
  const hundredths = match[3] ? DIGITS[match[3]] : 0;
  if (tenths === undefined || hundredths === undefined) return undefined;
  return (whole * 100 + tenths * 10 + hundredths) / 100;
}
