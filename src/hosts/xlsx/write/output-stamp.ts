import { decodeXml } from '../package/xml-encoding';
import type { XlsxPackage } from '../package/xlsx-package';
import { crc32 } from '../zip/crc32';
import type { ZipEntry } from '../zip/zip-directory';
import { STRICT, TRANSITIONAL } from './xml/dialect';
import { encodeXml } from './xml/encode-xml';
import { MARK_PREFIX, WorkbookDraft } from './workbook-draft';

/** The name of the stamp: a hidden text, no mark of a sheet. */
const STAMP = `${MARK_PREFIX}output`;

/**
 * What a file that we write as a copy holds, in one number: every part with its checksum, and what the workbook part lists.
 * A program that saves the file writes all parts anew, whatever little was typed: the number is no longer true.
 */
function fingerprintOf(pkg: XlsxPackage): string {
  const workbook = pkg.archive.find(pkg.workbookPart);
  const parts = pkg.archive.entries
    .filter((entry) => entry !== workbook)
    .map(({ name, size, crc32: sum }) => [name, size, sum]);
  const sheets = pkg.sheets.map(({ name, sheetId, visibility, part }) => [name, sheetId, visibility, part]);
  const names = pkg.definedNames
    .filter(({ name }) => name !== STAMP)
    .map(({ name, localSheetId, text, comment }) => [name, localSheetId ?? null, text, comment ?? null]);
  const listing = new TextEncoder().encode(JSON.stringify([parts, sheets, names]));
  return `${listing.length.toString(16)}-${(crc32(listing, 0) >>> 0).toString(16).padStart(8, '0')}`;
}

/** The workbook part with the stamp in it. */
export async function stampWorkbook(
  pkg: XlsxPackage,
): Promise<{ readonly entry: ZipEntry; readonly bytes: Uint8Array }> {
  const text = decodeXml(await pkg.readPart(pkg.workbookPart));
  const draft = new WorkbookDraft(text, pkg.workbookPart, pkg.isStrict ? STRICT : TRANSITIONAL);
  draft.setHiddenText(STAMP, fingerprintOf(pkg));
  return { entry: pkg.archive.find(pkg.workbookPart)!, bytes: encodeXml(draft.render()) };
}

/** Whether a package carries a stamp, and nobody has saved it since. */
export function isStampTrue(pkg: XlsxPackage): boolean {
  const stamp = pkg.definedNames.find(({ name }) => name === STAMP);
  return stamp !== undefined && stamp.text === `"${fingerprintOf(pkg)}"`;
}
