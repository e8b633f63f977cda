import type { Analysis } from '../core/analysis';
import type { Dataset } from '../core/model/dataset';
import type { CallPlan } from '../core/plan/call-plan';
import type { Lang } from '../i18n/lang';
import type { Text } from '../i18n/text';
import type { Inspection } from '../ingest/recognise/inspection';
import type { CellValue } from '../workbook/cell-value';
import type { ReportSnapshot } from '../workbook/workbook-host';
import type { ReportWish } from '../reports/standard-reports';
import type { SheetSize } from './sheet-size';
import type { ReadRequest, RunChoices } from './read-workbook';

type Cells = readonly (readonly CellValue[])[];

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

/** Sheets that are read back once they are written; nobody can ask for another. */
export const READ_BACK = ['clientTiers', 'alerts'] as const;
export type ReadBack = (typeof READ_BACK)[number];

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
  /** Of the sheets that were laid out; none where nothing had changed. */
  readonly sizes: readonly SheetSize[];
  /**
   * The cells of a sheet that is read back as they stand now, written or not; nothing where the report was not to be
   * written.
   */
  readonly cellsNow: (report: ReadBack) => Cells | undefined;
}
