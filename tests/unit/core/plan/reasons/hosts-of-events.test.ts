import { workMonthOf } from '../../../../../src/core/calendar/calendar-month';
import { makeWorkCalendar } from '../../../../../src/core/calendar/work-calendar';
import { monthOf } from '../../../../../src/core/model/day';
import type { Obligation } from '../../../../../src/core/plan/obligations';
import type { PlanEvent } from '../../../../../src/core/plan/reasons/events';
import { mergeEvents } from '../../../../../src/core/plan/reasons/merge-events';
import { purposeOf, type PurposeKind } from '../../../../../src/core/plan/reasons/purposes';
import { DEFAULT_SETTINGS } from '../../../../../src/core/settings';
import { day } from '../../../../support/dataset-builder';
import { anAnalysisByHand } from '../analysis-by-hand';

const monthFrom = (asOf: string) => workMonthOf(makeWorkCalendar('CN'), monthOf(day('2026-02-01')), day(asOf), 3);
const contact = (key: string, rest: Partial<Obligation> = {}): Obligation => ({
  ...{ key, client: 0, type: 'call', number: 1, slot: 'call', isCold: false, priority: 6, purposes: [] },
  ...{ ideal: 4, from: 0, to: 7, isDated: false, spacing: 4 },
  ...rest,
});
const event = (kind: PurposeKind, when: PlanEvent['when'], priority: PlanEvent['priority'] = 5): PlanEvent => ({
  client: 0,
  purpose: purposeOf(kind, { zh: kind, en: kind }, 'x'),
  priority,
  when,
});
const SOON = { kind: 'soon' } as const;
const RIDE = { kind: 'ride' } as const;
const dated = (from: number, to: number) => ({ kind: 'dated', from, to }) as const;
/** Each contact with what it is for; where it lies and how urgent it is. */
const merged = (open: readonly Obligation[], events: readonly PlanEvent[], asOf = '2026-01-31') =>
  mergeEvents(
    anAnalysisByHand([{}]),
    monthFrom(asOf),
    0,
    open.map((one) => ({ ...one })),
    events,
    DEFAULT_SETTINGS,
  );
const hosts = (...given: Parameters<typeof merged>) =>
  merged(...given).map(({ key, purposes }) => [key, ...purposes.map(({ kind }) => kind)].join(' '));
const places = (...given: Parameters<typeof merged>) =>
  merged(...given).map(({ ideal, from, to, isDated, priority, isUrgent = false }) => [ideal, from, to, isDated, priority, isUrgent]); // prettier-ignore
const two = (): readonly Obligation[] => [contact('c1'), contact('c2', { number: 2, ideal: 12, from: 8, to: 15 })];
const OWN = 'K1|2026-02|event|';

describe('an event that only rides', () => {
  it('takes the first contact, or the one that cannot wait, and never a card', () => {
    expect(hosts(two(), [event('archive', RIDE)])).toEqual(['c1 archive', 'c2']);
    expect(hosts([contact('c1'), contact('c2', { isUrgent: true })], [event('archive', RIDE)])).toEqual(['c1', 'c2 archive']); // prettier-ignore
    expect(hosts([contact('card', { slot: 'none' })], [event('archive', RIDE)])).toEqual(['card']);
    expect(places(two(), [event('archive', RIDE)])[0]).toEqual([4, 0, 7, false, 5, false]);
    expect(places(two(), [event('archive', RIDE, 8)])[0]![4]).toBe(6);
  });

  it('has a contact of its own only where money or a complaint is spoken of', () => {
    expect([hosts([], [event('archive', RIDE)]), hosts([], [event('money', RIDE)]), hosts([], [event('openComplaint', RIDE)])]).toEqual([[], [`${OWN}1 money`], [`${OWN}17 openComplaint`]]); // prettier-ignore
    expect(places([], [event('money', RIDE)])).toEqual([[0, 0, 15, false, 5, false]]);
  });

  it('comes after the others, whichever order they were found in', () => {
    expect(hosts(two(), [event('archive', RIDE), event('money', SOON, 1)])).toEqual(['c1 money archive', 'c2']);
  });
});

describe('an event that cannot wait', () => {
  it('takes a call without a date, wherever it lies, and the first of the month', () => {
    const visitFirst = [contact('v1', { slot: 'visit', type: 'visit' }), contact('c1', { ideal: 12, from: 8, to: 15 })];
    expect(hosts(visitFirst, [event('money', SOON, 2)])).toEqual(['v1', 'c1 money']);
    // The visit takes the part that the call leaves.
    expect(places(visitFirst, [event('money', SOON, 2)])).toEqual([[12, 8, 15, false, 6, false], [0, 0, 15, false, 2, true]]); // prettier-ignore
    expect(hosts([contact('c1', { isDated: true, ideal: 3 })], [event('money', SOON, 1)])).toEqual(['c1 money']);
    expect(hosts([contact('c1', { isDated: true, ideal: 9, from: 9, to: 9 })], [event('money', SOON, 1)])).toEqual(['c1', `${OWN}1 money`]); // prettier-ignore
  });

  it('of a deal is spoken of at the visit of the deal', () => {
    const open = [contact('c1'), contact('o1', { type: 'opportunity', slot: 'visit' })];
    expect(hosts(open, [event('intention', SOON, 2)])).toEqual(['c1', 'o1 intention']);
    expect(hosts(open, [event('quotation', SOON, 2)])).toEqual(['c1', 'o1 quotation']);
    expect(hosts(open, [event('money', SOON, 2)])).toEqual(['c1 money', 'o1']);
    expect(hosts([contact('c1')], [event('intention', SOON, 2)])).toEqual(['c1 intention']);
  });

  it('joins what cannot wait already, up to the earlier last day', () => {
    const both = [event('money', SOON, 1), event('complaint', { kind: 'soon', to: 1 }, 1)];
    expect(hosts(two(), both)).toEqual(['c1 money complaint', 'c2']);
    expect(places(two(), [event('complaint', { kind: 'soon', to: 1 }, 1)])[0]).toEqual([0, 0, 1, false, 1, true]);
    expect(places([], [event('complaint', { kind: 'soon', to: 1 }, 1)])).toEqual([[0, 0, 1, false, 1, true]]);
  });

  it('begins on the first day left', () => {
    // As of 10 February: index 7.
    expect(places(two(), [event('money', SOON, 1)], '2026-02-10')[0]).toEqual([7, 7, 15, false, 1, true]);
  });

  it('is no hurry from the third priority on: it takes the contact that is near', () => {
    expect(hosts([contact('c1', { ideal: 3, from: 2, to: 7 })], [event('quotation', SOON, 5)])).toEqual(['c1 quotation']); // prettier-ignore
    expect(hosts([contact('c1', { ideal: 4, from: 1, to: 7 })], [event('quotation', SOON, 5)])).toEqual(['c1', `${OWN}4 quotation`]); // prettier-ignore
    expect(hosts([contact('c1', { ideal: 4, from: 0, to: 7 })], [event('quotation', SOON, 5)])).toEqual(['c1 quotation']); // prettier-ignore
  });
});

describe('which event comes first', () => {
  it('is the more urgent one, and what rides comes last', () => {
    expect(hosts(two(), [event('importantDay', dated(5, 7)), event('money', SOON, 1)])).toEqual(['c1 money', 'c2', `${OWN}6 importantDay`]); // prettier-ignore
    const visitFirst = [contact('v1', { slot: 'visit', type: 'visit' }), contact('c1', { ideal: 12, from: 8, to: 15 })];
    expect(hosts(visitFirst, [event('archive', RIDE, 1), event('money', SOON, 2)])).toEqual(['v1', 'c1 money archive']);
  });

  it('hurries up to the second priority, and never takes a visit along', () => {
    const late = [contact('c1', { ideal: 12, from: 8, to: 15 })];
    expect(hosts(late, [event('quotation', SOON, 3)])).toEqual(['c1', `${OWN}4 quotation`]);
    expect(hosts(late, [event('quotation', SOON, 2)])).toEqual(['c1 quotation']);
    const visit = [contact('v1', { slot: 'visit', type: 'visit', ideal: 1 })];
    expect(hosts(visit, [event('money', SOON, 1)])).toEqual(['v1', `${OWN}1 money`]);
  });

  it('changes places only with what has no day of its own, takes time, and stood before', () => {
    const open = [
      contact('d1', { ideal: 2, from: 2, to: 2, isDated: true }),
      contact('card', { ideal: 1, slot: 'none' }),
      contact('v1', { ideal: 3, slot: 'visit', type: 'visit' }),
      contact('c1', { ideal: 12, from: 8, to: 15 }),
    ];
    expect(places(open, [event('money', SOON, 1)]).map(([ideal]) => ideal)).toEqual([2, 1, 12, 0]);
    const equal = [contact('v1', { ideal: 4, to: 5, slot: 'visit', type: 'visit' }), contact('c1')];
    expect(places(equal, [event('money', SOON, 1)])[0]).toEqual([4, 0, 5, false, 6, false]);
    // What does not hurry leaves the others where they are.
    expect(places(two(), [event('importantDay', dated(10, 12))])[0]).toEqual([4, 0, 7, false, 6, false]);
  });
});

describe('an event of a day', () => {
  it('takes the contact whose part of the month holds it, or that is three working days away', () => {
    expect(hosts(two(), [event('importantDay', dated(5, 7))])).toEqual(['c1 importantDay', 'c2']);
    expect(hosts(two(), [event('importantDay', dated(6, 8))])).toEqual(['c1', 'c2 importantDay']);
    expect(places(two(), [event('importantDay', dated(5, 7))])[0]).toEqual([7, 5, 7, true, 5, false]);
    const alone = (ideal: number) => hosts([contact('c1', { ideal, from: 0, to: 1 })], [event('importantDay', dated(8, 8))])[0]; // prettier-ignore
    expect([alone(5), alone(4), alone(11), alone(12)]).toEqual(['c1 importantDay', 'c1', 'c1 importantDay', 'c1']);
  });

  it('meets another where their days do', () => {
    const host = (from: number, to: number) => [contact('c1', { ideal: to, from, to, isDated: true })];
    expect(places(host(5, 8), [event('importantDay', dated(7, 9))])).toEqual([[8, 7, 8, true, 5, false]]);
    expect(places(host(5, 8), [event('importantDay', dated(8, 8))])).toEqual([[8, 8, 8, true, 5, false]]);
    expect(hosts(host(5, 7), [event('importantDay', dated(8, 9))])).toEqual(['c1', `${OWN}6 importantDay`]);
    expect(hosts(host(9, 9), [event('importantDay', dated(7, 8))])).toEqual(['c1', `${OWN}6 importantDay`]);
    expect(hosts(host(2, 4), [event('importantDay', dated(2, 8))])).toEqual(['c1', `${OWN}6 importantDay`]);
  });

  it('puts off nothing that cannot wait, and rides on it where it is near', () => {
    const urgent = [contact('c1', { ideal: 0, isUrgent: true, priority: 1 })];
    expect(places(urgent, [event('agreed', dated(3, 3), 2)])).toEqual([[0, 0, 7, false, 1, true]]);
    expect(hosts(urgent, [event('agreed', dated(3, 3), 2)])).toEqual(['c1 agreed']);
    expect(hosts(urgent, [event('agreed', dated(4, 4), 2)])).toEqual(['c1', `${OWN}3 agreed`]);
  });

  it('is a contact of its own where none is near, under the number of its kind', () => {
    expect(merged([], [event('contractEnd', dated(5, 9))])).toEqual([
      expect.objectContaining({
        ...{ key: `${OWN}7`, client: 0, type: 'event', number: 7, slot: 'call', isCold: false, priority: 5 },
        ...{ ideal: 9, from: 5, to: 9, isDated: true, isUrgent: false, spacing: 1 },
      }),
    ]);
  });
});
