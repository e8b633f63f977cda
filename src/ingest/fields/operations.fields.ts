import { field, needsField, type SheetDefinition } from './define-fields';

const DAY = 'yyyy-mm-dd';
const MONTH = 'yyyy-mm';
const QUANTITY = '#,##0.##';

/** 盘点: book against count, and what was spoilt, lost or broken. */
export const stockTakes: SheetDefinition = {
  kind: 'stockTakes',
  table: 'stockTakes',
  title: { zh: '盘点', en: 'Stock-taking' },
  names: ['盘点', '盘点表', '库存盘点', '实盘', 'stock take', 'stock taking', 'inventory count', 'cycle count'],
  marks: ['账面量', '实存量', '实盘', '盘盈', '盘亏', '变质量', 'book quantity', 'counted quantity', 'spoilt'],
  needs: [
    needsField('盘点日期', 'day of the count', 'stockTakes.day'),
    needsField('账面量', 'book quantity', 'stockTakes.bookQuantity'),
    needsField('实存量或损耗量', 'counted quantity or losses', 'stockTakes.countedQuantity', 'stockTakes.spoiltQuantity', 'stockTakes.lostQuantity', 'stockTakes.brokenQuantity'),
  ],
  fields: [
    field('stockTakes.day', 'month', '盘点日期', 'Counted on', ['日期', '盘点日', '盘点月份', '期间', '月份'], ['date', 'count date', 'month'], { required: true, numberFormat: DAY, example: '2026-01-31', width: 12 }),
    field('stockTakes.warehouse', 'text', '仓库', 'Warehouse', ['仓库名称', '库房', '库别'], ['warehouse name', 'store'], { example: { zh: '一号成品仓', en: 'Store 1' }, width: 12, not: ['类', 'kind', 'type'] }),
    field('stockTakes.warehouseKind', 'text', '仓库类别', 'Kind of warehouse', ['仓库类型', '仓别'], ['warehouse type', 'warehouse kind'], { options: [{ zh: '成品仓', en: 'finished goods' }, { zh: '原料仓', en: 'raw materials' }], example: { zh: '成品仓', en: 'finished goods' }, width: 11 }),
    field('stockTakes.product', 'text', '品名', 'Product', ['物品', '商品', '物料', '存货名称', '名称'], ['item', 'material'], { example: { zh: '蛋鸡料', en: 'Layer feed' }, width: 16 }),
    field('stockTakes.bookQuantity', 'number', '账面量', 'Book quantity', ['账面数', '账面数量', '账存数量', '账面库存', '系统库存'], ['book stock', 'system quantity'], { required: true, numberFormat: QUANTITY, example: 320, width: 11 }),
    field('stockTakes.countedQuantity', 'number', '实存量', 'Counted quantity', ['实存数', '实盘数', '实盘数量', '盘点数量', '实存数量', '实际库存'], ['counted', 'physical quantity', 'actual stock'], { numberFormat: QUANTITY, example: 319.5, width: 11 }),
    field('stockTakes.spoiltQuantity', 'number', '变质量', 'Spoilt', ['变质数量', '霉变量', '过期量'], ['spoilt quantity', 'expired'], { numberFormat: QUANTITY, example: 0.3, width: 9 }),
    field('stockTakes.lostQuantity', 'number', '丢失量', 'Lost', ['丢失数量', '短少量'], ['lost quantity', 'missing'], { numberFormat: QUANTITY, example: 0.5, width: 9 }),
    field('stockTakes.brokenQuantity', 'number', '破损量', 'Broken', ['破损数量', '破包量'], ['broken quantity', 'breakage'], { numberFormat: QUANTITY, example: 0.2, width: 9 }),
  ],
}; // prettier-ignore

/** 仓库使用: room, area and equipment of a month. */
export const warehouses: SheetDefinition = {
  kind: 'warehouses',
  table: 'warehouses',
  title: { zh: '仓库使用', en: 'Warehouse use' },
  names: ['仓库使用', '仓储月报', '仓容', '仓库月报', 'warehouse use', 'warehouse report'],
  marks: ['仓库容量', '仓容', '堆放面积', '仓库面积', '制度台时', '运转台时', '在用台数', 'warehouse capacity', 'stacked area', 'machine hours'],
  needs: [
    needsField('月份', 'month', 'warehouses.month'),
    needsField('仓容、面积或设备', 'capacity, area or equipment', 'warehouses.capacity', 'warehouses.totalArea', 'warehouses.devices', 'warehouses.deviceHoursAvailable'),
  ],
  fields: [
    field('warehouses.month', 'month', '月份', 'Month', ['期间', '年月', '日期', '统计月份'], ['period', 'date'], { required: true, numberFormat: MONTH, example: '2026-01-01', width: 10 }),
    field('warehouses.warehouse', 'text', '仓库', 'Warehouse', ['仓库名称', '库房'], ['warehouse name', 'store'], { example: { zh: '一号成品仓', en: 'Store 1' }, width: 12, not: ['容量', '面积', 'capacity', 'area'] }),
    field('warehouses.averageStock', 'number', '平均库存量', 'Average stock', ['平均库存', '月均库存'], ['mean stock'], { numberFormat: QUANTITY, example: 2200, width: 11 }),
    field('warehouses.capacity', 'number', '仓库容量', 'Capacity', ['仓容', '库容', '仓库总容量'], ['warehouse capacity', 'storage capacity'], { numberFormat: QUANTITY, example: 3000, width: 11 }),
    field('warehouses.stackedArea', 'number', '实际堆放面积', 'Stacked area', ['堆放面积', '使用面积'], ['area stacked', 'area in use'], { numberFormat: QUANTITY, example: 3100, width: 12 }),
    field('warehouses.totalArea', 'number', '仓库总面积', 'Total area', ['仓库面积', '总面积'], ['warehouse area'], { numberFormat: QUANTITY, example: 4200, width: 11 }),
    field('warehouses.devicesUsed', 'number', '使用台数', 'Machines used', ['设备使用台数', '实际使用台数'], ['devices used', 'equipment used'], { example: 9, width: 9 }),
    field('warehouses.devices', 'number', '在用台数', 'Machines', ['设备台数', '在册台数'], ['devices', 'equipment'], { example: 12, width: 9 }),
    field('warehouses.deviceHours', 'number', '实际运转台时', 'Machine hours run', ['运转台时', '实际台时'], ['hours run'], { numberFormat: QUANTITY, example: 540, width: 11 }),
    field('warehouses.deviceHoursAvailable', 'number', '制度台时', 'Machine hours available', ['可用台时', '额定台时'], ['hours available'], { numberFormat: QUANTITY, example: 660, width: 11 }),
  ],
}; // prettier-ignore

/** 车辆运行: days and loads of the firm's own vehicles. */
export const fleet: SheetDefinition = {
  kind: 'fleet',
  table: 'fleet',
  title: { zh: '车辆运行', en: 'Fleet' },
  names: ['车辆运行', '车辆使用', '车队', '运输日报', '行车记录', 'fleet', 'vehicle use', 'vehicle log'],
  marks: ['工作车日', '总车日', '周转量', '额定吨位', '吨公里', 'ton kilometres', 'rated tons', 'vehicle days'],
  needs: [
    needsField('日期', 'date', 'fleet.day'),
    {
      label: { zh: '工作车日与总车日，或周转量、额定吨位与行驶里程', en: 'working and available days, or ton-kilometres, rated tons and distance' },
      anyOf: [['fleet.workingDays', 'fleet.availableDays'], ['fleet.tonKilometres', 'fleet.ratedTons', 'fleet.distanceKm']],
    },
  ],
  fields: [
    field('fleet.day', 'month', '日期', 'Date', ['月份', '期间', '年月', '统计月份'], ['month', 'period'], { required: true, numberFormat: MONTH, example: '2026-01-01', width: 10 }),
    field('fleet.vehicle', 'text', '车号', 'Vehicle', ['车牌号', '车牌', '车辆'], ['plate', 'vehicle number', 'truck'], { example: { zh: '冀F·A1234', en: 'Truck 1' }, width: 12 }),
    field('fleet.workingDays', 'number', '工作车日', 'Working days', ['实际作业时间', '出车天数', '作业时间'], ['days worked'], { numberFormat: QUANTITY, example: 21, width: 10 }),
    field('fleet.availableDays', 'number', '总车日', 'Available days', ['可用时间', '在册车日', '在册天数'], ['days available'], { numberFormat: QUANTITY, example: 26, width: 10 }),
    field('fleet.tonKilometres', 'number', '周转量', 'Ton-kilometres', ['实际周转量', '吨公里', '货物周转量'], ['ton km', 'tonne kilometres'], { numberFormat: QUANTITY, example: 38000, width: 11 }),
    field('fleet.ratedTons', 'number', '额定吨位', 'Rated tons', ['核定载重', '核定吨位', '额定载重'], ['rated load', 'capacity tons'], { numberFormat: QUANTITY, example: 15, width: 10 }),
    field('fleet.distanceKm', 'number', '行驶里程', 'Distance km', ['里程', '行驶公里', '总行程'], ['distance', 'mileage', 'kilometres'], { numberFormat: QUANTITY, example: 3600, width: 10 }),
  ],
}; // prettier-ignore

/** 采购与供应: what was planned, bought, found defective and supplied. */
export const purchases: SheetDefinition = {
  kind: 'purchases',
  table: 'purchases',
  title: { zh: '采购', en: 'Purchasing' },
  names: ['采购', '采购与供应', '采购检验', '供应计划', '来料检验', 'purchasing', 'purchases', 'supply plan', 'incoming inspection'],
  marks: ['采购计划', '计划采购', '不良品量', '检验量', '计划供应', 'purchase plan', 'defective quantity', 'inspected quantity', 'planned supply'],
  needs: [
    needsField('日期', 'date', 'purchases.day'),
    {
      label: { zh: '计划与实际采购量，或检验量与不良品量，或计划与实际供应量', en: 'planned and purchased, inspected and defective, or planned and supplied quantity' },
      anyOf: [
        ['purchases.plannedQuantity', 'purchases.purchasedQuantity'],
        ['purchases.inspectedQuantity', 'purchases.defectiveQuantity'],
        ['purchases.plannedSupply', 'purchases.suppliedQuantity'],
      ],
    },
  ],
  fields: [
    field('purchases.day', 'month', '日期', 'Date', ['月份', '期间', '年月', '到货日期', '检验日期'], ['month', 'received on'], { required: true, numberFormat: DAY, example: '2026-01-31', width: 12 }),
    field('purchases.supplier', 'text', '供应商', 'Supplier', ['供应商名称', '供货单位', '供方'], ['supplier name', 'vendor'], { example: { zh: '丰田粮贸', en: 'Grain Trade Ltd' }, width: 16 }),
    field('purchases.product', 'text', '品名', 'Item', ['物料', '物品', '材料名称', '原料', '名称'], ['material', 'product'], { example: { zh: '玉米', en: 'Maize' }, width: 14 }),
    field('purchases.plannedQuantity', 'number', '计划采购量', 'Planned quantity', ['计划采购', '采购计划', '采购计划量'], ['purchase plan', 'planned purchase'], { numberFormat: QUANTITY, example: 500, width: 11 }),
    field('purchases.purchasedQuantity', 'number', '实际采购量', 'Purchased quantity', ['实际采购', '到货量', '采购到货量'], ['purchased', 'received quantity'], { numberFormat: QUANTITY, example: 480, width: 11 }),
    field('purchases.inspectedQuantity', 'number', '检验量', 'Inspected quantity', ['检验数量', '送检量'], ['inspected'], { numberFormat: QUANTITY, example: 480, width: 10 }),
    field('purchases.defectiveQuantity', 'number', '不良品量', 'Defective quantity', ['不良品数量', '不合格量', '不合格品量'], ['defective', 'rejected quantity'], { numberFormat: QUANTITY, example: 3, width: 10 }),
    field('purchases.plannedSupply', 'number', '计划供应量', 'Planned supply', ['计划供应', '供应计划量'], ['supply plan'], { numberFormat: QUANTITY, example: 470, width: 11 }),
    field('purchases.suppliedQuantity', 'number', '实际供应量', 'Supplied quantity', ['实际供应', '供应量'], ['supplied'], { numberFormat: QUANTITY, example: 465, width: 11 }),
  ],
}; // prettier-ignore

/** 生产日报: plan and output by day and product, hours, waste, processing. */
export const production: SheetDefinition = {
  kind: 'production',
  table: 'production',
  title: { zh: '生产日报', en: 'Production' },
  names: ['生产日报', '生产', '产量日报', '生产记录', '日产量', 'production', 'daily production', 'output report'],
  marks: ['计划产量', '实际产量', '产量', '工时', '废品量', '加工批数', 'planned output', 'actual output', 'waste', 'batches'],
  needs: [
    needsField('日期', 'date', 'production.day'),
    {
      label: { zh: '计划与实际产量，或产量与工时，或废品与回收量，或加工批数', en: 'planned and actual output, output and hours, waste and recovered, or batches' },
      anyOf: [
        ['production.plannedQuantity', 'production.actualQuantity'],
        ['production.actualQuantity', 'production.hours'],
        ['production.wasteQuantity', 'production.recoveredQuantity'],
        ['production.batchesDue', 'production.batchesOnTime'],
      ],
    },
  ],
  fields: [
    field('production.day', 'month', '日期', 'Date', ['生产日期', '日', '月份', '期间'], ['production date', 'day', 'month'], { required: true, numberFormat: DAY, example: '2026-01-05', width: 12 }),
    field('production.product', 'text', '品种', 'Product', ['产品', '品名', '产品名称'], ['item'], { example: { zh: '蛋鸡料', en: 'Layer feed' }, width: 14, not: ['计划', '实际', '产量', 'output'] }),
    field('production.plannedQuantity', 'number', '计划产量', 'Planned output', ['日计划', '计划生产', '生产计划'], ['plan', 'production plan'], { numberFormat: QUANTITY, example: 100, width: 10 }),
    field('production.actualQuantity', 'number', '实际产量', 'Actual output', ['日产量', '产量', '实际生产'], ['output', 'produced'], { numberFormat: QUANTITY, example: 97, width: 10 }),
    field('production.hours', 'number', '工时', 'Hours', ['人工工时', '总工时', '用工工时'], ['labour hours', 'man hours'], { numberFormat: QUANTITY, example: 180, width: 9 }),
    field('production.wasteQuantity', 'number', '废品量', 'Waste', ['废品总量', '废料量'], ['waste quantity', 'scrap'], { numberFormat: QUANTITY, example: 0.6, width: 9 }),
    field('production.recoveredQuantity', 'number', '回收利用量', 'Recovered', ['废品回收量', '回收量'], ['recovered quantity', 'reused'], { numberFormat: QUANTITY, example: 0.4, width: 10 }),
    field('production.batchesDue', 'number', '应完成加工批数', 'Batches due', ['加工批数', '应完成批数'], ['processing batches due'], { example: 4, width: 12 }),
    field('production.batchesOnTime', 'number', '按时完成批数', 'Batches on time', ['按时加工批数'], ['processing batches on time'], { example: 4, width: 12 }),
  ],
}; // prettier-ignore
