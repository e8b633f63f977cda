import { loadCountryDays, withCountryDays, type HolidayLibrary } from '../../../../src/app/holidays/country-holidays';
import type { CountryDays } from '../../../../src/core/model/country-days';
import { dayOf, isoOf, weekdayOf } from '../../../../src/core/model/day';
import { makeWorkCalendar } from '../../../../src/core/calendar/work-calendar';
import { settingsWith } from '../../../../src/core/settings';
import { HOLIDAY_COUNTRIES, type HolidayCountry } from '../../../../src/core/settings/holiday-countries';
import { aDataset, day } from '../../../support/dataset-builder';

/**
 * Monday to Friday off in 2026, written down from the official lists: the Hong Kong gazette, Singapore's Ministry of Manpower,
 * Japan's Cabinet Office, the US Office of Personnel Management, Mexico's labour law (art. 74), Brazil's federal laws, gov.uk,
 * the holiday laws of the European countries (Spain: the days that no region may move), Australia's Fair Work Act, New Zealand's
 * Holidays Act, South Africa's Public Holidays Act.
 */
const OFFICIAL_2026: Readonly<Record<HolidayCountry, string>> = {
  HK: '01-01 02-17 02-18 02-19 04-03 04-06 04-07 05-01 05-25 06-19 07-01 10-01 10-19 12-25',
  SG: '01-01 02-17 02-18 04-03 05-01 05-27 06-01 08-10 11-09 12-25',
  JP: '01-01 01-12 02-11 02-23 03-20 04-29 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23',
  US: '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25',
  MX: '01-01 02-02 03-16 05-01 09-16 11-16 12-25',
  BR: '01-01 04-03 04-21 05-01 09-07 10-12 11-02 11-20 12-25',
  DE: '01-01 04-03 04-06 05-01 05-14 05-25 12-25',
  FR: '01-01 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25',
  GB: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  IT: '01-01 01-06 04-06 05-01 06-02 12-08 12-25',
  ES: '01-01 01-06 04-03 05-01 10-12 12-08 12-25',
  NL: '01-01 04-06 04-27 05-14 05-25 12-25',
  BE: '01-01 04-06 05-01 05-14 05-25 07-21 11-11 12-25',
  AT: '01-01 01-06 04-06 05-01 05-14 05-25 06-04 10-26 12-08 12-25',
  PL: '01-01 01-06 04-06 05-01 06-04 11-11 12-24 12-25',
  AU: '01-01 01-26 04-03 04-06 12-25 12-28',
  NZ: '01-01 01-02 02-06 04-03 04-06 04-27 06-01 07-10 10-26 12-25 12-28',
  ZA: '01-01 04-03 04-06 04-27 05-01 06-16 08-10 09-24 12-16 12-25',
};

const loaded = async (country: HolidayCountry, years: readonly number[]) => {
  const found = await loadCountryDays(country, years);
  if (!found.isLoaded) throw new Error(found.why);
  return found;
};
const nameOn = ({ days }: Awaited<ReturnType<typeof loaded>>, iso: string) =>
  days.find((one) => isoOf(one.day) === iso)?.name;

describe('holidays of countries', () => {
  it.each(Object.keys(HOLIDAY_COUNTRIES) as HolidayCountry[])('are the official ones of 2026: %s', async (country) => {
    const { days } = await loaded(country, [2026]);
    const isos = days.filter((one) => weekdayOf(one.day) < 5).map((one) => isoOf(one.day));
    expect(isos.filter((iso) => iso.startsWith('2026-')).map((iso) => iso.slice(5))).toEqual(
      OFFICIAL_2026[country].split(' '),
    );
  });

  it('have names in both languages, days in lieu too', async () => {
    expect(nameOn(await loaded('US', [2026]), '2026-11-26')).toEqual({ zh: '感恩节', en: 'Thanksgiving Day' });
    expect(nameOn(await loaded('US', [2026]), '2026-07-03')).toEqual({
      zh: '独立日（补休）',
      en: 'Independence Day (day in lieu)',
    });
    const words = (
      await Promise.all((Object.keys(HOLIDAY_COUNTRIES) as HolidayCountry[]).map((one) => loaded(one, [2026])))
    )
      .flatMap(({ days }) => days)
      .map(({ name }) => name.zh);
    expect(words.filter((zh) => !/\p{Script=Han}/u.test(zh))).toEqual([]);
  });

  it('leave out what only banks keep, and parts of a day', async () => {
    // Germany's Christmas Eve from 14:00; Japan's 2 January.
    expect(nameOn(await loaded('DE', [2026]), '2026-12-24')).toBeUndefined();
    expect(nameOn(await loaded('JP', [2026]), '2026-01-02')).toBeUndefined();
  });

  it('count holidays of several days and days of 25 hours whole, a half day not at all', async () => {
    const start = new Date(Date.UTC(2026, 4, 1));
    const after = (hours: number): Date => new Date(start.getTime() + hours * 3_600_000);
    const library: HolidayLibrary = {
      dataDay: '2026-01-01',
      holidaysIn: () => [
        { date: '2026-05-01 00:00:00 -0600', start, end: after(73), name: 'Long feast', type: 'public' },
        { date: '2026-05-20 14:00:00', start, end: after(10), name: 'Afternoon', type: 'public' },
        { date: '2026-05-21 00:00:00', start, end: after(24), name: 'Bank day', type: 'bank' },
      ],
    };
    const found = await loadCountryDays('DE', [2026], () => Promise.resolve(library));
    expect(found.isLoaded && found.days.map((one) => isoOf(one.day))).toEqual([
      '2026-05-01',
      '2026-05-02',
      '2026-05-03',
    ]);
  });

  it('give the working days of a month, with the weekend that is chosen', async () => {
    const april = (days: CountryDays, weekend: 'satSun' | 'sun'): number =>
      makeWorkCalendar(days.country, undefined, weekend, days).workingDays(dayOf(2026, 4, 1), dayOf(2026, 4, 30))
        .length;
    const germany = await loaded('DE', [2026]);
    // 22 weekdays and 4 Saturdays, without Good Friday and Easter Monday.
    expect(april(germany, 'satSun')).toBe(20);
    expect(april(germany, 'sun')).toBe(24);
  });

  it('say which years are announced where they are announced year by year', async () => {
    const singapore = await loaded('SG', [2026]);
    const calendar = makeWorkCalendar('SG', undefined, 'satSun', singapore);
    expect(calendar.isPublished(2026)).toBe(true);
    expect(calendar.isPublished(2099)).toBe(false);
    expect(makeWorkCalendar('DE', undefined, 'satSun', await loaded('DE', [2026])).isPublished(2099)).toBe(true);
  });
});

describe('the dataset with holidays', () => {
  const dataset = aDataset()
    .withTransactions([
      { client: 'C1', day: '2025-03-05', amount: 10 },
      { client: 'C1', day: '2026-03-05', amount: 10 },
    ])
    .build();
  const asked = (settings: Parameters<typeof settingsWith>[0]) => ({
    today: day('2026-06-30'),
    period: { kind: 'last12m' } as const,
    settings: settingsWith(settings),
  });
  const askedYears: number[] = [];
  const library: HolidayLibrary = {
    dataDay: '2026-01-01',
    holidaysIn: (_, year) => {
      askedYears.push(year);
      return [];
    },
  };

  it('loads nothing for China and for a calendar of her own', async () => {
    const never = (): Promise<HolidayLibrary> => Promise.reject(new Error('loaded'));
    expect(await withCountryDays(dataset, asked({}), never)).toBe(dataset);
    expect(await withCountryDays(dataset, asked({ 'plan.calendar': 'none' }), never)).toBe(dataset);
  });

  it('asks for the years of both periods and of the plan', async () => {
    // As of 5 March 2026: the two periods reach back to 2024, and one year is added on both sides; so for the plan of 2030.
    await withCountryDays(dataset, asked({ 'plan.calendar': 'DE', 'plan.month': '2030-02' }), () =>
      Promise.resolve(library),
    );
    expect(askedYears).toEqual([2023, 2024, 2025, 2026, 2027, 2029, 2030, 2031]);
  });

  it('keeps what went wrong where the library cannot be loaded', async () => {
    const offline = (): Promise<HolidayLibrary> => Promise.reject(new Error('Loading chunk 7 failed'));
    const { countryDays } = await withCountryDays(dataset, asked({ 'plan.calendar': 'FR' }), offline);
    expect(countryDays).toEqual({ isLoaded: false, country: 'FR', why: 'Loading chunk 7 failed' });
    // Bastille Day 2026 is a Tuesday: a working day, as far as is known.
    const calendar = makeWorkCalendar('FR', undefined, 'satSun', countryDays);
    expect(calendar.isWorking(dayOf(2026, 7, 14))).toBe(true);
    expect(calendar.isWorking(dayOf(2026, 7, 18))).toBe(false);
  });
});
