import type { CellRange } from '../../../workbook/address';
import type { PlacedTable } from '../table/placed-table';
import { packParts, type PrintPart } from '../print-areas';
import type { SheetDraft } from '../sheet-draft';
import type { ListShape } from './list-shape';
import type { TableStack, TableStart } from './table-stack';

/** A table of so few rows is not cut by a page's end. */
const MOST_WHOLE_ROWS = 24;

/** Where the foot stands. */
export interface FootPlace {
  readonly row: number;
  readonly columns: number;
}

/** A page a table: each with the heading above it. */
export const pagePerTable = (tables: Iterable<PlacedTable>): readonly CellRange[] =>
  [...tables].map(({ headerRow, rows, width }) => ({ row: headerRow - 1, column: 0, rows: rows + 2, columns: width }));

/**
 * Print areas of a sheet whose main table runs over several pages side by side.
 *
 * Each part is as wide as it is: else every page of a narrow table would drag along the empty pages beside it. With
 * nothing else below, the foot stands under the main table's last rows.
 *
 * @param end the row under the last printed one
 * @param room points of rows that a page holds
 */
export function cutWidePages(
  draft: SheetDraft,
  starts: readonly TableStart[],
  foot: FootPlace,
  end: number,
  room: number,
): readonly CellRange[] {
  const [main, ...below] = starts.map(({ row, columns }, index): CellRange => {
    const next = starts[index + 1]?.row ?? (index === 0 ? end : foot.row);
    return { row, column: 0, rows: next - row, columns };
  });
  const footArea = below.length > 0 ? rowsBetween(foot.row, end, foot.columns) : [];
  const parts = [...below, ...footArea].map((range) => partOf(draft, range, range.rows <= MOST_WHOLE_ROWS));
  return [...(main ? [main] : []), ...packParts([...parts, ...chartParts(draft)], room)];
}

/**
 * Print areas of a sheet whose main table fits one page across: the tables, then the charts beside them, then the tables
 * that run under the charts. Nothing where the sheet is printed as it is.
 */
export function cutPages(
  draft: SheetDraft,
  { mainWidth, printedMainWidth, printedWidth, width }: ListShape,
  { wideFrom }: TableStack,
  end: number,
  room: number,
): readonly CellRange[] | undefined {
  if (draft.charts.length === 0)
    return printedMainWidth < mainWidth ? rowsBetween(0, end, printedMainWidth) : undefined;
  const charts = packParts(chartParts(draft), room);
  if (wideFrom === undefined) return [...rowsBetween(0, Math.max(end, 1), printedWidth), ...charts];
  return [
    ...rowsBetween(0, wideFrom, Math.min(mainWidth, printedWidth)),
    ...charts,
    ...rowsBetween(wideFrom, Math.max(end, wideFrom + 1), width),
  ];
}

const rowsBetween = (from: number, to: number, columns: number): CellRange[] =>
  to > from ? [{ row: from, column: 0, rows: to - from, columns }] : [];

const partOf = (draft: SheetDraft, range: CellRange, isWhole: boolean): PrintPart => ({
  ...range,
  points: draft.heightOf(range.row, range.rows),
  isWhole,
});

const chartParts = (draft: SheetDraft): PrintPart[] => draft.charts.map(({ anchor }) => partOf(draft, anchor, true));
