import { columnOf, ingest, mapped } from '../ingest-rows';

const day = (n: number): string => `2025-01-0${n}`;
const amountsOf = async (name: string, rows: readonly (readonly (string | number | null)[])[]): Promise<unknown> =>
  columnOf((await ingest([{ name, rows }])).dataset, 'transactions', 'amount');

it('of two columns of one name takes the amount that is quantity × price', async () => {
  const rows = [1, 2, 3].map((n) => [day(n), `客户${n}`, 999, 10 * n, 2 * n, 5]);
  expect(await amountsOf('销售', [['日期', '客户', '金额', '金额', '数量', '单价'], ...rows])).toEqual([10, 20, 30]);
});

it('knows headers with a format or a tax in brackets', async () => {
  const rows = [
    ['Date\n(dd/mm/yyyy)', 'Customer Name*', 'Amount (Excl. VAT)'],
    ['13/01/2025', 'A', 100],
  ];
  expect(await amountsOf('Sales', rows)).toEqual([100]);
});

it('takes freight for the amount where nothing else is, and not where something is', async () => {
  expect(
    await amountsOf('运单', [
      ['运单日期', '托运人', '件数', '运费'],
      [day(1), '甲', 3, 100],
    ]),
  ).toEqual([100]);
  expect(
    await amountsOf('销售', [
      ['日期', '客户', '运费', '金额'],
      [day(1), '甲', 3, 100],
    ]),
  ).toEqual([100]);
});

it('takes what was paid before the list total of a shop', async () => {
  const rows = [
    ['支付时间', '收货人', '商品总价(元)', '商家实收金额(元)'],
    [day(1), '张三', 100, 90],
  ];
  expect(await amountsOf('orders', rows)).toEqual([90]);
});

it('takes item-price of Amazon for the money of the line', async () => {
  const rows = [
    ['amazon-order-id', 'purchase-date', 'quantity', 'item-price', 'ship-city'],
    ['1', day(1), 3, 30, 'Austin'],
  ];
  expect(await amountsOf('orders', rows)).toEqual([30]);
});

it('takes 类别 for the kind of document where its words say so, else for that of the goods', async () => {
  const rows = (...kinds: readonly string[]) => [
    ['日期', '客户', '类别', '金额'],
    ...kinds.map((kind, at) => [day(at + 1), '甲', kind, 10]),
  ];
  expect(await amountsOf('销售', rows('销售', '退货', '折让'))).toEqual([10, -10, -10]);
  const { inspection } = await ingest([{ name: '销售', rows: rows('饲料', '面粉', '油脂') }]);
  expect(mapped(inspection, '销售')['类别']).toBe('transactions.category');
});

it('does not take the running balance of an account for what is open of a line', async () => {
  const { dataset } = await ingest([
    {
      name: 'Ledger',
      rows: [
        ['Date', 'Invoice No', 'Customer', 'Debit', 'Credit', 'Balance'],
        [day(1), 'I1', 'A Ltd', 100, null, 100],
        [day(2), 'R1', 'A Ltd', null, 60, 40],
        [day(3), 'I2', 'B Ltd', 200, null, 240],
      ],
    },
  ]);
  expect(columnOf(dataset, 'transactions', 'amount')).toEqual([100, 200]);
});

it('leaves out an invoice that its status calls void', async () => {
  const rows = [
    ['开票日期', '购方名称', '价税合计', '发票状态'],
    [day(1), '甲', 113, '正常'],
    [day(2), '乙', 56, '作废'],
  ];
  const { dataset } = await ingest([{ name: '开票', rows }]);
  expect(columnOf(dataset, 'invoices', 'amount')).toEqual([113]);
});
