import { asDay, firstDayOfMonth, lastDayOfMonth, type Day } from '../model/day';
import type { WorkCalendar } from './work-calendar';

/** The working days of the plan's month, by index from 0: what ideal dates and spacing are counted in. */
export interface WorkMonth {
  /** `monthOf` */
  readonly month: number;
  readonly from: Day;
  readonly to: Day;
  readonly days: readonly Day[];
  /** Index of the first working day after as-of; `days.length` where none is left. */
  readonly start: number;
  /** Days on which nobody is called cold: the first after a long break. */
  readonly afterBreak: ReadonlySet<number>;
  readonly calendar: WorkCalendar;
}

/** @example October 2026, as-of 30 September //=> 18 days, the first 8 October, after a break */
export function workMonthOf(calendar: WorkCalendar, month: number, asOf: Day, breakDays: number): WorkMonth {
  const from = firstDayOfMonth(month);
  const to = lastDayOfMonth(month);
  const days = calendar.workingDays(from, to);
  const start = days.findIndex((day) => day > asOf);
  return {
    month,
    from,
    to,
    days,
    start: start < 0 ? days.length : start,
    afterBreak: new Set(
      breakDays === 0 ? [] : days.flatMap((day, index) => (calendar.daysOffBefore(day) >= breakDays ? [index] : [])),
    ),
    calendar,
  };
}

/** Index of the last working day on or before a day; −1 before the month's first. */
export function indexOnOrBefore({ days }: WorkMonth, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The day that is so many working days after another. */
export function addWorkingDays(calendar: WorkCalendar, day: Day, count: number): Day {
  let at = day;
  for (let left = count; left > 0;) {
    at = asDay(at + 1);
    if (calendar.isWorking(at)) left--;
  }
  return at;
}

/**
 * Where the j-th of n contacts of a month belongs: ⌊(j − 0.5) / n · W⌋, in whole numbers.
 *
 * Source: definitions §8 step 3. @example idealIndex(1, 2, 16) //=> 4; idealIndex(2, 2, 21) //=> 15
 */
export function idealIndex(j: number, n: number, workDays: number): number {
  return Math.floor(((2 * j - 1) * workDays) / (2 * n));
}

/** Least working days between two of n contacts: ⌊W / (n + 1)⌋ − 1, at least 1. @example spacingOf(2, 16) //=> 4 */
export function spacingOf(n: number, workDays: number): number {
  return Math.max(1, Math.floor(workDays / (n + 1)) - 1);
}
