import { currencySaidIn } from '../../../../src/ingest/recognise/said-currency';
import { columnOf, ingest } from '../ingest-rows';

it.each([
  ['Export sales 2025 (unit: USD)', 'USD'],
  ['外销明细 单位：美元', 'USD'],
  ['Sales by customer (EUR 000s)', 'EUR'],
  ['销售明细（单位：万元）', 'CNY'],
  ['Top $ customers', undefined],
  ['币种：USD 币种：EUR', undefined],
])('%s says %s', (title, currency) => {
  expect(currencySaidIn(title)).toBe(currency);
});

it('keeps the currency of the title with the lines below it, and the home currency of other sheets', async () => {
  const { dataset } = await ingest([
    { name: '外销', rows: [['单位：美元'], ['日期', '客户', '金额'], ['2025-01-05', '甲公司', 10]] },
    { name: '内销', rows: [['单位：元'], ['日期', '客户', '金额'], ['2025-01-06', '甲公司', 7]] },
  ]);
  // 10 dollars have no rate: they are left out, and named.
  expect(columnOf(dataset, 'transactions', 'amount')).toEqual([7]);
  expect(dataset.issues.map(({ code }) => code)).toContain('currency-without-rate');
});

it('takes 实收 for what was sold at a till, and for what was paid on a list of receivables', async () => {
  const till = await ingest([
    {
      name: '收银流水',
      rows: [
        ['小票号', '时间', '会员', '应收', '优惠', '实收', '支付方式'],
        ['1', '2025-01-05', 'M1', 100, 10, 90, '微信'],
      ],
    },
  ]);
  expect(columnOf(till.dataset, 'transactions', 'amount')).toEqual([90]);
  const owed = await ingest([
    {
      name: '应收',
      rows: [
        ['客户', '日期', '应收金额', '实收金额', '未收金额'],
        ['甲公司', '2025-01-05', 100, 90, 10],
      ],
    },
  ]);
  expect(columnOf(owed.dataset, 'invoices', 'amount')).toEqual([100]);
  expect(columnOf(owed.dataset, 'invoices', 'paidAmount')).toEqual([90]);
});

it('reads years over months in a second row of headers as months', async () => {
  const { dataset } = await ingest([
    {
      name: '汇总',
      rows: [
        ['客户', '2024年', null, '2025年', null],
        [null, '1月', '2月', '1月', '2月'],
        ['甲公司', 1, 2, 3, 4],
      ],
    },
  ]);
  expect(columnOf(dataset, 'transactions', 'amount')).toEqual([1, 2, 3, 4]);
});

it('says how much money came back where it stands beside the amounts', async () => {
  const { dataset } = await ingest([
    {
      name: '销售',
      rows: [
        ['客户', '日期', '销售', null, '退货', null],
        [null, null, '数量', '金额', '数量', '金额'],
        ['甲公司', '2025-01-05', 2, 20, 1, 2],
        ['乙公司', '2025-01-06', 2, 20, null, null],
      ],
    },
  ]);
  expect(columnOf(dataset, 'transactions', 'amount')).toEqual([20, 20]);
  const told = dataset.issues.find(({ code }) => code === 'returned-beside');
  expect(told?.message.zh).toContain('1行');
  expect(told?.message.zh).toContain('退货/金额');
});
