import type { MonthFigures } from '../../../core/sales/time-figures';
import { isoMonthOf } from '../../../core/model/day';
import type { Text } from '../../../i18n/text';
import { count, money, text } from '../../layout/columns';
import { defineTable, type AnyTable, type ChartDefinition } from '../../layout/define-report';
import { SERIES } from '../../layout/theme';

/** Sales by month of the period against the same month a year earlier. */
export function monthTable(options: { readonly heading: Text; readonly isChartData?: boolean }): AnyTable {
  return defineTable<MonthFigures>({
    id: 'months',
    heading: options.heading,
    note: ({ analysis }) =>
      analysis.months.some(({ isPartial }) => isPartial)
        ? { zh: '* 期间只含该月的一部分。', en: '* The period holds only a part of the month.' }
        : undefined,
    isChartData: options.isChartData ?? false,
    rows: ({ analysis }) => analysis.months,
    columns: [
      text({ zh: '月份', en: 'Month' }, ({ month, isPartial }) => isoMonthOf(month) + (isPartial ? '*' : ''), {
        id: 'month',
        span: 2,
      }),
      count({ zh: '客户数', en: 'Clients' }, ({ clients }) => clients),
      money({ zh: '净销售额', en: 'Net sales' }, ({ netAmount }) => netAmount, { id: 'amount', total: 'sum' }),
      money({ zh: '上年同月', en: 'Year before' }, ({ yearBefore }) => yearBefore, {
        id: 'before',
        blankWhenMissing: true,
        total: 'sum',
      }),
      count({ zh: '订单数', en: 'Orders' }, ({ orders }) => orders, { total: 'sum' }),
    ],
  });
}

export const MONTH_CHART: ChartDefinition = {
  id: 'months',
  kind: 'combo',
  title: { zh: '各月净销售额与上年同月', en: 'Net sales by month and a year before' },
  description: {
    zh: '柱为本期各月净销售额，线为上年同月。',
    en: 'Columns: net sales of each month of the period; line: the same month a year before.',
  },
  table: 'months',
  category: 'month',
  series: [
    { column: 'amount', as: 'column', color: SERIES.first },
    { column: 'before', as: 'line', color: SERIES.second, markers: true },
  ],
  valueAxis: { isMoney: true },
  gapWidth: 60,
};
