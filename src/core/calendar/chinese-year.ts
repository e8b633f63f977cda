import table from 'chinese-days/dist/chinese-days.json';
import type { Text } from '../../i18n/text';
import { dayOfLunarDate } from './lunar-day';
import { asDay, dayOf, isoOf, weekdayOf, type Day } from '../model/day';

/** What the calendar says of one day. */
export interface DayDetail {
  readonly isWorking: boolean;
  /** The holiday, or the holiday that a make-up workday makes up for; absent on ordinary days. */
  readonly holiday?: Text;
}

/** The library's table by ISO day. Its functions go through the machine's time zone; the table does not. */
const DAYS_OFF: Readonly<Record<string, string>> = table.holidays;
const MAKE_UP_DAYS: Readonly<Record<string, string>> = table.workdays;

/** How the table names a holiday, or the holiday that a day makes up for: `National Day,国庆节,3`. */
function nameOf(entry: string): Text {
  const [en = entry, zh = en] = entry.split(',');
  return { zh, en };
}

/**
 * Whether the State Council's notice for a year is in the bundled table. It always names National Day, so its first day
 * tells.
 *
 * Source: definitions §9. @example isPublishedYear(2026) //=> true
 */
export function isPublishedYear(year: number): boolean {
  return Object.hasOwn(DAYS_OFF, isoOf(dayOf(year, 10, 1)));
}

/** The last year that the table has a notice of. */
const LAST_PUBLISHED = Math.max(...Object.keys(DAYS_OFF).map((iso) => Number(iso.slice(0, 4))));

/** A year before the last announced one: whatever the table has of it, nothing is to be announced any more. */
export const isLongPast = (year: number): boolean => year < LAST_PUBLISHED;

/** A day of a published year: days off joined to weekends and make-up workdays as announced. */
export function publishedDay(day: Day): DayDetail {
  const iso = isoOf(day);
  const off = DAYS_OFF[iso];
  if (off !== undefined) return { isWorking: false, holiday: nameOf(off) };
  const makeUp = MAKE_UP_DAYS[iso];
  if (makeUp !== undefined) return { isWorking: true, holiday: nameOf(makeUp) };
  return { isWorking: weekdayOf(day) < 5 };
}

/**
 * Tomb-sweeping Day: the sun at 15°, the 4th or 5th of April. The usual rule of the almanac for this century: the tropical
 * year's surplus of 0.2422 days, less the leap days so far. @example qingming(2027) //=> 2027-04-05
 */
function qingming(year: number): Day {
  const ofCentury = year - 2000;
  return dayOf(year, 4, Math.floor(ofCentury * 0.2422 + 4.81) - Math.floor(ofCentury / 4));
}

/**
 * The 13 statutory days of a year whose notice is not out: their dates are fixed or computable, bridges and make-up
 * workdays are not.
 *
 * New Year 1, Spring Festival 4 (from New Year's Eve), Qingming 1, Labour Day 2, Dragon Boat 1, Mid-Autumn 1, National
 * Day 3. Source: definitions §9.
 */
export function statutoryDays(year: number): ReadonlyMap<Day, Text> {
  const newYear = dayOfLunarDate(year, 1, 1);
  const days: [Day, Text][] = [
    [dayOf(year, 1, 1), { zh: '元旦', en: "New Year's Day" }],
    ...[-1, 0, 1, 2].map((offset): [Day, Text] => [asDay(newYear + offset), { zh: '春节', en: 'Spring Festival' }]),
    [qingming(year), { zh: '清明', en: 'Tomb-sweeping Day' }],
    [dayOf(year, 5, 1), { zh: '劳动节', en: 'Labour Day' }],
    [dayOf(year, 5, 2), { zh: '劳动节', en: 'Labour Day' }],
    [dayOfLunarDate(year, 5, 5), { zh: '端午', en: 'Dragon Boat Festival' }],
    [dayOfLunarDate(year, 8, 15), { zh: '中秋', en: 'Mid-autumn Festival' }],
    ...[1, 2, 3].map((day): [Day, Text] => [dayOf(year, 10, day), { zh: '国庆节', en: 'National Day' }]),
  ];
  return new Map(days);
}

/** A day of a year whose notice is not out: Monday to Friday but for the statutory days. */
export function unpublishedDay(day: Day, statutory: ReadonlyMap<Day, Text>): DayDetail {
  const holiday = statutory.get(day);
  return holiday ? { isWorking: false, holiday } : { isWorking: weekdayOf(day) < 5 };
}
