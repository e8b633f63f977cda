import { columnOf, ingest, issuesOf } from '../ingest-rows';

const rows = (...lines: readonly (readonly [number, string])[]) => [
  ['日期', '客户', '金额', '状态'],
  ...lines.map(([amount, status], at) => [`2025-01-${String(at + 1).padStart(2, '0')}`, `客户${at}`, amount, status]),
];

it.each(['已退款', 'Refunded', '退款成功', '已发货，退款成功', '（未发货）退款成功'])(
  'takes %s for money that went back: no sale',
  async (status) => {
    const { dataset } = await ingest([{ name: '订单', rows: rows([100, '已完成'], [50, status]) }]);
    expect(columnOf(dataset, 'transactions', 'cancelled')).toEqual([-1, 1]);
    const told = dataset.issues.find(({ code }) => code === 'refunds-not-sales');
    expect(told?.message.zh).toBe('有1行写着已退款（50.00）');
  },
);

it('leaves the money to the negative lines where the sheet has them', async () => {
  const { dataset } = await ingest([{ name: '订单', rows: rows([100, '已退款'], [-100, '退货'], [70, '已完成']) }]);
  expect(columnOf(dataset, 'transactions', 'amount')).toEqual([100, -100, 70]);
  expect(columnOf(dataset, 'transactions', 'returned')).toEqual([1, 1, -1]);
  expect(issuesOf(dataset)).not.toContain('refunds-not-sales');
});

it.each(['(删除)等待付款', 'Cancelled by customer', '已取消（买家）', '等待买家付款'])(
  'takes %s for cancelled',
  async (status) => {
    const { dataset } = await ingest([{ name: '订单', rows: rows([100, '已完成'], [50, status]) }]);
    expect(columnOf(dataset, 'transactions', 'cancelled')).toEqual([-1, 1]);
  },
);

it.each(['Draft', '草稿'])('takes %s for no sale', async (status) => {
  const { dataset } = await ingest([{ name: '订单', rows: rows([100, '已完成'], [50, status]) }]);
  expect(columnOf(dataset, 'transactions', 'amount')).toEqual([100]);
});
