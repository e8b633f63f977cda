import { Workbook } from 'exceljs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { refresh } from '../../../../../src/app/refresh';
import { dayOf } from '../../../../../src/core/model/day';
import { nodeZipEngine } from '../../../../../src/hosts/xlsx/node/node-zip-engine';
import { linksToWorkbook } from '../../../../../src/hosts/xlsx/read/formula-links';
import { openXlsxHost } from '../../../../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../../../../src/hosts/xlsx/zip/byte-source';

const isLink = (formula: string): boolean => {
  const bytes = strToU8(`<f>${formula}</f>`);
  return linksToWorkbook(bytes, 0, bytes.length);
};

it('tells a link to another workbook from a column of a table', () => {
  expect(['[1]明细!A1', "'[2]My sheet'!$B$2+1", 'SUM([12]Sheet1!A1:A9)', '[1]!总额'].filter(isLink)).toHaveLength(4);
  expect(['Sales[2024]', 'SUM(Sales[[#Data],[2024]])', 'Sales[2024]*2', 'Sales[Amount]', 'A1'].filter(isLink)).toEqual(
    [],
  );
});

/** A sheet of sales whose amounts are links into another workbook; `shown` is what the file keeps of them. */
async function linkedBook(hasLinks: boolean): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('销售明细');
  sheet.addRow(['日期', '客户', '金额']);
  for (const [at, shown] of [700, 200, 100].entries())
    sheet.addRow([
      `2026-0${at + 1}-05`,
      `客户${at + 1}`,
      hasLinks ? { formula: `[1]明细!C${at + 2}`, result: shown } : { formula: `Sales[2024]+${at}`, result: shown },
    ]);
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  parts['xl/externalLinks/externalLink1.xml'] = strToU8(
    '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><externalBook r:id="rId1"><sheetNames><sheetName val="明细"/></sheetNames></externalBook></externalLink>',
  );
  parts['xl/externalLinks/_rels/externalLink1.xml.rels'] = strToU8(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="file:///C:/%E8%B4%A6/2024%E5%B9%B4.xlsx" TargetMode="External"/></Relationships>',
  );
  return zipSync(parts);
}

const run = async (bytes: Uint8Array) => {
  const host = await openXlsxHost(memorySource(bytes), nodeZipEngine);
  const done = await refresh(host, {
    clock: { today: dayOf(2026, 6, 30), now: '2026-06-30 09:12', version: '0.0.0' },
    lang: 'zh',
  });
  if (done.outcome !== 'done') throw new Error(done.missing.map(({ zh }) => zh).join());
  return {
    net: done.analysis.totals.netAmount,
    issues: done.analysis.issues.filter(({ code }) => code === 'values-linked'),
  };
};

it('reads what the file keeps of linked values, and says whose they are', async () => {
  const { net, issues } = await run(await linkedBook(true));
  // 700 + 200 + 100, in fen.
  expect(net).toBe(100_000);
  expect(issues).toHaveLength(1);
  expect(issues[0]).toMatchObject({ sheet: '销售明细' });
  expect(issues[0]!.message.zh).toContain('2024年.xlsx');
  expect(issues[0]!.message.zh).not.toContain('C:');
});

it('says nothing of a sheet that no formula links', async () => {
  expect(await run(await linkedBook(false))).toEqual({ net: 100_000, issues: [] });
});
