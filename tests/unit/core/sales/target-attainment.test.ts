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

const sales = aDataset()
  .withClients([
    { code: 'A', rep: '李' },
    { code: 'B', rep: '王' },
    { code: 'C', rep: '李' },
  ])
  .withTransactions([
    { client: 'A', day: '2025-12-31', amount: 500, rep: '李' },
    { client: 'A', day: '2026-01-01', amount: 300, rep: '李' },
    { client: 'A', day: '2026-06-01', amount: 90, rep: '王' },
    { client: 'B', day: '2026-02-01', amount: 50, rep: '王' },
    { client: 'B', day: '2026-02-02', amount: -10, isReturn: true, rep: '王' },
    { client: 'B', day: '2025-03-01', amount: 70, rep: '王' },
  ])
  .withRows('targets', [
    { client: 'A', amount: 900 },
    { client: 'A', amount: 780, year: 2026 },
    { client: 'B', amount: 60, year: 2025 },
    { client: 'C', amount: 100 },
    { amount: 1000 },
    { indicator: '市场占有率', value: 15 },
    { indicator: 'K01', value: 0.02 },
    { client: 'A', indicator: 'K01', value: 0.01 },
  ]);

describe('amount targets of the year', () => {
  it('stand against the sales of the calendar year: the lower line holds, another year does not count', () => {
    const found = analysisOf(sales).targets;
    if (!found.known) throw new Error('no targets');
    const { clients, total, firm, year, yearGone } = found.value;
    // A 300 + 90 of 780; B has one of 2025 only; C sold nothing of 100.
    expect(clients.map((one) => (one.known ? one.value.attainment : one.why.reason))).toEqual([0.5, 'not-entered', 0]);
    expect([total.numerator, total.denominator, total.n, total.excluded]).toEqual([39000, 88000, 2, 1]);
    expect(firm.known && firm.value.attainment).toBe(0.43);
    expect([year, yearGone]).toEqual([2026, 181 / 365]);
  });

  it('are — where there is no target sheet', () => {
    const { targets } = analysisOf(aDataset().withTransactions([{ client: 'A', day: '2026-01-01', amount: 1 }]));
    expect(targets).toMatchObject({ known: false, why: { reason: 'no-sheet', sheet: 'targets' } });
  });
});

it('targets of indicators go by code or name, shares above 1 were percent; a client’s own goes before', () => {
  const { indicators } = analysisOf(
    sales.withRows('deliveries', [
      { client: 'A', shippedDay: '2026-05-01', shippedQuantity: 100, damagedQuantity: 2 },
      { client: 'B', shippedDay: '2026-05-01', shippedQuantity: 100, damagedQuantity: 1 },
    ]),
  );
  const targetOf = (id: string): unknown => indicators.find((one) => one.id === id)!.target;
  expect(targetOf('I01')).toEqual({ known: false, why: { reason: 'not-entered' } });
  expect(targetOf('K01')).toEqual({ known: true, value: 0.02 });
});

describe('sales reps', () => {
  it('get the sales of their lines, the targets of their clients', () => {
    const found = analysisOf(sales).repFigures;
    if (!found.known) throw new Error('no reps');
    expect(found.value.reps.map(({ rep, clients, netAmount, returnAmount, previousNetAmount, newClients, attainment }) =>
      [rep, clients, netAmount, returnAmount, previousNetAmount, newClients, attainment.numerator, attainment.denominator])).toEqual([
      // Periods: July 2025 to June 2026, and the twelve months before. A's first sale is in the period, B's before it.
      ['李', 1, 80000, 0, 0, 1, 39000, 88000],
      ['王', 2, 13000, 1000, 7000, 1, 0, 0],
    ]); // prettier-ignore
    expect(found.value.commissions).toMatchObject({ known: false, why: { sheet: 'commissionPlans' } });
  });

  it('earn the rate up to the target and another beyond it; by receipts where the plan says so', () => {
    const found = analysisOf(
      sales.withRows('receipts', [{ client: 'A', day: '2026-02-10', amount: 40 }]).withRows('commissionPlans', [
        { rep: '李', month: '2026-01-01', target: 200, commissionRate: 0.02, rateBeyond: 0.05 },
        { rep: '李', month: '2026-02-01', target: 200, commissionRate: 0.02, basis: '回款' },
        { rep: '王', month: '2026-02-01', commissionRate: 0.1 },
        { rep: '王', month: '2024-02-01', commissionRate: 0.1 },
      ]),
    ).repFigures;
    if (!found.known || !found.value.commissions.known) throw new Error('no commissions');
    expect(
      found.value.commissions.value.map(({ rep, reached, commission, attainment }) => [
        rep,
        reached,
        commission.known && commission.value,
        attainment.known ? attainment.value : '—',
      ]),
    ).toEqual([
      // 200 × 2 % + 100 × 5 % = 9; 40 × 2 %; (50 − 10) × 10 %.
      ['李', 30000, 900, 1.5],
      ['李', 4000, 80, 0.2],
      ['王', 4000, 400, '—'],
    ]);
  });
});
