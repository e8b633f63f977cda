import type { CellValue } from '../../workbook/cell-value';
import { numberOfCapitals } from './chinese-digits';
import { guessDecimalMark, type DecimalMark } from './decimal-mark';
import { isEmptyWord } from './empty-words';

/**
 * Whatever is larger in a sales sheet is a code or an account number that slipped into the column, and a sum with it
 * would be no figure at all.
 */
export const LARGEST_NUMBER = 1e15;

/** Whether an amount, a quantity or a share can be so large. */
export const isPlausible = (value: number): boolean => Math.abs(value) <= LARGEST_NUMBER;

/** The cell holds nothing: `-`, `—`, `无`. */
export const EMPTY_NUMBER = Number.NaN;

const MAGNITUDES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 千: 1e3, 百万: 1e6, 千万: 1e7, 万亿: 1e12 };

const CURRENCY =
  /(?:cny|rmb|usd|eur|hkd|gbp|jpy|twd|ntd|sgd|aud|cad|chf|inr|krw|brl|mxn|myr|thb|vnd|idr|php|aed|sar|zar|rub|pln|sek|nok|dkk|(?:us|hk|nt|au|ca|sg|[acrs])\$|人民币|人民幣|美元|美金|欧元|歐元|港币|港幣|日元|英镑|新台币|新臺幣|卢布|rs\.?(?=\d|$)|[¥$€£₩₹₽฿₫])/gi;

/** Units that stand behind a number. An unknown word behind it makes the cell unreadable: it may change what it says. */
const UNITS =
  /^(?:元整|元正|圆整|元|円|块|圆|吨|公斤|千克|克|斤|kg|kgs|g|t|mt|tons?|件|个|只|箱|袋|包|台|套|瓶|桶|支|条|张|米|平方米|平米|立方米|方|升|ml|l|m|m2|m3|㎡|pcs|pc|ea|sets?|天|日|个月|月|年|小时|时|分钟|分|人|次|家|户|票|单|车|公里|千米|km|h|d|hrs?|days?|hours?)(?:\/[\p{L}\d]+)?$/iu;

/**
 * A number as people type it.
 *
 * Reads ¥ ￥ $ € and CNY before or behind, thousands marks (`,` and `，`), fullwidth digits, 万 and 亿, a unit behind
 * (元, 吨, kg, 件 …), (1,234), 1,234- and 1,234 CR as negative, 15% as 0.15, 1.2E+05, 壹仟贰佰元整, '300 and 1'200.
 * `-`, `—`, `无` and N/A are empty. Anything else is no number: never 0.
 *
 * @param mark The column's decimal mark: with ',' 1.500 is fifteen hundred.
 * @returns The number, `NaN` for an empty cell, `undefined` for what is no number.
 * @example parseNumberText('￥１，２３４．５万元') //=> 12345000
 */
export function parseNumberText(text: string, mark: DecimalMark = '.'): number | undefined {
  if (isEmptyWord(text)) return EMPTY_NUMBER;
  let rest = text
    .normalize('NFKC')
    .replace(/[\s\u00a0\u200b\ufeff]/g, '')
    .replace(/[−–—]/g, '-')
    // What Excel's users type before a number to keep it as text, and what Swiss and Italians part thousands by.
    .replace(/^['’`]|(?<=\d)['’´`](?=\d{3})/g, '');
  // 1.200,- and CHF 50.-: no cents.
  const centless = /(?<=\d)([.,])-{1,2}$/.exec(rest);
  if (centless) {
    rest = rest.slice(0, centless.index);
    if (centless[1] === ',') return parseNumberText(rest, ',');
  }
  if (rest.length > 40) return undefined;
  let sign = 1;
  const side = /(?<=[\d.)元])(cr|dr|借|贷|貸)\.?$/i.exec(rest);
  if (side) {
    if (/^(cr|贷|貸)$/i.test(side[1]!)) sign = -1;
    rest = rest.slice(0, side.index);
  }
  const bracketed = /^([^()]*)\(([^()]+)\)$/.exec(rest);
  if (bracketed && /^[¥$€£₹a-z]*$/i.test(bracketed[1]!)) {
    if (sign === -1) return undefined;
    sign = -1;
    rest = bracketed[1]! + bracketed[2]!;
  }
  rest = rest.replace(CURRENCY, '');
  const leading = /^[+-]/.exec(rest);
  if (leading) {
    if (sign === -1) return undefined;
    if (leading[0] === '-') sign = -1;
    rest = rest.slice(1).replace(CURRENCY, '');
  } else if (/\d-$/.test(rest)) {
    if (sign === -1) return undefined;
    sign = -1;
    rest = rest.slice(0, -1);
  }
  const match = /^((?:\d|\.\d)[\d.,]*)(e[+-]?\d{1,3})?(.*)$/i.exec(rest);
  if (!match) {
    const capitals = numberOfCapitals(rest);
    return capitals === undefined ? undefined : sign * capitals;
  }
  const digits = plainDigits(match[1]!, mark);
  if (digits === undefined) return undefined;
  const scale = scaleOf(match[3]!);
  if (scale === undefined) return undefined;
  const value = Number(digits + (match[2] ?? ''));
  const scaled = scale === 1 ? value : scaleDecimal(value, scale);
  if (!isPlausible(scaled)) return undefined;
  return sign === -1 && scaled !== 0 ? -scaled : scaled;
}

/** Digits without thousands marks, where the marks stand as they must: `1,2345` may be a slip and is no number. */
function plainDigits(digits: string, mark: DecimalMark): string | undefined {
  if (mark === ',') {
    if (/^\d+(,\d*)?$/.test(digits)) return digits.replace(',', '.').replace(/\.$/, '');
    if (/^\d{1,3}(\.\d{3})+(,\d*)?$/.test(digits))
      return digits.replace(/\./g, '').replace(',', '.').replace(/\.$/, '');
    // 1.5 in a column of commas may be a slip either way.
    return undefined;
  }
  if (/^\d*\.?\d*$/.test(digits)) return digits.replace(/\.$/, '');
  if (/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(digits)) return digits.replace(/,/g, '').replace(/\.$/, '');
  if (/^\d{1,3}(\.\d{3})+,\d{1,2}$/.test(digits)) return digits.replace(/\./g, '').replace(',', '.');
  return undefined;
}

function scaleOf(tail: string): number | undefined {
  if (tail === '') return 1;
  if (tail === '%') return 0.01;
  if (tail === '‰') return 0.001;
  const magnitude = /^(万亿|千万|百万|亿|万|千(?!克|米))(.*)$/.exec(tail);
  const unit = magnitude ? magnitude[2]! : tail;
  if (unit !== '' && !UNITS.test(unit)) return undefined;
  return magnitude ? MAGNITUDES[magnitude[1]!]! : 1;
}

/** Times a power of ten without binary noise: 12.3 % is 0.123, 1.1 万 is 11000. */
function scaleDecimal(value: number, scale: number): number {
  return Number((scale < 1 ? value / Math.round(1 / scale) : value * scale).toPrecision(15));
}

/** @returns The number, `NaN` for an empty cell, `undefined` for what is no number. */
export function parseNumber(value: CellValue, mark: DecimalMark = '.'): number | undefined {
  if (value === null) return EMPTY_NUMBER;
  if (typeof value === 'number') return isPlausible(value) ? value : undefined;
  if (typeof value === 'string') return parseNumberText(value, mark);
  return undefined;
}

/** @example formatNumber(1234.5) //=> '1234.5' */
export function formatNumber(value: number): string {
  return String(value);
}

/** Share of the filled samples that are numbers; a guess counts from 0.9. */
export function guessNumber(samples: readonly CellValue[]): number {
  const mark = guessDecimalMark(samples);
  let filled = 0;
  let good = 0;
  for (const sample of samples) {
    const parsed = parseNumber(sample, mark);
    if (parsed !== undefined && Number.isNaN(parsed)) continue;
    filled++;
    if (parsed !== undefined) good++;
  }
  return filled === 0 ? 0 : good / filled;
}
