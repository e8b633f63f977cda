import { isDayFormat } from '../../../workbook/day-format';
import type { SheetHead } from '../../../workbook/workbook-host';
import type { OfficeHostOptions } from '../options';
import { runExcel } from '../run-excel';
import { cellOfExcel } from './excel-cell';

/**
 * The top left corner of a sheet with its number formats. Merged ranges are not asked for: the call that tells them
 * takes away Excel's undo.
 */
export function readHead(
  options: OfficeHostOptions,
  sheetId: string,
  rows: number,
  columns: number,
): Promise<SheetHead> {
  return runExcel(options, async (context) => {
    const head = context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(0, 0, rows, columns);
    head.load('values,numberFormat');
    await context.sync();
    const formats = head.numberFormat as (string | null)[][];
    return {
      cells: (head.values as unknown[][]).map((row) => row.map(cellOfExcel)),
      isDay: (row: number, column: number) => isDayFormat(formats[row]?.[column] ?? 'General'),
    };
  });
}
