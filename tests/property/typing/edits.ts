import type { CellValue } from '../../../src/workbook/cell-value';
import { seededRandom, type SeededRandom } from '../../support/seeded-random';

/** The cells of a sheet, as a person edits them. */
export type Grid = CellValue[][];

/** What a person does to a sheet of ours between two refreshes; `seed` decides where. */
export interface Edit {
  readonly kind: EditKind;
  /** Which of our sheets, counted from the first. */
  readonly sheet: number;
  readonly seed: number;
  /** What a text typed by it has in it: the same also where edits before it are left out. */
  readonly token: string;
}

export const GRID_EDITS = {
  typeText: (grid: Grid, random: SeededRandom, token: string) => put(grid, anyCell(grid, random), wordsOf(token)),
  typeNumber: (grid: Grid, random: SeededRandom, token: string) => put(grid, anyCell(grid, random), numberOf(token)),
  typeOverOurs: (grid: Grid, random: SeededRandom, token: string) =>
    put(grid, filledCell(grid, random), wordsOf(token)),
  typeNumberOverOurs: (grid: Grid, random: SeededRandom, token: string) =>
    put(grid, filledCell(grid, random), numberOf(token)),
  typeBeside: (grid: Grid, random: SeededRandom, token: string) => {
    const row = random.whole(0, grid.length);
    put(grid, { row, column: (grid[row]?.length ?? 0) + random.whole(0, 2) }, wordsOf(token));
  },
  typeBelow: (grid: Grid, random: SeededRandom, token: string) =>
    put(grid, { row: grid.length + random.whole(0, 3), column: random.whole(0, 6) }, wordsOf(token)),
  /** A column of her own at the right of a table: a header and a few cells. */
  addColumn: (grid: Grid, random: SeededRandom, token: string) => {
    const row = headerRow(grid, random);
    const column = grid[row]?.length ?? 0;
    put(grid, { row, column }, wordsOf(`${token}h`));
    for (let at = 1; at <= 3; at++) put(grid, { row: row + at, column }, wordsOf(`${token}${'abc'[at - 1]!}`));
  },
  /** A row of her own below a table. */
  addLine: (grid: Grid, random: SeededRandom, token: string) => {
    const blanks = grid.flatMap((line, row) => (line.every(isEmpty) ? [row] : []));
    const row = blanks.length > 0 ? random.pick(blanks) : grid.length;
    for (let column = 0; column < 3; column++) put(grid, { row, column }, wordsOf(`${token}${'abc'[column]!}`));
  },
  insertRow: (grid: Grid, random: SeededRandom) => void grid.splice(random.whole(0, grid.length), 0, []),
  deleteRow: (grid: Grid, random: SeededRandom) => void grid.splice(random.whole(0, Math.max(0, grid.length - 1)), 1),
  insertColumn: (grid: Grid, random: SeededRandom) => {
    const column = random.whole(0, widthOf(grid));
    for (const line of grid) if (line.length > column) line.splice(column, 0, null);
  },
  deleteColumn: (grid: Grid, random: SeededRandom) => {
    const column = random.whole(0, Math.max(0, widthOf(grid) - 1));
    for (const line of grid) if (line.length > column) line.splice(column, 1);
  },
  swapColumns: (grid: Grid, random: SeededRandom) => {
    const [a, b] = [random.whole(0, widthOf(grid)), random.whole(0, widthOf(grid))];
    for (const line of grid) {
      while (line.length <= Math.max(a, b)) line.push(null);
      [line[a], line[b]] = [line[b]!, line[a]!];
    }
  },
  /** A stretch of whole rows, in any order: what sorting does. */
  sortRows: (grid: Grid, random: SeededRandom) => {
    const from = random.whole(0, Math.max(0, grid.length - 2));
    const count = random.whole(2, 40);
    grid.splice(from, count, ...random.shuffle(grid.slice(from, from + count)));
  },
  /** A stretch of rows sorted without the columns at the right. */
  sortSomeColumns: (grid: Grid, random: SeededRandom) => {
    const from = random.whole(0, Math.max(0, grid.length - 2));
    const rows = grid.slice(from, from + random.whole(2, 12));
    const columns = random.whole(1, 4);
    const parts = random.shuffle(rows.map((line) => line.slice(0, columns)));
    rows.forEach((_, index) => {
      for (let column = 0; column < columns; column++)
        put(grid, { row: from + index, column }, parts[index]![column] ?? null);
    });
  },
  clearOurs: (grid: Grid, random: SeededRandom) => put(grid, filledCell(grid, random), null),
  renameHeader: (grid: Grid, random: SeededRandom, token: string) => {
    const row = headerRow(grid, random);
    const line = grid[row] ?? [];
    put(grid, { row, column: random.whole(0, Math.max(0, line.length - 1)) }, wordsOf(token));
  },
  renameKey: (grid: Grid, random: SeededRandom, token: string) => {
    const row = Math.min(grid.length, headerRow(grid, random) + random.whole(1, 4));
    put(grid, { row, column: random.whole(0, 1) }, wordsOf(token));
  },
  /** Cuts a cell of ours and pastes it elsewhere. */
  moveOurs: (grid: Grid, random: SeededRandom) => {
    const from = filledCell(grid, random);
    const value = grid[from.row]?.[from.column] ?? null;
    put(grid, from, null);
    const to = anyCell(grid, random);
    if (isEmpty(grid[to.row]?.[to.column] ?? null)) put(grid, to, value);
    else put(grid, from, value);
  },
} as const satisfies Record<string, (grid: Grid, random: SeededRandom, token: string) => void>;

export const BOOK_EDITS = [
  'renameSheet',
  'copySheet',
  'deleteMark',
  'moveMark',
  'otherLanguage',
  'otherDay',
  'refresh',
] as const;

export type GridEdit = keyof typeof GRID_EDITS;
export type BookEdit = (typeof BOOK_EDITS)[number];
export type EditKind = GridEdit | BookEdit;

export const isGridEdit = (kind: EditKind): kind is GridEdit => kind in GRID_EDITS;

/** Every typed text has this in it, and nothing that we write has. */
const TOKEN = /§\d+[a-z]?§/g;
/** Numbers that no figure of the test's data comes to. */
const NUMBER = /^7\d{7}\.625$/;

export const wordsOf = (token: string): string => `她写的§${token}§`;
export const numberOf = (token: string): number => 70_000_000 + Number(token) + 0.625;

/** The typed texts and numbers that stand in some cells. */
export function tokensIn(cells: readonly (readonly CellValue[])[], into = new Set<string>()): Set<string> {
  for (const line of cells)
    for (const cell of line) {
      if (typeof cell === 'string') for (const [token] of cell.matchAll(TOKEN)) into.add(token);
      if (NUMBER.test(String(cell))) into.add(String(cell));
    }
  return into;
}

export function applyToGrid(grid: Grid, { kind, seed, token }: Edit): void {
  GRID_EDITS[kind as GridEdit](grid, seededRandom(seed), token);
}

const TYPING: readonly EditKind[] = [
  'typeText',
  'typeNumber',
  'typeOverOurs',
  'typeNumberOverOurs',
  'typeBeside',
  'typeBelow',
  'addColumn',
  'addLine',
];
const OTHERS: readonly EditKind[] = [
  ...(Object.keys(GRID_EDITS) as GridEdit[]).filter((kind) => !TYPING.includes(kind)),
  ...BOOK_EDITS,
];

/** A round, short or long: mostly typing, in between what else a person does. */
export function makeRound(seed: number): readonly Edit[] {
  const random = seededRandom(seed);
  const length = random.next() < 0.6 ? random.whole(6, 16) : random.whole(60, 160);
  return Array.from({ length }, (_, at) => ({
    token: String(at + 1),
    kind: random.pick(random.next() < 0.6 ? TYPING : OTHERS),
    sheet: random.whole(0, 1000),
    seed: random.whole(0, 1_000_000_000),
  }));
}

const isEmpty = (value: CellValue): boolean => value === null || value === '';
const widthOf = (grid: Grid): number => grid.reduce((most, { length }) => Math.max(most, length), 0);

function put(grid: Grid, { row, column }: Place, value: CellValue): void {
  while (grid.length <= row) grid.push([]);
  const line = grid[row]!;
  while (line.length <= column) line.push(null);
  line[column] = value;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function anyCell(grid: Grid, random: SeededRandom): Place {
  const row = random.whole(0, grid.length + 2);
  return { row, column: random.whole(0, (grid[row]?.length ?? 4) + 2) };
}

function filledCell(grid: Grid, random: SeededRandom): Place {
  const filled = grid.flatMap((line, row) => line.flatMap((cell, column) => (isEmpty(cell) ? [] : [{ row, column }])));
  return filled.length > 0 ? random.pick(filled) : { row: 0, column: 0 };
}

/** A row of several words: most are headers. */
function headerRow(grid: Grid, random: SeededRandom): number {
  const rows = grid.flatMap((line, row) =>
    line.filter((cell) => typeof cell === 'string' && cell !== '').length >= 3 &&
    !line.some((cell) => typeof cell === 'number')
      ? [row]
      : [],
  );
  return rows.length > 0 ? rows[Math.min(rows.length - 1, random.whole(0, 3))]! : 0;
}
