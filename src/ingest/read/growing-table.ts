import { NO_CLIENT, NO_FLAG, NO_TEXT, type ColumnStorage, type ColumnType, type Texts } from '../../core/model/columns';
import { NO_DAY } from '../../core/model/day';
import { RowOrigin } from '../../core/model/row-origin';
import { StringPool } from '../../workbook/column-block';
import { TextList } from '../../workbook/text-list';
import type { FieldParser, FieldPath } from '../fields/define-fields';

/** So many distinct texts are numbers of documents, of which few are ever shown. */
const MANY = 1 << 16;

/** The texts of one column: each distinct one once. */
export class Dictionary {
  readonly values = new TextList();
  /** Made when first asked whether a text is there: a column of a million numbers of documents need not be asked. */
  private codes: StringPool | undefined;
  private finished: Texts | undefined;

  codeOf(text: string): number {
    this.codes ??= new StringPool(this.values);
    return this.codes.idOf(text);
  }

  /** A text that the caller knows to be new as long as nothing came in by `codeOf`. */
  codeOfNew(text: string): number {
    return this.codes ? this.codeOf(text) : this.values.push(text);
  }

  /** What the dataset holds. A list of few texts is one of strings: they are read again and again. */
  finish(): Texts {
    const { values } = this;
    return (this.finished ??= values.hasNumbers && values.length >= MANY ? values : values.strings());
  }

  /** The same of a text in another list. */
  codeOfNewAt(texts: TextList, place: number): number {
    return this.codes ? this.codeOf(texts.at(place)!) : this.values.pushFrom(texts, place);
  }
}

type Cells = Int32Array | Float64Array | Int8Array;

/** A column that grows: cells in a typed array, `empty` where nothing was put. */
export interface GrowingColumn {
  readonly type: ColumnType;
  readonly empty: number;
  cells: Cells;
  readonly dictionary: Dictionary | undefined;
}

const EMPTY_CELL: Readonly<Record<ColumnType, number>> = {
  day: NO_DAY,
  number: Number.NaN,
  moment: Number.NaN,
  text: NO_TEXT,
  flag: NO_FLAG,
  client: NO_CLIENT,
};

function makeCells(type: ColumnType, length: number): Cells {
  switch (type) {
    case 'number':
    case 'moment':
      return new Float64Array(length);
    case 'flag':
      return new Int8Array(length);
    case 'day':
    case 'text':
    case 'client':
      return new Int32Array(length);
  }
}

/** How a parser's result is held. `words` become flags of their own and are not held. */
export function storageOf(parser: FieldParser): ColumnType {
  switch (parser) {
    case 'text':
    case 'words':
      return 'text';
    case 'number':
    case 'share':
    case 'discount':
      return 'number';
    case 'day':
    case 'month':
      return 'day';
    case 'moment':
      return 'moment';
    case 'flag':
      return 'flag';
  }
}

/** The lines of one kind, from all of its sheets: columns by field path, growing together, no object a row. */
export class GrowingTable {
  rows = 0;
  private capacity = 0;
  readonly columns = new Map<string, GrowingColumn>();
  private originSheet = new Uint16Array(0);
  private originRow = new Int32Array(0);

  /** A column, made where it is not there yet; the rows before it are empty. */
  column(path: FieldPath, type: ColumnType): GrowingColumn {
    let column = this.columns.get(path);
    if (!column) {
      const empty = EMPTY_CELL[type];
      const cells = makeCells(type, this.capacity);
      if (empty !== 0) cells.fill(empty);
      column = { type, empty, cells, dictionary: type === 'text' ? new Dictionary() : undefined };
      this.columns.set(path, column);
    }
    return column;
  }

  has(path: FieldPath): boolean {
    return this.columns.has(path);
  }

  /** Fields that read the column of another field: they say nothing of their own. */
  private readonly shared = new Set<string>();

  markShared(path: FieldPath): void {
    this.shared.add(path);
  }

  isShared(path: FieldPath): boolean {
    return this.shared.has(path);
  }

  get(path: FieldPath): GrowingColumn | undefined {
    return this.columns.get(path);
  }

  /**
   * Makes room for so many rows more, and empties it.
   *
   * @param mostToCome What the sheet may still bring, with these: room for all of it is made at once where that is no more
   * than four times what is there already, so that a long sheet is not copied from array to array.
   */
  reserve(rows: number, mostToCome = rows): void {
    const needed = this.rows + rows;
    if (needed > this.capacity) this.grow(needed, mostToCome);
    // As they come, not the whole room at once: what is about to be written is near at hand.
    for (const { cells, empty } of this.columns.values()) if (empty !== 0) cells.fill(empty, this.rows, needed);
  }

  private grow(needed: number, mostToCome: number): void {
    const whole = this.rows + mostToCome;
    this.capacity = whole <= 4 * needed ? whole : Math.max(needed, this.capacity * 2, 1024);
    for (const column of this.columns.values()) {
      const cells = makeCells(column.type, this.capacity);
      cells.set(column.cells.subarray(0, this.rows));
      column.cells = cells;
    }
    const sheet = new Uint16Array(this.capacity);
    sheet.set(this.originSheet.subarray(0, this.rows));
    this.originSheet = sheet;
    const row = new Int32Array(this.capacity);
    row.set(this.originRow.subarray(0, this.rows));
    this.originRow = row;
  }

  /** Where the rows behind the last come from: `lines[0]` lines below `firstRow` of the sheet, and so on. */
  setOrigins(sheet: number, firstRow: number, lines: Int32Array, count: number): void {
    const { rows, originRow } = this;
    this.originSheet.fill(sheet, rows, rows + count);
    for (let index = 0; index < count; index++) originRow[rows + index] = firstRow + lines[index]!;
  }

  sheetAt(index: number): number {
    return this.originSheet[index] ?? 0;
  }

  rowAt(index: number): number {
    return this.originRow[index] ?? 0;
  }

  /** Keeps only some rows, in their order: what a later look at the whole table left out. */
  keep(isKept: (row: number) => boolean): void {
    let kept = 0;
    const columns = [...this.columns.values()];
    for (let row = 0; row < this.rows; row++) {
      if (!isKept(row)) continue;
      if (kept !== row) {
        for (const { cells } of columns) cells[kept] = cells[row]!;
        this.originSheet[kept] = this.originSheet[row]!;
        this.originRow[kept] = this.originRow[row]!;
      }
      kept++;
    }
    this.rows = kept;
  }

  origin(): RowOrigin {
    const { rows, originSheet: sheet, originRow: row } = this;
    return new RowOrigin(
      rows,
      (at) => sheet[at]!,
      (at) => row[at]!,
    );
  }

  /** The column as the dataset holds it, cut to the rows there are: nothing grows after this. */
  finish(path: FieldPath): ColumnStorage[ColumnType] | undefined {
    const column = this.columns.get(path);
    if (!column) return undefined;
    // Cut once: who asks again gets the same array.
    if (column.cells.length !== this.rows) column.cells = column.cells.slice(0, this.rows);
    const { cells } = column;
    if (column.type === 'text') return { codes: cells as Int32Array, values: column.dictionary?.finish() ?? [] };
    return cells;
  }
}
