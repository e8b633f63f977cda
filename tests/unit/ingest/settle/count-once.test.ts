import type { CellValue } from '../../../../src/workbook/cell-value';
import { accountOf, columnOf, ingest, issuesOf } from '../ingest-rows';

const header = ['日期', '客户', '单号', '金额'];
const sheet = (
  name: string,
  rows: CellValue[][],
  head: CellValue[] = header,
): { name: string; rows: CellValue[][] } => ({
  name,
  rows: [head, ...rows],
});

describe('lines that stand on two sheets', () => {
  it('count once where day, client, amount and number are the same', async () => {
    const { dataset } = await ingest([
      sheet('一月', [
        ['2025/1/5', '甲', 'A1', 10],
        ['2025/1/6', '乙', 'A2', 20],
      ]),
      sheet('补录', [
        ['2025/1/6', '乙', 'A2', 20],
        ['2025/1/6', '乙', 'A3', 20],
        ['2025/1/9', '丙', 'A4', 5],
      ]),
    ]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([10, 20, 20, 5]);
    expect(issuesOf(dataset)).toEqual(['lines-twice']);
    expect(accountOf(dataset, '补录')).toEqual({ read: 3, rejected: 0, passedOver: 0 });
    expect(dataset.accounts[1]).toMatchObject({ joined: 1 });
  });

  it('without a number only where half of the smaller sheet stands on the other', async () => {
    const plain = ['日期', '客户', '金额'];
    const few = [
      ['2025/1/5', '甲', 10],
      ['2025/1/6', '乙', 21],
      ['2025/1/7', '乙', 22],
      ['2025/1/8', '乙', 23],
      ['2025/1/9', '乙', 24],
    ];
    const { dataset } = await ingest([
      sheet('华东', few, plain),
      sheet('华南', [['2025/1/5', '甲', 10], ...few.slice(1).map(([day, , amount]) => [day!, '丙', amount!])], plain),
    ]);
    expect(dataset.tables.transactions!.rows).toBe(10);
    expect(issuesOf(dataset)).toEqual(['lines-perhaps-twice']);
  });

  it('two equal lines of one sheet are two', async () => {
    const { dataset } = await ingest([
      sheet('一月', [
        ['2025/1/5', '甲', 'A1', 10],
        ['2025/1/5', '甲', 'A1', 10],
      ]),
    ]);
    expect(dataset.tables.transactions!.rows).toBe(2);
  });

  it('sold and billed on sheets of two layouts are counted as sold', async () => {
    const sold = [1, 2, 3, 4].map((n): CellValue[] => [`2025/1/${n}`, '甲', `XS${n}`, n, n * 100]);
    const billed = [1, 2, 3, 4].map((n): CellValue[] => [`2025/1/${n + 5}`, '甲', 'A', n, n * 88.5, n * 100]);
    const { dataset } = await ingest([
      sheet('开票明细', billed, ['开票日期', '客户', '商品名称', '数量', '不含税金额', '价税合计']),
      sheet('销售明细', sold, ['日期', '客户', '单据编号', '数量', '金额']),
    ]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([100, 200, 300, 400]);
    expect(issuesOf(dataset)).toContain('goods-twice');
  });
});

describe('one client under several spellings', () => {
  it('is found by the short name of the client sheet and by 1, "1.0" and 001', async () => {
    const { dataset } = await ingest([
      {
        name: '客户档案',
        rows: [
          ['客户编号', '客户全称', '客户简称', '地区'],
          [1, '上海甲贸易有限公司', '甲贸易', '华东'],
          [2, '河南乙饲料有限公司', '乙饲料', '华中'],
        ],
      },
      sheet('销售', [['2025/1/5', '甲贸易', 'A1', 10]], ['日期', '客户简称', '单号', '金额']),
      sheet('销售2', [['2025/1/6', '1.0', 'A2', 20]], ['日期', '客户编号', '单号', '金额']),
    ]);
    expect(columnOf(dataset, 'transactions', 'client')).toEqual([0, 0]);
    expect(dataset.tables.clients!.rows).toBe(2);
  });

  it('two clients of one short name stay apart', async () => {
    const { dataset } = await ingest([
      {
        name: '客户档案',
        rows: [
          ['客户编号', '客户全称', '客户简称'],
          ['K1', '上海甲贸易有限公司', '甲'],
          ['K2', '北京甲饲料有限公司', '甲'],
        ],
      },
      sheet('销售', [['2025/1/5', '甲', 'A1', 10]], ['日期', '客户', '单号', '金额']),
    ]);
    expect(columnOf(dataset, 'transactions', 'client')).toEqual([2]);
  });
});
