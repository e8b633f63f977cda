import { settingsWith } from '../../../src/core/settings';
import { measureBuying } from '../../../src/core/sales/client-behaviour';
import { findLastPurchases } from '../../../src/core/sales/purchases/last-purchases';
import { HISTORY_MONTHS, orderDaysOfYear } from '../../../src/core/sales/sales-history';
import { anAnalysis } from '../../support/analysis-builder';
import { day } from '../../support/dataset-builder';
import {
  aPlainBook,
  AS_OF,
  BEFORE,
  fen,
  figureOf,
  isBetween,
  isoOfSerial,
  PERIOD,
  serial,
  shareOfValues,
  sumOf,
  type PlainBook,
} from './plain-book';

/** Whole months back: months end on the 17th, so that day 18 belongs to the next. */
function monthsBack(iso: string): number {
  const [year, month, date] = iso.split('-').map(Number);
  return 2026 * 12 + 6 - (year! * 12 + month!) - (date! >= 18 ? 1 : 0);
}

interface Bought {
  /** Net of each rolling month, the latest first. */
  readonly months: readonly number[];
  readonly gross: number;
  readonly back: number;
  readonly pieces: number;
  /** Days with a sale, in order. */
  readonly days: readonly number[];
}

/** What a client bought up to the day, from the rows as they are written. */
function boughtBy({ sales, returns }: PlainBook, code: string): Bought {
  const own = sales.filter(
    ({ client, day: on, cancelled }) => client === code && on !== undefined && on <= AS_OF && !cancelled,
  );
  const sent = returns.filter(({ client, day: on }) => client === code && on !== undefined && on <= AS_OF);
  const months = Array.from({ length: HISTORY_MONTHS }, (_, back) =>
    sumOf(own.filter(({ day: on }) => monthsBack(String(on)) === back), ({ amount = 0 }) => fen(amount)) -
    sumOf(sent.filter(({ day: on }) => monthsBack(String(on)) === back), ({ amount = 0 }) => Math.abs(fen(amount)))); // prettier-ignore
  const ofYear = own.filter(({ day: on }) => isBetween(PERIOD, on));
  const isSale = ({ amount, isReturn }: (typeof own)[number]): boolean => !isReturn && (amount ?? 1) > 0;
  const back = (row: (typeof own)[number]): boolean => row.isReturn === true || (row.amount ?? 0) < 0;
  return {
    months,
    gross: sumOf(
      ofYear.filter((row) => !back(row)),
      ({ amount = 0 }) => Math.abs(fen(amount)),
    ),
    back:
      sumOf(ofYear.filter(back), ({ amount = 0 }) => Math.abs(fen(amount))) +
      sumOf(sent.filter(({ day: on }) => isBetween(PERIOD, on)), ({ amount = 0 }) => Math.abs(fen(amount))), // prettier-ignore
    pieces: sumOf(ofYear, ({ quantity = 0 }) => quantity * 1000),
    days: [...new Set(own.filter(isSale).map(({ day: on }) => serial(String(on))))].sort((a, b) => a - b),
  };
}

interface Gaps {
  readonly median: number;
  readonly p90: number;
  readonly longest: number;
}

const mean = (values: readonly number[]): number => sumOf(values, (one) => one) / values.length;
const variance = (values: readonly number[]): number =>
  values.length < 2 ? 0 : sumOf(values, (one) => (one - mean(values)) ** 2) / (values.length - 1);

function gapsOf(days: readonly number[]): readonly number[] {
  return days.slice(1).map((one, at) => one - days[at]!);
}

const measured = (gaps: readonly number[]): Gaps => ({
  median: shareOfValues(gaps, 0.5),
  p90: shareOfValues(gaps, 0.9),
  longest: Math.max(...gaps),
});
const middle = (all: readonly Gaps[]): Gaps | undefined =>
  all.length < 3
    ? undefined
    : {
        median: shareOfValues(all.map((one) => one.median), 0.5),
        p90: shareOfValues(all.map((one) => one.p90), 0.5),
        longest: shareOfValues(all.map((one) => one.longest), 0.5),
      }; // prettier-ignore

/** The month whole numbers of months after a day (all days of these books are in every month). */
function monthsLater(iso: string, months: number): string {
  const [year, month, date] = iso.split('-').map(Number);
  const at = year! * 12 + month! - 1 + months;
  const last = new Date(Date.UTC(Math.floor(at / 12), (at % 12) + 1, 0)).getUTCDate();
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-${String(Math.min(date!, last)).padStart(2, '0')}`;
}

const SEEDS = Array.from({ length: 16 }, (_, at) => at + 1);
const books = SEEDS.map(aPlainBook);
const asOf = day(AS_OF);
const NO_BUFFER = settingsWith({ 'lifecycle.hysteresis': 0 });

describe('what clients bought, counted a second time from the rows as written', () => {
  const both = books.map((book) => ({
    book,
    bought: book.codes.map((code) => boughtBy(book, code)),
    ours: measureBuying(book.dataset, asOf, NO_BUFFER),
  }));

  it('months, gross, returned, pieces and days', () => {
    for (const { book, bought, ours } of both) {
      const { history } = ours;
      const found = book.codes.map((_, at) => ({
        months: [...history.amounts.subarray(at * HISTORY_MONTHS, (at + 1) * HISTORY_MONTHS)],
        gross: history.grossAmounts[at],
        back: history.returnAmounts[at],
        pieces: figureOf(history.quantities)![at],
        days: [...history.days.subarray(history.offsets[at], history.offsets[at]! + history.counts[at]!)],
      }));
      expect(found).toEqual(bought);
      expect(book.codes.map((_, at) => orderDaysOfYear(history, at))).toEqual(
        bought.map(({ days }) => days.filter((one) => one >= serial(PERIOD.from)).length),
      );
    }
  });

  it('rhythm: by its own gaps, those of its industry, of all, or the least days alone', () => {
    const bases = new Set<string>();
    for (const { book, bought, ours } of both) {
      const own = bought.map(({ days }) => (days.length > 3 ? measured(gapsOf(days)) : undefined));
      const of = (industry: string | undefined): Gaps | undefined =>
        industry === ''
          ? undefined
          : middle(own.filter((one, at) => one && book.clients[at]!.industry === industry) as Gaps[]);
      const everyone = middle(own.filter((one) => one !== undefined));
      bought.forEach(({ days }, at) => {
        const peers = of(book.clients[at]!.industry);
        const gaps = own[at] ?? peers ?? everyone;
        const rhythm = ours.rhythms[at]!;
        bases.add(rhythm.basis);
        const last = days.at(-1);
        const recency = last === undefined ? undefined : serial(AS_OF) - last;
        const late = Math.max(30, 2 * (gaps?.median ?? 0), gaps?.p90 ?? 0);
        const gone = Math.max(180, 3 * (gaps?.median ?? 0), 1.5 * (gaps?.longest ?? 0));
        expect({
          basis: rhythm.basis,
          first: figureOf(rhythm.firstDay),
          recency: figureOf(rhythm.recency),
          n: rhythm.orderDays,
          isLost: rhythm.isLost,
          isOverdue: rhythm.isOverdue,
        }).toEqual({
          basis: own[at] ? 'own' : peers ? 'peers' : everyone ? 'all' : 'floor',
          first: days[0],
          recency,
          n: days.length,
          isLost: recency !== undefined && recency > gone,
          isOverdue: recency !== undefined && recency <= gone && recency > late,
        });
        expect(rhythm.overdueAfter).toBeCloseTo(late, 9);
        expect(rhythm.lostAfter).toBeCloseTo(gone, 9);
        const variation = figureOf(rhythm.variation);
        if (own[at]) expect(variation).toBeCloseTo(Math.sqrt(variance(gapsOf(days))) / mean(gapsOf(days)), 9);
        else expect(variation).toBe(undefined);
      });
    }
    expect([...bases].sort()).toEqual(['all', 'floor', 'own', 'peers']);
  });

  it('life cycle: stage by rule, growth, what is compared, how clear', () => {
    const stages = new Set<string>();
    for (const { bought, ours } of both)
      bought.forEach(({ months, days }, at) => {
        const rhythm = ours.rhythms[at]!;
        const { stage, flag, growth, compared, confidence } = ours.lifecycles[at]!;
        stages.add(`${figureOf(stage)} ${flag}`);
        const found = { stage: figureOf(stage), flag, growth: figureOf(growth), confidence: figureOf(confidence) };
        const of = figureOf(compared);
        const none = { growth: undefined, confidence: undefined };
        if (days.length === 0) expect(found).toEqual({ stage: undefined, flag: undefined, ...none });
        else if (rhythm.isLost) expect(found).toEqual({ stage: 'decline', flag: 'lost', ...none });
        else if (serial(AS_OF) - days[0]! < 180 || days.length < 3)
          expect(found).toEqual({ stage: 'introduction', flag: undefined, ...none });
        else {
          const first = isoOfSerial(days[0]!);
          const [n, further] =
            monthsLater(first, 18) <= AS_OF ? [6, 12] : monthsLater(first, 12) <= AS_OF ? [6, 6] : [3, 3];
          const [now, then] = [months.slice(0, n), months.slice(further, further + n)];
          const [recent, before] = [sumOf(now, (one) => one), sumOf(then, (one) => one)];
          expect([of!.months, of!.recent, of!.before]).toEqual([n, recent, before]);
          expect(of!.measure).toBe(
            further === 12 ? 'recentChange' : further === 6 ? 'recentChangeOn6' : 'recentChangeOn3',
          );
          const spread = Math.sqrt((variance(now) + variance(then)) / n);
          const t = spread === 0 ? (recent === before ? 0 : Infinity) : Math.abs(mean(now) - mean(then)) / spread;
          const rate = before > 0 ? (recent - before) / before : undefined;
          const byRule =
            before <= 0 || recent <= 0
              ? before <= 0 && recent > 0
                ? 'growth'
                : 'decline'
              : rate! >= 0.2 && t >= 1.3
                ? 'growth'
                : rate! <= -0.2 && t >= 1.3
                  ? 'decline'
                  : 'maturity';
          const isLively = byRule !== 'decline';
          expect(found).toEqual({
            stage: byRule,
            flag: isLively && rhythm.isOverdue ? 'silent' : before <= 0 && recent > 0 ? 'recovering' : undefined,
            growth: rate,
            confidence: t >= 1.8 ? 'high' : t >= 1.3 ? 'medium' : 'low',
          });
        }
      });
    for (const one of [
      'introduction undefined',
      'growth undefined',
      'maturity silent',
      'decline undefined',
      'decline lost',
    ])
      expect(stages).toContain(one);
  });

  it('key accounts: rank, level, reasons for focus, the small book', () => {
    const levels = new Set<string>();
    const reasons = new Set<string>();
    for (const { book, bought } of both.slice(0, 8))
      for (const [topN, floor] of [
        [20, 0.5],
        [5, 1],
      ] as const) {
        const { analysis } = anAnalysis(book.dataset, {
          asOf: AS_OF,
          settings: { 'key.topN': topN, 'focus.floor': floor },
        });
        const { clients: ours, smallBook, rankedBy } = figureOf(analysis.keyAccounts)!;
        const { rhythms, clients: lifecycles } = figureOf(analysis.lifecycle)!;
        const isInternal = (at: number): boolean => book.clients[at]!.internal === true;
        const volumes = bought.map(({ pieces }, at) => (isInternal(at) ? 0 : pieces));
        const byAmount = !volumes.some((one) => one > 0) && !bought.some(({ pieces }) => pieces > 0);
        expect(rankedBy).toBe(byAmount ? 'amount' : 'quantity');
        const ofYear = bought.map(({ months }) => sumOf(months.slice(0, 12), (one) => one));
        const yearBefore = bought.map(({ months }) => sumOf(months.slice(12, 24), (one) => one));
        const measure = byAmount ? ofYear.map((one, at) => (isInternal(at) ? 0 : one)) : volumes;
        const active = ofYear.filter((_, at) => measure[at]! > 0);
        const median = active.length > 0 ? shareOfValues(active, 0.5) : 0;
        const least = active.length > 2 * topN ? median * floor : 0;
        expect(figureOf(smallBook)?.proposedTop).toBe(
          active.length === 0 || active.length > 2 * topN ? undefined : Math.ceil(Math.round(active.length * 20) / 100),
        );
        bought.forEach(({ months, days }, at) => {
          const { firstDealDay, potential } = book.clients[at]!;
          const typed = typeof firstDealDay === 'string' && firstDealDay <= AS_OF ? serial(firstDealDay) : Infinity;
          const firstDeal = Math.min(typed, days[0] ?? Infinity);
          const one = ours[at]!;
          levels.add(one.level);
          for (const { reason } of one.focus) reasons.add(reason);
          const rhythm = rhythms[at]!;
          if (days.length === 0) {
            expect([one.isKey, one.rank.known, one.focus]).toEqual([false, false, []]);
            if (firstDeal < Infinity) expect(one.level).toBe(serial(AS_OF) - firstDeal > 180 ? 'lost' : 'general');
            else expect(['target', 'lead']).toContain(one.level);
            return;
          }
          const rank = measure[at]! > 0 ? measure.filter((other) => other > measure[at]!).length + 1 : undefined;
          expect(figureOf(one.rank)).toBe(rank);
          const found: string[] = [];
          if (monthsLater(isoOfSerial(firstDeal), 12) > AS_OF) found.push('new');
          const year = months.slice(0, 12);
          if (monthsLater(isoOfSerial(days[0]!), 6) <= AS_OF && days.length >= 4 && mean(year) > 0)
            if (Math.sqrt(variance(year)) / mean(year) > 1) found.push('unsteady');
          const [now, then] = [months.slice(0, 3), months.slice(3, 6)];
          const [recent, earlier] = [sumOf(now, (each) => each), sumOf(then, (each) => each)];
          const spread = Math.sqrt((variance(now) + variance(then)) / 3);
          const isClear = recent > earlier && (spread === 0 || (mean(now) - mean(then)) / spread >= 1.3);
          const isStrong = potential === '高' || potential === '强' || ofYear[at]! >= median;
          if (earlier > 0 && (recent - earlier) / earlier >= 0.5 && isClear && isStrong) found.push('rising');
          const tierBefore = (): number | undefined => tiersOf(book)[at];
          const cycle = lifecycles[at]!;
          const sure = figureOf(cycle.significance);
          const isDrop =
            (figureOf(cycle.growth) ?? 0) <= -0.3 && sure?.direction === -1 && (!sure.t.known || sure.t.value >= 1.3);
          const isFallen = figureOf(cycle.stage) === 'decline' && (tierBefore() ?? 3) < 3;
          if (rhythm.isOverdue || isFallen || isDrop) found.push('leaving');
          const isLarge = Math.max(ofYear[at]!, yearBefore[at]!) >= least;
          const focus = rhythm.isLost ? [] : isLarge ? found : found.filter((each) => each === 'new');
          const isKey = !rhythm.isLost && rank !== undefined && rank <= topN;
          expect({
            code: book.codes[at],
            focus: one.focus.map(({ reason }) => reason),
            level: one.level,
            isKey: one.isKey,
          }).toEqual({
            code: book.codes[at],
            focus,
            level: rhythm.isLost ? 'lost' : isKey ? 'key' : focus.length > 0 ? 'focus' : 'general',
            isKey,
          });
        });
      }
    for (const one of ['focus', 'general', 'key', 'lead', 'lost']) expect(levels).toContain(one);
    expect([...reasons].sort()).toEqual(['leaving', 'new', 'rising', 'unsteady']);
  });

  /** Tiers of the twelve months before, as the analysis gives them when it is asked about those months. */
  const TIERS = new Map<PlainBook, readonly (number | undefined)[]>();
  function tiersOf(book: PlainBook): readonly (number | undefined)[] {
    const kept = TIERS.get(book);
    if (kept) return kept;
    const period = { kind: 'range', from: day(BEFORE.from), to: day(BEFORE.to) } as const;
    const { clients } = anAnalysis(book.dataset, { asOf: BEFORE.to, period }).analysis;
    const found = clients.map(({ tier }) => figureOf(tier));
    TIERS.set(book, found);
    return found;
  }

  it('the last purchase: day, amount, the largest line of that day', () => {
    for (const { codes, sales, dataset } of books) {
      const ours = findLastPurchases(dataset, asOf);
      codes.forEach((code, at) => {
        const own = sales.filter(
          ({ client, day: on, amount, isReturn, cancelled }) =>
            client === code && on !== undefined && on <= AS_OF && (amount ?? 0) > 0 && !isReturn && !cancelled,
        );
        const last = own
          .map(({ day: on }) => String(on))
          .sort()
          .at(-1);
        const lines = own.filter(({ day: on }) => on === last);
        const most = Math.max(...lines.map(({ amount }) => amount!));
        expect(ours[at] && { ...ours[at] }).toEqual(
          last === undefined
            ? undefined
            : {
                day: serial(last),
                amount: sumOf(lines, ({ amount }) => fen(amount!)),
                product: lines.find(({ amount }) => amount === most)!.product,
                category: lines.find(({ amount }) => amount === most)!.category,
              },
        );
      });
    }
  });

  it('net, gross, returned, orders, lines, first and last day, the year before, rank of each client', () => {
    for (const { codes, clients, sales, returns, dataset } of books) {
      const { analysis } = anAnalysis(dataset, { asOf: AS_OF });
      const counts = sales.filter(({ client, day: on, amount, cancelled }) => client !== undefined && on !== undefined && on <= AS_OF && amount !== undefined && !cancelled); // prettier-ignore
      const lines = [
        ...counts.map((row) => ({ ...row, day: String(row.day), isBack: row.isReturn === true || row.amount! < 0 })),
        ...returns.map((row) => ({
          ...row,
          day: String(row.day),
          amount: -Math.abs(row.amount!),
          orderNo: '',
          isBack: true,
        })),
      ].filter((row) => row.day <= AS_OF);
      const net = codes.map((code) => sumOf(lines.filter((row) => row.client === code && isBetween(PERIOD, row.day)), ({ amount }) => fen(amount!))); // prettier-ignore
      const isRanked = (at: number): boolean =>
        clients[at]!.internal !== true && lines.some((row) => row.client === codes[at] && isBetween(PERIOD, row.day));
      codes.forEach((code, at) => {
        const own = lines.filter(({ client }) => client === code);
        const inPeriod = own.filter((row) => isBetween(PERIOD, row.day));
        const sold = own.filter(({ isBack }) => !isBack);
        const one = analysis.clients[at]!;
        const before = sumOf(own.filter((row) => isBetween(BEFORE, row.day)), ({ amount }) => fen(amount!)); // prettier-ignore
        const days = sold.map((row) => row.day).sort();
        expect({
          code,
          net: one.netAmount,
          gross: one.grossAmount,
          back: one.returnAmount,
          lines: one.lines,
          orders: one.orders,
          first: figureOf(one.firstDay),
          last: figureOf(one.lastDay),
          before: figureOf(one.previousNetAmount),
          growth: figureOf(one.growth),
          rank: figureOf(one.rank),
        }).toEqual({
          code,
          net: net[at],
          gross: sumOf(inPeriod.filter(({ isBack }) => !isBack), ({ amount }) => fen(amount!)),
          back: sumOf(inPeriod.filter(({ isBack }) => isBack), ({ amount }) => -fen(amount!)) + 0,
          lines: inPeriod.length,
          orders: new Set(inPeriod.filter(({ isBack }) => !isBack).map(({ orderNo }) => orderNo)).size,
          first: days[0] === undefined ? undefined : serial(days[0]),
          last: days.length === 0 ? undefined : serial(days.at(-1)!),
          before,
          growth: before > 0 ? (net[at]! - before) / before : undefined,
          rank: isRanked(at) ? net.filter((other, who) => isRanked(who) && other > net[at]!).length + 1 : undefined,
        }); // prettier-ignore
      });
    }
  });
});
