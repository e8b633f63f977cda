import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { openXlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../src/hosts/xlsx/zip/byte-source';
import { clickWhenStill, pressRefresh, setLook, textOf, waitUntilReady } from './drive';
import { SAMPLE } from './sample-sheets';
import { inBrowser, openWatchedPage, siteOrigin } from './stage';

/** Stands for the browser's own window: how it answers is set by the test. */
const PICKER = `
  window.place = { content: 'the old file', mode: 'write', aborted: 0 };
  window.showSaveFilePicker = async (options) => {
    const place = window.place;
    place.suggested = options.suggestedName;
    if (place.mode === 'abort') throw new DOMException('closed', 'AbortError');
    return {
      name: options.suggestedName,
      async createWritable() {
        let beside;
        return {
          async write(blob) {
            if (place.mode === 'full') throw new DOMException('no room', 'QuotaExceededError');
            beside = new Uint8Array(await blob.arrayBuffer());
          },
          async close() { place.content = beside; },
          async abort() { place.aborted++; },
        };
      },
    };
  };`;

async function openFile(page: Page, path: string): Promise<void> {
  const picker = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
  await picker.uploadFile(path);
}

async function pressSave(page: Page): Promise<void> {
  const save = await page.waitForSelector('.page-head button.ms-Button--primary:not([disabled])');
  await clickWhenStill(save!);
}
const place = (page: Page, what: string): Promise<unknown> => page.evaluate(`window.place.${what}`);

export function checkSaving(): void {
  describe('saving from the page', () => {
    inBrowser('refreshes and saves a file without a network once it is loaded', async () => {
      const { page, strangers, errors } = await openWatchedPage();
      await setLook(page, { lang: 'zh-CN', theme: 'light' });
      await page.evaluateOnNewDocument(PICKER);
      await page.goto(`${siteOrigin()}/standalone.html`, { waitUntil: 'networkidle0' });
      await page.waitForSelector('.page-drop');
      await page.setOfflineMode(true);
      const copy = join(mkdtempSync(join(tmpdir(), 'kelan-offline-')), '离线.xlsx');
      writeFileSync(copy, readFileSync(SAMPLE));
      await openFile(page, copy);
      await waitUntilReady(page);
      await pressRefresh(page);
      await page.waitForFunction(() => document.querySelectorAll('.grid-chart canvas').length > 0);
      expect(await textOf(page, '.page-head [role=status]')).toContain('有未保存的报表');

      // She closes the window: nothing is written, nothing is said to have failed, and the button stays.
      await page.evaluate(`window.place.mode = 'abort'`);
      await pressSave(page);
      await page.waitForFunction(`window.place.suggested === '离线.kelan.xlsx'`);
      expect(await place(page, 'content')).toBe('the old file');
      expect(await page.$('.ms-MessageBar')).toBeNull();

      // The disk is full in the middle: the old file stays whole, and she is told.
      await page.evaluate(`window.place.mode = 'full'`);
      await pressSave(page);
      await page.waitForSelector('.ms-MessageBar');
      const words = await textOf(page, '.ms-MessageBar');
      expect(words).toContain('结果写不进去');
      expect(words).toContain('原文件没有任何改动');
      expect(words).toContain('QuotaExceededError');
      expect(await place(page, 'content')).toBe('the old file');
      expect(await place(page, 'aborted')).toBe(1);

      await page.evaluate(`window.place.mode = 'write'`);
      await pressSave(page);
      await page.waitForFunction(() =>
        document.querySelector('.page-head [role=status]')?.textContent?.includes('已保存'),
      );
      const saved = (await page.evaluate(`Array.from(window.place.content)`)) as number[];
      const host = await openXlsxHost(memorySource(Uint8Array.from(saved)));
      const { sheets } = await host.describe();
      expect(sheets.filter(({ report }) => report).length).toBeGreaterThan(10);
      expect(strangers).toEqual([]);
      expect(errors).toEqual([]);
      await page.close();
    });
  });
}
