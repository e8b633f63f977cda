import type { Analysis } from '../core/analysis';
import { analyse } from '../core/analyse';
import type { CallPlan } from '../core/plan/call-plan';
import type { Dataset } from '../core/model/dataset';
import { HOLIDAY_COUNTRIES } from '../core/settings/holiday-countries';
import type { Lang } from '../i18n/lang';
import { fill, type Text } from '../i18n/text';
import type { Inspection } from '../ingest/recognise/inspection';
import { REPORTS } from '../reports/index';
import { wantedReports, type ReportWish } from '../reports/standard-reports';
import { layOutReports, type LaidOutReports } from '../reports/layout/lay-out-reports';
import { checkCancelled, NO_CONTROL, type JobControl } from '../workbook/job-control';
import type { SheetPlan } from '../workbook/plan';
import type { ReportSnapshot, WorkbookHost } from '../workbook/workbook-host';
import { linesOfInspection } from './column-map-lines';
import { isUnchanged } from './is-unchanged';
import { lookAtWorkbook, readData, type ReadRequest, type RunChoices, type WorkbookLook } from './read-workbook';

/** What she opens the workbook for. */
const FRONT_REPORT = 'overview';

export interface RefreshRequest extends RunChoices, ReadRequest {
  readonly lang: Lang;
  /** Code, name or phone of the client that 客户卡片 is to show; absent: the one picked on it. */
  readonly cardClient?: string;
  /** The reports wanted; absent: the standard ones and those that the workbook holds. */
  readonly reports?: ReportWish;
}

/** A report sheet in the workbook, by the name that it carries there. */
export interface ReportSheet {
  readonly report: string;
  readonly sheet: string;
}

export interface ReportNotWritten {
  readonly report: string;
  readonly sheet: Text;
  readonly why: Text;
  /** It could be: nobody asked for it. */
  readonly isLeft?: true;
}

export interface RefreshDone {
  readonly outcome: 'done';
  readonly inspection: Inspection;
  readonly analysis: Analysis;
  readonly dataset: Dataset;
  readonly written: readonly ReportSheet[];
  /** Sheets that already showed exactly this. */
  readonly unchanged: readonly ReportSheet[];
  readonly notWritten: readonly ReportNotWritten[];
  /** What else the person should know, in words. */
  readonly notes: readonly Text[];
  /** The month's call plan, where one of its sheets was asked for. */
  readonly callPlan?: CallPlan;
  /** Our sheets as they stood before, by report id. */
  readonly before: ReadonlyMap<string, ReportSnapshot>;
  /** Every report sheet as it stands now, written or not. */
  readonly plans: readonly SheetPlan[];
}

/** All that a refresh would write, before anything is written. */
export interface PreparedReports {
  readonly analysis: Analysis;
  readonly laidOut: LaidOutReports;
  /** Parallel to `laidOut.sheets`: the workbook already shows exactly this. */
  readonly isSettled: readonly boolean[];
}

/** Analyses and lays out, and compares with what the workbook shows; writes nothing. */
export async function prepareReports(
  look: WorkbookLook,
  dataset: Dataset,
  request: RefreshRequest,
  control: JobControl = NO_CONTROL,
): Promise<PreparedReports> {
  const { clock, lang } = request;
  const step = async (name: 'analyse' | 'layOut'): Promise<void> => {
    control.report?.({ step: name, done: 0, total: 1 });
    await control.pause?.();
    checkCancelled(control);
  };
  await step('analyse');
  const analysis = analyse(dataset, {
    today: clock.today,
    period: look.period,
    settings: look.settings,
    ...(look.asOf !== undefined && { asOf: look.asOf }),
  });
  await step('layOut');
  const chosen = wantedReports(request.reports, analysis.settings, look.snapshots);
  const laidOut = layOutReports({
    analysis,
    dataset,
    lang,
    ...(chosen && { chosen }),
    ...(request.cardClient !== undefined && { cardClient: request.cardClient }),
    snapshots: look.snapshots,
    disowned: look.disowned,
    columnMap: linesOfInspection(look.inspection),
    ...(look.asOf !== undefined && { fixedAsOf: look.asOf }),
    run: { time: clock.now, version: clock.version },
    sheetNames: look.info.sheets.filter((sheet) => !sheet.report).map((sheet) => sheet.name),
    dateBase: look.info.dateBase,
  });
  const isSettled = laidOut.sheets.map((sheet) => isUnchanged(sheet, look.snapshots.get(sheet.id)));
  return { analysis, laidOut, isSettled };
}

/** Whether the holidays that the settings ask for are missing: also said on the sheets of the plan, if they are wanted. */
function notesOnHolidays({ countryDays }: Dataset): readonly Text[] {
  if (!countryDays || countryDays.isLoaded) return [];
  return [
    fill(
      {
        zh: '{country}的节假日没有加载成功，工作日只去掉了周末和「节假日」表里的日子；联网后请再刷新。（{why}）',
        en: 'The holidays of {country} could not be loaded: working days leave out only weekends and your own holiday sheet. Refresh again once online. ({why})',
      },
      { country: HOLIDAY_COUNTRIES[countryDays.country], why: countryDays.why },
    ),
  ];
}

export type RefreshResult =
  RefreshDone | { readonly outcome: 'nothing'; readonly inspection: Inspection; readonly missing: readonly Text[] };

/**
 * The main job: recognise, read, analyse, lay out, write. Sheets that already show the same are left alone.
 *
 * @throws HostError for what the host refuses; the workbook then holds whole old sheets or whole new ones.
 */
export async function refresh(
  host: WorkbookHost,
  request: RefreshRequest,
  control: JobControl = NO_CONTROL,
): Promise<RefreshResult> {
  const look = await lookAtWorkbook(host, request, control);
  const read = await readData(host, look, request, control);
  const { inspection } = look;
  if (!read.canAnalyse) return { outcome: 'nothing', inspection, missing: read.missing };

  const { dataset } = read;
  const { analysis, laidOut, isSettled } = await prepareReports(look, dataset, request, control);
  const { record } = laidOut;
  const isRecordSettled = !record || isUnchanged(record, look.snapshots.get(record.id));
  const sheets = [...laidOut.sheets.filter((_, index) => !isSettled[index]), ...(isRecordSettled ? [] : [record])];
  const { sheetNames } = await host.write(
    { sheets, ...(laidOut.sheets.some(({ id }) => id === FRONT_REPORT) && { opensOn: FRONT_REPORT }) },
    control,
  );

  const sheetOf = (id: string): ReportSheet => ({
    report: id,
    sheet: sheetNames[id] ?? look.snapshots.get(id)?.sheetName ?? id,
  });
  return {
    outcome: 'done',
    inspection,
    analysis,
    dataset,
    written: laidOut.sheets.filter((_, index) => !isSettled[index]).map(({ id }) => sheetOf(id)),
    unchanged: laidOut.sheets.filter((_, index) => isSettled[index]).map(({ id }) => sheetOf(id)),
    notWritten: laidOut.notWritten.map((one) => ({
      ...one,
      sheet: REPORTS.find(({ id }) => id === one.report)!.sheet,
    })),
    notes: [...laidOut.notes, ...notesOnHolidays(dataset)],
    ...(laidOut.callPlan && { callPlan: laidOut.callPlan }),
    before: look.snapshots,
    plans: laidOut.sheets,
  };
}
