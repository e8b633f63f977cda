/** A share as a fraction of whole numbers, so that limits are compared without rounding: 0.7 is 7/10. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

const PARTS = 1_000_000;

/** The fraction of a setting, to a millionth. @example fractionOf(0.7) //=> { numerator: 7, denominator: 10 } */
export function fractionOf(ratio: number): Fraction {
  const numerator = Math.round(ratio * PARTS);
  const shared = commonDivisor(numerator, PARTS);
  return { numerator: numerator / shared, denominator: PARTS / shared };
}

/**
 * Compares `part / whole` with a limit, in whole numbers: negative below, 0 exactly on it, positive above.
 * Uses `BigInt` only where the products leave the whole numbers that a double holds.
 *
 * @example compareShare(70, 100, fractionOf(0.7)) //=> 0
 */
export function compareShare(part: number, whole: number, limit: Fraction): number {
  const left = part * limit.denominator;
  const right = whole * limit.numerator;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right;
  const exactLeft = BigInt(part) * BigInt(limit.denominator);
  const exactRight = BigInt(whole) * BigInt(limit.numerator);
  return Number(exactLeft - exactRight);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? Math.max(a, 1) : commonDivisor(b, a % b);
}
