import type { CellValue } from '../../workbook/cell-value';
import { makeCellColumn, StringPool } from '../../workbook/column-block';
import { ColumnFiller } from '../../workbook/column-filler';
import { currencyOfFormat } from '../../workbook/currency';
import { HostError } from '../../workbook/host-error';
import { checkCancelled, NO_CONTROL, type JobControl } from '../../workbook/job-control';
import type { SheetPlan, WritePlan } from '../../workbook/plan';
import type { DateBase } from '../../workbook/serial-day';
import { isLegalSheetName } from '../../workbook/address';
import type {
  OwnMark,
  ReadRequest,
  ReportSnapshot,
  SheetHead,
  SheetInfo,
  TableInfo,
  WorkbookHost,
  WorkbookInfo,
  WriteOutcome,
} from '../../workbook/workbook-host';

const BLOCK_ROWS = 4096;
/** Columns are taken out of so few rows at a time that the rows stay in the processor's nearest memory. */
const STRIP_ROWS = 128;

/** A sheet given to the memory host: rows from A1, each as long as it likes. */
export interface MemorySheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly visibility?: SheetInfo['visibility'];
  readonly tables?: readonly TableInfo[];
  readonly isProtected?: boolean;
  /** Columns whose numbers are formatted as days. */
  readonly dayColumns?: readonly number[];
  /** Number formats that show a currency. */
  readonly formatAt?: (row: number, column: number) => string;
  /** A sheet of ours, as an earlier write has left it. */
  readonly mark?: OwnMark;
}

export interface MemoryWorkbook {
  readonly sheets: readonly MemorySheet[];
  readonly dateBase?: DateBase;
  readonly isStructureProtected?: boolean;
}

interface HeldSheet {
  readonly id: string;
  name: string;
  /** As they were given, until somebody asks for rows to type in. */
  rows: readonly (readonly CellValue[])[];
  isOwn: boolean;
  visibility: SheetInfo['visibility'];
  tables: readonly TableInfo[];
  isProtected: boolean;
  dayColumns: readonly number[];
  formatAt?: (row: number, column: number) => string;
  mark?: { id: string; fingerprint: string };
  plan?: SheetPlan;
  /** Of the rows as they were given. */
  extent?: Extent;
}

interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/**
 * A workbook in plain arrays: for tests of everything above the port, and the smallest example of a host.
 *
 * Beyond the port it lets a test do what a person does between two refreshes: look at a sheet's rows, change them,
 * rename or delete a sheet.
 */
export interface MemoryHost extends WorkbookHost {
  /** The rows of a sheet by name, live: changing them is typing in the sheet. */
  rowsOf(name: string): CellValue[][];
  /** What was last written to the sheet of a report. */
  planOf(report: string): SheetPlan | undefined;
  rename(from: string, to: string): void;
  remove(name: string): void;
  /** A second sheet with the same cells and no mark: what copying a sheet gives. */
  copy(name: string, as: string): void;
  /** Points the mark of a report at a sheet, or takes it away. */
  mark(report: string, name: string | undefined): void;
  readonly sheetNames: readonly string[];
}

const isEmpty = (value: CellValue | undefined): boolean => value === undefined || value === null || value === '';

export function makeMemoryHost(workbook: MemoryWorkbook): MemoryHost {
  let nextId = 1;
  const sheets: HeldSheet[] = workbook.sheets.map((sheet) => ({
    id: `m${nextId++}`,
    name: sheet.name,
    rows: sheet.rows,
    isOwn: false,
    visibility: sheet.visibility ?? 'visible',
    tables: sheet.tables ?? [],
    isProtected: sheet.isProtected ?? false,
    dayColumns: sheet.dayColumns ?? [],
    ...(sheet.formatAt && { formatAt: sheet.formatAt }),
    ...(sheet.mark && { mark: { ...sheet.mark } }),
  }));

  const byId = (id: string): HeldSheet => {
    const sheet = sheets.find((one) => one.id === id);
    if (!sheet) throw new HostError('sheet-vanished', `no sheet ${id}`);
    return sheet;
  };
  const byName = (name: string): HeldSheet => {
    const sheet = sheets.find((one) => one.name === name);
    if (!sheet) throw new HostError('sheet-vanished', `no sheet "${name}"`, { sheet: name });
    return sheet;
  };
  const byReport = (id: string): HeldSheet | undefined => sheets.find((one) => one.mark?.id === id);
  /** The sheet that a plan is written to, where it is there: never for one that is the person's. */
  const standingOf = ({ id, owner, isAnew }: SheetPlan): HeldSheet | undefined =>
    owner === 'person' || isAnew ? undefined : byReport(id);

  /** Of rows that nobody types in, once. */
  const extentOf = (sheet: HeldSheet): Extent => {
    if (sheet.isOwn) return filledExtent(sheet);
    return (sheet.extent ??= filledExtent(sheet));
  };

  const filledExtent = (sheet: HeldSheet): Extent => {
    let rows = 0;
    let columns = 0;
    for (let index = 0; index < sheet.rows.length; index++) {
      const row = sheet.rows[index]!;
      let filled = row.length;
      while (filled > 0 && isEmpty(row[filled - 1])) filled--;
      if (filled === 0) continue;
      rows = index + 1;
      columns = Math.max(columns, filled);
    }
    return { rows, columns };
  };

  const infoOf = (sheet: HeldSheet): SheetInfo => ({
    id: sheet.id,
    name: sheet.name,
    visibility: sheet.visibility,
    ...extentOf(sheet),
    tables: sheet.tables,
    ...(sheet.mark ? { report: { ...sheet.mark } } : {}),
    isProtected: sheet.isProtected,
  });

  const checkPlan = (plan: WritePlan): void => {
    for (const sheetPlan of plan.sheets) {
      const existing = standingOf(sheetPlan);
      if (existing?.isProtected) throw new HostError('protected-sheet', existing.name, { sheet: existing.name });
      if (existing) continue;
      if (workbook.isStructureProtected) throw new HostError('protected-structure', 'no sheet can be added');
      if (
        !isLegalSheetName(sheetPlan.name) ||
        sheets.some((one) => one.name.toLowerCase() === sheetPlan.name.toLowerCase())
      ) {
        throw new HostError('host-refused', `the name "${sheetPlan.name}" cannot be used`, { sheet: sheetPlan.name });
      }
    }
  };

  return {
    async describe(): Promise<WorkbookInfo> {
      return {
        dateBase: workbook.dateBase ?? 1900,
        sheets: sheets.map(infoOf),
        isStructureProtected: workbook.isStructureProtected ?? false,
      };
    },

    async readHead(id, rows, columns): Promise<SheetHead> {
      const sheet = byId(id);
      return {
        cells: sheet.rows.slice(0, rows).map((row) => row.slice(0, columns)),
        isDay: (_, column) => sheet.dayColumns.includes(column),
      };
    },

    async readColumns(request: ReadRequest, receive, control: JobControl = NO_CONTROL): Promise<void> {
      const sheet = byId(request.sheet);
      const pool = new StringPool();
      const toRow = Math.min(request.toRow, sheet.rows.length);
      const { formatAt } = sheet;
      const columns = request.columns.map((column) =>
        makeCellColumn(
          Math.max(0, Math.min(BLOCK_ROWS, toRow - request.fromRow)),
          formatAt !== undefined && column === request.currencyColumn,
        ),
      );
      const fillers = columns.map(
        (column, index) => new ColumnFiller(column, request.columns[index]!, pool, columns[index - 1]),
      );
      const currencies = columns.find((one) => one.currencies)?.currencies;
      for (let firstRow = request.fromRow; firstRow < toRow; firstRow += BLOCK_ROWS) {
        checkCancelled(control);
        const rowCount = Math.min(BLOCK_ROWS, toRow - firstRow);
        for (let at = 0; at < rowCount; at += STRIP_ROWS) {
          const strip = sheet.rows.slice(firstRow + at, firstRow + Math.min(at + STRIP_ROWS, rowCount));
          for (const filler of fillers) filler.fill(at, strip);
        }
        if (currencies)
          for (let row = 0; row < rowCount; row++)
            currencies[row] = currencyOfFormat(formatAt!(firstRow + row, request.currencyColumn!));
        await receive({ firstRow, rowCount, columns, pool });
        control.report?.({
          step: 'read',
          sheet: sheet.name,
          done: firstRow + rowCount - request.fromRow,
          total: toRow - request.fromRow,
        });
        await control.pause?.();
      }
    },

    async readReport(id): Promise<ReportSnapshot | undefined> {
      const sheet = byReport(id);
      if (!sheet?.mark) return undefined;
      return {
        id,
        fingerprint: sheet.mark.fingerprint,
        sheetName: sheet.name,
        cells: sheet.rows.map((row) => [...row]),
      };
    },

    async write(plan, control: JobControl = NO_CONTROL): Promise<WriteOutcome> {
      checkPlan(plan);
      const sheetNames: Record<string, string> = {};
      for (const [index, sheetPlan] of plan.sheets.entries()) {
        checkCancelled(control);
        let sheet = standingOf(sheetPlan);
        if (!sheet) {
          sheet = {
            id: `m${nextId++}`,
            name: sheetPlan.name,
            rows: [],
            isOwn: true,
            visibility: sheetPlan.visibility ?? 'visible',
            tables: [],
            isProtected: false,
            dayColumns: [],
          };
          delete byReport(sheetPlan.owner === 'person' ? '' : sheetPlan.id)?.mark;
          sheets.push(sheet);
        }
        sheet.rows = rowsOfPlan(sheetPlan);
        sheet.isOwn = true;
        sheet.tables = sheetPlan.tables.map((table) => ({
          name: table.name,
          range: table.range,
          hasHeader: true,
          hasTotals: false,
        }));
        if (sheetPlan.owner !== 'person') sheet.mark = { id: sheetPlan.id, fingerprint: sheetPlan.fingerprint };
        sheet.plan = sheetPlan;
        sheetNames[sheetPlan.id] = sheet.name;
        control.report?.({ step: 'write', sheet: sheet.name, done: index + 1, total: plan.sheets.length });
        await control.pause?.();
      }
      return { written: plan.sheets.map((sheet) => sheet.id), sheetNames };
    },

    rowsOf: (name) => ownRowsOf(byName(name)),
    planOf: (report) => byReport(report)?.plan,
    rename(from, to) {
      byName(from).name = to;
    },
    remove(name) {
      sheets.splice(sheets.indexOf(byName(name)), 1);
    },
    copy(name, as) {
      const { mark: _, plan: __, ...original } = byName(name);
      sheets.push({
        ...original,
        id: `m${nextId++}`,
        name: as,
        rows: original.rows.map((row) => [...row]),
        isOwn: true,
      });
    },
    mark(report, name) {
      const from = byReport(report);
      const mark = from?.mark;
      if (from) delete from.mark;
      if (name !== undefined) byName(name).mark = mark ?? { id: report, fingerprint: '' };
    },
    get sheetNames() {
      return sheets.map((sheet) => sheet.name);
    },
  };
}

/** The rows of a sheet to type in: copied when first asked for, so that a list of a million rows is not held twice. */
function ownRowsOf(sheet: HeldSheet): CellValue[][] {
  if (!sheet.isOwn) {
    sheet.rows = sheet.rows.map((row) => [...row]);
    sheet.isOwn = true;
  }
  return sheet.rows as CellValue[][];
}

function rowsOfPlan(plan: SheetPlan): CellValue[][] {
  const rows: CellValue[][] = [];
  for (const block of plan.blocks) {
    block.values.forEach((values, rowOffset) => {
      const row = block.row + rowOffset;
      while (rows.length <= row) rows.push([]);
      values.forEach((value, columnOffset) => {
        const cells = rows[row]!;
        const column = block.column + columnOffset;
        while (cells.length <= column) cells.push(null);
        cells[column] = value;
      });
    });
  }
  return rows;
}
