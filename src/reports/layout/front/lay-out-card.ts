import { absoluteAddress, addressOf } from '../../../workbook/address';
import type { CellValue } from '../../../workbook/cell-value';
import type { FormulaPlan, PlanValue } from '../../../workbook/plan';
import type { CellStyle } from '../../../workbook/style';
import type { CardDefinition, CardField } from './define-card';
import { idOf, type FilledTable } from '../table/fill-table';
import type { Frame } from '../frame';
import { pagesAcross } from '../pages-across';
import type { ReportContext } from '../report-context';
import type { SheetDraft } from '../sheet-draft';
import { CELL, headerStyle, PALETTE, shortMoneyFormat, STYLE } from '../theme';

/** The card's own grid: a label and three cells for its value, twice. */
const CARD = { columns: 8, labelWidth: 19, valueWidth: 10, chartRows: 11, rowPoints: 18, widePoints: 30 } as const;
/** Right of the card, off paper: the row found and the chart's figures, then the table. */
const HELPER_COLUMN = CARD.columns + 1;
const DATA_COLUMN = HELPER_COLUMN + 3;
const DATA_WIDTH = 12;

const LABEL: CellStyle = { ...CELL.text, color: PALETTE.muted, size: 9, fill: PALETTE.surface };
const PICK: CellStyle = { ...CELL.userOther, bold: true, size: 12 };

/** What stands in the cell of the drop-down: what she picked before, or a client asked for; else the first. */
export function pickedWords(
  { pickLabel }: CardDefinition,
  cells: readonly (readonly CellValue[])[] | undefined,
): string | undefined {
  const labels: readonly CellValue[] = [pickLabel.zh, pickLabel.en];
  const line = cells?.find(([first]) => first !== undefined && first !== null && labels.includes(first));
  const words = line?.[1];
  return words === undefined || words === null || typeof words === 'object' || words === '' ? undefined : String(words);
}

interface CardData {
  /** Row of the body that the card shows; -1 where nothing is found. */
  readonly shown: number;
  readonly body: readonly (readonly PlanValue[])[];
  /** Absolute address of the cells of a column. */
  readonly rangeOf: (column: number) => string;
  /** Address of the cell with the number of the row found, 0 where nothing is. */
  readonly found: string;
}

/** The card at the left, by formulas over the table at the right; the values beside them are what the formulas show. */
export function putCard(
  draft: SheetDraft,
  card: CardDefinition,
  table: FilledTable,
  cells: readonly (readonly CellValue[])[] | undefined,
  context: ReportContext,
): Frame {
  const { lang } = context;
  for (let column = 0; column < CARD.columns; column++)
    draft.widen(column, column % 4 === 0 ? CARD.labelWidth : CARD.valueWidth);
  draft.widen(CARD.columns, 3);

  const pickRow = draft.row;
  const columnOf = (id: string): number => table.columns.findIndex((column) => idOf(column) === id);
  const pickColumn = columnOf(card.pick);
  const body = table.body.map((line) => line.map((cell, index) => dataCell(cell, table, index)));
  const labels = body.map((line) => String(line[pickColumn]));
  const wanted = context.cardClient ?? pickedWords(card, cells) ?? labels[0] ?? '';
  const shown = findRow(body, [pickColumn, ...card.finds.map(columnOf).filter((at) => at >= 0)], wanted);
  const picked = shown < 0 ? wanted : labels[shown]!;
  const data: CardData = {
    shown,
    body,
    rangeOf: (column) =>
      absoluteAddress({ row: pickRow + 1, column: DATA_COLUMN + column, rows: body.length, columns: 1 }),
    found: absoluteAddress({ row: pickRow, column: HELPER_COLUMN + 1, rows: 1, columns: 1 }),
  };

  putData(draft, table, body, pickRow);
  putPick(draft, card, picked, data, pickColumn, context);
  putFound(draft, card, data, columnOf, addressOf(pickRow, 1), pickRow, context);
  draft.row = pickRow + 2;
  for (const section of card.sections) {
    const fields = section.fields.flatMap((field) => {
      const column = columnOf(field.column);
      return column < 0 ? [] : [{ field, column }];
    });
    if (fields.length === 0) continue;
    draft.putLine(section.heading[lang], STYLE.heading, 24);
    putFields(draft, fields, table, data);
  }
  putCardChart(draft, card, table, data, pickRow + 2, context);
  const end = draft.row;
  return {
    width: CARD.columns,
    keyColumns: 0,
    across: pagesAcross(draft.columnWidths(CARD.columns), 0, 'portrait'),
    freeze: { rows: 0, columns: 0 },
    areas: [{ row: 0, column: 0, rows: end, columns: CARD.columns }],
    pagesHigh: 1,
  };
}

/** A formula takes an empty cell for 0: unknown figures are — in the table, empty words are empty words. */
function dataCell(cell: PlanValue, { columns, body }: FilledTable, index: number): PlanValue {
  if (cell !== null) return cell;
  return isFigures(columns[index]!.style, body, index) ? '—' : '';
}

const isFigures = (style: CellStyle, body: FilledTable['body'], index: number): boolean =>
  style.numberFormat !== undefined &&
  style.numberFormat !== '@' &&
  body.some((line) => typeof line[index] === 'number');

/** As the card's formula finds it: the drop-down's words, then each column in turn, then words within the drop-down's. */
function findRow(body: readonly (readonly PlanValue[])[], columns: readonly number[], wanted: string): number {
  const words = wanted.trim().toLowerCase();
  if (words === '') return -1;
  const cellOf = (row: readonly PlanValue[], column: number): string => String(row[column] ?? '').toLowerCase();
  for (const column of columns) {
    const row = body.findIndex((line) => cellOf(line, column) === words);
    if (row >= 0) return row;
  }
  return body.findIndex((line) => cellOf(line, columns[0]!).includes(words));
}

function putData(
  draft: SheetDraft,
  { columns, headers }: FilledTable,
  body: readonly (readonly PlanValue[])[],
  row: number,
): void {
  draft.put(
    row,
    DATA_COLUMN,
    [headers],
    columns.map(({ style }) => ({ ...headerStyle(style, false), wrap: false })),
  );
  draft.bodies.push({ row: row + 1, column: DATA_COLUMN, rows: body.length, columns: columns.length });
  draft.put(
    row + 1,
    DATA_COLUMN,
    body,
    columns.map(({ style }) => ({
      ...style,
      wrap: false,
      ...(style.numberFormat === '@' && { numberFormat: 'General' }),
    })),
  );
  columns.forEach((_, index) => draft.widen(DATA_COLUMN + index, DATA_WIDTH));
}

function putPick(
  draft: SheetDraft,
  card: CardDefinition,
  picked: string,
  { body }: CardData,
  pickColumn: number,
  { lang }: ReportContext,
): void {
  const row = draft.row;
  draft.put(row, 0, [[card.pickLabel[lang]]], [{ ...LABEL, bold: true, size: 11 }]);
  draft.putMerged(row, 1, picked, PICK, 3);
  draft.rowHeights.set(row, 26);
  draft.validations.push({
    kind: 'listOf',
    range: { row, column: 1, rows: 1, columns: 1 },
    source: { row: row + 1, column: DATA_COLUMN + pickColumn, rows: body.length, columns: 1 },
    allowsOther: true,
  });
}

/** Which row the words in the drop-down mean, and a sentence where they mean none. */
function putFound(
  draft: SheetDraft,
  card: CardDefinition,
  data: CardData,
  columnOf: (id: string) => number,
  pick: string,
  row: number,
  { lang }: ReportContext,
): void {
  const { shown, rangeOf, found } = data;
  const lookUps = [`MATCH(${pick},${rangeOf(columnOf(card.pick))},0)`];
  for (const id of card.finds) {
    const column = columnOf(id);
    if (column >= 0) lookUps.push(`MATCH(${pick}&"",${rangeOf(column)},0)`);
  }
  lookUps.push(`MATCH("*"&${pick}&"*",${rangeOf(columnOf(card.pick))},0)`);
  const formula = lookUps.reduceRight((otherwise, lookUp) => `IFERROR(${lookUp},${otherwise})`, '0');
  draft.put(
    row,
    HELPER_COLUMN,
    [[{ zh: '第几行', en: 'Row' }[lang], shown + 1]],
    [LABEL, { ...CELL.count, color: PALETTE.muted }],
  );
  draft.mayShow.push(card.notFound[lang], card.pickHint[lang]);
  draft.formulas.push({ row, column: HELPER_COLUMN + 1, formula: `IF(${pick}="",0,${formula})` });
  const quote = (words: string): string => `"${words.replace(/"/g, '""')}"`;
  const hint = shown < 0 ? card.notFound[lang] : card.pickHint[lang];
  draft.putMerged(row, 4, hint, { ...STYLE.subtitle, size: 9, indent: 1 }, 4);
  draft.formulas.push({
    row,
    column: 4,
    formula: `IF(${found}=0,${quote(card.notFound[lang])},${quote(card.pickHint[lang])})`,
  });
}

interface PlacedField {
  readonly field: CardField;
  readonly column: number;
}

function putFields(draft: SheetDraft, fields: readonly PlacedField[], table: FilledTable, data: CardData): void {
  let side = 0;
  const endRow = (): void => {
    if (side > 0) draft.row++;
    side = 0;
  };
  for (const { field, column } of fields) {
    if (field.isWide) endRow();
    const at = side * 4;
    const cells = field.isWide ? CARD.columns - 1 : 3;
    draft.put(draft.row, at, [[table.headers[column]!]], [LABEL]);
    draft.putMerged(draft.row, at + 1, valueOf(data, column), valueStyle(table.columns[column]!.style, field), cells);
    draft.formulas.push(formulaOf(data, table, column, draft.row, at + 1));
    draft.rowHeights.set(draft.row, field.lines === 2 ? CARD.widePoints : CARD.rowPoints);
    if (field.isWide) draft.row++;
    else if (side === 1) endRow();
    else side = 1;
  }
  endRow();
}

const valueOf = ({ shown, body }: CardData, column: number): PlanValue => (shown < 0 ? '' : body[shown]![column]!);

/** Values of all kinds stand at the left, so that the eye runs down one edge. */
function valueStyle(style: CellStyle, { lines }: CardField): CellStyle {
  const { numberFormat } = style;
  return {
    ...CELL.text,
    ...(numberFormat !== undefined && numberFormat !== '@' && { numberFormat }),
    ...(lines === 2 && { wrap: true }),
  };
}

function formulaOf(data: CardData, table: FilledTable, column: number, row: number, at: number): FormulaPlan {
  const cell = `INDEX(${data.rangeOf(column)},${data.found})`;
  // Words are taken as words, so that an empty cell does not become 0.
  const value = isFigures(table.columns[column]!.style, table.body, column) ? cell : `${cell}&""`;
  return { row, column: at, formula: `IF(${data.found}=0,"",${value})` };
}

/** The chart's figures stand beside the table, each a formula, and the chart below the card. */
function putCardChart(
  draft: SheetDraft,
  { chart }: CardDefinition,
  table: FilledTable,
  data: CardData,
  top: number,
  { lang }: ReportContext,
): void {
  if (!chart) return;
  const columns = table.columns.flatMap((column, index) => (idOf(column).startsWith(chart.columns) ? [index] : []));
  const isDrawn = columns.some((column) => table.body.some((line) => typeof line[column] === 'number'));
  if (columns.length < 2 || !isDrawn) return;
  draft.put(
    top,
    HELPER_COLUMN,
    [[null, chart.series[lang]], ...columns.map((column) => [table.headers[column]!, valueOf(data, column)])],
    [LABEL, { ...table.columns[columns[0]!]!.style, color: PALETTE.muted }],
  );
  draft.widen(HELPER_COLUMN, 10);
  draft.widen(HELPER_COLUMN + 1, 12);
  columns.forEach((column, index) =>
    draft.formulas.push(formulaOf(data, table, column, top + 1 + index, HELPER_COLUMN + 1)),
  );
  const largest = Math.max(
    0,
    ...columns.flatMap((column) => table.body.map((line) => (typeof line[column] === 'number' ? line[column] : 0))),
  );
  draft.row++;
  const figures = { row: top + 1, rows: columns.length, columns: 1 };
  draft.charts.push({
    id: 'card',
    kind: 'column',
    title: chart.title[lang],
    description: chart.description[lang],
    anchor: { row: draft.row, column: 0, rows: CARD.chartRows, columns: CARD.columns },
    categories: { ...figures, column: HELPER_COLUMN },
    series: [{ name: chart.series[lang], values: { ...figures, column: HELPER_COLUMN + 1 }, color: chart.color }],
    categoryAxis: {},
    valueAxis: { numberFormat: shortMoneyFormat(largest, lang) },
    legend: 'none',
    gapWidth: 60,
  });
  draft.row += CARD.chartRows;
}
