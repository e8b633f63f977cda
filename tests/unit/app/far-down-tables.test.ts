import { lookAtWorkbook, readData } from '../../../src/app/read-workbook';
import { dayOf } from '../../../src/core/model/day';
import { makeMemoryHost } from '../../../src/hosts/memory/memory-host';
import type { CellValue } from '../../../src/workbook/cell-value';
import { columnOf } from '../ingest/ingest-rows';

const CLOCK = { today: dayOf(2026, 9, 30), now: '2026-09-30 09:00', version: '0.0.0' };

/** Beyond what the first look reaches. */
const LINES = 14_000;

async function read(rows: readonly (readonly CellValue[])[]) {
  const host = makeMemoryHost({ sheets: [{ name: '销售', rows }] });
  const read = await readData(host, await lookAtWorkbook(host, {}), { clock: CLOCK });
  if (!read.canAnalyse) throw new Error(JSON.stringify(read.missing));
  const { dataset, look } = read;
  const amounts = columnOf(dataset, 'transactions', 'amount') as number[];
  return {
    sum: amounts.reduce((sum, one) => sum + one, 0),
    lines: amounts.length,
    kinds: look.inspection.sheets.map(({ kind, headerRows }) => `${kind ?? ''} ${headerRows.join()}`),
    accounts: dataset.accounts.map((one) => [one.read, one.rejected, one.passedOver]),
    codes: dataset.issues.map(({ code, row }) => `${code} ${row ?? ''}`),
  };
}

const upper: readonly (readonly CellValue[])[] = [
  ['日期', '客户', '金额'],
  ...Array.from({ length: LINES }, (_, at): CellValue[] => [
    `2025-01-${String((at % 28) + 1).padStart(2, '0')}`,
    `甲${at % 7}`,
    1,
  ]),
];

describe('another table far down a sheet', () => {
  it('is read by its own columns, wherever it begins', async () => {
    const { sum, kinds, accounts, codes } = await read([
      ...upper,
      [null, null, null],
      ['客户', '品名', '日期', '数量', '金额'],
      ['乙', '饲料', '2025-02-03', 2, 500],
      ['丙', '饲料', '2025-02-04', 1, 70],
    ]);
    // 14,000 lines of 1, and 500 + 70.
    expect(sum).toBe(14_570);
    expect(kinds).toEqual(['transactions 1', 'transactions 14003']);
    expect(accounts).toEqual([
      [14_000, 0, 0],
      [2, 0, 0],
    ]);
    expect(codes).not.toContain('other-headers 14003');
  });

  it('is read where the same headers stand in another order', async () => {
    const { sum, lines } = await read([...upper, ['客户', '金额', '日期'], ['乙', 500, '2025-02-03']]);
    expect([sum, lines]).toEqual([14_500, 14_001]);
  });

  it('is read where the first look reaches it too', async () => {
    const { sum, kinds } = await read([
      ...upper.slice(0, 101),
      ['客户', '品名', '日期', '金额'],
      ['乙', '饲料', '2025-02-03', 500],
    ]);
    expect([sum, ...kinds]).toEqual([600, 'transactions 1', 'transactions 102']);
  });

  it('is none where headers are merely repeated', async () => {
    const { sum, kinds, accounts, codes } = await read([...upper, upper[0]!, ['2025-02-03', '乙', 500]]);
    expect(sum).toBe(14_500);
    expect(kinds).toHaveLength(1);
    expect(accounts).toEqual([[14_001, 0, 1]]);
    expect(codes.filter((one) => one.startsWith('other-headers'))).toEqual([]);
  });

  it('is named where nothing can be made of it', async () => {
    const { lines, codes } = await read([...upper, ['地区', '备注', '状态'], ['华东', '好', '正常']]);
    expect(lines).toBe(LINES);
    expect(codes).toContain('other-headers 14002');
  });
});
