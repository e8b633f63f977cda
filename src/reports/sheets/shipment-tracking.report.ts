import { nameOf } from '../../core/measures/measures';
import type { ShipmentTracking, TrackedShipment } from '../../core/service/tracking/track-shipments';
import { mapOutcome } from '../../core/model/outcome';
import { fill, type Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import { count, day, label, quantity, text, userDay, userText } from '../layout/columns';
import { defineReport } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { clientAt, clientColumns } from './parts/client-columns';

const figures = ({ analysis }: ReportContext): ShipmentTracking | undefined =>
  analysis.shipmentTracking.known ? analysis.shipmentTracking.value : undefined;

const ON_THE_WAY: Text = { zh: '▲ 在途', en: '▲ On the way' };
const LATE: Text = { zh: '■ 在途，已过期', en: '■ On the way, late' };
const ARRIVED: Text = { zh: '● 已到', en: '● Arrived' };
const wordState = ({ isOnTheWay, daysLate }: TrackedShipment): Text =>
  !isOnTheWay ? ARRIVED : daysLate.known && daysLate.value > 0 ? LATE : ON_THE_WAY;
const RIGHT: Text = { zh: '正确', en: 'right' };
const WRONG: Text = { zh: '有误', en: 'wrong' };

/** 表13-8: what is on its way and what went out lately. */
export const shipmentTracking = defineReport<TrackedShipment>({
  id: 'shipmentTracking',
  sheet: { zh: '出货跟踪', en: 'Shipment tracking' },
  title: { zh: '出货跟踪表', en: 'Shipment tracking' },
  purpose: {
    zh: '在途的和最近发出的货：车号、预计与实际到达、单据（表13-8）',
    en: 'What is on its way or went out lately: vehicle, expected and actual arrival, papers (table 13-8)',
  },
  tab: TAB.service,
  needs: [],
  missing: ({ analysis }) => (analysis.shipmentTracking.known ? undefined : wordMissing(analysis.shipmentTracking.why)),
  orientation: 'landscape',
  freezeHeader: true,
  keyedBy: 'all',
  highlights: (context) => {
    const found = figures(context);
    if (!found) return [];
    const part = (value: ShipmentTracking['arrived']): string =>
      value.value.known ? wordPercent(value.value.value) : '—';
    return [
      fill(
        {
          zh: '在途 {out} 票，其中已过预计日的 {late} 票   |   最近 {days} 天发出 {n} 票，已到 {arrived}（{share}）   |   单证正确 {documents}',
          en: '{out} on the way, {late} of them late   |   {n} went out in the last {days} days, {arrived} arrived ({share})   |   papers right {documents}',
        },
        {
          out: wordNumber(found.onTheWay),
          late: wordNumber(found.late),
          days: wordNumber(context.analysis.settings['tracking.shippedDays']),
          n: wordNumber(found.arrived.denominator),
          arrived: wordNumber(found.arrived.numerator),
          share: part(found.arrived),
          documents: part(found.documents),
        },
      ),
    ];
  },
  note: (context) => {
    const found = figures(context);
    if (!found || found.count <= found.shipments.length) return undefined;
    return fill(
      { zh: '共 {all} 票，列出前 {listed} 票。', en: 'The first {listed} of {all} are listed.' },
      { all: wordNumber(found.count), listed: wordNumber(found.shipments.length) },
    );
  },
  rows: (context) => figures(context)?.shipments ?? [],
  whenEmpty: { zh: '没有在途的，最近也没有发货。', en: 'Nothing is on its way, and nothing went out lately.' },
  columns: [
    ...clientColumns<TrackedShipment>(({ client }, context) => clientAt(client, context)),
    text({ zh: '发货单号', en: 'Delivery no' }, ({ deliveryNo }) => deliveryNo, {
      key: true,
      hideWhenEmpty: true,
      maxWidth: 20,
    }),
    text({ zh: '订单号', en: 'Order' }, ({ orderNo }) => orderNo, { key: true, hideWhenEmpty: true, maxWidth: 18 }),
    quantity(nameOf('shippedQuantity'), (row) => row.quantity, { hideWhenEmpty: true }),
    text({ zh: '车号', en: 'Vehicle' }, ({ vehicle }) => vehicle, { hideWhenEmpty: true, maxWidth: 14 }),
    day({ zh: '出运日', en: 'Went out' }, ({ shippedDay }) => shippedDay),
    day({ zh: '预计到达', en: 'Expected' }, ({ expectedDay }) => expectedDay, { hideWhenEmpty: true }),
    day({ zh: '实际到达', en: 'Arrived' }, ({ arrivedDay }) => arrivedDay, { silent: true }),
    label({ zh: '现在', en: 'Now' }, wordState, {
      minWidth: 13,
      tones: [
        { text: LATE, tone: 'bad' },
        { text: ON_THE_WAY, tone: 'watch' },
        { text: ARRIVED, tone: 'good' },
      ],
    }),
    count(nameOf('daysDelayed'), ({ daysLate }) => daysLate, { hideWhenEmpty: true }),
    label(
      { zh: '单证', en: 'Papers' },
      ({ documentsRight }) => mapOutcome(documentsRight, (is) => (is ? RIGHT : WRONG)),
      {
        hideWhenEmpty: true,
        silent: true,
      },
    ),
    userDay({ zh: '单据寄送日', en: 'Papers sent' }, { id: 'sent' }),
    userText({ zh: '备注', en: 'Notes' }, { id: 'notes', minWidth: 8 }),
    text({ zh: '品名', en: 'Product' }, ({ product }) => product, {
      key: true,
      hideWhenEmpty: true,
      maxWidth: 20,
      isUnprinted: true,
    }),
    text({ zh: '承运', en: 'Carrier' }, ({ carrier }) => carrier, {
      hideWhenEmpty: true,
      maxWidth: 18,
      isUnprinted: true,
    }),
  ],
  sources: ['deliveries'],
  settings: ['tracking.shippedDays', 'delivery.promise'],
});
