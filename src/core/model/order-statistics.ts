/** Quantiles of a sorted list, and mean with sample spread: the small arithmetic that the scores share. */

/**
 * Quantile by linear interpolation between the two nearest values, of a list sorted ascending and not empty.
 *
 * @example quantileOf([10, 20, 30, 40], 0.9) //=> 37
 */
export function quantileOf(sorted: ArrayLike<number>, q: number): number {
  const at = (sorted.length - 1) * q;
  const low = Math.floor(at);
  const below = sorted[low]!;
  const above = sorted[Math.min(low + 1, sorted.length - 1)]!;
  return below + (above - below) * (at - low);
}

/** The middle value of a list sorted ascending and not empty. @example medianOf([1, 2, 10]) //=> 2 */
export function medianOf(sorted: ArrayLike<number>): number {
  return quantileOf(sorted, 0.5);
}

/**
 * Mean and sample variance (divisor n − 1; 0 where n is 1) of the values at `from` … `to − 1`: of all where they are left out.
 *
 * @example meanAndVariance([2, 4, 6]) //=> { mean: 4, variance: 4 }
 */
export function meanAndVariance(
  values: ArrayLike<number>,
  from = 0,
  to = values.length,
): { readonly mean: number; readonly variance: number } {
  const n = to - from;
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const value = values[from + i]!;
    const before = value - mean;
    mean += before / (i + 1);
    squares += before * (value - mean);
  }
  return { mean, variance: n > 1 ? squares / (n - 1) : 0 };
}
