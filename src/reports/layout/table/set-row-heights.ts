import type { SheetDraft } from '../sheet-draft';
import { wrappedLines } from '../text-width';
import type { FilledTable } from './fill-table';

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
  if (wrappedColumns.length === 0 && rowPoints === undefined) return;
  filled.body.forEach((line, row) => {
    const lines = Math.max(
      1,
      ...wrappedColumns.map((index) => {
        const cell = line[index];
        return typeof cell === 'string' ? wrappedLines(cell, draft.widthOf(at[index]!, spans[index]!)) : 1;
      }),
    );
    const points = Math.max(rowPoints ?? 0, lines > 1 ? lines * 14.5 + 5 : 0);
    if (points > 0) draft.rowHeights.set(firstRow + row, points);
    else draft.rowHeights.delete(firstRow + row);
  });
}
