import { tableOf } from '../../../../src/core/model/dataset';
import { known, missing } from '../../../../src/core/model/outcome';
import { findLastLines } from '../../../../src/core/sales/purchases/last-lines';
import { findLastPurchases } from '../../../../src/core/sales/purchases/last-purchases';
import { listYearLines } from '../../../../src/core/sales/purchases/year-lines';
import { measureRhythms } from '../../../../src/core/sales/rhythm';
import { collectSalesHistory, orderDaysOfYear, quantityOfYear } from '../../../../src/core/sales/sales-history';
import { settingsWith } from '../../../../src/core/settings';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';

const AS_OF = '2026-03-15';
const sale = (client: string | undefined, on: string | undefined, amount: number | undefined, more: RowOf<'transactions'> = {}): RowOf<'transactions'> => ({ client, day: on, amount, ...more }); // prettier-ignore

function historyOf(rows: readonly RowOf<'transactions'>[], family?: string, returns: readonly RowOf<'returns'>[] = []) {
  const dataset = aDataset()
    .withClients([{ code: 'A' }, { code: 'B' }])
    .withTransactions(rows)
    .withReturns(returns)
    .build();
  return collectSalesHistory(tableOf(dataset, 'transactions'), tableOf(dataset, 'returns'), 2, day(AS_OF), family);
}

describe('what a line is to the history of its client', () => {
  it('is a sale by its quantity where it has no amount, a return where that is below 0', () => {
    const history = historyOf([
      sale('A', '2026-03-01', undefined, { quantity: 2 }),
      sale('A', '2026-03-02', undefined, { quantity: 0 }),
      sale('A', '2026-03-03', undefined, { quantity: -1 }),
      sale('A', '2026-03-04', undefined),
      sale('A', '2026-03-05', 0, { quantity: 5 }),
      sale('A', '2026-03-06', -3, { quantity: 5 }),
      sale('A', '2026-03-07', 7, { quantity: 5, isReturn: true }),
    ]);
    expect([...history.days]).toEqual([day('2026-03-01')]);
    // 3 went back and 7, whatever their sign; quantities are added as they stand: 2 − 1 + 5 + 5 + 5.
    expect([history.grossAmounts[0], history.returnAmounts[0], history.amounts[0]]).toEqual([0, 1000, 400]);
    expect(quantityOfYear(history, 0)).toEqual(known(16_000));
    expect(orderDaysOfYear(history, 0)).toBe(1);
  });

  it('of another client, of nobody, or of a client beyond the list, is not its own', () => {
    const dataset = aDataset()
      .withClients([{ code: 'A' }, { code: 'B' }])
      .withTransactions([sale('A', '2026-03-01', 5), sale('B', '2026-03-02', 7), sale(undefined, '2026-03-03', 9)])
      .build();
    const one = collectSalesHistory(tableOf(dataset, 'transactions'), tableOf(dataset, 'returns'), 1, day(AS_OF));
    expect([one.clients, [...one.days], [...one.offsets], [...one.counts], one.amounts[0]]).toEqual([
      ...[1, [day('2026-03-01')], [0], [1], 500],
    ]);
    const none = collectSalesHistory(tableOf(dataset, 'transactions'), tableOf(dataset, 'returns'), 0, day(AS_OF));
    expect([[...none.days], [...none.offsets]]).toEqual([[], []]);
  });

  it('of one product family is counted apart, in its own unit', () => {
    const line = (client: string, quantity: number, unit: string, category: string | undefined) => sale(client, '2026-03-01', 1, { quantity, unit, category }); // prettier-ignore
    const rows = [
      line('A', 2, '吨', '饲料'),
      line('A', 500, 'kg', ' 饲料 '),
      line('A', 9, '箱', '包装'),
      line('B', 1, '吨', undefined),
      { ...line('B', 1, '吨', '饲料'), day: '2025-03-15' },
      { ...line('B', 3, '吨', '饲料'), day: '2025-03-16' },
    ];
    const of = (family: string, given = rows) => historyOf(given, family).ofFamily;
    expect(of('饲料')).toEqual(known(Float64Array.of(2_500_000, 3_000_000)));
    expect(of(' 饲料')).toEqual(known(Float64Array.of(2_500_000, 3_000_000)));
    expect(of('包装')).toEqual(known(Float64Array.of(9000, 0)));
    expect(of('没有')).toEqual(missing({ reason: 'no-rows' }));
    expect(of('')).toBeUndefined();
    expect(of('饲料', [...rows, line('B', 1, '箱', '饲料')])).toEqual(missing({ reason: 'mixed-units' }));
    expect(of('饲料', [sale('A', '2026-03-01', 1, { quantity: 1 })])).toEqual(missing({ reason: 'no-column', column: 'transactions.category' })); // prettier-ignore
    expect(of('饲料', [sale('A', '2026-03-01', 1, { category: '饲料' })])).toEqual(missing({ reason: 'no-column', column: 'transactions.quantity' })); // prettier-ignore
    expect(historyOf(rows, '饲料').quantities).toEqual(missing({ reason: 'mixed-units' }));
  });
});

describe('the rhythm in words', () => {
  const ago = (client: string, ...ages: number[]) => ages.map((age) => ({ client, day: (day(AS_OF) - age) as never, amount: 1 })); // prettier-ignore
  const rhythmsOf = (rows: readonly RowOf<'transactions'>[], groupOf: (client: number) => string = () => '') =>
    measureRhythms(historyOf(rows), groupOf, settingsWith({ 'rhythm.minPeers': 1 }));
  const words = (...given: Parameters<typeof rhythmsOf>) => rhythmsOf(...given).map(({ reason }) => reason.zh);

  it('is the last order, the usual gap, and what that means', () => {
    expect(words(ago('A', 50, 40, 30, 20, 10))).toEqual([
      '最近下单 2026-03-05，已 10 天；通常每 10 天一单；节奏正常',
      '尚无成交',
    ]);
    expect(words(ago('A', 61, 50, 41, 31))[0]).toBe(
      '最近下单 2026-02-12，已 31 天；通常每 10 天一单；超过 30 天，该下单未下单',
    );
    expect(words(ago('A', 221, 210, 200, 181))[0]).toBe(
      '最近下单 2025-09-15，已 181 天；通常每 11 天一单；超过 180 天，算停购',
    );
    expect(words(ago('A', 45, 34, 24, 13, 3))[0]).toContain('通常每 10.5 天一单');
    expect(rhythmsOf(ago('A', 5))[0]!.reason.en).toBe('Last order 2026-03-10, 5 days ago; too few orders to judge the rhythm: only the minimum number of days applies; on rhythm'); // prettier-ignore
  });

  it('is borrowed from its industry, else from all, and says so', () => {
    const rows = [...ago('A', 40, 30, 20, 10), ...ago('B', 5)];
    expect(words(rows, () => '饲料')[1]).toBe('最近下单 2026-03-10，已 5 天；同行每 10 天一单（参照）；节奏正常');
    expect(words(rows, (client) => ['饲料', '养殖'][client]!)[1]).toBe(
      '最近下单 2026-03-10，已 5 天；全部客户每 10 天一单（参照）；节奏正常',
    );
    expect(words(rows, () => '')[1]).toContain('全部客户每 10 天一单');
  });

  it('varies by the spread of its gaps', () => {
    // 10, 20, 30: spread 10, mean 20.
    expect(rhythmsOf(ago('A', 60, 50, 30, 0))[0]).toMatchObject({ variation: known(0.5), medianGap: known(20) });
    expect(rhythmsOf(ago('A', 60, 50, 30))[0]!.variation).toEqual(missing({ reason: 'too-few', have: 2, need: 3 }));
  });
});

describe('the last purchase', () => {
  const lastOf = (...rows: RowOf<'transactions'>[]) =>
    findLastPurchases(
      aDataset()
        .withClients([{ code: 'A' }, { code: 'B' }])
        .withTransactions(rows)
        .build(),
      day(AS_OF),
    );

  it('is of the last day, of its largest line, the first of equal ones', () => {
    const found = lastOf(
      sale('A', '2026-03-14', 900, { product: '旧', category: '旧' }),
      sale('A', '2026-03-15', 10, { product: '甲', category: '粮' }),
      sale('A', '2026-03-15', 10, { product: '乙', category: '油' }),
      sale('A', '2026-03-15', 5.5, { product: '丙' }),
      sale('A', '2026-03-14', 800, { product: '旧' }),
      sale('A', '2026-03-15', 0, { product: '丁' }),
      sale('A', '2026-03-15', 99, { isReturn: true }),
      sale('A', '2026-03-15', 99, { cancelled: true }),
      sale('A', '2026-03-16', 99),
      sale('A', undefined, 99),
      sale(undefined, '2026-03-15', 99),
      sale('A', '2026-03-15', undefined),
    );
    expect(found).toEqual([{ day: day('2026-03-15'), amount: 2550, product: '甲', category: '粮' }, undefined]);
    expect(lastOf(sale('B', '2026-03-01', 1))).toEqual([undefined, { day: day('2026-03-01'), amount: 100, product: '', category: '' }]); // prettier-ignore
  });

  it('is nobody’s without clients, days or amounts', () => {
    for (const row of [
      { day: '2026-03-01', amount: 1 },
      { client: 'A', amount: 1 },
      { client: 'A', day: '2026-03-01' },
    ])
      expect(lastOf(row)).toEqual([]);
  });
});

describe('lines of the year and the last lines', () => {
  it('begin on New Year’s day and end on the day; equal orders stand by client', () => {
    const dataset = aDataset()
      .withClients([{ code: 'A' }, { code: 'B' }])
      .withTransactions([
        sale('B', '2026-01-01', 1),
        sale('A', '2026-03-15', 2),
        sale('A', '2026-03-15', 3),
        sale('A', '2026-03-16', 4),
        sale('A', '2025-12-31', 5),
        sale(undefined, '2026-01-01', 6),
        sale('A', '2026-01-02', 7, { cancelled: true }),
      ])
      .build();
    expect(listYearLines(dataset, day(AS_OF), () => 0, 9)).toEqual({ year: 2026, rows: [1, 2, 0], all: 3, clients: 2 });
    expect(listYearLines(dataset, day(AS_OF), (client) => -client, 1)).toEqual({ year: 2026, rows: [0], all: 3, clients: 2 }); // prettier-ignore
    const unnamed = aDataset()
      .withTransactions([{ day: '2026-01-01', amount: 1 }])
      .build();
    expect(listYearLines(unnamed, day(AS_OF), () => 0, 9)).toEqual({ year: 2026, rows: [], all: 0, clients: 0 });
    expect(findLastLines(dataset, day(AS_OF), 1)).toEqual([[2], [0]]);
    expect(findLastLines(unnamed, day(AS_OF), 1)).toEqual([]);
  });
});

describe('targets of the year', () => {
  const of = (targets: readonly RowOf<'targets'>[], asOf = AS_OF) => {
    const builder: DatasetBuilder = aDataset()
      .withClients([{ code: 'A' }, { code: 'B' }])
      .withTransactions([sale('A', '2025-12-31', 100), sale('A', '2026-01-01', 30), sale('B', '2026-03-15', 5)])
      .withRows('targets', targets);
    return anAnalysis(builder.build(), { asOf }).analysis.targets;
  };

  it('are of this year or of none; nothing or less is none', () => {
    const found = of([
      { client: 'A', amount: 50, year: 2026 },
      { client: 'A', amount: 1000, year: 2025 },
      { client: 'B', amount: 0, year: 2026 },
      { client: 'B', amount: -5 },
      { amount: 70 },
    ]);
    expect(found).toMatchObject({
      known: true,
      value: {
        clients: [known({ target: 5000, sales: 3000, attainment: 0.6 }), missing({ reason: 'not-entered' })],
        total: { numerator: 3000, denominator: 5000, n: 1, excluded: 1 },
        firm: known({ target: 7000, sales: 3500, attainment: 0.5 }),
        yearGone: 74 / 365,
      },
    });
    const none = of([{ client: 'B', amount: 5 }]);
    expect(none.known && none.value.firm).toEqual(missing({ reason: 'not-entered' }));
  });

  it('need amounts, and a line of the year', () => {
    expect(of([{ client: 'A', onTime: 0.9 }])).toEqual(missing({ reason: 'no-column', column: 'targets.amount' }));
    expect(of([{ client: 'A', amount: 5 }], '2027-01-31')).toEqual(missing({ reason: 'no-rows' }));
    const leap = of([{ client: 'A', amount: 5 }], '2026-12-31');
    expect(leap.known && leap.value.yearGone).toBe(1);
  });
});
