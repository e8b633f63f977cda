import { dayIfReal } from '../../core/model/day';
import { mondayOfWeek } from '../parse/week';
import type { CellReader } from './cell-reader';
import * as cellReader from './cell-reader';

// Read once: see cell-reader.ts.
const { READ_EMPTY, READ_INVALID, READ_VALUE } = cellReader;

/**
 * Days out of columns of their own for year, month and day, or year and week (its Monday). What has no column is said by the title; a day that nothing
 * names is the first.
 *
 * @example 2025, 3, 5 //=> 2025-03-05
 */
export class DayComposer {
  private readonly year: CellReader | undefined;
  private readonly month: CellReader | undefined;
  private readonly day: CellReader | undefined;
  private readonly week: CellReader | undefined;

  constructor(
    private readonly target: CellReader,
    readers: readonly CellReader[],
  ) {
    const part = (name: string): CellReader | undefined =>
      readers.find((one) => one.source.field.path.endsWith(`.${name}`));
    this.year = part('yearPart');
    this.month = part('monthPart');
    this.day = part('dayPart');
    this.week = this.month || this.day ? undefined : part('weekPart');
  }

  /** Puts the days of the block that the readers hold into the target. */
  compose(rows: number): void {
    const { parsed, source } = this.target;
    const said = source.dayParts ?? {};
    parsed.hasProblems = false;
    for (let row = 0; row < rows; row++) {
      const year = partAt(this.year, row, said.year);
      const month = partAt(this.month, row, said.month);
      const day = partAt(this.day, row, 1);
      if (
        Number.isNaN(year) ||
        Number.isNaN(month) ||
        Number.isNaN(day) ||
        (this.week && Number.isNaN(partAt(this.week, row, 0)))
      ) {
        parsed.states[row] = READ_EMPTY;
        continue;
      }
      const week = partAt(this.week, row, 0);
      const whole = week > 0 ? mondayOfWeek(year, week) : dayIfReal(year, month, day);
      parsed.states[row] = whole === undefined ? READ_INVALID : READ_VALUE;
      if (whole === undefined) parsed.hasProblems = true;
      else parsed.values[row] = whole;
    }
  }
}

function partAt(reader: CellReader | undefined, row: number, said: number | undefined): number {
  if (!reader) return said ?? Number.NaN;
  return reader.parsed.states[row] === READ_VALUE ? reader.parsed.values[row]! : Number.NaN;
}
