import { areClientsGroups, type BuyerKind } from '../../../../src/core/model/basis';
import { hasColumn, tableOf } from '../../../../src/core/model/dataset';
import { LastOf } from '../../../../src/core/model/last-of';
import { aDataset } from '../../../support/dataset-builder';

const dataset = aDataset()
  .withTransactions([{ client: 'A', day: '2026-01-05', amount: 1 }])
  .build();

describe('a data set', () => {
  it('has an empty table where there is no such sheet', () => {
    const { rows, columns, origin } = tableOf(dataset, 'fleet');
    expect([rows, columns, origin.rows]).toEqual([0, {}, 0]);
    expect(tableOf(dataset, 'transactions').rows).toBe(1);
  });

  it('knows its columns by table and name', () => {
    expect(hasColumn(dataset, 'transactions.amount')).toBe(true);
    expect(hasColumn(dataset, 'transactions.quantity')).toBe(false);
    expect(hasColumn(dataset, 'fleet.day')).toBe(false);
  });

  it('of regions or reps speaks of groups, else of clients', () => {
    const of = (kind: BuyerKind) => areClientsGroups({ buyers: { kind, header: '', sheet: '' } });
    expect([of('region'), of('rep'), of('recipient'), of('shop'), of('member')]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect([areClientsGroups(undefined), areClientsGroups({})]).toEqual([false, false]);
  });
});

describe('what was found last', () => {
  it('is found once under the same conditions, anew under others and in another data set', () => {
    const last = new LastOf<number>();
    let times = 0;
    const ask = (key: string, of = dataset) => last.of(of, key, () => ++times);
    const other = aDataset()
      .withTransactions([{ client: 'B' }])
      .build();
    expect([ask('a'), ask('a'), ask('b'), ask('b'), ask('a'), ask('a', other), ask('a')]).toEqual([
      1, 1, 2, 2, 3, 4, 3,
    ]);
  });
});
