import { analyse } from '../core/analyse';
import { resolveAsOf } from '../core/facts/analysis-window';
import type { Dataset } from '../core/model/dataset';
import { lazily } from '../core/model/lazily';
import type { Text } from '../i18n/text';
import { REPORTS } from '../reports/index';
import { callPlanFor } from '../reports/layout/lay-out-reports';
import { wantedReports } from '../reports/standard-reports';
import { KEPT_NOTES_ID } from '../reports/standing/kept-notes';
import { keyOfRun, type LastRun } from '../reports/standing/last-run';
import { linesOfInspection } from './column-map-lines';
import { readingsOfInspection } from './sheet-readings';
import type { RefreshDone, RefreshRequest } from './refresh-result';
import type { WorkbookLook } from './read-workbook';

/** Of everything that a refresh is made of but our own sheets. */
export function runKeyOf(look: WorkbookLook, dataset: Dataset, { clock, lang, ...wanted }: RefreshRequest): string {
  return keyOfRun({
    dataset,
    settings: look.settings,
    period: look.period,
    asOf: resolveAsOf(dataset, clock.today, look.asOf),
    isAsOfFixed: look.asOf !== undefined,
    lang,
    reports: wantedReports(wanted.reports, look.settings, look.snapshots),
    cardClient: wanted.cardClient,
    columnMap: linesOfInspection(look.inspection),
    sheetReadings: readingsOfInspection(look.inspection),
    sheetNames: look.info.sheets.filter((sheet) => !sheet.report).map((sheet) => sheet.name),
    dateBase: look.info.dateBase,
    version: clock.version,
  });
}

/**
 * What a refresh comes to where data, settings, day and our sheets are to the last cell those of the refresh before: every
 * sheet stands as it would be written. Figures and the call plan are worked out when somebody reads them.
 */
export function doneWithoutChange(
  look: WorkbookLook,
  dataset: Dataset,
  request: RefreshRequest,
  lastRun: LastRun,
  notes: readonly Text[],
): RefreshDone {
  const { snapshots, inspection, info } = look;
  const left = new Set(lastRun.notWritten.map(({ report }) => report));
  const stands = [...REPORTS.map(({ id }) => id), KEPT_NOTES_ID].filter((id) => snapshots.has(id) && !left.has(id));
  const done: RefreshDone = lazily<Required<RefreshDone>>({
    outcome: () => 'done',
    inspection: () => inspection,
    dataset: () => dataset,
    analysis: () =>
      analyse(dataset, {
        today: request.clock.today,
        period: look.period,
        settings: look.settings,
        ...(look.asOf !== undefined && { asOf: look.asOf }),
      }),
    notes: () => notes,
    written: () => [],
    unchanged: () => stands.map((report) => ({ report, sheet: snapshots.get(report)!.sheetName })),
    notWritten: () =>
      lastRun.notWritten.map((one) => ({
        ...one,
        sheet: REPORTS.find(({ id }) => id === one.report)!.sheet,
      })),
    // Absent where none of its sheets was asked for.
    callPlan: () => {
      const { analysis } = done;
      const { dateBase } = info;
      const chosen = wantedReports(request.reports, analysis.settings, snapshots);
      return callPlanFor({
        analysis,
        dataset,
        snapshots,
        dateBase,
        ...(chosen && { chosen }),
      }).callPlan!;
    },
    before: () => snapshots,
    sizes: () => [],
    cellsNow: () => (report) => (stands.includes(report) ? snapshots.get(report)!.cells : undefined),
  });
  return done;
}
