import { analyse, resolveAsOf } from '../../../../src/core/analyse';
import type { PeriodChoice } from '../../../../src/core/model/period';
import { manualTierOf } from '../../../../src/core/sales/client-figures';
import { settingsWith, type Settings } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder } from '../../../support/dataset-builder';

const analyseAt = (
  builder: DatasetBuilder,
  asOf: string,
  period: PeriodChoice = { kind: 'all' },
  changes: Partial<Settings> = {},
) => analyse(builder.build(), { today: day('2026-06-30'), asOf: day(asOf), period, settings: settingsWith(changes) });

describe('a line without a type', () => {
  it('is a sale from the first fen on, and a return below nothing', () => {
    const orders = (amount: number): number =>
      analyseAt(aDataset().withTransactions([{ client: 'A', day: '2026-03-01', amount, orderNo: 'B1' }]), '2026-03-31')
        .totals.orders;
    expect([orders(0.01), orders(0.5), orders(-0.5)]).toEqual([1, 1, 0]);
  });
});

describe('the as-of day', () => {
  const today = day('2026-06-30');

  it('is the last transaction day', () => {
    const dataset = aDataset()
      .withTransactions([{ client: 'A', day: '2026-03-01', amount: 1 }])
      .withDeliveries([{ client: 'A', deliveredDay: '2026-04-01' }])
      .build();
    expect(resolveAsOf(dataset, today)).toBe(day('2026-03-01'));
  });

  it('is capped at today', () => {
    const dataset = aDataset()
      .withTransactions([{ client: 'A', day: '2027-03-01', amount: 1 }])
      .build();
    expect(resolveAsOf(dataset, today)).toBe(today);
  });

  it('without transactions is the last day something happened to a delivery; promises are plans', () => {
    const dataset = aDataset()
      .withDeliveries([{ client: 'A', orderDay: '2026-02-01', promisedDay: '2026-05-01', shippedDay: '2026-02-03' }])
      .build();
    expect(resolveAsOf(dataset, today)).toBe(day('2026-02-03'));
  });

  it('is the one asked for, and today where there is nothing', () => {
    expect(resolveAsOf(aDataset().build(), today, day('2020-01-01'))).toBe(day('2020-01-01'));
    expect(resolveAsOf(aDataset().build(), today)).toBe(today);
  });
});

describe('sums', () => {
  it('keep a line as the sheet has it and round once', () => {
    // Three lines of 0.005 are 0.015 → 0.02; rounding each first would give 0.03.
    const lines = Array.from({ length: 3 }, () => ({ client: 'A', day: '2026-01-05', amount: 0.005 }));
    expect(analyseAt(aDataset().withTransactions(lines), '2026-01-31').totals.netAmount).toBe(2);
  });

  it('take returns off in their own period, or with asked in that of the sale', () => {
    const sales = (): DatasetBuilder =>
      aDataset().withTransactions([
        { client: 'A', day: '2025-12-20', amount: 100, orderNo: 'X', isReturn: false },
        { client: 'A', day: '2026-01-10', amount: 40, orderNo: 'Y', isReturn: false },
        { client: 'A', day: '2026-01-15', amount: -30, orderNo: 'X', isReturn: true },
      ]);
    const year = { kind: 'year', year: 2026 } as const;
    expect(analyseAt(sales(), '2026-01-31', year).clients[0]).toMatchObject({
      netAmount: 1000,
      grossAmount: 4000,
      returnAmount: 3000,
      orders: 1,
      lines: 2,
    });
    expect(analyseAt(sales(), '2026-01-31', year, { 'returns.period': 'ofSale' }).clients[0]).toMatchObject({
      netAmount: 4000,
      returnAmount: 0,
    });
  });

  it('take a returns sheet with amounts off, by its own client and day or those of the order', () => {
    const found = analyseAt(
      aDataset()
        .withTransactions([
          { client: 'A', day: '2026-01-10', amount: 100, orderNo: 'X' },
          { client: 'B', day: '2026-01-11', amount: 50, orderNo: 'Y' },
        ])
        .withReturns([
          { orderNo: 'X', amount: 30 },
          { client: 'B', day: '2026-01-20', amount: -5 },
          { orderNo: 'unknown', amount: 9 },
        ]),
      '2026-01-31',
    );
    expect(found.clients.map(({ netAmount, returnAmount }) => [netAmount, returnAmount])).toEqual([
      [7000, 3000],
      [4500, 500],
    ]);
    expect(found.accounts.find(({ table }) => table === 'returns')).toMatchObject({ read: 3, used: 2, rejected: 1 });
    const rate = (id: string) => found.indicators.find((one) => one.id === id)!.current;
    expect(rate('returns.orders')).toMatchObject({ numerator: 1, denominator: 2 });
    expect(rate('returns.amount')).toMatchObject({ numerator: 35, denominator: 150 });
  });

  it('count orders by number, else by document, else by day', () => {
    const orders = (more: object) =>
      analyseAt(
        aDataset().withTransactions([
          { client: 'A', day: '2026-01-05', amount: 1, ...more },
          { client: 'A', day: '2026-01-05', amount: 1, ...more },
          { client: 'A', day: '2026-01-06', amount: 1, ...more },
          { client: 'A', day: '2026-01-06', amount: -1, ...more },
        ]),
        '2026-01-31',
      );
    expect(orders({ orderNo: 'X' })).toMatchObject({ orderBasis: 'orderNo', totals: { orders: 1 } });
    expect(orders({ documentNo: 'D' })).toMatchObject({ orderBasis: 'documentNo', totals: { orders: 1 } });
    expect(orders({})).toMatchObject({ orderBasis: 'day', totals: { orders: 2 } });
  });

  it('count an order that reaches over two months in each of them', () => {
    const found = analyseAt(
      aDataset().withTransactions([
        { client: 'A', day: '2025-12-31', amount: 1, orderNo: 'X' },
        { client: 'A', day: '2026-01-01', amount: 1, orderNo: 'X' },
      ]),
      '2026-01-31',
    );
    expect(found.totals.orders).toBe(1);
    expect(found.months.map(({ orders }) => orders)).toEqual([1, 1]);
    expect(found.years.map(({ orders }) => orders)).toEqual([1, 1]);
  });
});

describe('the account of a sheet', () => {
  it('closes: read = used + rejected + out of period + cancelled', () => {
    const { accounts } = analyseAt(
      aDataset()
        .withTransactions([
          { client: 'A', day: '2026-01-05', amount: 1, cancelled: false },
          { client: 'A', day: '2025-01-05', amount: 1, cancelled: false },
          { client: 'A', day: '2026-02-05', amount: 1, cancelled: false }, // after as-of
          { client: 'A', day: '2026-01-05', amount: 7, cancelled: true },
          { client: 'A', day: '2026-01-05', cancelled: false }, // no amount
        ])
        .withAccount('交易', 'transactions', { read: 7, rejected: 2 }),
      '2026-01-31',
      { kind: 'year', year: 2026 },
    );
    expect(accounts[0]).toEqual({
      sheet: '交易',
      table: 'transactions',
      read: 7,
      used: 1,
      passedOver: 0,
      rejected: 3,
      outOfPeriod: 2,
      cancelled: 1,
      usedAmount: 100,
      rejectedAmount: 0,
      outOfPeriodAmount: 200,
      cancelledAmount: 700,
    });
  });
});

describe('periods', () => {
  const twoYears = (): DatasetBuilder =>
    aDataset().withTransactions([
      { client: 'A', day: '2024-01-10', amount: 100 },
      { client: 'B', day: '2024-06-10', amount: 40 },
      { client: 'C', day: '2023-06-10', amount: 5 },
      { client: 'A', day: '2025-06-10', amount: 150 },
      { client: 'C', day: '2025-07-10', amount: 10 },
      { client: 'D', day: '2025-12-31', amount: 20 },
    ]);

  it('compare with the year before', () => {
    const { totals, clients } = analyseAt(twoYears(), '2025-12-31', { kind: 'year', year: 2025 });
    expect(totals).toMatchObject({ netAmount: 18000, previousNetAmount: { value: 14000 }, activeClients: 3 });
    expect(totals.growth.known && totals.growth.value).toBeCloseTo(40 / 140, 12);
    expect(clients.find(({ code }) => code === 'A')!.growth).toEqual({ known: true, value: 0.5 });
    expect(clients.find(({ code }) => code === 'D')!.growth.known).toBe(false);
    expect(clients.find(({ code }) => code === 'B')!).toMatchObject({
      tier: { known: false, why: { reason: 'no-rows' } },
      tierReason: { zh: '本期无交易' },
    });
  });

  it('tell kept, new, lost and reactivated clients', () => {
    const { retention } = analyseAt(twoYears(), '2025-12-31', { kind: 'year', year: 2025 });
    expect(retention).toMatchObject({
      known: true,
      value: {
        activeBefore: 2,
        kept: 1,
        newClients: 1,
        lost: 1,
        reactivated: 1,
        rate: { numerator: 1, denominator: 2 },
      },
    });
    expect(retention.known && retention.value.lostClients).toEqual([1]);
    expect(retention.known && retention.value.reactivatedClients).toEqual([2]);
    expect(retention.known && retention.value.newClientList).toEqual([3]);
  });

  it('have no retention where the data do not reach back', () => {
    expect(analyseAt(twoYears(), '2025-12-31').retention).toEqual({
      known: false,
      why: { reason: 'no-period-before' },
    });
  });

  it('grow only between whole years', () => {
    const { years } = analyseAt(twoYears(), '2025-12-31');
    expect(years.map(({ year, isPartial, clients, netAmount }) => [year, isPartial, clients, netAmount])).toEqual([
      [2023, true, 1, 500],
      [2024, false, 2, 14000],
      [2025, false, 3, 18000],
    ]);
    expect(years[1]!.growth).toEqual({ known: false, why: { reason: 'too-few', have: 7, need: 12 } });
    expect(years[2]!.growth.known && years[2]!.growth.value).toBeCloseTo(2 / 7, 12);
  });

  it('cut months at the ends of the period', () => {
    const found = analyseAt(
      aDataset().withTransactions([
        { client: 'A', day: '2025-03-15', amount: 1 },
        { client: 'A', day: '2025-03-16', amount: 2 },
        { client: 'A', day: '2026-03-15', amount: 4 },
      ]),
      '2026-03-15',
      { kind: 'last12m' },
    );
    expect(found.months).toHaveLength(13);
    expect(found.months[0]).toMatchObject({ netAmount: 200, isPartial: true });
    expect(found.months[1]).toMatchObject({ netAmount: 0, clients: 0, isPartial: false });
    // The same month a year earlier is the whole month.
    expect(found.months[12]).toMatchObject({ netAmount: 400, isPartial: true, yearBefore: { value: 300 } });
    expect(found.clientMonths[0]!.amounts.filter((amount) => amount !== 0)).toEqual([200, 400]);
  });
});

describe('表13-4', () => {
  it('shows all that tie with the fifth', () => {
    const amounts = [90, 80, 70, 60, 50, 50, 40];
    const { topFive } = analyseAt(
      aDataset().withTransactions(amounts.map((amount, at) => ({ client: `C${at}`, day: '2025-05-05', amount }))),
      '2025-12-31',
    );
    expect(topFive.map(({ code, rank }) => [code, rank])).toEqual([
      ['C0', 1],
      ['C1', 2],
      ['C2', 3],
      ['C3', 4],
      ['C4', 5],
      ['C5', 5],
    ]);
    expect(topFive[0]!.share).toBe(90 / 440);
    expect(topFive[5]!.cumulativeShare).toBe(400 / 440);
  });
});

describe('an empty workbook', () => {
  it('gives missing figures, no exception', () => {
    const found = analyseAt(aDataset(), '2026-01-31');
    expect(found.totals).toMatchObject({ netAmount: 0, orders: 0, activeClients: 0 });
    expect(found.concentration.known).toBe(false);
    expect(found.indicators).toHaveLength(53);
    expect(found.indicators.filter(({ current }) => current.value.known)).toEqual([]);
  });
});

describe('manual tier', () => {
  it.each([
    ['Ⅱ类', 2],
    ['II', 2],
    ['2', 2],
    ['二级', 2],
    ['A类', 1],
    ['Tier 3', 3],
  ])('reads %s as %i', (text, tier) => {
    expect(manualTierOf(text, true)).toEqual({ known: true, value: tier });
  });

  it('does not guess', () => {
    expect(manualTierOf('重要', true)).toEqual({ known: false, why: { reason: 'not-entered' } });
    expect(manualTierOf('', false)).toEqual({
      known: false,
      why: { reason: 'no-column', column: 'clients.manualTier' },
    });
  });
});
