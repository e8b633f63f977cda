import type { CellValue } from '../../../src/workbook/cell-value';
import { makeExcelUnderOffice, type ExcelUnderOffice, type OfficeGlobals } from '../excel-under-office';
import { lookOfSheet } from '../look-of-sheet';
import { PROFILES } from '../profile';

/**
 * The stand-in for a page in a browser. Bundle this file, load it before `office.js` (the debug build where members
 * shall be checked), and drive it through `window.standIn`:
 *
 * - before the pane starts: `standIn.open(sheets)` with the person's sheets, or a serialised workbook;
 * - `await standIn.ready()` once Office.js is there, so that every member is checked against it;
 * - `standIn.press('refresh')` for a ribbon button, `standIn.looks()` and `standIn.complaints()` for what became of it.
 */
export interface PageStandIn {
  readonly excel: ExcelUnderOffice;
  open(sheets: readonly PageSheet[]): void;
  ready(): Promise<void>;
  press(action: string): boolean;
  /** Sheet names in their order. */
  sheetNames(): string[];
  /** The values of a sheet from A1, errors as their text, empty cells as null. */
  valuesOf(sheet: string): (string | number | boolean | null)[][];
  looks(): Record<string, string>;
  complaints(): readonly string[];
}

export interface PageSheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  /** Columns whose numbers are days. */
  readonly dayColumns?: readonly number[];
}

const MAX_ROWS = 1_048_576;

function standInFor(page: Window): PageStandIn {
  const wanted = new URLSearchParams(page.location.search);
  const profile = PROFILES.find(({ name }) => name === wanted.get('excel')) ?? PROFILES[2]!;
  const excel = makeExcelUnderOffice(profile, { locale: wanted.get('lang') ?? 'zh-CN', settings: {} });
  Object.defineProperty(page, 'external', { value: excel.bridge.external, configurable: true, writable: true });
  return {
    excel,
    open(sheets) {
      for (const { name, rows, dayColumns } of sheets) {
        const sheet = excel.workbook.addSheet(name);
        rows.forEach((cells, row) => cells.forEach((value, column) => sheet.typeIn(row, column, value)));
        for (const column of dayColumns ?? []) {
          sheet.paint.put({ row: 0, column, rows: MAX_ROWS, columns: 1 }, 'numberFormat', 'yyyy-mm-dd');
        }
      }
    },
    async ready() {
      const globals = page as unknown as OfficeGlobals;
      await globals.Office.onReady();
      excel.watch(globals);
    },
    press: (action) => excel.bridge.pressButton(action, action),
    sheetNames: () => excel.workbook.sheets.map((sheet) => sheet.Name),
    valuesOf(name) {
      const sheet = excel.workbook.findSheet(name);
      const used = sheet?.usedArea(true);
      if (!sheet || !used) return [];
      return Array.from({ length: used.row + used.rows }, (_, row) =>
        Array.from({ length: used.column + used.columns }, (_, column) => {
          const value = sheet.grid.at(row, column)?.value ?? null;
          return value !== null && typeof value === 'object' ? value.error : value;
        }),
      );
    },
    looks: () => Object.fromEntries(excel.workbook.sheets.map((sheet) => [sheet.Name, lookOfSheet(sheet)])),
    complaints: () => excel.processor.complaints,
  };
}

(window as unknown as { standIn: PageStandIn }).standIn = standInFor(window);
