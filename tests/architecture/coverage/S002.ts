import { built, type CoverageRow } from './row';

/** Fragments of a textbook on logistics clients: value, data, the way of an order. */
export const S002: readonly CoverageRow[] = [
  built('002-1', 'Beacon, follower, rational, bargain hunter', 'core/standing/classes/value-type.class', 'clientClasses#价值类型', 'clients', 'unit/core/standing/class-figures'),
  built('002-2', 'Four kinds of data, and how the value of a client changes', 'core/sales/client-figures core/changes/movement', 'clientTiers#比上期 clientCard#等级', 'transactions', 'unit/core/analyse'),
  built('002-3', 'Few columns, those that she has', 'ingest/recognise/inspect', 'dataCheck#用到的列', '', 'unit/ingest/recognition'),
  built('002-4', 'Funnel from prospect to order, with conversion and days between stages', 'core/prospects/pipeline', 'pipeline#转化率 pipeline#用时', 'prospects', 'unit/core/prospects/pipeline'),
  built('002-5', 'Orders not delivered, returns, clients who owe', 'core/service/delivery-classes core/receivables/receivables core/kpis/returns.kpis', 'deliveryList#未交数量 clientStatistics#退货金额 receivables#应收合计', 'deliveries transactions invoices', 'unit/core/receivables/receivables'),
  built('002-6', 'Who calls: data and past deals at once; praise of employees', 'app/find-clients core/files/registers/praise', 'clientCard#最近交易 registers#表扬次数', 'clients transactions serviceRecords', 'unit/app/find-clients unit/core/files/registers/praise'),
  built('002-7', 'Inquiries and quotations to orders', 'core/service/inquiries', 'inquiries#报价到订单 inquiries#相隔天数 setting.inquiry.orderDays input.inquiries#quotedDay', 'inquiries prospects transactions', 'unit/core/service/inquiries'),
]; // prettier-ignore
