import type { ClientFigures, ClientMonthFigures, TopFiveRow, YearFigures } from '../../core/analysis';
import { isoMonthOf } from '../../core/model/day';
import { fill, type Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import { count, day, growth, label, money, quantity, ratio, share, text, type Column } from '../columns';
import { defineReport, defineTable } from '../define-report';
import type { ReportContext } from '../report-context';
import { CELL, TAB } from '../theme';
import { wordMissing } from '../words/missing-words';
import { clientAt, clientColumns } from './parts/client-columns';
import { MONTH_CHART, monthTable } from './parts/monthly-sales';
import { compareWords, rankedClients } from './parts/pareto';

/** Months that the matrix shows: the last ones of the period. */
const MATRIX_MONTHS = 12;
/** Clients that the matrix shows: with more, the list above is the place to look. */
const MATRIX_CLIENTS = 2_000;

function matrixColumns({ analysis }: ReportContext): readonly Column<ClientMonthFigures>[] {
  const from = Math.max(0, analysis.months.length - MATRIX_MONTHS);
  return [
    ...clientColumns<ClientMonthFigures>(({ client }, context) => clientAt(client, context)),
    ...analysis.months.slice(from).map(({ month }, index) =>
      money<ClientMonthFigures>(
        { zh: isoMonthOf(month), en: isoMonthOf(month) },
        ({ amounts }) => amounts[from + index]!,
        {
          style: CELL.wholeMoney,
          minWidth: 11,
          total: 'sum',
        },
      ),
    ),
  ];
}

const matrix = defineTable<ClientMonthFigures>({
  id: 'clientMonths',
  heading: { zh: '表13-2 客户各月交易(净销售额)', en: 'Sales by client and month (net sales)' },
  note: ({ analysis }) =>
    analysis.months.length > MATRIX_MONTHS || analysis.clientMonths.length > MATRIX_CLIENTS
      ? fill(
          {
            zh: '列出期间最后 {months} 个月;共 {all} 家客户,列出 {listed} 家(按名次)。',
            en: 'The last {months} months of the period; {listed} of {all} clients are listed, by rank.',
          },
          {
            months: Math.min(MATRIX_MONTHS, analysis.months.length),
            all: wordNumber(analysis.clientMonths.length),
            listed: wordNumber(Math.min(MATRIX_CLIENTS, analysis.clientMonths.length)),
          },
        )
      : undefined,
  rows: ({ analysis }) => {
    const rankOf = (client: number): number => {
      const rank = analysis.clients[client]?.rank;
      return rank?.known ? rank.value : Infinity;
    };
    return [...analysis.clientMonths]
      .map((line) => ({ line, rank: rankOf(line.client), code: analysis.clients[line.client]?.code ?? '' }))
      .sort((a, b) => (a.rank === b.rank ? compareWords(a.code, b.code) : a.rank - b.rank))
      .slice(0, MATRIX_CLIENTS)
      .map(({ line }) => line);
  },
  columns: matrixColumns,
  hasFilter: true,
});

const topFive = defineTable<TopFiveRow>({
  id: 'topFive',
  heading: { zh: '表13-4 各年前几名客户', en: 'Largest clients of each year' },
  rows: ({ analysis }) => analysis.topFive,
  columns: [
    text({ zh: '年度', en: 'Year' }, ({ year }) => String(year)),
    text({ zh: '客户名称', en: 'Client' }, ({ name, code }) => name || code),
    count({ zh: '名次', en: 'Rank' }, ({ rank }) => rank),
    text({ zh: '客户编号', en: 'Client code' }, ({ code }) => code),
    money({ zh: '净销售额', en: 'Net sales' }, ({ netAmount }) => netAmount),
    share({ zh: '占全年', en: 'Share of the year' }, (row) => row.share),
    ratio({ zh: '累计占比', en: 'Cumulative share' }, ({ cumulativeShare }) => cumulativeShare),
  ],
});

const years = defineTable<YearFigures>({
  id: 'years',
  heading: { zh: '各年合计', en: 'Totals of each year' },
  note: ({ analysis }) =>
    analysis.years.some(({ isPartial }) => isPartial)
      ? { zh: '* 数据不足一年,不算增减。', en: '* The data do not cover the whole year; no change is given.' }
      : undefined,
  rows: ({ analysis }) => analysis.years,
  columns: [
    text({ zh: '年度', en: 'Year' }, ({ year, isPartial }) => `${year}${isPartial ? '*' : ''}`),
    count({ zh: '客户数', en: 'Clients' }, ({ clients }) => clients),
    count({ zh: '订单数', en: 'Orders' }, ({ orders }) => orders),
    money({ zh: '净销售额', en: 'Net sales' }, ({ netAmount }) => netAmount),
    growth({ zh: '增减', en: 'Change' }, (row) => row.growth),
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
  heading: { zh: '客户保有与流失(001-1)', en: 'Clients kept and lost' },
  missing: ({ analysis }) => (analysis.retention.known ? undefined : wordMissing(analysis.retention.why)),
  note: ({ analysis }) => {
    if (!analysis.retention.known) return undefined;
    const { activeBefore, kept, newClients, lost, reactivated, rate } = analysis.retention.value;
    return fill(
      {
        zh: '上期活跃 {before} 家:保有 {kept} 家(保有率 {rate}),流失 {lost} 家;本期新增 {new} 家,恢复 {back} 家。',
        en: '{before} clients were active in the period before: {kept} kept ({rate}), {lost} lost; {new} new and {back} back again in this period.',
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
    money({ zh: '本期净销售额', en: 'Net sales, this period' }, ({ client }) => client.netAmount),
    money({ zh: '上期净销售额', en: 'Net sales, period before' }, ({ client }) => client.previousNetAmount),
    day({ zh: '首次交易', en: 'First deal' }, ({ client }) => client.firstDay),
    day({ zh: '最近交易', en: 'Last deal' }, ({ client }) => client.lastDay),
    text({ zh: '地区', en: 'Region' }, ({ client }) => client.region, { hideWhenEmpty: true, maxWidth: 14 }),
    text({ zh: '业务员', en: 'Sales rep' }, ({ client }) => client.rep, { hideWhenEmpty: true, maxWidth: 14 }),
  ],
});

/** 表13-3, 表13-2, 表13-4 and 001-1. */
export const clientStatistics = defineReport<ClientFigures>({
  id: 'clientStatistics',
  sheet: { zh: '客户统计', en: 'Client statistics' },
  title: { zh: '表13-3 客户统计表', en: 'Client statistics' },
  purpose: {
    zh: '表13-3、13-2、13-4:订单、数量、金额、增减、各月;保有与流失',
    en: 'Orders, quantity, sales and change by client; months; kept and lost',
  },
  tab: TAB.read,
  needs: ['transactions.amount'],
  orientation: 'landscape',
  freezeHeader: true,
  keyedBy: 'first',
  rows: rankedClients,
  columns: [
    ...clientColumns<ClientFigures>((client) => client),
    count({ zh: '名次', en: 'Rank' }, ({ rank }) => rank),
    count({ zh: '订单数', en: 'Orders' }, ({ orders }) => orders, {
      total: ({ analysis }) => analysis.totals.orders,
    }),
    quantity({ zh: '数量', en: 'Quantity' }, (client) => client.quantity, {
      hideWhenEmpty: true,
      total: ({ analysis }) =>
        analysis.totals.quantity.known ? analysis.totals.quantity.value / 1000 : analysis.totals.quantity,
    }),
    money({ zh: '净销售额', en: 'Net sales' }, ({ netAmount }) => netAmount, { total: 'sum' }),
    money({ zh: '其中退货', en: 'Of it returns' }, ({ returnAmount }) => returnAmount, { total: 'sum' }),
    share({ zh: '占比', en: 'Share' }, (client) => client.share),
    money({ zh: '上期净销售额', en: 'Net sales, period before' }, ({ previousNetAmount }) => previousNetAmount, {
      hideWhenEmpty: true,
      total: 'sum',
    }),
    growth({ zh: '增减率', en: 'Change' }, (client) => client.growth, {
      hideWhenEmpty: true,
    }),
    day({ zh: '首次交易', en: 'First deal' }, ({ firstDay }) => firstDay),
    day({ zh: '最近交易', en: 'Last deal' }, ({ lastDay }) => lastDay),
    text({ zh: '地区', en: 'Region' }, ({ region }) => region, { hideWhenEmpty: true, maxWidth: 14 }),
    text({ zh: '业务员', en: 'Sales rep' }, ({ rep }) => rep, { hideWhenEmpty: true, maxWidth: 14 }),
  ],
  tables: [
    monthTable({ heading: { zh: '各月净销售额', en: 'Net sales by month' } }),
    years,
    topFive,
    keptAndLost,
    matrix,
  ],
  charts: [MONTH_CHART],
  sources: ['clients', 'transactions'],
  settings: ['returns.period', 'topN.yearTable'],
});
