import { dayOf, monthOf } from '../../../../src/core/model/day';
import { keyOf, parseKey } from '../../../../src/core/plan/plan-keys';
import { choosePlanMonth, parsePlanMonth } from '../../../../src/core/plan/plan-month';
import { DEFAULT_SETTINGS, settingsWith } from '../../../../src/core/settings';
import { day } from '../../../support/dataset-builder';

const FEBRUARY = monthOf(dayOf(2026, 2, 1));

describe('keyOf', () => {
  it('names client, month, type and number, and is read back', () => {
    const key = { client: 'KH|01', month: FEBRUARY, type: 'call', number: 2 } as const;
    expect(keyOf(key)).toBe('KH|01|2026-02|call|2');
    expect(parseKey(keyOf(key))).toEqual(key);
  });

  it.each(['', 'KH01', 'KH01|2026-13|call|1', 'KH01|2026-02|lunch|1', '|2026-02|call|1'])('is not in "%s"', (words) => {
    expect(parseKey(words)).toBeUndefined();
  });
});

describe('parsePlanMonth', () => {
  it.each(['2026-02', '2026/2', '2026年2月', '2026-02-01', '46054'])('reads %s as February 2026', (words) => {
    expect(parsePlanMonth(words)).toBe(FEBRUARY);
  });

  it.each(['', '2026', '2026-00', '2026-13', 'Feb'])('reads no month in "%s"', (words) => {
    expect(parsePlanMonth(words)).toBeUndefined();
  });
});

describe('choosePlanMonth', () => {
  it.each([
    ['2026-01-31', '2026-02'],
    ['2026-01-25', '2026-02'],
    ['2026-01-24', '2026-01'],
    ['2025-12-31', '2026-01'],
  ])('plans at %s the month %s', (asOf, expected) => {
    expect(choosePlanMonth(day(asOf), DEFAULT_SETTINGS)).toBe(parsePlanMonth(expected));
  });

  it('obeys the month that the person typed', () => {
    expect(choosePlanMonth(day('2026-01-31'), settingsWith({ 'plan.month': '2026-10' }))).toBe(
      parsePlanMonth('2026-10'),
    );
  });
});
