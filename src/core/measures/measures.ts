import type { Text } from '../../i18n/text';
import type { Measure } from './measure';

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
    unit: 'ratio',
    window: 'halfYearOnYear',
    population: {
      zh: '净销售额；成交不满 18 个月的比之前几个月',
      en: 'net sales; with under 18 months of deals, against the months before',
    },
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
    unit: 'money',
    window: 'asOf',
    population: { zh: '未收完的发票，含有争议的', en: 'invoices not fully paid, including disputed ones' },
    decimals: 2,
  },
  collectable: {
    name: { zh: '可催收', en: 'Collectable' },
    unit: 'money',
    window: 'asOf',
    population: { zh: '未收完的发票，不含有争议的', en: 'invoices not fully paid, excluding disputed ones' },
    decimals: 2,
  },
  disputed: {
    name: { zh: '有争议', en: 'Disputed' },
    unit: 'money',
    window: 'asOf',
    population: OPEN_INVOICES,
    decimals: 2,
  },
  overdue: {
    name: { zh: '逾期', en: 'Overdue' },
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
} as const satisfies Record<string, Measure>;

export type MeasureId = keyof typeof MEASURES;

/** The one name of a measure. @example nameOf('netSales') //=> { zh: '净销售额', en: 'Net sales' } */
export function nameOf(id: MeasureId): Text {
  return MEASURES[id].name;
}
