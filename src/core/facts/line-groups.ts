import type { ColumnsOf } from '../model/columns';
import { hasColumn, type Dataset } from '../model/dataset';
import type { TRANSACTION_COLUMNS } from '../model/tables';

/**
 * Whether rows of the transactions stand for several lines each: the lines stayed in the engine that holds them, and it gave sums.
 * What needs the lines one by one is then not known.
 */
export const areLinesInEngine = (dataset: Dataset): boolean => hasColumn(dataset, 'transactions.lines');

/** Sums were made for another run: a row of them reaches over an end of this period, or lines are needed that they stand for. */
export class SumsDoNotFit extends Error {
  override readonly name = 'SumsDoNotFit';
}

/**
 * Rows that stand for several lines: all of one client, month, region, rep and kind, with one sign, none of them reaching over an end
 * of the period. `day` is the latest of their days, and a bit for each day of the month tells the others.
 */
export class LineGroups {
  /** Undefined where every row is a line. */
  static of(columns: ColumnsOf<typeof TRANSACTION_COLUMNS>): LineGroups | undefined {
    const { day, lines, dayBits, orders } = columns;
    return day && lines && dayBits ? new LineGroups(day, lines, dayBits, orders) : undefined;
  }

  private constructor(
    private readonly day: Int32Array,
    private readonly lines: Float64Array,
    private readonly dayBits: Float64Array,
    private readonly orders: Float64Array | undefined,
  ) {}

  /** How many lines the row stands for: 1 where it is a line. */
  linesAt(row: number): number {
    const lines = this.lines[row]!;
    return lines === lines ? lines : 1;
  }

  /** Whether lines stand among the first rows, so many, that are sums. */
  isMixed(rows: number): boolean {
    for (let row = 0; row < rows; row++) if (Number.isNaN(this.lines[row]!)) return true;
    return false;
  }

  /** A bit for each day of the month with a line, bit 0 for the first; 0 where the row is a line. */
  bitsAt(row: number): number {
    const bits = this.dayBits[row]!;
    return bits === bits ? bits : 0;
  }

  /** Orders of which every line is in this row: they are only counted. 0 where the row's order has a number, or its lines have none. */
  ordersAt(row: number): number {
    const orders = this.orders?.[row] ?? NaN;
    return orders === orders ? orders : 0;
  }

  /** The first of the row's days. @example day 45,000 is the 20th, bits of the 3rd, 7th and 20th //=> 44,983 */
  firstDayAt(row: number): number {
    const bits = this.bitsAt(row);
    return bits === 0 ? this.day[row]! : this.day[row]! - (highest(bits) - highest(bits & -bits));
  }

  get firstDays(): Int32Array {
    return this.day.map((_, row) => this.firstDayAt(row));
  }

  /** Visits the days of some of the row's bits. */
  eachDay(row: number, bits: number, visit: (day: number) => void): void {
    const first = this.day[row]! - highest(this.bitsAt(row));
    for (let left = bits; left !== 0; left &= left - 1) visit(first + highest(left & -left));
  }
}

/** The number of the highest bit. */
const highest = (bits: number): number => 31 - Math.clz32(bits);

/** How many bits are set. */
export function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
