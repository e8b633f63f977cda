import { byCodePoint } from '../../../../src/core/model/by-code-point';
import { NO_TEXT, textAt } from '../../../../src/core/model/columns';
import { known, mapOutcome, missing, flatMapOutcome, valueOr } from '../../../../src/core/model/outcome';
import { meanAndVariance, medianOf, quantileOf } from '../../../../src/core/model/order-statistics';
import { coverageOf, missingRatio, ratioOf, wilson95 } from '../../../../src/core/model/ratio';

describe('quantiles', () => {
  it.each([
    [[10, 20, 30, 40], 0.9, 37],
    [[10, 20, 30, 40], 0.5, 25],
    [[10, 20, 30, 40], 0, 10],
    [[10, 20, 30, 40], 1, 40],
    [[1, 2, 10], 0.5, 2],
    [[1, 2, 10], 0.75, 6],
    [[7], 0.9, 7],
    [[3, 9], 0.9, 8.4],
  ])('of %j at %d is %d', (sorted, q, value) => {
    expect(quantileOf(sorted, q)).toBeCloseTo(value, 12);
  });

  it('have the middle at a half', () => {
    expect([medianOf([1, 2, 10]), medianOf([1, 4]), medianOf([5])]).toEqual([2, 2.5, 5]);
  });
});

describe('mean and spread', () => {
  it.each([
    // (2² + 0 + 2²) / 2
    [[2, 4, 6], 4, 4],
    // Mean 5; 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, over 7.
    [[2, 4, 4, 4, 5, 5, 7, 9], 5, 32 / 7],
    [[3], 3, 0],
    [[1, 5], 3, 8],
    [[4, 4, 4], 4, 0],
    [[], 0, 0],
  ])('of %j: %d and %d', (values, mean, variance) => {
    const found = meanAndVariance(values);
    expect(found.mean).toBeCloseTo(mean, 12);
    expect(found.variance).toBeCloseTo(variance, 12);
  });
});

describe('a ratio', () => {
  it('is known where there is something to divide by', () => {
    expect(ratioOf(2, 4, 5, 6)).toEqual({ value: known(0.5), numerator: 2, denominator: 4, n: 5, excluded: 6 });
    expect(ratioOf(2, 0, 5, 6)).toEqual({
      ...{ value: missing({ reason: 'nothing-due' }), numerator: 2, denominator: 0, n: 5, excluded: 6 },
    });
    expect(ratioOf(0, 1, 1, 0).value).toEqual(known(0));
  });

  it('stands on nothing where it is missing', () => {
    const why = { reason: 'no-sheet', sheet: 'returns' } as const;
    expect(missingRatio(why)).toEqual({ value: missing(why), numerator: 0, denominator: 0, n: 0, excluded: 0 });
  });

  it('covers the rows that counted out of all', () => {
    expect(coverageOf(ratioOf(1, 2, 3, 1))).toEqual(known(0.75));
    expect(coverageOf(ratioOf(0, 0, 0, 4))).toEqual(known(0));
    expect(coverageOf(ratioOf(1, 1, 1, 0))).toEqual(known(1));
    expect(coverageOf(ratioOf(0, 0, 0, 0))).toEqual(missing({ reason: 'no-rows' }));
  });

  it.each([
    // Definitions §0.5: 9/10 → 59.6–98.2 %; 95/100 → 88.8–97.8 %; 0/20 → 0–16.1 %; by symmetry 20/20 and 1/10.
    [9, 10, 0.596, 0.982],
    [95, 100, 0.888, 0.978],
    [0, 20, 0, 0.161],
    [20, 20, 0.839, 1],
    [1, 10, 0.018, 0.404],
  ])('of %d of %d lies between %d and %d', (hits, n, low, high) => {
    const [from, to] = wilson95(hits, n);
    expect(from).toBeCloseTo(low, 3);
    expect(to).toBeCloseTo(high, 3);
    expect(from).toBeGreaterThanOrEqual(0);
    expect(to).toBeLessThanOrEqual(1);
  });
});

it('a share of none or of all lies between nothing and one, whatever binary fractions say', () => {
  for (const n of [11, 21, 37, 40, 103]) {
    expect([n, wilson95(0, n)[0] >= 0, wilson95(n, n)[1] <= 1]).toEqual([n, true, true]);
  }
});

describe('outcomes', () => {
  const nothing = missing({ reason: 'no-rows' });

  it('are changed where they are known, and stay missing else', () => {
    expect([mapOutcome(known(2), (n) => n + 1), mapOutcome(nothing, () => 1)]).toEqual([known(3), nothing]);
    expect([flatMapOutcome(known(2), () => nothing), flatMapOutcome(nothing, () => known(1))]).toEqual([
      nothing,
      nothing,
    ]);
    expect(flatMapOutcome(known(2), (n) => known(n * 2))).toEqual(known(4));
    expect([valueOr(known(0), 7), valueOr(nothing, 7)]).toEqual([0, 7]);
  });
});

describe('words', () => {
  it('sort by their letters, capitals first, whatever the machine speaks', () => {
    expect(['b', 'a', 'B', 'a'].sort(byCodePoint)).toEqual(['B', 'a', 'a', 'b']);
    expect([byCodePoint('a', 'b'), byCodePoint('b', 'a'), byCodePoint('a', 'a')]).toEqual([-1, 1, 0]);
  });

  it('are empty where the column, the cell or the row is', () => {
    const column = { codes: Int32Array.of(1, NO_TEXT, 0), values: ['甲', '乙'] };
    expect([0, 1, 2, 3].map((row) => textAt(column, row))).toEqual(['乙', '', '甲', '']);
    expect(textAt(undefined, 0)).toBe('');
  });
});
