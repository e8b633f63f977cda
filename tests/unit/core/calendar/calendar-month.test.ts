import { addWorkingDays, idealIndex, spacingOf, workMonthOf } from '../../../../src/core/calendar/calendar-month';
import { makeWorkCalendar } from '../../../../src/core/calendar/work-calendar';
import { isoOf, monthOf } from '../../../../src/core/model/day';
import { day } from '../../../support/dataset-builder';

describe('idealIndex', () => {
  it.each([
    [16, [4, 12]],
    [21, [5, 15]],
    [23, [5, 17]],
  ])('places two contacts in %i working days as definitions §8 do', (workDays, expected) => {
    expect([idealIndex(1, 2, workDays), idealIndex(2, 2, workDays)]).toEqual(expected);
  });

  it('places one contact in the middle', () => {
    expect(idealIndex(1, 1, 16)).toBe(8);
  });
});

describe('spacingOf', () => {
  it('is ⌊W / (n + 1)⌋ − 1, at least one day', () => {
    expect([spacingOf(2, 16), spacingOf(2, 23), spacingOf(4, 20), spacingOf(20, 16)]).toEqual([4, 6, 3, 1]);
  });
});

describe('workMonthOf', () => {
  const calendar = makeWorkCalendar('CN');

  it('has the working days of February and October 2026', () => {
    const february = workMonthOf(calendar, monthOf(day('2026-02-01')), day('2026-01-31'), 3);
    expect(february.days).toHaveLength(16);
    expect(february.start).toBe(0);
    const october = workMonthOf(calendar, monthOf(day('2026-10-01')), day('2026-09-30'), 3);
    expect(october.days).toHaveLength(18);
  });

  it('has each of its days once, in their order, and no other month’s', () => {
    // Without 1–7 October and the weekends, with the make-up workday of the 10th.
    const october = workMonthOf(calendar, monthOf(day('2026-10-01')), day('2026-09-30'), 3);
    const days = [8, 9, 10, 12, 13, 14, 15, 16, 19, 20, 21, 22, 23, 26, 27, 28, 29, 30];
    expect(october.days.map(isoOf)).toEqual(days.map((one) => `2026-10-${String(one).padStart(2, '0')}`));
    expect([october.from, october.to].map(isoOf)).toEqual(['2026-10-01', '2026-10-31']);
  });

  it('knows the first days after a long break', () => {
    const october = workMonthOf(calendar, monthOf(day('2026-10-01')), day('2026-09-30'), 3);
    expect([...october.afterBreak].map((index) => isoOf(october.days[index]!))).toEqual(['2026-10-08']);
  });

  it('starts after as-of', () => {
    const february = workMonthOf(calendar, monthOf(day('2026-02-01')), day('2026-02-10'), 3);
    expect(isoOf(february.days[february.start]!)).toBe('2026-02-11');
  });
});

describe('addWorkingDays', () => {
  it('passes over weekends', () => {
    expect(isoOf(addWorkingDays(makeWorkCalendar('CN'), day('2026-03-06'), 3))).toBe('2026-03-11');
  });
});
