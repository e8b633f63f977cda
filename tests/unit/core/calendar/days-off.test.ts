import { isLongPast, isPublishedYear, statutoryDays, unpublishedDay } from '../../../../src/core/calendar/chinese-year';
import { indexOnOrBefore, workMonthOf } from '../../../../src/core/calendar/calendar-month';
import { makeWorkCalendar, workCalendarOf, type Weekend } from '../../../../src/core/calendar/work-calendar';
import { asDay, isoOf, monthOf, NO_DAY } from '../../../../src/core/model/day';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day } from '../../../support/dataset-builder';

const statutory = (year: number): readonly string[] =>
  [...statutoryDays(year)].map(([on, { zh }]) => `${isoOf(on).slice(5)} ${zh}`).sort();

describe('a year whose notice is not out', () => {
  it('has its thirteen statutory days', () => {
    // New Year by the moon: 6 February 2027; the fifth of its fifth month 9 June, the middle of autumn 15 September.
    expect(statutory(2027)).toEqual([
      ...['01-01 元旦', '02-05 春节', '02-06 春节', '02-07 春节', '02-08 春节', '04-05 清明', '05-01 劳动节', '05-02 劳动节'],
      ...['06-09 端午', '09-15 中秋', '10-01 国庆节', '10-02 国庆节', '10-03 国庆节'],
    ]); // prettier-ignore
    // In 2028 the middle of autumn is a day of the national holiday.
    expect(statutory(2028).map((words) => words.slice(0, 5))).toEqual([
      ...['01-01', '01-25', '01-26', '01-27', '01-28', '04-04', '05-01', '05-02', '05-28', '10-01', '10-02', '10-03'],
    ]);
  });

  it('is worked from Monday to Friday but for them', () => {
    const week = Array.from({ length: 7 }, (_, at) => asDay(day('2027-03-01') + at));
    expect(week.map((on) => unpublishedDay(on, new Map()).isWorking)).toEqual([true, true, true, true, true, false, false]); // prettier-ignore
    const monday = new Map([[week[0]!, { zh: '节', en: 'day' }]]);
    expect(unpublishedDay(week[0]!, monday)).toEqual({ isWorking: false, holiday: { zh: '节', en: 'day' } });
  });

  it('is long past before the last year that was announced', () => {
    const years = Array.from({ length: 150 }, (_, at) => 1980 + at).filter(isPublishedYear);
    const last = years.at(-1)!;
    expect([isLongPast(last - 1), isLongPast(last), isLongPast(1990)]).toEqual([true, false, true]);
  });
});

describe('weekends and countries', () => {
  it('are free on the days that the settings choose', () => {
    const monday = day('2026-06-01');
    const free = (weekend: Weekend): readonly number[] =>
      [0, 1, 2, 3, 4, 5, 6].filter((at) => !makeWorkCalendar('none', undefined, weekend).isWorking(asDay(monday + at)));
    expect((['satSun', 'friSat', 'sun', 'fri'] as const).map(free)).toEqual([[5, 6], [4, 5], [6], [4]]);
  });

  it('have the days of the country once they are loaded, and the first of January alone before', () => {
    const loaded = (isLoaded: boolean, country: string) =>
      makeWorkCalendar('DE', undefined, 'satSun', { isLoaded, country, announcedThrough: 2027, days: [{ day: day('2026-10-02'), name: { zh: '节', en: 'day' } }] } as never); // prettier-ignore
    const free = ['2026-10-02', '2026-01-01'].map(day);
    const offOf = (...given: Parameters<typeof loaded>): readonly boolean[] =>
      free.map((on) => !loaded(...given).isWorking(on));
    expect([offOf(true, 'DE'), offOf(false, 'DE'), offOf(true, 'FR')]).toEqual([[true, false], [false, true], [false, true]]); // prettier-ignore
    expect([2026, 2027, 2028].map((year) => loaded(true, 'DE').isPublished(year))).toEqual([true, true, false]);
    expect(loaded(false, 'DE').isPublished(2999)).toBe(true);
  });

  it('count at most sixty days off in one stretch', () => {
    const rows = Array.from({ length: 70 }, (_, at) => ({ day: isoOf(asDay(day('2026-03-01') + at)) }));
    const calendar = workCalendarOf(aDataset().withRows('holidays', rows).build(), settingsWith({}));
    expect(calendar.daysOffBefore(asDay(day('2026-03-01') + 70))).toBe(60);
    expect(calendar.daysOffBefore(asDay(day('2026-03-01') + 40))).toBeGreaterThanOrEqual(40);
  });

  it('say nothing by a sheet without days, or rows without one', () => {
    const none = aDataset().withRows('holidays', [{ name: '节', working: true }]).build(); // prettier-ignore
    expect(workCalendarOf(none, settingsWith({})).isWorking(day('2026-06-06'))).toBe(false);
    expect(NO_DAY).toBeLessThan(0);
  });
});

describe('the working days of a month', () => {
  const october = (breakDays: number) => workMonthOf(makeWorkCalendar('none', undefined, 'satSun'), monthOf(day('2026-10-01')), day('2026-09-30'), breakDays); // prettier-ignore
  const after = (breakDays: number): readonly string[] =>
    [...october(breakDays).afterBreak].map((index) => isoOf(october(breakDays).days[index]!).slice(5));

  it('follow a break where so many days off lie before them', () => {
    const mondays = ['10-05', '10-12', '10-19', '10-26'];
    expect([after(0), after(1), after(2), after(3)]).toEqual([[], mondays, mondays, []]);
  });

  it('are found by the last one on or before a day', () => {
    const month = october(0);
    // Thursday the 1st is the first, Friday the 30th the last, the 22nd.
    expect(['2026-09-30', '2026-10-01', '2026-10-02', '2026-10-04', '2026-10-05', '2026-10-29', '2026-10-30', '2026-11-09'].map((on) => indexOnOrBefore(month, day(on)))).toEqual([-1, 0, 1, 1, 2, 20, 21, 21]); // prettier-ignore
  });
});
