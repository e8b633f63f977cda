import { gatherTransactions, type GatheredTransactions } from '../../../../src/core/facts/transaction-facts';
import { SumsDoNotFit } from '../../../../src/core/facts/line-groups';
import { groupNames, RowGrouping } from '../../../../src/core/facts/row-grouping';
import { tableOf } from '../../../../src/core/model/dataset';
import { settingsWith, type Settings } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';
import { aWindow } from '../../../support/delivery-facts';

type Sale = RowOf<'transactions'>;
const window = { ...aWindow('2026-01-01', '2026-03-31'), firstDay: day('2025-06-01') };

function gather(builder: DatasetBuilder, changes: Partial<Settings> = {}): GatheredTransactions {
  const dataset = builder.build();
  const { columns } = tableOf(dataset, 'transactions');
  const clients = tableOf(dataset, 'clients');
  const grouping = (row: typeof columns.region, own: typeof columns.region) =>
    new RowGrouping(row, own, clients.rows, groupNames([row, own]));
  return gatherTransactions(dataset, window, settingsWith(changes), {
    regions: grouping(columns.region, clients.columns.region),
    reps: grouping(columns.rep, clients.columns.rep),
  });
}
const factsOf = (sales: readonly Sale[], changes?: Partial<Settings>): GatheredTransactions =>
  gather(aDataset().withTransactions(sales), changes);
const sale = (amount: number | undefined, more: Sale = {}): Sale => ({
  client: 'A',
  day: '2026-02-01',
  amount,
  ...more,
});

/** Net amounts of a client by month: `2026-2: 5`. */
const monthsOf = ({ slots, amounts, lines }: GatheredTransactions, client = 0): readonly string[] =>
  slots.flatMap(({ month }, at) => {
    const cell = client * slots.length + at;
    return lines[cell] === 0 ? [] : [`${Math.floor(month / 12)}-${(month % 12) + 1}: ${amounts.at(cell)}`];
  });

describe('lines one by one', () => {
  it('have their client, order and amount; returns and what does not count have no order', () => {
    const { lineRows, orders } = factsOf([
      sale(5, { orderNo: 'X' }),
      sale(-2, { orderNo: 'X' }),
      sale(7, { orderNo: 'Y', client: 'B' }),
      sale(9, { orderNo: 'Z', cancelled: true }),
      sale(1, { orderNo: 'X' }),
      sale(3, { orderNo: 'W', day: '2026-04-01' }),
      { amount: 4 },
    ]);
    expect([lineRows.rows, [...lineRows.client], [...lineRows.order]]).toEqual([
      ...[7, [0, 0, 1, 0, 0, 0, -1], [0, -1, 1, -1, 0, -1, -1]],
    ]);
    expect([...lineRows.slot].map((slot) => slot >= 0)).toEqual([true, true, true, false, true, false, false]);
    const each = [0, 1, 2, 3, 4, 5, 6];
    expect(each.map(lineRows.amountAt)).toEqual([5, -2, 7, 9, 1, 3, 4]);
    expect(each.map(lineRows.isReturnAt)).toEqual([false, true, false, false, false, false, false]);
    expect(each.map(lineRows.linesAt)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect([orders().rows, [...orders().client], [...orders().returned]]).toEqual([2, [0, 1], [1, 0]]);
  });

  it('without amounts are sales, and returns where their type says so', () => {
    const facts = factsOf([
      { client: 'A', day: '2026-02-01', quantity: 2 },
      { client: 'A', day: '2026-02-01', isReturn: true },
    ]);
    expect([facts.hasAmounts, [...facts.lines].reduce((a, b) => a + b), [...facts.sales].reduce((a, b) => a + b)]).toEqual([false, 2, 1]);
    expect([0, 1].map(facts.lineRows.isReturnAt)).toEqual([false, true]);
    expect([0, 1].map(facts.lineRows.amountAt)).toEqual([0, 0]);
  }); // prettier-ignore

  it('of nothing are sales; a flag goes before the sign', () => {
    const { lineRows } = factsOf([sale(0), sale(-1, { isReturn: false }), sale(1, { isReturn: true }), sale(-1)]);
    expect([0, 1, 2, 3].map(lineRows.isReturnAt)).toEqual([false, false, true, true]);
  });
});

describe('profit', () => {
  const profitsOf = (sales: readonly Sale[]): unknown => {
    const { profits, profitRows } = factsOf(sales);
    return profits && [profits.at(0), profitRows[0]];
  };
  it('is its column, else amount less cost, of the lines that have it', () => {
    expect(profitsOf([sale(5, { profit: 2, cost: 1 }), sale(5, { cost: 4 }), sale(7, { profit: -1 })])).toEqual([1, 2]);
    expect(profitsOf([sale(5, { cost: 1.5 }), sale(5), sale(-2, { cost: -1 })])).toEqual([2.5, 2]);
    expect(profitsOf([sale(5)])).toBeUndefined();
    expect(profitsOf([{ client: 'A', day: '2026-02-01', cost: 5 }])).toBeUndefined();
  });
});

describe('the latest region and rep of a client', () => {
  it('are those of its latest line that has one; of one day the first by name', () => {
    const facts = factsOf([
      sale(1, { day: '2026-01-05', region: '华东', rep: '王芳' }),
      sale(1, { day: '2026-03-05', region: '华南', rep: '李强' }),
      sale(1, { day: '2026-03-05', region: '华北' }),
      sale(1, { day: '2026-03-06', region: '', rep: '' }),
      sale(1, { day: '2026-02-06', region: '安徽' }),
      sale(1, { day: '2026-03-07', region: '安徽', cancelled: true }),
      sale(-1, { client: 'B', day: '2026-03-07', region: '华东' }),
      sale(1, { client: 'C', day: '2026-03-07' }),
    ]);
    expect([...facts.lastRegion].map((group) => facts.regions.names[group])).toEqual(['华北', '华东', '']);
    expect([...facts.lastRep].map((group) => facts.reps.names[group])).toEqual(['李强', '', '']);
  });

  it('are none where rows have none', () => {
    const facts = gather(aDataset().withClients([{ code: 'A', region: '华东' }]).withTransactions([sale(1)]));
    expect([...facts.lastRegion]).toEqual([0]);
    expect([facts.byRegion, facts.byCountry]).toEqual([undefined, undefined]);
  }); // prettier-ignore
});

describe('orders', () => {
  it('have the first of their days, regions and reps', () => {
    const { orders, regions, reps } = factsOf([
      sale(1, { orderNo: 'X', day: '2026-02-05', region: '华南', rep: '王芳' }),
      sale(1, { orderNo: 'X', day: '2026-02-03', region: '华北', rep: '李强' }),
      sale(1, { orderNo: 'X', day: '2026-02-09', region: '华南', rep: '王芳' }),
      sale(1, { orderNo: 'Y', day: '2026-02-09' }),
    ]);
    expect([...orders().day]).toEqual([day('2026-02-03'), day('2026-02-09')]);
    expect([...orders().region].map((at) => regions.names[at])).toEqual(['华北', '']);
    expect([...orders().rep].map((at) => reps.names[at])).toEqual(['李强', '']);
    expect(orders().counts).toBeUndefined();
  });

  it('are kept however many there are without a number', () => {
    const sales = Array.from({ length: 90 }, (_, at) => sale(1, { client: `C${at}`, day: day('2026-01-01') + at, ...(at === 89 && { returned: true }) })); // prettier-ignore
    const { orders, orderBasis } = factsOf(sales);
    expect([orderBasis, orders().rows, [...orders().client]]).toEqual(['day', 90, sales.map((_, at) => at)]);
    expect([...orders().day]).toEqual(sales.map((_, at) => day('2026-01-01') + at));
    expect([...orders().returned]).toEqual(sales.map((_, at) => (at === 89 ? 1 : 0)));
  });
});

describe('returns that count with their sale', () => {
  const ofSale = { 'returns.period': 'ofSale' } as const;
  it('count on the first day of a sale of their order, else on their own', () => {
    const sales = [
      sale(10, { orderNo: 'X', day: '2026-02-10' }),
      sale(10, { orderNo: 'X', day: '2026-01-10' }),
      sale(10, { orderNo: 'X', day: '2025-12-10', cancelled: true }),
      sale(-1, { orderNo: 'X', day: '2026-03-01' }),
      sale(-2, { orderNo: 'Y', day: '2026-03-01' }),
      sale(-4, { orderNo: '', day: '2026-03-01' }),
      sale(-8, { orderNo: 'X', day: '2025-11-01' }),
      sale(20, { orderNo: 'X', day: '2025-10-01', client: 'B' }),
      sale(20, { orderNo: 'X', day: '2026-04-01' }),
    ];
    expect(monthsOf(factsOf(sales, ofSale))).toEqual(['2026-1: 1', '2026-2: 10', '2026-3: -6']);
    expect(monthsOf(factsOf(sales))).toEqual(['2025-11: -8', '2026-1: 10', '2026-2: 10', '2026-3: -7']);
    const bare = sales.map(({ orderNo: _, ...rest }) => rest);
    expect(monthsOf(factsOf(bare, ofSale))).toEqual(monthsOf(factsOf(sales)));
  });
});

describe('a returns sheet with amounts', () => {
  const book = (...notes: readonly RowOf<'returns'>[]) =>
    aDataset()
      .withTransactions([
        sale(100, { orderNo: 'X', day: '2026-01-10', quantity: 9, region: '华东' }),
        sale(50, { orderNo: 'Y', client: 'B', day: '2026-02-10', quantity: 5 }),
      ])
      .withReturns(notes);
  it('takes off what it says, whatever its sign, on its own day, else on that of the sale', () => {
    const facts = gather(
      book(
        { client: 'A', day: '2026-03-01', amount: 5, quantity: 1 },
        { client: 'A', day: '2026-03-02', amount: -6 },
        { orderNo: 'X', amount: 7, quantity: -2 },
        { orderNo: 'Y', day: '2026-03-31', amount: 8 },
        { client: 'A', orderNo: 'Y', day: '2026-03-03', amount: 1 },
      ),
    );
    expect([monthsOf(facts), monthsOf(facts, 1)]).toEqual([
      ['2026-1: 93', '2026-3: -12'],
      ['2026-2: 50', '2026-3: -8'],
    ]);
    const total = (values: Int32Array) => values.reduce((sum, one) => sum + one, 0);
    expect([total(facts.lines), total(facts.sales), total(facts.quantityRows), total(facts.returnTally.used)]).toEqual([7, 2, 4, 5]);
    // The order of another client is not marked.
    expect([...facts.orders().returned]).toEqual([1, 1]);
    const { lineRows } = facts;
    expect([lineRows.rows, [...lineRows.client], [...lineRows.order]]).toEqual([7, [0, 1, 0, 0, 0, 1, 0], [0, 1, -1, -1, -1, -1, -1]]);
    expect([2, 3, 4].map(lineRows.amountAt)).toEqual([-5, -6, -7]);
    expect([1, 2].map(lineRows.isReturnAt)).toEqual([false, true]);
    expect([1, 2].map(lineRows.linesAt)).toEqual([1, 1]);
  }); // prettier-ignore

  it('marks no order of another client', () => {
    expect([...gather(book({ client: 'A', orderNo: 'Y', day: '2026-03-03', amount: 1 })).orders().returned]).toEqual([0, 0]);
  }); // prettier-ignore

  it('counts with the sale where settings say so', () => {
    const notes = [{ orderNo: 'X', day: '2026-03-01', amount: 5 }, { client: 'A', day: '2026-03-02', amount: 6 }]; // prettier-ignore
    expect(monthsOf(gather(book(...notes), { 'returns.period': 'ofSale' }))).toEqual(['2026-1: 95', '2026-3: -6']);
  });

  it('leaves out what lacks client, day or amount, and counts what is of another time', () => {
    const facts = gather(
      book(
        { orderNo: 'Z', day: '2026-03-01', amount: 5 },
        { client: 'A', amount: 5 },
        { client: 'A', day: '2026-03-01' },
        { client: 'A', day: '2026-04-01', amount: 5 },
        { client: 'A', day: '2025-12-31', amount: 5 },
        { client: 'A', day: '2026-01-01', amount: 5 },
      ),
    );
    const { used, outOfPeriod, unusable } = facts.returnTally;
    expect([used, outOfPeriod, unusable].map((rows) => rows.reduce((sum, one) => sum + one, 0))).toEqual([1, 2, 3]);
    expect(monthsOf(facts)).toEqual(['2025-12: -5', '2026-1: 95']);
  });

  it('stands in the region of its client, in year and period', () => {
    const builder = aDataset()
      .withClients([{ code: 'A', region: '华北' }])
      .withTransactions([sale(100, { region: '华东', quantity: 9 })])
      .withReturns([{ client: 'A', day: '2026-03-01', amount: 5, quantity: 1 }, { client: 'A', day: '2025-12-01', amount: 7 }]); // prettier-ignore
    const { byRegion, years } = gather(builder);
    const at = (group: number, span: number) => {
      const cell = group * byRegion!.spans + span;
      return [byRegion!.amounts.at(cell), byRegion!.lines[cell], byRegion!.quantities!.at(cell)];
    };
    expect([byRegion!.names, years]).toEqual([
      ['', '华东', '华北'],
      [2025, 2026],
    ]);
    expect([at(2, 0), at(2, 1), at(2, 2), at(1, 2), at(0, 2)]).toEqual([
      [-7, 1, 0],
      [-5, 1, -1],
      [-5, 1, -1],
      [100, 1, 9],
      [0, 0, 0],
    ]);
    expect(byRegion!.sellers.size).toBe(2);
  });

  it('without amounts takes nothing off', () => {
    expect(monthsOf(gather(book({ client: 'A', day: '2026-03-01' })))).toEqual(['2026-1: 100']);
  });
});

describe('rows that stand for several lines do not fit', () => {
  const sums = (more: Sale = {}): Sale =>
    sale(9, { day: '2026-02-20', lines: 3, dayBits: 1 << 19, orders: 1, ...more });
  const gathering = (builder: DatasetBuilder, changes?: Partial<Settings>) => () => gather(builder, changes);
  it('where they reach over the end of a period, stand beside lines, or returns go to their orders', () => {
    expect(gathering(aDataset().withTransactions([sums()]))).not.toThrow();
    const over = sums({ day: '2026-01-05', dayBits: (1 << 4) | (1 << 0), lines: 2 });
    expect(gathering(aDataset().withTransactions([over]))).not.toThrow();
    const early = { ...window, period: { from: day('2026-01-03'), to: window.period.to } };
    const dataset = aDataset().withTransactions([over]).build();
    const none = new RowGrouping(undefined, undefined, 1);
    expect(() => gatherTransactions(dataset, early, settingsWith({}), { regions: none, reps: none })).toThrow(SumsDoNotFit);
    expect(gathering(aDataset().withTransactions([sums(), sale(1)]))).toThrow(SumsDoNotFit);
    const returns = aDataset().withTransactions([sums()]).withReturns([{ client: 'A', amount: 1, orderNo: 'X' }]);
    expect(gathering(returns)).toThrow(SumsDoNotFit);
    const numbered = aDataset().withTransactions([sums({ orderNo: 'X' })]);
    expect(gathering(numbered)).not.toThrow();
    expect(gathering(numbered, { 'returns.period': 'ofSale' })).toThrow(SumsDoNotFit);
  }); // prettier-ignore
});

describe('sums that stand for several lines', () => {
  it('count whole orders by themselves, with the day of the row and what it says of them', () => {
    const row = { client: 'A', day: '2026-02-20', amount: 9, lines: 5, dayBits: (1 << 19) | (1 << 3), orders: 3, region: '华东', rep: '李强' };
    const { orders, regions, reps, lineRows, firstSale, lastSale } = factsOf([row, { ...row, client: 'B', orders: 1, returned: true, rep: '王芳' }]);
    expect([orders().rows, [...orders().client], [...orders().day]]).toEqual([2, [0, 1], [day('2026-02-20'), day('2026-02-20')]]);
    expect([[...orders().counts!], [...orders().returned]]).toEqual([[3, 1], [0, 1]]);
    expect([[...orders().region].map((at) => regions.names[at]), [...orders().rep].map((at) => reps.names[at])]).toEqual([['华东', '华东'], ['李强', '王芳']]);
    expect([0, 1].map(lineRows.linesAt)).toEqual([5, 5]);
    expect([[...firstSale], [...lastSale]]).toEqual([[day('2026-02-04'), day('2026-02-04')], [day('2026-02-20'), day('2026-02-20')]]);
  }); // prettier-ignore

  it('without client or day are none', () => {
    const bare = factsOf([{ amount: 5 }]);
    expect([bare.lineRows.client[0], bare.tally.unusable.reduce((sum, one) => sum + one, 0)]).toEqual([-1, 1]);
    expect(factsOf([{ client: 'A', amount: 5 }]).tally.unusable.reduce((sum, one) => sum + one, 0)).toBe(1);
  });
});
