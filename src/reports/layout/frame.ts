import type { CellRange } from '../../workbook/address';
import type { SheetPlan } from '../../workbook/plan';
import type { PagesAcross } from './pages-across';

/** What the way a sheet is built decides of it as a whole: width, freezing, printing. */
export interface Frame {
  /** Columns of the text part. */
  readonly width: number;
  readonly freeze: SheetPlan['freeze'];
  /** Columns from A that tell the rows of the main table apart: repeated where it is printed over several pages. */
  readonly keyColumns: number;
  readonly across: PagesAcross;
  /** Columns behind a closed outline. */
  readonly columnOutline?: SheetPlan['columnOutline'];
  readonly repeatRows?: { readonly from: number; readonly to: number };
  /** So many pages high, however small that makes it: programs differ in how high a line is. */
  readonly pagesHigh?: number;
  /** Rows of tables that the print leaves to the screen. */
  readonly rowsLeft?: number;
  /** What is printed, each on pages of its own; the sheet as it is where absent. */
  readonly areas?: readonly CellRange[];
}
