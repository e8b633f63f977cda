import type { PlanValue } from '../../../workbook/plan';
import type { WrappedColumn } from '../stretch-columns';

/** Where a table stands: what charts, freezing and printing need to know. */
export interface PlacedTable {
  readonly id: string;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly rows: number;
  /** Sheet column of each column, by id. */
  readonly columns: ReadonlyMap<string, number>;
  readonly headers: ReadonlyMap<string, string>;
  /** The cells of a column, by its id. */
  readonly cellsOf: (column: string) => readonly PlanValue[];
  /** Sheet columns that it takes up. */
  readonly width: number;
  /** Columns over which its words run, those of its last column that run on counted in. */
  readonly reach: number;
  /** Columns of words that wait for their width. */
  readonly wrapped: readonly WrappedColumn[];
  /** Sets the heights of header and rows again, once all columns have their widths. */
  readonly fitRows: () => void;
}
