import type { Analysis } from '../../core/analysis';
import type { Dataset } from '../../core/model/dataset';
import type { Day } from '../../core/model/day';
import type { CallPlan } from '../../core/plan/call-plan';
import type { EarlierState } from '../../core/changes/movement';
import type { Snapshot } from '../../core/changes/snapshot';
import type { PlanLogEntry } from '../../core/plan/plan-log';
import type { AttainedMonth } from '../standing/attainment-history';
import type { ClientChanges } from '../standing/history/client-changes';
import type { KeptEntry } from '../standing/kept-notes';
import type { Lang } from '../../i18n/lang';
import type { Text } from '../../i18n/text';
import type { DateBase } from '../../workbook/serial-day';

/** Which column of which sheet was read as what: one line a field, as the 参数 sheet shows it and reads it back. */
export interface ColumnMapLine {
  readonly sheet: string;
  /** A `TableName`. */
  readonly table: string;
  /** The column's id in the table; `label` is how a person calls it. */
  readonly field: string;
  readonly label: Text;
  /** The header as the sheet has it. */
  readonly header: string;
}

/** What a sheet of hers was taken for. */
export interface SheetReading {
  readonly sheet: string;
  /** Absent: it is not read. */
  readonly kind?: Text;
  /** Why it is not read. */
  readonly why?: Text;
  /** What it lacks to be read. */
  readonly missing: readonly Text[];
  /** Headers of the columns that stand for something, and of those that do not. */
  readonly used: readonly string[];
  readonly unused: readonly string[];
}

/** One line of 刷新记录. */
export interface RefreshEntry {
  /** When, in the words of the machine that ran it: the caller's clock, never ours. */
  readonly time: string;
  readonly asOf: string;
  readonly period: string;
  readonly settingsHash: string;
  readonly dataHash: string;
  readonly rowsUsed: number;
  readonly rowsRejected: number;
  /** In the sheet's unit. */
  readonly netAmount: number;
  readonly version: string;
}

/** What a report may say of another: enough to link to it, or to say why it is not there. */
export interface ReportMention {
  readonly id: string;
  readonly sheet: Text;
  readonly purpose: Text;
  /** Why it is not written; absent where it is. */
  readonly why?: Text;
}

/** All that a report may look at. */
export interface ReportContext {
  readonly analysis: Analysis;
  /** For names and look-ups: figures come from `analysis`. */
  readonly dataset: Dataset;
  readonly lang: Lang;
  readonly dateBase: DateBase;
  readonly columnMap: readonly ColumnMapLine[];
  readonly sheetReadings: readonly SheetReading[];
  /** The as-of day that the person fixed; absent: the last day in the data. */
  readonly fixedAsOf: Day | undefined;
  /** Oldest first, this refresh among them where it differs from the one before. */
  readonly log: readonly RefreshEntry[];
  /** Snapshots of refreshes, oldest first, this one among them. */
  readonly history: readonly Snapshot[];
  /** Names of the sheets that are not ours: what links may lead to. */
  readonly sheetNames: readonly string[];
  /** The call plan, which hangs on what the person wrote on its sheet; absent where it was not asked for. */
  readonly callPlan?: CallPlan;
  /** Attainment of the plan's month and of those before, newest first. */
  readonly attained: readonly AttainedMonth[];
  /** Fields of clients that were changed; absent where nobody asked for them. */
  readonly clientChanges?: ClientChanges;
  /** Contacts that were done on the plan, those of this refresh among them. */
  readonly planLog: readonly PlanLogEntry[];
  /** What an earlier refresh said, read from the workbook's own sheets; absent where there was none. */
  readonly earlier?: EarlierState;
  /** A client to show on the card: code, name or phone; absent: the one that she picked there. */
  readonly cardClient?: string;
  /** What the person typed where no report keeps it: the lines of 留言. */
  readonly keptEntries?: readonly KeptEntry[];
  /** Every report in sheet order. */
  readonly reports: readonly ReportMention[];
  /** See `JobControl`. */
  readonly tidy?: () => void;
}

/** For a sheet that says nothing of other sheets, settings and earlier refreshes. */
export function bareContext(known: Pick<ReportContext, 'analysis' | 'dataset' | 'lang' | 'dateBase'>): ReportContext {
  return {
    ...known,
    columnMap: [],
    sheetReadings: [],
    fixedAsOf: undefined,
    log: [],
    history: [],
    planLog: [],
    attained: [],
    sheetNames: [],
    reports: [],
  };
}
