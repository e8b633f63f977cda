import type { XlsxPackage } from './xlsx-package';

const LINK = /^xl\/externalLinks\/[^/]+\.xml$/i;

/** Whether the workbook may hold formulas that take values from other workbooks. */
export const mayHoldLinks = ({ archive }: XlsxPackage): boolean => archive.entries.some(({ name }) => LINK.test(name));

/**
 * The names of the workbooks that formulas take values from, in the order of their parts; the folders they lie in are nobody's business.
 *
 * @example `[1]明细!A1` of a workbook linked to file:///C:/账/2024.xlsx //=> ['2024.xlsx']
 */
export async function readLinkedBooks(pkg: XlsxPackage): Promise<readonly string[]> {
  const books: string[] = [];
  for (const { name } of pkg.archive.entries) {
    if (!LINK.test(name)) continue;
    for (const { rawTarget, isExternal } of await pkg.readRelationships(name))
      if (isExternal) books.push(fileNameOf(rawTarget));
  }
  return [...new Set(books)];
}

function fileNameOf(target: string): string {
  const last = target.split(/[\\/]/).at(-1) ?? target;
  try {
    return decodeURIComponent(last);
  } catch {
    // A per cent sign that is no code.
    return last;
  }
}
