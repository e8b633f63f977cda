import type { Report } from './layout/define-report';
import { alerts } from './sheets/alerts.report';
import { businessAnalysis } from './sheets/business-analysis.report';
import { callPlan } from './sheets/call-plan.report';
import { changes } from './sheets/changes.report';
import { clientCard } from './sheets/client-card.report';
import { clientChanges } from './sheets/client-changes.report';
import { clientClasses } from './sheets/client-classes.report';
import { buyingHabits } from './sheets/buying-habits.report';
import { clientDirectory } from './sheets/client-directory.report';
import { clientEvaluation } from './sheets/client-evaluation.report';
import { clientFiles } from './sheets/client-files.report';
import { clientIndicators } from './sheets/client-indicators.report';
import { clientMonths } from './sheets/client-months.report';
import { clientRecord } from './sheets/client-record.report';
import { clientStatistics } from './sheets/client-statistics.report';
import { clientTiers } from './sheets/client-tiers.report';
import { clientTransactions } from './sheets/client-transactions.report';
import { collectionPlan } from './sheets/collection-plan.report';
import { complaints } from './sheets/complaints.report';
import { creditFactors } from './sheets/credit-factors.report';
import { credit } from './sheets/credit.report';
import { dataCheck } from './sheets/data-check.report';
import { deliveryClasses } from './sheets/delivery-classes.report';
import { deliveryList } from './sheets/delivery-list.report';
import { development } from './sheets/development.report';
import { distribution } from './sheets/distribution.report';
import { handbook } from './sheets/handbook.report';
import { handOver } from './sheets/hand-over.report';
import { history } from './sheets/history.report';
import { indicators } from './sheets/indicators.report';
import { inquiries } from './sheets/inquiries.report';
import { keyAccountsReport } from './sheets/key-accounts.report';
import { loadChecks } from './sheets/load-checks.report';
import { orderTracking } from './sheets/order-tracking.report';
import { overview } from './sheets/overview.report';
import { pipeline } from './sheets/pipeline.report';
import { productTracking } from './sheets/product-tracking.report';
import { receivables } from './sheets/receivables.report';
import { planLog } from './sheets/plan-log.report';
import { planMonth } from './sheets/plan-month.report';
import { planPages } from './sheets/plan-pages.report';
import { repPerformance } from './sheets/rep-performance.report';
import { contracts } from './sheets/contracts.report';
import { origins } from './sheets/origins.report';
import { promotions } from './sheets/promotions.report';
import { refreshLog } from './sheets/refresh-log.report';
import { registersReport } from './sheets/registers.report';
import { satisfaction } from './sheets/satisfaction.report';
import { settings } from './sheets/settings.report';
import { shipmentTracking } from './sheets/shipment-tracking.report';
import { workCalendar } from './sheets/work-calendar.report';
import { timeSplit } from './sheets/time-split.report';
import { unplanned } from './sheets/unplanned.report';

/** Every report there is. This order IS the order of the sheets. */
export const REPORTS: readonly Report[] = [
  overview,
  clientCard,
  alerts,
  callPlan,
  planPages,
  planMonth,
  timeSplit,
  unplanned,
  clientTiers,
  clientClasses,
  distribution,
  clientStatistics,
  clientMonths,
  clientTransactions,
  buyingHabits,
  clientEvaluation,
  keyAccountsReport,
  development,
  repPerformance,
  origins,
  promotions,
  contracts,
  indicators,
  clientIndicators,
  deliveryClasses,
  deliveryList,
  orderTracking,
  shipmentTracking,
  productTracking,
  loadChecks,
  complaints,
  inquiries,
  satisfaction,
  credit,
  creditFactors,
  receivables,
  collectionPlan,
  pipeline,
  clientFiles,
  businessAnalysis,
  clientDirectory,
  registersReport,
  handbook,
  handOver,
  changes,
  clientChanges,
  dataCheck,
  settings,
  workCalendar,
  planLog,
  refreshLog,
  history,
  clientRecord,
];
