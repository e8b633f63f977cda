import { nameOf } from '../../core/measures/measures';
import type {
  InquiriesOfDepartment,
  Inquiry,
  InquiryFigures,
  InquiryState,
  OfferResult,
  OrderOfOffer,
  Quotation,
} from '../../core/service/inquiries';
import type { Day } from '../../core/model/day';
import type { Money } from '../../core/model/money';
import { flatMapOutcome, mapOutcome, type Outcome } from '../../core/model/outcome';
import { fill, type Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import { count, day, label, money, number, ratio, text, userText, wrapped, type ToneRule } from '../layout/columns';
import { defineReport, defineTable } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { SHEET_WORDS } from '../words/sheet-words';
import { clientAt, clientColumns } from './parts/client-columns';

const STATES: Readonly<Record<InquiryState, Text>> = {
  late: { zh: '■ 超时未答', en: '■ Late, not answered' },
  open: { zh: '▲ 未答', en: '▲ Not answered' },
  wrong: { zh: '■ 答错，要再答', en: '■ Answered wrongly' },
  answered: { zh: '● 已答，未核对', en: '● Answered, not checked' },
  right: { zh: '● 已正确答复', en: '● Answered rightly' },
};
const RESULTS: Readonly<Record<OfferResult, Text>> = {
  ordered: { zh: '● 已下单', en: '● Ordered' },
  waiting: { zh: '▲ 等待中', en: '▲ Waiting' },
  none: { zh: '未成单', en: 'No order' },
  unknown: { zh: '—', en: '—' },
};
const FROM: Readonly<Record<Quotation['from'], Text>> = {
  inquiry: { zh: '咨询', en: 'Inquiry' },
  opportunity: { zh: '商机', en: 'Opportunity' },
};
const TONES: readonly ToneRule[] = [
  { text: STATES.late, tone: 'bad' },
  { text: STATES.wrong, tone: 'bad' },
  { text: STATES.open, tone: 'watch' },
  { text: STATES.right, tone: 'good' },
  { text: RESULTS.ordered, tone: 'good' },
  { text: RESULTS.waiting, tone: 'watch' },
];
const BY_NUMBER: Text = { zh: '订单号', en: 'order no' };
const BY_DAY: Text = { zh: '日期', en: 'date' };

const figures = ({ analysis }: ReportContext): InquiryFigures | undefined =>
  analysis.inquiries.known ? analysis.inquiries.value : undefined;

interface WithOrder {
  readonly result: OfferResult;
  readonly order: Outcome<OrderOfOffer>;
}
const orderDay = ({ order }: WithOrder): Outcome<Day> => mapOutcome(order, (one) => one.day);
const orderAmount = ({ order }: WithOrder): Outcome<Money> => flatMapOutcome(order, ({ amount }) => amount);
const orderBy = ({ order }: WithOrder): Text | '' => (order.known ? (order.value.isNamed ? BY_NUMBER : BY_DAY) : '');

const departments = defineTable<InquiriesOfDepartment>({
  id: 'inquiryDepartments',
  heading: { zh: '按转交部门', en: 'By department' },
  rows: (context) => figures(context)?.departments ?? [],
  columns: [
    text(
      { zh: '转交部门', en: 'Department' },
      ({ department }) => (department === '' ? SHEET_WORDS.blankGroup : department),
      { id: 'department', minWidth: 12 },
    ),
    count({ zh: '咨询', en: 'Inquiries' }, ({ inquiries }) => inquiries, { total: 'sum' }),
    count({ zh: '超时未答', en: 'Late' }, ({ late }) => late, { total: 'sum' }),
    count({ zh: '未答', en: 'Open' }, ({ open }) => open, { total: 'sum' }),
    ratio(nameOf('answeredRightly'), ({ right }) => right.value, {
      silent: true,
      total: (context) => totalOf(figures(context)?.right.value),
    }),
    number(nameOf('answerHours'), ({ meanHours }) => meanHours, {
      silent: true,
      style: { numberFormat: '0.0' },
    }),
  ],
});

const totalOf = (outcome: Outcome<number> | undefined) =>
  outcome === undefined ? null : outcome.known ? outcome.value : { why: outcome.why };

const quotations = defineTable<Quotation>({
  id: 'quotations',
  heading: { zh: '报价到订单', en: 'Quotations to orders' },
  note: (context) => {
    const found = figures(context);
    if (!found || found.quotations.length === 0) return undefined;
    const { quotationConversion: rate, daysToOrder } = found;
    return fill(
      {
        zh: '报价 {n} 份：已有结果的 {over} 份中成单 {ordered} 份（{rate}），报价到下单中位 {days} 天，等待中 {waiting} 份。',
        en: '{n} quotations: of {over} with a result {ordered} led to an order ({rate}), median {days} days from quotation to order, {waiting} waiting.',
      },
      {
        n: wordNumber(found.quotations.length),
        over: wordNumber(rate.denominator),
        ordered: wordNumber(rate.numerator),
        rate: rate.value.known ? wordPercent(rate.value.value) : '—',
        days: daysToOrder.known ? wordNumber(daysToOrder.value, 1) : '—',
        waiting: wordNumber(rate.excluded),
      },
    );
  },
  rows: (context) => figures(context)?.quotations ?? [],
  whenEmpty: {
    zh: '本期没有报价：「咨询」或「商机」表填了「报价日期」才算。',
    en: 'No quotation in the period: fill in the quoted day on the inquiries or opportunities.',
  },
  hasFilter: true,
  columns: [
    text({ zh: '客户编号', en: 'Client code' }, ({ client }, context) => clientAt(client, context).code, {
      hideWhenEmpty: true,
      maxWidth: 14,
    }),
    text({ zh: '客户名称', en: 'Client' }, ({ client }, context) => clientAt(client, context).name, {
      minWidth: 18,
      maxWidth: 28,
    }),
    label({ zh: '来自', en: 'From' }, ({ from }) => FROM[from]),
    day({ zh: '报价日期', en: 'Quoted' }, ({ quotedDay }) => quotedDay),
    text({ zh: '内容', en: 'What' }, ({ what }) => what, { maxWidth: 28 }),
    money(nameOf('amountQuoted'), ({ quoted }) => quoted, { silent: true, total: 'sum' }),
    label({ zh: '结果', en: 'Result' }, ({ result }) => RESULTS[result], { tones: TONES, minWidth: 10 }),
    day({ zh: '下单日', en: 'Ordered' }, orderDay, { silent: true }),
    count(
      { zh: '相隔天数', en: 'Days between' },
      ({ order, quotedDay }) => mapOutcome(order, (one) => one.day - quotedDay),
      { silent: true },
    ),
    money(nameOf('amountOrdered'), orderAmount, { silent: true }),
    label({ zh: '依据', en: 'Told by' }, orderBy, { hideWhenEmpty: true }),
  ],
});

/** 000-P11 and 002-7: inquiries until they are answered rightly, and what came of inquiries and quotations. */
export const inquiries = defineReport<Inquiry>({
  id: 'inquiries',
  sheet: { zh: '咨询跟踪', en: 'Inquiry tracking' },
  purpose: {
    zh: '每条咨询跟到正确答复，没答的在前；咨询和报价后来有没有下单',
    en: 'Each inquiry until it is answered rightly, the open ones first; which inquiries and quotations led to orders',
  },
  tab: TAB.service,
  needs: [],
  missing: ({ analysis }) => (analysis.inquiries.known ? undefined : wordMissing(analysis.inquiries.why)),
  orientation: 'landscape',
  paper: 'whole',
  hasFilter: true,
  keyedBy: 'all',
  message: (context) => {
    const found = figures(context);
    if (!found) return undefined;
    const of = (...states: InquiryState[]): number =>
      found.inquiries.filter(({ state }) => states.includes(state)).length;
    return fill(
      {
        zh: '咨询 {n} 条：未答 {open} 条（超时 {late} 条），答错 {wrong} 条；正确答复率 {right}；咨询成单率 {rate}',
        en: '{n} inquiries: {open} not answered ({late} late), {wrong} answered wrongly; {right} answered rightly; {rate} led to an order',
      },
      {
        n: wordNumber(found.inquiries.length),
        open: wordNumber(of('late', 'open')),
        late: wordNumber(of('late')),
        wrong: wordNumber(of('wrong')),
        right: found.right.value.known ? wordPercent(found.right.value.value) : '—',
        rate: found.conversion.value.known ? wordPercent(found.conversion.value.value) : '—',
      },
    );
  },
  highlights: ({ analysis: { settings } }) => [
    fill(
      {
        zh: '超过 {feedback} 个工作日为超时；成单：写了成交订单号，或同一客户在 {days} 天内下单（只说先后，不说明因果）；天数未满的为等待中，不计入成单率。',
        en: 'Late beyond {feedback} working days. Ordered: an order number is written, or the client bought within {days} days (one after the other, no claim of a cause); those whose days are not over wait and are left out of the rate.',
      },
      {
        feedback: wordNumber(
          settings['service.feedbackDays'],
          Number.isInteger(settings['service.feedbackDays']) ? 0 : 2,
        ),
        days: wordNumber(settings['inquiry.orderDays']),
      },
    ),
  ],
  rows: (context) => figures(context)?.inquiries ?? [],
  whenEmpty: { zh: '本期没有咨询。', en: 'No inquiry in the period.' },
  columns: [
    ...clientColumns<Inquiry>(({ client }, context) => clientAt(client, context)),
    label({ zh: '状态', en: 'State' }, ({ state }) => STATES[state], { tones: TONES, minWidth: 14 }),
    day({ zh: '咨询日期', en: 'Received' }, ({ receivedDay }) => receivedDay, { key: true }),
    wrapped({ zh: '问题', en: 'Question' }, ({ question }) => question, { key: true, minWidth: 20, maxWidth: 30 }),
    text({ zh: '转交部门', en: 'Department' }, ({ department }) => department, { hideWhenEmpty: true, maxWidth: 12 }),
    day({ zh: '答复日期', en: 'Answered' }, ({ answeredDay }) => answeredDay, { silent: true }),
    number(nameOf('hoursOpen'), ({ hours }) => hours, {
      silent: true,
      style: { numberFormat: '0.0' },
    }),
    label({ zh: '后来', en: 'Came of it' }, ({ result }) => RESULTS[result], { tones: TONES, minWidth: 10 }),
    day({ zh: '下单日', en: 'Ordered' }, orderDay, { silent: true }),
    money(nameOf('amountOrdered'), orderAmount, { silent: true }),
    label({ zh: '依据', en: 'Told by' }, orderBy, { hideWhenEmpty: true }),
    userText({ zh: '跟进', en: 'Follow-up' }, { id: 'notes', minWidth: 13 }),
  ],
  tables: [departments, quotations],
  sources: ['inquiries', 'prospects', 'transactions'],
  settings: ['service.feedbackDays', 'inquiry.orderDays'],
});
