import type { GoldenRows, GoldenValue } from './golden-case';

/**
 * Whether two answers agree: the same rows in the same order, text and nulls exactly, numbers within a tolerance.
 * Says in words where they do not.
 */
export function differenceOf(actual: GoldenRows, expected: GoldenRows, tolerance: number): string | undefined {
  if (expected.length === 0) return 'nothing is expected: a figure without rows proves nothing';
  if (actual.length !== expected.length) {
    return `${actual.length} rows instead of ${expected.length}: ${JSON.stringify(actual)} / ${JSON.stringify(expected)}`;
  }
  for (let row = 0; row < expected.length; row++) {
    const [have, want] = [actual[row]!, expected[row]!];
    if (have.length !== want.length)
      return `row ${row + 1}: ${JSON.stringify(have)} instead of ${JSON.stringify(want)}`;
    for (let column = 0; column < want.length; column++) {
      if (!isNear(have[column]!, want[column]!, tolerance)) {
        return `row ${row + 1}: ${JSON.stringify(have)} instead of ${JSON.stringify(want)} (± ${tolerance})`;
      }
    }
  }
  return undefined;
}

function isNear(have: GoldenValue, want: GoldenValue, tolerance: number): boolean {
  if (typeof have !== 'number' || typeof want !== 'number') return have === want;
  return Number.isFinite(have) && Math.abs(have - want) <= tolerance;
}
