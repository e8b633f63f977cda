import type { CellRange } from '../../workbook/address';
import { nativeTableName, type Report, type Tile } from './define-report';
import type { FilledTable } from './fill-table';
import type { Frame } from './frame';
import { isDrawable, layOutChart } from './lay-out-chart';
import { layOutTable, type PlacedTable } from './lay-out-table';
import { pagesAcross } from './pages-across';
import { putFoot } from './put-foot';
import { putKept } from './put-kept';
import { putMissingTables } from './put-missing-tables';
import type { ReportContext } from './report-context';
import type { SheetDraft } from './sheet-draft';
import { PALETTE, STYLE, TONES } from './theme';

const BOARD = {
  columns: 12,
  columnWidth: 11,
  tileColumns: 2,
  chartColumns: 6,
  chartRows: 15,
  rowPoints: 16.5,
} as const;

/** Tiles over charts in two columns, tables below, and the figures behind the charts on a page of their own. */
export function putBoard(
  draft: SheetDraft,
  report: Report,
  tables: readonly FilledTable[],
  context: ReportContext,
): Frame {
  for (let column = 0; column < BOARD.columns; column++) draft.widen(column, BOARD.columnWidth);
  putTiles(draft, report.tiles?.(context) ?? [], context);

  const chartTop = draft.row;
  const drawable = (report.charts ?? []).filter((chart) => isDrawable(chart, tables));
  const chartRows = Math.ceil(drawable.length / 2) * (BOARD.chartRows + 1);
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
      row: chartTop + Math.floor(slot / 2) * (BOARD.chartRows + 1),
      column: (slot % 2) * BOARD.chartColumns,
      rows: BOARD.chartRows,
      columns: BOARD.chartColumns,
    };
    const chart = layOutChart(definition, placed.get(definition.table), anchor, context.lang);
    if (!chart) continue;
    draft.charts.push(chart);
    slot++;
  }
  const areaOf = (from: number, to: number): CellRange[] =>
    to > from ? [{ row: from, column: 0, rows: to - from, columns: BOARD.columns }] : [];
  return {
    width: BOARD.columns,
    keyColumns: 0,
    across: pagesAcross(draft.columnWidths(BOARD.columns), 0, report.orientation),
    freeze: { rows: 1, columns: 0 },
    // The board on one page; the figures behind its charts on another.
    areas: [...areaOf(0, dataTop), ...areaOf(dataTop, draft.row)],
  };
}

function putTiles(draft: SheetDraft, tiles: readonly Tile[], { lang }: ReportContext): void {
  const perRow = BOARD.columns / BOARD.tileColumns;
  tiles.forEach((tile, index) => {
    const top = draft.row + Math.floor(index / perRow) * 4;
    const column = (index % perRow) * BOARD.tileColumns;
    const tone = tile.tone ?? 'neutral';
    const left = { style: 'medium', color: tone === 'neutral' ? PALETTE.accent : TONES[tone].color } as const;
    const right = { style: 'medium', color: PALETTE.white } as const;
    const parts = [
      { value: tile.label[lang], style: STYLE.tileLabel, points: 18 },
      {
        value: tile.value,
        style: { ...STYLE.tileValue, ...(tile.numberFormat !== undefined && { numberFormat: tile.numberFormat }) },
        points: 30,
      },
      {
        value: tile.note[lang],
        style: { ...STYLE.tileNote, ...(tone !== 'neutral' && { color: TONES[tone].color }) },
        points: 18,
      },
    ];
    parts.forEach(({ value, style, points }, part) => {
      const row = top + part;
      draft.put(
        row,
        column,
        [[value, null]],
        [
          { ...style, border: { left } },
          { ...style, border: { right } },
        ],
      );
      draft.merges.push({ row, column, rows: 1, columns: BOARD.tileColumns });
      draft.rowHeights.set(row, points);
    });
    if (tile.link) draft.links.push({ row: top, column, target: tile.link });
    draft.rowHeights.set(top + 3, 8);
  });
  draft.row += Math.ceil(tiles.length / perRow) * 4;
}
