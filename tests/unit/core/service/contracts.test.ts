import { followContracts, type Contracts } from '../../../../src/core/service/contracts';
import { missing } from '../../../../src/core/model/outcome';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';

const asOf = day('2026-06-30');
const notEntered = missing({ reason: 'not-entered' });

function contractsOf(builder: DatasetBuilder): Contracts {
  const found = followContracts(builder.build(), asOf);
  if (!found.known) throw new Error('no contracts');
  return found.value;
}
const follow = (rows: readonly RowOf<'contracts'>[]): Contracts => contractsOf(aDataset().withRows('contracts', rows));
const numbersOf = (found: Contracts): readonly string[] => found.contracts.map(({ contractNo }) => contractNo);

describe('contracts', () => {
  it('are late, running, fulfilled, cancelled or without amounts; the late ones first', () => {
    const found = follow([
      { client: 'A', contractNo: '1', dueDay: '2026-12-31', amount: 100, fulfilledAmount: 40 },
      { client: 'A', contractNo: '2', dueDay: '2026-06-29', amount: 120, fulfilledAmount: 100 },
      { client: 'B', contractNo: '3', dueDay: '2026-05-31', amount: 50, fulfilledAmount: 60 },
      { client: 'B', contractNo: '4', dueDay: '2026-05-31', amount: 500, fulfilledAmount: 0, status: '已取消' },
      { client: 'B', contractNo: '5', dueDay: '2026-05-31', amount: 70 },
      { client: 'B', contractNo: '6', signedDay: '2026-07-01', amount: 70, fulfilledAmount: 0 },
    ]);
    expect(
      found.contracts.map(({ contractNo, state, rest, daysLeft }) => [
        contractNo,
        state,
        rest.known ? rest.value : '—',
        daysLeft.known ? daysLeft.value : '—',
      ]),
    ).toEqual([
      ['2', 'late', 2000, -1],
      ['1', 'running', 6000, 184],
      ['5', 'unknown', '—', -30],
      ['3', 'done', 0, -30],
      ['4', 'cancelled', 50000, -30],
    ]);
    // 40 + 100 + 60 of 100 + 120 + 50; one without amounts is left out.
    expect(found.fulfilment).toMatchObject({ numerator: 20000, denominator: 27000, n: 3, excluded: 1 });
  });

  it('show what stands in their row, and — where nothing does', () => {
    const found = follow([
      { client: 'A', contractNo: '1', signedDay: '2026-06-30', dueDay: '2026-07-10', amount: 80, fulfilledAmount: 20 },
      { contractNo: '2', amount: 0, fulfilledAmount: 0 },
    ]);
    expect(found.contracts).toEqual([
      {
        ...{ client: 0, contractNo: '1', state: 'running', sheet: 'contracts', row: 2 },
        ...{ signedDay: { known: true, value: day('2026-06-30') }, dueDay: { known: true, value: day('2026-07-10') } },
        ...{ daysLeft: { known: true, value: 10 }, amount: { known: true, value: 8000 } },
        fulfilled: { known: true, value: 2000 },
        ...{ rest: { known: true, value: 6000 }, share: { known: true, value: 0.25 } },
      },
      {
        ...{ client: -1, contractNo: '2', state: 'done', sheet: 'contracts', row: 3 },
        ...{ signedDay: notEntered, dueDay: notEntered, daysLeft: notEntered },
        ...{ amount: { known: true, value: 0 }, fulfilled: { known: true, value: 0 } },
        // Nothing of nothing is no share.
        ...{ rest: { known: true, value: 0 }, share: notEntered },
      },
    ]);
  });

  it('stand by state, then by the day they are due, then by row; without such a day last', () => {
    const found = contractsOf(
      aDataset()
        .withRows('contracts', [
          { contractNo: 'no day', amount: 2, fulfilledAmount: 1 },
          { contractNo: 'later', dueDay: '2026-08-01', amount: 2, fulfilledAmount: 1 },
          { contractNo: 'row 4', dueDay: '2026-07-02', amount: 2, fulfilledAmount: 1 },
          { contractNo: 'due today', dueDay: '2026-06-30', amount: 2, fulfilledAmount: 1 },
          { contractNo: 'tomorrow', dueDay: '2026-07-01', amount: 2, fulfilledAmount: 1 },
        ])
        .withRows(
          'contracts',
          [{ contractNo: 'row 2', dueDay: '2026-07-02', amount: 2, fulfilledAmount: 1 }],
          '合同二',
        ),
    );
    expect(numbersOf(found)).toEqual(['due today', 'tomorrow', 'row 2', 'row 4', 'later', 'no day']);
    expect(found.contracts.map(({ state }) => state)).toEqual(['late', ...Array.from({ length: 5 }, () => 'running')]);
  });

  it('are added up by state, states without one left out', () => {
    const found = follow([
      { contractNo: '1', dueDay: '2026-06-01', amount: 100, fulfilledAmount: 40 },
      { contractNo: '2', dueDay: '2026-06-01', amount: 50, fulfilledAmount: 45 },
      { contractNo: '3', amount: 70 },
      { contractNo: '4', fulfilledAmount: 70 },
      { contractNo: '5', amount: 30, fulfilledAmount: 10, status: '作废' },
    ]);
    expect(found.states).toEqual([
      { state: 'late', contracts: 2, amount: 15000, rest: 6500 },
      // One of the two has an amount, neither a rest.
      { state: 'unknown', contracts: 2, amount: 7000, rest: 0 },
      { state: 'cancelled', contracts: 1, amount: 3000, rest: 2000 },
    ]);
    expect(found.fulfilment).toMatchObject({ numerator: 8500, denominator: 15000, n: 2, excluded: 2 });
  });

  it('are — without a sheet', () => {
    expect(followContracts(aDataset().build(), asOf)).toEqual(missing({ reason: 'no-sheet', sheet: 'contracts' }));
  });
});
