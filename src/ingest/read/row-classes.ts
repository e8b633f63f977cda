import * as cellKinds from '../../workbook/column-block';
import type { CellColumn, StringPool } from '../../workbook/column-block';
import type { NumberForm } from '../../workbook/number-form';
import { cleanText } from '../parse/text';
import * as rowWords from './row-words';

// Read once: some loaders make every look at an imported constant a call, and these are looked at for every cell.
const { CELL_EMPTY, CELL_ERROR, CELL_NUMBER, CELL_TEXT } = cellKinds;
const { isCode, wordsOfCell, WORD_BLANK, WORD_CHINESE, WORD_NOTE, WORD_TOTAL, WORD_TOTAL_BEHIND } = rowWords;

/** What a row is. */
export const ROW_BLANK = 0;
export const ROW_DATA = 1;
/** 合计, notes, headers repeated on every page, formulas filled down over empty lines. */
export const ROW_PASSED_OVER = 2;

const WORD_HEADER = 32;

/** A column as rows are weighed by it. */
export interface WeighedColumn {
  readonly cells: CellColumn;
  readonly role: 'guard' | 'client' | 'other';
}

/** Tells data from titles repeated, totals, notes and blank lines, block by block. */
export class RowClassifier {
  classes = new Uint8Array(0);
  private filled = new Uint8Array(0);
  private solid = new Uint8Array(0);
  private words = new Uint8Array(0);
  private clientWords = new Uint8Array(0);
  private headers = new Uint8Array(0);
  /** What each text of the pool says, as far as they are known. */
  private wordsOfText = new Uint8Array(64);
  private known = 0;
  /** Any of them says something. */
  private isAnySaid = false;
  private lastForm: NumberForm | undefined;
  private isLastSilent = false;
  private readonly headerTexts: ReadonlySet<string>;
  /** A bit for each length that a header has: what is longer or shorter is none. */
  private readonly headerLengths: number;

  constructor(headerTexts: readonly string[]) {
    this.headerTexts = new Set(headerTexts);
    this.headerLengths = headerTexts.reduce((lengths, { length }) => lengths | (1 << length), 0);
  }

  /**
   * @param hasKey Whether the row has its day (or whatever else only data has); undefined where the kind has no such field.
   */
  classify(
    columns: readonly WeighedColumn[],
    rows: number,
    pool: StringPool,
    hasKey: ((row: number) => boolean) | undefined,
  ): void {
    if (this.classes.length < rows) this.makeRoom(rows);
    this.learn(pool);
    if (!this.isAnySaid && areAllSolid(columns, rows)) {
      this.classes.fill(ROW_DATA, 0, rows);
      return;
    }
    for (const one of [this.filled, this.solid, this.words, this.clientWords, this.headers]) one.fill(0, 0, rows);
    for (const column of columns) this.weigh(column, rows);
    for (let row = 0; row < rows; row++) this.classes[row] = this.classOf(row, hasKey);
  }

  private classOf(row: number, hasKey: ((row: number) => boolean) | undefined): number {
    const words = this.words[row]!;
    const clientWords = this.clientWords[row]!;
    const solid = this.solid[row]!;
    if (solid === 0) {
      return this.filled[row] === 0 && ((words | clientWords) & (WORD_TOTAL | WORD_TOTAL_BEHIND | WORD_NOTE)) === 0
        ? ROW_BLANK
        : ROW_PASSED_OVER;
    }
    const headers = this.headers[row]!;
    if (headers >= 2 && headers * 5 >= solid * 3) return ROW_PASSED_OVER;
    const all = words | clientWords;
    if (all === 0 && solid > 1) return ROW_DATA;
    const isKeyed = hasKey?.(row);
    if (words & WORD_TOTAL) return ROW_PASSED_OVER;
    if (clientWords & WORD_TOTAL && (clientWords & WORD_CHINESE || isKeyed !== true)) return ROW_PASSED_OVER;
    if (isKeyed === undefined) return all & WORD_NOTE && solid <= 2 ? ROW_PASSED_OVER : ROW_DATA;
    if (isKeyed) return ROW_DATA;
    if (all & WORD_TOTAL_BEHIND) return ROW_PASSED_OVER;
    if (all & WORD_NOTE && solid <= 4) return ROW_PASSED_OVER;
    return solid <= 1 ? ROW_PASSED_OVER : ROW_DATA;
  }

  private makeRoom(rows: number): void {
    this.classes = new Uint8Array(rows);
    this.filled = new Uint8Array(rows);
    this.solid = new Uint8Array(rows);
    this.words = new Uint8Array(rows);
    this.clientWords = new Uint8Array(rows);
    this.headers = new Uint8Array(rows);
  }

  /** Each text once, when it is new in the pool. */
  private learn({ texts }: StringPool): void {
    const { length } = texts;
    if (length > this.wordsOfText.length) {
      const words = new Uint8Array(Math.max(length, this.wordsOfText.length * 2));
      words.set(this.wordsOfText);
      this.wordsOfText = words;
    }
    for (; this.known < length; this.known++) {
      const form = texts.formAt(this.known);
      if (form !== undefined && this.isSilent(form)) continue;
      const said = this.wordsOf(texts.at(this.known)!);
      this.wordsOfText[this.known] = said;
      if (said !== 0) this.isAnySaid = true;
    }
  }

  /** Whether no text of a form can say anything: it is the form of codes, and no header is as long. */
  private isSilent(form: NumberForm): boolean {
    if (form !== this.lastForm) {
      this.lastForm = form;
      this.isLastSilent = (this.headerLengths & (1 << form.length)) === 0 && isCode(form.textOf(0));
    }
    return this.isLastSilent;
  }

  private wordsOf(text: string): number {
    // In a number of a document there is no blank to take out.
    if (isCode(text)) return this.isHeader(text) ? WORD_HEADER : 0;
    return wordsOfCell(text) | (this.isHeader(cleanText(text)) ? WORD_HEADER : 0);
  }

  private isHeader(text: string): boolean {
    return (this.headerLengths & (1 << text.length)) !== 0 && this.headerTexts.has(text);
  }

  private weigh({ cells, role }: WeighedColumn, rows: number): void {
    const { kinds, numbers } = cells;
    const { filled, solid, words, clientWords, headers, wordsOfText } = this;
    const isGuard = role === 'guard';
    const target = role === 'client' ? clientWords : words;
    for (let row = 0; row < rows; row++) {
      const kind = kinds[row]!;
      if (kind === CELL_EMPTY) continue;
      if (kind === CELL_TEXT) {
        const said = wordsOfText[numbers[row]!]!;
        if (said !== 0) {
          if (said & WORD_BLANK) continue;
          target[row]! |= said & ~WORD_HEADER;
          if (said & WORD_HEADER && headers[row]! < 200) headers[row]!++;
        }
        if (isGuard) filled[row] = 1;
        else if (solid[row]! < 200) solid[row]!++;
      } else if (kind === CELL_NUMBER) {
        // A running number beside nothing, and a formula's 0, are no data.
        if (isGuard || numbers[row] === 0) filled[row] = 1;
        else if (solid[row]! < 200) solid[row]!++;
      } else if (kind === CELL_ERROR) {
        filled[row] = 1;
      } else if (isGuard) {
        filled[row] = 1;
      } else if (solid[row]! < 200) {
        solid[row]!++;
      }
    }
  }
}

/** Whether two columns at least hold something in every row: where no text says anything, all rows are data. */
function areAllSolid(columns: readonly WeighedColumn[], rows: number): boolean {
  let solid = 0;
  for (const { cells, role } of columns) {
    if (role !== 'guard' && isSolid(cells, rows) && ++solid === 2) return true;
  }
  return false;
}

function isSolid({ kinds, numbers }: CellColumn, rows: number): boolean {
  for (let row = 0; row < rows; row++) {
    const kind = kinds[row]!;
    if (kind === CELL_EMPTY || kind === CELL_ERROR || (kind === CELL_NUMBER && numbers[row] === 0)) return false;
  }
  return true;
}
