import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { clickWhenStill, pressRefresh, setLook, textOf, waitUntilReady } from './drive';
import { findTroubles } from './find-troubles';
import { inBrowser, openWatchedPage, siteOrigin } from './stage';

const HEADERS = '日期,客户名称,订单号,金额';
/** 100 + 250 for 绿源饲料 and 60 for 华丰农资 in one year, 90 for 华丰农资 in the next: 350 and 150, 500 together. */
const FIRST = [HEADERS, '2025-01-05,绿源饲料,A1,100', '2025-02-06,绿源饲料,A2,250', '2025-03-07,华丰农资,A3,60'];
const SECOND = [HEADERS, '2025-11-08,华丰农资,B1,90', '没有这一天,华丰农资,B2,7'];

function writeFiles(): {
  readonly first: string;
  readonly second: string;
  readonly again: string;
  readonly odd: string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'kelan-several-'));
  mkdirSync(join(folder, '华东'));
  const write = (name: string, lines: readonly string[]): string => {
    const path = join(folder, name);
    writeFileSync(path, lines.join('\n'));
    return path;
  };
  return {
    first: write('1-上半年.csv', FIRST),
    second: write('2-下半年.csv', SECOND),
    again: write('华东/2-下半年.csv', SECOND),
    odd: write('3-坏文件.xlsx', ['this is no workbook']),
  };
}

async function openFiles(page: Page, paths: readonly string[]): Promise<void> {
  const picker = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
  await picker.uploadFile(...paths);
}

const waitForWords = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.body.textContent?.includes(wanted), {}, words);

export function checkSeveralFiles(): void {
  describe('several files on the page', () => {
    inBrowser('are read as one, each line once, and the reports go into the first', async () => {
      const { page, errors } = await openWatchedPage();
      await setLook(page, { lang: 'zh-CN', theme: 'light' });
      await page.setBypassCSP(true);
      const { first, second, again } = writeFiles();
      await page.goto(`${siteOrigin()}/standalone.html`);
      await page.waitForSelector('.page-drop');
      // Picked up in any order; one of them twice, from two folders.
      await openFiles(page, [second, first, again]);
      await waitForWords(page, '报表写进“1-上半年.csv”；一起读的还有：2-下半年.csv、2-下半年.csv (2)。');
      await waitUntilReady(page);
      expect(await findTroubles(page, 'several files')).toEqual({});
      await pressRefresh(page);
      const words = await textOf(page, '.pane');
      expect(words).toContain('净销售额 500.00');
      expect(words).toContain('[2-下半年.csv]数据”里也有（合计90.00）');
      // What is wrong in the second lies in no sheet that is shown here; its link says so.
      const links = await page.$$('.pane .ms-Link');
      for (const link of links) {
        if ((await link.evaluate((one) => one.textContent)) !== '[2-下半年.csv]数据!A3') continue;
        await clickWhenStill(link);
        break;
      }
      await waitForWords(page, '[2-下半年.csv]数据 的 A3 在另一个文件里');
      expect(errors).toEqual([]);
      await page.close();
    });

    inBrowser('are refused with the name of the one that cannot be read, and the next try goes on', async () => {
      const { page } = await openWatchedPage();
      await setLook(page, { lang: 'zh-CN', theme: 'light' });
      const { first, second, odd } = writeFiles();
      await page.goto(`${siteOrigin()}/standalone.html`);
      await page.waitForSelector('.page-drop');
      await openFiles(page, [first, odd]);
      await page.waitForSelector('.ms-MessageBar--error, .ms-MessageBar');
      expect(await textOf(page, '.ms-MessageBar')).toContain('“3-坏文件.xlsx”：这个文件不是 Excel 工作簿');
      await openFiles(page, [first, second]);
      await waitForWords(page, '一起读的还有：2-下半年.csv。');
      await waitUntilReady(page);
      await page.close();
    });
  });
}
