import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { serveFolder, startBrowser } from '../tests/browser/browser-run';
import { buildSite, buildStandIn } from '../tests/browser/build-site';
import { goToStep, openSample, pressRefresh, setLook, waitUntilReady, type Look } from '../tests/browser/drive';
import { openPane } from '../tests/browser/open-pane';
import { readSampleSheets } from '../tests/browser/sample-sheets';

/** Makes the pictures of the guides: every screen of the built pane and page, as a person sees them. */
const PICTURES = join(__dirname, 'pictures');
const STEPS = ['data', 'settings', 'reports'] as const;

async function makePictures(): Promise<void> {
  const site = await serveFolder(process.env['KELAN_SITE'] ?? (await buildSite()));
  const browser = await startBrowser();
  const shoot = async (page: Page, name: string): Promise<void> => {
    // Charts and fonts are drawn a moment after the text.
    await new Promise((resolve) => setTimeout(resolve, 800));
    await page.screenshot({ path: join(PICTURES, `${name}.png`) as `${string}.png` });
  };
  const withPage = async (look: Look, width: number, run: (page: Page) => Promise<void>): Promise<void> => {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 800 });
    await setLook(page, look);
    await run(page);
    await page.close();
  };

  /** The pane as it stands beside a workbook, without the page around it. */
  const openPaneAlone = async (page: Page): Promise<void> => {
    await openSample(page, site.origin);
    await page.addStyleTag({
      content: '.page-head, .page-book { display: none !important } .page-pane { flex: 1 !important }',
    });
  };
  const showTopOf = (page: Page, selector: string): Promise<unknown> =>
    page.evaluate(
      `{ const body = document.querySelector('.pane-body');
        body.scrollTop += document.querySelector('.pane ${selector}').getBoundingClientRect().top - body.getBoundingClientRect().top; }`,
    );

  for (const lang of ['zh-CN', 'en-US'] as const) {
    const tongue = lang.slice(0, 2);
    await withPage({ lang, theme: 'light' }, 1280, async (page) => {
      await page.goto(`${site.origin}/standalone.html`);
      await page.waitForSelector('.page-drop');
      await shoot(page, `page-start-${tongue}`);
      await openSample(page, site.origin);
      await pressRefresh(page);
      await shoot(page, `page-${tongue}`);
    });
    await withPage({ lang, theme: 'light' }, 340, async (page) => {
      await openPaneAlone(page);
      await page.click('.pane .card:nth-of-type(2) button[aria-expanded]');
      for (const [step, name] of STEPS.entries()) {
        await goToStep(page, step);
        await shoot(page, `pane-${name}-${tongue}`);
      }
      await pressRefresh(page);
      await shoot(page, `pane-result-${tongue}`);
      await page.type('.pane [role=search] input', 'ly');
      await page.waitForSelector('.pane .screen li .ms-Link');
      await page.click('.pane .screen li .ms-Link');
      await page.waitForSelector('.pane dl');
      await shoot(page, `pane-client-${tongue}`);
    });
    await withPage({ lang, theme: 'light' }, 340, async (page) => {
      await openPaneAlone(page);
      await page.click('.pane details:last-of-type summary');
      await page.waitForSelector('.pane details .ms-Checkbox');
      await showTopOf(page, 'details:last-of-type');
      await shoot(page, `pane-templates-${tongue}`);
      await goToStep(page, 1);
      await page.click('.pane summary');
      await showTopOf(page, 'details');
      await shoot(page, `pane-presets-${tongue}`);
      await page.click('.pane-head .ms-Button');
      await page.waitForSelector('.pane .ms-ChoiceField');
      await shoot(page, `pane-send-${tongue}`);
    });
  }
  for (const theme of ['dark', 'contrast'] as const) {
    await withPage({ lang: 'zh-CN', theme }, 1280, async (page) => {
      await openSample(page, site.origin);
      await goToStep(page, 1);
      await shoot(page, `page-${theme}-zh`);
    });
  }
  await withPage({ lang: 'zh-CN', theme: 'light' }, 320, async (page) => {
    const sheets = await readSampleSheets();
    await openPane(page, site.origin, await buildStandIn(), sheets);
    await waitUntilReady(page);
    await shoot(page, 'pane-excel-320-zh');
    await page.evaluate(`window.standIn.excel.workbook.Protection.Protected = true`);
    await page.click('.pane-foot button.ms-Button--primary');
    await page.waitForSelector('.failure', { timeout: 120_000 });
    await shoot(page, 'pane-protected-320-zh');
    await page.evaluate(`window.standIn.excel.workbook.Protection.Protected = false`);
    await pressRefresh(page);
    // What she does by hand between two refreshes: another amount in a line.
    const sales = sheets.find(({ name }) => name === '销售明细')!;
    const column = sales.rows.find((row) => row.includes('金额'))!.indexOf('金额');
    const line = sales.rows.findIndex((row) => /^XS2026/.test(String(row[0])) && typeof row[column] === 'number');
    const typeIn = (amount: number): Promise<unknown> =>
      page.evaluate(`window.standIn.excel.workbook.findSheet('销售明细').typeIn(${line}, ${column}, ${amount})`);
    await typeIn(500000);
    await pressRefresh(page);
    await page.evaluate(`document.querySelector('.pane-body').scrollTop = 0`);
    await shoot(page, 'pane-since-320-zh');
  });
  await withPage({ lang: 'zh-CN', theme: 'light' }, 1280, async (page) => {
    await page.goto(`${site.origin}/standalone.html`);
    await page.waitForSelector('.page-drop');
    const picker = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await picker.uploadFile(join(__dirname, '..', 'manifest.xml'));
    await page.waitForSelector('.ms-MessageBar');
    await shoot(page, 'page-refused-zh');
  });
  for (const name of ['help', 'taskpane'] as const) {
    await withPage({ lang: 'zh-CN', theme: 'light' }, 320, async (page) => {
      await page.setJavaScriptEnabled(false);
      await page.goto(`${site.origin}/${name}.html`);
      // What a page without its script says comes after eight seconds.
      if (name === 'taskpane') await new Promise((resolve) => setTimeout(resolve, 8500));
      await shoot(page, `${name}-no-script`);
    });
  }
  await withPage({ lang: 'zh-CN', theme: 'light' }, 320, async (page) => {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      void (request.url().includes('/office-js/') ? request.abort() : request.continue());
    });
    await page.goto(`${site.origin}/taskpane.html`);
    await page.waitForSelector('.ms-MessageBar');
    await shoot(page, 'pane-no-office-zh');
  });
  await browser.close();
  site.close();
}

void makePictures();
