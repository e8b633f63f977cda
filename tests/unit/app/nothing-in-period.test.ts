import { nothingInPeriod } from '../../../src/app/nothing-in-period';
import { anAnalysis } from '../../support/analysis-builder';
import { aDataset, day } from '../../support/dataset-builder';

describe('a period without a sale', () => {
  const dataset = aDataset()
    .withClients([{ code: 'K1' }])
    .withTransactions([
      { client: 'K1', day: '2025-01-02', amount: 900 },
      { client: 'K1', day: '2026-09-28', amount: 100 },
      { client: 'K1', day: '2026-05-01', amount: 100, cancelled: true },
    ])
    .build();
  const said = (from: string, to: string) =>
    nothingInPeriod({
      dataset,
      analysis: anAnalysis(dataset, { asOf: '2026-09-30', period: { kind: 'range', from: day(from), to: day(to) } })
        .analysis,
    });

  it('says how far the data goes, cancelled rows or not', () => {
    expect(said('2031-01-01', '2031-12-31')?.zh).toBe(
      '期间 2031-01-01 至 2031-12-31 内没有交易：数据从 2025-01-02 到 2026-09-28。请用 --period 选有数据的期间。',
    );
  });

  it('is silent where there is one', () => {
    expect(said('2025-01-01', '2025-12-31')).toBeUndefined();
  });
});
