import { findAbcLimits, splineThrough } from '../../../../src/core/sales/abc-limits';
import { seededRandom } from '../../../support/seeded-random';

/** Solves a·x = b for a matrix with few entries around its diagonal, row by row, the largest pivot first. */
function solve(a: Float64Array[], b: Float64Array): Float64Array {
  const n = b.length;
  for (let at = 0; at < n; at++) {
    let pivot = at;
    for (let row = at + 1; row < n; row++) if (Math.abs(a[row]![at]!) > Math.abs(a[pivot]![at]!)) pivot = row;
    [a[at], a[pivot]] = [a[pivot]!, a[at]!];
    [b[at], b[pivot]] = [b[pivot]!, b[at]!];
    for (let row = at + 1; row < n; row++) {
      const factor = a[row]![at]! / a[at]![at]!;
      if (factor === 0) continue;
      for (let column = at; column < n; column++) a[row]![column]! -= factor * a[at]![column]!;
      b[row]! -= factor * b[at]!;
    }
  }
  for (let row = n - 1; row >= 0; row--) {
    for (let column = row + 1; column < n; column++) b[row]! -= a[row]![column]! * b[column]!;
    b[row]! /= a[row]![row]!;
  }
  return b;
}

/** The third divided difference of four points: a sixth of the third derivative of their cubic. */
function thirdOf(x: readonly number[], y: readonly number[]): number {
  const divided = (from: number, to: number): number =>
    from === to ? y[from]! : (divided(from + 1, to) - divided(from, to - 1)) / (x[to]! - x[from]!);
  return divided(0, 3);
}

/**
 * A cubic spline from its conditions alone: each piece meets its two points, pieces agree in slope and curvature, and the outer
 * ones have the third derivative of the cubic through their four points.
 */
function splineByEquations(x: readonly number[], y: readonly number[]) {
  const pieces = x.length - 1;
  const rows: Float64Array[] = [];
  const right: number[] = [];
  const add = (entries: readonly (readonly [column: number, value: number])[], value: number): void => {
    const row = new Float64Array(4 * pieces);
    for (const [column, entry] of entries) row[column] = entry;
    rows.push(row);
    right.push(value);
  };
  for (let piece = 0; piece < pieces; piece++) {
    const h = x[piece + 1]! - x[piece]!;
    const at = 4 * piece;
    add([[at, 1]], y[piece]!);
    add([[at, 1], [at + 1, h], [at + 2, h * h], [at + 3, h ** 3]], y[piece + 1]!); // prettier-ignore
    if (piece === pieces - 1) continue;
    add([[at + 1, 1], [at + 2, 2 * h], [at + 3, 3 * h * h], [at + 5, -1]], 0); // prettier-ignore
    add([[at + 2, 2], [at + 3, 6 * h], [at + 6, -2]], 0); // prettier-ignore
  }
  add([[3, 1]], thirdOf(x.slice(0, 4), y.slice(0, 4)));
  add([[4 * pieces - 1, 1]], thirdOf(x.slice(-4), y.slice(-4)));
  const c = solve(rows, Float64Array.from(right));
  const place = (at: number): readonly [number, number] => {
    const piece = Math.min(pieces - 1, Math.max(0, x.filter((one) => at >= one).length - 1));
    return [4 * piece, at - x[piece]!];
  };
  return {
    valueAt: (at: number): number => {
      const [k, h] = place(at);
      return c[k]! + h * (c[k + 1]! + h * (c[k + 2]! + h * c[k + 3]!));
    },
    slopeAt: (at: number): number => {
      const [k, h] = place(at);
      return c[k + 1]! + h * (2 * c[k + 2]! + 3 * h * c[k + 3]!);
    },
  };
}

const random = seededRandom(44);

describe('a spline, by the conditions that define it', () => {
  it.each([4, 5, 6, 9])('through %d points that nothing joins', (n) => {
    for (let times = 0; times < 5; times++) {
      const x = Array.from({ length: n }, (_, at) => at + random.next() * 0.8);
      const y = x.map(() => random.next() * 10 - 5);
      const [ours, theirs] = [splineThrough(x, y), splineByEquations(x, y)];
      for (let step = -1; step <= 21; step++) {
        const at = x[0]! + (step / 20) * (x[n - 1]! - x[0]!);
        expect(ours.valueAt(at)).toBeCloseTo(theirs.valueAt(at), 6);
        expect(ours.slopeAt(at)).toBeCloseTo(theirs.slopeAt(at), 6);
      }
    }
  });
});

describe('limits of computed ABC analysis, counted anew', () => {
  const nearest = (points: readonly (readonly [number, number])[], x: number): number => {
    const far = points.map(([px, py]) => (px - x) ** 2 + (py - 1) ** 2);
    return far.indexOf(Math.min(...far));
  };

  it.each([
    [8, [900, 500, 300, 120, 80, 40, 20, 10]],
    [9, [50, 49, 48, 20, 5, 4, 3, 2, 1]],
    [12, [1000, 200, 150, 100, 90, 80, 70, 60, 50, 40, 30, 20]],
    // A hundred clients: the curve is still read at 101 places.
    [100, Array.from({ length: 100 }, (_, at) => Math.round(100_000 / (at + 1) ** 1.1))],
  ])('of %d clients', (n, amounts) => {
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    const x = Array.from({ length: n + 1 }, (_, at) => at / n);
    const y = x.map((_, at) => amounts.slice(0, at).reduce((sum, amount) => sum + amount, 0) / total);
    const curve = splineByEquations(x, y);
    const places = Array.from({ length: 101 }, (_, at) => at / 100);
    let isFull = false;
    const shares = places.map((at) => {
      isFull ||= curve.valueAt(at) >= 1;
      return isFull ? 1 : curve.valueAt(at);
    });
    const points = places.map((at, index) => [at, shares[index]!] as const);
    const slope = splineByEquations(places, shares);
    const pareto = nearest(points, 0);
    const offOne = places.map((_, at) => Math.abs(slope.slopeAt((at + 1) / 101) - 1));
    const even = offOne.indexOf(Math.min(...offOne));
    const amountAt = (place: number): number => amounts[Math.max(1, Math.round((place / 100) * n)) - 1]!;
    expect(findAbcLimits(amounts)).toEqual({
      firstAbove: amountAt(Math.min(pareto, even)),
      secondFrom: amountAt(nearest(points, Math.max(pareto, even) / 100)),
    });
  });
});
