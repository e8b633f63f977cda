import type { CellValue } from '../../workbook/cell-value';
import type { SheetPlan } from '../../workbook/plan';
import type { SheetLooks } from '../../workbook/workbook-host';
import { fingerprintOf } from '../layout/fingerprint';
import type { KeyedTable } from '../layout/sheet-draft';
import { PALETTE, TONES } from '../layout/theme';
import { joinKey, normaliseKey } from './keep';

type Cells = readonly (readonly CellValue[])[];

/** Fills that we give: any other is the person's. */
const OURS: ReadonlySet<string> = new Set([...Object.values(PALETTE), ...Object.values(TONES).map(({ fill }) => fill)]);
/** Programs round a height to whole dots of the screen. */
const ROUNDING = 1;
/** A row of so many words and no figure is one of headers. */
const LEAST_HEADERS = 3;

export interface KeptLooks {
  readonly plan: SheetPlan;
  /** Fills and heights whose row or column is gone. */
  readonly gone: number;
}

/**
 * A plan with the fills and row heights that the person gave to the sheet as it stands: a row is known again by its key, else by
 * its first words, a column by the header above.
 *
 * Hers is a fill in a colour that we do not use, and a height that we gave to no row of the sheet at the last writing (`heights`; absent:
 * nothing is told of heights). A cell that nothing is written into keeps none.
 * @example she filled the row of C2 yellow and it moved from row 9 to row 7 //=> row 7 is yellow
 */
export function keepLooks(
  plan: SheetPlan,
  keyed: readonly KeyedTable[],
  cells: Cells,
  { fills, heights }: SheetLooks,
  writtenHeights: readonly number[] | undefined,
): KeptLooks {
  const ownFills = fills.filter(({ color }) => !OURS.has(color));
  const ownHeights = heights.filter(
    ({ points }) => writtenHeights && !writtenHeights.some((one) => Math.abs(one - points) <= ROUNDING),
  );
  if (ownFills.length + ownHeights.length === 0) return { plan, gone: 0 };
  const written = gridOf(plan);
  const tables = keyed.map(({ headerRow, keyColumns, keyedBy }) => ({
    headers: keyColumns.map((column) => normaliseKey(written[headerRow]?.[column])),
    keyedBy,
  }));
  // In the other language no header is known again: rows then go by their first words alone.
  const known = tables.some(({ headers }) => cells.some((line) => hasAll(line, headers))) ? tables : [];
  const rowOfName = new Map(namesOfRows(written, known).map((name, row) => [name, row]));
  const standingNames = namesOfRows(cells, known);
  const rowNow = (row: number): number | undefined => rowOfName.get(standingNames[row] ?? '');

  let gone = 0;
  const placed = ownFills.flatMap(({ row, column, color }) => {
    const at = rowNow(row);
    const to = at === undefined ? undefined : columnNow(cells, row, column, written, at);
    if (to !== undefined && written[at!]![to] !== undefined) return [{ row: at!, column: to, color }];
    gone++;
    return [];
  });
  const rowHeights = new Map(plan.rowHeights.map(({ row, points }) => [row, points]));
  for (const { row, points } of ownHeights) {
    const at = rowNow(row);
    if (at === undefined) gone++;
    else rowHeights.set(at, points);
  }
  const { fingerprint: _bare, ...rest } = plan;
  const dressed = {
    ...rest,
    rowHeights: [...rowHeights].sort(([a], [b]) => a - b).map(([row, points]) => ({ row, points })),
    ...(placed.length > 0 && { fills: placed.sort((a, b) => a.row - b.row || a.column - b.column) }),
  };
  return { plan: { ...dressed, fingerprint: fingerprintOf(dressed) }, gone };
}

/** Cells that the plan writes; those that it does not are absent. */
function gridOf({ blocks }: SheetPlan): readonly (readonly CellValue[])[] {
  const grid: CellValue[][] = [];
  for (const { row, column, values } of blocks)
    values.forEach((line, offset) => {
      const target = (grid[row + offset] ??= []);
      line.forEach((value, index) => (target[column + index] = value));
    });
  return Array.from(grid, (line) => line ?? []);
}

interface NamedTable {
  readonly headers: readonly string[];
  readonly keyedBy: 'first' | 'all';
}

function hasAll(line: readonly CellValue[], headers: readonly string[]): boolean {
  const words = Array.from(line, normaliseKey);
  return headers.every((one) => words.includes(one));
}

/** Of each row what it is known again by; equal ones are numbered. */
function namesOfRows(cells: Cells, tables: readonly NamedTable[]): readonly string[] {
  const times = new Map<string, number>();
  let within: { readonly table: number; readonly columns: readonly number[] } | undefined;
  return cells.map((line) => {
    const words = Array.from(line, normaliseKey);
    const table = tables.findIndex(({ headers }) => hasAll(line, headers));
    if (table >= 0) within = { table, columns: tables[table]!.headers.map((one) => words.indexOf(one)) };
    const key =
      within &&
      joinKey(
        within.columns.map((column) => words[column] ?? ''),
        tables[within.table]!.keyedBy,
      );
    const first = words.find((one, column) => one !== '' && typeof line[column] === 'string') ?? '';
    const name = within && key !== '' ? `${within.table} ${key}` : `: ${first}`;
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return `${name} ${time}`;
  });
}

/** The column under the same header; the same one where there is no header, or it is in the other language. */
function columnNow(cells: Cells, row: number, column: number, written: Cells, at: number): number | undefined {
  const header = normaliseKey(headersAbove(cells, row)?.[column]);
  const headers = headersAbove(written, at);
  if (header === '' || !headers) return column;
  const words = Array.from(headers, normaliseKey);
  const to = words.indexOf(header);
  if (to >= 0) return to;
  const before = headersAbove(cells, row)!;
  const isOtherLanguage = !Array.from(before, normaliseKey).some((one) => one !== '' && words.includes(one));
  return isOtherLanguage ? column : undefined;
}

function headersAbove(cells: Cells, row: number): readonly CellValue[] | undefined {
  for (let at = row; at >= 0; at--) {
    const line = cells[at] ?? [];
    const words = line.filter((cell) => typeof cell === 'string' && cell.trim() !== '').length;
    if (words >= LEAST_HEADERS && !line.some((cell) => typeof cell === 'number')) return line;
  }
  return undefined;
}
