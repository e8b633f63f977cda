import {
  NO_CLIENT,
  NO_FLAG,
  NO_TEXT,
  type ColumnStorage,
  type ColumnType,
  type TextColumn,
} from '../../core/model/columns';
import { NO_DAY } from '../../core/model/day';
import { RowOrigin } from '../../core/model/row-origin';
import { TABLES, type TableName } from '../../core/model/tables';
import type { FieldPath } from '../fields/define-fields';
import type { GrowingTable } from './growing-table';

type AnyColumn = ColumnStorage[ColumnType];

/** A table before it goes into the dataset: columns by name, of one table's schema. */
export interface TableDraft {
  readonly table: TableName;
  readonly rows: number;
  readonly columns: Map<string, AnyColumn>;
  readonly origin: RowOrigin;
}

export function typeOfColumn(table: TableName, column: string): ColumnType {
  const type = (TABLES[table] as Readonly<Record<string, ColumnType>>)[column];
  if (!type) throw new Error(`The table "${table}" has no column "${column}"`);
  return type;
}

/** The columns of a growing table that belong to a table; `aliases` name columns that stand for others, not copied. */
export function draftOf(
  growing: GrowingTable,
  table: TableName,
  aliases: Readonly<Record<string, FieldPath>> = {},
): TableDraft {
  const columns = new Map<string, AnyColumn>();
  const schema = TABLES[table] as Readonly<Record<string, ColumnType>>;
  for (const name of Object.keys(schema)) {
    const path = `${table}.${name}` as FieldPath;
    const cells = growing.finish(growing.has(path) ? path : (aliases[name] ?? path));
    if (cells !== undefined) columns.set(name, cells);
  }
  return { table, rows: growing.rows, columns, origin: growing.origin() };
}

function emptyColumn(type: ColumnType, rows: number): AnyColumn {
  switch (type) {
    case 'day':
      return new Int32Array(rows).fill(NO_DAY);
    case 'number':
    case 'moment':
      return new Float64Array(rows).fill(Number.NaN);
    case 'flag':
      return new Int8Array(rows).fill(NO_FLAG);
    case 'client':
      return new Int32Array(rows).fill(NO_CLIENT);
    case 'text':
      return { codes: new Int32Array(rows).fill(NO_TEXT), values: [] };
  }
}

export const isText = (column: AnyColumn): column is TextColumn => 'codes' in column;

/** One draft behind another; a column that one of them lacks is empty in its rows. */
export function concatDrafts(first: TableDraft, second: TableDraft): TableDraft {
  if (first.rows === 0) return second;
  if (second.rows === 0) return first;
  const { table } = first;
  const rows = first.rows + second.rows;
  const columns = new Map<string, AnyColumn>();
  for (const name of new Set([...first.columns.keys(), ...second.columns.keys()])) {
    const type = typeOfColumn(table, name);
    const a = first.columns.get(name) ?? emptyColumn(type, first.rows);
    const b = second.columns.get(name) ?? emptyColumn(type, second.rows);
    columns.set(name, concatColumns(type, a, b, rows));
  }
  return { table, rows, columns, origin: first.origin.followedBy(second.origin) };
}

function concatColumns(type: ColumnType, a: AnyColumn, b: AnyColumn, rows: number): AnyColumn {
  if (isText(a) && isText(b)) {
    const codes = new Int32Array(rows);
    codes.set(a.codes);
    const values = [...a.values];
    const codeOf = new Map(values.map((value, code) => [value, code]));
    const recoded = b.values.map((value) => {
      const known = codeOf.get(value);
      if (known !== undefined) return known;
      codeOf.set(value, values.length);
      return values.push(value) - 1;
    });
    b.codes.forEach((code, index) => {
      codes[a.codes.length + index] = code === NO_TEXT ? NO_TEXT : recoded[code]!;
    });
    return { codes, values };
  }
  const target = emptyColumn(type, rows) as Int32Array;
  target.set(a as Int32Array);
  target.set(b as Int32Array, (a as Int32Array).length);
  return target;
}

/** Some rows of a draft, copied. */
export function pickRows(draft: TableDraft, isKept: (row: number) => boolean): TableDraft {
  const kept: number[] = [];
  for (let row = 0; row < draft.rows; row++) if (isKept(row)) kept.push(row);
  if (kept.length === draft.rows) return draft;
  const pick = <T extends Int32Array | Float64Array | Int8Array>(cells: ArrayLike<number>, target: T): T => {
    kept.forEach((row, index) => (target[index] = cells[row]!));
    return target;
  };
  const columns = new Map<string, AnyColumn>();
  for (const [name, column] of draft.columns) {
    if (isText(column))
      columns.set(name, { codes: pick(column.codes, new Int32Array(kept.length)), values: column.values });
    else if (column instanceof Float64Array) columns.set(name, pick(column, new Float64Array(kept.length)));
    else if (column instanceof Int8Array) columns.set(name, pick(column, new Int8Array(kept.length)));
    else columns.set(name, pick(column, new Int32Array(kept.length)));
  }
  return {
    table: draft.table,
    rows: kept.length,
    columns,
    origin: new RowOrigin(
      kept.length,
      (index) => draft.origin.sheetAt(kept[index]!),
      (index) => draft.origin.rowAt(kept[index]!),
    ),
  };
}

export function textColumn(draft: TableDraft, name: string): TextColumn | undefined {
  return draft.columns.get(name) as TextColumn | undefined;
}

export function numbersOf(draft: TableDraft, name: string): Float64Array | undefined {
  return draft.columns.get(name) as Float64Array | undefined;
}

export function integersOf(draft: TableDraft | undefined, name: string): Int32Array | undefined {
  return draft?.columns.get(name) as Int32Array | undefined;
}

export function flagsOf(draft: TableDraft, name: string): Int8Array | undefined {
  return draft.columns.get(name) as Int8Array | undefined;
}
