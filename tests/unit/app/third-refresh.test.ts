import { refresh, type RefreshDone } from '../../../src/app/refresh';
import { dayOf } from '../../../src/core/model/day';
import { makeMemoryHost, type MemoryHost } from '../../../src/hosts/memory/memory-host';
import type { CellValue } from '../../../src/workbook/cell-value';

const clock = { today: dayOf(2026, 6, 30), now: '2026-06-30 09:12', version: '0' };

const workbook = (): MemoryHost =>
  makeMemoryHost({
    sheets: [
      {
        name: '销售明细',
        rows: [
          ['日期', '客户编号', '客户名称', '地区', '金额'],
          ['2026/1/5', 'C1', '甲公司', '华东', 7000],
          ['2026/2/6', 'C2', '乙公司', '华北', 2000],
        ],
      },
      {
        name: '应收发票',
        rows: [
          ['发票号', '客户编号', '客户名称', '开票日期', '到期日', '发票金额', '已收金额'],
          ['F1', 'C1', '甲公司', '2026/1/5', '2026/2/5', 7000, 0],
          ['F2', 'C2', '乙公司', '2026/2/6', '2026/7/6', 2000, 500],
        ],
      },
    ],
  });

async function run(host: MemoryHost, lang: 'zh' | 'en' = 'zh', asOf = dayOf(2026, 6, 30)): Promise<RefreshDone> {
  const result = await refresh(host, { clock, lang, asOf, reports: 'all' });
  if (result.outcome !== 'done') throw new Error(result.missing.map(({ zh }) => zh).join());
  return result;
}

const stands = (host: MemoryHost, text: CellValue): boolean =>
  host.sheetNames.some((name) => host.rowsOf(name).some((line) => line.includes(text)));

const headerOf = (rows: readonly (readonly CellValue[])[]): number =>
  rows.findIndex((row) => row.filter((cell) => typeof cell === 'string' && cell !== '').length >= 4);

describe('a remark', () => {
  it('in a column of her own below the plan of receipts stands after the third refresh, the heading cleared in between', async () => {
    const host = workbook();
    await run(host);
    const rows = host.rowsOf('收款计划');
    const top = headerOf(rows);
    const width = Math.max(...rows.map(({ length }) => length));
    const line = rows.length + 1;
    while (rows.length <= line) rows.push([]);
    const put = (row: number, value: CellValue): void => {
      while (rows[row]!.length <= width) rows[row]!.push(null);
      rows[row]![width] = value;
    };
    put(top, '我的备注');
    put(line, '下周财务来对账');
    await run(host);
    expect(stands(host, '下周财务来对账')).toBe(true);

    // She clears the heading, wherever it stands now.
    for (const name of host.sheetNames)
      for (const cells of host.rowsOf(name))
        cells.forEach((cell, at) => {
          if (cell === '我的备注' && name === '收款计划') cells[at] = null;
        });
    for (let time = 1; time <= 3; time++) {
      await run(host);
      expect(stands(host, '下周财务来对账')).toBe(true);
    }
    // The third changes nothing any more.
    expect((await run(host)).written).toEqual([]);
    await run(host, 'en', dayOf(2026, 5, 31));
    expect(stands(host, '下周财务来对账')).toBe(true);
  });

  it('typed over a line of the log stays hers: it stands after a refresh that cannot read the log', async () => {
    const host = workbook();
    await run(host);
    const rows = host.rowsOf('刷新记录');
    const top = headerOf(rows);
    rows[top + 1]![0] = '月结前刷新的';
    await run(host);
    await run(host);
    expect(stands(host, '月结前刷新的')).toBe(true);
    const header = host.rowsOf('刷新记录')[top]!;
    header[header.indexOf('参数指纹')] = '我改的表头';
    for (let time = 1; time <= 2; time++) {
      await run(host);
      expect(stands(host, '月结前刷新的')).toBe(true);
      expect(stands(host, '我改的表头')).toBe(true);
    }
    expect((await run(host)).written).toEqual([]);
  });

  it('typed as a figure over a line of the log stays hers in the same way', async () => {
    const host = workbook();
    await run(host);
    const top = headerOf(host.rowsOf('刷新记录'));
    host.rowsOf('刷新记录')[top + 1]![4] = 70000005.625;
    await run(host);
    const header = host.rowsOf('刷新记录')[top]!;
    header[header.indexOf('剔除行数')] = '剔除的行';
    await run(host);
    expect(stands(host, 70000005.625)).toBe(true);
    await run(host);
    expect(stands(host, 70000005.625)).toBe(true);
  });
});
