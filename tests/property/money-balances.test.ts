import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../src/app/clock';
import { refresh } from '../../src/app/refresh';
import { dayOf } from '../../src/core/model/day';
import type { PeriodChoice } from '../../src/core/model/period';
import { makeMemoryHost } from '../../src/hosts/memory/memory-host';
import { nodeZipEngine } from '../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../src/hosts/xlsx/zip/byte-source';
import type { CellValue } from '../../src/workbook/cell-value';
import type { WorkbookHost } from '../../src/workbook/workbook-host';
import { hasSharedWorkbook, readSharedSheet, SHARED_DATA } from '../support/shared-workbook';

const clock: Clock = { today: dayOf(2026, 1, 5), now: '2026-01-05 09:12', version: '0.0.0' };

interface Balance {
  /** Money of all lines together, in cents, whatever became of them. */
  readonly money: number;
  readonly lines: number;
  readonly read: number;
}

/** What 数据检查 says of a sheet: used, rejected, cancelled and out of period together. */
async function balanceOf(host: WorkbookHost, sheet: string, period: PeriodChoice): Promise<Balance> {
  const done = await refresh(host, { clock, lang: 'zh', period, reports: 'all' });
  if (done.outcome !== 'done') throw new Error(done.missing.map(({ zh }) => zh).join());
  const account = done.analysis.accounts.find((one) => one.sheet === sheet)!;
  return {
    money: account.usedAmount + account.rejectedAmount + account.outOfPeriodAmount + account.cancelledAmount,
    lines: account.used + account.rejected + account.outOfPeriod + account.cancelled,
    read: account.read,
  };
}

interface Line {
  readonly client: string | null;
  readonly day: string | null;
  readonly cents: number;
  readonly status: string;
  readonly isText: boolean;
}

const line: fc.Arbitrary<Line> = fc.record({
  client: fc.constantFrom('甲公司', '乙公司', '丙公司', null),
  day: fc.constantFrom('2025-01-05', '2025-06-30', '2024-03-01', '2023-12-31', '2025-02-30', null),
  cents: fc.integer({ min: -500_000, max: 9_000_000 }).filter((cents) => cents !== 0),
  status: fc.constantFrom('已完成', '已取消', '作废', ''),
  isText: fc.boolean(),
});

/** 123456.78 as a number, or as people type it: 123,456.78. */
function amountOf({ cents, isText }: Line): CellValue {
  const amount = cents / 100;
  return isText ? amount.toLocaleString('en-US', { minimumFractionDigits: 2 }) : amount;
}

describe('the money on 数据检查', () => {
  it('is that of all lines, whatever was used, rejected, cancelled or out of period', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 4, maxLength: 40 }), async (drawn) => {
        // A line that is good in any case, so that something can be written.
        const lines: Line[] = [
          { client: '甲公司', day: '2025-05-05', cents: 100, status: '已完成', isText: false },
          ...drawn,
        ];
        const rows: CellValue[][] = [
          ['单据编号', '客户名称', '日期', '金额', '状态'],
          ...lines.map((one, at) => [`XS${at}`, one.client, one.day, amountOf(one), one.status]),
          ['合计', null, null, lines.reduce((sum, { cents }) => sum + cents, 0) / 100, null],
        ];
        const host = makeMemoryHost({ sheets: [{ name: '销售明细', rows }] });
        expect(await balanceOf(host, '销售明细', { kind: 'year', year: 2025 })).toEqual({
          money: lines.reduce((sum, { cents }) => sum + cents, 0),
          lines: lines.length,
          read: lines.length,
        });
      }),
      { numRuns: 25, seed: 12 },
    );
  });

  // Summed from the bytes of the workbook, apart from the reader of the product.
  for (const [file, sheet, column, period] of [
    ['northwind.xlsx', 'Sales', 'Amount', { kind: 'year', year: 1997 }],
    ['superstore-us.xlsx', 'Orders', 'Sales', { kind: 'year', year: 2016 }],
    ['sales-data-sample.xlsx', 'sales', 'SALES', { kind: 'year', year: 2004 }],
  ] as [string, string, string, PeriodChoice][]) {
    const name = `is the sum of the column in ${file}`;
    if (!hasSharedWorkbook(file)) it.skip(`${name} (not there)`, () => undefined);
    else
      it(name, async () => {
        const amounts = readSharedSheet(file, sheet).map((row) => Number(row[column]));
        const host = await openXlsxHost(memorySource(readFileSync(join(SHARED_DATA, file))), nodeZipEngine);
        const { money, lines, read } = await balanceOf(host, sheet, period);
        // Each of the four is rounded to cents by itself.
        expect(Math.abs(money - amounts.reduce((sum, one) => sum + one, 0) * 100)).toBeLessThanOrEqual(2);
        expect([lines, read]).toEqual([amounts.length, amounts.length]);
      });
  }
});
