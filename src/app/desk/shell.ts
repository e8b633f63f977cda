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
}

/** The language of the product for a display language. @example langOf('zh-TW') //=> 'zh' */
export function langOf(displayLanguage: string): Lang {
  return /^zh\b/i.test(displayLanguage) ? 'zh' : 'en';
}
