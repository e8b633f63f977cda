import { currencyOfFormat } from '../../../workbook/currency';
import { makeCellColumn, putCell, StringPool, type CellColumn, type ColumnBlock } from '../../../workbook/column-block';
import { HostError } from '../../../workbook/host-error';
import { checkCancelled, type JobControl } from '../../../workbook/job-control';
import type { ReadRequest } from '../../../workbook/workbook-host';
import type { OfficeHostOptions } from '../options';
import { runExcel } from '../run-excel';
import { isTooLarge } from '../translate-error';
import { BlockSize, bytesOfValues } from './block-size';
import { columnRuns, type ColumnRun } from './column-runs';
import { cellOfExcel } from './excel-cell';
import { EMPTY_EXTENT, extentOf, type Extent, isSameExtent, lastRowOf } from './extent';

interface Answer {
  readonly sheetName: string;
  readonly extent: Extent;
  /** A grid a run; `undefined` where Excel answered null instead of an error. */
  readonly grids: readonly (readonly (readonly unknown[])[])[] | undefined;
  /** Number formats of the column whose currencies are wanted: a column of the grid. */
  readonly formats?: readonly (readonly unknown[])[];
}

/** What a cell takes in an answer, as a guess that only decides how much is asked for at first. */
const GUESSED_CELL_BYTES = 16;

/**
 * Reads the columns asked for, block by block: only their cells cross the boundary, adjacent ones in one range. Blocks
 * grow and shrink with the bytes measured; one that Excel refuses, or answers with null, is asked for again in halves.
 *
 * The sheet's extent is asked for with every block: rows or columns that came or went between two blocks would shift
 * what is still to be read, so the read stops with `changed-meanwhile`. `knownColumns` is the extent that the caller's
 * column numbers were found on, where it is known.
 */
export async function readColumns(
  options: OfficeHostOptions,
  request: ReadRequest,
  receive: (block: ColumnBlock) => void | Promise<void>,
  control: JobControl,
  knownExtent?: Extent,
): Promise<void> {
  const runs = columnRuns(request.columns);
  const pool = new StringPool();
  const { currencyColumn } = request;
  const guess = Math.floor(options.readBytes / (Math.max(1, request.columns.length) * GUESSED_CELL_BYTES));
  const size = new BlockSize(Math.min(options.firstBlockRows, guess), request.columns.length, options.readBytes);
  const currencyOf = new Map<unknown, number>();
  let columns: CellColumn[] = [];
  let capacity = 0;
  let seen: Extent | undefined;
  let end = request.toRow;

  for (let row = request.fromRow; row < end;) {
    checkCancelled(control);
    const rows = Math.min(size.rows, end - row);
    const answer = await askForBlock(options, { ...request, runs }, row, rows, size);
    if (!answer) continue;

    checkUnchanged(answer, seen ?? knownExtent, seen !== undefined);
    seen = answer.extent;
    end = Math.min(end, lastRowOf(seen));
    const rowCount = Math.min(rows, end - row);
    if (rowCount > 0) {
      if (rowCount > capacity) {
        capacity = rowCount;
        columns = request.columns.map((column) => makeCellColumn(capacity, column === currencyColumn));
      }
      await fillColumns(columns, answer.grids!, rowCount, pool, control);
      const { formats = [] } = answer;
      fillCurrencies(columns.find((one) => one.currencies)?.currencies, formats, rowCount, currencyOf);
      size.learn(
        rows,
        [...answer.grids!, formats].reduce((sum, grid) => sum + bytesOfValues(grid), 0),
      );
      await receive({ firstRow: row, rowCount, columns, pool });
    }
    row += rows;
    const total = Math.max(0, end - request.fromRow);
    control.report?.({ step: 'read', sheet: answer.sheetName, done: Math.min(row - request.fromRow, total), total });
    await control.pause?.();
  }
}

/** What is asked for of a sheet. */
interface Wanted extends Pick<ReadRequest, 'sheet' | 'currencyColumn'> {
  readonly runs: readonly ColumnRun[];
}

/** A block, or `undefined` where it must be asked for again in a smaller size. */
async function askForBlock(
  options: OfficeHostOptions,
  wanted: Wanted,
  row: number,
  rows: number,
  size: BlockSize,
): Promise<Answer | undefined> {
  try {
    const answer = await readBlock(options, wanted, row, rows);
    if (answer.grids) return answer;
    size.halve(rows, 'Excel answered null');
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    size.halve(rows, error);
  }
  return undefined;
}

function readBlock(
  options: OfficeHostOptions,
  { sheet: sheetId, runs, currencyColumn }: Wanted,
  row: number,
  rows: number,
): Promise<Answer> {
  return runExcel(options, async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    sheet.load('name');
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,rowCount,columnIndex,columnCount');
    const ranges = runs.map((run) => {
      const range = sheet.getRangeByIndexes(row, run.from, rows, run.count);
      range.load('values');
      return range;
    });
    const formats = currencyColumn === undefined ? undefined : sheet.getRangeByIndexes(row, currencyColumn, rows, 1);
    formats?.load('numberFormat');
    await context.sync();
    const grids = ranges.map((range) => range.values as unknown[][] | null);
    return {
      sheetName: sheet.name,
      extent: used.isNullObject ? EMPTY_EXTENT : extentOf(used),
      grids: grids.every((grid) => grid !== null) ? (grids as unknown[][][]) : undefined,
      ...(formats && { formats: (formats.numberFormat as unknown[][] | null) ?? [] }),
    };
  });
}

function checkUnchanged(answer: Answer, before: Extent | undefined, isSameRead: boolean): void {
  if (before === undefined || isSameExtent(before, answer.extent, isSameRead ? 'all' : 'columns')) return;
  throw new HostError('changed-meanwhile', 'rows or columns came or went while the sheet was read', {
    sheet: answer.sheetName,
  });
}

function fillCurrencies(
  currencies: Uint8Array | undefined,
  formats: readonly (readonly unknown[])[],
  rows: number,
  known: Map<unknown, number>,
): void {
  if (!currencies) return;
  for (let row = 0; row < rows; row++) {
    const format = formats[row]?.[0];
    let currency = known.get(format);
    if (currency === undefined)
      known.set(format, (currency = typeof format === 'string' ? currencyOfFormat(format) : 0));
    currencies[row] = currency;
  }
}

/** Cells between two breaths: some milliseconds of work, on the thread that the screen lives on. */
const CELLS_A_BREATH = 25_000;

/**
 * Row by row, so that the strings of a read are numbered in the order in which a person reads them. Office.js has just
 * taken its answer apart on this thread: the screen breathes before each piece.
 */
async function fillColumns(
  columns: readonly CellColumn[],
  grids: readonly (readonly (readonly unknown[])[])[],
  rows: number,
  pool: StringPool,
  control: JobControl,
): Promise<void> {
  const rowsABreath = Math.max(1, Math.floor(CELLS_A_BREATH / Math.max(1, columns.length)));
  for (let row = 0; row < rows; row++) {
    if (row % rowsABreath === 0) await control.pause?.();
    let target = 0;
    for (const grid of grids) {
      for (const value of grid[row]!) putCell(columns[target++]!, row, cellOfExcel(value), pool);
    }
  }
}
