import { countPages } from '../reports/layout/count-pages';
import type { SheetPlan } from '../workbook/plan';

/** How much a report's sheet holds. */
export interface SheetSize {
  readonly report: string;
  /** Of its lists, without their headers; of all of it where it has none. */
  readonly rows: number;
  readonly pages: number;
}

export const sizeOf = (plan: SheetPlan): SheetSize => ({
  report: plan.id,
  rows: rowsOf(plan),
  pages: countPages(plan),
});

function rowsOf({ tables, blocks }: SheetPlan): number {
  const listed = tables.reduce((sum, { range }) => sum + range.rows - 1, 0);
  return listed > 0 ? listed : blocks.reduce((sum, { values }) => sum + values.length, 0);
}
