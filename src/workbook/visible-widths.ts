import type { SheetPlan } from './plan';

/**
 * Characters of each column as a new sheet shows them: those behind its closed outline take none.
 *
 * @example visibleWidths({ columnWidths: [8, 20, 12], columnOutline: { column: 1, columns: 1 } }) //=> [8, 0, 12]
 */
export function visibleWidths({
  columnWidths,
  columnOutline,
}: Pick<SheetPlan, 'columnWidths' | 'columnOutline'>): readonly number[] {
  if (!columnOutline) return columnWidths;
  const { column, columns } = columnOutline;
  return columnWidths.map((width, at) => (at >= column && at < column + columns ? 0 : width));
}
