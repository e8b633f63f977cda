/** The rectangle of a sheet that holds values. */
export interface Extent {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const EMPTY_EXTENT: Extent = { row: 0, column: 0, rows: 0, columns: 0 };

/** The extent of a loaded used range. */
export function extentOf(used: {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
}): Extent {
  return { row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount };
}

/** Exclusive. */
export function lastRowOf(extent: Extent): number {
  return extent.row + extent.rows;
}

/** Exclusive. */
export function lastColumnOf(extent: Extent): number {
  return extent.column + extent.columns;
}

/** Whether nothing shifted: rows that were only added at the end do not count where `what` is `columns`. */
export function isSameExtent(a: Extent, b: Extent, what: 'all' | 'columns'): boolean {
  const columns = a.column === b.column && a.columns === b.columns;
  return what === 'columns' ? columns : columns && a.row === b.row && a.rows === b.rows;
}
