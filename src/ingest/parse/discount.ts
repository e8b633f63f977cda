import type { CellValue } from '../../workbook/cell-value';
import { parseNumber, parseNumberText } from './number';

/**
 * What the numbers of a discount column say.
 *
 * `off`: 0.15 is 15 % less; `offPercent`: 15 is 15 % less; `pay`: 0.85 is what is paid; `payPercent`: 85 is what is paid;
 * `payTenths`: 8.5 折.
 */
export type DiscountStyle = 'off' | 'offPercent' | 'pay' | 'payPercent' | 'payTenths';

const CHINESE_DIGITS = '零一二三四五六七八九';

/**
 * A discount as people write it: 0.15, 15 %, 85折, 8.5折, 八五折, 不打折. Plain numbers mean what the column's style says.
 *
 * @returns The part taken off, 0–1, `NaN` for an empty cell, `undefined` for what is no discount.
 * @example parseDiscount('85折', 'off') //=> 0.15
 */
export function parseDiscount(value: CellValue, style: DiscountStyle): number | undefined {
  if (typeof value === 'string') {
    const fold = foldOf(value);
    if (fold !== undefined) return partOff(1 - fold);
    if (/[%％]/.test(value)) {
      const part = parseNumberText(value);
      if (part === undefined) return undefined;
      return partOff(style === 'pay' || style === 'payPercent' || style === 'payTenths' ? 1 - part : part);
    }
  }
  const number = parseNumber(value);
  if (number === undefined || Number.isNaN(number)) return number;
  switch (style) {
    case 'off':
      return partOff(number);
    case 'offPercent':
      return partOff(number / 100);
    case 'pay':
      return partOff(1 - number);
    case 'payPercent':
      return partOff(1 - number / 100);
    case 'payTenths':
      return partOff(1 - number / 10);
  }
}

/** What is paid, of 85折, 8.5折, 八五折, 九折. */
function foldOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (/^(不打折|无折扣|原价|全价|不折|没有折扣)$/.test(plain)) return 1;
  const match = /^打?([\d.零一二三四五六七八九]+)折$/.exec(plain);
  if (!match) return undefined;
  const digits = [...match[1]!]
    .map((one) => (CHINESE_DIGITS.includes(one) ? String(CHINESE_DIGITS.indexOf(one)) : one))
    .join('');
  const number = Number(digits);
  if (!Number.isFinite(number) || number <= 0) return undefined;
  return number > 10 ? number / 100 : number / 10;
}

function partOff(part: number): number | undefined {
  if (!(part >= 0 && part <= 1)) return undefined;
  return Number(part.toPrecision(15));
}

/**
 * What a column's plain numbers mean, by its header and by all of its samples.
 *
 * 扣率 and 折扣率 are in some programs what is paid: where most numbers are 0.5 … 1 (or 50 … 100) they are read so.
 *
 * @example guessDiscountStyle('discount', [0, 0.2, 0.15]) //=> 'off'
 */
export function guessDiscountStyle(header: string, samples: readonly CellValue[]): DiscountStyle {
  const numbers = samples
    .map((sample) => (typeof sample === 'string' && /[%％折]/.test(sample) ? Number.NaN : parseNumber(sample)))
    .filter((one): one is number => one !== undefined && !Number.isNaN(one));
  const largest = numbers.reduce((most, one) => Math.max(most, one), 0);
  const isPaid = /折|扣率/.test(header) && !/扣额|discount/i.test(header);
  const share = (test: (one: number) => boolean): number =>
    numbers.length === 0 ? 0 : numbers.filter(test).length / numbers.length;
  if (largest <= 1) return isPaid && share((one) => one >= 0.5) > 0.5 ? 'pay' : 'off';
  if (largest <= 10 && isPaid && share((one) => one >= 5) > 0.5) return 'payTenths';
  return isPaid && share((one) => one >= 50) > 0.5 ? 'payPercent' : 'offPercent';
}

export function formatDiscount(part: number): string {
  return String(part);
}
