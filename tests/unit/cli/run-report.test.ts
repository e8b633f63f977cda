import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Workbook } from 'exceljs';
import { unzipSync } from 'fflate';
import type { Clock } from '../../../src/app/clock';
import { EXIT } from '../../../src/cli/exit-codes';
import { runReport } from '../../../src/cli/run-report';
import { openXlsxFile } from '../../../src/cli/open-xlsx-file';
import { dayOf } from '../../../src/core/model/day';

const clock: Clock = { today: dayOf(2026, 6, 30), now: '2026-06-30 09:12', version: '0.0.0' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kelan-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function makeWorkbook(name: string, rows: readonly (readonly unknown[])[]): Promise<string> {
  const workbook = new Workbook();
  workbook.addWorksheet('销售明细').addRows(rows.map((row) => [...row]));
  const path = join(folder, name);
  await workbook.xlsx.writeFile(path);
  return path;
}

const SALES = [
  ['日期', '客户', '金额'],
  ['2026/1/5', '甲公司', 7000],
  ['2026/2/6', '乙公司', 2000],
  ['2026/3/7', '丙公司', 1000],
];

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const streams = { out, err } as unknown as Parameters<typeof runReport>[1];
  const code = await runReport(argv, streams, openXlsxFile, clock);
  const said = (stream: PassThrough): string => String(stream.read() ?? '');
  return { code, out: said(out), err: said(err) };
}

describe('npm run report', () => {
  it('writes beside the workbook and leaves it as it was', async () => {
    const input = await makeWorkbook('销售 2026.xlsx', SALES);
    const before = readFileSync(input);
    const { code, out } = await run(input);
    expect(code).toBe(EXIT.done);
    expect(out).toContain('销售明细（交易）：读取 3 行，采用 3，剔除 0，期间外 0，已取消 0');
    expect(out).toContain('净销售额 10,000.00');
    expect(out).toMatch(/另有 \d+ 张没有要：.*投诉汇总.*--reports all/);
    expect(readFileSync(input).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['销售 2026.kelan.xlsx', '销售 2026.xlsx']);
    const parts = unzipSync(readFileSync(join(folder, '销售 2026.kelan.xlsx')));
    expect(new TextDecoder().decode(parts['xl/workbook.xml'])).toContain('客户等级');
    const original = unzipSync(before);
    expect(parts['xl/worksheets/sheet1.xml']).toEqual(original['xl/worksheets/sheet1.xml']);
  });

  it('makes a new workbook of a text table, and never writes into the table', async () => {
    const input = join(folder, '导出.csv');
    writeFileSync(input, '日期,客户,金额\n2026-01-05,甲公司,7000\n2026-02-06,乙公司,2000\n');
    const before = readFileSync(input);
    const { code, out } = await run(input);
    expect(code).toBe(EXIT.done);
    expect(out).toContain('净销售额 9,000.00');
    expect(out).toContain('是文本表格（.csv 或 .txt）：报表和各表的数值写入新工作簿，原文件没有改动');
    expect(readdirSync(folder).sort()).toEqual(['导出.csv', '导出.kelan.xlsx'].sort());
    const made = new Workbook();
    await made.xlsx.readFile(join(folder, '导出.kelan.xlsx'));
    expect(made.worksheets[0]!.getRow(2).values).toEqual([undefined, '2026-01-05', '甲公司', 7000]);

    const inPlace = await run(input, '--in-place');
    expect(inPlace.code).toBe(EXIT.usage);
    expect(inPlace.err).toContain('不能就地写入');
    expect((await run(input, '-o', join(folder, 'out.csv'))).err).toContain('.xlsx');
    expect(readFileSync(input).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['导出.csv', '导出.kelan.xlsx'].sort());
  });

  it('writes into the workbook itself when asked, keeping a backup, and the same bytes when run again', async () => {
    const input = await makeWorkbook('a.xlsx', SALES);
    const before = readFileSync(input);
    expect((await run(input, '--in-place')).code).toBe(EXIT.done);
    expect(readdirSync(folder).sort()).toEqual(['a.backup-2026-06-30-0912.xlsx', 'a.xlsx']);
    expect(readFileSync(join(folder, 'a.backup-2026-06-30-0912.xlsx')).equals(before)).toBe(true);
    const first = readFileSync(input);
    const second = await run(input, '--in-place');
    expect(second.out).toContain('没有变化');
    expect(readFileSync(input).equals(first)).toBe(true);
    expect(readdirSync(folder)).toContain('a.backup-2026-06-30-0912-2.xlsx');
  });

  it('makes a workbook of blank input sheets, and adds them to one that is there', async () => {
    const fresh = join(folder, '新表.xlsx');
    const made = await run('--template', 'clients,transactions', fresh);
    expect([made.code, made.out]).toEqual([EXIT.done, expect.stringContaining('已添加 2 张空白表：客户、交易')]);
    const book = await new Workbook().xlsx.readFile(fresh);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['客户', '交易']);
    expect(book.getWorksheet('交易')!.getRow(5).getCell(3).value).toBe('客户编号');
    expect(new TextDecoder().decode(unzipSync(readFileSync(fresh))['xl/workbook.xml'])).not.toContain('Kelan_');

    const input = await makeWorkbook('a.xlsx', SALES);
    const before = readFileSync(input);
    expect((await run('--template', 'complaints', input)).code).toBe(EXIT.done);
    expect(readFileSync(input).equals(before)).toBe(true);
    const added = await new Workbook().xlsx.readFile(join(folder, 'a.kelan.xlsx'));
    expect(added.worksheets.map(({ name }) => name)).toEqual(['销售明细', '投诉']);
    expect((await run('--template', 'complaints', join(folder, 'none.xlsx'), '--in-place')).code).toBe(EXIT.usage);
  });

  it('writes a copy for somebody else, without names, and notes it in the workbook', async () => {
    const input = await makeWorkbook('a.xlsx', SALES);
    const share = join(folder, 'copy.xlsx');
    const { code, out } = await run(input, '--share', share, '--alias', '--share-with', '王总');
    expect(code).toBe(EXIT.done);
    expect(out).toMatch(/查阅副本 .*客户等级/);
    expect(out).toContain('已记入「查阅登记」');
    const parts = Object.entries(unzipSync(readFileSync(share)));
    const text = parts.map(([, bytes]) => new TextDecoder().decode(bytes)).join('');
    expect(text).toContain('客户001');
    expect(text).not.toMatch(/甲公司|乙公司|丙公司/);
    const book = await new Workbook().xlsx.readFile(join(folder, 'a.kelan.xlsx'));
    const register = JSON.stringify(book.getWorksheet('查阅登记')!.getSheetValues());
    for (const word of ['王总', '客户001', '甲公司']) expect(register).toContain(word);
    expect((await run(input, '--share', share, '--reports', 'settings')).code).toBe(EXIT.usage);
  });

  it('hands every figure out as JSON', async () => {
    const input = await makeWorkbook('a.xlsx', SALES);
    const json = join(folder, 'a.json');
    await run(input, '--json', json, '--period', 'all', '--lang', 'en');
    const figures = JSON.parse(readFileSync(json, 'utf8')) as Record<string, unknown>;
    expect(figures).toMatchObject({
      asOf: '2026-03-07',
      period: { from: '2026-01-05', to: '2026-03-07' },
      rows: [{ sheet: '销售明细', kind: 'transactions', read: 3, used: 3, rejected: 0, outOfPeriod: 0, cancelled: 0 }],
      tiers: [
        { tier: 1, clients: 1, netAmount: 7000, shareOfClients: 1 / 3, shareOfAmount: 0.7 },
        { tier: 2, clients: 1, netAmount: 2000, shareOfClients: 1 / 3, shareOfAmount: 0.2 },
        { tier: 3, clients: 1, netAmount: 1000, shareOfClients: 1 / 3, shareOfAmount: 0.1 },
      ],
      years: [{ year: 2026, clients: 3, netAmount: 10000 }],
    });
    expect(figures['notWritten']).toContainEqual({ report: 'complaints', why: expect.any(String) });
  });

  it('takes a map where recognition needs help', async () => {
    const input = await makeWorkbook('a.xlsx', [
      ['甲', '乙', '丙'],
      ['2026/1/5', '某公司', 7000],
      ['2026/1/6', '另一公司', 1],
    ]);
    expect((await run(input)).code).toBe(EXIT.nothing);
    const map = join(folder, 'map.json');
    const columns = { 'transactions.day': '甲', 'transactions.clientName': '乙', 'transactions.amount': '丙' };
    writeFileSync(
      map,
      JSON.stringify({ sheets: [{ sheet: '销售明细', kind: 'transactions', headerRow: 1, columns }] }),
    );
    const mapped = await run(input, '--map', map);
    expect(mapped.code).toBe(EXIT.done);
    expect(mapped.out).toContain('净销售额 7,001.00');
  });

  it('says in exit code and words why not', async () => {
    const noAmount = await makeWorkbook('b.xlsx', [
      ['日期', '客户'],
      ['2026/1/5', '甲公司'],
      ['2026/1/6', '乙公司'],
    ]);
    const nothing = await run(noAmount);
    expect(nothing.code).toBe(EXIT.nothing);
    expect(nothing.err).toContain('金额');

    expect((await run('--period', 'soon')).code).toBe(EXIT.usage);
    expect((await run(noAmount, '-o', noAmount)).code).toBe(EXIT.usage);
    expect((await run(noAmount, '--map', join(folder, 'none.json'))).code).toBe(EXIT.usage);

    const absent = await run(join(folder, 'absent.xlsx'));
    expect(absent.code).toBe(EXIT.cannotRead);
    expect(absent.err).toContain('文件读不出来');
    const text = join(folder, 'text.xlsx');
    writeFileSync(text, 'a letter and no table\n');
    expect((await run(text)).code).toBe(EXIT.cannotRead);

    const input = await makeWorkbook('a.xlsx', SALES);
    const refused = await run(input, '-o', join(folder, 'no such folder', 'out.xlsx'));
    expect(refused.code).toBe(EXIT.cannotWrite);
    expect(refused.err).toContain('写不进去');
    expect(readdirSync(folder).filter((name) => name.includes('part') || name.includes('kelan'))).toEqual([]);
  });
});
