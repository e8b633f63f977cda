import { planCalls } from '../../../src/core/plan/call-plan';
import { keyNameOf, regularObligations, type Obligation } from '../../../src/core/plan/obligations';
import { frequencyOf } from '../../../src/core/plan/frequencies';
import { levelOf, tierOf } from '../../../src/core/plan/client-brief';
import { rankClients } from '../../../src/core/plan/rank-clients';
import { findLastPurchases } from '../../../src/core/sales/purchases/last-purchases';
import type { Rep } from '../../../src/core/plan/people/reps';
import { scheduleRep, type FixedContact, type ScheduleItem } from '../../../src/core/plan/schedule';
import { workMonthOf, type WorkMonth } from '../../../src/core/calendar/calendar-month';
import { makeWorkCalendar } from '../../../src/core/calendar/work-calendar';
import { asDay, monthOf } from '../../../src/core/model/day';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings';
import { anAnalysis } from '../../support/analysis-builder';
import { day } from '../../support/dataset-builder';
import { seededRandom } from '../../support/seeded-random';
import { aPlainBook, AS_OF, figureOf, sumOf } from './plain-book';

type Placed = { readonly one: Obligation; readonly region: string; index: number };

/** Person-days of the split: A 8 days for 6 and so on, as the settings have them. */
const COSTS = { A: 1.25, B: 1 / 3, C: 0.25, new: 0.5 } as const;
const settings = {
  ...DEFAULT_SETTINGS,
  ...{ 'plan.daysA': 10, 'plan.clientsA': 8, 'plan.daysB': 4, 'plan.clientsB': 12 },
  ...{ 'plan.daysC': 2, 'plan.clientsC': 8, 'plan.daysNew': 4, 'plan.clientsNew': 8 },
};

/**
 * The rules of the schedule once more, told by lists and not by counts (definitions §8, steps 2 and 3): order, room, day, levelling.
 */
function placeAll(rep: Rep, items: readonly ScheduleItem[], fixed: readonly FixedContact[], month: WorkMonth) {
  const share = (slot: Obligation['slot']): number =>
    slot === 'none' ? 0 : 1 / (slot === 'call' ? rep.callsPerDay : rep.visitsPerDay);
  const daysOf = (one: Obligation): number => (one.grade ? COSTS[one.grade] : share(one.slot));
  const all = month.days.map((_, index) => index);
  const present = all.filter((index) => !rep.absences.some(({ from, to }) => month.days[index]! >= from && month.days[index]! <= to)); // prettier-ignore
  const ahead = present.filter((index) => index >= month.start);
  const isShort = sumOf([...items, ...fixed], ({ obligation }) => daysOf(obligation)) > present.length;
  const urgency = ({ obligation: { priority, type, number } }: ScheduleItem): number =>
    !isShort || priority <= 2 ? priority : type === 'visit' ? 5 : number > 1 ? 4 : 3;
  const keyOf = (item: ScheduleItem): readonly number[] => [
    ...[urgency(item), item.pinned === undefined ? 1 : 0, item.obligation.type === 'visit' ? 1 : 0, item.order],
  ];
  const before = (a: readonly number[], b: readonly number[]): number => {
    const at = a.findIndex((one, place) => one !== b[place]);
    return at < 0 ? 0 : a[at]! - b[at]!;
  };
  const order = items.map((item) => item).sort((a, b) => before(keyOf(a), keyOf(b)));

  // Each grade its part of the days; what one leaves over flows on.
  const left: Record<string, number> = {};
  let spare = 0;
  for (const [grade, clients] of [
    ['A', 8],
    ['B', 12],
    ['C', 8],
    ['new', 8],
  ] as const) {
    const room = Math.floor((present.length * clients) / 20);
    const wanted = [...items, ...fixed].filter(({ obligation }) => obligation.grade === grade).length;
    left[grade] = Math.min(wanted, room + Math.floor(spare / COSTS[grade] + 1e-9));
    spare += (room - left[grade]) * COSTS[grade];
  }

  const book: Placed[] = fixed.map(({ obligation, region, index }) => ({ one: obligation, region, index }));
  for (const { one } of book) if (one.grade) left[one.grade]!--;
  const on = (index: number, slot?: Obligation['slot']): readonly Placed[] =>
    book.filter((each) => each.index === index && each.one.slot !== 'none' && (!slot || each.one.slot === slot));
  const hasSlot = ({ slot }: Obligation, index: number): boolean =>
    slot === 'none' || sumOf(on(index), ({ one }) => share(one.slot)) + share(slot) <= 1 + 1e-9;
  const regionFits = (region: string, index: number): boolean =>
    on(index, 'visit').length === 0 || on(index, 'visit').some((each) => each.region === region);
  const isRegular = ({ type }: Obligation): boolean => ['call', 'visit', 'winBack'].includes(type);
  const isApart = (one: Obligation, index: number): boolean =>
    book.every(
      (other) =>
        other.one.client !== one.client || other.one.key === one.key || other.index < 0 ||
        Math.abs(other.index - index) >= (isRegular(one) && isRegular(other.one) ? Math.max(one.spacing, other.one.spacing) : 1),
    ); // prettier-ignore
  const fits = (one: Obligation, region: string, index: number): boolean =>
    ahead.includes(index) &&
    !(one.isCold && month.afterBreak.has(index)) &&
    (one.slot !== 'visit' || regionFits(region, index)) &&
    hasSlot(one, index) &&
    isApart(one, index);
  const best = (one: Obligation, region: string, from: number, to: number): number | undefined => {
    const ideal = Math.min(Math.max(one.ideal, month.start), Math.max(month.start, month.days.length - 1));
    const strange = (index: number): number =>
      one.slot === 'visit' && !on(index, 'visit').some((each) => each.region === region) ? 1 : 0;
    const score = (index: number): readonly number[] =>
      one.isDated || one.priority <= 2
        ? [Math.abs(index - ideal), strange(index)]
        : [strange(index), on(index).length, Math.abs(index - ideal)];
    return ahead
      .filter((index) => index >= from && index <= to && fits(one, region, index))
      .sort((a, b) => before(score(a), score(b)) || a - b)[0];
  };

  const placed = new Map<string, number>();
  const spilled = new Map<string, string>();
  const usedDays = (): number => sumOf(book, ({ one }) => daysOf(one));
  for (const { obligation: one, region, pinned } of order) {
    const { from, to, isDated } = one;
    const last = month.days.length - 1;
    const isInside = (index: number): boolean => !isDated || (index >= from && index <= to);
    let at: number | undefined;
    if (ahead.length === 0) spilled.set(one.key, 'away');
    else if (one.grade && left[one.grade]! <= 0) spilled.set(one.key, 'grade');
    else if (usedDays() + daysOf(one) > present.length + 1e-9) spilled.set(one.key, 'days');
    else {
      if (pinned !== undefined && isInside(pinned) && fits(one, region, pinned)) at = pinned;
      at ??= best(one, region, from, to);
      if (at === undefined && (!isDated || from > month.start)) at = best(one, region, 0, isDated ? to : last);
      const free = ahead.filter((index) => hasSlot(one, index));
      if (at === undefined)
        spilled.set(
          one.key,
          free.length === 0
            ? 'slots'
            : one.slot === 'visit' && !free.some((index) => regionFits(region, index))
              ? 'region'
              : isDated && !free.some((index) => index >= from && index <= to)
                ? 'window'
                : 'spacing',
        );
    }
    if (at === undefined) continue;
    if (one.grade) left[one.grade]!--;
    book.push({ one, region, index: at });
    placed.set(one.key, at);
  }

  // Calls without a date move from full days to empty ones.
  const movable = new Set(
    order.filter(({ obligation: one, pinned }) => pinned === undefined && one.slot === 'call' && !one.isDated && one.priority > 2).map(({ obligation }) => obligation.key),
  ); // prettier-ignore
  const stuck = new Set<number>();
  const moved: string[] = [];
  for (;;) {
    const [full] = ahead.filter((index) => !stuck.has(index)).sort((a, b) => on(b).length - on(a).length || a - b);
    if (full === undefined) break;
    const empty = ahead.filter((index) => on(index).length <= on(full).length - 2).sort((a, b) => on(a).length - on(b).length || a - b); // prettier-ignore
    if (empty.length === 0) break;
    const step = empty.flatMap((to) => {
      const able = book.filter(({ one, region, index }) => index === full && movable.has(one.key) && placed.has(one.key) && fits(one, region, to)); // prettier-ignore
      // Of equals who stood there first; who was moved there comes after.
      const rank = ({ one }: Placed): number => moved.lastIndexOf(one.key) + 1 || -order.length + order.findIndex(({ obligation }) => obligation.key === one.key); // prettier-ignore
      const [nearest] = able.sort(
        (a, b) => Math.abs(a.one.ideal - to) - Math.abs(b.one.ideal - to) || rank(a) - rank(b),
      );
      return nearest ? [{ nearest, to }] : [];
    })[0];
    if (!step) stuck.add(full);
    else {
      step.nearest.index = step.to;
      placed.set(step.nearest.one.key, step.to);
      moved.push(step.nearest.one.key);
    }
  }
  const used = usedDays();
  return {
    workDays: present.length,
    placed: [...placed].sort(),
    spilled: [...spilled].sort(),
    plannedDays: used,
    freeDays: Math.max(0, Math.min(ahead.length, present.length - used)),
  };
}

function aMonth(seed: number) {
  const random = seededRandom(seed * 31 + 7);
  const days = Array.from({ length: random.whole(6, 14) }, (_, at) =>
    asDay(day('2026-07-01') + at + Math.floor(at / 5) * 2),
  );
  const month: WorkMonth = {
    month: monthOf(days[0]!),
    from: days[0]!,
    to: days.at(-1)!,
    days,
    start: random.pick([0, 0, 2, 5]),
    afterBreak: new Set(random.next() < 0.5 ? [random.whole(0, 5)] : []),
    calendar: makeWorkCalendar('none'),
  };
  const away = days[random.whole(0, days.length - 1)]!;
  const rep: Rep = {
    name: '王芳',
    callsPerDay: random.whole(2, 6),
    visitsPerDay: random.whole(1, 3),
    absences: random.next() < 0.6 ? [{ from: away, to: asDay(away + random.pick([0, 2, 40])) }] : [],
  };
  const anObligation = (at: number): Obligation => {
    const type = random.pick([
      'call',
      'call',
      'visit',
      'winBack',
      'event',
      'opportunity',
      'newClient',
      'card',
    ] as const);
    const from = random.whole(0, days.length - 1);
    return {
      key: `K${String(at).padStart(2, '0')}`,
      client: random.whole(0, 9),
      type,
      number: random.whole(1, 3),
      slot:
        type === 'card'
          ? 'none'
          : type === 'visit'
            ? 'visit'
            : type === 'opportunity'
              ? random.pick(['call', 'visit'])
              : 'call',
      isCold: type === 'newClient',
      ...(type === 'opportunity' && { grade: random.pick(['A', 'B', 'C'] as const) }),
      ...(type === 'newClient' && { grade: 'new' as const }),
      priority: random.whole(1, 8) as Obligation['priority'],
      purposes: [],
      ideal: random.whole(0, days.length + 1),
      from,
      to: random.whole(from, days.length - 1),
      isDated: random.next() < 0.25,
      spacing: random.whole(1, 4),
    };
  };
  const regions = ['南', '北', ''];
  const items = Array.from({ length: random.whole(3, 40) }, (_, at): ScheduleItem => ({
    obligation: anObligation(at),
    rep: 0,
    region: random.pick(regions),
    order: at % 7,
    pinned: random.next() < 0.25 ? random.whole(0, days.length - 1) : undefined,
  })); // prettier-ignore
  const fixed = Array.from({ length: random.whole(0, 5) }, (_, at): FixedContact => ({
    obligation: anObligation(80 + at),
    rep: 0,
    region: random.pick(regions),
    index: random.whole(-1, days.length - 1),
  })); // prettier-ignore
  return { rep, items, fixed, month };
}

describe('the plan of a month, made a second time', () => {
  it('each contact its day, or the reason why it has none', () => {
    const reasons = new Set<string>();
    for (let seed = 1; seed <= 150; seed++) {
      const { rep, items, fixed, month } = aMonth(seed);
      const ours = scheduleRep(0, rep, items, fixed, month, settings);
      for (const reason of ours.spilled.values()) reasons.add(reason);
      const { plannedDays, freeDays, ...expected } = placeAll(rep, items, fixed, month);
      const found = { workDays: ours.workDays, placed: [...ours.placed].sort(), spilled: [...ours.spilled].sort() };
      expect({ seed, ...found }).toEqual({ seed, ...expected });
      expect(ours.plannedDays).toBeCloseTo(plannedDays, 9);
      expect(ours.freeDays).toBeCloseTo(freeDays, 9);
    }
    expect([...reasons].sort()).toEqual(['away', 'days', 'grade', 'region', 'slots', 'spacing', 'window']);
  });

  const books = Array.from({ length: 5 }, (_, at) => {
    const book = aPlainBook(300 + at);
    return { book, ...anAnalysis(book.dataset, { asOf: AS_OF }) };
  });

  it('regular contacts: as many as the class asks for, each in its part of the month', () => {
    let most = 0;
    for (const [calls, visits] of [
      [1, 1],
      [4, 2],
      [9, 7],
      [12, 12],
    ] as const) {
      const own = { ...DEFAULT_SETTINGS, ...{ 'plan.preset': 'own', 'plan.ownCallsKey': calls, 'plan.visitsKey': visits, 'plan.ownCallsFocus': calls } } as Settings; // prettier-ignore
      for (const { book, analysis, dataset } of books) {
        const month = workMonthOf(makeWorkCalendar('CN'), monthOf(day('2026-07-01')), day(AS_OF), 3);
        const purchases = findLastPurchases(dataset, day(AS_OF));
        const accounts = figureOf(analysis.keyAccounts)!.clients;
        book.codes.forEach((code, client) => {
          const asked = frequencyOf(levelOf(analysis, client), tierOf(analysis, client), code, month.month, own);
          const n = asked.calls + asked.visits;
          const found = regularObligations(analysis, month, client, own, purchases[client]).slice(0, n);
          const days = month.days.length;
          most = Math.max(most, n);
          expect(found.filter(({ slot }) => slot === 'visit')).toHaveLength(asked.visits);
          expect(keyNameOf(analysis, client)).toBe(code);
          const { level, focus } = accounts[client]!;
          const tier = figureOf(tierOf(analysis, client));
          const base =
            level === 'key' ? 3
            : level === 'focus' ? (focus.some(({ reason }) => reason === 'leaving') ? 4 : 5)
            : level === 'general' && tier !== undefined && tier < 3 ? 6 : 8; // prettier-ignore
          found.forEach(({ slot, from, to, ideal, spacing, priority, key, number }, at) => {
            const first = Math.floor((at * days) / n);
            const last = Math.max(first, Math.floor(((at + 1) * days) / n) - 1);
            expect([from, to, ideal, spacing]).toEqual([
              ...[first, last, Math.floor(((at + 0.5) / n) * days + 1e-9), Math.max(1, Math.floor(days / (n + 1)) - 1)],
            ]);
            expect(priority).toBe(slot === 'visit' && base < 8 ? base + 1 : base);
            expect(number).toBe(found.slice(0, at + 1).filter((one) => one.slot === slot).length);
            expect(key).toContain(code);
          });
        });
      }
    }
    expect(most).toBe(24);
  });

  it('the order of clients, of contacts, and of what has no room', () => {
    for (const { analysis, dataset } of books) {
      const plan = planCalls(dataset, analysis);
      const contacted = new Map<number, number>();
      const last = (client: number): number => contacted.get(client) ?? -Infinity;
      for (const by of ['risk', 'value'] as const) {
        const ranks = rankClients(analysis, () => undefined, by);
        const risk = new Map(
          by === 'value'
            ? []
            : (figureOf(analysis.alerts)?.rows ?? []).flatMap(({ client, atRisk }) =>
                client >= 0 && atRisk.known ? [[client, atRisk.value] as const] : [],
              ),
        );
        const order = [...analysis.clients].sort((a, b) => ranks[a.client]! - ranks[b.client]!);
        order.slice(1).forEach((one, at) => {
          const above = order[at]!;
          const keys = (each: typeof one): readonly number[] => [-(risk.get(each.client) ?? 0), -each.netAmount, last(each.client)]; // prettier-ignore
          const [a, b] = [keys(above), keys(one)];
          const differs = a.findIndex((each, place) => each !== b[place]);
          expect(differs < 0 ? above.code < one.code : a[differs]! < b[differs]!).toBe(true);
        });
      }
      const asked = plan.contacts.filter(({ priority }) => priority !== undefined);
      asked.slice(1).forEach((one, at) => {
        const above = asked[at]!;
        const [a, b] = [above, one].map(({ rep, day: on, priority }) => [rep, on!, priority!]);
        const differs = a!.findIndex((each, place) => each !== b![place]);
        if (differs >= 0) expect(a![differs]!).toBeLessThan(b![differs]!);
      });
      const priorities = plan.spilled.map(({ priority }) => priority);
      expect(priorities).toEqual([...priorities].sort((a, b) => a - b));
    }
  });
});
