import { readApiReference, type ApiReference } from './api-reference';
import { Workbook } from './excel/workbook';
import { loadOfficeJs, type OfficePage } from './load-office-js';
import { makeNativeBridge, type NativeBridge } from './native-bridge';
import type { ExcelProfile } from './profile';
import { RequestProcessor } from './request-processor';

/** An Excel that answers the real Office.js: Office.js exact, Excel approximate. */
export interface StandIn {
  /** The workbook that is open. */
  readonly workbook: Workbook;
  readonly processor: RequestProcessor;
  readonly bridge: NativeBridge;
  readonly page: OfficePage;
  /** Closes the workbook and opens an empty one, as a person does without starting Excel again. */
  openEmpty(): Workbook;
  /** Makes `Excel`, `Office` and `OfficeExtension` the globals that the add-in finds. */
  install(): void;
  uninstall(): void;
}

const GLOBALS = ['Excel', 'Office', 'OfficeExtension'] as const;

let reference: ApiReference | undefined;

/** Office.js 1.1.110 knows no set newer than this; what is newer exists in declarations only. */
export const NEWEST_IN_PACKAGE = '1.15';

/** Starts an Excel with an empty workbook: add sheets to `workbook` before or after. */
export async function startStandIn(profile: ExcelProfile): Promise<StandIn> {
  let workbook = new Workbook(profile);
  const processor = new RequestProcessor(workbook, profile);
  const bridge = makeNativeBridge(processor, { locale: 'zh-CN', excelApi: profile.excelApi, settings: {} });
  const page = loadOfficeJs(bridge.external);
  await page.Office.onReady();
  reference ??= readApiReference(page.Excel as unknown as Record<string, unknown>);
  processor.reference = reference;
  // Office.js itself refuses members that are newer than the host says it supports, and names the class of every path.
  page.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  page.OfficeExtension._internalConfig.appendTypeNameToObjectPathInfo = true;
  watchUndoGroups(page, () => workbook);
  await firstMessage(processor);
  processor.resetCount();
  return {
    get workbook() {
      return workbook;
    },
    processor,
    bridge,
    page,
    openEmpty: () => {
      workbook = new Workbook(profile);
      processor.open(workbook);
      return workbook;
    },
    install: () => {
      for (const name of GLOBALS) (globalThis as Record<string, unknown>)[name] = page[name];
    },
    uninstall: () => {
      for (const name of GLOBALS) delete (globalThis as Record<string, unknown>)[name];
    },
  };
}

/** Office.js says that it is ready in a message of its own, soon after it said so to the page. */
async function firstMessage(processor: RequestProcessor): Promise<void> {
  const turns = 200;
  for (let turn = 0; turn < turns && processor.count.messages === 0; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/**
 * The package's Office.js is older than `mergeUndoGroup` and passes over it, so the option is watched here on its way in.
 * Assumed: an Excel without the set ignores it as well.
 */
function watchUndoGroups(page: OfficePage, open: () => Workbook): void {
  const excel = page.Excel as unknown as { run: (...args: readonly unknown[]) => Promise<unknown> };
  const run = excel.run;
  excel.run = async (...args) => {
    const wantsGroup = (args[0] as { mergeUndoGroup?: boolean } | undefined)?.mergeUndoGroup === true;
    const workbook = open();
    if (!wantsGroup || !workbook.profile.hasUndoGroups) return run(...args);
    workbook.beginUndoGroup();
    return run(...args).finally(() => workbook.endUndoGroup());
  };
}
