import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { clockAt } from '../../src/app/clock';
import { refresh } from '../../src/app/refresh';
import { openXlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../src/hosts/xlsx/zip/byte-source';
import { serveFolder } from './browser-run';
import { pressRefresh, setLook, textOf, waitUntilReady } from './drive';
import { SAMPLE } from './sample-sheets';
import { inBrowser, openWatchedPage, siteFolder, siteOrigin } from './stage';

const NOT_LOADED = '日本的节假日没有加载成功';

/** The sample whose 参数 sheet asks for Japan's calendar. */
async function writeJapaneseSample(): Promise<string> {
  const host = await openXlsxHost(memorySource(readFileSync(SAMPLE)));
  await refresh(host, {
    clock: clockAt(2026, 10, 1, 9, 0, '0.0.0'),
    lang: 'zh',
    settings: { 'plan.calendar': 'JP' },
    reports: ['settings'],
  });
  const chunks: Uint8Array[] = [];
  await host.save((chunk) => void chunks.push(chunk.slice()));
  const path = join(mkdtempSync(join(tmpdir(), 'kelan-japan-')), '日本.xlsx');
  writeFileSync(path, Buffer.concat(chunks));
  return path;
}

/** The site without the chunk of the holidays, as a browser has it that never fetched it and is offline now. */
function copySiteWithoutHolidays(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kelan-bare-site-'));
  cpSync(siteFolder(), folder, { recursive: true });
  // Switzerland's national day stands in the library's data and nowhere else.
  const holding = readdirSync(folder).filter(
    (name) => name.endsWith('.js') && readFileSync(join(folder, name), 'utf8').includes('Bundesfeiertag'),
  );
  if (holding.length !== 1) throw new Error(`${holding.length} files hold the holidays`);
  rmSync(join(folder, holding[0]!));
  return folder;
}

async function refreshOn(
  origin: string,
  path: string,
): Promise<{ words: string; errors: readonly string[]; page: Page }> {
  const { page, errors } = await openWatchedPage();
  await setLook(page, { lang: 'zh-CN', theme: 'light' });
  await page.goto(`${origin}/standalone.html`);
  await page.waitForSelector('.page-drop');
  const picker = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
  await picker.uploadFile(path);
  await waitUntilReady(page);
  await pressRefresh(page);
  return { words: await textOf(page, 'body'), errors, page };
}

export function checkCountryHolidays(): void {
  describe('holidays of another country', () => {
    inBrowser('are fetched when they are chosen, under the policy of the page', async () => {
      const { words, errors, page } = await refreshOn(siteOrigin(), await writeJapaneseSample());
      expect(words).not.toContain(NOT_LOADED);
      expect(errors).toEqual([]);
      await page.close();
    });

    inBrowser('are missed by nobody else, and missed in words', async () => {
      const site = await serveFolder(copySiteWithoutHolidays());
      const chinese = await refreshOn(site.origin, SAMPLE);
      expect(chinese.words).not.toContain('没有加载成功');
      expect(chinese.errors).toEqual([]);
      await chinese.page.close();
      const japanese = await refreshOn(site.origin, await writeJapaneseSample());
      expect(japanese.words).toContain(NOT_LOADED);
      await japanese.page.close();
      site.close();
    });
  });
}
