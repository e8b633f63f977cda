import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ElementHandle } from 'puppeteer-core';
import { openXlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../src/hosts/xlsx/zip/byte-source';
import type { PageStandIn } from '../office-host/browser/stand-in-page';
import { buildStandIn } from './build-site';
import { checkComingBack } from './coming-back.section';
import { checkCountryHolidays } from './country-holidays.section';
import { clickWhenStill, goToStep, openSample, pressRefresh, setLook, SPEECHES, textOf, waitUntilReady } from './drive';
import { findTroubles, type Troubles } from './find-troubles';
import { checkMapping } from './mapping.section';
import { openPane } from './open-pane';
import { checkPaneStates } from './pane-states.section';
import { checkRealWorkbooks } from './real-workbooks.section';
import { readSampleSheets, SAMPLE } from './sample-sheets';
import { checkSaving } from './saving.section';
import { checkSeveralFiles } from './several-files.section';
import { inBrowser, MINUTES, openWatchedPage, setStage, siteFolder, siteOrigin } from './stage';

const PANE_BYTES = 250 * 1024;

setStage();

describe('the production build', () => {
  inBrowser('loads at most 250 kB, gzipped, for the first screen of the pane', async () => {
    const html = readFileSync(join(siteFolder(), 'taskpane.html'), 'utf8');
    const own = [...html.matchAll(/(?:src|href)="?([^"\s>]+\.(?:js|css))(?=["\s>])/g)]
      .map((match) => match[1]!)
      .filter((path) => !path.startsWith('office-js/') && !path.startsWith('https:'));
    expect(own.length).toBeGreaterThan(1);
    const bytes = own.reduce((sum, path) => sum + gzipSync(readFileSync(join(siteFolder(), path))).length, 0);
    expect(bytes).toBeLessThanOrEqual(PANE_BYTES);
    await Promise.resolve();
  });

  inBrowser('says what to do on pages whose script never loads', async () => {
    const { page } = await openWatchedPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(`${siteOrigin()}/taskpane.html`);
    const words = await textOf(page, 'body');
    for (const cure of ['重新打开', 'Wef', 'msedgewebview2.exe']) expect(words).toContain(cure);
    expect((await page.goto(`${siteOrigin()}/help.html`))?.status()).toBe(200);
    expect(await textOf(page, 'body')).toContain('msedgewebview2.exe');
    await page.close();
  });
});

describe('the page without Excel', () => {
  inBrowser('opens, refreshes and saves the sample, and asks no one else for anything', async () => {
    const { page, strangers, errors } = await openWatchedPage();
    await setLook(page, { lang: 'zh-CN', theme: 'light' });
    const downloads = mkdtempSync(join(tmpdir(), 'kelan-saved-'));
    const session = await page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    await page.evaluateOnNewDocument(() => {
      Object.defineProperty(window, 'showSaveFilePicker', { value: undefined });
    });
    await openSample(page, siteOrigin());
    await pressRefresh(page);
    await page.waitForFunction(() => document.querySelectorAll('.grid-chart canvas').length > 0);
    const tabs = await page.$$eval('.sheet-tabs [role=tab]', (all) => all.map((tab) => tab.textContent));
    expect(tabs).toEqual(expect.arrayContaining(['销售明细', '概览', '客户等级', '数据检查', '参数']));

    const [, saveButton] = await page.$$('.page-head button');
    await clickWhenStill(saveButton!);
    await page.waitForFunction(() =>
      document.querySelector('.page-head [role=status]')?.textContent?.includes('已保存'),
    );
    const deadline = Date.now() + MINUTES;
    let saved: string | undefined;
    while (saved === undefined && Date.now() < deadline) {
      saved = readdirSync(downloads).find((name) => name.endsWith('.kelan.xlsx'));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const host = await openXlsxHost(memorySource(new Uint8Array(readFileSync(join(downloads, saved!)))));
    const { sheets } = await host.describe();
    const before = await openXlsxHost(memorySource(new Uint8Array(readFileSync(SAMPLE))));
    const hers = (await before.describe()).sheets.map(({ name }) => name);
    expect(sheets.filter(({ report }) => !report).map(({ name }) => name)).toEqual(hers);
    expect(sheets.filter(({ report }) => report).map(({ report }) => report!.id)).toEqual(
      expect.arrayContaining(['overview', 'clientTiers', 'dataCheck', 'settings', 'refreshLog']),
    );
    expect(strangers).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  inBrowser('finds a client by the initials of its pinyin and shows it on a card', async () => {
    const { page, errors } = await openWatchedPage();
    await setLook(page, { lang: 'zh-CN', theme: 'light' });
    await openSample(page, siteOrigin());
    await page.type('.pane [role=search] input', 'lysl');
    await page.waitForSelector('.pane .screen li .ms-Link');
    await page.click('.pane .screen li .ms-Link');
    await page.waitForSelector('.pane dl');
    expect(await textOf(page, '.pane dl')).toContain('等级');
    expect(errors).toEqual([]);
    await page.close();
  });

  inBrowser('tries out a threshold without writing anything', async () => {
    const { page } = await openWatchedPage();
    await setLook(page, { lang: 'en-US', theme: 'light' });
    await openSample(page, siteOrigin());
    await goToStep(page, 1);
    await page.waitForSelector('.pane .card .row');
    const before = await textOf(page, '.pane .card');
    expect(before).toContain('No client would move.');
    const [cutOne] = await page.$$('.pane .ms-TextField-suffix');
    const input = await cutOne!.evaluateHandle((suffix) => suffix.parentElement!.querySelector('input')!);
    await input.click({ clickCount: 3 });
    // Nothing is taken while it is being typed; what is out of bounds holds Refresh until it is put right.
    await page.keyboard.type('999');
    await page.waitForFunction(() =>
      document.querySelector('.pane-foot')?.textContent?.includes('Put right 1 setting'),
    );
    expect(await textOf(page, '.pane .card')).toContain('No client would move.');
    await page.keyboard.press('Escape');
    await input.click({ clickCount: 3 });
    await page.keyboard.type('50');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      /clients? would move:/.test(document.querySelector('.pane .card')?.textContent ?? ''),
    );
    expect(await textOf(page, '.pane-foot')).toContain('No reports have been made');
    await page.close();
  });

  inBrowser('refuses what is no workbook in words and goes on', async () => {
    const { page } = await openWatchedPage();
    await setLook(page, { lang: 'zh-CN', theme: 'light' });
    await page.goto(`${siteOrigin()}/standalone.html`);
    await page.waitForSelector('.page-drop');
    const picker = (await page.$('input[type=file]'))!;
    await (picker as ElementHandle<HTMLInputElement>).uploadFile(join(siteFolder(), 'manifest.xml'));
    await page.waitForSelector('.ms-MessageBar');
    const words = await textOf(page, '.ms-MessageBar');
    expect(words).toContain('不是 Excel 工作簿');
    expect(words).toContain('没有任何改动');
    await page.close();
  });

  inBrowser('is used by keyboard alone', async () => {
    const { page } = await openWatchedPage();
    await setLook(page, { lang: 'zh-CN', theme: 'light' });
    await page.goto(`${siteOrigin()}/standalone.html`);
    await page.waitForSelector('.page-drop');
    const focusOn = async (words: string): Promise<void> => {
      for (let presses = 0; presses < 120; presses++) {
        const focused = await page.evaluate(() =>
          document.activeElement?.matches('button') ? (document.activeElement.textContent ?? '') : '',
        );
        // An icon is a letter of its own font before the words.
        if (focused.trim().endsWith(words)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`The focus never reached “${words}”`);
    };
    await focusOn('用示例工作簿试一试');
    await page.keyboard.press('Enter');
    await waitUntilReady(page);
    await focusOn('数据');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      document.querySelector('.pane [role=tab][aria-selected=true]')?.textContent?.includes('参数'),
    );
    await focusOn('刷新报表');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.pane h2')?.textContent?.includes('已刷新'));
    await page.close();
  });

  for (const lang of SPEECHES) {
    inBrowser(`has no accessibility violation on any screen, in any theme (${lang})`, async () => {
      const { page } = await openWatchedPage();
      await setLook(page, { lang, theme: 'light' });
      await page.setBypassCSP(true);
      const found: Troubles = {};
      const lookAt = async (screen: string): Promise<unknown> => Object.assign(found, await findTroubles(page, screen));
      await page.goto(`${siteOrigin()}/standalone.html`);
      await page.waitForSelector('.page-drop');
      await lookAt('start');
      await openSample(page, siteOrigin());
      await page.click('.pane .card button[aria-expanded]');
      await lookAt('data');
      for (const [step, name] of ['settings', 'reports'].entries()) {
        await goToStep(page, step + 1);
        await page.waitForSelector('.pane .screen');
        await lookAt(name);
      }
      await pressRefresh(page);
      await lookAt('result');
      await page.type('.pane [role=search] input', 'sl');
      await page.waitForSelector('.pane .screen li .ms-Link');
      await lookAt('search');
      await page.click('.pane .screen li .ms-Link');
      await page.waitForSelector('.pane dl');
      await lookAt('card');
      expect(found).toEqual({});
      await page.close();
    });
  }
});

describe('the pane over the stand-in Excel', () => {
  inBrowser(
    'recognises and refreshes the sample under the real Office.js and the security policy',
    async () => {
      const { page, strangers, errors } = await openWatchedPage();
      await page.setViewport({ width: 320, height: 720 });
      await openPane(page, siteOrigin(), await buildStandIn(), await readSampleSheets());
      await waitUntilReady(page);
      expect(await textOf(page, '.pane h2')).toContain('张数据表');
      await pressRefresh(page);
      await page.waitForFunction(() => document.querySelector('.pane h2')?.textContent?.includes('已刷新'));
      const names = await page.evaluate(() => (window as unknown as { standIn: PageStandIn }).standIn.sheetNames());
      expect(names).toEqual(expect.arrayContaining(['概览', '客户等级', '数据检查', '参数', '刷新记录']));
      expect(await page.evaluate(() => (window as unknown as { standIn: PageStandIn }).standIn.complaints())).toEqual(
        [],
      );
      expect(strangers).toEqual([]);
      expect(errors).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.close();
    },
    6,
  );

  inBrowser('tells in words that Office.js cannot be reached', async () => {
    const { page } = await openWatchedPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      void (request.url().includes('/office-js/') ? request.abort() : request.continue());
    });
    await page.goto(`${siteOrigin()}/taskpane.html`);
    await page.waitForSelector('.ms-MessageBar');
    const words = await textOf(page, '.ms-MessageBar');
    expect(words).toContain('与 Excel 的连接中断');
    expect(words).toContain('三种处理方法');
    await page.close();
  });
});

checkSaving();
checkPaneStates();
checkCountryHolidays();
checkMapping();
checkSeveralFiles();
checkComingBack();
checkRealWorkbooks();
