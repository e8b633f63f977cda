import { hasColumn, type Dataset } from '../core/model/dataset';
import type { Day } from '../core/model/day';
import type { Issue } from '../core/model/issue';
import { withOwnHolidays } from '../core/calendar/own-holidays';
import { withPlanLog } from '../core/plan/plan-log';
import type { ColumnPath, TableName } from '../core/model/tables';
import type { PeriodChoice } from '../core/model/period';
import { settingsWith, type Settings } from '../core/settings';
import { settleSettings } from '../core/settings/setting-rules';
import { fill, type Text } from '../i18n/text';
import type { ColumnMap } from '../ingest/recognise/column-map';
import { inspectWorkbook } from '../ingest/recognise/inspect';
import type { Inspection } from '../ingest/recognise/inspection';
import { readDataset } from '../ingest/read/read-dataset';
import { extendPlanLog } from '../reports/standing/plan-log';
import { readHolidays } from '../reports/standing/read-holidays';
import { readLastRun, type LastRun } from '../reports/standing/last-run';
import { readColumnMap, readSettings } from '../reports/standing/read-settings';
import { readRecordLines, RECORD_ID } from '../reports/standing/record-sheet';
import { PLAN_LOG_TITLE } from '../reports/words/plan-words';
import { UNDO_ID } from '../reports/standing/undo-sheet';
import { NO_CONTROL, type JobControl } from '../workbook/job-control';
import type { ReportSnapshot, SheetLooks, WorkbookHost, WorkbookInfo } from '../workbook/workbook-host';
import type { Clock } from './clock';
import { withCountryDays, type LoadHolidayLibrary } from './holidays/country-holidays';
import { hostWithoutMarks, tellOwnSheets, withoutMarks } from './own-sheets';
import { columnMapOfLines, mergeColumnMaps } from './column-map-lines';

/** What the person chose for this run; what she did not choose stands on the 参数 sheet or has a default. */
export interface RunChoices {
  readonly asOf?: Day;
  readonly period?: PeriodChoice;
  readonly settings?: Partial<Settings>;
  readonly columnMap?: ColumnMap;
}

/** The workbook as far as it is known before its lines are read: cheap, for the first screen. */
export interface WorkbookLook {
  readonly info: WorkbookInfo;
  /** Our sheets as they stand, by report id. */
  readonly snapshots: ReadonlyMap<string, ReportSnapshot>;
  /** How they look, where that was asked for. */
  readonly looks?: ReadonlyMap<string, SheetLooks>;
  /** Names of the person's sheets that a mark of ours points at, by report id. */
  readonly disowned: ReadonlyMap<string, string>;
  readonly inspection: Inspection;
  /** What was said of columns when it was looked at. */
  readonly columnMap?: ColumnMap;
  readonly settings: Settings;
  readonly period: PeriodChoice;
  /** Absent: the last day in the data. */
  readonly asOf?: Day;
  /** Problems of the 参数 sheet. */
  readonly settingIssues: readonly Issue[];
  /** The refresh that left our sheets as they stand; absent where anything on them has changed since. */
  readonly lastRun?: LastRun;
}

const NOBODY: ReadonlyMap<string, string> = new Map();
const DEFAULT_PERIOD: PeriodChoice = { kind: 'last12m' };

/** Looks at the sheets, our own among them, and recognises what carries what. */
export async function lookAtWorkbook(
  host: WorkbookHost,
  choices: RunChoices,
  control: JobControl = NO_CONTROL,
): Promise<WorkbookLook> {
  const described = await host.describe(control);
  const found = new Map<string, ReportSnapshot>();
  for (const { report } of described.sheets) {
    // Large, and needed for nothing but the way back.
    if (!report || report.id === UNDO_ID) continue;
    const snapshot = await host.readReport(report.id, control);
    if (snapshot) found.set(report.id, snapshot);
  }
  const lastRun = readLastRun(found, readRecordLines(found.get(RECORD_ID)));
  // What is to the last cell what we wrote needs no looking at cell by cell.
  const { snapshots, disowned } = lastRun ? { snapshots: found, disowned: NOBODY } : tellOwnSheets(found);
  const info = withoutMarks(described, disowned);
  const onSheet = readSettings(snapshots.get('settings'), info.dateBase);
  const learnt = columnMapOfLines(readColumnMap(snapshots.get('settings')));
  const columnMap = mergeColumnMaps(choices.columnMap, learnt);
  const inspection = await inspectWorkbook(hostWithoutMarks(host, disowned), columnMap, control);
  const asOf = choices.asOf ?? onSheet.asOf;
  return {
    info,
    snapshots,
    disowned,
    inspection,
    ...(columnMap && { columnMap }),
    settings: settleSettings(settingsWith({ ...onSheet.settings, ...choices.settings }), settingsWith(onSheet.settings))
      .settings,
    period: choices.period ?? onSheet.period ?? DEFAULT_PERIOD,
    ...(asOf !== undefined && { asOf }),
    settingIssues: onSheet.issues,
    ...(lastRun && { lastRun }),
  };
}

/** What reading asks for besides the look: `today` caps the as-of day, by which the years of holidays are found. */
export interface ReadRequest {
  readonly clock: Clock;
  /** Where the holidays of another country come from; absent: the library that ships with this. */
  readonly loadHolidays?: LoadHolidayLibrary;
}

/** The lines, and the look by which they were read; or the sentences that say which column is missing. */
export type DataRead =
  | { readonly canAnalyse: true; readonly dataset: Dataset; readonly look: WorkbookLook }
  | { readonly canAnalyse: false; readonly missing: readonly Text[] };

/** Reads every line of the recognised sheets, if they can be analysed at all, and the holidays of the country chosen. */
export async function readData(
  host: WorkbookHost,
  look: WorkbookLook,
  { clock, loadHolidays }: ReadRequest,
  control: JobControl = NO_CONTROL,
): Promise<DataRead> {
  if (!look.inspection.canAnalyse) return { canAnalyse: false, missing: look.inspection.missing };
  const { snapshots, settings, info } = look;
  const lines = await readLines(host, look, clock.today, control);
  const dataset = withPlanLog(
    withOwnHolidays(lines.dataset, readHolidays(snapshots.get('workCalendar'), info.dateBase)),
    snapshots.get('planLog')?.sheetName ?? PLAN_LOG_TITLE.zh,
    extendPlanLog(snapshots, settings, info.dateBase),
  );
  if (dataset.accounts.every(({ read, rejected }) => read === rejected))
    return { canAnalyse: false, missing: [noUsableLine(dataset)] };
  if (!ALONE.some((table) => (dataset.tables[table]?.rows ?? 0) > 0) && !isMeasurable(dataset))
    return { canAnalyse: false, missing: [NOTHING_TO_MEASURE] };
  const issues = [...look.settingIssues, ...dataset.issues];
  const issueCounts = { ...dataset.issueCounts };
  for (const { code } of look.settingIssues) issueCounts[code] = (issueCounts[code] ?? 0) + 1;
  const complete = await withCountryDays(
    { ...dataset, issues, issueCounts },
    { ...look, today: clock.today },
    loadHolidays,
  );
  return { canAnalyse: true, dataset: complete, look: { ...look, inspection: lines.inspection } };
}

/**
 * Reads the lines. Where reading comes upon a row of other headers that the look did not reach, the workbook is looked at once
 * more down to there, and read by what is then found.
 */
async function readLines(
  host: WorkbookHost,
  { inspection, columnMap, disowned }: WorkbookLook,
  today: Day,
  control: JobControl,
): Promise<{ readonly inspection: Inspection; readonly dataset: Dataset }> {
  const dataset = await readDataset(host, inspection, control, today);
  const deepest = new Map<string, number>();
  for (const { code, sheet, row } of dataset.issues)
    if (code === 'other-headers' && row !== undefined) deepest.set(sheet, row);
  if (deepest.size === 0) return { inspection, dataset };
  const deeper = await inspectWorkbook(hostWithoutMarks(host, disowned), columnMap, control, deepest);
  // What is no table by itself either way is named, and read as it was.
  if (deeper.sheets.length === inspection.sheets.length) return { inspection, dataset };
  return { inspection: deeper, dataset: await readDataset(host, deeper, control, today) };
}

/** Tables of which any line gives a report. */
const ALONE: readonly TableName[] = [
  'invoices',
  'complaints',
  'contacts',
  'prospects',
  'survey',
  'creditFactors',
  'indicatorEntries',
  'contracts',
  'inquiries',
  'documents',
];

/** A client list of the person's own, or figures of sales or deliveries. */
function isMeasurable(dataset: Dataset): boolean {
  const isListed = dataset.accounts.some(({ table, read, rejected }) => table === 'clients' && read > rejected);
  return isListed || MEASURABLE.some((columns) => columns.every((path) => hasColumn(dataset, path)));
}

/** Any one of these sets of columns of sales and deliveries gives figures; with less, every report would be empty. */
const MEASURABLE: readonly (readonly ColumnPath[])[] = [
  ['transactions.amount'],
  ['deliveries.promisedDay', 'deliveries.deliveredDay'],
  ['deliveries.promisedDay', 'deliveries.shippedDay'],
  ['deliveries.orderDay', 'deliveries.deliveredDay'],
  ['deliveries.orderDay', 'deliveries.shippedDay'],
  ['deliveries.orderedQuantity', 'deliveries.deliveredQuantity'],
  ['deliveries.onTime'],
  ['deliveries.inFull'],
  ['deliveries.damaged'],
  ['deliveries.damagedQuantity'],
  ['deliveries.lostQuantity'],
  ['deliveries.wrongQuantity'],
];

const NOTHING_TO_MEASURE: Text = {
  zh: '认出了客户和日期，但没有金额列（或数量和单价），也没有可比的交期与签收日期、订货与签收数量。',
  en: 'Clients and dates were recognised, but no amount (or quantity and unit price), and no promised and delivered days or ordered and delivered quantities to compare.',
};

const NO_USABLE_LINE: Text = {
  zh: '认出了工作表，但没有一行可用：请检查客户、日期和金额列。',
  en: 'Sheets were recognised, but none of their lines can be used: check client, date and amount.',
};

const NO_RESULTS: Text = {
  zh: '认出了工作表，但没有一行可用：{count} 行没有金额。那里若是公式，文件里没有存下结果（不是 Excel 存的文件常这样）：请用 Excel 打开、保存一次，再刷新。',
  en: 'Sheets were recognised, but none of their lines can be used: {count} have no amount. If formulas stand there, the file holds no results of them, as files that Excel did not save often do: open it in Excel, save it once, and refresh again.',
};

/** Cells of formulas that nobody has worked out look empty: where most lines lack just the amount, that is said. */
function noUsableLine({ accounts, issueCounts }: Dataset): Text {
  const lines = accounts.reduce((sum, { rejected }) => sum + rejected, 0);
  const count = issueCounts['amount-missing'] ?? 0;
  return count > lines / 2 ? fill(NO_RESULTS, { count }) : NO_USABLE_LINE;
}
