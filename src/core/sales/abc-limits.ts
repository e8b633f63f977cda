/**
 * Limits of computed ABC analysis: where the curve of cumulative share over share of clients comes nearest to the ideal
 * point (0, 1), and where its slope is 1.
 *
 * Source: definitions §3.3 (Ultsch and Lötsch, Computed ABC Analysis). The curve is a cubic spline through the points of
 * the clients, read at 101 places (1,001 for more than 100 clients).
 */
export interface AbcLimits {
  /** The amount above which (not equal to which) a client is in the first class. */
  readonly firstAbove: number;
  /** The amount from which on (equal included) a client is in the second class. */
  readonly secondFrom: number;
}

/** @param amounts Positive, from large to small. Fewer than 20 give limits that are only a hint. */
export function findAbcLimits(amounts: readonly number[]): AbcLimits {
  const n = amounts.length;
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const x = [0];
  const y = [0];
  let running = 0;
  amounts.forEach((amount, at) => {
    running += amount;
    x.push((at + 1) / n);
    y.push(running / total);
  });
  const steps = n > 100 ? 1000 : 100;
  const effort = Array.from({ length: steps + 1 }, (_, step) => step / steps);
  const curve = splineThrough(x, y);
  const shares = effort.map((at) => curve.valueAt(at));
  const full = shares.findIndex((share) => share >= 1);
  if (full >= 0) shares.fill(1, full);

  const pareto = nearestTo(effort, shares, 0, 1);
  // The slope is that of the curve through the read points, one place further on for each.
  const slope = splineThrough(effort, shares);
  const breakEven = indexOfLeast(effort.map((_, step) => Math.abs(slope.slopeAt((step + 1) / (steps + 1)) - 1)));
  const first = Math.min(pareto, breakEven);
  const second = nearestTo(effort, shares, effort[Math.max(pareto, breakEven)]!, 1);
  const amountAt = (place: number): number => amounts[Math.max(1, Math.round(effort[place]! * n)) - 1]!;
  return { firstAbove: amountAt(first), secondFrom: amountAt(second) };
}

function nearestTo(xs: readonly number[], ys: readonly number[], x: number, y: number): number {
  return indexOfLeast(xs.map((at, index) => (at - x) ** 2 + (ys[index]! - y) ** 2));
}

function indexOfLeast(values: readonly number[]): number {
  let least = 0;
  values.forEach((value, index) => {
    if (value < values[least]!) least = index;
  });
  return least;
}

interface Spline {
  valueAt(x: number): number;
  slopeAt(x: number): number;
}

/**
 * Cubic spline whose third derivative at each end is that of the cubic through the four end points (Forsythe, Malcolm
 * and Moler); a line or a parabola where there are fewer points.
 */
export function splineThrough(x: readonly number[], y: readonly number[]): Spline {
  const n = x.length;
  const b = new Array<number>(n).fill(0);
  const c = new Array<number>(n).fill(0);
  const d = new Array<number>(n).fill(0);
  const gap = (at: number): number => x[at + 1]! - x[at]!;
  const rise = (at: number): number => (y[at + 1]! - y[at]!) / gap(at);
  if (n === 2) {
    b.fill(rise(0));
  } else if (n > 2) {
    // b: diagonal, d: off-diagonal, c: right side of the tridiagonal system.
    for (let i = 0; i < n - 1; i++) d[i] = gap(i);
    for (let i = 1; i < n - 1; i++) {
      b[i] = 2 * (d[i - 1]! + d[i]!);
      c[i] = rise(i) - rise(i - 1);
    }
    b[0] = -d[0]!;
    b[n - 1] = -d[n - 2]!;
    if (n > 3) {
      const left = c[2]! / (x[3]! - x[1]!) - c[1]! / (x[2]! - x[0]!);
      const right = c[n - 2]! / (x[n - 1]! - x[n - 3]!) - c[n - 3]! / (x[n - 2]! - x[n - 4]!);
      c[0] = (left * d[0]! * d[0]!) / (x[3]! - x[0]!);
      c[n - 1] = (-right * d[n - 2]! * d[n - 2]!) / (x[n - 1]! - x[n - 4]!);
    }
    for (let i = 1; i < n; i++) {
      const factor = d[i - 1]! / b[i - 1]!;
      b[i] = b[i]! - factor * d[i - 1]!;
      c[i] = c[i]! - factor * c[i - 1]!;
    }
    c[n - 1] = c[n - 1]! / b[n - 1]!;
    for (let i = n - 2; i >= 0; i--) c[i] = (c[i]! - d[i]! * c[i + 1]!) / b[i]!;
    b[n - 1] = rise(n - 2) + gap(n - 2) * (c[n - 2]! + 2 * c[n - 1]!);
    for (let i = 0; i < n - 1; i++) {
      b[i] = rise(i) - gap(i) * (c[i + 1]! + 2 * c[i]!);
      d[i] = (c[i + 1]! - c[i]!) / gap(i);
      c[i] = 3 * c[i]!;
    }
    c[n - 1] = 3 * c[n - 1]!;
    d[n - 1] = d[n - 2]!;
  }
  const pieceOf = (at: number): number => {
    let low = 0;
    let high = n - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (at >= x[middle]!) low = middle;
      else high = middle;
    }
    return at >= x[n - 1]! ? n - 1 : low;
  };
  return {
    valueAt: (at) => {
      const piece = pieceOf(at);
      const step = at - x[piece]!;
      return y[piece]! + step * (b[piece]! + step * (c[piece]! + step * d[piece]!));
    },
    slopeAt: (at) => {
      const piece = pieceOf(at);
      const step = at - x[piece]!;
      return b[piece]! + step * (2 * c[piece]! + 3 * step * d[piece]!);
    },
  };
}
