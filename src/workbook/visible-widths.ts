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

/** Characters of a column that has no width of its own. */
export const OTHER_WIDTH = 8.43;

/**
 * The column, and characters into it, so many characters behind the start of a column.
 *
 * @example placeBehind(0, 10, [8, 20]) //=> { column: 1, indent: 2 }
 */
export function placeBehind(
  column: number,
  characters: number,
  widths: readonly number[],
): { readonly column: number; readonly indent: number } {
  let indent = characters;
  let at = column;
  for (; indent >= (widths[at] ?? OTHER_WIDTH); at++) indent -= widths[at] ?? OTHER_WIDTH;
  return { column: at, indent };
}
