import { makeOfficeHost } from '../../src/hosts/office/office-host';
import { bareAddress } from '../../src/hosts/office/write/write-page';
import type { NullObject } from '../office-host/excel-object';
import { Range } from '../office-host/excel/range';
import { RangeAreas } from '../office-host/excel/range-areas';
import { openExcel, type OpenExcel } from '../office-host/open-workbook';
import { PROFILES } from '../office-host/profile';
import { describeWorkbookHost, type ContractSession } from './workbook-host.contract';

for (const profile of PROFILES) {
  const sessionOf = (excel: OpenExcel): ContractSession => ({
    host: excel.host,
    // The workbook stays open in Excel: a colleague's add-in finds it through a host that remembers nothing.
    reopen: async () => sessionOf(Object.assign(excel, { host: makeOfficeHost() })),
    rename: async (from, to) => {
      excel.workbook.findSheet(from)!.Name = to;
    },
    printOf: async (name) => {
      const page = excel.workbook.findSheet(name)!.PageLayout;
      const addressIn = (range: Range | NullObject): string | undefined =>
        range instanceof Range ? bareAddress(range.Address) : undefined;
      const printed = page.GetPrintAreaOrNullObject();
      return {
        pagesWide: page.Zoom.horizontalFitToPages!,
        titleRows: addressIn(page.GetPrintTitleRowsOrNullObject()),
        titleColumns: addressIn(page.GetPrintTitleColumnsOrNullObject()),
        areas: printed instanceof RangeAreas ? bareAddress(printed.Address).split(',') : [],
      };
    },
    remove: async (name) => excel.workbook.findSheet(name)!.Delete(),
    close: async () => {
      excel.uninstall();
      expect(excel.processor.complaints).toEqual([]);
    },
  });
  describeWorkbookHost(`Office.js over ${profile.name}`, async ({ sheets }) =>
    sessionOf(await openExcel(profile, sheets)),
  );
}
