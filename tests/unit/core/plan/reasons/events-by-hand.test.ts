import { workMonthOf } from '../../../../../src/core/calendar/calendar-month';
import { makeWorkCalendar } from '../../../../../src/core/calendar/work-calendar';
import type { Dataset } from '../../../../../src/core/model/dataset';
import { monthOf } from '../../../../../src/core/model/day';
import { known } from '../../../../../src/core/model/outcome';
import type { LoggedContact } from '../../../../../src/core/plan/contact-log';
import { findEvents, type PlanEvent } from '../../../../../src/core/plan/reasons/events';
import { DEFAULT_SETTINGS } from '../../../../../src/core/settings';
import { aDataset, day } from '../../../../support/dataset-builder';
import { anAnalysisByHand, knownOr, NOT_KNOWN } from '../analysis-by-hand';

interface Given {
  readonly parts?: Readonly<Record<string, unknown>>;
  readonly dataset?: Dataset;
  readonly asOf?: string;
  /** Day of the last contact of client 0, what was said, and when to call again. */
  readonly last?: readonly [day: string, content?: string, next?: string];
  readonly isCalled?: (client: number) => boolean;
}

/** February 2026: 2–6, 9–14, 24–28 are worked: indices 0–4, 5–10, 11–15. */
function eventsOf({ parts = {}, dataset = aDataset().build(), asOf = '2026-01-31', last, isCalled }: Given): readonly PlanEvent[] {
  const analysis = { ...anAnalysisByHand([{}, {}, {}], parts), asOf: day(asOf) };
  const month = workMonthOf(makeWorkCalendar('CN'), monthOf(day('2026-02-01')), day(asOf), 3);
  const contact = last && ({ day: day(last[0]), content: last[1] ?? '', nextDay: last[2] === undefined ? undefined : day(last[2]) } as LoggedContact);
  const log = { last: new Map(contact ? [[0, contact]] : []), ofMonth: new Map() };
  const found = findEvents(dataset, analysis, log, month, DEFAULT_SETTINGS, isCalled ?? (() => true));
  return [...found].flatMap(([, own]) => own);
} // prettier-ignore
const said = (given: Given) =>
  eventsOf(given).map(({ client, purpose: { kind, text }, priority, when }) => [client, kind, text.zh, priority, when]);
const RIDE = { kind: 'ride' };
const SOON = { kind: 'soon' };

describe('what alerts ask for', () => {
  const alert = (kind: string, severity = 'bad', rest: Readonly<Record<string, unknown>> = {}) => ({ kind, client: 0, severity, ask: { zh: kind, en: kind }, ...rest }); // prettier-ignore
  const of = (...alerts: readonly unknown[]) => eventsOf({ parts: { alerts: known({ rows: [{ alerts }] }) } });

  it('is a contact as soon as can be, in the order of the row, first what is bad', () => {
    expect(of(alert('drop', 'watch', { measure: 'recentSales' }), alert('overdueMoney', 'bad', { measure: 'indicator K02' }))).toEqual([
      { client: 0, purpose: { kind: 'drop', text: { zh: 'drop', en: 'drop' }, rank: 0, source: '001-3', measure: 'recentSales' }, priority: 2, when: SOON },
      { client: 0, purpose: { kind: 'money', text: { zh: 'overdueMoney', en: 'overdueMoney' }, rank: 1, source: '004-7' }, priority: 1, when: SOON },
    ]); // prettier-ignore
  });

  it('is the kinds that somebody can be called about, each from its rule', () => {
    const kinds = [
      'limitExceeded',
      'openComplaint',
      'orderOverdue',
      'noSecondOrder',
      'complaintSpike',
      'concentration',
    ];
    expect(of(...kinds.map((kind) => alert(kind))).map(({ purpose: { kind, source, about } }) => [kind, source, about])).toEqual([
      ['limit', '002-5', undefined],
      ['openComplaint', '001-30', undefined],
      ['lateOrder', '001-3', undefined],
      ['secondOrder', '001-3', 'lateOrder'],
    ]); // prettier-ignore
    expect(of({ ...alert('drop'), ask: undefined }, alert('drop', 'bad', { client: -1 }))).toEqual([]);
  });
});

describe('money', () => {
  const owing = (overdue: number, days: number | undefined, disputed = 0): Given => ({
    parts: { receivables: known({ clients: [{ overdue, disputed }] }), payments: known([{ oldestOverdueDays: knownOr(days) }]) },
  }); // prettier-ignore

  it('late up to the limit of the alerts rides on a contact; beyond it the alert speaks', () => {
    expect(said(owing(123_456, 30))).toEqual([[0, 'money', '提醒付款 1,235，逾期30天', 5, RIDE]]);
    expect(said(owing(1, 1))).toHaveLength(1);
    expect([said(owing(123_456, 31)), said(owing(0, 5)), said(owing(100, undefined))]).toEqual([[], [], []]);
    const { parts } = owing(100, 5);
    expect(said({ parts: { ...parts, payments: NOT_KNOWN } })).toEqual([]);
    expect(said({ parts: { ...parts, receivables: NOT_KNOWN } })).toEqual([]);
  });

  it('in dispute is asked about first, from the first cent on', () => {
    expect(said(owing(0, undefined, 1234))).toEqual([[0, 'dispute', '有争议 12，先核对', 5, RIDE]]);
    expect(said(owing(100, 5, 1)).map(([, kind]) => kind)).toEqual(['dispute', 'money']);
    expect(eventsOf(owing(100, 5, 1)).map(({ purpose }) => purpose.measure)).toEqual(['disputed', 'overdue']);
  });
});

describe('complaints', () => {
  const open = (n: number | undefined, isKey?: boolean): Given => ({
    parts: {
      clientFiles: known({ files: [{ openComplaints: knownOr(n), isRefreshDue: false }] }),
      keyAccounts: isKey === undefined ? NOT_KNOWN : known({ clients: [{ isKey }] }),
    },
  }); // prettier-ignore
  const closed = (at: string | undefined, rest: Omit<Given, 'dataset'> = {}) =>
    said({ dataset: aDataset().withClients([{ code: 'K1' }]).withComplaints([{ client: 'K1', received: '2025-12-01', closed: at }, { received: '2025-12-01', closed: '2026-01-29' }]).build(), ...rest }); // prettier-ignore

  it('that are open are answered at the next contact; of key clients an alert speaks', () => {
    expect(said(open(1))).toEqual([[0, 'openComplaint', '未结投诉 1 件，答复处理进度', 5, RIDE]]);
    expect(eventsOf(open(2, false))[0]!.purpose.measure).toBe('openComplaints');
    expect([said(open(1, true)), said(open(0)), said(open(undefined))]).toEqual([[], [], []]);
  });

  it('that are closed are called about for 31 days, within three working days', () => {
    // Thursday 29 January: Friday, Monday 2, Tuesday 3 February.
    expect(closed('2026-01-29')).toEqual([[0, 'complaint', '投诉 01-29 结案，回访', 1, { kind: 'soon', to: 1 }]]);
    expect(closed('2026-01-27')).toEqual([[0, 'complaint', '投诉 01-27 结案，回访', 1, SOON]]);
    expect(closed('2026-01-28')).toEqual([[0, 'complaint', '投诉 01-28 结案，回访', 1, { kind: 'soon', to: 0 }]]);
    expect([closed('2025-12-31').length, closed('2025-12-30').length, closed(undefined).length]).toEqual([1, 0, 0]);
    const both = (...days: readonly string[]) => said({ dataset: aDataset().withClients([{ code: 'K1' }]).withComplaints(days.map((at) => ({ client: 'K1', closed: at }))).build() }); // prettier-ignore
    expect([both('2026-01-29', '2026-01-20'), both('2026-01-20', '2026-01-29')].map((found) => found[0]![2])).toEqual(['投诉 01-29 结案，回访', '投诉 01-29 结案，回访']); // prettier-ignore
    const sheets = [
      { received: '2026-01-01', closed: '2026-01-29' },
      { client: 'K1', received: '2026-01-01' },
    ];
    expect(sheets.map((row) => said({ dataset: aDataset().withClients([{ code: 'K1' }]).withComplaints([row]).build() }))).toEqual([[], []]); // prettier-ignore
    // Closed after as-of it is open.
    expect(closed('2026-02-01')).toEqual([]);
  });

  it('are not called about where somebody has been in touch since', () => {
    expect(closed('2026-01-29', { last: ['2026-01-29'] })).toHaveLength(1);
    expect(closed('2026-01-29', { last: ['2026-01-30'] })).toEqual([]);
  });
});

describe('a day that was agreed on', () => {
  const agreed = (next: string, content = '', asOf = '2026-02-10') => said({ last: ['2026-01-05', content, next], asOf })[0]; // prettier-ignore

  it('is kept on its day, at once where it is over, and only spoken of after 31 days', () => {
    expect(agreed('2026-02-11', '送样')).toEqual([0, 'agreed', '约定 02-11 再联络：送样', 2, { kind: 'dated', from: 7, to: 7 }]); // prettier-ignore
    expect(agreed('2026-02-28')).toEqual([0, 'agreed', '约定 02-28 再联络', 2, { kind: 'dated', from: 15, to: 15 }]);
    expect(agreed('2026-02-10')).toEqual([0, 'agreed', '约定 02-10 再联络', 2, SOON]);
    expect(agreed('2026-01-10')).toEqual([0, 'agreed', '约定 01-10 再联络', 2, SOON]);
    expect(agreed('2026-01-09', '送样')).toEqual([0, 'agreed', '原约 01-09 联络，之后没有记录', 5, RIDE]);
    expect(agreed('2026-03-01')).toBeUndefined();
    // A day off before the first day left: at once.
    expect(agreed('2026-02-01', '', '2026-01-31')).toEqual([0, 'agreed', '约定 02-01 再联络', 2, SOON]);
    const ranks = ['2026-01-10', '2026-01-09'].map((next) => eventsOf({ last: ['2026-01-05', '', next], asOf: '2026-02-10' })[0]!.purpose.rank); // prettier-ignore
    expect(ranks).toEqual([105, 200]);
  });
});

describe('deals', () => {
  const quoted = (rows: readonly (readonly [client: string, day: string | undefined])[], open: readonly number[], rest: Given = {}, grade?: string) =>
    said({
      dataset: aDataset().withClients([{ code: 'K1' }, { code: 'K2' }]).withRows('prospects', rows.map(([client, quotedDay]) => ({ client, quotedDay, opportunity: 'x' }))).build(),
      parts: { pipeline: known({ opportunities: [...open.map((client) => ({ client, state: 'open' })), { client: 1, state: 'won' }], habcOfClient: new Map(), gradeOfClient: new Map([[0, grade]]) }) },
      ...rest,
    }); // prettier-ignore

  it('with a quotation of a week without reply are asked about, by the latest of a client', () => {
    expect(quoted([['K1', '2026-01-10'], ['K1', '2026-01-24'], ['K1', '2026-01-12'], ['K1', '2026-01-25'], ['K1', undefined]], [0])).toEqual([
      [0, 'quotation', '报价7天没有回音（01-24），问意向', 5, SOON],
    ]); // prettier-ignore
    expect(quoted([['K1', '2026-01-24']], [0], {}, 'A')[0]![3]).toBe(2);
    expect(quoted([['K1', '2026-01-25']], [0])).toEqual([]);
    const deals = [{ client: 'K1', quotedDay: '2026-01-10' }, { client: 'K1' }, { quotedDay: '2026-01-10' }];
    const pipeline = known({ opportunities: [{ client: 0, state: 'open' }], habcOfClient: new Map(), gradeOfClient: new Map() }); // prettier-ignore
    expect(deals.map((row, at) => said({ dataset: aDataset().withClients([{ code: 'K1' }]).withRows('prospects', [row]).build(), parts: at > 0 ? { pipeline } : {} }))).toEqual([[], [], []]); // prettier-ignore
    expect(quoted([['K2', '2026-01-10']], [0])).toEqual([]);
    expect(quoted([['K1', '2026-01-10']], [0], { last: ['2026-01-10'] })).toHaveLength(1);
    expect(quoted([['K1', '2026-01-10']], [0], { last: ['2026-01-11'] })).toEqual([]);
  });

  const intends = (habc: string, amount?: number, due?: string) =>
    eventsOf({
      parts: {
        pipeline: known({
          opportunities: [
            { client: 1, habc: known(habc), expectedAmount: knownOr(1), expectedDay: NOT_KNOWN },
            { client: 0, habc: NOT_KNOWN, expectedAmount: knownOr(2), expectedDay: NOT_KNOWN },
            { client: 0, habc: known('C'), expectedAmount: knownOr(3), expectedDay: NOT_KNOWN },
            { client: 0, habc: known(habc), expectedAmount: knownOr(amount), expectedDay: knownOr(due && day(due)) },
          ],
          habcOfClient: new Map([[0, habc]]),
        }),
      },
    })[0]; // prettier-ignore

  it('with an intention are asked about: at once within a week, else at a contact', () => {
    const words = (...given: Parameters<typeof intends>) => intends(...given)?.purpose.text.zh;
    expect(words('H', 100_000, '2026-02-03')).toBe('意向H 1,000，预计02-03成交');
    expect([words('H'), words('A'), words('overdue')]).toEqual(['意向H：一周内可成交', '意向A：半个月内可成交', '商机预计成交日已过，问新日期']); // prettier-ignore
    expect(words('overdue', 5000, '2026-01-20')).toBe('商机 50，预计01-20已过，问新日期');
    expect([intends('B'), intends('C')]).toEqual([undefined, undefined]);
    const [h, a, over] = [intends('H', 100, '2026-02-03')!, intends('A')!, intends('overdue')!];
    expect([h.priority, h.when, a.priority, a.when, over.priority, over.when]).toEqual([2, SOON, 5, RIDE, 5, RIDE]);
    expect(h.purpose.passed).toMatchObject({ day: day('2026-02-03'), text: { zh: '商机 1，预计02-03已过，问新日期' } });
    expect([h.purpose.measure, a.purpose.measure, a.purpose.passed, h.purpose.source]).toEqual(['expectedAmount', undefined, undefined, '004-11']); // prettier-ignore
  });
});

describe('days to remember', () => {
  const event = { zh: '生日', en: 'Birthday' };
  const on = (iso: string, kind = 'birthday', asOf?: string) => said({ parts: { importantDays: known({ days: [{ client: 0, kind, event, day: day(iso) }] }) }, ...(asOf && { asOf }) })[0]; // prettier-ignore

  it('of the month are kept: up to three working days before, and at once where they are over', () => {
    expect(on('2026-02-12')).toEqual([0, 'importantDay', '生日 02-12', 5, { kind: 'dated', from: 5, to: 8 }]);
    expect(on('2026-02-12', 'birthday', '2026-02-10')).toEqual([0, 'importantDay', '生日 02-12', 5, { kind: 'dated', from: 7, to: 8 }]); // prettier-ignore
    expect(on('2026-02-10', 'birthday', '2026-02-10')).toEqual([0, 'importantDay', '生日 02-10', 5, SOON]);
    expect(on('2026-02-11', 'birthday', '2026-02-10')![4]).toEqual({ kind: 'dated', from: 7, to: 7 });
    expect(on('2026-02-12', 'contractEnd')).toEqual([0, 'contractEnd', '生日 02-12', 5, { kind: 'soon', to: 8 }]);
    expect([on('2026-01-31'), on('2026-03-01')]).toEqual([undefined, undefined]);
    expect([on('2026-02-28')![4], on('2026-02-01')![4]]).toEqual([{ kind: 'dated', from: 12, to: 15 }, SOON]);
  });

  it('say on a later contact that they are over', () => {
    const passed = (kind: string) => eventsOf({ parts: { importantDays: known({ days: [{ client: 0, kind, event, day: day('2026-02-12') }] }) } })[0]!.purpose.passed; // prettier-ignore
    expect(passed('birthday')).toEqual({ day: day('2026-02-12'), text: { zh: '生日 02-12（补祝）', en: 'Birthday was 02-12' } }); // prettier-ignore
    expect(passed('contractEnd')!.text.zh).toBe('生日 02-12（已过）');
  });
});

describe('who is left alone', () => {
  it('is asked nothing, whatever there is', () => {
    const parts = { clientFiles: known({ files: [0, 1, 2].map(() => ({ openComplaints: known(1), isRefreshDue: true, updatedDay: known(1) })) }) }; // prettier-ignore
    expect(said({ parts, isCalled: (client) => client === 1 }).map(([client, kind]) => [client, kind])).toEqual([
      [1, 'openComplaint'],
      [1, 'archive'],
    ]);
    const files = (isRefreshDue: boolean, updatedDay?: number) => said({ parts: { clientFiles: known({ files: [{ openComplaints: known(0), isRefreshDue, updatedDay: knownOr(updatedDay) }] }) } }); // prettier-ignore
    expect(files(true, 1)).toEqual([[0, 'archive', '核对更新客户资料', 8, RIDE]]);
    expect([files(false, 1), files(true)]).toEqual([[], []]);
  });
});
