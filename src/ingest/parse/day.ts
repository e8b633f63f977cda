import { asDay, dayIfReal, dayOf, isoOf } from '../../core/model/day';
import type { CellValue } from '../../workbook/cell-value';
import { dayOfSerial, type DateBase } from '../../workbook/serial-day';
import { isEmptyWord } from './empty-words';

/** How 3/4/2025 is meant: month first or day first. */
export type DayOrder = 'mdy' | 'dmy';

/** How the days of one column are written: decided by the whole column, never by one cell. */
export interface DayStyle {
  readonly base: DateBase;
  /** Of x/y/year; undefined where no cell of the column decides it. */
  readonly order: DayOrder | undefined;
  /** x/y/25 is taken as a day: only where the column proves the order of its parts. */
  readonly shortYears: boolean;
  /** 2026年1月, 2026-01 and 202601 mean the first of the month. */
  readonly months: boolean;
}

/** The cell holds nothing. */
export const EMPTY_DAY = Number.NaN;

/** Business days lie here; a number outside is no day (a quantity, an order number). */
export const FIRST_PLAUSIBLE_DAY = dayOf(1930, 1, 1);
export const LAST_PLAUSIBLE_DAY = dayOf(2099, 12, 31);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/;

/** A day written with slashes, its year last: what decides a column's order. */
const YEAR_LAST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/;

/**
 * A day as people type it, with its time of day as fraction.
 *
 * Reads 2026/1/5, 2026-01-05, 2026.1.5, 2026年1月5日, 20260105, 5-Jan-26, Jan 5, 2026, ISO with T, each with or without
 * a time behind; 1/5/2026 in the order that the column decides. Fullwidth digits count. A day that does not exist
 * (29 Feb 2025) is no day; a year of two digits is read only beside a month's name, or where the column proves its order.
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
  return text
    .normalize('NFKC')
    .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .replace(/\s*\(?(星期|周|礼拜)[一二三四五六日天]\)?\s*/g, ' ')
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? /i, '')
    .replace(/[‐‑–—−]/g, '-')
    .trim();
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
  const compact = text.replace(/ ?([/.\-年月日号]) ?/g, '$1');
  let match = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/.exec(compact);
  if (match) return dayIfReal(Number(match[1]), Number(match[3]), Number(match[4]));
  match = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/.exec(compact);
  if (match) return dayIfReal(Number(match[1]), Number(match[2]), Number(match[3]));
  match = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/.exec(compact);
  if (match) return dayIfReal(Number(match[1]), Number(match[2]), Number(match[3]));
  match = YEAR_LAST.exec(compact);
  if (match) return yearLastDay(match, style);
  if (style.months) {
    match = /^(\d{4})(?:[/.-]|年)?(\d{1,2})月?$/.exec(compact);
    if (match) return dayIfReal(Number(match[1]), Number(match[2]), 1);
    match = /^([a-z]{3,9})\.?[ -](\d{4}|\d{2})$/i.exec(text);
    if (match) return namedDay('1', match[1]!, match[2]!);
  }
  match = /^(\d{1,2})(?:st|nd|rd|th)?[ -]?([a-z]{3,9})\.?[ ,-]*(\d{4}|\d{2})$/i.exec(text);
  if (match) return namedDay(match[1]!, match[2]!, match[3]!);
  match = /^([a-z]{3,9})\.?[ -]?(\d{1,2})(?:st|nd|rd|th)?[ ,-]+(\d{4}|\d{2})$/i.exec(text);
  if (match) return namedDay(match[2]!, match[1]!, match[3]!);
  match = /^(\d{4})[ -]([a-z]{3,9})[ -](\d{1,2})$/i.exec(text);
  return match ? namedDay(match[3]!, match[2]!, match[1]!) : undefined;
}

function namedDay(day: string, name: string, year: string): number | undefined {
  const lower = name.toLowerCase();
  if (!MONTH_NAMES.test(lower)) return undefined;
  return dayIfReal(fullYear(year), MONTHS.indexOf(lower.slice(0, 3)) + 1, Number(day));
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
  if (!Number.isFinite(value)) return undefined;
  if (value >= 19300101 && value <= 20991231 && Number.isInteger(value)) {
    return dayIfReal(Math.floor(value / 10000), Math.floor(value / 100) % 100, value % 100);
  }
  if (style.months && value >= 193001 && value <= 209912 && Number.isInteger(value)) {
    return dayIfReal(Math.floor(value / 100), value % 100, 1);
  }
  const day = dayOfSerial(value, style.base);
  return isPlausible(day) ? day : undefined;
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
  dayFirstShort = 0;
  monthFirst = 0;
  cells = 0;
  short = 0;

  add(text: string): void {
    const [datePart] = splitTime(normalise(text));
    const match = YEAR_LAST.exec(datePart.replace(/ ?([/.-]) ?/g, '$1'));
    if (!match) return;
    const first = Number(match[1]);
    const second = Number(match[3]);
    const isShort = match[4]!.length === 2;
    if (first > 31 || second > 31) return;
    this.cells++;
    if (isShort) this.short++;
    if (first > 12 && second <= 12) this.dayFirst++;
    if (first > 12 && second <= 12 && isShort) this.dayFirstShort++;
    if (second > 12 && first <= 12) this.monthFirst++;
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
   * Whether x/y/25 may be read: only month first is proof. 24/2/3 may be 2024-02-03 as well as 24 Feb 2003, so a first
   * part over 12 proves nothing.
   */
  get readsShortYears(): boolean {
    return this.order === 'mdy' && this.dayFirstShort === 0;
  }
}

/** The style of a column from its samples. */
export function guessDayStyle(samples: readonly CellValue[], base: DateBase, months = false): DayStyle {
  const evidence = new DayEvidence();
  for (const sample of samples) if (typeof sample === 'string') evidence.add(sample);
  return { base, order: evidence.order, shortYears: evidence.readsShortYears, months };
}

/** Share of the filled samples that are days in the style; a guess counts from 0.9. */
export function guessDay(samples: readonly CellValue[], style: DayStyle): number {
  let filled = 0;
  let good = 0;
  for (const sample of samples) {
    if (sample === null || sample === '') continue;
    const parsed = parseMoment(sample, style);
    if (parsed !== undefined && Number.isNaN(parsed)) continue;
    filled++;
    if (parsed !== undefined) good++;
  }
  return filled === 0 ? 0 : good / filled;
}
