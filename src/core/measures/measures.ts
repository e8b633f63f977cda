import type { Text } from '../../i18n/text';
import type { Measure } from './measure';
import { TRACKING_MEASURES } from './tracking-measures';

const LINES: Text = {
  zh: '全部交易行，含内部客户，减退货，不含作废',
  en: 'all lines including internal clients, net of returns, excluding cancelled ones',
};
const OPEN_INVOICES: Text = { zh: '未收完的发票', en: 'invoices not fully paid' };
const SCORED_INVOICES: Text = {
  zh: '近24个月到期和仍未收的发票，不含有争议的',
  en: 'invoices due in 24 months or still open, without disputed ones',
};
const OF_CLIENT: Text = { zh: '每个客户', en: 'each client' };

/**
 * The register of measures: a figure that stands in more than one place has its name, window, population and rounding here, and
 * every place takes them from here. Indicators (K, E, I and the order indicators) have theirs in `core/kpis`.
 */
export const MEASURES = {
  netSales: {
    name: { zh: '净销售额', en: 'Net sales' },
    said: [
      { zh: '净销售额', en: 'sales' },
      { zh: '净销售额', en: 'Sales' },
    ],
    unit: 'money',
    window: 'period',
    population: LINES,
    decimals: 2,
  },
  netSalesBefore: {
    name: { zh: '上期净销售额', en: 'Net sales, previous period' },
    unit: 'money',
    window: 'periodBefore',
    population: LINES,
    decimals: 2,
  },
  change: {
    name: { zh: '比上期', en: 'Change on previous period' },
    alsoCalled: { zh: '增减率', en: 'growth' },
    unit: 'ratio',
    window: 'period',
    population: { zh: '净销售额，上期大于 0', en: 'net sales, previous period above 0' },
    decimals: 1,
  },
  recentChange: {
    name: { zh: '近6个月同比', en: 'Last 6 months on year' },
    said: [
      { zh: '近6个月同比', en: '6 months on year' },
      { zh: '近6个月比上年同期', en: 'last 6 months against a year earlier' },
    ],
    unit: 'ratio',
    window: 'halfYearOnYear',
    population: { zh: '净销售额；成交满 18 个月的客户', en: 'net sales; clients of 18 months and more' },
    decimals: 1,
  },
  share: {
    name: { zh: '占净销售额', en: 'Share of net sales' },
    unit: 'ratio',
    window: 'period',
    population: { zh: '参加排名的客户（不含内部客户）', en: 'ranked clients (excluding internal ones)' },
    decimals: 1,
  },
  cumulativeShare: {
    name: { zh: '累计占比', en: 'Cumulative share' },
    unit: 'ratio',
    window: 'period',
    population: { zh: '参加排名的客户（不含内部客户）', en: 'ranked clients (excluding internal ones)' },
    decimals: 1,
  },
  rank: {
    name: { zh: '名次', en: 'Rank' },
    unit: 'count',
    window: 'period',
    population: { zh: '参加排名的客户，按净销售额', en: 'ranked clients, by net sales' },
    decimals: 0,
  },
  returns: { name: { zh: '退货金额', en: 'Returns' }, unit: 'money', window: 'period', population: LINES, decimals: 2 },
  orders: {
    name: { zh: '订单数', en: 'Orders' },
    unit: 'count',
    window: 'period',
    population: {
      zh: '有销售行的订单（没有交易表时为发货单）',
      en: 'orders with a sale (delivery orders where there are no sales lines)',
    },
    decimals: 0,
  },
  quantity: {
    name: { zh: '数量', en: 'Quantity' },
    unit: 'quantity',
    window: 'period',
    population: LINES,
    decimals: 3,
  },
  activeClients: {
    name: { zh: '活跃客户', en: 'Active clients' },
    unit: 'count',
    window: 'period',
    population: {
      zh: '本期有销售的客户，含内部客户',
      en: 'clients with a sale in the period, including internal ones',
    },
    decimals: 0,
  },
  newClients: {
    name: { zh: '新增客户', en: 'New clients' },
    unit: 'count',
    window: 'period',
    population: { zh: '第一笔销售在本期的客户', en: 'clients whose first sale is in the period' },
    decimals: 0,
  },
  lostClients: {
    name: { zh: '流失客户', en: 'Lost clients' },
    said: [{ zh: '本期没再买', en: 'bought nothing in this one' }],
    unit: 'count',
    window: 'period',
    population: {
      zh: '上期有销售、本期没有的客户',
      en: 'clients with a sale in the previous period and none in this one',
    },
    decimals: 0,
  },
  keptShare: {
    name: { zh: '保有率', en: 'Client retention' },
    unit: 'ratio',
    window: 'period',
    population: { zh: '上期有销售的客户', en: 'clients with a sale in the previous period' },
    decimals: 1,
  },
  stoppedClients: {
    name: { zh: '停购客户', en: 'Clients who stopped buying' },
    unit: 'count',
    window: 'asOf',
    population: {
      zh: '按各自下单节奏，早该来而一直没来的客户',
      en: 'clients far past their usual ordering interval',
    },
    decimals: 0,
  },
  firstDeal: {
    name: { zh: '首次交易', en: 'First deal' },
    unit: 'day',
    window: 'allData',
    population: OF_CLIENT,
    decimals: 0,
  },
  lastDeal: {
    name: { zh: '最近交易', en: 'Last deal' },
    unit: 'day',
    window: 'allData',
    population: OF_CLIENT,
    decimals: 0,
  },
  amountTarget: {
    name: { zh: '年度金额目标', en: 'Amount target of the year' },
    unit: 'money',
    window: 'calendarYear',
    population: OF_CLIENT,
    decimals: 2,
  },
  salesOfYear: {
    name: { zh: '本年净销售额', en: 'Net sales, year to date' },
    unit: 'money',
    window: 'calendarYear',
    population: LINES,
    decimals: 2,
  },
  targetAttainment: {
    name: { zh: '年度目标完成率', en: 'Target of the year attained' },
    said: [{ zh: '年度目标完成', en: 'of the target of the year' }],
    unit: 'ratio',
    window: 'calendarYear',
    population: {
      zh: '有金额目标的客户；本年1月1日至截止日的净销售额 / 全年目标',
      en: 'clients with an amount target; net sales from 1 January to as-of / target of the whole year',
    },
    decimals: 1,
  },
  receivable: {
    name: { zh: '应收合计', en: 'Receivable' },
    said: [{ zh: '应收合计', en: 'receivable' }],
    unit: 'money',
    window: 'asOf',
    population: { zh: '未收完的发票，含有争议的', en: 'invoices not fully paid, including disputed ones' },
    decimals: 2,
  },
  collectable: {
    name: { zh: '可催收', en: 'Collectable' },
    said: [{ zh: '可催收', en: 'collectable' }],
    unit: 'money',
    window: 'asOf',
    population: { zh: '未收完的发票，不含有争议的', en: 'invoices not fully paid, excluding disputed ones' },
    decimals: 2,
  },
  disputed: {
    name: { zh: '有争议', en: 'Disputed' },
    said: [{ zh: '有争议', en: 'disputed' }],
    unit: 'money',
    window: 'asOf',
    population: OPEN_INVOICES,
    decimals: 2,
  },
  overdue: {
    name: { zh: '逾期', en: 'Overdue' },
    said: [{ zh: '逾期', en: 'overdue' }],
    unit: 'money',
    window: 'asOf',
    population: { zh: '可催收中已过到期日的', en: 'collectable and past its due day' },
    decimals: 2,
  },
  prepaid: {
    name: { zh: '预收', en: 'Advance payments' },
    unit: 'money',
    window: 'asOf',
    population: { zh: '收款超过发票的部分', en: 'receipts beyond all invoices' },
    decimals: 2,
  },
  exposure: {
    name: { zh: '占用', en: 'Exposure' },
    said: [{ zh: '占用', en: 'exposure' }],
    unit: 'money',
    window: 'asOf',
    population: {
      zh: '应收合计 + 已发未开票 + 已订未发 − 预收与保证金，不小于 0',
      en: 'receivable + delivered not invoiced + ordered not delivered − received ahead and deposits, not below 0',
    },
    decimals: 2,
  },
  creditLimit: {
    name: { zh: '现有额度', en: 'Limit' },
    said: [{ zh: '现有额度', en: 'limit' }],
    unit: 'money',
    window: 'asOf',
    population: OF_CLIENT,
    decimals: 2,
  },
  limitUse: {
    name: { zh: '使用率', en: 'Limit used' },
    unit: 'ratio',
    window: 'asOf',
    population: OF_CLIENT,
    decimals: 1,
  },
  suggestedLimit: {
    name: { zh: '建议额度', en: 'Suggested limit' },
    unit: 'money',
    window: 'asOf',
    population: OF_CLIENT,
    decimals: 2,
  },
  paymentIndex: {
    name: { zh: '付款指数', en: 'Payment index' },
    unit: 'points',
    window: 'payments',
    population: SCORED_INVOICES,
    decimals: 1,
  },
  daysLate: {
    name: { zh: '平均超期天数', en: 'Days beyond terms' },
    unit: 'days',
    window: 'payments',
    population: SCORED_INVOICES,
    decimals: 1,
  },
  paidOnTerms: {
    name: { zh: '按期付款占比', en: 'Paid within terms' },
    unit: 'ratio',
    window: 'payments',
    population: SCORED_INVOICES,
    decimals: 1,
  },
  creditSales: {
    name: { zh: '赊销额', en: 'Credit sales' },
    unit: 'money',
    window: 'twelveMonths',
    population: { zh: '开出的发票减红字，不含有争议的', en: 'invoices less credit notes, without disputed ones' },
    decimals: 2,
  },
  complaintsOfYear: {
    name: { zh: '投诉（12个月）', en: 'Complaints in 12 months' },
    unit: 'count',
    window: 'twelveMonths',
    population: OF_CLIENT,
    decimals: 0,
  },
  contactsOfYear: {
    name: { zh: '联络次数（12个月）', en: 'Contacts in 12 months' },
    unit: 'count',
    window: 'twelveMonths',
    population: OF_CLIENT,
    decimals: 0,
  },
  recentChangeOn6: {
    name: { zh: '近6个月环比', en: 'Last 6 months on 6' },
    said: [
      { zh: '近6个月环比', en: '6 months on 6' },
      { zh: '近6个月比前6个月', en: 'last 6 months against the 6 before' },
    ],
    unit: 'ratio',
    window: 'halfYear',
    population: { zh: '净销售额；成交 12 到 18 个月的客户', en: 'net sales; clients of 12 to 18 months' },
    decimals: 1,
  },
  recentChangeOn3: {
    name: { zh: '近3个月环比', en: 'Last 3 months on 3' },
    said: [
      { zh: '近3个月环比', en: '3 months on 3' },
      { zh: '近3个月比前3个月', en: 'last 3 months against the 3 before' },
    ],
    unit: 'ratio',
    window: 'quarter',
    population: { zh: '净销售额；成交不满 12 个月的客户', en: 'net sales; clients of under 12 months' },
    decimals: 1,
  },
  recentSales: {
    name: { zh: '近几个月净销售额', en: 'Sales of the recent months' },
    said: [{ zh: '净销售额', en: 'sales' }],
    unit: 'money',
    window: 'halfYearOnYear',
    population: { zh: '和同比、环比比的月份相同', en: 'the months that are compared' },
    decimals: 0,
  },
  daysSinceOrder: {
    name: { zh: '未下单天数', en: 'Days since the last order' },
    said: [
      { zh: '天未下单', en: 'days no order' },
      { zh: '最近下单', en: 'Last order' },
      { zh: '天没有第二单', en: 'no second order' },
    ],
    unit: 'days',
    window: 'asOf',
    population: OF_CLIENT,
    decimals: 0,
  },
  orderInterval: {
    name: { zh: '通常下单间隔', en: 'Usual ordering interval' },
    said: [{ zh: '天一单', en: 'every' }],
    unit: 'days',
    window: 'allData',
    population: { zh: '每个客户相邻下单日的中位数', en: 'median between order days of each client' },
    decimals: 0,
  },
  nextOrder: {
    name: { zh: '预计下单日', en: 'Next order due' },
    said: [{ zh: '该下单', en: 'due' }],
    unit: 'day',
    window: 'allData',
    population: { zh: '最近下单加通常间隔', en: 'last order plus the usual interval' },
    decimals: 0,
  },
  lastPurchase: {
    name: { zh: '最近一单金额', en: 'Last purchase' },
    said: [
      { zh: '下单', en: 'Bought' },
      { zh: '买', en: 'in use' },
      { zh: '上一单', en: 'needs' },
    ],
    unit: 'money',
    window: 'allData',
    population: { zh: '最近一个下单日的销售行', en: 'sales lines of the last order day' },
    decimals: 0,
  },
  overdueDays: {
    name: { zh: '最长逾期天数', en: 'Longest days overdue' },
    said: [{ zh: '最长', en: 'longest' }],
    unit: 'days',
    window: 'asOf',
    population: { zh: '可催收中已过到期日的', en: 'collectable and past its due day' },
    decimals: 0,
  },
  excess: {
    name: { zh: '超额度', en: 'Over the limit' },
    said: [{ zh: '超额度', en: 'over limit' }],
    unit: 'money',
    window: 'asOf',
    population: { zh: '占用减现有额度，大于 0', en: 'exposure less limit, above 0' },
    decimals: 0,
  },
  openComplaints: {
    name: { zh: '未结投诉', en: 'Open complaints' },
    said: [{ zh: '未结投诉', en: 'open complaints' }],
    unit: 'count',
    window: 'asOf',
    population: OF_CLIENT,
    decimals: 0,
  },
  complaintsOfMonth: {
    name: { zh: '当月投诉', en: 'Complaints of the month' },
    said: [{ zh: '投诉', en: 'complaints' }],
    unit: 'count',
    window: 'month',
    population: { zh: '按收到日', en: 'by the day received' },
    decimals: 0,
  },
  largestShare: {
    name: { zh: '最大的一家客户占净销售额', en: 'Largest client of net sales' },
    said: [{ zh: '最大的一家客户占净销售额', en: 'largest client accounts for' }],
    unit: 'ratio',
    window: 'period',
    population: { zh: '参加排名的客户', en: 'ranked clients' },
    decimals: 1,
  },
  fiveLargestShare: {
    name: { zh: '最大的五家客户占净销售额', en: 'Five largest of net sales' },
    said: [{ zh: '最大的五家客户占净销售额', en: 'five largest clients account for' }],
    unit: 'ratio',
    window: 'period',
    population: { zh: '参加排名的客户', en: 'ranked clients' },
    decimals: 1,
  },
  undatedFiles: {
    name: { zh: '没有资料更新日的客户', en: 'Clients without a date of last update' },
    said: [{ zh: '没有资料更新日', en: 'no date of last update' }],
    unit: 'count',
    window: 'asOf',
    population: { zh: '客户表上的客户', en: 'clients on the client sheet' },
    decimals: 0,
  },
  expectedAmount: {
    name: { zh: '预计成交金额', en: 'Expected amount' },
    said: [
      { zh: '商机', en: 'deal' },
      { zh: '意向', en: 'intention' },
      { zh: '可成交', en: 'about to close' },
    ],
    unit: 'money',
    window: 'asOf',
    population: { zh: '未结的商机', en: 'open opportunities' },
    decimals: 0,
  },
  daysSinceQuote: {
    name: { zh: '报价后天数', en: 'Days since the quotation' },
    said: [{ zh: '天没有回音', en: 'no reply' }],
    unit: 'days',
    window: 'asOf',
    population: { zh: '没有回音的报价', en: 'quotations without reply' },
    decimals: 0,
  },
  unusableRows: {
    name: { zh: '没有采用的行', en: 'Rows not used' },
    said: [{ zh: '不能用', en: 'could not be used' }],
    unit: 'count',
    window: 'allData',
    population: { zh: '每张表', en: 'each sheet' },
    decimals: 0,
  },
  atRisk: {
    name: { zh: '有风险的金额', en: 'At risk' },
    unit: 'money',
    window: 'asOf',
    population: {
      zh: '欠款（逾期与超额取大）加销售（漏单、下降、投诉的订单取大）',
      en: 'debts (the larger of overdue and above the limit) plus sales (the largest of missed orders, drop and orders complained of)',
    },
    decimals: 2,
  },
  daysToDay: {
    name: { zh: '离重要日期天数', en: 'Days to the day' },
    said: [{ zh: '还有', en: 'in' }],
    unit: 'days',
    window: 'asOf',
    population: OF_CLIENT,
    decimals: 0,
  },
  dso: {
    name: { zh: 'DSO', en: 'DSO' },
    unit: 'days',
    window: 'twelveMonths',
    population: { zh: '可催收除以赊销额，乘天数', en: 'collectable over credit sales, times days' },
    decimals: 1,
  },
  bestDso: {
    name: { zh: '最佳DSO', en: 'Best DSO' },
    unit: 'days',
    window: 'twelveMonths',
    population: { zh: '未到期除以赊销额，乘天数', en: 'not yet due over credit sales, times days' },
    decimals: 1,
  },
  delinquentDays: {
    name: { zh: '平均拖欠', en: 'Average delinquency' },
    unit: 'days',
    window: 'twelveMonths',
    population: { zh: 'DSO 减最佳 DSO', en: 'DSO less best DSO' },
    decimals: 1,
  },
  collectionRate: {
    name: { zh: '收款效率', en: 'Collection effectiveness' },
    unit: 'ratio',
    window: 'twelveMonths',
    population: { zh: '期初应收加赊销额减未到期', en: 'opening plus credit sales less not yet due' },
    decimals: 1,
  },
  creditScore: {
    name: { zh: '信用分', en: 'Credit score' },
    unit: 'points',
    window: 'asOf',
    population: OF_CLIENT,
    decimals: 1,
  },
  winRate: {
    name: { zh: '成交率', en: 'Win rate' },
    unit: 'ratio',
    window: 'allData',
    population: { zh: '已结的商机', en: 'closed opportunities' },
    decimals: 1,
  },
  attainment: {
    name: { zh: '达成率', en: 'Attainment' },
    unit: 'ratio',
    window: 'planMonth',
    population: { zh: '计划的联络', en: 'contacts planned' },
    decimals: 1,
  },
  coverage: {
    name: { zh: '客户覆盖率', en: 'Clients covered' },
    unit: 'ratio',
    window: 'planMonth',
    population: { zh: '计划联络的客户', en: 'clients with a contact planned' },
    decimals: 1,
  },
  ...TRACKING_MEASURES,
} as const satisfies Record<string, Measure>;

export type MeasureId = keyof typeof MEASURES;

/** The one name of a measure. @example nameOf('netSales') //=> { zh: '净销售额', en: 'Net sales' } */
export function nameOf(id: MeasureId): Text {
  return MEASURES[id].name;
}

/** What a figure is called in a sentence, of the second form where there is one. @example sayOf('daysSinceOrder') //=> 天未下单 */
export function sayOf(id: MeasureId, form = 0): Text {
  const { name, said }: Measure = MEASURES[id];
  return said?.[form] ?? name;
}

/** A figure of the register, or an indicator by its id (`core/kpis`). */
export type MeasureRef = MeasureId | `indicator ${string}`;
