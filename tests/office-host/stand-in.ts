import { makeExcelUnderOffice, type ExcelUnderOffice, type OfficeGlobals } from './excel-under-office';
import { loadOfficeJs } from './load-office-js';
import type { ExcelProfile } from './profile';
import type { RequestProcessor } from './request-processor';

/** An Excel in Node that answers the real Office.js: Office.js exact, Excel approximate. */
export interface StandIn extends ExcelUnderOffice {
  readonly page: OfficeGlobals;
  /** Makes `Excel`, `Office` and `OfficeExtension` the globals that the add-in finds. */
  install(): void;
  uninstall(): void;
}

const GLOBALS = ['Excel', 'Office', 'OfficeExtension'] as const;

/** Starts an Excel with an empty workbook: add sheets to `workbook` before or after. */
export async function startStandIn(profile: ExcelProfile): Promise<StandIn> {
  const excel = makeExcelUnderOffice(profile);
  const page = loadOfficeJs(excel.bridge.external);
  await page.Office.onReady();
  excel.watch(page);
  await firstMessage(excel.processor);
  excel.processor.resetCount();
  return Object.assign(excel, {
    page,
    install: () => {
      for (const name of GLOBALS) (globalThis as Record<string, unknown>)[name] = page[name];
    },
    uninstall: () => {
      for (const name of GLOBALS) delete (globalThis as Record<string, unknown>)[name];
    },
  });
}

/** Office.js says that it is ready in a message of its own, soon after it said so to the page. */
async function firstMessage(processor: RequestProcessor): Promise<void> {
  const turns = 200;
  const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  for (let turn = 0; turn < turns && processor.count.messages === 0; turn++) await nextTurn();
  // The answer is on its way.
  await nextTurn();
}
