import type { PyramidLevel } from '../../core/sales/pyramid';
import type { ProfitClass } from '../../core/sales/profit/profit-classes';
import type { Tier } from '../../core/sales/tiers';
import { isoOf } from '../../core/model/day';
import type { IssueSeverity } from '../../core/model/issue';
import { TABLES, type ColumnPath, type TableName } from '../../core/model/tables';
import type { Period, PeriodChoice } from '../../core/model/period';
import { fill, verbatim, type Text } from '../../i18n/text';
import { FIELD_WORDS } from './field-words';

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
  products: { zh: '价目表', en: 'Price list' },
  commissionPlans: { zh: '佣金计划', en: 'Commission plan' },
  stockTakes: { zh: '盘点', en: 'Stock-taking' },
  warehouses: { zh: '仓库使用', en: 'Warehouse use' },
  fleet: { zh: '车辆运行', en: 'Fleet' },
  purchases: { zh: '采购', en: 'Purchasing' },
  production: { zh: '生产日报', en: 'Production' },
  stock: { zh: '库存', en: 'Stock' },
  vehicles: { zh: '客户车辆', en: 'Vehicles' },
  firmFiles: { zh: '资料登记', en: 'Firm files' },
  promotionItems: { zh: '促销品台账', en: 'Promotional items' },
  serviceRecords: { zh: '服务记录', en: 'Service records' },
  weighings: { zh: '过磅与出门', en: 'Weighings' },
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
