import type { Text } from '../../i18n/text';
import type { CellValue } from '../../workbook/cell-value';
import { SHEET_WORDS } from '../words/sheet-words';
import type { TypedCells } from './typed-cells';

/**
 * What the person wrote on a sheet of ours, found again whatever she did to the sheet: rows sorted, filtered, inserted
 * or deleted, columns moved or added, title rows inserted, the sheet last written in the other language.
 */

/** How a table is recognised on a sheet. */
export interface KeepSpec {
  readonly heading: Text;
  readonly keyHeaders: readonly Text[];
  readonly keyedBy: 'first' | 'all';
  readonly userColumns: readonly { readonly id: string; readonly header: Text }[];
  /** Every other header that this table may have had, hidden columns included. */
  readonly ourHeaders: readonly Text[];
  /** Headings of what may stand under it: the table ends there at the latest. */
  readonly stops: readonly Text[];
  /** Keys of the rows that are to be written, to find the key column where its header is gone. */
  readonly currentKeys: ReadonlySet<string>;
}

export type UserValue = string | number | boolean;

export interface KeptNote {
  /** '' where no key stood in the row. */
  readonly key: string;
  /** A user column's id, or the header of a column of her own. */
  readonly column: string;
  readonly isOwnColumn: boolean;
  readonly value: UserValue;
}

export interface KeptTable {
  readonly notes: readonly KeptNote[];
  /** Headers of the columns that she added, from the left. */
  readonly ownColumns: readonly string[];
}

export const NOTHING_KEPT: KeptTable = { notes: [], ownColumns: [] };

/** The key of a totals row. */
export const TOTAL_KEY = '\u0000total';

type Cells = readonly (readonly CellValue[])[];

/** Text as keys and headers are compared: full-width forms, case of spaces and edges do not matter. */
export function normaliseKey(value: CellValue | undefined): string {
  if (value === null || value === undefined || typeof value === 'object') return '';
  const raw = String(value);
  // Most keys are plain already, Chinese ones too: normalising is what a long list would spend its time on.
  const words = /^[\x21-\x7e\u4e00-\u9fff]*$/.test(raw) ? raw : raw.normalize('NFKC').replace(/\s+/g, ' ').trim();
  return words === SHEET_WORDS.dash ? '' : words;
}

const SEPARATOR = ' · ';

/** @example joinKey(['2025', '华东'], 'all') //=> '2025 · 华东' */
export function joinKey(parts: readonly string[], keyedBy: 'first' | 'all'): string {
  return keyedBy === 'first' ? (parts.find((part) => part !== '') ?? '') : parts.join(SEPARATOR);
}

/** Headers and headings are looked for in every cell: each list is put into its form once. */
const FORMS = new WeakMap<Text | readonly Text[], ReadonlySet<string>>();

function formsOf(texts: Text | readonly Text[]): ReadonlySet<string> {
  let forms = FORMS.get(texts);
  if (!forms) {
    const list = Array.isArray(texts) ? (texts as readonly Text[]) : [texts as Text];
    forms = new Set(list.flatMap(({ zh, en }) => [normaliseKey(zh), normaliseKey(en)]));
    FORMS.set(texts, forms);
  }
  return forms;
}

const isOneOf = (words: string, texts: Text | readonly Text[]): boolean => words !== '' && formsOf(texts).has(words);

/** What she typed, an error in the words of Excel; nothing for an empty cell. */
export function userValue(value: CellValue | undefined): UserValue | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'object') return value.error;
  return typeof value === 'string' && value.trim() === '' ? undefined : value;
}

type Role =
  | { readonly kind: 'key'; readonly index: number }
  | { readonly kind: 'ours' }
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'own'; readonly header: string };

interface FoundHeader {
  readonly row: number;
  readonly roles: ReadonlyMap<number, Role>;
}

/** The row that carries most of the headers; a row that carries only one is no header. */
function findHeader(cells: Cells, spec: KeepSpec, typed: TypedCells | undefined): FoundHeader | undefined {
  let best: { row: number; score: number; roles: Map<number, Role> } | undefined;
  cells.forEach((line, row) => {
    const roles = new Map<number, Role>();
    const seen = new Set<string>();
    let score = 0;
    line.forEach((cell, column) => {
      const words = typeof cell === 'string' ? normaliseKey(cell) : '';
      if (words === '') return;
      const role = seen.has(words) ? undefined : knownRole(words, spec);
      if (role) {
        score++;
        seen.add(words);
        roles.set(column, role);
      } else if (!typed || typed.has(row, column)) {
        roles.set(column, { kind: 'own', header: String(cell).trim() });
      }
    });
    if (score > (best?.score ?? 1)) best = { row, score, roles };
  });
  return best;
}

function knownRole(words: string, spec: KeepSpec): Role | undefined {
  const index = spec.keyHeaders.findIndex((header) => isOneOf(words, header));
  if (index >= 0) return { kind: 'key', index };
  const user = spec.userColumns.find(({ header }) => isOneOf(words, header));
  if (user) return { kind: 'user', id: user.id };
  return isOneOf(words, spec.ourHeaders) ? { kind: 'ours' } : undefined;
}

/**
 * The person's own cells of a table, with the notes that stand at the foot of the sheet from before.
 *
 * Counts: every non-empty cell of her columns and of columns she added, in rows from the header to the table's end.
 * Leaves out: what she typed outside the table, or over a cell of ours.
 * `typed`: which cells are not what we wrote; what is kept here is taken from them. Absent: every cell may be hers.
 */
export function readKept(cells: Cells, spec: KeepSpec, typed?: TypedCells): KeptTable {
  const notes: KeptNote[] = [];
  const ownColumns: string[] = [];
  const header = findHeader(cells, spec, typed);
  if (header) readTable(cells, spec, header, notes, ownColumns, typed);
  readFoot(cells, spec, notes, ownColumns, typed);
  return { notes, ownColumns };
}

function readTable(
  cells: Cells,
  spec: KeepSpec,
  header: FoundHeader,
  notes: KeptNote[],
  ownColumns: string[],
  typed: TypedCells | undefined,
): void {
  const end = endOfTable(cells, spec, header);
  const roles = new Map(header.roles);
  if (typed) leaveRenamedColumns(cells, header.row, end, roles, typed);
  if (![...roles.values()].some(({ kind }) => kind === 'key')) guessKeyColumn(cells, spec, header.row, end, roles);
  nameBareColumns(cells, header.row, end, roles, typed);
  for (const [column, role] of [...roles].sort(([a], [b]) => a - b)) {
    if (role.kind !== 'own') continue;
    if (!ownColumns.includes(role.header)) ownColumns.push(role.header);
    typed?.take(header.row, column);
  }

  for (let row = header.row + 1; row < end; row++) {
    const line = cells[row] ?? [];
    const parts: string[] = spec.keyHeaders.map(() => '');
    for (const [column, role] of roles) if (role.kind === 'key') parts[role.index] = normaliseKey(line[column]);
    const isTotal = isTotalRow(line, roles);
    const isBlank = parts.every((part) => part === '');
    const key = isTotal ? TOTAL_KEY : isBlank ? '' : joinKey(parts, spec.keyedBy);
    for (const [column, role] of roles) {
      if (role.kind !== 'user' && role.kind !== 'own') continue;
      const value = userValue(line[column]);
      if (value === undefined || (typed && !typed.has(row, column))) continue;
      // Below the table and beside nothing: no row to keep it by.
      if (typed && key === '' && role.kind === 'own') continue;
      typed?.take(row, column);
      notes.push({
        key,
        column: role.kind === 'user' ? role.id : role.header,
        isOwnColumn: role.kind === 'own',
        value,
      });
    }
  }
}

const belongsToUs = (role: Role | undefined): boolean => role?.kind === 'key' || role?.kind === 'ours';

function isTotalRow(line: readonly CellValue[], roles: ReadonlyMap<number, Role>): boolean {
  return line.some((cell, column) => belongsToUs(roles.get(column)) && isOneOf(normaliseKey(cell), SHEET_WORDS.total));
}

/**
 * The first heading below that stands in one of our columns. Totals and footnotes end nothing: a range sorted by hand may
 * have carried them up among the rows.
 */
function endOfTable(cells: Cells, spec: KeepSpec, header: FoundHeader): number {
  const stops = [...spec.stops, SHEET_WORDS.keptHeading, SHEET_WORDS.sourcesHeading];
  const isHeading = (line: readonly CellValue[]): boolean =>
    line.some(
      (cell, column) =>
        belongsToUs(header.roles.get(column)) && typeof cell === 'string' && isOneOf(normaliseKey(cell), stops),
    );
  const end = cells.findIndex((line, row) => row > header.row && isHeading(line));
  return end < 0 ? cells.length : end;
}

/** Where she renamed or deleted the key's header: the column whose cells are keys most often. */
function guessKeyColumn(cells: Cells, spec: KeepSpec, headerRow: number, end: number, roles: Map<number, Role>): void {
  if (spec.keyedBy === 'all' && spec.keyHeaders.length > 1) return;
  const hits = new Map<number, number>();
  for (let row = headerRow + 1; row < end; row++)
    (cells[row] ?? []).forEach((cell, column) => {
      if (spec.currentKeys.has(normaliseKey(cell))) hits.set(column, (hits.get(column) ?? 0) + 1);
    });
  const best = [...hits].sort(([a, m], [b, n]) => n - m || a - b)[0];
  if (best && roles.get(best[0])?.kind !== 'user') roles.set(best[0], { kind: 'key', index: 0 });
}

/** A column of ours under a header of hers: she has given it another name, or typed over the name. */
function leaveRenamedColumns(
  cells: Cells,
  headerRow: number,
  end: number,
  roles: Map<number, Role>,
  typed: TypedCells,
): void {
  for (const [column, role] of [...roles]) {
    if (role.kind === 'own' && countOurs(cells, headerRow, end, column, typed) > 0) roles.delete(column);
  }
}

/** Cells of ours less those of hers. */
function countOurs(cells: Cells, headerRow: number, end: number, column: number, typed: TypedCells): number {
  let ours = 0;
  for (let row = headerRow + 1; row < end; row++) {
    if (userValue(cells[row]?.[column]) !== undefined) ours += typed.has(row, column) ? -1 : 1;
  }
  return ours;
}

/** Columns inside or beside the table that hold something under an empty header. */
function nameBareColumns(
  cells: Cells,
  headerRow: number,
  end: number,
  roles: Map<number, Role>,
  typed: TypedCells | undefined,
): void {
  const bare = new Set<number>();
  for (let row = headerRow + 1; row < end; row++) {
    const line = cells[row] ?? [];
    const hasKey = [...roles].some(([column, { kind }]) => kind === 'key' && normaliseKey(line[column]) !== '');
    if (typed && !hasKey) continue;
    line.forEach((cell, column) => {
      if (roles.has(column) || userValue(cell) === undefined || (typed && !typed.has(row, column))) return;
      if (typed && userValue(cells[headerRow]?.[column]) !== undefined) return;
      if (typed && countOurs(cells, headerRow, end, column, typed) > 0) return;
      bare.add(column);
    });
  }
  const taken = new Set([...roles.values()].map((role) => (role.kind === 'own' ? role.header : '')));
  for (const column of [...bare].sort((a, b) => a - b)) {
    let number = 1;
    while (taken.has(`${SHEET_WORDS.ownColumn.zh} ${number}`)) number++;
    const header = `${SHEET_WORDS.ownColumn.zh} ${number}`;
    taken.add(header);
    roles.set(column, { kind: 'own', header });
  }
}

/**
 * The list of notes whose rows were gone at the last refresh. Where she deleted one of its columns, what is left is
 * still read: a note without the name of its table or column goes to the first of her columns.
 */
function readFoot(
  cells: Cells,
  spec: KeepSpec,
  notes: KeptNote[],
  ownColumns: string[],
  typed: TypedCells | undefined,
): void {
  const top = cells.findIndex((line) => columnOf(line, SHEET_WORDS.keptContent) >= 0 && countFootHeaders(line) >= 2);
  if (top < 0) return;
  const header = cells[top]!;
  const at = {
    key: columnOf(header, SHEET_WORDS.keptKey),
    column: columnOf(header, SHEET_WORDS.keptColumn),
    table: columnOf(header, SHEET_WORDS.keptTable),
    content: columnOf(header, SHEET_WORDS.keptContent),
  };
  for (const [row, line] of cells.entries()) {
    if (row <= top) continue;
    if (line.some((cell) => isOneOf(normaliseKey(cell), SHEET_WORDS.sourcesHeading))) return;
    const value = typed && !typed.has(row, at.content) ? undefined : userValue(line[at.content]);
    const table = at.table < 0 ? spec.heading.zh : normaliseKey(line[at.table]);
    if (value === undefined || !isOneOf(normaliseKey(table), spec.heading)) continue;
    const key = at.key < 0 ? '' : normaliseKey(line[at.key]);
    const column = at.column < 0 ? '' : normaliseKey(line[at.column]);
    for (const part of [at.key, at.column]) if (part >= 0) typed?.drop(row, part);
    typed?.take(row, at.content);
    const user =
      column === '' ? spec.userColumns[0] : spec.userColumns.find(({ header: words }) => isOneOf(column, words));
    if (!user && !ownColumns.includes(column)) ownColumns.push(column);
    notes.push({
      key: isOneOf(key, SHEET_WORDS.total) ? TOTAL_KEY : key,
      column: user?.id ?? column,
      isOwnColumn: !user,
      value,
    });
  }
}

const columnOf = (line: readonly CellValue[], header: Text): number =>
  line.findIndex((cell) => typeof cell === 'string' && isOneOf(normaliseKey(cell), header));

const countFootHeaders = (line: readonly CellValue[]): number =>
  [SHEET_WORDS.keptKey, SHEET_WORDS.keptColumn, SHEET_WORDS.keptTable, SHEET_WORDS.keptContent].filter(
    (header) => columnOf(line, header) >= 0,
  ).length;
