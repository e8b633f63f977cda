import { ROW_DATA, ROW_PASSED_OVER } from './row-classes';
import * as cellReader from './cell-reader';
import type { CellReader } from './cell-reader';

// Read once: see cell-reader.ts.
const { READ_EMPTY, READ_VALUE } = cellReader;

/** So many lines above make a sum that is no coincidence. */
const FEWEST_LINES = 3;
const FEWEST_AT_END = 2;

/**
 * Finds rows that nothing calls a total and that are one: nothing but numbers (and a currency or unit) stands in them, and their
 * amount is the sum of the lines above, of all of them or of those since the last total. Filled down with the client
 * above, they would count everything twice.
 *
 * @example 甲 100 / 乙 200 / 丙 300 / (nothing) 600 //=> the last row
 */
export class BareTotals {
  private readonly amount: CellReader | undefined;
  private readonly others: readonly CellReader[];
  private all = 0;
  private lines = 0;
  private since = 0;
  private linesSince = 0;

  constructor(readers: readonly CellReader[]) {
    this.amount = readers.find(({ source }) => /\.(amount|openAmount)$/.test(source.field.path));
    this.others = readers.filter(
      ({ source }) => source.field.parser !== 'number' && !/\.(currency|unit)$/.test(source.field.path),
    );
  }

  /** Works on the block that the readers hold. `isLast`: whether no line follows the row in the block. */
  passOver(classes: Uint8Array, rows: number): void {
    const { amount } = this;
    if (!amount || this.others.length === 0) return;
    const { states, values } = amount.parsed;
    let last = rows - 1;
    while (last >= 0 && classes[last] !== ROW_DATA) last--;
    let { all, lines, since, linesSince } = this;
    for (let row = 0; row <= last; row++) {
      if (classes[row] === ROW_PASSED_OVER) {
        since = linesSince = 0;
        continue;
      }
      if (classes[row] !== ROW_DATA || states[row] !== READ_VALUE) continue;
      const value = values[row]!;
      const fewest = row === last ? FEWEST_AT_END : FEWEST_LINES;
      const isSum = (lines >= fewest && isSame(value, all)) || (linesSince >= fewest && isSame(value, since));
      if (isSum && this.others.every(({ parsed }) => parsed.states[row] === READ_EMPTY)) {
        classes[row] = ROW_PASSED_OVER;
        since = linesSince = 0;
        continue;
      }
      all += value;
      since += value;
      lines++;
      linesSince++;
    }
    Object.assign(this, { all, lines, since, linesSince });
  }
}

const isSame = (value: number, sum: number): boolean =>
  value !== 0 && Math.abs(value - sum) < 0.05 + Math.abs(sum) * 1e-6;
