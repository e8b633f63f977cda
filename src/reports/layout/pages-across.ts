import { pageMargins } from '../../workbook/page-margins';
import type { PrintPlan } from '../../workbook/plan';

/** Below this a print of 10-point text falls clearly under 7 points, and people stop reading it. */
const LEAST_SCALE = 0.68;
/** Bounds of what a print is sized to, in hundredths of life size. */
const LEAST_PERCENT = 10;
const MOST_PERCENT = 100;
/** More pages side by side than this are no report any more: rather a smaller print. */
const MOST_PAGES = 3;

/** A4 in inches. */
const PAPER = { portrait: { width: 8.27, height: 11.69 }, landscape: { width: 11.69, height: 8.27 } } as const;
/** A4 without its margins, in pixels of the screen (96 an inch). */
const PAGE_PIXELS = { portrait: (8.27 - 0.8) * 96, landscape: (11.69 - 0.8) * 96 } as const;
/** Programs differ a little in how wide a character is and how high a line. */
const SAFETY = 0.96;
/**
 * Words of 10 points are printed with 8: with the room that `SAFETY` keeps it is 80 %, and a print that is fitted to its
 * pages does not need that room.
 */
export const FITTED_PERCENT = 77;
/** A digit of the report's font with what stands between two of them; the room that a column has around its words. */
const CHARACTER_PIXELS = 7.2;
const COLUMN_PIXELS = 5;

export interface PagesAcross {
  readonly pages: number;
  /** Columns on the first of them. */
  readonly firstColumns: number;
  /** Of life size: 100 is as large as on the screen. */
  readonly percent: number;
}

/**
 * How many pages side by side a sheet so wide needs for its print to stay readable: text of 10 points not under 6.8.
 *
 * Pages break between columns; every page after the first begins with the first `repeated` columns again. The print is
 * as large as the pages allow, never over life size: that decides what stands on the first of them.
 *
 * @param widths of the columns printed together, in characters
 * @example pagesAcross([100, 100, 100], 0, 'landscape') //=> { pages: 2, firstColumns: 2, percent: 72 }
 */
export function pagesAcross(
  widths: readonly number[],
  repeated: number,
  orientation: PrintPlan['orientation'],
): PagesAcross {
  const pixels = widths.map(pixelsOf);
  const page = PAGE_PIXELS[orientation];
  const pages = Math.min(MOST_PAGES, breaksOf(pixels, repeated, page / LEAST_SCALE).length + 1);
  // The smaller the print, the fewer the pages: halving finds the largest that does.
  let [percent, tooLarge] = [LEAST_PERCENT, MOST_PERCENT + 1];
  while (tooLarge - percent > 1) {
    const tried = (percent + tooLarge) >> 1;
    if (breaksOf(pixels, repeated, page / (tried / 100)).length + 1 > pages) tooLarge = tried;
    else percent = tried;
  }
  return { pages, firstColumns: breaksOf(pixels, repeated, page / (percent / 100))[0] ?? widths.length, percent };
}

const pixelsOf = (characters: number): number => characters * CHARACTER_PIXELS + COLUMN_PIXELS;

/**
 * Columns from A that fit one page at life size.
 *
 * Some programs size every print area by itself, some the whole sheet at once: an area as wide as this stands on one
 * page in both.
 *
 * @example columnsOfPage([50, 50, 50], 'landscape') //=> 2
 */
export function columnsOfPage(widths: readonly number[], orientation: PrintPlan['orientation']): number {
  return columnsThatFit(widths, orientation, 100);
}

/** Columns from A that fit one page printed at so many percent. @example columnsThatFit([50, 50, 50], 'landscape', 80) //=> 3 */
export function columnsThatFit(
  widths: readonly number[],
  orientation: PrintPlan['orientation'],
  percent: number,
): number {
  return breaksOf(widths.map(pixelsOf), 0, (PAGE_PIXELS[orientation] * SAFETY * 100) / percent)[0] ?? widths.length;
}

/** Of life size, at which columns together fit one page: 100 at most. @example percentOf([100, 100], 'landscape') //=> 72 */
export function percentOf(widths: readonly number[], orientation: PrintPlan['orientation']): number {
  const pixels = widths.reduce((sum, width) => sum + pixelsOf(width), 0);
  return Math.min(100, Math.ceil((PAGE_PIXELS[orientation] * 100) / Math.max(1, pixels)));
}

/**
 * Points of rows that a page holds, printed at so many percent.
 *
 * @param header what stands above it on every page; empty: there is room for more rows
 */
export function pointsOfPage(orientation: PrintPlan['orientation'], percent: number, header = ' '): number {
  const { top, bottom } = pageMargins({ header });
  return ((PAPER[orientation].height - top - bottom) * 72 * SAFETY) / (percent / 100);
}

/** The columns that begin a new page, where a page has so much room. */
function breaksOf(pixels: readonly number[], repeated: number, room: number): readonly number[] {
  const again = pixels.slice(0, repeated).reduce((sum, width) => sum + width, 0);
  const breaks: number[] = [];
  let used = 0;
  pixels.forEach((width, column) => {
    if (used > 0 && used + width > room) {
      breaks.push(column);
      used = again;
    }
    used += width;
  });
  return breaks;
}
