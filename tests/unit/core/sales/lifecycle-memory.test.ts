import { tableOf } from '../../../../src/core/model/dataset';
import { addMonths, asDay } from '../../../../src/core/model/day';
import type { Money } from '../../../../src/core/model/money';
import { known, missing } from '../../../../src/core/model/outcome';
import { isClear, measureLifecycles, significanceOf, signedPercent } from '../../../../src/core/sales/lifecycle';
import { measureRhythms } from '../../../../src/core/sales/rhythm';
import { collectSalesHistory, HISTORY_MONTHS, type SalesHistory } from '../../../../src/core/sales/sales-history';
import { wordChange } from '../../../../src/core/sales/word-change';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day } from '../../../support/dataset-builder';
import { seededRandom } from '../../../support/seeded-random';

const settings = settingsWith({});
const asOf = day('2026-06-30');
/** In the middle of each rolling month, the latest first. */
const dayOfMonth = (month: number): number => addMonths(asDay(asOf + 1), -month) - 10;

/** What is bought in each month, the latest first; what is below 0 came back. */
function bought(months: readonly number[]) {
  const rows = months.flatMap((amount, month) =>
    amount === 0
      ? []
      : [{ client: 'A', day: dayOfMonth(month) as never, amount, isReturn: amount < 0 ? true : undefined }],
  );
  const dataset = aDataset()
    .withClients([{ code: 'A' }])
    .withTransactions(rows)
    .build();
  const history = collectSalesHistory(tableOf(dataset, 'transactions'), tableOf(dataset, 'returns'), 1, asOf);
  const rhythms = measureRhythms(history, () => '', settings);
  return { ours: measureLifecycles(history, rhythms, settings)[0]!, rhythm: rhythms[0]! };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const variance = (values: readonly number[]): number => {
  const mean = sum(values) / values.length;
  return sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
};

type Stage = 'introduction' | 'growth' | 'maturity' | 'decline';

/** Stages from twelve months ago to today, counted anew: each remembers the one before while growth is near the edge. */
function stageToday(months: readonly number[], lostAfter: number): { stage: Stage | undefined; isKept: boolean } {
  const sold = months.map((amount, month) => ({ amount, month })).filter(({ amount }) => amount > 0);
  const first = Math.max(...sold.map(({ month }) => month));
  let before: Stage | undefined;
  let isKept = false;
  for (let back = 12; back >= 0; back--) {
    const today = addMonths(asDay(asOf + 1), -back) - 1;
    const until = sold.filter(({ month }) => month >= back);
    if (until.length === 0) continue;
    isKept = false;
    const last = dayOfMonth(Math.min(...until.map(({ month }) => month)));
    if (today - last > lostAfter) before = 'decline';
    else if (today - dayOfMonth(first) < 180 || until.length < 3) before = 'introduction';
    else {
      const [n, further] = first - back >= 18 ? [6, 12] : first - back >= 12 ? [6, 6] : [3, 3];
      const of = (from: number): number[] => Array.from({ length: n }, (_, at) => months[from + at] ?? 0);
      const [now, then] = [of(back), of(back + further)];
      const [recent, earlier] = [sum(now), sum(then)];
      if (earlier <= 0 || recent <= 0) before = earlier <= 0 && recent > 0 ? 'growth' : 'decline';
      else {
        const growth = (recent - earlier) / earlier;
        const spread = Math.sqrt((variance(now) + variance(then)) / n);
        const isSure = spread === 0 || Math.abs(recent - earlier) / n / spread >= 1.3;
        const byRule: Stage = growth >= 0.2 && isSure ? 'growth' : growth <= -0.2 && isSure ? 'decline' : 'maturity';
        const pair = new Set([byRule, before]);
        const edge = pair.has('maturity') ? (pair.has('growth') ? 0.2 : pair.has('decline') ? -0.2 : NaN) : NaN;
        isKept = pair.size === 2 && Math.abs(growth - edge) <= 0.05 + 1e-9;
        if (!isKept) before = byRule;
      }
    }
  }
  return { stage: before, isKept };
}

/** Buyers who go up or down by about a fifth, steadily or by fits, some young, some with months of nothing or of returns. */
const random = seededRandom(77);
const books = Array.from({ length: 300 }, (): number[] => {
  const length = random.pick([30, 30, 30, 24, 17, 13, 8]);
  const noise = random.pick([0, 0, 5, 25]);
  const turns = random.pick([6, 7, 8, 9]);
  const rise = random.pick([1, 1.15, 1.18, 1.2, 1.22, 1.25, 1.3, 0.7, 0.75, 0.78, 0.8, 0.82, 0.85]);
  const gap = random.next();
  return Array.from({ length }, (_, month) => {
    if (gap < 0.1 && month < 5 && random.next() < 0.7) return 0;
    if (gap > 0.93 && month < 6) return month % 2 === 0 ? -100 : 90;
    return Math.round(100 * (month < turns ? rise : 1)) + random.whole(-noise, noise);
  });
});

describe('the stage of a client that remembers, counted anew', () => {
  it('is that of the rule, or the one of a month ago near the edge', () => {
    const kept = new Map<string, number>();
    const wrong: unknown[] = [];
    for (const months of books) {
      const { ours, rhythm } = bought(months);
      const { stage, isKept } = rhythm.isLost
        ? { stage: 'decline', isKept: false }
        : stageToday(months, rhythm.lostAfter);
      const found = ours.stage.known ? ours.stage.value : undefined;
      if (found !== stage || ours.reason.zh.includes('沿用上月') !== isKept)
        wrong.push({ months, found, stage, isKept, reason: ours.reason.zh });
      if (isKept) kept.set(String(stage), (kept.get(String(stage)) ?? 0) + 1);
    }
    expect(wrong).toEqual([]);
    // All three are kept now and then.
    expect([...kept.keys()].sort()).toEqual(['decline', 'growth', 'maturity']);
  });

  it('says which stage was kept, and how near the limit is', () => {
    const { ours } = bought([60, ...Array.from({ length: 6 }, () => 130), ...Array.from({ length: 23 }, () => 100)]);
    expect(ours.reason).toEqual({
      zh: '近6个月比上年同期；净额+18.3%，变化较明确；沿用上月的成长期（离界限不到 5 个百分点）',
      en: 'last 6 months against a year earlier; net amount +18.3%, a fairly clear change; kept from a month ago: Growth (less than 5 points from the limit)',
    });
  });
});

describe('how far a change stands out', () => {
  /** Of client 1, from month 2 on; other clients and months say something else. */
  const historyOf = (now: readonly number[], then: readonly number[]): SalesHistory => {
    const amounts = new Float64Array(2 * HISTORY_MONTHS).fill(7);
    now.forEach((amount, at) => (amounts[HISTORY_MONTHS + 2 + at] = amount));
    then.forEach((amount, at) => (amounts[HISTORY_MONTHS + 6 + at] = amount));
    return { amounts } as unknown as SalesHistory;
  };
  const of = (now: readonly number[], then: readonly number[]) =>
    significanceOf(historyOf(now, then), 1, now.length, 4, 2);

  it('is Welch’s t of the months', () => {
    // (10 − 6) / √(4/3 + 1/3)
    const up = of([12, 8, 10], [5, 7, 6]);
    expect(up.direction).toBe(1);
    expect(up.t.known && up.t.value).toBeCloseTo(4 / Math.sqrt(5 / 3), 12);
    const down = of([5, 7, 6], [12, 8, 10]);
    expect([down.direction, down.t]).toEqual([-1, up.t]);
  });

  it('is beyond measure where the months do not vary, and nothing where they are the same', () => {
    expect(of([3, 3, 3], [2, 2, 2])).toEqual({ direction: 1, t: missing({ reason: 'nothing-due' }) });
    expect(of([2, 2, 2], [2, 2, 2])).toEqual({ direction: 0, t: known(0) });
    expect(of([1, 3], [2, 2])).toEqual({ direction: 0, t: known(0) });
  });

  it('is clear from the limit on, the one way', () => {
    const t = (value: number, direction: -1 | 0 | 1 = 1) => ({ direction, t: known(value) });
    expect([
      isClear(t(1.3), 1, 1.3),
      isClear(t(1.29), 1, 1.3),
      isClear(t(5, -1), 1, 1.3),
      isClear(t(5, -1), -1, 1.3),
    ]).toEqual([true, false, false, true]);
    const sure = { direction: 1, t: missing({ reason: 'nothing-due' }) } as const;
    expect([isClear(sure, 1, 9), isClear(sure, -1, 9)]).toEqual([true, false]);
  });
});

describe('a change in words', () => {
  it('has its sign', () => {
    expect([0.25, 0, -0.25, 0.0004].map(signedPercent)).toEqual(['+25.0%', '0.0%', '-25.0%', '+0.0%']);
  });

  it('is a percentage, or money where it began near nothing or has ended', () => {
    const word = (recent: number, before: number, change: number) =>
      wordChange(
        { measure: 'recentChange', months: 6, recent: (recent * 100) as Money, before: (before * 100) as Money },
        change,
      );
    expect(word(1230, 600, 1.05)).toEqual({ zh: '近6个月同比+105.0%', en: '6 months on year +105.0%' });
    expect(word(2400, 600, 3).zh).toBe('近6个月同比+300.0%');
    expect(word(442, 19, 22.3)).toEqual({ zh: '近6个月净销售额442（之前19）', en: '6 months sales 442 (was 19)' });
    expect(word(0, 60_000, -1)).toEqual({
      zh: '近6个月没有下单（之前净销售额60,000）',
      en: 'No sales 6 months (was 60.0K)',
    });
    expect(word(-5, 600, -1).zh).toBe('近6个月没有下单（之前净销售额600）');
    expect(word(0.01, 600, -0.99).zh).toBe('近6个月同比-99.0%');
  });
});
