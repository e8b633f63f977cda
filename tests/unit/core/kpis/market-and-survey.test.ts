import { analyse } from '../../../../src/core/analyse';
import type { IndicatorResult } from '../../../../src/core/kpis/indicator-result';
import type { PeriodChoice } from '../../../../src/core/model/period';
import { settingsWith, type Settings } from '../../../../src/core/settings';
import { aDataset, day, moment, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';

function evaluate(
  builder: DatasetBuilder,
  id: string,
  period: PeriodChoice = { kind: 'last12m' },
  settings: Partial<Settings> = {},
): IndicatorResult {
  return analyse(builder.build(), {
    today: day('2026-06-30'),
    asOf: day('2026-03-31'),
    period,
    settings: settingsWith(settings),
  }).indicators.find((one) => one.id === id)!;
}
const valueOf = (outcome: { readonly known: boolean; readonly value?: unknown }): unknown =>
  outcome.known ? outcome.value : '—';
const short = ({ numerator, denominator, n, excluded }: IndicatorResult['current']): string =>
  `${numerator}/${denominator} of ${n}, ${excluded} left out`;
const partsOf = ({ parts }: IndicatorResult): unknown[] => parts.map(({ label, value }) => [label.zh, valueOf(value)]);

const sale = (client: string, on: string, amount: number, more: RowOf<'transactions'> = {}): RowOf<'transactions'> => ({ client, day: on, amount, ...more }); // prettier-ignore

describe('the market', () => {
  const clients: readonly RowOf<'clients'>[] = [
    { code: 'A', region: '东' },
    { code: 'B', region: '东' },
    { code: 'C', region: '北' },
    { code: 'D' },
  ];
  const sales = [
    sale('A', '2024-01-01', 100),
    sale('C', '2024-12-31', 40),
    sale('A', '2025-01-01', 300),
    sale('B', '2025-12-31', 50),
    sale('B', '2025-05-01', -20, { isReturn: true }),
    sale('C', '2025-06-01', -5, { isReturn: true }),
    sale('D', '2025-07-01', 7),
    sale('A', '2026-01-01', 1000),
  ];
  const book = (market: readonly RowOf<'market'>[]): DatasetBuilder =>
    aDataset().withClients(clients).withTransactions(sales).withRows('market', market);

  it('is shared by own net sales in the regions that the sheet names, of the latest whole year', () => {
    const found = evaluate(
      book([
        { year: 2025, region: '东', total: 1000 },
        { year: 2025, region: '东', total: 500 },
        { year: 2025, region: '北', total: 100 },
        { year: 2025, region: '西', total: 400 },
        { year: 2025, region: '南' },
        { year: 2024, region: '东', total: 400 },
        { year: 2026, region: '东', total: 9 },
        { region: '东', total: 5000 },
      ]),
      'I01',
    );
    // 300 + 50 − 20, and −5 in the north, of 1,500 + 100 + 400 in three regions.
    expect([short(found.current), short(found.previous)]).toEqual(['325/2000 of 3, 0 left out', '100/400 of 1, 0 left out']); // prettier-ignore
    expect(found.formula).toEqual({ zh: '本企业净销售额 / 市场总额（2025年全年）', en: 'own net sales / market total (the whole of 2025)' }); // prettier-ignore
    expect(found.isSmall).toBe(false);
  });

  it('is of all sales where the sheet has a line without a region', () => {
    const found = evaluate(
      book([
        { year: 2025, total: 3000 },
        { year: 2025, region: '东', total: 1000 },
      ]),
      'I01',
    );
    expect(short(found.current)).toBe('332/3000 of 2, 0 left out');
    expect(found.previous.value).toMatchObject({ known: false });
  });

  it('is unknown of a year that the data or the period do not hold whole', () => {
    const market = [
      { year: 2025, region: '东', total: 1000 },
      { year: 2026, region: '东', total: 1000 },
    ];
    // The period ends with the year, and a day before it.
    const until = (to: string) =>
      analyse(book(market).build(), {
        today: day('2026-06-30'),
        asOf: day(to),
        period: { kind: 'range', from: day('2025-12-01'), to: day(to) },
        settings: settingsWith({}),
      }).indicators.find(({ id }) => id === 'I01')!;
    expect(short(until('2025-12-31').current)).toBe('330/1000 of 1, 0 left out');
    const before = until('2025-12-30');
    expect([before.current.value.known, before.formula.zh]).toEqual([false, '本企业净销售额 / 市场总额']);
    // A year of which the sheet names no total.
    expect(evaluate(book([{ year: 2025, region: '东' }, { year: 2024, region: '东', total: 1 }]), 'I01').current.value).toMatchObject({ known: false }); // prettier-ignore
    // The last year that both have.
    expect(short(evaluate(book(market.slice(1).concat({ year: 2024, region: '北', total: 80 })), 'I01', { kind: 'all' }).current)).toBe('40/80 of 1, 0 left out'); // prettier-ignore
  });

  it('is of the latest year, in whatever order the sheet names them', () => {
    const years = [
      { year: 2024, region: '东', total: 400 },
      { year: 2025, region: '东', total: 1000 },
    ];
    for (const market of [years, [...years].reverse()]) {
      const found = evaluate(book(market), 'I01', { kind: 'all' });
      expect([short(found.current), short(found.previous)]).toEqual(['330/1000 of 1, 0 left out', '100/400 of 1, 0 left out']); // prettier-ignore
    }
  });

  it('is covered where a target region has a client with a sale', () => {
    const found = evaluate(
      book([
        { year: 2025, region: '东', target: true, targetClients: 5 },
        { year: 2025, region: '北', target: true, targetClients: 3 },
        { year: 2025, region: '西', target: true },
        { year: 2025, region: '南', target: false, targetClients: 100 },
        { year: 2025, target: true, targetClients: 100 },
        { year: 2024, region: '北', target: true },
      ]),
      'I02',
    );
    // The north sent goods back only. A and B of 5 + 3.
    expect([short(found.current), short(found.previous)]).toEqual(['1/3 of 3, 0 left out', '1/1 of 1, 0 left out']);
    expect(partsOf(found)).toEqual([['客户数 / 目标客户数', 0.25]]);
    expect(found.formula.zh).toBe('有成交客户的目标地区 / 目标地区（2025年全年）');
    // Without a column of targets every region is one.
    expect(short(evaluate(book([{ year: 2025, region: '东' }, { year: 2025, region: '南' }]), 'I02').current)).toBe('1/2 of 2, 0 left out'); // prettier-ignore
  });
});

describe('complaints for orders', () => {
  const told = (client: string | undefined, received: string): RowOf<'complaints'> => ({ client, received });

  it('are of the period, for the orders with a sale; and for each client with one', () => {
    const found = evaluate(
      aDataset()
        .withTransactions([
          sale('A', '2025-05-01', 5, { orderNo: '1' }),
          sale('A', '2025-05-02', 5, { orderNo: '2' }),
          sale('B', '2025-05-02', 5, { orderNo: '3' }),
          sale('C', '2025-05-02', -5, { orderNo: '4' }),
          sale('D', '2024-05-02', 5, { orderNo: '5' }),
        ])
        .withComplaints([told('A', '2025-04-01'), told(undefined, '2026-03-31 23:00'), told('B', '2026-04-01'), told('B', '2025-03-31')]), // prettier-ignore
      'I03',
    );
    expect([short(found.current), short(found.previous)]).toEqual(['2/3 of 3, 0 left out', '1/1 of 1, 0 left out']);
    expect(partsOf(found)).toEqual([['每家有成交客户的投诉次数', 1]]);
  });

  it('are for the orders with a line in the period, whatever day they began', () => {
    const found = evaluate(
      aDataset()
        .withTransactions([
          // From one period into the next, and back.
          sale('A', '2025-03-31', 5, { orderNo: '1' }),
          sale('A', '2025-04-01', 5, { orderNo: '1' }),
          sale('A', '2025-04-02', 5, { orderNo: '2' }),
          sale('A', '2025-03-30', 5, { orderNo: '2' }),
          sale('A', '2025-04-30', 5, { orderNo: '3' }),
          sale('A', '2025-05-01', 5, { orderNo: '3' }),
        ])
        .withComplaints([told('A', '2025-04-05'), told('A', '2025-05-05')]),
      'I03',
    );
    expect([short(found.current), short(found.previous)]).toEqual(['2/3 of 3, 0 left out', '0/2 of 2, 0 left out']);
    // One order has lines in two months: it is an order of both.
    expect(found.trend.map(({ ratio }) => short(ratio))).toEqual(['1/3 of 3, 0 left out', '1/1 of 1, 0 left out']);
  });

  it('are all of the one client who bought', () => {
    const found = evaluate(
      aDataset()
        .withTransactions([sale('A', '2025-05-01', 5, { orderNo: '1' })])
        .withComplaints([told('A', '2025-06-01'), told('A', '2025-07-01'), told('A', '2025-08-01')]),
      'I03',
    );
    expect(partsOf(found)).toEqual([['每家有成交客户的投诉次数', 3]]);
  });

  it('are for the orders of the deliveries where there are no sales', () => {
    const found = evaluate(
      aDataset()
        .withDeliveries([
          { client: 'A', orderNo: '1', orderDay: '2025-05-01' },
          { client: 'A', orderNo: '1', orderDay: '2025-05-01' },
          { client: 'A', orderNo: '2', orderDay: '2025-06-01' },
        ])
        .withComplaints([told('A', '2025-05-01')]),
      'I03',
    );
    expect(short(found.current)).toBe('1/2 of 2, 0 left out');
    expect(partsOf(found)).toEqual([['每家有成交客户的投诉次数', '—']]);
  });
});

describe('times of complaints', () => {
  const book = (rows: readonly RowOf<'complaints'>[]): DatasetBuilder => aDataset().withComplaints(rows).withTransactions([sale('A', '2026-03-01', 1)]); // prettier-ignore

  it('to a reply are in working hours, those without one to the end of the day', () => {
    // 08:30 to 17:30; Monday 2 March 2026. Three hours; an hour and a half on two days; open since Tuesday 31 March 14:30: three.
    const found = evaluate(
      book([
        { client: 'A', received: moment('2026-03-02 09:00'), firstReply: moment('2026-03-02 12:00') },
        { client: 'A', received: moment('2026-03-02 17:00'), firstReply: moment('2026-03-03 09:30') },
        { client: 'A', received: moment('2026-03-31 13:30') },
      ]),
      'I05',
    );
    expect(Number(valueOf(found.current.value))).toBeCloseTo(3, 6);
    expect(found.current).toMatchObject({ n: 3, excluded: 0 });
    const [ninety, open] = partsOf(found) as [string, number][];
    // 1.5, 3, 4: a fifth of the way back from 4 is 3.8.
    expect(ninety![0]).toBe('90% 不超过（工作小时）');
    expect(ninety![1]).toBeCloseTo(3.8, 6);
    expect(open).toEqual(['其中未结（按截止日计，实际≥）', 1]);
  });

  it('to closing are in days', () => {
    const found = evaluate(
      book([
        { client: 'A', received: moment('2026-03-02 12:00'), closed: moment('2026-03-04 12:00') },
        { client: 'A', received: moment('2026-03-02 12:00'), closed: moment('2026-03-03 00:00') },
        { client: 'A', received: moment('2026-03-30 00:00') },
      ]),
      'I06',
    );
    // 2, half a day, and two days to the end of 31 March.
    expect(Number(valueOf(found.current.value))).toBeCloseTo(2, 6);
    expect(partsOf(found)[1]).toEqual(['其中未结（按截止日计，实际≥）', 1]);
  });
});

describe('marks of a survey', () => {
  const marks = (...rows: RowOf<'survey'>[]) => evaluate(aDataset().withRows('survey', rows), 'I09', { kind: 'range', from: day('2026-01-01'), to: day('2026-03-31') }); // prettier-ignore
  const on = (price: number | undefined, at = '2026-01-05'): RowOf<'survey'> => ({ day: at, price });

  it('are averaged as asked, in the period and before it; the two best of five or of ten stand beside', () => {
    const five = marks(on(5), on(4), on(3), on(2), on(undefined), on(1, '2025-12-31'), on(9, '2026-04-01'));
    expect([short(five.current), short(five.previous)]).toEqual(['14/4 of 4, 0 left out', '1/1 of 1, 0 left out']);
    expect(partsOf(five)).toEqual([['最高两档占比', 0.5]]);
    // A 6 is of a scale of ten: 9 and 10 are the best.
    const ten = marks(on(10), on(9), on(8), on(6));
    expect([short(ten.current), partsOf(ten)]).toEqual(['33/4 of 4, 0 left out', [['最高两档占比', 0.5]]]);
    expect(partsOf(marks(on(5)))).toEqual([['最高两档占比', 1]]);
  });

  it('are of the first and the last day of the period too', () => {
    expect(short(marks(on(5, '2026-01-01'), on(3, '2026-03-31')).current)).toBe('8/2 of 2, 0 left out');
  });

  it('are read from lines that name the item, where its own column is empty', () => {
    const found = marks(
      { day: '2026-01-05', price: 2, item: '价格', score: 9 },
      { day: '2026-01-06', item: 'Price', score: 4 },
      { day: '2026-01-06', item: '员工态度', score: 1 },
      { day: '2026-01-06', item: '价格' },
      { item: '价格', score: 5 },
    );
    expect(short(found.current)).toBe('6/2 of 2, 0 left out');
  });

  it('are unknown where nobody gave any', () => {
    const found = marks(on(5, '2025-11-11'));
    expect([found.current.value.known, partsOf(found)]).toEqual([false, [['最高两档占比', '—']]]);
  });
});

describe('the state of the data', () => {
  it('is lines read less rejected, sheet by sheet, and how full the client files are', () => {
    const found = evaluate(
      aDataset()
        .withClients([
          {
            code: 'A',
            name: '甲',
            region: '东',
            industry: '饲料',
            contact: '王',
            phone: '1',
            address: '址',
            rep: '李',
          },
          { code: 'B', name: '乙' },
        ])
        .withTransactions([sale('A', '2026-03-01', 1), sale('B', '2026-03-01', 1)])
        .withAccount('客户', 'clients', { read: 10, rejected: 1 })
        .withAccount('交易', 'transactions', { read: 30, rejected: 3 }),
      'I11',
    );
    expect(short(found.current)).toBe('36/40 of 40, 0 left out');
    expect(found.previous.value).toEqual({ known: false, why: { reason: 'no-period-before' } });
    // 8 and 2 of 16 fields.
    expect(partsOf(found)[0]).toEqual(['客户资料完整度', 0.625]);
  });
});
