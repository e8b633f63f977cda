import type { PagesAcross } from '../pages-across';
import { pointsOfPage } from '../pages-across';
import type { FilledTable } from '../table/fill-table';
import type { PlacedTable } from '../table/placed-table';
import type { PrintPlan } from '../../../workbook/plan';
import type { SheetDraft } from '../sheet-draft';

/**
 * Whether the header of the main table stands again on every page.
 *
 * Excel repeats rows on every page that follows: over a longer table below they would name the wrong columns.
 */
export function isHeaderRepeated(
  draft: SheetDraft,
  main: PlacedTable,
  tables: readonly FilledTable[],
  { percent }: PagesAcross,
  orientation: PrintPlan['orientation'],
): boolean {
  const below = tables.slice(1).map(({ definition, body }) => (definition.isChartData ? 0 : body.length));
  const end = main.headerRow + 1 + main.rows;
  const hasManyPages = draft.heightOf(0, end) > pointsOfPage(orientation, percent);
  return hasManyPages && main.rows >= Math.max(0, ...below);
}
