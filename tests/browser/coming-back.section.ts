import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { ElementHandle, Page } from 'puppeteer-core';
import { openXlsxFile } from '../../src/cli/open-xlsx-file';
import { runReport } from '../../src/cli/run-report';
import { dayOf } from '../../src/core/model/day';
import { clickWhenStill, goToStep, openSample, setLook, textOf, waitUntilReady } from './drive';
import { findTroubles } from './find-troubles';
import { inBrowser, openWatchedPage, siteOrigin } from './stage';

const SAMPLE = join(__dirname, '../../assets/kelan-sample.xlsx');

/** The sample with its reports, as it was saved some day. */
async function writeRefreshed(): Promise<string> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const streams = { out, err } as unknown as Parameters<typeof runReport>[1];
  const path = join(mkdtempSync(join(tmpdir(), 'kelan-back-')), 'refreshed.xlsx');
  const clock = { today: dayOf(2026, 9, 30), now: '2026-09-30 09:12', version: '0.0.0' };
  if ((await runReport([SAMPLE, '-o', path], streams, openXlsxFile, clock)) !== 0) throw new Error(String(err.read()));
  return path;
}

async function openFile(page: Page, path: string): Promise<void> {
  await page.goto(`${siteOrigin()}/standalone.html`);
  await page.waitForSelector('.page-drop');
  const picker = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
  await picker.uploadFile(path);
  await waitUntilReady(page);
}

const selectedTab = (page: Page): Promise<string> => textOf(page, '.pane [role=tab][aria-selected=true]');

export function checkComingBack(): void {
  describe('whoever comes back', () => {
    inBrowser(
      'finds first what to do, what has changed and what to say; a new workbook begins with its data',
      async () => {
        const { page, errors } = await openWatchedPage();
        await setLook(page, { lang: 'zh-CN', theme: 'light' });
        await page.setBypassCSP(true);
        await openSample(page, siteOrigin());
        expect(await selectedTab(page)).toContain('数据');
        await openFile(page, await writeRefreshed());
        expect(await selectedTab(page)).toContain('今天');
        await page.waitForSelector('.pane .screen h3');
        const words = await textOf(page, '.pane .screen');
        expect(words).toContain('要联络的');
        expect(words).toContain('与上次（2026-09-30 09:12）相比');
        expect(words).toContain('会上先说这几件事');
        expect(words).toContain('牧谷生物饲料有限公司：逾期 118.5 万');
        expect(await findTroubles(page, 'today')).toEqual({});
        // The tabs stay where they are while the screen under them scrolls.
        const topOfTabs = (): Promise<number> =>
          page.$eval('.pane [role=tablist]', (tabs) => Math.round(tabs.getBoundingClientRect().top));
        const before = await topOfTabs();
        await page.$eval('.pane-body', (body) => body.scrollTo(0, body.scrollHeight));
        expect(await page.$eval('.pane-body', (body) => body.scrollTop)).toBeGreaterThan(0);
        expect(await topOfTabs()).toBe(before);
        await goToStep(page, 0);
        expect(await selectedTab(page)).toContain('数据');
        expect(errors).toEqual([]);
        await page.close();
      },
    );

    inBrowser('has at least half of a small pane for the screen itself', async () => {
      const { page } = await openWatchedPage();
      await setLook(page, { lang: 'en-US', theme: 'light' });
      await openFile(page, await writeRefreshed());
      await page.setViewport({ width: 320, height: 640 });
      const heights = await page.evaluate(() => ({
        body: document.querySelector('.pane-body')!.clientHeight,
        tabs: document.querySelector('.pane [role=tablist]')!.clientHeight,
        pane: document.querySelector('.pane')!.clientHeight,
      }));
      expect(heights.body - heights.tabs).toBeGreaterThanOrEqual(320);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.close();
    });

    inBrowser('sees all columns of a sheet at once where she asks for it', async () => {
      const { page } = await openWatchedPage();
      await setLook(page, { lang: 'zh-CN', theme: 'light' });
      await openFile(page, await writeRefreshed());
      await page.waitForSelector('.grid-chart canvas');
      const wide = await page.$eval('.grid', (grid) => grid.scrollWidth - grid.clientWidth);
      await clickWhenStill((await page.$('.sheet-fit'))!);
      const right = await page.$eval('.grid', (grid) => {
        const edge = grid.getBoundingClientRect().left + grid.clientWidth;
        return (
          Math.max(...[...grid.querySelectorAll('.grid-chart')].map((one) => one.getBoundingClientRect().right)) - edge
        );
      });
      expect(wide).toBeGreaterThan(0);
      expect(right).toBeLessThanOrEqual(0);
      await page.close();
    });
  });
}
