import { isoOf, type Day } from '../../../src/core/model/day';
import { columnOf, hasNoColumn, ingest } from './ingest-rows';

const RECEIPTS = {
  name: '收款',
  rows: [
    ['收款单号', '客户编号', '收款日期', '收款金额'],
    ['R1', 'C1', '2026-02-20', 500],
  ],
};
const SALES = {
  name: '销售明细',
  rows: [
    ['客户编号', '日期', '订单号', '金额', '状态'],
    ['C1', '2026-01-05', 'S1', 300, '正常'],
    ['C1', '2026-01-05', 'S1', 200, '正常'],
    ['C2', '2026-01-09', 'S2', 70, '已取消'],
  ],
};

const days = (values: readonly unknown[]): string[] => values.map((value) => isoOf(value as Day));

describe('what was billed where receipts are kept and no invoices', () => {
  it('is what was sold: lines of one order are one invoice, cancelled ones are none', async () => {
    const { dataset } = await ingest([SALES, RECEIPTS]);
    expect(columnOf(dataset, 'invoices', 'amount')).toEqual([300, 200]);
    expect(columnOf(dataset, 'invoices', 'invoiceNo')).toEqual(['S1', 'S1']);
    expect(days(columnOf(dataset, 'invoices', 'day'))).toEqual(['2026-01-05', '2026-01-05']);
    expect(hasNoColumn(dataset, 'invoices', 'dueDay')).toBe(true);
  });

  it('is nothing without receipts: nobody would have paid', async () => {
    const { dataset } = await ingest([SALES]);
    expect(dataset.tables.invoices).toBeUndefined();
  });

  it('is an order on the day it went out, and the order sheet gets the value of its lines', async () => {
    const { dataset } = await ingest([
      {
        name: '订单',
        rows: [
          ['订单号', '客户编号', '订货日期', '要求交期', '发货日期'],
          ['S1', 'C1', '2026-01-05', '2026-01-12', '2026-01-10'],
          ['S2', 'C1', '2026-02-01', '2026-02-12', null],
        ],
      },
      {
        name: '订单明细',
        rows: [
          ['订单号', '品名', '数量', '单价'],
          ['S1', '豆粕', 2, 100],
          ['S1', '玉米', 1, 50],
          ['S2', '豆粕', 3, 100],
        ],
      },
      RECEIPTS,
    ]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([200, 50, 300]);
    expect(columnOf(dataset, 'invoices', 'amount')).toEqual([200, 50]);
    expect(days(columnOf(dataset, 'invoices', 'day'))).toEqual(['2026-01-10', '2026-01-10']);
    expect(columnOf(dataset, 'deliveries', 'value')).toEqual([250, 300]);
  });
});
