import { analyse } from '../../../../src/core/analyse';
import type { Analysis } from '../../../../src/core/analysis';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder } from '../../../support/dataset-builder';

const analysisOf = (builder: DatasetBuilder): Analysis =>
  analyse(builder.build(), {
    today: day('2026-06-30'),
    asOf: day('2026-06-30'),
    period: { kind: 'last12m' },
    settings: settingsWith({}),
  });

const book = aDataset()
  .withClients([
    { code: 'A', name: '甲', region: '北', source: '展会', referrer: '老王' },
    { code: 'B', name: '乙', region: '南', source: '展会' },
    { code: 'C', name: '丙', region: '南', source: '网络', referrer: '老王' },
    { code: 'D', name: '丁', region: '南' },
    { code: 'X', name: '分厂', source: '展会', internal: true },
  ])
  .withTransactions([
    { client: 'B', day: '2025-01-05', amount: 10, profit: 1 },
    // Ten days of March, ten before, ten after.
    { client: 'A', day: '2026-02-19', amount: 100, profit: 10 },
    { client: 'A', day: '2026-03-01', amount: 150, profit: 30 },
    { client: 'A', day: '2026-03-10', amount: 30, profit: 6 },
    { client: 'A', day: '2026-03-20', amount: 70, profit: 7 },
    { client: 'B', day: '2026-02-28', amount: 200, profit: 20 },
    { client: 'B', day: '2026-03-05', amount: 220, profit: 22 },
    { client: 'A', day: '2026-03-21', amount: 999, profit: 1 },
  ]);

describe('promotions', () => {
  it('compare their days with as many before and after, and with the clients not in them', () => {
    const { promotions } = analysisOf(
      book.withRows('promotions', [
        { name: '北区', region: '北', fromDay: '2026-03-01', toDay: '2026-03-10', target: 200, cost: 10 },
      ]),
    );
    // 180 against 100; the others 220 against 200: 180 − 100 × 1.1 = 70; margin 36 of 180; 70 × 20 % / 10 = 1.4.
    expect(promotions.known && promotions.value[0]).toMatchObject({
      state: 'over',
      days: 10,
      clients: 1,
      during: 18000,
      before: { value: 10000 },
      after: { value: 7000 },
      effect: { value: 7000 },
      attainment: { value: 0.9 },
    });
    const [one] = promotions.known ? promotions.value : [];
    expect(one!.othersChange.known && one!.othersChange.value).toBeCloseTo(0.1, 12);
    expect(one!.returnOnCost.known && one!.returnOnCost.value).toBeCloseTo(1.4, 12);
  });

  it('have no effect where all take part, and none before they begin; a running one is compared day by day', () => {
    const { promotions } = analysisOf(
      book.withRows('promotions', [
        { name: '全员', fromDay: '2026-03-01', toDay: '2026-03-10' },
        { name: '将来', client: 'A', fromDay: '2026-07-01', toDay: '2026-07-10', target: 5 },
        { name: '在做', client: 'B', fromDay: '2026-06-26', toDay: '2026-08-10' },
      ]),
    );
    const of = (name: string): unknown =>
      promotions.known && promotions.value.find((promotion) => promotion.name === name);
    expect(of('全员')).toMatchObject({ effect: { known: false }, before: { value: 30000 }, during: 40000 });
    expect(of('将来')).toMatchObject({ state: 'planned', before: { known: false }, attainment: { known: false } });
    expect(of('在做')).toMatchObject({ state: 'running', before: { value: 0 }, after: { known: false } });
  });
});

it('origins count clients, buyers and amounts by channel and by who brought them', () => {
  const { origins } = analysisOf(book);
  const lines = (found: Analysis['origins']['channels']): unknown =>
    found.known &&
    found.value.map(({ origin, clients, converted, newClients, active, netAmount }) => [
      origin,
      clients,
      converted.numerator,
      newClients,
      active,
      netAmount,
    ]);
  // A: 100 + 150 + 30 + 70 + 999; B: 200 + 220 in the period, its first deal before it.
  expect(lines(origins.channels)).toEqual([
    ['展会', 3, 2, 1, 2, 176900],
    ['', 1, 0, 0, 0, 0],
    ['网络', 1, 0, 0, 0, 0],
  ]);
  expect(lines(origins.referrers)).toEqual([['老王', 2, 1, 1, 1, 134900]]);
  const without = analysisOf(aDataset().withTransactions([{ client: 'A', day: '2026-01-01', amount: 1 }])).origins;
  expect(without.channels).toMatchObject({ known: false, why: { column: 'clients.source' } });
});
