import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, day } from '../../../support/dataset-builder';
import { monthOf } from '../../../../src/core/model/day';
import { known, missing } from '../../../../src/core/model/outcome';

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

describe('the years of the data', () => {
  /** March 2024 to May 2026: 2025 alone is whole. */
  const { years } = anAnalysis(
    aDataset()
      .withTransactions([
        { client: 'C1', day: '2023-11-05', amount: 50, orderNo: 'Z1' },
        { client: 'C1', day: '2024-03-05', amount: 100, orderNo: 'A1' },
        { client: 'C2', day: '2024-12-31', amount: 100, orderNo: 'A2' },
        { client: 'C1', day: '2025-01-01', amount: 150, orderNo: 'B1' },
        { client: 'C2', day: '2025-07-01', amount: 90, orderNo: 'B2' },
        { client: 'C2', day: '2026-05-20', amount: 30, orderNo: 'C1' },
      ])
      .build(),
    { asOf: '2026-05-20' },
  ).analysis;

  it('have clients, orders and amount each, and are partial at both ends of the data', () => {
    expect(
      years.map(({ year, clients, orders, netAmount, isPartial }) => [year, clients, orders, netAmount, isPartial]),
    ).toEqual([
      [2023, 1, 1, 5000, true],
      [2024, 2, 2, 20_000, false],
      [2025, 2, 2, 24_000, false],
      [2026, 1, 1, 3000, true],
    ]);
  });

  it('grow where two whole years stand side by side, and else say how many months there are', () => {
    expect(years.map(({ growth }) => growth)).toEqual([
      missing({ reason: 'no-period-before' }),
      // November and December of 2023; January to May of 2026.
      missing({ reason: 'too-few', have: 2, need: 12 }),
      known(0.2),
      missing({ reason: 'too-few', have: 5, need: 12 }),
    ]);
  });
});
