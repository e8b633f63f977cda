import { calendarCountryOf } from '../../core/calendar/guess-country';
import { resolveAsOf, resolveWindow } from '../../core/facts/analysis-window';
import type { CountryDay, CountryDays } from '../../core/model/country-days';
import type { Dataset } from '../../core/model/dataset';
import { asDay, civilOf, dayIfReal, type Day } from '../../core/model/day';
import type { PeriodChoice } from '../../core/model/period';
import { choosePlanMonth } from '../../core/plan/plan-month';
import type { Settings } from '../../core/settings';
import { isHolidayCountry, type HolidayCountry } from '../../core/settings/holiday-countries';
import { nameHoliday } from './holiday-names';

/** A holiday as the library tells it. */
export interface ToldHoliday {
  /** `2026-07-03 00:00:00`, and more where it goes by a moon's calendar. */
  readonly date: string;
  readonly start: Date;
  readonly end: Date;
  readonly name: string;
  readonly type: string;
}

/** What is used of the library. */
export interface HolidayLibrary {
  /** In English; `place` is a country, or a country and a part of it. */
  readonly holidaysIn: (place: readonly string[], year: number) => readonly ToldHoliday[];
  /** The day of its data, `2026-09-20`. */
  readonly dataDay: string;
}

export type LoadHolidayLibrary = () => Promise<HolidayLibrary>;

/** The rules of all countries are 290 kB, gzipped: fetched only where a country needs them. */
const importLibrary: LoadHolidayLibrary = async () => {
  const [{ default: Holidays }, { data }] = await Promise.all([import('date-holidays'), import('date-holidays/data')]);
  return {
    holidaysIn: ([country = '', state], year) =>
      (state === undefined ? new Holidays(country) : new Holidays(country, state)).getHolidays(year, 'en'),
    dataDay: data.version,
  };
};

/** Where the library wants a part of the country: only England's list has Easter Monday and the summer bank holiday. */
const PLACES: Partial<Record<HolidayCountry, readonly string[]>> = { GB: ['GB', 'ENG'] };

/** Where days of the moon's calendars are announced year by year, and the library has them day by day. */
const ANNOUNCED: readonly HolidayCountry[] = ['SG'];

/** Beyond these, a year takes long to work out and no plan or period of practice reaches. */
const MOST_YEARS = 30;
const DAY_MS = 86_400_000;

/** The years whose days the analysis and the plan may ask for, with a year on both sides for days in lieu. */
function yearsOf(dataset: Dataset, asked: AskedDays): readonly number[] {
  const asOf = resolveAsOf(dataset, asked.today, asked.asOf);
  const { period, previous, last } = resolveWindow(dataset, asked.period, asOf);
  const planned = Math.floor(choosePlanMonth(asOf, asked.settings) / 12);
  const latest = civilOf(last).year + 1;
  const earliest = Math.max(civilOf(asDay(Math.min(period.from, previous.from))).year - 1, latest - MOST_YEARS);
  const years = new Set([planned - 1, planned, planned + 1]);
  for (let year = earliest; year <= latest; year++) years.add(year);
  return [...years].sort((a, b) => a - b);
}

/** `2026-07-03 00:00:00 -0600` as a day; parts of a day are no day off. */
function wholeDayOf(date: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2}) 00:00:00/.exec(date);
  return match ? dayIfReal(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** Public holidays of the years; what only banks, schools or some people keep is no day off. */
function daysOf({ holidaysIn }: HolidayLibrary, country: HolidayCountry, years: readonly number[]): CountryDay[] {
  const place = PLACES[country] ?? [country];
  const found = new Map<Day, CountryDay>();
  for (const year of years) {
    for (const { date, start, end, name, type } of holidaysIn(place, year)) {
      const first = type === 'public' ? wholeDayOf(date) : undefined;
      if (first === undefined) continue;
      // Rounded: a day on which the clocks change is an hour shorter or longer.
      const length = Math.round((end.getTime() - start.getTime()) / DAY_MS);
      for (let offset = 0; offset < length; offset++) {
        const day = asDay(first + offset);
        if (!found.has(day)) found.set(day, { day, name: nameHoliday(name) });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.day - b.day);
}

/**
 * The public holidays of a country in some years, or why they are not there: offline, the library's chunk cannot be
 * fetched, and the plan then says so and goes by weekends.
 *
 * @example Germany, 2026 //=> nine days, 6 April among them (Easter Monday)
 */
export async function loadCountryDays(
  country: HolidayCountry,
  years: readonly number[],
  load: LoadHolidayLibrary = importLibrary,
): Promise<CountryDays> {
  try {
    const library = await load();
    const days = daysOf(library, country, years);
    return {
      isLoaded: true,
      country,
      days,
      ...(ANNOUNCED.includes(country) && { announcedThrough: Number(library.dataDay.slice(0, 4)) }),
    };
  } catch (error) {
    return { isLoaded: false, country, why: error instanceof Error ? error.message : String(error) };
  }
}

/** What decides which years are needed. */
export interface AskedDays {
  readonly today: Day;
  readonly asOf?: Day;
  readonly period: PeriodChoice;
  readonly settings: Settings;
}

/** The dataset with the holidays of the country that the settings choose; as it is where they choose none. */
export async function withCountryDays(dataset: Dataset, asked: AskedDays, load?: LoadHolidayLibrary): Promise<Dataset> {
  const country = calendarCountryOf(dataset, asked.settings);
  if (!isHolidayCountry(country)) return dataset;
  return { ...dataset, countryDays: await loadCountryDays(country, yearsOf(dataset, asked), load) };
}
