import { PairIndex } from '../../../../src/core/facts/pair-index';

describe('indexes of pairs', () => {
  it('are given in the order of first sight and stay what they were while the index grows', () => {
    const index = new PairIndex(2);
    const pairs = Array.from({ length: 500 }, (_, n) => [n % 25, Math.floor(n / 25) * 7] as const);
    expect(pairs.map(([a, b]) => index.of(a, b))).toEqual(pairs.map((_, n) => n));
    expect(index.size).toBe(500);
    // A second time nothing is added; the pair is not its mirror.
    expect(pairs.map(([a, b]) => index.of(a, b))).toEqual(pairs.map((_, n) => n));
    expect(index.of(7, 3)).toBe(500);
    expect(index.of(3, 7)).toBe(28);
    expect([index.firstOf(28), index.secondOf(28), index.firstOf(500), index.secondOf(500)]).toEqual([3, 7, 7, 3]);
    expect(index.size).toBe(501);
  });
});
