import { dayOf } from '../../../../src/core/model/day';
import { dayOfUnixTime, parseDayNumber, parseDayText, type DayStyle } from '../../../../src/ingest/parse/day';
import { quarterOfText } from '../../../../src/ingest/parse/quarter';
import { mondayOfWeek, weekOfText } from '../../../../src/ingest/parse/week';

const style: DayStyle = { base: 1900, order: undefined, shortYears: false, months: true, year: 2025 };

it.each([
  ['2025-W12', dayOf(2025, 3, 17)],
  ['2025年第12周', dayOf(2025, 3, 17)],
  ['第12周', dayOf(2025, 3, 17)],
  // 2025 began on a Wednesday: its first week began on Monday 30 December 2024.
  ['W1', dayOf(2024, 12, 30)],
  ['2024Q3', dayOf(2024, 7, 1)],
  ['二季度', dayOf(2025, 4, 1)],
  ['2024年', dayOf(2024, 1, 1)],
  ['十二月', dayOf(2025, 12, 1)],
  ['24年3月', dayOf(2024, 3, 1)],
])('%s is its first day', (text, day) => {
  expect(parseDayText(text, style)).toBe(day);
});

it('knows the years of 53 weeks', () => {
  expect(mondayOfWeek(2020, 53)).toBe(dayOf(2020, 12, 28));
  expect(mondayOfWeek(2025, 53)).toBeUndefined();
});

it.each(['第60周', 'W', 'week', '周一', '12'])('%s is no week', (text) => {
  expect(weekOfText(text)).toBeUndefined();
});

it.each(['第5季度', 'Quality', 'Q5', '季度'])('%s is no quarter', (text) => {
  expect(quarterOfText(text)).toBeUndefined();
});

it('takes seconds and milliseconds since 1970 for the day at Greenwich, and no phone number', () => {
  // 2025-01-05 00:00 UTC is 20,093 × 86,400 s.
  expect(parseDayNumber(1_736_035_200, style)).toBe(dayOf(2025, 1, 5));
  expect(Math.floor(parseDayNumber(1_736_049_600_000, style)!)).toBe(dayOf(2025, 1, 5));
  expect(Math.floor(parseDayText('1736049600', style)!)).toBe(dayOf(2025, 1, 5));
  expect(dayOfUnixTime(13_800_000_000)).toBeUndefined();
});
