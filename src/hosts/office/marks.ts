import type { OwnMark } from '../../workbook/workbook-host';

/**
 * Our marks: a workbook-level name `Kelan_<report>` that points at cell A1 of the report's sheet. Its comment holds the
 * fingerprint of what was last written, or says that a run has not finished.
 *
 * Before a sheet is made, the name is made with the sheet's future name as a text: should the run break off between the
 * two, the blank sheet is known as ours.
 */
export const MARK_PREFIX = 'Kelan_';

/** What a mark says instead of a fingerprint from a sheet's first write until its last. */
export const UNFINISHED = 'unfinished';

export function markName(report: string): string {
  return MARK_PREFIX + report;
}

/** Under this a sheet that will be the person's is known until it is whole; then the name goes. */
const UNFINISHED_PREFIX = 'unfinished_';

/** The id that the mark of a plan's sheet carries while it is written, and of a sheet of ours ever after. */
export function markIdOf({ id, owner }: { readonly id: string; readonly owner?: 'person' }): string {
  return owner === 'person' ? UNFINISHED_PREFIX + id : id;
}

export function reportOfMark(name: string): string | undefined {
  return name.toLowerCase().startsWith(MARK_PREFIX.toLowerCase()) ? name.slice(MARK_PREFIX.length) : undefined;
}

/** Where a mark points: at a sheet, or at the name of one that was about to be made. */
export type MarkTarget = { readonly sheet: string } | { readonly intended: string } | undefined;

/** @example targetOfMark("='it''s'!$A$1") //=> { sheet: "it's" } */
export function targetOfMark(formula: string): MarkTarget {
  const intended = /^="((?:[^"]|"")*)"$/.exec(formula);
  if (intended) return { intended: intended[1]!.replace(/""/g, '"') };
  const quoted = /^='((?:[^']|'')*)'!/.exec(formula);
  if (quoted) return { sheet: quoted[1]!.replace(/''/g, "'") };
  const plain = /^=([^'"!]+)!/.exec(formula);
  return plain && !plain[1]!.startsWith('#') ? { sheet: plain[1]! } : undefined;
}

export function intentionFormula(sheetName: string): string {
  return `="${sheetName.replace(/"/g, '""')}"`;
}

/** The comment of a mark while a run is under way; `stagedRow` tells from where on rows are only parked. */
export function unfinishedComment(token: string, stagedRow?: number): string {
  return stagedRow === undefined ? `${UNFINISHED}:${token}` : `${UNFINISHED}:${token}:${stagedRow}`;
}

export interface MarkState {
  readonly fingerprint: string;
  /** First row that a broken run had only parked below the report. */
  readonly stagedRow?: number;
}

/** @example readComment('unfinished:k3x:120') //=> { fingerprint: 'unfinished', stagedRow: 120 } */
export function readComment(comment: string): MarkState {
  const unfinished = /^unfinished(?::[^:]*(?::(\d+))?)?$/.exec(comment);
  if (!unfinished) return { fingerprint: comment };
  return unfinished[1] === undefined
    ? { fingerprint: UNFINISHED }
    : { fingerprint: UNFINISHED, stagedRow: Number(unfinished[1]) };
}

export interface NameRecord {
  readonly name: string;
  readonly formula: unknown;
  readonly comment: string;
}

export interface SheetRecord {
  readonly id: string;
  readonly name: string;
  /** Whether no cell of the sheet holds a value. */
  readonly isBlank: boolean;
}

export interface FoundMark extends OwnMark {
  readonly sheetId: string;
  readonly stagedRow?: number;
}

/** The marks that point at a sheet which is there. A mark whose sheet was deleted points nowhere and is left out. */
export function resolveMarks(names: readonly NameRecord[], sheets: readonly SheetRecord[]): FoundMark[] {
  const byName = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const found: FoundMark[] = [];
  const taken = new Set<string>();
  for (const { name, formula, comment } of names) {
    const id = reportOfMark(name);
    const target = targetOfMark(String(formula));
    if (id === undefined || target === undefined) continue;
    const sheet = byName.get(('sheet' in target ? target.sheet : target.intended).toLowerCase());
    if (!sheet || taken.has(sheet.id) || ('intended' in target && !sheet.isBlank)) continue;
    taken.add(sheet.id);
    found.push({ id, sheetId: sheet.id, ...readComment('intended' in target ? UNFINISHED : comment) });
  }
  return found;
}
