import type { CellValue } from '../../../../src/workbook/cell-value';
import { columnOf, ingest, issuesOf, type Ingested } from '../ingest-rows';

const HEADERS = ['客户', '日期', '凭证号', '摘要', '借方', '贷方', '方向', '余额'];
const read = (rows: readonly (readonly CellValue[])[], name = '往来明细账'): Promise<Ingested> =>
  ingest([{ name, rows }]);

describe('a ledger of receivables', () => {
  it('bills its debits, receives its credits, and carries over what was open before', async () => {
    const { dataset } = await read([
      HEADERS,
      ['甲公司', null, null, '期初余额', null, null, '借', 200],
      ['甲公司', '2025-01-05', '记-1', '销售商品', 500, null, '借', 700],
      ['甲公司', '2025-01-20', '记-2', '收货款', null, 300, '借', 400],
      ['甲公司', '2025-01-31', null, '本月合计', 500, 300, '借', 400],
      ['甲公司', '2025-01-31', null, '本年累计', 500, 300, '借', 400],
      ['乙公司', '2025-01-08', '记-3', '销售', 300, null, '借', 300],
    ]);
    expect(columnOf(dataset, 'invoices', 'amount')).toEqual([200, 500, 300]);
    expect(columnOf(dataset, 'receipts', 'amount')).toEqual([300]);
    // 200 were owed from before: no sale.
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([500, 300]);
    expect(dataset.accounts[0]).toMatchObject({ read: 4, rejected: 0, passedOver: 2 });
    expect(issuesOf(dataset)).toContain('ledger');
  });

  it('takes credits that give back off what was billed, and red debits as negative', async () => {
    const { dataset } = await read([
      HEADERS,
      ['甲公司', '2025-01-05', '记-1', '销售', 500, null, '借', 500],
      ['甲公司', '2025-01-09', '记-2', '退货', null, 60, '借', 440],
      ['甲公司', '2025-01-10', '记-3', '红冲', -40, null, '借', 400],
    ]);
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([500, -60, -40]);
  });

  it('knows 应收 and 已收 of which no line has both, and lists of invoices of which lines do', async () => {
    const headers = ['日期', '客户', '单号', '应收', '已收', '余额'];
    const ledger = await read([
      headers,
      ['2025-01-05', '甲公司', 'X1', 500, null, 500],
      ['2025-01-20', '甲公司', 'S1', null, 300, 200],
    ]);
    expect(columnOf(ledger.dataset, 'receipts', 'amount')).toEqual([300]);
    const list = await read(
      [
        ['开票日期', '客户', '发票号', '应收', '已收', '余额'],
        ['2025-01-05', '甲公司', 'X1', 500, 300, 200],
        ['2025-01-20', '甲公司', 'X2', 400, 400, 0],
      ],
      '应收',
    );
    expect(columnOf(list.dataset, 'invoices', 'amount')).toEqual([500, 400]);
    expect(columnOf(list.dataset, 'invoices', 'paidAmount')).toEqual([300, 400]);
  });

  it('is no cash book and no day book', async () => {
    const cash = await read(
      [
        ['日期', '对方单位', '摘要', '借方', '贷方', '余额'],
        ['2025-01-05', '甲公司', '收款', 500, null, 500],
      ],
      '银行日记账',
    );
    expect(cash.inspection.sheets[0]!.kind).not.toBe('invoices');
    const book = await read(
      [
        ['Date', 'Particulars', 'Voucher Type', 'Voucher No.', 'Debit', 'Credit'],
        ['2025-04-01', 'Alpha', 'Sales', '1', 1000, null],
        ['2025-04-02', 'Alpha', 'Receipt', '1', null, 500],
        ['2025-04-04', 'Alpha', 'Credit Note', '1', null, 100],
      ],
      'Day Book',
    );
    // The receipt is no sale, the credit note takes 100 back.
    expect(columnOf(book.dataset, 'transactions', 'amount')).toEqual([1000, -100]);
  });
});
