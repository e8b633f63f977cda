import type { AnalysisWindow } from '../../core/facts/analysis-window';
import { addMonths, asDay, civilOf, type Day } from '../../core/model/day';
import { HISTORY_MONTHS } from '../../core/sales/sales-history';

/**
 * The days, besides the first of each month, on which something begins or ends that is summed apart: the period and the one before,
 * what comes after as-of, and the rolling months that end on it. Ascending, each once.
 *
 * @example as-of 2026-03-15, the last 12 months //=> … 2026-01-16, 2026-02-16, 2026-03-16
 */
export function cutDays({ asOf, last, period, previous }: AnalysisWindow): readonly Day[] {
  const end = asDay(asOf + 1);
  const rolling = Array.from({ length: HISTORY_MONTHS + 1 }, (_, months) => addMonths(end, -months));
  const ends = [period.to, previous.to, last].map((day) => asDay(day + 1));
  const days = [period.from, previous.from, ...ends, ...rolling].filter((day) => civilOf(day).day !== 1);
  return [...new Set(days)].sort((a, b) => a - b);
}
