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

/** `cols`, neighbours of one width together. */
export function writeColumns(
  characters: readonly number[],
  hiddenColumns: readonly number[],
  normalFontPoints: number,
): string {
  const columns: string[] = [];
  for (let from = 0; from < characters.length;) {
    let to = from;
    while (to + 1 < characters.length && characters[to + 1] === characters[from]) to++;
    const width = widthOf(characters[from]!, normalFontPoints);
    const hidden = characters[from] === 0 ? ' hidden="1"' : '';
    columns.push(`<col min="${from + 1}" max="${to + 1}" width="${width}"${hidden} customWidth="1"/>`);
    from = to + 1;
  }
  for (const column of hiddenColumns)
    columns.push(`<col min="${column + 1}" max="${column + 1}" width="0" hidden="1" customWidth="1"/>`);
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
}
