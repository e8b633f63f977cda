import type { CellRange } from '../../../workbook/address';
import { nativeTableName, type Report, type StoryDefinition } from '../define-report';
import type { FilledTable } from '../table/fill-table';
import type { Frame } from '../frame';
import { isDrawable, layOutChart } from '../lay-out-chart';
import { putStory } from './lay-out-story';
import { layOutTable } from '../table/lay-out-table';
import type { PlacedTable } from '../table/placed-table';
import { pagesAcross } from '../pages-across';
import { putFoot } from '../put-foot';
import { putKept } from '../put-kept';
import { putMissingTables } from '../put-missing-tables';
import type { ReportContext } from '../report-context';
import type { SheetDraft } from '../sheet-draft';

const BOARD = {
  columns: 12,
  columnWidth: 11,
  /** Small charts under the story, so that all of it stays on one page. */
  chartsAbreast: 4,
  chartColumns: 3,
  chartRows: 12,
  rowPoints: 16.5,
} as const;

/** The story beside its tiles, small charts under it, then tables; the figures behind the charts stand last. */
export function putBoard(
  draft: SheetDraft,
  report: Report,
  story: StoryDefinition,
  tables: readonly FilledTable[],
  context: ReportContext,
): Frame {
  for (let column = 0; column < BOARD.columns; column++) draft.widen(column, BOARD.columnWidth);
  putStory(draft, story, report.tiles?.(context) ?? [], context);

  const chartTop = draft.row;
  const drawable = (report.charts ?? []).filter((chart) => isDrawable(chart, tables));
  const chartRows = Math.ceil(drawable.length / BOARD.chartsAbreast) * (BOARD.chartRows + 1);
  for (let row = chartTop; row < chartTop + chartRows; row++) draft.rowHeights.set(row, BOARD.rowPoints);
  draft.row = chartTop + chartRows;

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

  let slot = 0;
  for (const definition of drawable) {
    const anchor: CellRange = {
      row: chartTop + Math.floor(slot / BOARD.chartsAbreast) * (BOARD.chartRows + 1),
      column: (slot % BOARD.chartsAbreast) * BOARD.chartColumns,
      rows: BOARD.chartRows,
      columns: BOARD.chartColumns,
    };
    const chart = layOutChart(definition, placed.get(definition.table), anchor, context);
    if (!chart) continue;
    draft.charts.push(chart);
    slot++;
  }
  const storyEnd = chartTop + chartRows;
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
