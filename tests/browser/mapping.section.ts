import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { PageSheet } from '../office-host/browser/stand-in-page';
import { clickWhenStill, pressRefresh, setLook, textOf, waitUntilReady } from './drive';
import { openPaneOn } from './open-pane-on';
import { findViolations, inBrowser, openWatchedPage, siteOrigin } from './stage';

/** Headers that mean nothing: two clients, 100 + 250 and 60. */
const LINES: readonly (readonly (string | number)[])[] = [
  ['A', 'B', 'C', 'D'],
  ['x1', '绿源饲料', '2025-01-05', 100],
  ['x2', '绿源饲料', '2025-02-06', 250],
  ['x3', '华丰农资', '2025-03-07', 60],
];

const waitUntilNothing = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector('.pane h2')?.textContent === '还没有可以分析的数据');

/** Opens a drop-down and takes the option with this text; a list that slides open is not aimed at with the mouse. */
async function choose(page: Page, dropdown: ElementHandle, option: string): Promise<void> {
  await clickWhenStill(dropdown);
  await page.waitForSelector('.ms-Dropdown-items button');
  for (const button of await page.$$('.ms-Dropdown-items button')) {
    if ((await button.evaluate((element) => element.textContent)) !== option) continue;
    await button.evaluate((element) => (element as HTMLElement).click());
    await page.waitForSelector('.ms-Dropdown-items', { hidden: true });
    return;
  }
  throw new Error(`no option "${option}"`);
}

/** Says what the sheet is and what three of its columns are, as a person does. */
async function mapByHand(page: Page): Promise<void> {
  await waitUntilNothing(page);
  // The only sheet that there is stands open, with its columns and samples.
  await page.waitForSelector('.card-body .ms-Dropdown');
  expect(await textOf(page, '.card-body')).toContain('绿源饲料');
  await choose(page, (await page.$('.card-body .ms-Dropdown'))!, '交易');
  await page.waitForSelector('.card-body .row button');
  for (const [row, field] of [
    [1, '客户名称'],
    [2, '日期'],
    [3, '金额'],
  ] as const) {
    const pencils = await page.$$('.card-body .row button');
    await clickWhenStill(pencils[row]!);
    await page.waitForSelector('.card-body .row .ms-Dropdown');
    await choose(page, (await page.$('.card-body .row .ms-Dropdown'))!, field);
    await page.waitForFunction(
      (wanted) =>
        document.querySelector('.pane-foot button.ms-Button--primary:not([disabled])') !== null ||
        [...document.querySelectorAll('.card-body .row strong')].some((strong) => strong.textContent === wanted),
      {},
      field,
    );
  }
  await waitUntilReady(page);
}

export function checkMapping(): void {
  describe('a sheet with headers that mean nothing', () => {
    inBrowser(
      'is mapped by hand on the page, from a text table, and gives reports in a new workbook',
      async () => {
        const { page, errors } = await openWatchedPage();
        await setLook(page, { lang: 'zh-CN', theme: 'light' });
        await page.setBypassCSP(true);
        const path = join(mkdtempSync(join(tmpdir(), 'kelan-map-')), '导出.csv');
        writeFileSync(path, LINES.map((line) => line.join(',')).join('\n'));
        await page.goto(`${siteOrigin()}/standalone.html`);
        await page.waitForSelector('.page-drop');
        await ((await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>).uploadFile(path);
        await page.waitForSelector('.ms-MessageBar');
        expect(await textOf(page, '.ms-MessageBar')).toContain('这个文件是文本表格');
        await mapByHand(page);
        expect(await findViolations(page)).toEqual([]);
        await pressRefresh(page);
        await page.waitForFunction(() => document.querySelector('.page-book')?.textContent?.includes('客户等级'));
        expect(errors).toEqual([]);
        await page.close();
      },
      6,
    );

    inBrowser(
      'is proposed by what stands in its columns, with why and samples, and read with one click',
      async () => {
        const { page } = await openWatchedPage();
        await setLook(page, { lang: 'zh-CN', theme: 'light' });
        await openPaneOn(page, [{ name: '表', rows: LINES }]);
        await waitUntilNothing(page);
        await page.waitForSelector('.card-body .plain-list');
        const shown = await textOf(page, '.card-body');
        expect(shown).toContain('按内容看可能是「交易」');
        expect(shown).toContain('例：2025-01-05、2025-02-06、2025-03-07');
        expect(shown).toContain('100%是日期（把握 55%）');
        expect(await findViolations(page)).toEqual([]);
        for (const button of await page.$$('.card-body button'))
          if ((await button.evaluate((element) => element.textContent)) === '就按这样读取')
            await clickWhenStill(button);
        await waitUntilReady(page);
        await pressRefresh(page);
        expect(await textOf(page, '.pane')).toContain('客户等级');
        await page.close();
      },
      6,
    );

    inBrowser(
      'is mapped by hand in the pane over Excel, and gives reports',
      async () => {
        const { page } = await openWatchedPage();
        await setLook(page, { lang: 'zh-CN', theme: 'light' });
        const sheet: PageSheet = { name: '表', rows: LINES };
        await openPaneOn(page, [sheet]);
        await mapByHand(page);
        await pressRefresh(page);
        expect(await textOf(page, '.pane')).toContain('客户等级');
        await page.close();
      },
      6,
    );
  });
}
