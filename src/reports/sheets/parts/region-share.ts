import { nameOf } from '../../../core/measures/measures';
import type { Money } from '../../../core/model/money';
import { known, missing, type Outcome } from '../../../core/model/outcome';
import type { PlaceFigures } from '../../../core/sales/distribution';
import { fill } from '../../../i18n/text';
import { wordPercent } from '../../../i18n/wording';
import { count, money, share, text } from '../../layout/columns';
import { defineTable, type AnyTable, type ChartDefinition } from '../../layout/define-report';
import type { ReportContext } from '../../layout/report-context';
import { SERIES } from '../../layout/theme';

const MOST_REGIONS = 12;

/** One client may buy in several regions: of the joined ones no number of clients is given. */
interface RegionLine extends Omit<PlaceFigures, 'clients' | 'quantity'> {
  readonly clients: number | Outcome<number>;
}

/** Where so much of the net sales has no region, countries say more, if they are known better. */
const MOSTLY_BLANK = 1 / 3;

const blankShare = (places: readonly PlaceFigures[]): number => {
  const share = places.find(({ group }) => group === '')?.share;
  return share?.known ? share.value : 0;
};

/** Regions of the period, or countries where most regions are not given. */
function placesShown({ analysis }: ReportContext): readonly PlaceFigures[] {
  const { regionsOfPeriod: regions, countriesOfPeriod: countries } = analysis.distribution;
  const blank = blankShare(regions);
  return blank > MOSTLY_BLANK && countries.known && blankShare(countries.value) < blank ? countries.value : regions;
}

/** Places of the period, largest first; beyond the largest ones all others in one row, so that the rows add to the whole. */
function regionRows(context: ReportContext): readonly RegionLine[] {
  const places = placesShown(context);
  if (places.length <= MOST_REGIONS) return places;
  const shown = places.slice(0, MOST_REGIONS - 1);
  const rest = places.slice(MOST_REGIONS - 1);
  const areRegions = places === context.analysis.distribution.regionsOfPeriod;
  const netAmount = rest.reduce((sum, one) => sum + one.netAmount, 0) as Money;
  const shares = rest.map(({ share }) => (share.known ? share.value : 0));
  return [
    ...shown,
    {
      group: '',
      label: fill(
        areRegions
          ? { zh: '其他 {n} 个地区', en: '{n} other regions' }
          : { zh: '其他 {n} 个国家', en: '{n} other countries' },
        { n: rest.length },
      ),
      clients: missing({ reason: 'nothing-due' }),
      netAmount,
      share: known(shares.reduce((sum, share) => sum + share, 0)),
    },
  ];
}

/** @param moneySpan columns that money takes: two on the narrow ones of a board */
export function regionTable(moneySpan = 1): AnyTable {
  return defineTable<RegionLine>({
    id: 'regionShare',
    heading: { zh: '图表数据：本期各地区（未填多的，各国家）', en: 'Chart data: regions of the period, or countries' },
    isChartData: true,
    missing: ({ analysis }) =>
      analysis.distribution.regionsOfPeriod.length === 0 ? { zh: '没有地区数据', en: 'no data by region' } : undefined,
    rows: regionRows,
    columns: [
      text({ zh: '地区或国家', en: 'Region or country' }, ({ label }) => label, { id: 'region', span: 2 }),
      count({ zh: '客户数', en: 'Clients' }, ({ clients }) => clients),
      money(nameOf('netSales'), ({ netAmount }) => netAmount, { id: 'amount', span: moneySpan }),
      share({ zh: '占比', en: 'Share' }, (row) => row.share, { id: 'share', blankWhenMissing: true }),
    ],
  });
}

const largestShare = (context: ReportContext): number =>
  Math.max(0, ...regionRows(context).map(({ share }) => (share.known ? share.value : 0)));

export const REGION_CHART: ChartDefinition = {
  id: 'regions',
  kind: 'bar',
  title: (context) => {
    const first = regionRows(context).find(({ group }) => group !== '');
    return first?.share.known
      ? fill(
          { zh: '{region}最大：占本期净销售额 {share}', en: '{region} leads with {share} of the period’s net sales' },
          { region: first.label, share: wordPercent(first.share.value) },
        )
      : { zh: '各地区占比', en: 'Share by place' };
  },
  description: {
    zh: '每个地区（地区大多未填的，每个国家）占净销售额的比重，从大到小。',
    en: 'Share of each region, or of each country where most regions are not given, in net sales, largest first.',
  },
  table: 'regionShare',
  category: 'region',
  rows: MOST_REGIONS,
  series: [{ column: 'share', color: SERIES.first }],
  categoryAxis: { reversed: true },
  // Room for the label of the longest bar.
  valueAxis: (context) => ({
    numberFormat: '0%',
    min: 0,
    max: Math.min(1, Math.ceil(largestShare(context) * 24) / 20),
  }),
  legend: 'none',
  gapWidth: 40,
  dataLabels: { numberFormat: '0.0%' },
};
