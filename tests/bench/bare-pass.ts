import type { CellValue } from '../../src/workbook/cell-value';
import { JOB_COLUMNS } from './bench-rows';

/** The least that any engine must do: touch twelve cells of every row once. */
export function runBarePass(rows: readonly (readonly CellValue[])[]): number {
  const columns = JOB_COLUMNS;
  let filled = 0;
  for (const row of rows) {
    for (let i = 0; i < columns; i++) if (row[i] !== null) filled++;
  }
  return filled;
}
