import { makeOfficeHost, type OfficeHost } from '../../src/hosts/office/office-host';
import type { OfficeHostOptions } from '../../src/hosts/office/options';
import type { CellValue } from '../../src/workbook/cell-value';
import type { Workbook } from './excel/workbook';
import type { ExcelProfile } from './profile';
import { startStandIn, type StandIn } from './stand-in';

export interface PersonSheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
}

/** An Excel with the person's sheets in it, and our host over it. */
export interface OpenExcel extends StandIn {
  readonly host: OfficeHost;
}

export async function openExcel(
  profile: ExcelProfile,
  sheets: readonly PersonSheet[],
  options: Partial<OfficeHostOptions> = {},
): Promise<OpenExcel> {
  const excel = await startStandIn(profile);
  fillWorkbook(excel.workbook, sheets);
  excel.install();
  return Object.assign(excel, { host: makeOfficeHost(options) });
}

/** What the person has typed into an empty workbook. */
export function fillWorkbook(workbook: Workbook, sheets: readonly PersonSheet[]): void {
  for (const { name, rows } of sheets) {
    const sheet = workbook.addSheet(name);
    rows.forEach((cells, row) => cells.forEach((value, column) => sheet.typeIn(row, column, value)));
  }
}
