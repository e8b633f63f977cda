import { MAX_ROWS, MAX_COLUMNS, type CellRange } from '../../workbook/address';
import type { CellValue } from '../../workbook/cell-value';
import { CELL_EMPTY, cellAt } from '../../workbook/column-block';
import { HostError } from '../../workbook/host-error';
import { checkCancelled, NO_CONTROL, type JobControl } from '../../workbook/job-control';
import type { PlanInTurn, WritePlan } from '../../workbook/plan';
import type {
  ReadRequest,
  ReportSnapshot,
  SheetHead,
  SheetId,
  SheetInfo,
  SheetLooks,
  TableInfo,
  WorkbookHost,
  WorkbookInfo,
  WriteOutcome,
} from '../../workbook/workbook-host';
import { computeFormulas, type ComputedCells } from './formulas/compute-formulas';
import { mayHoldLinks, readLinkedBooks } from './package/linked-books';
import { findLinesElsewhere } from './package/find-lines-elsewhere';
import { readOwnMarks } from './package/own-marks';
import { readTable } from './package/read-table';
import { openPackage, readPackage, type PackageSheet, type XlsxPackage } from './package/xlsx-package';
import { decodeXml } from './package/xml-encoding';
import { readFormulas } from './read/read-formulas';
import { readLooks } from './read/read-looks';
import { scanSheet } from './read/read-sheet';
import { findSharedStrings, readSharedStrings, SharedStrings } from './read/shared-strings';
import { readFormatStyles, type FormatStyles } from './read/format-styles';
import { readViewStyles, type ViewStyle } from './view/view-styles';
import { isStampTrue, stampWorkbook } from './write/output-stamp';
import type { UsedStyles } from './write/styles/used-styles';
import { writePlanInto } from './write/write-plan';
import type { ByteSource } from './zip/byte-source';
import { makePatchedArchive } from './zip/patched-archive';
import type { ZipEntry } from './zip/zip-archive';
import type { ZipEngine } from './zip/zip-engine';
import { writeZip } from './zip/zip-writer';

const BLOCK_ROWS = 20_000;
const BLOCK_CELLS = 1_000_000;
const SAVE_PIECE_BYTES = 1 << 20;

/** A workbook file: read where it is asked for, written by changing nothing but our own sheets. */
export interface XlsxHost extends WorkbookHost {
  /**
   * Writes the file as it is after the last `write`; the very bytes that were opened where nothing was written.
   * `isStamped`: with a stamp by which `isAsWritten` tells that nobody has saved it since.
   */
  save(sink: (chunk: Uint8Array) => void | Promise<void>, control?: JobControl, isStamped?: boolean): Promise<void>;
  /** Whether the file opened is a stamped one that no other program has saved. */
  isAsWritten(): Promise<boolean>;
  readonly isMacroEnabled: boolean;
}

/** How far a sheet's values reach, and what stands behind its rows. */
interface SheetSurvey {
  readonly rows: number;
  readonly columns: number;
  readonly merges: readonly CellRange[];
  readonly isProtected: boolean;
  readonly hasFormulas: boolean;
  readonly hasLinks: boolean;
  /** Formulas that hold no result of theirs. */
  readonly openFormulas: number;
  /** A 0 is no result. */
  readonly areZerosOpen: boolean;
  /** What those formulas give, as far as it can be worked out. */
  readonly computed?: ComputedCells;
  readonly highestStyle: number;
  readonly highestDifferential: number;
}

/**
 * A package with what has been found out about its parts, once each. What was found out of a part holds after a write
 * that left the part as it was.
 */
interface OpenWorkbook {
  readonly pkg: XlsxPackage;
  readonly surveys: WeakMap<ZipEntry, SheetSurvey>;
  readonly strings: WeakMap<ZipEntry, SharedStrings>;
  formats?: FormatStyles;
  viewStyles?: readonly ViewStyle[];
}

const EMPTY_SURVEY: SheetSurvey = {
  rows: 0,
  columns: 0,
  merges: [],
  isProtected: false,
  hasFormulas: false,
  hasLinks: false,
  openFormulas: 0,
  areZerosOpen: false,
  highestStyle: -1,
  highestDifferential: -1,
};
/** Formulas are read from an XML tree, which takes a second for so much; a list longer than that keeps what they show. */
const MAX_FORMULA_BYTES = 16 * 1024 * 1024;
/** Fills and heights are looked for in sheets up to so much: half a second's work. */
const MAX_LOOKS_BYTES = 16 * 1024 * 1024;
const NO_STRINGS = new SharedStrings();

/** `engine` is the platform's own where it has a faster one (`node/node-zip-engine.ts`). */
export async function openXlsxHost(source: ByteSource, engine?: ZipEngine): Promise<XlsxHost> {
  return makeXlsxHost(await openPackage(source, engine), source);
}

/** A host over a package that was read from `source`. */
export function makeXlsxHost(pkg: XlsxPackage, source: ByteSource): XlsxHost {
  let workbook: OpenWorkbook = { pkg, surveys: new WeakMap(), strings: new WeakMap() };
  let isChanged = false;

  const write = async (plan: WritePlan | PlanInTurn, control: JobControl = NO_CONTROL): Promise<WriteOutcome> => {
    const { items, outcome } = await writePlanInto(workbook.pkg, plan, control, await usedStyles(workbook, control));
    const archive = await makePatchedArchive(items, workbook.pkg.archive.engine);
    const { surveys, strings } = workbook;
    workbook = { pkg: await readPackage(archive), surveys, strings };
    isChanged = true;
    return outcome;
  };

  return {
    isMacroEnabled: workbook.pkg.isMacroEnabled,

    describe: (control = NO_CONTROL) => describe(workbook, control),
    readHead: (id, rows, columns, control = NO_CONTROL) => readHead(workbook, id, rows, columns, control),
    readReport: (id, control = NO_CONTROL) => readReport(workbook, id, control),
    readLooks: (id, control = NO_CONTROL) => looksOf(workbook, id, control),

    async readColumns(request: ReadRequest, receive, control = NO_CONTROL): Promise<void> {
      checkCancelled(control);
      const sheet = sheetOf(workbook, request.sheet);
      if (sheet.kind !== 'worksheet') return;
      const { columns, fromRow, toRow, currencyColumn } = request;
      const sharedStrings = await stringsOf(workbook, control);
      const { computed } = await surveyOf(workbook, sheet, control);
      const ofStyle =
        currencyColumn === undefined
          ? undefined
          : (workbook.formats ??= await readFormatStyles(workbook.pkg)).currencies;
      await scanSheet(
        workbook.pkg,
        sheet,
        {
          step: 'read',
          columns,
          fromRow,
          toRow,
          blockRows: blockRowsOf(fromRow, toRow, columns.length),
          sharedStrings,
          ...(computed && { computed }),
          ...(ofStyle && { currencies: { column: currencyColumn!, ofStyle } }),
        },
        receive,
        control,
      );
    },

    write,
    writeInTurn: (plan, control) => {
      // All that goes into the plan has been read: the texts of a long list take as much room as a column of it.
      workbook = { ...workbook, strings: new WeakMap() };
      return write(plan, control);
    },

    isAsWritten: () => Promise.resolve(isStampTrue(pkg)),

    async save(sink, control = NO_CONTROL, isStamped = false): Promise<void> {
      const watched = async (chunk: Uint8Array): Promise<void> => {
        checkCancelled(control);
        await sink(chunk);
        await control.pause?.();
      };
      if (!isChanged && !isStamped) {
        for (let at = 0; at < source.size; at += SAVE_PIECE_BYTES) {
          await watched(await source.read(at, SAVE_PIECE_BYTES));
        }
        return;
      }
      const { archive } = workbook.pkg;
      const stamped = isStamped ? await stampWorkbook(workbook.pkg) : undefined;
      await writeZip(
        archive.entries.map((entry) =>
          entry === stamped?.entry
            ? { kind: 'new', name: entry.name, bytes: stamped.bytes }
            : { kind: 'copy', archive, entry },
        ),
        watched,
        archive.engine,
      );
    },
  };
}

async function describe(workbook: OpenWorkbook, control: JobControl): Promise<WorkbookInfo> {
  const { pkg } = workbook;
  const marks = readOwnMarks(pkg.definedNames);
  const sheets: SheetInfo[] = [];
  for (const sheet of pkg.sheets) {
    checkCancelled(control);
    const { rows, columns, isProtected, hasLinks, openFormulas, computed } = await surveyOf(workbook, sheet, control);
    const report = marks.get(sheet.name);
    sheets.push({
      id: sheet.part,
      name: sheet.name,
      visibility: sheet.visibility,
      rows,
      columns,
      tables: await tablesOf(pkg, sheet),
      ...(report ? { report } : {}),
      isProtected,
      ...(hasLinks && { linkedBooks: await readLinkedBooks(pkg) }),
      ...(openFormulas > 0 && {
        withoutResults: { computed: computed?.size ?? 0, left: openFormulas - (computed?.size ?? 0) },
      }),
    });
  }
  const linesElsewhere = findLinesElsewhere(pkg.archive.entries.map(({ name }) => name));
  return {
    dateBase: pkg.dateBase,
    sheets,
    isStructureProtected: pkg.isStructureProtected,
    ...(linesElsewhere.length > 0 && { linesElsewhere }),
  };
}

async function readHead(
  workbook: OpenWorkbook,
  id: SheetId,
  rows: number,
  columns: number,
  control: JobControl,
): Promise<SheetHead> {
  checkCancelled(control);
  const sheet = sheetOf(workbook, id);
  const survey = await surveyOf(workbook, sheet, control);
  const { cells, styles } = await readCorner(workbook, sheet, rows, columns, control, true);
  const { isDay } = (workbook.formats ??= await readFormatStyles(workbook.pkg));
  return {
    cells,
    isDay: (row, column) => typeof cells[row]?.[column] === 'number' && isDay(styles[row]?.[column] ?? 0),
    merges: survey.merges,
  };
}

async function readReport(
  workbook: OpenWorkbook,
  id: string,
  control: JobControl,
): Promise<ReportSnapshot | undefined> {
  checkCancelled(control);
  const marks = readOwnMarks(workbook.pkg.definedNames);
  const sheet = workbook.pkg.sheets.find((one) => marks.get(one.name)?.id === id);
  if (!sheet) return undefined;
  const { cells } = await readCorner(workbook, sheet, MAX_ROWS, MAX_COLUMNS, control);
  const { hasFormulas } = await surveyOf(workbook, sheet, control);
  const { size } = workbook.pkg.archive.find(sheet.part)!;
  const isReadable = hasFormulas && size <= MAX_FORMULA_BYTES;
  const formulas = isReadable ? readFormulas(await workbook.pkg.readPart(sheet.part), sheet.part) : [];
  return { id, fingerprint: marks.get(sheet.name)!.fingerprint, sheetName: sheet.name, cells, formulas };
}

/** A sheet beyond the size is not looked through. */
async function looksOf(workbook: OpenWorkbook, id: string, control: JobControl): Promise<SheetLooks | undefined> {
  checkCancelled(control);
  const { pkg } = workbook;
  const marks = readOwnMarks(pkg.definedNames);
  const sheet = pkg.sheets.find((one) => marks.get(one.name)?.id === id);
  if (!sheet || pkg.archive.find(sheet.part)!.size > MAX_LOOKS_BYTES) return undefined;
  workbook.viewStyles ??= await readViewStyles(pkg);
  const { viewStyles } = workbook;
  return readLooks(decodeXml(await pkg.readPart(sheet.part)), (style) => viewStyles[style]?.fill);
}

/**
 * The cells from A1, each row as long as its values reach, with the style of each where asked for. A value somewhere far
 * out costs empty rows, not a rectangle.
 */
async function readCorner(
  workbook: OpenWorkbook,
  sheet: PackageSheet,
  rows: number,
  columns: number,
  control: JobControl,
  keepsStyles = false,
): Promise<{ cells: CellValue[][]; styles: number[][] }> {
  return readCells(workbook, sheet, await surveyOf(workbook, sheet, control), rows, columns, control, keepsStyles);
}

async function readCells(
  workbook: OpenWorkbook,
  sheet: PackageSheet,
  survey: SheetSurvey,
  rows: number,
  columns: number,
  control: JobControl,
  keepsStyles: boolean,
): Promise<{ cells: CellValue[][]; styles: number[][] }> {
  const toRow = Math.min(rows, survey.rows);
  const columnCount = Math.min(columns, survey.columns);
  const cells: CellValue[][] = [];
  const styles: number[][] = [];
  if (toRow === 0 || columnCount === 0) return { cells, styles };
  await scanSheet(
    workbook.pkg,
    sheet,
    {
      step: 'read',
      columns: Array.from({ length: columnCount }, (_, column) => column),
      fromRow: 0,
      toRow,
      blockRows: blockRowsOf(0, toRow, columnCount),
      sharedStrings: await stringsOf(workbook, control),
      keepsStyles,
      ...(survey.computed && { computed: survey.computed }),
    },
    (block, scanner) => {
      while (cells.length < block.firstRow) cells.push([]);
      for (let row = 0; row < block.rowCount; row++) {
        let length = columnCount;
        while (length > 0 && block.columns[length - 1]!.kinds[row] === CELL_EMPTY) length--;
        cells.push(block.columns.slice(0, length).map((column) => cellAt(column, row, block.pool)));
        if (keepsStyles) styles[cells.length - 1] = scanner.styles.slice(0, length).map((column) => column[row]!);
      }
    },
    control,
  );
  return { cells, styles };
}

function sheetOf(workbook: OpenWorkbook, id: SheetId): PackageSheet {
  const sheet = workbook.pkg.sheets.find((one) => one.part === id);
  if (!sheet) throw new HostError('sheet-vanished', `no sheet ${id}`);
  return sheet;
}

/**
 * One pass over the sheet without making a value: what a file states of its own extent is wrong too often, in both
 * directions, and merges and protection stand behind the rows. Once a sheet.
 */
async function surveyOf(workbook: OpenWorkbook, sheet: PackageSheet, control: JobControl): Promise<SheetSurvey> {
  if (sheet.kind !== 'worksheet') return EMPTY_SURVEY;
  const entry = workbook.pkg.archive.find(sheet.part)!;
  const known = workbook.surveys.get(entry);
  if (known) return known;
  const survey = await withComputed(workbook, sheet, await surveySheet(workbook.pkg, sheet, control), control);
  workbook.surveys.set(entry, survey);
  return survey;
}

async function surveySheet(pkg: XlsxPackage, sheet: PackageSheet, control: JobControl): Promise<SheetSurvey> {
  const scanner = await scanSheet(
    pkg,
    sheet,
    {
      step: 'inspect',
      columns: [],
      fromRow: 0,
      toRow: MAX_ROWS,
      blockRows: MAX_ROWS,
      sharedStrings: NO_STRINGS,
      notesStyles: true,
      notesLinks: mayHoldLinks(pkg),
    },
    () => undefined,
    control,
  );
  const { rows, columns, merges, isProtected, hasFormulas, hasLinks, highestStyle, highestDifferential } = scanner;
  // Some programs put 0 into every formula and leave the working out to Excel.
  const areZerosOpen = pkg.isWorkedOutOnOpening && scanner.workedFormulas === 0 && scanner.zeroFormulas > 0;
  const openFormulas = scanner.emptyFormulas + (areZerosOpen ? scanner.zeroFormulas : 0);
  return {
    rows,
    columns,
    merges,
    isProtected,
    hasFormulas,
    hasLinks,
    openFormulas,
    areZerosOpen,
    highestStyle,
    highestDifferential,
  };
}

/** The survey with the results that the part does not hold, of sheets that are not too large to look at cell by cell. */
async function withComputed(
  workbook: OpenWorkbook,
  sheet: PackageSheet,
  survey: SheetSurvey,
  control: JobControl,
): Promise<SheetSurvey> {
  const { size } = workbook.pkg.archive.find(sheet.part)!;
  if (survey.openFormulas === 0 || size > MAX_FORMULA_BYTES) return survey;
  const { cells } = await readCells(workbook, sheet, survey, MAX_ROWS, MAX_COLUMNS, control, false);
  const formulas = readFormulas(await workbook.pkg.readPart(sheet.part), sheet.part);
  const computed = computeFormulas(cells, formulas, (value) => value === null || (survey.areZerosOpen && value === 0));
  if (computed.size === 0) return survey;
  let { rows, columns } = survey;
  for (const key of computed.keys()) {
    rows = Math.max(rows, Math.floor(key / MAX_COLUMNS) + 1);
    columns = Math.max(columns, (key % MAX_COLUMNS) + 1);
  }
  return { ...survey, rows, columns, computed };
}

/** The highest numbers of styles that any sheet names, whether or not the list goes so far. */
async function usedStyles(workbook: OpenWorkbook, control: JobControl): Promise<UsedStyles> {
  let [cell, differential] = [-1, -1];
  for (const sheet of workbook.pkg.sheets) {
    const survey = await surveyOf(workbook, sheet, control);
    cell = Math.max(cell, survey.highestStyle);
    differential = Math.max(differential, survey.highestDifferential);
  }
  return { cell, differential };
}

async function tablesOf(pkg: XlsxPackage, sheet: PackageSheet): Promise<TableInfo[]> {
  const tables: TableInfo[] = [];
  for (const relationship of await pkg.readRelationships(sheet.part)) {
    if (relationship.kind !== 'table' || relationship.isExternal) continue;
    const table = readTable(await pkg.readPart(relationship.target), relationship.target);
    if (table) tables.push(table);
  }
  return tables;
}

async function stringsOf(workbook: OpenWorkbook, control: JobControl): Promise<SharedStrings> {
  const entry = findSharedStrings(workbook.pkg);
  if (!entry) return NO_STRINGS;
  const known = workbook.strings.get(entry);
  if (known) return known;
  const strings = await readSharedStrings(workbook.pkg.archive, entry, control);
  workbook.strings.set(entry, strings);
  return strings;
}

/** Rows of a block: fewer where columns are many, so that a block stays within some ten megabytes. */
function blockRowsOf(fromRow: number, toRow: number, columns: number): number {
  return Math.max(1, Math.min(BLOCK_ROWS, toRow - fromRow, Math.floor(BLOCK_CELLS / Math.max(1, columns))));
}
