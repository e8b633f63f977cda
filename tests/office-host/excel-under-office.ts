import { readApiReference } from './api-reference';
import { Workbook } from './excel/workbook';
import { makeNativeBridge, type NativeBridge } from './native-bridge';
import type { ExcelProfile } from './profile';
import { RequestProcessor } from './request-processor';

/** What a page's globals are once Office.js is loaded: `Excel` and `OfficeExtension` after `Office.onReady()`. */
export interface OfficeGlobals {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension & {
    readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
    readonly _internalConfig: { appendTypeNameToObjectPathInfo: boolean };
  };
}

/** The part of the stand-in that needs neither Node nor a browser: a workbook and what answers for it. */
export interface ExcelUnderOffice {
  /** The workbook that is open. */
  readonly workbook: Workbook;
  readonly processor: RequestProcessor;
  readonly bridge: NativeBridge;
  /** Closes the workbook and opens an empty one, as a person does without starting Excel again. */
  openEmpty(): Workbook;
  /** To be called once Office.js is ready: from then on every member is checked against what Office.js knows. */
  watch(page: OfficeGlobals): void;
}

export interface ExcelSettings {
  readonly locale: string;
  /** The document's settings, as they are kept in the file. */
  readonly settings: Record<string, string>;
}

export function makeExcelUnderOffice(
  profile: ExcelProfile,
  { locale, settings }: ExcelSettings = { locale: 'zh-CN', settings: {} },
): ExcelUnderOffice {
  let workbook = new Workbook(profile);
  const processor = new RequestProcessor(workbook, profile);
  const bridge = makeNativeBridge(processor, { locale, excelApi: profile.excelApi, settings });
  return {
    get workbook() {
      return workbook;
    },
    processor,
    bridge,
    openEmpty: () => {
      workbook = new Workbook(profile);
      processor.open(workbook);
      return workbook;
    },
    watch: (page) => {
      processor.reference = readApiReference(page.Excel as unknown as Record<string, unknown>);
      // Office.js itself refuses members that are newer than the host says it supports, and names the class of every path.
      page.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
      page.OfficeExtension._internalConfig.appendTypeNameToObjectPathInfo = true;
      watchUndoGroups(page, () => workbook);
    },
  };
}

/**
 * The package's Office.js is older than `mergeUndoGroup` and passes over it, so the option is watched here on its way in.
 * Assumed: an Excel without the set ignores it as well.
 */
function watchUndoGroups(page: OfficeGlobals, open: () => Workbook): void {
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
