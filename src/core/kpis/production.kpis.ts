import { defineEntered } from './define-kpi';

const productionPlan = defineEntered({
  id: 'K15',
  label: { zh: '生产计划实现率', en: 'Production plan attained' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  formula: { zh: 'Σ min（实际，计划） / Σ 计划', en: 'Σ min(actual, plan) / Σ plan' },
  entered: 'capped',
});

/**
 * K16 evenness of production. Formula: Σ min(100 %, actual of the day / plan of the day) / days; one row a day (and
 * product); days without a plan are left out; no day is rounded. Source: definitions §1.
 */
const evenness = defineEntered({
  id: 'K16',
  label: { zh: '生产均衡率', en: 'Production levelling' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  formula: { zh: 'Σ min（100%，日实际/日计划） / 生产日数', en: 'Σ min(100 %, actual / plan of the day) / days' },
  entered: 'evenness',
});

/** K17 is no share: output for each person (or hour). */
const productivity = defineEntered({
  id: 'K17',
  label: { zh: '劳动生产率', en: 'Labour productivity' },
  family: 'internal',
  unit: 'perPerson',
  better: 'higher',
  formula: { zh: '产量（产值） / 平均人数（或工时）', en: 'output / people (or hours)' },
});

export const productionKpis = [productionPlan, evenness, productivity];
