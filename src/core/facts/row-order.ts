import type { Codes } from '../model/columns';

const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;

/**
 * Row numbers sorted by a whole-number key, least first; rows of equal keys keep the order in which they come.
 *
 * Two counting passes over half a key each: a million rows take no comparison. Sort by the last key first to order by several.
 *
 * @param keyOf The key of a row, by row number.
 * @example sortRows(Int32Array.of(0, 1, 2), Int32Array.of(7, -1, 7)) //=> 1, 0, 2
 */
export function sortRows(rows: Int32Array, keyOf: Codes): Int32Array {
  const byLow = sortByDigit(rows, keyOf, 0, 0);
  // Turning the highest bit puts negative keys before the others.
  return sortByDigit(byLow, keyOf, DIGIT_BITS, DIGITS >> 1);
}

function sortByDigit(rows: Int32Array, keyOf: Codes, shift: number, turned: number): Int32Array {
  const starts = new Int32Array(DIGITS + 1);
  for (let i = 0; i < rows.length; i++) starts[(((keyOf[rows[i]!]! >> shift) & (DIGITS - 1)) ^ turned) + 1]!++;
  for (let digit = 0; digit < DIGITS; digit++) {
    if (starts[digit + 1] === rows.length) return rows;
    starts[digit + 1]! += starts[digit]!;
  }
  const sorted = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    sorted[starts[((keyOf[row]! >> shift) & (DIGITS - 1)) ^ turned]!++] = row;
  }
  return sorted;
}
