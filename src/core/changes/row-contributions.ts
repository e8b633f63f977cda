import type { Text } from '../../i18n/text';
import type { Analysis } from '../analysis';
import { workCalendarOf } from '../calendar/work-calendar';
import { judgeDeliveryLines } from '../facts/delivery-lines';
import { areLinesInEngine } from '../facts/line-groups';
import { measureSales, salesOfWindow, type SalesOfWindow } from '../facts/sales-of-window';
import { IN_PERIOD } from '../facts/time-slots';
import { EXCLUDED, HIT, OUTSIDE } from '../facts/verdict';
import { KPIS } from '../kpis';
import type { Counting, KpiInputs, RatioKpi, Tally } from '../kpis/define-kpi';
import { whyOff } from '../kpis/evaluate-kpis';
import { kpiInputsOf } from '../kpis/kpi-inputs';
import type { IndicatorUnit } from '../kpis/indicator-result';
import type { RowList } from '../kpis/rows';
import { nameOf } from '../measures/measures';
import { tableOf, type Dataset } from '../model/dataset';
import { asDay, dayOfIso, NO_DAY, type Day } from '../model/day';
import type { PeriodChoice } from '../model/period';
import type { TableName } from '../model/tables';
import type { IndicatorStand, Snapshot } from './snapshot';

/** The indicators whose change is taken apart by rows: on time, damage. Net sales besides. */
const INDICATORS = ['K02', 'K01'] as const;
export const NET_SALES = 'netSales';
const MOST_ROWS = 10;

/** How a row came to change a figure. */
export type RowCause =
  /** Counted now and not then, the other way round, counted both times and otherwise. */
  | 'entered'
  | 'left'
  | 'changed'
  /** All rows beyond the largest, in one line. */
  | 'rest'
  /** What the snapshot said less what the rows of today give for its period: data corrected since. */
  | 'corrected';

export interface RowContribution {
  readonly figure: string;
  readonly label: Text;
  readonly unit: IndicatorUnit;
  readonly cause: RowCause;
  /** Rows that this line stands for. */
  readonly rows: number;
  /** Index of the client; −1 where the line stands for many or the row names none. */
  readonly client: number;
  readonly day?: Day;
  /** Where the row stands; of a delivery of several lines its first. */
  readonly place?: { readonly sheet: string; readonly row: number };
  /** What the row adds above and below the line: now less then. */
  readonly numerator: number;
  readonly denominator: number;
  /** What of the figure's change that makes: through the numerator, through the denominator, together. */
  readonly byNumerator: number;
  readonly byDenominator: number;
  readonly effect: number;
}

/**
 * The rows that changed on-time rate, damage rate and net sales since a snapshot: the ten largest each, the rest in one line, and
 * what corrections of the data made. The lines of a figure add up to its change.
 *
 * Formula: of a ratio N/D that went from R₀ to R₁, a row that adds n above and d below the line makes n/D₁ through the numerator
 * and −R₀·d/D₁ through the denominator; Σ = R₁ − R₀ exactly. Of a sum, what the row adds. A row counts now, then, or both, by its
 * day and by the periods of both; then is worked out from the rows of today. Leaves out: figures that are not known both times; all where the lines stayed in an engine.
 * Source: issue "since when".
 * @example on time 9 of 10, then a late ticket more: 9 of 11 //=> numerator 0, denominator −0.9/11 = −8.2 points
 */
export function contributionsOfRows(dataset: Dataset, analysis: Analysis, then: Snapshot): readonly RowContribution[] {
  const choice = periodOf(then, analysis.periodChoice);
  if (!choice || areLinesInEngine(dataset)) return [];
  const { settings, asOf } = analysis;
  const now = salesOfWindow(dataset, analysis.periodChoice, asOf, settings);
  const before = measureSales(dataset, choice.period, choice.asOf, settings);
  return [...netSalesRows(dataset, now, before, then), ...indicatorRows(dataset, analysis, now, before, then)];
}

/** The period of a snapshot as a choice; nothing after its as-of day counts, unless a range asks for it. */
function periodOf(
  then: Snapshot,
  now: PeriodChoice,
): { readonly period: PeriodChoice; readonly asOf: Day } | undefined {
  const [asOf, from, to] = [then.asOf, then.from, then.to].map(dayOfIso);
  if (asOf === undefined || from === undefined || to === undefined) return undefined;
  const end = now.kind === 'range' ? to : asDay(Math.min(to, asOf));
  return { asOf, period: { kind: 'range', from, to: end } };
}

interface RowChange {
  readonly row: number;
  readonly cause: 'entered' | 'left' | 'changed';
  readonly numerator: number;
  readonly denominator: number;
}

interface Described {
  readonly client: number;
  readonly day?: Day;
  readonly place?: { readonly sheet: string; readonly row: number };
}

function netSalesRows(dataset: Dataset, now: SalesOfWindow, before: SalesOfWindow, then: Snapshot): RowContribution[] {
  if (!now.facts.hasAmounts) return [];
  const [lines, linesThen] = [now.facts.lineRows, before.facts.lineRows];
  const [isNow, isThen] = [now, before].map(({ facts }) =>
    Uint8Array.from(facts.slots, ({ bucket }) => (bucket === IN_PERIOD ? 1 : 0)),
  );
  const own = tableOf(dataset, 'transactions').rows;
  const changes: RowChange[] = [];
  for (let row = 0; row < lines.rows; row++) {
    const is = isNow![lines.slot[row]!] === 1;
    const was = isThen![linesThen.slot[row]!] === 1;
    if (is === was) continue;
    const amount = lines.amountAt(row);
    changes.push({ row, cause: is ? 'entered' : 'left', numerator: is ? amount : -amount, denominator: 0 });
  }
  const describe = (row: number): Described => ({
    client: lines.client[row]!,
    ...(row < own ? describeRow(dataset, 'transactions', row) : describeRow(dataset, 'returns', row - own)),
  });
  // In units of the sheet, as the rows have it.
  const rounded = (fen: number): number => fen / 100;
  const said = rounded(then.totals.netAmount);
  return linesOf(
    { figure: NET_SALES, label: nameOf('netSales'), unit: 'amount' },
    changes,
    1,
    0,
    rounded(before.sums.total.net) - said,
    describe,
  );
}

function indicatorRows(
  dataset: Dataset,
  { settings, indicators }: Analysis,
  now: SalesOfWindow,
  before: SalesOfWindow,
  then: Snapshot,
): RowContribution[] {
  const wanted = INDICATORS.flatMap((id) => {
    const kpi = KPIS.find((one) => one.id === id);
    const said = then.indicators.find((one) => one.id === id);
    const isOn = indicators.some((one) => one.id === id && one.current.value.known);
    // Typed in by month it has no rows.
    return kpi?.kind === 'ratio' && said && isOn && !whyOff(dataset, kpi.needs) ? [{ kpi, said }] : [];
  });
  if (wanted.length === 0) return [];
  const calendar = workCalendarOf(dataset, settings);
  const inputsOf = (sales: SalesOfWindow): KpiInputs =>
    kpiInputsOf(dataset, sales, judgeDeliveryLines(dataset, sales.window, settings), calendar, settings);
  const [is, was] = [inputsOf(now), inputsOf(before)];
  return wanted.flatMap(({ kpi, said }) => rowsOfRatio(kpi, said, is, was));
}

const noTally = (): Tally => ({ numerator: 0, denominator: 0 });

/** What each row adds above and below the line in the period; nothing where it does not count. */
function tallyRows(inputs: KpiInputs, counting: Counting): (row: number, tally: Tally) => boolean {
  const slots = inputs.lists.lists[counting.over].slotsBy(counting.by);
  const isPeriod = Uint8Array.from(inputs.lists.slots, ({ bucket }) => (bucket === IN_PERIOD ? 1 : 0));
  const judge = 'share' in counting ? counting.share(inputs) : undefined;
  const count = 'share' in counting ? undefined : counting.sums(inputs);
  return (row, tally) => {
    tally.numerator = 0;
    tally.denominator = 0;
    if (isPeriod[slots[row]!] !== 1) return false;
    const verdict = judge ? judge(row) : count!(row, tally);
    if (verdict === OUTSIDE || verdict === EXCLUDED) {
      tally.numerator = 0;
      tally.denominator = 0;
      return false;
    }
    if (judge) {
      tally.numerator = verdict === HIT ? 1 : 0;
      tally.denominator = 1;
    }
    return true;
  };
}

function rowsOfRatio(kpi: RatioKpi, said: IndicatorStand, is: KpiInputs, was: KpiInputs): RowContribution[] {
  const { counts } = kpi;
  const [readNow, readThen] = [tallyRows(is, counts), tallyRows(was, counts)];
  const [now, then, sumThen] = [noTally(), noTally(), noTally()];
  let below = 0;
  const changes: RowChange[] = [];
  const { rows, client } = is.lists.lists[counts.over];
  for (let row = 0; row < rows; row++) {
    const isCounted = readNow(row, now);
    const wasCounted = readThen(row, then);
    below += now.denominator;
    sumThen.numerator += then.numerator;
    sumThen.denominator += then.denominator;
    const numerator = now.numerator - then.numerator;
    const denominator = now.denominator - then.denominator;
    if (numerator === 0 && denominator === 0) continue;
    const cause = isCounted ? (wasCounted ? 'changed' : 'entered') : 'left';
    changes.push({ row, cause, numerator, denominator });
  }
  if (below === 0 || sumThen.denominator === 0) return [];
  const rateThen = sumThen.numerator / sumThen.denominator;
  const describe = (row: number): Described => ({ client: client[row]!, ...placeIn(is, counts.over, row) });
  return linesOf(
    { figure: kpi.id, label: kpi.label, unit: kpi.unit },
    changes,
    below,
    rateThen,
    rateThen - said.value,
    describe,
  );
}

/** Day and place of a row of a list: of a delivery its first line, and the day by which the list is counted. */
function placeIn({ dataset, deliveries }: KpiInputs, list: RowList, row: number): Omit<Described, 'client'> {
  const isTicket = list === 'deliveryTickets';
  const days = isTicket ? deliveries.tickets.dueDay : deliveries.lines.shippedDay;
  const line = isTicket ? deliveries.tickets.firstLine[row]! : row;
  return { ...describeRow(dataset, 'deliveries', line), ...(days[row] !== NO_DAY && { day: asDay(days[row]!) }) };
}

function describeRow(dataset: Dataset, name: TableName, row: number): Omit<Described, 'client'> {
  const { origin, columns } = tableOf(dataset, name);
  const day = (columns as { readonly day?: Int32Array }).day?.[row];
  return {
    place: origin.placeAt(row, dataset.sheets),
    ...(day !== undefined && day !== NO_DAY && { day: asDay(day) }),
  };
}

/** The ten largest, the rest, the corrections. */
function linesOf(
  figure: Pick<RowContribution, 'figure' | 'label' | 'unit'>,
  changes: readonly RowChange[],
  below: number,
  rateThen: number,
  corrected: number,
  describe: (row: number) => Described,
): RowContribution[] {
  const effectOf = ({
    numerator,
    denominator,
  }: Pick<RowChange, 'numerator' | 'denominator'>): Pick<
    RowContribution,
    'byNumerator' | 'byDenominator' | 'effect'
  > => {
    const byNumerator = numerator / below;
    const byDenominator = 0 - (rateThen * denominator) / below;
    return { byNumerator, byDenominator, effect: byNumerator + byDenominator };
  };
  // Rows of equal size: the lowest on the sheets, which is mostly the latest.
  const ranked = changes
    .map((change) => ({ change, size: Math.abs(effectOf(change).effect) }))
    .sort((a, b) => b.size - a.size || b.change.row - a.change.row)
    .map(({ change }) => change);
  const lines = ranked.slice(0, MOST_ROWS).map((change): RowContribution => ({
    ...figure,
    cause: change.cause,
    rows: 1,
    numerator: change.numerator,
    denominator: change.denominator,
    ...effectOf(change),
    ...describe(change.row),
  }));
  const rest = ranked.slice(MOST_ROWS);
  if (rest.length > 0) {
    const sum = noTally();
    for (const { numerator, denominator } of rest) {
      sum.numerator += numerator;
      sum.denominator += denominator;
    }
    lines.push({ ...figure, cause: 'rest', rows: rest.length, client: -1, ...sum, ...effectOf(sum) });
  }
  const isNoise = Math.abs(corrected) < 1e-9;
  if (!isNoise)
    lines.push({
      ...figure,
      cause: 'corrected',
      rows: 0,
      client: -1,
      numerator: 0,
      denominator: 0,
      byNumerator: 0,
      byDenominator: 0,
      effect: corrected,
    });
  return lines;
}
