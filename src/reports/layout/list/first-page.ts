import type { CellRange } from '../../../workbook/address';
import type { ChartPlan, PrintPlan } from '../../../workbook/plan';
import { columnsThatFit, FITTED_PERCENT, percentOf, pointsOfPage } from '../pages-across';
import type { SheetDraft } from '../sheet-draft';

/** Columns of words grow only as far as all columns still stand on the page. */
export const FIRST_PAGE_PERCENT = 81;

export interface FirstPage {
  readonly area: CellRange;
  readonly percent: number;
  /** Rows of tables that stand below it. */
  readonly rowsLeft: number;
}

/** Columns from A that a first page takes, of so many. */
export const columnsOfFirstPage = (draft: SheetDraft, columns: number, orientation: PrintPlan['orientation']): number =>
  columnsThatFit(draft.columnWidths(columns), orientation, FITTED_PERCENT);

/**
 * What of a sheet that is made for the screen goes on paper: its first page, of whole rows and whole columns.
 *
 * @param columns that it takes
 * @param end the row under the last that may be printed
 * @example
 * // 60 rows of 16 points, of which 33 fit: the area has 33 rows, rowsLeft the others that are rows of tables.
 */
export function firstPageOf(
  draft: SheetDraft,
  columns: number,
  end: number,
  orientation: PrintPlan['orientation'],
): FirstPage {
  const percent = percentOf(draft.columnWidths(columns), orientation);
  const room = pointsOfPage(orientation, percent);
  let rows = 0;
  for (let used = 0; rows < end; rows++) {
    used += draft.heightOf(rows, 1);
    if (used > room) break;
  }
  const area = withoutCutCharts({ row: 0, column: 0, rows: Math.max(1, rows), columns }, draft.charts);
  const rowsLeft = draft.bodies.reduce(
    (sum, body) => (body.row < end ? sum + Math.max(0, body.row + body.rows - Math.max(body.row, area.rows)) : sum),
    0,
  );
  return { area, percent, rowsLeft };
}

/**
 * Half a chart says nothing: an area that would cut one ends before it, at the left of a chart beside the table, above one
 * below it.
 */
function withoutCutCharts(page: CellRange, charts: readonly ChartPlan[]): CellRange {
  let { rows, columns } = page;
  for (const { anchor } of charts) {
    const isTouched = anchor.row < rows && anchor.column < columns;
    const isWhole = anchor.row + anchor.rows <= rows && anchor.column + anchor.columns <= columns;
    if (!isTouched || isWhole) continue;
    if (anchor.column > 0) columns = Math.min(columns, anchor.column);
    else rows = Math.min(rows, Math.max(1, anchor.row));
  }
  return { ...page, rows, columns };
}
