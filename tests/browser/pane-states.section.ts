import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { PageStandIn } from '../office-host/browser/stand-in-page';
import { clickWhenStill, openSample, pressRefresh, setLook, SPEECHES, textOf, THEMES, waitUntilReady } from './drive';
import { findTroubles, findTroublesIn, type Troubles } from './find-troubles';
import { openPaneOn } from './open-pane-on';
import { holdWork } from './hold-work';
import { readSampleSheets } from './sample-sheets';
import { findViolations, inBrowser, openWatchedPage, siteOrigin } from './stage';

type Found = Record<string, string[]>;
const troubled = (found: Found): [string, string[]][] => Object.entries(found).filter(([, all]) => all.length > 0);

/** What the focus is on, in words. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? '(nothing)');

const inExcel = (page: Page, run: string): Promise<unknown> => page.evaluate(`(() => { ${run} })()`);

const failureOf = async (page: Page): Promise<string> => {
  await page.waitForSelector('.failure');
  // Fabric says it a moment later, so that readers of the screen notice.
  await page.waitForFunction(() => (document.querySelector('.failure')?.textContent?.length ?? 0) > 20);
  return textOf(page, '.failure');
};

const pressPrimary = (page: Page): Promise<void> => page.click('.pane-foot button.ms-Button--primary');

/** A workbook without anything to analyse, and a file that only calls itself a workbook. */
function writeOddFiles(): { readonly notes: string; readonly hostile: string } {
  const folder = mkdtempSync(join(tmpdir(), 'kelan-odd-'));
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  const ns = 'http://schemas.openxmlformats.org';
  const notes = join(folder, '便条.xlsx');
  writeFileSync(
    notes,
    zipSync({
      '[Content_Types].xml': text(
        `<Types xmlns="${ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
      ),
      '_rels/.rels': text(
        `<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="r1" Type="${ns}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      'xl/workbook.xml': text(
        `<workbook xmlns="${ns}/spreadsheetml/2006/main" xmlns:r="${ns}/officeDocument/2006/relationships"><sheets><sheet name="便条" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': text(
        `<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="r1" Type="${ns}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': text(
        `<worksheet xmlns="${ns}/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>周五开会</t></is></c></row></sheetData></worksheet>`,
      ),
    }),
  );
  const hostile = join(folder, '账单.xlsx');
  writeFileSync(hostile, 'this is no workbook');
  return { notes, hostile };
}

/** A sales line of the last months, which every period has: its number says so. */
const isLine = (cells: readonly unknown[], amount: number): boolean =>
  /^XS2026/.test(String(cells[0])) && typeof cells[amount] === 'number';

export function checkPaneStates(): void {
  describe('pages and states that something went wrong with', () => {
    for (const lang of SPEECHES) {
      inBrowser(`have no accessibility violation in any theme (${lang})`, async () => {
        const { page } = await openWatchedPage();
        await setLook(page, { lang, theme: 'light' });
        await page.setBypassCSP(true);
        const all: Troubles = {};
        const lookAt = async (screen: string): Promise<unknown> => Object.assign(all, await findTroubles(page, screen));
        const { notes, hostile } = writeOddFiles();

        await page.goto(`${siteOrigin()}/standalone.html`);
        await page.waitForSelector('.page-drop');
        const open = async (path: string): Promise<void> =>
          ((await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>).uploadFile(path);
        await open(hostile);
        await page.waitForSelector('.ms-MessageBar');
        await lookAt('refused');
        await open(notes);
        await page.waitForFunction(() =>
          /还没有可以分析的数据|nothing to analyse/.test(document.querySelector('.pane h2')?.textContent ?? ''),
        );
        await lookAt('nothing to analyse');
        await openSample(page, siteOrigin());
        for (const theme of THEMES) {
          // Begun and cancelled in each theme: the words of the failure are looked at in the last.
          const work = await holdWork(page);
          await (theme === THEMES[0] ? pressPrimary(page) : page.click('.failure .buttons button'));
          await page.waitForSelector('.pane-foot button:not(.ms-Button--primary)');
          await work.reached;
          Object.assign(all, await findTroublesIn(page, theme, 'working'));
          await page.click('.pane-foot button');
          await work.goOn();
          await failureOf(page);
        }
        await lookAt('cancelled');

        for (const name of ['help.html', 'notice.html#%E5%B7%B2%E5%88%B7%E6%96%B0']) {
          await page.goto(`${siteOrigin()}/${name}`);
          await lookAt(name);
        }
        // Neither our script nor Office.js comes: what stands in the page itself, all of it shown.
        await page.setRequestInterception(true);
        page.on('request', (request) => {
          void (request.resourceType() === 'script' ? request.abort() : request.continue());
        });
        await page.goto(`${siteOrigin()}/taskpane.html`);
        await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
        await lookAt('without script');
        expect(all).toEqual({});
        await page.close();
      });
    }
  });

  describe('the pane when something goes wrong in Excel', () => {
    inBrowser(
      'tells each refusal in words, brings the focus to it, and goes on afterwards',
      async () => {
        const { page } = await openWatchedPage();
        await openPaneOn(page, await readSampleSheets());
        await waitUntilReady(page);
        const found: Found = {};

        await inExcel(page, 'window.standIn.excel.workbook.Protection.Protected = true;');
        await pressPrimary(page);
        expect(await failureOf(page)).toContain('工作簿结构受保护');
        expect(await focused(page)).toContain('工作簿结构受保护');
        found['protected'] = await findViolations(page);
        await inExcel(page, 'window.standIn.excel.workbook.Protection.Protected = false;');

        // Excel breaks off while it writes: the first message that adds a sheet is refused.
        await inExcel(
          page,
          `window.standIn.excel.processor.faultFor = (index, request) =>
           JSON.stringify(request).includes('KelanTable_') ? { kind: 'before', code: 'GeneralException' } : undefined;`,
        );
        await page.click('.failure .buttons button');
        await page.waitForSelector('.pane-foot button:not(.ms-Button--primary)');
        expect(await failureOf(page)).toContain('Excel 拒绝了一步操作');
        found['write failure'] = await findViolations(page);
        await inExcel(page, 'window.standIn.excel.processor.faultFor = undefined;');

        // Again, and she thinks better of it.
        await page.click('.failure .buttons button');
        await page.waitForSelector('.pane-foot button:not(.ms-Button--primary)');
        await page.click('.pane-foot button');
        expect(await failureOf(page)).toContain('已按您的要求取消');
        found['cancelled'] = await findViolations(page);

        await pressRefresh(page);
        await page.waitForFunction(() => document.querySelector('.pane h2')?.textContent?.includes('已刷新'));
        expect(await focused(page)).toContain('已刷新');
        found['done'] = await findViolations(page);
        expect(troubled(found)).toEqual([]);
        await page.close();
      },
      6,
    );

    inBrowser('says what is missing where no sheet can be analysed', async () => {
      const { page } = await openWatchedPage();
      await openPaneOn(page, [{ name: '便条', rows: [['周五开会']] }]);
      await page.waitForFunction(() =>
        document.querySelector('.pane h2')?.textContent?.includes('还没有可以分析的数据'),
      );
      expect(await findViolations(page)).toEqual([]);
      await page.close();
    });

    inBrowser('has no violation where Office.js cannot be reached', async () => {
      const { page } = await openWatchedPage();
      await page.setBypassCSP(true);
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        void (request.url().includes('/office-js/') ? request.abort() : request.continue());
      });
      await page.goto(`${siteOrigin()}/taskpane.html`);
      expect(await failureOf(page)).toContain('与 Excel 的连接中断');
      expect(await findViolations(page)).toEqual([]);
      await page.close();
    });
  });

  describe('what changed since the refresh before', () => {
    inBrowser(
      'an amount typed by hand moves the figures; a link leads to the client’s row',
      async () => {
        const { page } = await openWatchedPage();
        const sheets = await readSampleSheets();
        await openPaneOn(page, sheets);
        await waitUntilReady(page);
        await pressRefresh(page);
        const sales = sheets.find(({ name }) => name === '销售明细')!;
        const head = sales.rows.findIndex((row) => row.includes('金额'));
        const column = sales.rows[head]!.indexOf('金额');
        // Half a million is more than any client of the sample buys.
        const row = sales.rows.findIndex((cells) => isLine(cells, column));
        const before = Number(sales.rows[row]![column]);
        await inExcel(
          page,
          `window.standIn.excel.workbook.findSheet('销售明细').typeIn(${row}, ${column}, ${before + 500_000});`,
        );
        await pressRefresh(page);
        // The look around after the first refresh, still under way, may not end the second one on the screen.
        expect(await textOf(page, '.pane h3')).toContain('与上次');
        const words = await textOf(page, '.pane .screen');
        expect(words).toContain('+500,000.00');
        expect(words).toMatch(/家客户改变了等级/);

        await page.click('.pane .screen section li .ms-Link');
        const client = await textOf(page, '.pane .screen section li .ms-Link');
        await page.waitForFunction(`window.standIn.excel.workbook.sheets.some((sheet) => sheet.Name === '客户等级')`);
        const place = await page.$eval('.pane .screen section li .ms-Link', (link) => link.getAttribute('title'));
        const at = Number(/\d+$/.exec(place ?? '')?.[0]);
        const values = await page.evaluate(() =>
          (window as unknown as { standIn: PageStandIn }).standIn.valuesOf('客户等级'),
        );
        expect(values[at - 1]).toContain(client);
        await page.close();
      },
      6,
    );

    inBrowser('hands out the call plan as a calendar file of each person', async () => {
      const { page } = await openWatchedPage();
      await setLook(page, { lang: 'zh-CN', theme: 'light' });
      await page.evaluateOnNewDocument(`
        window.handed = [];
        HTMLAnchorElement.prototype.click = function () {
          void fetch(this.href).then((answer) => answer.text()).then((text) => window.handed.push([this.download, text]));
        };`);
      await page.setBypassCSP(true);
      await openSample(page, siteOrigin());
      await pressRefresh(page);
      const exporter = await page.waitForSelector('.pane [aria-label^="导出"][aria-label$="的计划"]');
      const rep = /^导出(.*)的计划$/.exec(
        (await exporter!.evaluate((one) => one.getAttribute('aria-label'))) ?? '',
      )![1];
      await clickWhenStill(exporter!);
      await page.waitForFunction('window.handed.length === 1');
      const [[name, text]] = (await page.evaluate('window.handed')) as [[string, string]];
      expect(name).toBe(`${rep}.ics`);
      expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/);
      expect(text).toContain('BEGIN:VEVENT');
      await page.close();
    });

    inBrowser('reaches the refresh with few keys on a second visit', async () => {
      const { page } = await openWatchedPage();
      const sheets = await readSampleSheets();
      await openPaneOn(page, sheets);
      await waitUntilReady(page);
      await page.keyboard.press('Tab');
      expect(await focused(page)).toContain('跳到');
      await page.keyboard.press('Enter');
      expect(await focused(page)).toContain('刷新报表');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelector('.pane h2')?.textContent?.includes('已刷新'));
      await page.close();
    });
  });
}
