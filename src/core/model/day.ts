/**
 * A calendar day without clock or time zone: whole days since 1970-01-01.
 *
 * Nothing in `core` asks what day it is: today enters once, as `asOf`.
 */
export type Day = number & { readonly __unit: 'Day' };

/** How a column of days marks a cell without one. Never leaves a column: results use `Outcome`. */
export const NO_DAY = -0x80000000;

export function asDay(value: number): Day {
  return value as Day;
}

export interface CivilDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

/** Days since 1970-01-01 of a civil date of the Gregorian calendar. @example dayOf(2026, 1, 5) //=> 20458 */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return asDay(era * 146097 + dayOfEra - 719468);
}

/** @example civilOf(dayOf(2024, 2, 29)) //=> { year: 2024, month: 2, day: 29 } */
export function civilOf(value: Day): CivilDate {
  const z = value + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A civil date that exists, or nothing: 29 Feb 2025 is not a day. */
export function dayIfReal(year: number, month: number, day: number): Day | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayOf(year, month, day);
}

/** Months since year 0: the key by which months are grouped. @example monthOf(dayOf(2026, 1, 5)) //=> 24312 */
export function monthOf(value: Day): number {
  const { year, month } = civilOf(value);
  return year * 12 + month - 1;
}

export function firstDayOfMonth(month: number): Day {
  return dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
}

export function lastDayOfMonth(month: number): Day {
  return asDay(firstDayOfMonth(month + 1) - 1);
}

/** The same day so many months later; the 31st becomes the month's last day. */
export function addMonths(value: Day, months: number): Day {
  const { year, month, day } = civilOf(value);
  const target = year * 12 + month - 1 + months;
  const y = Math.floor(target / 12);
  const m = (target % 12) + 1;
  return dayOf(y, m, Math.min(day, daysInMonth(y, m)));
}

/** 0 Monday … 6 Sunday. */
export function weekdayOf(value: Day): number {
  return (((value + 3) % 7) + 7) % 7;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** `YYYY-MM-DD` as a day; anything else is nothing. @example dayOfIso('2026-02-30') //=> undefined */
export function dayOfIso(iso: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return (match && dayIfReal(Number(match[1]), Number(match[2]), Number(match[3]))) ?? undefined;
}

/** @example isoOf(dayOf(2026, 1, 5)) //=> '2026-01-05' */
export function isoOf(value: Day): string {
  const { year, month, day } = civilOf(value);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** @example isoMonthOf(monthOf(dayOf(2026, 1, 5))) //=> '2026-01' */
export function isoMonthOf(month: number): string {
  return `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}`;
}
