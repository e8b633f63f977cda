import type { CellRange } from '../../../src/workbook/address';

/** What a cell of the stand-in holds: a value, an error, or a formula with the value that it shows. */
export type HeldValue = string | number | boolean | { readonly error: string };

export interface HeldCell {
  readonly value: HeldValue;
  readonly formula?: string;
}

/** A cell without a formula is kept as its bare value: a sheet may have a million. */
type Kept = HeldValue | HeldCell;

const keptOf = (cell: HeldCell): Kept => (cell.formula === undefined ? cell.value : cell);

function cellOf(kept: Kept | undefined): HeldCell | undefined {
  if (kept === undefined) return undefined;
  return typeof kept === 'object' && 'value' in kept ? kept : { value: kept };
}

/** The cells of a sheet, sparse. */
export class CellGrid {
  private rows: (Kept | undefined)[][] = [];

  at(row: number, column: number): HeldCell | undefined {
    return cellOf(this.rows[row]?.[column]);
  }

  put(row: number, column: number, cell: HeldCell | undefined): void {
    if (cell === undefined) {
      if (this.rows[row]) this.rows[row]![column] = undefined;
      return;
    }
    const cells = (this.rows[row] ??= []);
    cells[column] = keptOf(cell);
  }

  /** The rectangle around everything that is held. */
  get extent(): CellRange | undefined {
    let top = -1;
    let bottom = -1;
    let left = Number.POSITIVE_INFINITY;
    let right = -1;
    this.rows.forEach((cells, row) => {
      const first = cells.findIndex((cell) => cell !== undefined);
      if (first < 0) return;
      let last = cells.length - 1;
      while (cells[last] === undefined) last--;
      if (top < 0) top = row;
      bottom = row;
      left = Math.min(left, first);
      right = Math.max(right, last);
    });
    return top < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** Clears what lies in an area, however large the area is. */
  clear(area: CellRange): void {
    const lastRow = Math.min(area.row + area.rows, this.rows.length);
    for (let row = area.row; row < lastRow; row++) {
      const cells = this.rows[row];
      if (!cells) continue;
      const lastColumn = Math.min(area.column + area.columns, cells.length);
      for (let column = area.column; column < lastColumn; column++) cells[column] = undefined;
    }
  }

  insertRows(at: number, count: number): void {
    if (this.rows.length <= at) return;
    this.rows.splice(at, 0, ...Array.from({ length: count }, () => []));
  }

  deleteRows(at: number, count: number): void {
    this.rows.splice(at, count);
  }

  /** Everything that is held, cell by cell. */
  entries(): [number, number, HeldCell][] {
    const all: [number, number, HeldCell][] = [];
    this.rows.forEach((cells, row) =>
      cells.forEach((kept, column) => {
        const cell = cellOf(kept);
        if (cell) all.push([row, column, cell]);
      }),
    );
    return all;
  }
}
