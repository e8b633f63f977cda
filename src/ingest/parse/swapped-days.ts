import { civilOf, dayIfReal, asDay, type Day } from '../../core/model/day';
import type { CellValue } from '../../workbook/cell-value';
import { DayEvidence, parseDayNumber, type DayStyle } from './day';

/** So many of each make a coincidence unlikely: one serial day in twelve of them by chance is 40 %, eight are one in 1,700. */
const LEAST = 3;
const LEAST_TOGETHER = 8;

/**
 * How many days of a column have day and month exchanged: a file that writes the day first was opened where the month comes
 * first. Whatever had a day up to 12 became a day with the two exchanged, the rest stayed text: every text has a day
 * above 12, every real day one of at most 12.
 *
 * @returns How many of the samples; 0 where the column does not show it.
 * @example ['13/02/2025', '28/02/2025', '14/02/2025', 2025-05-02, 2025-07-02, …] //=> the number of the real days
 */
export function countSwappedDays(samples: readonly CellValue[], style: DayStyle): number {
  const evidence = new DayEvidence();
  let numbers = 0;
  for (const sample of samples) {
    if (typeof sample === 'string') {
      evidence.add(sample);
    } else if (typeof sample === 'number') {
      const day = parseDayNumber(sample, style);
      if (day === undefined) continue;
      if (civilOf(asDay(Math.floor(day))).day > 12) return 0;
      numbers++;
    }
  }
  const { cells, dayFirst, monthFirst } = evidence;
  const isShown =
    cells >= LEAST && numbers >= LEAST && cells + numbers >= LEAST_TOGETHER && dayFirst + monthFirst === cells;
  return isShown ? numbers : 0;
}

/** 2025-05-02 that was 5 February: day and month exchanged, where both can be a month. */
export function exchangeDayAndMonth(day: number): Day | undefined {
  const civil = civilOf(asDay(day));
  return civil.day > 12 ? asDay(day) : dayIfReal(civil.year, civil.day, civil.month);
}
