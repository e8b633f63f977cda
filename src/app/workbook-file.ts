import type { CellValue } from '../workbook/cell-value';
import type { JobControl } from '../workbook/job-control';

/** A sheet as a viewer needs it before its rows. */
export interface ViewedSheet {
  readonly id: string;
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** It carries a report of ours. */
  readonly isReport: boolean;
}

/** A workbook file that is open on the page without Excel. All of it is plain data: the work is done elsewhere. */
export interface WorkbookFile {
  /** Opens a file in place of the one before. */
  open(file: Blob, control?: JobControl): Promise<readonly ViewedSheet[]>;
  listSheets(control?: JobControl): Promise<readonly ViewedSheet[]>;
  /** The file as it is after the last refresh. */
  save(control?: JobControl): Promise<Blob>;
  readRows(sheet: string, fromRow: number, toRow: number): Promise<readonly (readonly CellValue[])[]>;
}

export const FILE_LANE = 'file';

export const FILE_ARITIES: { readonly [K in keyof WorkbookFile]: number } = {
  open: 1,
  listSheets: 0,
  save: 0,
  readRows: 3,
};
