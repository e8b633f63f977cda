import { IN_PERIOD, IN_PREVIOUS, NEITHER, type TimeSlot } from '../facts/time-slots';
import { EXCLUDED, HIT, MISS, OUTSIDE, type Verdict } from '../facts/verdict';
import { known, missing } from '../model/outcome';
import { ratioOf, type Ratio } from '../model/ratio';
import { GroupSums } from '../model/sum';
import { quantileOf } from '../model/order-statistics';
import type { Counting, KpiInputs, ShareCounting, SpreadKpi, SumCounting, Tally } from './define-kpi';
import type { Measured, RatioGroups } from './measured';

/**
 * Counts one indicator over its rows, by slot of time and, where asked for, by client, region and rep. Sums are
 * compensated; the order of rows changes nothing.
 */
export function measureCounting(inputs: KpiInputs, counting: Counting, byGroup: boolean): Measured {
  const { slots, clients, regionNames, repNames } = inputs.lists;
  const placesOf = <Sums>(make: (groups: number) => Sums): Places<Sums> => ({
    time: make(slots.length),
    ...(byGroup && { byClient: make(clients), byRegion: make(regionNames.length), byRep: make(repNames.length) }),
  });
  const { time, ...groups } =
    'share' in counting
      ? countVerdicts(
          inputs,
          counting,
          placesOf((size) => new VerdictCounts(size)),
        )
      : addTallies(
          inputs,
          counting,
          placesOf((size) => new TallySums(size)),
        );
  return { ...overTime(inputs, time), ...groups };
}

/** One a grouping: those by group only where they are asked for, all three then. */
interface Places<Sums> {
  readonly time: Sums;
  readonly byClient?: Sums;
  readonly byRegion?: Sums;
  readonly byRep?: Sums;
}

/** A share: each row is judged once, then its verdict is counted in one table after another. */
function countVerdicts(
  inputs: KpiInputs,
  counting: ShareCounting,
  places: Places<VerdictCounts>,
): Places<VerdictCounts> {
  const { slots, lists } = inputs.lists;
  const rows = lists[counting.over];
  const slotOf = rows.slotsBy(counting.by);
  const bucketOf = bucketsOf(slots);
  const judge = counting.share(inputs);
  const countAt = (row: number): number => (rows.countAt === undefined ? 1 : rows.countAt(row));
  const { time, byClient, byRegion, byRep } = places;
  /** Of the rows in the period, where groups are counted. */
  const verdicts = new Uint8Array(byClient ? rows.rows : 0);
  for (let row = 0; row < slotOf.length; row++) {
    const slot = slotOf[row]!;
    if (slot < 0 || bucketOf[slot] === NEITHER) continue;
    const verdict = judge(row);
    if (verdict === OUTSIDE) continue;
    time.add(slot, verdict, countAt(row));
    if (bucketOf[slot] === IN_PERIOD) verdicts[row] = verdict;
  }
  for (let row = 0; row < verdicts.length; row++) {
    const verdict = verdicts[row]!;
    if (verdict === OUTSIDE) continue;
    const count = countAt(row);
    const own = rows.client[row]!;
    if (own >= 0) byClient!.add(own, verdict, count);
    byRegion!.add(rows.regionOf(row), verdict, count);
    byRep!.add(rows.repOf(row), verdict, count);
  }
  return places;
}

/** Sums: each row adds to a numerator and a denominator. */
function addTallies(inputs: KpiInputs, counting: SumCounting, places: Places<TallySums>): Places<TallySums> {
  const { slots, lists } = inputs.lists;
  const rows = lists[counting.over];
  const slotOf = rows.slotsBy(counting.by);
  const bucketOf = bucketsOf(slots);
  const judge = counting.sums(inputs);
  const { time, byClient, byRegion, byRep } = places;
  const tally: Tally = { numerator: 0, denominator: 0 };
  for (let row = 0; row < slotOf.length; row++) {
    const slot = slotOf[row]!;
    if (slot < 0 || bucketOf[slot] === NEITHER) continue;
    tally.numerator = 0;
    tally.denominator = 0;
    const verdict = judge(row, tally);
    if (verdict === OUTSIDE) continue;
    const count = rows.countAt === undefined ? 1 : rows.countAt(row);
    time.add(slot, verdict, tally, count);
    if (byClient === undefined || bucketOf[slot] !== IN_PERIOD) continue;
    const own = rows.client[row]!;
    if (own >= 0) byClient.add(own, verdict, tally, count);
    byRegion!.add(rows.regionOf(row), verdict, tally, count);
    byRep!.add(rows.repOf(row), verdict, tally, count);
  }
  return places;
}

const bucketsOf = (slots: readonly TimeSlot[]): Uint8Array => Uint8Array.from(slots, ({ bucket }) => bucket);

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

const VERDICTS = 4;

/** Rows of each verdict, by group. */
class VerdictCounts implements RatioGroups {
  private readonly counts: Int32Array;

  constructor(groups: number) {
    this.counts = new Int32Array(groups * VERDICTS);
  }

  add(group: number, verdict: number, count: number): void {
    this.counts[group * VERDICTS + verdict]! += count;
  }

  at(group: number): Ratio {
    const at = group * VERDICTS;
    const hits = this.counts[at + HIT]!;
    const n = hits + this.counts[at + MISS]!;
    return ratioOf(hits, n, n, this.counts[at + EXCLUDED]!);
  }
}

/** Numerators, denominators, rows counted and left out, by group. */
class TallySums implements RatioGroups {
  private readonly numerators: GroupSums;
  private readonly denominators: GroupSums;
  private readonly counted: Int32Array;
  private readonly excluded: Int32Array;

  constructor(groups: number) {
    this.numerators = new GroupSums(groups);
    this.denominators = new GroupSums(groups);
    this.counted = new Int32Array(groups);
    this.excluded = new Int32Array(groups);
  }

  add(group: number, verdict: Verdict, { numerator, denominator }: Tally, count: number): void {
    if (verdict === EXCLUDED) {
      this.excluded[group]! += count;
      return;
    }
    this.counted[group]! += count;
    this.numerators.add(group, numerator);
    this.denominators.add(group, denominator);
  }

  at(group: number): Ratio {
    return ratioOf(this.numerators.at(group), this.denominators.at(group), this.counted[group]!, this.excluded[group]!);
  }
}

/** Several groups as one. */
function joined(sums: RatioGroups, groups: readonly number[]): Ratio {
  const numerator = new GroupSums(1);
  const denominator = new GroupSums(1);
  let n = 0;
  let excluded = 0;
  for (const group of groups) {
    const ratio = sums.at(group);
    numerator.add(0, ratio.numerator);
    denominator.add(0, ratio.denominator);
    n += ratio.n;
    excluded += ratio.excluded;
  }
  return ratioOf(numerator.at(0), denominator.at(0), n, excluded);
}

function overTime(inputs: KpiInputs, time: RatioGroups): Pick<Measured, 'current' | 'previous' | 'trend'> {
  const { slots } = inputs.lists;
  const slotsOf = (bucket: number): number[] => slots.flatMap((slot, at) => (slot.bucket === bucket ? [at] : []));
  const hasPrevious = slots.some(({ bucket }) => bucket === IN_PREVIOUS);
  const previous = joined(time, slotsOf(IN_PREVIOUS));
  return {
    current: joined(time, slotsOf(IN_PERIOD)),
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
