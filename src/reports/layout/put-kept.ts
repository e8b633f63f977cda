import { SHEET_WORDS } from '../words/sheet-words';
import type { FilledTable } from './table/fill-table';
import type { ReportContext } from './report-context';
import type { SheetDraft } from './sheet-draft';
import { CELL, headerStyle, STYLE } from './theme';

/** Notes whose rows are gone: key, column, table, and the words last, where they may run on. */
export function putKept(draft: SheetDraft, tables: readonly FilledTable[], { lang }: ReportContext): void {
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
  const { row } = draft;
  draft.hers.push(
    { row, column: 0, rows: notes.length, columns: 2 },
    { row, column: 3, rows: notes.length, columns: 1 },
  );
  draft.bodies.push({ row, column: 0, rows: notes.length, columns: headers.length });
  draft.row += notes.length;
}
