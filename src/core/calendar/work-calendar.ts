import { type Text, verbatim } from '../../i18n/text';
import { NO_FLAG, textAt } from '../model/columns';
import type { CountryDays } from '../model/country-days';
import { tableOf, type Dataset } from '../model/dataset';
import { asDay, civilOf, NO_DAY, weekdayOf, type Day } from '../model/day';
import type { TableOf } from '../model/tables';
import type { Settings } from '../settings';
import { calendarCountryOf, type CalendarCountry } from './guess-country';
import { isPublishedYear, publishedDay, statutoryDays, unpublishedDay, type DayDetail } from './chinese-year';

export type Weekend = Settings['plan.weekend'];

/** Days of the week off, Monday 0. */
const WEEKEND_DAYS: Readonly<Record<Weekend, readonly number[]>> = {
  satSun: [5, 6],
  friSat: [4, 5],
  sun: [6],
  fri: [4],
};

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
 * A row of the sheet without the working mark is a day off. Rows without a day say nothing. In China the weekend is part of
 * the notices; elsewhere it is chosen, and the days of the country are off besides, as far as they could be loaded; else
 * the first of January alone.
 *
 * Source: definitions §9. @example makeWorkCalendar('CN').isWorking(dayOf(2026, 2, 14)) //=> true, a make-up Saturday
 */
export function makeWorkCalendar(
  country: CalendarCountry,
  overrides?: TableOf<'holidays'>,
  weekend: Weekend = 'satSun',
  countryDays?: CountryDays,
): WorkCalendar {
  const own = overridesOf(overrides);
  const abroad = countryDays?.isLoaded && countryDays.country === country ? countryDays : undefined;
  const daysAbroad = new Map(abroad?.days.map(({ day, name }) => [day, name]));
  const statutory = new Map<number, ReadonlyMap<Day, Text>>();
  const published = new Map<number, boolean>();

  const isPublished = (year: number): boolean => {
    let known = published.get(year);
    if (known === undefined) {
      known = country === 'CN' ? isPublishedYear(year) : year <= (abroad?.announcedThrough ?? Infinity);
      published.set(year, known);
    }
    return known;
  };

  const ofCountry = (day: Day): DayDetail => {
    if (country !== 'CN') {
      const holiday = daysAbroad.get(day) ?? (abroad ? undefined : dayOffEverywhere(day));
      return holiday ? { isWorking: false, holiday } : { isWorking: !WEEKEND_DAYS[weekend].includes(weekdayOf(day)) };
    }
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

/** The calendar that the settings choose, with the workbook's own days. */
export function workCalendarOf(dataset: Dataset, settings: Settings): WorkCalendar {
  const own = tableOf(dataset, 'holidays');
  return makeWorkCalendar(calendarCountryOf(dataset, settings), own, settings['plan.weekend'], dataset.countryDays);
}

/** Where a country's days are not known, one is: the first of January is nearly everywhere a day off. */
const dayOffEverywhere = (day: Day): Text | undefined => {
  const { month, day: dayOfMonth } = civilOf(day);
  return month === 1 && dayOfMonth === 1 ? { zh: '元旦', en: 'New Year’s Day' } : undefined;
};

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
