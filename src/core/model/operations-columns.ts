import type { ColumnSchema } from './columns';

/** What the warehouse, the fleet, purchasing and production write down: the ground of K03–K06, K08–K17, K20 and E07. */

/** 盘点: one item of one warehouse a row, as counted on a day. */
export const STOCK_TAKE_COLUMNS = {
  day: 'day',
  warehouse: 'text',
  /** 成品仓, 原料仓 …: a supply warehouse is K12's, every other one K06's. */
  warehouseKind: 'text',
  product: 'text',
  bookQuantity: 'number',
  countedQuantity: 'number',
  spoiltQuantity: 'number',
  lostQuantity: 'number',
  brokenQuantity: 'number',
} as const satisfies ColumnSchema;

/** 仓库使用: one warehouse and month a row. */
export const WAREHOUSE_COLUMNS = {
  month: 'day',
  warehouse: 'text',
  averageStock: 'number',
  capacity: 'number',
  stackedArea: 'number',
  totalArea: 'number',
  devicesUsed: 'number',
  devices: 'number',
  deviceHours: 'number',
  deviceHoursAvailable: 'number',
} as const satisfies ColumnSchema;

/** 车辆运行: one vehicle and day or month a row. */
export const FLEET_COLUMNS = {
  day: 'day',
  vehicle: 'text',
  workingDays: 'number',
  availableDays: 'number',
  tonKilometres: 'number',
  ratedTons: 'number',
  distanceKm: 'number',
} as const satisfies ColumnSchema;

/** 采购与供应: one item of one supplier and month a row. */
export const PURCHASE_COLUMNS = {
  day: 'day',
  supplier: 'text',
  product: 'text',
  plannedQuantity: 'number',
  purchasedQuantity: 'number',
  inspectedQuantity: 'number',
  defectiveQuantity: 'number',
  plannedSupply: 'number',
  suppliedQuantity: 'number',
} as const satisfies ColumnSchema;

/** 生产日报: one product and day a row. */
export const PRODUCTION_COLUMNS = {
  day: 'day',
  product: 'text',
  plannedQuantity: 'number',
  actualQuantity: 'number',
  hours: 'number',
  wasteQuantity: 'number',
  recoveredQuantity: 'number',
  /** 流通加工: batches due, and done in time. */
  batchesDue: 'number',
  batchesOnTime: 'number',
} as const satisfies ColumnSchema;
