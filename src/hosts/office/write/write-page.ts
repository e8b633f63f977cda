import type { PrintPlan, SheetPlan } from '../../../workbook/plan';
import type { StandingPage } from './survey';

/** Plain text in a header: `&` would start a code. */
export function escapeHeader(text: string): string {
  return text.replace(/&/g, '&&');
}

/** @example pageNumberCode('第 {page} 页 / 共 {pages} 页') //=> '第 &P 页 / 共 &N 页' */
export function pageNumberCode(pattern: string): string {
  return escapeHeader(pattern)
    .replace(/\{page\}/g, '&P')
    .replace(/\{pages\}/g, '&N');
}

/** @example titleRowsAddress({ from: 2, to: 3 }) //=> '$3:$4' */
export function titleRowsAddress(rows: NonNullable<PrintPlan['repeatRows']>): string {
  return `$${rows.from + 1}:$${rows.to + 1}`;
}

/**
 * A4, fitted in width, titles repeated, header and footer. Each of these asks the printer's driver on the desktop and
 * is slow there, so only what differs from what stands is set.
 */
export function writePage(sheet: Excel.Worksheet, { print }: SheetPlan, standing: StandingPage | undefined): void {
  const page = sheet.pageLayout;
  const words = page.headersFooters.defaultForAllPages;
  const orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  if (standing?.orientation !== orientation) page.orientation = orientation;
  if (standing?.paperSize !== 'A4') page.paperSize = 'A4';
  if (standing?.pagesWide !== print.pagesWide) page.zoom = { horizontalFitToPages: print.pagesWide };
  const header = escapeHeader(print.header);
  const footer = escapeHeader(print.footer);
  const number = pageNumberCode(print.pageNumber);
  if (standing?.header !== header) words.centerHeader = header;
  if (standing?.footerLeft !== footer) words.leftFooter = footer;
  if (standing?.footerRight !== number) words.rightFooter = number;
  if (print.repeatRows) {
    const rows = titleRowsAddress(print.repeatRows);
    if (standing?.titleRows === undefined || !standing.titleRows.endsWith(rows)) page.setPrintTitleRows(rows);
  }
}
