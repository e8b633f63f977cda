import { HostError } from '../../../workbook/host-error';
import type { SheetPlan } from '../../../workbook/plan';
import { extentOf } from '../read/extent';
import { markIdOf, markName, resolveMarks, UNFINISHED } from '../marks';
import type { OfficeHostOptions } from '../options';
import { runExcel, type ExcelContext } from '../run-excel';
import type { WriteMemory } from './write-memory';
import type { StandingSheet } from './standing-sheet';

export interface WriteTarget {
  readonly plan: SheetPlan;
  readonly sheetName: string;
  readonly hasMark: boolean;
  /** The mark points at a cell of the sheet: not so where the sheet was only about to be made, or its first row deleted. */
  readonly isPlaced: boolean;
  readonly standing: StandingSheet | undefined;
}

export interface Survey {
  readonly targets: readonly WriteTarget[];
  /** Names of the sheets of all reports that are there or will be, by report id. */
  readonly sheetNames: ReadonlyMap<string, string>;
  /** Names of tables that stand elsewhere than on the sheet that a plan gives them, in lower case. */
  readonly takenTableNames: ReadonlyMap<string, string>;
  readonly isReadOnly: boolean;
}

/**
 * Looks, in two messages, at what a write would meet, and refuses before the first change: a protected sheet of ours, a
 * protected structure where a sheet must be added, a name that somebody else's sheet has.
 */
export function surveyWorkbook(
  options: OfficeHostOptions,
  plans: readonly SheetPlan[],
  memory: WriteMemory,
): Promise<Survey> {
  return runExcel(options, async (context) => {
    const { workbook } = context;
    workbook.load('readOnly');
    workbook.protection.load('protected');
    const sheets = workbook.worksheets;
    sheets.load('items/id,items/name,items/protection/protected');
    const tables = workbook.tables;
    tables.load('items/id,items/name,items/worksheet/id');
    const marks = [...new Set([...plans.map(markIdOf), ...linkedReports(plans)])].map((id) => {
      const mark = workbook.names.getItemOrNullObject(markName(id));
      mark.load('name,formula,comment');
      return { id, mark };
    });
    await context.sync();

    const known = marks.filter(({ mark }) => !mark.isNullObject);
    const names = known.map(({ id, mark }) => ({
      name: markName(id),
      formula: mark.formula as unknown,
      comment: mark.comment,
    }));
    // Whether a sheet is blank matters only for one that was about to be made: taken as blank here, looked at below.
    const found = resolveMarks(
      names,
      sheets.items.map(({ id, name }) => ({ id, name, isBlank: true })),
    );
    const standing = await lookAt(
      context,
      plans.flatMap((plan) => found.find((mark) => mark.id === markIdOf(plan))?.sheetId ?? []),
      tables.items.map((table) => ({ table, name: table.name, sheetId: table.worksheet.id })),
    );

    const sheetNames = new Map<string, string>();
    for (const mark of found) sheetNames.set(mark.id, sheets.items.find((one) => one.id === mark.sheetId)!.name);
    const targets = plans.map((plan): WriteTarget => {
      const markId = markIdOf(plan);
      const own = found.find((mark) => mark.id === markId);
      const isOurs = own !== undefined && (isOnSheet(names, markId) || standing.get(own.sheetId)!.isBlank);
      // A mark on a sheet of the person's; one that says unfinished has been put on a new sheet by this run already.
      const isElsewhere = plan.isAnew === true && own?.fingerprint !== UNFINISHED;
      const sheet = isOurs && !isElsewhere ? sheets.items.find((one) => one.id === own.sheetId) : undefined;
      const sheetName = sheet?.name ?? plan.name;
      sheetNames.set(plan.id, sheetName);
      if (sheet?.protection.protected) throw new HostError('protected-sheet', sheetName, { sheet: sheetName });
      if (!sheet && workbook.protection.protected) {
        throw new HostError('protected-structure', 'no sheet can be added', { sheet: sheetName });
      }
      if (!sheet && sheets.items.some((one) => one.name.toLowerCase() === plan.name.toLowerCase())) {
        throw new HostError('host-refused', `another sheet has the name "${plan.name}"`, { sheet: plan.name });
      }
      return {
        plan,
        sheetName,
        hasMark: known.some(({ id }) => id === markId),
        isPlaced: /![$A-Z]+\$?\d+$/.test(String(names.find((one) => one.name === markName(markId))?.formula)),
        standing: sheet ? memory.recall(standing.get(sheet.id)!) : undefined,
      };
    });
    return {
      targets,
      sheetNames,
      takenTableNames: new Map(tables.items.map((table) => [table.name.toLowerCase(), table.worksheet.id])),
      isReadOnly: workbook.readOnly,
    };
  });
}

/** Whether the mark points at a sheet, and not only at the name of one that was about to be made. */
function isOnSheet(names: readonly { readonly name: string; readonly formula: unknown }[], id: string): boolean {
  const own = names.find((one) => one.name === markName(id));
  return own !== undefined && !String(own.formula).startsWith('="');
}

function linkedReports(plans: readonly SheetPlan[]): string[] {
  return plans.flatMap((plan) => plan.links.flatMap(({ target }) => ('report' in target ? [target.report] : [])));
}

async function lookAt(
  context: ExcelContext,
  sheetIds: readonly string[],
  tables: readonly { readonly table: Excel.Table; readonly name: string; readonly sheetId: string }[],
): Promise<Map<string, StandingSheet>> {
  const looks = sheetIds.map((id) => ({
    id,
    ...askOf(
      context.workbook.worksheets.getItem(id),
      tables.filter((one) => one.sheetId === id),
    ),
  }));
  if (looks.length > 0) await context.sync();
  return new Map(
    looks.map(({ id, used, filter, filtered, charts, page, words, titleRows, titleColumns, printArea, standing }) => [
      id,
      {
        id,
        isBlank: used.isNullObject,
        endRow: used.isNullObject ? 0 : used.rowIndex + used.rowCount,
        tables: standing.map(({ name, range, header, tableFilter }) => ({
          name,
          range: extentOf(range),
          header: (header.values as unknown[][])[0] ?? [],
          criteria: tableFilter.isDataFiltered ? tableFilter.criteria : undefined,
        })),
        charts: charts.items.map((chart) => ({ name: chart.name, seriesCount: chart.series.count })),
        filter:
          !filtered.isNullObject && filter.isDataFiltered
            ? { address: filtered.address, criteria: filter.criteria }
            : undefined,
        page: {
          orientation: page.orientation,
          paperSize: page.paperSize,
          pagesWide: page.zoom.horizontalFitToPages,
          pagesHigh: page.zoom.verticalFitToPages,
          firstPageNumber: page.firstPageNumber,
          margins: {
            left: page.leftMargin,
            right: page.rightMargin,
            top: page.topMargin,
            bottom: page.bottomMargin,
            header: page.headerMargin,
            footer: page.footerMargin,
          },
          header: words.centerHeader,
          footerLeft: words.leftFooter,
          footerRight: words.rightFooter,
          titleRows: titleRows.isNullObject ? undefined : titleRows.address,
          titleColumns: titleColumns.isNullObject ? undefined : titleColumns.address,
          printArea: printArea.isNullObject ? undefined : printArea.address,
        },
      },
    ]),
  );
}

/** Queues the questions about one sheet. */
function askOf(sheet: Excel.Worksheet, tables: readonly { readonly table: Excel.Table; readonly name: string }[]) {
  const used = sheet.getUsedRangeOrNullObject(false);
  used.load('rowIndex,rowCount');
  const filter = sheet.autoFilter;
  filter.load('isDataFiltered,criteria');
  const filtered = filter.getRangeOrNullObject();
  filtered.load('address');
  const charts = sheet.charts;
  charts.load('items/name,items/series/count');
  const page = sheet.pageLayout;
  page.load(
    'orientation,paperSize,zoom,leftMargin,rightMargin,topMargin,bottomMargin,headerMargin,footerMargin,firstPageNumber',
  );
  const words = page.headersFooters.defaultForAllPages;
  words.load('centerHeader,leftFooter,rightFooter');
  const titleRows = page.getPrintTitleRowsOrNullObject();
  titleRows.load('address');
  const titleColumns = page.getPrintTitleColumnsOrNullObject();
  titleColumns.load('address');
  const printArea = page.getPrintAreaOrNullObject();
  printArea.load('address');
  const standing = tables.map(({ table, name }) => {
    const range = table.getRange();
    range.load('rowIndex,rowCount,columnIndex,columnCount');
    const header = range.getRow(0);
    header.load('values');
    const tableFilter = table.autoFilter;
    tableFilter.load('isDataFiltered,criteria');
    return { name, range, header, tableFilter };
  });
  return { used, filter, filtered, charts, page, words, titleRows, titleColumns, printArea, standing };
}
