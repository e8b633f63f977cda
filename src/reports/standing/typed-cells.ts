import { MAX_COLUMNS } from '../../workbook/address';

/** Cells that hold what the person typed; each is taken by the one mechanism that keeps it. */
export class TypedCells {
  private readonly open: Set<number>;
  private readonly all: ReadonlySet<number>;

  constructor(cells: Iterable<number>) {
    this.all = new Set(cells);
    this.open = new Set(this.all);
  }

  static keyOf(row: number, column: number): number {
    return row * MAX_COLUMNS + column;
  }

  has(row: number, column: number): boolean {
    return this.all.has(TypedCells.keyOf(row, column));
  }

  take(row: number, column: number): void {
    this.open.delete(TypedCells.keyOf(row, column));
  }

  /** What nobody took, from the top, from the left. */
  get left(): readonly { readonly row: number; readonly column: number }[] {
    return [...this.open]
      .sort((a, b) => a - b)
      .map((key) => ({ row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS }));
  }
}
