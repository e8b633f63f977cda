import type { Lang } from '../../i18n/lang';

/** How the program around the screens looks. */
export interface ShellTheme {
  readonly isDark: boolean;
  readonly isContrast: boolean;
}

/** What surrounds the screens besides the workbook: Excel, or the page without Excel. */
export interface Shell {
  readonly lang: Lang;
  readonly theme: ShellTheme;
  onThemeChange(listen: (theme: ShellTheme) => void): void;
  /** Brings a cell of the workbook before the person's eyes. */
  showCell(sheet: string, cell: string): Promise<void>;
  /** Gives a workbook file to the person: opens it beside hers, or saves it. */
  handOver(file: Uint8Array<ArrayBuffer>, fileName: string): Promise<void>;
  /** Absent where the workbook carries nothing of an add-in: the page, a file. */
  removeTraces?(): Promise<TracesRemoved>;
}

/** What was taken out of the workbook so that it can be mailed. */
export interface TracesRemoved {
  /** The pane opened by itself with the workbook until now. */
  readonly wasAutoOpen: boolean;
}

/** The language of the product for a display language. @example langOf('zh-TW') //=> 'zh' */
export function langOf(displayLanguage: string): Lang {
  return /^zh\b/i.test(displayLanguage) ? 'zh' : 'en';
}
