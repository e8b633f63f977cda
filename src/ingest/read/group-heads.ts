import * as cellKinds from '../../workbook/column-block';
import type { ColumnBlock } from '../../workbook/column-block';
import { ROW_DATA, ROW_PASSED_OVER } from './row-classes';

// Read once: see cell-reader.ts.
const { CELL_EMPTY, CELL_TEXT } = cellKinds;

const HEAD = /^.*\S\s*[(（](\d{1,6})[)）]$/;

/**
 * Passes over the rows that an export writes above each group: a name with the number of lines that follow, and their sums.
 *
 * A row counts as one where it has no day, its first text ends with a number in brackets, and just so many lines with a day follow
 * it (or other such rows, where groups hold groups).
 *
 * @example Azure Interior (2), 300 / INV/1, 200 / INV/2, 100 //=> the first row
 */
export function passOverGroupHeads(
  block: ColumnBlock,
  rows: number,
  classes: Uint8Array,
  hasKey: (row: number) => boolean,
): void {
  const counts = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    if (classes[row] !== ROW_DATA || hasKey(row)) continue;
    const count = countIn(block, row);
    if (count !== undefined) counts.set(row, count);
  }
  for (const [row, count] of counts) {
    let lines = 0;
    let next = row + 1;
    // Heads of inner groups stand directly below; lines run to the next head.
    while (next < rows && counts.has(next)) next++;
    const isOuter = next > row + 1;
    for (; next < rows && classes[next] === ROW_DATA && !counts.has(next) && hasKey(next); next++) lines++;
    if (lines === count || (isOuter && lines > 0 && lines <= count)) classes[row] = ROW_PASSED_OVER;
  }
}

function countIn({ columns, pool }: ColumnBlock, row: number): number | undefined {
  for (const { kinds, numbers } of columns) {
    if (kinds[row] === CELL_EMPTY) continue;
    if (kinds[row] !== CELL_TEXT) return undefined;
    const found = HEAD.exec((pool.strings[numbers[row]!] ?? '').trim());
    return found ? Number(found[1]) : undefined;
  }
  return undefined;
}
