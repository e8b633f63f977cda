import type { PrintPlan } from './plan';

export interface PageMargins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly header: number;
  readonly footer: number;
}

/** Inches at either side; the narrow ones are those that Excel calls so, and every printer keeps. */
const SIDE = 0.4;
const NARROW_SIDE = 0.25;

/**
 * Around what is printed, in inches. A print without a header has no room kept for one; one that is fitted to a number of
 * pages gains size by narrow sides, where another would only get fewer rows on its pages.
 */
export function pageMargins({ header, pagesHigh }: Pick<PrintPlan, 'header' | 'pagesHigh'>): PageMargins {
  const side = pagesHigh === undefined ? SIDE : NARROW_SIDE;
  return { left: side, right: side, top: header === '' ? 0.4 : 0.65, bottom: 0.6, header: 0.3, footer: 0.3 };
}
