import type { CellValue } from './cell-value';

/** Kinds of cells in a `CellColumn`. */
export const CELL_EMPTY = 0;
export const CELL_NUMBER = 1;
export const CELL_TEXT = 2;
export const CELL_FLAG = 3;
export const CELL_ERROR = 4;

/**
 * The distinct strings of one read, by id: a million cells with ten thousand names keep ten thousand strings, and
 * whoever parses a text does it once an id.
 */
export class StringPool {
  private readonly ids = new Map<string, number>();
  readonly strings: string[] = [];

  idOf(text: string): number {
    let id = this.ids.get(text);
    if (id === undefined) {
      id = this.strings.length;
      this.strings.push(text);
      this.ids.set(text, id);
    }
    return id;
  }
}

/** Cells of one column in a block of rows: the kind of each, and its number (a flag's 0 or 1; a string's id). */
export interface CellColumn {
  readonly kinds: Uint8Array;
  readonly numbers: Float64Array;
}

/**
 * A block of consecutive rows of the columns asked for. The arrays belong to the host and are used again after the
 * receiver returns: copy what must stay.
 */
export interface ColumnBlock {
  /** Zero-based row in the sheet of the block's first row. */
  readonly firstRow: number;
  readonly rowCount: number;
  /** Parallel to the columns asked for. */
  readonly columns: readonly CellColumn[];
  /** The same pool for all blocks of one read. */
  readonly pool: StringPool;
}

export function makeCellColumn(rows: number): CellColumn {
  return { kinds: new Uint8Array(rows), numbers: new Float64Array(rows) };
}

/** Puts a value into a column: the one place where a `CellValue` becomes a kind and a number. */
export function putCell(column: CellColumn, row: number, value: CellValue, pool: StringPool): void {
  if (value === null || value === '') {
    column.kinds[row] = CELL_EMPTY;
  } else if (typeof value === 'number') {
    column.kinds[row] = CELL_NUMBER;
    column.numbers[row] = value;
  } else if (typeof value === 'string') {
    column.kinds[row] = CELL_TEXT;
    column.numbers[row] = pool.idOf(value);
  } else if (typeof value === 'boolean') {
    column.kinds[row] = CELL_FLAG;
    column.numbers[row] = value ? 1 : 0;
  } else {
    column.kinds[row] = CELL_ERROR;
    column.numbers[row] = pool.idOf(value.error);
  }
}

export function cellAt(column: CellColumn, row: number, pool: StringPool): CellValue {
  const number = column.numbers[row] ?? 0;
  switch (column.kinds[row]) {
    case CELL_NUMBER:
      return number;
    case CELL_TEXT:
      return pool.strings[number] ?? '';
    case CELL_FLAG:
      return number === 1;
    case CELL_ERROR:
      return { error: pool.strings[number] ?? '#N/A' };
    default:
      return null;
  }
}
