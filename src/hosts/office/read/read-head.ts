import type { CellValue } from '../../../workbook/cell-value';
import { isDayFormat } from '../../../workbook/day-format';
import type { SheetHead } from '../../../workbook/workbook-host';
import type { OfficeHostOptions } from '../options';
import { runExcel } from '../run-excel';
import { isTooLarge } from '../translate-error';
import { BlockSize } from './block-size';
import { cellOfExcel } from './excel-cell';

/** The corner of a sheet that is asked for. */
export interface HeadRequest {
  readonly sheet: string;
  readonly rows: number;
  readonly columns: number;
}

/** A corner as it was read: values and number formats. */
export interface HeadGrid {
  readonly cells: readonly (readonly CellValue[])[];
  readonly formats: readonly (readonly unknown[])[];
}

/** What a value and its format take in an answer, as a guess that only decides how heads are gathered. */
const GUESSED_CELL_BYTES = 30;

/** As many of the heads asked for, from the first on, as fit into one message. */
export function headsThatFit(requests: readonly HeadRequest[], bytes: number): HeadRequest[] {
  let room = bytes;
  const fitting: HeadRequest[] = [];
  for (const request of requests) {
    room -= request.rows * request.columns * GUESSED_CELL_BYTES;
    if (fitting.length > 0 && room < 0) break;
    fitting.push(request);
  }
  return fitting;
}

/**
 * The top left corners of some sheets in one message, or of the first of them in pieces where that is too much at once.
 * Merged ranges are not asked for: the call that tells them takes away Excel's undo.
 */
export async function readHeads(
  options: OfficeHostOptions,
  requests: readonly HeadRequest[],
): Promise<Map<string, HeadGrid>> {
  const grids = await readTogether(
    options,
    requests.map((request) => ({ ...request, row: 0 })),
  );
  if (grids) return new Map(requests.map((request, index) => [request.sheet, grids[index]!]));
  const [first] = requests;
  return first ? new Map([[first.sheet, await readInPieces(options, first)]]) : new Map();
}

export function headOfGrid({ cells, formats }: HeadGrid, rows: number, columns: number): SheetHead {
  return {
    cells: cells.slice(0, rows).map((row) => row.slice(0, columns)),
    isDay: (row, column) => isDayFormat(String(formats[row]?.[column] ?? 'General')),
  };
}

async function readInPieces(options: OfficeHostOptions, request: HeadRequest): Promise<HeadGrid> {
  const cells: (readonly CellValue[])[] = [];
  const formats: (readonly unknown[])[] = [];
  const size = new BlockSize(Math.ceil(request.rows / 2), request.columns, options.readBytes);
  while (cells.length < request.rows) {
    const rows = Math.min(size.rows, request.rows - cells.length);
    const piece = await readTogether(options, [{ ...request, row: cells.length, rows }]);
    if (!piece) {
      size.halve(rows, 'Excel found the head of the sheet too large');
      continue;
    }
    cells.push(...piece[0]!.cells);
    formats.push(...piece[0]!.formats);
  }
  return { cells, formats };
}

/** `undefined` where Excel finds the answer too large, or answers null. */
async function readTogether(
  options: OfficeHostOptions,
  requests: readonly (HeadRequest & { readonly row: number })[],
): Promise<HeadGrid[] | undefined> {
  try {
    return await runExcel(options, async (context) => {
      const ranges = requests.map(({ sheet, row, rows, columns }) => {
        const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, 0, rows, columns);
        range.load('values,numberFormat');
        return range;
      });
      await context.sync();
      const grids = ranges.map((range) => ({
        values: range.values as unknown[][] | null,
        formats: range.numberFormat as unknown[][] | null,
      }));
      if (grids.some(({ values, formats }) => values === null || formats === null)) return undefined;
      return grids.map(({ values, formats }) => ({
        cells: values!.map((row) => row.map(cellOfExcel)),
        formats: formats!,
      }));
    });
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return undefined;
  }
}
