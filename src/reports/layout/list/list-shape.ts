import type { SheetPlan } from '../../../workbook/plan';
import type { FilledTable } from '../table/fill-table';

/** How wide the tables of a list are, before anything is placed. Counted in columns of the sheet, from A. */
export interface ListShape {
  readonly main: FilledTable | undefined;
  readonly mainWidth: number;
  /** Of the main table, without the columns at its end that stay off paper. */
  readonly printedMainWidth: number;
  /** Of the widest table. */
  readonly width: number;
  /** What the pages side by side have to hold. */
  readonly printedWidth: number;
  /** Columns that tell the rows of the main table apart. */
  readonly keyColumns: number;
}

/** The first table is the main one. */
export function shapeOf(tables: readonly FilledTable[]): ListShape {
  const main = tables[0];
  const mainWidth = Math.max(1, main ? widthOfTable(main) : 0);
  const width = Math.max(mainWidth, ...tables.map(widthOfTable));
  const printedMainWidth = mainWidth - (main ? unprintedColumns(main) : 0);
  return {
    main,
    mainWidth,
    printedMainWidth,
    width,
    printedWidth: width > mainWidth ? width : printedMainWidth,
    keyColumns: main ? leadingKeys(main) : 0,
  };
}

export const widthOfTable = ({ columns }: FilledTable): number =>
  columns.reduce((sum, { span }) => sum + (span ?? 1), 0);

function leadingKeys({ columns }: FilledTable): number {
  const firstOther = columns.findIndex(({ key, isLead }) => !key && !isLead);
  return firstOther < 0 ? columns.length : firstOther;
}

/**
 * Columns of the main table behind the outline: the folded ones that no other table stands in.
 *
 * @example 12 columns, those from the 6th folded, a table below of 8 columns //=> { column: 8, columns: 4 }
 */
export function foldedColumns(tables: readonly FilledTable[]): SheetPlan['columnOutline'] {
  const main = tables[0];
  if (!main) return undefined;
  const first = main.columns.findIndex(({ isFolded }) => isFolded);
  if (first < 0) return undefined;
  const column = Math.max(first, ...tables.slice(1).map(widthOfTable));
  const columns = main.columns.filter(({ isFolded }, at) => isFolded && at >= column).length;
  return columns > 0 ? { column, columns } : undefined;
}

/** Columns at the end that stay off paper; a column of hers at the right of them is printed, and they with it. */
function unprintedColumns({ columns }: FilledTable): number {
  const firstPrinted = [...columns].reverse().findIndex(({ isUnprinted, isFolded }) => !isUnprinted && !isFolded);
  return Math.max(0, firstPrinted);
}
