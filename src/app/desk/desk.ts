import type { Settings } from '../../core/settings';
import type { Issue, IssueSeverity } from '../../core/model/issue';
import type { Lang } from '../../i18n/lang';
import type { Text } from '../../i18n/text';
import type { ColumnMap } from '../../ingest/recognise/column-map';
import type { FieldPath, SheetKind } from '../../ingest/fields/define-fields';
import type { MappedColumn, Question } from '../../ingest/recognise/inspection';
import type { Proposal } from '../../ingest/recognise/profile/proposal';
import type { JobControl } from '../../workbook/job-control';
import type { RestoreResult } from '../restore';
import type { TemplateId, TemplateMade } from '../templates/make-template';
import type { ShareableReport, SharePreview, ShareResult, ShareWish } from '../share/prepare-share-copy';

/**
 * What a face with screens may ask. All of it is plain data, so that the work may be done elsewhere (a worker) and the
 * screen stays quick. One desk a workbook; it remembers what it has read.
 */
export interface Desk {
  /** Heads of the sheets only: quick, for the first screen. */
  look(choices: DeskChoices, control?: JobControl): Promise<WorkbookView>;
  /** Reads the lines, analyses them, and says what a refresh would change. */
  read(choices: DeskChoices, control?: JobControl): Promise<DataView>;
  /** The same lines under other settings; nothing is written. */
  preview(choices: DeskChoices, control?: JobControl): Promise<PreviewView>;
  refresh(choices: DeskChoices, control?: JobControl): Promise<RefreshView>;
  /** Our sheets as they stood before the last refresh, with what was typed since. */
  restore(lang: Lang, control?: JobControl): Promise<RestoreResult>;
  /** Adds blank input sheets and forms, which are the person's from then on. */
  insertTemplates(templates: readonly TemplateId[], lang: Lang, control?: JobControl): Promise<readonly TemplateMade[]>;
  /** A file of some reports for somebody else, noted in the workbook. */
  share(choices: DeskChoices, wish: ShareWish, control?: JobControl): Promise<ShareResult>;
  /** What such a file would mask of what people wrote; nothing is made. */
  previewShare(choices: DeskChoices, wish: ShareWish, control?: JobControl): Promise<SharePreview>;
  /** At most ten clients by name, pinyin initials, code or phone; of the lines last read. */
  findClients(query: string): Promise<readonly ClientHit[]>;
  showClient(client: number): Promise<ClientCard>;
  /** The call plan of the last refresh as calendar files, one a person. */
  makeCalendars(lang: Lang): Promise<readonly CalendarFile[]>;
}

/** What the person chose on the screens; what she did not choose stands in the workbook. */
export interface DeskChoices {
  readonly lang: Lang;
  /** As the 参数 sheet writes it. */
  readonly period?: string;
  /** `YYYY-MM-DD`, or '' for the last day in the data. */
  readonly asOf?: string;
  readonly settings?: Partial<Settings>;
  readonly columnMap?: ColumnMap;
  /** Ids of the reports wanted; absent: the standard ones and those that the workbook holds. */
  readonly reports?: readonly string[];
}

export interface KindOption {
  readonly kind: SheetKind;
  readonly title: Text;
  readonly fields: readonly { readonly path: FieldPath; readonly label: Text; readonly required: boolean }[];
  /** Report sheets that draw on it. */
  readonly feeds: readonly Text[];
}

/** A form to print and fill. */
export interface FormOption {
  readonly template: TemplateId;
  readonly title: Text;
  /** The kind of input sheet that it is read back as, once filled. */
  readonly readAs?: Text;
}

export interface SheetView {
  readonly name: string;
  readonly kind?: SheetKind;
  /** Not read, and what it is most like, or what the person says that it is. */
  readonly likely?: SheetKind;
  /** Why it is not read. */
  readonly why?: Text;
  /** What it may be, by what stands in its columns. */
  readonly proposal?: Proposal;
  readonly confidence: number;
  /** Rows with data at most. */
  readonly rows: number;
  readonly firstDataRow: number;
  readonly columns: readonly MappedColumn[];
  readonly missing: readonly Text[];
  readonly unmapped: readonly string[];
  /** Optional columns that no header was found for. */
  readonly absent: readonly Text[];
}

export interface SettingView {
  readonly id: string;
  readonly family: Text;
  readonly label: Text;
  readonly unit: Text;
  readonly source: string;
  readonly value: number | string | boolean;
  readonly default: number | string | boolean;
  readonly isRatio: boolean;
  readonly bounds?: { readonly min: number; readonly max: number; readonly whole: boolean };
  readonly options?: readonly { readonly value: string; readonly label: Text }[];
}

/** A named set of settings. */
export interface PresetView {
  readonly id: string;
  readonly group: Text;
  readonly label: Text;
  readonly values: Readonly<Record<string, SettingView['value']>>;
}

export interface WorkbookView {
  readonly sheets: readonly SheetView[];
  readonly kinds: readonly KindOption[];
  readonly forms: readonly FormOption[];
  readonly questions: readonly Question[];
  readonly canAnalyse: boolean;
  readonly missing: readonly Text[];
  readonly settings: readonly SettingView[];
  readonly presets: readonly PresetView[];
  /** Reports that may be copied for somebody else. */
  readonly shareable: readonly ShareableReport[];
  readonly period: Text;
  /** '' where it is the last day in the data. */
  readonly asOf: string;
  /** Sum of the rows to read. */
  readonly rows: number;
  readonly lastRefresh?: { readonly time: string; readonly asOf: string };
  /** Days that changes can be told against, newest first. */
  readonly snapshots: readonly SnapshotView[];
}

/** A day of the history. */
export interface SnapshotView {
  /** ISO day. */
  readonly asOf: string;
  /** What the person called it: a meeting. */
  readonly note: string;
}

export type ReportState = 'new' | 'changed' | 'same' | 'off';

export interface ReportView {
  readonly id: string;
  readonly sheet: Text;
  readonly purpose: Text;
  readonly state: ReportState;
  /** A refresh writes it where nobody chooses. */
  readonly isStandard: boolean;
  /** Why it cannot be written. */
  readonly why?: Text;
  /** Rows of its lists, and pages that it prints, where it has been laid out. */
  readonly rows?: number;
  readonly pages?: number;
  /** What is brought to a meeting on paper. */
  readonly isForMeeting: boolean;
}

export interface IssueView {
  readonly counts: Readonly<Record<IssueSeverity, number>>;
  /** The gravest first, at most two hundred. */
  readonly list: readonly Issue[];
}

export interface FiguresView {
  readonly asOf: string;
  readonly from: string;
  readonly to: string;
  readonly activeClients: number;
  readonly netAmount: string;
  readonly rowsRead: number;
  readonly rowsUsed: number;
  readonly rowsOutOfPeriod: number;
  readonly rowsRejected: number;
}

export type DataView =
  | { readonly canAnalyse: false; readonly missing: readonly Text[] }
  | {
      readonly canAnalyse: true;
      readonly figures: FiguresView;
      readonly issues: IssueView;
      readonly reports: readonly ReportView[];
      /** Every report sheet already shows exactly what a refresh would write. */
      readonly isUpToDate: boolean;
      readonly preview: PreviewView;
      readonly today: TodayView;
    };

export interface TierShare {
  readonly label: Text;
  readonly clients: number;
  readonly before: number;
  readonly shareOfClients: number;
  readonly shareOfAmount: number;
}

export interface PreviewView {
  readonly tiers: readonly TierShare[];
  readonly activeClients: number;
  readonly netAmount: string;
  /** Clients whose tier would be another than under the settings in force. */
  readonly moved: number;
  readonly movedClients: readonly { readonly name: string; readonly from: Text; readonly to: Text }[];
  /** Cumulative share of the amount after each client, largest first; at most 200 points. */
  readonly pareto: readonly { readonly rank: number; readonly share: number; readonly tier: number }[];
  readonly credit: readonly { readonly grade: string; readonly clients: number }[];
}

/** A cell that a link leads to. */
export interface CellPlace {
  readonly sheet: string;
  readonly cell: string;
}

export interface AlertView {
  /** '' where an alert is of the whole book. */
  readonly client: string;
  readonly text: Text;
  readonly severity: 'bad' | 'watch' | 'notice';
  /** It was not there at the refresh before. */
  readonly isNew: boolean;
  readonly place?: CellPlace;
}

/** What is other than at the refresh before. */
export interface SinceView {
  readonly time: string;
  /** Net sales, where they differ. */
  readonly netAmount?: { readonly before: string; readonly now: string; readonly change: string };
  readonly moved: number;
  readonly movedClients: readonly {
    readonly name: string;
    readonly from: Text;
    readonly to: Text;
    readonly place?: CellPlace;
  }[];
}

/** What to do today for somebody who comes back. */
export interface TodayView {
  /** The contacts of today, or of the next planned day; absent where none is to come. */
  readonly due?: {
    readonly day: string;
    readonly weekday: Text;
    readonly isToday: boolean;
    readonly count: number;
    /** The first of them. */
    readonly contacts: readonly {
      readonly client: string;
      readonly rep: string;
      readonly way: Text;
      readonly purpose: Text;
    }[];
  };
  /** Against the last refresh; absent where there was none. */
  readonly since?: SinceView;
  /** What to say first, with who does what next. */
  readonly findings: readonly {
    readonly text: Text;
    readonly next?: Text;
    readonly severity: 'bad' | 'watch' | 'good';
  }[];
}

/** One person's part of the call plan as a calendar file. */
export interface CalendarFile {
  readonly rep: string;
  readonly fileName: string;
  readonly text: string;
}

export type RefreshView =
  | { readonly outcome: 'nothing'; readonly missing: readonly Text[] }
  | {
      readonly outcome: 'done';
      readonly figures: FiguresView;
      readonly preview: PreviewView;
      readonly issues: IssueView;
      readonly written: readonly { readonly report: string; readonly sheet: string }[];
      readonly unchanged: readonly { readonly report: string; readonly sheet: string }[];
      readonly notWritten: readonly { readonly sheet: Text; readonly why: Text; readonly isLeft?: true }[];
      /** The loudest first. */
      readonly alerts: readonly AlertView[];
      /** Against the refresh before; absent where there was none. */
      readonly since?: SinceView;
      /** Whether there is a call plan that can be taken along as calendar files. */
      readonly hasPlan: boolean;
      readonly notes: readonly Text[];
      readonly today: TodayView;
      /** Every report as it stands now. */
      readonly reports: readonly ReportView[];
      readonly time: string;
    };

export interface ClientHit {
  readonly client: number;
  readonly code: string;
  readonly name: string;
  /** What else was matched: initials, phone. */
  readonly hint: string;
}

export type CardTone = 'good' | 'watch' | 'bad' | 'neutral';

export interface CardLine {
  readonly label: Text;
  readonly value: Text;
  readonly note?: Text;
  readonly tone?: CardTone;
}

export interface ClientCard {
  readonly name: string;
  readonly code: string;
  readonly lines: readonly CardLine[];
  readonly orders: readonly {
    readonly day: string;
    readonly what: string;
    readonly amount: string;
    readonly sheet: string;
    readonly row: number;
  }[];
}
