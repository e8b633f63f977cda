import { asDay, civilOf, dayIfReal, firstDayOfMonth, type Day } from '../../core/model/day';
import type { CellValue } from '../../workbook/cell-value';
import { dayOfSerial, type DateBase } from '../../workbook/serial-day';
import { wordsOf } from './read-rows';

/**
 * A day as a person types it into a sheet of ours: a day of the workbook, or words with or without the year. Without a year to take
 * it for, words without one are no day.
 *
 * @example readTypedDay('2月9日', 1900, 2026) //=> 2026-02-09, as for 46062, '2026-2-9', '2026.2.9', '20260209' and '2/9'
 */
export function readTypedDay(value: CellValue, dateBase: DateBase, year: number | undefined): Day | undefined {
  if (typeof value === 'number') {
    const whole = readDigits(String(value));
    if (whole !== undefined) return whole;
    return value >= 1 && value < 2_958_466 ? asDay(Math.floor(dayOfSerial(value, dateBase))) : undefined;
  }
  const words = wordsOf(value).normalize('NFKC').trim();
  const full = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?/.exec(words);
  if (full) return dayIfReal(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = /^(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/.exec(words);
  if (short) return year === undefined ? undefined : dayIfReal(year, Number(short[1]), Number(short[2]));
  if (/^\d{5}(\.\d+)?$/.test(words)) return asDay(Math.floor(dayOfSerial(Number(words), dateBase)));
  return readDigits(words);
}

/**
 * A day to come, of a row of a plan's month: a day without a year is of the year in which it is still ahead. A row of no month is of
 * no plan, and its day has to say its year.
 *
 * @example '1月5日' on a row of December 2026 //=> 2027-01-05
 */
export function readDayAhead(value: CellValue, dateBase: DateBase, month: number | undefined): Day | undefined {
  if (month === undefined) return readTypedDay(value, dateBase, undefined);
  const from = firstDayOfMonth(month);
  const { year } = civilOf(from);
  const day = readTypedDay(value, dateBase, year);
  return day !== undefined && day < from ? readTypedDay(value, dateBase, year + 1) : day;
}

function readDigits(words: string): Day | undefined {
  const match = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(words);
  return match ? dayIfReal(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}
