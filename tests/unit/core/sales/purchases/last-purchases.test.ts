import { findLastPurchases } from '../../../../../src/core/sales/purchases/last-purchases';
import { aDataset, day } from '../../../../support/dataset-builder';

describe('findLastPurchases', () => {
  const bought = (lines: readonly { readonly day: string; readonly amount: number; readonly product?: string }[]) =>
    findLastPurchases(
      aDataset()
        .withClients([{ code: 'K1', name: '甲' }])
        .withTransactions(lines.map((line) => ({ client: 'K1', ...line })))
        .build(),
      day('2026-01-31'),
    )[0];

  it('adds up the last day of buying and names its largest line', () => {
    expect(
      bought([
        { day: '2026-01-02', amount: 900, product: 'C' },
        { day: '2026-01-09', amount: 300, product: 'A' },
        { day: '2026-01-09', amount: 500, product: 'B' },
      ]),
    ).toEqual({ day: day('2026-01-09'), amount: 800_00, product: 'B', category: '' });
  });

  it('knows no returns and no day after as-of', () => {
    expect(
      bought([
        { day: '2026-01-02', amount: 900 },
        { day: '2026-01-20', amount: -100 },
        { day: '2026-02-03', amount: 700 },
      ]),
    ).toMatchObject({ day: day('2026-01-02'), amount: 900_00 });
    expect(bought([{ day: '2026-02-03', amount: 700 }])).toBeUndefined();
  });
});
