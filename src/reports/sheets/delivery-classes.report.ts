import type { DeliveryClasses } from '../../core/service/delivery-classes';
import { isoMonthOf } from '../../core/model/day';
import { fill, type Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import { count, text } from '../layout/columns';
import { defineReport, defineTable, type ChartDefinition } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { SERIES, TAB } from '../layout/theme';
import { HANDBOOK_CLASSES, wordDeliveryClasses, type DeliveryClassWords } from '../words/delivery-class-words';
import { wordMissing } from '../words/missing-words';
import { deliveryFigures, incidentTable, openOrderTable } from './parts/delivery-tables';

type Trend = DeliveryClasses['trend'][number];

/** A list is read to its end when it is short. */
const LISTED = 20;

const words = (context: ReportContext): DeliveryClassWords =>
  wordDeliveryClasses(deliveryFigures(context) ?? { byPromise: 0, limits: { lucky: 0, reasonable: 3 } });

/** Open orders past their promised day: what to be asked about first. */
function lateOrders({ late }: DeliveryClasses): readonly Text[] {
  if (late.lines === 0) return [];
  return [
    fill(
      {
        zh: '已过承诺日还没交齐的订单 {lines} 条，其中 {untouched} 条一点没发。',
        en: '{lines} open order lines are past their promised day; of {untouched} nothing has gone out.',
      },
      { lines: wordNumber(late.lines), untouched: wordNumber(late.untouched) },
    ),
  ];
}

/** What was delivered short and is not waited for: it stands in no list of open orders. */
function closedRests({ closedRests: { lines } }: DeliveryClasses, { analysis }: ReportContext): readonly Text[] {
  if (lines === 0) return [];
  return [
    fill(
      {
        zh: '短交尾数已了结 {lines} 行，不列在未执行订单里：不超过订货量的 {share}，或发货后 {days} 天没有补发（参数可改）。',
        en: 'Short rests closed, in no list of open orders: {lines} lines, of at most {share} of the order or with nothing more for {days} days (see Settings).',
      },
      {
        lines: wordNumber(lines),
        share: wordPercent(analysis.settings['delivery.restShare'], 0),
        days: wordNumber(analysis.settings['delivery.restDays']),
      },
    ),
  ];
}

function ruleOf({ byPromise, n, limits }: DeliveryClasses): Text {
  const byDays = fill(
    {
      zh: '从订货到提货或发货的天数，分{lucky}、{reasonable}、{incident}；到截止日仍未交且已超过的算{incident}。',
      en: 'Days from order to hand-over: {lucky}, {reasonable}, {incident}; not handed over by the as-of day and past that limit is {incident} too. ',
    },
    wordDeliveryClasses({ byPromise: 0, limits }),
  );
  if (byPromise === 0) return byDays;
  const promised = fill(
    {
      zh: '{by} 单有承诺日，按承诺日判断：过了的是超期，没过的是按期，{lucky}提货或发货的另列。',
      en: '{by} had a promised day and are judged by it: late past it, on time until it; {lucky} stands apart. ',
    },
    { by: wordNumber(byPromise), lucky: wordDeliveryClasses({ byPromise, limits }).lucky },
  );
  if (byPromise === n) return promised;
  return fill(
    { zh: '{promised}其余 {rest} 单没有承诺日，按{byDays}', en: '{promised}The other {rest} had none. {byDays}' },
    { promised, rest: wordNumber(n - byPromise), byDays },
  );
}

const SHARE_CHART: ChartDefinition = {
  id: 'classes',
  kind: 'stackedColumn',
  title: { zh: '各月交期分级', en: 'Delivery classes by month' },
  description: {
    zh: '每月按时、较慢、超期的发货数，堆积柱。',
    en: 'Deliveries of each month by class, stacked.',
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
    zh: '多快交货、多少超期；最久的超期与未执行订单',
    en: 'How fast deliveries go out, how many are late; the longest of them and the open orders',
  },
  tab: TAB.service,
  needs: [],
  missing: ({ analysis }) => (analysis.deliveryClasses.known ? undefined : wordMissing(analysis.deliveryClasses.why)),
  orientation: 'landscape',
  hasFilter: false,
  banners: (context) => {
    const classes = deliveryFigures(context);
    if (!classes?.limits.instead) return [];
    const { instead, lucky, reasonable } = classes.limits;
    return [
      {
        tone: 'watch',
        text: fill(
          {
            zh: '按 {fixed} 天算，{n} 单里有 {incidents} 单都算超期，这个天数不合贵公司：改用自己的中位数 {lucky} 天、九成不超过的 {reasonable} 天。要固定天数，请在「参数」的「幸运：几天内」「合理：几天内」填写一次。',
            en: 'With {fixed} days, {incidents} of {n} deliveries would be late: that limit is not made for this firm. Its own median, {lucky} days, and the {reasonable} days that nine in ten keep stand instead. To fix the days, fill in “Lucky: within days” and “Reasonable: within days” on the settings sheet once.',
          },
          {
            fixed: context.analysis.settings['delivery.reasonable'],
            incidents: wordNumber(instead.incidents),
            n: wordNumber(instead.n),
            lucky,
            reasonable,
          },
        ),
      },
    ];
  },
  highlights: (context) => {
    const classes = deliveryFigures(context);
    if (!classes) return [];
    const part = (value: DeliveryClasses['shares']['lucky']): string => (value.known ? wordPercent(value.value) : '—');
    const names = words(context);
    return [
      fill(
        {
          zh: '{lucky} {l} 单（{ls}）   |   {reasonable} {r} 单（{rs}）   |   {incident} {i} 单（{is}），其中还没交的 {open}   |   未计入 {excluded}',
          en: '{lucky} {l} ({ls})   |   {reasonable} {r} ({rs})   |   {incident} {i} ({is}), {open} of them still open   |   Left out {excluded}',
        },
        {
          ...names,
          l: wordNumber(classes.lucky),
          ls: part(classes.shares.lucky),
          r: wordNumber(classes.reasonable),
          rs: part(classes.shares.reasonable),
          i: wordNumber(classes.incident),
          is: part(classes.shares.incident),
          open: wordNumber(classes.openIncidents),
          excluded: wordNumber(classes.excluded),
        },
      ),
      ...lateOrders(classes),
      ...closedRests(classes, context),
      fill(
        { zh: '{rule}{handbook}。', en: '{rule}{handbook}.' },
        { rule: ruleOf(classes), handbook: HANDBOOK_CLASSES },
      ),
    ];
  },
  rows: (context) => deliveryFigures(context)?.trend ?? [],
  columns: (context) => {
    const names = words(context);
    return [
      text({ zh: '月份', en: 'Month' }, ({ month }) => isoMonthOf(month), { id: 'month', span: 2 }),
      count(names.lucky, ({ lucky }) => lucky, { id: 'lucky', total: 'sum' }),
      count(names.reasonable, ({ reasonable }) => reasonable, { id: 'reasonable', total: 'sum' }),
      count(names.incident, ({ incident }) => incident, { id: 'incident', total: 'sum' }),
    ];
  },
  tables: [defineTable(incidentTable('incidents', LISTED)), defineTable(openOrderTable('openOrders', LISTED))],
  charts: [SHARE_CHART],
  sources: ['deliveries', 'transactions'],
  settings: ['delivery.lucky', 'delivery.reasonable', 'delivery.restShare', 'delivery.restDays'],
});
