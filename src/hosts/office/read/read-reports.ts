import type { CellValue } from '../../../workbook/cell-value';
import { checkCancelled, type JobControl } from '../../../workbook/job-control';
import type { CellFormula, ReportSnapshot } from '../../../workbook/workbook-host';
import { markName, resolveMarks } from '../marks';
import type { OfficeHostOptions } from '../options';
import { runExcel } from '../run-excel';
import { isTooLarge } from '../translate-error';
import { BlockSize, bytesOfValues } from './block-size';
import { cellOfExcel } from './excel-cell';
import { EMPTY_EXTENT, extentOf, lastColumnOf, lastRowOf, type Extent } from './extent';

interface Located {
  readonly id: string;
  readonly fingerprint: string;
  readonly stagedRow: number | undefined;
  readonly sheetId: string;
  readonly sheetName: string;
  readonly extent: Extent;
  /** What we keep there for ourselves, in long texts. */
  readonly isUnseen: boolean;
}

type Rows = readonly (readonly unknown[])[];

interface Grid {
  readonly values: Rows;
  /** Parallel to the values; empty where they were not asked for. */
  readonly formulas: Rows;
}

const EMPTY_GRID: Grid = { values: [], formulas: [] };

/** A list of more cells is read by its values alone: asking for formulas too would double what Excel sends. */
const MOST_FORMULA_CELLS = 50_000;
const asksFormulas = ({ rows, columns }: Extent): boolean => rows * columns <= MOST_FORMULA_CELLS;

/** What a row of a report takes in an answer, as a guess that only decides how much is asked for at first. */
const guessedRowBytes = ({ extent, isUnseen }: Located): number =>
  extent.columns * (isUnseen ? 2_000 : 32) * (asksFormulas(extent) ? 2 : 1);

/** Cells between two breaths: some milliseconds of work. */
const CELLS_A_BREATH = 50_000;

/**
 * Everything on some sheets of ours, in as few messages as the bytes allow: two that find the sheets, then as many sheets
 * in one as fit, larger ones in blocks. Reports without a sheet are left out. Rows that a broken run had only parked are
 * not part of a report.
 */
export async function readReports(
  options: OfficeHostOptions,
  ids: readonly string[],
  control: JobControl,
): Promise<ReportSnapshot[]> {
  checkCancelled(control);
  const located = await locate(options, ids);
  const snapshots: ReportSnapshot[] = [];
  for (const group of gather(located, options.readBytes)) {
    checkCancelled(control);
    const grids = await readGroup(options, group, control);
    // Office.js has just taken its answer apart on this thread.
    await control.pause?.();
    for (const [index, report] of group.entries()) {
      const { id, fingerprint, sheetName } = report;
      const grid = grids[index]!;
      const cells = await cellsOf(report, grid.values, control);
      snapshots.push({ id, fingerprint, sheetName, cells, formulas: formulasOf(report, grid) });
      control.report?.({ step: 'read', sheet: sheetName, done: snapshots.length, total: located.length });
    }
  }
  return snapshots;
}

function locate(options: OfficeHostOptions, ids: readonly string[]): Promise<Located[]> {
  return runExcel(options, async (context) => {
    const { workbook } = context;
    const names = ids.map((id) => {
      const name = workbook.names.getItemOrNullObject(markName(id));
      name.load('formula,comment');
      return { id, name };
    });
    const sheets = workbook.worksheets;
    sheets.load('items/id,items/name,items/visibility');
    await context.sync();

    const marks = resolveMarks(
      names
        .filter(({ name }) => !name.isNullObject)
        .map(({ id, name }) => ({ name: markName(id), formula: name.formula as unknown, comment: name.comment })),
      // A sheet that was only about to be made has nothing to read.
      sheets.items.map(({ id, name }) => ({ id, name, isBlank: false })),
    );
    const asked = marks.map((mark) => {
      const sheet = sheets.items.find((one) => one.id === mark.sheetId)!;
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load('rowIndex,rowCount,columnIndex,columnCount');
      return { mark, sheet, used };
    });
    if (asked.length > 0) await context.sync();
    return asked.map(({ mark, sheet, used }) => ({
      id: mark.id,
      fingerprint: mark.fingerprint,
      stagedRow: mark.stagedRow,
      sheetId: sheet.id,
      sheetName: sheet.name,
      extent: used.isNullObject ? EMPTY_EXTENT : extentOf(used),
      isUnseen: sheet.visibility === 'VeryHidden',
    }));
  });
}

/** Reports that one message can carry. */
function gather(located: readonly Located[], bytes: number): Located[][] {
  const groups: Located[][] = [];
  let room = 0;
  for (const report of located) {
    const size = report.extent.rows * guessedRowBytes(report);
    if (groups.length === 0 || size > room) {
      groups.push([]);
      room = bytes;
    }
    groups[groups.length - 1]!.push(report);
    room -= size;
  }
  return groups;
}

async function readGroup(
  options: OfficeHostOptions,
  group: readonly Located[],
  control: JobControl,
): Promise<readonly Grid[]> {
  const whole = group.length > 1 ? await readWhole(options, group) : undefined;
  if (whole) return whole;
  const grids: Grid[] = [];
  for (const report of group) grids.push(await readInBlocks(options, report, control));
  return grids;
}

/** All of a group in one message, or `undefined` where Excel finds that too much. */
async function readWhole(options: OfficeHostOptions, group: readonly Located[]): Promise<readonly Grid[] | undefined> {
  try {
    return await runExcel(options, async (context) => {
      const ranges = group.map(({ sheetId, extent }) => {
        if (extent.rows === 0) return undefined;
        const range = context.workbook.worksheets
          .getItem(sheetId)
          .getRangeByIndexes(extent.row, extent.column, extent.rows, extent.columns);
        range.load('values');
        if (asksFormulas(extent)) range.load('formulas');
        return { range, extent };
      });
      await context.sync();
      const grids: Grid[] = [];
      for (const asked of ranges) {
        const values = asked ? (asked.range.values as Rows | null) : [];
        const formulas = asked && asksFormulas(asked.extent) ? (asked.range.formulas as Rows | null) : [];
        if (values === null || formulas === null) return undefined;
        grids.push({ values, formulas });
      }
      return grids;
    });
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return undefined;
  }
}

async function readInBlocks(options: OfficeHostOptions, report: Located, control: JobControl): Promise<Grid> {
  const { extent } = report;
  if (extent.rows === 0) return EMPTY_GRID;
  const values: (readonly unknown[])[] = [];
  const formulas: (readonly unknown[])[] = [];
  const firstRows = Math.floor(options.readBytes / Math.max(1, guessedRowBytes(report)));
  const size = new BlockSize(Math.min(options.firstBlockRows, firstRows), extent.columns, options.readBytes);
  while (values.length < extent.rows) {
    checkCancelled(control);
    const count = Math.min(size.rows, extent.rows - values.length);
    const block = await readRows(options, report, values.length, count, size);
    if (!block) continue;
    await control.pause?.();
    values.push(...block.values);
    formulas.push(...block.formulas);
    size.learn(count, bytesOfValues(block.values) + bytesOfValues(block.formulas));
  }
  return { values, formulas };
}

async function readRows(
  options: OfficeHostOptions,
  report: Located,
  from: number,
  count: number,
  size: BlockSize,
): Promise<Grid | undefined> {
  const { extent, sheetId } = report;
  const isAsked = asksFormulas(extent);
  try {
    const grid = await runExcel(options, async (context) => {
      const range = context.workbook.worksheets
        .getItem(sheetId)
        .getRangeByIndexes(extent.row + from, extent.column, count, extent.columns);
      range.load('values');
      if (isAsked) range.load('formulas');
      await context.sync();
      return { values: range.values as Rows | null, formulas: isAsked ? (range.formulas as Rows | null) : [] };
    });
    if (grid.values && grid.formulas) return { values: grid.values, formulas: grid.formulas };
    size.halve(count, 'Excel answered null');
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    size.halve(count, error);
  }
  return undefined;
}

/**
 * On a sheet of ours what looks like an error is a text that we wrote: the data check quotes the cells that it complains
 * of.
 */
function cellOfReport(value: unknown): CellValue {
  return typeof value === 'string' && value !== '' ? value : cellOfExcel(value);
}

async function cellsOf(report: Located, values: Rows, control: JobControl): Promise<CellValue[][]> {
  const { extent } = report;
  const end = Math.min(lastRowOf(extent), report.stagedRow ?? Number.POSITIVE_INFINITY);
  const width = lastColumnOf(extent);
  const rowsABreath = Math.ceil(CELLS_A_BREATH / Math.max(1, width));
  const cells: CellValue[][] = [];
  for (let row = 0; row < end; row++) {
    const source = values[row - extent.row];
    cells.push(
      Array.from({ length: source ? width : 0 }, (_, column) => cellOfReport(source![column - extent.column])),
    );
    if (cells.length % rowsABreath === 0) await control.pause?.();
  }
  return cells;
}

/** What Excel gives as the formula of a constant is the constant. */
function formulasOf({ extent, stagedRow }: Located, { values, formulas }: Grid): readonly CellFormula[] {
  return formulas.flatMap((line, row) =>
    line.flatMap((formula, column): CellFormula[] => {
      if (typeof formula !== 'string' || !formula.startsWith('=') || formula === values[row]?.[column]) return [];
      if (extent.row + row >= (stagedRow ?? Number.POSITIVE_INFINITY)) return [];
      return [{ row: extent.row + row, column: extent.column + column, formula }];
    }),
  );
}
