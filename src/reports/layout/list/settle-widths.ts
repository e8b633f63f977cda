import type { PrintPlan } from '../../../workbook/plan';
import { pagesAcross, type PagesAcross } from '../pages-across';
import type { SheetDraft } from '../sheet-draft';
import { stretchColumns } from '../stretch-columns';
import type { ListShape } from './list-shape';
import type { TableStack } from './table-stack';

/**
 * Gives the columns of words their width, and the rows their heights by it; says how many pages stand side by side then.
 *
 * Printed columns share out what the paper has; a column off paper is as wide as it likes.
 */
export function settleWidths(
  draft: SheetDraft,
  { printedWidth, keyColumns }: ListShape,
  stack: TableStack,
  orientation: PrintPlan['orientation'],
  leastPercent?: number,
): PagesAcross {
  const wrapped = stack.main?.wrapped ?? [];
  const isPrinted = ({ column }: { readonly column: number }): boolean => column < printedWidth;
  const widths = stretchColumns(draft.columnWidths(printedWidth), wrapped.filter(isPrinted), keyColumns, orientation, leastPercent); // prettier-ignore
  widths.forEach((characters, column) => draft.widen(column, characters));
  for (const one of wrapped) if (!isPrinted(one)) draft.widen(one.column, one.preferred);
  stack.placed.forEach(({ fitRows }) => fitRows());
  return pagesAcross(draft.columnWidths(printedWidth), keyColumns, orientation);
}
