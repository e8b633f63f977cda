import { analyse } from '../../../../../src/core/analyse';
import { monthOf } from '../../../../../src/core/model/day';
import { workMonthOf } from '../../../../../src/core/calendar/calendar-month';
import type { PlanEvent } from '../../../../../src/core/plan/reasons/events';
import { mergeEvents } from '../../../../../src/core/plan/reasons/merge-events';
import { regularObligations, type Obligation } from '../../../../../src/core/plan/obligations';
import { purposeOf } from '../../../../../src/core/plan/reasons/purposes';
import { makeWorkCalendar } from '../../../../../src/core/calendar/work-calendar';
import { DEFAULT_SETTINGS } from '../../../../../src/core/settings';
import { aDataset, day } from '../../../../support/dataset-builder';

/** One key client: a call and a visit in February 2026, at indices 4 and 12 of its 16 working days. */
const asOf = day('2026-01-31');
const analysis = analyse(
  aDataset()
    .withClients([{ code: 'K1', name: '甲' }])
    .withTransactions([{ client: 'K1', day: '2026-01-15', amount: 1000 }])
    .build(),
  { today: asOf, asOf, period: { kind: 'last12m' }, settings: DEFAULT_SETTINGS },
);
const month = workMonthOf(makeWorkCalendar('CN'), monthOf(day('2026-02-01')), asOf, 3);

const anEvent = (
  kind: PlanEvent['purpose']['kind'],
  when: PlanEvent['when'],
  priority: PlanEvent['priority'] = 5,
): PlanEvent => ({ client: 0, purpose: purposeOf(kind, { zh: kind, en: kind }, 'x'), priority, when });

const regular = (): Obligation[] => regularObligations(analysis, month, 0, DEFAULT_SETTINGS);
const merge = (events: readonly PlanEvent[], open = regular()): Obligation[] =>
  mergeEvents(analysis, month, 0, open, events, DEFAULT_SETTINGS);
const kindsOf = (one: Obligation): string[] => one.purposes.map(({ kind }) => kind);

describe('mergeEvents', () => {
  it('starts from a call and a visit at indices 4 and 12', () => {
    expect(regular().map(({ ideal }) => ideal)).toEqual([4, 12]);
  });

  it('puts an urgent event on the call, wherever in the month it was, which then takes its place and priority', () => {
    // The visit stood first: it takes the part of the month that the call leaves.
    expect(regular().map(({ slot }) => slot)).toEqual(['visit', 'call']);
    const [visit, call] = merge([anEvent('money', { kind: 'soon' }, 1)]);
    expect(kindsOf(call!)).toEqual(['money', 'call']);
    expect([call!.ideal, call!.priority]).toEqual([0, 1]);
    expect([visit!.ideal, kindsOf(visit!)]).toEqual([12, ['visit']]);
    expect(merge([anEvent('money', { kind: 'soon' }, 1)])).toHaveLength(2);
  });

  it('puts a dated event on the contact of its part of the month and pins it there', () => {
    const merged = merge([anEvent('importantDay', { kind: 'dated', from: 8, to: 10 })]);
    expect(merged).toHaveLength(2);
    expect(merged.map(kindsOf)[1]).toContain('importantDay');
    expect(merged[1]).toMatchObject({ from: 8, to: 10, ideal: 10, isDated: true });
  });

  it('makes a contact of its own where two dates do not meet', () => {
    const merged = merge([
      anEvent('importantDay', { kind: 'dated', from: 8, to: 8 }),
      anEvent('contractEnd', { kind: 'dated', from: 14, to: 14 }),
    ]);
    expect(merged).toHaveLength(3);
    expect(merged[2]!.key).toMatch(/^K1\|2026-02\|event\|\d+$/);
    expect(merged[2]).toMatchObject({ ideal: 14, isDated: true, slot: 'call' });
  });

  it('lets an event ride on the first open contact, and on none of its own but for money', () => {
    expect(kindsOf(merge([anEvent('archive', { kind: 'ride' }, 8)])[0]!)).toContain('archive');
    expect(merge([anEvent('archive', { kind: 'ride' }, 8)], [])).toEqual([]);
    expect(merge([anEvent('money', { kind: 'ride' })], []).map(kindsOf)).toEqual([['money']]);
  });

  it('puts nothing urgent off for the sake of a later date', () => {
    const merged = merge([
      anEvent('money', { kind: 'soon' }, 1),
      anEvent('agreed', { kind: 'dated', from: 12, to: 12 }, 2),
    ]);
    expect(merged).toHaveLength(2);
    const [visit, call] = merged;
    expect([call!.ideal, kindsOf(call!)]).toEqual([0, ['money', 'call']]);
    expect([visit!.ideal, kindsOf(visit!)]).toEqual([12, ['agreed', 'visit']]);
  });

  it('keeps an event’s key when another event goes', () => {
    const both = merge(
      [anEvent('complaint', { kind: 'soon' }, 1), anEvent('agreed', { kind: 'dated', from: 12, to: 12 }, 2)],
      [],
    );
    const one = merge([anEvent('agreed', { kind: 'dated', from: 12, to: 12 }, 2)], []);
    expect(both.map(({ key }) => key)).toContain(one[0]!.key);
    expect(new Set(both.map(({ key }) => key)).size).toBe(2);
  });
});
