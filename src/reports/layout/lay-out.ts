import { SETTINGS } from '../../core/settings';
import { fill, type Text } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import { isoOf } from '../../core/model/day';
import type { CellRange } from '../../workbook/address';
import type { LinkPlan, SheetPlan } from '../../workbook/plan';
import type { CellStyle } from '../../workbook/style';
import type { ReportSnapshot } from '../../workbook/workbook-host';
import type { AnyTable, Banner, ChartDefinition, Report, Tile } from './define-report';
import { fillTable, type FilledTable } from './fill-table';
import { fingerprintOf } from './fingerprint';
import { linesIn } from './text-width';
import type { Frame } from './frame';
import { putCard } from './lay-out-card';
import { layOutChart } from './lay-out-chart';
import { layOutTable, type PlacedTable } from './lay-out-table';
import { packParts, type PrintPart } from './print-areas';
import { columnsOfPage, pagesAcross, pointsOfPage } from './pages-across';
import type { ReportContext } from './report-context';
import { SheetDraft } from './sheet-draft';
import { stretchColumns } from './stretch-columns';
import { CELL, headerStyle, PALETTE, STYLE, TONES } from './theme';
import { wordBasis } from '../words/basis-words';
import { TABLE_WORDS, wordPeriod, wordPeriodChoice } from '../words/domain-words';
import { wordSettingValue } from '../words/setting-words';
import { SHEET_WORDS } from '../words/sheet-words';

/** Charts stand on a grid of their own: so many columns of so many characters, so many rows. */
const CHART = { columns: 8, columnWidth: 11, rows: 17, gap: 1, gapWidth: 3 } as const;
const BOARD = {
  columns: 12,
  columnWidth: 11,
  tileColumns: 2,
  chartColumns: 6,
  chartRows: 15,
  rowPoints: 16.5,
} as const;
/** A table of so few rows is not cut by a page's end. */
const MOST_WHOLE_ROWS = 24;
/** The foot runs at least this wide, whatever the table's width. */
const FOOT_WIDTH = 90;
/** On a sheet of several pages it stays well within the first. */
const FOOT_OF_WIDE = 95;

/**
 * Lays a report out: title and gist, the main table with its charts beside it, further tables below, kept notes, and
 * where the numbers come from. Same context, same plan.
 */
export function layOut(
  report: Report,
  context: ReportContext,
  name: string,
  snapshot: ReportSnapshot | undefined,
): SheetPlan {
  const draft = new SheetDraft();
  const tables = fillTables(report, context, snapshot);
  const headLines = putHead(draft, report, context);
  const frame = putFrame(draft, report, tables, snapshot, context);
  const columns = Math.max(draft.columnCount, frame.width);
  const { across } = frame;
  putHeadLines(draft, headLines, Math.min(frame.width, across.firstColumns));
  const title = reportTitle(report)[context.lang];
  const period = report.printPeriod?.(context) ?? wordPeriod(context.analysis.period)[context.lang];
  const plan: Omit<SheetPlan, 'fingerprint'> = {
    id: report.id,
    name,
    tabColor: report.tab,
    columnWidths: draft.columnWidths(columns),
    rowHeights: [...draft.rowHeights].sort(([a], [b]) => a - b).map(([row, points]) => ({ row, points })),
    blocks: draft.blocks,
    ...(draft.formulas.length > 0 && { formulas: draft.formulas }),
    merges: draft.merges,
    tables: draft.tables,
    conditionalFormats: draft.conditionalFormats,
    validations: draft.validations,
    links: draft.links.filter(({ target }) => isThere(target, context)),
    charts: draft.charts,
    freeze: frame.freeze,
    showGridlines: false,
    print: {
      orientation: report.orientation,
      pagesWide: across.pages,
      ...(frame.repeatRows && { repeatRows: frame.repeatRows }),
      ...(across.pages > 1 && frame.keyColumns > 0 && { repeatColumns: { from: 0, to: frame.keyColumns - 1 } }),
      ...(frame.areas(draft.row) && { areas: frame.areas(draft.row)! }),
      header: `${title}  ${period}`,
      footer: fill({ zh: '客览 · 截止 {day}', en: 'Kelan · as of {day}' }, { day: isoOf(context.analysis.asOf) })[
        context.lang
      ],
      pageNumber: { zh: '第 {page} 页，共 {pages} 页', en: 'Page {page} of {pages}' }[context.lang],
    },
  };
  return { ...plan, fingerprint: fingerprintOf(plan) };
}

export const reportTitle = (report: Report): Text => report.title ?? report.sheet;

/** A link to a sheet that will not be there is left out: its words stay. */
function isThere(target: LinkPlan['target'], { reports, sheetNames }: ReportContext): boolean {
  return 'report' in target
    ? reports.some(({ id, why }) => id === target.report && !why)
    : sheetNames.includes(target.sheet);
}

function putFrame(
  draft: SheetDraft,
  report: Report,
  tables: readonly FilledTable[],
  snapshot: ReportSnapshot | undefined,
  context: ReportContext,
): Frame {
  if (report.tiles) return putBoard(draft, report, tables, context);
  const { card } = report;
  const shown = card && tables.find(({ definition }) => definition.id === card.table);
  if (!card || !shown) return putList(draft, report, tables, context);
  const frame = putCard(draft, card, shown, snapshot?.cells, context);
  putFoot(draft, report, tables, context, frame.width);
  return frame;
}

/** The heading by which a table, and the notes kept from it, are known. */
const headingOf = (report: Report, table: AnyTable): Text => table.heading ?? reportTitle(report);

function fillTables(report: Report, context: ReportContext, snapshot: ReportSnapshot | undefined): FilledTable[] {
  const all = [...report.tables, ...(report.moreTables?.(context) ?? [])];
  return all
    .filter((table) => !table.missing?.(context))
    .map((table) => {
      const stops = all.flatMap((other) => (other !== table && other.heading ? [other.heading] : []));
      return fillTable(table, context, headingOf(report, table), stops, snapshot?.cells);
    });
}

/** Sentences of the head: their rows are taken at once, their width is known when the tables stand. */
interface HeadLine {
  readonly row: number;
  readonly text: string;
  readonly style: CellStyle;
}

const asNotice = (text: Text): Banner => ({ text, tone: 'watch' });

function putHead(draft: SheetDraft, report: Report, context: ReportContext): readonly HeadLine[] {
  const { analysis, lang } = context;
  draft.putLine(reportTitle(report)[lang], STYLE.title, 30);
  const responsible = analysis.settings['report.responsible'];
  const subtitle = fill(
    { zh: '截止日 {asOf}   期间 {choice}：{period}', en: 'As of {asOf}   Period, {choice}: {period}' },
    {
      asOf: isoOf(analysis.asOf),
      choice:
        analysis.periodChoice.kind === 'range' ? { zh: '自选', en: 'chosen' } : wordPeriodChoice(analysis.periodChoice),
      period: wordPeriod(analysis.period),
    },
  )[lang];
  if (responsible === '') {
    draft.putLine(subtitle, STYLE.subtitle, 18);
    const row = draft.putLine(
      SHEET_WORDS.responsibleBlank[lang],
      { ...STYLE.subtitle, color: TONES.watch.color, italic: true },
      18,
    );
    if (report.id !== 'settings') draft.links.push({ row, column: 0, target: { report: 'settings', cell: 'A1' } });
  } else {
    const who = { zh: `负责人 ${responsible}`, en: `Person responsible ${responsible}` }[lang];
    draft.putLine(`${subtitle}   ${who}`, STYLE.subtitle, 18);
  }
  const lines: HeadLine[] = [
    ...[...wordBasis(context.dataset.basis, report.sources).map(asNotice), ...(report.banners?.(context) ?? [])].map(
      ({ text, tone }) => ({
        row: draft.row++,
        text: text[lang],
        style: { ...STYLE.highlight, color: TONES[tone].color, bold: tone !== 'neutral' },
      }),
    ),
    ...(report.highlights?.(context) ?? []).map((text) => ({
      row: draft.row++,
      text: text[lang],
      style: STYLE.highlight,
    })),
  ];
  draft.rowHeights.set(draft.row++, 8);
  return lines;
}

/** A sentence longer than the table is wide is wrapped over the table's width, so that no page cuts it off. */
function putHeadLines(draft: SheetDraft, lines: readonly HeadLine[], columns: number): void {
  const width = draft.widthOf(0, columns);
  for (const { row, text, style } of lines) {
    const rows = linesIn(text, width * 1.15);
    draft.rowHeights.set(row, rows * 15 + 5);
    if (rows === 1) draft.put(row, 0, [[text]], [style]);
    else draft.putMerged(row, 0, text, { ...style, wrap: true }, columns);
  }
}

/** `KelanTable_clientTiers`, with the table's own id where it is not the main one. */
const nativeName = (report: Report, table: FilledTable): string =>
  table.definition.id === report.id ? `KelanTable_${report.id}` : `KelanTable_${report.id}_${table.definition.id}`;

function putList(draft: SheetDraft, report: Report, tables: readonly FilledTable[], context: ReportContext): Frame {
  const { lang } = context;
  const placed = new Map<string, PlacedTable>();
  const mainWidth = Math.max(1, ...tables.slice(0, 1).map(widthOfTable));
  const width = Math.max(mainWidth, ...tables.map(widthOfTable));
  const chartColumn = mainWidth + CHART.gap;
  const charts = [...(report.charts ?? [])];
  const top = draft.row;
  let wideFrom: number | undefined;
  const starts: { readonly row: number; readonly columns: number }[] = [];
  const { orientation } = report;

  const place = (table: FilledTable): void => {
    if (placed.size > 0) {
      draft.row++;
      // A table wider than the main one would run under the charts: it waits until they end.
      if (widthOfTable(table) > mainWidth && wideFrom === undefined) {
        draft.row = Math.max(draft.row, top + charts.length * (CHART.rows + 1) + 1);
        wideFrom = draft.row;
      }
    }
    const isMain = placed.size === 0;
    const row = isMain ? 0 : draft.row;
    const room = isMain ? 0 : Math.min(mainWidth, columnsOfPage(draft.columnWidths(mainWidth), orientation));
    const one = layOutTable(draft, table, context, nativeName(report, table), {
      room,
      isStretched: isMain && !report.isPagePerTable,
    });
    placed.set(table.definition.id, one);
    starts.push({ row, columns: isMain ? mainWidth - unprintedColumns(table) : one.reach });
  };
  tables.filter(({ definition }) => !definition.isChartData).forEach(place);
  const printed = [...starts];
  putMissingTables(draft, report, context);
  putKept(draft, tables, context);
  const keyColumns = tables[0] ? leadingKeys(tables[0]) : 0;
  const printedWidth = mainWidth - unprintedColumns(tables[0]);
  const columnsPrinted = width > mainWidth ? width : printedWidth;
  const main = tables[0] && placed.get(tables[0].definition.id);
  const stretched = stretchColumns(
    draft.columnWidths(columnsPrinted),
    main?.wrapped.filter(({ column }) => column < columnsPrinted) ?? [],
    keyColumns,
    orientation,
  );
  stretched.forEach((characters, column) => draft.widen(column, characters));
  for (const { column, preferred } of main?.wrapped ?? []) if (column >= columnsPrinted) draft.widen(column, preferred);
  placed.forEach(({ fitRows }) => fitRows());
  const across = pagesAcross(draft.columnWidths(columnsPrinted), keyColumns, orientation);
  const isWide = across.pages > 1;
  const footWidth = isWide ? Math.min(across.firstColumns, columnsOf(draft, FOOT_OF_WIDE)) : mainWidth;
  const footRow = draft.row;
  putFoot(draft, report, tables, context, footWidth);

  const tableEnd = draft.row;
  const drawable = charts.filter((chart) => isDrawable(chart, tables));
  // Beside a table over several pages a chart would be printed with the repeated columns over it: it stands below.
  if (isWide) draft.row += 1 + drawable.length * (CHART.rows + 1);
  // What only a chart draws stands last and is not printed.
  const dataTop = draft.row;
  tables.filter(({ definition }) => definition.isChartData).forEach(place);
  const hasChartData = draft.row > dataTop;

  let chartRow = isWide ? tableEnd + 1 : (main?.headerRow ?? top);
  const chartAt = isWide
    ? { column: 0, columns: columnsOf(draft, CHART.columns * CHART.columnWidth) }
    : { column: chartColumn, columns: CHART.columns };
  for (const definition of drawable) {
    const anchor: CellRange = { row: chartRow, rows: CHART.rows, ...chartAt };
    const chart = layOutChart(definition, placed.get(definition.table), anchor, lang);
    if (!chart) continue;
    draft.charts.push(chart);
    chartRow += CHART.rows + 1;
  }
  const hasCharts = draft.charts.length > 0;
  if (hasCharts && !isWide) {
    if (width <= mainWidth) draft.widen(mainWidth, CHART.gapWidth);
    for (let column = chartColumn; column < chartColumn + CHART.columns; column++)
      draft.widen(column, CHART.columnWidth);
  }

  const isFrozen = report.freezeHeader && main !== undefined && main.rows > 0;
  // Excel repeats rows on every page that follows: over a longer table below they would name the wrong columns.
  const longestBelow = Math.max(
    0,
    ...tables.slice(1).map(({ definition, body }) => (definition.isChartData ? 0 : body.length)),
  );
  const mainEnd = main ? main.headerRow + 1 + main.rows : 0;
  const hasManyPages = draft.heightOf(0, mainEnd) > pointsOfPage(orientation, across.percent);
  const repeatsHeader = isFrozen && hasManyPages && main.rows >= longestBelow;
  // At life size, so that an area holds one page whether a program sizes it by itself or with the main table.
  const pageRoom = pointsOfPage(orientation, 100) - (repeatsHeader ? draft.heightOf(main.headerRow, 1) : 0);
  const partOf = (range: CellRange, isWhole: boolean): PrintPart => ({
    ...range,
    points: draft.heightOf(range.row, range.rows),
    isWhole,
  });
  const chartParts = draft.charts.map(({ anchor }) => partOf(anchor, true));
  const chartAreas = packParts(chartParts, pageRoom);
  const rowsOf = (from: number, to: number, columns: number): CellRange[] =>
    to > from ? [{ row: from, column: 0, rows: to - from, columns }] : [];
  return {
    width: mainWidth,
    keyColumns,
    across,
    freeze: isFrozen ? { rows: main.headerRow + 1, columns: keyColumns } : { rows: 1, columns: 0 },
    ...(repeatsHeader && { repeatRows: { from: main.headerRow, to: main.headerRow } }),
    areas: (sheetEnd) => {
      const end = isWide ? tableEnd : hasChartData ? dataTop : sheetEnd;
      if (report.isPagePerTable) return [...placed.values()].map(areaOfTable);
      if (isWide) {
        // Each as wide as it is: else every page of a narrow table would drag along the empty pages beside it.
        const [first, ...below] = printed.map(({ row, columns }, index): CellRange => {
          // With nothing else below, the foot stands under the main table's last rows.
          const next = printed[index + 1]?.row ?? (index === 0 ? end : footRow);
          return { row, column: 0, rows: next - row, columns };
        });
        const foot = below.length > 0 ? rowsOf(footRow, end, footWidth) : [];
        const parts = [...below, ...foot].map((range) => partOf(range, range.rows <= MOST_WHOLE_ROWS));
        return [...(first ? [first] : []), ...packParts([...parts, ...chartParts], pageRoom)];
      }
      if (!hasCharts) return printedWidth < mainWidth ? rowsOf(0, end, printedWidth) : undefined;
      if (wideFrom === undefined) return [...rowsOf(0, Math.max(end, 1), mainWidth), ...chartAreas];
      return [
        ...rowsOf(0, wideFrom, mainWidth),
        ...chartAreas,
        ...rowsOf(wideFrom, Math.max(end, wideFrom + 1), width),
      ];
    },
  };
}

/** Columns from A that are together at least so many characters wide. */
function columnsOf(draft: SheetDraft, characters: number): number {
  let columns = 1;
  while (columns < draft.columnCount && draft.widthOf(0, columns) < characters) columns++;
  return columns;
}

/** A table with the heading above it. */
const areaOfTable = ({ headerRow, rows, width }: PlacedTable): CellRange => ({
  row: headerRow - 1,
  column: 0,
  rows: rows + 2,
  columns: width,
});

function leadingKeys({ columns }: FilledTable): number {
  const firstOther = columns.findIndex(({ key, isLead }) => !key && !isLead);
  return firstOther < 0 ? columns.length : firstOther;
}

/** Columns at the end that stay off paper; a column of hers at the right of them is printed, and they with it. */
function unprintedColumns(table: FilledTable | undefined): number {
  const fromTheEnd = [...(table?.columns ?? [])].reverse();
  const firstPrinted = fromTheEnd.findIndex(({ isUnprinted }) => !isUnprinted);
  return Math.max(0, firstPrinted);
}

const widthOfTable = ({ columns }: FilledTable): number => columns.reduce((sum, { span }) => sum + (span ?? 1), 0);

/** In the place of a table that cannot be there: why. */
function putMissingTables(draft: SheetDraft, report: Report, context: ReportContext): void {
  for (const table of report.tables) {
    const why = table.missing?.(context);
    if (!why) continue;
    draft.row++;
    if (table.heading) draft.putLine(table.heading[context.lang], STYLE.heading, 24);
    draft.putLine(`${SHEET_WORDS.dash} ${why[context.lang]}`, STYLE.note);
  }
}

function putBoard(draft: SheetDraft, report: Report, tables: readonly FilledTable[], context: ReportContext): Frame {
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
      layOutTable(draft, table, context, nativeName(report, table), { keepsWidths: true }),
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
    areas: (end) => [...areaOf(0, dataTop), ...areaOf(dataTop, end)],
  };
}

/** Whether a chart will have something to draw: known before its table has a place. */
function isDrawable(chart: ChartDefinition, tables: readonly FilledTable[]): boolean {
  const table = tables.find(({ definition }) => definition.id === chart.table);
  if (!table || table.rows.length < (chart.minRows ?? 1)) return false;
  const wanted = new Set(chart.series.map(({ column }) => column));
  const rows = chart.rows ?? table.body.length;
  return table.columns.some(
    (column, index) =>
      wanted.has(column.id ?? column.header.en) &&
      table.body.slice(0, rows).some((line) => typeof line[index] === 'number'),
  );
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

/** Notes whose rows are gone: key, column, table, and the words last, where they may run on. */
function putKept(draft: SheetDraft, tables: readonly FilledTable[], { lang }: ReportContext): void {
  const notes = tables.flatMap(({ leftOver }) => leftOver);
  if (notes.length === 0) return;
  draft.row++;
  draft.putLine(SHEET_WORDS.keptHeading[lang], STYLE.heading, 24);
  draft.putLine(SHEET_WORDS.keptNote[lang], STYLE.note);
  const headers = [SHEET_WORDS.keptKey, SHEET_WORDS.keptColumn, SHEET_WORDS.keptTable, SHEET_WORDS.keptContent];
  draft.put(
    draft.row++,
    0,
    [headers.map((header) => header[lang])],
    headers.map(() => headerStyle(CELL.text, false)),
  );
  const text = { ...CELL.text, numberFormat: '@' };
  draft.put(
    draft.row,
    0,
    notes.map(({ key, column, table, value }) => [key === '' ? null : key, column, table, value]),
    [text, CELL.text, CELL.text, CELL.userOther],
  );
  draft.row += notes.length;
}

function putFoot(
  draft: SheetDraft,
  report: Report,
  tables: readonly FilledTable[],
  context: ReportContext,
  columns: number,
): void {
  const { lang } = context;
  const lines = footLines(report, tables, context);
  if (lines.length === 0) return;
  draft.row++;
  draft.putLine(SHEET_WORDS.sourcesHeading[lang], { ...STYLE.heading, size: 10 }, 20);
  const width = draft.widthOf(0, columns);
  for (const line of lines) {
    if (width >= FOOT_WIDTH) draft.putParagraph(line, STYLE.wrappedNote, columns, width);
    else draft.putLine(line, STYLE.note);
  }
}

/** Rows read, used and left out of every input sheet, the settings in force, and what becomes of her own columns. */
export function footLines(report: Report, tables: readonly FilledTable[], { analysis, lang }: ReportContext): string[] {
  const accounts = analysis.accounts
    .filter(({ table }) => report.sources.includes(table))
    .map((account) =>
      fill(
        {
          zh: '{sheet}（{table}）：读入 {read} 行 = 采用 {used} + 剔除 {rejected} + 期间外 {out} + 已作废 {cancelled}',
          en: '{sheet} ({table}): {read} rows read = {used} used + {rejected} rejected + {out} out of period + {cancelled} cancelled',
        },
        {
          sheet: account.sheet,
          table: TABLE_WORDS[account.table],
          read: wordNumber(account.read),
          used: wordNumber(account.used),
          rejected: wordNumber(account.rejected),
          out: wordNumber(account.outOfPeriod),
          cancelled: wordNumber(account.cancelled),
        },
      ),
    );
  const settings = report.settings.map((id) =>
    fill(
      { zh: '{label} = {value}', en: '{label} = {value}' },
      {
        label: SETTINGS[id].label,
        value: wordSettingValue(id, analysis.settings[id]),
      },
    ),
  );
  const keptBy = tables.find(({ keptBy: by }) => by)?.keptBy;
  return [
    ...accounts.map((line) => line[lang]),
    ...(settings.length > 0
      ? [{ zh: '参数 ', en: 'Settings ' }[lang] + settings.map((line) => line[lang]).join({ zh: '；', en: '; ' }[lang])]
      : []),
    ...(keptBy ? [fill(SHEET_WORDS.userColumnsNote, { keys: keptBy })[lang]] : []),
  ];
}
