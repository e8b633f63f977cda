import type { CellValue } from '../../workbook/cell-value';
import type { SheetHead, TableInfo } from '../../workbook/workbook-host';
import { cleanText } from '../parse/text';
import { isKnownHeader } from './header-match';
import type { HeaderCandidate } from './sheet-headers';

/** A rectangle of a sheet that holds a table of its own, rows and columns zero-based, ends exclusive. */
export interface Block {
  readonly fromRow: number;
  /** Undefined where it runs to the sheet's end. */
  readonly toRow: number | undefined;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** So many known headers in a row below the first are headers again, and no data. */
const HEADERS_AGAIN = 3;
const SHARE_OF_HEADERS = 0.6;
/** So many headers of the first block in the second are the same table beside it. */
const SAME_HEADERS = 3;

const isFilled = (value: CellValue | undefined): boolean => value !== undefined && value !== null && value !== '';

/**
 * The tables of a sheet besides the one that was found first: Excel tables, tables beside it whose headers begin again, and
 * tables below it whose headers differ. Headers that are merely repeated (on every printed page, above every month) begin no
 * table of their own. One block comes back where the sheet holds one table.
 *
 * @param main The headers of the first table.
 * @example Date Customer Sales | Date Customer Sales //=> two blocks
 */
export function findBlocks(head: SheetHead, tables: readonly TableInfo[], main: HeaderCandidate): readonly Block[] {
  const blocks: Block[] = [];
  for (const own of tables) if (own !== main.table && own.hasHeader) blocks.push(blockOfTable(own));
  if (main.table) {
    const around = restAround(head, main.table, blocks);
    return around ? [blockOfTable(main.table), around, ...blocks] : [blockOfTable(main.table), ...blocks];
  }
  const columns = main.headers
    .map((one) => one.column)
    .filter((column) => !blocks.some((one) => covers(one, main.rows[0]!, column)));
  const beside = splitColumns(main, columns);
  const below = beside.flatMap((span) => splitRows(head, main, span));
  return [...below, ...blocks];
}

function blockOfTable({ range, hasTotals }: TableInfo): Block {
  return {
    fromRow: range.row,
    toRow: range.row + range.rows - (hasTotals ? 1 : 0),
    fromColumn: range.column,
    toColumn: range.column + range.columns,
  };
}

const covers = (block: Block, row: number, column: number): boolean =>
  column >= block.fromColumn &&
  column < block.toColumn &&
  row >= block.fromRow &&
  (block.toRow === undefined || row < block.toRow);

/** What stands left, right or below of an Excel table, where it has headers of its own. */
function restAround(head: SheetHead, table: TableInfo, others: readonly Block[]): Block | undefined {
  const { range } = table;
  const isOutside = (row: number, column: number): boolean =>
    !others.some((one) => covers(one, row, column)) &&
    !(
      column >= range.column &&
      column < range.column + range.columns &&
      row >= range.row &&
      row < range.row + range.rows
    );
  for (const [row, cells] of head.cells.entries()) {
    const known = cells.flatMap((value, column) =>
      typeof value === 'string' && isOutside(row, column) && isKnownHeader(cleanText(value)) ? [column] : [],
    );
    if (known.length < HEADERS_AGAIN) continue;
    const isBelow = row >= range.row + range.rows;
    if (isBelow) return { fromRow: row, toRow: undefined, fromColumn: 0, toColumn: Number.MAX_SAFE_INTEGER };
    const isLeft = known[0]! < range.column;
    return {
      fromRow: row,
      toRow: undefined,
      fromColumn: isLeft ? 0 : range.column + range.columns,
      toColumn: isLeft ? range.column : Number.MAX_SAFE_INTEGER,
    };
  }
  return undefined;
}

/** The columns of a header row in spans: a new one where the headers of the first begin again. */
function splitColumns(main: HeaderCandidate, columns: readonly number[]): readonly (readonly [number, number])[] {
  const textOf = new Map(main.headers.map((one) => [one.column, one.text]));
  const spans: number[][] = [];
  let texts = new Set<string>();
  for (const [index, column] of columns.entries()) {
    const text = textOf.get(column)!;
    const rest = columns.slice(index).map((one) => textOf.get(one)!);
    if (spans.length === 0 || (texts.has(text) && isSameTable(texts, rest))) {
      spans.push([]);
      texts = new Set();
    }
    spans[spans.length - 1]!.push(column);
    texts.add(text);
  }
  if (spans.length <= 1) return [[0, nextOf(columns, main)]];
  return spans.map((span, index) => [
    index === 0 ? 0 : span[0]!,
    index === spans.length - 1 ? nextOf(columns, main) : spans[index + 1]![0]!,
  ]);
}

/** Up to where the last span reaches: as far as the sheet, unless an Excel table begins there. */
function nextOf(columns: readonly number[], main: HeaderCandidate): number {
  const last = columns[columns.length - 1] ?? 0;
  const next = main.headers.find((one) => one.column > last && !columns.includes(one.column));
  return next?.column ?? Number.MAX_SAFE_INTEGER;
}

function isSameTable(texts: ReadonlySet<string>, rest: readonly string[]): boolean {
  const own = new Set<string>();
  for (const text of rest) {
    if (own.has(text)) break;
    own.add(text);
  }
  const same = [...own].filter((text) => texts.has(text) && isKnownHeader(text)).length;
  return same >= SAME_HEADERS && same >= texts.size * SHARE_OF_HEADERS;
}

/** The rows of a span of columns in blocks: a new one where other headers stand. */
function splitRows(head: SheetHead, main: HeaderCandidate, [from, to]: readonly [number, number]): readonly Block[] {
  const blocks: Block[] = [];
  let start: number | undefined;
  let layout = new Map<number, string>();
  for (const [row, whole] of head.cells.entries()) {
    const isMain = row === main.rows[0];
    // The second row of headers of two rows heads nothing of its own.
    if (!isMain && (main.rows.includes(row) || !isHeaderRow(whole.slice(0, to), from))) continue;
    const own = layoutOf(whole, from, to);
    if (start !== undefined && [...own].every(([column, text]) => layout.get(column) === text)) continue;
    if (start !== undefined) blocks.push({ fromRow: start, toRow: row, fromColumn: from, toColumn: to });
    start = row;
    layout = own;
  }
  blocks.push({ fromRow: start ?? main.rows[0]!, toRow: undefined, fromColumn: from, toColumn: to });
  return blocks;
}

function layoutOf(cells: readonly CellValue[], from: number, to: number): Map<number, string> {
  const layout = new Map<number, string>();
  for (let column = from; column < Math.min(to, cells.length); column++) {
    const value = cells[column];
    if (typeof value === 'string' && value.trim() !== '') layout.set(column, cleanText(value));
  }
  return layout;
}

function isHeaderRow(cells: readonly CellValue[], from: number): boolean {
  let filled = 0;
  let known = 0;
  for (let column = from; column < cells.length; column++) {
    const value = cells[column];
    if (!isFilled(value)) continue;
    filled++;
    if (typeof value === 'string' && value.length <= 40 && isKnownHeader(cleanText(value))) known++;
  }
  return known >= HEADERS_AGAIN && known >= filled * SHARE_OF_HEADERS;
}

/** The head as a block alone would show it: everything outside is empty. */
export function headOfBlock(
  head: SheetHead,
  { fromRow, toRow, fromColumn, toColumn }: Block,
  titleRows = 8,
): SheetHead {
  const first = Math.max(0, fromRow - titleRows);
  return {
    ...head,
    cells: head.cells.slice(0, toRow).map((cells, row) => {
      if (row < first) return [];
      const end = Math.min(toColumn, cells.length);
      return cells.map((value, column) => {
        if (column < fromColumn || column >= end) return null;
        // Of what stands above the headers only titles count: what heads another block is none.
        if (
          row < fromRow &&
          cells.filter(isFilled).length > 2 &&
          cells.slice(fromColumn, end).filter(isFilled).length > 1
        )
          return null;
        return value;
      });
    }),
  };
}
