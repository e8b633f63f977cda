import { findLastLines } from '../../../../../src/core/sales/purchases/last-lines';
import { aDataset, day } from '../../../../support/dataset-builder';

describe('the last lines of a client', () => {
  const dataset = aDataset()
    .withClients([{ code: 'C1' }, { code: 'C2' }, { code: 'C3' }])
    .withTransactions([
      { client: 'C1', day: '2026-01-03', amount: 1 },
      { client: 'C1', day: '2026-01-09', amount: 2 },
      { client: 'C2', day: '2026-01-31', amount: 3 },
      { client: 'C1', day: '2026-01-09', amount: 4 },
      { client: 'C1', day: '2026-01-05', amount: 5 },
      { client: 'C2', day: '2026-02-01', amount: 6 },
      { client: 'C2', amount: 7 },
    ])
    .build();

  it('are the newest, as many as asked for, of one day the later row first; the as-of day counts', () => {
    expect(findLastLines(dataset, day('2026-01-31'), 2)).toEqual([[3, 1], [2], []]);
    expect(findLastLines(dataset, day('2026-01-31'), 3)).toEqual([[3, 1, 4], [2], []]);
    expect(findLastLines(dataset, day('2026-01-08'), 1)).toEqual([[4], [], []]);
    expect(findLastLines(dataset, day('2026-02-01'), 9)).toEqual([[3, 1, 4, 0], [5, 2], []]);
  });
});
