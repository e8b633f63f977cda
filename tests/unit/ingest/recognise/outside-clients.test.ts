import type { CellValue } from '../../../../src/workbook/cell-value';
import { columnOf, ingest, issuesOf } from '../ingest-rows';

const clientsOf = async (sheets: { name: string; rows: CellValue[][] }[]): Promise<readonly unknown[]> => {
  const { dataset } = await ingest(sheets);
  const names = columnOf(dataset, 'clients', 'name');
  return columnOf(dataset, 'transactions', 'client').map((client) => names[client as number]);
};

describe('a client that no column holds', () => {
  it('stands above the lines of each group', async () => {
    const rows: CellValue[][] = [
      ['日期', '品名', '数量', '金额'],
      ['甲公司', null, null, null],
      ['2025/1/5', 'A', 1, 100],
      ['2025/1/6', 'B', 1, 200],
      ['小计', null, 2, 300],
      ['乙公司', null, null, null],
      ['2025/1/7', 'A', 4, 400],
    ];
    expect(await clientsOf([{ name: '销售明细', rows }])).toEqual(['甲公司', '甲公司', '乙公司']);
    const { dataset } = await ingest([{ name: '销售明细', rows }]);
    expect(issuesOf(dataset)).toContain('client-in-headings');
  });

  it('stands in the title, in one cell or two', async () => {
    const lines: CellValue[][] = [
      ['日期', '品名', '金额'],
      ['2025/1/5', 'A', 100],
    ];
    expect(await clientsOf([{ name: '对账单', rows: [['客户名称：甲公司'], ...lines] }])).toEqual(['甲公司']);
    expect(await clientsOf([{ name: '对账单', rows: [['客户：', '乙公司'], ...lines] }])).toEqual(['乙公司']);
  });

  it('begins above the headers and changes at each labelled heading, remarks apart', async () => {
    const headers: CellValue[] = ['日期', '品名', '金额'];
    const rows: CellValue[][] = [
      ['客户名称：甲公司'],
      headers,
      ['2025/1/5', 'A', 100],
      ['送货到二号门', null, null],
      ['2025/1/6', 'A', 200],
      ['购货单位：乙公司'],
      headers,
      ['2025/1/7', 'A', 400],
    ];
    expect(await clientsOf([{ name: '对账单', rows }])).toEqual(['甲公司', '甲公司', '乙公司']);
  });

  it('stands beside its label without a colon', async () => {
    const rows: CellValue[][] = [
      ['客户名称', '甲贸易有限公司'],
      ['日期', '品名', '金额'],
      ['2025/1/5', 'A', 100],
    ];
    expect(await clientsOf([{ name: '甲', rows }])).toEqual(['甲贸易有限公司']);
  });

  it('is the name of the sheet where sheets of one layout are called after clients', async () => {
    const rows: CellValue[][] = [
      ['日期', '品名', '金额'],
      ['2025/1/5', 'A', 100],
    ];
    expect(await clientsOf([{ name: '甲公司', rows }, { name: '乙商行', rows }])).toEqual(['甲公司', '乙商行']); // prettier-ignore
    const { inspection } = await ingest([{ name: '1月', rows }, { name: '2月', rows }]); // prettier-ignore
    expect(inspection.sheets.map((one) => one.kind)).toEqual([undefined, undefined]);
  });
});

describe('lines that are no sales', () => {
  const header = ['日期', '客户', '类型', '金额'];
  it('payments, purchases and quotations do not count, and are told with their money', async () => {
    const { dataset } = await ingest([
      {
        name: '流水',
        rows: [
          header,
          ['2025/1/5', '甲', '销售', 100],
          ['2025/1/6', '甲', '收款', 80],
          ['2025/1/7', '乙', '采购', 50],
          ['2025/1/8', '乙', '退货', 10],
        ],
      },
    ]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([100, -10]);
    const told = dataset.issues.find((one) => one.code === 'lines-not-sales');
    expect(told?.message.zh).toBe('有2行不是销售（收款、采购、报价等，130.00）');
    expect(dataset.accounts[0]).toMatchObject({ read: 4, rejected: 2 });
  });

  it('a closed order counts only where the buyer’s money was kept', async () => {
    const { dataset } = await ingest([
      {
        name: '订单',
        rows: [
          ['订单创建时间', '买家会员名', '订单状态', '总金额', '买家实际支付金额'],
          ['2025/1/5', '甲', '交易成功', 100, 90],
          ['2025/1/6', '乙', '交易关闭', 200, 0],
          ['2025/1/7', '丙', '交易关闭', 300, 290],
          ['2025/1/8', '丁', '搁置', 400, 0],
        ],
      },
    ]);
    expect(columnOf(dataset, 'transactions', 'cancelled')).toEqual([null, 1, null, null].map((one) => one ?? -1));
    const words = dataset.issues.map((one) => one.message.zh);
    expect(words).toContain('“订单状态”里有1行写着关闭或退款，但买家的钱没有退（290.00）');
    expect(words).toContain('“订单状态”里的“搁置”不知道是什么意思（1行，400.00）');
  });
});
