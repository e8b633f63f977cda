import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { openPackage } from '../../../../../src/hosts/xlsx/package/xlsx-package';
import { memorySource } from '../../../../../src/hosts/xlsx/zip/byte-source';
import { HostError } from '../../../../../src/workbook/host-error';
import { aFullSheet } from './plan-builder';
import { expectWhole } from './whole-package';
import { personParts, unzip, write, zipOf } from './workbook-builder';

const MESSY = join(__dirname, '..', '..', '..', '..', '..', '..', 'shared', 'data', 'messy');
const files = existsSync(MESSY) ? readdirSync(MESSY).filter((name) => /\.(xlsx|xlsm|xltx|xltm)$/.test(name)) : [];
const describeMessy = files.length > 0 ? describe : describe.skip;

/** What a refresh changes beside the sheets of ours. */
const CHANGED =
  /^(\[content_types\]\.xml|xl\/(_rels\/)?workbook\d*\.xml(\.rels)?|xl\/styles\d*\.xml|docprops\/app\.xml)$/i;
const plain = (name: string): string => name.replace(/\\/g, '/');

/** The workbook, or nothing where it is one that reading refuses: that is the reader's to test. */
async function openable(bytes: Uint8Array): Promise<boolean> {
  try {
    await openPackage(memorySource(bytes));
    return true;
  } catch (error) {
    if (error instanceof HostError) return false;
    throw error;
  }
}

describeMessy('a workbook of real life, where the shared data are there', () => {
  let opened = 0;
  it.each(files)('%s keeps every part that is not ours', async (file) => {
    const before = new Uint8Array(readFileSync(join(MESSY, file)));
    if (!(await openable(before))) return;
    opened++;
    const { bytes, outcome } = await write(before, [aFullSheet({ name: 'Kelan 客户等级' })]);
    expect(outcome.written).toEqual(['clientTiers']);
    const [old, now] = [unzip(before), unzip(bytes)];
    for (const [name, part] of Object.entries(old)) {
      expect(Object.keys(now)).toContain(name);
      if (!CHANGED.test(plain(name)))
        expect({ name, same: Buffer.compare(part, now[name]!) }).toEqual({ name, same: 0 });
    }
    const added = Object.keys(now).filter((name) => !(name in old));
    expect(added.length).toBe(11 + (Object.keys(old).some((name) => /styles\.xml$/i.test(plain(name))) ? 0 : 1));
    expectWhole(bytes, before);
    const again = await write(bytes, [aFullSheet({ name: 'another name' })]);
    expect(Buffer.compare(again.bytes, bytes)).toBe(0);
  });

  it('is what most of them are', () => {
    expect(opened).toBeGreaterThan(files.length * 0.8);
  });

  it.each(['pbpython_sales-feb-2014.xlsx', 'zh_电脑配件销售记录.xlsx', 'poi_Tables.xlsx', 'readxl_deaths.xlsx'])(
    '%s is read with our sheet by another library',
    async (file) => {
      const { bytes } = await write(new Uint8Array(readFileSync(join(MESSY, file))), [aFullSheet()]);
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
      const sheet = workbook.getWorksheet('客户等级')!;
      expect(sheet.getCell('C4').value).toBe(1_254_000.5);
      expect(sheet.getCell('A4').value).toBe('001');
    },
  );
});

const hasOffice =
  spawnSync('soffice', ['--version']).status === 0 && spawnSync('pdftotext', ['-v']).error === undefined;
const itWithOffice = hasOffice ? it : it.skip;

describe('LibreOffice, where it is installed', () => {
  itWithOffice(
    'opens what was written and draws the charts',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'kelan-'));
      try {
        const sources: Record<string, Uint8Array> = { person: zipOf(personParts()) };
        for (const file of ['poi_60512.xlsm', 'poi_simple-monthly-budget.xlsx']) {
          if (files.includes(file))
            sources[file.replace(/\.\w+$/, '')] = new Uint8Array(readFileSync(join(MESSY, file)));
        }
        for (const [name, bytes] of Object.entries(sources))
          writeFileSync(join(folder, `${name}.xlsx`), (await write(bytes, [aFullSheet()])).bytes);
        const names = Object.keys(sources);
        execFileSync('soffice', [
          `-env:UserInstallation=file://${join(folder, 'profile')}`,
          ...['--headless', '--convert-to', 'pdf', '--outdir', folder],
          ...names.map((name) => join(folder, `${name}.xlsx`)),
        ]);
        for (const name of names) {
          const text = execFileSync('pdftotext', ['-layout', join(folder, `${name}.pdf`), '-']).toString();
          // Titles of charts, labels and axes stand nowhere in the cells: who sees them has drawn the charts.
          for (const kind of ['column', 'stackedColumn', 'bar', 'line', 'doughnut', 'combo'])
            expect(text).toContain(`图 ${kind}`);
          expect(text).toContain('24.1%');
          expect(text).toContain('1,254,001');
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    180_000,
  );
});
