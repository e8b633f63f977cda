import type { Text } from '../../i18n/text';
import type { IndicatorResult, IndicatorUnit } from './indicator-result';
import type { AnalysisWindow } from '../facts/analysis-window';
import type { ClientSums } from '../facts/client-sums';
import type { DeliveryFacts } from '../facts/delivery-facts';
import type { SalesOrders, TransactionFacts } from '../facts/transaction-facts';
import type { Verdict } from '../facts/verdict';
import type { Dataset } from '../model/dataset';
import type { Outcome } from '../model/outcome';
import type { Ratio } from '../model/ratio';
import type { ColumnPath } from '../model/tables';
import type { WorkCalendar } from '../calendar/work-calendar';
import type { Settings } from '../settings';
import type { Measured } from './measured';
import type { DayBasis, RowList, RowLists } from './rows';

/** What an indicator may look at. */
export interface KpiInputs {
  readonly dataset: Dataset;
  readonly window: AnalysisWindow;
  readonly settings: Settings;
  readonly transactions: TransactionFacts;
  readonly salesOrders: SalesOrders;
  readonly sums: ClientSums;
  readonly deliveries: DeliveryFacts;
  readonly lists: RowLists;
  /** Of the period, by time and by group. */
  readonly orders: Measured;
  readonly calendar: WorkCalendar;
}

/** Columns of which all are needed; of several such sets any one will do. None: always there. */
export type Needs = readonly (readonly ColumnPath[])[];

interface KpiBase {
  readonly id: string;
  readonly label: Text;
  /** What the documents call it; a note beside the one name. */
  readonly alsoCalled?: Text;
  /** The denominator is all there is, not a sample of it: never called small. */
  readonly isCensus?: boolean;
  readonly family: IndicatorResult['family'];
  readonly unit: IndicatorUnit;
  readonly better: IndicatorResult['better'];
  /** Numerator / denominator in one line; it may depend on what the workbook has (which basis, which parts). */
  readonly formula: Text | ((inputs: KpiInputs) => Text);
  readonly needs: Needs;
  /** In words: the column or sheet that switches it on. */
  readonly switchOn: Text;
  readonly target?: (settings: Settings) => number;
  /** The column of the targets table that holds its target. */
  readonly targetColumn?: 'onTime' | 'inFull' | 'otif';
  /** Shown by client, region and rep as well. */
  readonly byGroup?: boolean;
  /** Further figures of the period beside the value. */
  readonly parts?: (inputs: KpiInputs, measure: Measurer) => readonly IndicatorResult['parts'][number][];
  /** The same figure by supplier, warehouse or product, in the period. */
  readonly breakdown?: (inputs: KpiInputs) => readonly IndicatorResult['breakdown'][number][];
  /** How rows of 指标录入 join: sums (default), each row capped at 100 %, mean of capped rows, or sizes of differences. */
  readonly entered?: EnteredRule;
}

export type EnteredRule = 'sums' | 'capped' | 'sizes';

/** What a row adds to a sum; one object is used for all rows. */
export interface Tally {
  numerator: number;
  denominator: number;
}

/** A share: each row has a verdict. */
export interface ShareCounting {
  readonly over: RowList;
  readonly by: DayBasis;
  readonly share: (inputs: KpiInputs) => (row: number) => Verdict;
}

/**
 * Sums: each row adds to numerator and denominator, and says whether it counts: `HIT` counted, `EXCLUDED` left out, `OUTSIDE` not of
 * the population.
 */
export interface SumCounting {
  readonly over: RowList;
  readonly by: DayBasis;
  readonly sums: (inputs: KpiInputs) => (row: number, tally: Tally) => Verdict;
}

/** How rows are counted. */
export type Counting = ShareCounting | SumCounting;

/** Measures something beside the indicator itself: its parts use it. */
export interface Measurer {
  count(counting: Counting): Measured;
  spread(spread: Pick<SpreadKpi, 'over' | 'by' | 'value'>, q: number): Ratio;
}

/** Share or ratio over one list of rows. The engine walks the rows; the definition says what ONE row counts for. */
export interface RatioKpi extends KpiBase {
  readonly kind: 'ratio';
  readonly counts: Counting;
}

/** Median of a value that each row has; `NaN` leaves the row out, `undefined` puts it outside. */
export interface SpreadKpi extends KpiBase {
  readonly kind: 'spread';
  readonly over: RowList;
  readonly by: DayBasis;
  readonly value: (inputs: KpiInputs) => (row: number) => number | undefined;
}

/** A figure that is not counted over rows: market share, survey means, the product of other indicators. */
export interface ComputedKpi extends KpiBase {
  readonly kind: 'computed';
  readonly valueKind: IndicatorResult['kind'];
  readonly compute: (inputs: KpiInputs, measure: Measurer) => Measured;
}

/** Nothing but rows of 指标录入 makes it. */
export interface EnteredKpi extends KpiBase {
  readonly kind: 'entered';
}

export type Kpi = RatioKpi | SpreadKpi | ComputedKpi | EnteredKpi;

type Given<K extends Kpi> = Omit<K, 'kind'>;

export const defineRatio = (kpi: Given<RatioKpi>): RatioKpi => ({ kind: 'ratio', ...kpi });
export const defineSpread = (kpi: Given<SpreadKpi>): SpreadKpi => ({ kind: 'spread', ...kpi });
export const defineComputed = (kpi: Given<ComputedKpi>): ComputedKpi => ({ kind: 'computed', ...kpi });

const ENTRY_SHEET: Text = { zh: '「指标录入」表', en: 'the sheet of entered indicators' };

/** An indicator whose figures come from warehouse, purchasing, production or fleet: typed in by month. */
export const defineEntered = (kpi: Omit<EnteredKpi, 'kind' | 'needs' | 'switchOn'>): EnteredKpi => ({
  kind: 'entered',
  needs: [['indicatorEntries.indicator', 'indicatorEntries.numerator', 'indicatorEntries.denominator']],
  switchOn: ENTRY_SHEET,
  ...kpi,
});

/** A further figure of an indicator. */
export function partOf(label: Text, unit: IndicatorUnit, value: Outcome<number>): IndicatorResult['parts'][number] {
  return { label, unit, value };
}

/** The value of a ratio as a part. */
export function ratioPart(label: Text, unit: IndicatorUnit, ratio: Ratio): IndicatorResult['parts'][number] {
  return { label, unit, value: ratio.value };
}
