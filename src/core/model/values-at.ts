import type { Codes } from './columns';

/**
 * The values of some rows, one after another: `into`, filled. By hand, as `map` calls a function for each of a million rows.
 *
 * @example valuesAt(Int32Array.of(7, 8, 9), Int32Array.of(2, 0), new Int32Array(2)) //=> [9, 7]
 */
export function valuesAt<Column extends Int32Array | Float64Array>(
  column: Float64Array | Codes,
  rows: Int32Array,
  into: Column,
): Column {
  for (let at = 0; at < rows.length; at++) into[at] = column[rows[at]!]!;
  return into;
}
