import type { Text } from '../../i18n/text';
import { verbatim } from '../../i18n/text';
import { NO_FLAG, textAt } from '../model/columns';
import { asDay, civilOf, NO_DAY, weekdayOf, type Day } from '../model/day';
import type { TableOf } from '../model/tables';
import { isPublishedYear, publishedDay, statutoryDays, unpublishedDay, type DayDetail } from './chinese-year';

/** Which country's days off count; `none` knows weekends only, and the 节假日 sheet on top. */
export type CalendarCountry = 'CN' | 'none';

/** Working days, make-up workdays and holidays. */
export interface WorkCalendar {
  isWorking(day: Day): boolean;
  detail(day: Day): DayDetail;
  /** In order. */
  workingDays(from: Day, to: Day): readonly Day[];
  /** Whether all days off of the year are announced; a plan for another year says so. */
  isPublished(year: number): boolean;
  /** Days off in one stretch just before a day, weekends included. */
  daysOffBefore(day: Day): number;
}

/**
 * The working calendar: the country's table, with the days of the 节假日 sheet on top of it.
 *
 * A row of the sheet without the working mark is a day off. Rows without a day say nothing.
 *
 * Source: definitions §9. @example makeWorkCalendar('CN').isWorking(dayOf(2026, 2, 14)) //=> true, a make-up Saturday
 */
export function makeWorkCalendar(country: CalendarCountry, overrides?: TableOf<'holidays'>): WorkCalendar {
  const own = overridesOf(overrides);
  const statutory = new Map<number, ReadonlyMap<Day, Text>>();
  const published = new Map<number, boolean>();

  const isPublished = (year: number): boolean => {
    let known = published.get(year);
    if (known === undefined) {
      known = country === 'none' || isPublishedYear(year);
      published.set(year, known);
    }
    return known;
  };

  const ofCountry = (day: Day): DayDetail => {
    if (country === 'none') return { isWorking: weekdayOf(day) < 5 };
    const { year } = civilOf(day);
    if (isPublished(year)) return publishedDay(day);
    let days = statutory.get(year);
    if (!days) {
      days = statutoryDays(year);
      statutory.set(year, days);
    }
    return unpublishedDay(day, days);
  };

  const known = new Map<Day, DayDetail>();
  const detail = (day: Day): DayDetail => {
    let found = known.get(day);
    if (!found) {
      found = own.get(day) ?? ofCountry(day);
      known.set(day, found);
    }
    return found;
  };

  return {
    detail,
    isPublished,
    isWorking: (day) => detail(day).isWorking,
    workingDays(from, to) {
      const days: Day[] = [];
      for (let day = from; day <= to; day = asDay(day + 1)) if (detail(day).isWorking) days.push(day);
      return days;
    },
    daysOffBefore(day) {
      let off = 0;
      while (off < 60 && !detail(asDay(day - off - 1)).isWorking) off++;
      return off;
    },
  };
}

function overridesOf(table: TableOf<'holidays'> | undefined): ReadonlyMap<Day, DayDetail> {
  const own = new Map<Day, DayDetail>();
  const { day, working, name } = table?.columns ?? {};
  if (!table || !day) return own;
  for (let row = 0; row < table.rows; row++) {
    if (day[row] === NO_DAY) continue;
    const isWorking = (working?.[row] ?? NO_FLAG) === 1;
    const label = textAt(name, row);
    own.set(asDay(day[row]!), label === '' ? { isWorking } : { isWorking, holiday: verbatim(label) });
  }
  return own;
}
