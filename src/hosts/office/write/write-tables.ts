import type { CellRange } from '../../../workbook/address';
import type { SheetPlan } from '../../../workbook/plan';
import { hasApi } from '../api-sets';
import { standingTableOf, type StandingSheet, type StandingTable } from './standing-sheet';

const OUR_TABLE = /^kelan/i;
const RESIZE_API = '1.13';

/**
 * Before values: our tables take the size that the plan gives them, so that formulas of the person which name them live
 * on. One that is no longer in the plan, or cannot be resized, becomes plain cells again; `addTables` makes it anew.
 */
export function fitTables(sheet: Excel.Worksheet, plan: SheetPlan, standing: StandingSheet): void {
  for (const table of standing.tables) {
    if (!isOurs(plan, table)) continue;
    const planned = plan.tables.find(({ name }) => standingTableOf(name, standing.tables) === table);
    if (planned && canResize(table, planned.range, standing.tables)) {
      if (!isSameRange(table.range, planned.range)) {
        sheet.tables.getItem(table.name).resize(rangeOf(sheet, planned.range));
      }
    } else {
      sheet.tables.getItem(table.name).convertToRange();
    }
  }
}

/** After values: tables that are not there yet, and how all of them look. */
export function addTables(
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  standing: StandingSheet | undefined,
  takenNames: ReadonlyMap<string, string>,
): void {
  for (const planned of plan.tables) {
    const before = standing && standingTableOf(planned.name, standing.tables);
    const kept = before && canResize(before, planned.range, standing.tables) ? before : undefined;
    const table = kept ? sheet.tables.getItem(kept.name) : sheet.tables.add(rangeOf(sheet, planned.range), true);
    if (!kept) table.name = freeName(planned.name, takenNames, standing?.id);
    table.style = planned.style;
    table.showFilterButton = planned.hasFilter;
  }
}

/**
 * Ours by its name, or because it stands where we write: a run that broke off before it could name its table leaves one
 * of those. Others on a sheet of ours are the person's and stay.
 */
function isOurs(plan: SheetPlan, { name, range }: StandingTable): boolean {
  if (OUR_TABLE.test(name)) return true;
  return plan.blocks.some(({ row, column, values, styles }) =>
    doMeet(range, { row, column, rows: values.length, columns: styles.length }),
  );
}

/** Excel resizes a table only where its header stays in its row, the two ranges meet and no other table stands in the way. */
function canResize(table: StandingTable, to: CellRange, all: readonly StandingTable[]): boolean {
  const from = table.range;
  if (isSameRange(from, to)) return true;
  if (all.some((other) => other !== table && doMeet(other.range, to))) return false;
  return from.row === to.row && doMeet(from, to) && hasApi(RESIZE_API);
}

function doMeet(a: CellRange, b: CellRange): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

function isSameRange(a: CellRange, b: CellRange): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

function rangeOf(sheet: Excel.Worksheet, { row, column, rows, columns }: CellRange): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}

/** The planned name, or with a number where a table on another sheet has it (the person copied ours). */
function freeName(name: string, taken: ReadonlyMap<string, string>, sheetId: string | undefined): string {
  let free = name;
  for (let number = 2; ; number++) {
    const owner = taken.get(free.toLowerCase());
    if (owner === undefined || owner === sheetId) return free;
    free = `${name}_${number}`;
  }
}
