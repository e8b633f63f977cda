import { makeOfficeHost } from '../../src/hosts/office/office-host';
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
