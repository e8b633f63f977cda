import type { DistributionRow } from '../../../core/sales/distribution';
import { fill } from '../../../i18n/text';
import { wordPercent } from '../../../i18n/wording';
import { count, label, money, share, text } from '../../layout/columns';
import { defineTable, type AnyTable, type ChartDefinition } from '../../layout/define-report';
import type { ReportContext } from '../../layout/report-context';
import { SERIES } from '../../layout/theme';
import { compareWords } from './pareto';

const MOST_REGIONS = 12;

/** Regions of the last year in the data, largest first. */
function lastYearRows({ analysis }: ReportContext): readonly DistributionRow[] {
  const rows = analysis.distribution.byRegion;
  const last = Math.max(...rows.map(({ year }) => year));
  return rows
    .filter(({ year }) => year === last)
    .sort((a, b) => b.netAmount - a.netAmount || compareWords(a.group, b.group))
    .slice(0, MOST_REGIONS);
}

export function regionTable(): AnyTable {
  return defineTable<DistributionRow>({
    id: 'regionShare',
    heading: { zh: '图表数据：最近一年各地区', en: 'Chart data: regions in the last year' },
    isChartData: true,
    missing: ({ analysis }) =>
      analysis.distribution.byRegion.length === 0 ? { zh: '没有地区数据', en: 'no data by region' } : undefined,
    rows: lastYearRows,
    columns: [
      text({ zh: '地区', en: 'Region' }, ({ label }) => label, { id: 'region', span: 2 }),
      count({ zh: '客户数', en: 'Clients' }, ({ clients }) => clients),
      money({ zh: '净销售额', en: 'Net sales' }, ({ netAmount }) => netAmount, { id: 'amount' }),
      share({ zh: '占比', en: 'Share' }, (row) => row.share, { id: 'share', blankWhenMissing: true }),
      label({ zh: '年度', en: 'Year' }, ({ year }) => String(year)),
    ],
  });
}

export const REGION_CHART: ChartDefinition = {
  id: 'regions',
  kind: 'bar',
  title: (context) => {
    const first = lastYearRows(context).find(({ group }) => group !== '');
    return first?.share.known
      ? fill(
          { zh: '{region}最大：{year} 年占 {share}', en: '{region} leads: {share} of {year}' },
          { region: first.label, year: first.year, share: wordPercent(first.share.value, 0) },
        )
      : { zh: '各地区占比', en: 'Share of regions' };
  },
  description: { zh: '每个地区占净销售额的比重，从大到小。', en: 'Share of each region in net sales, largest first.' },
  table: 'regionShare',
  category: 'region',
  rows: MOST_REGIONS,
  series: [{ column: 'share', color: SERIES.first }],
  categoryAxis: { reversed: true },
  valueAxis: { numberFormat: '0%', min: 0 },
  legend: 'none',
  gapWidth: 40,
  dataLabels: { numberFormat: '0.0%' },
};
