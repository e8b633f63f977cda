import type { SheetPlan } from '../../../workbook/plan';

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
  for (let from = 0; from < columnWidths.length;) {
    let to = from + 1;
    while (to < columnWidths.length && columnWidths[to] === columnWidths[from]) to++;
    sheet.getRangeByIndexes(0, from, 1, to - from).format.columnWidth =
      columnWidths[from] === 0 ? 0 : pointsOfCharacters(columnWidths[from]!);
    from = to;
  }
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
