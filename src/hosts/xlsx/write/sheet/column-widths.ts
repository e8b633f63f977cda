import type { SheetPlan } from '../../../../workbook/plan';
import { attributes } from '../xml/xml-text';

/**
 * Widths of columns are counted in digits of the workbook's normal font, plus five pixels of padding; the plan counts
 * in characters of the report's own font. Both in pixels at 96 dpi: a digit is about half as wide as the font is high.
 */
const REPORT_DIGIT_PIXELS = 7.2;
const PADDING_PIXELS = 5;
const MAX_WIDTH = 255;

const digitPixels = (points: number): number => Math.max(1, Math.round(((points * 96) / 72) * 0.51));

/** @example widthOf(10, 11) //=> 11 (Calibri 11: digits of 7 pixels) */
export function widthOf(characters: number, normalFontPoints: number): number {
  const pixels = characters * REPORT_DIGIT_PIXELS + PADDING_PIXELS;
  const width = Math.min(MAX_WIDTH, pixels / digitPixels(normalFontPoints));
  return Math.round(width * 256) / 256;
}

/** `cols`, neighbours of one width together; the column right of a closed outline carries its mark. */
export function writeColumns(
  characters: readonly number[],
  hiddenColumns: readonly number[],
  normalFontPoints: number,
  outline?: SheetPlan['columnOutline'],
): string {
  const isBehind = (column: number): boolean =>
    outline !== undefined && column >= outline.column && column < outline.column + outline.columns;
  const isMarked = (column: number): boolean => outline !== undefined && column === outline.column + outline.columns;
  const isAlike = (a: number, b: number): boolean =>
    characters[a] === characters[b] && isBehind(a) === isBehind(b) && isMarked(a) === isMarked(b);
  const columns: string[] = [];
  for (let from = 0; from < characters.length;) {
    let to = from;
    while (isAlike(to + 1, from)) to++;
    const width = widthOf(characters[from]!, normalFontPoints);
    const marks = attributes({
      hidden: characters[from] === 0 || isBehind(from) ? '1' : undefined,
      customWidth: '1',
      outlineLevel: isBehind(from) ? '1' : undefined,
      collapsed: isMarked(from) ? '1' : undefined,
    });
    columns.push(`<col min="${from + 1}" max="${to + 1}" width="${width}"${marks}/>`);
    from = to + 1;
  }
  const next = characters.length + 1;
  if (isMarked(characters.length)) columns.push(`<col min="${next}" max="${next}" width="9" collapsed="1"/>`);
  for (const column of hiddenColumns)
    columns.push(`<col min="${column + 1}" max="${column + 1}" width="0" hidden="1" customWidth="1"/>`);
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
}
