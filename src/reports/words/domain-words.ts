import type { PyramidLevel, ProfitClass, Tier } from '../../core/analysis';
import { isoOf } from '../../core/model/day';
import type { IssueSeverity } from '../../core/model/issue';
import { TABLES, type ColumnPath, type TableName } from '../../core/model/tables';
import type { Period, PeriodChoice } from '../../core/period';
import { fill, verbatim, type Text } from '../../i18n/text';

/** The words of the domain as sheets write them, both languages beside each other. A class letter never stands bare. */

export const TIER_WORDS: Readonly<Record<Tier, Text>> = {
  1: { zh: 'Ⅰ类', en: 'Tier Ⅰ' },
  2: { zh: 'Ⅱ类', en: 'Tier Ⅱ' },
  3: { zh: 'Ⅲ类', en: 'Tier Ⅲ' },
};

export const PYRAMID_WORDS: Readonly<Record<PyramidLevel, Text>> = {
  top: { zh: '重要客户', en: 'Top client' },
  second: { zh: '次要客户', en: 'Second level' },
  ordinary: { zh: '普通客户', en: 'Ordinary client' },
  small: { zh: '小客户', en: 'Small client' },
};

export const PROFIT_WORDS: Readonly<Record<ProfitClass, Text>> = {
  first: { zh: '头等客户', en: 'First class' },
  promising: { zh: '潜力客户', en: 'Promising' },
  regular: { zh: '常规客户', en: 'Regular' },
};

export const STATUS_WORDS: Readonly<Record<'good' | 'watch' | 'bad', Text>> = {
  good: { zh: '● 达标', en: '● On target' },
  watch: { zh: '▲ 留意', en: '▲ Watch' },
  bad: { zh: '■ 未达标', en: '■ Off target' },
};

export const SEVERITY_WORDS: Readonly<Record<IssueSeverity, Text>> = {
  error: { zh: '■ 未采用', en: '■ Not used' },
  warning: { zh: '▲ 留意', en: '▲ Check' },
  notice: { zh: '● 提示', en: '● Note' },
};

export const TABLE_WORDS: Readonly<Record<TableName, Text>> = {
  clients: { zh: '客户', en: 'Clients' },
  transactions: { zh: '交易', en: 'Transactions' },
  deliveries: { zh: '发货', en: 'Deliveries' },
  returns: { zh: '退货', en: 'Returns' },
  complaints: { zh: '投诉', en: 'Complaints' },
  invoices: { zh: '发票', en: 'Invoices' },
  receipts: { zh: '收款', en: 'Receipts' },
  contacts: { zh: '联络记录', en: 'Contacts' },
  prospects: { zh: '商机', en: 'Prospects' },
  survey: { zh: '满意度', en: 'Survey' },
  creditFactors: { zh: '信用评分', en: 'Credit factors' },
  operators: { zh: '经营者', en: 'Operators' },
  indicatorEntries: { zh: '指标录入', en: 'Operating figures' },
  market: { zh: '市场', en: 'Market' },
  contracts: { zh: '合同', en: 'Contracts' },
  promotions: { zh: '促销', en: 'Promotions' },
  documents: { zh: '档案登记', en: 'Documents' },
  inquiries: { zh: '咨询', en: 'Inquiries' },
  reps: { zh: '人员', en: 'Reps' },
  holidays: { zh: '节假日', en: 'Holidays' },
  targets: { zh: '目标', en: 'Targets' },
};

/** Columns by the name that a person knows them by. The same field has the same name on every table. */
const FIELD_WORDS: Readonly<Record<string, Text>> = {
  client: { zh: '客户', en: 'client' },
  code: { zh: '客户编号', en: 'client code' },
  name: { zh: '客户名称', en: 'client name' },
  day: { zh: '日期', en: 'date' },
  amount: { zh: '金额', en: 'amount' },
  quantity: { zh: '数量', en: 'quantity' },
  unit: { zh: '单位', en: 'unit' },
  unitPrice: { zh: '单价', en: 'unit price' },
  orderNo: { zh: '订单号', en: 'order number' },
  documentNo: { zh: '单号', en: 'document number' },
  product: { zh: '品名', en: 'product' },
  cost: { zh: '成本', en: 'cost' },
  profit: { zh: '毛利', en: 'profit' },
  region: { zh: '地区', en: 'region' },
  country: { zh: '国家', en: 'country' },
  continent: { zh: '洲代码', en: 'continent' },
  industry: { zh: '行业', en: 'industry' },
  businessType: { zh: '经营类型', en: 'business type' },
  rep: { zh: '业务员', en: 'sales rep' },
  manualTier: { zh: '人工等级', en: 'manual tier' },
  orderDay: { zh: '订货日期', en: 'order date' },
  promisedDay: { zh: '承诺交期', en: 'promised date' },
  revisedPromisedDay: { zh: '改期后交期', en: 'revised promise' },
  shippedDay: { zh: '发货日期', en: 'shipped date' },
  deliveredDay: { zh: '签收日期', en: 'delivered date' },
  orderedQuantity: { zh: '订货数量', en: 'ordered quantity' },
  shippedQuantity: { zh: '发出量', en: 'shipped quantity' },
  deliveredQuantity: { zh: '签收数量', en: 'delivered quantity' },
  damagedQuantity: { zh: '损坏量', en: 'damaged quantity' },
  lostQuantity: { zh: '丢失量', en: 'lost quantity' },
  wrongQuantity: { zh: '差错量', en: 'wrong quantity' },
  wrong: { zh: '发货差错', en: 'mis-shipment' },
  onTime: { zh: '是否准时', en: 'on time' },
  inFull: { zh: '是否足量', en: 'in full' },
  damaged: { zh: '是否损坏', en: 'damaged' },
  lost: { zh: '是否丢失', en: 'lost' },
  returned: { zh: '是否退回', en: 'returned' },
  direct: { zh: '直送', en: 'direct delivery' },
  documentsRight: { zh: '单证正确', en: 'documents right' },
  received: { zh: '受理时间', en: 'received' },
  stage: { zh: '环节', en: 'stage' },
  problem: { zh: '问题', en: 'problem' },
  firstReply: { zh: '首次回复时间', en: 'first reply' },
  closed: { zh: '结案时间', en: 'closed' },
  resolved: { zh: '是否解决', en: 'resolved' },
  compensation: { zh: '赔款', en: 'compensation' },
  dueDay: { zh: '到期日', en: 'due date' },
  paidDay: { zh: '付款日期', en: 'paid date' },
};

export function isTableName(name: string): name is TableName {
  return Object.hasOwn(TABLES, name);
}

/** @example wordColumn('transactions.cost') //=> { zh: '「交易」的「成本」列', en: 'the column “cost” of the transactions' } */
export function wordColumn(path: ColumnPath | string): Text {
  const [table = '', field = ''] = path.split('.');
  if (!isTableName(table)) return verbatim(path);
  return fill(
    { zh: '「{table}」的「{field}」列', en: 'column “{field}” of {table}' },
    { table: TABLE_WORDS[table], field: FIELD_WORDS[field] ?? verbatim(field) },
  );
}

/** @example wordPeriod({ from: dayOf(2025, 1, 1), to: dayOf(2025, 12, 31) }).en //=> '2025-01-01 to 2025-12-31' */
export function wordPeriod(period: Period): Text {
  return fill({ zh: '{from} 至 {to}', en: '{from} to {to}' }, { from: isoOf(period.from), to: isoOf(period.to) });
}

const CHOICE_WORDS = {
  last12m: { zh: '近12个月', en: 'last 12 months' },
  ytd: { zh: '本年至今', en: 'year to date' },
  all: { zh: '全部', en: 'all' },
} as const satisfies Record<string, Text>;

/** The period as the 参数 sheet writes it; `readPeriodChoice` reads every form back. */
export function wordPeriodChoice(choice: PeriodChoice): Text {
  switch (choice.kind) {
    case 'year':
      return { zh: `${choice.year}年`, en: `year ${choice.year}` };
    case 'range':
      return wordPeriod(choice);
    case 'last12m':
    case 'ytd':
    case 'all':
      return CHOICE_WORDS[choice.kind];
  }
}
