import type { CellRange } from '../../workbook/address';
import type { PlanValue } from '../../workbook/plan';
import type { CellStyle } from '../../workbook/style';
import type { Column } from './columns';
import type { ValidationRule } from './define-report';
import { idOf, isOwnColumn, type FilledTable } from './fill-table';
import { heatMap } from './heat-map';
import { textWidth, wrappedLines } from './text-width';
import type { ReportContext } from './report-context';
import type { SheetDraft } from './sheet-draft';
import type { WrappedColumn } from './stretch-columns';
import { headerStyle, PALETTE, STYLE, TONES, totalStyle } from './theme';
import { SHEET_WORDS } from '../words/sheet-words';

/** Where a table stands: what charts, freezing and printing need to know. */
export interface PlacedTable {
  readonly id: string;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly rows: number;
  /** Sheet column of each column, by id. */
  readonly columns: ReadonlyMap<string, number>;
  readonly headers: ReadonlyMap<string, string>;
  /** The cells of a column, by its id. */
  readonly cellsOf: (column: string) => readonly PlanValue[];
  /** Sheet columns that it takes up. */
  readonly width: number;
  /** Columns over which its words run, those of its last column that run on counted in. */
  readonly reach: number;
  /** Columns of words that wait for their width. */
  readonly wrapped: readonly WrappedColumn[];
  /** Sets the heights of header and rows again, once all columns have their widths. */
  readonly fitRows: () => void;
}

const HEADER_LINE = 15;
/** The least of a column whose words are stretched later. */
const LEAST_WRAPPED = 14;
/** Longer lists keep every row one line high: hosts wrap, and set heights, slowly by the thousand. */
const MOST_WRAPPED_ROWS = 2000;

/** Words that are not wrapped get this much room: what is longer is cut by the next column, and read in the cell. */
const ROOM_FOR_WORDS = 44;

const unwrapped = (filled: FilledTable): FilledTable => ({
  ...filled,
  columns: filled.columns.map((column) =>
    column.style.wrap
      ? {
          ...column,
          maxWidth: Math.max(column.maxWidth ?? 0, ROOM_FOR_WORDS),
          style: { ...column.style, wrap: false },
        }
      : column,
  ),
});

/** A column this many times as wide as its figures ask: at its right edge they would stand by themselves. */
const TOO_WIDE = 1.6;

/** Figures under a column of words of the table above stand in its middle, so that no hole comes between them and their row. */
function centreLostFigures(draft: SheetDraft, filled: FilledTable, isWide: (column: number) => boolean): FilledTable {
  let at = 0;
  const columns = filled.columns.map((column, index) => {
    const here = at;
    at += column.span ?? 1;
    if (column.style.align !== 'right' || column.bar || (column.span ?? 1) > 1) return column;
    const cells = filled.body.map((line) => line[index]!);
    const { min, max } = boundsOf(filled, index);
    const needed = draft.neededFor(cells, column.style.numberFormat, min, max);
    if (!isWide(here) && draft.widthOf(here, 1) < needed * TOO_WIDE) return column;
    const { indent: _, ...style } = column.style;
    return { ...column, style: { ...style, align: 'center' as const } };
  });
  return { ...filled, columns };
}

/** Words narrower than this over the columns that are left are better given a column of their own width. */
const LEAST_RUN = 40;

/**
 * A short table whose last words are longer than the columns of the page that are left: they are wrapped over those, so
 * that neither a column of figures gets wide nor a page cuts them off.
 */
function wrapLastWords(draft: SheetDraft, filled: FilledTable, room: number): FilledTable {
  const last = filled.columns.at(-1);
  if (!last || filled.definition.hasFilter || !isRunOn(last) || (last.span ?? 1) > 1) return filled;
  const at = filled.columns.slice(0, -1).reduce((sum, { span }) => sum + (span ?? 1), 0);
  const span = room - at;
  const left = span > 1 ? draft.widthOf(at, span) : 0;
  const cells = filled.body.map((line) => line.at(-1)!);
  if (left < LEAST_RUN || draft.neededFor(cells, undefined, 0, last.maxWidth ?? 20) <= left) return filled;
  const wrapped = { ...last, span, style: { ...last.style, wrap: true } };
  return { ...filled, columns: [...filled.columns.slice(0, -1), wrapped] };
}

/** Words from the left, on one line: they may run over empty cells at their right. */
const isRunOn = ({ style }: Column<unknown>): boolean =>
  !style.wrap && style.align !== 'right' && style.align !== 'center';

/**
 * Heading, header, rows, totals and footnotes, from the draft's next row down; columns from A.
 *
 * `keepsWidths`: the columns are a grid that has its widths already. `isStretched`: wrapped columns get only the least of
 * their width, the rest once the pages are known. `isOneLine`: every row is one line high. `room`: columns of the table above, over whose empty
 * cells the words of a last column may run, so that one sentence does not widen a column of figures. `isWide`: columns that
 * the table above fills with words.
 *
 * The rows are one block with one style a column. Only where a column's style hangs on the row (units that differ) are
 * runs of rows with equal styles split apart.
 */
export function layOutTable(
  draft: SheetDraft,
  wanted: FilledTable,
  context: ReportContext,
  nativeName: string,
  {
    keepsWidths = false,
    isStretched = false,
    isOneLine = false,
    room = 0,
    isWide,
  }: {
    readonly keepsWidths?: boolean;
    readonly isStretched?: boolean;
    readonly isOneLine?: boolean;
    readonly room?: number;
    readonly isWide?: (column: number) => boolean;
  } = {},
): PlacedTable {
  const fitted =
    isOneLine || wanted.body.length > MOST_WRAPPED_ROWS ? unwrapped(wanted) : wrapLastWords(draft, wanted, room);
  const filled = isWide ? centreLostFigures(draft, fitted, isWide) : fitted;
  const { definition, columns, body } = filled;
  const { lang } = context;
  const spans = columns.map(({ span }) => span ?? 1);
  const at = spans.map((_, index) => spans.slice(0, index).reduce((sum, span) => sum + span, 0));
  const width = spans.reduce((sum, span) => sum + span, 0);
  const isGrid = spans.some((span) => span > 1);

  if (definition.heading)
    draft.putLine(definition.heading[lang], definition.isChartData ? STYLE.subtitle : STYLE.heading, 24);
  const note = typeof definition.note === 'function' ? definition.note(context) : definition.note;
  const noteTarget = note && definition.noteLink?.(context);
  if (note) {
    const row = draft.putLine(note[lang], noteTarget ? STYLE.noteLink : STYLE.note);
    if (noteTarget) draft.links.push({ row, column: 0, target: noteTarget });
  }

  const headerRow = draft.row;
  const placed = (rows: number): PlacedTable => ({
    id: definition.id,
    headerRow,
    firstRow: headerRow + 1,
    rows,
    columns: new Map(columns.map((column, index) => [idOf(column), at[index]!])),
    headers: new Map(columns.map((column, index) => [idOf(column), filled.headers[index]!])),
    cellsOf: (id) => {
      const index = columns.findIndex((column) => idOf(column) === id);
      return index < 0 ? [] : body.map((line) => line[index]!);
    },
    width,
    reach,
    wrapped,
    fitRows: () => {
      if (rows === 0) return;
      setHeaderHeight(draft, filled, headerRow, spans, at);
      setRowHeights(draft, filled, headerRow + 1, spans, at);
    },
  });
  let reach = width;
  const wrapped = isStretched && body.length > 0 ? wrappedColumns(draft, filled, spans, at) : [];
  if (body.length === 0) {
    draft.putLine((definition.whenEmpty ?? SHEET_WORDS.empty)[lang], STYLE.subtitle);
    putFootnotes(draft, filled);
    return placed(0);
  }

  if (!keepsWidths) reach = Math.max(width, fitColumns(draft, filled, spans, at, room, isStretched));
  putHeader(draft, filled, spans, at);
  draft.row = headerRow + 1;
  putBody(draft, filled, spans);
  const firstRow = headerRow + 1;
  if (isGrid) mergeSpans(draft, headerRow, body.length + 1 + (filled.totals ? 1 : 0), spans, at);
  setRowHeights(draft, filled, firstRow, spans, at);

  if (definition.hasFilter && !isGrid) {
    draft.tables.push({
      name: nativeName,
      range: { row: headerRow, column: 0, rows: body.length + 1, columns: columns.length },
      hasFilter: true,
      style: 'TableStyleLight1',
    });
  }
  columns.forEach((column, index) => {
    formatColumn(draft, column, { row: firstRow, column: at[index]!, rows: body.length, columns: 1 }, context);
  });
  ruleRows(draft, filled, firstRow, at, spans);
  const heatFrom = columns.findIndex(({ isHeat }) => isHeat);
  if (heatFrom >= 0) {
    const heated = columns.filter(({ isHeat }) => isHeat).length;
    const range = { row: firstRow, column: at[heatFrom]!, rows: body.length, columns: heated };
    draft.conditionalFormats.push(
      ...heatMap(
        range,
        body.map((line) => line.slice(heatFrom, heatFrom + heated)),
      ),
    );
  }
  validateRows(draft, filled, firstRow, at, context);
  for (const { row, column, target } of filled.links)
    draft.links.push({ row: firstRow + row, column: at[column]!, target });

  draft.row = firstRow + body.length;
  draft.bodies.push({ row: firstRow, column: 0, rows: body.length, columns: width });
  const columnsWhere = (pick: (column: (typeof columns)[number]) => boolean): readonly number[] =>
    columns.flatMap((column, index) => (pick(column) ? [at[index]!] : []));
  if (columns.some(({ user }) => user) && columns.some(({ key }) => key))
    draft.keyed.push({
      headerRow,
      rows: body.length,
      keyedBy: definition.keyedBy ?? 'all',
      keyColumns: columnsWhere(({ key }) => key === true),
      userColumns: columnsWhere(({ user }) => user !== undefined),
      ourColumns: columnsWhere(({ key, user }) => !key && !user),
    });
  columns.forEach((column, index) => {
    if (!column.user && !definition.isHers) return;
    const below = body.length + (filled.totals ? 1 : 0);
    const top = isOwnColumn(column) ? headerRow : firstRow;
    draft.hers.push({ row: top, column: at[index]!, rows: firstRow - top + below, columns: 1 });
  });
  if (filled.totals) {
    draft.put(
      draft.row,
      0,
      [spread(filled.totals, spans)],
      spreadStyles(
        columns.map(({ style }) => totalStyle(style)),
        spans,
      ),
    );
    draft.row++;
  }
  putFootnotes(draft, filled);
  return placed(body.length);
}

function putFootnotes(draft: SheetDraft, filled: FilledTable): void {
  for (const footnote of filled.footnotes) draft.putLine(footnote, STYLE.note);
}

/** Values over columns that take several grid cells each: the value first, the rest empty. */
function spread(values: readonly PlanValue[], spans: readonly number[]): PlanValue[] {
  return values.flatMap((value, index) => [value, ...Array.from({ length: spans[index]! - 1 }, () => null)]);
}

function spreadStyles(styles: readonly CellStyle[], spans: readonly number[]): CellStyle[] {
  return styles.flatMap((style, index) => Array.from({ length: spans[index]! }, () => style));
}

function putHeader(draft: SheetDraft, filled: FilledTable, spans: readonly number[], at: readonly number[]): void {
  const row = draft.row;
  const { columns, headers } = filled;
  draft.put(
    row,
    0,
    [spread(headers, spans)],
    spreadStyles(
      columns.map(({ style, user }) => headerStyle(style, user !== undefined)),
      spans,
    ),
  );
  setHeaderHeight(draft, filled, row, spans, at);
}

function setHeaderHeight(
  draft: SheetDraft,
  { columns, headers }: FilledTable,
  row: number,
  spans: readonly number[],
  at: readonly number[],
): void {
  // A hidden column has no width, and would ask for a line a letter.
  const lines = headers.map((header, index) =>
    columns[index]!.isHidden ? 1 : wordLines(header, draft.widthOf(at[index]!, spans[index]!) - 1),
  );
  draft.rowHeights.set(row, Math.max(22, Math.max(1, ...lines) * HEADER_LINE + 6));
}

/** Lines of a header: English breaks between words, Chinese anywhere. */
function wordLines(header: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of header.split(/(?<=[\s/])/)) {
    const wide = textWidth(word.trimEnd());
    if (used > 0 && used + wide > width) {
      lines++;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(wide / Math.max(1, width)) - 1);
    used += textWidth(word);
  }
  return lines;
}

function putBody(draft: SheetDraft, filled: FilledTable, spans: readonly number[]): void {
  const { columns, rows, body } = filled;
  const hasOwnStyles = columns.some(({ styleOf }) => styleOf);
  const stylesOf = (row: unknown): CellStyle[] =>
    spreadStyles(
      columns.map(({ style, styleOf }) => ({ ...style, ...styleOf?.(row) })),
      spans,
    );
  const isGrid = spans.some((span) => span > 1);
  const lines = isGrid ? body.map((line) => spread(line, spans)) : body;
  if (!hasOwnStyles) {
    draft.put(
      draft.row,
      0,
      lines,
      spreadStyles(
        columns.map(({ style }) => style),
        spans,
      ),
    );
    return;
  }
  let from = 0;
  let styles = stylesOf(rows[0]);
  let key = JSON.stringify(styles);
  for (let row = 1; row <= lines.length; row++) {
    const next = row < lines.length ? stylesOf(rows[row]) : undefined;
    const nextKey = next && JSON.stringify(next);
    if (nextKey === key) continue;
    draft.put(draft.row + from, 0, lines.slice(from, row), styles);
    from = row;
    if (next && nextKey !== undefined) {
      styles = next;
      key = nextKey;
    }
  }
}

function mergeSpans(
  draft: SheetDraft,
  headerRow: number,
  rows: number,
  spans: readonly number[],
  at: readonly number[],
): void {
  for (let row = headerRow; row < headerRow + rows; row++)
    spans.forEach((span, index) => {
      if (span > 1) draft.merges.push({ row, column: at[index]!, rows: 1, columns: span });
    });
}

/** Headers may break over two lines: Chinese anywhere, other words between words. */
function leastHeaderWidth(header: string): number {
  const words = header.split(/[\s/]|(?<=[\u2e80-\u9fff\uff00-\uffef])|(?=[\u2e80-\u9fff\uff00-\uffef])/);
  // A closing bracket does not begin a line, and takes the character before it along.
  const half = Math.ceil(textWidth(header) / 2) + (/[）)]/.test(header) ? 2 : 0);
  return Math.max(half, ...words.map((word) => Math.min(textWidth(word), 12)));
}

/** The narrowest and the widest that a column may be. */
function boundsOf(filled: FilledTable, index: number): { readonly min: number; readonly max: number } {
  const column = filled.columns[index]!;
  const filterButton = filled.definition.hasFilter ? 2 : 0;
  const headerWidth = leastHeaderWidth(filled.headers[index]!) + 1 + filterButton;
  if (column.isHidden) return { min: 0, max: 0 };
  const min = Math.max(column.minWidth ?? 8, headerWidth);
  return { min, max: Math.max(column.maxWidth ?? 20, min) };
}

function wrappedColumns(
  draft: SheetDraft,
  filled: FilledTable,
  spans: readonly number[],
  at: readonly number[],
): readonly WrappedColumn[] {
  return filled.columns.flatMap(({ style }, index) => {
    if (!style.wrap || spans[index]! > 1) return [];
    const cells = filled.body.map((line) => line[index]!);
    const { min, max } = boundsOf(filled, index);
    return [
      {
        column: at[index]!,
        preferred: draft.neededFor(cells, style.numberFormat, min, max),
        cells: cells.map((cell) => (typeof cell === 'string' ? textWidth(cell) : 0)),
      },
    ];
  });
}

/** A column is as wide as its cells ask, and as half its header or its longest word. Gives the columns that words run over. */
function fitColumns(
  draft: SheetDraft,
  filled: FilledTable,
  spans: readonly number[],
  at: readonly number[],
  room: number,
  isStretched: boolean,
): number {
  let reach = 0;
  filled.columns.forEach((column, index) => {
    // What spans several columns fits itself into what the tables above and below need.
    if (spans[index]! > 1) return;
    const { min, max } = boundsOf(filled, index);
    if (isStretched && column.style.wrap) {
      draft.widen(at[index]!, Math.min(max, Math.max(min, LEAST_WRAPPED)));
      return;
    }
    const cells = filled.body.map((line) => line[index]!);
    if (filled.totals) cells.push(filled.totals[index]!);
    const needed = draft.neededFor(cells, column.style.numberFormat, min, max);
    const isLast = index === filled.columns.length - 1;
    const mayRunOn = isLast && isRunOn(column);
    const reaches = mayRunOn && room > at[index]! && draft.widthOf(at[index]!, room - at[index]!) >= needed;
    draft.widen(at[index]!, reaches ? min : needed);
    if (!reaches) return;
    reach = at[index]! + 1;
    while (draft.widthOf(at[index]!, reach - at[index]!) < needed) reach++;
  });
  return reach;
}

/** Rows with wrapped cells are as high as the longest of them; the others keep the sheet's height. */
function setRowHeights(
  draft: SheetDraft,
  filled: FilledTable,
  firstRow: number,
  spans: readonly number[],
  at: readonly number[],
): void {
  const wrappedColumns = filled.columns.flatMap(({ style }, index) => (style.wrap ? [index] : []));
  const { rowPoints } = filled.definition;
  if (wrappedColumns.length === 0 && rowPoints === undefined) return;
  filled.body.forEach((line, row) => {
    const lines = Math.max(
      1,
      ...wrappedColumns.map((index) => {
        const cell = line[index];
        return typeof cell === 'string' ? wrappedLines(cell, draft.widthOf(at[index]!, spans[index]!)) : 1;
      }),
    );
    const points = Math.max(rowPoints ?? 0, lines > 1 ? lines * 14.5 + 5 : 0);
    if (points > 0) draft.rowHeights.set(firstRow + row, points);
    else draft.rowHeights.delete(firstRow + row);
  });
}

/** One rule for each stretch of columns that have the same lines. */
function ruleRows(
  draft: SheetDraft,
  { definition, columns, body }: FilledTable,
  firstRow: number,
  at: readonly number[],
  spans: readonly number[],
): void {
  if (!definition.ruledBy) return;
  const [changes, within] = definition.ruledBy.map((id) => columns.findIndex((column) => idOf(column) === id));
  if (changes! < 0) return;
  const sidesOf = ({ style }: Column<unknown>): Omit<NonNullable<CellStyle['border']>, 'top'> => {
    const { bottom, left, right } = style.border ?? {};
    return { ...(bottom && { bottom }), ...(left && { left }), ...(right && { right }) };
  };
  let from = 0;
  columns.forEach((column, index) => {
    const sides = sidesOf(column);
    const next = columns[index + 1];
    if (next && JSON.stringify(sidesOf(next)) === JSON.stringify(sides)) return;
    draft.conditionalFormats.push({
      kind: 'rowChanges',
      range: {
        row: firstRow,
        column: at[from]!,
        rows: body.length,
        columns: at[index]! + spans[index]! - at[from]!,
      },
      column: at[changes!]!,
      ...(within! >= 0 && { within: at[within!]! }),
      color: PALETTE.muted,
      sides,
    });
    from = index + 1;
  });
}

function formatColumn(draft: SheetDraft, column: Column<unknown>, range: CellRange, { lang }: ReportContext): void {
  if (column.bar) draft.conditionalFormats.push({ kind: 'dataBar', range, color: PALETTE.bar });
  for (const { text, tone } of column.tones ?? [])
    draft.conditionalFormats.push({ kind: 'textIs', range, text: text[lang], style: TONES[tone] });
  if (column.user?.kind === 'day') draft.validations.push({ kind: 'day', range });
  if (column.user?.options)
    draft.validations.push({
      kind: 'list',
      range,
      options: column.user.options.map((option) => option[lang]),
      ...(column.user.allowsOther && { allowsOther: true }),
    });
}

function validateRows(
  draft: SheetDraft,
  filled: FilledTable,
  firstRow: number,
  at: readonly number[],
  context: ReportContext,
): void {
  const { definition, columns, rows } = filled;
  if (!definition.validation) return;
  rows.forEach((row, index) => {
    columns.forEach((column, c) => {
      const rule: ValidationRule | undefined = definition.validation!(row, idOf(column), context);
      if (!rule) return;
      const range: CellRange = { row: firstRow + index, column: at[c]!, rows: 1, columns: 1 };
      draft.validations.push({ ...rule, range });
    });
  });
}
