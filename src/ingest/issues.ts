import { byCodePoint } from '../core/model/by-code-point';
import type { Issue, IssueSeverity } from '../core/model/issue';
import { fill, type Text, type TextParam } from '../i18n/text';

/** One kind of problem that data can have: stable code, severity, both sentences. */
export interface IssueKind {
  readonly severity: IssueSeverity;
  /** What it is. `{…}` are parameters. */
  readonly message: Text;
  /** What was done about it, or what to do. */
  readonly action: Text;
}

const LEFT_OUT: Text = {
  zh: '该行未参与计算。改正后重新刷新。',
  en: 'The line was left out. Correct it and refresh.',
};
const CELL_EMPTY: Text = {
  zh: '该单元格按空白处理，该行其他内容照常使用。',
  en: 'The cell was taken as empty; the rest of the line was used.',
};

const kind = (severity: IssueSeverity, message: Text, action: Text): IssueKind => ({ severity, message, action });

/** Every problem that data can have. To add one, add an entry. */
export const ISSUES = {
  // lines
  'client-missing': kind(
    'error',
    { zh: '这一行没有客户', en: 'No customer on this line' },
    {
      zh: '该行未参与计算。如果客户只写在每组的第一行，请在“数据”一步勾选“向下填充”。',
      en: 'The line was left out. If the customer stands only on the first line of each group, switch on “fill down”.',
    },
  ),
  'day-missing': kind('error', { zh: '这一行没有日期', en: 'No date on this line' }, LEFT_OUT),
  'day-unreadable': kind(
    'error',
    { zh: '“{column}”里的内容不是有效日期', en: 'What stands in “{column}” is not a date' },
    {
      zh: '该行未参与计算。请写成 2026/1/5 或 2026年1月5日；不存在的日期（如2月30日）和两位数年份不接受。',
      en: 'The line was left out. Write 2026/1/5; days that do not exist and years of two digits are not accepted.',
    },
  ),
  'day-in-future': kind(
    'warning',
    { zh: '日期{day}在今天之后', en: 'The day {day} lies after today' },
    {
      zh: '这一行不计入任何期间，截止日也不受它影响。请核对年份。',
      en: 'The line counts in no period and does not set the as-of day. Check its year.',
    },
  ),
  'amount-missing': kind('error', { zh: '这一行没有金额', en: 'No amount on this line' }, LEFT_OUT),
  'amount-unreadable': kind(
    'error',
    { zh: '“{column}”里的内容不是数字', en: 'What stands in “{column}” is not a number' },
    LEFT_OUT,
  ),
  'required-missing': kind('error', { zh: '缺少“{column}”', en: '“{column}” is empty' }, LEFT_OUT),
  'required-unreadable': kind(
    'error',
    { zh: '“{column}”的内容看不懂', en: 'What stands in “{column}” cannot be read' },
    LEFT_OUT,
  ),
  'cell-error': kind(
    'warning',
    { zh: '“{column}”是错误值', en: 'An error stands in “{column}”' },
    {
      zh: '按空白处理。请检查该单元格的公式。',
      en: 'It was taken as empty. Check the formula of the cell.',
    },
  ),
  'required-error': kind(
    'error',
    { zh: '必填的“{column}”是错误值', en: 'An error stands in “{column}”, which is required' },
    { zh: '该行未参与计算。请检查该单元格的公式。', en: 'The line was left out. Check the formula of the cell.' },
  ),
  'cell-not-number': kind(
    'warning',
    { zh: '“{column}”里的内容不是数字', en: 'What stands in “{column}” is not a number' },
    CELL_EMPTY,
  ),
  'cell-not-day': kind(
    'warning',
    { zh: '“{column}”里的内容不是有效日期', en: 'What stands in “{column}” is not a date' },
    CELL_EMPTY,
  ),
  'cell-not-flag': kind(
    'warning',
    { zh: '“{column}”应为“是”或“否”', en: '“{column}” should be yes or no' },
    CELL_EMPTY,
  ),
  'cell-not-discount': kind(
    'error',
    { zh: '“{column}”里的折扣看不懂', en: 'The discount in “{column}” cannot be read' },
    LEFT_OUT,
  ),
  'currency-without-rate': kind(
    'error',
    {
      zh: '币种“{currency}”没有汇率，不能与{base}相加',
      en: '{currency} without an exchange rate cannot be added to {base}',
    },
    {
      zh: '该行未参与计算。请加一列“汇率”，或换算成同一币种。',
      en: 'The line was left out. Add a column with the exchange rate, or convert to one currency.',
    },
  ),
  'currency-partly': kind(
    'notice',
    {
      zh: '有{count}行写明是{currency}，其余{rest}行没有写明币种',
      en: '{count} lines say that they are in {currency}, the other {rest} say no currency',
    },
    {
      zh: '都按同一种币种相加了；不是的话，请给没有写明的行补上币种和汇率。',
      en: 'All were added up as one currency. If they are not, give the others their currency, and a rate.',
    },
  ),
  'order-unknown': kind(
    'error',
    { zh: '订单表里没有订单号“{order}”', en: 'Order “{order}” is not on the order sheet' },
    { zh: '该行没有客户和日期，未参与计算。', en: 'The line has neither customer nor date and was left out.' },
  ),
  'order-without-client': kind(
    'error',
    { zh: '订单“{order}”没有客户或日期', en: 'Order “{order}” has no customer or no date' },
    LEFT_OUT,
  ),
  'order-twice': kind(
    'warning',
    { zh: '订单号“{order}”在订单表里出现多次', en: 'Order “{order}” stands more than once on the order sheet' },
    { zh: '按第一次出现的那一行取客户和日期。', en: 'Customer and dates were taken from its first line.' },
  ),
  'client-twice': kind(
    'error',
    { zh: '客户“{client}”重复：与第{other}行相同', en: 'Customer “{client}” stands twice: the same as row {other}' },
    {
      zh: '采用先出现的一行，本行未使用。请合并成一行。',
      en: 'The first line was used, this one was not. Make them one.',
    },
  ),
  'client-name-differs': kind(
    'warning',
    {
      zh: '编号“{code}”在这里叫“{name}”，在别处叫“{other}”',
      en: 'Code “{code}” is called “{name}” here and “{other}” elsewhere',
    },
    {
      zh: '按编号归到同一客户。如果其实是两家，请改正编号。',
      en: 'Taken as one customer by code. If they are two, correct the code.',
    },
  ),
  'client-ambiguous': kind(
    'warning',
    { zh: '有多家客户叫“{name}”', en: 'Several customers are called “{name}”' },
    {
      zh: '记在第一家名下。请补上客户编号以区分。',
      en: 'Put to the first of them. Add the customer code to tell them apart.',
    },
  ),
  'client-look-alike': kind(
    'notice',
    { zh: '“{name}”和“{other}”可能是同一客户（{why}）', en: '“{name}” and “{other}” may be one customer ({why})' },
    {
      zh: '没有合并。确认后请改成同一名称或编号。',
      en: 'They were not merged. If they are one, give them one name or code.',
    },
  ),
  'client-only-in-transactions': kind(
    'notice',
    { zh: '有{count}家客户不在客户表里', en: '{count} customers are not on the customer sheet' },
    { zh: '照常计算；建议补进客户表。', en: 'They were counted; add them to the customer sheet.' },
  ),
  'quantity-impossible': kind(
    'warning',
    { zh: '“{column}”大于发出数量', en: '“{column}” exceeds the quantity shipped' },
    { zh: '该单元格按空白处理。', en: 'The cell was taken as empty.' },
  ),
  'days-reversed': kind(
    'warning',
    { zh: '“{column}”早于订货日期', en: '“{column}” lies before the order day' },
    { zh: '照原样使用，相关指标会把它排除。', en: 'Used as it stands; figures that need both days leave it out.' },
  ),
  'sign-made-negative': kind(
    'notice',
    { zh: '有{count}行退货或折让的金额写成正数', en: '{count} return or allowance lines have a positive amount' },
    { zh: '已按负数计算。', en: 'They were counted as negative.' },
  ),
  'amount-computed': kind(
    'notice',
    {
      zh: '有{count}行的金额由“数量×单价×（1−折扣）”得出',
      en: '{count} amounts were made of quantity × price × (1 − discount)',
    },
    { zh: '未逐行四舍五入。', en: 'They were not rounded line by line.' },
  ),
  'document-totals': kind(
    'notice',
    {
      zh: '“{column}”是整单的金额，{where}',
      en: '“{column}” is that of the whole document, and {where}',
    },
    {
      zh: '每单只计一次，记在第一行；其余{count}行按0计，数量照常。',
      en: 'It counts once a document, on its first line; the other {count} lines count 0, their quantities as they stand.',
    },
  ),
  'amount-from-price-list': kind(
    'notice',
    {
      zh: '这张表没有金额和单价：{count}行的金额按“{other}”的单价×数量算出',
      en: 'The sheet has neither amount nor price: {count} amounts are quantity × the price of “{other}”',
    },
    {
      zh: '不是实际成交价。有成交金额的话，请加一列“金额”。',
      en: 'They are not the prices actually charged. Add a column with the amount if there is one.',
    },
  ),
  'price-unknown': kind(
    'error',
    {
      zh: '价目表里没有“{column}”的这个产品，或它没有单价',
      en: 'What stands in “{column}” is not on the price list, or has no price there',
    },
    LEFT_OUT,
  ),
  'price-ambiguous': kind(
    'error',
    {
      zh: '“{column}”的这个产品在价目表里有几个不同的单价',
      en: 'What stands in “{column}” has several prices on the price list',
    },
    {
      zh: '该行未参与计算：不知道用哪一个。请在这一行写明单价。',
      en: 'The line was left out, as nobody knows which counts. Write the price on the line.',
    },
  ),
  'formulas-computed': kind(
    'notice',
    {
      zh: '有{count}个公式在文件里没有结果，已按四则运算算出',
      en: 'The file holds no result of {count} formulas; they were worked out as arithmetic',
    },
    {
      zh: '用 Excel 打开、保存一次，文件里就有结果。',
      en: 'Opened and saved in Excel once, the file holds the results.',
    },
  ),
  'formulas-without-result': kind(
    'warning',
    {
      zh: '有{count}个公式在文件里没有结果，也不是简单的四则运算',
      en: 'The file holds no result of {count} formulas, and they are more than arithmetic',
    },
    {
      zh: '按文件里的样子读取（空白或0）。请用 Excel 打开、保存一次，再刷新。',
      en: 'Their cells were read as they stand (empty, or 0). Open the file in Excel, save it once, and refresh again.',
    },
  ),
  'values-linked': kind(
    'notice',
    {
      zh: '这张表有公式取自别的工作簿（{books}），读的是文件里存下的值',
      en: 'Formulas on this sheet take values from other workbooks ({books}); what the file keeps of them was read',
    },
    {
      zh: '可能已经过时：请在 Excel 的“数据 › 编辑链接 › 更新值”里更新、保存，再刷新；也可以把那些工作簿一起读进来。',
      en: 'They may be of an earlier day: update them under Data › Edit Links, save, and refresh; or read those workbooks too.',
    },
  ),
  'words-unknown': kind(
    'warning',
    {
      zh: '“{column}”里的“{word}”不知道是什么意思（{lines}）',
      en: 'The word “{word}” in “{column}” is not known ({lines})',
    },
    {
      zh: '未作任何推断。请在“数据”一步里说明它的意思。',
      en: 'Nothing was concluded from it. Say in the data step what it means.',
    },
  ),

  'closed-but-paid': kind(
    'notice',
    {
      zh: '“{column}”里有{count}行写着关闭或退款，但买家的钱没有退（{money}）',
      en: '{count} lines of “{column}” say closed or refunded, yet the buyer’s money was kept ({money})',
    },
    { zh: '照常计入销售。', en: 'They count as sales.' },
  ),
  'invoice-totals-repeated': kind(
    'notice',
    {
      zh: '发票的总额在它的每一行重复',
      en: 'The total of an invoice is repeated on each of its lines',
    },
    {
      zh: '每张发票只计一次，其余{count}行没有计入。',
      en: 'Each invoice counts once; the other {count} lines do not count.',
    },
  ),
  'refunds-not-sales': kind(
    'notice',
    {
      zh: '有{count}行写着已退款（{money}）',
      en: '{count} lines say that the money was refunded ({money})',
    },
    { zh: '当作取消，没有计入销售。', en: 'They are taken for cancelled and do not count as sales.' },
  ),
  'returned-beside': kind(
    'warning',
    {
      zh: '“{column}”里有{count}行退回了钱，共{money}，没有从销售额里减去',
      en: '“{column}” says that money came back on {count} lines, together {money}: it was not taken off the sales',
    },
    {
      zh: '如果金额是退款以前的，请把退款写成负数行，或写到退货表里。',
      en: 'If the amounts are those before the refund, write refunds as negative lines or on a sheet of returns.',
    },
  ),
  'lines-not-sales': kind(
    'notice',
    {
      zh: '有{count}行不是销售（收款、采购、报价等，{money}）',
      en: '{count} lines are no sales (payments, purchases, quotations …, {money})',
    },
    { zh: '没有计入销售。', en: 'They do not count as sales.' },
  ),
  'unit-mixed': kind(
    'notice',
    { zh: '数量有多个单位：{units}', en: 'Quantities come in several units: {units}' },
    { zh: '不同单位的数量不能直接相加，请留意。', en: 'Quantities of different units cannot be added; mind that.' },
  ),
  'invoices-cancelled': kind(
    'notice',
    { zh: '有{count}张单据已作废', en: '{count} documents are void' },
    { zh: '没有计入应收和销售。', en: 'They count neither as receivable nor as sold.' },
  ),
  // sheets
  'sheet-hidden': kind(
    'notice',
    { zh: '工作表“{name}”是隐藏的，没有读取', en: 'Sheet “{name}” is hidden and was not read' },
    { zh: '需要时请取消隐藏，或在列对应里指定它。', en: 'Unhide it, or name it in the column map, if it is needed.' },
  ),
  'other-headers': kind(
    'warning',
    {
      zh: '第 {row} 行像是另一种表的表头，没有当成另一张表读',
      en: 'Row {row} looks like the headers of another table, which was not read as one',
    },
    {
      zh: '下面的行按上面的列读取。请把它移到另一张工作表，或让列与上面相同。',
      en: 'The rows below were read by the columns above. Move them to a sheet of their own, or give them the same columns.',
    },
  ),
  'sheet-missing': kind(
    'warning',
    { zh: '列对应里的工作表“{name}”不存在', en: 'Sheet “{name}” of the column map is not there' },
    { zh: '已忽略这一条。', en: 'That entry was ignored.' },
  ),
  'column-missing': kind(
    'warning',
    {
      zh: '列对应里的“{column}”（{field}）在表里找不到',
      en: '“{column}” ({field}) of the column map is not on the sheet',
    },
    {
      zh: '改为自动识别。请在“数据”一步重新选择。',
      en: 'It was recognised anew. Choose the column again in the data step.',
    },
  ),
  'cross-table': kind(
    'notice',
    {
      zh: '这是交叉表：“{from}”至“{to}”共{count}列，每个有数的格子算一笔',
      en: 'A cross-table: “{from}” to “{to}”, {count} columns, each filled cell counts as one line',
    },
    {
      zh: '{totals}；合计行也没有计入。{days}。',
      en: '{totals}, nor were rows of totals. {days}.',
    },
  ),
  'ageing-summary': kind(
    'notice',
    {
      zh: '这是账龄汇总表：“{from}”至“{to}”共{count}个区间，每个有数的格子是一笔未收款',
      en: 'An ageing summary: “{from}” to “{to}”, {count} bands, each filled cell is an open amount',
    },
    {
      zh: '{totals}；没有到期日，逾期天数按区间的起点（至少）计。',
      en: '{totals}. There are no due days: days overdue are the first of the band, at least.',
    },
  ),
  ledger: kind(
    'notice',
    {
      zh: '这是往来账：借方（应收）算开票，贷方（收款）算收款，{openings}笔期初余额算以前的欠款',
      en: 'A ledger: debits count as billed, credits as received, {openings} opening balances as owed from before',
    },
    {
      zh: '期初余额不是销售；摘要写退货、折让、红冲的贷方从开票里减去；余额列和本月合计、本年累计没有采用。',
      en: 'An opening balance is no sale; credits that say return or allowance lower what was billed. Running balances and totals were not used.',
    },
  ),
  'ledger-openings-left': kind(
    'warning',
    {
      zh: '有{count}笔期初余额没有计入，共{money}',
      en: '{count} opening balances were not counted, together {money}',
    },
    {
      zh: '不知道是哪个客户或哪一天的。请加上“客户”列或日期，再刷新。',
      en: 'Whose they are, or of which day, is not known. Add a column with the customer or the day and refresh.',
    },
  ),
  'cross-table-year': kind(
    'warning',
    { zh: '月份没有写年份，按{year}年计算', en: 'The months name no year and were taken as of {year}' },
    {
      zh: '不对的话，请在表名、标题或列名里写上年份（如 2025年1月）。',
      en: 'If that is wrong, write the year into the sheet’s name, its title or the headers (Jan 2025).',
    },
  ),
  'cross-table-total': kind(
    'warning',
    { zh: '合计写的是{stated}，各格相加是{sum}', en: 'The total says {stated}, the cells add up to {sum}' },
    { zh: '按各格计算，合计没有采用。', en: 'The cells were counted; the total was not used.' },
  ),
  'sheet-summary': kind(
    'notice',
    { zh: '工作表“{name}”像是“{other}”的汇总或副本', en: 'Sheet “{name}” looks like a summary or copy of “{other}”' },
    {
      zh: '为避免重复计算没有计入。如果不是，请在“数据”一步里选用它。',
      en: 'It was left out so that nothing counts twice. Choose it in the data step if it is data of its own.',
    },
  ),
  'sheet-second-detail': kind(
    'warning',
    {
      zh: '“{name}”和“{other}”都像销售明细，但格式不同',
      en: '“{name}” and “{other}” both look like sales lines, in different layouts',
    },
    {
      zh: '只用了“{other}”。如果两张表不重复，请在“数据”一步里都选用。',
      en: 'Only “{other}” was used. Choose both in the data step if they do not overlap.',
    },
  ),
  'sheet-two-layouts': kind(
    'notice',
    {
      zh: '“{name}”和“{other}”都是销售明细，格式不同，没有看到重复的单号',
      en: '“{name}” and “{other}” both hold sales lines, in different layouts, with no number in both',
    },
    {
      zh: '两张表都计入了。如果其实重复，请在“数据”一步里只选一张。',
      en: 'Both were counted. Choose one of them in the data step if they overlap.',
    },
  ),
  'lines-twice': kind(
    'warning',
    {
      zh: '“{name}”有{count}行在“{other}”里也有（合计{money}）：客户、日期、金额和单号都相同',
      en: '{count} lines of “{name}” stand on “{other}” too ({money} in all): same customer, day, amount and number',
    },
    {
      zh: '只计了一次，算在“{other}”里。如果确实是两笔，请写上不同的单号。',
      en: 'They were counted once, on “{other}”. If they are two sales each, give them numbers of their own.',
    },
  ),
  'lines-perhaps-twice': kind(
    'notice',
    {
      zh: '“{name}”有{count}行与“{other}”的客户、日期、金额相同，没有单号可以核对',
      en: '{count} lines of “{name}” have customer, day and amount of lines of “{other}”, and no number to compare',
    },
    {
      zh: '都计入了。如果是重复，请删去一处。',
      en: 'Both were counted. Delete one of them if they are the same sale.',
    },
  ),
  'goods-twice': kind(
    'warning',
    {
      zh: '“{name}”的货在“{other}”里都有（{count}行，{money}）：同一客户、数量和金额，日期不同',
      en: 'The goods of “{name}” stand on “{other}” ({count} lines, {money}): same customers, quantities and amounts on other days',
    },
    {
      zh: '一批货只计一次：用了“{other}”。如果是另外的销售，请在“数据”一步里说明。',
      en: 'Goods count once: “{other}” was used. Say in the data step if they are other sales.',
    },
  ),
  'column-ambiguous': kind(
    'warning',
    { zh: '“{field}”可能是“{column}”，也可能是{others}', en: '“{field}” may be “{column}” or {others}' },
    {
      zh: '采用了“{column}”。不对的话请在“数据”一步里改。',
      en: '“{column}” was used. Change it in the data step if that is wrong.',
    },
  ),
  'amount-in-other-unit': kind(
    'warning',
    {
      zh: '“{column}”每行都是“数量×单价”的同一倍数，单位可能不同',
      en: '“{column}” is the same multiple of quantity × unit price on every line: its unit may be another',
    },
    {
      zh: '金额采用了数量×单价。应该用“{column}”的话，请在“数据”一步里选它。',
      en: 'The amount was made of quantity × unit price. Choose “{column}” in the data step if that is the amount.',
    },
  ),
  'amount-zero': kind(
    'warning',
    {
      zh: '有{count}行的金额是0，但数量×单价不是0（合计{money}）',
      en: '{count} lines have an amount of 0 while quantity × price is not 0 ({money} in all)',
    },
    {
      zh: '按0计算。如果不是赠品或免费，请补上金额，或清空金额后刷新（空白时按数量×单价计算）。',
      en: 'They count as 0. If they are no gifts, fill in the amount, or empty it: an empty amount is quantity × price.',
    },
  ),
  'codes-cut': kind(
    'warning',
    {
      zh: '“{column}”有{count}个超过15位的编号存成了数字，Excel 已把后面的数字变成0',
      en: '“{column}” holds {count} codes of more than 15 digits as numbers: Excel has made zeros of the last digits',
    },
    {
      zh: '照现有数字读取，后几位不同的编号会并成一个。请从原系统以文本格式重新导出。',
      en: 'They were read as they stand: codes that differed in the last digits are one now. Export them again as text.',
    },
  ),
  'client-in-headings': kind(
    'notice',
    {
      zh: '没有客户列：每组上方单独一行的文字当作客户',
      en: 'There is no customer column: the line above each group is its customer',
    },
    {
      zh: '如果那一行不是客户，请加一列“客户”后刷新。',
      en: 'If those lines are no customers, add a column with the customer and refresh.',
    },
  ),
  'client-in-title': kind(
    'notice',
    { zh: '没有客户列：标题里写的是“{name}”', en: 'There is no customer column: the title says “{name}”' },
    { zh: '这张表的每一行都算作该客户。', en: 'Every line of the sheet counts as that customer’s.' },
  ),
  'client-is-sheet': kind(
    'notice',
    {
      zh: '没有客户列：工作表名“{name}”当作客户',
      en: 'There is no customer column: the name of the sheet, “{name}”, is the customer',
    },
    {
      zh: '这张表的每一行都算作该客户。如果表名不是客户，请加一列“客户”后刷新。',
      en: 'Every line of the sheet counts as that customer’s. If it is none, add a column with the customer and refresh.',
    },
  ),
  'day-in-headings': kind(
    'notice',
    {
      zh: '没有日期列：每组上方单独一行的日期当作这组的日期',
      en: 'There is no column of days: the day above each group is its day',
    },
    {
      zh: '如果那不是业务日期，请加一列“日期”后刷新。',
      en: 'If those are no days of business, add a column with the day and refresh.',
    },
  ),
  'day-said': kind(
    'notice',
    {
      zh: '没有日期列：标题或工作表名说的是{day}（只说了月份的，按当月1日）',
      en: 'There is no column of days: the title or the sheet’s name says {day} (the first of the month, where it says only a month)',
    },
    {
      zh: '这张表的每一行都按这一天计算。要按天算，请加一列“日期”。',
      en: 'Every line of the sheet counts as of that day. Add a column with the day to count by days.',
    },
  ),
  'month-sheet-year': kind(
    'notice',
    {
      zh: '没有日期列，工作表名只有月份：按{year}年这个月的1日读取',
      en: 'There is no column of days, and the sheet’s name says only a month: read as the first of that month of {year}',
    },
    {
      zh: '年份不对的话，请在标题里写上年份。',
      en: 'Write the year into the title if it is another.',
    },
  ),
  'orders-as-sales': kind(
    'notice',
    {
      zh: '没有销售明细，“{name}”的订单当作销售',
      en: 'There are no sales lines: the orders of “{name}” stand for sales',
    },
    {
      zh: '金额按订单金额，日期按订单日期。如果另有销售或开票明细，请放进同一工作簿。',
      en: 'Amounts and days are those of the orders. Put sales or invoice lines into the workbook if you keep them.',
    },
  ),
  'column-doubtful': kind(
    'warning',
    { zh: '“{column}”只有{share}的内容能按“{field}”读懂', en: 'Only {share} of “{column}” can be read as “{field}”' },
    { zh: '少于90%，没有使用这一列。', en: 'Less than 90%: the column was not used.' },
  ),
  'column-partly': kind(
    'warning',
    { zh: '“{column}”只有{share}的内容能按“{field}”读懂', en: 'Only {share} of “{column}” can be read as “{field}”' },
    {
      zh: '列名相符，照常使用；读不懂的逐格列出。',
      en: 'The header says so, and it was used; what cannot be read is listed cell by cell.',
    },
  ),
  'day-order-unclear': kind(
    'warning',
    {
      zh: '“{column}”里如 3/4/2025 的日期，看不出是3月4日还是4月3日',
      en: 'Days such as 3/4/2025 in “{column}” may be 4 March or 3 April',
    },
    {
      zh: '按“{order}”读取。不对的话请在“数据”一步里改。',
      en: 'Read as {order}. Change it in the data step if that is wrong.',
    },
  ),
  'day-order-contradictory': kind(
    'warning',
    {
      zh: '“{column}”里的日期有的月在前、有的日在前',
      en: 'Some days in “{column}” have the month first, some the day',
    },
    { zh: '按“{order}”读取，读不通的列为问题行。', en: 'Read as {order}; what does not fit is listed.' },
  ),
  'short-years': kind(
    'notice',
    { zh: '“{column}”的年份是两位数', en: 'The years in “{column}” have two digits' },
    {
      zh: '按整列判断为“{order}”：00–29是20xx年，30–99是19xx年。',
      en: 'The whole column shows {order}: 00–29 are 20xx, 30–99 are 19xx.',
    },
  ),
  'days-swapped': kind(
    'warning',
    {
      zh: '“{column}”的文本日期都大于12日，真日期都不超过12日：文件可能在另一种日期格式的电脑上打开过，{count}行真日期的日和月换了位置',
      en: 'Every text day of “{column}” is above 12 and every real one at most 12: the file was perhaps opened under another date format, which exchanged day and month of {count} lines',
    },
    {
      zh: '照原样读取。如果确实换了，请在“数据”一步里选“换回来”，或用原文件重新导入。',
      en: 'They were read as they stand. Choose “put them right” in the data step, or import the original file again.',
    },
  ),
  'days-are-months': kind(
    'notice',
    {
      zh: '“{column}”里写的是月份（或周、季度、年），不是日期',
      en: '“{column}” holds months (or weeks, quarters, years), not days',
    },
    {
      zh: '每行按它的第一天计算；按月的数字不受影响（季度和年除外），按天的间隔和逾期天数只是近似。',
      en: 'Each line counts on its first day: figures by month are right (but of quarters and years), numbers of days are rough.',
    },
  ),
  'unix-times': kind(
    'notice',
    { zh: '“{column}”是一串数字（Unix 时间），换成了日期', en: '“{column}” holds Unix times, which were made days' },
    {
      zh: '按格林尼治时间换算：北京时间早上8点以前的，会算到前一天。',
      en: 'As of Greenwich: elsewhere, hours around midnight may belong to the day before or after.',
    },
  ),
  'year-from-title': kind(
    'notice',
    {
      zh: '“{column}”没有写年份，标题或工作表名上是{year}年',
      en: '“{column}” names no year; the title or the sheet says {year}',
    },
    { zh: '按{year}年读取。', en: 'Read as days of {year}.' },
  ),
  'lines-in-engine': kind(
    'notice',
    {
      zh: '{lines}行明细留在数据库里，由数据库按客户、月份、地区、业务员汇总成{groups}行',
      en: '{lines} lines stayed in the database, which added them up by client, month, region and rep into {groups}',
    },
    {
      zh: '金额、订单数和日期与逐行计算相同。最近的明细、产品、促销和逐行变动不显示：需要时不带 --push-down 重跑。',
      en: 'Amounts, orders and days are those of the lines. Last lines, products, promotions and changes line by line are not shown: run without --push-down for them.',
    },
  ),
  'filled-down': kind(
    'notice',
    {
      zh: '客户只写在每组第一行，已向下填充{count}行',
      en: 'The customer stands only on the first line of each group: {count} lines were filled',
    },
    {
      zh: '如有不对，请在“数据”一步里关闭“向下填充”。',
      en: 'Switch off “fill down” in the data step if that is wrong.',
    },
  ),
  'column-scaled': kind(
    'notice',
    {
      zh: '“{column}”以{unit}为单位（{where}上写明），已换算',
      en: '“{column}” is in {unit}, as {where} says, and was converted',
    },
    { zh: '报告里的金额都以元为单位。', en: 'Reports show single units.' },
  ),
  'column-scaled-by-product': kind(
    'warning',
    {
      zh: '“{column}”没有写单位，但几乎每行都是“数量×单价”的一部分：按{unit}换算',
      en: '“{column}” names no unit, yet nearly every line is quantity × price in {unit}: it was converted',
    },
    {
      zh: '不对的话请在列名里写明单位，如“金额（元）”。',
      en: 'If that is wrong, say the unit in the header, such as “Amount (CNY)”.',
    },
  ),
} as const satisfies Record<string, IssueKind>;

export type IssueCode = keyof typeof ISSUES;

export interface IssuePlace {
  readonly sheet: string;
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
}

/** Makes an issue of the catalogue. @example issueOf('day-missing', { sheet: '销售', row: 7 }) */
export function issueOf(code: IssueCode, place: IssuePlace, params: Readonly<Record<string, TextParam>> = {}): Issue {
  const { severity, message, action } = ISSUES[code] as IssueKind;
  const shown: Record<string, TextParam> = {};
  for (const [name, value] of Object.entries(params)) shown[name] = typeof value === 'string' ? shorten(value) : value;
  return {
    code,
    severity,
    sheet: place.sheet,
    ...(place.row === undefined ? {} : { row: place.row }),
    ...(place.column === undefined ? {} : { column: place.column }),
    ...(place.value === undefined ? {} : { value: shorten(place.value) }),
    message: fill(message, shown),
    action: fill(action, shown),
  };
}

const shorten = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= 80 ? flat : `${flat.slice(0, 79)}…`;
};

/** How many issues of one code are kept to be listed; all are counted. */
export const ISSUES_KEPT = 2000;

/** Collects issues: the first 2,000 of each code to be listed, the number of all. */
export class IssueLog {
  private readonly kept: Issue[] = [];
  private readonly counts = new Map<string, number>();

  /** The sentences are made only for what is kept: a million bad cells cost a million additions. */
  add(
    code: IssueCode,
    place: IssuePlace | (() => IssuePlace),
    params?: Readonly<Record<string, TextParam>>,
    lines = 1,
  ): void {
    const before = this.counts.get(code) ?? 0;
    this.counts.set(code, before + lines);
    if (before < ISSUES_KEPT) this.kept.push(issueOf(code, typeof place === 'function' ? place() : place, params));
  }

  addIssue(issue: Issue): void {
    const count = (this.counts.get(issue.code) ?? 0) + 1;
    this.counts.set(issue.code, count);
    if (count <= ISSUES_KEPT) this.kept.push(issue);
  }

  /** In the order of sheets, rows and columns; problems of whole sheets first. */
  listed(sheets: readonly string[]): readonly Issue[] {
    const rank = new Map(sheets.map((sheet, index) => [sheet, index]));
    return this.kept
      .map((issue, index) => ({ issue, index }))
      .sort(
        (a, b) =>
          (rank.get(a.issue.sheet) ?? -1) - (rank.get(b.issue.sheet) ?? -1) ||
          (a.issue.row ?? 0) - (b.issue.row ?? 0) ||
          a.index - b.index,
      )
      .map(({ issue }) => issue);
  }

  counted(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.counts].sort(([a], [b]) => byCodePoint(a, b)));
  }
}
