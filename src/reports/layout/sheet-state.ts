import type { CellValue } from '../../workbook/cell-value';
import type { SheetPlan } from '../../workbook/plan';
import type { ReportSnapshot } from '../../workbook/workbook-host';
import { Fingerprint } from '../../workbook/fingerprint';

/** Taken out of its object once, as a character costs one look-up otherwise. */
const { imul } = Math;

const NUMBER = new Float64Array(1);
const HALVES = new Int32Array(NUMBER.buffer);

/** Sums over the cells of a sheet, so that the order in which they come changes nothing. */
class CellSums {
  private low = 0;
  private high = 0;
  private count = 0;

  add(row: number, column: number, value: CellValue): void {
    if (value === null || value === '') return;
    let low = imul(row + 1, 0x9e3779b1) ^ imul(column + 1, 0x85ebca77);
    let high = imul(row + 1, 0xc2b2ae3d) ^ imul(column + 1, 0x27d4eb2f);
    if (typeof value === 'number') {
      // Zero and minus zero are one cell.
      NUMBER[0] = value + 0;
      low = imul(low ^ HALVES[0]!, 0x01000193) ^ HALVES[1]!;
      high = imul(high ^ HALVES[1]!, 0x5bd1e995) ^ HALVES[0]!;
    } else {
      const text = typeof value === 'string' ? value : typeof value === 'boolean' ? `\u0001${value}` : value.error;
      for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        low = imul(low ^ code, 0x01000193);
        high = imul(high ^ code, 0x5bd1e995);
      }
      low = ~low;
    }
    low = imul(low ^ (low >>> 15), 0x2c1b3c6d);
    high = imul(high ^ (high >>> 13), 0x297a2d39);
    this.low = (this.low + (low ^ (low >>> 13))) | 0;
    this.high = (this.high + (high ^ (high >>> 16))) | 0;
    this.count++;
  }

  text(): string {
    return `${this.count}:${this.low}:${this.high}`;
  }
}

function stateOfCells(cells: readonly (readonly CellValue[])[]): string {
  const sums = new CellSums();
  for (let row = 0; row < cells.length; row++) {
    const line = cells[row]!;
    for (let column = 0; column < line.length; column++) sums.add(row, column, line[column]!);
  }
  return sums.text();
}

/** A sheet of ours as it will stand once it is written. */
export interface SheetState {
  readonly id: string;
  readonly sheet: string;
  readonly fingerprint: string;
  /** Of its cells. */
  readonly state: string;
}

export function stateOfPlan({ id, name, fingerprint, blocks }: SheetPlan): SheetState {
  const sums = new CellSums();
  for (const { row, column, values } of blocks)
    for (let r = 0; r < values.length; r++) {
      const line = values[r]!;
      for (let c = 0; c < line.length; c++) sums.add(row + r, column + c, line[c]!);
    }
  return { id, sheet: name, fingerprint, state: sums.text() };
}

/**
 * All cells, names and marks of our sheets as one word: equal where nobody has changed a value on them, whichever host read them.
 * `planned` are the sheets as they will stand once they are written, `snapshots` those that stand already.
 */
export function stateOfSheets(planned: readonly SheetState[], snapshots: Iterable<ReportSnapshot>): string {
  const sheets = [
    ...planned,
    ...Array.from(snapshots, ({ id, sheetName, fingerprint, cells }) => ({
      id,
      sheet: sheetName,
      fingerprint,
      state: stateOfCells(cells),
    })),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
  const hash = new Fingerprint();
  for (const { id, sheet, fingerprint, state } of sheets) hash.add(id).add(sheet).add(fingerprint).add(state);
  return hash.text();
}
