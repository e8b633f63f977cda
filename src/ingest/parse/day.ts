import { asDay, dayIfReal, dayOf, isoOf } from '../../core/model/day';
import type { CellValue } from '../../workbook/cell-value';
import { dayOfSerial, serialOfDay, type DateBase } from '../../workbook/serial-day';
import { digitsOfChinese, integerOfChinese } from './chinese-digits';
import { isEmptyWord } from './empty-words';
import { monthOfName } from './month-names';
import { quarterOfText } from './quarter';
import { mondayOfWeek, weekOfText } from './week';

/** How 3/4/2025 is meant: month first or day first. */
export type DayOrder = 'mdy' | 'dmy';

/** How the days of one column are written: decided by the whole column, never by one cell. */
export interface DayStyle {
  readonly base: DateBase;
  /** Of x/y/year; undefined where no cell of the column decides it. */
  readonly order: DayOrder | undefined;
  /** x/y/25 is taken as a day: only where the column proves the order of its parts. */
  readonly shortYears: boolean;
  /** 25/1/5 is 2025-01-05: only where the column proves it. */
  readonly yearFirst?: boolean | undefined;
  /** Days that Excel holds have day and month exchanged (`swapped-days.ts`). */
  readonly swapped?: boolean;
  /** They look exchanged, and nobody has said so. */
  readonly looksSwapped?: boolean;
  /** 2026年1月, 2026-01 and 202601 mean the first of the month. */
  readonly months: boolean;
  /** The year of 1月5日, where the title or the sheet's name says it. */
  readonly year?: number | undefined;
}

/** The cell holds nothing. */
export const EMPTY_DAY = Number.NaN;

/** Business days lie here; a number outside is no day (a quantity, an order number). */
export const FIRST_PLAUSIBLE_DAY = dayOf(1930, 1, 1);
export const LAST_PLAUSIBLE_DAY = dayOf(2099, 12, 31);

/** A day written with slashes, its year last: what decides a column's order. */
const YEAR_LAST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/;
/** 25/1/5: its year of two digits in front, or 25/01/05, which may be anything. */
const YEAR_FIRST = /^(\d{2})([/.-])(\d{1,2})\2(\d{1,2})$/;

/**
 * A day as people type it, with its time of day as fraction.
 *
 * Reads 2026/1/5, 2026-01-05, 2026.1.5, 2026年1月5日, 20260105, 二〇二六年一月五日, 115/1/5 and 民國115年1月5日, 令和8年1月5日, 5-Jan-26,
 * Jan 5, 2026 (month names of seven languages), ISO with T, each with or without a time behind; 1/5/2026 in the order that
 * the column decides, 1月5日 where the style knows the year, and a serial number kept as text. Fullwidth digits count. A day
 * that does not exist (29 Feb 2025) is no day; a year of two digits is read only beside a month's name, or where the
 * column proves its order.
 *
 * @returns Days since 1970-01-01, `NaN` for an empty cell, `undefined` for what is no day.
 * @example parseDayText('2026年1月5日', style) //=> 20458
 */
export function parseDayText(text: string, style: DayStyle): number | undefined {
  if (isEmptyWord(text)) return EMPTY_DAY;
  const plain = normalise(text);
  if (plain.length > 60) return undefined;
  const [datePart, time] = splitTime(plain);
  if (time === undefined) return undefined;
  const day = parseDatePart(datePart, style);
  return day === undefined || !isPlausible(day) ? undefined : day + time;
}

function normalise(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
      .replace(/\s*\(?(星期|周|礼拜)[一二三四五六日天]\)?\s*/g, ' ')
      .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? /i, '')
      .replace(/[‐‑–—−]/g, '-')
      .trim()
      // An accounting period is a month: 2025年第3期, 2025.03期.
      .replace(/^((?:19|20)\d{2})[年./-]?第?(0?[1-9]|1[0-2])期$/, '$1年$2月')
  );
}

/** The time behind the date as fraction of a day; undefined where it is no time. */
function splitTime(text: string): [string, number | undefined] {
  const match =
    /^(.*?[\d日号])(?:[T ]|(?<=[日号])| ?(?=上午|下午|晚上|中午|凌晨|早上))(上午|下午|晚上|中午|凌晨|早上)? ?(\d{1,2})[:时点](?:(\d{1,2})(?:[:分](\d{1,2}(?:\.\d+)?)?秒?)?)?分? ?(am|pm|a\.m\.|p\.m\.)?(?: ?z| ?[+-]\d{2}:?\d{2})?$/i.exec(
      text,
    );
  if (!match) return [text, 0];
  let hour = Number(match[3]);
  const minute = Number(match[4] ?? 0);
  const second = Number(match[5] ?? 0);
  const half = match[2] ?? match[6]?.toLowerCase()[0];
  if (hour > 24 || minute > 59 || second >= 60) return [text, undefined];
  if ((half === '下午' || half === '晚上' || half === 'p') && hour < 12) hour += 12;
  if ((half === '凌晨' || half === 'a') && hour === 12) hour = 0;
  return [match[1]!, (hour * 3600 + minute * 60 + second) / 86400];
}

function parseDatePart(text: string, style: DayStyle): number | undefined {
  const compact = withWesternYear(text.replace(/ ?([/.\-年月日号號]) ?/g, '$1'));
  let match = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/.exec(compact);
  if (match) return dayIfReal(Number(match[1]), Number(match[3]), Number(match[4]));
  match = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号號]?$/.exec(compact);
  if (match) return dayIfReal(Number(match[1]), Number(match[2]), Number(match[3]));
  match = /^(\d{4}) (\d{1,2}) (\d{1,2})$/.exec(compact);
  if (match) return dayIfReal(Number(match[1]), Number(match[2]), Number(match[3]));
  match = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/.exec(compact);
  if (match) return dayIfReal(Number(match[1]), Number(match[2]), Number(match[3]));
  match = /^(\d{2})年(\d{1,2})月(\d{1,2})[日号號]?$/.exec(compact);
  if (match && style.yearFirst) return dayIfReal(fullYear(match[1]!), Number(match[2]), Number(match[3]));
  match = style.yearFirst ? YEAR_FIRST.exec(compact) : null;
  if (match) return dayIfReal(fullYear(match[1]!), Number(match[3]), Number(match[4]));
  match = YEAR_LAST.exec(compact);
  if (match) return yearLastDay(match, style);
  if (style.months) {
    match = /^(\d{4})(?:[/.-]|年)?(\d{1,2})月?份?$/.exec(compact);
    if (match) return dayIfReal(Number(match[1]), Number(match[2]), 1);
    match = /^(\d{1,2})[/.-](\d{4})$/.exec(compact);
    if (match) return dayIfReal(Number(match[2]), Number(match[1]), 1);
    match = /^(\p{L}{3,10})\.?[ -]?['’]?(\d{4}|\d{2})$/u.exec(text);
    if (match) return namedDay('1', match[1]!, match[2]!);
    match = style.year === undefined ? null : /^(\d{1,2})月份?$/.exec(compact);
    if (match) return dayIfReal(style.year!, Number(match[1]), 1);
    match = style.year === undefined ? null : /^(十[一二]?|[一二三四五六七八九])月份?$/.exec(compact);
    if (match) return dayIfReal(style.year!, integerOfChinese(match[1]!)!, 1);
    match = /^(\d{2})年(\d{1,2})月份?$/.exec(compact);
    if (match) return dayIfReal(fullYear(match[1]!), Number(match[2]), 1);
    const longer = firstDayOfLonger(text, style);
    if (longer !== undefined) return longer;
    match = style.year === undefined ? null : /^(\p{L}{3,10})\.?$/u.exec(text);
    if (match) return namedDay('1', match[1]!, String(style.year));
  }
  match = /^\d{10}(?:\d{3})?$/.exec(compact);
  if (match) return dayOfUnixTime(Number(compact));
  match = /^(\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?[ -]?(?:de )?(\p{L}{3,10})\.?[ ,-]*(?:de )?(\d{4}|\d{2})$/u.exec(text);
  if (match) return namedDay(match[1]!, match[2]!, match[3]!);
  match = /^(\p{L}{3,10})\.?[ -]?(\d{1,2})(?:st|nd|rd|th)?[ ,-]+(\d{4}|\d{2})$/u.exec(text);
  if (match) return namedDay(match[2]!, match[1]!, match[3]!);
  match = /^(\d{4})[ -](\p{L}{3,10})[ -](\d{1,2})$/u.exec(text);
  if (match) return namedDay(match[3]!, match[2]!, match[1]!);
  if (style.year !== undefined) return dayOfYear(compact, style.year);
  // A serial number that was kept as text; five digits, since 1954.
  match = /^([2-6]\d{4})(?:\.\d+)?$/.exec(compact);
  return match ? dayOfSerial(Number(match[1]), style.base) : undefined;
}

/** 2025-W12, 第12周, 2024Q3, 2025年: their first day. */
function firstDayOfLonger(text: string, { year }: DayStyle): number | undefined {
  const week = weekOfText(text);
  if (week) {
    const known = week.year ?? year;
    return known === undefined ? undefined : mondayOfWeek(known, week.week);
  }
  const quarter = quarterOfText(text);
  if (quarter?.rest === '') {
    const known = quarter.year ?? year;
    return known === undefined ? undefined : dayIfReal(known, quarter.month, 1);
  }
  const match = /^(?:fy\s?)?((?:19|20)\d\d)(?:年度?)$/i.exec(text);
  return match ? dayIfReal(Number(match[1]), 1, 1) : undefined;
}

/** 2001-09-09 to 2065-01-24 in seconds, or in milliseconds: no serial, no yyyymmdd has so many digits. */
const UNIX_SECONDS = [1_000_000_000, 3_000_000_000] as const;

/**
 * The moment of a Unix time, in seconds or milliseconds, as of Greenwich.
 *
 * @example dayOfUnixTime(1735689600) //=> 20089, 2025-01-01
 */
export function dayOfUnixTime(value: number): number | undefined {
  const seconds = value >= UNIX_SECONDS[0] * 1000 ? value / 1000 : value;
  return seconds >= UNIX_SECONDS[0] && seconds < UNIX_SECONDS[1] ? seconds / 86400 : undefined;
}

/** 1月5日, 1/5, 01-05, 5-Jan: the year stands elsewhere. */
function dayOfYear(text: string, year: number): number | undefined {
  let match = /^(\d{1,2})月(\d{1,2})[日号號]?$/.exec(text) ?? /^(\d{1,2})[/.-](\d{1,2})$/.exec(text);
  if (match) return dayIfReal(year, Number(match[1]), Number(match[2]));
  match = /^(\d{1,2})[ -](\p{L}{3,10})$/u.exec(text);
  return match ? namedDay(match[1]!, match[2]!, String(year)) : undefined;
}

const ERAS: Readonly<Record<string, number>> = { 民国: 1911, 民國: 1911, 令和: 2018, 平成: 1988, r: 2018, h: 1988 };

/** 二〇二六年一月五日, 民國115年1月5日, 115/1/5 and 令和8年1月5日 with digits and the year of the West. */
function withWesternYear(text: string): string {
  let plain = text;
  const written =
    /^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})[日号號]?)?$/.exec(
      plain,
    );
  if (written) {
    const [year, month, day] = [digitsOfChinese(written[1]!), ...[written[2]!, written[3] ?? ''].map(integerOfChinese)];
    if (year !== undefined && month !== undefined)
      return written[3] === undefined ? `${year}年${month}月` : `${year}年${month}月${day ?? 0}日`;
  }
  const era = /^(民国|民國|令和|平成|[rh](?=\d))(\d{1,3}|元)([年/.-])(.*)$/i.exec(plain);
  if (era) plain = `${ERAS[era[1]!.toLowerCase()]! + (era[2] === '元' ? 1 : Number(era[2]))}${era[3]}${era[4]}`;
  // Taiwan's years: 115/1/5.
  const minguo = /^(\d{3})([年/.-])(\d{1,2}[月/.-]\d{1,2}[日号號]?)$/.exec(plain);
  if (minguo && Number(minguo[1]) >= 80 && Number(minguo[1]) <= 150)
    plain = `${Number(minguo[1]) + 1911}${minguo[2]}${minguo[3]}`;
  return plain;
}

function namedDay(day: string, name: string, year: string): number | undefined {
  const month = monthOfName(name);
  return month === undefined ? undefined : dayIfReal(fullYear(year), month, Number(day));
}

/** Two digits as Excel reads them: 00–29 are this century, 30–99 the last. */
function fullYear(year: string): number {
  return year.length === 4 ? Number(year) : Number(year) + (Number(year) < 30 ? 2000 : 1900);
}

function yearLastDay(match: RegExpExecArray, style: DayStyle): number | undefined {
  const year = match[4]!;
  if (year.length === 2 && !style.shortYears) return undefined;
  // Where nothing decides: with points the day stands first (German), else the month (what ERPs in English export).
  const order = style.order ?? (match[2] === '.' ? 'dmy' : 'mdy');
  const first = Number(match[1]);
  const second = Number(match[3]);
  return order === 'mdy' ? dayIfReal(fullYear(year), first, second) : dayIfReal(fullYear(year), second, first);
}

function isPlausible(day: number): boolean {
  return day >= FIRST_PLAUSIBLE_DAY && day <= LAST_PLAUSIBLE_DAY;
}

/**
 * A number standing in a column of days: a serial of the workbook's base, or 20260105.
 *
 * @example parseDayNumber(46027, style) //=> 20458
 */
export function parseDayNumber(value: number, style: DayStyle): number | undefined {
  if (value >= 19300101 && value <= 20991231 && Number.isInteger(value)) {
    return dayIfReal(Math.floor(value / 10000), Math.floor(value / 100) % 100, value % 100);
  }
  if (style.months && value >= 193001 && value <= 209912 && Number.isInteger(value)) {
    return dayIfReal(Math.floor(value / 100), value % 100, 1);
  }
  if (style.months && style.year !== undefined && value >= 1 && value <= 12 && Number.isInteger(value)) {
    return dayIfReal(style.year, value, 1);
  }
  const unix = dayOfUnixTime(value);
  if (unix !== undefined) return unix;
  const day = dayOfSerial(value, style.base);
  return isPlausible(day) ? day : undefined;
}

/**
 * The serials that no style takes for anything but a serial, from the first up to the second of them, and how many days
 * each is ahead of its day: what `parseDayNumber` would find, for a million cells at once.
 */
export function serialsOfDays({ base }: DayStyle): {
  readonly from: number;
  readonly to: number;
  readonly ahead: number;
} {
  const from = serialOfDay(FIRST_PLAUSIBLE_DAY, base);
  return { from, to: serialOfDay(LAST_PLAUSIBLE_DAY, base), ahead: from - FIRST_PLAUSIBLE_DAY };
}

/** A cell of a column of days, the time of day kept as fraction. */
export function parseMoment(value: CellValue, style: DayStyle): number | undefined {
  if (value === null) return EMPTY_DAY;
  if (typeof value === 'number') return parseDayNumber(value, style);
  return typeof value === 'string' ? parseDayText(value, style) : undefined;
}

/** A cell of a column of days, without the time of day. */
export function parseDay(value: CellValue, style: DayStyle): number | undefined {
  const moment = parseMoment(value, style);
  return moment === undefined ? undefined : Math.floor(moment);
}

/** @example formatDay(20458) //=> '2026-01-05' */
export function formatDay(day: number): string {
  return isoOf(asDay(day));
}

/** What the texts of a column say about the order of x/y/year. */
export class DayEvidence {
  /** Cells whose first part is over 12 (a day), whose second is, and all of this form. */
  dayFirst = 0;
  monthFirst = 0;
  cells = 0;
  short = 0;
  /** Least and most of the first and the last part of days with short years. */
  private readonly firstParts: [number, number] = [99, -1];
  private readonly lastParts: [number, number] = [99, -1];
  /** Every short day is real with its year in front. */
  private fitsYearFirst = true;
  private showsYearFirst = false;

  add(text: string): void {
    const [datePart] = splitTime(normalise(text));
    const compact = datePart.replace(/ ?([/.-]) ?/g, '$1');
    const short = YEAR_FIRST.exec(compact);
    if (short) this.addShort(Number(short[1]), Number(short[3]), short[4]!);
    const match = YEAR_LAST.exec(compact);
    if (!match) return;
    const first = Number(match[1]);
    const second = Number(match[3]);
    if (first > 31 || second > 31) return;
    this.cells++;
    if (match[4]!.length === 2) this.short++;
    if (first > 12 && second <= 12) this.dayFirst++;
    if (second > 12 && first <= 12) this.monthFirst++;
  }

  private addShort(first: number, second: number, lastPart: string): void {
    const last = Number(lastPart);
    // No year is written with one digit.
    if (lastPart.length === 1) this.showsYearFirst = true;
    for (const [range, part] of [
      [this.firstParts, first],
      [this.lastParts, last],
    ] as const) {
      range[0] = Math.min(range[0], part);
      range[1] = Math.max(range[1], part);
    }
    if (second < 1 || second > 12 || last < 1 || last > 31) this.fitsYearFirst = false;
  }

  /** The years of a column lie close together, its days do not: 25/1/5, 25/1/19, 25/2/28. */
  get isYearFirst(): boolean {
    if (!this.fitsYearFirst || spreadOf(this.firstParts) > YEARS_APART) return false;
    return this.showsYearFirst || spreadOf(this.lastParts) > YEARS_APART;
  }

  /** The part of a style that the column itself decides. */
  get shown(): Pick<DayStyle, 'order' | 'shortYears' | 'yearFirst'> {
    const yearFirst = this.isYearFirst;
    return { order: yearFirst ? undefined : this.order, shortYears: !yearFirst && this.readsShortYears, yearFirst };
  }

  /** Undefined where no cell decides, or cells contradict each other. */
  get order(): DayOrder | undefined {
    if (this.dayFirst > 0 === this.monthFirst > 0) return undefined;
    return this.monthFirst > 0 ? 'mdy' : 'dmy';
  }

  get isContradictory(): boolean {
    return this.dayFirst > 0 && this.monthFirst > 0;
  }

  /**
   * Whether x/y/25 may be read: month first is proof. 24/2/3 may be 2024-02-03 as well as 24 Feb 2003, so a first part
   * over 12 proves something only where the last parts lie as close together as years do and the first ones do not.
   */
  get readsShortYears(): boolean {
    if (this.order === 'mdy') return true;
    return this.order === 'dmy' && spreadOf(this.lastParts) <= YEARS_APART && spreadOf(this.firstParts) > YEARS_APART;
  }
}

/** Sales of one sheet span no more years. */
const YEARS_APART = 5;

const spreadOf = ([least, most]: readonly [number, number]): number => (most < 0 ? 0 : most - least);

/** The style of a column from its samples. */
export function guessDayStyle(
  samples: readonly CellValue[],
  base: DateBase,
  months = false,
  year: number | undefined = undefined,
): DayStyle {
  const evidence = new DayEvidence();
  for (const sample of samples) if (typeof sample === 'string') evidence.add(sample);
  return { base, months, ...evidence.shown, ...(year !== undefined && { year }) };
}

/** Share of the filled samples that are days in the style; a guess counts from 0.9. */
export function guessDay(samples: readonly CellValue[], style: DayStyle): number {
  let filled = 0;
  let good = 0;
  for (const sample of samples) {
    const parsed = parseMoment(sample, style);
    if (parsed !== undefined && Number.isNaN(parsed)) continue;
    filled++;
    if (parsed !== undefined) good++;
  }
  return filled === 0 ? 0 : good / filled;
}
