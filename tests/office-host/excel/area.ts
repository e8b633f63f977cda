import { addressOf, MAX_COLUMNS, MAX_ROWS, parseAddress, type CellRange } from '../../../src/workbook/address';
import { refuse } from '../refusal';

/** A rectangle that lies within a sheet, or Excel's refusal. */
export function areaOf(row: number, column: number, rows: number, columns: number): CellRange {
  const isWithin =
    [row, column, rows, columns].every(Number.isInteger) &&
    row >= 0 &&
    column >= 0 &&
    rows > 0 &&
    columns > 0 &&
    row + rows <= MAX_ROWS &&
    column + columns <= MAX_COLUMNS;
  return isWithin ? { row, column, rows, columns } : refuse('InvalidArgument');
}

export const WHOLE_SHEET: CellRange = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

/** Reads `A1:B2`, `$3:$4`, `A:C`, each with or without a sheet's name before it. */
export function areaOfAddress(address: string): CellRange {
  const text = address.slice(address.lastIndexOf('!') + 1);
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(text);
  if (rows) return areaOf(Number(rows[1]) - 1, 0, Number(rows[2]) - Number(rows[1]) + 1, MAX_COLUMNS);
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(text);
  if (columns) {
    const from = parseAddress(`${columns[1]}1`)?.column ?? refuse('InvalidArgument');
    const to = parseAddress(`${columns[2]}1`)?.column ?? refuse('InvalidArgument');
    return areaOf(0, from, MAX_ROWS, to - from + 1);
  }
  return parseAddress(text) ?? refuse('InvalidArgument');
}

export function addressOfArea({ row, column, rows, columns }: CellRange): string {
  if (rows === MAX_ROWS && columns === MAX_COLUMNS) return `1:${MAX_ROWS}`;
  if (columns === MAX_COLUMNS) return `${row + 1}:${row + rows}`;
  const from = addressOf(row, column);
  const to = addressOf(row + rows - 1, column + columns - 1);
  if (rows === MAX_ROWS) return `${from.replace(/\d+/, '')}:${to.replace(/\d+/, '')}`;
  return rows === 1 && columns === 1 ? from : `${from}:${to}`;
}

export function intersects(a: CellRange, b: CellRange): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

export function contains(outer: CellRange, inner: CellRange): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

export function isSameArea(a: CellRange, b: CellRange): boolean {
  return contains(a, b) && contains(b, a);
}

/** What is left of an area after another is cut out of it: at most four rectangles. */
export function without(area: CellRange, cut: CellRange): CellRange[] {
  if (!intersects(area, cut)) return [area];
  const top = Math.max(area.row, cut.row);
  const bottom = Math.min(area.row + area.rows, cut.row + cut.rows);
  const left = Math.max(area.column, cut.column);
  const right = Math.min(area.column + area.columns, cut.column + cut.columns);
  return [
    { row: area.row, column: area.column, rows: top - area.row, columns: area.columns },
    { row: bottom, column: area.column, rows: area.row + area.rows - bottom, columns: area.columns },
    { row: top, column: area.column, rows: bottom - top, columns: left - area.column },
    { row: top, column: right, rows: bottom - top, columns: area.column + area.columns - right },
  ].filter((one) => one.rows > 0 && one.columns > 0);
}

/** Where an area lies after rows were inserted (or, with a negative count, deleted) above row `at`. */
export function shiftRows<T extends CellRange>(area: T, at: number, count: number): T {
  if (area.row >= at) return { ...area, row: Math.max(at, area.row + count) };
  if (area.row + area.rows > at && area.rows < MAX_ROWS) return { ...area, rows: Math.max(1, area.rows + count) };
  return area;
}
