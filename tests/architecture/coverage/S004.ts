import { absent, built, partly, type CoverageRow } from './row';

/** Learning situations on client information: collecting, filing, classes, credit. */
export const S004: readonly CoverageRow[] = [
  built('004-1', 'Direct and indirect channels', 'core/sales/marketing/origins', 'origins#来源渠道', 'clients', 'unit/core/sales/marketing'),
  absent('004-2', 'Habits of a good collector', 'not written down for her'),
  built('004-3', 'Fields of persons and firms, the private ones kept from copies', 'ingest/fields/clients.fields reports/share/secrecy', 'input.clients#clientKind', 'clients', 'unit/app/share/leaks'),
  absent('004-4', 'Vehicle sheets: next service, insurance', 'no such sheet'),
  absent('004-5', 'Whom to win first: four rules', 'no list of priority'),
  partly('004-6', 'Name list, cards and data of the same clients', 'the name list', 'reports/sheets/client-card.report', 'clientCard#客户名称', 'clients', 'unit/reports/sheets/client-card'),
  partly('004-7', 'Eight uses of a client file', 'mailing list and buying habits', 'core/receivables/receipt-plan core/credit/credit-action', 'collectionPlan#先做什么 credit#该怎么办', 'clients invoices', 'unit/core/receivables/receivables'),
  built('004-8', 'Pyramid 1, 19, 30 and 50 %', 'core/sales/pyramid', 'clientTiers#金字塔 setting.pyramid.top', 'transactions', 'unit/core/sales/pyramid'),
  absent('004-9', 'What to do on each step of the pyramid', 'no advice'),
  built('004-10', '5C and 5P', 'core/credit/credit-factors', 'credit#品质 creditFactors#人的因素', 'creditFactors', 'unit/core/credit/credit'),
  built('004-11', 'H, A, B, C by the day of the order', 'core/prospects/pipeline-grades', 'pipeline#意向 setting.habc.daysH', 'prospects', 'unit/core/prospects/pipeline'),
  built('004-12', 'Loyal, ordinary, complaining, lost', 'core/service/satisfaction-class', 'clientClasses#满意度分类', 'survey complaints transactions', 'unit/core/service/satisfaction'),
  absent('004-13', 'Filing by bag, book or card', 'not written down for her'),
]; // prettier-ignore
