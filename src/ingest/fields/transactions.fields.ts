import {
  clientFields,
  field,
  needsClient,
  needsField,
  type FieldDefinition,
  type SheetDefinition,
} from './define-fields';
import { dayPartFields } from './day-part-fields';
import { DELIVERY_FACT_FIELDS, ORDER_DAY_FIELDS } from './delivery-columns';

/** What a line's amount is not: whatever else is measured in money on a sales line. */
const NOT_THE_AMOUNT = [
  '税额', '税率', '折扣', '折让', '单价', '价格', '成本', '毛利', '利润', '已收', '未收', '已付', '未付', '欠', '余额', '赔', '退', '目标', '累计', '预', '回款', '收款', '核销', '运费', '大写', '保证金', '信用', '额度', '优惠', '订金', '定金',
  'tax', 'discount', 'price', 'cost', 'profit', 'margin', 'paid', 'balance', 'freight', 'target', 'rep', 'person', 'order', 'date', 'id', 'channel', 'man', 'manager', 'credit', 'area', 'region', 'team', 'office', 'quantity', 'qty', 'units', 'volume', 'outstanding', 'due',
]; // prettier-ignore

/** Numbers of a sales line: on the sales sheet, or on the order lines of an ERP's two sheets. */
export const LINE_VALUE_FIELDS: readonly FieldDefinition[] = [
  field('transactions.product', 'text', '品名', 'Product', [
    '产品名称', '商品名称', '存货名称', '物料名称', '货物名称', '货品名称', '品名规格', '产品', '商品', '货名', '品种', '物品名称', '名称及规格', '规格型号', '型号', '存货编码', '物料编码', '商品编码', '产品编码', '产品编号', '货号', '宝贝标题', '商品标题', '选购商品', '产品名', '物料', '货品', '货物', '品名及规格', '项目名称', '货物或应税劳务名称', '服务名称', '规格',
  ], ['product name', 'item name', 'item', 'description', 'item description', 'sku', 'sku name', 'product description', 'product code', 'product id', 'item code', 'item no', 'material', 'article', 'part number', 'product/service', 'lineitem name', 'item title', 'product title', 'material description', 'product key', 'stock code', 'sku code', 'lineitem sku'], {
    example: { zh: '育肥猪配合饲料', en: 'Pig feed' }, width: 20, not: ['类', '线', 'line', 'category', 'group', 'type', '数量', 'quantity', 'price', '单价', '金额', '投诉', 'notes', 'comment'],
  }),
  field('transactions.category', 'text', '品类', 'Category', ['产品类别', '商品类别', '类别', '产品大类', '存货分类', '物料分类', '产品分类', '商品分类', '大类', '产品线', '产品系列'], ['product category', 'product line', 'product group', 'item category', 'item group', 'product family', 'sub category'], {
    example: { zh: '饲料', en: 'Feed' }, width: 12, not: ['客户', 'customer', '业务', '单据'],
  }),
  field('transactions.quantity', 'number', '数量', 'Quantity', [
    '销售数量', '成交数量', '出库数量', '数量合计', '销量', '销售量', '件数', '实发数量', '发货数量', '吨数', '重量', '净重', '主数量', '基本数量', '开票数量', '购买数量', '商品数量', '产品数量', '宝贝总数量', '宝贝数量', '订购数量', '销货数量', '实销数量', '吨位', '箱数', '计费重量', '开单数量', '订货数量', '订单数量',
  ], ['qty', 'sales quantity', 'quantity sold', 'units sold', 'units', 'order quantity', 'quantity ordered', 'pieces', 'sales qty', 'volume', 'order qty', 'sold quantity', 'line item quantity', 'quantity purchased', 'qty sold', 'item quantity', 'lineitem quantity', 'product quantity', 'number of units', 'no of units', 'item qty', 'sales units', 'order item quantity'], {
    example: 20, width: 9, orElse: ['deliveries.deliveredQuantity', 'deliveries.shippedQuantity', 'deliveries.orderedQuantity'],
    not: ['损坏', '破损', '丢失', '退', '错发', '单价', '金额', 'damaged', 'lost', 'price', 'on hand', 'unit price', '库存', '结存', 'discount'],
  }),
  field('transactions.unit', 'text', '单位', 'Unit', ['计量单位', '主计量单位', '数量单位', '单位(数量)'], ['uom', 'unit of measure', 'units of measure'], { example: { zh: '吨', en: 't' }, width: 7, not: ['客户', '购货', '往来', '收货', '名称', '编', '价', 'price', 'cost', '提货', '付款', '金额', 'sold', '税'] }),
  field('transactions.unitPrice', 'number', '单价', 'Unit price', ['含税单价', '销售单价', '成交单价', '成交价', '售价', '标准单价', '价格', '销售价', '不含税单价', '无税单价', '结算单价', '结算价', '商品单价', '产品单价', '销货单价', '实际单价', '折后单价', '折后价', '京东价', '出厂价', '批发价', '零售价', '协议价', '含税价', '不含税价', '未税单价', '商品价格'], ['price each', 'price', 'price per unit', 'sales price', 'selling price', 'unit cost price', 'list price', 'net price', 'rate', 'product price', 'unit amount', 'item price', 'price per item', 'unit selling price', 'selling unit price', 'sell price', 'lineitem price', 'item cost', 'sale price', 'retail price', 'unit rate', 'unit price usd'], {
    example: 3200, numberFormat: '#,##0.00', width: 10, not: ['total', 'ext', '合计', 'extended', 'exchange', '成本', 'cost', '价税'],
  }),
  field('transactions.discount', 'discount', '折扣', 'Discount', ['折扣率', '扣率', '折扣(%)', '折扣%', '打折'], ['discount rate', 'discount %', 'disc', 'discount percent', 'discount pct'], { width: 8, not: ['金额', '额', '价', 'amount', 'price', '后'] }),
  field('transactions.amount', 'number', '金额', 'Amount', [
    '价税合计', '本币价税合计', '含税金额', '含税销售额', '折后金额', '实际金额', '商家实收金额', '用户实付金额', '订单实付金额', '实付总额', '成交金额', '销售金额', '销售额', '成交额', '结算金额', '总金额', '金额合计', '合计金额', '金额', '货款金额', '货款', '交易金额', '应收金额',
    '开票金额', '订单金额', '本币金额', '总价', '销售收入', '收入', '应收', '借方金额', '合计', '净额', '不含税金额', '无税金额', '未税金额', '成交总额', '交易额', '营业额', '营业收入', '主营业务收入', '销售净额', '销售总额', '销售总金额', '总额', '总计金额', '总销售额', '含税总额', '不含税销售额', '未税销售额', '本位币金额', '原币价税合计', '原币含税金额', '原币金额', '发货金额', '出货金额', '出库金额', '销货金额', '开单金额', '业绩', '业绩金额', '消费金额', '订单总额', '订单总金额', '实付金额', '实付款', '买家实际支付金额', '实际支付金额', '实际付款金额', '应付金额', '订单应付金额', '买家应付货款', '应付货款', '商品总价', '商品金额', '商品金额合计', '运费收入', '应收运费', '服务收入', '行金额', '行合计', '运费', '运费金额', '运费合计', '总运费',
  ], [
    'net amount', 'sales amount', 'sales', 'net sales', 'revenue', 'total amount', 'line total', 'ext price', 'extended price', 'extended amount', 'line amount', 'order amount', 'order value', 'total price', 'total sales', 'sales value', 'sale amount', 'gross sales', 'invoice amount', 'amount due', 'turnover', 'value', 'total', 'subtotal', 'gross amount', 'amount incl tax', 'line item value', 'line value', 'item total', 'line item total', 'line subtotal', 'lineitem total', 'untaxed amount', 'net total', 'grand total', 'base grand total', 'rounded total', 'net value', 'tax excluded', 'amount in local currency', 'amount in company code currency', 'amount in lc', 'order total amount', 'order total', 'total value', 'total revenue', 'sales total', 'sum', 'price total', 'booking amount', 'gross revenue', 'net revenue', 'invoice value', 'invoice total', 'bill amount', 'taxable value', 'total payable', 'selling amount', 'item subtotal', 'product sales', 'purchase amount', 'transaction amount', 'total spent', 'total cost to customer', 'sales in currency', 'payment value', 'debit', 'debit amount',
  ], { example: 64000, numberFormat: '#,##0.00', width: 12, not: NOT_THE_AMOUNT }),
  field('transactions.tax', 'number', '税额', 'Tax', ['增值税', '销项税额', '税金'], ['tax amount', 'vat', 'vat amount', 'gst'], { numberFormat: '#,##0.00', width: 10, not: ['不含', '含税', '率', 'rate', 'no', '号', 'id', 'incl', 'excl', 'before'] }),
  field('transactions.cost', 'number', '成本', 'Cost', ['成本金额', '销售成本', '成本额', '总成本', '成本合计'], ['cost amount', 'total cost', 'cogs', 'cost of sales', 'cost of goods sold'], { numberFormat: '#,##0.00', width: 11, not: ['单价', '单位', 'unit', 'price', '率'] }),
  field('transactions.profit', 'number', '毛利', 'Profit', ['利润', '毛利额', '毛利润', '销售毛利', '销售利润', '利润额'], ['gross profit', 'gross margin', 'total profit', 'margin amount', 'contribution', 'margin'], { numberFormat: '#,##0.00', width: 11, not: ['率', '%', 'rate', 'ratio', 'percent'] }),
]; // prettier-ignore

/** A line's order number. */
export const orderNoField = field('transactions.orderNo', 'text', '订单号', 'Order ID', [
  '订单编号', '销售订单号', '订单号码', '客户订单号', '源单单号', '来源单号', '销售订单', '合同订单号', '关联订单', '对应订单号', '订货单号', '订单单号', '采购订单号',
], ['order number', 'order no', 'sales order', 'sales order no', 'so number', 'order ref', 'order reference', 'order code', 'po number', 'order', 'name'], {
  example: 'DD-260105-01', width: 16, not: ['date', 'day', 'quantity', 'qty', 'line', '日', '行', 'status', '状态', 'amount', '金额', 'priority', 'time', 'type', 'count', '数量', '类', '时间'],
}); // prettier-ignore

/** Returned orders, type words and status words of a sales line. */
const TYPE_FIELDS: readonly FieldDefinition[] = [
  field('transactions.type', 'words', '类型', 'Type', ['业务类型', '单据类型', '单据类别', '交易类型', '销售类型', '出库类型', '红蓝字', '单据名称', '订单类型', '红蓝标志', '摘要类型', '业务类别', '凭证类型', '单据性质', '发票类型', '交易类别', '类别'], ['transaction type', 'document type', 'doc type', 'order type', 'record type', 'line type', 'entry type', 'vch type', 'voucher type', 'billing type', 'sales document type', 'invoice type', 'sales type'], {
    options: [{ zh: '销售', en: 'Sale' }, { zh: '退货', en: 'Return' }, { zh: '折让', en: 'Allowance' }, { zh: '冲红', en: 'Reversal' }], example: { zh: '销售', en: 'Sale' }, width: 9,
    not: ['客户', 'customer', '产品', 'product', '经营', '付款', 'item', '运输'],
  }),
  field('transactions.status', 'words', '状态', 'Status', ['订单状态', '单据状态', '审核状态', '执行状态', '业务状态', '处理状态', '完成状态', '作废标志', '订单执行情况', '交易状态', '单据执行状态', '关闭状态', '退款状态', '发票状态'], ['order status', 'document status', 'state of order', 'financial status', 'fulfillment status', 'line status', 'sales status', 'order state', 'transaction status'], { width: 9, not: ['客户', 'customer', '付款', '收款', 'payment', '质量', 'quality'] }),
]; // prettier-ignore

const PAYMENT = { zh: '收款', en: 'Payment' };

/** What is looked up on a price list, where lines carry neither amount nor price: found by what stands in the cells. */
export const productKeyField = field(
  'transactions.productKey',
  'text',
  '价目表里的产品',
  'Product of the price list',
  [],
  [],
);

/** Sales lines: 销售明细, 发货明细, 销售出库单, 对账单, with the delivery and payment columns that stand on the same line. */
export const transactions: SheetDefinition = {
  kind: 'transactions',
  table: 'transactions',
  title: { zh: '交易', en: 'Transactions' },
  names: [
    '交易', '销售明细', '销售', '发货明细', '销售出库', '出库单', '对账单', '送货单', '流水', '明细账', '出货', '成交', '销售记录', '开票明细', '业绩明细', '销售台账', '订单明细', '出库明细', '销售数据',
    'transactions', 'sales', 'sales lines', 'orders', 'invoice lines', 'sales data',
  ],
  marks: ['价税合计', '含税金额', '成交', '销售额', '销售金额', '实发', '出库', 'sales', 'ext price', 'line total', 'net amount', 'revenue'],
  needs: [
    needsClient('transactions'),
    needsField('日期', 'date', 'transactions.day'),
    {
      label: { zh: '金额(或数量和单价)', en: 'amount (or quantity and unit price)' },
      anyOf: [['transactions.amount'], ['transactions.quantity', 'transactions.unitPrice']],
    },
  ],
  makers: [
    ...dayPartFields('transactions'),
    productKeyField,
    // What of the line came back, in a column beside it: told, and not taken off.
    field('transactions.returnedAmount', 'number', '退款金额', 'Refunded amount', ['退货金额', '退货额', '退款总额', '已退款金额', '退货货款'], ['refund amount', 'returned amount', 'amount refunded', 'total refunded'], { not: ['后', '前', '状态', '日', '数量', 'date', 'after', 'status'] }),
    // Beside debits that are sales: where credit notes stand.
    field('transactions.creditAmount', 'number', '贷方', 'Credit', ['贷方金额', '贷方发生额'], ['credit amount', 'cr'], { not: ['limit', 'note', 'terms', '额度'] }),
    // What a shop's buyer has paid after refunds: tells whether a closed order is none.
    // What an engine adds to the sums that it gives (push-down/push-statement.ts names the columns so).
    field('transactions.lines', 'number', '明细行数', 'Lines', [], ['kelan_lines']),
    field('transactions.dayBits', 'number', '各日', 'Days of the month', [], ['kelan_days']),
    field('transactions.orders', 'number', '整单数', 'Whole orders', [], ['kelan_orders']),
    field('transactions.settledAmount', 'number', '退款后实付金额', 'Paid after refunds', ['买家实际支付金额', '买家实付', '实际支付金额'], ['amount paid by buyer'], { width: 10 }),
  ],
  fields: [
    field('transactions.documentNo', 'text', '单号', 'Document no', [
      '单据编号', '单据号', '单据号码', '销售单号', '出库单号', '送货单号', '编号', '流水号', '凭证号', '单据', '销售出库单号', '交易单号', '票号', '单据编码', '交易编号', '销货单号', '销售单', '单据流水号', '出货单号', '发货单号', '小票号', '小票单号', '开单号', '单据No', '提单号', '工作单号', '业务单号', '子订单编号',
    ], ['document number', 'doc no', 'transaction id', 'transaction no', 'sales no', 'voucher no', 'receipt no', 'doc number', 'sales document', 'billing document', 'document', 'reference', 'reference no', 'ref no', 'number', 'num', 'no', 'vch no', 'voucher', 'trans no', 'transaction number', 'transaction key', 'receipt number', 'bill number', 'delivery note no', 'sales id', 'sale id'], { example: 'XS-260105-01', width: 16, orElse: ['transactions.invoiceNo'], not: ['客户', '产品', '商品', '存货', '物料', '手机', '电话', '税', '合同', '日期', 'customer', 'product', 'date', 'type'] }),
    orderNoField,
    ...clientFields('transactions'),
    field('transactions.day', 'day', '日期', 'Date', [
      '单据日期', '业务日期', '销售日期', '成交日期', '交易日期', '开票日期', '开单日期', '出库日期', '记账日期', '制单日期', '销售时间', '交易时间', '成交时间', '单据时间', '时间', '年月日', '日 期', '过账日期', '凭证日期', '购买日期', '入账日期', '录单日期', '开单时间', '销货日期', '发票日期', '过账日', '记账时间', '交易日', '发生日期', '发生时间', '销售日', '单据日', '业务时间', '结算日期', '订单付款时间', '买家付款时间', '付款时间', '支付时间', '支付完成时间', '出货日', '销售月份', '所属月份', '所属期间', '会计期间', '会计月份', '期间', '年月', '月份', '周次', '周', '季度', '时间戳', '付款时间戳', '下单时间戳', '创建时间', '统计日期', '统计周期', '统计月份', '运单日期', '托运日期', '受理日期', '接单日期',
    ], ['transaction date', 'sales date', 'sale date', 'invoice date', 'posting date', 'document date', 'doc date', 'date of sale', 'booked on', 'day', 'purchase date', 'trans date', 'voucher date', 'billing date', 'creation date', 'create date', 'created at', 'created on', 'created', 'date created', 'date added', 'effective date', 'txn date', 'transaction day', 'gl date', 'entry date', 'sold on', 'sold date', 'order placed', 'paid at', 'payment date time', 'timestamp', 'time stamp', 'date time', 'datetime', 'purchase timestamp', 'order purchase timestamp', 'invoice bill date', 'bill date', 'period', 'fiscal period', 'year month', 'sales month', 'month', 'week', 'week ending', 'week ended', 'week of', 'week start', 'week commencing', 'week beginning', 'week end', 'w/e', 'year week', 'iso week', 'quarter', 'fiscal quarter', 'created time', 'create time', 'pay time', 'order time', 'unix time', 'epoch', 'trade time'], {
      required: true, numberFormat: 'yyyy-mm-dd', example: '2026-01-05', width: 12,
      orElse: ['deliveries.orderDay', 'deliveries.shippedDay', 'deliveries.deliveredDay'],
      not: ['到期', '收款', '付款', '交货', '要求', '生日', '审核', '回款', '首次', '结束', '失效', '截止', '承诺', '预计', '计划', '修改', '核销', 'due', 'ship', 'required', 'delivery', 'paid', 'payment', 'update', 'modified', 'birth', 'expected', 'promised', 'start', 'end'],
    }),
    ...LINE_VALUE_FIELDS,
    field('transactions.currency', 'text', '币种', 'Currency', ['币别', '货币', '结算币种', '原币种', '币种名称', '交易币种'], ['currency code', 'ccy', 'curr', 'doc currency', 'document currency', 'transaction currency', 'local currency'], { width: 7, not: ['汇率', 'rate'] }),
    field('transactions.rate', 'number', '汇率', 'Exchange rate', ['折算汇率', '记账汇率'], ['fx rate', 'currency rate', 'conversion rate'], { width: 8 }),
    ...TYPE_FIELDS,
    field('transactions.region', 'text', '地区', 'Region', ['区域', '大区', '片区', '销售区域', '省份', '省', '区域名称', '所属区域', '地域', '城市'], ['territory', 'sales region', 'area', 'province', 'state', 'ship region', 'district', 'market', 'customer state', 'ship state', 'shipping state', 'billing state', 'order region', 'customer region', 'store region', 'city', 'customer city', 'ship city'], {
      width: 10, not: ['编码', 'code', 'id', '经理', 'manager', 'order', 'status', '代表'],
    }),
    field('transactions.country', 'text', '国家', 'Country', ['国家/地区', '国别', '目的国', '收货国家'], ['ship country', 'destination country', 'country name', 'nation'], { width: 10, not: ['代码', 'code'] }),
    field('transactions.rep', 'text', '业务员', 'Sales rep', ['销售员', '销售人员', '业务代表', '销售代表', '区域代表', '经手人', '跟单员', '责任人', '业务人员', '销售顾问', '客户经理', '职员', '业务经理', '开单人', '制单人员', '营销员', '销售经理', '所属业务员', '业务'], ['salesperson', 'sales person', 'salesman', 'rep', 'account manager', 'sales representative', 'employee', 'employee id', 'seller', 'agent', 'sales executive', 'sales agent', 'salesperson name', 'sold by'], {
      example: { zh: '李敏', en: 'Li Min' }, width: 10, not: ['部门', 'team', 'email', '电话'],
    }),
    ...ORDER_DAY_FIELDS,
    ...DELIVERY_FACT_FIELDS,
    field('transactions.invoiceNo', 'text', '发票号', 'Invoice no', ['发票号码', '发票编号', '开票号'], ['invoice number', 'invoice id', 'invoice', 'bill no'], { group: PAYMENT, width: 14, not: ['date', 'amount', 'type', '日期', '金额', '类型'] }),
    field('transactions.dueDay', 'day', '到期日', 'Due date', ['到期日期', '应收款日期', '付款到期日', '收款到期日', '应付日期', '应收日期', '账期到期日', '约定付款日期', '应付款日', '信用到期日'], ['payment due date', 'due day', 'payment due', 'invoice due date', 'net due date'], {
      group: PAYMENT, numberFormat: 'yyyy-mm-dd', width: 12, not: ['delivery', '交货', '合同'],
    }),
    field('transactions.paidDay', 'day', '收款日期', 'Paid date', ['回款日期', '付款日期', '到账日期', '实际收款日期', '实际付款日期', '结清日期', '实收日期', '收款时间', '回款时间'], ['payment date', 'date paid', 'paid on', 'settled date', 'cleared date'], {
      group: PAYMENT, numberFormat: 'yyyy-mm-dd', width: 12, not: ['到期', 'due', '应'],
    }),
    field('transactions.paidAmount', 'number', '已收金额', 'Paid amount', ['收款金额', '回款金额', '实收金额', '已付金额', '到账金额', '已收款', '已回款', '核销金额', '本次收款', '付款金额'], ['amount paid', 'payment amount', 'received amount', 'amount received', 'paid'], {
      group: PAYMENT, numberFormat: '#,##0.00', width: 12, not: ['未', '应', '剩余', 'unpaid', 'date', '日期'],
    }),
  ],
}; // prettier-ignore
