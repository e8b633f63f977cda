import { field, type FieldDefinition } from './define-fields';

const GROUP = { zh: '交付', en: 'Delivery' };

/** Days of an order: on an order sheet, a delivery sheet, or on the sales line itself. */
export const ORDER_DAY_FIELDS: readonly FieldDefinition[] = [
  field('deliveries.orderDay', 'day', '订货日期', 'Order date', [
    '订货时间', '订单日期', '下单日期', '下单时间', '订购日期', '订货日', '下达日期', '签订日期', '接单日期', '订单创建时间', '订单时间', '要货日期', '订单提交时间', '下单日', '订单成交时间', '拍下时间', '创单时间', '创建订单时间',
  ], ['order placement date', 'order day', 'order time', 'ordered on', 'date ordered', 'placed on', 'order created', 'po date', 'booking date', 'order entry date', 'order datetime', 'order timestamp'], {
    group: GROUP, numberFormat: 'yyyy-mm-dd', example: '2026-01-05', width: 12,
    not: ['要求', '交货', '发货', 'ship', 'required', 'delivery', 'due', '数量', '号'],
  }),
  field('deliveries.promisedDay', 'day', '要求交期', 'Promised date', [
    '承诺交期', '要求到货日期', '要求到货时间', '要求交货日期', '要求送达日期', '承诺交货日期', '承诺到货日期', '交货日期', '交期', '约定交期', '约定交货日期', '预计交货日期', '计划交货日期', '应达时间', '应达日期',
    '应到时间', '应到日期', '合同交期', '客户交期', '要求日期', '预计到货日期', '计划到货日期', '预交货日', '预计发货日期', '计划发货日期', '要求发货日期', '需求日期', '应交日期', '最迟交货日期', '交货期', '交货期限', '计划交期', '约定交货时间', '要求交货时间', '期望到货日期', '期望交货日期', '最晚到货日期', '计划到货时间', '预计交付日期', '承诺交付日期', '约定到货日期', '计划到达', '计划到达时间', '计划到达日期', '预计到达', '预计到达时间', '预计到达日期', '要求到达时间', '要求到达日期', '计划到货', '要求到货', '要求到货日',
  ], [
    'required date', 'requested date', 'agreed delivery date', 'agreed date', 'promise date', 'requested delivery date', 'required delivery date', 'need by date', 'due delivery date', 'commit date', 'planned delivery date',
    'expected delivery date', 'expected date', 'scheduled delivery date', 'delivery due date', 'target delivery date', 'estimated delivery date', 'scheduled date', 'delivery deadline', 'eta', 'requested delivery', 'delivery promised date', 'promised delivery date', 'promised day', 'order estimated delivery date', 'customer requested date', 'scheduled ship date', 'scheduled delivery', 'planned delivery', 'committed delivery date', 'vendor init fulfillment date',
  ], { group: GROUP, numberFormat: 'yyyy-mm-dd', example: '2026-01-08', width: 12, not: ['改期', '实际', '签收', '付款', 'actual', 'revised', 'payment', 'invoice', '数量'] }),
  field('deliveries.revisedPromisedDay', 'day', '改期后交期', 'Revised date', ['改期日期', '变更后交期', '调整后交期', '改期后交货日期', '延期后日期'], ['revised delivery date', 'rescheduled date', 'revised promise date', 'new delivery date'], {
    group: GROUP, numberFormat: 'yyyy-mm-dd', width: 12,
  }),
]; // prettier-ignore

/** What happened to the goods: on a delivery sheet or on the sales line itself. */
export const DELIVERY_FACT_FIELDS: readonly FieldDefinition[] = [
  field('deliveries.shippedDay', 'day', '发货日期', 'Shipped date', [
    '发货时间', '出库日期', '出库时间', '出货日期', '提货日期', '提货时间', '实际发货日期', '实发日期', '发运日期', '出运日期', '装车日期', '送货日期', '起运日期', '发车时间',
  ], ['ship date', 'shipping date', 'dispatch date', 'date shipped', 'despatch date', 'pickup date', 'goods issue date', 'shipment date', 'shipped on', 'shipped'], {
    group: GROUP, numberFormat: 'yyyy-mm-dd', example: '2026-01-06', width: 12, not: ['要求', '计划', '预计', 'required', 'planned', 'expected', '数量'],
  }),
  field('deliveries.deliveredDay', 'day', '签收日期', 'Delivered date', [
    '签收时间', '实际到货日期', '实际到货时间', '到货日期', '到货时间', '实际交货日期', '实际交期', '送达日期', '送达时间', '实达时间', '实达日期', '实到日期', '收货日期', '实际送达日期', '交付日期', '实际交付日期', '回单日期', '验收日期', '确认收货时间', '客户签收日期', '客户签收时间', '交货时间', '实际到达时间', '收货时间', '妥投时间', '到达日期', '实际到达日期', '实际到达', '实际到货', '实际到货日', '到达时间',
  ], ['actual delivery date', 'delivery date', 'date delivered', 'received date', 'arrival date', 'actual arrival', 'delivered on', 'actual date', 'pod date', 'receipt date', 'delivered', 'delivered to client date', 'delivered to customer date', 'actual delivery', 'delivery completed date', 'order delivered customer date', 'goods receipt date', 'proof of delivery date', 'delivery actual date', 'delivered day'], {
    group: GROUP, numberFormat: 'yyyy-mm-dd', example: '2026-01-07', width: 12, not: ['要求', '计划', '预计', '承诺', 'agreed', 'required', 'planned', 'expected', '数量', 'quantity', 'qty'],
  }),
  field('deliveries.orderedQuantity', 'number', '订货数量', 'Ordered quantity', ['订单数量', '订购数量', '订货量', '应发数量', '应发量', '应交数量', '需求数量', '计划数量', '要货数量', '应收数量'], ['order quantity', 'quantity ordered', 'order qty', 'qty ordered', 'requested quantity'], {
    group: GROUP, example: 20, width: 10,
  }),
  field('deliveries.shippedQuantity', 'number', '实发数量', 'Shipped quantity', ['发货数量', '发出量', '发出数量', '出库数量', '实发量', '已发数量', '出货数量', '装车数量', '已出库数量', '累计发货数量'], ['quantity shipped', 'qty shipped', 'dispatched quantity', 'shipped qty', 'ship quantity'], {
    group: GROUP, example: 20, width: 10,
  }),
  field('deliveries.deliveredQuantity', 'number', '签收数量', 'Delivered quantity', ['实收数量', '收货数量', '到货数量', '交货数量', '实际交货数量', '完好量', '签收量', '实到数量', '已交数量', '交付数量', '合格数量'], ['delivery quantity', 'quantity delivered', 'received quantity', 'qty delivered', 'delivery qty', 'delivered qty', 'accepted quantity', 'quantity received'], {
    group: GROUP, example: 20, width: 10,
  }),
  field('deliveries.damagedQuantity', 'number', '损坏量', 'Damaged quantity', ['破损数量', '损坏数量', '货损数量', '货损量', '破损量', '破损件数', '残损数量', '损失量', '破损'], ['damaged qty', 'quantity damaged', 'damage quantity', 'broken quantity'], { group: GROUP, example: 0, width: 9 }),
  field('deliveries.lostQuantity', 'number', '丢失量', 'Lost quantity', ['丢失数量', '遗失数量', '短少数量', '丢失件数', '货差数量'], ['lost qty', 'quantity lost', 'missing quantity', 'loss quantity'], { group: GROUP, example: 0, width: 9 }),
  field('deliveries.wrongQuantity', 'number', '错发量', 'Wrong quantity', ['错发数量', '差错数量', '错发件数', '发错数量'], ['wrong qty', 'mis-shipped quantity', 'error quantity', 'incorrect quantity'], { group: GROUP, example: 0, width: 9 }),
  field('deliveries.wrongKind', 'text', '差错类型', 'Kind of error', ['差错', '差错种类', '错发类型'], ['error type', 'error kind', 'mistake type'], {
    group: GROUP, options: [{ zh: '品种', en: 'product' }, { zh: '数量', en: 'quantity' }, { zh: '地址', en: 'address' }], width: 10,
  }),
  field('deliveries.onTime', 'flag', '是否准时', 'On time', ['是否按时', '按时到货', '准时', '是否准时交货', '是否按期', '是否及时'], ['ontime', 'delivered on time', 'is on time', 'on time flag'], { group: GROUP, width: 9, not: ['率', 'rate', '%', 'in full', 'target'] }),
  field('deliveries.inFull', 'flag', '是否足量', 'In full', ['是否齐全', '足量', '是否全部交货', '是否足额'], ['infull', 'delivered in full', 'is in full', 'in full flag'], { group: GROUP, width: 9, not: ['率', 'rate', '%', 'on time', 'target'] }),
  field('deliveries.damaged', 'flag', '是否破损', 'Damaged', ['是否损坏', '是否货损', '有无破损'], ['is damaged', 'damage flag'], { group: GROUP, width: 9, not: ['quantity', 'qty', '量'] }),
  field('deliveries.lost', 'flag', '是否丢失', 'Lost', ['有无丢失'], ['is lost'], { group: GROUP, width: 9, not: ['quantity', 'qty', '量'] }),
  field('deliveries.wrong', 'flag', '是否错发', 'Wrong item', ['有无错发', '是否差错'], ['is wrong', 'mis-shipped', 'wrong delivery'], { group: GROUP, width: 9, not: ['quantity', 'qty', '量'] }),
  field('deliveries.direct', 'flag', '直送', 'Direct', ['是否直送', '直达', '是否直达'], ['direct delivery', 'is direct', 'direct shipment'], { group: GROUP, width: 7 }),
  field('deliveries.documentsRight', 'flag', '单证正确', 'Documents right', ['单据正确', '单证是否正确', '单据是否正确', '单证齐全'], ['documents correct', 'paperwork correct', 'documentation correct'], { group: GROUP, width: 9 }),
  field('deliveries.packagingFault', 'flag', '包装问题', 'Packaging fault', ['包装是否有问题', '包装破损', '包装不良'], ['packaging problem', 'packaging issue'], { group: GROUP, width: 9 }),
  field('deliveries.accident', 'flag', '事故', 'Accident', ['交通事故', '是否事故', '有无事故'], ['traffic accident'], { group: GROUP, width: 7, not: ['金额', '损失'] }),
  field('deliveries.distanceKm', 'number', '里程', 'Distance (km)', ['运输里程', '行驶里程', '公里数', '运距'], ['distance', 'mileage', 'kilometres', 'km'], { group: GROUP, example: 120, width: 9 }),
  field('deliveries.value', 'number', '货值', 'Goods value', ['货物价值', '货物金额', '货物总值'], ['value of goods', 'cargo value', 'shipment value'], { group: GROUP, width: 10 }),
  field('deliveries.compensation', 'number', '赔偿额', 'Compensation', ['赔偿金额', '赔款', '货损赔偿', '理赔金额'], ['compensation amount', 'claim paid', 'damages paid'], { group: GROUP, width: 10 }),
  field('deliveries.postponedByClient', 'flag', '客户原因延期', 'Postponed by customer', ['客户延期', '客户要求延期', '是否客户原因'], ['customer postponed', 'delayed by customer', 'postponed by client'], { group: GROUP, width: 11 }),
  field('deliveries.urgent', 'flag', '加急', 'Urgent', ['是否加急', '加急订单', '急单'], ['rush', 'is urgent', 'rush order', 'expedite'], { group: GROUP, width: 7 }),
  field('deliveries.carrier', 'text', '承运', 'Carrier', ['承运商', '承运单位', '物流公司', '快递公司', '承运人', '运输公司'], ['carrier name', 'shipper', 'logistics provider', 'ship via', 'transporter'], { group: GROUP, width: 14 }),
  field('deliveries.vehicle', 'text', '车号', 'Vehicle', ['车牌', '车牌号', '车辆', '车次'], ['truck', 'plate', 'vehicle no', 'truck no'], { group: GROUP, width: 10 }),
  field('deliveries.transportMode', 'text', '运输方式', 'Transport mode', ['发运方式', '配送方式', '送货方式', '发货方式', '交货方式'], ['ship mode', 'shipping mode', 'mode of transport', 'ship method', 'shipping method', 'delivery method'], { group: GROUP, width: 10 }),
  field('deliveries.deliveryStatus', 'words', '交货状态', 'Delivery status', ['交货情况', '交付状态', '交付情况', '到货状态', '送货状态', '准时情况', '交期状态', '物流状态', '配送状态', '发货状态', '签收状态', '货品交货状况', '交货状况', '交付状况', '到货情况', '签收情况', '准时状况', '送货情况', '履约状态', '发货情况'], ['shipping status', 'shipment status', 'delivery result', 'delivery condition', 'delivery performance', 'late delivery risk'], { group: GROUP, width: 10 }),
  field('deliveries.qualityStatus', 'words', '质量状态', 'Quality status', ['质量情况', '货物状态', '货物情况', '验收结果', '质检结果', '收货情况', '质量', '验收情况', '完好情况', '货损情况', '质量状况', '货品用户反馈', '货品质量状况', '用户反馈', '客户反馈', '货品状况', '货物状况', '产品质量状况', '验收状况'], ['quality', 'inspection result', 'goods condition', 'condition on arrival', 'quality status', 'quality condition', 'customer feedback', 'goods quality'], { group: GROUP, width: 10 }),
]; // prettier-ignore
