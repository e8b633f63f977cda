import type { CellRange } from './address';
import type { CellStyle } from './style';

/**
 * What is to be written, as plain data: hosts perform it, nobody else. All rows and columns are zero-based.
 * Strings are always text: no host may let one become a formula, a day or a link.
 */
export interface WritePlan {
  /** In the order in which new sheets stand, behind the person's sheets. */
  readonly sheets: readonly SheetPlan[];
  /** The report whose sheet the workbook opens on; where it opened before, if absent or not there to be seen. */
  readonly opensOn?: string;
}

/** What a host has to know of a sheet before its content. */
export type SheetHeading = Pick<SheetPlan, 'id' | 'name' | 'owner' | 'isAnew'>;

/**
 * A plan whose sheets are laid out when the host asks for them, once each: a sheet is written and let go before the next is
 * there.
 */
export interface PlanInTurn extends Pick<WritePlan, 'opensOn'> {
  /** Of all sheets that come, in their order. */
  readonly headings: readonly SheetHeading[];
  readonly sheets: Iterable<SheetPlan>;
}

export type PlanValue = string | number | boolean | null;

export interface SheetPlan {
  /** The report's id: the mark is the workbook-level defined name `Kelan_<id>`. */
  readonly id: string;
  /**
   * `person`: a sheet that is hers from the moment it stands (a blank input sheet). It is always a new one, carries no
   * mark, and is never found, written or removed again. Absent: a sheet of ours.
   */
  readonly owner?: 'person';
  /** The name for a new sheet; an existing sheet of ours keeps the name it has. Free of the person's names. */
  readonly name: string;
  /** A new sheet is made with this; an existing one stays as the person left it. Visible where absent. */
  readonly visibility?: 'hidden' | 'veryHidden';
  /** The mark of this id points at a sheet of the person's: a new sheet is made and the mark goes to it. */
  readonly isAnew?: boolean;
  /** Stands for all of the content: equal fingerprints, equal sheets. */
  readonly fingerprint: string;
  /** `#RRGGBB` */
  readonly tabColor: string;
  /** Width of each column from A, in characters. */
  readonly columnWidths: readonly number[];
  /** Columns behind an outline that a new sheet shows closed; open or closed, an existing one stays as the person left it. */
  readonly columnOutline?: { readonly column: number; readonly columns: number };
  readonly rowHeights: readonly { readonly row: number; readonly points: number }[];
  /** Rectangles that do not overlap. */
  readonly blocks: readonly CellBlock[];
  /** Fills of the person's own, over the look of cells that a block has written. */
  readonly fills?: readonly { readonly row: number; readonly column: number; readonly color: string }[];
  /** Cells that Excel works out by itself when the person picks something; a block holds what they show now. */
  readonly formulas?: readonly FormulaPlan[];
  readonly merges: readonly CellRange[];
  readonly tables: readonly TablePlan[];
  readonly conditionalFormats: readonly ConditionalFormatPlan[];
  readonly validations: readonly ValidationPlan[];
  readonly links: readonly LinkPlan[];
  readonly charts: readonly ChartPlan[];
  /** Where the host has them: all that they do, the filter of the table does too. */
  readonly slicers?: readonly SlicerPlan[];
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly showGridlines: boolean;
  readonly print: PrintPlan;
}

/** A rectangle of values whose columns have one style each. */
export interface CellBlock {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly PlanValue[])[];
  /** Parallel to the columns of `values`. */
  readonly styles: readonly CellStyle[];
}

/**
 * A formula of our own making in a cell that a block has written: never a text of the workbook, whose strings stay text.
 * Built-in functions of Excel 2007 only, so that WPS and LibreOffice work it out too; without the leading `=`.
 */
export interface FormulaPlan {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** A native table over cells that a block has written: header row first, no totals row of the table's own. */
export interface TablePlan {
  /**
   * Unique in the workbook and legal as a name. Tables share one space of names with defined names, so it is never
   * `Kelan_<id>`, which is the sheet's mark: `KelanTable_clientTiers`.
   */
  readonly name: string;
  readonly range: CellRange;
  readonly hasFilter: boolean;
  readonly style: string;
}

/**
 * Buttons that filter a native table of the same sheet by the values of one of its columns. They lie over cells and are
 * never printed from a file; Excel only.
 */
export interface SlicerPlan {
  /** Unique in the workbook, letters and `_`; the slicer's name is `Kelan_<id>`. */
  readonly id: string;
  /** The plan's name of the table. */
  readonly table: string;
  /** Counted from the table's first. */
  readonly column: number;
  readonly caption: string;
  readonly row: number;
  readonly rows: number;
  /** Where it begins: a column, and so many characters into it. */
  readonly sheetColumn: number;
  readonly indent: number;
  /** In characters. */
  readonly width: number;
}

/**
 * Earlier ones win. A limit (`cellIs`) judges numbers only: Excel's own cell rule takes a blank as 0 and any text, the
 * `—` of an unknown figure too, as more than every number, so hosts write the limit as a formula.
 */
export type ConditionalFormatPlan =
  | { readonly kind: 'dataBar'; readonly range: CellRange; readonly color: string }
  | {
      readonly kind: 'cellIs';
      readonly range: CellRange;
      readonly operator: 'lessThan' | 'greaterThan' | 'lessThanOrEqual' | 'greaterThanOrEqual' | 'equal';
      readonly value: number;
      readonly style: ConditionalStyle;
    }
  | { readonly kind: 'textIs'; readonly range: CellRange; readonly text: string; readonly style: ConditionalStyle }
  | {
      /** A thin line above each row whose value in one column is not that of the row above, where that of another is. */
      readonly kind: 'rowChanges';
      readonly range: CellRange;
      readonly column: number;
      readonly within?: number;
      readonly color: string;
      /** The other lines of these cells: some programs take the border of a condition for the whole border. */
      readonly sides?: Omit<NonNullable<CellStyle['border']>, 'top'>;
    };

export interface ConditionalStyle {
  readonly color: string;
  readonly fill?: string;
  readonly bold?: boolean;
}

export type ValidationPlan =
  | {
      readonly kind: 'list';
      readonly range: CellRange;
      readonly options: readonly string[];
      /** The list is an offer: other words may be typed too. */
      readonly allowsOther?: boolean;
      readonly message?: string;
    }
  | {
      /** The options stand in cells of the same sheet: for lists that are longer than a rule can hold. */
      readonly kind: 'listOf';
      readonly range: CellRange;
      readonly source: CellRange;
      readonly allowsOther?: boolean;
      readonly message?: string;
    }
  | {
      readonly kind: 'number';
      readonly range: CellRange;
      readonly min: number;
      readonly max: number;
      readonly whole: boolean;
      readonly message?: string;
    }
  | { readonly kind: 'day'; readonly range: CellRange; readonly message?: string };

/** A link inside the workbook: to a report of ours by id, or to a person's sheet by name. */
export interface LinkPlan {
  readonly row: number;
  readonly column: number;
  readonly target:
    { readonly report: string; readonly cell: string } | { readonly sheet: string; readonly cell: string };
  readonly tooltip?: string;
}

export interface PrintPlan {
  readonly orientation: 'portrait' | 'landscape';
  /** A4, fitted to this many pages in width; as many pages high as it takes, unless that is said too. */
  readonly pagesWide: number;
  readonly pagesHigh?: number;
  /** Rows repeated on every page: first and last, zero-based. */
  readonly repeatRows?: { readonly from: number; readonly to: number };
  /** Columns repeated on every page to the right of the first: first and last, zero-based. */
  readonly repeatColumns?: { readonly from: number; readonly to: number };
  /** What is printed, each rectangle on pages of its own (the table, then the charts beside it); absent: everything. */
  readonly areas?: readonly CellRange[];
  /** Plain text; hosts escape what the header code gives a meaning to. Empty: the page begins higher. */
  readonly header: string;
  /** Left part of the footer; page n of m stands at the right. */
  readonly footer: string;
  /**
   * How page numbers are written: `{sheet}`, `{page}` and `{pages}`. Excel counts `{pages}` over all sheets that are printed
   * together, so pages are numbered a sheet, from 1, where it does not stand there.
   */
  readonly pageNumber: string;
}

export type ChartKind = 'column' | 'stackedColumn' | 'bar' | 'line' | 'doughnut' | 'combo';

export interface ChartSeriesPlan {
  readonly name: string;
  /** On the same sheet, one row or one column. A gap is an empty cell: Excel draws text, `—` too, as 0. */
  readonly values: CellRange;
  /** Only in a `combo`. */
  readonly as?: 'column' | 'line';
  readonly axis?: 'primary' | 'secondary';
  readonly color: string;
  /** Takes its room and is not seen: what the steps of a waterfall stand on. */
  readonly isUnseen?: boolean;
  readonly dash?: boolean;
  readonly markers?: boolean;
  /** Colour of single points (a doughnut's parts), in order. */
  readonly pointColors?: readonly string[];
}

export interface ChartAxisPlan {
  readonly title?: string;
  readonly numberFormat?: string;
  readonly min?: number;
  readonly max?: number;
  readonly majorUnit?: number;
  /** Only every nth label of categories. */
  readonly labelEvery?: number;
  /** First category on top (a `bar`). */
  readonly reversed?: boolean;
}

/** A native, editable chart over cells of the same sheet. */
export interface ChartPlan {
  /** Unique on the sheet; the drawing's name is `Kelan_<id>`. */
  readonly id: string;
  readonly kind: ChartKind;
  readonly title: string;
  /** What a screen reader says. */
  readonly description: string;
  readonly anchor: CellRange;
  readonly categories: CellRange;
  readonly series: readonly ChartSeriesPlan[];
  readonly categoryAxis: ChartAxisPlan;
  readonly valueAxis: ChartAxisPlan;
  readonly secondaryAxis?: ChartAxisPlan;
  readonly legend: 'none' | 'bottom' | 'right';
  readonly gapWidth?: number;
  readonly dataLabels?: { readonly numberFormat: string };
  /** Points of all its words; 9 where absent, under a title of 12. */
  readonly textSize?: number;
}
