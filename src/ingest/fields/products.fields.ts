import { field, needsField, type SheetDefinition } from './define-fields';

/** A price list (价目表, 存货档案): prices of lines that say only what and how many. */
export const products: SheetDefinition = {
  kind: 'products',
  table: 'products',
  title: { zh: '价目表', en: 'Price list' },
  names: ['价目表', '价格表', '报价表', '价格', '产品', '商品', '存货档案', '物料', '货品', '产品档案', '商品档案', '产品信息', 'products', 'product list', 'price list', 'prices', 'items', 'catalog', 'catalogue', 'product', 'dim product', 'sku'],
  marks: ['售价', '标准价', '零售价', '批发价', '出厂价', '建议零售价', 'list price', 'retail price', 'standard price', 'msrp', 'selling price', 'price'],
  needs: [
    needsField('产品编号或名称', 'product code or name', 'products.code', 'products.name'),
    needsField('单价', 'unit price', 'products.unitPrice'),
  ],
  fields: [
    field('products.code', 'text', '产品编号', 'Product code', ['产品编码', '产品代码', '商品编码', '商品编号', '商品代码', '存货编码', '物料编码', '物料号', '物料编号', '货号', '货品编码', '货品编号', '条码', '编码', '编号', '代码', '型号', '产品ID', '商品ID'], ['product id', 'product no', 'product number', 'item code', 'item no', 'item number', 'item id', 'sku', 'sku code', 'sku id', 'stock code', 'material', 'material number', 'part number', 'article number', 'product key', 'code', 'id'], { example: 'P001', width: 14, not: ['客户', 'customer', '供应商', 'supplier', 'category', '类', 'order', '订单'] }),
    field('products.name', 'text', '品名', 'Product', ['产品名称', '商品名称', '存货名称', '物料名称', '货品名称', '货物名称', '产品', '商品', '品名规格', '品名及规格', '规格型号', '名称', '货名'], ['product name', 'item name', 'item', 'description', 'item description', 'product description', 'article', 'material description', 'title', 'name'], { example: { zh: '育肥猪配合饲料', en: 'Pig feed' }, width: 22, not: ['客户', 'customer', '供应商', 'supplier', '类', 'category', 'company', '公司'] }),
    field('products.category', 'text', '品类', 'Category', ['类别', '产品类别', '商品类别', '存货分类', '大类', '产品线'], ['product category', 'product line', 'item group', 'product group', 'category name'], { width: 12 }),
    field('products.unit', 'text', '单位', 'Unit', ['计量单位', '主计量单位'], ['uom', 'unit of measure'], { example: { zh: '吨', en: 't' }, width: 7, not: ['价', 'price'] }),
    field('products.unitPrice', 'number', '单价', 'Unit price', ['售价', '销售价', '销售单价', '标准售价', '标准价', '标准单价', '含税单价', '不含税单价', '价格', '零售价', '批发价', '出厂价', '协议价', '建议零售价', '统一售价', '参考售价', '现价'], ['price', 'list price', 'sales price', 'selling price', 'retail price', 'standard price', 'msrp', 'price each', 'unit selling price', 'sale price', 'price per unit', 'product price', 'item price', 'current price'], { required: true, numberFormat: '#,##0.00', example: 3200, width: 10, not: ['成本', '进价', '采购', 'cost', 'purchase', 'buying', 'supplier', '供应', '最低', 'minimum'] }),
  ],
}; // prettier-ignore
