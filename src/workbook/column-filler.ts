import type { CellValue } from './cell-value';
import { CELL_NUMBER, CELL_TEXT, putCell, type CellColumn, type StringPool } from './column-block';

/** Texts of the column beside that are told apart. */
const PLACES = 1 << 16;
const MASK = PLACES - 1;
/** So many wrong guesses come for nothing: each text is met for the first time once. */
const PATIENCE = 1 << 15;

/**
 * Puts one column of rows of cells into blocks, some rows at a time.
 *
 * What stood beside a text the last time is guessed to stand there again: the name of a client beside its number, the unit
 * beside the product. A right guess costs no look at the characters; where most are wrong no more are made.
 */
export class ColumnFiller {
  /** By the text beside: the id of the text that stood there. */
  private guesses: Int32Array | undefined;
  private wrong = 0;
  private right = 0;

  /** @param beside The column to the left, filled before this one. */
  constructor(
    private readonly target: CellColumn,
    private readonly column: number,
    private readonly pool: StringPool,
    private readonly beside: CellColumn | undefined,
  ) {}

  /** The first of the rows goes to `at`. */
  fill(at: number, rows: readonly (readonly CellValue[])[]): void {
    const { target, column, pool } = this;
    const { kinds, numbers } = target;
    const isGuessed = this.beside?.kinds[at] === CELL_TEXT && this.wrong < this.right + PATIENCE;
    for (let index = 0; index < rows.length; index++) {
      const value = rows[index]![column];
      // Nearly all cells are numbers and texts: a call for each would cost more than what is done with it.
      if (typeof value === 'number') {
        kinds[at + index] = CELL_NUMBER;
        numbers[at + index] = value;
      } else if (typeof value === 'string' && value !== '') {
        kinds[at + index] = CELL_TEXT;
        numbers[at + index] = isGuessed ? this.guess(at + index, value) : pool.idOf(value);
      } else {
        putCell(target, at + index, value ?? null, pool);
      }
    }
  }

  private guess(row: number, text: string): number {
    const { pool } = this;
    const guesses = (this.guesses ??= new Int32Array(PLACES));
    const place = this.beside!.numbers[row]! & MASK;
    const guessed = guesses[place]!;
    if (pool.texts.holds(guessed, text)) {
      this.right++;
      return guessed;
    }
    this.wrong++;
    return (guesses[place] = pool.idOf(text));
  }
}
