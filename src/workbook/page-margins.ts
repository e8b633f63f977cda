import type { PrintPlan } from './plan';

export interface PageMargins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly header: number;
  readonly footer: number;
}

/** Around what is printed, in inches; a print without a header has no room kept for one. */
export function pageMargins({ header }: Pick<PrintPlan, 'header'>): PageMargins {
  return { left: 0.4, right: 0.4, top: header === '' ? 0.4 : 0.65, bottom: 0.6, header: 0.3, footer: 0.3 };
}
