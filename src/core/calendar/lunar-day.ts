import { getYearLeapMonth, monthDays } from 'chinese-days';
import { asDay, dayOf, type Day } from '../model/day';

/** Years whose months the library's table holds. */
export const LUNAR_YEARS = { first: 1900, last: 2100 } as const;

const MONTHS = 12;

/**
 * The day of a date of the lunar calendar, in the ordinary month of a leap pair; beyond the month's last day, its last day.
 *
 * Counted from the first day of the lunar year 1900 with the library's month lengths: its own conversion goes through the
 * machine's time zone and is a day off where that had summer time.
 * @example dayOfLunarDate(2026, 1, 1) //=> 2026-02-17
 */
export function dayOfLunarDate(year: number, month: number, day: number): Day {
  let days = 0;
  for (let y = LUNAR_YEARS.first; y < year; y++) {
    for (let m = 1; m <= MONTHS; m++) days += monthDays(y, m);
    days += getYearLeapMonth(y).days;
  }
  const { leapMonth, days: leapDays } = getYearLeapMonth(year);
  for (let m = 1; m < month; m++) {
    days += monthDays(year, m);
    if (m === leapMonth) days += leapDays;
  }
  return asDay(dayOf(1900, 1, 31) + days + Math.min(day, monthDays(year, month)) - 1);
}
