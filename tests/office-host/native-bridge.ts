import type { NativeAnswer } from './wire';

/**
 * The native object that Excel for Windows hands to a page as `window.external`. Office.js finds it, asks it who it is,
 * and sends its messages through `Execute`; not a line of Office.js is changed.
 */

const EXECUTE_RICH_API = 93;
const RICH_API_EVENT = 33;
const OK = 0;
const NOT_SUPPORTED = 5000;

/** What answers messages. */
export interface MessageAnswerer {
  answer(body: string): NativeAnswer | Promise<NativeAnswer>;
}

export interface BridgeOptions {
  readonly locale: string;
  readonly excelApi: string;
  /** The document's settings, as they are kept in the file. */
  readonly settings: Record<string, string>;
}

type SafeArray = { toArray(): readonly unknown[]; dimensions(): number };
const safeArray = (values: readonly unknown[]): SafeArray => ({ toArray: () => values, dimensions: () => 1 });

type EventHandler = (id: number, values: SafeArray) => void;

export interface NativeBridge {
  /** To be put at `window.external` before office.js loads. */
  readonly external: Record<string, unknown>;
  /** Delivers an event of the workbook to the page. */
  fireEvent(eventType: number, target: string, args: unknown): boolean;
  /** Presses a ribbon button that runs a function which the page associated. */
  pressButton(action: string, source: string): boolean;
}

export function makeNativeBridge(answerer: MessageAnswerer, options: BridgeOptions): NativeBridge {
  const handlers = new Map<string, EventHandler>();
  // Excel works in a process of its own: what it answers comes to the page as a task by itself. Node has a shorter way
  // for that than a browser.
  const later = (work: () => void): void => {
    if (typeof setImmediate === 'function') setImmediate(work);
    else setTimeout(work, 0);
  };
  const settings = {
    Read(keys: string[], values: string[]): void {
      for (const [key, value] of Object.entries(options.settings)) {
        keys.push(key);
        values.push(value);
      }
    },
    Write(keys: string[], values: string[]): void {
      for (const key of Object.keys(options.settings)) delete options.settings[key];
      keys.forEach((key, index) => {
        options.settings[key] = values[index]!;
      });
    },
  };
  const theme = {
    bodyBackgroundColor: 0xffffff,
    bodyForegroundColor: 0,
    controlBackgroundColor: 0xf3f3f3,
    controlForegroundColor: 0x262626,
  };
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => '11111111-1111-1111-1111-111111111111',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => options.locale,
    GetAppDataLocale: () => options.locale,
    GetDocUrl: () => 'C:\\book.xlsx',
    GetAppCapabilities: () => 1,
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetCorrelationId: () => '22222222-2222-2222-2222-222222222222',
    GetInstanceId: () => '33333333-3333-3333-3333-333333333333',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () =>
      JSON.stringify({
        ExcelApi: options.excelApi,
        Settings: '1.1',
        DialogApi: '1.2',
        RibbonApi: '1.2',
        RichApiRuntime: '1.2',
        RichApiRuntimeFlag: '1.2',
        SharedRuntime: '1.1',
      }),
    GetHostCustomMessage: () => '',
    GetHostFullVersion: () => '16.0.17928.20114',
    GetDialogRequirementMatrix: () => '',
    GetFeaturesForSolution: () => '{}',
    GetInitialDisplayMode: () => 0,
    GetSettings: () => settings,
    GetOfficeThemeInfo: () => JSON.stringify(theme),
  };
  const richApiHandler = (): EventHandler | undefined =>
    [...handlers].find(([key]) => key.startsWith(`${RICH_API_EVENT}|`))?.[1];
  const deliver = (entry: readonly unknown[]): boolean => {
    const handler = richApiHandler();
    if (!handler) return false;
    later(() => handler(RICH_API_EVENT, safeArray([safeArray(entry)])));
    return true;
  };

  const external = {
    // host $ platform $ version $ locale $ correlation $ isDialog $ logging $ flags
    GetHostInfo: () => `Excel$Win32$16.01$${options.locale}$22222222$$disableLogging$0`,
    GetContext: () => context,
    GetLoggingAllowed: () => false,
    Execute(id: number, params: readonly unknown[], callback: (answer: SafeArray) => void): void {
      if (id !== EXECUTE_RICH_API) {
        later(() => callback(safeArray([NOT_SUPPORTED])));
        return;
      }
      const body = (params[0] as readonly unknown[])[4] as string;
      later(() => {
        void Promise.resolve(answerer.answer(body)).then((answer) =>
          later(() => {
            if ('nativeError' in answer) callback(safeArray([answer.nativeError, null]));
            else callback(safeArray([OK, 200, [], answer.body]));
          }),
        );
      });
    },
    RegisterEvent(id: number, target: string, handler: EventHandler, callback: (code: number) => void): void {
      handlers.set(`${id}|${target}`, handler);
      later(() => callback(OK));
    },
    UnregisterEvent(id: number, target: string, callback: (code: number) => void): void {
      handlers.delete(`${id}|${target}`);
      later(() => callback(OK));
    },
    MessageParent(): void {},
  };

  return {
    external,
    fireEvent: (eventType, target, args) => deliver([65536, eventType, target, JSON.stringify(args), 0, false]),
    pressButton: (action, source) =>
      deliver([2, 1000, '', JSON.stringify([action, JSON.stringify({ source: { id: source } })]), 0, false]),
  };
}
