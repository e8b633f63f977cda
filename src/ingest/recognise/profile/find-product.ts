/** Three columns of which the third is the product of the others. */
export interface ProductOfColumns {
  readonly factors: readonly [number, number];
  readonly product: number;
  /** Rows in which it is, of those that hold all three. */
  readonly share: number;
}

const ENOUGH_ROWS = 3;
const NEARLY_ALL = 0.9;
/** A product rounded to cents. */
const HALF_A_CENT = 0.0051;
/** Rows in which both factors tell something: a column of ones makes every column a product. */
const TELLING = 0.5;

/**
 * Finds quantity × price = amount among columns of numbers.
 *
 * @param numbers By column, each with a number a row or `NaN`.
 * @param candidates The columns to try, at most a dozen.
 */
export function findProduct(
  numbers: readonly Float64Array[],
  candidates: readonly number[],
): ProductOfColumns | undefined {
  let best: ProductOfColumns | undefined;
  for (const [index, first] of candidates.entries()) {
    for (const second of candidates.slice(index + 1)) {
      for (const product of candidates) {
        if (product === first || product === second) continue;
        const share = shareOfProducts(numbers[first]!, numbers[second]!, numbers[product]!);
        if (share >= NEARLY_ALL && share > (best?.share ?? 0)) best = { factors: [first, second], product, share };
      }
    }
  }
  return best;
}

function shareOfProducts(first: Float64Array, second: Float64Array, product: Float64Array): number {
  let [rows, right, telling] = [0, 0, 0];
  for (let row = 0; row < product.length; row++) {
    const [a, b, c] = [first[row]!, second[row]!, product[row]!];
    if (Number.isNaN(a) || Number.isNaN(b) || Number.isNaN(c)) continue;
    rows++;
    if (Math.abs(a) !== 1 && Math.abs(b) !== 1 && a !== 0 && b !== 0) telling++;
    if (Math.abs(a * b - c) <= HALF_A_CENT) right++;
  }
  return rows < ENOUGH_ROWS || telling < rows * TELLING ? 0 : right / rows;
}
