import type { KeptRow } from '../../../../src/core/plan/kept-work';
import { isoOf, monthOf } from '../../../../src/core/model/day';
import { known } from '../../../../src/core/model/outcome';
import { aDataset, day } from '../../../support/dataset-builder';
import { isItsMonth } from '../../../../src/core/plan/frequencies';
import { aKeptRow } from './a-kept-row';
import { general, lines, planOf } from './plan-by-hand';

const KEY = 'K1|2026-02|call|1';

describe('what stood on the sheet', () => {
  it('in another month and was moved into this one stands here too, once', () => {
    const plan = planOf([general()], { kept: [aKeptRow('K1|2026-01|call|1', '2026-01-20', { movedDay: day('2026-02-09'), hasWork: true })] }); // prettier-ignore
    expect(lines(plan)).toEqual([
      // Four working days apart from what was moved to the 9th.
      ['K1|call|1', 'planned', '02-03'],
      ['K1|2026-01|call|1', 'moved', '02-09'],
      ['K1|call|2', 'planned', '02-25'],
    ]);
  });

  it('and belongs to nobody is done all the same', () => {
    const plan = planOf([general({ rep: '' }), general()], { kept: [aKeptRow(KEY, '2026-02-05', { isDone: true, hasWork: true })], asOf: '2026-02-10' }); // prettier-ignore
    const [one] = plan.contacts.filter(({ key }) => key === KEY);
    expect([one!.rep, one!.status, isoOf(one!.day!)]).toEqual([-1, 'done', '2026-02-05']);
  });

  it('stays on its day where that is a working day to come, and is planned anew where it is over', () => {
    const on = (plannedDay: string, asOf?: string, rest: Partial<KeptRow> = {}) =>
      lines(planOf([general()], { kept: [aKeptRow(KEY, plannedDay, rest)], ...(asOf && { asOf }) })).filter(
        ([key]) => key === 'K1|call|1',
      );
    expect(on('2026-02-10')).toEqual([['K1|call|1', 'planned', '02-10']]);
    // A Sunday is no place for it: it goes where it belongs.
    expect(on('2026-02-08')).toEqual([['K1|call|1', 'planned', '02-06']]);
    expect(on('2026-02-11', '2026-02-10')).toEqual([['K1|call|1', 'planned', '02-11']]);
    expect(on('2026-02-10', '2026-02-10')[0]!.slice(0, 2)).toEqual(['K1|call|1', 'missed']);
    expect(on('2026-02-12', '2026-02-10', { wasMissed: true })).toEqual([['K1|call|1', 'missed', '02-12']]);
  });

  it('and was missed comes before all else', () => {
    const plan = planOf([general()], { kept: [aKeptRow(KEY, '2026-02-05')], asOf: '2026-02-10' });
    const one = plan.contacts.find(({ key }) => key === KEY)!;
    expect([one.priority, isoOf(one.day!), one.status]).toEqual([0, '2026-02-11', 'missed']);
    expect(plan.attainment.total.missed).toBe(1);
  });

  it('is moved, done or logged on its day, outside the working days too', () => {
    const moved = planOf([general()], { kept: [aKeptRow(KEY, '2026-02-05', { movedDay: day('2026-02-08') })] });
    expect(lines(moved)[0]).toEqual(['K1|call|1', 'moved', '02-08']);
    const done = planOf([general()], { kept: [aKeptRow(KEY, '2026-02-05', { isDone: true })], asOf: '2026-02-10' });
    expect(lines(done)[0]).toEqual(['K1|call|1', 'done', '02-05']);
    expect(done.reps[0]!.counts[3]).toBe(1);
    const book = aDataset()
      .withClients([{ code: 'K1' }])
      .withRows('contacts', [{ client: 'K1', at: '2026-02-08 10:00', method: '电话', rep: '王芳' }]);
    const logged = planOf([general()], { book, asOf: '2026-02-10' });
    expect(lines(logged)[0]).toEqual(['K1|call|1', 'logged', '02-08']);
    expect([
      logged.contacts[0]!.logged!.method,
      logged.unplanned.total.logged,
      logged.unplanned.total.unplannedCalls,
    ]).toEqual(['电话', 1, 0]);
    // A Sunday is no working day: it stands in nobody's count of a day.
    expect(logged.reps[0]!.counts.reduce((sum, n) => sum + n, 0)).toBe(1);
  });
});

describe('a trouble between regular contacts', () => {
  const clientFiles = known({ files: [{ openComplaints: known(1), isRefreshDue: false }] });
  /** A lost client whose month of the half-year it is not. */
  const code = ['L1', 'L2', 'L3', 'L4'].find((one) => !isItsMonth(one, monthOf(day('2026-02-01')), 6))!;
  const EVENT = `${code}|2026-02|event|17`;
  const lost = (rest: Parameters<typeof planOf>[1] = {}) => planOf([['lost', { code }]], { parts: { clientFiles }, asOf: '2026-02-10', ...rest }); // prettier-ignore

  it('is spoken of at the next contact that is still to come, not at one that is done', () => {
    const plan = planOf([general()], { parts: { clientFiles }, kept: [aKeptRow(KEY, '2026-02-05', { isDone: true })] });
    expect(plan.contacts.map(({ key, purposes }) => [key, purposes[0]!.kind])).toEqual([
      [KEY, 'call'],
      ['K1|2026-02|call|2', 'openComplaint'],
    ]);
  });

  it('is a contact of its own where none is due, ticked off by what names it alone', () => {
    expect(lost().contacts.map(({ key, status }) => [key, status])).toEqual([[EVENT, 'planned']]);
    const logged = (planKey: string) => lost({ book: aDataset().withClients([{ code }]).withRows('contacts', [{ client: code, at: '2026-02-03', method: '电话', planKey }]) }).contacts.map(({ status }) => status); // prettier-ignore
    expect([logged(''), logged(EVENT)]).toEqual([['planned'], ['logged']]);
  });
});

describe('rows that nobody asks for any more', () => {
  const shown = { rep: '王芳', name: '某某', purpose: '旧事', way: '电话', level: '' };

  it('stay as long as she wrote on them: done, left over, cancelled, earlier, each by day and key', () => {
    const kept = [
      aKeptRow('K1|2025-12|call|1', '2025-12-10', { hasWork: true }),
      aKeptRow('K1|2026-02|event|9', '2026-02-12', { hasWork: true }),
      aKeptRow('K1|2026-02|event|8', '2026-02-12', { hasWork: true }),
      aKeptRow('K1|2026-02|event|5', '2026-02-09', { hasWork: true }),
      aKeptRow('K1|2026-02|event|7', '2026-02-11', { hasWork: true, isDone: true }),
      aKeptRow('K1|2026-02|event|6', '2026-02-10', {}),
      aKeptRow('K2|2026-01|call|2', '2026-01-20', {}),
      aKeptRow('GONE|2026-02|visit|1', undefined, { hasWork: true, shown }),
      aKeptRow('GONE|2026-02|call|1', '2026-02-03', {
        hasWork: true,
        actualDay: day('2026-02-04'),
        shown: { ...shown, rep: '没有' },
      }),
    ];
    const plan = planOf([general(), general()], { kept });
    const own = plan.contacts.filter(({ shown: was }) => was !== undefined);
    expect(
      own.map(({ key, status, day: on, client, rep, slot, type }) => [
        key,
        status,
        on && isoOf(on),
        client,
        rep,
        slot,
        type,
      ]),
    ).toEqual([
      ['GONE|2026-02|call|1', 'done', '2026-02-04', -1, -1, 'call', 'call'],
      ['K1|2026-02|event|7', 'done', '2026-02-11', 0, 0, 'call', 'event'],
      ['K2|2026-01|call|2', 'carried', '2026-01-20', 1, 0, 'call', 'call'],
      ['GONE|2026-02|visit|1', 'cancelled', undefined, -1, 0, 'visit', 'visit'],
      ['K1|2026-02|event|5', 'cancelled', '2026-02-09', 0, 0, 'call', 'event'],
      ['K1|2026-02|event|8', 'cancelled', '2026-02-12', 0, 0, 'call', 'event'],
      ['K1|2026-02|event|9', 'cancelled', '2026-02-12', 0, 0, 'call', 'event'],
      ['K1|2025-12|call|1', 'earlier', '2025-12-10', 0, 0, 'call', 'call'],
    ]);
    expect(own[3]).toEqual({
      ...{
        key: 'GONE|2026-02|visit|1',
        status: 'cancelled',
        day: undefined,
        rep: 0,
        client: -1,
        level: undefined,
        tier: undefined,
        type: 'visit',
        slot: 'visit',
      },
      ...{
        priority: undefined,
        purposes: [],
        purpose: { zh: '旧事', en: '旧事' },
        alsoFor: { zh: '', en: '' },
        preparation: { zh: '', en: '' },
        source: '',
        logged: undefined,
        shown,
      },
    });
    expect([own[1]!.level, own[1]!.tier]).toEqual(['general', known(2)]);
    // What was left over is said on the first contact, before all else; the kept rows are the last of the list.
    expect(plan.contacts[0]).toMatchObject({ priority: 0, purpose: { zh: '上月未完成：谈价' } });
    expect(plan.contacts.slice(-8)).toEqual(own);
    expect([...plan.briefs.keys()].sort()).toEqual([0, 1]);
  });

  it('and were done say what was said last, in the words of the row', () => {
    const lastOf = (...kept: readonly KeptRow[]) =>
      planOf([general()], { kept, asOf: '2026-02-10' }).briefs.get(0)!.lastContact;
    const done = (key: string, on: string, rest: Partial<KeptRow> = {}) =>
      aKeptRow(key, '2026-02-02', { actualDay: day(on), hasWork: true, ...rest });
    expect(
      lastOf(
        done('K1|2026-02|call|1', '2026-02-05', { result: '要货', method: '上门拜访', nextDay: day('2026-02-20') }),
      ),
    ).toEqual(
      known({
        day: day('2026-02-05'),
        isVisit: true,
        rep: '',
        method: '上门拜访',
        content: '要货',
        nextDay: day('2026-02-20'),
        planKey: 'K1|2026-02|call|1',
      }),
    );
    expect(lastOf(done('K1|2026-02|call|1', '2026-02-05'))).toMatchObject({
      value: { isVisit: false, method: '电话', content: '谈价' },
    });
    const later = [
      done('K1|2026-02|call|2', '2026-02-06', { result: '后' }),
      done('K1|2026-02|call|1', '2026-02-05', { result: '前' }),
    ];
    expect([lastOf(...later), lastOf(...[...later].reverse())].map((one) => one.known && one.value.content)).toEqual([
      '后',
      '后',
    ]);
    const sameDay = [
      done('K1|2026-02|call|2', '2026-02-05', { result: '二' }),
      done('K1|2026-02|call|1', '2026-02-05', { result: '一' }),
    ];
    expect(
      [lastOf(...sameDay), lastOf(...[...sameDay].reverse())].map((one) => one.known && one.value.content),
    ).toEqual(['一', '一']);
    // Without a day of its own it counts on the day that it was moved to, else planned for.
    const onDay = (rest: Partial<KeptRow>) => {
      const one = lastOf(aKeptRow('K1|2026-02|call|1', '2026-02-02', { isDone: true, ...rest }));
      return one.known && isoOf(one.value.day);
    };
    expect(lastOf(aKeptRow('K1|2026-02|call|1', undefined, { isDone: true })).known).toBe(false);
    expect([onDay({ movedDay: day('2026-02-04') }), onDay({})]).toEqual(['2026-02-04', '2026-02-02']);
    expect([
      lastOf(aKeptRow('K1|2026-02|call|1', '2026-02-02')).known,
      lastOf(done('K9|2026-02|call|1', '2026-02-05')).known,
    ]).toEqual([false, false]);
  });
});
