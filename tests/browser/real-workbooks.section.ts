import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { openXlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../src/hosts/xlsx/zip/byte-source';
import { hasSharedWorkbook, SHARED_DATA } from '../support/shared-workbook';
import { clickWhenStill, pressRefresh, setLook, textOf } from './drive';
import { inBrowser, MINUTES, openWatchedPage, siteOrigin } from './stage';

/** What becomes of a workbook on the page: reports, a list of what is missing, or a refusal in words. */
type Fate = 'refreshed' | 'nothing to analyse' | 'refused';

/** Real workbooks and what their owners would see. */
const WORKBOOKS: readonly (readonly [file: string, fate: Fate])[] = [
  ['northwind.xlsx', 'refreshed'],
  ['northwind-three-sheets.xlsx', 'refreshed'],
  ['superstore-us.xlsx', 'refreshed'],
  ['sales-data-sample.xlsx', 'refreshed'],
  // Deliveries without prices: their reports can be made, those of money not.
  ['atliq-otif.xlsx', 'refreshed'],
  // Sales by product and seller, without clients or days.
  ['messy/zh_电脑配件销售记录.xlsx', 'nothing to analyse'],
  ['messy/pbpython_sample-salesv3.xlsx', 'refreshed'],
  // Dates on the 1904 base; merged cells without end; right to left; macros.
  ['messy/sheetjs_1904.xlsx', 'nothing to analyse'],
  ['messy/poi_57893-many-merges.xlsx', 'nothing to analyse'],
  ['messy/poi_right-to-left.xlsx', 'nothing to analyse'],
  ['messy/poi_60512.xlsm', 'nothing to analyse'],
  // An old format under the new name; a part that the package does not have.
  ['messy/sheetjs_issue.xlsx', 'nothing to analyse'],
];

/** Another program opens the file and names its sheets; nothing where it is not installed. */
function sheetsByOpenpyxl(path: string): string[] | undefined {
  const script = 'import json, sys, openpyxl; print(json.dumps(openpyxl.load_workbook(sys.argv[1]).sheetnames))';
  const { status, stdout } = spawnSync('/usr/bin/python3', ['-c', script, path], { encoding: 'utf8' });
  return status === 0 ? (JSON.parse(stdout) as string[]) : undefined;
}

interface PersonSheet {
  readonly name: string;
  readonly cells: readonly (readonly unknown[])[];
}

/** The person's sheets, their first rows cell by cell. */
async function personSheets(path: string): Promise<PersonSheet[]> {
  const host = await openXlsxHost(memorySource(new Uint8Array(readFileSync(path))));
  const { sheets } = await host.describe();
  const own: PersonSheet[] = [];
  for (const { id, name, report, rows, columns } of sheets) {
    if (report) continue;
    own.push({ name, cells: (await host.readHead(id, Math.min(rows, 2000), columns)).cells });
  }
  return own;
}

async function fateOf(page: Page): Promise<Fate> {
  const fate = await page.waitForFunction(
    `document.querySelector('.ms-MessageBar') ? 'refused'
      : document.querySelector('.pane-foot button.ms-Button--primary:not([disabled])') ? 'refreshed'
      : /还没有可以分析的数据/.test(document.querySelector('.pane h2')?.textContent ?? '') ? 'nothing to analyse'
      : ''`,
  );
  return (await fate.jsonValue()) as Fate;
}

async function saveTo(page: Page, downloads: string): Promise<string> {
  const save = await page.waitForSelector('.page-head button.ms-Button--primary:not([disabled])');
  await clickWhenStill(save!);
  const deadline = Date.now() + MINUTES;
  for (;;) {
    const saved = readdirSync(downloads).find((name) => /\.kelan\.xls[xm]$/.test(name));
    if (saved) return join(downloads, saved);
    if (Date.now() > deadline) throw new Error('nothing was saved');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export function checkRealWorkbooks(): void {
  describe('real workbooks on the page without Excel', () => {
    if (!existsSync(SHARED_DATA)) process.stderr.write('skipped, ../shared/data is not there: real workbooks\n');
    for (const [file, wanted] of WORKBOOKS.filter(([name]) => hasSharedWorkbook(name))) {
      inBrowser(`${file}: ${wanted}`, async () => {
        const { page, strangers, errors } = await openWatchedPage();
        await setLook(page, { lang: 'zh-CN', theme: 'light' });
        await page.evaluateOnNewDocument(`Object.defineProperty(window, 'showSaveFilePicker', { value: undefined })`);
        const downloads = mkdtempSync(join(tmpdir(), 'kelan-real-'));
        const session = await page.createCDPSession();
        await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
        await page.goto(`${siteOrigin()}/standalone.html`);
        await page.waitForSelector('.page-drop');
        const path = join(SHARED_DATA, file);
        await ((await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>).uploadFile(path);
        expect(await fateOf(page)).toBe(wanted);
        if (wanted === 'refused') {
          const words = await textOf(page, '.ms-MessageBar');
          expect(words).toContain('没有任何改动');
          expect(words).not.toContain('程序出了错');
        } else if (wanted === 'refreshed') {
          await pressRefresh(page);
          expect(await textOf(page, '.pane h2')).toContain('已刷新');
          const saved = await saveTo(page, downloads);
          const before = await personSheets(path);
          expect(await personSheets(saved)).toEqual(before);
          const seen = sheetsByOpenpyxl(saved);
          if (seen) expect(seen).toEqual(expect.arrayContaining(before.map(({ name }) => name)));
          else process.stderr.write(`openpyxl is not installed: ${file} was opened by our own reader alone\n`);
        }
        expect(strangers).toEqual([]);
        expect(errors).toEqual([]);
        await page.close();
      });
    }
  });
}
