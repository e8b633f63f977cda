import type { IndicatorResult } from '../../../core/kpis/indicator-result';
import { isoMonthOf } from '../../../core/model/day';
import { missing } from '../../../core/model/outcome';
import { fill } from '../../../i18n/text';
import { wordPercent } from '../../../i18n/wording';
import { ratio, text } from '../../layout/columns';
import { defineTable, type AnyTable, type ChartDefinition } from '../../layout/define-report';
import type { ReportContext } from '../../layout/report-context';
import { CELL, SERIES } from '../../layout/theme';
import { indicatorOf, SINGLED_OUT } from './indicator-trend';

type Point = IndicatorResult['trend'][number] & { readonly target: IndicatorResult['target'] };

const onTime = ({ analysis }: ReportContext): IndicatorResult | undefined => indicatorOf(analysis, SINGLED_OUT.onTime);

/** The on-time rate of each month beside its target. */
export const onTimeTable: AnyTable = defineTable<Point>({
  id: 'onTime',
  heading: { zh: '图表数据：各月准时率', en: 'Chart data: on-time rate by month' },
  isChartData: true,
  rows: (context) => {
    const indicator = onTime(context);
    return (indicator?.trend ?? []).map((point) => ({ ...point, target: indicator!.target }));
  },
  columns: [
    text({ zh: '月份', en: 'Month' }, ({ month }) => isoMonthOf(month), { id: 'month', span: 2 }),
    ratio({ zh: '准时率', en: 'On-time rate' }, (point) => point.ratio.value, {
      id: 'rate',
      blankWhenMissing: true,
      style: CELL.fineRatio,
    }),
    ratio({ zh: '目标', en: 'Target' }, ({ target }) => (target.known ? target : missing({ reason: 'not-entered' })), {
      id: 'target',
      blankWhenMissing: true,
    }),
  ],
});

export const ON_TIME_CHART: ChartDefinition = {
  id: 'onTime',
  kind: 'line',
  title: (context) => {
    const indicator = onTime(context);
    if (!indicator?.current.value.known) return { zh: '各月准时率', en: 'On-time rate by month' };
    const rate = wordPercent(indicator.current.value.value);
    return indicator.target.known
      ? fill(
          { zh: '准时率 {rate}，目标 {target}', en: 'On time {rate}, target {target}' },
          { rate, target: wordPercent(indicator.target.value, 0) },
        )
      : fill({ zh: '准时率 {rate}', en: 'On time {rate}' }, { rate });
  },
  description: {
    zh: '实线为各月准时率，虚线为目标。',
    en: 'Line: on-time rate of each month; dashed: the target.',
  },
  table: 'onTime',
  category: 'month',
  minRows: 2,
  series: [
    { column: 'rate', color: SERIES.first, markers: true },
    { column: 'target', color: SERIES.limit, dash: true },
  ],
  valueAxis: { numberFormat: '0%', startsAtData: 0.1, max: 1 },
  legend: 'bottom',
};
