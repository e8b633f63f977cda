import { clientFields, field, needsClient, needsField, type SheetDefinition } from './define-fields';

const DAY = 'yyyy-mm-dd';

/** 库存: what is on hand, by product and warehouse, as counted on a day. */
export const stock: SheetDefinition = {
  kind: 'stock',
  table: 'stock',
  title: { zh: '库存', en: 'Stock' },
  names: ['库存', '现存量', '库存表', '结存', 'stock', 'inventory', 'on hand'],
  marks: ['现存量', '库存数量', '结存数量', '安全库存', '库存', 'on hand', 'safety stock', 'stock on hand', 'inventory'],
  needs: [needsField('品名', 'product', 'stock.product'), needsField('库存数量', 'quantity on hand', 'stock.quantity')],
  fields: [
    field('stock.day', 'day', '库存日期', 'Stock date', ['盘点日期', '结存日期', '截止日期', '日期'], ['count date', 'counted on', 'as of', 'date'], { numberFormat: DAY, example: '2026-01-31', width: 12 }),
    field('stock.product', 'text', '品名', 'Product', ['产品名称', '商品名称', '存货名称', '物料名称', '货品名称', '产品'], ['product name', 'item', 'material', 'sku'], { required: true, example: { zh: '育肥猪配合饲料', en: 'Pig feed' }, width: 22 }),
    field('stock.warehouse', 'text', '仓库', 'Warehouse', ['仓库名称', '库房', '库位'], ['warehouse name', 'location', 'store'], { example: { zh: '一号库', en: 'Store 1' }, width: 12 }),
    field('stock.unit', 'text', '单位', 'Unit', ['计量单位'], ['uom'], { example: { zh: '吨', en: 't' }, width: 8 }),
    field('stock.quantity', 'number', '库存数量', 'On hand', ['现存量', '结存数量', '库存量', '可用量', '数量', '期末数量', '库存'], ['quantity on hand', 'stock on hand', 'stock quantity', 'qty on hand', 'quantity', 'qty', 'stock'], { required: true, example: 120, width: 12, not: ['安全', 'safety', '最低', 'minimum'] }),
    field('stock.safety', 'number', '安全库存', 'Safety stock', ['最低库存', '安全库存量', '库存下限'], ['minimum stock', 'reorder level'], { example: 30, width: 11 }),
  ],
}; // prettier-ignore

/** 004-4 客户车辆: vehicles that clients have, their insurance and service. */
export const vehicles: SheetDefinition = {
  kind: 'vehicles',
  table: 'vehicles',
  title: { zh: '客户车辆', en: 'Vehicles' },
  names: ['客户车辆', '车辆档案', '车辆信息', '车辆登记', 'vehicles', 'vehicle register'],
  marks: ['发动机号', '车架号', '保险到期', '上次保养', '购车', 'VIN', 'engine number', 'insurance end', 'last service'],
  needs: [needsField('车牌', 'plate', 'vehicles.plate'), needsField('保险、保养或购车情况', 'insurance, service or purchase', 'vehicles.insuranceEnd', 'vehicles.lastServiceDay', 'vehicles.vin', 'vehicles.engineNo', 'vehicles.purchaseDay')],
  fields: [
    ...clientFields('vehicles', false),
    field('vehicles.plate', 'text', '车牌', 'Plate', ['车牌号', '车牌照号', '牌照号', '车号'], ['plate number', 'licence plate', 'license plate'], { required: true, example: '冀F12345', width: 11 }),
    field('vehicles.model', 'text', '车型', 'Model', ['车辆型号', '品牌车型'], ['vehicle model'], { width: 14 }),
    field('vehicles.engineNo', 'text', '发动机号', 'Engine number', ['发动机号码'], ['engine no'], { width: 14 }),
    field('vehicles.vin', 'text', '车架号', 'VIN', ['车辆VIN码', 'VIN码', '识别代码'], ['vehicle identification number', 'chassis number'], { width: 20 }),
    field('vehicles.purchaseDay', 'day', '购车日期', 'Bought on', ['购买日期', '上牌日期'], ['purchase date'], { numberFormat: DAY, width: 12 }),
    field('vehicles.purchaseChannel', 'text', '购车渠道', 'Bought from', ['车辆购买渠道', '购买渠道'], ['purchase channel'], { width: 12 }),
    field('vehicles.mileage', 'number', '行驶里程', 'Mileage', ['里程', '当前里程', '车辆行驶里程'], ['odometer', 'km'], { example: 42000, width: 10, not: ['上次', '间隔', 'last'] }),
    field('vehicles.insuranceEnd', 'day', '保险到期日', 'Insured until', ['保险到期', '保险截止', '保险期至'], ['insurance end', 'insurance expiry'], { numberFormat: DAY, example: '2026-12-31', width: 12 }),
    field('vehicles.lastServiceDay', 'day', '上次保养日', 'Last service', ['上次保养日期', '上次进站时间', '上次进站日期', '最近保养'], ['last service date', 'last serviced'], { numberFormat: DAY, example: '2026-01-10', width: 12, not: ['里程', 'km', 'mileage'] }),
    field('vehicles.lastServiceKm', 'number', '上次保养里程', 'Mileage at last service', ['上次进站里程'], ['last service km'], { example: 40000, width: 12 }),
    field('vehicles.serviceMonths', 'number', '保养间隔月数', 'Months between services', ['保养周期', '保养间隔月'], ['service interval months'], { example: 6, width: 12 }),
    field('vehicles.serviceKm', 'number', '保养间隔公里', 'Kilometres between services', ['保养间隔里程', '保养里程间隔'], ['service interval km'], { example: 5000, width: 12 }),
    field('vehicles.repairs', 'text', '维修记录', 'Repairs', ['车辆维修记录', '维修情况'], ['repair record'], { width: 20 }),
  ],
}; // prettier-ignore

/** 001-24, 资料登记: files that are not of a client. */
export const firmFiles: SheetDefinition = {
  kind: 'firmFiles',
  table: 'firmFiles',
  title: { zh: '资料登记', en: 'Firm files' },
  names: ['资料登记', '资料台账', '市场档案', '竞争对手档案', '产品档案', '技术服务档案', '政策登记', 'firm files', 'file register', 'competitor files'],
  marks: ['资料种类', '存放处', '有效期至', '资料名称', 'file kind', 'kept at', 'valid until'],
  needs: [needsField('资料种类', 'kind of file', 'firmFiles.kind'), needsField('名称', 'subject', 'firmFiles.subject')],
  fields: [
    field('firmFiles.kind', 'text', '资料种类', 'File kind', ['档案种类', '资料类别', '档案类别'], ['kind of file'], { required: true, options: [{ zh: '市场', en: 'market' }, { zh: '竞争对手', en: 'competitor' }, { zh: '产品', en: 'product' }, { zh: '技术服务', en: 'technical service' }, { zh: '政策', en: 'policy' }, { zh: '价格表', en: 'price list' }, { zh: '宣传品', en: 'publicity' }, { zh: '例会总结', en: 'minutes' }], example: { zh: '竞争对手', en: 'competitor' }, width: 12 }),
    field('firmFiles.subject', 'text', '资料名称', 'Subject', ['档案名称', '名称'], ['file name', 'title'], { required: true, example: { zh: '华兴饲料的价格与渠道', en: 'Prices and channels of Huaxing Feed' }, width: 28 }),
    field('firmFiles.region', 'text', '地区', 'Region', ['区域'], ['area'], { width: 10 }),
    field('firmFiles.owner', 'text', '负责人', 'Owner', ['保管人', '编制人'], ['kept by', 'responsible'], { example: { zh: '李敏', en: 'Li Min' }, width: 10 }),
    field('firmFiles.updatedDay', 'day', '更新日', 'Updated', ['更新日期', '编制日期', '日期'], ['update date', 'date'], { numberFormat: DAY, example: '2026-01-20', width: 12 }),
    field('firmFiles.validUntil', 'day', '有效期至', 'Valid until', ['有效至', '失效日期', '截止日期'], ['expires', 'expiry date'], { numberFormat: DAY, example: '2026-12-31', width: 12 }),
    field('firmFiles.place', 'text', '存放处', 'Kept at', ['存放位置', '文件位置', '柜号'], ['location', 'shelf', 'file path'], { example: { zh: '二号柜', en: 'Cabinet 2' }, width: 14 }),
    field('firmFiles.content', 'text', '摘要', 'Summary', ['内容摘要', '主要内容'], ['abstract'], { width: 26 }),
  ],
}; // prettier-ignore

/** 001-24 促销品台账: items in and out. */
export const promotionItems: SheetDefinition = {
  kind: 'promotionItems',
  table: 'promotionItems',
  title: { zh: '促销品台账', en: 'Promotional items' },
  names: ['促销品台账', '促销品', '宣传品台账', '促销物品', 'promotional items', 'giveaways'],
  marks: ['促销品', '领进', '发放', '领用人', 'promotional item', 'given out'],
  needs: [needsField('促销品', 'item', 'promotionItems.item'), needsField('领进或发放数量', 'quantity in or out', 'promotionItems.received', 'promotionItems.given')],
  fields: [
    field('promotionItems.day', 'day', '日期', 'Date', ['领用日期', '发放日期', '登记日期'], ['entry date'], { numberFormat: DAY, example: '2026-01-15', width: 12 }),
    field('promotionItems.item', 'text', '促销品', 'Promotional item', ['促销品名称', '宣传品', '物品名称', '物品'], ['item', 'giveaway'], { required: true, example: { zh: '雨伞', en: 'umbrella' }, width: 18 }),
    field('promotionItems.region', 'text', '地区', 'Region', ['区域', '领用地区'], ['area'], { example: { zh: '华东', en: 'East' }, width: 10 }),
    field('promotionItems.received', 'number', '领进数量', 'Quantity in', ['领进', '入库数量', '收入数量'], ['received', 'in'], { example: 200, width: 10 }),
    field('promotionItems.given', 'number', '发放数量', 'Quantity out', ['发放', '发出数量', '领用数量'], ['given out', 'out'], { example: 50, width: 10 }),
    field('promotionItems.receiver', 'text', '领用人', 'Receiver', ['领取人', '经手人'], ['handed to'], { width: 10 }),
  ],
}; // prettier-ignore

/** 005-6 服务记录: technical service and other help given to clients. */
export const serviceRecords: SheetDefinition = {
  kind: 'serviceRecords',
  table: 'serviceRecords',
  title: { zh: '服务记录', en: 'Service records' },
  names: ['服务记录', '技术服务记录', '服务登记', '上门服务', 'service records', 'service log'],
  marks: ['服务内容', '服务日期', '服务人员', '服务类型', 'service date', 'service given', 'served by'],
  needs: [needsClient('serviceRecords'), needsField('服务日期', 'service date', 'serviceRecords.day')],
  fields: [
    field('serviceRecords.day', 'day', '服务日期', 'Service date', ['服务时间', '上门日期'], ['served on'], { required: true, numberFormat: DAY, example: '2026-01-18', width: 12 }),
    ...clientFields('serviceRecords'),
    field('serviceRecords.kind', 'text', '服务类型', 'Service kind', ['服务项目', '服务种类'], ['kind of service', 'service type'], { options: [{ zh: '技术指导', en: 'technical advice' }, { zh: '安装调试', en: 'installation' }, { zh: '维修', en: 'repair' }, { zh: '培训', en: 'training' }, { zh: '表扬', en: 'praise' }], width: 12 }),
    field('serviceRecords.content', 'text', '服务内容', 'Service given', ['服务情况', '服务说明'], ['work done'], { example: { zh: '料线调试', en: 'Adjusted the feed line' }, width: 28 }),
    field('serviceRecords.person', 'text', '服务人员', 'Served by', ['技术员', '服务人'], ['technician'], { example: { zh: '陈工', en: 'Chen' }, width: 10 }),
    field('serviceRecords.cost', 'number', '费用', 'Cost', ['服务费用', '支出'], ['expense'], { numberFormat: '#,##0.00', width: 10 }),
    field('serviceRecords.satisfied', 'flag', '是否满意', 'Satisfied', ['客户满意', '满意'], ['is satisfied'], { options: [{ zh: '是', en: 'Yes' }, { zh: '否', en: 'No' }], example: { zh: '是', en: 'Yes' }, width: 9 }),
  ],
}; // prettier-ignore

/** 001-21, 001-22 过磅与出门: what was weighed and let out, against the delivery note. */
export const weighings: SheetDefinition = {
  kind: 'weighings',
  table: 'weighings',
  title: { zh: '过磅与出门', en: 'Weighings' },
  names: ['过磅与出门', '过磅', '过磅单', '过磅登记', '磅单', '地磅', 'weighings', 'weighbridge', 'weighing slips'],
  marks: ['实车重', '空车重', '过磅单号', '毛重', '皮重', '进厂时间', '离厂时间', '出门证号', 'loaded weight', 'empty weight', 'weighing slip', 'gate pass'],
  needs: [needsField('提货单号或过磅单号', 'delivery note or slip', 'weighings.deliveryNo', 'weighings.slipNo'), needsField('实车重、净重或出门数量', 'loaded weight, net weight or gate quantity', 'weighings.loaded', 'weighings.net', 'weighings.gateQuantity')],
  fields: [
    field('weighings.slipNo', 'text', '过磅单号', 'Weighing slip', ['磅单号', '过磅编号'], ['slip no', 'slip number', 'ticket'], { example: 'B0001', width: 12 }),
    field('weighings.deliveryNo', 'text', '提货单号', 'Delivery note', ['发货单号', '提货单', '销售票号'], ['delivery no', 'delivery number', 'note no'], { example: 'F20260105-01', width: 16 }),
    ...clientFields('weighings', false),
    field('weighings.product', 'text', '品名', 'Product', ['产品名称', '货物名称', '货名'], ['product name', 'goods'], { width: 18 }),
    field('weighings.vehicle', 'text', '车号', 'Vehicle', ['车牌号', '车牌'], ['plate', 'truck'], { example: '冀F12345', width: 11 }),
    field('weighings.enteredAt', 'moment', '进厂时间', 'In', ['入厂时间', '进门时间', '空车过磅时间'], ['time in', 'entered at'], { numberFormat: 'yyyy-mm-dd hh:mm', example: '2026-01-05 08:30', width: 17 }),
    field('weighings.leftAt', 'moment', '离厂时间', 'Out', ['出厂时间', '出门时间', '重车过磅时间'], ['time out', 'left at'], { numberFormat: 'yyyy-mm-dd hh:mm', example: '2026-01-05 09:40', width: 17 }),
    field('weighings.loaded', 'number', '实车重(kg)', 'Loaded weight (kg)', ['实车重', '毛重', '重车重量'], ['loaded weight', 'gross weight'], { example: 25300, width: 12 }),
    field('weighings.empty', 'number', '空车重(kg)', 'Empty weight (kg)', ['空车重', '皮重', '空车重量'], ['empty weight', 'tare', 'tare weight'], { example: 10280, width: 12 }),
    field('weighings.net', 'number', '净重(kg)', 'Net weight (kg)', ['净重'], ['net weight'], { width: 12 }),
    field('weighings.due', 'number', '应提重量(kg)', 'Weight due (kg)', ['应提重量', '提货重量', '应装重量'], ['weight due', 'weight to load'], { width: 13 }),
    field('weighings.pieces', 'number', '件数', 'Pieces', ['袋数'], ['bags'], { width: 8 }),
    field('weighings.gatePassNo', 'text', '出门证号', 'Gate pass', ['出门证', '出门证编号', '放行条号'], ['gate pass no'], { width: 12 }),
    field('weighings.gateQuantity', 'number', '出门数量', 'Quantity let out', ['放行数量', '出门证数量'], ['gate quantity', 'quantity out'], { example: 15, width: 10 }),
  ],
}; // prettier-ignore
