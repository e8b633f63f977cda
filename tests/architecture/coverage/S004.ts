import { built, type CoverageRow } from './row';

/** Learning situations on client information: collecting, filing, classes, credit. */
export const S004: readonly CoverageRow[] = [
  built('004-1', 'Direct and indirect channels', 'core/sales/marketing/origins', 'origins#来源渠道', 'clients', 'unit/core/sales/marketing'),
  built('004-2', 'Habits of a good collector', 'reports/sheets/handbook.report', 'handbook#收集客户资料的习惯', '', 'unit/reports/registry'),
  built('004-3', 'Fields of persons and firms, the private ones kept from copies', 'ingest/fields/clients.fields reports/share/secrecy', 'input.clients#clientKind', 'clients', 'unit/app/share/leaks'),
  built('004-4', 'Vehicle sheets: next service, insurance', 'core/files/registers/vehicles', 'registers#下次保养 registers#保险到期', 'vehicles', 'unit/core/files/registers/registers'),
  built('004-5', 'Whom to win first: four rules', 'core/standing/development-list', 'development#得分（4_条） development#集中、带宣传 setting.development.activeMonths', 'clients contacts prospects', 'unit/core/standing/development-list'),
  built('004-6', 'Name list, cards and data of the same clients', 'reports/sheets/client-directory.report reports/sheets/client-card.report', 'clientDirectory#客户信息表 clientCard#客户名称', 'clients', 'unit/reports/sheets/client-card'),
  built('004-7', 'Eight uses of a client file', 'core/receivables/receipt-plan core/credit/credit-action reports/sheets/client-directory.report core/sales/purchases/buying-habits', 'clientDirectory#邮寄名单 collectionPlan#先做什么 credit#该怎么办 buyingHabits#通常每次金额 buyingHabits#常订的（下单日数）', 'invoices clients transactions', 'unit/core/credit/credit unit/core/sales/purchases/buying-habits'),
  built('004-8', 'Pyramid 1, 19, 30 and 50 %', 'core/sales/pyramid', 'clientTiers#金字塔 setting.pyramid.top', 'transactions', 'unit/core/sales/pyramid'),
  built('004-9', 'What to do on each step of the pyramid', 'core/standing/pyramid-advice', 'clientEvaluation#怎么管 clientEvaluation#提高价格或降低服务成本 setting.pyramid.raiseGrowth', 'transactions contacts clients', 'unit/core/standing/pyramid-advice'),
  built('004-10', '5C and 5P', 'core/credit/credit-factors', 'credit#品质 creditFactors#人的因素', 'creditFactors', 'unit/core/credit/credit'),
  built('004-11', 'H, A, B, C by the day of the order', 'core/prospects/pipeline-grades', 'pipeline#意向 setting.habc.daysH', 'prospects', 'unit/core/prospects/pipeline'),
  built('004-12', 'Loyal, ordinary, complaining, lost', 'core/service/satisfaction-class', 'clientClasses#满意度分类', 'survey complaints transactions', 'unit/core/service/satisfaction'),
  built('004-13', 'Filing by bag, book or card', 'reports/sheets/handbook.report', 'handbook#档案的形式', '', 'unit/reports/registry'),
]; // prettier-ignore
