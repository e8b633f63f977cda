import { wordMoney, wordNumber, wordPercent } from '../../i18n/wording';
import type { Distribution, DistributionRow } from '../../core/sales/distribution';
import { valueOr } from '../../core/model/outcome';
import { fill, type Text } from '../../i18n/text';
import { count, money, quantity, share, text, userText, type Column } from '../layout/columns';
import { defineReport, defineTable, type AnyTable } from '../layout/define-report';
import { TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { REGION_CHART, regionTable } from './parts/region-share';

const groupColumns = (header: Text): Column<DistributionRow>[] => [
  text({ zh: '年度', en: 'Year' }, ({ year }) => String(year), { key: true, minWidth: 8, maxWidth: 10 }),
  text(header, ({ label }) => label, { id: 'group', key: true, minWidth: 14 }),
  count({ zh: '客户数量', en: 'Clients' }, ({ clients }) => clients),
  quantity({ zh: '销售数量', en: 'Quantity' }, (row) => row.quantity),
  money({ zh: '销售金额', en: 'Net sales' }, ({ netAmount }) => netAmount, { minWidth: 16 }),
  share({ zh: '比重', en: 'Share of the year' }, (row) => row.share),
];

type OptionalGroup = Exclude<keyof Distribution, 'byRegion' | 'regionsOfPeriod' | 'countriesOfPeriod'>;

function groupTable(id: OptionalGroup, heading: Text, header: Text): AnyTable {
  return defineTable<DistributionRow>({
    id,
    heading,
    missing: ({ analysis }) => {
      const rows = analysis.distribution[id];
      return rows.known ? undefined : wordMissing(rows.why);
    },
    rows: ({ analysis }) => valueOr(analysis.distribution[id], []),
    columns: groupColumns(header),
  });
}

/** 表一, and the same by industry, business type, country and continent (003-7). */
export const distribution = defineReport<DistributionRow>({
  id: 'distribution',
  sheet: { zh: '客户分布', en: 'Distribution' },
  title: { zh: '表一 客户分布状况一览表', en: 'Distribution of clients' },
  purpose: {
    zh: '表一：各年各地区的客户数、数量、金额和比重',
    en: 'Clients, quantity, sales and share by year and region',
  },
  tab: TAB.clients,
  needs: ['transactions.amount'],
  missing: ({ analysis }) =>
    analysis.distribution.byRegion.length === 0
      ? { zh: '没有可统计的交易', en: 'no transactions to count' }
      : undefined,
  orientation: 'landscape',
  message: ({ analysis }) => {
    const rows = analysis.distribution.byRegion;
    const year = Math.max(...rows.map((row) => row.year));
    const [top] = rows.filter((row) => row.year === year).sort((a, b) => b.netAmount - a.netAmount);
    if (!top?.share.known) return undefined;
    return fill(
      {
        zh: '{year} 年最大的地区是{label}：{n} 家客户，净销售额 {amount}，占 {share}',
        en: 'The largest region of {year} is {label}: {n} clients, net sales {amount}, {share}',
      },
      {
        year: String(year),
        label: top.label,
        n: wordNumber(top.clients),
        amount: wordMoney(top.netAmount),
        share: wordPercent(top.share.value),
      },
    );
  },
  highlights: () => [
    {
      zh: '客户数量为当年有交易的客户；没填地区的客户列在「未填」，不会漏掉。各年为自然年，不受期间限制。',
      en: 'Clients are those with a transaction in the year; those without a region are listed as not filled in, never dropped. Years are calendar years, whatever the period.',
    },
  ],
  rows: ({ analysis }) => analysis.distribution.byRegion,
  columns: [...groupColumns({ zh: '地区', en: 'Region' }), userText({ zh: '备注', en: 'Notes' }, { id: 'notes' })],
  tables: [
    regionTable(),
    groupTable('byIndustry', { zh: '按行业', en: 'By industry' }, { zh: '行业', en: 'Industry' }),
    groupTable('byBusinessType', { zh: '按经营类型', en: 'By business type' }, { zh: '经营类型', en: 'Business type' }),
    groupTable('byCountry', { zh: '按国家', en: 'By country' }, { zh: '国家', en: 'Country' }),
    groupTable(
      'byContinent',
      { zh: '按洲（大国单列）', en: 'By continent, large countries on their own' },
      { zh: '洲或国家', en: 'Continent or country' },
    ),
  ],
  charts: [REGION_CHART],
  sources: ['clients', 'transactions'],
  settings: ['returns.period', 'geography.countryMinClients', 'geography.countryMinShare'],
});
