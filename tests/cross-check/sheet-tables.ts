import type { CellValue } from '../../src/workbook/cell-value';

/** A workbook's own sheets as they were written: name, and cells by row. */
export type WrittenSheets = ReadonlyMap<string, readonly (readonly CellValue[])[]>;

/** A table found on a sheet: its headers, its rows by header, and the line of totals below it. */
export interface WrittenTable {
  readonly sheet: string;
  /** The words above the headers, where there are any. */
  readonly heading: string;
  readonly headers: readonly string[];
  readonly rows: readonly ReadonlyMap<string, CellValue>[];
  readonly total?: ReadonlyMap<string, CellValue>;
}

const TOTAL = '合计';
const isBlank = (value: CellValue | undefined): boolean => value === null || value === undefined || value === '';
const filled = (row: readonly CellValue[]): CellValue[] => row.filter((value) => !isBlank(value));

/**
 * The tables of a sheet. A header is a row of at least two words, none repeated, no number among them, with a row of at least
 * two cells under it; a table goes on to the first empty row. Notes under it (“— …”) are not rows.
 */
export function tablesOf(sheet: string, cells: readonly (readonly CellValue[])[]): WrittenTable[] {
  const found: WrittenTable[] = [];
  for (let at = 0; at < cells.length; at++) {
    const headers = cells[at] ?? [];
    if (!isHeader(headers) || filled(cells[at + 1] ?? []).length < 2) continue;
    const rows: ReadonlyMap<string, CellValue>[] = [];
    let total: ReadonlyMap<string, CellValue> | undefined;
    let row = at + 1;
    for (; row < cells.length && filled(cells[row] ?? []).length > 0; row++) {
      const line = cells[row]!;
      if (filled(line).length === 1 && String(filled(line)[0]).startsWith('—')) continue;
      const byHeader = new Map(
        headers.flatMap((header, c) => (isBlank(header) ? [] : [[String(header), line[c] ?? null]])),
      );
      if (line.find((value) => !isBlank(value)) === TOTAL) total = byHeader;
      else rows.push(byHeader);
    }
    const above = filled(cells[at - 1] ?? [])[0] ?? filled(cells[at - 2] ?? [])[0] ?? null;
    found.push({
      sheet,
      heading: String(above ?? ''),
      headers: filled(headers).map(String),
      rows,
      ...(total && { total }),
    });
    at = row;
  }
  return found;
}

function isHeader(row: readonly CellValue[]): boolean {
  const words = filled(row);
  return (
    words.length >= 2 &&
    words.every((word) => typeof word === 'string' && word !== '—' && word.length < 40) &&
    new Set(words).size === words.length
  );
}
