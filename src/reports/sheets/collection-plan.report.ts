import type { CollectionItem, Receivables } from '../../core/receivables/receivables';
import type { Money } from '../../core/model/money';
import { fill, type Text } from '../../i18n/text';
import { wordMoney, wordNumber } from '../../i18n/wording';
import { count, day, label, money, text, userDay, userText, type ToneRule } from '../layout/columns';
import { defineReport } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { clientAt, clientColumns } from './parts/client-columns';
import { originColumn } from './parts/origin-column';

const figures = ({ analysis }: ReportContext): Receivables | undefined =>
  analysis.receivables.known ? analysis.receivables.value : undefined;

const DISPUTED: Text = { zh: '▲ 先核对争议', en: '▲ settle the dispute' };
const OVERDUE: Text = { zh: '■ 催收', en: '■ collect' };
const DUE_UNKNOWN: Text = { zh: '先核对到期日', en: 'check the due date' };
const NOT_DUE: Text = { zh: '未到期', en: 'not due' };
const STEP_TONES: readonly ToneRule[] = [
  { text: DISPUTED, tone: 'watch' },
  { text: OVERDUE, tone: 'bad' },
];

/** A disputed invoice is talked about first and not asked to be paid, however late it is. */
function nextStep({ isDisputed, overdueDays }: CollectionItem): Text {
  if (isDisputed) return DISPUTED;
  if (!overdueDays.known) return DUE_UNKNOWN;
  return overdueDays.value <= 0 ? NOT_DUE : OVERDUE;
}

/** 004-7(3): what to collect first. A list to work through with a header of its own, beside the ageing by client. */
export const collectionPlan = defineReport<CollectionItem>({
  id: 'collectionPlan',
  sheet: { zh: '收款计划', en: 'Collection plan' },
  purpose: {
    zh: '未收的发票，先收哪一张；催收日期和结果由您填写',
    en: 'Open invoices in the order to collect them; you write down calls and results',
  },
  tab: TAB.money,
  needs: [],
  missing: ({ analysis }) => (analysis.receivables.known ? undefined : wordMissing(analysis.receivables.why)),
  orientation: 'landscape',
  freezeHeader: true,
  keyedBy: 'all',
  highlights: (context) => {
    const receivables = figures(context);
    if (!receivables) return [];
    const { collection, openItems, totals } = receivables;
    return [
      fill(
        {
          zh: '应收合计 {all} = 可催收 {open}（其中逾期 {overdue}）+ 有争议 {disputed}   |   逾期天数×金额大的在前',
          en: 'Receivable {all} = collectable {open} ({overdue} of it overdue) + disputed {disputed}   |   days overdue × amount, largest first',
        },
        {
          all: wordMoney((totals.open + totals.disputed) as Money),
          open: wordMoney(totals.open),
          overdue: wordMoney(totals.overdue),
          disputed: wordMoney(totals.disputed),
        },
      ),
      ...(openItems > collection.length
        ? [
            fill(
              {
                zh: '共 {all} 张未收发票，列出前 {listed} 张。',
                en: 'The first {listed} of {all} open invoices are listed.',
              },
              { all: wordNumber(openItems), listed: wordNumber(collection.length) },
            ),
          ]
        : []),
    ];
  },
  rows: (context) => figures(context)?.collection ?? [],
  whenEmpty: { zh: '没有未收的发票。', en: 'No open invoice.' },
  columns: [
    ...clientColumns<CollectionItem>(({ client }, context) => clientAt(client, context)),
    text({ zh: '发票号', en: 'Invoice' }, ({ invoiceNo }) => invoiceNo, { id: 'invoiceNo', key: true, maxWidth: 18 }),
    day({ zh: '到期日', en: 'Due' }, ({ dueDay }) => dueDay),
    money({ zh: '未收金额', en: 'Open amount' }, ({ open }) => open, { total: 'sum' }),
    label({ zh: '先做什么', en: 'First step' }, nextStep, { id: 'step', tones: STEP_TONES, minWidth: 12 }),
    count({ zh: '逾期天数', en: 'Days overdue' }, ({ overdueDays }) => overdueDays, { style: { numberFormat: '0' } }),
    day({ zh: '承诺付款日', en: 'Promised' }, ({ promisedDay }) => promisedDay, { hideWhenEmpty: true, silent: true }),
    label(
      { zh: '失约', en: 'Promise broken' },
      ({ isPromiseBroken }) => (isPromiseBroken ? { zh: '■ 已过承诺日', en: '■ promised date passed' } : ''),
      {
        hideWhenEmpty: true,
        silent: true,
        tones: [{ text: { zh: '■ 已过承诺日', en: '■ promised date passed' }, tone: 'bad' }],
      },
    ),
    originColumn<CollectionItem>(),
    userDay({ zh: '催收日期', en: 'Called on' }, { id: 'calledDay' }),
    userText({ zh: '催收结果', en: 'Result' }, { id: 'result' }),
  ],
  slicers: ['step', 'name'],
  sources: ['invoices', 'receipts'],
  settings: ['payment.defaultTermDays'],
});
