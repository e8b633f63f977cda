import { analyse } from '../../../../src/core/analyse';
import type { PeriodChoice } from '../../../../src/core/model/period';
import type { IndicatorResult } from '../../../../src/core/kpis/indicator-result';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';

const QUARTER: PeriodChoice = { kind: 'range', from: day('2026-01-01'), to: day('2026-03-31') };
const evaluate = (builder: DatasetBuilder, id: string, period: PeriodChoice = QUARTER): IndicatorResult =>
  analyse(builder.build(), {
    today: day('2026-06-30'),
    asOf: day('2026-03-31'),
    period,
    settings: settingsWith({}),
  }).indicators.find((one) => one.id === id)!;
const entered = (rows: readonly RowOf<'indicatorEntries'>[], id: string): IndicatorResult =>
  evaluate(aDataset().withRows('indicatorEntries', rows), id);

describe('entered indicators', () => {
  it('divide sums, not mean the ratios; code or name, month by month', () => {
    const found = entered(
      [
        { indicator: 'K3', month: '2026-01-01', numerator: 90, denominator: 100 },
        { indicator: '时间利用率', month: '2026-02-01', numerator: 10, denominator: 100 },
        { indicator: 'k03', month: '2025-12-01', numerator: 1, denominator: 1 },
        { indicator: 'K03', month: '2026-04-01', numerator: 7, denominator: 7 },
      ],
      'K03',
    );
    expect(found.current).toMatchObject({ numerator: 100, denominator: 200, n: 2 });
    expect(found.previous).toMatchObject({ numerator: 1, denominator: 1 });
    expect(found.trend.map(({ ratio }) => ratio.value)).toEqual([
      { known: true, value: 0.9 },
      { known: true, value: 0.1 },
    ]);
  });

  it('shows 50 found and 50 lost of 1,000 as 10 %, net 0 %', () => {
    const found = entered(
      [
        { indicator: 'K06', month: '2026-01-31', numerator: 50, denominator: 500 },
        { indicator: 'K06', month: '2026-01-31', numerator: -50, denominator: 500 },
      ],
      'K06',
    );
    expect(found.current.value).toEqual({ known: true, value: 0.1 });
    expect(found.parts).toMatchObject([{ label: { zh: '净额（盘盈−盘亏）' }, value: { value: 0 } }]);
  });

  it('caps each plan row, so that one item over-filled hides no shortage', () => {
    const found = entered(
      [
        { indicator: 'K13', month: '2026-01-01', numerator: 150, denominator: 100 },
        { indicator: 'K13', month: '2026-01-01', numerator: 50, denominator: 100 },
      ],
      'K13',
    );
    expect(found.current.value).toEqual({ known: true, value: 0.75 });
    expect(found.parts[0]).toMatchObject({ label: { zh: '不封顶' }, value: { value: 1 } });
  });

  it('has 99.24 % evenness for the ten days of the textbook, rounding no day, over the daily sheet', () => {
    const plan = [140, 140, 140, 160, 160, 160, 160, 180, 180, 180];
    const actual = [134, 140, 148, 165, 164, 165, 170, 174, 180, 185];
    const days = plan.map((plannedQuantity, at) => ({
      day: `2026-01-${String(at + 1).padStart(2, '0')}`,
      plannedQuantity,
      actualQuantity: actual[at]!,
    }));
    const idle = { day: '2026-01-11', plannedQuantity: 0, actualQuantity: 5 };
    const { current } = evaluate(aDataset().withRows('production', [...days, idle]), 'K16');
    expect(current).toMatchObject({ denominator: 10, n: 10, excluded: 1 });
    expect(current.value.known && (current.value.value * 100).toFixed(2)).toBe('99.24');
  });

  it('has evenness of entered months as Σ/Σ: rates of the days over the days, no month above its days', () => {
    const found = entered(
      [
        { indicator: 'K16', month: '2026-01-01', numerator: 24.5, denominator: 25 },
        { indicator: 'K16', month: '2026-02-01', numerator: 17, denominator: 16 },
      ],
      'K16',
    );
    // 24.5 + 16 of 41 days, not the mean of 98 % and 100 %.
    expect(found.current).toMatchObject({ numerator: 40.5, denominator: 41 });
  });

  it('counts rows without a number as left out, and shows departments beside', () => {
    const found = entered(
      [
        { indicator: 'K09', month: '2026-01-01', department: '一号仓', numerator: 80, denominator: 100 },
        { indicator: 'K09', month: '2026-01-01', department: '二号仓', numerator: 120, denominator: 100 },
        { indicator: 'K09', month: '2026-02-01', department: '二号仓', denominator: 100 },
      ],
      'K09',
    );
    expect(found.current).toMatchObject({ numerator: 200, denominator: 200, n: 2, excluded: 1 });
    // Above 100 %: shown, never cut off.
    expect(found.parts.map(({ label, value }) => [label.zh, value])).toEqual([
      ['一号仓', { known: true, value: 0.8 }],
      ['二号仓', { known: true, value: 1.2 }],
    ]);
  });

  it('says where it would come from', () => {
    const found = entered([], 'E10');
    expect(found.current.value).toEqual({ known: false, why: { reason: 'not-entered' } });
    expect(found.needs.zh).toBe('「指标录入」表');
  });

  it('stands in for an indicator whose own columns are absent', () => {
    const found = entered([{ indicator: '物品损坏率', month: '2026-01-01', numerator: 1, denominator: 50 }], 'K01');
    expect(found.current.value).toEqual({ known: true, value: 0.02 });
  });
});

describe('market, contracts and survey', () => {
  const sales = aDataset()
    .withClients([
      { code: 'C1', region: '华东' },
      { code: 'C2', region: '华北' },
    ])
    .withTransactions([
      { client: 'C1', day: '2025-05-10', amount: 300 },
      { client: 'C2', day: '2025-06-10', amount: 100 },
      // 2026 has begun only: of a market of the whole year nothing can be said.
      { client: 'C1', day: '2026-01-10', amount: 700 },
    ])
    .withRows('market', [
      { year: 2025, region: '华东', total: 1000, target: true, targetClients: 4 },
      { year: 2025, region: '华南', total: 1000, target: true, targetClients: 4 },
      { year: 2026, region: '华东', total: 900, target: true },
    ]);

  it('divides own sales of the regions by their market', () => {
    expect(evaluate(sales, 'I01', { kind: 'last12m' }).current).toMatchObject({ numerator: 300, denominator: 2000 });
    expect(evaluate(sales, 'I01', { kind: 'last12m' }).formula.zh).toContain('2025年全年');
  });

  it('covers one of two target regions, one of eight target clients', () => {
    const found = evaluate(sales, 'I02', { kind: 'last12m' });
    expect(found.current).toMatchObject({ numerator: 1, denominator: 2 });
    expect(found.parts[0]!.value).toEqual({ known: true, value: 0.125 });
  });

  it('counts contracts due by as-of, without cancelled ones', () => {
    const found = evaluate(
      aDataset().withRows('contracts', [
        { dueDay: '2026-02-01', amount: 100, fulfilledAmount: 100 },
        { dueDay: '2026-03-01', amount: 100, fulfilledAmount: 40 },
        { dueDay: '2026-03-01', amount: 100 },
        { dueDay: '2026-03-01', amount: 500, fulfilledAmount: 0, status: '已取消' },
        { dueDay: '2026-06-01', amount: 500, fulfilledAmount: 0 },
      ]),
      'K18',
    );
    expect(found.current).toMatchObject({ numerator: 140, denominator: 200, n: 2, excluded: 1 });
  });

  it('means a survey item from its column or from rows that name it', () => {
    const found = evaluate(
      aDataset().withRows('survey', [
        { day: '2026-01-05', price: 9 },
        { day: '2026-01-06', item: '价格适度性', score: 6 },
        { day: '2025-06-06', price: 1 },
      ]),
      'I09',
    );
    expect(found).toMatchObject({ kind: 'mean', current: { value: { value: 7.5 }, n: 2 } });
    expect(found.parts[0]!.value).toEqual({ known: true, value: 0.5 });
  });
});
