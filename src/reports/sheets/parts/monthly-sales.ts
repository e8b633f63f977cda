import type { MonthFigures } from '../../../core/sales/time-figures';
import { nameOf } from '../../../core/measures/measures';
import { isoMonthOf } from '../../../core/model/day';
import { fill, type Text } from '../../../i18n/text';
import { wordPercent } from '../../../i18n/wording';
import { count, money, text } from '../../layout/columns';
import { defineTable, type AnyTable, type ChartDefinition } from '../../layout/define-report';
import { SERIES } from '../../layout/theme';

/** Sales by month of the period against the same month a year earlier. */
export function monthTable(options: { readonly heading: Text; readonly isChartData?: boolean }): AnyTable {
  // On the narrow columns of a board.
  const wide = options.isChartData ? { span: 2 } : {};
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
      money(nameOf('netSales'), ({ netAmount }) => netAmount, {
        id: 'amount',
        ...wide,
        total: ({ analysis }) => analysis.totals.netAmount / 100,
      }),
      money({ zh: '上年同月', en: 'Year before' }, ({ yearBefore }) => yearBefore, {
        id: 'before',
        ...wide,
        blankWhenMissing: true,
        total: 'sum',
      }),
      count(nameOf('orders'), ({ orders }) => orders, {
        // An order with lines in two months is one order.
        total: ({ analysis }) => analysis.totals.orders,
      }),
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

const LAST_MONTHS = 3;

/** The same figures small, under a message: how the last months did against those of a year before. */
export const STORY_MONTHS: ChartDefinition = {
  ...MONTH_CHART,
  title: ({ analysis }) => {
    const last = analysis.months.slice(-LAST_MONTHS).filter(({ isPartial }) => !isPartial);
    const now = last.reduce((sum, { netAmount }) => sum + netAmount, 0);
    const before = last.reduce((sum, { yearBefore }) => sum + (yearBefore.known ? yearBefore.value : NaN), 0);
    if (last.length === 0 || !(before > 0)) return { zh: '各月净销售额', en: 'Net sales by month' };
    const change = now / before - 1;
    const share = wordPercent(Math.abs(change), 0);
    return fill(
      change < 0
        ? { zh: '最近 {n} 个月比上年同期少 {share}', en: 'Last {n} months {share} below last year' }
        : { zh: '最近 {n} 个月比上年同期多 {share}', en: 'Last {n} months {share} above last year' },
      { n: last.length, share },
    );
  },
};
