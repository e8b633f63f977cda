import type { RowOrigin } from './row-origin';

/**
 * Data is held in columns, not in one object a row: a million rows stay a few typed arrays.
 * A column that the workbook does not have is absent (`undefined`); a cell without a value is marked inside it.
 */

/**
 * The distinct texts of a column by their codes: a list of strings, or what makes each of a million order numbers when it
 * is read.
 */
export interface Texts extends Iterable<string> {
  readonly length: number;
  /** @param code Never `NO_TEXT`: see `textOf`. */
  at(code: number): string | undefined;
  map<T>(each: (text: string, code: number) => T): T[];
}

/** As wide as the dictionary asks for: of most columns a byte a cell. */
export type Codes = Int8Array | Int16Array | Int32Array;

/** Dictionary-coded text; code −1 is an empty cell. */
export interface TextColumn {
  readonly codes: Codes;
  readonly values: Texts;
}

export const NO_TEXT = -1;
/** A flag column holds 1, 0, or this where the cell is empty. */
export const NO_FLAG = -1;
/** A client column holds the client's index in the client table, or this. */
export const NO_CLIENT = -1;

export interface ColumnStorage {
  /** `NO_DAY` where empty. */
  readonly day: Int32Array;
  /** `NaN` where empty. */
  readonly number: Float64Array;
  /** A day with the time of day as fraction, `NaN` where empty: 20458.5 is noon of 2026-01-05. */
  readonly moment: Float64Array;
  readonly text: TextColumn;
  /** 1, 0 or `NO_FLAG`. */
  readonly flag: Int8Array;
  /** Index into the client table or `NO_CLIENT`. */
  readonly client: Int32Array;
}

export type ColumnType = keyof ColumnStorage;
export type ColumnSchema = Readonly<Record<string, ColumnType>>;

export type ColumnsOf<S extends ColumnSchema> = { readonly [K in keyof S]?: ColumnStorage[S[K]] };

export interface Table<S extends ColumnSchema> {
  readonly rows: number;
  readonly columns: ColumnsOf<S>;
  readonly origin: RowOrigin;
}

/** The text of a row, or '' where the column or the cell is empty. */
export function textAt(column: TextColumn | undefined, row: number): string {
  return column === undefined ? '' : textOf(column.values, column.codes[row] ?? NO_TEXT);
}

/** The text of a code, or '' of `NO_TEXT`. */
export function textOf(texts: Texts, code: number): string {
  return code === NO_TEXT ? '' : (texts.at(code) ?? '');
}
