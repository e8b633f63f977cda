import type { DeliveryClasses, DeliveryIncident, OpenOrder } from '../../core/service/delivery-classes';
import { isoMonthOf } from '../../core/model/day';
import { fill, type Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import { count, day, quantity, text } from '../layout/columns';
import { defineReport, defineTable, type ChartDefinition } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { SERIES, TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { clientAt, clientColumns, tierColumn } from './parts/client-columns';
import { originColumn } from './parts/origin-column';

const figures = ({ analysis }: ReportContext): DeliveryClasses | undefined =>
  analysis.deliveryClasses.known ? analysis.deliveryClasses.value : undefined;

type Trend = DeliveryClasses['trend'][number];

const listNote =
  (listed: (classes: DeliveryClasses) => number, all: (classes: DeliveryClasses) => number) =>
  (context: ReportContext): Text | undefined => {
    const classes = figures(context);
    if (!classes || all(classes) <= listed(classes)) return undefined;
    return fill(
      { zh: '共 {all} 条，列出前 {listed} 条。', en: 'The first {listed} of {all} are listed.' },
      { all: wordNumber(all(classes)), listed: wordNumber(listed(classes)) },
    );
  };

const incidents = defineTable<DeliveryIncident>({
  id: 'incidents',
  heading: { zh: '事故明细（最久的在前）', en: 'Incidents, longest first' },
  note: listNote(
    ({ incidents: list }) => list.length,
    ({ incident }) => incident,
  ),
  rows: (context) => figures(context)?.incidents ?? [],
  hasFilter: true,
  whenEmpty: { zh: '本期没有事故。', en: 'No incident in this period.' },
  columns: [
    ...clientColumns<DeliveryIncident>(({ client }, context) => clientAt(client, context)),
    text({ zh: '订单号', en: 'Order' }, ({ orderNo }) => orderNo, { maxWidth: 18 }),
    text({ zh: '品名', en: 'Product' }, ({ product }) => product, { hideWhenEmpty: true, maxWidth: 24 }),
    day({ zh: '订货日期', en: 'Ordered' }, ({ orderDay }) => orderDay),
    day({ zh: '提货或发货', en: 'Handed over' }, ({ handedDay }) => handedDay),
    count({ zh: '天数', en: 'Days' }, ({ days }) => days),
    originColumn<DeliveryIncident>(),
  ],
});

const openOrders = defineTable<OpenOrder>({
  id: 'openOrders',
  heading: { zh: '未执行订单（Ⅰ类在前）', en: 'Open orders, tier Ⅰ first' },
  note: listNote(
    ({ openOrders: list }) => list.length,
    ({ openOrderCount }) => openOrderCount,
  ),
  rows: (context) => figures(context)?.openOrders ?? [],
  hasFilter: true,
  whenEmpty: { zh: '没有未执行的订单。', en: 'No open order.' },
  columns: [
    ...clientColumns<OpenOrder>(({ client }, context) => clientAt(client, context)),
    text({ zh: '订单号', en: 'Order' }, ({ orderNo }) => orderNo, { maxWidth: 18 }),
    text({ zh: '品名', en: 'Product' }, ({ product }) => product, { hideWhenEmpty: true, maxWidth: 24 }),
    day({ zh: '订货日期', en: 'Ordered' }, ({ orderDay }) => orderDay),
    day({ zh: '承诺交期', en: 'Promised' }, ({ promisedDay }) => promisedDay),
    count({ zh: '已逾期天数', en: 'Days overdue' }, ({ overdueDays }) => overdueDays),
    originColumn<OpenOrder>(),
    quantity({ zh: '未交数量', en: 'Open quantity' }, ({ openQuantity }) => openQuantity),
    tierColumn({ zh: '等级', en: 'Tier' }, ({ tier }) => tier),
  ],
});

const SHARE_CHART: ChartDefinition = {
  id: 'classes',
  kind: 'stackedColumn',
  title: { zh: '各月交期分级', en: 'Delivery classes by month' },
  description: {
    zh: '每月幸运、合理、事故的发货数，堆积柱。',
    en: 'Lucky, reasonable and incident deliveries of each month, stacked.',
  },
  table: 'deliveryClasses',
  category: 'month',
  series: [
    { column: 'lucky', color: SERIES.good },
    { column: 'reasonable', color: SERIES.tierThree },
    { column: 'incident', color: SERIES.bad },
  ],
  valueAxis: { numberFormat: '#,##0', min: 0 },
  gapWidth: 50,
};

/** 001-17 with its incidents, and 002-5 the open orders. */
export const deliveryClasses = defineReport<Trend>({
  id: 'deliveryClasses',
  sheet: { zh: '交期分级', en: 'Delivery classes' },
  purpose: {
    zh: '幸运、合理、事故；事故明细与未执行订单',
    en: 'Lucky, reasonable, incident; the incidents and the open orders',
  },
  tab: TAB.service,
  needs: [],
  missing: ({ analysis }) => (analysis.deliveryClasses.known ? undefined : wordMissing(analysis.deliveryClasses.why)),
  orientation: 'landscape',
  hasFilter: false,
  highlights: (context) => {
    const classes = figures(context);
    if (!classes) return [];
    const { lucky, reasonable } = {
      lucky: context.analysis.settings['delivery.lucky'],
      reasonable: context.analysis.settings['delivery.reasonable'],
    };
    const part = (value: DeliveryClasses['shares']['lucky']): string => (value.known ? wordPercent(value.value) : '—');
    return [
      fill(
        {
          zh: '幸运 {lucky}（{ls}）   |   合理 {reasonable}（{rs}）   |   事故 {incident}（{is}），其中未交 {open}   |   未计入 {excluded}',
          en: 'Lucky {lucky} ({ls})   |   Reasonable {reasonable} ({rs})   |   Incidents {incident} ({is}), {open} of them still open   |   Left out {excluded}',
        },
        {
          lucky: wordNumber(classes.lucky),
          ls: part(classes.shares.lucky),
          reasonable: wordNumber(classes.reasonable),
          rs: part(classes.shares.reasonable),
          incident: wordNumber(classes.incident),
          is: part(classes.shares.incident),
          open: wordNumber(classes.openIncidents),
          excluded: wordNumber(classes.excluded),
        },
      ),
      fill(
        {
          zh: '从订货到提货或发货：{lucky} 天内为幸运，{reasonable} 天内为合理，更久为事故；到截止日仍未交且已超过的也算事故。',
          en: 'From order to hand-over: within {lucky} days lucky, within {reasonable} days reasonable, longer an incident; not handed over by the as-of day and past that limit is an incident too.',
        },
        { lucky, reasonable },
      ),
    ];
  },
  rows: (context) => figures(context)?.trend ?? [],
  columns: [
    text({ zh: '月份', en: 'Month' }, ({ month }) => isoMonthOf(month), { id: 'month', span: 2 }),
    count({ zh: '幸运', en: 'Lucky' }, ({ lucky }) => lucky, { id: 'lucky', total: 'sum' }),
    count({ zh: '合理', en: 'Reasonable' }, ({ reasonable }) => reasonable, { id: 'reasonable', total: 'sum' }),
    count({ zh: '事故', en: 'Incident' }, ({ incident }) => incident, { id: 'incident', total: 'sum' }),
  ],
  tables: [incidents, openOrders],
  charts: [SHARE_CHART],
  sources: ['deliveries', 'transactions'],
  settings: ['delivery.lucky', 'delivery.reasonable'],
});
