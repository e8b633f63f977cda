import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import { asDay, isoOf, type Day } from '../model/day';
import { known, missing, type Outcome } from '../model/outcome';
import { ReadFrom } from '../model/read-from';
import type { Settings } from '../settings';
import { meanAndVariance, medianOf, quantileOf } from '../model/order-statistics';
import type { SalesHistory } from './sales-history';

/** Whose gaps a client is measured by. `floor`: nobody has enough, only the least number of days holds. */
export type RhythmBasis = 'own' | 'peers' | 'all' | 'floor';

export interface Rhythm {
  readonly orderDays: number;
  readonly firstDay: Outcome<Day>;
  readonly lastDay: Outcome<Day>;
  /** Days since the last order-day. */
  readonly recency: Outcome<number>;
  readonly basis: RhythmBasis;
  /** Days between order-days, of the basis. */
  readonly medianGap: Outcome<number>;
  /** Standard deviation / mean of the client's own gaps. */
  readonly variation: Outcome<number>;
  readonly overdueAfter: number;
  readonly lostAfter: number;
  /** Overdue and not yet lost. */
  readonly isOverdue: boolean;
  readonly isLost: boolean;
  readonly reason: Text;
}

interface Gaps {
  readonly median: number;
  readonly p90: number;
  readonly longest: number;
}

/**
 * How often each client orders, and whether the next order is late or the client is lost.
 *
 * Formula: overdue if recency > max(2 × median gap, 90th percentile of gaps, 30 days); lost if recency > max(3 × median,
 * 1.5 × longest gap, 180 days). Unit: days. The maximum is taken because a random buyer exceeds twice the median gap one
 * time in four.
 * Counts: days between order-days up to as-of. Fewer than three gaps: the middle of the clients of the same group (industry),
 * else of all clients, said as 参照; nobody with three gaps: only the least numbers of days hold.
 * Never ordered: neither overdue nor lost, days missing.   Source: definitions §4, 001-3.
 * @example order-days 0, 10, 20, 30 and as-of 65 //=> median 10, recency 35, overdue (35 > 30), not lost
 */
export function measureRhythms(
  history: SalesHistory,
  groupOf: (client: number) => string,
  settings: Settings,
): readonly Rhythm[] {
  const figures = new RhythmFigures(history, settings['rhythm.minGaps']);
  const own: (Gaps | undefined)[] = [];
  const byGroup = new Map<string, Gaps[]>();
  const all: Gaps[] = [];
  const room = new Float64Array(history.counts.reduce((most, days) => Math.max(most, days), 0));
  for (let client = 0; client < history.clients; client++) {
    const start = history.offsets[client]!;
    const days = history.days.subarray(start, start + history.counts[client]!);
    const gaps = gapsBetween(days, room);
    if (gaps.length < settings['rhythm.minGaps']) {
      own.push(undefined);
      continue;
    }
    const { mean, variance } = meanAndVariance(gaps);
    figures.variation[client] = Math.sqrt(variance) / mean;
    gaps.sort();
    const measured = { median: medianOf(gaps), p90: quantileOf(gaps, 0.9), longest: gaps[gaps.length - 1]! };
    own.push(measured);
    all.push(measured);
    const group = groupOf(client);
    if (group !== '') {
      const peers = byGroup.get(group);
      if (peers) peers.push(measured);
      else byGroup.set(group, [measured]);
    }
  }
  const enough = (peers: readonly Gaps[] | undefined): Gaps | undefined =>
    peers && peers.length >= settings['rhythm.minPeers'] ? middleOf(peers) : undefined;
  const groups = new Map([...byGroup].map(([group, peers]) => [group, enough(peers)]));
  const everyone = enough(all);

  return own.map((measured, client) => {
    const peers = measured ? undefined : groups.get(groupOf(client));
    const gaps = measured ?? peers ?? everyone;
    const basis: RhythmBasis = measured ? 'own' : peers ? 'peers' : everyone ? 'all' : 'floor';
    if (gaps) figures.medianGap[client] = gaps.median;
    figures.overdueAfter[client] = Math.max(
      settings['rhythm.overdueDays'],
      gaps ? settings['rhythm.overdueTimes'] * gaps.median : 0,
      gaps?.p90 ?? 0,
    );
    figures.lostAfter[client] = Math.max(
      settings['rhythm.lostDays'],
      gaps ? settings['rhythm.lostTimes'] * gaps.median : 0,
      gaps ? settings['rhythm.lostLongestTimes'] * gaps.longest : 0,
    );
    return new RhythmOfClient(figures, client, basis);
  });
}

/** One number a client; NaN: too few gaps. */
class RhythmFigures {
  readonly medianGap: Float64Array;
  readonly variation: Float64Array;
  readonly overdueAfter: Float64Array;
  readonly lostAfter: Float64Array;

  constructor(
    readonly history: SalesHistory,
    readonly minGaps: number,
  ) {
    this.medianGap = new Float64Array(history.clients).fill(NaN);
    this.variation = new Float64Array(history.clients).fill(NaN);
    this.overdueAfter = new Float64Array(history.clients);
    this.lostAfter = new Float64Array(history.clients);
  }
}

const NO_ORDERS = missing({ reason: 'no-rows' });

/** Put together when somebody reads it: a book has thousands of clients, and most are never looked at. */
class RhythmOfClient extends ReadFrom<RhythmFigures> implements Rhythm {
  constructor(
    figures: RhythmFigures,
    private readonly client: number,
    readonly basis: RhythmBasis,
  ) {
    super(figures);
  }

  get orderDays(): number {
    return this.from.history.counts[this.client]!;
  }

  get firstDay(): Outcome<Day> {
    const { history } = this.from;
    return this.orderDays > 0 ? known(asDay(history.days[history.offsets[this.client]!]!)) : NO_ORDERS;
  }

  get lastDay(): Outcome<Day> {
    return this.orderDays > 0 ? known(this.lastOrder()) : NO_ORDERS;
  }

  get recency(): Outcome<number> {
    return this.orderDays > 0 ? known(this.daysSince()) : NO_ORDERS;
  }

  get medianGap(): Outcome<number> {
    return this.ofGaps(this.from.medianGap);
  }

  get variation(): Outcome<number> {
    return this.ofGaps(this.from.variation);
  }

  get overdueAfter(): number {
    return this.from.overdueAfter[this.client]!;
  }

  get lostAfter(): number {
    return this.from.lostAfter[this.client]!;
  }

  get isOverdue(): boolean {
    return this.orderDays > 0 && !this.isLost && this.daysSince() > this.overdueAfter;
  }

  get isLost(): boolean {
    return this.orderDays > 0 && this.daysSince() > this.lostAfter;
  }

  get reason(): Text {
    const { lastDay, recency, basis, medianGap } = this;
    if (!lastDay.known || !recency.known) return { zh: '尚无成交', en: 'No order yet' };
    return joinTexts([
      fill(
        { zh: '最近下单 {day}，已 {recency} 天', en: 'Last order {day}, {recency} days ago' },
        { day: isoOf(lastDay.value), recency: wordNumber(recency.value) },
      ),
      medianGap.known
        ? fill(BASIS_WORDS[basis], {
            gap: wordNumber(medianGap.value, Number.isInteger(medianGap.value) ? 0 : 1),
          })
        : BASIS_WORDS.floor,
      this.isLost
        ? fill(
            { zh: '超过 {days} 天，算停购', en: 'beyond {days} days: has stopped buying' },
            { days: wordNumber(this.lostAfter) },
          )
        : this.isOverdue
          ? fill(
              { zh: '超过 {days} 天，该下单未下单', en: 'beyond {days} days: overdue' },
              { days: wordNumber(this.overdueAfter) },
            )
          : { zh: '节奏正常', en: 'on rhythm' },
    ]);
  }

  private lastOrder(): Day {
    const { days, offsets } = this.from.history;
    return asDay(days[offsets[this.client]! + this.orderDays - 1]!);
  }

  private daysSince(): number {
    return this.from.history.asOf - this.lastOrder();
  }

  private ofGaps(figures: Float64Array): Outcome<number> {
    const value = figures[this.client]!;
    if (!Number.isNaN(value)) return known(value);
    return missing({ reason: 'too-few', have: Math.max(0, this.orderDays - 1), need: this.from.minGaps });
  }
}

const BASIS_WORDS: Readonly<Record<RhythmBasis, Text>> = {
  own: { zh: '通常每 {gap} 天一单', en: 'usually every {gap} days' },
  peers: { zh: '同行每 {gap} 天一单（参照）', en: 'its industry orders every {gap} days (reference)' },
  all: { zh: '全部客户每 {gap} 天一单（参照）', en: 'all clients order every {gap} days (reference)' },
  floor: {
    zh: '间隔太少，只按最低天数',
    en: 'too few orders to judge the rhythm: only the minimum number of days applies',
  },
};

/** The days between; they stand in the room until the next client's do. */
function gapsBetween(days: Int32Array, room: Float64Array): Float64Array {
  const gaps = room.subarray(0, Math.max(0, days.length - 1));
  for (let i = 0; i < gaps.length; i++) gaps[i] = days[i + 1]! - days[i]!;
  return gaps;
}

function middleOf(peers: readonly Gaps[]): Gaps {
  const middle = (pick: (gaps: Gaps) => number): number => medianOf(Float64Array.from(peers, pick).sort());
  return { median: middle((g) => g.median), p90: middle((g) => g.p90), longest: middle((g) => g.longest) };
}
