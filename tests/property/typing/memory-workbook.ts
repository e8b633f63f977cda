import { makeMemoryHost, type MemorySheet } from '../../../src/hosts/memory/memory-host';
import { refresh } from '../../../src/app/refresh';
import { dayOf } from '../../../src/core/model/day';
import { CLOCK } from './play-round';
import type { EditedWorkbook } from './edited-workbook';

/** A workbook with the reports written once, to begin many rounds from. */
export async function writtenSheets(sheets: readonly MemorySheet[]): Promise<readonly MemorySheet[]> {
  const host = makeMemoryHost({ sheets });
  await refresh(host, { clock: CLOCK, lang: 'zh', reports: 'all', asOf: dayOf(2025, 12, 28) });
  const { sheets: standing } = await host.describe();
  return standing.map(({ name, report }) => ({
    name,
    rows: host.rowsOf(name).map((line) => [...line]),
    dayColumns: sheets.find((sheet) => sheet.name === name)?.dayColumns ?? [],
    ...(report && { mark: report }),
  }));
}

export function memoryWorkbook(sheets: readonly MemorySheet[]): EditedWorkbook {
  const host = makeMemoryHost({ sheets });
  return {
    isWritten: sheets.some(({ mark }) => mark),
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
