import { valueOr, type Missing, type Outcome } from '../../core/model/outcome';
import type { Ratio } from '../../core/model/ratio';

/** How figures are written for other programs: unknown is null, and says why beside it. */

export const unitsOf = (fen: number): number => fen / 100;
export const quantityOf = (thousandths: number): number => thousandths / 1000;
export const orNull = <T>(outcome: Outcome<T>): T | null => valueOr(outcome, null);

/** @example wordMissing({ reason: 'too-few', have: 2, need: 3 }) //=> 'too-few: 2 of 3' */
export function wordMissing(why: Missing): string {
  switch (why.reason) {
    case 'no-column':
      return `no-column: ${why.column}`;
    case 'no-sheet':
      return `no-sheet: ${why.sheet}`;
    case 'too-few':
      return `too-few: ${why.have} of ${why.need}`;
    case 'thin-data':
      return `thin-data: below ${why.needShare}`;
    default:
      return why.reason;
  }
}

export interface FigureJson<T> {
  readonly value: T | null;
  /** Why the value is null. */
  readonly missing: string | null;
}

/** A figure that may be missing, brought to its unit. */
export function figureOf<T, U>(outcome: Outcome<T>, toUnit: (value: T) => U): FigureJson<U> {
  return outcome.known
    ? { value: toUnit(outcome.value), missing: null }
    : { value: null, missing: wordMissing(outcome.why) };
}

export const moneyOf = (outcome: Outcome<number>): FigureJson<number> => figureOf(outcome, unitsOf);
export const plainOf = <T>(outcome: Outcome<T>): FigureJson<T> => figureOf(outcome, (value) => value);

/** A ratio with all that is needed to check it. */
export function ratioJson({ value, numerator, denominator, n, excluded }: Ratio) {
  return { ...plainOf(value), numerator, denominator, n, excluded };
}

/** A whole section, or why there is none. */
export function sectionOf<T, U>(outcome: Outcome<T>, toJson: (value: T) => U): U | { readonly missing: string } {
  return outcome.known ? toJson(outcome.value) : { missing: wordMissing(outcome.why) };
}
