import { nameOf } from '../../core/measures/measures';
import type { OriginLine } from '../../core/sales/marketing/origins';
import { fill, type Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import { count, money, ratio, text, type Column } from '../layout/columns';
import { defineReport, defineTable, type ChartDefinition } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { SERIES, TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { SHEET_WORDS } from '../words/sheet-words';

const channelsOf = ({ analysis }: ReportContext): readonly OriginLine[] =>
  analysis.origins.channels.known ? analysis.origins.channels.value : [];

const columnsOf = (header: Text): readonly Column<OriginLine>[] => [
  text(header, ({ origin }) => (origin === '' ? SHEET_WORDS.blankGroup : origin), {
    id: 'origin',
    key: true,
    minWidth: 14,
    maxWidth: 30,
  }),
  count({ zh: '客户数', en: 'Clients' }, ({ clients }) => clients, { id: 'clients', total: 'sum' }),
  count({ zh: '成交过', en: 'Ever bought' }, ({ converted }) => converted.numerator, { id: 'converted', total: 'sum' }),
  ratio({ zh: '转化率', en: 'Conversion' }, ({ converted }) => converted.value),
  count(nameOf('newClients'), ({ newClients }) => newClients, { total: 'sum' }),
  count(nameOf('activeClients'), ({ active }) => active, { total: 'sum' }),
  money(nameOf('netSales'), ({ netAmount }) => netAmount, { total: 'sum' }),
];

const referrers = defineTable<OriginLine>({
  id: 'referrers',
  heading: { zh: '转介绍：谁带来了客户', en: 'Referrals: who brought clients' },
  rows: ({ analysis }) => (analysis.origins.referrers.known ? analysis.origins.referrers.value : []),
  missing: ({ analysis }) =>
    analysis.origins.referrers.known ? undefined : wordMissing(analysis.origins.referrers.why),
  whenEmpty: { zh: '没有填写介绍人。', en: 'Nobody is named.' },
  hasFilter: true,
  columns: columnsOf({ zh: '介绍人', en: 'Referred by' }),
});

const CHART: ChartDefinition = {
  id: 'origins',
  kind: 'bar',
  title: { zh: '各渠道的客户与成交', en: 'Clients and buyers by channel' },
  description: { zh: '每个渠道的客户数和成交过的客户数。', en: 'Clients of each channel and those who ever bought.' },
  table: 'origins',
  category: 'origin',
  minRows: 2,
  series: [
    { column: 'clients', color: SERIES.before },
    { column: 'converted', color: SERIES.first },
  ],
  valueAxis: { numberFormat: '0', min: 0 },
};

/** 000-P12, 000-P15: by which channel clients come, who brings them, and what they are worth. */
export const origins = defineReport<OriginLine>({
  id: 'origins',
  sheet: { zh: '客户来源', en: 'Client origins' },
  title: { zh: '客户来源分析', en: 'Where clients come from' },
  purpose: {
    zh: '各来源渠道和介绍人带来的客户、成交与金额',
    en: 'Clients, deals and amount by channel and by who referred them',
  },
  tab: TAB.clients,
  needs: [],
  isOfClients: true,
  missing: ({ analysis: { origins: found } }) =>
    found.channels.known || found.referrers.known ? undefined : wordMissing(found.channels.why),
  orientation: 'landscape',
  hasFilter: false,
  message: (context) => {
    const all = channelsOf(context).filter(({ origin }) => origin !== '');
    const [most] = [...all].sort((a, b) => b.netAmount - a.netAmount);
    if (!most) return undefined;
    return fill(
      {
        zh: '{n} 个渠道；「{name}」带来的净销售额最多：{clients} 家客户，转化 {rate}',
        en: '{n} channels; “{name}” brought the largest net sales: {clients} clients, {rate} of them bought',
      },
      {
        n: wordNumber(all.length),
        name: most.origin,
        clients: wordNumber(most.clients),
        rate: most.converted.value.known ? wordPercent(most.converted.value.value) : '—',
      },
    );
  },
  rows: channelsOf,
  whenEmpty: { zh: '没有「来源渠道」列。', en: 'No column of the channel.' },
  columns: columnsOf({ zh: '来源渠道', en: 'Channel' }),
  tables: [referrers],
  charts: [CHART],
  sources: ['clients', 'transactions'],
  settings: [],
});
