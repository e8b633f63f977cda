import { REPORTS } from '../reports/index';
import { reportTitle } from '../reports/layout/define-report';
import { keptNotes } from '../reports/sheets/kept-notes.report';
import { shareRegisterReport } from '../reports/share/share-register';
import { isRecognised } from '../reports/standing/is-recognised';
import { readRecordLines, RECORD_ID } from '../reports/standing/record-sheet';
import type { ReportSnapshot, WorkbookHost, WorkbookInfo } from '../workbook/workbook-host';

/** Not among the reports of a refresh, and ours all the same. */
const REGISTER = shareRegisterReport({ entries: [], aliases: [] });

export interface OwnSheets {
  /** Our sheets as they stand, by report id. */
  readonly snapshots: ReadonlyMap<string, ReportSnapshot>;
  /** Sheets that a mark points at and that do not hold what we wrote: the person's. Their names, by report id. */
  readonly disowned: ReadonlyMap<string, string>;
}

/** Parts the sheets with a mark of ours into ours and those that the mark only came to by cutting and pasting. */
export function tellOwnSheets(found: ReadonlyMap<string, ReportSnapshot>): OwnSheets {
  const record = found.get(RECORD_ID);
  const lines = readRecordLines(record);
  const snapshots = new Map<string, ReportSnapshot>();
  const disowned = new Map<string, string>();
  for (const [id, snapshot] of found) {
    const report = [...REPORTS, keptNotes, REGISTER].find((one) => one.id === id);
    const titles = report ? [reportTitle(report), report.sheet] : [];
    // A report of a later version is left as it is: nothing of ours is written to it.
    if (id !== RECORD_ID && !report) snapshots.set(id, snapshot);
    else if (isRecognised(snapshot, titles, lines)) snapshots.set(id, snapshot);
    else disowned.set(id, snapshot.sheetName);
  }
  return { snapshots, disowned };
}

/** A description in which a disowned sheet is a sheet of the person's. */
export function withoutMarks(info: WorkbookInfo, disowned: ReadonlyMap<string, string>): WorkbookInfo {
  if (disowned.size === 0) return info;
  const sheets = info.sheets.map((sheet) => {
    if (!sheet.report || !disowned.has(sheet.report.id)) return sheet;
    const { report: _, ...hers } = sheet;
    return hers;
  });
  return { ...info, sheets };
}

/** The host as it would describe a workbook without those marks. */
export function hostWithoutMarks(host: WorkbookHost, disowned: ReadonlyMap<string, string>): WorkbookHost {
  if (disowned.size === 0) return host;
  return {
    describe: async (control) => withoutMarks(await host.describe(control), disowned),
    readHead: (...request) => host.readHead(...request),
    readColumns: (...request) => host.readColumns(...request),
    readReport: (...request) => host.readReport(...request),
    write: (...request) => host.write(...request),
  };
}
