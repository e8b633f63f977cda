import { refresh, type RefreshDone } from '../../../src/app/refresh';
import { dayOf } from '../../../src/core/model/day';
import { nodeZipEngine } from '../../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost } from '../../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../../src/hosts/xlsx/zip/byte-source';
import { addressOf } from '../../../src/workbook/address';
import { sheetsOfBytes, withSheetEdited } from '../../support/edit-xlsx';
import { salesBook } from '../../support/sales-book';

const clock = { today: dayOf(2026, 6, 30), now: '2026-06-30 09:12', version: '0' };

async function refreshed(bytes: Uint8Array): Promise<{ readonly bytes: Uint8Array; readonly result: RefreshDone }> {
  const host = await openXlsxHost(memorySource(bytes), nodeZipEngine);
  const result = await refresh(host, { clock, lang: 'zh' });
  if (result.outcome !== 'done') throw new Error(result.missing.map(({ zh }) => zh).join());
  const chunks: Uint8Array[] = [];
  await host.save((chunk) => void chunks.push(chunk.slice()));
  return { bytes: new Uint8Array(Buffer.concat(chunks)), result };
}

const putCells = (bytes: Uint8Array, name: string, row: number, cells: string): Promise<Uint8Array> =>
  withSheetEdited(bytes, name, (xml) => xml.replace('</sheetData>', `<row r="${row + 1}">${cells}</row></sheetData>`));

describe('formulas that she writes on a sheet of ours', () => {
  it('stand word for word on 留言, with what they gave, and she is told; then nothing changes any more', async () => {
    const { bytes } = await refreshed(await salesBook());
    // Below the table: a formula, one filled down from it, and one with signs that XML escapes.
    const typed = await putCells(
      bytes,
      '客户等级',
      200,
      `<c r="${addressOf(200, 1)}"><f t="shared" ref="B201:C201" si="0">SUM(D5:D7)*2</f><v>12345.5</v></c>` +
        `<c r="${addressOf(200, 2)}"><f t="shared" si="0"/><v>54321.5</v></c>` +
        `<c r="${addressOf(200, 3)}" t="str"><f>IF(A1&lt;3,"少","多")&amp;"了"</f><v>多了</v></c>`,
    );
    const second = await refreshed(typed);
    const kept = (await sheetsOfBytes(second.bytes)).get('留言')!.flat();
    expect(kept).toEqual(
      expect.arrayContaining([
        '=SUM(D5:D7)*2',
        '=SUM(D5:D7)*2 [B201]',
        '=IF(A1<3,"少","多")&"了"',
        12345.5,
        54321.5,
        '多了',
      ]),
    );
    expect(second.result.notes.map(({ zh }) => zh).join()).toContain('公式（3 条）原文已记在「留言」');
    const third = await refreshed(second.bytes);
    expect(third.result.written).toEqual([]);
    expect(third.result.notes).toEqual([]);
  });

  it('leave the formulas of the client card out: they are ours', async () => {
    const { bytes } = await refreshed(await salesBook());
    const { result } = await refreshed(bytes);
    expect(result.written).toEqual([]);
    expect([...(await sheetsOfBytes(bytes)).keys()]).toContain('客户卡片');
    expect([...(await sheetsOfBytes(bytes)).keys()]).not.toContain('留言');
  });
});
