import { prepareShareCopy, type ShareResult } from '../../../../src/app/share/prepare-share-copy';
import { refresh } from '../../../../src/app/refresh';
import { dayOf } from '../../../../src/core/model/day';
import { makeMemoryHost, type MemoryHost } from '../../../../src/hosts/memory/memory-host';
import { makeNewWorkbook } from '../../../../src/hosts/xlsx/new-workbook';
import { nodeZipEngine } from '../../../../src/hosts/xlsx/node/node-zip-engine';
import { readShareRegister, SHARE_REGISTER } from '../../../../src/reports/share/share-register';
import type { CellValue } from '../../../../src/workbook/cell-value';

const request = {
  clock: { today: dayOf(2026, 6, 30), now: '2026-06-30 09:12', version: '0' },
  lang: 'zh',
  period: { kind: 'all' },
} as const;

const workbook = (): MemoryHost =>
  makeMemoryHost({
    sheets: [
      {
        name: '销售明细',
        rows: [
          ['日期', '客户编号', '客户名称', '金额'],
          ['2026/1/5', 'KH-77', '绿源饲料有限公司', 7000],
          ['2026/2/6', 'KH-78', '金牧农业有限公司', 2000],
        ],
      },
    ],
  });

async function share(host: MemoryHost, forWhom: string): Promise<Extract<ShareResult, { outcome: 'done' }>> {
  const wish = { reports: ['clientTiers'], level: 'open', aliases: true, forWhom, reason: '月会' } as const;
  const done = await prepareShareCopy(host, request, wish, () => makeNewWorkbook(nodeZipEngine));
  if (done.outcome === 'nothing') throw new Error(done.missing.map(({ zh }) => zh).join());
  return done;
}

const REGISTER = '查阅登记';
const headerOf = (rows: readonly CellValue[][]): number => rows.findIndex((line) => line.includes('申请人'));
const stands = (host: MemoryHost, text: CellValue): readonly string[] =>
  host.sheetNames.filter((name) => host.rowsOf(name).some((line) => line.includes(text)));

describe('what she types on the register of copies', () => {
  it('in its own columns stands beside its entry after the next copy', async () => {
    const host = workbook();
    await share(host, '华东区');
    const rows = host.rowsOf(REGISTER);
    const top = headerOf(rows);
    const at = rows[top]!.indexOf('批准人');
    while (rows[top + 1]!.length <= at) rows[top + 1]!.push(null);
    rows[top + 1]![at] = '王经理';
    // Another day, another entry: the newest stands on top.
    await prepareShareCopy(
      host,
      { ...request, clock: { ...request.clock, now: '2026-07-01 10:00' } },
      { reports: ['clientTiers'], level: 'open', aliases: true, forWhom: '华南区', reason: '' },
      () => makeNewWorkbook(nodeZipEngine),
    );
    const after = host.rowsOf(REGISTER);
    const line = after.find((one) => one.includes('华东区'))!;
    expect(line[after[headerOf(after)]!.indexOf('批准人')]).toBe('王经理');
    expect(after.find((one) => one.includes('华南区'))).not.toContain('王经理');
  });

  it('anywhere else is on 留言 after the next copy and after a refresh, and she is told', async () => {
    const host = workbook();
    await share(host, '华东区');
    const rows = host.rowsOf(REGISTER);
    const top = headerOf(rows);
    rows[0]!.push('标题旁的字');
    rows[top + 1]![rows[top]!.indexOf('事由')] = '改成季会';
    rows.push([], ['表下的字', 42.125]);
    const { notes } = await share(host, '华南区');
    for (const text of ['标题旁的字', '表下的字', 42.125]) expect(stands(host, text)).toEqual(['留言']);
    expect(stands(host, '改成季会')).not.toEqual([]);
    expect(notes.map(({ zh }) => zh).join()).toContain('已移到「留言」');
    await refresh(host, { ...request, reports: 'all' });
    await share(host, '华北区');
    for (const text of ['标题旁的字', '表下的字', 42.125, '改成季会']) expect(stands(host, text)).not.toEqual([]);
    expect((await readRegister(host)).entries.map(({ forWhom }) => forWhom)).toEqual(['华东区', '华南区', '华北区']);
  });

  it('over a header costs neither the register nor the key of the aliases', async () => {
    const host = workbook();
    await share(host, '华东区');
    const rows = host.rowsOf(REGISTER);
    const header = rows[headerOf(rows)]!;
    header[header.indexOf('申请人')] = '领用人';
    const key = rows.find((line) => line.includes('客户全称'))!;
    key[key.indexOf('客户全称')] = '叫什么';
    await share(host, '华南区');
    const register = await readRegister(host);
    expect(register.entries.map(({ forWhom, reason }) => [forWhom, reason])).toEqual([
      ['华东区', '月会'],
      ['华南区', '月会'],
    ]);
    expect(register.aliases).toEqual([
      { alias: '客户001', code: 'KH-77', name: '绿源饲料有限公司' },
      { alias: '客户002', code: 'KH-78', name: '金牧农业有限公司' },
    ]);
    for (const text of ['领用人', '叫什么']) expect(stands(host, text)).toEqual(['留言']);
  });
});

it('the register is never written over a sheet of hers that its mark came to', async () => {
  const host = workbook();
  await share(host, '华东区');
  const before = host.rowsOf('销售明细').map((line) => [...line]);
  host.mark(SHARE_REGISTER, '销售明细');
  const { register, notes } = await share(host, '华南区');
  expect(host.rowsOf('销售明细')).toEqual(before);
  expect(register).not.toBe('销售明细');
  expect(notes.map(({ zh }) => zh).join()).toContain('「销售明细」上不是报表的内容');
});

const readRegister = async (host: MemoryHost) => readShareRegister(await host.readReport(SHARE_REGISTER));
