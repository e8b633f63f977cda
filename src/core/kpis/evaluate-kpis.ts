import type { GroupIndicators, IndicatorPart, IndicatorResult, IndicatorStatus } from './indicator-result';
import { textAt } from '../model/columns';
import { hasColumn, tableOf, type Dataset } from '../model/dataset';
import { known, missing, type Missing, type Outcome } from '../model/outcome';
import { coverageOf, missingRatio, wilson95, type Ratio } from '../model/ratio';
import { ReadFrom } from '../model/read-from';
import type { TableName } from '../model/tables';
import type { Settings } from '../settings';
import type { Kpi, KpiInputs, Measurer, Needs } from './define-kpi';
import { joinEntries, readEntries } from './indicator-entries';
import { measureCounting, measureQuantile, measureSpread } from './measure-kpi';
import type { Measured, RatioGroups } from './measured';
import { readTargets, type ClientTargets } from './targets';

export interface KpiResults {
  readonly indicators: readonly IndicatorResult[];
  /** Orders of the period that complaints are measured against. */
  readonly orders: number;
  readonly byClient: readonly GroupIndicators[];
  readonly byRegion: readonly GroupIndicators[];
  readonly byRep: readonly GroupIndicators[];
}

interface Evaluated {
  readonly kpi: Kpi;
  readonly measured: Measured;
}

/**
 * Evaluates every indicator: from its own columns where they are there, else from 指标录入, else missing with what would
 * switch it on.
 */
export function evaluateKpis(inputs: KpiInputs, kpis: readonly Kpi[]): KpiResults {
  const entries = readEntries(inputs, kpis);
  const targets = readTargets(inputs.dataset, kpis);
  const evaluated: Evaluated[] = [];
  const indicators = kpis.map((kpi): IndicatorResult => {
    const isOn = kpi.kind !== 'entered' && whyOff(inputs.dataset, kpi.needs) === undefined;
    if (kpi.kind !== 'entered' && isOn) {
      const measured = measureKpi(inputs, kpi);
      const instead = measured.current.value.known ? undefined : entries.get(kpi.id);
      if (instead) return enteredResult(kpi, instead, inputs, targets);
      if (kpi.byGroup) evaluated.push({ kpi, measured });
      const parts = kpi.parts?.(inputs, measurerOf(inputs, false)) ?? [];
      return resultOf(kpi, measured, parts, inputs, overallTarget(kpi, measured, targets, inputs.settings));
    }
    const rows = entries.get(kpi.id);
    if (rows) return enteredResult(kpi, rows, inputs, targets);
    const why: Missing =
      kpi.kind === 'entered'
        ? { reason: 'not-entered' }
        : (whyOff(inputs.dataset, kpi.needs) ?? { reason: 'not-entered' });
    const off: Measured = { current: missingRatio(why), previous: missingRatio(why), trend: [] };
    return resultOf(kpi, off, [], inputs, missing({ reason: 'not-entered' }));
  });
  const { orders } = inputs;
  return { indicators, orders: orders.current.n, ...groupResults(inputs, evaluated, orders, targets) };
}

function enteredResult(
  kpi: Kpi,
  rows: Parameters<typeof joinEntries>[0],
  inputs: KpiInputs,
  targets: ClientTargets,
): IndicatorResult {
  const { measured, parts } = joinEntries(rows, kpi.entered ?? 'sums', inputs);
  const further = kpi.kind === 'entered' ? (kpi.parts?.(inputs, measurerOf(inputs, false)) ?? []) : [];
  const target = overallTarget(kpi, measured, targets, inputs.settings);
  return resultOf(kpi, measured, [...parts, ...further], inputs, target, true);
}

function measureKpi(inputs: KpiInputs, kpi: Exclude<Kpi, { kind: 'entered' }>): Measured {
  const byGroup = kpi.byGroup ?? false;
  switch (kpi.kind) {
    case 'ratio':
      return measureCounting(inputs, kpi.counts, byGroup);
    case 'spread':
      return measureSpread(inputs, kpi);
    case 'computed':
      return kpi.compute(inputs, measurerOf(inputs, byGroup));
  }
}

function measurerOf(inputs: KpiInputs, byGroup: boolean): Measurer {
  return {
    count: (counting) => measureCounting(inputs, counting, byGroup),
    spread: (spread, q) => measureQuantile(inputs, spread, q),
  };
}

/** Why an indicator is off: the first thing lacking of the set of columns of which the least is lacking. */
export function whyOff(dataset: Dataset, needs: Needs): Missing | undefined {
  if (needs.length === 0) return undefined;
  let best: Missing | undefined;
  let fewest = Infinity;
  for (const set of needs) {
    const lacking = set.filter(
      (path) => !hasColumn(dataset, path) || tableOf(dataset, path.split('.')[0] as TableName).rows === 0,
    );
    if (lacking.length === 0) return undefined;
    if (lacking.length >= fewest) continue;
    fewest = lacking.length;
    const path = lacking[0]!;
    const table = path.split('.')[0] as TableName;
    best =
      tableOf(dataset, table).rows === 0 ? { reason: 'no-sheet', sheet: table } : { reason: 'no-column', column: path };
  }
  return best;
}

function resultOf(
  kpi: Kpi,
  measured: Measured,
  parts: readonly IndicatorPart[],
  inputs: KpiInputs,
  target: Outcome<number>,
  isEntered = false,
): IndicatorResult {
  const { settings } = inputs;
  const { current, previous, trend } = measured;
  const kind = kpi.kind === 'spread' ? 'median' : kpi.kind === 'computed' ? kpi.valueKind : 'ratio';
  const coverage = coverageOf(current);
  const base = sampleSizeOf(kpi, measured, isEntered);
  const isSmall = base !== undefined && base > 0 && base < settings['report.smallSample'];
  const isShare =
    kind === 'ratio' &&
    kpi.unit === 'ratio' &&
    current.denominator === current.n &&
    current.numerator >= 0 &&
    current.numerator <= current.n;
  return {
    id: kpi.id,
    label: kpi.label,
    ...(kpi.alsoCalled && { alsoCalled: kpi.alsoCalled }),
    formula: typeof kpi.formula === 'function' ? kpi.formula(inputs) : kpi.formula,
    family: kpi.family,
    unit: kpi.unit,
    better: kpi.better,
    kind,
    current,
    previous,
    coverage,
    isCoverageLow: coverage.known && coverage.value < settings['report.coverageBelow'],
    isSmall,
    interval: isSmall && isShare ? known(wilson95(current.numerator, current.n)) : missing({ reason: 'nothing-due' }),
    parts,
    breakdown: isEntered || !current.value.known ? [] : (kpi.breakdown?.(inputs) ?? []),
    target,
    status: statusOf(
      base === undefined ? current : { ...current, n: base },
      target,
      kpi.better,
      settings,
      base === undefined,
    ),
    trend,
    needs: kpi.switchOn,
  };
}

/**
 * How many things a figure stands on. Rows of its own sheet; of monthly entries what they count below the line (cart days, tons),
 * as twelve entries of thousands are no sample of twelve. Nothing (`undefined`) where the whole is known: a census has no sampling
 * error.
 */
function sampleSizeOf(kpi: Kpi, { current }: Measured, isEntered: boolean): number | undefined {
  if (kpi.isCensus) return undefined;
  return isEntered ? current.denominator : current.n;
}

/**
 * A figure against its target: good when met, watch within a band of the target's size, bad beyond. Small samples are
 * shown, not judged. @example 0.93 against 0.95, band 5 % //=> watch
 */
export function statusOf(
  ratio: Ratio,
  target: Outcome<number>,
  better: IndicatorResult['better'],
  settings: Settings,
  isCensus = false,
): Outcome<IndicatorStatus> {
  if (!ratio.value.known) return ratio.value;
  if (!target.known) return target;
  if (better === 'neither') return missing({ reason: 'not-entered' });
  const need = settings['report.smallSample'];
  if (!isCensus && ratio.n < need) return missing({ reason: 'too-few', have: ratio.n, need });
  const lacking = better === 'higher' ? target.value - ratio.value.value : ratio.value.value - target.value;
  if (lacking <= 0) return known('good');
  return known(lacking <= settings['report.watchBand'] * Math.abs(target.value) ? 'watch' : 'bad');
}

/** The target for all, else the clients' own weighted by their rows, else the setting. */
function overallTarget(kpi: Kpi, measured: Measured, targets: ClientTargets, settings: Settings): Outcome<number> {
  const forAll = targets.forAll.get(kpi.id);
  if (forAll !== undefined) return known(forAll);
  let weighted = 0;
  let weight = 0;
  for (const [client, own] of targets.byClient) {
    const target = own.get(kpi.id);
    const n = measured.byClient?.at(client).n ?? 0;
    if (target === undefined || n === 0) continue;
    weighted += target * n;
    weight += n;
  }
  if (weight > 0) return known(weighted / weight);
  return kpi.target ? known(kpi.target(settings)) : missing({ reason: 'not-entered' });
}

function groupResults(
  inputs: KpiInputs,
  evaluated: readonly Evaluated[],
  orders: Measured,
  targets: ClientTargets,
): Omit<KpiResults, 'indicators' | 'orders'> {
  const { lists, dataset, settings } = inputs;
  const { columns, rows } = tableOf(dataset, 'clients');
  const names = Array.from(
    { length: rows },
    (_, client) => textAt(columns.name, client) || textAt(columns.code, client),
  );
  const list = (
    groups: readonly string[],
    pick: (measured: Measured) => RatioGroups | undefined,
    ordersOf: RatioGroups | undefined,
    isClients: boolean,
  ): GroupIndicators[] => {
    const counted = evaluated.flatMap(({ kpi, measured }) => {
      const figures = pick(measured);
      return figures && groups.some((_, at) => isThere(figures.at(at))) ? [{ kpi, figures }] : [];
    });
    const source = new CountedGroups(counted, isClients ? targets.byClient : undefined, targets.forAll, settings);
    const hasRows = (at: number): boolean =>
      counted.some(({ figures }) => {
        const { n, excluded } = figures.at(at);
        return n + excluded > 0;
      });
    const found: GroupIndicators[] = [];
    groups.forEach((group, at) => {
      if (hasRows(at))
        found.push(new IndicatorsOfGroup(isClients ? at : -1, group, ordersOf?.at(at).n ?? 0, at, source));
    });
    return found;
  };
  return {
    byClient: list(names, ({ byClient }) => byClient, orders.byClient, true),
    byRegion: list(lists.regionNames, ({ byRegion }) => byRegion, orders.byRegion, false),
    byRep: list(lists.repNames, ({ byRep }) => byRep, orders.byRep, false),
  };
}

const isThere = ({ n, excluded, numerator }: Ratio): boolean => n + excluded > 0 || numerator !== 0;

/** What was counted of the groups of one kind, by the indicators that any of them has. */
class CountedGroups {
  constructor(
    private readonly counted: readonly { readonly kpi: Kpi; readonly figures: RatioGroups }[],
    /** Each client's own. */
    private readonly targetsOf: ClientTargets['byClient'] | undefined,
    private readonly targetsForAll: ClientTargets['forAll'],
    private readonly settings: Settings,
  ) {}

  ratiosAt(at: number): GroupIndicators['ratios'] {
    const ratios: Record<string, Ratio> = {};
    for (const { kpi, figures } of this.counted) {
      const ratio = figures.at(at);
      if (isThere(ratio)) ratios[kpi.id] = ratio;
    }
    return ratios;
  }

  targetsAt(at: number): GroupIndicators['targets'] {
    const targets: Record<string, number> = {};
    for (const { kpi, figures } of this.counted) {
      const target = this.targetOf(kpi, at);
      if (target !== undefined && isThere(figures.at(at))) targets[kpi.id] = target;
    }
    return targets;
  }

  statusesAt(at: number): GroupIndicators['statuses'] {
    const statuses: Record<string, Outcome<IndicatorStatus>> = {};
    for (const { kpi, figures } of this.counted) {
      const target = this.targetOf(kpi, at);
      const ratio = figures.at(at);
      if (target !== undefined && isThere(ratio))
        statuses[kpi.id] = statusOf(ratio, known(target), kpi.better, this.settings);
    }
    return statuses;
  }

  private targetOf(kpi: Kpi, at: number): number | undefined {
    return this.targetsOf?.get(at)?.get(kpi.id) ?? this.targetsForAll.get(kpi.id) ?? kpi.target?.(this.settings);
  }
}

/**
 * What was counted becomes figures each time that somebody reads them: of thousands of clients they would take far more room
 * than the counts.
 */
class IndicatorsOfGroup extends ReadFrom<CountedGroups> implements GroupIndicators {
  constructor(
    readonly client: number,
    readonly group: string,
    readonly orders: number,
    private readonly at: number,
    source: CountedGroups,
  ) {
    super(source);
  }

  get ratios(): GroupIndicators['ratios'] {
    return this.from.ratiosAt(this.at);
  }

  get targets(): GroupIndicators['targets'] {
    return this.from.targetsAt(this.at);
  }

  get statuses(): GroupIndicators['statuses'] {
    return this.from.statusesAt(this.at);
  }
}
