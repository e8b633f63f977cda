import { IN_PERIOD, IN_PREVIOUS, NEITHER } from '../facts/time-slots';
import { EXCLUDED, HIT, OUTSIDE } from '../facts/verdict';
import { known, missing } from '../model/outcome';
import { ratioOf, type Ratio } from '../model/ratio';
import { GroupSums } from '../model/sum';
import { quantileOf } from '../model/order-statistics';
import type { Counting, KpiInputs, SpreadKpi, Tally } from './define-kpi';
import type { Measured, RatioGroups } from './measured';

/**
 * Counts one indicator: one walk over its rows for all groupings at once (slot of time, client, region, rep). Sums are
 * compensated; the order of rows changes nothing.
 */
export function measureCounting(inputs: KpiInputs, counting: Counting, byGroup: boolean): Measured {
  const { lists } = inputs;
  const rows = lists.lists[counting.over];
  const slotOf = rows.slotsBy(counting.by);
  const bucketOf = Uint8Array.from(lists.slots, ({ bucket }) => bucket);
  const isShare = 'share' in counting;
  const sumsOf = (groups: number): RatioSums => new RatioSums(groups, isShare);
  const time = sumsOf(lists.slots.length);
  const clients = byGroup ? sumsOf(lists.clients) : undefined;
  const regions = byGroup ? sumsOf(lists.regionNames.length) : undefined;
  const reps = byGroup ? sumsOf(lists.repNames.length) : undefined;
  const client = rows.client;
  const judge = isShare ? counting.share(inputs) : undefined;
  const sum = isShare ? undefined : counting.sums(inputs);
  const tally: Tally = { numerator: 0, denominator: 0 };
  const all = rows.rows;
  const isOne = rows.countAt === undefined;
  for (let row = 0; row < all; row++) {
    const slot = slotOf[row]!;
    if (slot < 0 || bucketOf[slot] === NEITHER) continue;
    tally.numerator = 0;
    tally.denominator = 0;
    const verdict = judge !== undefined ? judge(row) : sum!(row, tally);
    if (verdict === OUTSIDE) continue;
    const hit = verdict === HIT ? 1 : 0;
    const isGrouped = clients !== undefined && bucketOf[slot] === IN_PERIOD;
    const own = client[row]!;
    const count = isOne ? 1 : rows.countAt!(row);
    if (verdict === EXCLUDED) {
      time.leaveOut(slot, count);
      if (!isGrouped) continue;
      if (own >= 0) clients.leaveOut(own, count);
      regions!.leaveOut(rows.regionOf(row), count);
      reps!.leaveOut(rows.repOf(row), count);
    } else if (isShare) {
      time.addHit(slot, hit, count);
      if (!isGrouped) continue;
      if (own >= 0) clients.addHit(own, hit, count);
      regions!.addHit(rows.regionOf(row), hit, count);
      reps!.addHit(rows.repOf(row), hit, count);
    } else {
      time.add(slot, tally, count);
      if (!isGrouped) continue;
      if (own >= 0) clients.add(own, tally, count);
      regions!.add(rows.regionOf(row), tally, count);
      reps!.add(rows.repOf(row), tally, count);
    }
  }
  return {
    ...overTime(inputs, time),
    ...(clients && regions && reps ? { byClient: clients, byRegion: regions, byRep: reps } : {}),
  };
}

/** Puts the numerators of one count over the denominators of another. */
export function divideMeasured(numerator: Measured, denominator: Measured): Measured {
  const divide = (above: Ratio | undefined, below: Ratio): Ratio =>
    ratioOf(above?.numerator ?? 0, below.denominator, below.n, below.excluded);
  const months = new Map(numerator.trend.map(({ month, ratio }) => [month, ratio]));
  const groups = (above: RatioGroups | undefined, below: RatioGroups | undefined): RatioGroups | undefined =>
    above && below ? { at: (group) => divide(above.at(group), below.at(group)) } : undefined;
  const byClient = groups(numerator.byClient, denominator.byClient);
  const byRegion = groups(numerator.byRegion, denominator.byRegion);
  const byRep = groups(numerator.byRep, denominator.byRep);
  return {
    current: divide(numerator.current, denominator.current),
    previous: divide(numerator.previous, denominator.previous),
    trend: denominator.trend.map(({ month, ratio }) => ({ month, ratio: divide(months.get(month), ratio) })),
    ...(byClient && byRegion && byRep ? { byClient, byRegion, byRep } : {}),
  };
}

/** Median of the rows' values, in the period, the one before, and by month. */
export function measureSpread(inputs: KpiInputs, spread: Pick<SpreadKpi, 'over' | 'by' | 'value'>): Measured {
  const { periods, months } = gatherSpread(inputs, spread);
  return {
    current: quantileRatio(periods[0], 0.5),
    previous: quantileRatio(periods[1], 0.5),
    trend: [...months]
      .sort(([a], [b]) => a - b)
      .map(([month, values]) => ({ month, ratio: quantileRatio(values, 0.5) })),
  };
}

/** Another quantile of the same values, in the period. */
export function measureQuantile(inputs: KpiInputs, spread: Pick<SpreadKpi, 'over' | 'by' | 'value'>, q: number): Ratio {
  return quantileRatio(gatherSpread(inputs, spread).periods[0], q);
}

interface SpreadValues {
  /** Ascending. */
  readonly sorted: Float64Array;
  readonly excluded: number;
}

interface GatheredSpread {
  readonly periods: readonly [SpreadValues, SpreadValues];
  readonly months: ReadonlyMap<number, SpreadValues>;
}

/** Median and 90th percentile of one indicator ask for the same values. */
const gathered = new WeakMap<KpiInputs, Map<unknown, GatheredSpread>>();

function gatherSpread(inputs: KpiInputs, spread: Pick<SpreadKpi, 'over' | 'by' | 'value'>): GatheredSpread {
  const ofInputs = gathered.get(inputs) ?? new Map<unknown, GatheredSpread>();
  gathered.set(inputs, ofInputs);
  const before = ofInputs.get(spread.value);
  if (before) return before;
  const { lists } = inputs;
  const rows = lists.lists[spread.over];
  const slotOf = rows.slotsBy(spread.by);
  const valueOf = spread.value(inputs);
  const values = lists.slots.map((): number[] => []);
  const excluded = new Int32Array(lists.slots.length);
  for (let row = 0; row < rows.rows; row++) {
    const slot = slotOf[row]!;
    if (slot < 0) continue;
    const value = valueOf(row);
    if (value === undefined) continue;
    if (value === value) values[slot]!.push(value);
    else excluded[slot]!++;
  }
  const join = (slots: readonly number[]): SpreadValues => {
    const all = new Float64Array(slots.reduce((sum, slot) => sum + values[slot]!.length, 0));
    let at = 0;
    for (const slot of slots) {
      all.set(values[slot]!, at);
      at += values[slot]!.length;
    }
    return { sorted: all.sort(), excluded: slots.reduce((sum, slot) => sum + excluded[slot]!, 0) };
  };
  const slotsOf = (bucket: number): number[] => lists.slots.flatMap((slot, at) => (slot.bucket === bucket ? [at] : []));
  const months = new Map<number, SpreadValues>();
  for (const slot of slotsOf(IN_PERIOD)) {
    if (values[slot]!.length > 0) months.set(lists.slots[slot]!.month, join([slot]));
  }
  const found: GatheredSpread = { periods: [join(slotsOf(IN_PERIOD)), join(slotsOf(IN_PREVIOUS))], months };
  ofInputs.set(spread.value, found);
  return found;
}

function quantileRatio({ sorted, excluded }: SpreadValues, q: number): Ratio {
  if (sorted.length === 0) return ratioOf(0, 0, 0, excluded);
  const value = quantileOf(sorted, q);
  return { value: known(value), numerator: value, denominator: 1, n: sorted.length, excluded };
}

/** Numerators, denominators, rows counted and left out, by group. A share needs whole numbers only. */
class RatioSums implements RatioGroups {
  private readonly numerators: GroupSums | undefined;
  private readonly denominators: GroupSums | undefined;
  private readonly hits: Int32Array;
  private readonly counted: Int32Array;
  private readonly excluded: Int32Array;

  constructor(groups: number, isShare: boolean) {
    this.numerators = isShare ? undefined : new GroupSums(groups);
    this.denominators = isShare ? undefined : new GroupSums(groups);
    this.hits = new Int32Array(isShare ? groups : 0);
    this.counted = new Int32Array(groups);
    this.excluded = new Int32Array(groups);
  }

  addHit(group: number, hit: number, count: number): void {
    this.counted[group]! += count;
    this.hits[group]! += hit * count;
  }

  add(group: number, tally: Tally, count: number): void {
    this.counted[group]! += count;
    this.numerators!.add(group, tally.numerator);
    this.denominators!.add(group, tally.denominator);
  }

  leaveOut(group: number, count: number): void {
    this.excluded[group]! += count;
  }

  at(group: number): Ratio {
    const n = this.counted[group]!;
    return ratioOf(
      this.numerators?.at(group) ?? this.hits[group]!,
      this.denominators?.at(group) ?? n,
      n,
      this.excluded[group]!,
    );
  }

  joined(groups: readonly number[]): Ratio {
    const numerator = new GroupSums(1);
    const denominator = new GroupSums(1);
    let n = 0;
    let excluded = 0;
    for (const group of groups) {
      const ratio = this.at(group);
      numerator.add(0, ratio.numerator);
      denominator.add(0, ratio.denominator);
      n += ratio.n;
      excluded += ratio.excluded;
    }
    return ratioOf(numerator.at(0), denominator.at(0), n, excluded);
  }
}

function overTime(inputs: KpiInputs, time: RatioSums): Pick<Measured, 'current' | 'previous' | 'trend'> {
  const { slots } = inputs.lists;
  const slotsOf = (bucket: number): number[] => slots.flatMap((slot, at) => (slot.bucket === bucket ? [at] : []));
  const hasPrevious = slots.some(({ bucket }) => bucket === IN_PREVIOUS);
  const previous = time.joined(slotsOf(IN_PREVIOUS));
  return {
    current: time.joined(slotsOf(IN_PERIOD)),
    previous: hasPrevious ? previous : { ...previous, value: missing({ reason: 'no-period-before' }) },
    trend: slotsOf(IN_PERIOD)
      .map((slot) => ({ month: slots[slot]!.month, ratio: time.at(slot) }))
      .filter(({ ratio }) => ratio.n + ratio.excluded > 0),
  };
}

/** Adds (sign 1) or takes off (sign −1) the numerators of another count; adding joins denominators too. */
export function addMeasured(one: Measured, other: Measured, sign: 1 | -1): Measured {
  const join = (a: Ratio | undefined, b: Ratio | undefined): Ratio =>
    sign === 1
      ? ratioOf(
          (a?.numerator ?? 0) + (b?.numerator ?? 0),
          (a?.denominator ?? 0) + (b?.denominator ?? 0),
          (a?.n ?? 0) + (b?.n ?? 0),
          (a?.excluded ?? 0) + (b?.excluded ?? 0),
        )
      : ratioOf((a?.numerator ?? 0) - (b?.numerator ?? 0), a?.denominator ?? 0, a?.n ?? 0, a?.excluded ?? 0);
  const others = new Map(other.trend.map(({ month, ratio }) => [month, ratio]));
  const ones = new Map(one.trend.map(({ month, ratio }) => [month, ratio]));
  const months = [...new Set(sign === 1 ? [...ones.keys(), ...others.keys()] : ones.keys())].sort((a, b) => a - b);
  return {
    current: join(one.current, other.current),
    previous: join(one.previous, other.previous),
    trend: months.map((month) => ({ month, ratio: join(ones.get(month), others.get(month)) })),
  };
}
