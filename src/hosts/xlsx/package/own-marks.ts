import type { OwnMark } from '../../../workbook/workbook-host';
import type { DefinedName } from './read-workbook';

/** A sheet of ours carries a name of the workbook: `Kelan_<id>`, which points at it and has the fingerprint as its comment. */
const MARK_PREFIX = 'Kelan_';

/**
 * Our marks by the name of the sheet that they point at. A name whose sheet is gone (`#REF!`) marks nothing; where two
 * point at one sheet (a copy in the name manager), the first counts.
 */
export function readOwnMarks(definedNames: readonly DefinedName[]): ReadonlyMap<string, OwnMark> {
  const marks = new Map<string, OwnMark>();
  for (const { name, localSheetId, text, comment } of definedNames) {
    if (localSheetId !== undefined || !name.startsWith(MARK_PREFIX)) continue;
    const sheet = sheetOfReference(text);
    if (sheet === undefined || marks.has(sheet)) continue;
    marks.set(sheet, { id: name.slice(MARK_PREFIX.length), fingerprint: comment ?? '' });
  }
  return marks;
}

/**
 * The sheet that a formula of one reference points at. Where its first row was deleted the cell is lost (`#REF!`) and
 * the sheet still named.
 *
 * @example sheetOfReference("'it''s'!$A$1") //=> "it's"
 */
export function sheetOfReference(text: string): string | undefined {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'![\]]+))!(?:\$?[A-Za-z]{1,3}\$?\d|#REF!)/.exec(text);
  if (!match) return undefined;
  return match[1]?.replace(/''/g, "'") ?? match[2];
}
