import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { PageSheet } from '../office-host/browser/stand-in-page';

const OFFICE_JS = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

/**
 * Opens the built pane over the stand-in Excel. Office.js is the package's own debug build, whose members the stand-in
 * checks every message against.
 */
export async function openPane(
  page: Page,
  origin: string,
  standIn: string,
  sheets: readonly PageSheet[],
): Promise<void> {
  await page.setRequestInterception(true);
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
  await page.evaluateOnNewDocument(`${standIn};window.standIn.open(${JSON.stringify(sheets)});${lookOut}`);
  await page.goto(`${origin}/taskpane.html`);
}
