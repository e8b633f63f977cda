import type { CellValue } from '../workbook/cell-value';
import type { PlanValue, SheetPlan } from '../workbook/plan';
import type { ReportSnapshot } from '../workbook/workbook-host';

/**
 * Whether a sheet of ours already shows what a plan would write: the same fingerprint, and cell for cell the same
 * values (the person may have typed over some since).
 */
export function isUnchanged(plan: SheetPlan, snapshot: ReportSnapshot | undefined): boolean {
  if (!snapshot || snapshot.fingerprint !== plan.fingerprint) return false;
  // A byte a cell: sheets of 20,000 clients have three million of them.
  const isPlanned = snapshot.cells.map(({ length }) => new Uint8Array(length));
  for (const block of plan.blocks) {
    for (const [rowOffset, values] of block.values.entries()) {
      const row = block.row + rowOffset;
      for (const [columnOffset, value] of values.entries()) {
        const column = block.column + columnOffset;
        const rowPlanned = isPlanned[row];
        if (rowPlanned) rowPlanned[column] = 1;
        if (!isSame(value, snapshot.cells[row]?.[column] ?? null)) return false;
      }
    }
  }
  return snapshot.cells.every((cells, row) =>
    cells.every((value, column) => isEmpty(value) || isPlanned[row]![column] === 1),
  );
}

const isEmpty = (value: CellValue): boolean => value === null || value === '';

function isSame(planned: PlanValue, found: CellValue): boolean {
  if (planned === null || planned === '') return isEmpty(found);
  return planned === found;
}
