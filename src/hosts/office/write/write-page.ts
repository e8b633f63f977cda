import { columnLetters, rangeAddress, type CellRange } from '../../../workbook/address';
import { areNumberedAlone } from '../../../workbook/page-numbers';
import { pageMargins } from '../../../workbook/page-margins';
import type { PrintPlan, SheetPlan } from '../../../workbook/plan';
import type { StandingPage } from './standing-sheet';

/** Plain text in a header: `&` would start a code. */
export function escapeHeader(text: string): string {
  return text.replace(/&/g, '&&');
}

/** @example pageNumberCode('{sheet} · 第 {page} 页 / 共 {pages} 页') //=> '&A · 第 &P 页 / 共 &N 页' */
export function pageNumberCode(pattern: string): string {
  return escapeHeader(pattern)
    .replace(/\{sheet\}/g, '&A')
    .replace(/\{page\}/g, '&P')
    .replace(/\{pages\}/g, '&N');
}

/** @example titleRowsAddress({ from: 2, to: 3 }) //=> '$3:$4' */
export function titleRowsAddress(rows: NonNullable<PrintPlan['repeatRows']>): string {
  return `$${rows.from + 1}:$${rows.to + 1}`;
}

/** @example titleColumnsAddress({ from: 0, to: 1 }) //=> '$A:$B' */
export function titleColumnsAddress(columns: NonNullable<PrintPlan['repeatColumns']>): string {
  return `$${columnLetters(columns.from)}:$${columnLetters(columns.to)}`;
}

const POINTS_PER_INCH = 72;
const SIDES = ['left', 'right', 'top', 'bottom', 'header', 'footer'] as const;

/** What Excel takes for one address of several rectangles. */
const MAX_ADDRESS = 255;

/**
 * What is to be printed as one address; `undefined` where everything is and nothing else was ever set, and where there
 * are more rectangles than an address can name.
 */
export function printAreaAddress({ print, blocks }: SheetPlan, standing: StandingPage | undefined): string | undefined {
  const areas = print.areas && print.areas.length > 0 ? print.areas : undefined;
  if (!areas && standing?.printArea === undefined) return undefined;
  const address = (areas ?? [extentOfBlocks(blocks)]).map(rangeAddress).join(',');
  return address.length <= MAX_ADDRESS ? address : undefined;
}

function extentOfBlocks(blocks: SheetPlan['blocks']): CellRange {
  const rows = Math.max(1, ...blocks.map(({ row, values }) => row + values.length));
  const columns = Math.max(1, ...blocks.map(({ column, styles }) => column + styles.length));
  return { row: 0, column: 0, rows, columns };
}

/** An address as Excel gives it back, without its sheet and its dollars. */
export function bareAddress(address: string): string {
  return address
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/)
    .map((one) => one.slice(one.lastIndexOf('!') + 1).replace(/\$/g, ''))
    .join(',');
}

/**
 * A4 with its margins, fitted in width, titles repeated, what is printed, header and footer. Each of these asks the printer's driver on the desktop and
 * is slow there, so only what differs from what stands is set.
 */
export function writePage(sheet: Excel.Worksheet, plan: SheetPlan, standing: StandingPage | undefined): void {
  const { print } = plan;
  const page = sheet.pageLayout;
  const words = page.headersFooters.defaultForAllPages;
  const orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  if (standing?.orientation !== orientation) page.orientation = orientation;
  if (standing?.paperSize !== 'A4') page.paperSize = 'A4';
  if (standing?.pagesWide !== print.pagesWide || (standing.pagesHigh || undefined) !== print.pagesHigh)
    page.zoom = {
      horizontalFitToPages: print.pagesWide,
      ...(print.pagesHigh && { verticalFitToPages: print.pagesHigh }),
    };
  const margins = pageMargins(print);
  if (SIDES.some((side) => Math.abs((standing?.margins[side] ?? 0) - margins[side] * POINTS_PER_INCH) > 0.5))
    page.setPrintMargins('Inches', margins);
  const header = escapeHeader(print.header);
  const footer = escapeHeader(print.footer);
  const number = pageNumberCode(print.pageNumber);
  if (standing?.header !== header) words.centerHeader = header;
  if (standing?.footerLeft !== footer) words.leftFooter = footer;
  if (standing?.footerRight !== number) words.rightFooter = number;
  if (areNumberedAlone(print) && standing?.firstPageNumber !== 1) page.firstPageNumber = 1;
  if (print.repeatRows) {
    const rows = titleRowsAddress(print.repeatRows);
    if (standing?.titleRows === undefined || !standing.titleRows.endsWith(rows)) page.setPrintTitleRows(rows);
  }
  if (print.repeatColumns) {
    const columns = titleColumnsAddress(print.repeatColumns);
    if (standing?.titleColumns === undefined || bareAddress(standing.titleColumns) !== bareAddress(columns))
      page.setPrintTitleColumns(columns);
  }
  const area = printAreaAddress(plan, standing);
  if (area !== undefined && (standing?.printArea === undefined || bareAddress(standing.printArea) !== area))
    page.setPrintArea(sheet.getRanges(area));
}
