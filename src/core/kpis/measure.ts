import { IN_PERIOD, IN_PREVIOUS } from '../facts/time-slots';
import { EXCLUDED, HIT, MISS, OUTSIDE } from '../facts/verdict';
import { known, missing } from '../model/outcome';
import { ratioOf, type Ratio } from '../model/ratio';
import { GroupSums } from '../model/sum';
import { quantileOf } from '../scores/order-statistics';
import type { Counting, KpiInputs, SpreadKpi, Tally } from './define-kpi';

/** A figure by time and, where asked for, by group. */
export interface Measured {
  readonly current: Ratio;
  readonly previous: Ratio;
  /** Months of the period that have rows, oldest first. */
  readonly trend: readonly { readonly month: number; readonly ratio: Ratio }[];
  readonly byClient?: RatioGroups;
  readonly byRegion?: RatioGroups;
  readonly byRep?: RatioGroups;
}

export interface RatioGroups {
  at(group: number): Ratio;
}

/** Measures something beside the indicator itself: its parts use it. */
export interface Measurer {
  count(counting: Counting): Measured;
  spread(spread: Pick<SpreadKpi, 'over' | 'by' | 'value'>, q: number): Ratio;
}

/**
 * Counts one indicator: one walk over its rows for all groupings at once (slot of time, client, region, rep). Sums are
 * compensated; the order of rows changes nothing.
 */
export function measureCounting(inputs: KpiInputs, counting: Counting, byGroup: boolean): Measured {
  const { lists } = inputs;
  const rows = lists.lists[counting.over];
  const slotOf = rows.slotsBy(counting.by);
  const isPeriod = Uint8Array.from(lists.slots, ({ bucket }) => (bucket === IN_PERIOD ? 1 : 0));
  const time = new RatioSums(lists.slots.length);
  const clients = byGroup ? new RatioSums(lists.clients) : undefined;
  const regions = byGroup ? new RatioSums(lists.regionNames.length) : undefined;
  const reps = byGroup ? new RatioSums(lists.repNames.length) : undefined;
  const tally: Tally = { numerator: 0, denominator: 0 };
  const judge = 'share' in counting ? counting.share(inputs) : undefined;
  const add = 'sums' in counting ? counting.sums(inputs) : undefined;
  for (let row = 0; row < rows.rows; row++) {
    const slot = slotOf[row]!;
    if (slot < 0) continue;
    tally.numerator = 0;
    tally.denominator = 0;
    let counts: boolean;
    if (judge !== undefined) {
      const verdict = judge(row);
      if (verdict === OUTSIDE) continue;
      counts = verdict !== EXCLUDED;
      tally.numerator = verdict === HIT ? 1 : 0;
      tally.denominator = verdict === HIT || verdict === MISS ? 1 : 0;
    } else {
      const verdict = add!(row, tally);
      if (verdict === OUTSIDE) continue;
      counts = verdict !== EXCLUDED;
    }
    time.add(slot, tally, counts);
    if (clients === undefined || isPeriod[slot] === 0) continue;
    const client = rows.client[row]!;
    if (client >= 0) clients.add(client, tally, counts);
    regions!.add(rows.region[row]!, tally, counts);
    reps!.add(rows.rep[row]!, tally, counts);
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
  readonly values: number[];
  excluded: number;
}

function gatherSpread(
  inputs: KpiInputs,
  spread: Pick<SpreadKpi, 'over' | 'by' | 'value'>,
): { readonly periods: readonly [SpreadValues, SpreadValues]; readonly months: ReadonlyMap<number, SpreadValues> } {
  const { lists } = inputs;
  const rows = lists.lists[spread.over];
  const slotOf = rows.slotsBy(spread.by);
  const valueOf = spread.value(inputs);
  const bySlot = lists.slots.map((): SpreadValues => ({ values: [], excluded: 0 }));
  for (let row = 0; row < rows.rows; row++) {
    const slot = slotOf[row]!;
    if (slot < 0) continue;
    const value = valueOf(row);
    if (value === undefined) continue;
    if (value === value) bySlot[slot]!.values.push(value);
    else bySlot[slot]!.excluded++;
  }
  const join = (bucket: number): SpreadValues => {
    const slots = bySlot.filter((_, slot) => lists.slots[slot]!.bucket === bucket);
    return {
      values: slots.flatMap(({ values }) => values),
      excluded: slots.reduce((sum, { excluded }) => sum + excluded, 0),
    };
  };
  const months = new Map<number, SpreadValues>();
  lists.slots.forEach(({ month, bucket }, slot) => {
    if (bucket === IN_PERIOD && bySlot[slot]!.values.length > 0) months.set(month, bySlot[slot]!);
  });
  return { periods: [join(IN_PERIOD), join(IN_PREVIOUS)], months };
}

function quantileRatio({ values, excluded }: SpreadValues, q: number): Ratio {
  if (values.length === 0) return { ...ratioOf(0, 0, 0, excluded) };
  const value = quantileOf(Float64Array.from(values).sort(), q);
  return { value: known(value), numerator: value, denominator: 1, n: values.length, excluded };
}

/** Numerators, denominators, rows counted and left out, by group. */
class RatioSums implements RatioGroups {
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

  add(group: number, tally: Tally, counts: boolean): void {
    if (!counts) {
      this.excluded[group]!++;
      return;
    }
    this.counted[group]!++;
    this.numerators.add(group, tally.numerator);
    this.denominators.add(group, tally.denominator);
  }

  at(group: number): Ratio {
    return ratioOf(this.numerators.at(group), this.denominators.at(group), this.counted[group]!, this.excluded[group]!);
  }

  joined(groups: readonly number[]): Ratio {
    const numerator = new GroupSums(1);
    const denominator = new GroupSums(1);
    let n = 0;
    let excluded = 0;
    for (const group of groups) {
      numerator.add(0, this.numerators.at(group));
      denominator.add(0, this.denominators.at(group));
      n += this.counted[group]!;
      excluded += this.excluded[group]!;
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
