import { built, type CoverageRow } from './row';

/** In the documents, and missed by the first inventory. */
export const MISSED: readonly CoverageRow[] = [
  built('005-1', 'Commission plan by rep: counted, summed, analysed', 'core/standing/rep-performance', 'repPerformance#佣金汇总 repPerformance#计提基数 repPerformance#计划完成率', 'commissionPlans', 'unit/core/sales/target-attainment'),
  built('005-2', 'Files of markets and competitors', 'core/files/registers/firm-files', 'registers#竞争对手档案 registers#齐全率', 'firmFiles', 'unit/core/files/registers/registers'),
  built('005-3', 'Files of products and technical service', 'core/files/registers/firm-files', 'registers#技术服务档案 registers#该更新', 'firmFiles', 'unit/core/files/registers/registers'),
  built('005-4', 'Performance of reps: plan, sales, overdue, complaints', 'core/standing/rep-performance', 'repPerformance#年度目标完成率 repPerformance#逾期占比 repPerformance#未结投诉', 'transactions targets invoices complaints contacts', 'unit/core/sales/target-attainment'),
  built('005-5', 'Travel plan of reps against what they did', 'core/plan/attainment core/plan/unplanned-contacts', 'timeSplit#达成率 timeSplit#出差拜访：计划与完成 timeSplit#计划外联络', 'contacts reps', 'unit/core/plan/attainment unit/core/plan/unplanned-contacts'),
  built('005-6', 'Record of service given', 'core/files/registers/service-records', 'registers#最近内容', 'serviceRecords', 'unit/core/files/registers/registers'),
  built('005-7', 'Notes on culture and region, incentives by client, on the card', 'reports/sheets/client-card.report ingest/fields/clients.fields', 'clientCard#激励办法 clientCard#文化与地区 input.clients#culture input.clients#incentive', 'clients', 'unit/reports/sheets/client-card'),
  built('005-8', 'Stock beside open orders', 'core/service/tracking/track-products', 'productTracking#库存', 'stock deliveries', 'unit/core/service/tracking/tracking'),
]; // prettier-ignore
