import { rangeAddress, type CellRange } from '../../../workbook/address';
import type { SheetPlan } from '../../../workbook/plan';

/**
 * What Excel would repair when it opens the file, and so must not get into one: tables and merged cells that lie over
 * each other, two charts of one name. A mistake of ours: it throws.
 */
export function checkPlan(plan: SheetPlan): void {
  const merges = plan.merges.filter((merge) => merge.rows * merge.columns > 1);
  const tables = plan.tables.map(({ range }) => range);
  refuseOverlap(plan.id, [...tables, ...merges]);
  for (const { id } of plan.slicers ?? []) {
    if (!/^[A-Za-z]+(?:_[A-Za-z]+)*$/.test(id)) throw new Error(`${plan.id}: a slicer cannot be named ${id}`);
  }
  const names = plan.charts.map(({ id }) => id);
  const twice = names.find((id, index) => names.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`${plan.id}: two charts are named ${twice}`);
}

/** From the top: a range meets only those that begin before it ends. */
function refuseOverlap(sheet: string, ranges: readonly CellRange[]): void {
  const inOrder = [...ranges].sort((a, b) => a.row - b.row);
  for (const [index, upper] of inOrder.entries()) {
    for (let next = index + 1; next < inOrder.length; next++) {
      const lower = inOrder[next]!;
      if (lower.row >= upper.row + upper.rows) break;
      if (lower.column >= upper.column + upper.columns || upper.column >= lower.column + lower.columns) continue;
      throw new Error(`${sheet}: ${rangeAddress(upper)} and ${rangeAddress(lower)} lie over each other`);
    }
  }
}
