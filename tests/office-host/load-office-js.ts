import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import vm from 'node:vm';
import type { OfficeGlobals } from './excel-under-office';

/** Where the unmodified package lies. */
export const OFFICE_JS_FOLDER = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

const BASE = 'https://localhost/officejs/';

const scripts = new Map<string, vm.Script>();

/** Compiled once a process: many tests load the same files. */
function scriptOf(file: string): vm.Script {
  let script = scripts.get(file);
  if (!script) {
    script = new vm.Script(readFileSync(join(OFFICE_JS_FOLDER, file), 'utf8'), { filename: file });
    scripts.set(file, script);
  }
  return script;
}

/**
 * Loads the real Office.js into a context of its own, with just enough of a page that its script loader finds its other
 * files: in Node, without a browser and without a network.
 */
export function loadOfficeJs(external: Record<string, unknown>, script = 'office.debug.js'): OfficeGlobals {
  const page: Record<string, unknown> = {};
  const run = (file: string): void => {
    scriptOf(file).runInContext(context);
  };
  const head = makeElement('head');
  head.appendChild = (child: PageElement): void => {
    if (child.tagName !== 'SCRIPT') return;
    setTimeout(() => {
      const file = child.src?.startsWith(BASE) ? child.src.slice(BASE.length).split('?')[0]! : '';
      if (file !== '' && existsSync(join(OFFICE_JS_FOLDER, file))) {
        run(file);
        child.onload?.();
      } else {
        child.onerror?.();
      }
    }, 0);
  };
  const own = Object.assign(makeElement('script'), { src: BASE + script });
  const document = {
    URL: BASE,
    head,
    body: makeElement('body'),
    cookie: '',
    readyState: 'complete',
    createElement: makeElement,
    createEvent: () => ({ initEvent: () => undefined }),
    getElementsByTagName: (name: string) => (name === 'script' ? [own] : name === 'head' ? [head] : []),
    getElementById: () => null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    querySelectorAll: () => [],
  };
  const timer =
    (set: (work: () => void, delay?: number) => NodeJS.Timeout) =>
    (work: () => void, delay?: number): NodeJS.Timeout => {
      const handle = set(work, delay);
      handle.unref();
      return handle;
    };
  Object.assign(page, {
    document,
    external,
    location: new URL(`${BASE}taskpane.html`),
    navigator: { userAgent: 'node', language: 'en-US' },
    history: {},
    name: '',
    sessionStorage: makeStorage(),
    localStorage: makeStorage(),
    performance,
    console,
    URL,
    Promise,
    setTimeout: timer(setTimeout),
    clearTimeout,
    setInterval: timer(setInterval),
    clearInterval,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => undefined,
    postMessage: () => undefined,
    open: () => null,
    opener: null,
  });
  page.window = page.self = page.top = page.parent = page;
  const context = vm.createContext(page);
  run(script);
  return page as unknown as OfficeGlobals;
}

interface PageElement {
  tagName: string;
  src?: string;
  style: object;
  appendChild(child: PageElement): void;
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string | null;
  addEventListener(): void;
  onload?(): void;
  onerror?(): void;
}

function makeElement(tag: string): PageElement {
  const attributes = new Map<string, string>();
  return {
    tagName: tag.toUpperCase(),
    style: {},
    appendChild: () => undefined,
    setAttribute: (name, value) => void attributes.set(name, value),
    getAttribute: (name) => attributes.get(name) ?? null,
    addEventListener: () => undefined,
  };
}

function makeStorage(): object {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, String(value)),
    removeItem: (key: string) => void items.delete(key),
    key: (index: number) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
  };
}
