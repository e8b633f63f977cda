import { tableOf } from '../model/dataset';
import { defineComputed, defineRatio, type Counting } from './define-kpi';
import {
  breakDown,
  countSums,
  divideColumns,
  measurePlan,
  uncappedPart,
  type PlannedItems,
} from './operations-counting';

const OUTPUT_PLAN: PlannedItems = { over: 'production', planned: 'plannedQuantity', actual: 'actualQuantity' };

/** K15: each product and month capped at its plan; uncapped beside it. */
const productionPlan = defineComputed({
  id: 'K15',
  isCensus: true,
  label: { zh: '生产计划实现率', en: 'Production plan attained' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  valueKind: 'ratio',
  formula: {
    zh: 'Σ min（实际，计划） / Σ 计划，每种产品每月封顶',
    en: 'Σ min(actual, plan) / Σ plan, capped by product and month',
  },
  needs: [['production.plannedQuantity', 'production.actualQuantity']],
  switchOn: {
    zh: '「生产日报」表（计划产量、实际产量）或「指标录入」表',
    en: 'a production sheet (planned and actual output), or the sheet of entered indicators',
  },
  compute: (inputs) => measurePlan(inputs, OUTPUT_PLAN),
  parts: (inputs) => [uncappedPart(inputs, OUTPUT_PLAN)],
  entered: 'capped',
});

/** Σ of what each day and product reached of its plan, at most 100 %, over their number; no day is rounded. */
const evenDays: Counting = countSums('production', ({ dataset }) => {
  const { plannedQuantity, actualQuantity } = tableOf(dataset, 'production').columns;
  return (row) => {
    const [plan, actual] = [plannedQuantity?.[row] ?? NaN, actualQuantity?.[row] ?? NaN];
    return plan > 0 ? [Math.min(1, actual / plan), 1] : [NaN, 1];
  };
});

/**
 * K16 evenness of production. Formula: Σ min(100 %, actual / plan of the day) / days with a plan, over days and products: the cap of
 * the documents is on each day. Of 指标录入: Σ min(numerator, denominator) / Σ denominator, the numerator being the sum of the days'
 * rates and the denominator the days. Days without a plan are left out. Source: definitions §1.
 */
const evenness = defineRatio({
  id: 'K16',
  isCensus: true,
  label: { zh: '生产均衡率', en: 'Production levelling' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  formula: {
    zh: 'Σ min（100%，日实际/日计划） / 生产日数，每天每种产品封顶 100%',
    en: 'Σ min(100 %, actual / plan of the day) / days, each day and product capped at 100 %',
  },
  needs: [['production.plannedQuantity', 'production.actualQuantity']],
  switchOn: {
    zh: '「生产日报」表（每天的计划产量、实际产量）或「指标录入」表',
    en: 'a production sheet by day (planned and actual output), or the sheet of entered indicators',
  },
  counts: evenDays,
  breakdown: (inputs) => breakDown(inputs, evenDays, tableOf(inputs.dataset, 'production').columns.product),
  entered: 'capped',
});

/** K17 is no share: output for each hour of the production sheet, or for each person of 指标录入. */
const productivity = defineRatio({
  id: 'K17',
  isCensus: true,
  label: { zh: '劳动生产率', en: 'Labour productivity' },
  family: 'internal',
  unit: 'perPerson',
  better: 'higher',
  formula: { zh: '产量（产值） / 工时（或平均人数）', en: 'output / hours (or people)' },
  needs: [['production.actualQuantity', 'production.hours']],
  switchOn: {
    zh: '「生产日报」表（实际产量、工时）或「指标录入」表',
    en: 'a production sheet (output, hours), or the sheet of entered indicators',
  },
  counts: divideColumns('production', 'actualQuantity', 'hours'),
});

export const productionKpis = [productionPlan, evenness, productivity];
