import { HostError } from '../../workbook/host-error';
import { DEFAULT_OPTIONS } from './options';
import { runExcel } from './run-excel';

/** Excel around the pane: its language, its colours, and the way to a cell. */
export interface OfficeShell {
  readonly displayLanguage: string;
  readonly theme: OfficeColors;
  onThemeChange(listen: (theme: OfficeColors) => void): void;
  showCell(sheet: string, cell: string): Promise<void>;
  /** Opens a workbook file as a new workbook that nobody has saved yet. */
  openCopy(file: Uint8Array): Promise<void>;
  /** No prompt to install the add-in, no pane that opens by itself; no other setting of the document is touched. */
  removeTraces(): Promise<{ readonly wasAutoOpen: boolean }>;
  /** A small window with a few words, for buttons that have no pane; closed by the person. */
  showNotice(words: string): Promise<void>;
}

export interface OfficeColors {
  readonly isDark: boolean;
  readonly isContrast: boolean;
}

/** Id of the script element that loads Office.js beside the page's own script. */
const SCRIPT_ID = 'office-js';
const SCRIPT_PATIENCE_MS = 20_000;

/**
 * Waits for Office.js without holding up the first paint.
 *
 * @throws HostError `connection-lost` where the script cannot be had, `not-supported` where the page does not stand in
 *   Excel.
 */
export async function whenOfficeIsReady(): Promise<OfficeShell> {
  await whenScriptIsLoaded();
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) throw new HostError('not-supported', `host: ${String(host)}`);
  const { context } = Office;
  return {
    displayLanguage: context.displayLanguage,
    theme: colorsOf(context.officeTheme),
    onThemeChange(listen) {
      const document = context.document as Office.Document | undefined;
      document?.addHandlerAsync(
        Office.EventType.OfficeThemeChanged,
        ({ officeTheme }: { readonly officeTheme: Office.OfficeTheme }) => listen(colorsOf(officeTheme)),
      );
    },
    showCell,
    openCopy,
    removeTraces,
    showNotice,
  };
}

/** A page is complete when its scripts have been loaded or given up: one that failed earlier than we listened is known too. */
function whenScriptIsLoaded(): Promise<void> {
  const isThere = (): boolean => typeof Office !== 'undefined';
  if (isThere()) return Promise.resolve();
  const script = document.getElementById(SCRIPT_ID);
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new HostError('connection-lost', `Office.js: ${why}`));
    const patience = setTimeout(() => fail('no answer'), SCRIPT_PATIENCE_MS);
    const settle = (): void => {
      clearTimeout(patience);
      if (isThere()) resolve();
      else fail(script ? 'cannot be loaded' : 'not on the page');
    };
    if (!script || document.readyState === 'complete') return settle();
    script.addEventListener('load', settle);
    script.addEventListener('error', settle);
    window.addEventListener('load', settle);
  });
}

async function showCell(sheet: string, cell: string): Promise<void> {
  await runExcel(DEFAULT_OPTIONS, async (context) => {
    const found = context.workbook.worksheets.getItemOrNullObject(sheet);
    await context.sync();
    if (found.isNullObject) throw new HostError('sheet-vanished', sheet, { sheet });
    found.activate();
    found.getRange(cell).select();
    await context.sync();
  });
}

/** Characters of a string that are made at once. */
const PIECE = 0x8000;

async function openCopy(file: Uint8Array): Promise<void> {
  let binary = '';
  for (let at = 0; at < file.length; at += PIECE) binary += String.fromCharCode(...file.subarray(at, at + PIECE));
  await Excel.createWorkbook(btoa(binary)).catch((error: unknown) => {
    throw new HostError('host-refused', `new workbook: ${String(error)}`, { cause: error });
  });
}

/** Names that Office itself gives a meaning to in the settings of a document. */
const NO_TRUST_PROMPT = 'Office.DisableTrustUX';
const AUTO_OPEN = 'Office.AutoShowTaskpaneWithDocument';

function removeTraces(): Promise<{ readonly wasAutoOpen: boolean }> {
  const { settings } = Office.context.document;
  const wasAutoOpen = settings.get(AUTO_OPEN) === true;
  if (wasAutoOpen) settings.remove(AUTO_OPEN);
  settings.set(NO_TRUST_PROMPT, true);
  return new Promise((resolve, reject) => {
    settings.saveAsync((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve({ wasAutoOpen });
      else reject(new HostError('host-refused', `settings: ${result.error.message}`));
    });
  });
}

/** Excel tells its colours; a dark background is a dark theme, pure black with pure white text one of high contrast. */
function colorsOf(theme: Office.OfficeTheme | undefined): OfficeColors {
  const background = theme?.bodyBackgroundColor ?? '#FFFFFF';
  const ink = theme?.bodyForegroundColor ?? '#000000';
  const isDark = lightnessOf(background) < 0.4;
  const isContrast = /^#?000000$/i.test(background) && /^#?(FFFFFF|FFFF00|00FF00)$/i.test(ink);
  return { isDark, isContrast };
}

function lightnessOf(color: string): number {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (!match) return 1;
  const [red, green, blue] = [match[1]!, match[2]!, match[3]!].map((part) => parseInt(part, 16) / 255);
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** Puts a ribbon button's work behind its name in the manifest. */
export function associateCommand(name: string, run: () => Promise<void>): void {
  Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
    void run().finally(() => event.completed());
  });
}

/** Page of the window; what it says stands behind the `#`, which no server sees. */
const NOTICE_PAGE = 'notice.html';

function showNotice(words: string): Promise<void> {
  const page = new URL(NOTICE_PAGE, document.location.href);
  page.hash = encodeURIComponent(words);
  return new Promise((resolve, reject) => {
    Office.context.ui.displayDialogAsync(page.href, { height: 30, width: 30, displayInIframe: true }, (result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve();
      else reject(new HostError('host-refused', `notice: ${result.error.message}`));
    });
  });
}
