import type { CellRange } from '../../workbook/address';
import type { SheetPlan } from '../../workbook/plan';
import { percentOf, pointsOfPage } from './pages-across';

/** Points of a row that has no height of its own. */
const ROW_POINTS = 16;

/**
 * Pages of paper that a sheet takes, as its plan has it printed: each area starts a page.
 *
 * Programs differ by a little in how high a line is, so a sheet that just fills its last page may take one more.
 *
 * @example
 * // One area of 100 rows of 16 points, 80 characters wide, upright: 721 points a page //=> 3
 */
export function countPages(plan: SheetPlan): number {
  const { orientation, pagesWide, pagesHigh, areas, header } = plan.print;
  if (pagesHigh !== undefined) return pagesWide * pagesHigh;
  const heights = new Map(plan.rowHeights.map(({ row, points }) => [row, points]));
  const widthsOf = ({ column, columns }: CellRange): number[] =>
    Array.from({ length: columns }, (_, at) => plan.columnWidths[column + at] ?? 9);
  return (areas ?? [usedRange(plan)]).reduce((sum, area, index) => {
    const across = index === 0 ? pagesWide : 1;
    const percent = across > 1 ? LEAST_OF_WIDE : percentOf(widthsOf(area), orientation);
    const room = pointsOfPage(orientation, percent, header);
    let pages = 1;
    let used = 0;
    for (let row = area.row; row < area.row + area.rows; row++) {
      const points = heights.get(row) ?? ROW_POINTS;
      if (used > 0 && used + points > room) {
        pages++;
        used = 0;
      }
      used += points;
    }
    return sum + pages * across;
  }, 0);
}

/** Sheets over several pages across are printed at about this size. */
const LEAST_OF_WIDE = 80;

function usedRange({ blocks, charts }: SheetPlan): CellRange {
  const ends = [
    ...blocks.map(({ row, column, values }) => ({
      row: row + values.length,
      column: column + (values[0]?.length ?? 0),
    })),
    ...charts.map(({ anchor }) => ({ row: anchor.row + anchor.rows, column: anchor.column + anchor.columns })),
  ];
  return {
    row: 0,
    column: 0,
    rows: ends.reduce((most, { row }) => Math.max(most, row), 0),
    columns: ends.reduce((most, { column }) => Math.max(most, column), 0),
  };
}
