import * as cellKinds from '../../workbook/column-block';
import type { CellColumn, ColumnBlock } from '../../workbook/column-block';
import { cleanText } from '../parse/text';
import { isKnownHeader } from '../recognise/header-match';

// Read once: see cell-reader.ts.
const { CELL_EMPTY, CELL_TEXT } = cellKinds;

/** So many known headers side by side are headers. */
const KNOWN = 3;
/** So many of them above columns that are headed otherwise are headers of another table. */
const OTHER = 2;
const SHARE_OF_HEADERS = 0.6;
const LONGEST_HEADER = 40;

/**
 * Finds rows of headers in the middle of the lines which are not those that the lines are read by: another table begins
 * there. Headers that are merely repeated are none.
 *
 * Costs a look at cells that hold a text where a day or number should be, each distinct text once.
 *
 * @example 日期 客户 金额 … 客户 品名 日期 //=> the second row
 */
export class OtherHeaders {
  private readonly isKnown = new Map<number, boolean>();

  /** @param headers What heads each column that is read, by its place in a block; absent where nothing does. */
  constructor(private readonly headers: readonly (string | undefined)[]) {}

  /** Whether the row is one of other headers; `place` holds a text that is no day or number. */
  at(block: ColumnBlock, row: number, place: number): boolean {
    if (this.knownIn(block.columns[place]!, row, block) === undefined) return false;
    let filled = 0;
    let known = 0;
    let other = 0;
    for (let column = 0; column < block.columns.length; column++) {
      const cells = block.columns[column]!;
      if (cells.kinds[row] === CELL_EMPTY) continue;
      filled++;
      const text = this.knownIn(cells, row, block);
      if (text === undefined) continue;
      known++;
      const header = this.headers[column];
      if (header === undefined || !header.includes(text)) other++;
    }
    return known >= KNOWN && other >= OTHER && known >= filled * SHARE_OF_HEADERS;
  }

  /** The text of a cell that is a header somewhere. */
  private knownIn({ kinds, numbers }: CellColumn, row: number, { pool }: ColumnBlock): string | undefined {
    if (kinds[row] !== CELL_TEXT) return undefined;
    const id = numbers[row]!;
    const raw = pool.texts.at(id) ?? '';
    let isKnown = this.isKnown.get(id);
    if (isKnown === undefined) {
      isKnown = raw.length <= LONGEST_HEADER && isKnownHeader(cleanText(raw));
      this.isKnown.set(id, isKnown);
    }
    return isKnown ? cleanText(raw) : undefined;
  }
}
