import { MAX_COLUMNS, MAX_ROWS, type CellRange } from '../../../workbook/address';
import type { CellBlock } from '../../../workbook/plan';

/** Rows and columns from A1 that the blocks of a sheet reach over. */
export function reachOf(blocks: readonly CellBlock[]): { readonly rows: number; readonly columns: number } {
  return {
    rows: blocks.reduce((most, block) => Math.max(most, block.row + block.values.length), 0),
    columns: blocks.reduce((most, block) => Math.max(most, block.column + block.styles.length), 0),
  };
}

/**
 * The rectangles of a sheet that no block covers: what an older, larger or differently laid out report may have left
 * there. Bands of rows between the blocks' edges, and in each band the gaps between blocks; all below and to the right
 * in one piece each, however far an insertion pushed things.
 */
export function uncoveredRanges(blocks: readonly CellBlock[]): CellRange[] {
  const reach = reachOf(blocks);
  const edges = [...new Set([0, ...blocks.flatMap((block) => [block.row, block.row + block.values.length])])].sort(
    (a, b) => a - b,
  );
  const ranges: CellRange[] = [];
  for (let index = 0; index + 1 < edges.length; index++) {
    const row = edges[index]!;
    const rows = edges[index + 1]! - row;
    const inBand = blocks
      .filter((block) => block.row <= row && block.row + block.values.length >= row + rows)
      .map((block) => ({ from: block.column, to: block.column + block.styles.length }))
      .sort((a, b) => a.from - b.from);
    let column = 0;
    for (const { from, to } of inBand) {
      if (from > column) ranges.push({ row, column, rows, columns: from - column });
      column = Math.max(column, to);
    }
    if (column < MAX_COLUMNS) ranges.push({ row, column, rows, columns: MAX_COLUMNS - column });
  }
  if (reach.rows < MAX_ROWS) {
    ranges.push({ row: reach.rows, column: 0, rows: MAX_ROWS - reach.rows, columns: MAX_COLUMNS });
  }
  return ranges;
}
