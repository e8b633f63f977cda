import { quoteSheetName } from '../../../workbook/address';
import type { LinkPlan, PlanValue, SheetPlan } from '../../../workbook/plan';
import { inputOf } from './guard-text';
import { onRange } from './on-range';

/** Sheet names by report id. */
export type LinkNames = ReadonlyMap<string, string>;

/**
 * Links a cell to another place of the workbook. A link to a report that is not there is left out. Excel may put words
 * of its own into a cell that gets a link, so the cell's value is written again.
 */
export function linkSheetCell(sheet: Excel.Worksheet, plan: SheetPlan, link: LinkPlan, names: LinkNames): void {
  const { target } = link;
  const sheetName = 'report' in target ? names.get(target.report) : target.sheet;
  if (sheetName === undefined) return;
  const hyperlink: Excel.RangeHyperlink = { documentReference: `${quoteSheetName(sheetName)}!${target.cell}` };
  if (link.tooltip !== undefined) hyperlink.screenTip = link.tooltip;
  const written = writtenIn(plan, link.row, link.column);
  onRange(sheet, { row: link.row, column: link.column, rows: 1, columns: 1 }, (cell) => {
    cell.hyperlink = hyperlink;
    cell.values = [[inputOf(written.value, written.isText)]];
  });
}

function writtenIn(plan: SheetPlan, row: number, column: number): { value: PlanValue; isText: boolean } {
  for (const block of plan.blocks) {
    const value = block.values[row - block.row]?.[column - block.column];
    if (value !== undefined) return { value, isText: block.styles[column - block.column]?.numberFormat === '@' };
  }
  return { value: null, isText: false };
}
