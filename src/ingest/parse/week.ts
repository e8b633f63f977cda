import { asDay, dayOf, type Day } from '../../core/model/day';

/** Weeks as people write them: 2025-W12, 2025年第12周, W12 2025, 第12周. */
const WEEK =
  /^(?:((?:19|20)\d\d)\s*年?\s*[-/.]?\s*)?(?:第\s*(\d{1,2})\s*[周週]|(\d{1,2})\s*[周週]|(?:w|wk|week|kw|cw)\.?\s*[-/]?\s*(\d{1,2}))(?:\s*[-/,]?\s*((?:19|20)\d\d))?$/i;

/** A week of a year, or of a year that stands elsewhere. */
export interface WrittenWeek {
  readonly year: number | undefined;
  readonly week: number;
}

/** @example weekOfText('2025年第12周') //=> { year: 2025, week: 12 } */
export function weekOfText(text: string): WrittenWeek | undefined {
  const match = WEEK.exec(text.trim());
  if (!match) return undefined;
  const week = Number(match[2] ?? match[3] ?? match[4]);
  const year = match[1] ?? match[5];
  return week >= 1 && week <= 53 ? { year: year === undefined ? undefined : Number(year), week } : undefined;
}

/**
 * The Monday of a week as ISO 8601 counts: week 1 holds the first Thursday of the year. Undefined where the year has no
 * such week.
 *
 * @example mondayOfWeek(2025, 12) //=> 2025-03-17
 */
export function mondayOfWeek(year: number, week: number): Day | undefined {
  const monday = asDay(firstMonday(year) + (week - 1) * 7);
  return week >= 1 && monday < firstMonday(year + 1) ? monday : undefined;
}

/** The Monday of the week that 4 January lies in. */
function firstMonday(year: number): number {
  const fourth = dayOf(year, 1, 4);
  // 1970-01-01 was a Thursday.
  return fourth - ((((fourth + 3) % 7) + 7) % 7);
}
