import { GroupSums, sumOf } from '../../../../src/core/model/sum';

describe('a sum', () => {
  it.each([
    [[1e16, 1, -1e16], 1],
    [[1, 1e100, 1, -1e100], 2],
    [Array.from({ length: 10 }, () => 0.1), 1],
    [[], 0],
  ])('loses nothing to size: %j', (values, sum) => {
    expect(sumOf(values)).toBe(sum);
  });

  it('does not depend on the order', () => {
    // Cents of a thousand amounts beside one of a billion, forwards and backwards: 1,000 × 0.01 and no less.
    const values = [1e15, ...Array.from({ length: 1000 }, () => 0.01), -1e15];
    expect(sumOf(values)).toBeCloseTo(10, 9);
    expect(sumOf([...values].reverse())).toBe(sumOf(values));
  });

  it('is kept apart for each group', () => {
    const sums = new GroupSums(3);
    for (const value of [1e16, 1, -1e16]) sums.add(1, value);
    sums.add(2, 5);
    expect([0, 1, 2].map((group) => sums.at(group))).toEqual([0, 1, 5]);
  });

  it('begins anew for one group, the others go on', () => {
    const sums = new GroupSums(3);
    // What rounding took from a group is forgotten with it.
    for (const group of [0, 1, 2]) for (const value of [1e16, 1]) sums.add(group, value);
    sums.clear(1);
    for (const group of [0, 1, 2]) sums.add(group, -1e16);
    expect([0, 1, 2].map((group) => sums.at(group))).toEqual([1, -1e16, 1]);
  });
});
