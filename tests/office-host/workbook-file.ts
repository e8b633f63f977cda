import { nodeZipEngine } from '../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../src/hosts/xlsx/zip/byte-source';
import { parseAddress, type CellRange } from '../../src/workbook/address';
import { cellAt } from '../../src/workbook/column-block';
import type { CellBlock, ChartKind, ChartPlan, LinkPlan, PlanValue, SheetPlan } from '../../src/workbook/plan';
import type { CellStyle } from '../../src/workbook/style';
import type { Chart } from './excel/charts/chart';
import type { Workbook } from './excel/workbook';
import type { Worksheet } from './excel/worksheet';

/**
 * Workbook files in and out of the stand-in, by way of our own reader and writer: so that what the add-in wrote can be
 * opened and looked at. Values, days, tables and visibility come in; our sheets go out into a copy of the same file.
 */
export async function loadWorkbookFile(workbook: Workbook, bytes: Uint8Array): Promise<void> {
  const host = await openXlsxHost(memorySource(bytes), nodeZipEngine);
  const info = await host.describe();
  workbook.dateBase = info.dateBase;
  for (const { id, name, rows, columns, tables, visibility } of info.sheets) {
    const sheet = workbook.addSheet(name);
    const all = Array.from({ length: columns }, (_, column) => column);
    await host.readColumns({ sheet: id, columns: all, fromRow: 0, toRow: rows }, (block) => {
      for (let row = 0; row < block.rowCount; row++) {
        block.columns.forEach((column, index) => {
          const value = cellAt(column, row, block.pool);
          if (value !== null) sheet.grid.put(block.firstRow + row, index, { value });
        });
      }
    });
    const head = await host.readHead(id, rows, columns);
    paintDays(sheet, rows, columns, head.isDay);
    for (const { name: table, range, hasTotals } of tables) {
      const added = sheet.Tables.Add(sheet.rangeAt(range), true);
      added.Name = table;
      added.ShowTotals = hasTotals;
    }
    sheet.Visibility = visibility[0]!.toUpperCase() + visibility.slice(1);
  }
}

/** A stroke for each stretch of days in a column. */
function paintDays(
  sheet: Worksheet,
  rows: number,
  columns: number,
  isDay: (row: number, column: number) => boolean,
): void {
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      let end = row;
      while (end < rows && isDay(end, column)) end++;
      if (end > row) sheet.paint.put({ row, column, rows: end - row, columns: 1 }, 'numberFormat', 'yyyy-mm-dd');
      row = end;
    }
  }
}

/** The file that was loaded, with our sheets as they stand in the stand-in. */
export async function saveWorkbookFile(workbook: Workbook, original: Uint8Array): Promise<Uint8Array> {
  const host = await openXlsxHost(memorySource(original), nodeZipEngine);
  const sheets = workbook.Names.Items.flatMap((name): SheetPlan[] => {
    const range = name.GetRangeOrNullObject();
    if (!name.Name.startsWith('Kelan_') || !('Worksheet' in range)) return [];
    return [planOfSheet(range.Worksheet, name.Name.slice('Kelan_'.length), name.Comment)];
  });
  await host.write({ sheets });
  const chunks: Uint8Array[] = [];
  await host.save((chunk) => void chunks.push(chunk.slice()));
  return Buffer.concat(chunks);
}

function planOfSheet(sheet: Worksheet, id: string, fingerprint: string): SheetPlan {
  const widths = Array.from({ length: 40 }, (_, column) => sheet.paint.at(0, column, 'columnWidth'));
  const page = sheet.PageLayout;
  const words = page.HeadersFooters.DefaultForAllPages.state;
  return {
    id,
    name: sheet.Name,
    fingerprint,
    tabColor: sheet.TabColor,
    // Points back into characters: 3/4 of a point a pixel, 5 pixels of margin, 7 pixels a character.
    columnWidths: widths.map((points) => (typeof points === 'number' ? (points / 0.75 - 5) / 7 : 8.43)),
    rowHeights: [],
    blocks: blocksOf(sheet),
    merges: sheet.merges,
    tables: sheet.Tables.Items.map((table) => ({
      name: table.Name,
      range: table.area,
      hasFilter: table.ShowFilterButton,
      style: table.Style,
    })),
    conditionalFormats: [],
    validations: [],
    links: linksOf(sheet),
    charts: sheet.Charts.Items.map(chartOf),
    freeze: sheet.FreezePanes.frozen,
    showGridlines: sheet.ShowGridlines,
    print: {
      orientation: page.Orientation === 'Landscape' ? 'landscape' : 'portrait',
      pagesWide: page.Zoom.horizontalFitToPages ?? 1,
      header: String(words.CenterHeader).replace(/&&/g, '&'),
      footer: String(words.LeftFooter).replace(/&&/g, '&'),
      pageNumber: '{page}/{pages}',
    },
  };
}

/** One block a row: each cell keeps the look of its own. */
function blocksOf(sheet: Worksheet): CellBlock[] {
  const used = sheet.usedArea(true);
  if (!used) return [];
  return Array.from({ length: used.rows }, (_, down): CellBlock => {
    const row = used.row + down;
    const columns = Array.from({ length: used.columns }, (_, across) => used.column + across);
    return {
      row,
      column: used.column,
      values: [columns.map((column) => valueAt(sheet, row, column))],
      styles: columns.map((column) => styleAt(sheet, row, column)),
    };
  });
}

function valueAt(sheet: Worksheet, row: number, column: number): PlanValue {
  const value = sheet.grid.at(row, column)?.value ?? null;
  return value !== null && typeof value === 'object' ? value.error : value;
}

const ALIGN: Readonly<Record<string, 'left' | 'center' | 'right'>> = { Left: 'left', Center: 'center', Right: 'right' };

function styleAt(sheet: Worksheet, row: number, column: number): CellStyle {
  const at = (key: string): unknown => sheet.paint.at(row, column, key);
  const align = ALIGN[String(at('horizontalAlignment'))];
  return {
    ...(at('numberFormat') === undefined ? {} : { numberFormat: String(at('numberFormat')) }),
    ...(at('font.bold') === true ? { bold: true } : {}),
    ...(at('font.italic') === true ? { italic: true } : {}),
    ...(at('font.underline') === 'Single' ? { underline: true } : {}),
    ...(at('font.size') === undefined ? {} : { size: Number(at('font.size')) }),
    ...(at('font.color') === undefined ? {} : { color: String(at('font.color')) }),
    ...(at('fill.color') === undefined ? {} : { fill: String(at('fill.color')) }),
    ...(at('wrapText') === true ? { wrap: true } : {}),
    ...(align ? { align } : {}),
  };
}

function linksOf(sheet: Worksheet): LinkPlan[] {
  return [...sheet.hyperlinks].flatMap(([key, link]): LinkPlan[] => {
    const [row, column] = key.split(',').map(Number) as [number, number];
    const match = /^'((?:[^']|'')+)'!(.+)$/.exec(link.documentReference ?? '');
    return match ? [{ row, column, target: { sheet: match[1]!.replace(/''/g, "'"), cell: match[2]! } }] : [];
  });
}

const KINDS: Readonly<Record<string, ChartKind>> = {
  ColumnClustered: 'column',
  ColumnStacked: 'stackedColumn',
  BarClustered: 'bar',
  Line: 'line',
  Doughnut: 'doughnut',
};

function chartOf(chart: Chart): ChartPlan {
  const range = (address: string | undefined): CellRange =>
    parseAddress(address ?? 'A1') ?? { row: 0, column: 0, rows: 1, columns: 1 };
  const [, , [from, to]] = chart.snapshot() as [string, string, [string?, string?]];
  const first = range(from);
  const last = range(to ?? from);
  const series = chart.Series.Items.map((one) => {
    const [state, values, categories] = one.snapshot() as [Record<string, unknown>, string?, string?];
    return { state, values: range(values), categories: range(categories) };
  });
  const isCombo = new Set(series.map(({ state }) => state.ChartType ?? chart.ChartType)).size > 1;
  return {
    id: chart.Name.replace(/^Kelan_/, ''),
    kind: isCombo ? 'combo' : (KINDS[chart.ChartType] ?? 'column'),
    title: String(chart.Title.state.Text),
    description: '',
    anchor: {
      row: first.row,
      column: first.column,
      rows: last.row - first.row + 1,
      columns: last.column - first.column + 1,
    },
    categories: series[0]?.categories ?? first,
    series: series.map(({ state, values }) => ({
      name: String(state.Name),
      values,
      color: '#1F6FB2',
      ...(isCombo
        ? {
            as: state.ChartType === 'Line' ? ('line' as const) : ('column' as const),
            axis: state.AxisGroup === 'Secondary' ? ('secondary' as const) : ('primary' as const),
          }
        : {}),
    })),
    categoryAxis: {},
    valueAxis: {},
    ...(series.some(({ state }) => state.AxisGroup === 'Secondary') ? { secondaryAxis: {} } : {}),
    legend: chart.Legend.state.Visible ? 'bottom' : 'none',
  };
}
