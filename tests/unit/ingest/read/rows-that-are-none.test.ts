import { accountOf, columnOf, ingest } from '../ingest-rows';

it('passes over a total that nothing calls one, and does not fill it down', async () => {
  const { dataset } = await ingest([
    {
      name: 'VF05',
      rows: [
        ['Billing Doc.', 'Name 1', 'Billing date', 'Net value', 'Curr.'],
        ['90000001', 'Alpha GmbH', '2025-01-05', 1234.5, 'EUR'],
        ['90000002', 'Beta AG', '2025-01-16', 2000, 'EUR'],
        ['90000003', 'Alpha GmbH', '2025-01-28', -234.5, 'EUR'],
        [null, null, null, 3000, 'EUR'],
      ],
    },
  ]);
  expect(columnOf(dataset, 'transactions', 'amount')).toEqual([1234.5, 2000, -234.5]);
  expect(accountOf(dataset, 'VF05')).toEqual({ read: 3, rejected: 0, passedOver: 1 });
});

it('passes over totals of groups that nothing calls so', async () => {
  const { dataset } = await ingest([
    {
      name: '销售',
      rows: [
        ['日期', '客户', '金额'],
        ['2025-01-05', '甲', 10],
        ['2025-01-06', '甲', 20],
        ['2025-01-07', '甲', 30],
        [null, null, 60],
        ['2025-01-05', '乙', 1],
        ['2025-01-06', '乙', 2],
        ['2025-01-07', '乙', 4],
        [null, null, 7],
        [null, null, 67],
      ],
    },
  ]);
  expect(columnOf(dataset, 'transactions', 'amount')).toEqual([10, 20, 30, 1, 2, 4]);
});

it('fills down lines of an order though two of its amounts are the third', async () => {
  const { dataset } = await ingest([
    {
      name: '销售',
      rows: [
        ['日期', '客户', '品名', '金额'],
        ['2025-01-05', '甲', 'A', 100],
        [null, null, 'B', 200],
        [null, null, 'C', 300],
        ['2025-01-06', '乙', 'A', 50],
        [null, null, 'B', 70],
      ],
    },
  ]);
  expect(columnOf(dataset, 'transactions', 'amount')).toEqual([100, 200, 300, 50, 70]);
});

it('passes over the heads of groups with the number of their lines', async () => {
  const { dataset } = await ingest([
    {
      name: 'account.move',
      rows: [
        ['Number', 'Partner', 'Invoice Date', 'Due Date', 'Total'],
        ['Azure Interior (2)', null, null, null, 345],
        ['INV/1', 'Azure Interior', '2025-01-05', '2025-02-05', 230],
        ['INV/2', 'Azure Interior', '2025-02-05', '2025-03-05', 115],
        ['Deco Addict (1)', null, null, null, 460],
        ['INV/3', 'Deco Addict', '2025-03-05', '2025-04-05', 460],
      ],
    },
  ]);
  expect(columnOf(dataset, 'invoices', 'amount')).toEqual([230, 115, 460]);
  expect(accountOf(dataset, 'account.move')).toEqual({ read: 3, rejected: 0, passedOver: 2 });
});

it('passes over totals that stand above their lines, which keep the client', async () => {
  const { dataset } = await ingest([
    {
      name: '销售',
      rows: [
        ['客户', '日期', '单号', '金额'],
        ['甲', null, null, 30],
        [null, '2025-01-05', 'a', 10],
        [null, '2025-01-06', 'b', 20],
        ['乙', null, null, 70],
        [null, '2025-01-07', 'c', 30],
        [null, '2025-01-08', 'd', 40],
      ],
    },
  ]);
  expect(columnOf(dataset, 'transactions', 'amount')).toEqual([10, 20, 30, 40]);
  expect(columnOf(dataset, 'transactions', 'client')).toEqual([0, 0, 1, 1]);
  expect(accountOf(dataset, '销售')).toEqual({ read: 4, rejected: 0, passedOver: 2 });
});
