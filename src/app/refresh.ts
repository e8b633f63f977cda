import type { Analysis } from '../core/analysis';
import { analyse } from '../core/analyse';
import type { Dataset } from '../core/model/dataset';
import { HOLIDAY_COUNTRIES } from '../core/settings/holiday-countries';
import { fill, type Text } from '../i18n/text';
import type { Inspection } from '../ingest/recognise/inspection';
import { REPORTS } from '../reports/index';
import { wantedReports } from '../reports/standard-reports';
import {
  layOutInTurn,
  layOutReports,
  type AllLaidOut,
  type LaidOutReports,
  type LayOutInput,
} from '../reports/layout/lay-out-reports';
import type { CellValue } from '../workbook/cell-value';
import { RECORD_ID } from '../reports/standing/record-sheet';
import { freeSheetName } from '../reports/layout/sheet-names';
import {
  isUndoSheet,
  isWholeMark,
  layOutUndo,
  readUndo,
  rotateUndo,
  SheetsToKeep,
  UNDO_ID,
  UNDO_NAME,
  type KeptPlan,
} from '../reports/standing/undo-sheet';
import { checkCancelled, NO_CONTROL, type JobControl } from '../workbook/job-control';
import type { SheetPlan, WritePlan } from '../workbook/plan';
import type { SheetLooks, WorkbookHost } from '../workbook/workbook-host';
import { linesOfInspection } from './column-map-lines';
import { readingsOfInspection } from './sheet-readings';
import { isUnchanged } from './is-unchanged';
import { doneWithoutChange, runKeyOf } from './nothing-changed';
import { READ_BACK, type RefreshDone, type RefreshRequest, type ReportSheet } from './refresh-result';
import { sizeOf, type SheetSize } from './sheet-size';
import { lookAtWorkbook, readData, type WorkbookLook } from './read-workbook';

/** What she opens the workbook for. */
const FRONT_REPORT = 'overview';

export type { RefreshDone, RefreshRequest, ReportNotWritten, ReportSheet } from './refresh-result';

type Cells = readonly (readonly CellValue[])[];

/** The cells that a plan writes, by row and column. */
function cellsOf({ blocks }: SheetPlan): Cells {
  const cells: CellValue[][] = [];
  for (const { row, column, values } of blocks) {
    for (const [index, line] of values.entries()) {
      const target = (cells[row + index] ??= []);
      for (const [offset, value] of line.entries()) target[column + offset] = value;
    }
  }
  return Array.from(cells, (line) => Array.from(line ?? [], (value) => value ?? null));
}

const openingOn = (reports: readonly string[]): Pick<WritePlan, 'opensOn'> =>
  reports.includes(FRONT_REPORT) ? { opensOn: FRONT_REPORT } : {};

/** All that a refresh would write, before anything is written. */
export interface PreparedReports {
  readonly analysis: Analysis;
  readonly laidOut: LaidOutReports;
  /** Parallel to `laidOut.sheets`: the workbook already shows exactly this. */
  readonly isSettled: readonly boolean[];
}

/** Analyses, and compiles what sheets are laid out from. */
async function analyseForReports(
  look: WorkbookLook,
  dataset: Dataset,
  request: RefreshRequest,
  control: JobControl,
): Promise<LayOutInput> {
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
  return {
    analysis,
    dataset,
    lang,
    ...(chosen && { chosen }),
    ...(request.cardClient !== undefined && { cardClient: request.cardClient }),
    snapshots: look.snapshots,
    ...(look.looks && { looks: look.looks }),
    disowned: look.disowned,
    columnMap: linesOfInspection(look.inspection),
    sheetReadings: readingsOfInspection(look.inspection),
    ...(look.asOf !== undefined && { fixedAsOf: look.asOf }),
    run: { time: clock.now, version: clock.version },
    sheetNames: look.info.sheets.filter((sheet) => !sheet.report && !sheet.isBeside).map((sheet) => sheet.name),
    dateBase: look.info.dateBase,
    runKey: runKeyOf(look, dataset, request),
    ...(control.tidy && { tidy: control.tidy }),
  };
}

/** Analyses and lays out, and compares with what the workbook shows; writes nothing. */
export async function prepareReports(
  look: WorkbookLook,
  dataset: Dataset,
  request: RefreshRequest,
  control: JobControl = NO_CONTROL,
): Promise<PreparedReports> {
  const input = await analyseForReports(look, dataset, request, control);
  const laidOut = layOutReports(input);
  const isSettled = laidOut.sheets.map((sheet) => isUnchanged(sheet, look.snapshots.get(sheet.id)));
  return { analysis: input.analysis, laidOut, isSettled };
}

/** Fills and heights of our sheets, for the host that can tell them. */
async function readLooks(
  host: WorkbookHost,
  { snapshots }: WorkbookLook,
  control: JobControl,
): Promise<ReadonlyMap<string, SheetLooks>> {
  const found = new Map<string, SheetLooks>();
  for (const id of snapshots.keys()) {
    const looks = await host.readLooks?.(id, control);
    if (looks) found.set(id, looks);
  }
  return found;
}

/** The sheet by which this refresh can be taken back: read only here, as nothing else needs it. */
async function layOutWayBack(
  host: WorkbookHost,
  { info }: WorkbookLook,
  laidOut: readonly KeptPlan[],
  control: JobControl,
): Promise<SheetPlan> {
  const snapshot = await host.readReport(UNDO_ID, control);
  const plan = layOutUndo(rotateUndo(readUndo(snapshot), laidOut), snapshot?.sheetName ?? undoNameIn(info));
  return snapshot && !isUndoSheet(snapshot) ? { ...plan, name: undoNameIn(info), isAnew: true } : plan;
}

const undoNameIn = ({ sheets }: WorkbookLook['info']): string =>
  freeSheetName(
    UNDO_NAME,
    sheets.map(({ name }) => name),
    'en',
  );

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
  const first = await lookAtWorkbook(host, request, control);
  const read = await readData(host, first, request, control);
  if (!read.canAnalyse) return { outcome: 'nothing', inspection: first.inspection, missing: read.missing };

  const { dataset, look } = read;
  const { inspection } = look;
  const { lastRun } = look;
  if (lastRun && lastRun.key === runKeyOf(look, dataset, request)) {
    const done = doneWithoutChange(look, dataset, request, lastRun, notesOnHolidays(dataset));
    await host.write({ sheets: [], ...openingOn(done.unchanged.map(({ report }) => report)) }, control);
    return done;
  }
  const isFirst = look.info.sheets.every(({ report }) => !report) && look.disowned.size === 0;
  const made =
    isFirst && host.writeInTurn
      ? await writeFirst(host.writeInTurn.bind(host), look, dataset, request, control)
      : await writeAll(host, look, dataset, request, control);
  return {
    outcome: 'done',
    inspection,
    dataset,
    ...made,
    notWritten: made.notWritten.map((one) => ({
      ...one,
      sheet: REPORTS.find(({ id }) => id === one.report)!.sheet,
    })),
    notes: [...made.notes, ...notesOnHolidays(dataset)],
    before: look.snapshots,
  };
}

/** What a refresh comes to, by the way in which it was written. */
type Made = Pick<RefreshDone, 'analysis' | 'written' | 'unchanged' | 'callPlan' | 'sizes' | 'cellsNow'> &
  Pick<LaidOutReports, 'notWritten' | 'notes'>;

/** All sheets are laid out before the first is written: each may show already what it should. */
async function writeAll(
  host: WorkbookHost,
  look: WorkbookLook,
  dataset: Dataset,
  request: RefreshRequest,
  control: JobControl,
): Promise<Made> {
  const looks = await readLooks(host, look, control);
  const { analysis, laidOut, isSettled } = await prepareReports({ ...look, looks }, dataset, request, control);
  const { record } = laidOut;
  const isRecordSettled = !record || isUnchanged(record, look.snapshots.get(record.id));
  const kept = laidOut.sheets.map((plan, index): KeptPlan => ({ plan, parts: laidOut.parts[index]! }));
  const undoMark = look.info.sheets.find(({ report }) => report?.id === UNDO_ID)?.report;
  const isUndoBroken = undoMark !== undefined && !isWholeMark(undoMark.fingerprint);
  const written = laidOut.sheets.filter((_, index) => !isSettled[index]);
  const undo = written.length > 0 || isUndoBroken ? [await layOutWayBack(host, look, kept, control)] : [];
  // The record last: what it says of this refresh holds for all that was written before it.
  const sheets = [...written, ...undo, ...(isRecordSettled ? [] : [record])];
  const { sheetNames } = await host.write({ sheets, ...openingOn(laidOut.sheets.map(({ id }) => id)) }, control);

  const sheetOf = ({ id }: SheetPlan): ReportSheet => ({
    report: id,
    sheet: sheetNames[id] ?? look.snapshots.get(id)?.sheetName ?? id,
  });
  return {
    analysis,
    written: written.map(sheetOf),
    unchanged: laidOut.sheets.filter((_, index) => isSettled[index]).map(sheetOf),
    notWritten: laidOut.notWritten,
    notes: laidOut.notes,
    ...(laidOut.callPlan && { callPlan: laidOut.callPlan }),
    sizes: laidOut.sheets.map(sizeOf),
    cellsNow: (report) => {
      const plan = laidOut.sheets.find(({ id }) => id === report);
      return plan && cellsOf(plan);
    },
  };
}

/**
 * Into a workbook that has no sheet of ours every sheet goes, whatever is on it: each is written and let go before the next is
 * laid out. All together take more room than the data.
 */
async function writeFirst(
  write: NonNullable<WorkbookHost['writeInTurn']>,
  look: WorkbookLook,
  dataset: Dataset,
  request: RefreshRequest,
  control: JobControl,
): Promise<Made> {
  const input = await analyseForReports(look, dataset, request, control);
  const inTurn = layOutInTurn(input);
  const undoName = undoNameIn(look.info);
  const toKeep = new SheetsToKeep();
  const toReadBack = new Map<string, SheetPlan>();
  const sizes: SheetSize[] = [];
  let all: AllLaidOut | undefined;
  const sheets = function* (): Generator<SheetPlan> {
    for (;;) {
      const { done, value } = inTurn.sheets.next();
      if (done) {
        all = value;
        break;
      }
      const { plan } = value;
      sizes.push(sizeOf(plan));
      toKeep.add(value);
      if (READ_BACK.some((report) => report === plan.id)) toReadBack.set(plan.id, plan);
      yield plan;
    }
    yield layOutUndo(toKeep.state(), undoName);
    if (all.record) yield all.record;
  };
  const headings = [...inTurn.names, { id: UNDO_ID, name: undoName }, { id: RECORD_ID, name: inTurn.recordName }];
  const { sheetNames } = await write(
    { headings, sheets: sheets(), ...openingOn(inTurn.names.map(({ id }) => id)) },
    control,
  );
  const { notWritten, notes } = all!;
  return {
    analysis: input.analysis,
    written: sizes.map(({ report }) => ({ report, sheet: sheetNames[report]! })),
    unchanged: [],
    notWritten,
    notes,
    ...(inTurn.callPlan && { callPlan: inTurn.callPlan }),
    sizes,
    cellsNow: (report) => {
      const plan = toReadBack.get(report);
      return plan && cellsOf(plan);
    },
  };
}
