import { getDayDetail, getSolarDateFromLunar, getSolarTermDate } from 'chinese-days';
import type { Text } from '../../i18n/text';
import { asDay, dayIfReal, dayOf, isoOf, weekdayOf, type Day } from '../model/day';

/** What the calendar says of one day. */
export interface DayDetail {
  readonly isWorking: boolean;
  /** The holiday, or the holiday that a make-up workday makes up for; absent on ordinary days. */
  readonly holiday?: Text;
}

/** How the library names a holiday or the day that makes up for it: `National Day,国庆节,3`. */
const HOLIDAY_NAME = /^([^,]+),([^,]+),/;

const parseIso = (iso: string): Day => {
  const [year, month, day] = iso.split('-').map(Number);
  const parsed = dayIfReal(year!, month!, day!);
  if (parsed === undefined) throw new Error(`The calendar gave "${iso}" for a day`);
  return parsed;
};

/** The day of a date of the lunar calendar, in the ordinary month of a leap pair. */
export function dayOfLunar(year: number, month: number, day: number): Day {
  return parseIso(getSolarDateFromLunar(`${year}-${month}-${day}`).date);
}

/**
 * Whether the State Council's notice for a year is in the bundled table. It always names National Day, so its first day
 * tells.
 *
 * Source: definitions §9. @example isPublishedYear(2026) //=> true
 */
export function isPublishedYear(year: number): boolean {
  return HOLIDAY_NAME.test(getDayDetail(`${year}-10-01`).name);
}

/** A day of a published year: days off joined to weekends and make-up workdays as announced. */
export function publishedDay(day: Day): DayDetail {
  const { work, name } = getDayDetail(isoOf(day));
  const match = HOLIDAY_NAME.exec(name);
  return match ? { isWorking: work, holiday: { en: match[1]!, zh: match[2]! } } : { isWorking: work };
}

/**
 * The 13 statutory days of a year whose notice is not out: their dates are fixed or computable, bridges and make-up
 * workdays are not.
 *
 * New Year 1, Spring Festival 4 (from New Year's Eve), Qingming 1, Labour Day 2, Dragon Boat 1, Mid-Autumn 1, National
 * Day 3. Source: definitions §9.
 */
export function statutoryDays(year: number): ReadonlyMap<Day, Text> {
  const newYear = dayOfLunar(year, 1, 1);
  const days: [Day, Text][] = [
    [dayOf(year, 1, 1), { zh: '元旦', en: "New Year's Day" }],
    ...[-1, 0, 1, 2].map((offset): [Day, Text] => [asDay(newYear + offset), { zh: '春节', en: 'Spring Festival' }]),
    [parseIso(getSolarTermDate(year, 4, 'pure_brightness')), { zh: '清明', en: 'Tomb-sweeping Day' }],
    [dayOf(year, 5, 1), { zh: '劳动节', en: 'Labour Day' }],
    [dayOf(year, 5, 2), { zh: '劳动节', en: 'Labour Day' }],
    [dayOfLunar(year, 5, 5), { zh: '端午', en: 'Dragon Boat Festival' }],
    [dayOfLunar(year, 8, 15), { zh: '中秋', en: 'Mid-autumn Festival' }],
    ...[1, 2, 3].map((day): [Day, Text] => [dayOf(year, 10, day), { zh: '国庆节', en: 'National Day' }]),
  ];
  return new Map(days);
}

/** A day of a year whose notice is not out: Monday to Friday but for the statutory days. */
export function unpublishedDay(day: Day, statutory: ReadonlyMap<Day, Text>): DayDetail {
  const holiday = statutory.get(day);
  return holiday ? { isWorking: false, holiday } : { isWorking: weekdayOf(day) < 5 };
}
