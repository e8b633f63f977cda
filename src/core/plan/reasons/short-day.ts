import type { WorkMonth } from '../../calendar/calendar-month';
import { isoOf, type Day } from '../../model/day';

/** Further from the first of the month than this a day needs its year: half a year. */
const MOST_DAYS = 183;

/** A day in a line of the plan: without the year where it can only be one. @example October 2026: 10-12; 02-17; 2025-11-13 */
export function shortDay(day: Day, { from }: WorkMonth): string {
  const iso = isoOf(day);
  return Math.abs(day - from) <= MOST_DAYS ? iso.slice(5) : iso;
}
