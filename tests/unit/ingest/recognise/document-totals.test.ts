import type { CellValue } from '../../../../src/workbook/cell-value';
import { columnOf, ingest, issuesOf, mapped } from '../ingest-rows';

const amountsOf = async (rows: readonly (readonly CellValue[])[]): Promise<readonly [readonly unknown[], boolean]> => {
  const { dataset } = await ingest([{ name: '明细', rows }]);
  return [columnOf(dataset, 'transactions', 'amount'), issuesOf(dataset).includes('document-totals')];
};

describe('the total of a document on its lines', () => {
  it('counts once where a shop writes it on the first line only, and its orders and buyers are found', async () => {
    const rows = [
      ['Name', 'Total', 'Created at', 'Lineitem quantity', 'Lineitem name', 'Lineitem price', 'Billing Name'],
      ['#1001', 55, '2025-01-05 09:58:00 +0800', 2, 'Mug', 10, 'Ann Lee'],
      ['#1001', null, '2025-01-05 09:58:00 +0800', 3, 'Plate', 10, null],
      ['#1002', 27, '2025-02-06 09:58:00 +0800', 1, 'Mug', 10, 'Bob Ray'],
      ['#1002', null, '2025-02-06 09:58:00 +0800', 2, 'Plate', 10, null],
      ['#1003', 10, '2025-03-01 09:58:00 +0800', 1, 'Mug', 10, 'Cat Moe'],
    ];
    const { inspection, dataset } = await ingest([{ name: 'orders_export', rows }]);
    expect(mapped(inspection, 'orders_export')).toMatchObject({
      Name: 'transactions.orderNo',
      'Billing Name': 'transactions.clientName',
    });
    // 55 + 27 + 10, as the shop billed them; not 142, with the products of the other lines.
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([55, 0, 27, 0, 10]);
    expect(columnOf(dataset, 'transactions', 'quantity')).toEqual([2, 3, 1, 2, 1]);
    expect(issuesOf(dataset)).toContain('document-totals');
  });

  it('counts once where it is repeated on every line', async () => {
    const headers = ['订单号', '日期', '客户', '品名', '数量', '单价', '订单金额'];
    expect(
      await amountsOf([
        headers,
        ['X1', '2025-01-05', '甲', 'A', 2, 10, 50],
        ['X1', '2025-01-05', '甲', 'B', 3, 10, 50],
        ['X2', '2025-01-06', '乙', 'A', 1, 10, 30],
        ['X2', '2025-01-06', '乙', 'B', 2, 10, 30],
        ['X3', '2025-01-07', '乙', 'B', 2, 10, 20],
      ]),
    ).toEqual([[50, 0, 30, 0, 20], true]);
  });

  it('is no total where each line has its own amount, be it the same, or where an amount lacks here and there', async () => {
    const headers = ['单据编号', '日期', '客户', '品名', '数量', '单价', '金额'];
    const equal = [
      headers,
      ['X1', '2025-01-05', '甲', 'A', 2, 10, 20],
      ['X1', '2025-01-05', '甲', 'B', 2, 10, 20],
      ['X2', '2025-01-06', '乙', 'A', 1, 10, 10],
      ['X2', '2025-01-06', '乙', 'B', 1, 10, 10],
    ];
    expect(await amountsOf(equal)).toEqual([[20, 20, 10, 10], false]);
    const lacking = equal.map((row, at) => (at === 2 || at === 4 ? [...row.slice(0, 6), null] : row));
    // The first lines are their own products, so the others are made of theirs.
    expect(await amountsOf(lacking)).toEqual([[20, 20, 10, 10], false]);
    const withoutPrice = equal.map((row) => [...row.slice(0, 5), row[6] ?? null]);
    expect(await amountsOf(withoutPrice)).toEqual([[20, 20, 10, 10], false]);
  });
});
