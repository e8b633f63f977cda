import { dayOf } from '../../../../src/core/model/day';
import { columnOf, ingest, issuesOf, mapped } from '../ingest-rows';

describe('lines that take their price from a list', () => {
  it('by name, in Chinese, with a discount on the line', async () => {
    const { dataset, inspection } = await ingest([
      {
        name: '出库明细',
        rows: [
          ['日期', '客户名称', '品名', '数量', '折扣率'],
          ['2025-01-05', '甲公司', '饲料A', 10, null],
          ['2025-01-06', '乙公司', '饲料B', 4, '10%'],
          ['2025-01-07', '甲公司', '饲料A', -1, null],
        ],
      },
      {
        name: '价目表',
        rows: [
          ['品名', '单位', '销售单价（元）'],
          ['饲料A', '吨', 3200],
          ['饲料B', '吨', 100],
        ],
      },
    ]);
    expect(mapped(inspection, '价目表')).toEqual({
      品名: 'products.name',
      单位: 'products.unit',
      '销售单价（元）': 'products.unitPrice',
    });
    // 10 × 3200; 4 × 100 × 0.9; a return of 1 × 3200.
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([32000, 360, -3200]);
    expect(dataset.basis?.priceList).toEqual({ sheet: '价目表', header: '销售单价（元）', lines: '出库明细' });
    expect(issuesOf(dataset)).toContain('amount-from-price-list');
    expect(issuesOf(dataset)).not.toContain('amount-computed');
  });

  it('by code on order lines that find client and day on their orders; a product that is unknown or has two prices is left out', async () => {
    const { dataset } = await ingest([
      {
        name: 'orders',
        rows: [
          ['order_id', 'customer_id', 'order_date'],
          [1, 'C1', '2025-02-01'],
          [2, 'C2', '2025-02-02'],
        ],
      },
      {
        name: 'order_details',
        rows: [
          ['order_id', 'product_id', 'quantity'],
          [1, 'p-7', 2],
          [2, 'P-8', 3],
          [2, 'P-9', 3],
          [2, 'P-404', 1],
        ],
      },
      {
        name: 'products',
        rows: [
          ['product_id', 'product_name', 'unit_cost', 'unit_price'],
          ['P-7', 'Feed', 1, 20],
          ['P-8', 'Salt', 1, 5],
          ['P-8', 'Salt', 1, 5],
          ['P-9', 'Corn', 1, 5],
          ['P-9', 'Corn', 1, 6],
        ],
      },
    ]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([40, 15]);
    expect(columnOf(dataset, 'transactions', 'day')).toEqual([dayOf(2025, 2, 1), dayOf(2025, 2, 2)]);
    expect(issuesOf(dataset)).toEqual(['amount-from-price-list', 'price-ambiguous 4 B', 'price-unknown 5 B']);
  });

  it('stays a list where the lines carry amounts of their own, and where its products are others', async () => {
    const list = {
      name: '价目表',
      rows: [
        ['产品编码', '售价'],
        ['A1', 100],
        ['A2', 200],
      ],
    };
    const priced = await ingest([
      list,
      {
        name: '销售明细',
        rows: [
          ['日期', '客户', '产品编码', '数量', '金额'],
          ['2025-01-05', '甲', 'A1', 2, 150],
          ['2025-01-06', '乙', 'A2', 1, 180],
        ],
      },
    ]);
    expect(columnOf(priced.dataset, 'transactions', 'amount')).toEqual([150, 180]);
    expect(priced.dataset.basis?.priceList).toBeUndefined();
    const others = await ingest([
      list,
      {
        name: '出库明细',
        rows: [
          ['日期', '客户', '产品编码', '数量'],
          ['2025-01-05', '甲', 'X1', 2],
          ['2025-01-06', '乙', 'X2', 1],
        ],
      },
    ]);
    expect(others.inspection.sheets.find(({ info }) => info.name === '出库明细')?.kind).not.toBe('transactions');
  });

  it('keeps the choice of the column that names the product', async () => {
    const sheets = [
      {
        name: '出库',
        rows: [
          ['日期', '客户', '品名', '厂内码', '数量'],
          ['2025-01-05', '甲', '饲料A', 'N1', 2],
          ['2025-01-06', '乙', '饲料A', 'N2', 1],
        ],
      },
      {
        name: '价目表',
        rows: [
          ['编码', '品名', '售价'],
          ['N1', '饲料A', 10],
          ['N2', '饲料A', 20],
        ],
      },
    ];
    const { dataset } = await ingest(sheets, {
      sheets: [{ sheet: '出库', kind: 'transactions', columns: { 'transactions.productKey': '厂内码' } }],
    });
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([20, 20]);
  });
});
