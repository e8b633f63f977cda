import type { CellValue } from '../../../workbook/cell-value';
import { checkCancelled, type JobControl } from '../../../workbook/job-control';
import type { ReportSnapshot } from '../../../workbook/workbook-host';
import { markName, readComment, targetOfMark } from '../marks';
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
  /** The values of the extent; absent where Excel answered null. */
  readonly values: readonly (readonly unknown[])[] | undefined;
}

/**
 * Everything on some sheets of ours, in one message; where that is more than Excel hands out at once, sheet by sheet in
 * blocks. Reports without a sheet are left out. Rows that a broken run had only parked are not part of a report.
 */
export async function readReports(
  options: OfficeHostOptions,
  ids: readonly string[],
  control: JobControl,
): Promise<ReportSnapshot[]> {
  checkCancelled(control);
  const located = await locateAll(options, ids);
  const snapshots: ReportSnapshot[] = [];
  for (const report of located) {
    const values = report.values ?? (await readInBlocks(options, report, control));
    snapshots.push({
      id: report.id,
      fingerprint: report.fingerprint,
      sheetName: report.sheetName,
      cells: cellsOf(report, values),
    });
    control.report?.({
      step: 'read',
      sheet: report.sheetName,
      done: snapshots.length,
      total: located.length,
    });
    await control.pause?.();
  }
  return snapshots;
}

async function locateAll(options: OfficeHostOptions, ids: readonly string[]): Promise<Located[]> {
  try {
    return await locate(options, ids, true);
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return locate(options, ids, false);
  }
}

function locate(options: OfficeHostOptions, ids: readonly string[], withValues: boolean): Promise<Located[]> {
  return runExcel(options, async (context) => {
    const asked = ids.map((id) => {
      const name = context.workbook.names.getItemOrNullObject(markName(id));
      name.load('formula,comment');
      const sheet = name.getRangeOrNullObject().worksheet;
      sheet.load('id,name');
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load('rowIndex,rowCount,columnIndex,columnCount');
      if (withValues) used.load('values');
      return { id, name, sheet, used };
    });
    await context.sync();
    return asked.flatMap(({ id, name, sheet, used }): Located[] => {
      if (name.isNullObject || sheet.isNullObject) return [];
      const target = targetOfMark(String(name.formula));
      if (target === undefined || 'intended' in target) return [];
      const { fingerprint, stagedRow } = readComment(name.comment);
      const isEmpty = used.isNullObject;
      return [
        {
          id,
          fingerprint,
          stagedRow,
          sheetId: sheet.id,
          sheetName: sheet.name,
          extent: isEmpty ? EMPTY_EXTENT : extentOf(used),
          values: isEmpty ? [] : withValues ? ((used.values as unknown[][] | null) ?? undefined) : undefined,
        },
      ];
    });
  });
}

async function readInBlocks(
  options: OfficeHostOptions,
  report: Located,
  control: JobControl,
): Promise<readonly (readonly unknown[])[]> {
  const { extent } = report;
  const rows: (readonly unknown[])[] = [];
  const size = new BlockSize(options.firstBlockRows, extent.columns, options.readBytes);
  while (rows.length < extent.rows) {
    checkCancelled(control);
    const count = Math.min(size.rows, extent.rows - rows.length);
    const block = await readRows(options, report, rows.length, count, size);
    if (!block) continue;
    rows.push(...block);
    size.learn(count, bytesOfValues(block));
    await control.pause?.();
  }
  return rows;
}

async function readRows(
  options: OfficeHostOptions,
  report: Located,
  from: number,
  count: number,
  size: BlockSize,
): Promise<readonly (readonly unknown[])[] | undefined> {
  const { extent, sheetId } = report;
  try {
    const values = await runExcel(options, async (context) => {
      const range = context.workbook.worksheets
        .getItem(sheetId)
        .getRangeByIndexes(extent.row + from, extent.column, count, extent.columns);
      range.load('values');
      await context.sync();
      return range.values as unknown[][] | null;
    });
    if (values) return values;
    size.halve(count, 'Excel answered null');
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    size.halve(count, error);
  }
  return undefined;
}

function cellsOf(report: Located, values: readonly (readonly unknown[])[]): CellValue[][] {
  const { extent } = report;
  const end = Math.min(lastRowOf(extent), report.stagedRow ?? Number.POSITIVE_INFINITY);
  const width = lastColumnOf(extent);
  return Array.from({ length: end }, (_, row) => {
    const source = values[row - extent.row];
    return Array.from({ length: source ? width : 0 }, (_, column) => cellOfExcel(source![column - extent.column]));
  });
}
