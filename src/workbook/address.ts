/** Rows and columns are zero-based everywhere but in addresses that a person sees. */

export interface CellRange {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** @example columnLetters(27) //=> 'AB' */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** @example columnOfLetters('AB') //=> 27 */
export function columnOfLetters(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** @example addressOf(0, 1) //=> 'B1' */
export function addressOf(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

/** @example rangeAddress({ row: 0, column: 0, rows: 2, columns: 3 }) //=> 'A1:C2' */
export function rangeAddress(range: CellRange): string {
  const from = addressOf(range.row, range.column);
  const to = addressOf(range.row + range.rows - 1, range.column + range.columns - 1);
  return from === to ? from : `${from}:${to}`;
}

/** @example absoluteAddress({ row: 0, column: 0, rows: 2, columns: 1 }) //=> '$A$1:$A$2' */
export function absoluteAddress(range: CellRange): string {
  const one = (row: number, column: number): string => `$${columnLetters(column)}$${row + 1}`;
  const from = one(range.row, range.column);
  const to = one(range.row + range.rows - 1, range.column + range.columns - 1);
  return from === to ? from : `${from}:${to}`;
}

/** Reads `A1`, `$A$1`, `A1:C2`; anything else is undefined. */
export function parseAddress(address: string): CellRange | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(address);
  if (!match) return undefined;
  const column = columnOfLetters(match[1]!);
  const row = Number(match[2]) - 1;
  const lastColumn = match[3] === undefined ? column : columnOfLetters(match[3]);
  const lastRow = match[4] === undefined ? row : Number(match[4]) - 1;
  if (row < 0 || lastRow >= MAX_ROWS || lastColumn >= MAX_COLUMNS || lastRow < row || lastColumn < column)
    return undefined;
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

/** A sheet's name as formulas write it. @example quoteSheetName("it's") //=> "'it''s'" */
export function quoteSheetName(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** What Excel refuses in a sheet's name: empty, over 31 characters, : \ / ? * [ ], a leading or trailing quote. */
export function isLegalSheetName(name: string): boolean {
  return (
    name.length > 0 &&
    name.length <= 31 &&
    !/[:\\/?*[\]]/.test(name) &&
    !/^'|'$/.test(name) &&
    name.toLowerCase() !== 'history'
  );
}
