import type { CellRange } from '../../../workbook/address';

/**
 * Queues what `work` does to a range that nobody uses afterwards. Unless told so, Office.js keeps each range beyond its
 * message: two calls more for each, and it gives thousands back at the end of a run in one go that the screen waits for.
 */
export function onRange(
  sheet: Excel.Worksheet,
  { row, column, rows, columns }: CellRange,
  work: (range: Excel.Range) => void,
): void {
  const range = sheet.getRangeByIndexes(row, column, rows, columns);
  work(range);
  range.untrack();
}
