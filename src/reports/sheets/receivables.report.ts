import { byCodePoint } from '../../core/model/by-code-point';
import type { Money } from '../../core/model/money';
import { nameOf } from '../../core/measures/measures';
import type { PaymentBehaviour } from '../../core/receivables/payment-index';
import {
  ageingLabels,
  type AgeingLine,
  type ReceivableFigures,
  type Receivables,
} from '../../core/receivables/receivables';
import { known } from '../../core/model/outcome';
import { fill } from '../../i18n/text';
import { wordMoney, wordNumber, wordPercent } from '../../i18n/wording';
import { count, money, number, ratio, share, text, userText, wrapped, type Column } from '../layout/columns';
import { defineReport, defineTable, type ChartDefinition } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { SERIES, TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { wordPeriod } from '../words/domain-words';
import { clientAt, clientColumns } from './parts/client-columns';

const figures = ({ analysis }: ReportContext): Receivables | undefined =>
  analysis.receivables.known ? analysis.receivables.value : undefined;

interface ClientLine extends ReceivableFigures {
  readonly client: number;
  readonly behaviour: PaymentBehaviour;
}

function clientLines(context: ReportContext): readonly ClientLine[] {
  const { receivables, payments } = context.analysis;
  if (!receivables.known || !payments.known) return [];
  return receivables.value.clients
    .map((own, client) => ({ ...own, client, behaviour: payments.value[client]! }))
    .filter(
      ({ open, disputed, advance, creditSales, behaviour }) =>
        open !== 0 || disputed !== 0 || advance !== 0 || creditSales !== 0 || behaviour.scoredInvoices > 0,
    )
    .sort(
      (a, b) =>
        b.overdue - a.overdue ||
        b.open - a.open ||
        byCodePoint(clientAt(a.client, context).code, clientAt(b.client, context).code) ||
        a.client - b.client,
    );
}

const DAYS = { numberFormat: '#,##0.0' } as const;

const ageingColumns = ({ analysis }: ReportContext): Column<ClientLine>[] =>
  ageingLabels(analysis.settings).map((header, at) =>
    money<ClientLine>(header, ({ ageing }) => ageing[at]!, { id: `age${at}`, total: 'sum', minWidth: 11 }),
  );

const ages = defineTable<AgeingLine>({
  id: 'ages',
  heading: {
    zh: '账龄构成（可催收的，不含有争议的）',
    en: 'Ageing of what is collectable (disputed invoices left out)',
  },
  rows: (context) => figures(context)?.ageing ?? [],
  columns: [
    text({ zh: '账龄', en: 'Age' }, (line) => line.label, { id: 'age', span: 2 }),
    money({ zh: '金额', en: 'Amount' }, ({ amount }) => amount, { id: 'amount', total: 'sum' }),
    share({ zh: '占比', en: 'Share' }, (line) => line.share),
  ],
});

/** How long money stays out, and how much of what was due came in: in the client's own row, not in a list of its own. */
const SALES_DAYS: readonly Column<ClientLine>[] = [
  number({ zh: 'DSO', en: 'DSO' }, ({ dso }) => dso, { style: DAYS }),
  number({ zh: '最佳DSO', en: 'Best DSO' }, ({ bestPossibleDso }) => bestPossibleDso, { style: DAYS }),
  number({ zh: '平均拖欠天数', en: 'Average days delinquent' }, ({ delinquentDays }) => delinquentDays, {
    style: DAYS,
  }),
  ratio({ zh: '收款效率', en: 'Collection effectiveness' }, ({ cei }) => cei),
  money(nameOf('creditSales'), ({ creditSales }) => creditSales, { total: 'sum' }),
  count({ zh: '最长逾期天数', en: 'Longest overdue' }, ({ behaviour }) => behaviour.oldestOverdueDays, {
    silent: true,
  }),
];

const AGE_CHART: ChartDefinition = {
  id: 'ages',
  kind: 'column',
  title: { zh: '账龄构成', en: 'Ageing' },
  description: { zh: '未收货款按逾期天数分档的金额。', en: 'Open amounts by days overdue.' },
  table: 'ages',
  category: 'age',
  series: [{ column: 'amount', color: SERIES.first }],
  valueAxis: { isMoney: true, min: 0 },
  legend: 'none',
  gapWidth: 50,
};

const wordDays = (outcome: ReceivableFigures['dso']): string => (outcome.known ? wordNumber(outcome.value, 1) : '—');

/** Ageing, payment index, DSO and collection effectiveness; the collection plan is the next sheet. */
export const receivables = defineReport<ClientLine>({
  id: 'receivables',
  sheet: { zh: '应收账龄', en: 'Receivables' },
  purpose: {
    zh: '账龄、付款指数、DSO、收款效率',
    en: 'Ageing, payment index, DSO and collection effectiveness',
  },
  tab: TAB.money,
  needs: [],
  missing: ({ analysis }) => (analysis.receivables.known ? undefined : wordMissing(analysis.receivables.why)),
  orientation: 'landscape',
  freezeHeader: true,
  keyedBy: 'first',
  message: (context) => {
    const all = figures(context);
    const [worst] = clientLines(context);
    if (!all) return undefined;
    const { overdue, open } = all.totals;
    if (!worst || worst.overdue <= 0)
      return fill(
        { zh: '可催收 {open}，没有逾期', en: '{open} to be collected, nothing overdue' },
        { open: wordMoney(open) },
      );
    const { name, code } = clientAt(worst.client, context);
    return fill(
      {
        zh: '可催收 {open}，其中逾期 {overdue}（{share}）；最多的是{name}：{most}',
        en: '{open} to be collected, {overdue} of it overdue ({share}); most by {name}: {most}',
      },
      {
        open: wordMoney(open),
        overdue: wordMoney(overdue),
        share: wordPercent(overdue / open),
        name: name || code,
        most: wordMoney(worst.overdue),
      },
    );
  },
  highlights: (context) => {
    const all = figures(context);
    if (!all) return [];
    const { totals, period } = all;
    return [
      fill(
        {
          zh: '应收合计 {all} = 可催收 {open} + 有争议 {disputed}   |   其中逾期 {overdue}（不含有争议的）   |   预收 {advance}',
          en: 'Receivable {all} = collectable {open} + disputed {disputed}   |   overdue {overdue} (disputed not counted)   |   received ahead {advance}',
        },
        {
          all: wordMoney((totals.open + totals.disputed) as Money),
          open: wordMoney(totals.open),
          overdue: wordMoney(totals.overdue),
          disputed: wordMoney(totals.disputed),
          advance: wordMoney(totals.advance),
        },
      ),
      fill(
        {
          zh: 'DSO {dso} 天   |   最佳 DSO {best} 天   |   平均拖欠 {late} 天   |   收款效率 {cei}（{period}）',
          en: 'DSO {dso} days   |   best possible {best}   |   delinquent {late}   |   collection effectiveness {cei}   ({period})',
        },
        {
          dso: wordDays(totals.dso),
          best: wordDays(totals.bestPossibleDso),
          late: wordDays(totals.delinquentDays),
          cei: totals.cei.known ? wordPercent(totals.cei.value) : '—',
          period: wordPeriod(period),
        },
      ),
    ];
  },
  rows: clientLines,
  columns: (context) => [
    ...clientColumns<ClientLine>(({ client }, context) => clientAt(client, context)),
    number(nameOf('paymentIndex'), ({ behaviour }) => behaviour.index, { style: DAYS, id: 'index' }),
    number(nameOf('daysLate'), ({ behaviour }) => behaviour.daysLate, { style: DAYS }),
    ratio(nameOf('paidOnTerms'), ({ behaviour }) => behaviour.paidOnTerms),
    money(nameOf('receivable'), ({ open, disputed }) => (open + disputed) as Money, { total: 'sum' }),
    money(nameOf('collectable'), ({ open }) => open, { total: 'sum' }),
    money(nameOf('overdue'), ({ overdue }) => overdue, { total: 'sum' }),
    ...ageingColumns(context),
    money({ zh: '到期日不明', en: 'Due date unknown' }, ({ dueUnknown }) => dueUnknown, {
      total: 'sum',
      when: (context) => (figures(context)?.totals.dueUnknown ?? 0) > 0,
    }),
    money(nameOf('disputed'), ({ disputed }) => disputed, {
      total: 'sum',
      when: (context) => (figures(context)?.totals.disputed ?? 0) > 0,
    }),
    money(nameOf('prepaid'), ({ advance }) => advance, {
      total: 'sum',
      when: (context) => (figures(context)?.totals.advance ?? 0) > 0,
    }),
    count({ zh: '失约次数', en: 'Broken promises' }, ({ behaviour }) => known(behaviour.brokenPromises), {
      when: ({ analysis }) =>
        analysis.payments.known && analysis.payments.value.some(({ brokenPromises }) => brokenPromises > 0),
    }),
    ...SALES_DAYS,
    wrapped({ zh: '付款情况', en: 'Payment behaviour' }, ({ behaviour }) => behaviour.reason, { maxWidth: 40 }),
    userText({ zh: '备注', en: 'Notes' }, { id: 'notes' }),
  ],
  tables: [ages],
  charts: [AGE_CHART],
  sources: ['invoices', 'receipts'],
  settings: [
    'payment.windowMonths',
    'payment.minInvoices',
    'payment.defaultTermDays',
    'payment.ageingFirst',
    'payment.ageingSecond',
    'payment.ageingThird',
    'payment.ageingFourth',
    'payment.prompt',
    'payment.highRisk',
  ],
});
