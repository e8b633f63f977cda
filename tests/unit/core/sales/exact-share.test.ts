import type { Money } from '../../../../src/core/model/money';
import { blocksOf } from '../../../../src/core/sales/amount-blocks';
import { compareShare, fractionOf } from '../../../../src/core/sales/exact-share';

describe('a share as a fraction', () => {
  it.each([
    [0.7, 7, 10],
    [0.9, 9, 10],
    [0.125, 1, 8],
    [0.333333, 333_333, 1_000_000],
    // To a millionth.
    [1 / 3, 333_333, 1_000_000],
    [0.0000004, 0, 1],
    [0.0000006, 1, 1_000_000],
    [1, 1, 1],
    [0, 0, 1],
    [1.5, 3, 2],
  ])('%d is %d of %d', (ratio, numerator, denominator) => {
    expect(fractionOf(ratio)).toEqual({ numerator, denominator });
  });
});

describe('a part beside its limit', () => {
  const seventy = fractionOf(0.7);

  it.each([
    [69, 100, -1],
    [70, 100, 0],
    [71, 100, 1],
    [0, 0, 0],
    [-1, 100, -1],
    // Products beyond the whole numbers of a double: 7·10¹⁵ of 10¹⁶ exactly, and one less and more.
    [7e15, 1e16, 0],
    [7e15 - 1, 1e16, -1],
    [7e15 + 1, 1e16, 1],
    // Only one of the two products is.
    [1e15, 1, 1],
    [1, 1e16, -1],
  ])('%d of %d is %d', (part, whole, sign) => {
    expect(Math.sign(compareShare(part, whole, seventy))).toBe(sign);
  });
});

describe('blocks of equal amounts', () => {
  const blocks = (...amounts: number[]) =>
    blocksOf(
      amounts.map((_, client) => client),
      (client) => amounts[client]! as Money,
    );

  it('run from large to small, with what comes before and with them', () => {
    expect(blocks(20, 50, 0, 20, -5, 20)).toEqual([
      { amount: 50, members: [1], rank: 1, before: 0, after: 50 },
      { amount: 20, members: [0, 3, 5], rank: 2, before: 50, after: 110 },
      { amount: 0, members: [2], rank: 5, before: 110, after: 110 },
      { amount: -5, members: [4], rank: 6, before: 110, after: 105 },
    ]);
    expect(blocks()).toEqual([]);
    expect(blocks(3)).toEqual([{ amount: 3, members: [0], rank: 1, before: 0, after: 3 }]);
  });

  it('hold their members in the order given', () => {
    expect(blocksOf([9, 4, 7], () => 1 as Money)[0]!.members).toEqual([9, 4, 7]);
  });
});
