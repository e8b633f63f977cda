import { asDay } from '../model/day';
import type { WorkCalendar } from './work-calendar';
import type { Settings } from '../settings';

const HOURS_A_DAY = 24;
/** Days beyond which the answer is not walked day by day: nobody measures a reply over ten years. */
const LONGEST = 3660;

/** Hours of one working day. @example 8:30 to 17:30 //=> 9 */
export function hoursOfWorkingDay(settings: Settings): number {
  return Math.max(0, settings['service.dayEnd'] - settings['service.dayStart']);
}

/**
 * Working hours between two moments: the part of each working day between beginning and end of work.
 *
 * A moment without a clock (a bare day) is the beginning of that day. An end before the beginning gives `NaN`.
 * Source: definitions §2. @example Friday 16:30 to Monday 9:30, work 8:30–17:30 //=> 2
 */
export function workingHoursBetween(from: number, to: number, calendar: WorkCalendar, settings: Settings): number {
  if (!(to >= from)) return NaN;
  const start = settings['service.dayStart'] / HOURS_A_DAY;
  const end = settings['service.dayEnd'] / HOURS_A_DAY;
  const first = Math.floor(from);
  const last = Math.floor(to);
  if (last - first > LONGEST) return NaN;
  let days = 0;
  for (let day = first; day <= last; day++) {
    if (!calendar.isWorking(asDay(day))) continue;
    const opens = Math.max(from, day + start);
    const closes = Math.min(to, day + end);
    if (closes > opens) days += closes - opens;
  }
  return days * HOURS_A_DAY;
}
