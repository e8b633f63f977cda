import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { PageSheet } from '../office-host/browser/stand-in-page';

const OFFICE_JS = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

/** What a profile calls the stand-in's script: its work is Excel's, not the pane's. */
export const STAND_IN_SCRIPT = 'stand-in.js';

interface OpenPaneOptions {
  /** Keeps the pane's own script back until `window.kelanGo()`: what went before is not its doing. */
  readonly holdsPane?: boolean;
}

/**
 * Opens the built pane over the stand-in Excel. Office.js is the package's own debug build, whose members the stand-in
 * checks every message against.
 */
export async function openPane(
  page: Page,
  origin: string,
  standIn: string,
  sheets: readonly PageSheet[],
  { holdsPane = false }: OpenPaneOptions = {},
): Promise<void> {
  await page.setRequestInterception(true);
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  if (holdsPane) await page.exposeFunction('kelanGo', () => release());
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname === '/taskpane.html') {
      // The debug build is known by its name in the page.
      void fetch(request.url())
        .then((answer) => answer.text())
        .then((html) =>
          request.respond({
            contentType: 'text/html; charset=utf-8',
            body: html.replace('office-js/office.js', 'office-js/office.debug.js'),
          }),
        );
    } else if (pathname.startsWith('/office-js/')) {
      const body = readFileSync(join(OFFICE_JS, pathname.slice('/office-js/'.length)));
      void request.respond({ contentType: 'text/javascript', body });
    } else if (holdsPane && /^\/taskpane\..*js$/.test(pathname)) {
      void released.then(() => request.continue());
    } else {
      void request.continue();
    }
  });
  const lookOut = `{
    const watch = setInterval(() => {
      if (!window.Office?.onReady) return;
      clearInterval(watch);
      void window.standIn.ready();
    }, 1);
  }`;
  await page.evaluateOnNewDocument(
    `${standIn};window.standIn.open(JSON.parse(${JSON.stringify(JSON.stringify(sheets))}));${lookOut}\n//# sourceURL=${STAND_IN_SCRIPT}`,
  );
  await page.goto(`${origin}/taskpane.html`, holdsPane ? { waitUntil: [] } : {});
}
