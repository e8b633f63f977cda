import type { TableName } from '../core/model/tables';
import type { Text } from '../i18n/text';

/** What the command line says. */
export const CLI_WORDS = {
  seeHelp: { zh: '用 --help 查看用法。', en: 'See --help for the usage.' },
  noSuchFile: { zh: '没有这个文件。', en: 'There is no such file.' },
  noMap: { zh: '列对照文件 {file} 读不出来：{why}', en: 'The map {file} cannot be read: {why}' },
  noShare: { zh: '查阅副本 {file} 没有内容可写：{why}', en: 'Nothing can go into the copy {file}: {why}' },
  nothing: { zh: '没有可分析的数据：', en: 'There is nothing to analyse:' },
  nothingTodo: {
    zh: '可以这样做：补上缺的列；或用 --map 说明哪一列是什么（见 README）；或用 --template transactions -o 新表.xlsx 得到一张空白表来填。',
    en: 'What you can do: add what lacks; or say by --map which column is what (see README); or fill in a blank sheet, from --template transactions -o new.xlsx.',
  },
  account: {
    zh: '{sheet}（{kind}）：读取 {read} 行，采用 {used}，剔除 {rejected}，期间外 {outOfPeriod}，已取消 {cancelled}',
    en: '{sheet} ({kind}): {read} rows read, {used} used, {rejected} rejected, {outOfPeriod} out of period, {cancelled} cancelled',
  },
  totals: {
    zh: '活跃客户 {clients} 家，净销售额 {amount}；数据问题 {issues} 处',
    en: '{clients} active clients, net sales {amount}; {issues} data issues',
  },
  issuesOnly: {
    zh: '没有销售金额；数据问题 {issues} 处',
    en: 'No sales amounts; {issues} data issues',
  },
  written: { zh: '已写入 {count} 张报表：{sheets}', en: '{count} reports written: {sheets}' },
  restored: {
    zh: '已恢复 {count} 张报表到上次刷新之前：{sheets}',
    en: '{count} reports stand as before the last refresh: {sheets}',
  },
  notRestored: { zh: '{file} 没有恢复：{why}', en: '{file} was not restored: {why}' },
  unchanged: { zh: '{count} 张报表没有变化：{sheets}', en: '{count} reports unchanged: {sheets}' },
  left: {
    zh: '另有 {count} 张没有要：{sheets}（--reports all 全部写）',
    en: '{count} more were not asked for: {sheets} (--reports all writes them all)',
  },
  notWritten: { zh: '未写 {sheet}：{why}', en: 'Not written, {sheet}: {why}' },
  templates: { zh: '已添加 {count} 张空白表：{sheets}', en: '{count} blank sheets added: {sheets}' },
  shared: { zh: '查阅副本 {file}：{sheets}', en: 'Copy for others {file}: {sheets}' },
  notShared: { zh: '未进副本 {sheet}：{why}', en: 'Not in the copy, {sheet}: {why}' },
  registered: { zh: '已记入「{sheet}」', en: 'Noted on the sheet “{sheet}”' },
  converted: {
    zh: '“{input}”是{format}：报表和各表的数值写入新工作簿，原文件没有改动',
    en: '“{input}” is {format}: the reports and the values of its sheets went into a new workbook; the file itself was not changed',
  },
  output: { zh: '结果：{output}（{seconds} 秒）', en: 'Result: {output} ({seconds} s)' },
  backup: { zh: '备份：{backup}', en: 'Backup: {backup}' },
  kinds: {
    clients: { zh: '客户', en: 'clients' },
    transactions: { zh: '交易', en: 'transactions' },
    deliveries: { zh: '发货', en: 'deliveries' },
    returns: { zh: '退货', en: 'returns' },
    complaints: { zh: '投诉', en: 'complaints' },
    invoices: { zh: '发票', en: 'invoices' },
    receipts: { zh: '收款', en: 'receipts' },
    contacts: { zh: '联络记录', en: 'contacts' },
    prospects: { zh: '商机', en: 'prospects' },
    survey: { zh: '满意度', en: 'survey' },
    creditFactors: { zh: '信用评分', en: 'credit factors' },
    operators: { zh: '经营者', en: 'operators' },
    indicatorEntries: { zh: '指标录入', en: 'indicator entries' },
    market: { zh: '市场', en: 'market' },
    contracts: { zh: '合同', en: 'contracts' },
    promotions: { zh: '促销', en: 'promotions' },
    documents: { zh: '文件登记', en: 'documents' },
    inquiries: { zh: '咨询', en: 'inquiries' },
    reps: { zh: '人员', en: 'reps' },
    holidays: { zh: '节假日', en: 'holidays' },
    targets: { zh: '目标', en: 'targets' },
    products: { zh: '价目表', en: 'price list' },
  } satisfies Readonly<Record<TableName, Text>>,
} as const;
