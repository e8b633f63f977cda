/**
 * An amount in fen (hundredths of the sheet's unit), always a whole number.
 *
 * Lines are summed as the sheet has them; a sum becomes `Money` once, and whatever ranks, ties or crosses a limit
 * is compared on these integers.
 */
export type Money = number & { readonly __unit: 'Money' };

/** A quantity in thousandths of its unit, always a whole number. */
export type Quantity = number & { readonly __unit: 'Quantity' };

/**
 * Rounds half away from zero, after taking off the binary noise of the sum (1.005 is 1.00499999999999989…).
 *
 * @example moneyOf(1.005) //=> 101
 */
export function moneyOf(amount: number): Money {
  return scaled(amount, 100) as Money;
}

/** @example quantityOf(2.5) //=> 2500 */
export function quantityOf(quantity: number): Quantity {
  return scaled(quantity, 1000) as Quantity;
}

function scaled(value: number, factor: number): number {
  const size = Math.abs(value) * factor;
  const rounded = Math.round(size * (1 + 4 * Number.EPSILON));
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}
