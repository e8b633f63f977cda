import type { CellRange } from '../../workbook/address';

/** Something that stands under the main table: a table, the foot, a chart. */
export interface PrintPart extends CellRange {
  /** Height of its rows. */
  readonly points: number;
  /** May not be cut by a page's end. */
  readonly isWhole: boolean;
}

/**
 * Parts under each other, in order, as few print areas as possible; each area starts a page.
 *
 * Parts that fit a page together share one. What is higher than a page runs over several; other words and tables follow
 * it there, but no chart does.
 *
 * @param room points of rows that a page holds
 * @example
 * // 300 and 100 points share a page of 450, a chart of 280 begins the next.
 */
export function packParts(parts: readonly PrintPart[], room: number): readonly CellRange[] {
  const areas: { part: CellRange; points: number }[] = [];
  for (const { row, column, rows, columns, points, isWhole } of parts) {
    const last = areas.at(-1);
    const isRunning = last !== undefined && last.points > room;
    const doesFit = last !== undefined && last.points + points <= room;
    if (!last || last.part.column !== column || !(doesFit || (isRunning && !isWhole))) {
      areas.push({ part: { row, column, rows, columns }, points });
      continue;
    }
    last.points += points;
    last.part = {
      row: last.part.row,
      column,
      rows: row + rows - last.part.row,
      columns: Math.max(last.part.columns, columns),
    };
  }
  return areas.map(({ part }) => part);
}
