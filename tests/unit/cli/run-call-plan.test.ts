import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Workbook } from 'exceljs';
import { parseArguments } from '../../../src/cli/arguments';
import { Refusal } from '../../../src/cli/refusal';
import { EXIT } from '../../../src/cli/exit-codes';
import { openXlsxFile } from '../../../src/cli/open-xlsx-file';
import { runReport } from '../../../src/cli/run-report';
import { dayOf } from '../../../src/core/model/day';

const clock = { today: dayOf(2026, 2, 10), now: '2026-02-10 09:12', version: '0.0.0' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kelan-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function makeWorkbook(): Promise<string> {
  const workbook = new Workbook();
  workbook.addWorksheet('销售明细').addRows([
    ['日期', '客户', '业务员', '金额'],
    ['2025/12/5', '甲公司', '王芳', 7000],
    ['2026/1/6', '乙公司', '李强', 2000],
  ]);
  const path = join(folder, 'a.xlsx');
  await workbook.xlsx.writeFile(path);
  return path;
}

async function run(...argv: string[]): Promise<number> {
  const streams = { out: new PassThrough(), err: new PassThrough() };
  return runReport(argv, streams as unknown as Parameters<typeof runReport>[1], openXlsxFile, clock);
}

async function sheetsOf(path: string): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

/** Row of the plan by its key, and its columns by their headers. */
function findRow(workbook: Workbook, key: string) {
  const sheet = workbook.getWorksheet('联络计划')!;
  let header: unknown[] = [];
  let found = 0;
  sheet.eachRow((row, number) => {
    const values = row.values as unknown[];
    if (values.includes('计划编号')) header = values;
    if (values.includes(key)) found = number;
  });
  if (found === 0) throw new Error(`No row ${key}`);
  return { row: sheet.getRow(found), column: (name: string) => header.indexOf(name) };
}

describe('the call plan on the command line', () => {
  it('knows its options', () => {
    const asked = parseArguments(['--month', '2026-02', '--ics', 'out', '--log-done']);
    expect([asked.month, asked.ics, asked.logDone]).toEqual(['2026-02', 'out', true]);
    expect(parseArguments([]).logDone).toBeUndefined();
    for (const wrong of ['2026-13', '202602', 'Feb']) expect(() => parseArguments(['--month', wrong])).toThrow(Refusal);
  });

  it('writes the plan of the month asked for, and a calendar file a person', async () => {
    const input = await makeWorkbook();
    const out = join(folder, 'b.xlsx');
    expect(await run(input, '-o', out, '--month', '2026-03', '--ics', join(folder, 'ics'))).toBe(EXIT.done);
    expect(findRow(await sheetsOf(out), '甲公司|2026-03|call|1').row.number).toBeGreaterThan(1);
    const files = readdirSync(join(folder, 'ics')).sort();
    expect(files).toEqual(['李强.ics', '王芳.ics']);
    const text = readFileSync(join(folder, 'ics', '王芳.ics'), 'utf8');
    expect(text.match(/^DTSTART;VALUE=DATE:202603\d\d\r$/gm)).toHaveLength(2);
  });

  it('keeps done contacts in the log on request, and goes on doing so', async () => {
    const input = await makeWorkbook();
    const first = join(folder, 'b.xlsx');
    expect(await run(input, '-o', first, '--month', '2026-02')).toBe(EXIT.done);
    const workbook = await sheetsOf(first);
    expect(workbook.getWorksheet('联络记录（计划）')).toBeUndefined();
    const { row, column } = findRow(workbook, '甲公司|2026-02|call|1');
    row.getCell(column('实际日期')).value = '2026-02-09';
    row.getCell(column('结果')).value = '要报价';
    await workbook.xlsx.writeFile(first);

    const second = join(folder, 'c.xlsx');
    expect(await run(first, '-o', second, '--log-done')).toBe(EXIT.done);
    const logOf = async (path: string): Promise<unknown[][]> => {
      const lines: unknown[][] = [];
      (await sheetsOf(path)).getWorksheet('联络记录（计划）')!.eachRow((line) => {
        const values = line.values as unknown[];
        if (values.includes('甲公司|2026-02|call|1')) lines.push(values.filter((value) => typeof value === 'string'));
      });
      return lines;
    };
    const lines = await logOf(second);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toEqual(expect.arrayContaining(['甲公司', '王芳', '电话', '要报价']));
    // The next month, without the option: the log stands, and the plan knows what was said last.
    const third = join(folder, 'd.xlsx');
    expect(await run(second, '-o', third, '--month', '2026-03')).toBe(EXIT.done);
    expect(await logOf(third)).toEqual(lines);
    const next = findRow(await sheetsOf(third), '甲公司|2026-03|call|1');
    expect(next.row.getCell(next.column('上次联络')).value).toBe('2026-02-09 电话 要报价');
  });
});
