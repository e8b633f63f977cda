import type { IndicatorResult } from '../../../../src/core/kpis/indicator-result';
import { known, missing } from '../../../../src/core/model/outcome';
import { missingRatio, ratioOf } from '../../../../src/core/model/ratio';
import { settingsWith } from '../../../../src/core/settings';
import type { Alert } from '../../../../src/core/standing/alert';
import type { AlertInputs } from '../../../../src/core/standing/alert-inputs';
import { alertsOfBook } from '../../../../src/core/standing/alerts-of-book';
import { anIndicator } from '../../../support/analysis-builder';
import { day } from '../../../support/dataset-builder';

const NONE = missing({ reason: 'no-rows' });
const JANUARY = 2026 * 12;

function alertsOf(inputs: Partial<Record<keyof AlertInputs, unknown>>): readonly Alert[] {
  const all = { complaints: NONE, indicators: [], concentration: NONE, files: { files: [] }, importantDays: NONE };
  return alertsOfBook({ ...all, ...inputs } as unknown as AlertInputs, settingsWith({}));
}

const OF_BOOK = { client: -1, amount: missing({ reason: 'nothing-due' }), day: missing({ reason: 'nothing-due' }) };

describe('concentration', () => {
  const shares = (isCr1High: boolean, isCr5High: boolean) =>
    alertsOf({ concentration: known({ isCr1High, isCr5High, cr1: 0.345, cr5: 0.678 }) });

  it('is told of the largest and of the five largest, each beside its limit', () => {
    expect(shares(true, true)).toEqual([
      {
        ...OF_BOOK,
        kind: 'concentration',
        severity: 'watch',
        measure: 'largestShare',
        text: {
          zh: '最大的一家客户占净销售额 34.5%（提醒线 30%）',
          en: 'largest client accounts for 34.5% (threshold 30%)',
        },
      },
      {
        ...OF_BOOK,
        kind: 'concentration',
        severity: 'watch',
        measure: 'fiveLargestShare',
        text: {
          zh: '最大的五家客户占净销售额 67.8%（提醒线 50%）',
          en: 'five largest clients account for 67.8% (threshold 50%)',
        },
      },
    ]);
    expect(shares(false, true).map(({ measure }) => measure)).toEqual(['fiveLargestShare']);
    expect(shares(true, false).map(({ measure }) => measure)).toEqual(['largestShare']);
    expect(shares(false, false)).toEqual([]);
  });
});

describe('files without a day', () => {
  const file = (isListed: boolean, isDated: boolean) => ({ isListed, updatedDay: isDated ? known(1) : NONE });

  it('are one alert together, of the clients on the client sheet', () => {
    const files = { files: [file(true, false), file(true, true), file(false, false), file(true, false)] };
    expect(alertsOf({ files })).toEqual([
      {
        ...OF_BOOK,
        kind: 'fileDue',
        severity: 'notice',
        measure: 'undatedFiles',
        text: {
          zh: '客户表里 2 家客户没有资料更新日',
          en: '2 clients on the client sheet have no date of last update',
        },
      },
    ]);
    expect(alertsOf({ files: { files: [file(true, true), file(false, false)] } })).toEqual([]);
    expect(alertsOf({ files: { files: [file(true, false)] } })).toHaveLength(1);
  });
});

describe('days to remember', () => {
  it('are each a note of its client', () => {
    const event = { zh: '生日', en: 'birthday' };
    const days = [{ client: 3, event, day: day('2026-07-04'), daysAhead: 4 }];
    expect(alertsOf({ importantDays: known({ days }) })).toEqual([
      {
        kind: 'importantDay',
        severity: 'notice',
        client: 3,
        measure: 'daysToDay',
        text: { zh: '生日 2026-07-04（还有 4 天）', en: 'birthday 2026-07-04 (in 4 days)' },
        amount: missing({ reason: 'nothing-due' }),
        day: known(day('2026-07-04')),
      },
    ]);
  });
});

describe('complaints of the last month', () => {
  const severityOf = (received: readonly number[]): string | undefined => {
    const trend = received.map((n, at) => ({ month: JANUARY + at, received: n, resolved: 0 }));
    const found = alertsOf({ complaints: known({ trend }) });
    expect(found.length).toBeLessThanOrEqual(1);
    return found[0]?.severity;
  };

  it('are set beside the months before, in words', () => {
    const trend = [2, 3, 2, 3, 2, 3, 19].map((received, at) => ({ month: JANUARY + at, received, resolved: 0 }));
    // The mean is 2.5; 2.5 + 6 × √2.5 is 12.0.
    expect(alertsOf({ complaints: known({ trend }) })).toEqual([
      {
        ...OF_BOOK,
        kind: 'complaintSpike',
        severity: 'bad',
        measure: 'complaintsOfMonth',
        text: {
          zh: '2026-07 投诉 19 件，之前 6 个月平均每月 2.5 件',
          en: '19 complaints in 2026-07; 2.5 a month in the 6 months before',
        },
      },
    ]);
  });

  it.each([
    // 9 a month: to watch above 9 + 3 × 3, to act on above 9 + 6 × 3.
    [[9, 9, 9, 9, 9, 9, 18], undefined],
    [[9, 9, 9, 9, 9, 9, 19], 'watch'],
    [[9, 9, 9, 9, 9, 9, 27], 'watch'],
    [[9, 9, 9, 9, 9, 9, 28], 'bad'],
    // Five months before are too few.
    [[9, 9, 9, 9, 9, 28], undefined],
    // None before: the deviation is 1 at least, and five are the least.
    [[0, 0, 0, 0, 0, 0, 4], undefined],
    [[0, 0, 0, 0, 0, 0, 5], 'watch'],
    [[0, 0, 0, 0, 0, 0, 6], 'watch'],
    [[0, 0, 0, 0, 0, 0, 7], 'bad'],
    [[], undefined],
  ])('of %j: %s', (received, severity) => {
    expect(severityOf(received)).toBe(severity);
  });
});

describe('an indicator of the last month', () => {
  /** On time: so many of so many, month by month. */
  const months = (shares: readonly (readonly [hits: number, of: number])[]): IndicatorResult['trend'] =>
    shares.map(([hits, of], at) => ({ month: JANUARY + at, ratio: ratioOf(hits, of, of, 0) }));
  const six = (hits: number, of: number): (readonly [number, number])[] =>
    Array.from({ length: 6 }, () => [hits, of] as const);
  const onTime = (trend: IndicatorResult['trend'], more: Partial<IndicatorResult> = {}): IndicatorResult =>
    anIndicator('K02', '准时率', 'On-time rate', 1, 2, { better: 'higher', trend, ...more });
  const severityOf = (...indicators: IndicatorResult[]): (string | undefined)[] =>
    alertsOf({ indicators }).map(({ severity }) => severity);

  it('is set beside the months before, in words', () => {
    // 95 % of 600, then 70 % of 100: pooled 0.9143, error 0.03024, 8.3 errors.
    expect(alertsOf({ indicators: [onTime(months([...six(95, 100), [70, 100]]))] })).toEqual([
      {
        ...OF_BOOK,
        kind: 'indicatorSpike',
        severity: 'bad',
        measure: 'indicator K02',
        text: {
          zh: '准时率 2026-07 为 70.0%（100 中 70），之前 6 个月为 95.0%',
          en: 'On-time rate: 70.0% in 2026-07 (70 of 100), 95.0% in the 6 months before',
        },
      },
    ]);
  });

  it.each([
    // 80 % of 600 before; 100 in the last month. With h hits: pooled (480 + h) / 700, error √(p(1−p)(1/600 + 1/100)).
    // h = 67: p .7814, error .04464, .13 / .04464 = 2.91; h = 66: p .78, error .04474, 3.13.
    ['three errors apart at least', months([...six(80, 100), [67, 100]]), []],
    ['more than three', months([...six(80, 100), [66, 100]]), ['watch']],
    // h = 53: p .7614, error .04604, 5.86; h = 52: p .76, error .04613, 6.07.
    ['less than six', months([...six(80, 100), [53, 100]]), ['watch']],
    ['more than six', months([...six(80, 100), [52, 100]]), ['bad']],
    ['better than before', months([...six(50, 100), [90, 100]]), []],
    ['of twenty at least', months([...six(95, 100), [0, 19]]), []],
    ['of twenty', months([...six(95, 100), [0, 20]]), ['bad']],
    ['after six months at least', months([...six(95, 100).slice(1), [50, 100]]), []],
    ['by less than five points', months([...six(9500, 10_000), [9010, 10_000]]), []],
    ['by more than five points', months([...six(9600, 10_000), [9099, 10_000]]), ['bad']],
    ['by five points, from 5 % to none', months([...six(500, 10_000), [0, 10_000]]), ['bad']],
    // Always all: no error, and nothing worse.
    ['the same as ever', months([...six(100, 100), [100, 100]]), []],
  ])('is told when %s', (_, trend, severities) => {
    expect(severityOf(onTime(trend))).toEqual(severities);
  });

  it('of faults is told when there are twice as many, however few', () => {
    const damage = (now: number): IndicatorResult =>
      anIndicator('K01', '货损', 'Damage', 1, 2, { better: 'lower', trend: months([...six(100, 10_000), [now, 10_000]]) }); // prettier-ignore
    expect(severityOf(damage(199))).toEqual([]);
    expect(severityOf(damage(200))).toEqual(['bad']);
    expect(severityOf(damage(50))).toEqual([]);
    // Twice as large, but what is better the higher it is, is better.
    expect(severityOf(onTime(months([...six(100, 10_000), [200, 10_000]])))).toEqual([]);
  });

  it('is judged only where it is a share that is better one way', () => {
    const trend = months([...six(95, 100), [50, 100]]);
    expect(severityOf(onTime(trend))).toEqual(['bad']);
    expect(severityOf(onTime(trend, { kind: 'median' }))).toEqual([]);
    expect(severityOf(onTime(trend, { unit: 'days' }))).toEqual([]);
    expect(severityOf(onTime(trend, { better: 'neither' }))).toEqual([]);
    expect(severityOf(onTime([]))).toEqual([]);
  });

  it('leaves out months in which nothing was due', () => {
    const [first, ...rest] = months([[0, 0], ...six(95, 100), [50, 100]]);
    expect(severityOf(onTime([first!, ...rest]))).toEqual(['bad']);
    // Of six months before one has nothing: five are too few. A last month without anything says nothing.
    expect(severityOf(onTime(months([[0, 0], ...six(95, 100).slice(1), [50, 100]])))).toEqual([]);
    expect(severityOf(onTime([...months(six(95, 100)), { month: JANUARY + 6, ratio: ratioOf(0, 0, 0, 0) }]))).toEqual(
      [],
    );
  });

  it('is that which the data give, one of each line: on time, damaged, lost, wrong, returned', () => {
    const trend = months([...six(50, 1000), [500, 1000]]);
    const of = (id: string, isKnown = true): IndicatorResult =>
      anIndicator(id, id, id, 1, 2, {
        better: 'lower',
        trend,
        ...(!isKnown && { current: missingRatio({ reason: 'nothing-due' }) }),
      });
    const told = (...ids: IndicatorResult[]) => alertsOf({ indicators: ids }).map(({ measure }) => measure);
    expect(told(of('line.onTime'), of('order.onTime'), of('K02'))).toEqual(['indicator K02']);
    expect(told(of('line.onTime'), of('order.onTime'), of('K02', false))).toEqual(['indicator order.onTime']);
    expect(told(...['returns.amount', 'K19', 'E05', 'E04', 'line.onTime', 'K10'].map((id) => of(id)))).toEqual(
      ['line.onTime', 'E04', 'E05', 'K19', 'returns.amount'].map((id) => `indicator ${id}`),
    );
  });
});
