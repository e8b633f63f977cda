import { pageMargins } from '../../../../workbook/page-margins';
import { areNumberedAlone } from '../../../../workbook/page-numbers';
import type { PrintPlan } from '../../../../workbook/plan';
import { cutText } from './cell-grid';
import { attributes, escapeText } from '../xml/xml-text';

/** Excel's limit of a header or footer with its codes. */
const MAX_HEADER = 255;

/** A4. */
const PAPER = 9;

/** In a header `&` starts a code: a plain one is doubled. A cut never leaves half of the pair. */
function plainText(text: string, limit: number): string {
  let written = text.replace(/&/g, '&&');
  for (let length = text.length; written.length > limit; length--) written = cutText(text, length).replace(/&/g, '&&');
  return written;
}

/**
 * Margins, paper and header of a sheet, in the schema's order.
 *
 * @param printerSettings the relation to the printer's own settings, where the person has set some
 */
export function writePrintSetup(print: PrintPlan, printerSettings: string | undefined): string {
  const setup = attributes({
    paperSize: PAPER,
    fitToWidth: print.pagesWide === 1 ? undefined : print.pagesWide,
    fitToHeight: print.pagesHigh ?? 0,
    ...(areNumberedAlone(print) && { firstPageNumber: 1, useFirstPageNumber: true }),
    orientation: print.orientation,
    'r:id': printerSettings,
  });
  const header = print.header === '' ? '' : `&C${plainText(print.header, MAX_HEADER - 2)}`;
  const pages = plainText(print.pageNumber, 40)
    .replace(/\{sheet\}/g, '&A')
    .replace(/\{page\}/g, '&P')
    .replace(/\{pages\}/g, '&N');
  const right = print.pageNumber === '' ? '' : `&R${pages}`;
  const left = print.footer === '' ? '' : `&L${plainText(print.footer, MAX_HEADER - 2 - right.length)}`;
  const written =
    (header === '' ? '' : `<oddHeader>${escapeText(header)}</oddHeader>`) +
    (left + right === '' ? '' : `<oddFooter>${escapeText(left + right)}</oddFooter>`);
  return (
    `<pageMargins${attributes({ ...pageMargins(print) })}/>` +
    `<pageSetup${setup}/>` +
    (written === '' ? '' : `<headerFooter>${written}</headerFooter>`)
  );
}
