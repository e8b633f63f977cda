import { defineEntered } from './define-kpi';

const badPurchases = defineEntered({
  id: 'K11',
  label: { zh: '采购不良品率', en: 'Defective purchases' },
  family: 'internal',
  unit: 'ratio',
  better: 'lower',
  formula: { zh: '不良品量 / 到货（检验）量', en: 'defective / inspected quantity' },
});

/** K12: as K06, of the supply warehouse. */
const supplyDifference = defineEntered({
  id: 'K12',
  label: { zh: '仓储物品盈亏率', en: 'Stock differences (supply)' },
  family: 'internal',
  unit: 'ratio',
  better: 'lower',
  formula: { zh: '原料仓（|盘盈|+|盘亏|） / 账面数', en: 'supply warehouse: (gains + losses) / book stock' },
  entered: 'sizes',
});

/** K13: each row capped at its plan, so that one item over-bought hides no shortage of another; uncapped beside it. */
const purchasePlan = defineEntered({
  id: 'K13',
  label: { zh: '采购计划实现率', en: 'Purchase plan attained' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  formula: { zh: 'Σ min（实际，计划） / Σ 计划', en: 'Σ min(actual, plan) / Σ plan' },
  entered: 'capped',
});

const supplyPlan = defineEntered({
  id: 'K14',
  label: { zh: '供应计划实现率', en: 'Supply plan attained' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  formula: { zh: 'Σ min（实际，计划） / Σ 计划', en: 'Σ min(actual, plan) / Σ plan' },
  entered: 'capped',
});

export const supplyKpis = [badPurchases, supplyDifference, purchasePlan, supplyPlan];
