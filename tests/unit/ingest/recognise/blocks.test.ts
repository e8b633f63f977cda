import type { CellValue } from '../../../../src/workbook/cell-value';
import { accountOf, columnOf, ingest, issuesOf } from '../ingest-rows';

const day = (n: number): string => `2025-01-${String(n).padStart(2, '0')}`;

describe('several tables of one sheet', () => {
  it('side by side are read each', async () => {
    const rows: CellValue[][] = [
      ['日期', '客户', '金额', null, '日期', '客户', '金额'],
      [day(1), '甲', 100, null, day(3), '丙', 7],
      [day(2), '乙', 50, null, null, null, null],
    ];
    const { inspection, dataset } = await ingest([{ name: '销售', rows }]);
    expect(inspection.sheets.map((one) => [one.kind, one.plan?.fields.map(({ column }) => column)])).toEqual([
      ['transactions', [0, 1, 2]],
      ['transactions', [4, 5, 6]],
    ]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([100, 50, 7]);
    expect(dataset.accounts.map(({ read, rejected }) => [read, rejected])).toEqual([
      [2, 0],
      [1, 0],
    ]);
  });

  it('below each other with other columns are read each', async () => {
    const rows: CellValue[][] = [
      ['日期', '客户', '金额'],
      [day(1), '甲', 100],
      [null, null, null],
      ['二月', null, null],
      ['客户', '金额', '日期'],
      ['乙', 30, day(2)],
    ];
    const { dataset } = await ingest([{ name: '销售', rows }]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([100, 30]);
  });

  it('an Excel table and a plain one beside it are read each', async () => {
    const rows: CellValue[][] = [
      ['Date', 'Customer', 'Sales', null, 'Date', 'Customer', 'Sales'],
      [day(1), 'A', 100, null, day(3), 'C', 7],
      [day(2), 'B', 50, null, null, null, null],
    ];
    const tables = [
      { name: 'More', range: { row: 0, column: 4, rows: 2, columns: 3 }, hasHeader: true, hasTotals: false },
    ];
    const { dataset } = await ingest([{ name: 'Sheet1', rows, tables }]);
    expect([...columnOf(dataset, 'transactions', 'amount')].sort()).toEqual([100, 50, 7]);
  });

  it('headers repeated on every page and two columns of one name are no second table', async () => {
    const rows: CellValue[][] = [
      ['日期', '客户', '金额', '金额'],
      [day(1), '甲', 100, 13],
      ['日期', '客户', '金额', '金额'],
      [day(2), '乙', 50, 6.5],
    ];
    const { inspection, dataset } = await ingest([{ name: '销售', rows }]);
    expect(inspection.sheets).toHaveLength(1);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([100, 50]);
    expect(accountOf(dataset, '销售')).toEqual({ read: 2, rejected: 0, passedOver: 1 });
    expect(issuesOf(dataset)).toEqual(['column-ambiguous C']);
  });
});
