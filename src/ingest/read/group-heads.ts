import * as cellKinds from '../../workbook/column-block';
import type { ColumnBlock } from '../../workbook/column-block';
import * as cellReader from './cell-reader';
import { ROW_DATA, ROW_PASSED_OVER } from './row-classes';

// Read once: see cell-reader.ts.
const { CELL_EMPTY, CELL_TEXT } = cellKinds;
const { READ_VALUE } = cellReader;

const HEAD = /^.*\S\s*[(（](\d{1,6})[)）]$/;

/**
 * Passes over the rows that an export writes above each group: a name with the number of lines that follow, and their sums.
 *
 * A row counts as one where it has no day, its first text ends with a number in brackets, and just so many lines with a day follow
 * it (or other such rows, where groups hold groups).
 *
 * @param isBare Whether nothing but numbers and a client stands in a row.
 * @returns Totals that stand above their lines: what else stands in them (the client) is that of the lines.
 * @example Azure Interior (2), 300 / INV/1, 200 / INV/2, 100 //=> the first row
 */
export function passOverGroupHeads(
  block: ColumnBlock,
  rows: number,
  classes: Uint8Array,
  hasKey: (row: number) => boolean,
  amount: { readonly states: Uint8Array; readonly values: Float64Array } | undefined,
  isBare: (row: number) => boolean,
): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    if (classes[row] !== ROW_DATA || hasKey(row)) continue;
    const count = countIn(block, row);
    if (count !== undefined) counts.set(row, count);
  }
  const above = passOverSumsAbove(rows, classes, hasKey, amount, isBare);
  for (const [row, count] of counts) {
    let lines = 0;
    let next = row + 1;
    // Heads of inner groups stand directly below; lines run to the next head.
    while (next < rows && counts.has(next)) next++;
    const isOuter = next > row + 1;
    for (; next < rows && classes[next] === ROW_DATA && !counts.has(next) && hasKey(next); next++) lines++;
    if (lines === count || (isOuter && lines > 0 && lines <= count)) classes[row] = ROW_PASSED_OVER;
  }
  return above;
}

/** A row without a day whose amount is the sum of the lines with one that follow, up to the next row without: a total above its lines. */
function passOverSumsAbove(
  rows: number,
  classes: Uint8Array,
  hasKey: (row: number) => boolean,
  amount: { readonly states: Uint8Array; readonly values: Float64Array } | undefined,
  isBare: (row: number) => boolean,
): ReadonlySet<number> {
  const found = new Set<number>();
  if (!amount) return found;
  for (let row = 0; row + 1 < rows; row++) {
    if (classes[row] !== ROW_DATA || hasKey(row) || amount.states[row] !== READ_VALUE || !isBare(row)) continue;
    let sum = 0;
    let next = row + 1;
    for (; next < rows && classes[next] === ROW_DATA && hasKey(next); next++)
      if (amount.states[next] === READ_VALUE) sum += amount.values[next]!;
    if (next === row + 1 || amount.values[row] === 0 || Math.abs(amount.values[row]! - sum) >= 0.05) continue;
    classes[row] = ROW_PASSED_OVER;
    found.add(row);
  }
  return found;
}

function countIn({ columns, pool }: ColumnBlock, row: number): number | undefined {
  for (const { kinds, numbers } of columns) {
    if (kinds[row] === CELL_EMPTY) continue;
    if (kinds[row] !== CELL_TEXT) return undefined;
    const found = HEAD.exec((pool.texts.at(numbers[row]!) ?? '').trim());
    return found ? Number(found[1]) : undefined;
  }
  return undefined;
}
