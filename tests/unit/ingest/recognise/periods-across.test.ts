import { asDay, dayOf, isoOf } from '../../../../src/core/model/day';
import { makeMemoryHost, type MemorySheet } from '../../../../src/hosts/memory/memory-host';
import { inspectWorkbook } from '../../../../src/ingest/recognise/inspect';
import { readDataset } from '../../../../src/ingest/read/read-dataset';
import type { CellValue } from '../../../../src/workbook/cell-value';
import { columnOf } from '../ingest-rows';

/** Day, client and amount of each line, read as of 2026-09-30. */
async function linesOf(...sheets: readonly MemorySheet[]): Promise<readonly string[]> {
  const host = makeMemoryHost({ sheets });
  const inspection = await inspectWorkbook(host, undefined);
  const dataset = await readDataset(host, inspection, {}, dayOf(2026, 9, 30));
  const names = columnOf(dataset, 'clients', 'name');
  const clients = columnOf(dataset, 'transactions', 'client');
  const amounts = columnOf(dataset, 'transactions', 'amount');
  return columnOf(dataset, 'transactions', 'day')
    .map(
      (day, row) => `${isoOf(asDay(day as number))} ${String(names[clients[row] as number])} ${String(amounts[row])}`,
    )
    .sort();
}

const sheet = (name: string, ...rows: readonly (readonly CellValue[])[]): MemorySheet => ({ name, rows });

describe('what stands over the columns', () => {
  it.each<[readonly CellValue[], string, string]>([
    [['一季度', '二季度'], '2025-01-01', '2025-04-01'],
    [['Q1', 'Q4'], '2025-01-01', '2025-10-01'],
    [['2024Q3', '2024年4季度'], '2024-07-01', '2024-10-01'],
    [['2023年', '2024年'], '2023-01-01', '2024-01-01'],
    [[2023, 2024], '2023-01-01', '2024-01-01'],
    [['FY23', 'FY2024'], '2023-01-01', '2024-01-01'],
    [['25年1月', '25年2月'], '2025-01-01', '2025-02-01'],
    [['一月', '二月'], '2025-01-01', '2025-02-01'],
    [['第10周', '第11周'], '2025-03-03', '2025-03-10'],
    [['3月1日', '3月2日'], '2025-03-01', '2025-03-02'],
  ])('%j are the days %s and %s', async (headers, first, second) => {
    const read = await linesOf(sheet('2025年', ['客户', ...headers], ['甲厂', 10, 20], ['乙厂', 30, null]));
    expect(read).toEqual([`${first} 乙厂 30`, `${first} 甲厂 10`, `${second} 甲厂 20`]);
  });

  it('bare numbers are days where the title says the month, and their total is none', async () => {
    const read = await linesOf(
      sheet('Sheet1', ['2025年3月销售'], ['客户', 1, 2, 3, 4, 5, '合计'], ['甲厂', 10, null, 30, null, null, 40]),
    );
    expect(read).toEqual(['2025-03-01 甲厂 10', '2025-03-03 甲厂 30']);
  });

  it('a table below of another year counts in that year', async () => {
    const read = await linesOf(
      sheet(
        '汇总',
        ['2024年'],
        ['客户', '1月', '2月'],
        ['甲厂', 10, 20],
        [],
        ['2025年'],
        ['客户', '1月', '2月'],
        ['甲厂', 11, 21],
      ),
    );
    expect(read).toEqual(['2024-01-01 甲厂 10', '2024-02-01 甲厂 20', '2025-01-01 甲厂 11', '2025-02-01 甲厂 21']);
  });

  it('cells count in the unit that the title says', async () => {
    expect(await linesOf(sheet('2025年', ['销售（单位：万元）'], ['客户', '1月', '2月'], ['甲厂', 1.5, 2]))).toEqual([
      '2025-01-01 甲厂 15000',
      '2025-02-01 甲厂 20000',
    ]);
  });

  it('figures of whole years on a list of clients that tells more of them are no sales', async () => {
    const host = makeMemoryHost({
      sheets: [
        sheet(
          '客户档案',
          ['客户编号', '客户名称', '电话', '信用额度', '2024年', '2025年'],
          ['1', '甲厂', '021-5550100', 900, 10, 20],
        ),
      ],
    });
    const [only] = (await inspectWorkbook(host, undefined)).sheets;
    expect([only!.kind, only!.plan?.cross]).toEqual(['clients', undefined]);
  });
});

describe('clients across and months down', () => {
  it('are read by the names over the columns, without the totals', async () => {
    const read = await linesOf(
      sheet(
        '2025年客户销售',
        ['月份', '甲', '乙', '合计'],
        ['1月', 10, 20, 30],
        ['2月', 11, null, 11],
        ['合计', 21, 20, 41],
      ),
    );
    expect(read).toEqual(['2025-01-01 乙 20', '2025-01-01 甲 10', '2025-02-01 甲 11']);
  });

  it('are known by the list of clients, whatever heads the months', async () => {
    const read = await linesOf(
      sheet('客户', ['客户编号', '客户名称', '地区'], ['1', '华丰', '华东'], ['2', '大成', '华南']),
      sheet('汇总', ['2025年', '华丰', '大成'], ['1月', 10, 20], ['2月', 11, 21]),
    );
    expect(read).toEqual(
      ['2025-01-01 华丰 10', '2025-01-01 大成 20', '2025-02-01 华丰 11', '2025-02-01 大成 21'].sort(),
    );
  });

  it('are not made of products: nothing says that those across are clients', async () => {
    const host = makeMemoryHost({
      sheets: [sheet('产量', ['月份', '大米', '面粉'], ['2025年1月', 10, 20], ['2025年2月', 11, 21])],
    });
    expect((await inspectWorkbook(host, undefined)).canAnalyse).toBe(false);
  });

  it('of regions are read by region, and say so', async () => {
    const host = makeMemoryHost({
      sheets: [sheet('2025年地区销售', ['月份', '华东', '华南'], ['1月', 10, 20], ['2月', 11, 21])],
    });
    const [only] = (await inspectWorkbook(host, undefined)).sheets;
    expect(only!.buyers).toMatchObject({ kind: 'region' });
  });
});
