import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { serveFolder, startBrowser, type Site } from '../browser/browser-run';
import { buildSite, buildStandIn } from '../browser/build-site';
import { goToStep, setLook, waitUntilReady } from '../browser/drive';
import { openPane } from '../browser/open-pane';
import type { PageSheet } from '../office-host/browser/stand-in-page';
import { DAY_COLUMNS, HEADERS, JOB_COLUMNS, makeRows } from './bench-rows';
import { noteFigure } from './figures';
import { ms } from './measure';
import { watchMainThread, type ThreadTime } from './main-thread';

/**
 * How long the screens keep the main thread: the pane over the stand-in Excel, the page without Excel on a file. A click
 * that comes meanwhile waits as long. The limit is ours to keep: the stand-in does its cells' work on the same thread,
 * which Excel does in a process of its own, so both are told apart.
 */
export const MOST_MILLISECONDS = 50;

export type Face = 'pane' | 'page';

/** One step of a person, on a fresh page; `prepare` is not measured. */
interface Step {
  readonly name: string;
  readonly run: (page: Page) => Promise<void>;
}

const MINUTE = 60_000;

export interface FaceBench {
  close(): Promise<void>;
  /** Prints a line a step; the best of the rounds, because another program's turn is not ours. */
  measure(face: Face, source: PaneSource | PageSource, rounds: number): Promise<void>;
}

export interface PaneSource {
  readonly rows: number;
  readonly clients: number;
}

export interface PageSource {
  readonly file: string;
}

const changeThreshold: Step = {
  name: 'what-if: another threshold',
  async run(page) {
    await goToStep(page, 1);
    await page.waitForSelector('.pane .ms-TextField-suffix');
    const [suffix] = await page.$$('.pane .ms-TextField-suffix');
    const input = await suffix!.evaluateHandle((one) => one.parentElement!.querySelector('input')!);
    await input.click({ clickCount: 3 });
    await page.keyboard.type('55');
    await page.waitForFunction(
      `/would move|会改变|没有客户改变|No client/.test(document.querySelector('.pane .card')?.textContent ?? '')`,
      { timeout: 5 * MINUTE },
    );
    // The plan of the plot and the names follow the figures.
    await pause(1500);
  },
};

const refresh: Step = {
  name: 'refresh: read, analyse, lay out, write',
  async run(page) {
    await page.click('.pane-foot button.ms-Button--primary');
    await page.waitForFunction(
      `/已刷新|Refreshed/.test(document.querySelector('.pane h2')?.textContent ?? '')
      || document.querySelector('.failure')`,
      { timeout: 15 * MINUTE },
    );
    const failure = await page.evaluate(`document.querySelector('.failure')?.textContent ?? ''`);
    if (failure !== '') throw new Error(String(failure));
    await waitUntilReady(page);
    await pause(500);
  },
};

const scroll: Step = {
  name: 'scroll the viewer',
  async run(page) {
    // Straight to the sales sheet, the longest.
    await page.evaluate(`[...document.querySelectorAll('.sheet-tabs [role=tab]')]
      .find((tab) => tab.textContent === '销售明细').click()`);
    await page.waitForFunction(`document.querySelectorAll('.grid-row .grid-cell').length > 50`, {
      timeout: 5 * MINUTE,
    });
    for (let turn = 1; turn <= 40; turn++) {
      await page.evaluate(`document.querySelector('.grid').scrollTop += ${turn % 8 === 0 ? 200_000 : 600}`);
      await pause(60);
    }
    await pause(500);
  },
};

const save: Step = {
  name: 'save',
  async run(page) {
    await page.click('.page-head button.ms-Button--primary');
    await page.waitForFunction(`/已保存|saved/.test(document.querySelector('.page-head [role=status]').textContent)`, {
      timeout: 5 * MINUTE,
    });
    await pause(500);
  },
};

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function startFaceBench(): Promise<FaceBench> {
  const folder = process.env['KELAN_SITE'] ?? (await buildSite());
  const site = await serveFolder(folder);
  const browser = await startBrowser();
  return {
    async close() {
      await browser.close();
      site.close();
    },
    async measure(face, source, rounds) {
      const all: Map<string, ThreadTime>[] = [];
      for (let round = 0; round < rounds; round++) {
        all.push(
          face === 'pane'
            ? await measurePane(browser, site, source as PaneSource)
            : await measurePage(browser, site, source as PageSource),
        );
      }
      print(all);
      noteFigure(`${face} whole`, longestOf(all));
    },
  };
}

async function measurePane(
  browser: Browser,
  site: Site,
  { rows, clients }: PaneSource,
): Promise<Map<string, ThreadTime>> {
  const standIn = await buildStandIn();
  const sheets: PageSheet[] = [
    {
      name: '销售明细',
      rows: [HEADERS.slice(0, JOB_COLUMNS), ...makeRows(rows, clients, JOB_COLUMNS)],
      dayColumns: DAY_COLUMNS.filter((column) => column < JOB_COLUMNS),
    },
  ];
  const page = await newPage(browser, 320);
  // The sheets are handed over before the pane's scripts run; that is Excel opening its file, and not measured.
  const open: Step = {
    name: 'open, recognise, read, try out',
    run: async () => {
      await page.evaluate('window.kelanGo()');
      await waitUntilReady(page);
    },
  };
  await openPane(page, site.origin, standIn, sheets, { holdsPane: true });
  return walk(page, [open, changeThreshold, refresh]);
}

async function measurePage(browser: Browser, site: Site, { file }: PageSource): Promise<Map<string, ThreadTime>> {
  const page = await newPage(browser, 1280);
  await page.evaluateOnNewDocument(`Object.defineProperty(window, 'showSaveFilePicker', { value: undefined })`);
  await page.goto(`${site.origin}/standalone.html`);
  await page.waitForSelector('.page-drop');
  const open: Step = {
    name: 'open, recognise, read, try out',
    run: async () => {
      const picker = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
      await picker.uploadFile(file);
      await page.waitForSelector('.page-pane', { timeout: 5 * MINUTE });
      await waitUntilReady(page);
      await pause(500);
    },
  };
  return walk(page, [open, changeThreshold, scroll, refresh, save]);
}

async function newPage(browser: Browser, width: number): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 800 });
  await setLook(page, { lang: 'zh-CN', theme: 'light' });
  page.setDefaultTimeout(15 * MINUTE);
  return page;
}

async function walk(page: Page, steps: readonly Step[]): Promise<Map<string, ThreadTime>> {
  const found = new Map<string, ThreadTime>();
  for (const { name, run } of steps) found.set(name, await watchMainThread(page, () => run(page)));
  await page.close();
  return found;
}

/** The longest task of any step, each step at its best. */
function longestOf(rounds: readonly Map<string, ThreadTime>[]): number {
  const steps = [...rounds[0]!.keys()];
  return Math.max(...steps.map((step) => Math.min(...rounds.map((round) => round.get(step)!.longest.cpu))));
}

function print(rounds: readonly Map<string, ThreadTime>[]): void {
  for (const name of rounds[0]!.keys()) {
    const times = rounds.map((round) => round.get(name)!);
    const best = times.reduce((least, one) => (one.ownLongest.own < least.ownLongest.own ? one : least));
    const least = (of: (time: ThreadTime) => number): number => Math.min(...times.map(of));
    console.log(
      `  ${name.padEnd(40)} ours ${ms(best.ownLongest.own).padStart(7)}   whole ${ms(least((time) => time.longest.cpu)).padStart(8)}` +
        `   longtask ${ms(least((time) => time.longtask)).padStart(8)}   heartbeat ${ms(least((time) => time.heartbeat)).padStart(8)}`,
    );
    if (best.ownLongest.own > MOST_MILLISECONDS)
      console.log(`      over the limit: ${best.ownLongest.hot.join(' · ')}`);
  }
}
