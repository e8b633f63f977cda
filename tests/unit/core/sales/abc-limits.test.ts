import { findAbcLimits, splineThrough } from '../../../../src/core/sales/abc-limits';

describe('spline', () => {
  it('reproduces a cubic', () => {
    // All gaps differ, those at the ends too.
    const xs = [0, 0.5, 2, 3, 4.75, 8];
    const cubic = (x: number): number => 2 * x ** 3 - x ** 2 + 3;
    const spline = splineThrough(xs, xs.map(cubic));
    for (const x of [0.25, 0.5, 1.5, 3, 4.7, 7.5, 8]) {
      expect(spline.valueAt(x)).toBeCloseTo(cubic(x), 9);
      expect(spline.slopeAt(x)).toBeCloseTo(6 * x ** 2 - 2 * x, 9);
    }
  });

  it('reproduces a parabola through three points, and a cubic through four', () => {
    const parabola = splineThrough([0, 1, 3], [1, 3, 19]);
    // 2x² + 1
    expect(parabola.valueAt(2)).toBeCloseTo(9, 9);
    expect(parabola.slopeAt(0.5)).toBeCloseTo(2, 9);
    const xs = [-1, 0, 2, 5];
    const cubic = splineThrough(
      xs,
      xs.map((x) => x ** 3),
    );
    for (const x of [-0.5, 1, 4, 5]) expect(cubic.valueAt(x)).toBeCloseTo(x ** 3, 9);
  });

  it('is a line through two points', () => {
    const spline = splineThrough([0, 1], [0, 2]);
    expect(spline.valueAt(0.25)).toBe(0.5);
    expect(spline.slopeAt(0.9)).toBe(2);
  });
});

describe('limits of computed ABC analysis', () => {
  it('puts the few large clients above the first limit', () => {
    // Five clients of 1000, twenty of 50, seventy-five of 1: the corner of the curve nearest (0, 1) is at 5 %.
    const amounts = [...Array<number>(5).fill(1000), ...Array<number>(20).fill(50), ...Array<number>(75).fill(1)];
    const { firstAbove, secondFrom } = findAbcLimits(amounts);
    expect(firstAbove).toBeLessThan(1000);
    expect(firstAbove).toBeGreaterThanOrEqual(50);
    expect(secondFrom).toBe(50);
  });

  it('finds both limits where every client has an amount of its own', () => {
    // Worked out with NumPy from the definition: of the places 0–100 the nearest to (0, 1) is 22, the slope is 1 at 18, and the
    // nearest to (0.22, 1) is 32. The 7th client (0.18 × 40) and the 13th (0.32 × 40) stand there.
    const amounts = Array.from({ length: 40 }, (_, at) => Math.round(10000 / (at + 1) ** 1.2));
    expect(findAbcLimits(amounts)).toEqual({ firstAbove: 968, secondFrom: 461 });
  });

  it('reads the curve of more than a hundred clients at 1,001 places', () => {
    // With NumPy again: nearest to (0, 1) is 205, the slope is 1 at 169, nearest to (0.205, 1) is 304: clients 17 (17.07) and 31
    // (30.7). At 101 places it would be 16 and 30.
    const amounts = Array.from({ length: 101 }, (_, at) => Math.round(100_000 / (at + 1) ** 1.1));
    expect(findAbcLimits(amounts)).toEqual({ firstAbove: amounts[16], secondFrom: amounts[30] });
  });

  it('lets one client be', () => {
    expect(findAbcLimits([7])).toEqual({ firstAbove: 7, secondFrom: 7 });
  });
});
