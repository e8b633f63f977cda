import { nameOf } from '../../core/measures/measures';
import { isoOf } from '../../core/model/day';
import { mapOutcome, valueOr } from '../../core/model/outcome';
import type { ProductTracking, TrackedProduct } from '../../core/service/tracking/track-products';
import { fill, type Text } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import { count, label, money, quantity, ratio, text, userText } from '../layout/columns';
import { defineReport } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';

const figures = ({ analysis }: ReportContext): ProductTracking | undefined =>
  analysis.productTracking.known ? analysis.productTracking.value : undefined;

const SHORT: Text = { zh: '■ 不够', en: '■ Short' };
const ENOUGH: Text = { zh: '● 够', en: '● Enough' };

/** 表13-9 and 005-8: every product sold in the period, what came back and was complained of, and stock beside open orders. */
export const productTracking = defineReport<TrackedProduct>({
  id: 'productTracking',
  sheet: { zh: '产品跟踪', en: 'Product tracking' },
  title: { zh: '产品跟踪表', en: 'Product tracking' },
  purpose: {
    zh: '每种产品的订单、销量、退货率、投诉，库存够不够未交订单（表13-9）',
    en: 'Orders, sales, returns and complaints by product, and whether stock covers open orders (table 13-9)',
  },
  tab: TAB.service,
  needs: [],
  missing: ({ analysis }) => (analysis.productTracking.known ? undefined : wordMissing(analysis.productTracking.why)),
  orientation: 'landscape',
  freezeHeader: true,
  keyedBy: 'all',
  highlights: (context) => {
    const found = figures(context);
    if (!found) return [];
    const short = found.products.filter(({ spare }) => valueOr(spare, 0) < 0).length;
    const lines = [
      fill(
        {
          zh: '{n} 种产品   |   没写品名的销售行 {unnamed} 行   |   没有指明这些产品的投诉 {elsewhere} 件',
          en: '{n} products   |   sales lines without a product {unnamed}   |   complaints that name none of them {elsewhere}',
        },
        {
          n: wordNumber(found.products.length),
          unnamed: wordNumber(found.unnamed),
          elsewhere: wordNumber(found.complaintsElsewhere),
        },
      ),
    ];
    if (found.stockDay.known)
      lines.push(
        fill(
          {
            zh: '库存按 {day} 的盘点；减去未交订单和安全库存后不够的 {short} 种。',
            en: 'Stock as counted on {day}; less open orders and safety stock, {short} do not reach.',
          },
          { day: isoOf(found.stockDay.value), short: wordNumber(short) },
        ),
      );
    return lines;
  },
  rows: (context) => figures(context)?.products ?? [],
  whenEmpty: { zh: '本期没有销售行。', en: 'No sales line in the period.' },
  columns: [
    text({ zh: '品名', en: 'Product' }, ({ product }) => product, { key: true, minWidth: 18, maxWidth: 30 }),
    label({ zh: '单位', en: 'Unit' }, ({ unit }) => unit, { hideWhenEmpty: true }),
    count(nameOf('clientsOfProduct'), ({ clients }) => clients),
    count(nameOf('orders'), ({ orders }) => orders),
    money(nameOf('netSales'), ({ netAmount }) => netAmount, { total: 'sum' }),
    quantity(nameOf('quantitySold'), ({ sold }) => sold),
    quantity({ zh: '退货数量', en: 'Quantity returned' }, ({ returns, sold }) =>
      mapOutcome(sold, () => Math.round(returns.numerator * 1000) as never),
    ),
    ratio(nameOf('returnedShare'), ({ returns }) => returns.value),
    count(nameOf('complaintsOfProduct'), ({ complaints }) => complaints, { hideWhenEmpty: true }),
    quantity(nameOf('stockOnHand'), ({ stock }) => stock, { hideWhenEmpty: true }),
    quantity(nameOf('openQuantity'), ({ openOrders }) => openOrders, { hideWhenEmpty: true }),
    quantity(nameOf('spareStock'), ({ spare }) => spare, {
      hideWhenEmpty: true,
    }),
    label({ zh: '够不够', en: 'Enough' }, ({ spare }) => mapOutcome(spare, (value) => (value < 0 ? SHORT : ENOUGH)), {
      hideWhenEmpty: true,
      silent: true,
      tones: [
        { text: SHORT, tone: 'bad' },
        { text: ENOUGH, tone: 'good' },
      ],
    }),
    userText({ zh: '规格', en: 'Size' }, { id: 'size', minWidth: 10 }),
    userText({ zh: '材质', en: 'Material' }, { id: 'material', minWidth: 10 }),
    userText({ zh: '认证/检验', en: 'Certificates, tests' }, { id: 'certificates', minWidth: 10 }),
    userText({ zh: '备注', en: 'Notes' }, { id: 'notes', minWidth: 10 }),
  ],
  sources: ['transactions', 'returns', 'complaints', 'deliveries', 'stock'],
  settings: ['returns.period', 'delivery.restShare', 'delivery.restDays'],
});
