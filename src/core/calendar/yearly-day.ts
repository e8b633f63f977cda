import { civilOf, dayIfReal, dayOf, daysInMonth, type Day } from '../model/day';
import { dayOfLunarDate, LUNAR_YEARS } from './lunar-day';

/** A day that returns every year, by the solar or the lunar calendar. */
export interface YearlyDay {
  readonly calendar: 'solar' | 'lunar';
  readonly month: number;
  readonly day: number;
}

const LUNAR_MARK = /农历|阴历|旧历|lunar/i;
const MONTH_NAMES = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const DIGITS = '一二三四五六七八九';

/**
 * Reads a birthday or anniversary as people write it; the year is not needed.
 *
 * Solar: `1980-05-06`, `5月6日`, `5/6`, `19800506`. Lunar: `农历八月十五`, `农历1968年腊月廿三`, `农历8月15日`; a day of a leap month
 * is kept as that of the ordinary month.   Source: 001-35.
 * @example parseYearlyDay('农历八月十五') //=> { calendar: 'lunar', month: 8, day: 15 }
 */
export function parseYearlyDay(written: string): YearlyDay | undefined {
  const text = written.trim();
  if (text === '') return undefined;
  return LUNAR_MARK.test(text) ? parseLunar(text.replace(LUNAR_MARK, '')) : parseSolar(text);
}

/**
 * The next time that a yearly day falls on or after a day. 29 February is kept on the 28th in other years; the 30th of a lunar
 * month that has 29 days, on the 29th.   Source: 001-35, definitions §8.
 * @example nextOccurrence({ calendar: 'solar', month: 2, day: 29 }, 2026-02-01) //=> 2026-02-28
 */
export function nextOccurrence(yearly: YearlyDay, from: Day): Day | undefined {
  const { year } = civilOf(from);
  for (const candidate of [year - 1, year, year + 1]) {
    const day = occurrenceIn(yearly, candidate);
    if (day !== undefined && day >= from) return day;
  }
  return undefined;
}

function occurrenceIn(yearly: YearlyDay, year: number): Day | undefined {
  if (yearly.calendar === 'solar') {
    return dayOf(year, yearly.month, Math.min(yearly.day, daysInMonth(year, yearly.month)));
  }
  if (year < LUNAR_YEARS.first || year > LUNAR_YEARS.last) return undefined;
  return dayOfLunarDate(year, yearly.month, yearly.day);
}

function parseSolar(text: string): YearlyDay | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const parts = compact ?? /^(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:\s.*)?$/.exec(text);
  if (!parts) return undefined;
  const [, year, month, day] = parts;
  // Without a year any real day of a leap year will do.
  const isReal = dayIfReal(year === undefined ? 2024 : Number(year), Number(month), Number(day)) !== undefined;
  return isReal ? { calendar: 'solar', month: Number(month), day: Number(day) } : undefined;
}

function parseLunar(text: string): YearlyDay | undefined {
  const parts =
    /^(?:[^年]*年)?\s*闰?(正|一|二|三|四|五|六|七|八|九|十一|十二|十|冬|腊|\d{1,2})月\s*(?:初)?(\S{1,3}?)[日号]?$/.exec(
      text.trim(),
    ) ?? /^(?:\s*\d{4}\s*[-/.])?\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})$/.exec(text.trim());
  if (!parts) return undefined;
  const month = monthOf(parts[1]!);
  const day = dayOfMonth(parts[2]!);
  if (month < 1 || month > 12 || day < 1 || day > 30) return undefined;
  return { calendar: 'lunar', month, day };
}

function monthOf(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  if (word === '一') return 1;
  if (word === '十一') return 11;
  if (word === '十二') return 12;
  return MONTH_NAMES.indexOf(word) + 1;
}

/** @example dayOfMonth('廿三') //=> 23; dayOfMonth('十五') //=> 15; dayOfMonth('三十') //=> 30 */
function dayOfMonth(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  const parts = /^(二十|三十|廿|卅|十)?([一二三四五六七八九])?$/.exec(word);
  if (!parts) return 0;
  const tens = { 十: 10, 二十: 20, 廿: 20, 三十: 30, 卅: 30 }[parts[1] ?? ''] ?? 0;
  const ones = parts[2] === undefined ? 0 : DIGITS.indexOf(parts[2]) + 1;
  return tens + ones;
}
