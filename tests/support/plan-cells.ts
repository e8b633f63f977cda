import type { CellRange } from '../../src/workbook/address';
import type { CellValue } from '../../src/workbook/cell-value';
import type { SheetPlan } from '../../src/workbook/plan';
import type { ReportSnapshot } from '../../src/workbook/workbook-host';

/** The sheet as it would stand after the plan was written: cells by row and column. */
export function cellsOf(plan: SheetPlan): CellValue[][] {
  const cells: CellValue[][] = [];
  for (const { row, column, values } of plan.blocks)
    values.forEach((line, r) =>
      line.forEach((value, c) => {
        const target = (cells[row + r] ??= []);
        while (target.length < column + c) target.push(null);
        target[column + c] = value;
      }),
    );
  return Array.from({ length: cells.length }, (_, row) => cells[row] ?? []);
}

export function snapshotOf(plan: SheetPlan, cells: readonly (readonly CellValue[])[] = cellsOf(plan)): ReportSnapshot {
  return { id: plan.id, fingerprint: plan.fingerprint, sheetName: plan.name, cells };
}

/** Where a text stands first, row by row. */
export function findCell(cells: readonly (readonly CellValue[])[], text: CellValue): { row: number; column: number } {
  for (let row = 0; row < cells.length; row++) {
    const column = cells[row]!.indexOf(text);
    if (column >= 0) return { row, column };
  }
  throw new Error(`No cell says "${String(text)}"`);
}

export function doOverlap(a: CellRange, b: CellRange): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}
