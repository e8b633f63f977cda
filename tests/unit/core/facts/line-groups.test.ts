import { countBits, LineGroups } from '../../../../src/core/facts/line-groups';
import { dayOf, isoOf, asDay } from '../../../../src/core/model/day';

/** The 3rd, 7th and 20th of May 2025. */
const BITS = (1 << 2) | (1 << 6) | (1 << 19);
const day = Int32Array.of(dayOf(2025, 5, 20), dayOf(2025, 5, 31));
const groups = LineGroups.of({
  day,
  lines: Float64Array.of(9, NaN),
  dayBits: Float64Array.of(BITS, NaN),
  orders: Float64Array.of(4, NaN),
})!;

it('tells the days of a row that stands for several lines', () => {
  const days: string[] = [];
  groups.eachDay(0, BITS, (one) => days.push(isoOf(asDay(one))));
  expect(days).toEqual(['2025-05-03', '2025-05-07', '2025-05-20']);
  expect(isoOf(asDay(groups.firstDayAt(0)))).toBe('2025-05-03');
  expect([groups.linesAt(0), groups.ordersAt(0), countBits(BITS)]).toEqual([9, 4, 3]);
});

it('takes a row without a number of lines for a line', () => {
  expect([groups.linesAt(1), groups.ordersAt(1), groups.bitsAt(1)]).toEqual([1, 0, 0]);
  expect(groups.firstDayAt(1)).toBe(day[1]);
  expect([groups.isMixed(1), groups.isMixed(2)]).toEqual([false, true]);
  expect(LineGroups.of({ day })).toBeUndefined();
});

it('knows the bits of the first and the last day of a month', () => {
  const bits = (1 << 0) | (1 << 30);
  const whole = LineGroups.of({
    day: Int32Array.of(dayOf(2025, 5, 31)),
    lines: Float64Array.of(2),
    dayBits: Float64Array.of(bits),
  })!;
  expect(isoOf(asDay(whole.firstDayAt(0)))).toBe('2025-05-01');
});
