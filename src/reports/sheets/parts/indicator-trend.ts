import type { Analysis, IndicatorResult } from '../../../core/analysis';
import { isoMonthOf } from '../../../core/model/day';
import { known, missing, type Outcome } from '../../../core/model/outcome';
import type { Text } from '../../../i18n/text';
import { ratio, text, type Column } from '../../columns';
import { defineTable, type AnyTable, type ChartDefinition } from '../../define-report';
import type { ReportContext } from '../../report-context';
import { CELL, SERIES } from '../../theme';

/** Indicators that charts and tiles single out: their ids, best first, as far as the analysis has them. */
export const SINGLED_OUT = {
  onTime: ['K02', 'order.onTime', 'line.onTime'],
  inFull: ['order.inFull', 'line.fill'],
  otif: ['order.otif'],
  damage: ['E04', 'K01'],
  loss: ['E05'],
  misShipment: ['E06', 'K19'],
  returns: ['returns.orders', 'returns.amount'],
  complaints: ['I03'],
} as const;

export function indicatorOf(analysis: Analysis, ids: readonly string[]): IndicatorResult | undefined {
  const found = ids.map((id) => analysis.indicators.find((one) => one.id === id)).filter((one) => one !== undefined);
  return found.find(({ current }) => current.value.known) ?? found[0];
}

const isDrawn = ({ unit, trend }: IndicatorResult): boolean =>
  unit === 'ratio' && trend.some(({ ratio: one }) => one.value.known);

/** Months by indicators: what the trend charts draw. Empty cells are months without anything to count. */
export function trendTable(options: {
  readonly heading: Text;
  readonly only?: readonly string[];
  readonly isChartData?: boolean;
}): AnyTable {
  const listed = ({ analysis }: ReportContext): readonly IndicatorResult[] =>
    analysis.indicators.filter((one) => isDrawn(one) && (!options.only || options.only.includes(one.id)));
  return defineTable<number>({
    id: 'trend',
    heading: options.heading,
    isChartData: options.isChartData ?? false,
    rows: (context) => {
      const months = new Set(listed(context).flatMap(({ trend }) => trend.map(({ month }) => month)));
      return [...months].sort((a, b) => a - b);
    },
    columns: (context) => [
      text<number>({ zh: '月份', en: 'Month' }, (month) => isoMonthOf(month), { id: 'month', span: 2 }),
      ...listed(context).map((indicator): Column<number> =>
        ratio<number>(indicator.label, (month) => valueIn(indicator, month), {
          id: indicator.id,
          silent: true,
          style: CELL.fineRatio,
        }),
      ),
    ],
  });
}

function valueIn(indicator: IndicatorResult, month: number): Outcome<number> {
  const point = indicator.trend.find((one) => one.month === month);
  if (!point) return missing({ reason: 'no-rows' });
  return point.ratio.value.known ? known(point.ratio.value.value) : point.ratio.value;
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
    { column: 'K02', as: 'column', color: SERIES.tierThree },
    { column: 'E04', as: 'line', axis: 'secondary', color: SERIES.bad, markers: true },
  ],
  valueAxis: { numberFormat: '0%', min: 0, max: 1, majorUnit: 0.2 },
  secondaryAxis: { numberFormat: '0.0%', min: 0 },
  legend: 'bottom',
  gapWidth: 60,
};
