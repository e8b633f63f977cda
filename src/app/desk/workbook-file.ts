import type { CellRange } from '../../workbook/address';
import type { ForeignFormat } from '../../workbook/foreign-format';
import type { JobControl } from '../../workbook/job-control';

/** A sheet in the list of a viewer. */
export interface ListedSheet {
  readonly id: string;
  readonly name: string;
  /** It carries a report of ours. */
  readonly isReport: boolean;
}

export interface SeenStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  readonly indent?: number;
}

export interface SeenSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly as: 'bar' | 'line' | 'doughnut';
  readonly color?: string;
  readonly pointColors: Readonly<Record<number, string>>;
  readonly isSecondary: boolean;
}

export interface SeenChart {
  readonly title: string;
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
  readonly categories: readonly string[];
  readonly series: readonly SeenSeries[];
  readonly isHorizontal: boolean;
  readonly isFirstOnTop: boolean;
  readonly isStacked: boolean;
  /** The scale of the values: on the first axis, and on the second where there is one. */
  readonly axes: readonly SeenAxis[];
}

export interface SeenAxis {
  readonly min?: number;
  readonly max?: number;
  readonly numberFormat?: string;
}

/** How a sheet looks, without its cells. */
export interface SeenSheet {
  readonly rows: number;
  readonly columns: number;
  readonly allRows: number;
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly hasGridlines: boolean;
  readonly merges: readonly CellRange[];
  readonly charts: readonly SeenChart[];
  readonly styles: readonly SeenStyle[];
}

export interface SeenCell {
  readonly column: number;
  readonly text: string;
  readonly style: number;
  readonly isNumber: boolean;
  /** What a number format or a rule of the sheet asks for beyond the style. */
  readonly color?: string;
  readonly fill?: string;
  readonly bold?: boolean;
}

/** A file that is read beside the one that is opened. */
export interface NamedBlob {
  readonly name: string;
  readonly blob: Blob;
}

/** What was opened. */
export interface OpenedWorkbook {
  readonly sheets: readonly ListedSheet[];
  /** What the file was, where a new workbook was made of its sheets. */
  readonly convertedFrom?: ForeignFormat;
}

/** A workbook file that is open on the page without Excel. All of it is plain data: the work is done elsewhere. */
export interface WorkbookFile {
  /** Fetches all that the work will need, so that it goes on without a network. */
  prepare(): Promise<void>;
  /**
   * Opens a file in place of the one before; of another format than .xlsx a new workbook is made. The sheets of the others are
   * read with it; reports go into the first alone.
   */
  open(file: Blob, others: readonly NamedBlob[], control?: JobControl): Promise<OpenedWorkbook>;
  /** The file as it is after the last refresh. */
  save(control?: JobControl): Promise<Blob>;
  /** Shows the file as it is after the last refresh. */
  relist(control?: JobControl): Promise<readonly ListedSheet[]>;
  lookAt(sheet: string): Promise<SeenSheet>;
  readRows(sheet: string, fromRow: number, toRow: number): Promise<readonly (readonly SeenCell[])[]>;
}

export const FILE_LANE = 'file';

export const FILE_ARITIES: { readonly [K in keyof WorkbookFile]: number } = {
  prepare: 0,
  open: 2,
  save: 0,
  relist: 0,
  lookAt: 1,
  readRows: 3,
};
