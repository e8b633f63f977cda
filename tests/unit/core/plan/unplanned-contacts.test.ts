import { readContactLog } from '../../../../src/core/plan/contact-log';
import { known } from '../../../../src/core/model/outcome';
import type { PlannedContact } from '../../../../src/core/plan/planned-contact';
import { countUnplanned } from '../../../../src/core/plan/unplanned-contacts';
import { aDataset, day } from '../../../support/dataset-builder';

describe('contacts that nobody planned', () => {
  const log = readContactLog(
    aDataset()
      .withRows('contacts', [
        { client: 'A', at: '2026-06-02 09:00', method: '电话', rep: '李' },
        { client: 'A', at: '2026-06-05 09:00', method: '上门拜访', rep: '李' },
        { client: 'B', at: '2026-06-08 09:00', method: '来电', rep: '王' },
        { client: 'B', at: '2026-06-09 09:00', method: '电话' },
        // Before the month, and after as-of.
        { client: 'B', at: '2026-05-31 09:00', method: '电话', rep: '王' },
        { client: 'B', at: '2026-06-11 09:00', method: '电话', rep: '王' },
      ])
      .build(),
    day('2026-06-10'),
    { from: day('2026-06-01'), to: day('2026-06-30') },
  );

  it('are those of the month that ticked off no line of the plan', () => {
    const planned = [{ logged: log.ofMonth.get(0)![0]! }, { logged: undefined }] as unknown as PlannedContact[];
    const { byRep, total } = countUnplanned(log, planned);
    expect(
      byRep.map(({ rep, logged, visits, unplannedCalls, unplannedVisits }) => [
        rep,
        logged,
        visits,
        unplannedCalls,
        unplannedVisits,
      ]),
    ).toEqual([
      ['李', 2, 1, 0, 1],
      ['', 1, 0, 1, 0],
      ['王', 1, 0, 1, 0],
    ]);
    expect(total.share).toEqual({ value: known(0.75), numerator: 3, denominator: 4, n: 4, excluded: 0 });
  });

  it('have no share where nothing is logged', () => {
    const none = { last: new Map(), ofMonth: new Map() };
    expect(countUnplanned(none, []).total.share.value.known).toBe(false);
  });
});
