import { MAX_COLUMNS } from '../../workbook/address';

/** Cells that hold what the person typed; each is taken by the one mechanism that keeps it. */
export class TypedCells {
  private readonly open: Set<number>;
  private readonly taken = new Set<number>();
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

  /** Kept elsewhere: the text has to stand in what is written, see `giveBack`. */
  take(row: number, column: number): void {
    const key = TypedCells.keyOf(row, column);
    if (this.open.delete(key)) this.taken.add(key);
  }

  /** Not to be kept: what only said where another text belongs. */
  drop(row: number, column: number): void {
    this.open.delete(TypedCells.keyOf(row, column));
  }

  /** Gives back what was taken and stands nowhere after all. */
  giveBack(stands: (row: number, column: number) => boolean): void {
    for (const key of this.taken) if (!stands(Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS)) this.open.add(key);
  }

  /** What nobody took, from the top, from the left. */
  get left(): readonly { readonly row: number; readonly column: number }[] {
    return [...this.open]
      .sort((a, b) => a - b)
      .map((key) => ({ row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS }));
  }
}
