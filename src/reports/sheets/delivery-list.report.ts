import type { DeliveryIncident } from '../../core/service/delivery-classes';
import { defineReport, defineTable, type Report } from '../layout/define-report';
import { TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { incidentTable, openOrderTable } from './parts/delivery-tables';

const incidents = incidentTable('deliveryList');

/** All late deliveries and all open orders of 001-17 and 002-5: 交期分级 lists the first of each. */
export const deliveryList: Report = defineReport<DeliveryIncident>({
  ...incidents,
  id: 'deliveryList',
  sheet: { zh: '交期明细', en: 'Delivery list' },
  purpose: { zh: '全部超期的发货与未执行订单', en: 'All late deliveries and all open orders' },
  tab: TAB.service,
  needs: [],
  missing: ({ analysis }) => (analysis.deliveryClasses.known ? undefined : wordMissing(analysis.deliveryClasses.why)),
  orientation: 'landscape',
  tables: [defineTable(openOrderTable('openOrderList'))],
  sources: ['deliveries', 'transactions'],
  settings: ['delivery.lucky', 'delivery.reasonable', 'delivery.restShare', 'delivery.restDays'],
});
