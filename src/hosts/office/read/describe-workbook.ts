import type { SheetInfo, WorkbookInfo } from '../../../workbook/workbook-host';
import { reportOfMark, resolveMarks } from '../marks';
import type { OfficeHostOptions } from '../options';
import { runExcel } from '../run-excel';
import { EMPTY_EXTENT, extentOf, lastColumnOf, lastRowOf, type Extent } from './extent';

/** The serial of 2 January 1904 in a workbook of the 1904 base. */
const SECOND_DAY_OF_1904 = 1;

export interface Description {
  readonly info: WorkbookInfo;
  /** The extent of each sheet's values, by sheet id. */
  readonly extents: ReadonlyMap<string, Extent>;
}

/**
 * Sheets, tables, our marks, protection and the date base, in two messages whatever their number. Excel's API does not
 * name the date base, so the workbook is asked for the serial of a day.
 */
export function describeWorkbook(options: OfficeHostOptions): Promise<Description> {
  return runExcel(options, async (context) => {
    const { workbook } = context;
    const sheets = workbook.worksheets;
    sheets.load('items/id,items/name,items/visibility,items/protection/protected');
    const names = workbook.names;
    names.load('items/name');
    const tables = workbook.tables;
    tables.load('items/id,items/name,items/showHeaders,items/showTotals,items/worksheet/id');
    workbook.protection.load('protected');
    const serial = workbook.functions.date(1904, 1, 2);
    serial.load('value');
    await context.sync();

    const marks = names.items.filter((item) => reportOfMark(item.name) !== undefined);
    for (const mark of marks) mark.load('name,formula,comment');
    const usedRanges = sheets.items.map((sheet) => {
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load('rowIndex,rowCount,columnIndex,columnCount');
      return used;
    });
    const tableRanges = tables.items.map((table) => {
      const range = table.getRange();
      range.load('rowIndex,rowCount,columnIndex,columnCount');
      return range;
    });
    await context.sync();

    const extents = new Map<string, Extent>(
      sheets.items.map((sheet, index) => {
        const used = usedRanges[index]!;
        return [sheet.id, used.isNullObject ? EMPTY_EXTENT : extentOf(used)];
      }),
    );
    const found = resolveMarks(
      marks,
      sheets.items.map(({ id, name }) => ({ id, name, isBlank: extents.get(id)!.rows === 0 })),
    );
    const infoOf = (sheet: Excel.Worksheet): SheetInfo => {
      const mark = found.find((one) => one.sheetId === sheet.id);
      const extent = extents.get(sheet.id)!;
      return {
        id: sheet.id,
        name: sheet.name,
        visibility: VISIBILITY[sheet.visibility as keyof typeof VISIBILITY],
        rows: lastRowOf(extent),
        columns: lastColumnOf(extent),
        tables: tables.items.flatMap((table, index) =>
          table.worksheet.id === sheet.id
            ? [
                {
                  name: table.name,
                  range: extentOf(tableRanges[index]!),
                  hasHeader: table.showHeaders,
                  hasTotals: table.showTotals,
                },
              ]
            : [],
        ),
        ...(mark ? { report: { id: mark.id, fingerprint: mark.fingerprint } } : {}),
        isProtected: sheet.protection.protected,
      };
    };
    return {
      extents,
      info: {
        dateBase: serial.value === SECOND_DAY_OF_1904 ? 1904 : 1900,
        sheets: sheets.items.map(infoOf),
        isStructureProtected: workbook.protection.protected,
      },
    };
  });
}

const VISIBILITY = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;
