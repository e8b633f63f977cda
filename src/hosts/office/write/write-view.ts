import type { SheetPlan } from '../../../workbook/plan';
import { hasApi } from '../api-sets';
import { onRange } from './on-range';

/** `Range.group`; without it the columns of an outline stay open. */
const OUTLINE_API = '1.10';

/** A character of the standard font is 7 pixels wide; a column has 5 pixels of margin; a pixel is 3/4 of a point. */
const PIXELS_PER_CHARACTER = 7;
const MARGIN_PIXELS = 5;
const POINTS_PER_PIXEL = 0.75;

/** @example pointsOfCharacters(10) //=> 56.25 */
export function pointsOfCharacters(characters: number): number {
  return (Math.round(characters * PIXELS_PER_CHARACTER) + MARGIN_PIXELS) * POINTS_PER_PIXEL;
}

/** Widths (set, never fitted: fitting measures whole columns), frozen panes, gridlines, the colour of the tab. */
export function writeView(sheet: Excel.Worksheet, plan: SheetPlan, isNew: boolean): void {
  const { columnWidths, freeze } = plan;
  const hasOutline = plan.columnOutline !== undefined && hasApi(OUTLINE_API);
  // Setting a width opens a closed column: the outline of a standing sheet is as the person left it.
  const isKept = (column: number): boolean => hasOutline && !isNew && isBehindOutline(plan, column);
  for (let from = 0; from < columnWidths.length;) {
    let to = from + 1;
    while (to < columnWidths.length && columnWidths[to] === columnWidths[from] && isKept(to) === isKept(from)) to++;
    if (isKept(from)) {
      from = to;
      continue;
    }
    const width = columnWidths[from] === 0 ? 0 : pointsOfCharacters(columnWidths[from]!);
    onRange(sheet, { row: 0, column: from, rows: 1, columns: to - from }, (range) => {
      range.format.columnWidth = width;
    });
    from = to;
  }
  if (hasOutline && isNew) closeOutline(sheet, plan.columnOutline!);
  if (freeze.rows > 0 && freeze.columns > 0) {
    sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, freeze.rows, freeze.columns));
  } else if (freeze.rows > 0) {
    sheet.freezePanes.freezeRows(freeze.rows);
  } else if (freeze.columns > 0) {
    sheet.freezePanes.freezeColumns(freeze.columns);
  } else {
    sheet.freezePanes.unfreeze();
  }
  sheet.showGridlines = plan.showGridlines;
  sheet.tabColor = plan.tabColor;
  if (isNew && plan.visibility) sheet.visibility = plan.visibility === 'hidden' ? 'Hidden' : 'VeryHidden';
}

const isBehindOutline = ({ columnOutline: outline }: SheetPlan, column: number): boolean =>
  outline !== undefined && column >= outline.column && column < outline.column + outline.columns;

function closeOutline(sheet: Excel.Worksheet, { column, columns }: NonNullable<SheetPlan['columnOutline']>): void {
  const range = sheet.getRangeByIndexes(0, column, 1, columns);
  range.group('ByColumns');
  range.hideGroupDetails('ByColumns');
}
