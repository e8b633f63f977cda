import type { WorkMonth } from '../../calendar/calendar-month';
import { civilOf, isoOf, type Day } from '../../model/day';

/** A day in a line of the plan: without the year where it is that of the plan's month. @example 10-12; 2025-11-13 */
export function shortDay(day: Day, { from }: WorkMonth): string {
  const iso = isoOf(day);
  return civilOf(day).year === civilOf(from).year ? iso.slice(5) : iso;
}
