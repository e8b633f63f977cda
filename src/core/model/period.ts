import { addMonths, asDay, civilOf, dayOf, type Day } from './day';

/** Both ends belong to the period. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** Which period the person wants; resolved against the as-of day and the data. */
export type PeriodChoice =
  | { readonly kind: 'last12m' }
  | { readonly kind: 'ytd' }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'range'; readonly from: Day; readonly to: Day };

export function isInPeriod(period: Period, day: number): boolean {
  return day >= period.from && day <= period.to;
}

/**
 * The days of a choice.
 *
 * `last12m` at 2026-03-31 is 2025-04-01 … 2026-03-31; `all` runs from the first day in the data to the last one or the
 * as-of day, whichever is later; nothing after the as-of day is analysed unless a range asks for it.
 */
export function resolvePeriod(choice: PeriodChoice, asOf: Day, firstDay: Day): Period {
  switch (choice.kind) {
    case 'last12m':
      return { from: asDay(addMonths(asDay(asOf + 1), -12)), to: asOf };
    case 'ytd':
      return { from: dayOf(civilOf(asOf).year, 1, 1), to: asOf };
    case 'year':
      return { from: dayOf(choice.year, 1, 1), to: dayOf(choice.year, 12, 31) };
    case 'all':
      return { from: asDay(Math.min(firstDay, asOf)), to: asOf };
    case 'range':
      return { from: choice.from, to: choice.to };
  }
}

/**
 * The period before, for comparison: the same months a year earlier for 12 months, a year or the year to date, else as
 * many days just before.
 */
export function periodBefore(choice: PeriodChoice, period: Period): Period {
  if (choice.kind === 'last12m' || choice.kind === 'year' || choice.kind === 'ytd') {
    return {
      from: addMonths(period.from, -12),
      to: asDay(addMonths(asDay(period.to + 1), -12) - 1),
    };
  }
  const days = period.to - period.from + 1;
  return { from: asDay(period.from - days), to: asDay(period.from - 1) };
}
