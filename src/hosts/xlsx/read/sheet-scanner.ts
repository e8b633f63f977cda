import { MAX_COLUMNS, MAX_ROWS, parseAddress, type CellRange } from '../../../workbook/address';
import {
  CELL_EMPTY,
  CELL_ERROR,
  CELL_FLAG,
  CELL_NUMBER,
  CELL_TEXT,
  makeCellColumn,
  StringPool,
  type CellColumn,
  type ColumnBlock,
} from '../../../workbook/column-block';
import { NO_ID } from '../../../workbook/numbered-texts';
import { HostError } from '../../../workbook/host-error';
import { isOn } from '../package/read-xml';
import { ByteWindow } from './byte-window';
import { linksToWorkbook } from './formula-links';
import { parseNumber } from './parse-number';
import type { SharedStrings } from './shared-strings';
import { TextInterner } from './text-interner';
import { decodeText, INCOMPLETE as NOT_WHOLE, localNameAt, readContent, skipMarkup, skipTag } from './xml-text';

// Constants of this module: programs that run from transpiled source look up an imported one at every use, and these
// are used at every byte.
const INCOMPLETE = NOT_WHOLE;
const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const COLON = 0x3a;
const BANG = 0x21;
const QUESTION = 0x3f;
const LETTER_B = 0x62;
const LETTER_C = 0x63;
const LETTER_E = 0x65;
const LETTER_F = 0x66;
const LETTER_I = 0x69;
const LETTER_N = 0x6e;
const LETTER_O = 0x6f;
const LETTER_R = 0x72;
const LETTER_S = 0x73;
const LETTER_T = 0x74;
const LETTER_V = 0x76;
const LETTER_W = 0x77;
const SPACE = 0x20;
const ZERO = 0x30;

/** What the `t` of a cell says its value is. */
const TYPE_NUMBER = 0;
const TYPE_SHARED = 1;
const TYPE_TEXT = 2;
const TYPE_FLAG = 3;
const TYPE_ERROR = 4;

/** Twenty times as many as the fullest sheet seen. */
const MAX_MERGES = 1_000_000;

type Place = 'before' | 'rows' | 'behind';

export interface ScanRequest {
  /** For messages: the part's path, the sheet's name. */
  readonly part: string;
  readonly sheet: string;
  /** Zero-based columns wanted. */
  readonly columns: readonly number[];
  readonly fromRow: number;
  /** Exclusive: the scan ends there. */
  readonly toRow: number;
  readonly blockRows: number;
  readonly sharedStrings: SharedStrings;
  /** Whether the style of each wanted cell is kept beside its value. */
  readonly keepsStyles?: boolean;
  /** Whether the styles that rows name are noted too: a look at each row that only the survey needs. */
  readonly notesStyles?: boolean;
  /** Whether formulas that take values from other workbooks are looked for. */
  readonly notesLinks?: boolean;
  /** The wanted column whose cells carry the currency of their style, and the currency of each style. */
  readonly currencies?: { readonly column: number; readonly ofStyle: Uint8Array };
  /** Results of formulas that the part does not hold, by `row * MAX_COLUMNS + column`. */
  readonly computed?: ReadonlyMap<number, number>;
}

/**
 * Reads the cells of a worksheet part from its bytes, without ever making text of the part: a million rows are 770 MB,
 * longer than the longest string.
 *
 * Feed it chunks; `scan` says when a block of rows is ready (take it, then `startNextBlock`), when it needs more
 * bytes, and when it is done. Beside the cells asked for it notes how far values reach, merges and protection.
 */
export class SheetScanner {
  /** Rows and columns from A1 that hold values, as far as it has read. */
  rows = 0;
  columns = 0;
  readonly merges: CellRange[] = [];
  isProtected = false;
  hasFormulas = false;
  /** A formula takes values from another workbook. */
  hasLinks = false;
  /** Formulas whose cell is empty, whose cell holds 0, and whose cell holds something else. */
  emptyFormulas = 0;
  zeroFormulas = 0;
  workedFormulas = 0;
  /** The highest number by which a cell, row or column names a cell style, and a rule or filter a differential one; −1: none. */
  highestStyle = -1;
  highestDifferential = -1;
  readonly styles: readonly Int32Array[];

  private readonly window: ByteWindow;
  private readonly pool = new StringPool();
  private readonly interner = new TextInterner(this.pool);
  private readonly poolIds: Int32Array;
  private readonly blockColumns: readonly CellColumn[];
  private readonly slotOfColumn = new Int16Array(MAX_COLUMNS).fill(-1);

  private place: Place = 'before';
  private row = -1;
  private column = -1;
  private firstRow: number;
  /** Rows of the block up to the last that holds a value. */
  private filledRows = 0;

  // Attributes and value of the cell that is being read.
  private type = TYPE_NUMBER;
  private style = 0;
  private valueFrom = 0;
  private valueTo = 0;
  private inlineText: string | undefined;
  private isFormula = false;

  constructor(private readonly request: ScanRequest) {
    this.window = new ByteWindow(request.part);
    this.poolIds = new Int32Array(request.sharedStrings.count).fill(-1);
    this.blockColumns = request.columns.map((column) =>
      makeCellColumn(request.blockRows, column === request.currencies?.column),
    );
    this.styles = request.keepsStyles ? request.columns.map(() => new Int32Array(request.blockRows)) : [];
    request.columns.forEach((column, slot) => {
      if (column < MAX_COLUMNS) this.slotOfColumn[column] = slot;
    });
    this.firstRow = request.fromRow;
  }

  feed(chunk: Uint8Array): void {
    this.window.add(chunk);
  }

  /** The block that is ready: its arrays are used again after `startNextBlock`. */
  get block(): ColumnBlock {
    return { firstRow: this.firstRow, rowCount: this.filledRows, columns: this.blockColumns, pool: this.pool };
  }

  startNextBlock(): void {
    for (const column of this.blockColumns) column.kinds.fill(CELL_EMPTY, 0, this.filledRows);
    this.filledRows = 0;
  }

  /** Whether the block holds a value: asked at the end, for the last block. */
  get hasBlock(): boolean {
    return this.filledRows > 0;
  }

  /** To be called when no more bytes come. */
  finish(): void {
    if (this.place !== 'behind') throw this.damaged('the sheet breaks off');
  }

  /** `more`: feed a chunk. `block`: take the block. `done`: no row of the request can follow. */
  scan(): 'more' | 'block' | 'done' {
    const { bytes, end } = this.window;
    let at = this.window.at;
    for (;;) {
      while (at < end && bytes[at] !== LT) at++;
      this.window.at = at;
      if (at + 2 >= end) return 'more';
      const next = bytes[at + 1]!;

      if (this.place === 'rows' && next === LETTER_C && isNameEnd(bytes[at + 2]!)) {
        at = this.scanCell(bytes, at + 2, end);
        if (at === INCOMPLETE) return 'more';
        continue;
      }
      if (next === BANG || next === QUESTION) {
        at = skipMarkup(bytes, at, end, this.request.part);
        if (at === INCOMPLETE) return 'more';
        continue;
      }
      if (this.place === 'rows' && next === SLASH && isEndOf(bytes, at, end, LETTER_R, LETTER_O, LETTER_W)) {
        at += 6;
        continue;
      }
      const after = skipTag(bytes, at, end);
      if (after === INCOMPLETE) return 'more';
      const isEndTag = next === SLASH;
      const nameAt = isEndTag ? at + 2 : at + 1;

      if (this.place === 'rows') {
        const name = localNameAt(bytes, nameAt, end);
        if (name === 'c' && !isEndTag) {
          // A cell with a prefix.
          at = this.scanCell(bytes, nameAt + prefixLength(bytes, nameAt) + 1, end);
          if (at === INCOMPLETE) return 'more';
          continue;
        }
        if (name === 'row' && !isEndTag) {
          const row = this.rowOf(bytes, at, after, end);
          if (row === INCOMPLETE) return 'more';
          if (row >= this.request.toRow) return 'done';
          if (row >= this.firstRow + this.request.blockRows) {
            // The tag is read again when the block has been taken.
            if (this.hasBlock) return 'block';
            const blocks = Math.floor((row - this.request.fromRow) / this.request.blockRows);
            this.firstRow = this.request.fromRow + blocks * this.request.blockRows;
          }
          this.enterRow(row);
        } else if (name === 'sheetData' && isEndTag) {
          this.place = 'behind';
        } else if (!isEndTag && name !== 'row' && bytes[after - 2] !== SLASH) {
          at = readContent(bytes, after, end, this.request.part);
          if (at === INCOMPLETE) return 'more';
          continue;
        }
      } else if (!isEndTag) {
        this.noteTag(bytes, at, after, nameAt);
      }
      at = after;
    }
  }

  /** Tags around the rows: where they begin, merges, protection. */
  private noteTag(bytes: Uint8Array, at: number, after: number, nameAt: number): void {
    const name = localNameAt(bytes, nameAt, after);
    if (name === 'sheetData' && this.place === 'before') {
      this.place = bytes[after - 2] === SLASH ? 'behind' : 'rows';
    } else if (name === 'mergeCell') {
      const range = parseAddress(attributeOf(bytes, at, after, 'ref') ?? '');
      if (range) this.merges.push(range);
      if (this.merges.length > MAX_MERGES) {
        throw new HostError('too-large', `more than ${MAX_MERGES} merged ranges`, { sheet: this.request.sheet });
      }
    } else if (name === 'sheetProtection') {
      this.isProtected = isOn(attributeOf(bytes, at, after, 'sheet'));
    } else if (name === 'col') {
      this.noteStyle(bytes, at, after, 'style');
    } else if (name === 'cfRule' || name === 'sortCondition' || name === 'colorFilter') {
      const dxf = Number(attributeOf(bytes, at, after, 'dxfId') ?? -1);
      if (dxf > this.highestDifferential) this.highestDifferential = dxf;
    }
  }

  private noteStyle(bytes: Uint8Array, at: number, after: number, name: string): void {
    const style = Number(attributeOf(bytes, at, after, name) ?? -1);
    if (style > this.highestStyle) this.highestStyle = style;
  }

  /** Zero-based: as the row says, else as its first cell says, else the one after the row before. */
  private rowOf(bytes: Uint8Array, at: number, after: number, end: number): number {
    if (this.request.notesStyles) this.noteStyle(bytes, at, after, 's');
    if (findAttribute(bytes, at, after, 'r')) {
      const stated = integerOf(bytes, found.from, found.to);
      return this.checkRow((stated >= 0 ? stated : Number(decodeText(bytes, found.from, found.to))) - 1);
    }
    let cell = after;
    while (cell < end && isBlank(bytes[cell]!)) cell++;
    const cellEnd = skipTag(bytes, cell, end);
    if (cellEnd === INCOMPLETE) return INCOMPLETE;
    const range = parseAddress(attributeOf(bytes, cell, cellEnd, 'r') ?? '');
    return this.checkRow(range?.row ?? this.row + 1);
  }

  private checkRow(row: number): number {
    if (!Number.isInteger(row) || row < 0 || row >= MAX_ROWS) throw this.damaged(`a row numbered ${row + 1}`);
    return row;
  }

  private enterRow(row: number): void {
    if (row < this.row && row < this.firstRow && row >= this.request.fromRow) {
      throw this.damaged(`row ${row + 1} stands behind row ${this.row + 1}`);
    }
    this.row = row;
    this.column = -1;
  }

  /** Reads one cell from behind its name. */
  private scanCell(bytes: Uint8Array, from: number, end: number): number {
    let at = this.scanCellTag(bytes, from, end);
    if (at === INCOMPLETE) return INCOMPLETE;
    if (bytes[at - 2] === SLASH) {
      this.column = this.cellColumn;
      return at;
    }

    this.valueFrom = 0;
    this.valueTo = 0;
    this.inlineText = undefined;
    this.isFormula = false;
    for (;;) {
      while (at < end && bytes[at] !== LT) at++;
      if (at + 2 >= end) return INCOMPLETE;
      const next = bytes[at + 1]!;
      if (next === SLASH) break;
      if (next === LETTER_V && bytes[at + 2] === GT) {
        at = this.scanValue(bytes, at + 3, end);
      } else if (next === LETTER_F && isNameEnd(bytes[at + 2]!)) {
        this.hasFormulas = this.isFormula = true;
        const from = at;
        at = skipSimpleElement(bytes, at, end, this.request.part);
        if (this.request.notesLinks && !this.hasLinks && at !== INCOMPLETE)
          this.hasLinks = linksToWorkbook(bytes, from, at);
      } else if (next === LETTER_I && bytes[at + 2] === LETTER_S && bytes[at + 3] === GT) {
        at = this.scanInline(bytes, at, end);
      } else {
        at = this.scanChild(bytes, at, end);
      }
      if (at === INCOMPLETE) return INCOMPLETE;
    }
    const after = isShortEndOf(bytes, at, end, LETTER_C) ? at + 4 : skipTag(bytes, at, end);
    if (after === INCOMPLETE) return INCOMPLETE;
    this.column = this.cellColumn;
    this.putCell(bytes);
    return after;
  }

  private cellColumn = 0;

  /** Attributes of a cell, from behind its name to behind `>`. */
  private scanCellTag(bytes: Uint8Array, from: number, end: number): number {
    this.cellColumn = this.column + 1;
    this.type = TYPE_NUMBER;
    this.style = 0;
    let at = from;
    for (;;) {
      if (bytes[at] === SPACE && bytes[at + 2] === EQUALS && bytes[at + 3] === QUOTE) {
        // As nearly all attributes of cells are: a blank, one letter, double quotes.
        const letter = bytes[at + 1]!;
        const valueStart = at + 4;
        at = valueStart;
        while (at < end && bytes[at] !== QUOTE) at++;
        if (at >= end) return INCOMPLETE;
        if (letter === LETTER_R) this.noteReference(bytes, valueStart, at);
        else if (letter === LETTER_T) this.type = typeOf(bytes, valueStart, at);
        else if (letter === LETTER_S) this.style = integerOf(bytes, valueStart, at);
        at++;
        continue;
      }
      if (at < end && bytes[at] === GT) break;
      while (at < end && (isBlank(bytes[at]!) || bytes[at] === SLASH)) at++;
      if (at >= end) return INCOMPLETE;
      if (bytes[at] === GT) break;
      const name = bytes[at]!;
      const nameStart = at;
      while (at < end && bytes[at] !== EQUALS) at++;
      let nameEnd = at;
      while (nameEnd > nameStart && isBlank(bytes[nameEnd - 1]!)) nameEnd--;
      at++;
      while (at < end && isBlank(bytes[at]!)) at++;
      if (at >= end) return INCOMPLETE;
      const quote = bytes[at]!;
      if (quote !== QUOTE && quote !== APOSTROPHE) throw this.damaged(`a cell in row ${this.row + 1} is no XML`);
      const valueStart = ++at;
      while (at < end && bytes[at] !== quote) at++;
      if (at >= end) return INCOMPLETE;
      if (nameEnd - nameStart === 1) {
        if (name === LETTER_R) this.noteReference(bytes, valueStart, at);
        else if (name === LETTER_T) this.type = typeOf(bytes, valueStart, at);
        else if (name === LETTER_S) this.style = integerOf(bytes, valueStart, at);
      }
      at++;
    }
    if (this.style > this.highestStyle) this.highestStyle = this.style;
    if (this.cellColumn >= MAX_COLUMNS) throw this.damaged(`row ${this.row + 1} reaches beyond column XFD`);
    return at + 1;
  }

  private noteReference(bytes: Uint8Array, from: number, to: number): void {
    let column = 0;
    for (let at = from; at < to; at++) {
      const letter = bytes[at]! & 0xdf;
      if (letter < 0x41 || letter > 0x5a) break;
      column = column * 26 + (letter - 0x40);
    }
    if (column > 0) this.cellColumn = column - 1;
  }

  /** The text of `<v>`, from behind its tag; whatever is not plain text goes the long way. */
  private scanValue(bytes: Uint8Array, from: number, end: number): number {
    let at = from;
    while (at < end && bytes[at] !== LT) at++;
    if (at + 2 >= end) return INCOMPLETE;
    if (bytes[at + 1] !== SLASH) {
      const gatherer = { text: '' };
      const after = readContent(bytes, from, end, this.request.part, gatherer, true);
      this.inlineText = gatherer.text;
      return after;
    }
    this.valueFrom = from;
    this.valueTo = at;
    return isShortEndOf(bytes, at, end, LETTER_V) ? at + 4 : skipTag(bytes, at, end);
  }

  /** `<is>`: nearly always one `<t>` with nothing but text in it. */
  private scanInline(bytes: Uint8Array, at: number, end: number): number {
    const textTag = at + 4;
    if (textTag + 2 >= end) return INCOMPLETE;
    if (bytes[textTag] === LT && bytes[textTag + 1] === LETTER_T && isNameEnd(bytes[textTag + 2]!)) {
      const from = skipTag(bytes, textTag, end);
      if (from === INCOMPLETE) return INCOMPLETE;
      let to = from;
      while (to < end && bytes[to] !== LT) to++;
      if (to + 9 > end) return INCOMPLETE;
      if (bytes[from - 2] !== SLASH && isShortEndOf(bytes, to, end, LETTER_T) && isInlineEnd(bytes, to + 4)) {
        this.valueFrom = from;
        this.valueTo = to;
        if (this.type === TYPE_NUMBER) this.type = TYPE_TEXT;
        return to + 9;
      }
    }
    return this.scanChild(bytes, at, end);
  }

  /** A child of a cell that is not as nearly all are: with a prefix, with attributes, inline text, comments. */
  private scanChild(bytes: Uint8Array, at: number, end: number): number {
    if (bytes[at + 1] === BANG || bytes[at + 1] === QUESTION) return skipMarkup(bytes, at, end, this.request.part);
    const after = skipTag(bytes, at, end);
    if (after === INCOMPLETE || bytes[after - 2] === SLASH) return after;
    const name = localNameAt(bytes, at + 1, end);
    if (name === 'v') return this.scanValue(bytes, after, end);
    if (name === 'f') this.hasFormulas = this.isFormula = true;
    if (name !== 'is') {
      const behind = readContent(bytes, after, end, this.request.part);
      if (name === 'f' && this.request.notesLinks && behind !== INCOMPLETE)
        this.hasLinks ||= linksToWorkbook(bytes, after, behind);
      return behind;
    }
    const gatherer = { text: '' };
    const behind = readContent(bytes, after, end, this.request.part, gatherer);
    this.inlineText = gatherer.text;
    if (this.type === TYPE_NUMBER) this.type = TYPE_TEXT;
    return behind;
  }

  /** Puts the value that was read into the block, and notes how far values reach. */
  private putCell(bytes: Uint8Array): void {
    const isEmpty = this.valueFrom === this.valueTo && (this.inlineText === undefined || this.inlineText === '');
    if (this.isFormula && this.putFormula(bytes, isEmpty)) return;
    if (isEmpty) return;
    const { column, row } = this;
    if (column >= this.columns) this.columns = column + 1;
    if (row >= this.rows) this.rows = row + 1;
    const slot = this.slotOfColumn[column]!;
    const index = row - this.firstRow;
    if (slot < 0 || index < 0 || row >= this.request.toRow) return;

    let kind = CELL_NUMBER;
    let number: number;
    if (this.inlineText !== undefined) {
      [kind, number] = this.valueOfText(this.inlineText);
    } else if (this.type === TYPE_NUMBER) {
      number = parseNumber(bytes, this.valueFrom, this.valueTo);
      if (!Number.isFinite(number)) {
        [kind, number] = this.valueOfText(decodeText(bytes, this.valueFrom, this.valueTo));
      }
    } else if (this.type === TYPE_SHARED) {
      const stringIndex = integerOf(bytes, this.valueFrom, this.valueTo);
      if (stringIndex < 0) {
        [kind, number] = this.valueOfText(decodeText(bytes, this.valueFrom, this.valueTo));
      } else {
        kind = CELL_TEXT;
        number = this.poolIdOf(stringIndex);
        if (number === EMPTY_TEXT) return;
      }
    } else if (this.type === TYPE_TEXT) {
      kind = CELL_TEXT;
      number = this.interner.idOf(bytes, this.valueFrom, this.valueTo);
    } else {
      [kind, number] = this.valueOfText(decodeText(bytes, this.valueFrom, this.valueTo));
    }
    this.putValue(slot, index, kind, number);
  }

  private putValue(slot: number, index: number, kind: number, number: number): void {
    const cells = this.blockColumns[slot]!;
    cells.kinds[index] = kind;
    cells.numbers[index] = number;
    if (cells.currencies) cells.currencies[index] = this.request.currencies!.ofStyle[this.style] ?? 0;
    if (this.request.keepsStyles) this.styles[slot]![index] = this.style;
    if (index >= this.filledRows) this.filledRows = index + 1;
  }

  /** Counts a formula by what its cell holds; puts its result where the part holds none and it was worked out. */
  private putFormula(bytes: Uint8Array, isEmpty: boolean): boolean {
    // A formula that gives an empty text says so by its type.
    if (this.type !== TYPE_NUMBER || this.inlineText !== undefined) return false;
    const isZero = !isEmpty && parseNumber(bytes, this.valueFrom, this.valueTo) === 0;
    if (isEmpty) this.emptyFormulas++;
    else if (isZero) this.zeroFormulas++;
    else this.workedFormulas++;
    if (!isEmpty && !isZero) return false;
    const { column, row } = this;
    const result = this.request.computed?.get(row * MAX_COLUMNS + column);
    if (result === undefined) return false;
    if (column >= this.columns) this.columns = column + 1;
    if (row >= this.rows) this.rows = row + 1;
    const slot = this.slotOfColumn[column]!;
    const index = row - this.firstRow;
    if (slot >= 0 && index >= 0 && row < this.request.toRow) this.putValue(slot, index, CELL_NUMBER, result);
    return true;
  }

  /** A value whose text had to be made, by the cell's type. */
  private valueOfText(text: string): [number, number] {
    const trimmed = text.trim();
    switch (this.type) {
      case TYPE_NUMBER: {
        if (trimmed === '') return [CELL_EMPTY, 0];
        const encoded = new TextEncoder().encode(trimmed);
        const number = parseNumber(encoded, 0, encoded.length);
        if (Number.isFinite(number)) return [CELL_NUMBER, number];
        // Numbers beyond the largest are what the format calls an error; words are words.
        if (Number.isNaN(number)) return [CELL_TEXT, this.pool.idOf(text)];
        return [CELL_ERROR, this.pool.idOf('#NUM!')];
      }
      case TYPE_SHARED: {
        const id = this.poolIdOf(/^\d+$/.test(trimmed) ? Number(trimmed) : -1);
        return id === EMPTY_TEXT ? [CELL_EMPTY, 0] : [CELL_TEXT, id];
      }
      case TYPE_FLAG:
        return [CELL_FLAG, isOn(trimmed.toLowerCase()) ? 1 : 0];
      case TYPE_ERROR:
        return [CELL_ERROR, this.pool.idOf(trimmed)];
      default:
        return [CELL_TEXT, this.pool.idOf(text)];
    }
  }

  /** The id in the read's pool of a shared string: its text is made when it is first asked for. */
  private poolIdOf(index: number): number {
    const known = this.poolIds[index];
    if (known === undefined) {
      throw this.damaged(`row ${this.row + 1} refers to a string that is not there`);
    }
    if (known !== -1) return known;
    const { sharedStrings } = this.request;
    const numbered = sharedStrings.idOfNumber(index, this.pool);
    const id = numbered === NO_ID ? this.idOfText(sharedStrings.textOf(index)) : numbered;
    this.poolIds[index] = id;
    return id;
  }

  private idOfText(text: string): number {
    return text === '' ? EMPTY_TEXT : this.pool.idOf(text);
  }

  private damaged(detail: string): HostError {
    return new HostError('damaged', `${this.request.part}: ${detail}`, { sheet: this.request.sheet });
  }
}

/** Stands for a shared string without characters: such a cell is empty. */
const EMPTY_TEXT = -2;

/** What the `t` of a cell says. Days in ISO form (`d`) stay text, as do words that the format does not know. */
function typeOf(bytes: Uint8Array, from: number, to: number): number {
  if (to - from !== 1) return TYPE_TEXT;
  switch (bytes[from]) {
    case LETTER_N:
      return TYPE_NUMBER;
    case LETTER_S:
      return TYPE_SHARED;
    case LETTER_B:
      return TYPE_FLAG;
    case LETTER_E:
      return TYPE_ERROR;
    default:
      return TYPE_TEXT;
  }
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function isNameEnd(byte: number): boolean {
  return byte === GT || byte === SLASH || isBlank(byte);
}

/** Whether `</x>` stands at `at`. */
function isShortEndOf(bytes: Uint8Array, at: number, end: number, letter: number): boolean {
  return at + 4 <= end && bytes[at + 1] === SLASH && bytes[at + 2] === letter && bytes[at + 3] === GT;
}

/** Whether `</is>` stands at `at`. */
function isInlineEnd(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at] === LT &&
    bytes[at + 1] === SLASH &&
    bytes[at + 2] === LETTER_I &&
    bytes[at + 3] === LETTER_S &&
    bytes[at + 4] === GT
  );
}

/** Whether `</xyz>` stands at `at`, where `</` does. */
function isEndOf(bytes: Uint8Array, at: number, end: number, first: number, second: number, third: number): boolean {
  return (
    at + 6 <= end &&
    bytes[at + 2] === first &&
    bytes[at + 3] === second &&
    bytes[at + 4] === third &&
    bytes[at + 5] === GT
  );
}

function prefixLength(bytes: Uint8Array, nameAt: number): number {
  for (let at = nameAt; !isNameEnd(bytes[at]!); at++) if (bytes[at] === COLON) return at + 1 - nameAt;
  return 0;
}

/** A whole number without sign; -1 where there is none. */
function integerOf(bytes: Uint8Array, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return from === to ? -1 : number;
}

/** Behind an element that as a rule has nothing but text in it. */
function skipSimpleElement(bytes: Uint8Array, at: number, end: number, part: string): number {
  const after = skipTag(bytes, at, end);
  if (after === INCOMPLETE || bytes[after - 2] === SLASH) return after;
  return readContent(bytes, after, end, part);
}

/** An attribute without a prefix of the tag that begins at `at`. */
function attributeOf(bytes: Uint8Array, at: number, after: number, name: string): string | undefined {
  return findAttribute(bytes, at, after, name) ? decodeText(bytes, found.from, found.to) : undefined;
}

/** Where the value of the attribute stands that was looked for last: every row has one, and an object each would have to be cleared up. */
const found = { from: 0, to: 0 };

function findAttribute(bytes: Uint8Array, at: number, after: number, name: string): boolean {
  let i = at + 1;
  while (i < after && !isNameEnd(bytes[i]!)) i++;
  while (i < after) {
    while (i < after && (isBlank(bytes[i]!) || bytes[i] === SLASH)) i++;
    const nameStart = i;
    while (i < after && bytes[i] !== EQUALS && bytes[i] !== GT) i++;
    if (bytes[i] === GT) return false;
    let nameEnd = i;
    while (isBlank(bytes[nameEnd - 1]!)) nameEnd--;
    i++;
    while (i < after && isBlank(bytes[i]!)) i++;
    const quote = bytes[i++];
    const valueStart = i;
    while (i < after && bytes[i] !== quote) i++;
    if (matches(bytes, nameStart, nameEnd, name)) {
      found.from = valueStart;
      found.to = i;
      return true;
    }
    i++;
  }
  return false;
}

function matches(bytes: Uint8Array, from: number, to: number, name: string): boolean {
  if (to - from !== name.length) return false;
  for (let index = 0; index < name.length; index++) {
    if (bytes[from + index] !== name.charCodeAt(index)) return false;
  }
  return true;
}
