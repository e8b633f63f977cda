import { asDay, isoOf } from '../../../../src/core/model/day';
import { isInPeriod, periodBefore, resolvePeriod, type PeriodChoice } from '../../../../src/core/model/period';
import { day } from '../../../support/dataset-builder';

const FIRST = day('2024-02-10');

function resolved(choice: PeriodChoice, asOf: string, first = FIRST): readonly string[] {
  const period = resolvePeriod(choice, day(asOf), first);
  const before = periodBefore(choice, period);
  return [period.from, period.to, before.from, before.to].map(isoOf);
}

describe('the period and the one before it', () => {
  it.each([
    ['2026-03-31', '2025-04-01', '2024-04-01', '2025-03-31'],
    ['2026-06-17', '2025-06-18', '2024-06-18', '2025-06-17'],
    ['2025-12-31', '2025-01-01', '2024-01-01', '2024-12-31'],
    // The day after 28 February is the first of March, of any year.
    ['2025-02-28', '2024-03-01', '2023-03-01', '2024-02-29'],
    ['2024-02-28', '2023-02-28', '2022-02-28', '2023-02-27'],
  ])('of twelve months up to %s from %s: before it %s to %s', (asOf, from, beforeFrom, beforeTo) => {
    expect(resolved({ kind: 'last12m' }, asOf)).toEqual([from, asOf, beforeFrom, beforeTo]);
  });

  it('of the year to date: the same days of last year, a leap day included', () => {
    expect(resolved({ kind: 'ytd' }, '2026-06-17')).toEqual(['2026-01-01', '2026-06-17', '2025-01-01', '2025-06-17']);
    expect(resolved({ kind: 'ytd' }, '2025-02-28')).toEqual(['2025-01-01', '2025-02-28', '2024-01-01', '2024-02-29']);
    expect(resolved({ kind: 'ytd' }, '2026-12-31')).toEqual(['2026-01-01', '2026-12-31', '2025-01-01', '2025-12-31']);
  });

  it('of a year: all of it, whatever the day, and the year before', () => {
    expect(resolved({ kind: 'year', year: 2025 }, '2026-06-17')).toEqual([
      ...['2025-01-01', '2025-12-31', '2024-01-01', '2024-12-31'],
    ]);
  });

  it('of everything: from the first day on, and as many days before', () => {
    // 2024-02-10 to 2024-02-19 are ten days.
    expect(resolved({ kind: 'all' }, '2024-02-19')).toEqual(['2024-02-10', '2024-02-19', '2024-01-31', '2024-02-09']);
    // Data that begin after the day: the day alone.
    expect(resolved({ kind: 'all' }, '2024-02-01')).toEqual(['2024-02-01', '2024-02-01', '2024-01-31', '2024-01-31']);
  });

  it('of a range: these days, and as many before', () => {
    const range = { kind: 'range', from: day('2026-03-01'), to: day('2026-03-31') } as const;
    expect(resolved(range, '2026-01-01')).toEqual(['2026-03-01', '2026-03-31', '2026-01-29', '2026-02-28']);
  });

  it('holds both its ends', () => {
    const period = { from: day('2026-01-01'), to: day('2026-01-31') };
    expect([-1, 0, 1].map((by) => isInPeriod(period, asDay(period.from + by)))).toEqual([false, true, true]);
    expect([-1, 0, 1].map((by) => isInPeriod(period, asDay(period.to + by)))).toEqual([true, true, false]);
  });
});
