import type { MemorySheet } from '../../../src/hosts/memory/memory-host';
import { makeOfficeHost } from '../../../src/hosts/office/office-host';
import { quoteSheetName } from '../../../src/workbook/address';
import type { CellValue } from '../../../src/workbook/cell-value';
import type { Worksheet } from '../../office-host/excel/worksheet';
import { MICROSOFT_365 } from '../../office-host/profile';
import { startStandIn } from '../../office-host/stand-in';
import type { EditedWorkbook } from './edited-workbook';
import type { Grid } from './edits';

/** The stand-in Excel, typed into as a person does; `close` gives the globals back. */
export async function excelWorkbook(
  sheets: readonly MemorySheet[],
): Promise<EditedWorkbook & { readonly close: () => void }> {
  const excel = await startStandIn(MICROSOFT_365);
  const { workbook } = excel;
  for (const { name, rows } of sheets) fill(workbook.addSheet(name), rows);
  excel.install();
  const sheetOf = (name: string): Worksheet => workbook.findSheet(name)!;
  const markOf = (report: string) => workbook.Names.Items.find(({ Name }) => Name === `Kelan_${report}`);
  return {
    open: () => Promise.resolve(makeOfficeHost()),
    sheets: async () =>
      (await makeOfficeHost().describe()).sheets.map(({ name, report }) => ({
        name,
        ...(report && { report: report.id }),
      })),
    read: (name) => Promise.resolve(gridOf(sheetOf(name))),
    replace: (name, grid) => {
      const sheet = sheetOf(name);
      for (const [row, column] of sheet.grid.entries()) {
        if ((grid[row]?.[column] ?? null) === null) sheet.typeIn(row, column, null);
      }
      fill(sheet, grid);
      return Promise.resolve();
    },
    rename: (from, to) => {
      sheetOf(from).Name = to;
      return Promise.resolve();
    },
    copy: (name, as) => {
      fill(workbook.addSheet(as), gridOf(sheetOf(name)));
      return Promise.resolve();
    },
    mark: (report, sheet) => {
      const mark = markOf(report);
      if (mark && sheet === undefined) mark.Delete();
      else if (mark) mark.Formula = `=${quoteSheetName(sheet!)}!$A$1`;
      return Promise.resolve();
    },
    close: excel.uninstall,
  };
}

function fill(sheet: Worksheet, rows: readonly (readonly CellValue[])[]): void {
  rows.forEach((line, row) =>
    line.forEach((value, column) => {
      const standing = sheet.grid.at(row, column);
      if (standing?.value !== value && (standing || value !== null)) sheet.typeIn(row, column, value);
    }),
  );
}

function gridOf(sheet: Worksheet): Grid {
  const grid: Grid = [];
  for (const [row, column, { value }] of sheet.grid.entries()) {
    while (grid.length <= row) grid.push([]);
    const line = grid[row]!;
    while (line.length <= column) line.push(null);
    line[column] = value;
  }
  return grid;
}
