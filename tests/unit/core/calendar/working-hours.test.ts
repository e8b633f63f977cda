import { makeWorkCalendar } from '../../../../src/core/calendar/work-calendar';
import { hoursOfWorkingDay, workingHoursBetween } from '../../../../src/core/calendar/working-hours';
import { settingsWith } from '../../../../src/core/settings';
import { day, moment } from '../../../support/dataset-builder';

const settings = settingsWith({ 'service.dayStart': 8.5, 'service.dayEnd': 17.5 });
const calendar = makeWorkCalendar('none');
const hours = (from: string, to: string): number => workingHoursBetween(moment(from), moment(to), calendar, settings);

describe('working hours between two moments', () => {
  // 5 June 2026 is a Friday.
  it.each([
    ['2026-06-05 16:30', '2026-06-08 09:30', 2],
    ['2026-06-05 10:00', '2026-06-05 11:30', 1.5],
    ['2026-06-05 06:00', '2026-06-05 20:00', 9],
    ['2026-06-05 17:30', '2026-06-08 08:30', 0],
    ['2026-06-06 09:00', '2026-06-07 17:00', 0],
    ['2026-06-04 09:30', '2026-06-08 10:30', 8 + 9 + 2],
    ['2026-06-05 10:00', '2026-06-05 10:00', 0],
    ['2026-06-05', '2026-06-05 09:00', 0.5],
  ])('from %s to %s are %s', (from, to, expected) => {
    expect(hours(from, to)).toBeCloseTo(expected, 9);
  });

  it('are none that can be told backwards, or over more than ten years', () => {
    expect(hours('2026-06-05 10:00', '2026-06-05 09:59')).toBeNaN();
    const from = day('2016-01-04');
    expect(workingHoursBetween(from, from + 3660, calendar, settings)).toBeGreaterThan(20_000);
    expect(workingHoursBetween(from, from + 3661, calendar, settings)).toBeNaN();
    expect(workingHoursBetween(NaN, from, calendar, settings)).toBeNaN();
  });

  it('of a day are from its beginning to its end, never less than none', () => {
    expect(hoursOfWorkingDay(settings)).toBe(9);
    expect(hoursOfWorkingDay({ ...settings, 'service.dayEnd': 8 })).toBe(0);
    expect(hoursOfWorkingDay({ ...settings, 'service.dayEnd': 9 })).toBe(0.5);
  });
});
