import { listYearLines } from '../../../../../src/core/sales/purchases/year-lines';
import { aDataset, day } from '../../../../support/dataset-builder';

const dataset = aDataset()
  .withClients([{ code: 'A' }, { code: 'B' }])
  .withTransactions([
    { client: 'A', day: '2026-02-01', amount: 1 },
    { client: 'B', day: '2026-03-01', amount: 2 },
    { client: 'A', day: '2026-01-01', amount: 3 },
    { client: 'A', day: '2025-12-31', amount: 4 },
    { client: 'B', day: '2026-07-01', amount: 5 },
    { client: 'B', day: '2026-06-30', amount: -6, isReturn: true },
    { client: 'A', day: '2026-02-02', amount: 7, cancelled: true },
    { client: 'A', amount: 8 },
  ])
  .build();

describe('the lines of the year', () => {
  it('stand client by client as ordered, of each by day; returns are there, other years and cancelled lines not', () => {
    const found = listYearLines(dataset, day('2026-06-30'), (client) => -client, 10);
    expect(found).toEqual({ year: 2026, rows: [1, 5, 2, 0], all: 4, clients: 2 });
  });

  it('are cut where they are too many, and counted all the same', () => {
    expect(listYearLines(dataset, day('2026-06-30'), (client) => client, 3)).toEqual({
      year: 2026,
      rows: [2, 0, 1],
      all: 4,
      clients: 2,
    });
  });
});
