import type { WorkbookHost } from '../../../src/workbook/workbook-host';
import type { Grid } from './edits';

/** A workbook that a test edits as a person does, in whatever host. */
export interface EditedWorkbook {
  /** The host for the next refresh: the workbook opened anew where it is a file. */
  open(): Promise<WorkbookHost>;
  /** Names of all sheets, with the report whose mark points at each. */
  sheets(): Promise<readonly { readonly name: string; readonly report?: string }[]>;
  /** The reports stand in it already. */
  readonly isWritten?: boolean;
  read(name: string): Promise<Grid>;
  /** Replaces the cells of a sheet. */
  replace(name: string, grid: Grid): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  copy(name: string, as: string): Promise<void>;
  close?(): void;
  /** Takes a mark away, or puts it on another sheet. */
  mark(report: string, sheet: string | undefined): Promise<void>;
}
