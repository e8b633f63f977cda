import { built, type CoverageRow } from './row';

const CLASSES = 'unit/core/standing/class-figures';
const TIERS = 'unit/core/sales/tiers';

/** The merchandiser's handbook: tables 13-1 to 13-11, classes, tracking, complaints. */
export const S003: readonly CoverageRow[] = [
  built('003-1', 'Six groups of fields', 'ingest/fields/clients.fields core/files/archive', 'clientFiles#不齐的资料组 input.clients#registeredCapital', 'clients', 'unit/ingest/fields'),
  built('003-2', 'Nine methods and eleven channels', 'core/sales/marketing/origins', 'origins#来源渠道', 'clients', 'unit/core/sales/marketing'),
  built('003-3', '表13-1 client information', 'reports/sheets/client-directory.report', 'clientDirectory#客户信息表 clientDirectory#付款方式 form.clientInformation', 'clients', 'unit/app/templates/forms unit/ingest/fields unit/reports/sheets/optional-sheets'),
  built('003-4', '表13-2 transactions of a year, line by line and by month', 'core/sales/purchases/year-lines core/sales/time-figures', 'clientTransactions#年客户交易记录表（表13-2） clientTransactions#付款 clientMonths#13-2', 'transactions', 'unit/core/sales/purchases/year-lines unit/core/analyse'),
  built('003-5', '表13-3 statistics of clients', 'core/sales/client-figures', 'clientStatistics#13-3 clientStatistics#订单数 clientStatistics#名次', 'transactions', 'unit/core/analyse'),
  built('003-6', '表13-4 the first five of a year', 'core/sales/time-figures', 'clientStatistics#累计占比 setting.topN.yearTable', 'transactions', 'unit/core/analyse'),
  built('003-7', 'Continents, large countries apart', 'core/sales/continents core/sales/distribution', 'distribution#洲或国家 setting.geography.countryMinShare', 'clients', 'unit/core/sales/distribution'),
  built('003-8', 'By industry', 'core/standing/classes/industry.class core/sales/distribution', 'clientClasses#行业 distribution#行业', 'clients', CLASSES),
  built('003-9', 'Tiers Ⅰ, Ⅱ, Ⅲ by amount', 'core/sales/tiers', 'clientTiers#等级 clientTiers#金额经验比例 setting.tier.cutOne', 'transactions', TIERS),
  built('003-10', 'By profit: 80, 15 and 5', 'core/sales/profit/profit-classes core/sales/profit/rank-profit', 'clientTiers#利润分类 clientTiers#毛利占比', 'transactions', TIERS),
  built('003-11', 'Life cycle', 'core/sales/lifecycle', 'clientClasses#生命周期 setting.lifecycle.band', 'transactions', 'unit/core/sales/lifecycle'),
  built('003-12', 'Urgency', 'core/prospects/urgency', 'clientClasses#紧缓 setting.urgency.urgentDays', 'deliveries prospects', CLASSES),
  built('003-13', 'Honest or not', 'core/credit/honesty', 'clientClasses#诚信 credit#诚信依据', 'clients invoices', 'unit/core/credit/credit'),
  built('003-14', 'Traded, may trade, prospect', 'core/standing/classes/practice.class', 'clientClasses#交易状态', 'transactions prospects', CLASSES),
  built('003-15', 'Four principles of a good class, judged over those who can have it', 'core/standing/class-quality', 'clientClasses#结论 setting.classes.minClassified', 'clients', 'unit/core/standing/class-figures'),
  built('003-16', 'Ⅰ first in delivery; Ⅲ quarterly', 'core/plan/frequencies core/service/delivery-classes', 'deliveryClasses#等级 setting.plan.tierThreeMonths', 'deliveries', 'unit/core/plan/frequencies'),
  built('003-17', 'Movement between tiers; the only client of a region', 'core/standing/managed-tier core/changes/movement', 'clientClasses#管理等级 changes#本次', 'transactions clients', CLASSES),
  built('003-18', 'Dependence on few clients; small ones dropped late', 'core/sales/concentration', 'clientTiers#提醒界限', 'transactions', 'unit/core/sales/concentration'),
  built('003-19', 'What to do with each class', 'core/standing/strategies', 'clientClasses#怎么做', 'transactions', CLASSES),
  built('003-20', 'A service card for each client', 'reports/sheets/client-card.report', 'clientCard#客户编号', 'clients', 'unit/reports/sheets/client-card'),
  built('003-21', '表13-6 monthly plan of contacts', 'core/plan/call-plan', 'callPlan#目的 callPlan#实际日期 callPlan#结果 callPlan#下次联络', 'clients transactions', 'unit/reports/sheets/call-plan-sheet'),
  built('003-22', 'Aim and preparation before a visit', 'core/plan/client-brief', 'callPlan#准备与要点', 'contacts', 'unit/core/plan/reasons/words-of-purposes'),
  built('003-23', '表13-7 order tracking', 'core/service/tracking/track-orders core/service/tracking/paid-orders', 'orderTracking#订单跟踪表 orderTracking#出货进度 form.orderTracking setting.delivery.restDays', 'deliveries invoices', 'unit/core/service/tracking/tracking'),
  built('003-24', '表13-8 shipment tracking', 'core/service/tracking/track-shipments', 'shipmentTracking#出货跟踪表 shipmentTracking#延误天数 form.shipmentTracking setting.tracking.shippedDays', 'deliveries', 'unit/core/service/tracking/tracking'),
  built('003-25', '表13-9 product tracking', 'core/service/tracking/track-products', 'productTracking#产品跟踪表 productTracking#退货率（按数量） form.productTracking', 'transactions returns complaints', 'unit/core/service/tracking/tracking'),
  built('003-26', '表13-10 survey, by class of client, with response rate and the three lowest', 'core/service/satisfaction core/service/tier-satisfaction', 'satisfaction#满意度指数 satisfaction#回收率 satisfaction#最低的三项 satisfaction#改进措施 input.survey#sentDay', 'survey', 'unit/core/service/satisfaction'),
  built('003-27', 'Causes of complaints', 'core/service/complaints', 'complaints#主要问题', 'complaints', 'unit/core/service/complaints'),
  built('003-28', 'Steps of a complaint; the client is always told; those not upheld do not count', 'core/service/complaint-steps core/service/complaints', 'complaints#处理进度 complaints#进到哪一步 complaints#已通知客户 input.complaints#upheld', 'complaints', 'unit/core/service/complaints'),
  built('003-29', '表13-11 record of complaints', 'ingest/fields/complaints.fields app/templates/forms/complaint.forms', 'input.complaints#problem form.complaintRecord', 'complaints', 'unit/app/templates/forms unit/core/service/complaints'),
  built('003-30', 'The exercise of a colour and size complaint (ROSE, 2006), as a test with the figures it gives', 'core/service/complaint-steps core/service/complaints', 'complaints#由谁处理', 'complaints contracts', 'unit/core/service/rose-case'),
]; // prettier-ignore
