import { workMonthOf } from '../../../../src/core/calendar/calendar-month';
import { makeWorkCalendar } from '../../../../src/core/calendar/work-calendar';
import { monthOf } from '../../../../src/core/model/day';
import { known } from '../../../../src/core/model/outcome';
import { isItsMonth } from '../../../../src/core/plan/frequencies';
import { clampToMonth, regularObligations, type Obligation } from '../../../../src/core/plan/obligations';
import { settingsWith } from '../../../../src/core/settings';
import { day } from '../../../support/dataset-builder';
import { anAnalysisByHand, knownOr, NOT_KNOWN } from './analysis-by-hand';

/** February 2026: 16 working days, 2–6, 9–14, 24–28. */
const monthFrom = (asOf: string) => workMonthOf(makeWorkCalendar('CN'), monthOf(day('2026-02-01')), day(asOf), 3);
const settings = settingsWith({});

interface Deal {
  readonly grade: string;
  readonly amount?: number;
  readonly due?: string;
  readonly step?: string;
  readonly state?: string;
}

const contactsOf = (
  level: string,
  deal?: Deal,
  {
    asOf = '2026-01-31',
    tier,
    code = 'K1',
    focus = [] as readonly unknown[],
  }: { asOf?: string; tier?: number; code?: string; focus?: readonly unknown[] } = {},
): readonly Obligation[] => {
  const { grade, amount, due, step = '', state = 'open' } = deal ?? { grade: '' };
  const opportunity = (client: number, is: string, more = {}) => ({
    ...{ client, state, grade: known(is), expectedAmount: NOT_KNOWN, expectedDay: NOT_KNOWN, nextStep: '别的' },
    ...more,
  });
  const own = { expectedAmount: knownOr(amount), expectedDay: knownOr(due && day(due)), nextStep: step };
  const pipeline = deal
    ? known({
        gradeOfClient: new Map([[0, grade]]),
        opportunities: [
          opportunity(1, grade),
          opportunity(0, 'X'),
          { ...opportunity(0, grade), state: 'won' },
          opportunity(0, grade, own),
          opportunity(0, grade, { expectedAmount: known(1) }),
        ],
      })
    : NOT_KNOWN;
  const clients = [{ code, tier: knownOr(tier) as never }];
  const analysis = anAnalysisByHand(clients, { pipeline, keyAccounts: known({ clients: [{ level, focus }] }) });
  return regularObligations(analysis, monthFrom(asOf), 0, settings);
};
const ofType = (type: string, of: readonly Obligation[]): Obligation | undefined => of.find((one) => one.type === type);
const words = (one: Obligation | undefined): readonly string[] => (one?.purposes ?? []).map(({ text }) => text.zh);

describe('who has never bought', () => {
  it('and intends to is contacted as an opportunity of grade B', () => {
    expect(contactsOf('target')).toEqual([
      expect.objectContaining({
        ...{ key: 'K1|2026-02|opportunity|1', type: 'opportunity', number: 1, slot: 'visit', grade: 'B', priority: 7 },
        ...{ ideal: 8, from: 0, to: 15, isDated: false, spacing: 1, isCold: false },
      }),
    ]);
    expect(words(contactsOf('target')[0])).toEqual(['目标客户：有成交意向，密切联系']);
  });

  it('and is only a lead is called cold, the last of all', () => {
    expect(contactsOf('lead')).toEqual([
      expect.objectContaining({
        ...{ key: 'K1|2026-02|newClient|1', type: 'newClient', slot: 'call', grade: 'new', priority: 8, isCold: true },
        ...{ ideal: 8, from: 0, to: 15, isDated: false, spacing: 1 },
      }),
    ]);
    expect(contactsOf('lead')[0]!.purposes[0]).toMatchObject({ kind: 'newClient', source: '000-C10' });
  });
});

describe('an open opportunity', () => {
  it('of grade A is a visit of its own, before all regular contacts', () => {
    const one = ofType('opportunity', contactsOf('key', { grade: 'A' }))!;
    expect(one).toMatchObject({ slot: 'visit', grade: 'A', priority: 2, ideal: 8, from: 0, to: 15, isCold: false });
    expect(
      contactsOf('key', { grade: 'A' })
        .map(({ type }) => type)
        .sort(),
    ).toEqual(['call', 'opportunity', 'visit']);
  });

  it('of grade B or C rides on the first regular contact, and is a contact of its own where there is none', () => {
    const [first, second] = contactsOf('key', { grade: 'B', step: '送样' });
    expect([words(first).at(-1), words(second).length]).toEqual(['商机B：送样', 1]);
    expect(contactsOf('lead', { grade: 'B' })).toEqual([
      expect.objectContaining({ type: 'opportunity', slot: 'visit', grade: 'B', priority: 7 }),
    ]);
    expect(contactsOf('lead', { grade: 'C' })).toEqual([
      expect.objectContaining({ type: 'opportunity', slot: 'call', grade: 'C', priority: 7 }),
    ]);
  });

  it('rides on a single contact as well as on the first of several', () => {
    const february = monthOf(day('2026-02-01'));
    const code = Array.from({ length: 20 }, (_, at) => `K${at}`).find((one) => isItsMonth(one, february, 3))!;
    const found = contactsOf('general', { grade: 'B' }, { tier: 3, code });
    expect(found.map(({ type, purposes }) => [type, purposes.length])).toEqual([['call', 2]]);
  });

  it('of grade D is a card in its month of the quarter, to who is not contacted otherwise', () => {
    const codes = Array.from({ length: 12 }, (_, at) => `K${at}`);
    const february = monthOf(day('2026-02-01'));
    for (const code of codes) {
      const cards = contactsOf('lead', { grade: 'D' }, { code });
      expect([code, cards.length]).toEqual([code, isItsMonth(code, february, 3) ? 1 : 0]);
      if (cards[0])
        expect(cards[0]).toMatchObject({
          key: `${code}|2026-02|card|1`,
          slot: 'none',
          isCold: false,
          priority: 8,
          number: 1,
        });
      expect(
        contactsOf('key', { grade: 'D' }, { code })
          .map(({ type }) => type)
          .sort(),
      ).toEqual(['call', 'visit']);
    }
  });

  it('to be closed in the month is visited three working days before, at the latest on the day', () => {
    const placed = (due: string, asOf?: string) => {
      const { ideal, from, to } = ofType(
        'opportunity',
        contactsOf('lead', { grade: 'A', due }, { ...(asOf && { asOf }) }),
      )!;
      return [ideal, from, to];
    };
    // 12 February is index 8; 28 February the last, 15; 1 March is of the next month.
    expect(placed('2026-02-12')).toEqual([5, 0, 8]);
    expect(placed('2026-02-28')).toEqual([12, 0, 15]);
    expect(placed('2026-03-01')).toEqual([8, 0, 15]);
    expect(placed('2026-01-20')).toEqual([0, 0, 0]);
    // The first day left is the 11th, index 7.
    expect(placed('2026-02-12', '2026-02-10')).toEqual([7, 0, 8]);
    expect(placed('2026-02-03', '2026-02-10')).toEqual([7, 0, 7]);
  });
});

describe('the words of an opportunity', () => {
  const wordsOf = (deal: Omit<Deal, 'grade'>) =>
    ofType('opportunity', contactsOf('lead', { grade: 'A', ...deal }))!.purposes[0]!;

  it('name amount, day and next step, as far as they are known', () => {
    expect(wordsOf({ amount: 3_000_000, due: '2026-02-20', step: '签约' })).toMatchObject({
      text: { zh: '商机A 30,000，预计02-20：签约', en: 'Deal A 30,000, 02-20: 签约' },
      measure: 'expectedAmount',
      source: '000-C8, 000-C10',
      passed: {
        day: day('2026-02-20'),
        text: { zh: '商机A 30,000，预计02-20已过：签约', en: 'Deal A 30,000, was 02-20: 签约' },
      },
    });
    const bare = wordsOf({});
    expect([bare.text.zh, bare.measure, bare.passed]).toEqual([
      '商机A：进入销售流程，专人拜访促成交',
      undefined,
      undefined,
    ]);
    expect(wordsOf({ amount: 100 })).toMatchObject({
      text: { zh: '商机A 1：进入销售流程，专人拜访促成交' },
      measure: 'expectedAmount',
    });
    expect(wordsOf({ due: '2026-02-20', step: '签约' })).not.toHaveProperty('measure');
  });

  it('name a day more than half a year beyond the month by its month', () => {
    // 28 February + 183 days: 30 August.
    expect(wordsOf({ due: '2026-08-30', step: '签约' }).text.zh).toBe('商机A，预计2026-08-30：签约');
    expect(wordsOf({ due: '2026-08-31', step: '签约' }).text.zh).toBe('商机A，预计2026-08：签约');
  });
});

/** FNV-1a in whole numbers of any length. */
const hashOf = (words: string): bigint =>
  [...words].reduce((hash, letter) => ((hash ^ BigInt(letter.charCodeAt(0))) * 0x01000193n) & 0xffffffffn, 0x811c9dc5n);

describe('the visits among the calls of a month', () => {
  it.each([
    [1, 1, 1],
    [5, 1, 3],
    [3, 1, 2],
    [4, 2, 1],
  ])('are spread: of %s calls and %s visits the first is number %s from one end', (calls, visits, at) => {
    const own = settingsWith({ 'plan.preset': 'own', 'plan.ownCallsKey': calls, 'plan.visitsKey': visits });
    const places = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6'].map((code) => {
      const analysis = anAnalysisByHand([{ code }], { keyAccounts: known({ clients: [{ level: 'key', focus: [] }] }) });
      const slots = regularObligations(analysis, monthFrom('2026-01-31'), 0, own).map(({ slot }) => slot);
      // Half of the clients are visited late.
      const isLate = hashOf(code) % 2n === 0n;
      return (isLate ? slots : [...slots].reverse()).indexOf('visit');
    });
    expect(places).toEqual(places.map(() => at));
  });
});

describe('how urgent a regular contact is', () => {
  const priorities = (level: string, more: Parameters<typeof contactsOf>[2] = {}) =>
    Object.fromEntries(contactsOf(level, undefined, more).map(({ type, priority }) => [type, priority]));

  it('goes by the class, visits one behind the calls', () => {
    expect(priorities('key')).toEqual({ call: 3, visit: 4 });
    expect(priorities('focus')).toEqual({ call: 5, visit: 6 });
    expect(priorities('focus', { focus: [{ reason: 'new' }, { reason: 'leaving' }] })).toEqual({ call: 4, visit: 5 });
    expect([priorities('general', { tier: 1 }), priorities('general', { tier: 2 })]).toEqual([
      { call: 6 },
      { call: 6 },
    ]);
    const codes = Array.from({ length: 20 }, (_, at) => `K${at}`);
    expect(codes.map((code) => priorities('general', { tier: 3, code })['call'] ?? 8)).toEqual(codes.map(() => 8));
    expect(codes.map((code) => priorities('lost', { code })['winBack'] ?? 8)).toEqual(codes.map(() => 8));
  });
});

it('puts what belongs before the first day left, or behind the last, on that day', () => {
  const month = monthFrom('2026-02-10');
  expect([-1, 6, 7, 15, 16, 40].map((index) => clampToMonth(month, index))).toEqual([7, 7, 7, 15, 15, 15]);
  const over = monthFrom('2026-02-28');
  expect([3, 15, 16].map((index) => clampToMonth(over, index))).toEqual([16, 16, 16]);
});
