/**
 * Where the rows of a table came from: the sheet (index into `Dataset.sheets`) and the row number as Excel shows it. Lines that follow one
 * another on a sheet are one run, so that a million rows of it take no more than ten.
 */
export class RowOrigin {
  /** Of each run its first row in the table, then its sheet and the row number of its first line. */
  private readonly from: Int32Array;
  private readonly sheets: Int32Array;
  private readonly lines: Int32Array;
  /** The run that was asked for last: rows are asked for one after another. */
  private at = 0;

  constructor(
    readonly rows: number,
    sheetOf: (row: number) => number,
    lineOf: (row: number) => number,
  ) {
    const from: number[] = [];
    let lastSheet = -1;
    let lastLine = -1;
    for (let row = 0; row < rows; row++) {
      const sheet = sheetOf(row);
      const line = lineOf(row);
      if (sheet !== lastSheet || line !== lastLine + 1) from.push(row);
      lastSheet = sheet;
      lastLine = line;
    }
    this.from = Int32Array.from(from);
    this.sheets = this.from.map(sheetOf);
    this.lines = this.from.map(lineOf);
  }

  sheetAt(row: number): number {
    return this.sheets[this.runOf(row)]!;
  }

  rowAt(row: number): number {
    const run = this.runOf(row);
    return this.lines[run]! + row - this.from[run]!;
  }

  /** The same in words. @param sheets The names of all sheets: `Dataset.sheets`. */
  placeAt(row: number, sheets: readonly string[]): { readonly sheet: string; readonly row: number } {
    return { sheet: sheets[this.sheetAt(row)] ?? '', row: this.rowAt(row) };
  }

  /** Of a table with the rows of another behind its own. */
  followedBy(other: RowOrigin): RowOrigin {
    const { rows } = this;
    return new RowOrigin(
      rows + other.rows,
      (row) => (row < rows ? this.sheetAt(row) : other.sheetAt(row - rows)),
      (row) => (row < rows ? this.rowAt(row) : other.rowAt(row - rows)),
    );
  }

  /** The sheets that there are rows of. */
  sheetsMet(): ReadonlySet<number> {
    return new Set(this.sheets);
  }

  /** The runs as numbers: two tables of the same lines have the same. */
  runs(): Int32Array {
    return Int32Array.from([...this.from, ...this.sheets, ...this.lines]);
  }

  private runOf(row: number): number {
    const { from, at } = this;
    if (row >= from[at]! && (at + 1 === from.length || row < from[at + 1]!)) return at;
    return (this.at = this.find(row));
  }

  /** The last run that begins at or before the row. */
  private find(row: number): number {
    let [low, high] = [0, this.from.length];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (this.from[middle]! <= row) low = middle;
      else high = middle;
    }
    return low;
  }
}
