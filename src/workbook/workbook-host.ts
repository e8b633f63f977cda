import type { CellRange } from './address';
import type { CellValue } from './cell-value';
import type { ColumnBlock } from './column-block';
import type { JobControl } from './job-control';
import type { PlanInTurn, WritePlan } from './plan';
import type { DateBase } from './serial-day';

/** How a host knows a sheet through a session, whatever its name becomes. */
export type SheetId = string;

export interface TableInfo {
  readonly name: string;
  /** With header row and totals row. */
  readonly range: CellRange;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
}

export interface SheetInfo {
  readonly id: SheetId;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Rows and columns from A1 that may hold values: an upper bound, formats without values not counted where known. */
  readonly rows: number;
  readonly columns: number;
  readonly tables: readonly TableInfo[];
  /** The report whose mark points at this sheet; absent on the person's sheets. */
  readonly report?: OwnMark;
  readonly isProtected: boolean;
  /** Formulas of which the file holds no result: how many were worked out, how many are read as empty cells (or as the 0 that stands there). */
  readonly withoutResults?: { readonly computed: number; readonly left: number };
  /** Workbooks that formulas on it take values from: what the file keeps of them is read. Only files tell it. */
  readonly linkedBooks?: readonly string[];
  /** It stands outside the workbook that is written: nothing there can link to it. */
  readonly isBeside?: boolean;
}

/** Our mark: the defined name `Kelan_<id>` that points at the sheet, with the fingerprint of what was last written. */
export interface OwnMark {
  readonly id: string;
  readonly fingerprint: string;
}

export interface WorkbookInfo {
  readonly dateBase: DateBase;
  readonly sheets: readonly SheetInfo[];
  readonly isStructureProtected: boolean;
  /** What else in the workbook holds lines, where the host can tell without reading it. */
  readonly linesElsewhere?: readonly LinesElsewhere[];
}

/** Lines that lie on no sheet: in the data model (Power Pivot), behind a connection or query, or in a pivot table's own store. */
export type LinesElsewhere = 'data-model' | 'query' | 'pivot-table';

/** The top left corner of a sheet, cell by cell: enough to recognise it. */
export interface SheetHead {
  /** From A1: `cells[row][column]`; rows may be shorter than `columns`. */
  readonly cells: readonly (readonly CellValue[])[];
  /** Whether the number format of a cell is one of days; the same shape, only meaningful on numbers. */
  readonly isDay: (row: number, column: number) => boolean;
  /** Merged ranges, where the host can tell without harm; `undefined` where it cannot. */
  readonly merges?: readonly CellRange[];
}

export interface ReadRequest {
  readonly sheet: SheetId;
  /** Zero-based, ascending. */
  readonly columns: readonly number[];
  readonly fromRow: number;
  /** Exclusive. */
  readonly toRow: number;
  /** The one of the columns whose cells come with the currency that their number format shows. */
  readonly currencyColumn?: number;
}

/** Everything on a sheet of ours, as it is now: the person's notes, settings and results among it. */
export interface ReportSnapshot {
  readonly id: string;
  readonly fingerprint: string;
  readonly sheetName: string;
  readonly cells: readonly (readonly CellValue[])[];
  /** Cells that show what a formula gives, where the host can tell; `cells` has what they show. */
  readonly formulas?: readonly CellFormula[];
}

export interface CellFormula {
  readonly row: number;
  readonly column: number;
  /** As it stands in the cell, `=` in front. */
  readonly formula: string;
}

/** What of a sheet of ours somebody may have dressed by hand. */
export interface SheetLooks {
  /** Every cell with a fill; `#RRGGBB` in capitals. */
  readonly fills: readonly { readonly row: number; readonly column: number; readonly color: string }[];
  /** Rows that do not find their height by themselves. */
  readonly heights: readonly { readonly row: number; readonly points: number }[];
}

export interface WriteOutcome {
  /** Ids of the sheets written, in the plan's order. */
  readonly written: readonly string[];
  /** The names that the sheets carry, by id: an existing sheet of ours keeps the name that the person gave it. */
  readonly sheetNames: Readonly<Record<string, string>>;
}

/**
 * A workbook as the programs see it: plain data comes in, a plan goes out. One implementation a host; all of them pass
 * `tests/contract/workbook-host.contract.ts`.
 *
 * Every method throws `HostError` and nothing else for what the host refuses.
 */
export interface WorkbookHost {
  describe(control?: JobControl): Promise<WorkbookInfo>;
  /** At most `rows` × `columns` cells from A1. */
  readHead(sheet: SheetId, rows: number, columns: number, control?: JobControl): Promise<SheetHead>;
  /** Calls `receive` block by block, in row order; hidden and filtered rows too. Blank stretches may be left out. */
  readColumns(
    request: ReadRequest,
    receive: (block: ColumnBlock) => void | Promise<void>,
    control?: JobControl,
  ): Promise<void>;
  readReport(id: string, control?: JobControl): Promise<ReportSnapshot | undefined>;
  /** How a sheet of ours looks; absent where a host would have to ask for each cell. */
  readLooks?(id: string, control?: JobControl): Promise<SheetLooks | undefined>;
  /** Writes every sheet of the plan, or leaves whole sheets and throws. */
  write(plan: WritePlan, control?: JobControl): Promise<WriteOutcome>;
  /** The same, sheet by sheet; absent where a host looks over the whole plan before it writes any of it. */
  writeInTurn?(plan: PlanInTurn, control?: JobControl): Promise<WriteOutcome>;
}
