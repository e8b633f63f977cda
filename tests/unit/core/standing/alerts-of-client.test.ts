import type { Money } from '../../../../src/core/model/money';
import { known, missing, type Outcome } from '../../../../src/core/model/outcome';
import type { Comparison, LifecycleResult } from '../../../../src/core/sales/lifecycle';
import type { Rhythm } from '../../../../src/core/sales/rhythm';
import { settingsWith } from '../../../../src/core/settings';
import type { Alert } from '../../../../src/core/standing/alert';
import type { AlertInputs } from '../../../../src/core/standing/alert-inputs';
import { alertsOfClient } from '../../../../src/core/standing/alerts-of-client';
import { day } from '../../../support/dataset-builder';

const NONE = missing({ reason: 'no-rows' });
const asOf = day('2026-06-30');
const settings = settingsWith({});

/** A client of whom nothing is to be said: ten orders of 100, the last a few days ago. */
interface Case {
  readonly rhythm?: Partial<Rhythm>;
  readonly lifecycle?: Partial<LifecycleResult>;
  readonly figures?: { readonly netAmount?: number; readonly orders?: number; readonly previous?: Outcome<Money> };
  readonly isKey?: boolean;
  readonly credit?: { readonly isLimitExceeded: boolean; readonly exposure: number; readonly limit: number };
  readonly debt?: { readonly days: number | undefined; readonly overdue: number };
  readonly openComplaints?: number;
  readonly isWrittenOff?: boolean;
  readonly file?: { readonly isRefreshDue: boolean; readonly updated?: string };
}

function alertsOf(one: Case): readonly Alert[] {
  const { figures = {}, credit, debt, file } = one;
  const inputs = {
    asOf,
    figures: [
      { netAmount: figures.netAmount ?? 100_000, orders: figures.orders ?? 10, previousNetAmount: figures.previous ?? NONE }, // prettier-ignore
    ],
    rhythms: [
      {
        ...{ orderDays: 10, isOverdue: false, isLost: false, basis: 'own', reason: { zh: '节奏', en: 'rhythm' } },
        ...{ recency: known(5), medianGap: known(10), lastDay: known(asOf - 5), ...one.rhythm },
      },
    ],
    lifecycles: [{ growth: NONE, compared: NONE, significance: NONE, ...one.lifecycle }],
    keyAccounts: { clients: [{ isKey: one.isKey ?? false }] },
    credit: credit
      ? known({ clients: [{ ...credit, exposure: known(credit.exposure), limit: known(credit.limit) }] })
      : NONE,
    payments: debt
      ? known({
          behaviours: [{ oldestOverdueDays: debt.days === undefined ? NONE : known(debt.days) }],
          receivables: { clients: [{ overdue: debt.overdue }] },
        })
      : NONE,
    openComplaints: () => one.openComplaints ?? 0,
    isWrittenOff: () => one.isWrittenOff ?? false,
    files: {
      files: [
        {
          isRefreshDue: file?.isRefreshDue ?? false,
          updatedDay: file?.updated ? known(day(file.updated)) : NONE,
          refreshReason: { zh: '资料满一年', en: 'a year old' },
        },
      ],
    },
  };
  return alertsOfClient(inputs as unknown as AlertInputs, 0, settings);
}

const kinds = (one: Case): string[] => alertsOf(one).map(({ kind, severity }) => `${kind} ${severity}`);
const late = (rhythm: Partial<Rhythm> = {}): Partial<Rhythm> => ({ isOverdue: true, recency: known(60), ...rhythm });

describe('an order that is late', () => {
  it('says how long it has been, what is usual, and what the orders that did not come were worth', () => {
    // An order is 1,000 / 10 = 100; 60 days have room for six of them every 10 days.
    expect(alertsOf({ rhythm: late() })).toEqual([
      {
        kind: 'orderOverdue',
        severity: 'watch',
        client: 0,
        measure: 'daysSinceOrder',
        text: { zh: '节奏', en: 'rhythm' },
        ask: { zh: '已60天未下单（通常10天一单），问原因', en: '60 days no order (usual 10): why?' },
        amount: known(60_000),
        day: known(asOf - 5),
      },
    ]);
  });

  it('names what the clients like it do where it has too few orders, and no gap where there is none', () => {
    expect(alertsOf({ rhythm: late({ basis: 'peers' }) })[0]!.ask!.zh).toBe('已60天未下单（参照10天一单），问原因');
    const floor = alertsOf({ rhythm: late({ basis: 'floor', medianGap: NONE }) })[0]!;
    expect([floor.ask!.zh, floor.amount]).toEqual(['已60天未下单，问原因', known(10_000)]);
  });

  it.each([
    ['is at least one order', late({ recency: known(9) }), {}, known(10_000)],
    ['is two orders from twice the gap on', late({ recency: known(20) }), {}, known(20_000)],
    ['is one order a day before', late({ recency: known(19) }), {}, known(10_000)],
    ['is at most what was bought', late({ recency: known(600) }), {}, known(100_000)],
    ['is one order where no day lies between orders', late({ medianGap: known(0) }), {}, known(10_000)],
    ['is an order to the next fen', late({ recency: known(10) }), { netAmount: 100, orders: 3 }, known(33)],
    ['is unknown without an order to go by', late(), { orders: 0 }, missing({ reason: 'nothing-due' })],
    ['is what was bought before where nothing was', late(), { netAmount: 0, previous: known(700 as Money) }, known(700)], // prettier-ignore
    ['is of one fen already', late({ recency: known(10) }), { netAmount: 1, orders: 1, previous: known(700 as Money) }, known(1)], // prettier-ignore
    ['is unknown where nothing was bought before either', late(), { netAmount: 0, previous: known(0 as Money) }, missing({ reason: 'nothing-due' })], // prettier-ignore
    ['is unknown where more came back and nothing is known of before', late(), { netAmount: -1 }, missing({ reason: 'nothing-due' })], // prettier-ignore
  ])('what is at risk %s', (_, rhythm, figures, amount) => {
    expect(alertsOf({ rhythm, figures })[0]!.amount).toEqual(amount);
  });

  it('is of those alone who ordered twice, and are late', () => {
    expect(kinds({ rhythm: late({ orderDays: 2 }) })).toEqual(['orderOverdue watch']);
    expect(kinds({ rhythm: late({ orderDays: 1 }) })).toEqual(['noSecondOrder watch']);
    expect(kinds({ rhythm: { recency: known(60) } })).toEqual([]);
    expect(kinds({ rhythm: late({ recency: NONE }) })).toEqual([]);
  });

  it('is louder of a key client', () => {
    expect(kinds({ rhythm: late(), isKey: true })).toEqual(['orderOverdue bad']);
  });
});

describe('a new client without a second order', () => {
  const once = (days: number, more: Partial<Rhythm> = {}): Case => ({
    rhythm: { orderDays: 1, recency: known(days), ...more },
    figures: { netAmount: 7_000 },
  });

  it('is asked from 60 days on, for what it bought', () => {
    expect(kinds(once(59))).toEqual([]);
    expect(alertsOf(once(60))).toEqual([
      {
        kind: 'noSecondOrder',
        severity: 'watch',
        client: 0,
        measure: 'daysSinceOrder',
        text: { zh: '首单后 60 天没有第二单', en: 'no second order for 60 days' },
        ask: { zh: '首单后60天没有第二单，问使用情况', en: '60 days, no second order: why?' },
        amount: known(7_000),
        day: known(asOf - 5),
      },
    ]);
  });

  it('is not asked when lost, nor where it ordered again or never', () => {
    expect(kinds(once(400, { isLost: true }))).toEqual([]);
    expect(kinds(once(60, { orderDays: 2 }))).toEqual([]);
    expect(kinds(once(60, { orderDays: 0 }))).toEqual([]);
    expect(kinds(once(60, { recency: NONE }))).toEqual([]);
  });
});

describe('a drop', () => {
  const compared: Comparison = {
    months: 6,
    recent: 60_000 as Money,
    before: 100_000 as Money,
    measure: 'recentChange',
  };
  const fell = (growth: number, t: Outcome<number>, direction: -1 | 0 | 1 = -1): Partial<LifecycleResult> => ({
    growth: known(growth),
    compared: known(compared),
    significance: known({ direction, t }),
  });

  it('says which months are compared, and what was lost', () => {
    expect(alertsOf({ lifecycle: fell(-0.4, known(2)) })).toEqual([
      {
        kind: 'drop',
        severity: 'watch',
        client: 0,
        measure: 'recentChange',
        text: {
          zh: '近6个月同比净销售额-40.0%（1,000 → 600）',
          en: '6 months on year: net sales -40.0% (1,000 → 600)',
        },
        ask: { zh: '近6个月同比-40.0%，问原因', en: '6 months on year -40.0%: why?' },
        amount: known(40_000),
        day: missing({ reason: 'nothing-due' }),
      },
    ]);
  });

  it('is told from 30 % on, where it stands out, downwards', () => {
    expect(kinds({ lifecycle: fell(-0.3, known(1.3)) })).toEqual(['drop watch']);
    expect(kinds({ lifecycle: fell(-0.29, known(1.3)) })).toEqual([]);
    expect(kinds({ lifecycle: fell(-0.3, known(1.29)) })).toEqual([]);
    expect(kinds({ lifecycle: fell(-0.3, NONE) })).toEqual(['drop watch']);
    expect(kinds({ lifecycle: fell(-0.3, known(2), 1) })).toEqual([]);
    expect(kinds({ lifecycle: { ...fell(-0.3, known(2)), growth: NONE } })).toEqual([]);
    expect(kinds({ lifecycle: { ...fell(-0.3, known(2)), compared: NONE } })).toEqual([]);
    expect(kinds({ lifecycle: { ...fell(-0.3, known(2)), significance: NONE } })).toEqual([]);
  });

  it('is louder of a key client, and not of a lost one', () => {
    expect(kinds({ lifecycle: fell(-0.3, known(2)), isKey: true })).toEqual(['drop bad']);
    expect(kinds({ lifecycle: fell(-0.3, known(2)), rhythm: { isLost: true } })).toEqual([]);
  });
});

describe('money', () => {
  it('above the limit is to be collected first', () => {
    const credit = { isLimitExceeded: true, exposure: 123_456, limit: 100_000 };
    expect(alertsOf({ credit })).toEqual([
      {
        kind: 'limitExceeded',
        severity: 'bad',
        client: 0,
        measure: 'excess',
        text: {
          zh: '超额度 234.56（占用 1,234.56，现有额度 1,000.00）',
          en: '234.56 over limit (exposure 1,234.56, limit 1,000.00)',
        },
        ask: { zh: '超额度 235，先收款再发货', en: '235 over limit: collect first' },
        amount: known(23_456),
        day: missing({ reason: 'nothing-due' }),
      },
    ]);
    expect(kinds({ credit: { ...credit, isLimitExceeded: false } })).toEqual([]);
  });

  it('overdue is told from the 31st day on, and is to be acted on from the 91st', () => {
    expect(alertsOf({ debt: { days: 31, overdue: 50_060 } })).toEqual([
      {
        kind: 'overdueMoney',
        severity: 'watch',
        client: 0,
        measure: 'overdue',
        text: { zh: '逾期 500.60，最长 31 天', en: '500.60 overdue, longest 31 days' },
        ask: { zh: '催收逾期 501，最长31天', en: 'Collect 501 overdue, 31 days' },
        amount: known(50_060),
        day: missing({ reason: 'nothing-due' }),
      },
    ]);
    expect(kinds({ debt: { days: 30, overdue: 5 } })).toEqual([]);
    expect(kinds({ debt: { days: undefined, overdue: 5 } })).toEqual([]);
    expect(kinds({ debt: { days: 90, overdue: 5 } })).toEqual(['overdueMoney watch']);
    expect(kinds({ debt: { days: 91, overdue: 5 } })).toEqual(['overdueMoney bad']);
    expect(kinds({ debt: { days: 31, overdue: 5 }, isKey: true })).toEqual(['overdueMoney bad']);
  });
});

describe('open complaints', () => {
  it('of a key client put an order each at risk', () => {
    expect(alertsOf({ openComplaints: 2, isKey: true })).toEqual([
      {
        kind: 'openComplaint',
        severity: 'bad',
        client: 0,
        measure: 'openComplaints',
        text: { zh: '未结投诉 2 件', en: 'open complaints: 2' },
        ask: { zh: '未结投诉 2 件，答复处理进度', en: 'Open complaints (2): tell progress' },
        amount: known(20_000),
        day: missing({ reason: 'nothing-due' }),
      },
    ]);
    expect(alertsOf({ openComplaints: 1, isKey: true, figures: { orders: 0 } })[0]!.amount).toEqual(
      missing({ reason: 'nothing-due' }),
    );
  });

  it('are no alert of another client, nor is none', () => {
    expect(kinds({ openComplaints: 2 })).toEqual([]);
    expect(kinds({ openComplaints: 0, isKey: true })).toEqual([]);
  });
});

describe('the file of a client', () => {
  it('is due with the day it was brought up to date', () => {
    expect(alertsOf({ file: { isRefreshDue: true, updated: '2025-06-01' } })).toEqual([
      {
        kind: 'fileDue',
        severity: 'notice',
        client: 0,
        text: { zh: '资料满一年', en: 'a year old' },
        amount: missing({ reason: 'nothing-due' }),
        day: known(day('2025-06-01')),
      },
    ]);
    expect(kinds({ file: { isRefreshDue: false, updated: '2025-06-01' } })).toEqual([]);
    expect(kinds({ file: { isRefreshDue: true } })).toEqual([]);
  });
});

describe('a client that is written off', () => {
  it('asks for nothing, is never to be acted on, and its file is left', () => {
    const found = alertsOf({
      isWrittenOff: true,
      rhythm: late(),
      debt: { days: 91, overdue: 50_000 },
      file: { isRefreshDue: true, updated: '2025-06-01' },
    });
    expect(found.map(({ kind, severity }) => `${kind} ${severity}`)).toEqual([
      'orderOverdue watch',
      'overdueMoney watch',
    ]);
    expect(found.map((alert) => 'ask' in alert)).toEqual([false, false]);
    expect(found[1]!.text).toEqual({
      zh: '逾期 500.00，最长 91 天（已核销，不再联络）',
      en: '500.00 overdue, longest 91 days (written off, not contacted)',
    });
  });
});
