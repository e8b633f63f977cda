import { refuseUnmodelled } from '../refusal';
import type { CellGrid } from './cell-grid';

/** What a column is filtered by; only filters by values are worked out here. */
export interface FilterCriteria {
  readonly filterOn: string;
  readonly values?: readonly string[];
  readonly criterion1?: string;
}

/** Rows between two rows that a criterion on a column hides. */
export function rowsHiddenBy(
  grid: CellGrid,
  criteria: FilterCriteria,
  column: number,
  from: number,
  to: number,
): number[] {
  if (criteria.filterOn !== 'Values') return refuseUnmodelled('FilterCriteria', criteria.filterOn);
  const rows: number[] = [];
  for (let row = from; row < to; row++) {
    const value = grid.at(row, column)?.value ?? '';
    if (!criteria.values?.includes(typeof value === 'object' ? value.error : String(value))) rows.push(row);
  }
  return rows;
}
