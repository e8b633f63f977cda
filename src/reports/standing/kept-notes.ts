import type { Text } from '../../i18n/text';
import { addressOf, type CellRange } from '../../workbook/address';
import type { CellValue } from '../../workbook/cell-value';
import type { PlanValue, SheetPlan } from '../../workbook/plan';
import type { ReportSnapshot } from '../../workbook/workbook-host';
import { normaliseKey, userValue, type UserValue } from './keep';
import { wordsOf } from './read-rows';
import type { TypedCells } from './typed-cells';

/** A line of 留言: what the person typed where no report could keep it. */
export interface KeptEntry {
  /** ISO day of the refresh that moved it here. */
  readonly day: string;
  readonly sheet: string;
  /** The header above it, else its address. */
  readonly column: string;
  /** What its row was about. */
  readonly key: string;
  readonly content: UserValue;
}

/** The same content from the same place. */
export function isSameEntry(a: KeptEntry, b: KeptEntry): boolean {
  return a.content === b.content && a.sheet === b.sheet && a.column === b.column && a.key === b.key;
}

export const KEPT_NOTES_ID = 'keptNotes';

export const KEPT_HEADERS = {
  day: { zh: '移来的日期', en: 'Moved on' },
  sheet: { zh: '原工作表', en: 'Sheet it stood on' },
  column: { zh: '原列', en: 'Column it stood in' },
  key: { zh: '原行', en: 'Row it stood in' },
  content: { zh: '您写的内容', en: 'What you typed' },
} as const satisfies Record<keyof KeptEntry, Text>;

type Cells = readonly (readonly CellValue[])[];
const FIELDS = Object.keys(KEPT_HEADERS) as (keyof KeptEntry)[];
const LEAST_HEADERS = 3;

/** The lines as they stand on 留言; what she typed in them and beside them is taken from `typed`. */
export function readKeptEntries(cells: Cells, typed: TypedCells): readonly KeptEntry[] {
  const header = findHeader(cells);
  if (!header) return [];
  const entries: KeptEntry[] = [];
  const contentAt = header.columns.get('content')!;
  for (const [row, line] of cells.entries()) {
    const cellOf = (field: keyof KeptEntry): CellValue => {
      const column = header.columns.get(field);
      return column === undefined ? null : (line[column] ?? null);
    };
    if (row <= header.row || !typed.has(row, contentAt)) continue;
    const content = userValue(line[contentAt]);
    if (content === undefined) continue;
    for (const column of header.columns.values()) typed.take(row, column);
    entries.push({
      day: wordsOf(cellOf('day')),
      sheet: wordsOf(cellOf('sheet')),
      column: wordsOf(cellOf('column')),
      key: wordsOf(cellOf('key')),
      content,
    });
  }
  return entries;
}

function findHeader(
  cells: Cells,
): { readonly row: number; readonly columns: ReadonlyMap<keyof KeptEntry, number> } | undefined {
  for (const [row, line] of cells.entries()) {
    const columns = new Map<keyof KeptEntry, number>();
    for (const field of FIELDS) {
      const { zh, en } = KEPT_HEADERS[field];
      const column = line.findIndex((cell) => [zh as string, en].includes(normaliseKey(cell)));
      if (column >= 0) columns.set(field, column);
    }
    if (columns.size >= LEAST_HEADERS && columns.has('content')) return { row, columns };
  }
  return undefined;
}

/** What nobody has taken of a sheet's typed cells, as lines for 留言. */
export function entriesOf(cells: Cells, typed: TypedCells, day: string, sheet: string): readonly KeptEntry[] {
  return typed.left.flatMap(({ row, column }) => {
    const content = userValue(cells[row]?.[column]);
    if (content === undefined) return [];
    return [
      { day, sheet, column: headerAbove(cells, row, column), key: keyBeside(cells, row, column, typed), content },
    ];
  });
}

/**
 * Formulas that she put into a sheet of ours, word for word: the sheet is written with what they gave. Those of a sheet that
 * answers by formulas are ours where the cell is.
 */
export function formulasOf(
  { cells, formulas = [] }: Pick<ReportSnapshot, 'cells' | 'formulas'>,
  typed: TypedCells | undefined,
  isLive: boolean,
  day: string,
  sheet: string,
): readonly KeptEntry[] {
  return formulas.flatMap(({ row, column, formula }) => {
    if (isLive && !typed?.has(row, column)) return [];
    const key = keyBeside(cells, row, column, typed);
    return [{ day, sheet, column: headerAbove(cells, row, column), key, content: formula }];
  });
}

/** Words above a cell in a row of several words: a header. */
function headerAbove(cells: Cells, row: number, column: number): string {
  for (let at = row - 1; at >= 0; at--) {
    const line = cells[at]!;
    const words = line.filter((cell) => typeof cell === 'string' && cell.trim() !== '').length;
    const header = line[column];
    if (words >= LEAST_HEADERS && !line.some((cell) => typeof cell === 'number') && typeof header === 'string') {
      if (header.trim() !== '') return header.trim();
    }
  }
  return addressOf(row, column);
}

/** The first words of ours in the row. */
function keyBeside(cells: Cells, row: number, column: number, typed: TypedCells | undefined): string {
  const line = cells[row] ?? [];
  const at = line.findIndex((cell, other) => other !== column && wordsOf(cell) !== '' && !typed?.has(row, other));
  return at < 0 ? '' : wordsOf(line[at]!).slice(0, 80);
}

/**
 * Takes what stands in the new sheet all the same: a threshold that she changed on 参数 is written with what she typed. It
 * has to stand in the same column of a row that has other words of its row. On a sheet that answers by formulas, part of
 * a client's name brings the whole name.
 *
 * Gives the cells of the plan in which it stands: they stay hers. A log is written from what its own sheet said, so that
 * a text which counted as ours from then on would go without a word on the day that the log cannot be read.
 */
export function takeWhatStands(cells: Cells, typed: TypedCells, plan: SheetPlan): readonly CellRange[] {
  const isLive = plan.formulas !== undefined;
  const { left } = typed;
  if (left.length === 0) return [];
  const lines = new Map<string, WrittenLine[]>();
  for (const block of plan.blocks)
    for (const [at, values] of block.values.entries()) {
      const line = { row: block.row + at, column: block.column, values };
      for (const words of wordsIn(values)) {
        const list = lines.get(words);
        if (list) list.push(line);
        else lines.set(words, [line]);
      }
    }
  return left.flatMap(({ row, column }) => {
    const line = cells[row]!;
    const content = wordsOf(userValue(line[column]) ?? null).toLowerCase();
    const isThere = (written: WrittenLine): boolean => {
      const shown = wordsOf(written.values[column - written.column] ?? null).toLowerCase();
      return shown === content || (isLive && shown.includes(content));
    };
    for (const words of wordsIn(line.map((cell, at) => (at === column || typed.has(row, at) ? null : cell)))) {
      const written = lines.get(words)?.find(isThere);
      if (!written) continue;
      typed.take(row, column);
      return isLive ? [] : [{ row: written.row, column, rows: 1, columns: 1 }];
    }
    return [];
  });
}

interface WrittenLine {
  readonly row: number;
  readonly column: number;
  readonly values: readonly PlanValue[];
}

/** The last net: a text that a table took and that stands in no cell of the new sheet goes to 留言 all the same. */
export function giveBackWhatIsGone(cells: Cells, typed: TypedCells, plan: SheetPlan): void {
  const standing = new Set<string>();
  for (const { values } of plan.blocks)
    for (const line of values)
      for (const value of line) {
        const words = wordsOf(value);
        standing.add(words);
        // Two texts for one cell are joined.
        if (words.includes('; ')) for (const part of words.split('; ')) standing.add(part.trim());
      }
  typed.giveBack((row, column) => {
    const words = wordsOf(userValue(cells[row]?.[column]) ?? null);
    return standing.has(words) || words.split('; ').every((part) => standing.has(part.trim()));
  });
}

const LEAST_LETTERS = 2;

const wordsIn = (line: readonly (CellValue | PlanValue)[]): readonly string[] =>
  line.flatMap((cell) => (typeof cell === 'string' && cell.trim().length >= LEAST_LETTERS ? [cell.trim()] : []));
