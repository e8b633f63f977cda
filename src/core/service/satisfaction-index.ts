import type { Settings } from '../settings';

/** Best mark of the form: marks run from 1. */
export type SurveyScale = 5 | 10;

/** Weights of satisfaction, against expectation, against ideal. The true weights of the ACSI are not public. */
const WEIGHTS: Readonly<Record<Settings['satisfaction.weighting'], readonly [number, number, number]>> = {
  equal: [1 / 3, 1 / 3, 1 / 3],
  ohio: [0.3885, 0.319, 0.2925],
};

/** A mark brought to 0–100. @example rescale(10, 10) //=> 100; rescale(3, 5) //=> 50 */
export function rescale(mark: number, scale: SurveyScale): number {
  return ((mark - 1) / (scale - 1)) * 100;
}

/**
 * Satisfaction index of one answer.
 *
 * Formula: with the three overall questions (satisfaction, against expectation, against the ideal)
 * (a + b + c − 3) / 27 × 100 on ten points, or with the given weights; with one overall question (x − 1) / 9 × 100. Five-point
 * forms use (x − 1) / 4. Unit: 0–100. Better: higher.   Source: definitions §7.
 * @example satisfactionIndex([8, 7, 6], 10, 'equal') //=> 66.7; satisfactionIndex([8], 10, 'equal') //=> 77.8
 */
export function satisfactionIndex(
  marks: readonly [number] | readonly [number, number, number],
  scale: SurveyScale,
  weighting: Settings['satisfaction.weighting'],
): number {
  if (marks.length === 1) return rescale(marks[0], scale);
  const weights = WEIGHTS[weighting];
  return marks.reduce<number>((sum, mark, i) => sum + weights[i]! * rescale(mark, scale), 0);
}
