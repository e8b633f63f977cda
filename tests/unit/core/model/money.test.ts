import { moneyOf, quantityOf } from '../../../../src/core/model/money';

describe('money', () => {
  it.each([
    // In binary 1.005 × 100 is 100.49999999999999, 8.165 × 100 is 816.4999999999999, 1.255 × 100 is 125.49999999999999.
    [1.005, 101],
    [8.165, 817],
    [1.255, 126],
    [-1.005, -101],
    [1.0049, 100],
    [1.004999, 100],
    [0.1 + 0.2, 30],
    [12_345_678.905, 1_234_567_891],
    [-0.001, 0],
    [0, 0],
  ])('of %d is %d fen, rounded half away from zero', (amount, fen) => {
    expect(moneyOf(amount)).toBe(fen);
  });

  it('is a whole number, never −0', () => {
    expect(Object.is(moneyOf(-0.004), 0)).toBe(true);
    expect(Number.isInteger(moneyOf(1 / 3))).toBe(true);
  });

  it.each([
    [2.5, 2500],
    // 1.0005 × 1000 is 1000.4999999999999 in binary.
    [1.0005, 1001],
    [-1.0005, -1001],
    [1.0004, 1000],
  ])('a quantity of %d is %d thousandths', (quantity, thousandths) => {
    expect(quantityOf(quantity)).toBe(thousandths);
  });
});
