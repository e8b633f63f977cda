import { nameOf } from '../../core/measures/measures';
import type { ClientFigures } from '../../core/sales/client-figures';
import type { PyramidLevelFigures } from '../../core/sales/pyramid';
import type { ProfitClassFigures } from '../../core/sales/profit/profit-classes';
import type { TierFigures } from '../../core/sales/tiers';
import { mapOutcome, valueOr } from '../../core/model/outcome';
import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordMoney, wordNumber, wordPercent } from '../../i18n/wording';
import { count, growth, label, money, number, ratio, share, text, userText } from '../layout/columns';
import { defineReport, defineTable } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { CELL, FORMAT, TAB } from '../layout/theme';
import { PROFIT_WORDS, PYRAMID_WORDS, TIER_WORDS } from '../words/domain-words';
import { wordMissing } from '../words/missing-words';
import { clientColumns, TIER_TONES, tierColumn } from './parts/client-columns';
import { PARETO_CHART, paretoTable, rankedClients } from './parts/pareto';

const tierTable = defineTable<TierFigures>({
  id: 'tiers',
  heading: { zh: '等级构成：实际与 10/20/70 经验比例', en: 'Tiers: actual against the rule of thumb 10/20/70' },
  note: {
    zh: '等级由金额决定；客户数占比只作对照，偏离经验比例不是错误。',
    en: 'The amount decides the tier; the share of clients is only a comparison, and differing from the rule of thumb is no error.',
  },
  rows: ({ analysis }) => analysis.tiers.tiers,
  columns: [
    label({ zh: '等级', en: 'Tier' }, ({ tier }) => TIER_WORDS[tier], {
      tones: TIER_TONES,
      span: 2,
      style: { align: 'left' },
    }),
    count({ zh: '客户数', en: 'Clients' }, ({ clients }) => clients, { total: 'sum' }),
    money({ zh: '净销售额', en: 'Net sales' }, ({ netAmount }) => netAmount, { total: 'sum', style: CELL.wholeMoney }),
    share({ zh: '金额占比', en: 'Share of sales' }, ({ shareOfAmount }) => shareOfAmount),
    ratio({ zh: '金额经验比例', en: 'Rule of thumb' }, ({ expectedShareOfAmount }) => expectedShareOfAmount),
    share({ zh: '客户数占比', en: 'Share of clients' }, ({ shareOfClients }) => shareOfClients),
    ratio(
      { zh: '客户数经验比例', en: 'Rule of thumb, clients' },
      ({ expectedShareOfClients }) => expectedShareOfClients,
    ),
  ],
});

const pyramidTable = defineTable<PyramidLevelFigures>({
  id: 'pyramid',
  heading: { zh: '客户金字塔（按名次 1/19/30/50）', en: 'Client pyramid (by rank, 1/19/30/50)' },
  rows: ({ analysis }) => analysis.pyramid,
  columns: [
    text({ zh: '层级', en: 'Level' }, ({ level }) => PYRAMID_WORDS[level], { span: 2 }),
    count({ zh: '客户数', en: 'Clients' }, ({ clients }) => clients, { total: 'sum' }),
    money({ zh: '净销售额', en: 'Net sales' }, ({ netAmount }) => netAmount, { total: 'sum', style: CELL.wholeMoney }),
    share({ zh: '金额占比', en: 'Share of sales' }, ({ shareOfAmount }) => shareOfAmount),
    share({ zh: '客户数占比', en: 'Share of clients' }, ({ shareOfClients }) => shareOfClients),
  ],
});

const profitTable = defineTable<ProfitClassFigures>({
  id: 'profitClasses',
  heading: { zh: '按利润分类：头等、潜力、常规', en: 'Profit classes: first class, promising, regular' },
  missing: ({ analysis }) => (analysis.profit.known ? undefined : wordMissing(analysis.profit.why)),
  rows: ({ analysis }) => valueOr(analysis.profit, []),
  columns: [
    text({ zh: '利润分类', en: 'Profit class' }, ({ profitClass }) => PROFIT_WORDS[profitClass], { span: 2 }),
    count({ zh: '客户数', en: 'Clients' }, ({ clients }) => clients, { total: 'sum' }),
    money({ zh: '毛利', en: 'Profit' }, ({ profit }) => profit, { total: 'sum', style: CELL.wholeMoney }),
    share({ zh: '毛利占比', en: 'Share of profit' }, ({ shareOfProfit }) => shareOfProfit),
  ],
});

interface ConcentrationLine {
  readonly label: Text;
  readonly value: number;
  readonly format: string;
  readonly limit?: number;
  readonly meaning: Text;
}

const concentrationTable = defineTable<ConcentrationLine>({
  id: 'concentration',
  heading: { zh: '集中度', en: 'Concentration' },
  missing: ({ analysis }) => (analysis.concentration.known ? undefined : wordMissing(analysis.concentration.why)),
  rows: concentrationLines,
  columns: [
    text({ zh: '指标', en: 'Measure' }, (line) => line.label, { span: 2 }),
    number({ zh: '数值', en: 'Value' }, ({ value }) => value, {
      styleOf: ({ format }) => ({ ...CELL.number, numberFormat: format }),
      maxWidth: 20,
    }),
    ratio(
      { zh: '提醒界限', en: 'Alert above' },
      ({ limit }) => (limit === undefined ? { known: false, why: { reason: 'not-entered' } } : limit),
      { silent: true },
    ),
    text({ zh: '说明', en: 'Meaning' }, ({ meaning }) => meaning, { span: 4 }),
  ],
});

function concentrationLines({ analysis }: ReportContext): readonly ConcentrationLine[] {
  if (!analysis.concentration.known) return [];
  const { cr1, cr5, hhi, effectiveClients, gini } = analysis.concentration.value;
  return [
    {
      label: { zh: '第一大客户占比 CR1', en: 'Largest client, CR1' },
      value: cr1,
      format: FORMAT.ratio,
      limit: analysis.settings['concentration.cr1'],
      meaning: { zh: '最大一家占净销售额的比重', en: 'Share of the largest client in net sales' },
    },
    {
      label: { zh: '前五大客户占比 CR5', en: 'Five largest, CR5' },
      value: cr5,
      format: FORMAT.ratio,
      limit: analysis.settings['concentration.cr5'],
      meaning: { zh: '最大五家合计占净销售额的比重', en: 'Share of the five largest clients in net sales' },
    },
    {
      label: { zh: '赫芬达尔指数 HHI', en: 'Herfindahl index, HHI' },
      value: hhi,
      format: '0.0000',
      meaning: {
        zh: '各家占比的平方和，0–1，越大越集中',
        en: 'Sum of squared shares, 0–1, higher is more concentrated',
      },
    },
    {
      label: { zh: '有效客户数 1/HHI', en: 'Effective clients, 1/HHI' },
      value: effectiveClients,
      format: '0.0',
      meaning: { zh: '相当于多少家一样大的客户', en: 'The same concentration as this many clients of equal size' },
    },
    {
      label: { zh: '基尼系数', en: 'Gini coefficient' },
      value: gini,
      format: '0.000',
      meaning: { zh: '0 为各家相等，1 为一家独占', en: '0: all equal; 1: one client has everything' },
    },
  ];
}

function wordTier({ tier, clients, shareOfAmount }: TierFigures): Text {
  return fill(
    { zh: '{tier} {clients} 家，占 {share}', en: '{tier}: {clients} clients, {share} of sales' },
    {
      tier: TIER_WORDS[tier],
      clients: wordNumber(clients),
      share: shareOfAmount.known ? wordPercent(shareOfAmount.value) : '—',
    },
  );
}

/** 003-9, 004-8, 003-10: who carries the sales. */
export const clientTiers = defineReport<ClientFigures>({
  id: 'clientTiers',
  sheet: { zh: '客户等级', en: 'Client tiers' },
  purpose: { zh: '客户Ⅰ/Ⅱ/Ⅲ类、名次、占比和理由', en: 'Tier, rank and share of every client, and why' },
  tab: TAB.clients,
  needs: ['transactions.amount'],
  isOfClients: true,
  orientation: 'portrait',
  paper: 'mainTable',
  rowPoints: 15,
  freezeHeader: true,
  keyedBy: 'first',
  message: ({ analysis }) => {
    const [first] = analysis.tiers.tiers;
    const top = [...analysis.clients].sort((a, b) => valueOr(a.rank, Infinity) - valueOr(b.rank, Infinity))[0];
    if (!first?.shareOfAmount.known || !top?.share.known) return undefined;
    return fill(
      {
        zh: '{n} 家Ⅰ类客户占净销售额的 {share}；最大的{name}一家占 {most}',
        en: '{n} clients of tier Ⅰ make {share} of net sales; the largest, {name}, makes {most}',
      },
      {
        n: wordNumber(first.clients),
        share: wordPercent(first.shareOfAmount.value),
        name: top.name || top.code,
        most: wordPercent(top.share.value),
      },
    );
  },
  highlights: ({ analysis }) => [
    joinTexts(analysis.tiers.tiers.map(wordTier), { zh: '   |   ', en: '   |   ' }),
    ...(analysis.tiers.untiered > 0
      ? [
          fill(
            {
              zh: '另有 {n} 家本期没有交易，不分等级。',
              en: 'Another {n} had no transaction in the period and have no tier.',
            },
            { n: wordNumber(analysis.tiers.untiered) },
          ),
        ]
      : []),
    ...(analysis.totals.internalClients > 0
      ? [
          fill(
            {
              zh: '内部客户 {n} 家（净销售额 {own}）不分等级；连同内部客户，净销售额合计 {all}。',
              en: 'Internal clients ({n}, net sales {own}) have no tier; with them, net sales come to {all}.',
            },
            {
              n: wordNumber(analysis.totals.internalClients),
              own: wordMoney(analysis.totals.internalNetAmount),
              all: wordMoney(analysis.totals.netAmount),
            },
          ),
        ]
      : []),
  ],
  banners: ({ analysis }) =>
    analysis.tiers.isFlat
      ? [
          {
            tone: 'watch' as const,
            text: {
              zh: '▲ 过半客户都在Ⅰ类：金额相差不大，单凭金额分不出主次。',
              en: '▲ More than half of the clients are in tier Ⅰ: amounts are too alike to tell clients apart.',
            },
          },
        ]
      : [],
  rows: rankedClients,
  columns: [
    ...clientColumns<ClientFigures>((client) => client),
    count(nameOf('rank'), ({ rank }) => rank, { id: 'rank' }),
    money(nameOf('netSales'), ({ netAmount }) => netAmount, {
      id: 'amount',
      total: 'sum',
      // Off the bar beside it.
      style: { ...CELL.wholeMoney, indent: 1 },
    }),
    share({ zh: '占比', en: 'Share' }, (client) => client.share),
    ratio(nameOf('cumulativeShare'), ({ cumulativeShare }) => cumulativeShare),
    tierColumn({ zh: '等级', en: 'Tier' }, ({ tier }) => tier, { id: 'tier' }),
    money(nameOf('netSalesBefore'), ({ previousNetAmount }) => previousNetAmount, {
      hideWhenEmpty: true,
      headerLines: 3,
      style: CELL.wholeMoney,
    }),
    growth(nameOf('change'), (client) => client.growth, { hideWhenEmpty: true, headerLines: 3 }),
    text({ zh: '业务员', en: 'Sales rep' }, ({ rep }) => rep, {
      id: 'rep',
      hideWhenEmpty: true,
      maxWidth: 10,
    }),
    tierColumn({ zh: '人工等级', en: 'Manual tier' }, ({ manualTier }) => manualTier, {
      hideWhenEmpty: true,
      silent: true,
      isUnprinted: true,
    }),
    money({ zh: '距上一级还差', en: 'Short of the next tier by' }, ({ toNextTier }) => toNextTier, {
      silent: true,
      style: CELL.wholeMoney,
      isUnprinted: true,
    }),
    text({ zh: '地区', en: 'Region' }, ({ region }) => region, {
      id: 'region',
      hideWhenEmpty: true,
      maxWidth: 14,
      isUnprinted: true,
    }),
    // Two more ways to grade: behind the outline, and in tables of their own below.
    label({ zh: '金字塔', en: 'Pyramid' }, ({ pyramid }) => mapOutcome(pyramid, (level) => PYRAMID_WORDS[level]), {
      minWidth: 10,
      isFolded: true,
      isUnprinted: true,
    }),
    label(
      { zh: '利润分类', en: 'Profit class' },
      ({ profitClass }) => mapOutcome(profitClass, (value) => PROFIT_WORDS[value]),
      { minWidth: 10, hideWhenEmpty: true, isFolded: true, isUnprinted: true },
    ),
    userText({ zh: '备注', en: 'Notes' }, { id: 'notes', isUnprinted: true }),
    text({ zh: '为什么', en: 'Why' }, ({ tierReason }) => tierReason, { maxWidth: 60, isUnprinted: true }),
  ],
  tables: [tierTable, pyramidTable, profitTable, concentrationTable, paretoTable()],
  charts: [PARETO_CHART],
  slicers: ['tier', 'rep', 'region'],
  sources: ['clients', 'transactions'],
  settings: [
    'tier.rule',
    'tier.cutOne',
    'tier.cutTwo',
    'returns.period',
    'pyramid.top',
    'pyramid.second',
    'pyramid.third',
  ],
});
