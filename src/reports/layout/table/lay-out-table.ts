import { idOf, type FilledTable } from './fill-table';
import { fitColumns, wrappedColumns } from './fit-columns';
import { markTable } from './mark-table';
import { noteWhoseCells } from './note-whose-cells';
import type { PlacedTable } from './placed-table';
import { putBody } from './put-body';
import { putHeader, setHeaderHeight } from './put-header';
import { centreLostFigures, unwrapped, wrapLastWords } from './run-on-words';
import { setRowHeights } from './set-row-heights';
import { mergeSpans, spread, spreadStyles } from './spread-cells';
import type { ReportContext } from '../report-context';
import type { SheetDraft } from '../sheet-draft';
import { STYLE, totalStyle } from '../theme';
import { SHEET_WORDS } from '../../words/sheet-words';

/** Longer lists keep every row one line high: hosts wrap, and set heights, slowly by the thousand. */
const MOST_WRAPPED_ROWS = 2000;

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

  putTitle(draft, definition, context);

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
    // Else the words above it would stand on a sheet as narrow as its empty columns, and be cut off on paper.
    if (isStretched && !keepsWidths) fitColumns(draft, filled, spans, at, room, isStretched);
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

  markTable(draft, filled, { firstRow, headerRow, at, spans, nativeName }, context);
  draft.row = firstRow + body.length;
  noteWhoseCells(draft, filled, { firstRow, headerRow, at, width });
  putTotals(draft, filled, spans);
  putFootnotes(draft, filled);
  return placed(body.length);
}

function putTitle(draft: SheetDraft, definition: FilledTable['definition'], context: ReportContext): void {
  const { lang } = context;
  if (definition.heading)
    draft.putLine(definition.heading[lang], definition.isChartData ? STYLE.subtitle : STYLE.heading, 24);
  const note = typeof definition.note === 'function' ? definition.note(context) : definition.note;
  const noteTarget = note && definition.noteLink?.(context);
  if (note) {
    const row = draft.putLine(note[lang], noteTarget ? STYLE.noteLink : STYLE.note);
    if (noteTarget) draft.links.push({ row, column: 0, target: noteTarget });
  }
}

function putTotals(draft: SheetDraft, filled: FilledTable, spans: readonly number[]): void {
  if (!filled.totals) return;
  draft.put(
    draft.row,
    0,
    [spread(filled.totals, spans)],
    spreadStyles(
      filled.columns.map(({ style }) => totalStyle(style)),
      spans,
    ),
  );
  draft.row++;
}

function putFootnotes(draft: SheetDraft, filled: FilledTable): void {
  for (const footnote of filled.footnotes) draft.putLine(footnote, STYLE.note);
}
