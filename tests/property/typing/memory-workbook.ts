import { makeMemoryHost, type MemorySheet } from '../../../src/hosts/memory/memory-host';
import type { EditedWorkbook } from './edited-workbook';

export function memoryWorkbook(sheets: readonly MemorySheet[]): EditedWorkbook {
  const host = makeMemoryHost({ sheets });
  return {
    open: () => Promise.resolve(host),
    sheets: async () =>
      (await host.describe()).sheets.map(({ name, report }) => ({ name, ...(report && { report: report.id }) })),
    read: (name) => Promise.resolve(host.rowsOf(name).map((line) => [...line])),
    replace: (name, grid) => {
      const rows = host.rowsOf(name);
      rows.splice(0, rows.length, ...grid.map((line) => [...line]));
      return Promise.resolve();
    },
    rename: (from, to) => Promise.resolve(host.rename(from, to)),
    copy: (name, as) => Promise.resolve(host.copy(name, as)),
    mark: (report, sheet) => Promise.resolve(host.mark(report, sheet)),
  };
}
