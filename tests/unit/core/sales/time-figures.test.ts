import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, day } from '../../../support/dataset-builder';
import { monthOf } from '../../../../src/core/model/day';

describe('the months of a period', () => {
  const { months } = anAnalysis(
    aDataset()
      .withTransactions([
        { client: 'C1', day: '2025-02-10', amount: 10, orderNo: 'A1' },
        { client: 'C1', day: '2026-01-05', amount: 20.01, orderNo: 'B1' },
        { client: 'C1', day: '2026-01-06', amount: 1, orderNo: 'B1' },
        { client: 'C2', day: '2026-01-06', amount: 2, orderNo: 'B2' },
        { client: 'C2', day: '2026-03-31', amount: 5, orderNo: 'B3' },
      ])
      .build(),
    { asOf: '2026-04-15', period: { kind: 'range', from: day('2026-01-02'), to: day('2026-04-29') } },
  ).analysis;

  it('have clients, orders and amount each, a month without a line all three as 0', () => {
    expect(months.map(({ month, clients, orders, netAmount }) => [month, clients, orders, netAmount])).toEqual([
      [monthOf(day('2026-01-01')), 2, 2, 2301],
      [monthOf(day('2026-02-01')), 0, 0, 0],
      [monthOf(day('2026-03-01')), 1, 1, 500],
      [monthOf(day('2026-04-01')), 0, 0, 0],
    ]);
  });

  it('know the same month a year before from the first month of the data on', () => {
    expect(months.map(({ yearBefore }) => (yearBefore.known ? yearBefore.value : undefined))).toEqual([
      undefined,
      1000,
      0,
      0,
    ]);
  });

  it('are partial where the period cuts them', () => {
    expect(months.map(({ isPartial }) => isPartial)).toEqual([true, false, false, true]);
  });
});
