import {
  addMonths,
  asDay,
  civilOf,
  dayIfReal,
  dayOf,
  dayOfIso,
  daysInMonth,
  firstDayOfMonth,
  isoMonthOf,
  isoOf,
  lastDayOfMonth,
  monthOf,
  weekdayOf,
} from '../../../../src/core/model/day';

/** The same day by the calendar that the language has. */
const byDate = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / 86_400_000;
};

describe('the calendar', () => {
  it('numbers the days of four hundred years, there and back, as the language does', () => {
    const wrong: string[] = [];
    const date = new Date(0);
    const look = (from: number, to: number): void => {
      for (let day = from; day <= to; day++) {
        date.setTime(day * 86_400_000);
        const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const civil = civilOf(asDay(day));
        const isRight =
          civil.year === year &&
          civil.month === month &&
          civil.day === dayOfMonth &&
          dayOf(year, month, dayOfMonth) === day &&
          weekdayOf(asDay(day)) === (date.getUTCDay() + 6) % 7;
        if (!isRight) wrong.push(date.toISOString());
      }
    };
    // Every day of four years, and of all years the ends of February and of the year.
    look(byDate(1997, 1, 1), byDate(2001, 1, 1));
    for (let year = 1599; year <= 2001; year++) {
      look(byDate(year, 2, 26), byDate(year, 3, 2));
      look(byDate(year, 12, 30), byDate(year + 1, 1, 2));
    }
    expect(wrong).toEqual([]);
  });

  it('goes on before and after them, back to years before the first', () => {
    const wrong: string[] = [];
    for (let year = -801; year <= 2801; year += 3)
      for (const [month, day] of [
        [1, 1],
        [2, 28],
        [3, 1],
        [12, 31],
      ] as const) {
        const civil = civilOf(asDay(byDate(year, month, day)));
        const isRight = civil.year === year && civil.month === month && civil.day === day;
        if (!isRight || dayOf(year, month, day) !== byDate(year, month, day)) wrong.push(`${year}-${month}-${day}`);
      }
    expect(wrong).toEqual([]);
  });

  it('has the days of each month, and 29 February in leap years alone', () => {
    expect(Array.from({ length: 12 }, (_, at) => daysInMonth(2025, at + 1))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
    expect([1900, 2000, 2023, 2024, 2100, 2400].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29, 28, 29]);
  });

  it.each([
    [2024, 2, 29, true],
    [2025, 2, 29, false],
    [2026, 1, 1, true],
    [2026, 12, 31, true],
    [2026, 0, 1, false],
    [2026, 13, 1, false],
    [2026, 1, 0, false],
    [2026, 4, 30, true],
    [2026, 4, 31, false],
    [2026.5, 1, 1, false],
    [2026, 1.5, 1, false],
    [2026, 1, 1.5, false],
  ])('year %d, month %d, day %d: a day is %s', (year, month, day, isReal) => {
    expect(dayIfReal(year, month, day)).toBe(isReal ? byDate(year, month, day) : undefined);
  });

  it('counts months on, and ends a month that is shorter with its last day', () => {
    const later = (iso: string, months: number): string => isoOf(addMonths(dayOfIso(iso)!, months));
    expect(later('2026-01-31', 1)).toBe('2026-02-28');
    expect(later('2024-01-31', 1)).toBe('2024-02-29');
    expect(later('2026-03-31', -1)).toBe('2026-02-28');
    expect(later('2026-01-15', -1)).toBe('2025-12-15');
    expect(later('2026-12-15', 1)).toBe('2027-01-15');
    expect(later('2026-06-30', 18)).toBe('2027-12-30');
    expect(later('2026-06-30', 0)).toBe('2026-06-30');
  });

  it('knows the month of a day, its first and its last day', () => {
    const month = monthOf(dayOfIso('2026-12-05')!);
    expect(month).toBe(2026 * 12 + 11);
    expect([isoMonthOf(month), isoOf(firstDayOfMonth(month)), isoOf(lastDayOfMonth(month))]).toEqual([
      '2026-12',
      '2026-12-01',
      '2026-12-31',
    ]);
    const next = month + 1;
    expect([isoMonthOf(next), isoOf(firstDayOfMonth(next)), isoOf(lastDayOfMonth(next))]).toEqual([
      '2027-01',
      '2027-01-01',
      '2027-01-31',
    ]);
    expect(isoOf(lastDayOfMonth(monthOf(dayOfIso('2024-02-01')!)))).toBe('2024-02-29');
  });

  it('reads and writes YYYY-MM-DD, and nothing else', () => {
    expect(isoOf(dayOf(2026, 1, 5))).toBe('2026-01-05');
    expect(isoOf(dayOf(33, 10, 25))).toBe('0033-10-25');
    expect(isoMonthOf(33 * 12)).toBe('0033-01');
    expect(dayOfIso('2026-01-05')).toBe(20458);
    expect(['2026-1-5', '2026-02-30', '26-01-05', '', ' 2026-01-05'].map(dayOfIso)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
