import { built, type CoverageRow } from './row';

const DELIVERIES = 'unit/core/kpis/delivery-indicators';
const OPERATIONS = 'unit/core/kpis/operations-indicators';
const ENTERED = 'unit/core/kpis/entered-indicators';
const COMPLAINTS = 'unit/core/service/complaints';

/** The 41 indicators of the documents: 20 internal, 10 external, 11 of client information. */
export const INDICATORS: readonly CoverageRow[] = [
  built('K01', 'Damage in transport', 'core/kpis/transport.kpis', 'indicators#K01', 'deliveries', DELIVERIES),
  built('K02', 'Punctual transport', 'core/kpis/transport.kpis', 'indicators#K02', 'deliveries', DELIVERIES),
  built('K03', 'Time utilisation of vehicles', 'core/kpis/transport.kpis', 'indicators#K03', 'fleet indicatorEntries', OPERATIONS),
  built('K04', 'Capacity utilisation of vehicles', 'core/kpis/transport.kpis', 'indicators#K04', 'fleet indicatorEntries', OPERATIONS),
  built('K05', 'Stock in good condition', 'core/kpis/warehouse.kpis', 'indicators#K05', 'stockTakes indicatorEntries', OPERATIONS),
  built('K06', 'Stock differences, sizes and net', 'core/kpis/warehouse.kpis', 'indicators#K06', 'stockTakes indicatorEntries', OPERATIONS),
  built('K07', 'Wrong items shipped, by quantity', 'core/kpis/warehouse.kpis', 'indicators#K07', 'deliveries', DELIVERIES),
  built('K08', 'Use of equipment and of its time', 'core/kpis/warehouse.kpis', 'indicators#K08 indicators#设备利用率', 'warehouses indicatorEntries', OPERATIONS),
  built('K09', 'Use of warehouse volume', 'core/kpis/warehouse.kpis', 'indicators#K09', 'warehouses indicatorEntries', OPERATIONS),
  built('K10', 'Use of warehouse area', 'core/kpis/warehouse.kpis', 'indicators#K10', 'warehouses indicatorEntries', OPERATIONS),
  built('K11', 'Defective purchases, by supplier', 'core/kpis/supply.kpis', 'indicators#K11 indicators#丰田粮贸', 'purchases indicatorEntries', OPERATIONS),
  built('K12', 'Stock differences of the supply warehouse', 'core/kpis/supply.kpis', 'indicators#K12', 'stockTakes indicatorEntries', OPERATIONS),
  built('K13', 'Purchase plan attained', 'core/kpis/supply.kpis', 'indicators#K13', 'purchases indicatorEntries', OPERATIONS),
  built('K14', 'Supply plan attained', 'core/kpis/supply.kpis', 'indicators#K14', 'purchases indicatorEntries', OPERATIONS),
  built('K15', 'Production plan attained', 'core/kpis/production.kpis', 'indicators#K15', 'production indicatorEntries', OPERATIONS),
  built('K16', 'Evenness of production: each day capped at 100 %, Σ over days', 'core/kpis/production.kpis', 'indicators#K16', 'production indicatorEntries', OPERATIONS),
  built('K17', 'Labour productivity', 'core/kpis/production.kpis', 'indicators#K17', 'production indicatorEntries', OPERATIONS),
  built('K18', 'Sales contracts fulfilled', 'core/kpis/sales.kpis', 'indicators#K18', 'contracts', ENTERED),
  built('K19', 'Shipping errors, by document', 'core/kpis/sales.kpis', 'indicators#K19', 'deliveries', DELIVERIES),
  built('K20', 'Waste recovered', 'core/kpis/sales.kpis', 'indicators#K20', 'production indicatorEntries', OPERATIONS),
  built('E01', 'Days from order to delivery', 'core/kpis/external.kpis', 'indicators#E01', 'deliveries', DELIVERIES),
  built('E02', 'Direct delivery', 'core/kpis/external.kpis', 'indicators#E02', 'deliveries', DELIVERIES),
  built('E03', 'Traffic accidents: rate, what was paid, list', 'core/kpis/external.kpis core/service/accidents', 'indicators#E03 indicators#交通事故', 'deliveries', OPERATIONS),
  built('E04', 'Damage found on arrival, of what arrived in the period', 'core/kpis/external.kpis', 'indicators#E04', 'deliveries', OPERATIONS),
  built('E05', 'Goods lost', 'core/kpis/external.kpis', 'indicators#E05', 'deliveries', DELIVERIES),
  built('E06', 'Goods sent wrong, by kind', 'core/kpis/external.kpis', 'indicators#E06', 'deliveries', DELIVERIES),
  built('E07', 'Spoilt, lost or broken in storage', 'core/kpis/warehouse.kpis', 'indicators#E07 indicators#变质', 'stockTakes indicatorEntries', OPERATIONS),
  built('E08', 'Packaging fit for its purpose', 'core/kpis/external.kpis', 'indicators#E08', 'deliveries complaints', DELIVERIES),
  built('E09', 'Feedback on time', 'core/kpis/external.kpis', 'indicators#E09', 'complaints inquiries', COMPLAINTS),
  built('E10', 'Processing and logistics cost', 'core/kpis/external.kpis', 'indicators#E10 indicators#流通加工按时率', 'indicatorEntries production', OPERATIONS),
  built('I01', 'Market share, of the latest whole year for sales and market alike', 'core/kpis/information.kpis', 'indicators#I01', 'market transactions', ENTERED),
  built('I02', 'Market coverage', 'core/kpis/information.kpis', 'indicators#I02', 'market transactions', ENTERED),
  built('I03', 'Complaint rate, categories and their probability', 'core/kpis/information.kpis core/service/complaints', 'indicators#I03 complaints#每百单次数', 'complaints transactions', COMPLAINTS),
  built('I04', 'Departments signing in time', 'core/kpis/information.kpis core/service/complaint-clocks', 'indicators#I04 complaints#按时率', 'complaints', COMPLAINTS),
  built('I05', 'Response time', 'core/kpis/information.kpis', 'indicators#I05', 'complaints', COMPLAINTS),
  built('I06', 'Time to settle', 'core/kpis/information.kpis', 'indicators#I06 complaints#已过天数', 'complaints', COMPLAINTS),
  built('I07', 'Environment and product, as answered', 'core/kpis/information.kpis', 'indicators#I07', 'survey', ENTERED),
  built('I08', 'Coordination of service, as answered', 'core/kpis/information.kpis', 'indicators#I08', 'survey', ENTERED),
  built('I09', 'Fairness of price, as answered', 'core/kpis/information.kpis', 'indicators#I09', 'survey', ENTERED),
  built('I10', 'Attitude and skill of staff, as answered', 'core/kpis/information.kpis', 'indicators#I10', 'survey', ENTERED),
  built('I11', 'State of the client data', 'core/kpis/information.kpis core/files/refresh-due', 'indicators#I11 indicators#到期未更新的资料', 'clients', 'unit/core/kpis/registry'),
]; // prettier-ignore
