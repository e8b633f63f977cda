import type { CellValue } from '../../workbook/cell-value';
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

const CURRENCY = /(?:cny|rmb|usd|eur|hkd|gbp|jpy|us\$|hk\$|人民币|美元|欧元|港币|[¥$€£₩₹])/gi;

/** Units that stand behind a number. An unknown word behind it makes the cell unreadable: it may change what it says. */
const UNITS =
  /^(?:元整|元|块|圆|吨|公斤|千克|克|斤|kg|kgs|g|t|mt|tons?|件|个|只|箱|袋|包|台|套|瓶|桶|支|条|张|米|平方米|平米|立方米|方|升|ml|l|m|m2|m3|㎡|pcs|pc|ea|sets?|天|日|个月|月|年|小时|时|分钟|分|人|次|家|户|票|单|车|公里|千米|km|h|d|hrs?|days?|hours?)(?:\/[\p{L}\d]+)?$/iu;

/**
 * A number as people type it.
 *
 * Reads ¥ ￥ $ € and CNY before or behind, thousands marks (`,` and `，`), fullwidth digits, 万 and 亿, a unit behind
 * (元, 吨, kg, 件 …), (1,234) and 1,234- as negative, 15% as 0.15, 1.2E+05. `-`, `—`, `无` and N/A are empty.
 * Anything else is no number: never 0.
 *
 * @returns The number, `NaN` for an empty cell, `undefined` for what is no number.
 * @example parseNumberText('￥１，２３４．５万元') //=> 12345000
 */
export function parseNumberText(text: string): number | undefined {
  if (isEmptyWord(text)) return EMPTY_NUMBER;
  let rest = text
    .normalize('NFKC')
    .replace(/[\s\u00a0\u200b\ufeff]/g, '')
    .replace(/[−–—]/g, '-');
  if (rest.length > 40) return undefined;
  let sign = 1;
  const bracketed = /^([^()]*)\(([^()]+)\)$/.exec(rest);
  if (bracketed && /^[¥$€£a-z]*$/i.test(bracketed[1]!)) {
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
  if (!match) return undefined;
  const digits = plainDigits(match[1]!);
  if (digits === undefined) return undefined;
  const scale = scaleOf(match[3]!);
  if (scale === undefined) return undefined;
  const value = Number(digits + (match[2] ?? ''));
  const scaled = scale === 1 ? value : scaleDecimal(value, scale);
  if (!isPlausible(scaled)) return undefined;
  return sign === -1 && scaled !== 0 ? -scaled : scaled;
}

/** Digits without thousands marks, where the marks stand as they must: `1,2345` may be a slip and is no number. */
function plainDigits(digits: string): string | undefined {
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
export function parseNumber(value: CellValue): number | undefined {
  if (value === null) return EMPTY_NUMBER;
  if (typeof value === 'number') return isPlausible(value) ? value : undefined;
  if (typeof value === 'string') return parseNumberText(value);
  return undefined;
}

/** @example formatNumber(1234.5) //=> '1234.5' */
export function formatNumber(value: number): string {
  return Object.is(value, -0) ? '0' : String(value);
}

/** Share of the filled samples that are numbers; a guess counts from 0.9. */
export function guessNumber(samples: readonly CellValue[]): number {
  let filled = 0;
  let good = 0;
  for (const sample of samples) {
    if (sample === null || sample === '') continue;
    const parsed = parseNumber(sample);
    if (parsed !== undefined && Number.isNaN(parsed)) continue;
    filled++;
    if (parsed !== undefined) good++;
  }
  return filled === 0 ? 0 : good / filled;
}
