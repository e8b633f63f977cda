import { columnLetters } from '../../workbook/address';
import { isCellError, type CellValue } from '../../workbook/cell-value';
import type { SheetHead, TableInfo } from '../../workbook/workbook-host';
import { isKnownHeader } from './header-match';
import { unitAlone } from './header-text';
import { cleanText } from '../parse/text';
import { wordsOfCell, WORD_NOTE, WORD_TOTAL } from '../read/row-words';

/** A column's header as found: shown text, and the texts that it may be recognised by, best first. */
export interface HeaderCell {
  /** Zero-based. */
  readonly column: number;
  /** `交货/数量` under a merged group. */
  readonly text: string;
  readonly variants: readonly string[];
  /** What a row of units below the headers says of the column. */
  readonly unit?: string;
}

/** Where the headers of a sheet may stand. */
export interface HeaderCandidate {
  /** Zero-based, one or two rows; none where the sheet has no headers. */
  readonly rows: readonly number[];
  readonly headers: readonly HeaderCell[];
  readonly firstDataRow: number;
  /** Exclusive; undefined where the data runs to the sheet's end. */
  readonly endRow: number | undefined;
  readonly table: TableInfo | undefined;
  /** Text above the headers. */
  readonly title: string;
}

/** Rows, from the first that holds anything, in which headers are looked for. */
const DEEPEST_HEADER_ROW = 60;
const LONGEST_HEADER = 120;
/** A cell may hold 32,767 characters; so many of them name a column. */
const LONGEST_SHOWN = 200;
const MOST_CANDIDATES = 4;

/** The text of a header cell: its words, or a number (a year), never an error or an empty cell. */
function headerText(value: CellValue | undefined): string {
  if (value === undefined || value === null || isCellError(value) || typeof value === 'boolean') return '';
  const text = typeof value === 'number' ? String(value) : cleanText(value);
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN - 1)}…`;
}

function isHeaderLike(value: CellValue | undefined): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_HEADER;
}

/**
 * The rows that may be the header of a sheet, the most likely first: Excel tables, then rows of short texts with rows
 * below them; rows that hold headers we know come first. A row with its sub-headers below counts as one header.
 */
export function findHeaders(
  head: SheetHead,
  tables: readonly TableInfo[],
  fixedRow?: number,
): readonly HeaderCandidate[] {
  if (fixedRow !== undefined) return fixedRow < 0 ? [withoutHeaders(head)] : candidatesAt(head, fixedRow);
  const found: HeaderCandidate[] = [];
  for (const table of tables) {
    const candidate = table.hasHeader ? tableCandidate(head, table) : undefined;
    if (candidate) found.push(candidate);
  }
  const rows = rowScores(head).slice(0, MOST_CANDIDATES);
  const below = rows.flatMap(({ row }) => candidatesAt(head, row));
  return [...found, ...below.filter((one) => !below.some((other) => isRepetition(one, other)))];
}

/** A sheet whose first row is a line already: its columns are known by their letters. */
export function withoutHeaders(head: SheetHead): HeaderCandidate {
  const width = Math.max(0, ...head.cells.map((row) => row.length));
  return {
    rows: [],
    headers: Array.from({ length: width }, (_, column) => ({ column, text: '', variants: [] })),
    firstDataRow: 0,
    endRow: undefined,
    table: undefined,
    title: '',
  };
}

/** Headers repeated on every page or above every month: the first ones count. */
function isRepetition(one: HeaderCandidate, other: HeaderCandidate): boolean {
  return (
    one.rows[0]! > other.rows[0]! &&
    one.headers.length === other.headers.length &&
    one.headers.every(({ column, text }, index) => {
      const twin = other.headers[index]!;
      return twin.column === column && twin.text === text;
    })
  );
}

function tableCandidate(head: SheetHead, table: TableInfo): HeaderCandidate | undefined {
  const { row, column, rows, columns } = table.range;
  const cells = head.cells[row];
  if (!cells) return undefined;
  const headers: HeaderCell[] = [];
  for (let at = column; at < column + columns; at++) {
    const text = headerText(cells[at]);
    if (text !== '') headers.push({ column: at, text, variants: [text] });
  }
  return {
    rows: [row],
    headers,
    firstDataRow: row + 1,
    endRow: row + rows - (table.hasTotals ? 1 : 0),
    table,
    title: titleAbove(head, row),
  };
}

/** So many known headers in one row are no coincidence. */
const SURE_HEADERS = 3;

/**
 * Rows of the head by how much they look like headers. None where the row that does most is the sheet's last: the sheet
 * is a blank form, and whatever stands above its headers (a title, an example) heads nothing.
 */
function rowScores(head: SheetHead): readonly { row: number; score: number }[] {
  const scored: { row: number; score: number }[] = [];
  let blank = { score: 0, known: 0 };
  // A block far down a sheet begins where it begins.
  const start = Math.max(
    0,
    head.cells.findIndex((cells) => cells.some((value) => value !== null && value !== '')),
  );
  const last = Math.min(head.cells.length, start + DEEPEST_HEADER_ROW);
  for (let row = start; row < last; row++) {
    let texts = 0;
    let known = 0;
    let others = 0;
    const seen = new Set<string>();
    for (const value of head.cells[row] ?? []) {
      if (value === null || value === '') continue;
      if (isHeaderLike(value)) {
        const text = cleanText(value as string);
        if (seen.has(text)) continue;
        seen.add(text);
        texts++;
        if (isKnownHeader(text)) known++;
        if (wordsOfCell(text) & (WORD_TOTAL | WORD_NOTE)) others++;
      } else {
        others++;
      }
    }
    if (texts < 1) continue;
    // A row of years, or of the days of a month, heads their columns.
    if (known > 0 && isSeries(head, row)) others = 0;
    const score = known * 3 + Math.min(texts, 12) * 0.3 - others * 0.8 - (row - start) * 0.01;
    if (!hasDataBelow(head, row)) blank = { score, known };
    else if (score > 0) scored.push({ row, score });
  }
  if (blank.known >= SURE_HEADERS && scored.every(({ score }) => score < blank.score)) return [];
  return scored.sort((a, b) => b.score - a.score || a.row - b.row);
}

/** So many numbers 1, 2, 3 … are the days of a month. */
const FEWEST_OF_SERIES = 5;

/** Numbers of a row that run on: years, days formatted as days, or 1, 2, 3 … */
function isSeries(head: SheetHead, row: number): boolean {
  const numbers = (head.cells[row] ?? []).flatMap((value, column) =>
    typeof value === 'number' ? [{ value, column }] : [],
  );
  if (numbers.length < 2) return false;
  const [first] = numbers;
  if (numbers.every(({ column }) => head.isDay(row, column))) return true;
  if (!numbers.every(({ value }, index) => value === first!.value + index)) return false;
  return (first!.value >= 1990 && first!.value < 2100) || (first!.value === 1 && numbers.length >= FEWEST_OF_SERIES);
}

function hasDataBelow(head: SheetHead, row: number): boolean {
  for (let below = row + 1; below < head.cells.length; below++) {
    if ((head.cells[below] ?? []).some((value) => value !== null && value !== '')) return true;
  }
  return false;
}

/** The header of one row, and the same with a row of groups above or sub-headers below. */
function candidatesAt(head: SheetHead, row: number): readonly HeaderCandidate[] {
  const one = singleRow(head, row);
  if (!one) return [];
  const two = twoRows(head, row) ?? withUnitRow(head, one, row + 1);
  return two ? [two, one] : [one];
}

/** A row of 吨, 元, 万元 below the headers says what their columns are in. */
function withUnitRow(head: SheetHead, above: HeaderCandidate, row: number): HeaderCandidate | undefined {
  const units = new Map<number, string>();
  for (const [column, value] of (head.cells[row] ?? []).entries()) {
    if (value === null || value === '') continue;
    const unit = typeof value === 'string' ? unitAlone(value) : undefined;
    if (unit === undefined) return undefined;
    units.set(column, unit);
  }
  if (units.size === 0 || !hasDataBelow(head, row)) return undefined;
  return {
    ...above,
    rows: [above.rows[0]!, row],
    headers: above.headers.map((one) => (units.has(one.column) ? { ...one, unit: units.get(one.column)! } : one)),
    firstDataRow: row + 1,
  };
}

function singleRow(head: SheetHead, row: number): HeaderCandidate | undefined {
  const headers: HeaderCell[] = [];
  (head.cells[row] ?? []).forEach((value, column) => {
    const text = headerText(value);
    if (text !== '') headers.push({ column, text, variants: [text] });
  });
  if (headers.length === 0) return undefined;
  return {
    rows: [row],
    headers,
    firstDataRow: row + 1,
    endRow: undefined,
    table: undefined,
    title: titleAbove(head, row),
  };
}

/**
 * Groups in `row` with sub-headers in the row below. A group reaches over the blanks to its right: as far as its merge
 * where the host tells of merges, else as far as sub-headers stand under blanks.
 */
function twoRows(head: SheetHead, row: number): HeaderCandidate | undefined {
  const upper = head.cells[row] ?? [];
  const lower = head.cells[row + 1] ?? [];
  const lowerFilled = lower.filter((value) => value !== null && value !== '');
  // One text over many columns is a title, not a group.
  if (new Set(upper.map(headerText).filter((text) => text !== '')).size < 2) return undefined;
  if (lowerFilled.length < 2 || !lowerFilled.every(isHeaderLike)) return undefined;
  if (!hasDataBelow(head, row + 1)) return undefined;
  const width = Math.max(upper.length, lower.length);
  const headers: HeaderCell[] = [];
  let group = '';
  let underGroups = 0;
  let ownColumns = 0;
  for (let column = 0; column < width; column++) {
    const above = headerText(upper[column]);
    const below = headerText(lower[column]);
    if (above !== '') group = above;
    else if (below === '' || !reaches(head, row, column)) group = '';
    if (below !== '') {
      if (above === '' && group !== '') underGroups++;
      const text = group === '' ? below : `${group}/${below}`;
      const variants =
        group === '' ? [below] : [isJoinedBare(group, below) ? group + below : `${group} ${below}`, below];
      headers.push({ column, text, variants });
    } else if (above !== '') {
      ownColumns++;
      headers.push({ column, text: above, variants: [above] });
    }
  }
  // Without one group over two sub-headers, or one column of its own beside them, the row below is data.
  if (underGroups === 0 || (ownColumns === 0 && headers.length < 3)) return undefined;
  return {
    rows: [row, row + 1],
    headers,
    firstDataRow: row + 2,
    endRow: undefined,
    table: undefined,
    title: titleAbove(head, row),
  };
}

function isJoinedBare(group: string, below: string): boolean {
  return /\p{Script=Han}/u.test(group + below);
}

function reaches(head: SheetHead, row: number, column: number): boolean {
  if (head.merges === undefined) return true;
  return head.merges.some(
    (merge) =>
      row >= merge.row &&
      row < merge.row + merge.rows &&
      column >= merge.column &&
      column < merge.column + merge.columns,
  );
}

function titleAbove(head: SheetHead, row: number): string {
  const texts: string[] = [];
  for (let above = Math.max(0, row - 8); above < row; above++) {
    for (const value of head.cells[above] ?? []) {
      if (typeof value === 'string' && value.trim() !== '' && value.length <= 60) texts.push(cleanText(value));
      if (texts.length >= 6) break;
    }
  }
  return texts.join(' ');
}

/** How a header is named to a person: its text, or the column's letters where it has none. */
export function showHeader(header: HeaderCell): string {
  return header.text === '' ? columnLetters(header.column) : header.text;
}
