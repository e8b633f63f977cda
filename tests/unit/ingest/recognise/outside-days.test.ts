import { dayOf, isoOf, asDay } from '../../../../src/core/model/day';
import { makeMemoryHost, type MemorySheet } from '../../../../src/hosts/memory/memory-host';
import { inspectWorkbook } from '../../../../src/ingest/recognise/inspect';
import { readDataset } from '../../../../src/ingest/read/read-dataset';
import type { CellValue } from '../../../../src/workbook/cell-value';
import { columnOf } from '../ingest-rows';

interface Dated {
  readonly lines: readonly string[];
  readonly codes: readonly string[];
  readonly passedOver: number;
}

/** Day, client's row and amount of each line, read as of 2026-09-30. */
async function read(sheets: readonly MemorySheet[]): Promise<Dated> {
  const host = makeMemoryHost({ sheets });
  const inspection = await inspectWorkbook(host, undefined);
  const dataset = await readDataset(host, inspection, {}, dayOf(2026, 9, 30));
  const amounts = columnOf(dataset, 'transactions', 'amount');
  return {
    lines: columnOf(dataset, 'transactions', 'day').map(
      (day, row) => `${isoOf(asDay(day as number))} ${amounts[row] as number}`,
    ),
    codes: dataset.issues.map(({ code, sheet }) => `${code} ${sheet}`),
    passedOver: dataset.accounts.reduce((sum, one) => sum + one.passedOver, 0),
  };
}

const HEADERS: readonly CellValue[] = ['客户名称', '品名', '数量', '金额'];
const line = (client: string, amount: number): readonly CellValue[] => [client, '饲料', 1, amount];

describe('lines without a column of days', () => {
  it('stand in tables side by side, each below its month', async () => {
    const months = [1, 2, 3];
    const across = (cells: (month: number) => readonly CellValue[]): CellValue[] =>
      months.flatMap((month) => [...cells(month), null]);
    const { lines, passedOver } = await read([
      {
        name: '2025年销售',
        rows: [
          across((month) => [`${month}月`, null, null]),
          across(() => ['客户', '数量', '金额']),
          across((month) => ['甲贸易有限公司', 1, 10 * month]),
          across((month) => ['乙物流有限公司', 1, month]),
          across((month) => ['合计', 2, 11 * month]),
        ],
      },
    ]);
    expect(lines).toEqual([
      ...['2025-01-01 10', '2025-01-01 1'],
      ...['2025-02-01 20', '2025-02-01 2'],
      ...['2025-03-01 30', '2025-03-01 3'],
    ]);
    expect(passedOver).toBe(3);
  });

  it('stand in tables side by side, each below its day, while the sheet says the month', async () => {
    const { lines } = await read([
      {
        name: '2025年3月',
        rows: [
          ['3月1日', null, null, '3月2日', null, null],
          ['客户', '数量', '金额', '客户', '数量', '金额'],
          ['甲贸易有限公司', 1, 10, '甲贸易有限公司', 2, 20],
          ['乙物流有限公司', 1, 10, '丙食品厂', 2, 25],
        ],
      },
    ]);
    expect(lines).toEqual(['2025-03-01 10', '2025-03-01 10', '2025-03-02 20', '2025-03-02 25']);
  });

  it('take the day that stands alone above them, in any spelling, and totals between them count nothing', async () => {
    const { lines, codes, passedOver } = await read([
      {
        name: '流水',
        rows: [
          HEADERS,
          ['2025-03-05 星期三'],
          line('甲', 100),
          line('乙', 20),
          ['小计', null, 2, 120],
          ['日期：2025年3月6日'],
          line('甲', 3),
          ['2025.3.9'],
          line('丙', 4),
        ],
      },
    ]);
    expect(lines).toEqual(['2025-03-05 100', '2025-03-05 20', '2025-03-06 3', '2025-03-09 4']);
    expect(codes).toContain('day-in-headings 流水');
    // Three days and one subtotal.
    expect(passedOver).toBe(4);
  });

  it('take a day that stands beside its label', async () => {
    const { lines, passedOver } = await read([
      {
        name: '流水',
        rows: [HEADERS, ['日期', '2025-03-05'], line('甲', 100), ['日期：', '2025/3/9'], line('丙', 4)],
      },
    ]);
    expect(lines).toEqual(['2025-03-05 100', '2025-03-09 4']);
    expect(passedOver).toBe(2);
  });

  it('begin with the day above the headers where those are repeated for each day', async () => {
    const { lines } = await read([
      {
        name: '日报',
        rows: [['2025-03-05'], HEADERS, line('甲', 100), ['2025-03-06'], HEADERS, line('乙', 20), line('甲', 3)],
      },
    ]);
    expect(lines).toEqual(['2025-03-05 100', '2025-03-06 20', '2025-03-06 3']);
  });

  it('take the day, or the month, that is the name of their sheet', async () => {
    const { lines, codes } = await read([
      { name: '2025-03-05', rows: [HEADERS, line('甲', 100), line('乙', 7)] },
      { name: '20250306', rows: [HEADERS, line('乙', 20)] },
      { name: '2025年4月', rows: [HEADERS, line('丙', 3)] },
    ]);
    expect(lines).toEqual(['2025-03-05 100', '2025-03-05 7', '2025-03-06 20', '2025-04-01 3']);
    expect(codes).toContain('day-said 2025年4月');
  });

  it('take the year in which the last month is not to come, where sheets are called after months alone', async () => {
    const sheets = (last: string): MemorySheet[] => [
      { name: '8月', rows: [HEADERS, line('甲', 100), line('乙', 20)] },
      { name: last, rows: [HEADERS, line('乙', 20)] },
    ];
    expect((await read(sheets('9月'))).lines[2]).toBe('2026-09-01 20');
    const { lines, codes } = await read(sheets('12月'));
    expect(lines).toEqual(['2025-08-01 100', '2025-08-01 20', '2025-12-01 20']);
    expect(codes).toContain('month-sheet-year 12月');
  });

  it('take the day of the title, and the first of the month that it spans', async () => {
    const titled = (title: string): Promise<Dated> =>
      read([{ name: '明细', rows: [[title], HEADERS, line('甲', 100), line('乙', 20)] }]);
    expect((await titled('2025年3月5日 销售日报')).lines).toEqual(['2025-03-05 100', '2025-03-05 20']);
    expect((await titled('期间：2025-03-01 至 2025-03-31')).lines[0]).toBe('2025-03-01 100');
    expect((await titled('2025年3月销售汇总')).lines[0]).toBe('2025-03-01 100');
  });

  it.each([
    ['when it was printed', '打印日期：2025-04-02'],
    ['from one month to another', '期间：2025-03-01 至 2025-05-31'],
    ['nothing', '销售汇总'],
  ])('stay without a day where the title says %s', async (_, title) => {
    const host = makeMemoryHost({
      sheets: [{ name: '明细', rows: [[title], HEADERS, line('甲', 100), line('乙', 20)] }],
    });
    const inspection = await inspectWorkbook(host, undefined);
    expect(inspection.sheets[0]!.plan).toBeUndefined();
    expect(inspection.missing[0]!.zh).toContain('只缺：日期');
  });
});
