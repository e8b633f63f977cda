import { unzipSync } from 'fflate';
import { makeTemplates } from '../../../../src/app/templates/make-template';
import { prepareShareCopy } from '../../../../src/app/share/prepare-share-copy';
import { refresh } from '../../../../src/app/refresh';
import { dayOf } from '../../../../src/core/model/day';
import { makeNewWorkbook } from '../../../../src/hosts/xlsx/new-workbook';
import { nodeZipEngine } from '../../../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost } from '../../../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../../../src/hosts/xlsx/zip/byte-source';
import { partOfSheet, sheetsOfBytes, withCellTyped } from '../../../support/edit-xlsx';
import { salesBook } from '../../../support/sales-book';

const request = {
  clock: { today: dayOf(2026, 6, 30), now: '2026-06-30 09:12', version: '0' },
  lang: 'zh',
  period: { kind: 'all' },
} as const;

const open = (bytes: Uint8Array) => openXlsxHost(memorySource(bytes), nodeZipEngine);

async function refreshed(bytes: Uint8Array): Promise<Uint8Array> {
  const host = await open(bytes);
  await refresh(host, { ...request, reports: 'all' });
  const chunks: Uint8Array[] = [];
  await host.save((chunk) => void chunks.push(chunk.slice()));
  return new Uint8Array(Buffer.concat(chunks));
}

/** Every sheet of the workbook is, to the byte, in the other. */
async function expectUntouched(before: Uint8Array, after: Uint8Array): Promise<void> {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  for (const name of (await sheetsOfBytes(before)).keys()) {
    const part = await partOfSheet(before, name);
    expect(await partOfSheet(after, name)).toBe(part);
    expect(now[part]).toEqual(old[part]);
  }
}

describe('sheets that are the person’s from the moment they stand', () => {
  it('a copy for somebody else, written on and refreshed, loses nothing: no sheet of it is ours', async () => {
    const wish = {
      reports: ['clientTiers', 'overview'],
      level: 'open',
      aliases: false,
      forWhom: '',
      reason: '',
    } as const;
    const done = await prepareShareCopy(await open(await salesBook()), request, wish, () =>
      makeNewWorkbook(nodeZipEngine),
    );
    if (done.outcome !== 'done') throw new Error('a copy is made');
    const { sheets } = await (await open(done.file)).describe();
    expect(sheets.length).toBeGreaterThan(1);
    expect(sheets.filter(({ report }) => report)).toEqual([]);
    const typed = await withCellTyped(done.file, '客户等级', 200, 2, '收到的人写的');
    await expectUntouched(typed, await refreshed(typed));
  });

  it('a blank input sheet, filled in and refreshed, loses nothing', async () => {
    const template = await makeNewWorkbook(nodeZipEngine);
    await makeTemplates(template, ['clients', 'transactions'], 'zh');
    const { sheets } = await template.describe();
    expect(sheets.filter(({ report }) => report)).toEqual([]);
    const chunks: Uint8Array[] = [];
    await template.save((chunk) => void chunks.push(chunk.slice()));
    const typed = await withCellTyped(new Uint8Array(Buffer.concat(chunks)), sheets[0]!.name, 40, 0, '手写的');
    await expectUntouched(typed, await refreshed(typed));
  });
});
