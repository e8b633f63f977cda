import { readContactLog, type DoneContact } from '../../../../src/core/plan/contact-log';
import { isoOf } from '../../../../src/core/model/day';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';

const MONTH = { from: day('2026-02-01'), to: day('2026-02-28') };
const logOf = (rows: readonly RowOf<'contacts'>[], asOf = '2026-03-10', done: readonly DoneContact[] = []) =>
  readContactLog(
    aDataset()
      .withClients([{ code: 'A' }, { code: 'B' }])
      .withRows('contacts', rows)
      .build(),
    day(asOf),
    MONTH,
    done,
  );
const call = (client: string | undefined, at: string, content = at): RowOf<'contacts'> => ({ client, at, content });

describe('the log of contacts', () => {
  it('has of the month what lies on its days, the first and the last too, oldest first', () => {
    const { ofMonth } = logOf([
      call('A', '2026-02-28 23:59'),
      call('A', '2026-02-01 00:00'),
      call('A', '2026-01-31 23:59'),
      call('A', '2026-03-01 00:00'),
      call('A', '2026-02-10 09:00', 'first'),
      call('A', '2026-02-10 09:00', 'second'),
      call('B', '2026-02-11 08:00'),
      call(undefined, '2026-02-12 08:00'),
    ]);
    expect(ofMonth.get(0)!.map(({ day: on, content }) => [isoOf(on), content])).toEqual([
      ['2026-02-01', '2026-02-01 00:00'],
      ['2026-02-10', 'first'],
      ['2026-02-10', 'second'],
      ['2026-02-28', '2026-02-28 23:59'],
    ]);
    expect([...ofMonth.keys()]).toEqual([0, 1]);
  });

  it('ends with the last minute of as-of', () => {
    const { last, ofMonth } = logOf([call('A', '2026-02-10 23:59'), call('A', '2026-02-11 00:00')], '2026-02-10');
    expect([last.get(0)!.content, ofMonth.get(0)!.length]).toEqual(['2026-02-10 23:59', 1]);
    expect(logOf([call('A', '2026-02-11 00:00')], '2026-02-10').last.size).toBe(0);
  });

  it('has as last the latest; of two on one moment the lower row', () => {
    const rows = [call('A', '2026-02-10 09:00', 'one'), call('A', '2026-02-10 09:00', 'two'), call('A', '2026-02-09 09:00')]; // prettier-ignore
    expect(logOf(rows).last.get(0)!.content).toBe('two');
    expect(logOf([{ client: 'A', content: 'no time' }, { client: 'B' }]).last.size).toBe(0);
  });

  it('says of a contact what its row says: the purpose where nothing was noted', () => {
    const row = {
      client: 'A',
      at: '2026-02-10 09:00',
      method: '上门拜访',
      rep: ' 王芳 ',
      purpose: '收款',
      planKey: 'K',
    };
    const [first, second] = logOf([{ ...row, content: '已付' }, { ...row, at: '2026-02-11 09:00', nextDay: '2026-02-20', method: '电话' }]).ofMonth.get(0)!; // prettier-ignore
    expect(first).toEqual({ day: day('2026-02-10'), isVisit: true, rep: '王芳', method: '上门拜访', content: '已付', nextDay: undefined, planKey: 'K' }); // prettier-ignore
    expect(second).toMatchObject({ isVisit: false, content: '收款', nextDay: day('2026-02-20') });
  });

  it('takes what is done on the plan as last contact where it is later, and ticks nothing off by it', () => {
    const done = (on: string): DoneContact => ({
      client: 0,
      contact: { day: day(on), isVisit: false, rep: '', method: '', content: 'plan', nextDay: undefined, planKey: 'K' },
    });
    const lastOf = (on: string): string => logOf([call('A', '2026-02-10 09:00', 'log')], undefined, [done(on)]).last.get(0)!.content; // prettier-ignore
    expect([lastOf('2026-02-09'), lastOf('2026-02-10'), lastOf('2026-02-11')]).toEqual(['log', 'log', 'plan']);
    const only = logOf([], undefined, [done('2026-02-09')]);
    expect([only.last.get(0)!.content, only.ofMonth.size]).toEqual(['plan', 0]);
  });
});
