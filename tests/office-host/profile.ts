/** What one kind of Excel can and refuses. Office.js is the same in all of them; only the host's answers differ. */
export interface ExcelProfile {
  readonly name: string;
  /** The newest `ExcelApi` set that the host says it supports. */
  readonly excelApi: string;
  /** Bytes of a request or an answer; 5 MB is documented for Excel on the web only. */
  readonly maxMessageBytes: number | undefined;
  /** Cells of one read or write: 5,000,000 is documented. */
  readonly maxCells: number;
  /** A read over that limit: the web answers null where the desktop refuses. */
  readonly oversizeRead: 'null' | 'error';
  /** Whether `Excel.run` merges its syncs into one step of undo (ExcelApi 1.20). */
  readonly hasUndoGroups: boolean;
  /** Whether adding a sheet, renaming, moving or hiding one clears what could be undone: documented for the desktop. */
  readonly structureClearsUndo: boolean;
}

const WEB_LIMIT = 5 * 1024 * 1024;

/** The requirement set of the manifest and nothing more: everything newer must be asked for first. */
export const MINIMUM: ExcelProfile = {
  name: 'the minimum (ExcelApi 1.9)',
  excelApi: '1.9',
  maxMessageBytes: undefined,
  maxCells: 5_000_000,
  oversizeRead: 'error',
  hasUndoGroups: false,
  structureClearsUndo: true,
};

export const EXCEL_2021: ExcelProfile = { ...MINIMUM, name: 'Excel 2021 for Windows', excelApi: '1.14' };

export const MICROSOFT_365: ExcelProfile = {
  ...MINIMUM,
  name: 'Microsoft 365 for Windows',
  excelApi: '1.20',
  hasUndoGroups: true,
};

export const WEB: ExcelProfile = {
  name: 'Excel on the web',
  excelApi: '1.20',
  maxMessageBytes: WEB_LIMIT,
  maxCells: 5_000_000,
  oversizeRead: 'null',
  hasUndoGroups: true,
  structureClearsUndo: false,
};

export const MAC: ExcelProfile = { ...MINIMUM, name: 'Excel for Mac', excelApi: '1.17' };

export const PROFILES: readonly ExcelProfile[] = [MINIMUM, EXCEL_2021, MICROSOFT_365, WEB, MAC];
