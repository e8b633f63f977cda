import { nameOf } from '../../core/measures/measures';
import {
  ORDER_STEPS,
  type OrderStep,
  type OrderTracking,
  type TrackedOrder,
} from '../../core/service/tracking/track-orders';
import { known, mapOutcome, missing, type Outcome } from '../../core/model/outcome';
import type { Ratio } from '../../core/model/ratio';
import { fill, type Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import { count, day, label, money, quantity, ratio, share, text, userText } from '../layout/columns';
import { defineReport, defineTable } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { clientAt, clientColumns, tierColumn } from './parts/client-columns';

const figures = ({ analysis }: ReportContext): OrderTracking | undefined =>
  analysis.orderTracking.known ? analysis.orderTracking.value : undefined;

const STEP_WORDS: Readonly<Record<OrderStep, Text>> = {
  ordered: { zh: '待发货', en: 'To be shipped' },
  partly: { zh: '部分发货', en: 'Partly shipped' },
  shipped: { zh: '在途', en: 'On the way' },
  arrived: { zh: '已签收，待开票', en: 'Arrived, to be invoiced' },
  invoiced: { zh: '已开票，待收款', en: 'Invoiced, to be paid' },
  paid: { zh: '已收款', en: 'Paid' },
};

/** 001-16: the twelve steps, and what tells that one was taken. Those on paper alone leave no day in the workbook. */
const FLOW: readonly { readonly no: number; readonly name: Text; readonly step?: OrderStep; readonly by: Text }[] = [
  { no: 1, name: { zh: '订货电话（订货合同）', en: 'Order call (contract)' }, by: { zh: '单据「电话订货记录」', en: 'form “Telephone orders”' } },
  { no: 2, name: { zh: '订货记录', en: 'Order written down' }, step: 'ordered', by: { zh: '订货日期', en: 'order date' } },
  { no: 3, name: { zh: '确认客户资料', en: 'Client file confirmed' }, by: { zh: '单据「客户资料表」', en: 'form “Client profile”' } },
  { no: 4, name: { zh: '填写生产安排计划表', en: 'Production plan filled in' }, by: { zh: '单据「生产安排计划表」', en: 'form “Production plan”' } },
  { no: 5, name: { zh: '计划表报生产部', en: 'Plan sent to the works' }, by: { zh: '单据「生产安排计划表」', en: 'form “Production plan”' } },
  { no: 6, name: { zh: '回款确认', en: 'Payment confirmed' }, step: 'paid', by: { zh: '收款或付款日期', en: 'receipt or day of payment' } },
  { no: 7, name: { zh: '订货品种确认', en: 'Goods confirmed' }, by: { zh: '单据「电话订货记录」', en: 'form “Telephone orders”' } },
  { no: 8, name: { zh: '开票', en: 'Invoiced' }, step: 'invoiced', by: { zh: '发票的订单号', en: 'order number on the invoice' } },
  { no: 9, name: { zh: '空车过磅', en: 'Empty vehicle weighed' }, by: { zh: '单据「过磅单」', en: 'form “Weighing slip”' } },
  { no: 10, name: { zh: '发货', en: 'Shipped' }, step: 'partly', by: { zh: '发货日期', en: 'shipped date' } },
  { no: 11, name: { zh: '重车过磅', en: 'Loaded vehicle weighed' }, by: { zh: '单据「过磅单」', en: 'form “Weighing slip”' } },
  { no: 12, name: { zh: '跟踪到货', en: 'Followed until it arrived' }, step: 'arrived', by: { zh: '签收日期', en: 'delivered date' } },
]; // prettier-ignore

type FlowStep = (typeof FLOW)[number];

/** Of the orders of the period, those that reached a step; unknown where nothing in the workbook tells. */
function reachedOf({ step }: FlowStep, context: ReportContext): Outcome<Ratio> {
  const found = figures(context)?.steps.find((one) => one.step === step);
  return found ? known(found.reached) : missing({ reason: 'not-entered' });
}

const YES: Text = { zh: '是', en: 'yes' };
const flagWord = (is: boolean): Text | string => (is ? YES : '');

/** A special kind of order, as part of the orders of the period. */
interface Special {
  readonly name: Text;
  readonly ratio: Ratio;
}

const specials = (context: ReportContext): readonly Special[] => {
  const tracking = figures(context);
  if (!tracking) return [];
  return [
    { name: nameOf('urgentOrders'), ratio: tracking.urgent },
    { name: nameOf('urgentOnTime'), ratio: tracking.urgentOnTime },
    { name: nameOf('changedOrders'), ratio: tracking.changed },
    { name: nameOf('postponedOrders'), ratio: tracking.postponed },
  ];
};

const valueOfRatio = (value: Ratio, part: 'numerator' | 'denominator' | 'excluded'): Outcome<number> =>
  value.value.known || value.denominator > 0 || value.n > 0 ? known(value[part]) : value.value;

/** 表13-7 with 001-16 and 001-18: every order that is not finished, and how far the orders of the period have come. */
export const orderTracking = defineReport<TrackedOrder>({
  id: 'orderTracking',
  sheet: { zh: '订单跟踪', en: 'Order tracking' },
  title: { zh: '订单跟踪表', en: 'Order tracking' },
  purpose: {
    zh: '未完成的订单到了哪一步、等了几天、迟了几天（表13-7）',
    en: 'Where each unfinished order stands, how long it waits, how late it is (table 13-7)',
  },
  tab: TAB.service,
  needs: [],
  missing: ({ analysis }) => (analysis.orderTracking.known ? undefined : wordMissing(analysis.orderTracking.why)),
  orientation: 'landscape',
  keyedBy: 'all',
  highlights: (context) => {
    const tracking = figures(context);
    if (!tracking) return [];
    const closed = context.analysis.deliveryClasses.known
      ? context.analysis.deliveryClasses.value.closedRests.lines
      : 0;
    const { settings } = context.analysis;
    return [
      fill(
        {
          zh: '未完成的订单 {n} 个，其中过了交期还没交齐的 {late} 个',
          en: '{n} unfinished orders, {late} of them past their day and not complete',
        },
        {
          n: wordNumber(tracking.count),
          late: wordNumber(
            tracking.orders.filter(
              ({ step, daysLate }) => (step === 'ordered' || step === 'partly') && daysLate.known && daysLate.value > 0,
            ).length,
          ),
        },
      ),
      fill(
        {
          zh: '短交尾数已了结 {closed} 行：不超过订货量的 {share}，或发货后 {days} 天没有补发（参数可改）。',
          en: 'Short rests closed: {closed} lines, of at most {share} of the order or with nothing more for {days} days (see Settings).',
        },
        {
          closed: wordNumber(closed),
          share: wordPercent(settings['delivery.restShare'], 0),
          days: wordNumber(settings['delivery.restDays']),
        },
      ),
    ];
  },
  note: (context) => {
    const tracking = figures(context);
    if (!tracking || tracking.count <= tracking.orders.length) return undefined;
    return fill(
      { zh: '共 {all} 个，列出前 {listed} 个。', en: 'The first {listed} of {all} are listed.' },
      { all: wordNumber(tracking.count), listed: wordNumber(tracking.orders.length) },
    );
  },
  rows: (context) => figures(context)?.orders ?? [],
  whenEmpty: { zh: '没有未完成的订单。', en: 'No unfinished order.' },
  columns: [
    ...clientColumns<TrackedOrder>(({ client }, context) => clientAt(client, context)),
    text({ zh: '订单号', en: 'Order' }, ({ orderNo }) => orderNo, { key: true, maxWidth: 18 }),
    text({ zh: '品名', en: 'Product' }, ({ product }) => product, { hideWhenEmpty: true, maxWidth: 22 }),
    label({ zh: '现在', en: 'Now' }, ({ step }) => STEP_WORDS[step], { id: 'step', minWidth: 14 }),
    count(nameOf('daysPastPromise'), ({ daysLate }) => daysLate, { hideWhenEmpty: true }),
    day({ zh: '订货日期', en: 'Order date' }, ({ orderDay }) => orderDay),
    day({ zh: '交期', en: 'Promised' }, ({ promisedDay }) => promisedDay, { hideWhenEmpty: true }),
    quantity(nameOf('orderedQuantity'), ({ ordered }) => ordered, { hideWhenEmpty: true }),
    share(nameOf('shippedShare'), ({ progress }) => progress, { hideWhenEmpty: true }),
    money(nameOf('openOrderAmount'), ({ amount }) => amount, { hideWhenEmpty: true }),
    userText({ zh: '生产进度', en: 'Production' }, { id: 'production', minWidth: 8 }),
    userText({ zh: '验货', en: 'Inspection' }, { id: 'inspection', minWidth: 8 }),
    userText({ zh: '备注', en: 'Notes' }, { id: 'notes', minWidth: 8 }),
    // From here on for the screen: the paper holds what table 13-7 asks for.
    count(nameOf('daysWaiting'), ({ waitingDays }) => waitingDays, { silent: true, isUnprinted: true }),
    day({ zh: '最近发货', en: 'Last shipped' }, ({ shippedDay }) => shippedDay, {
      hideWhenEmpty: true,
      silent: true,
      isUnprinted: true,
    }),
    day({ zh: '到货', en: 'Arrived' }, ({ arrivedDay }) => arrivedDay, {
      hideWhenEmpty: true,
      silent: true,
      isUnprinted: true,
    }),
    label({ zh: '加急', en: 'Urgent' }, ({ isUrgent }) => flagWord(isUrgent), {
      hideWhenEmpty: true,
      isUnprinted: true,
    }),
    label({ zh: '改期', en: 'Changed' }, ({ isChanged }) => flagWord(isChanged), {
      hideWhenEmpty: true,
      isUnprinted: true,
    }),
    tierColumn({ zh: '等级', en: 'Tier' }, ({ tier }) => tier, { isUnprinted: true }),
    count({ zh: '行数', en: 'Lines' }, ({ lines }) => lines, { isUnprinted: true }),
  ],
  tables: [
    defineTable<OrderStep>({
      id: 'orderSteps',
      heading: { zh: '本期的订单现在到了哪一步', en: 'Where the orders of the period stand' },
      rows: (context) => ORDER_STEPS.filter((step) => figures(context)?.steps.some((one) => one.step === step)),
      columns: [
        label({ zh: '现在', en: 'Now' }, (step) => STEP_WORDS[step], { key: true, span: 2 }),
        count(nameOf('ordersAtStep'), (step, context) => figures(context)!.steps.find((one) => one.step === step)!.at, {
          total: 'sum',
        }),
        count(
          { zh: '到过这一步', en: 'Reached it' },
          (step, context) => figures(context)!.steps.find((one) => one.step === step)!.reached.numerator,
        ),
        ratio(
          nameOf('stepReached'),
          (step, context) => figures(context)!.steps.find((one) => one.step === step)!.reached.value,
        ),
      ],
    }),
    defineTable<Special>({
      id: 'specialOrders',
      heading: { zh: '加急、改期、延期', en: 'Urgent, changed, postponed' },
      rows: specials,
      columns: [
        text({ zh: '种类', en: 'Kind' }, ({ name }) => name, { key: true, span: 2 }),
        count({ zh: '订单', en: 'Orders' }, ({ ratio: value }) => valueOfRatio(value, 'numerator')),
        count({ zh: '共', en: 'Of' }, ({ ratio: value }) => valueOfRatio(value, 'denominator')),
        ratio({ zh: '比例', en: 'Share' }, ({ ratio: value }) => value.value),
        count({ zh: '未计入', en: 'Left out' }, ({ ratio: value }) => valueOfRatio(value, 'excluded')),
      ],
    }),
    defineTable<FlowStep>({
      id: 'orderFlow',
      heading: { zh: '订货到发货的十二步', en: 'The twelve steps from order to delivery' },
      note: {
        zh: '只在纸面单据上的步骤没有日期，不算数；单据可从「插入空白录入表和单据」打印。',
        en: 'Steps that stand on paper alone leave no day and are not counted; the forms can be printed from the pane.',
      },
      rows: () => FLOW,
      columns: [
        count({ zh: '步', en: 'Step' }, ({ no }) => no, { key: true }),
        text({ zh: '做什么', en: 'What' }, ({ name }) => name, { minWidth: 22 }),
        count(
          { zh: '到过这一步', en: 'Reached it' },
          (step, context) => mapOutcome(reachedOf(step, context), ({ numerator }) => numerator),
          { silent: true },
        ),
        ratio(
          nameOf('stepReached'),
          (step, context) => {
            const reached = reachedOf(step, context);
            return reached.known ? reached.value.value : reached;
          },
          { silent: true },
        ),
        text({ zh: '依据', en: 'Told by' }, ({ by }) => by, { span: 3 }),
      ],
    }),
  ],
  sources: ['deliveries', 'invoices', 'receipts'],
  settings: ['delivery.restShare', 'delivery.restDays', 'delivery.promise'],
});
