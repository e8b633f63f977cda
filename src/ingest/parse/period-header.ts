import { asDay, civilOf, dayIfReal, type Day } from '../../core/model/day';
import { dayOfSerial, type DateBase } from '../../workbook/serial-day';
import { monthOfHeader } from './month-header';
import { quarterOfText } from './quarter';
import { mondayOfWeek, weekOfText } from './week';

/** From the finest to the longest. */
export const SPANS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Span = (typeof SPANS)[number];

/** A stretch of time that a header names; many do without the year. */
export interface Period {
  readonly span: Span;
  readonly year: number | undefined;
  /** 1–12: of a quarter its first one, of a year 1; of a week whatever. */
  readonly month: number;
  /** 1–31 of a day, else 1. */
  readonly day: number;
  readonly week?: number;
}

export interface HeaderPeriod extends Period {
  /** What stands behind it: 数量, 金额, sales. */
  readonly rest: string;
}

/** What title and sheet say of the year and the month. */
export interface SaidTime {
  readonly year?: number;
  readonly month?: number;
}

const DAY_WRITTEN = /^(?:((?:19|20)\d\d)\s*[年/.-]\s*)?(1[0-2]|0?[1-9])\s*[月/.-]\s*(\d{1,2})\s*[日号號]?$/;
const DAY_OF_MONTH = /^(\d{1,2})\s*[日号號]$/;
const YEAR = /^(?:fy|cy)?\s*((?:19|20)\d\d)\s*(?:年度?|fy)?(?!\d)[\s/／-]*(\D.*)?$/i;
const SHORT_YEAR = /^(?:fy\s*['’]?(\d\d)|(\d\d)年度?)(?!\d)[\s/／-]*(\D.*)?$/i;
const NUMBER = /^\d{1,2}$/;

/**
 * The stretch of time that a header stands for: a day, week, month, quarter or year, written out or as a number.
 *
 * @example periodOfHeader('2024Q3', 1900, {}) //=> { span: 'quarter', year: 2024, month: 7, day: 1, rest: '' }
 * @example periodOfHeader('5日', 1900, { year: 2025, month: 3 }) //=> { span: 'day', year: 2025, month: 3, day: 5, rest: '' }
 */
export function periodOfHeader(text: string, base: DateBase, said: SaidTime): HeaderPeriod | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (/^\d{5}$/.test(plain)) {
    const { year, month, day } = civilOf(asDay(dayOfSerial(Number(plain), base)));
    return year >= 1990 && year < 2100 ? { span: 'day', year, month, day, rest: '' } : undefined;
  }
  const week = weekOfText(plain);
  if (week) return { span: 'week', year: week.year ?? said.year, month: 1, day: 1, week: week.week, rest: '' };
  const quarter = quarterOfText(plain);
  if (quarter) return { span: 'quarter', day: 1, ...quarter, year: quarter.year ?? said.year };
  const written = DAY_WRITTEN.exec(plain);
  // 2025-03 is a month, and so is 3月; 3-5 alone may be a range.
  if (written && (written[1] !== undefined || /月/.test(plain)))
    return dayPeriod(Number(written[1] ?? said.year), Number(written[2]), Number(written[3]));
  const month = monthOfHeader(plain, base);
  if (month) return { span: 'month', day: 1, ...month, year: month.year ?? said.year };
  const year = YEAR.exec(plain);
  if (year) return { span: 'year', year: Number(year[1]), month: 1, day: 1, rest: year[2] ?? '' };
  const short = SHORT_YEAR.exec(plain);
  if (short) return { span: 'year', year: 2000 + Number(short[1] ?? short[2]), month: 1, day: 1, rest: short[3] ?? '' };
  const day = DAY_OF_MONTH.exec(plain) ?? NUMBER.exec(plain);
  if (!day || said.year === undefined || said.month === undefined) return undefined;
  return dayPeriod(said.year, said.month, Number(day[1] ?? day[0]));
}

function dayPeriod(year: number, month: number, day: number): HeaderPeriod | undefined {
  if (dayIfReal(Number.isNaN(year) ? 2024 : year, month, day) === undefined) return undefined;
  return { span: 'day', year: Number.isNaN(year) ? undefined : year, month, day, rest: '' };
}

/** The first day of a period; undefined where it has no year, or the year no such day or week. */
export function firstDayOf({ year, month, day, week }: Period, assumedYear?: number): Day | undefined {
  const known = year ?? assumedYear;
  if (known === undefined) return undefined;
  return week === undefined ? dayIfReal(known, month, day) : mondayOfWeek(known, week);
}
