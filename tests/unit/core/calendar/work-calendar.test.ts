import { asDay, dayOf, daysInMonth } from '../../../../src/core/model/day';
import { RowOrigin } from '../../../../src/core/model/row-origin';
import type { TableOf } from '../../../../src/core/model/tables';
import { statutoryDays } from '../../../../src/core/calendar/chinese-year';
import { makeWorkCalendar } from '../../../../src/core/calendar/work-calendar';

const china = makeWorkCalendar('CN');

const workingDaysByMonth = (year: number): number[] =>
  Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    return china.workingDays(dayOf(year, month, 1), dayOf(year, month, daysInMonth(year, month))).length;
  });

describe('Chinese working days', () => {
  // definitions §9, counted there from the State Council's notices.
  it('has the published months of 2025 and 2026', () => {
    expect(workingDaysByMonth(2025)).toEqual([19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]);
    expect(workingDaysByMonth(2026)).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]);
  });

  it('knows make-up workdays and names the holiday', () => {
    expect(china.detail(dayOf(2026, 2, 14))).toEqual({
      isWorking: true,
      holiday: { zh: '春节', en: 'Spring Festival' },
    });
    expect(china.detail(dayOf(2026, 10, 1))).toEqual({
      isWorking: false,
      holiday: { zh: '国庆节', en: 'National Day' },
    });
    expect(china.detail(dayOf(2026, 3, 4))).toEqual({ isWorking: true });
  });

  it('counts the days off before the first working day after a holiday', () => {
    // 2026: Spring Festival from Sunday 15 to Monday 23 February.
    expect(china.isWorking(dayOf(2026, 2, 24))).toBe(true);
    expect(china.daysOffBefore(dayOf(2026, 2, 24))).toBe(9);
    expect(china.daysOffBefore(dayOf(2026, 3, 4))).toBe(0);
  });

  it('knows Tomb-sweeping Day of unpublished years', () => {
    // The almanac: 2027-04-05, 2028-04-04, 2031-04-05.
    for (const [year, day] of [
      [2027, 5],
      [2028, 4],
      [2031, 5],
    ] as const) {
      expect(statutoryDays(year).get(dayOf(year, 4, day))?.zh).toBe('清明');
    }
  });

  it('says that a year is not published, and then takes the 13 statutory days off Monday to Friday', () => {
    expect(china.isPublished(2026)).toBe(true);
    expect(china.isPublished(2040)).toBe(false);
    // Lunar new year of 2040 is Sunday 12 February: the eve is a Saturday, two of the four days fall on weekdays.
    const days = [...statutoryDays(2040).keys()];
    expect(days).toHaveLength(13);
    expect(days).toContain(dayOf(2040, 2, 11));
    expect(china.isWorking(dayOf(2040, 2, 13))).toBe(false);
    expect(china.isWorking(dayOf(2040, 2, 15))).toBe(true);
  });
});

describe('the 节假日 sheet on top', () => {
  const table: TableOf<'holidays'> = {
    rows: 3,
    columns: {
      day: Int32Array.from([dayOf(2026, 3, 4), dayOf(2026, 3, 7), -0x80000000]),
      working: Int8Array.from([-1, 1, 0]),
      name: { codes: Int32Array.from([0, -1, 0]), values: ['厂庆'] },
    },
    origin: new RowOrigin(3, () => 0, Number),
  };
  const calendar = makeWorkCalendar('CN', table);

  it('takes a day off and makes a Saturday a workday', () => {
    expect(calendar.detail(dayOf(2026, 3, 4))).toEqual({ isWorking: false, holiday: { zh: '厂庆', en: '厂庆' } });
    expect(calendar.detail(dayOf(2026, 3, 7))).toEqual({ isWorking: true });
    expect(calendar.isWorking(dayOf(2026, 3, 5))).toBe(true);
  });
});

it('knows weekends only, without a country', () => {
  const plain = makeWorkCalendar('none');
  expect(plain.workingDays(dayOf(2026, 2, 1), dayOf(2026, 2, 28))).toHaveLength(20);
  expect(plain.isPublished(2040)).toBe(true);
  expect(plain.daysOffBefore(asDay(dayOf(2026, 3, 2)))).toBe(2);
});

it.each([
  ['satSun', 20, 7],
  ['friSat', 20, 6],
  ['sun', 24, 1],
  ['fri', 24, 6],
] as const)('takes the weekend of another country: %s', (weekend, workDays, dayOff) => {
  // February 2026 has every day of the week four times; the 1st is a Sunday.
  const calendar = makeWorkCalendar('none', undefined, weekend);
  expect(calendar.workingDays(dayOf(2026, 2, 1), dayOf(2026, 2, 28))).toHaveLength(workDays);
  expect(calendar.isWorking(dayOf(2026, 2, dayOff))).toBe(false);
});

it('leaves the weekend to the notices in China', () => {
  expect(makeWorkCalendar('CN', undefined, 'fri').isWorking(dayOf(2026, 2, 6))).toBe(true);
});

describe('a country whose days off are not known', () => {
  const unknown = makeWorkCalendar('none');

  it('has the first of January off, and nothing else but weekends', () => {
    // 2026-01-01 is a Thursday.
    expect(unknown.detail(dayOf(2026, 1, 1))).toEqual({
      isWorking: false,
      holiday: { zh: '元旦', en: 'New Year’s Day' },
    });
    expect(unknown.workingDays(dayOf(2025, 12, 31), dayOf(2026, 1, 5)).length).toBe(3);
    expect(makeWorkCalendar('US').isWorking(dayOf(2026, 1, 1))).toBe(false);
  });

  it('works on it where the firm says so', () => {
    const own = { rows: 1, columns: { day: Float64Array.of(dayOf(2026, 1, 1)), working: Int8Array.of(1) } };
    const calendar = makeWorkCalendar('none', own as unknown as TableOf<'holidays'>);
    expect(calendar.isWorking(dayOf(2026, 1, 1))).toBe(true);
  });
});
