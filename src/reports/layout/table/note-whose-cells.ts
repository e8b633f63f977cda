import type { SheetDraft } from '../sheet-draft';
import { isOwnColumn, type FilledTable } from './fill-table';

interface Place {
  readonly headerRow: number;
  readonly firstRow: number;
  /** Sheet column of each column, by its index. */
  readonly at: readonly number[];
  readonly width: number;
}

/** Notes in the draft which cells of the table are figures, which are keys, and which are hers to type in. */
export function noteWhoseCells(
  draft: SheetDraft,
  filled: FilledTable,
  { firstRow, headerRow, at, width }: Place,
): void {
  const { definition, columns, body } = filled;
  draft.bodies.push({ row: firstRow, column: 0, rows: body.length, columns: width });
  const columnsWhere = (pick: (column: (typeof columns)[number]) => boolean): readonly number[] =>
    columns.flatMap((column, index) => (pick(column) ? [at[index]!] : []));
  if (columns.some(({ user }) => user) && columns.some(({ key }) => key))
    draft.keyed.push({
      headerRow,
      rows: body.length,
      keyedBy: definition.keyedBy ?? 'all',
      keyColumns: columnsWhere(({ key }) => key === true),
      userColumns: columnsWhere(({ user }) => user !== undefined),
      ourColumns: columnsWhere(({ key, user }) => !key && !user),
    });
  columns.forEach((column, index) => {
    if (!column.user && !definition.isHers) return;
    const below = body.length + (filled.totals ? 1 : 0);
    const top = isOwnColumn(column) ? headerRow : firstRow;
    draft.hers.push({ row: top, column: at[index]!, rows: firstRow - top + below, columns: 1 });
  });
}
