import type { Report } from '../define-report';
import type { FilledTable } from '../table/fill-table';
import type { Frame } from '../frame';
import { isDrawable } from '../lay-out-chart';
import { FITTED_PERCENT, percentOf, pointsOfPage, type PagesAcross } from '../pages-across';
import { putFoot } from '../put-foot';
import { putKept } from '../put-kept';
import { putMissingTables } from '../put-missing-tables';
import type { ReportContext } from '../report-context';
import type { SheetDraft } from '../sheet-draft';
import { cutPages, cutWidePages, pagePerTable } from './cut-pages';
import { columnsOfFirstPage, FIRST_PAGE_PERCENT, firstPageOf } from './first-page';
import { foldedColumns, shapeOf } from './list-shape';
import { placeChartsBelow, placeChartsBeside, rowsOfCharts } from './place-charts';
import { isHeaderRepeated } from './repeated-header';
import { settleWidths } from './settle-widths';
import { TableStack } from './table-stack';

/** On a sheet of several pages across the foot stays well within the first: so many characters. */
const FOOT_OF_WIDE = 95;

/**
 * A list: the main table with its charts beside it, further tables below, kept notes, the foot; last, off paper, what
 * only a chart draws. Where the main table takes several pages across, its charts stand below.
 */
export function putList(
  draft: SheetDraft,
  report: Report,
  tables: readonly FilledTable[],
  context: ReportContext,
): Frame {
  const { orientation } = report;
  const shape = shapeOf(tables);

  const stack = new TableStack(draft, report, shape, context);
  for (const table of tables) if (!table.definition.isChartData) stack.place(table);
  const printed = [...stack.starts];
  putMissingTables(draft, report, context);
  putKept(draft, tables, context);

  const isForScreen = report.paper === undefined && !report.isPagePerTable;
  const settled = settleWidths(draft, shape, stack, orientation, isForScreen ? FIRST_PAGE_PERCENT : undefined);
  const across = isForScreen ? acrossFirstPage(draft, shape.printedWidth, orientation) : settled;
  const isWide = across.pages > 1;

  const footColumns =
    isWide || isForScreen ? Math.min(across.firstColumns, draft.columnsOfWidth(FOOT_OF_WIDE)) : shape.printedMainWidth;
  const foot = { row: draft.row, columns: footColumns };
  putFoot(draft, report, tables, context, footColumns);
  const textEnd = draft.row;

  const charts = (report.charts ?? []).filter((chart) => isDrawable(chart, tables));
  // Beside a table over several pages a chart would be printed with the repeated columns over it.
  if (isWide) draft.row += 1 + rowsOfCharts(charts.length);
  const dataTop = draft.row;
  for (const table of tables) if (table.definition.isChartData) stack.place(table);
  const { main, placed } = stack;
  if (isWide) placeChartsBelow(draft, charts, placed, textEnd + 1, context);
  else placeChartsBeside(draft, charts, placed, main?.headerRow ?? stack.top, shape, context);

  const header = report.freezeHeader && main !== undefined && main.rows > 0 ? main.headerRow : undefined;
  const freeze = header === undefined ? { rows: 1, columns: 0 } : { rows: header + 1, columns: shape.keyColumns };
  const columnOutline = foldedColumns(tables);
  const outline = columnOutline ? { columnOutline } : {};
  if (isForScreen) {
    const { area, rowsLeft } = firstPageOf(draft, across.firstColumns, textEnd, orientation);
    return {
      width: shape.mainWidth,
      keyColumns: shape.keyColumns,
      across,
      freeze,
      ...outline,
      areas: [area],
      rowsLeft,
    };
  }
  const isRepeated = header !== undefined && isHeaderRepeated(draft, main!, tables, across, orientation);
  if (report.paper === 'mainTable' && main && !isWide) {
    const end = printed[1]?.row ?? foot.row;
    const headerPoints = isRepeated ? draft.heightOf(header, 1) : 0;
    return {
      width: shape.mainWidth,
      ...outline,
      keyColumns: shape.keyColumns,
      across,
      freeze,
      ...(isRepeated && { repeatRows: { from: header, to: header } }),
      areas: [{ row: 0, column: 0, rows: end, columns: shape.printedMainWidth }],
      pagesHigh: pagesOfTable(draft, end, headerPoints, orientation),
      rowsLeft: draft.bodies.reduce((sum, { row, rows }) => sum + (row >= end && row < foot.row ? rows : 0), 0),
    };
  }
  // At life size, so that an area holds one page whether a program sizes it by itself or with the main table.
  const room = pointsOfPage(orientation, 100) - (isRepeated ? draft.heightOf(header, 1) : 0);
  const areas = report.isPagePerTable
    ? pagePerTable(placed.values())
    : isWide
      ? cutWidePages(draft, printed, foot, textEnd, room)
      : cutPages(draft, shape, stack, dataTop, room);
  return {
    width: shape.mainWidth,
    ...outline,
    keyColumns: shape.keyColumns,
    across,
    freeze,
    ...(isRepeated && { repeatRows: { from: header, to: header } }),
    ...(areas && { areas }),
  };
}

/** Pages that rows from the top take where words of 10 points are printed with 8: the print is fitted to so many. */
function pagesOfTable(draft: SheetDraft, end: number, repeated: number, orientation: Report['orientation']): number {
  const room = pointsOfPage(orientation, FITTED_PERCENT);
  return 1 + Math.max(0, Math.ceil((draft.heightOf(0, end) - room) / (room - repeated)));
}

/** One page, of the columns that it takes at a size that can be read. */
function acrossFirstPage(draft: SheetDraft, columns: number, orientation: Report['orientation']): PagesAcross {
  const firstColumns = columnsOfFirstPage(draft, columns, orientation);
  return { pages: 1, firstColumns, percent: percentOf(draft.columnWidths(firstColumns), orientation) };
}
