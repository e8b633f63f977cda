import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeMemoryHost } from '../../src/hosts/memory/memory-host';
import { openXlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../src/hosts/xlsx/zip/byte-source';
import { inspectWorkbook } from '../../src/ingest/recognise/inspect';
import { readDataset } from '../../src/ingest/read/read-dataset';
import type { CellValue } from '../../src/workbook/cell-value';
import { cellAt } from '../../src/workbook/column-block';
import type { WorkbookHost } from '../../src/workbook/workbook-host';
import { seededRandom, type SeededRandom } from '../support/seeded-random';

/**
 * The law: of every sheet that is read, lines read and lines passed over are together the rows below the headers that hold something
 * in the columns looked at: from the first to the last that is read, what stands right of them or between them unread apart.
 * Cross-tables count cells and are left out, and so are tables side by side, of which one row is two.
 */
async function miscounted(host: WorkbookHost): Promise<string[]> {
  const inspection = await inspectWorkbook(host, undefined);
  const dataset = await readDataset(host, inspection);
  const wrong: string[] = [];
  const readSheets = new Set(inspection.sheets.filter(({ plan }) => plan).map(({ info }) => info));
  for (const info of readSheets) {
    const parts = inspection.sheets.filter((one) => one.info === info && one.plan);
    const [first] = parts;
    const isSideBySide = parts.some((one) => one !== first && one.headerRows[0]! <= first!.headerRows.at(-1)!);
    if (parts.some(({ plan }) => plan!.cross) || isSideBySide) continue;
    const held = new Set<number>();
    for (const { plan } of parts) {
      const columns = [...new Set([...plan!.fields.map(({ column }) => column), ...plan!.guardColumns])].sort(
        (a, b) => a - b,
      );
      const { toRow } = plan!;
      await host.readColumns({ sheet: info.id, columns, fromRow: plan!.fromRow, toRow }, (block) => {
        for (let row = 0; row < block.rowCount; row++)
          if (block.columns.some((column) => holdsSomething(cellAt(column, row, block.pool))))
            held.add(block.firstRow + row);
      });
    }
    const accounts = dataset.accounts.filter(({ sheet }) => dataset.sheets[sheet] === info.name);
    const counted = accounts.reduce((sum, { read, passedOver }) => sum + read + passedOver, 0);
    const totals = info.tables.filter(({ hasTotals }) => hasTotals).length;
    if (counted !== held.size + totals) wrong.push(`${info.name}: ${counted} of ${held.size + totals} rows`);
  }
  return wrong;
}

const holdsSomething = (value: CellValue): boolean => value !== null && String(value).trim() !== '';

const CASES = join(__dirname, '..', 'cases');
const isWorkbook = (folder: string): boolean =>
  existsSync(join(CASES, folder, 'in.xlsx')) && !/^(?:bad|foreign)_/.test(folder);

it.each(readdirSync(CASES).filter(isWorkbook))('counts every row of %s', async (folder) => {
  const bytes = new Uint8Array(readFileSync(join(CASES, folder, 'in.xlsx')));
  expect(await miscounted(await openXlsxHost(memorySource(bytes)))).toEqual([]);
});

it('counts every row of the sample workbook', async () => {
  const bytes = new Uint8Array(readFileSync(join(__dirname, '..', '..', 'assets', 'kelan-sample.xlsx')));
  expect(await miscounted(await openXlsxHost(memorySource(bytes)))).toEqual([]);
});

it.each(Array.from({ length: 60 }, (_, seed) => seed))(
  'counts every row of a book as people make them, seed %i',
  async (seed) => {
    const rows = messySheet(seededRandom(seed));
    expect(await miscounted(makeMemoryHost({ sheets: [{ name: '销售明细', rows }] }))).toEqual([]);
  },
);

const withCell = (line: readonly CellValue[], column: number, value: CellValue): CellValue[] =>
  line.map((own, at) => (at === column ? value : own));

/** Titles, headers once or on every page, lines, blank rows, subtotals, notes, running numbers, broken cells. */
function messySheet(random: SeededRandom): CellValue[][] {
  const headers = ['序号', '日期', '客户', '品名', '数量', '金额'];
  const rows: CellValue[][] = random.next() < 0.5 ? [['销售明细表'], ['单位：元'], headers] : [headers];
  for (let at = 0; at < random.whole(5, 60); at++) {
    const dice = random.next();
    const line: CellValue[] = [
      at + 1,
      `2025-0${random.whole(1, 9)}-1${random.whole(0, 9)}`,
      `客户${random.whole(1, 6)}公司`,
      random.pick(['饲料', '面粉']),
      random.whole(1, 9),
      random.whole(1, 900),
    ];
    if (dice < 0.6) rows.push(line);
    else if (dice < 0.66) rows.push([]);
    else if (dice < 0.72) rows.push([null, '小计', null, null, null, random.whole(1, 900)]);
    else if (dice < 0.77) rows.push([...headers]);
    else if (dice < 0.82) rows.push([at + 1]);
    else if (dice < 0.87) rows.push([null, null, null, null, 0, 0]);
    else if (dice < 0.92) rows.push(withCell(line, random.whole(1, 5), { error: '#N/A' }));
    else if (dice < 0.96) rows.push(withCell(line, random.whole(1, 5), random.pick([null, '？', ' '])));
    else rows.push([null, '备注：以上含税']);
  }
  rows.push([null, '合计', null, null, null, 12_345]);
  return rows;
}
