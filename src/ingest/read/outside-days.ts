import * as cellKinds from '../../workbook/column-block';
import type { ColumnBlock } from '../../workbook/column-block';
import { NO_DAY, type Day } from '../../core/model/day';
import { dayOfHeading } from '../recognise/outside/day-outside';
import type { DayOutside } from '../recognise/outside/day-place';
import { ROW_DATA, ROW_PASSED_OVER } from './row-classes';

// Read once: see cell-reader.ts.
const { CELL_NUMBER, CELL_TEXT } = cellKinds;

/** The days of lines that have no column for them: the last heading above. */
export class OutsideDays {
  private current: number;

  constructor(
    private readonly outside: Extract<DayOutside, { readonly kind: 'heading' }>,
    /** Where the headings' column stands in a block. */
    private readonly place: number,
  ) {
    this.current = outside.first ?? NO_DAY;
  }

  /** A row without an amount that holds a day in the headings' place is a heading, whatever label stands beside it. */
  claim(block: ColumnBlock, classes: Uint8Array, isKeyed: (row: number) => boolean): void {
    for (let row = 0; row < block.rowCount; row++)
      if (classes[row] === ROW_DATA && !isKeyed(row) && this.dayIn(block, row) !== undefined)
        classes[row] = ROW_PASSED_OVER;
  }

  /** Puts the days of the kept rows of a block into their column. */
  apply(
    block: ColumnBlock,
    classes: Uint8Array,
    { kept, count, base }: { readonly kept: Int32Array; readonly count: number; readonly base: number },
    cells: { [row: number]: number },
  ): void {
    let row = 0;
    for (let index = 0; index < count; index++) {
      for (; row < kept[index]!; row++) this.look(block, classes, row);
      cells[base + index] = this.current;
    }
    for (; row < block.rowCount; row++) this.look(block, classes, row);
  }

  private look(block: ColumnBlock, classes: Uint8Array, row: number): void {
    if (classes[row] === ROW_DATA) return;
    this.current = this.dayIn(block, row) ?? this.current;
  }

  private dayIn(block: ColumnBlock, row: number): Day | undefined {
    const { kinds, numbers } = block.columns[this.place]!;
    // A number in a heading's place is the day that it is formatted as: formats are not read with the lines.
    if (kinds[row] === CELL_NUMBER) return dayOfHeading(numbers[row]!, true, this.outside.style);
    if (kinds[row] !== CELL_TEXT) return undefined;
    return dayOfHeading(block.pool.texts.at(numbers[row]!) ?? '', false, this.outside.style);
  }
}
