import { analyse } from '../../../src/core/analyse';
import { settingsWith } from '../../../src/core/settings';
import { aDataset, day } from '../../support/dataset-builder';

const request = (period = { kind: 'all' } as const) => ({
  today: day('2026-06-30'),
  period,
  settings: settingsWith({}),
});

describe('analyse', () => {
  it('puts 70, 20 and 10 into tiers Ⅰ, Ⅱ, Ⅲ', () => {
    const dataset = aDataset()
      .withTransactions([
        { client: 'C1', day: '2026-01-05', amount: 70 },
        { client: 'C2', day: '2026-02-05', amount: 20 },
        { client: 'C3', day: '2026-04-05', amount: 10 },
      ])
      .build();
    const analysis = analyse(dataset, request());
    expect(analysis.clients.map(({ tier }) => tier)).toEqual([1, 2, 3].map((value) => ({ known: true, value })));
    expect(analysis.totals).toMatchObject({ netAmount: 10000, orders: 3, activeClients: 3 });
    expect(analysis.months.map(({ netAmount }) => netAmount)).toEqual([7000, 2000, 0, 1000]);
    expect(analysis.asOf).toBe(day('2026-04-05'));
  });
});
