import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { serveFolder, startBrowser, type Site } from './browser-run';
import { buildSite } from './build-site';

/** The built site and a browser for all tests of a file; both are started once. */

const AXE = require.resolve('axe-core/axe.min.js');
export const MINUTES = 60_000;

/** Jest names its tests before anything asynchronous is done, so a process of its own finds out. */
const attempt = spawnSync(process.execPath, ['--import', 'tsx', join(__dirname, 'try-browser.ts')], {
  encoding: 'utf8',
});
const canStart = attempt.status === 0;
if (!canStart) process.stderr.write(`no browser can start, its tests are skipped: ${attempt.stderr}\n`);

/** A test in the browser; where none can start it is skipped, and counted as skipped. */
export function inBrowser(name: string, run: () => Promise<void>, minutes = 4): void {
  (canStart ? it : it.skip)(name, run, minutes * MINUTES);
}

let browser: Browser | undefined;
let site: Site | undefined;
let folder = '';

/** Call once in a test file. A build that is there already (`KELAN_SITE`) saves the time of another. */
export function setStage(): void {
  if (!canStart) return;
  beforeAll(async () => {
    browser = await startBrowser();
    folder = process.env['KELAN_SITE'] ?? (await buildSite());
    site = await serveFolder(folder);
  }, 10 * MINUTES);
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });
}

export const siteOrigin = (): string => site!.origin;
export const siteFolder = (): string => folder;

export interface WatchedPage {
  readonly page: Page;
  /** Requests that left the site. */
  readonly strangers: string[];
  readonly errors: string[];
}

/** A page that tells every request that left the site and every error that it met. */
export async function openWatchedPage(): Promise<WatchedPage> {
  const page = await browser!.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  // A busy machine is slow, not wrong: what never comes ends with the time of its test.
  page.setDefaultTimeout(2 * MINUTES);
  const strangers: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(siteOrigin()) && !/^(blob|data|about):/.test(url)) strangers.push(url);
  });
  page.on('pageerror', (error) => errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { page, strangers, errors };
}

/** Violations in words: which rule, and the elements. Pages without script are looked at with script: `axe` is one. */
export async function findViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: AXE });
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  });
}
