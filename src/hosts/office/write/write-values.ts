import type { CellBlock, PlanValue, SheetPlan } from '../../../workbook/plan';
import { inputOf } from './guard-text';
import { onRange } from './on-range';
import { bytesOfRows } from './sheet-size';
import { styleRuns } from './runs/style-runs';
import type { WriteQueue } from './write-queue';

const TEXT_FORMAT = '@';
/** Bytes of a part of a block that goes into several messages. */
const PART_BYTES = 250_000;

/** Number formats come before values: they decide what Excel makes of a text. By runs of columns, one call a run. */
export function writeNumberFormats(sheet: Excel.Worksheet, plan: SheetPlan, rowOffset: number): void {
  for (const block of plan.blocks) {
    if (block.values.length === 0) continue;
    for (const run of styleRuns(block)) {
      const format = run.style.numberFormat;
      if (format === undefined || format === 'General') continue;
      const area = {
        row: block.row + rowOffset,
        column: block.column + run.from,
        rows: block.values.length,
        columns: run.count,
      };
      onRange(sheet, area, (range) => {
        // A single value stands for every cell of the range, which the types do not say.
        range.numberFormat = format as unknown as string[][];
      });
    }
  }
}

export function writeValues(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const block of plan.blocks) writeRows(sheet, block, 0, block.values.length, 0);
}

/** The same in several messages, for a sheet that holds nothing yet. `rowOffset` parks them further down. */
export async function writeValuesInParts(
  queue: WriteQueue,
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  rowOffset = 0,
): Promise<void> {
  const partBytes = Math.min(PART_BYTES, queue.budget / 2);
  for (const block of plan.blocks) {
    for (let from = 0; from < block.values.length;) {
      let to = from;
      let bytes = 0;
      while (to < block.values.length && (to === from || bytes < partBytes)) {
        bytes += bytesOfRows([block.values[to]!]);
        to++;
      }
      await queue.reserve(bytes);
      writeRows(sheet, block, from, to, rowOffset);
      from = to;
    }
  }
}

function writeRows(sheet: Excel.Worksheet, block: CellBlock, from: number, to: number, rowOffset: number): void {
  if (to <= from || block.styles.length === 0) return;
  const isText = block.styles.map((style) => style.numberFormat === TEXT_FORMAT);
  const area = {
    row: block.row + rowOffset + from,
    column: block.column,
    rows: to - from,
    columns: block.styles.length,
  };
  onRange(sheet, area, (range) => {
    range.values = block.values
      .slice(from, to)
      .map((row: readonly PlanValue[]) => row.map((value, column) => inputOf(value, isText[column]!)));
  });
}

/** Over the values that they show: one call a cell, as a card has a few dozen of them. */
export function writeFormulas(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const { row, column, formula } of plan.formulas ?? []) {
    onRange(sheet, { row, column, rows: 1, columns: 1 }, (cell) => {
      cell.formulas = [[`=${formula}`]];
    });
  }
}
