import type { SheetDraft } from '../sheet-draft';
import { wrappedLines } from '../text-width';
import type { FilledTable } from './fill-table';

/** Rows of longer tables keep the sheet's height: a file says one for all of them. */
const MOST_ROWS = 2_000;

/** Rows with wrapped cells are as high as the longest of them; the others keep the sheet's height. */
export function setRowHeights(
  draft: SheetDraft,
  filled: FilledTable,
  firstRow: number,
  spans: readonly number[],
  at: readonly number[],
): void {
  const wrappedColumns = filled.columns.flatMap(({ style }, index) => (style.wrap ? [index] : []));
  const { rowPoints } = filled.definition;
  const isLong = filled.body.length > MOST_ROWS;
  if (wrappedColumns.length === 0 && (rowPoints === undefined || isLong)) return;
  // Where rows have a height of their own they are made for paper: no room between the lines.
  const heightOf = (lines: number): number => (rowPoints === undefined ? lines * 14.5 + 5 : lines * 14.25);
  filled.body.forEach((line, row) => {
    const lines = Math.max(
      1,
      ...wrappedColumns.map((index) => {
        const cell = line[index];
        return typeof cell === 'string' ? wrappedLines(cell, draft.widthOf(at[index]!, spans[index]!)) : 1;
      }),
    );
    const points = Math.max(rowPoints ?? 0, lines > 1 ? heightOf(lines) : 0);
    if (points > 0) draft.rowHeights.set(firstRow + row, points);
    else draft.rowHeights.delete(firstRow + row);
  });
}
