import { followContracts } from '../../../../src/core/service/contracts';
import { aDataset, day } from '../../../support/dataset-builder';

const follow = (rows: Parameters<ReturnType<typeof aDataset>['withRows']>[1]): ReturnType<typeof followContracts> =>
  followContracts(
    aDataset()
      .withRows('contracts', rows as never)
      .build(),
    day('2026-06-30'),
  );

describe('contracts', () => {
  it('are late, running, fulfilled, cancelled or without amounts; the late ones first', () => {
    const found = follow([
      { client: 'A', contractNo: '1', dueDay: '2026-12-31', amount: 100, fulfilledAmount: 40 },
      { client: 'A', contractNo: '2', dueDay: '2026-06-29', amount: 120, fulfilledAmount: 100 },
      { client: 'B', contractNo: '3', dueDay: '2026-05-31', amount: 50, fulfilledAmount: 60 },
      { client: 'B', contractNo: '4', dueDay: '2026-05-31', amount: 500, fulfilledAmount: 0, status: '已取消' },
      { client: 'B', contractNo: '5', dueDay: '2026-05-31', amount: 70 },
      { client: 'B', contractNo: '6', signedDay: '2026-07-01', amount: 70, fulfilledAmount: 0 },
    ] as never);
    if (!found.known) throw new Error('no contracts');
    expect(
      found.value.contracts.map(({ contractNo, state, rest, daysLeft }) => [
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
    expect(found.value.fulfilment).toMatchObject({ numerator: 20000, denominator: 27000, n: 3, excluded: 1 });
  });

  it('are — without a sheet', () => {
    expect(follow([] as never)).toMatchObject({ known: false, why: { sheet: 'contracts' } });
  });
});
