import { workMonthOf } from '../../../../../src/core/calendar/calendar-month';
import { makeWorkCalendar } from '../../../../../src/core/calendar/work-calendar';
import { isoOf, asDay, monthOf } from '../../../../../src/core/model/day';
import { known } from '../../../../../src/core/model/outcome';
import { reasonsToCall, type Reason } from '../../../../../src/core/plan/reasons/reasons-to-call';
import { shortDay } from '../../../../../src/core/plan/reasons/short-day';
import { day } from '../../../../support/dataset-builder';
import { anAnalysisByHand, knownOr, NOT_KNOWN, type ClientByHand } from '../analysis-by-hand';

const AS_OF = day('2026-01-31');
const month = workMonthOf(makeWorkCalendar('CN'), monthOf(day('2026-02-01')), AS_OF, 3);

interface Given {
  readonly client?: ClientByHand;
  readonly level?: string;
  readonly growth?: number;
  readonly compared?: readonly [before: number, recent: number];
  /** Days since the last order, and between two. */
  readonly rhythm?: readonly [ago: number | undefined, gap: number | undefined];
  readonly rest?: Readonly<Record<string, unknown>> | undefined;
  readonly parts?: Readonly<Record<string, unknown>>;
}

function analysisOf({ client = {}, level, growth, compared, rhythm, rest, parts }: Given) {
  const [ago, gap] = rhythm ?? [];
  return anAnalysisByHand([{ netAmount: 123_400 as never, orders: 3, ...client }], {
    lifecycle: known({
      clients: [
        {
          growth: knownOr(growth),
          compared: knownOr(compared && { months: 6, before: compared[0] * 100, recent: compared[1] * 100, measure: 'recentChangeOn6' }),
        },
      ],
      rhythms: [
        {
          ...{ lastDay: knownOr(ago === undefined ? undefined : AS_OF - ago), recency: knownOr(ago), medianGap: knownOr(gap) },
          ...{ basis: 'own', isOverdue: false, isLost: false },
          ...rest,
        },
      ],
    }),
    keyAccounts: level === undefined ? NOT_KNOWN : known({ clients: [{ level }] }),
    ...parts,
  });
} // prettier-ignore

const callsOf = (given: Given, purchase?: Parameters<typeof reasonsToCall>[3]): readonly string[] => {
  const next = reasonsToCall(analysisOf(given), 0, month, purchase);
  return [1, 2, 3].map(() => next('call').text.zh);
};
const firstOf = (given: Given): Reason => reasonsToCall(analysisOf(given), 0, month)('call');
const BOUGHT = '近12个月净销售额1,234、3单，听意见';

describe('what a client is called about', () => {
  it('is in turn how sales went, the next order, the last purchase, and what was bought in the period', () => {
    const given: Given = { growth: 0.3, compared: [100, 130], rhythm: [5, 12] };
    const purchase = { day: day('2026-01-26'), amount: 50_000 as never, product: '猪料', category: '' };
    expect(callsOf(given, purchase)).toEqual([
      expect.stringMatching(/\+30\.0%，谈加量$/),
      '约02-07该下单（12天一单），提前问量',
      '01-26买猪料 500，问使用',
    ]);
    expect(callsOf({})).toEqual([BOUGHT, BOUGHT, BOUGHT]);
  });

  it('is for a lost client the last purchase alone', () => {
    expect(callsOf({ level: 'lost', growth: 0.3, compared: [100, 130], rhythm: [5, 12] })[0]).toBe(BOUGHT);
    expect(callsOf({ level: 'general', rhythm: [5, 12] })[0]).toContain('该下单');
  });

  it('says of a drop that it is to be asked about, of nothing bought what is needed', () => {
    expect(firstOf({ growth: -0.2, compared: [100, 80] })).toMatchObject({ about: 'drop', text: { zh: expect.stringMatching(/-20\.0%，问原因$/) } }); // prettier-ignore
    // A drop that is an alert (30 %) speaks for itself.
    expect(firstOf({ growth: -0.29, compared: [100, 71] }).text.zh).toContain('问原因');
    expect(firstOf({ growth: -0.3, compared: [100, 70] }).text.zh).toBe(BOUGHT);
    expect(firstOf({ growth: -0.2, compared: [100, 0] }).text.zh).toMatch(/没有下单.*，问需求$/);
    expect(firstOf({ growth: -0.2, compared: [100, 0.01] }).text.zh).toContain('问原因');
    expect(firstOf({ growth: -0.2 }).text.zh).toBe(BOUGHT);
    expect(firstOf({ compared: [100, 80] }).text.zh).toBe(BOUGHT);
  });

  it('asks nobody for more who is held back, but about less', () => {
    const parts = { credit: known({ clients: [{ isLimitExceeded: true }] }) };
    expect(firstOf({ growth: 0.2, compared: [100, 120], parts }).text.zh).toBe(BOUGHT);
    expect(firstOf({ growth: -0.2, compared: [100, 80], parts }).text.zh).toContain('问原因');
  });
});

describe('the next order', () => {
  const orderOf = (ago: number | undefined, gap: number | undefined, rest?: Given['rest']): string => firstOf({ rhythm: [ago, gap], rest }).text.zh; // prettier-ignore

  it('is spoken of where the client orders every seven days or more, by its own rhythm', () => {
    expect(orderOf(1, 7)).toContain('7天一单');
    expect([orderOf(1, 6.9), orderOf(undefined, 9), orderOf(1, undefined)]).toEqual([BOUGHT, BOUGHT, BOUGHT]);
    for (const rest of [{ basis: 'peers' }, { isOverdue: true }, { isLost: true }])
      expect(orderOf(1, 9, rest)).toBe(BOUGHT);
    const { lifecycle, ...none } = analysisOf({ rhythm: [1, 9] });
    expect(lifecycle.known).toBe(true);
    expect(reasonsToCall({ ...none, lifecycle: NOT_KNOWN }, 0, month)('call').text.zh).toBe(BOUGHT);
  });

  it('is due up to the last of the month', () => {
    expect(orderOf(0, 28)).toBe('约02-28该下单（28天一单），提前问量');
    expect(orderOf(0, 29)).toBe(BOUGHT);
  });

  it('says on a later contact that it was due, and missed after ten days', () => {
    const due = firstOf({ rhythm: [5, 12] });
    expect(due.passed).toEqual({ day: day('2026-02-07'), text: { zh: '02-07该下单（12天一单），核实', en: 'Was due 02-07 (every 12 days)?' } }); // prettier-ignore
    expect([due.measure, due.about]).toEqual(['nextOrder', 'lateOrder']);
    const late = firstOf({ rhythm: [22, 12] });
    expect([late.text.zh, late.measure, late.about, late.passed]).toEqual(['已22天未下单（通常12天一单），问需求', 'daysSinceOrder', 'lateOrder', undefined]); // prettier-ignore
    expect(firstOf({ rhythm: [21, 12] }).measure).toBe('nextOrder');
  });
});

describe('the last purchase', () => {
  const said = (ago: number, amount: number, product: string, category = ''): string =>
    callsOf({}, { day: asDay(AS_OF - ago), amount: (amount * 100) as never, product, category })[0]!;

  it('is asked about for a quarter, after that whether more is needed', () => {
    expect([said(92, 500, '猪料'), said(93, 500, '猪料')]).toEqual(['10-31买猪料 500，问使用', '上一单 10-30 猪料 500，问需求']); // prettier-ignore
    expect([said(92, 500, ''), said(93, 500, '')]).toEqual(['10-31下单 500，问使用情况', '上一单 10-30、500，问需求']);
  });

  it('calls a product of more than twelve letters by its category', () => {
    expect(said(1, 500, '一二三四五六七八九十百千', '粮')).toBe('01-30买一二三四五六七八九十百千 500，问使用');
    expect(said(1, 500, '一二三四五六七八九十百千万', '粮')).toBe('01-30买粮 500，问使用');
    expect(said(1, 500, '', '粮')).toBe('01-30买粮 500，问使用');
    expect(said(1, 500, '一二三四五六七八九十百千万', '')).toBe('01-30下单 500，问使用情况');
  });

  it('keeps the decimals of less than a hundred', () => {
    expect([said(1, 99.99, '料'), said(1, 100, '料')]).toEqual(['01-30买料 99.99，问使用', '01-30买料 100，问使用']);
  });
});

it('fills a line with what was bought, where nothing else is to be said', () => {
  const purchase = { day: day('2026-01-26'), amount: 50_000 as never, product: '猪料', category: '' };
  const next = reasonsToCall(analysisOf({}), 0, month, purchase);
  expect([next('call'), next('call')].map(({ measure, isFiller }) => [measure, isFiller])).toEqual([['lastPurchase', true], ['netSales', true]]); // prettier-ignore
  const wordsOf = (orders: number) => reasonsToCall(analysisOf({ client: { orders } }), 0, month)('call').text.en;
  expect([wordsOf(1), wordsOf(2)]).toEqual(['Sales 1,234, 1 order: feedback', 'Sales 1,234, 2 orders: feedback']);
});

describe('a visit, and a survey of who stopped', () => {
  const visitOf = (given: Given): Reason => reasonsToCall(analysisOf(given), 0, month)('visit');

  it('is about what was bought in the period', () => {
    expect(visitOf({})).toEqual({ text: { zh: '近12个月净销售额1,234、3单，核对计划', en: 'Sales 1,234, 3 orders: plans' }, measure: 'netSales' }); // prettier-ignore
    expect(visitOf({ client: { orders: 1 } }).text.zh).toBe('近12个月净销售额1,234、1单，核对计划');
    expect(visitOf({ client: { orders: 0 } })).toMatchObject({
      text: { zh: '近12个月没有下单，核对计划' },
      about: 'drop',
    });
    expect(visitOf({ parts: { periodChoice: { kind: 'year', year: 2025 } } }).text.zh).toBe('本期净销售额1,234、3单，核对计划'); // prettier-ignore
  });

  it('says for how long nothing was ordered, where that is known', () => {
    const stopped = (ago: number | undefined) => reasonsToCall(analysisOf({ rhythm: [ago, 9] }), 0, month)('winBack');
    expect(stopped(200)).toMatchObject({ text: { zh: '停购：已200天未下单，问原因谈恢复' }, measure: 'daysSinceOrder', about: 'lateOrder' }); // prettier-ignore
    expect(stopped(undefined)).toEqual({ text: { zh: '停购回访：问原因、谈恢复', en: 'Stopped buying: ask why, and what would help' }, about: 'lateOrder' }); // prettier-ignore
    const blind = { ...analysisOf({}), lifecycle: NOT_KNOWN };
    expect(reasonsToCall(blind, 0, month)('winBack').text.zh).toBe('停购回访：问原因、谈恢复');
  });
});

it('writes a day with its year from half a year beyond the first of the month on', () => {
  const first = day('2026-02-01');
  expect([183, -183].map((days) => shortDay(asDay(first + days), month))).toEqual(['08-03', '08-02']);
  expect([184, -184].map((days) => shortDay(asDay(first + days), month))).toEqual(['2026-08-04', '2025-08-01']);
  expect(isoOf(month.from)).toBe('2026-02-01');
});
