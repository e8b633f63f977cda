import type { Analysis } from '../../../core/analysis';
import type { IndicatorResult } from '../../../core/kpis/indicator-result';
import { isoMonthOf } from '../../../core/model/day';
import { known, missing, type Outcome } from '../../../core/model/outcome';
import { verbatim } from '../../../i18n/text';
import { ratio, text, type Column } from '../../layout/columns';
import { defineTable, type AnyTable, type ChartDefinition } from '../../layout/define-report';
import type { ReportContext } from '../../layout/report-context';
import { CELL, SERIES } from '../../layout/theme';

/** Indicators that charts and tiles single out: their ids, best first, as far as the analysis has them. */
export const SINGLED_OUT = {
  onTime: ['K02', 'order.onTime', 'line.onTime'],
  inFull: ['order.inFull', 'line.fill'],
  otif: ['order.otif'],
  damage: ['K01', 'E04'],
  loss: ['E05'],
  misShipment: ['E06', 'K19'],
  returns: ['returns.orders', 'returns.amount'],
  complaints: ['I03'],
} as const;

/** K01, E04, I11: the number by which the documents know an indicator; those that they do not number have none. */
export const idInSources = ({ id }: IndicatorResult): string => (/^[A-Z]\d+$/.test(id) ? id : '');

type SingledOut = keyof typeof SINGLED_OUT;

export function indicatorOf(analysis: Analysis, ids: readonly string[]): IndicatorResult | undefined {
  const found = ids.map((id) => analysis.indicators.find((one) => one.id === id)).filter((one) => one !== undefined);
  return found.find(({ current }) => current.value.known) ?? found[0];
}

const isDrawn = ({ unit, trend }: IndicatorResult): boolean =>
  unit === 'ratio' && trend.some(({ ratio: one }) => one.value.known);

const drawnIndicators = ({ analysis }: ReportContext): readonly IndicatorResult[] =>
  analysis.indicators.filter(isDrawn);

function monthsOf(indicators: readonly IndicatorResult[]): readonly number[] {
  const months = new Set(indicators.flatMap(({ trend }) => trend.map(({ month }) => month)));
  return [...months].sort((a, b) => a - b);
}

function valueIn(indicator: IndicatorResult, month: number): Outcome<number> {
  const point = indicator.trend.find((one) => one.month === month);
  if (!point) return missing({ reason: 'no-rows' });
  return point.ratio.value.known ? known(point.ratio.value.value) : point.ratio.value;
}

/** Months side by side: the last ones of the period. */
const MOST_MONTHS = 12;

/** A line an indicator, a column a month: to be read. Empty cells are months without anything to count. */
export const monthlyIndicators: AnyTable = defineTable<IndicatorResult>({
  id: 'monthlyIndicators',
  heading: { zh: '各月走势', en: 'By month' },
  rows: drawnIndicators,
  columns: (context) => [
    text<IndicatorResult>({ zh: '编号', en: 'Id' }, idInSources, { maxWidth: 16 }),
    text<IndicatorResult>({ zh: '指标', en: 'Indicator' }, ({ label }) => label, { maxWidth: 30 }),
    ...monthsOf(drawnIndicators(context))
      .slice(-MOST_MONTHS)
      .map((month): Column<IndicatorResult> =>
        ratio<IndicatorResult>(verbatim(isoMonthOf(month)), (indicator) => valueIn(indicator, month), {
          silent: true,
          style: CELL.fineRatio,
        }),
      ),
  ],
});

/** A line a month, a column each of the indicators singled out: what the trend charts draw. */
export function trendTable(only: readonly SingledOut[]): AnyTable {
  const listed = ({ analysis }: ReportContext): readonly { id: SingledOut; indicator: IndicatorResult }[] =>
    only.flatMap((id) => {
      const indicator = SINGLED_OUT[id]
        .map((one) => analysis.indicators.find((other) => other.id === one))
        .find((one) => one !== undefined && isDrawn(one));
      return indicator ? [{ id, indicator }] : [];
    });
  return defineTable<number>({
    id: 'trend',
    heading: { zh: '图表数据：各月指标', en: 'Chart data: indicators by month' },
    isChartData: true,
    rows: (context) => monthsOf(listed(context).map(({ indicator }) => indicator)),
    columns: (context) => [
      text<number>({ zh: '月份', en: 'Month' }, (month) => isoMonthOf(month), { id: 'month', span: 2 }),
      ...listed(context).map(({ id, indicator }): Column<number> =>
        ratio<number>(indicator.label, (month) => valueIn(indicator, month), {
          id,
          silent: true,
          style: CELL.fineRatio,
        }),
      ),
    ],
  });
}

/** On time against damage: two scales, because the one lies near 1 and the other near 0. */
export const SERVICE_CHART: ChartDefinition = {
  id: 'service',
  kind: 'combo',
  title: { zh: '准时率与货损率走势', en: 'On-time rate and damage rate by month' },
  description: {
    zh: '柱为各月准时率（左轴），线为货损率（右轴）。',
    en: 'Columns: on-time rate of each month (left axis); line: damage rate (right axis).',
  },
  table: 'trend',
  category: 'month',
  minRows: 2,
  series: [
    { column: 'onTime', as: 'column', color: SERIES.tierThree },
    { column: 'damage', as: 'line', axis: 'secondary', color: SERIES.bad, markers: true },
  ],
  valueAxis: { numberFormat: '0%', min: 0, max: 1, majorUnit: 0.2 },
  secondaryAxis: { numberFormat: '0.0%', min: 0 },
  legend: 'bottom',
  gapWidth: 60,
};
