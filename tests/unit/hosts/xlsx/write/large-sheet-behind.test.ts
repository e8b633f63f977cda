import { zipSync } from 'fflate';
import { openPackage } from '../../../../../src/hosts/xlsx/package/xlsx-package';
import { writePlanInto } from '../../../../../src/hosts/xlsx/write/write-plan';
import { memorySource } from '../../../../../src/hosts/xlsx/zip/byte-source';
import { aSheetPlan } from './plan-builder';
import { personParts } from './workbook-builder';

const HERS = 'xl/worksheets/sheet1.xml';
const MOST = 32 * 1024 * 1024;

/** What is written of her sheet, of so many bytes, when the workbook is to open on ours: nothing, or the whole. */
async function writtenOf(bytes: number): Promise<readonly string[]> {
  const view = '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData>';
  const text = (personParts()[HERS] as string).replace('<sheetData>', view);
  const sheet = new Uint8Array(bytes).fill(0x20);
  sheet.set(Buffer.from(text));
  const parts = Object.entries({ ...personParts(), [HERS]: sheet }).map(([name, part]) => [
    name,
    typeof part === 'string' ? Buffer.from(part) : part,
  ]);
  const source = await openPackage(memorySource(zipSync(Object.fromEntries(parts), { level: 1 })));
  const { items } = await writePlanInto(source, { sheets: [aSheetPlan({ id: 'a', name: '甲' })], opensOn: 'a' });
  const isThere = items.filter((item) => item.kind === 'new' && item.name === HERS).map(() => 'her sheet');
  const workbook = items.find((item) => item.kind === 'new' && item.name === 'xl/workbook.xml');
  const text2 = workbook?.kind === 'new' ? Buffer.from(workbook.bytes).toString() : '';
  return [...isThere, `opens on ${/activeTab="(\d)"/.exec(text2)![1]}`];
}

describe('a sheet of hers on top, when the workbook is to open on ours', () => {
  it('is written anew without the one attribute; of more than 32 MB it is not, and stays on top', async () => {
    expect(await writtenOf(10_000)).toEqual(['her sheet', 'opens on 2']);
    expect(await writtenOf(MOST + 1)).toEqual(['opens on 1']);
  });
});
