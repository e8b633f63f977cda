import { absent, built, partly, type CoverageRow } from './row';

/** In the documents, and missed by the first inventory. */
export const MISSED: readonly CoverageRow[] = [
  built('005-1', 'Commission plan by rep: counted, summed, analysed', 'core/standing/rep-performance', 'repPerformance#佣金汇总 repPerformance#计提基数 repPerformance#计划完成率', 'commissionPlans', 'unit/core/sales/target-attainment'),
  built('005-2', 'Files of markets and competitors', 'core/files/registers/firm-files', 'registers#竞争对手档案 registers#齐全率', 'firmFiles', 'unit/core/files/registers/registers'),
  built('005-3', 'Files of products and technical service', 'core/files/registers/firm-files', 'registers#技术服务档案 registers#该更新', 'firmFiles', 'unit/core/files/registers/registers'),
  built('005-4', 'Performance of reps: plan, sales, overdue, complaints', 'core/standing/rep-performance', 'repPerformance#年度目标完成率 repPerformance#逾期占比 repPerformance#未结投诉', 'transactions targets invoices complaints contacts', 'unit/core/sales/target-attainment'),
  partly('005-5', 'Travel plan of reps against what they did', 'visits against plan only in sum', 'core/plan/attainment', 'timeSplit#达成率', 'contacts reps', 'unit/core/plan/attainment'),
  built('005-6', 'Record of service given', 'core/files/registers/service-records', 'registers#最近内容', 'serviceRecords', 'unit/core/files/registers/registers'),
  absent('005-7', 'Notes on culture and region, incentives by client, on the card', 'not on the card'),
  built('005-8', 'Stock beside open orders', 'core/service/tracking/track-products', 'productTracking#库存', 'stock deliveries', 'unit/core/service/tracking/tracking'),
]; // prettier-ignore
