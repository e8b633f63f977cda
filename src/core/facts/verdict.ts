import { NO_FLAG } from '../model/columns';

/** What one row is for a share. `OUTSIDE` rows are not of the population, `EXCLUDED` ones are and cannot be judged. */
export const OUTSIDE = 0;
export const EXCLUDED = 1;
export const MISS = 2;
export const HIT = 3;
export type Verdict = typeof OUTSIDE | typeof EXCLUDED | typeof MISS | typeof HIT;

/** What a flag column says of a row. */
export function flagVerdict(flag: number): Verdict {
  return flag === NO_FLAG ? EXCLUDED : flag === 1 ? HIT : MISS;
}

/**
 * Several verdicts in one byte, to be judged together: a group counts when every row of it does.
 *
 * @example judgeTogether(markOf(HIT) | markOf(MISS)) //=> MISS
 */
export function markOf(verdict: Verdict): number {
  return 1 << verdict;
}

/** MISS where any row misses; else OUTSIDE where any is still open; else EXCLUDED where any cannot be judged; else HIT. */
export function judgeTogether(marks: number): Verdict {
  if ((marks & (1 << MISS)) !== 0) return MISS;
  if ((marks & (1 << OUTSIDE)) !== 0) return OUTSIDE;
  if ((marks & (1 << EXCLUDED)) !== 0) return EXCLUDED;
  return (marks & (1 << HIT)) !== 0 ? HIT : OUTSIDE;
}

/** Several conditions of the same row: all must be known, then all must hit. */
export function judgeAll(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(OUTSIDE)) return OUTSIDE;
  if (verdicts.includes(EXCLUDED)) return EXCLUDED;
  return verdicts.includes(MISS) ? MISS : HIT;
}
