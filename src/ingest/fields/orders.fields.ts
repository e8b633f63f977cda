import { clientFields, field, needsClient, needsField, type SheetDefinition } from './define-fields';
import { DELIVERY_FACT_FIELDS, ORDER_DAY_FIELDS } from './delivery-columns';
import { LINE_VALUE_FIELDS, orderNoField, productKeyField } from './transactions.fields';

const orderNo = { ...orderNoField, path: 'deliveries.orderNo' as const };

/** Order heads of an ERP: client and days; the lines stand on a sheet of their own and are joined by order number. */
export const orders: SheetDefinition = {
  kind: 'orders',
  table: 'deliveries',
  title: { zh: '订单', en: 'Orders' },
  names: ['订单', '订货', '销售订单', '订单表头', '订单主表', 'orders', 'order', 'sales orders', 'order headers'],
  marks: ['要求交期', '承诺交期', '订货日期', '订货时间', '订货人', '订单金额', 'required date', 'promised date', 'order amount', 'order date', 'freight'],
  needs: [
    needsField('订单号', 'order number', 'deliveries.orderNo'),
    needsClient('deliveries'),
    needsField('订货日期或交期', 'order or promised date', 'deliveries.orderDay', 'deliveries.promisedDay'),
  ],
  fields: [
    { ...orderNo, required: true },
    ...clientFields('deliveries'),
    ...ORDER_DAY_FIELDS.map((one) =>
      one.path === 'deliveries.orderDay' ? { ...one, zh: [...one.zh, '日期', '单据日期', '制单日期', '业务日期'], en: [...one.en, 'date', 'created at', 'created'] } : one,
    ),
    ...LINE_VALUE_FIELDS.filter((one) => one.path === 'transactions.product').map((one) => ({ ...one, path: 'deliveries.product' as const })),
    // What an order is worth is its amount: 货值 of a delivery is another word for it.
    ...DELIVERY_FACT_FIELDS.filter((one) => one.path !== 'deliveries.value').map((one) =>
      one.path === 'deliveries.orderedQuantity' ? { ...one, zh: [...one.zh, '数量'], en: [...one.en, 'quantity', 'qty'] } : one,
    ),
    field('deliveries.value', 'number', '订单金额', 'Order amount', ['订单实付金额', '商家实收金额', '用户实付金额', '实付总额', '货值', '金额', '价税合计', '总金额', '合同金额', '货款金额', '订单总额', '订单总金额', '订单金额', '含税金额', '本币金额', '订单货款', '合计金额', '金额合计', '未发货金额', '实付金额', '实付款', '应付金额', '商品金额合计', '商品总价'], ['amount', 'total amount', 'order value', 'total', 'order total', 'grand total', 'net value', 'order amount', 'untaxed amount', 'net total'], { numberFormat: '#,##0.00', width: 12, not: ['税额', '单价', 'price', 'paid', '已'] }),
    field('deliveries.status', 'words', '状态', 'Status', ['订单状态', '单据状态', '执行状态'], ['order status', 'state of order'], { width: 9, not: ['付款', 'payment'] }),
    field('deliveries.region', 'text', '地区', 'Region', ['区域', '收货地区', '收货省份'], ['ship region', 'territory', 'area', 'state', 'province'], { width: 10 }),
    field('transactions.country', 'text', '国家', 'Country', ['收货国家', '国别'], ['ship country', 'country name'], { width: 10 }),
    field('deliveries.rep', 'text', '业务员', 'Sales rep', ['销售员', '业务代表', '区域代表', '经手人', '跟单员'], ['salesperson', 'rep', 'employee id', 'employee', 'sales person'], { width: 10 }),
  ].filter((one, index, all) => all.findIndex((other) => other.path === one.path) === index),
}; // prettier-ignore

/** Order lines of an ERP: quantity, price, discount by order number; client and day stand on the order head. */
export const orderLines: SheetDefinition = {
  kind: 'orderLines',
  table: 'transactions',
  title: { zh: '订单明细', en: 'Order lines' },
  names: [
    '订单明细',
    '订单行',
    '订单分录',
    '明细',
    '订单子表',
    'order lines',
    'order details',
    'order items',
    'line items',
  ],
  marks: ['行号', '分录', 'line no', 'line number'],
  needs: [
    needsField('订单号', 'order number', 'transactions.orderNo'),
    {
      label: { zh: '金额(或数量和单价)', en: 'amount (or quantity and unit price)' },
      anyOf: [['transactions.amount'], ['transactions.quantity', 'transactions.unitPrice']],
    },
  ],
  fields: [
    { ...orderNoField, required: true },
    ...LINE_VALUE_FIELDS,
    field('transactions.status', 'words', '状态', 'Status', ['行状态', '明细状态'], ['line status'], { width: 9 }),
    ...DELIVERY_FACT_FIELDS.filter((one) => /(?:Day|Quantity)$/.test(one.path)),
  ],
  makers: [productKeyField],
};

/** Deliveries: 发货单, 送货单, 签收记录: days and quantities without amounts. */
export const deliveries: SheetDefinition = {
  kind: 'deliveries',
  table: 'deliveries',
  title: { zh: '发货', en: 'Deliveries' },
  names: ['发货', '送货', '运输', '配送', '签收', '物流', '交付', '提货', '出货', '发运', '出门证', 'deliveries', 'delivery', 'shipments', 'shipping', 'order lines'],
  marks: ['签收', '实际到货', '承运', '车号', '损坏', '丢失', '实发', '发出量', '实达', 'actual delivery', 'delivered', 'delivery quantity', 'in full', 'on time'],
  needs: [
    needsClient('deliveries'),
    needsField(
      '发货、签收或交期日期',
      'shipped, delivered or promised date',
      'deliveries.deliveredDay',
      'deliveries.shippedDay',
      'deliveries.promisedDay',
      'deliveries.orderDay',
    ),
  ],
  fields: [
    field('deliveries.deliveryNo', 'text', '发货单号', 'Delivery no', ['送货单号', '出库单号', '提货单号', '运单号', '单号', '单据编号', '发运单号', '物流单号'], ['delivery number', 'delivery id', 'shipment no', 'shipment id', 'waybill', 'tracking number'], { example: 'FH-260106-01', width: 16, not: ['日期', 'date', '订单', 'order'] }),
    orderNo,
    ...clientFields('deliveries'),
    field('deliveries.product', 'text', '品名', 'Product', ['产品名称', '商品名称', '存货名称', '物料名称', '货物名称', '货品名称', '规格型号', '品种'], ['product name', 'product id', 'item', 'sku', 'product code', 'material'], { example: { zh: '育肥猪配合饲料', en: 'Pig feed' }, width: 20, not: ['类', 'category', '数量', 'quantity'] }),
    ...ORDER_DAY_FIELDS,
    ...DELIVERY_FACT_FIELDS.map((one) =>
      one.path === 'deliveries.shippedDay' ? { ...one, zh: [...one.zh, '日期', '单据日期', '业务日期'], en: [...one.en, 'date'] }
      : one.path === 'deliveries.shippedQuantity' ? { ...one, zh: [...one.zh, '数量'], en: [...one.en, 'quantity', 'qty'] } : one,
    ),
    field('deliveries.status', 'words', '状态', 'Status', ['单据状态', '订单状态'], ['order status'], { width: 9 }),
    field('deliveries.region', 'text', '地区', 'Region', ['区域', '收货地区', '目的地', '到站'], ['territory', 'ship region', 'destination', 'area'], { width: 10 }),
    field('deliveries.rep', 'text', '业务员', 'Sales rep', ['销售员', '区域代表', '经手人'], ['salesperson', 'rep'], { width: 10 }),
  ],
}; // prettier-ignore

/** Returns on a sheet of their own; with order numbers alone they mark orders as returned. */
export const returns: SheetDefinition = {
  kind: 'returns',
  table: 'returns',
  title: { zh: '退货', en: 'Returns' },
  names: ['退货', '销售退货', '退回', 'returns', 'returned', 'refunds'],
  marks: ['退货', '退回', 'returned', 'return'],
  needs: [
    {
      label: { zh: '订单号(或客户、日期和数量)', en: 'order number (or customer, date and quantity)' },
      anyOf: [
        ['returns.orderNo'],
        ['returns.clientCode', 'returns.day', 'returns.quantity'],
        ['returns.clientName', 'returns.day', 'returns.quantity'],
        ['returns.clientCode', 'returns.day', 'returns.amount'],
        ['returns.clientName', 'returns.day', 'returns.amount'],
      ],
    },
  ],
  fields: [
    field('returns.orderNo', 'text', '订单号', 'Order ID', ['订单ID', '原订单号', '订单编号', '销售订单号', '原单号', '源单单号', '原销售单号', '单号'], ['order number', 'order no', 'original order', 'order ref', 'order'], { example: 'DD-260105-01', width: 16, not: ['date', '日', 'status'] }),
    ...clientFields('returns', false),
    field('returns.day', 'day', '退货日期', 'Return date', ['日期', '退回日期', '退货时间', '单据日期', '业务日期'], ['returned on', 'date returned', 'date', 'refund date'], { numberFormat: 'yyyy-mm-dd', example: '2026-01-12', width: 12 }),
    field('returns.product', 'text', '品名', 'Product', ['产品名称', '商品名称', '存货名称', '物料名称'], ['product name', 'item', 'sku'], { width: 20 }),
    field('returns.quantity', 'number', '退货数量', 'Returned quantity', ['数量', '退回数量', '退货量'], ['quantity', 'qty', 'return quantity', 'quantity returned'], { example: 1, width: 10 }),
    field('returns.amount', 'number', '退货金额', 'Return amount', ['金额', '退款金额', '退货额', '价税合计'], ['amount', 'refund amount', 'refund', 'returned amount'], { numberFormat: '#,##0.00', example: 3200, width: 12, not: ['税额', '单价', 'price'] }),
    field('returns.reason', 'text', '退货原因', 'Reason', ['原因', '退回原因'], ['return reason', 'reason for return'], { example: { zh: '包装破损', en: 'Torn bags' }, width: 18 }),
  ],
}; // prettier-ignore
