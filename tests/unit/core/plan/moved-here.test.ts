import { workMonthOf } from '../../../../src/core/calendar/calendar-month';
import { makeWorkCalendar } from '../../../../src/core/calendar/work-calendar';
import { isoOf, monthOf } from '../../../../src/core/model/day';
import type { ContactLog } from '../../../../src/core/plan/contact-log';
import type { KeptRow } from '../../../../src/core/plan/kept-work';
import { movedHere } from '../../../../src/core/plan/moved-here';
import { day } from '../../../support/dataset-builder';

/** February 2026: its first working day is Monday the 2nd, its last Saturday the 28th, which makes up for the festival. */
const month = workMonthOf(makeWorkCalendar('CN'), monthOf(day('2026-02-01')), day('2026-01-31'), 3);
const NO_LOG: ContactLog = { last: new Map(), ofMonth: new Map() };
const row = (key: string, movedDay: string | undefined, rest: Partial<KeptRow> = {}): KeptRow => ({
  ...{ key, plannedDay: day('2026-01-20'), movedDay: movedDay === undefined ? undefined : day(movedDay), actualDay: undefined, isDone: false, result: '', method: '' },
  ...{ nextDay: undefined, notes: '', hasWork: true, wasMissed: false, shown: { rep: '', name: '', purpose: '谈价', way: '电话', level: '' } },
  ...rest,
}); // prettier-ignore
const found = (rows: readonly KeptRow[], log = NO_LOG) =>
  movedHere(new Map(rows.map((one) => [one.key, one])), month, new Map([['C1', 0], ['C2', 1]]), log); // prettier-ignore
const KEY = 'C1|2026-01|call|1';

describe('a contact of another month that was moved into this one', () => {
  it.each([
    ['2026-02-01', 0],
    ['2026-02-02', 0],
    ['2026-02-05', 3],
    ['2026-02-28', month.days.length - 1],
  ])('stands on %s at its place among the working days', (movedDay, index) => {
    const [one] = found([row(KEY, movedDay)]);
    expect([one!.status, isoOf(one!.day!)]).toEqual(['moved', movedDay]);
    expect(one!.obligation).toMatchObject({
      ...{ key: KEY, client: 0, type: 'call', number: 1, slot: 'call', isCold: false, priority: 2, spacing: 1 },
      ...{ ideal: index, from: index, to: index, isDated: true },
    });
    expect(one!.obligation.purposes.map(({ kind, text, source }) => [kind, text.zh, source])).toEqual([
      ['call', '谈价', 'definitions §8'],
    ]);
  });

  it.each([
    ['is of this month itself', row('C1|2026-02|call|1', '2026-02-05')],
    ['was moved to the month before', row(KEY, '2026-01-31')],
    ['was moved to the month after', row(KEY, '2026-03-01')],
    ['was not moved', row(KEY, undefined)],
    ['is of a client whom nobody knows', row('C9|2026-01|call|1', '2026-02-05')],
    ['has a key that is none', row('C1', '2026-02-05')],
  ])('is not what %s', (_, one) => {
    expect(found([one])).toEqual([]);
  });

  it.each([
    ['visit', '电话', 'visit', 'visit'],
    ['call', '上门拜访', 'visit', 'call'],
    ['card', '上门拜访', 'none', 'card'],
    ['event', '电话', 'call', 'agreed'],
    ['winBack', '电话', 'call', 'winBack'],
    ['opportunity', '拜访', 'visit', 'opportunity'],
    ['newClient', '', 'call', 'newClient'],
  ] as const)('of the type %s, made by %s, takes the time of a %s', (type, way, slot, kind) => {
    const [one] = found([row(`C1|2026-03|${type}|2`, '2026-02-05', { shown: { rep: '', name: '', purpose: '', way, level: '' } })]); // prettier-ignore
    expect([one!.obligation.slot, one!.obligation.purposes[0]!.kind, one!.obligation.number]).toEqual([slot, kind, 2]);
  });

  it('is ticked off by the contact that names its row, and by no other', () => {
    const contact = (planKey: string) => ({ day: day('2026-02-06'), isVisit: false, rep: '', method: '', content: '', nextDay: undefined, planKey }); // prettier-ignore
    const log = (planKey: string): ContactLog => ({ last: new Map(), ofMonth: new Map([[0, [contact(planKey)]]]) });
    const statusOf = (planKey: string) => found([row(KEY, '2026-02-05')], log(planKey)).map(({ status }) => status);
    expect([statusOf(KEY), statusOf('C1|2026-01|call|2'), statusOf('')]).toEqual([['logged'], ['moved'], ['moved']]);
    expect(found([row('C2|2026-01|call|1', '2026-02-05', { isDone: true })]).map(({ status }) => status)).toEqual(['done']); // prettier-ignore
  });
});
