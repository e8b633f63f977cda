import { field, needsField, type SheetDefinition } from './define-fields';

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
