import type { ReportContext } from '../report-context';
import type { ChartDefinition } from '../define-report';
import { layOutChart } from '../lay-out-chart';
import type { PlacedTable } from '../table/placed-table';
import type { SheetDraft } from '../sheet-draft';
import type { ListShape } from './list-shape';

/** Charts stand on a grid of their own: so many columns of so many characters, so many rows. */
const CHART = { columns: 8, columnWidth: 11, rows: 17, gap: 1, gapWidth: 3 } as const;

/** Rows that so many charts under each other take, with a row between them. */
export const rowsOfCharts = (charts: number): number => charts * (CHART.rows + 1);

/** Charts at the right of the main table, from one row down, on columns of their own. */
export function placeChartsBeside(
  draft: SheetDraft,
  charts: readonly ChartDefinition[],
  tables: ReadonlyMap<string, PlacedTable>,
  row: number,
  { mainWidth, width }: ListShape,
  context: ReportContext,
): void {
  const column = mainWidth + CHART.gap;
  placeCharts(draft, charts, tables, { row, column, columns: CHART.columns }, context);
  if (draft.charts.length === 0) return;
  if (width <= mainWidth) draft.widen(mainWidth, CHART.gapWidth);
  for (let at = column; at < column + CHART.columns; at++) draft.widen(at, CHART.columnWidth);
}

/** Charts under the tables, from column A on, over as many columns of the tables as they need. */
export function placeChartsBelow(
  draft: SheetDraft,
  charts: readonly ChartDefinition[],
  tables: ReadonlyMap<string, PlacedTable>,
  row: number,
  context: ReportContext,
): void {
  const columns = draft.columnsOfWidth(CHART.columns * CHART.columnWidth);
  placeCharts(draft, charts, tables, { row, column: 0, columns }, context);
}

function placeCharts(
  draft: SheetDraft,
  charts: readonly ChartDefinition[],
  tables: ReadonlyMap<string, PlacedTable>,
  corner: { readonly row: number; readonly column: number; readonly columns: number },
  context: ReportContext,
): void {
  let { row } = corner;
  for (const definition of charts) {
    const chart = layOutChart(definition, tables.get(definition.table), { ...corner, row, rows: CHART.rows }, context);
    if (!chart) continue;
    draft.charts.push(chart);
    row += rowsOfCharts(1);
  }
}
