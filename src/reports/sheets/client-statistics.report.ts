import type { Money } from '../../core/model/money';
import { nameOf } from '../../core/measures/measures';
import { flatMapOutcome, mapOutcome, type Outcome } from '../../core/model/outcome';
import type { TargetStanding } from '../../core/sales/target-attainment';
import type { ClientFigures } from '../../core/sales/client-figures';
import type { TopFiveRow, YearFigures } from '../../core/sales/time-figures';
import { fill, type Text } from '../../i18n/text';
import { wordNumber, wordPercent, wordMoney } from '../../i18n/wording';
import { count, day, growth, label, money, quantity, ratio, share, text } from '../layout/columns';
import { defineReport, defineTable } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { clientColumns } from './parts/client-columns';
import { MONTH_CHART, monthTable } from './parts/monthly-sales';
import { clientsWithLines } from './parts/clients-with-lines';

const topFive = defineTable<TopFiveRow>({
  id: 'topFive',
  heading: { zh: '表13-4 各年前几名客户', en: 'Largest clients of each year' },
  rows: ({ analysis }) => analysis.topFive,
  columns: [
    text({ zh: '年度', en: 'Year' }, ({ year }) => String(year)),
    text({ zh: '客户名称', en: 'Client' }, ({ name, code }) => name || code, { maxWidth: 32 }),
    count({ zh: '名次', en: 'Rank' }, ({ rank }) => rank),
    money({ zh: '净销售额', en: 'Net sales' }, ({ netAmount }) => netAmount),
    share({ zh: '占全年', en: 'Share of the year' }, (row) => row.share),
    ratio({ zh: '累计占比', en: 'Cumulative share' }, ({ cumulativeShare }) => cumulativeShare),
    text({ zh: '客户编号', en: 'Client code' }, ({ code }) => code, { id: 'code' }),
  ],
});

const years = defineTable<YearFigures>({
  id: 'years',
  heading: { zh: '各年合计', en: 'Totals of each year' },
  note: ({ analysis }) =>
    analysis.years.some(({ isPartial }) => isPartial)
      ? { zh: '* 数据不足一年，不算增减。', en: '* The data do not cover the whole year; no change is given.' }
      : undefined,
  rows: ({ analysis }) => analysis.years,
  columns: [
    text({ zh: '年度', en: 'Year' }, ({ year, isPartial }) => `${year}${isPartial ? '*' : ''}`, { span: 2 }),
    count({ zh: '客户数', en: 'Clients' }, ({ clients }) => clients),
    money({ zh: '净销售额', en: 'Net sales' }, ({ netAmount }) => netAmount),
    growth({ zh: '比上年', en: 'Change on year' }, (row) => row.growth),
    count({ zh: '订单数', en: 'Orders' }, ({ orders }) => orders),
  ],
});

interface Movement {
  readonly kind: Text;
  readonly client: ClientFigures;
}

const MOVEMENT = {
  lost: { zh: '流失', en: 'Lost' },
  new: { zh: '新增', en: 'New' },
  back: { zh: '恢复', en: 'Back again' },
} as const satisfies Record<string, Text>;

function movements({ analysis }: ReportContext): readonly Movement[] {
  if (!analysis.retention.known) return [];
  const { lostClients, newClientList, reactivatedClients } = analysis.retention.value;
  const list = (kind: Text, clients: readonly number[]): Movement[] =>
    clients.flatMap((index) => {
      const client = analysis.clients[index];
      return client ? [{ kind, client }] : [];
    });
  return [
    ...list(MOVEMENT.lost, lostClients),
    ...list(MOVEMENT.new, newClientList),
    ...list(MOVEMENT.back, reactivatedClients),
  ];
}

const keptAndLost = defineTable<Movement>({
  id: 'keptAndLost',
  heading: { zh: '客户保有与流失', en: 'Clients kept and lost' },
  missing: ({ analysis }) => (analysis.retention.known ? undefined : wordMissing(analysis.retention.why)),
  note: ({ analysis }) => {
    if (!analysis.retention.known) return undefined;
    const { activeBefore, kept, newClients, lost, reactivated, rate } = analysis.retention.value;
    return fill(
      {
        zh: '上期活跃 {before} 家：保有 {kept} 家（保有率 {rate}），流失 {lost} 家；本期新增 {new} 家，恢复 {back} 家。',
        en: '{before} clients were active in the previous period: {kept} kept ({rate}), {lost} lost; {new} new and {back} back again in this period.',
      },
      {
        before: wordNumber(activeBefore),
        kept: wordNumber(kept),
        rate: rate.value.known ? wordPercent(rate.value.value) : '—',
        lost: wordNumber(lost),
        new: wordNumber(newClients),
        back: wordNumber(reactivated),
      },
    );
  },
  rows: movements,
  hasFilter: true,
  columns: [
    ...clientColumns<Movement>(({ client }) => client),
    label({ zh: '变动', en: 'Movement' }, ({ kind }) => kind, {
      tones: [
        { text: MOVEMENT.lost, tone: 'bad' },
        { text: MOVEMENT.new, tone: 'good' },
        { text: MOVEMENT.back, tone: 'good' },
      ],
    }),
    money(nameOf('netSales'), ({ client }) => client.netAmount),
    money(nameOf('netSalesBefore'), ({ client }) => client.previousNetAmount),
    day(nameOf('firstDeal'), ({ client }) => client.firstDay),
    day(nameOf('lastDeal'), ({ client }) => client.lastDay),
    text({ zh: '地区', en: 'Region' }, ({ client }) => client.region, { hideWhenEmpty: true, maxWidth: 14 }),
    text({ zh: '业务员', en: 'Sales rep' }, ({ client }) => client.rep, { hideWhenEmpty: true, maxWidth: 14 }),
  ],
});

function targetOf<T>(
  { client }: ClientFigures,
  { analysis }: ReportContext,
  get: (standing: TargetStanding) => T,
): Outcome<T> {
  return flatMapOutcome(analysis.targets, ({ clients }) => mapOutcome(clients[client]!, get));
}

/** 表13-3, 表13-4 and 001-1; 表13-2, a long list of its own, is the next sheet. */
export const clientStatistics = defineReport<ClientFigures>({
  id: 'clientStatistics',
  sheet: { zh: '客户统计', en: 'Client statistics' },
  title: { zh: '表13-3 客户统计表', en: 'Client statistics' },
  purpose: {
    zh: '表13-3、13-4：订单、数量、金额、增减；各月、各年；保有与流失',
    en: 'Orders, quantity, sales and change by client; months and years; kept and lost',
  },
  tab: TAB.clients,
  needs: ['transactions.amount'],
  isOfClients: true,
  orientation: 'landscape',
  freezeHeader: true,
  keyedBy: 'first',
  message: ({ analysis: { totals } }) =>
    fill(
      {
        zh: '活跃客户 {n} 家，净销售额 {amount}，平均每家 {mean}',
        en: '{n} active clients, net sales {amount}, {mean} a client',
      },
      {
        n: wordNumber(totals.activeClients),
        amount: wordMoney(totals.netAmount),
        mean: totals.activeClients > 0 ? wordMoney(Math.round(totals.netAmount / totals.activeClients) as Money) : '—',
      },
    ),
  rows: clientsWithLines,
  columns: [
    ...clientColumns<ClientFigures>((client) => client),
    count(nameOf('rank'), ({ rank }) => rank),
    money(nameOf('netSales'), ({ netAmount }) => netAmount, {
      // Rounded once: not the sum of rounded clients.
      total: ({ analysis }) => analysis.totals.netAmount / 100,
    }),
    share({ zh: '占比', en: 'Share' }, (client) => client.share),
    growth(nameOf('change'), (client) => client.growth, { hideWhenEmpty: true }),
    money(nameOf('netSalesBefore'), ({ previousNetAmount }) => previousNetAmount, { hideWhenEmpty: true }),
    money(nameOf('returns'), ({ returnAmount }) => returnAmount, { total: 'sum' }),
    count(nameOf('orders'), ({ orders }) => orders, {
      total: ({ analysis }) => analysis.totals.orders,
    }),
    quantity(nameOf('quantity'), (client) => client.quantity, {
      hideWhenEmpty: true,
      total: ({ analysis }) =>
        analysis.totals.quantity.known ? analysis.totals.quantity.value / 1000 : analysis.totals.quantity,
    }),
    money(nameOf('amountTarget'), (client, context) => targetOf(client, context, ({ target }) => target), {
      hideWhenEmpty: true,
      silent: true,
      total: 'sum',
    }),
    money(nameOf('salesOfYear'), (client, context) => targetOf(client, context, ({ sales }) => sales), {
      hideWhenEmpty: true,
      silent: true,
      total: 'sum',
    }),
    ratio(nameOf('targetAttainment'), (client, context) => targetOf(client, context, ({ attainment }) => attainment), {
      hideWhenEmpty: true,
      silent: true,
      total: ({ analysis: { targets } }) =>
        targets.known
          ? targets.value.total.value.known
            ? targets.value.total.value.value
            : targets.value.total.value
          : targets,
    }),
    day(nameOf('firstDeal'), ({ firstDay }) => firstDay),
    day(nameOf('lastDeal'), ({ lastDay }) => lastDay),
    text({ zh: '地区', en: 'Region' }, ({ region }) => region, { hideWhenEmpty: true, maxWidth: 14 }),
    text({ zh: '业务员', en: 'Sales rep' }, ({ rep }) => rep, { hideWhenEmpty: true, maxWidth: 14 }),
  ],
  tables: [monthTable({ heading: { zh: '各月净销售额', en: 'Net sales by month' } }), years, topFive, keptAndLost],
  charts: [MONTH_CHART],
  sources: ['clients', 'transactions', 'targets'],
  settings: ['returns.period', 'topN.yearTable'],
});
