import type { CellRange } from '../../../workbook/address';
import { nativeTableName, type Report, type StoryDefinition } from '../define-report';
import type { FilledTable } from '../table/fill-table';
import type { Frame } from '../frame';
import { isDrawable, layOutChart } from '../lay-out-chart';
import { putStory } from './lay-out-story';
import { layOutTable } from '../table/lay-out-table';
import type { PlacedTable } from '../table/placed-table';
import { pagesAcross, pointsOfPage } from '../pages-across';
import { putFoot } from '../put-foot';
import { putHeadLines, type HeadLine } from '../put-head';
import { putKept } from '../put-kept';
import { putMissingTables } from '../put-missing-tables';
import type { ReportContext } from '../report-context';
import type { SheetDraft } from '../sheet-draft';

const BOARD = {
  columns: 12,
  /** So narrow that a page holds all of them at `leastPercent` where the workbook's own font is a wide one. */
  columnWidth: 9.1,
  titlePoints: 26,
  /** Its words have 10 points and more: printed at this size none falls under 9. */
  leastPercent: 90,
  /** Small charts side by side under the story, so that all of it stays on one page. */
  mostCharts: 4,
  chartRows: 10,
  /** Under this height a chart says nothing; over the other its line is stretched. */
  leastChartRow: 11.5,
  mostChartRow: 18,
  gapPoints: 4,
  chartText: 10,
  chartLabels: 5,
} as const;

/**
 * The story beside its tiles, small charts under it, on one page whose words are not under 9 points; then tables for the
 * screen. The figures behind the charts stand last.
 */
export function putBoard(
  draft: SheetDraft,
  report: Report,
  story: StoryDefinition,
  tables: readonly FilledTable[],
  headLines: readonly HeadLine[],
  context: ReportContext,
): Frame {
  for (let column = 0; column < BOARD.columns; column++) draft.widen(column, BOARD.columnWidth);
  putHeadLines(draft, headLines, BOARD.columns);
  draft.rowHeights.set(0, BOARD.titlePoints);
  draft.rowHeights.set(draft.row - 1, BOARD.gapPoints);
  const drawable = (report.charts ?? []).filter((chart) => isDrawable(chart, tables)).slice(0, BOARD.mostCharts);
  const page = Math.floor(pointsOfPage(report.orientation, BOARD.leastPercent, ''));
  const leastOfCharts = drawable.length > 0 ? BOARD.chartRows * BOARD.leastChartRow : 0;
  const room = page - draft.heightOf(0, draft.row) - leastOfCharts;
  putStory(draft, story, report.tiles?.(context) ?? [], room, context);

  const chartTop = draft.row;
  const chartRows = drawable.length > 0 ? BOARD.chartRows : 0;
  const left = (page - draft.heightOf(0, chartTop)) / BOARD.chartRows;
  const rowPoints = Math.floor(Math.min(BOARD.mostChartRow, Math.max(BOARD.leastChartRow, left)) * 4) / 4;
  for (let row = chartTop; row < chartTop + chartRows; row++) draft.rowHeights.set(row, rowPoints);
  const storyEnd = chartTop + chartRows;
  draft.row = storyEnd + 1;

  const placed = new Map<string, PlacedTable>();
  const place = (table: FilledTable): void => {
    placed.set(
      table.definition.id,
      layOutTable(draft, table, context, nativeTableName(report, table.definition.id), { keepsWidths: true }),
    );
    draft.row++;
  };
  tables.filter(({ definition }) => !definition.isChartData).forEach(place);
  putMissingTables(draft, report, context);
  putKept(draft, tables, context);
  putFoot(draft, report, tables, context, BOARD.columns);
  draft.row++;
  const dataTop = draft.row;
  tables.filter(({ definition }) => definition.isChartData).forEach(place);

  const columns = Math.floor(BOARD.columns / Math.max(1, drawable.length));
  drawable.forEach((definition, slot) => {
    const anchor: CellRange = { row: chartTop, column: slot * columns, rows: BOARD.chartRows, columns };
    const look = { textSize: BOARD.chartText, mostLabels: Math.floor((BOARD.chartLabels * columns) / 3) };
    const chart = layOutChart(definition, placed.get(definition.table), anchor, context, look);
    if (chart) draft.charts.push(chart);
  });
  const rowsLeft = draft.bodies.reduce((sum, { row, rows }) => sum + (row >= storyEnd && row < dataTop ? rows : 0), 0);
  return {
    width: BOARD.columns,
    keyColumns: 0,
    across: pagesAcross(draft.columnWidths(BOARD.columns), 0, report.orientation),
    freeze: { rows: 1, columns: 0 },
    // The story is the page; what stands below it is looked up on the screen.
    areas: [{ row: 0, column: 0, rows: storyEnd, columns: BOARD.columns }],
    pagesHigh: 1,
    rowsLeft,
  };
}
