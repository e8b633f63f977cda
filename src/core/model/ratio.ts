import { known, missing, type Missing, type Outcome } from './outcome';

/**
 * A figure with all that is needed to check it: Σ numerator / Σ denominator over the rows that count.
 */
export interface Ratio {
  readonly value: Outcome<number>;
  readonly numerator: number;
  readonly denominator: number;
  /** Rows that counted. */
  readonly n: number;
  /** Rows left out because an input was missing or the case is not counted. */
  readonly excluded: number;
}

/** @example ratioOf(2, 3, 3, 0).value //=> known(0.666…) */
export function ratioOf(numerator: number, denominator: number, n: number, excluded: number): Ratio {
  const value = denominator === 0 ? missing({ reason: 'nothing-due' }) : known(numerator / denominator);
  return { value, numerator, denominator, n, excluded };
}

export function missingRatio(why: Missing): Ratio {
  return { value: missing(why), numerator: 0, denominator: 0, n: 0, excluded: 0 };
}

/** Share of rows whose inputs were there: n / (n + excluded). */
export function coverageOf(ratio: Ratio): Outcome<number> {
  const all = ratio.n + ratio.excluded;
  return all === 0 ? missing({ reason: 'no-rows' }) : known(ratio.n / all);
}

/**
 * Wilson score interval of a proportion at 95 %.
 *
 * Source: definitions §0.5. @example wilson95(9, 10) //=> [0.596, 0.982]
 */
export function wilson95(hits: number, n: number): readonly [number, number] {
  const z = 1.959963984540054;
  const p = hits / n;
  const centre = p + (z * z) / (2 * n);
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}
