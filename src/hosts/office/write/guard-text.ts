import type { PlanValue } from '../../../workbook/plan';

/** What Excel would take as a formula, a number, a day, a time, a flag or an error if it were typed. */
const STARTS_LIKE_INPUT = /^[\s]*[=+\-@'#]/;
const HAS_DIGIT = /[0-9０-９]/;
const STARTS_LIKE_NUMBER = /^[\s¥$€£￥(（]*[.0-9０-９]/;
const IS_FLAG = /^\s*(true|false)\s*$/i;
const MONTH = /^\s*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/**
 * Whether a text would not stay text in a cell whose format is not `@`. Rather too often than too seldom: an apostrophe
 * that was not needed is not seen.
 *
 * @example wouldBeConverted('2026/1/5') //=> true
 */
export function wouldBeConverted(text: string): boolean {
  if (STARTS_LIKE_INPUT.test(text) || IS_FLAG.test(text)) return true;
  if (!HAS_DIGIT.test(text)) return false;
  return STARTS_LIKE_NUMBER.test(text) || MONTH.test(text);
}

/**
 * A value as it is handed to `Range.values`: nothing for Excel to interpret. In a text column (`@`) everything stays as
 * written; elsewhere a leading apostrophe says so. Empty is '', since null would leave the old cell alone.
 */
export function inputOf(value: PlanValue, isTextColumn: boolean): string | number | boolean {
  if (value === null) return '';
  if (typeof value !== 'string' || isTextColumn || value === '') return value;
  return wouldBeConverted(value) ? `'${value}` : value;
}
