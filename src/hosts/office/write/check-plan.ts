import { isLegalSheetName, MAX_COLUMNS, MAX_ROWS } from '../../../workbook/address';
import { HostError } from '../../../workbook/host-error';
import type { SheetPlan, WritePlan } from '../../../workbook/plan';
import { MAX_CELLS, MAX_TEXT } from '../options';

const MAX_LIST = 255;

/** Refuses, before anything is written, what Excel would refuse half-way. */
export function checkPlan(plan: WritePlan): void {
  const ids = new Set<string>();
  for (const sheet of plan.sheets) {
    if (ids.has(sheet.id.toLowerCase())) refuse(sheet, `the report "${sheet.id}" is there twice`);
    ids.add(sheet.id.toLowerCase());
    if (!/^[A-Za-z0-9_.]+$/.test(sheet.id)) refuse(sheet, `"${sheet.id}" cannot be part of a name`);
    if (!isLegalSheetName(sheet.name)) refuse(sheet, `the name "${sheet.name}" cannot be used`);
    checkBlocks(sheet);
    for (const validation of sheet.validations) {
      if (validation.kind === 'list' && validation.options.join(',').length > MAX_LIST) {
        refuse(sheet, `a list of choices is longer than ${MAX_LIST} characters`);
      }
    }
  }
}

function checkBlocks(sheet: SheetPlan): void {
  for (const block of sheet.blocks) {
    const columns = block.styles.length;
    if (block.row + block.values.length > MAX_ROWS || block.column + columns > MAX_COLUMNS) {
      refuse(sheet, 'a block reaches beyond the sheet');
    }
    if (block.values.length * columns > MAX_CELLS) refuse(sheet, `a block has more than ${MAX_CELLS} cells`);
    for (const row of block.values) {
      if (row.length !== columns) refuse(sheet, `a row of a block has ${row.length} cells and ${columns} styles`);
      for (const value of row) {
        if (typeof value === 'string' && value.length >= MAX_TEXT) {
          refuse(sheet, `a text is longer than the ${MAX_TEXT} characters of a cell`);
        }
        if (typeof value === 'number' && !Number.isFinite(value)) refuse(sheet, 'a number is not finite');
      }
    }
  }
}

function refuse(sheet: SheetPlan, detail: string): never {
  throw new HostError('host-refused', detail, { sheet: sheet.name });
}
