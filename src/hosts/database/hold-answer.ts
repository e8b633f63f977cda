import type { CellValue } from '../../workbook/cell-value';
import { NO_CONTROL } from '../../workbook/job-control';
import type { Answer } from './answer';

const FIRST_ROWS = 1 << 12;

/**
 * The same answer, asked for once and kept: what took an engine a minute to add up is not asked for again to look at its head.
 *
 * @param answer One whose number of rows is not known yet: all of them are read.
 */
export async function holdAnswer(answer: Omit<Answer, 'rows'>, control = NO_CONTROL): Promise<Answer> {
  const { columns } = answer;
  const held = columns.map(() => new HeldColumn());
  let rows = 0;
  await answer.read(
    columns.map((_, at) => at),
    Infinity,
    ({ count, cell }) => {
      for (let at = 0; at < held.length; at++)
        for (let row = 0; row < count; row++) held[at]!.put(rows + row, cell(at, row));
      rows += count;
    },
    control,
  );
  return {
    columns,
    rows,
    read: async (wanted, most, receive) => {
      await receive({ count: Math.min(rows, most), cell: (at, row) => held[wanted[at]!]!.at(row) });
    },
  };
}

/** Numbers as they are, and everything else once each, by a code. */
class HeldColumn {
  private numbers: Float64Array | undefined;
  /** 0: a number, or nothing where the number is none. */
  private codes: Int32Array | undefined;
  private readonly values: CellValue[] = [null];
  private readonly known = new Map<CellValue, number>();

  put(row: number, value: CellValue): void {
    if (value === null) {
      if (this.numbers) this.numbers = withRoom(this.numbers, row, () => new Float64Array(sizeFor(row)).fill(NaN));
      if (this.codes) this.codes = withRoom(this.codes, row, () => new Int32Array(sizeFor(row)));
      return;
    }
    if (typeof value === 'number') {
      this.numbers = withRoom(this.numbers, row, () => new Float64Array(sizeFor(row)).fill(NaN));
      this.numbers[row] = value;
      return;
    }
    let code = this.known.get(value);
    if (code === undefined) {
      code = this.values.push(value) - 1;
      this.known.set(value, code);
    }
    this.codes = withRoom(this.codes, row, () => new Int32Array(sizeFor(row)));
    this.codes[row] = code;
  }

  at(row: number): CellValue {
    const code = this.codes?.[row] ?? 0;
    if (code !== 0) return this.values[code]!;
    const number = this.numbers?.[row] ?? NaN;
    return Number.isNaN(number) ? null : number;
  }
}

const sizeFor = (row: number): number => Math.max(FIRST_ROWS, 2 ** Math.ceil(Math.log2(row + 2)));

function withRoom<T extends Float64Array | Int32Array>(cells: T | undefined, row: number, make: () => T): T {
  if (cells && row < cells.length) return cells;
  const more = make();
  if (cells) more.set(cells as never);
  return more;
}
