import { tableOf } from '../model/dataset';
import { defineComputed, defineRatio, ratioPart, type KpiInputs } from './define-kpi';
import { breakDown, countSums, measurePlan, uncappedPart, type PlannedItems } from './operations-counting';
import { stockDifferences } from './warehouse.kpis';

const hasInspection = ({ dataset }: KpiInputs): boolean =>
  tableOf(dataset, 'purchases').columns.inspectedQuantity !== undefined;

/** Σ defective / Σ inspected quantity; of what was purchased where nothing says how much was inspected. */
const defects = countSums('purchases', (inputs) => {
  const { defectiveQuantity, inspectedQuantity, purchasedQuantity } = tableOf(inputs.dataset, 'purchases').columns;
  const base = hasInspection(inputs) ? inspectedQuantity : purchasedQuantity;
  return (row) => {
    const [bad, all] = [defectiveQuantity?.[row] ?? NaN, base?.[row] ?? NaN];
    // A line of planning alone, and a supplier of nothing in that month.
    if (all !== all && bad !== bad) return undefined;
    return bad <= all ? [bad, all] : [NaN, all];
  };
});

/**
 * K11 defective purchases, and by supplier. Formula: Σ defective / Σ inspected (else purchased) quantity. Leaves out: lines without
 * one of the two, and more defective than inspected. Source: features K11.
 */
const badPurchases = defineRatio({
  id: 'K11',
  isCensus: true,
  label: { zh: '采购不良品率', en: 'Defective purchases' },
  family: 'internal',
  unit: 'ratio',
  better: 'lower',
  formula: (inputs) =>
    hasInspection(inputs)
      ? { zh: '不良品量 / 检验量', en: 'defective / inspected quantity' }
      : { zh: '不良品量 / 到货量（没有检验量）', en: 'defective / purchased quantity (none inspected)' },
  needs: [
    ['purchases.defectiveQuantity', 'purchases.inspectedQuantity'],
    ['purchases.defectiveQuantity', 'purchases.purchasedQuantity'],
  ],
  switchOn: {
    zh: '「采购」表（检验量、不良品量）或「指标录入」表',
    en: 'a purchasing sheet (inspected and defective quantity), or the sheet of entered indicators',
  },
  counts: defects,
  breakdown: (inputs) => breakDown(inputs, defects, tableOf(inputs.dataset, 'purchases').columns.supplier),
});

/** K12: as K06, of the supply warehouses (原料仓). */
const supplyDifference = defineRatio({
  id: 'K12',
  isCensus: true,
  label: { zh: '仓储物品盈亏率', en: 'Stock differences (supply)' },
  family: 'internal',
  unit: 'ratio',
  better: 'lower',
  formula: { zh: '原料仓（|盘盈|+|盘亏|） / 账面数', en: 'supply warehouse: (gains + losses) / book stock' },
  needs: [['stockTakes.bookQuantity', 'stockTakes.countedQuantity', 'stockTakes.warehouseKind']],
  switchOn: {
    zh: '「盘点」表（账面量、实存量、仓库类别为原料仓）或「指标录入」表',
    en: 'a stock-taking sheet with the kind of warehouse (raw materials), or the sheet of entered indicators',
  },
  counts: stockDifferences(true, false),
  parts: (_, measure) => [
    ratioPart(
      { zh: '净额（盘盈−盘亏）', en: 'Net of gains and losses' },
      'ratio',
      measure.count(stockDifferences(true, true)).current,
    ),
  ],
  entered: 'sizes',
});

const PURCHASE_PLAN: PlannedItems = { over: 'purchases', planned: 'plannedQuantity', actual: 'purchasedQuantity' };
const SUPPLY_PLAN: PlannedItems = { over: 'purchases', planned: 'plannedSupply', actual: 'suppliedQuantity' };
const CAPPED = {
  zh: 'Σ min（实际，计划） / Σ 计划，每种物品每月封顶',
  en: 'Σ min(actual, plan) / Σ plan, capped by item and month',
};

/** K13: each item and month capped at its plan, so that one item over-bought hides no shortage of another; uncapped beside it. */
const purchasePlan = defineComputed({
  id: 'K13',
  isCensus: true,
  label: { zh: '采购计划实现率', en: 'Purchase plan attained' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  valueKind: 'ratio',
  formula: CAPPED,
  needs: [['purchases.plannedQuantity', 'purchases.purchasedQuantity']],
  switchOn: {
    zh: '「采购」表（计划采购量、实际采购量）或「指标录入」表',
    en: 'a purchasing sheet (planned and purchased quantity), or the sheet of entered indicators',
  },
  compute: (inputs) => measurePlan(inputs, PURCHASE_PLAN),
  parts: (inputs) => [uncappedPart(inputs, PURCHASE_PLAN)],
  entered: 'capped',
});

/** K14: as K13, of what was supplied to the works. */
const supplyPlan = defineComputed({
  id: 'K14',
  isCensus: true,
  label: { zh: '供应计划实现率', en: 'Supply plan attained' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  valueKind: 'ratio',
  formula: CAPPED,
  needs: [['purchases.plannedSupply', 'purchases.suppliedQuantity']],
  switchOn: {
    zh: '「采购」表（计划供应量、实际供应量）或「指标录入」表',
    en: 'a purchasing sheet (planned and supplied quantity), or the sheet of entered indicators',
  },
  compute: (inputs) => measurePlan(inputs, SUPPLY_PLAN),
  parts: (inputs) => [uncappedPart(inputs, SUPPLY_PLAN)],
  entered: 'capped',
});

export const supplyKpis = [badPurchases, supplyDifference, purchasePlan, supplyPlan];
