import { asDay, civilOf, daysInMonth, monthOf, type Day } from '../model/day';
import type { Settings } from '../settings';

/** 1899-12-30, from which a workbook counts days: a month typed into a cell may have become a day. */
const SERIAL_ZERO = -25569;

/**
 * A month as a person types it, as `monthOf`; undefined where it is none.
 *
 * @example parsePlanMonth('2026-02') //=> 24313, as for 2026年2月, 2026/2/1 and the serial 46054
 */
export function parsePlanMonth(words: string): number | undefined {
  const heard = words.normalize('NFKC').trim();
  const written = /^(\d{4})[-/.年](\d{1,2})(?:月|[-/.]\d{1,2})?$/.exec(heard);
  if (written) {
    const month = Number(written[2]);
    return month >= 1 && month <= 12 ? Number(written[1]) * 12 + month - 1 : undefined;
  }
  const serial = /^\d{5}$/.test(heard) ? Number(heard) : undefined;
  return serial === undefined ? undefined : monthOf(asDay(serial + SERIAL_ZERO));
}

/**
 * The month that is planned: the one that the person typed, else the month of as-of, else, in its last days, the next.
 *
 * Source: proposal. @example as-of 2026-01-31, last 7 days //=> 2026-02; as-of 2026-01-24 //=> 2026-01
 */
export function choosePlanMonth(asOf: Day, settings: Settings): number {
  const typed = parsePlanMonth(settings['plan.month']);
  if (typed !== undefined) return typed;
  const { year, month, day } = civilOf(asOf);
  const daysLeft = daysInMonth(year, month) - day;
  return monthOf(asOf) + (daysLeft < settings['plan.nextMonthDays'] ? 1 : 0);
}
