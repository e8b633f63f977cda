import { MAX_ROWS } from '../../../workbook/address';
import { HostError } from '../../../workbook/host-error';
import type { SheetPlan } from '../../../workbook/plan';
import { reachOf } from './leftovers';
import { writeNumberFormats, writeValuesInParts } from './write-values';
import type { WriteQueue } from './write-queue';

/** The row from which on new values are parked: below everything old and new. */
export function stagedRowOf(plan: SheetPlan, oldEndRow: number): number {
  const { rows } = reachOf(plan.blocks);
  const row = Math.max(rows, oldEndRow) + 2;
  if (row + rows > MAX_ROWS) {
    throw new HostError('request-too-large', 'the sheet is too long to be written safely', { sheet: plan.name });
  }
  return row;
}

/** Parks the values of a sheet below its old ones, in as many messages as they take. */
export async function stageValues(
  queue: WriteQueue,
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  stagedRow: number,
): Promise<void> {
  writeNumberFormats(sheet, plan, stagedRow);
  await writeValuesInParts(queue, sheet, plan, stagedRow);
}

/** Copies parked values to where they belong and takes the parked ones away: a few short calls, whatever their number. */
export function placeStagedValues(sheet: Excel.Worksheet, plan: SheetPlan, stagedRow: number): void {
  for (const block of plan.blocks) {
    const rows = block.values.length;
    const columns = block.styles.length;
    if (rows === 0 || columns === 0) continue;
    const source = sheet.getRangeByIndexes(block.row + stagedRow, block.column, rows, columns);
    sheet.getRangeByIndexes(block.row, block.column, rows, columns).copyFrom(source, 'Values');
  }
  const { rows, columns } = reachOf(plan.blocks);
  sheet.getRangeByIndexes(stagedRow, 0, rows, columns).clear('All');
}
