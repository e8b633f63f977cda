import { columnOf, ingest, mapped } from '../ingest-rows';

/** Headers as the programs export them: lines of their lists of invoices, worked by hand. */
describe('exports of other programs', () => {
  it('Xero: a list of sales invoices with what was paid and what is due', async () => {
    const { inspection, dataset } = await ingest([
      {
        name: 'SalesInvoices',
        rows: [
          ['ContactName', 'EmailAddress', 'InvoiceNumber', 'Reference', 'InvoiceDate', 'DueDate', 'Total', 'InvoiceAmountPaid', 'InvoiceAmountDue', 'Currency', 'Type', 'Status'],
          ['Ridgeway University', 'a@x.nz', 'INV-0012', 'P/O 9711', '2025-01-05', '2025-02-04', 6187.5, 0, 6187.5, 'NZD', 'Sales invoice', 'Awaiting Payment'],
          ['City Agency', 'b@x.nz', 'INV-0013', '', '2025-01-20', '2025-02-19', 541.25, 541.25, 0, 'NZD', 'Sales invoice', 'Paid'],
          ['City Agency', 'b@x.nz', 'INV-0014', '', '2025-02-11', '2025-03-13', 300, 100, 200, 'NZD', 'Sales invoice', 'Awaiting Payment'],
        ],
      },
    ]); // prettier-ignore
    expect(inspection.sheets[0]!.kind).toBe('invoices');
    expect(mapped(inspection, 'SalesInvoices')).toMatchObject({
      ContactName: 'invoices.clientName',
      InvoiceNumber: 'invoices.invoiceNo',
      InvoiceDate: 'invoices.day',
      DueDate: 'invoices.dueDay',
    });
    expect(columnOf(dataset, 'invoices', 'amount')).toEqual([6187.5, 541.25, 300]);
    expect(columnOf(dataset, 'invoices', 'paidAmount')).toEqual([0, 541.25, 100]);
  });

  it('Kingdee: a list of receivables with what is written off and what is not', async () => {
    const { inspection, dataset } = await ingest([
      {
        name: '应收单列表',
        rows: [
          ['单据编号', '业务日期', '到期日', '客户', '币别', '价税合计', '已核销金额', '未核销金额', '单据状态'],
          ['AR0001', '2025-01-05', '2025-02-04', '绿源饲料有限公司', '人民币', 1130, 1000, 130, '已审核'],
          ['AR0002', '2025-01-20', '2025-02-19', '华丰农资有限公司', '人民币', 226, 0, 226, '已审核'],
        ],
      },
    ]);
    expect(inspection.sheets[0]!.kind).toBe('invoices');
    expect(columnOf(dataset, 'invoices', 'amount')).toEqual([1130, 226]);
    expect(columnOf(dataset, 'invoices', 'paidAmount')).toEqual([1000, 0]);
  });

  it('Kingdee: lines of sales out of stock', async () => {
    const { inspection, dataset } = await ingest([
      {
        name: '销售出库单列表',
        rows: [
          ['日期', '单据编号', '客户', '物料编码', '物料名称', '实发数量', '含税单价', '价税合计', '销售员'],
          ['2025-01-05', 'XSCKD0001', '绿源饲料有限公司', 'A01', '育肥料', 10, 113, 1130, '李敏'],
          ['2025-01-06', 'XSCKD0002', '华丰农资有限公司', 'A02', '浓缩料', 2, 113, 226, '王强'],
        ],
      },
    ]);
    expect(inspection.sheets[0]!.kind).toBe('transactions');
    expect(columnOf(dataset, 'transactions', 'amount')).toEqual([1130, 226]);
  });
});
