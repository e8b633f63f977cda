import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pathToFileURL } from 'node:url';
import { refresh, type RefreshDone } from '../../../src/app/refresh';
import { dayOf } from '../../../src/core/model/day';
import { nodeZipEngine } from '../../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost } from '../../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../../src/hosts/xlsx/zip/byte-source';
import { sheetsOfBytes, withCellTyped } from '../../support/edit-xlsx';

const SAMPLE = join(__dirname, '..', '..', '..', 'assets', 'kelan-sample.xlsx');
const clock = { today: dayOf(2026, 6, 30), now: '2026-06-30 09:12', version: '0' };
const MINUTES = 60_000;

function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function refreshed(bytes: Uint8Array): Promise<{ readonly bytes: Uint8Array; readonly result: RefreshDone }> {
  const host = await openXlsxHost(memorySource(bytes), nodeZipEngine);
  const result = await refresh(host, { clock, lang: 'zh' });
  if (result.outcome !== 'done') throw new Error(result.missing.map(({ zh }) => zh).join());
  const chunks: Uint8Array[] = [];
  await host.save((chunk) => void chunks.push(chunk.slice()));
  return { bytes: new Uint8Array(Buffer.concat(chunks)), result };
}

/** What LibreOffice makes of a workbook that it opens and saves. */
async function resaved(bytes: Uint8Array): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'kelan-resaved-'));
  try {
    const from = join(folder, 'book.xlsx');
    writeFileSync(from, bytes);
    const out = join(folder, 'out');
    await promisify(execFile)('soffice', [
      '--headless',
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      ...['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out, from],
    ]);
    return new Uint8Array(readFileSync(join(out, 'book.xlsx')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const NOTES = [
  ['客户等级', '她写的一句'],
  ['概览', '概览下的字'],
  ['参数', '参数表下的字'],
] as const;

(hasLibreOffice() ? describe : describe.skip)('a workbook that LibreOffice saved', () => {
  it(
    'keeps what she typed and nothing else; our sheets stay ours, and a further refresh changes nothing',
    async () => {
      let typed = (await refreshed(new Uint8Array(readFileSync(SAMPLE)))).bytes;
      const before = [...(await sheetsOfBytes(typed)).keys()];
      for (const [sheet, note] of NOTES) typed = await withCellTyped(typed, sheet, 400, 1, note);
      const { bytes, result } = await refreshed(await resaved(typed));
      const after = await sheetsOfBytes(bytes);
      // No report is made anew beside the one that stands; the only sheet more is that of the notes.
      expect([...after.keys()]).toEqual([...before, '留言']);
      // Of all the cells that LibreOffice wrote with its own digits, formats and formulas, none is taken for hers.
      expect(result.notes.map(({ zh }) => zh)).toEqual([expect.stringContaining('（3 处）已移到「留言」')]);
      expect(after.get('留言')!.flat()).toEqual(expect.arrayContaining(NOTES.map(([, note]) => note)));
      expect((await refreshed(bytes)).result.written).toEqual([]);
    },
    5 * MINUTES,
  );
});
