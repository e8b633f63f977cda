import type { ComplaintFigures, ComplaintStage, OpenComplaint, Spread } from '../../core/service/complaints';
import { isoMonthOf } from '../../core/model/day';
import type { Outcome } from '../../core/model/outcome';
import { fill, joinTexts, verbatim, type Text } from '../../i18n/text';
import { wordMoney, wordNumber, wordPercent } from '../../i18n/wording';
import { count, day, label, money, number, ratio, share, text, userText, wrapped } from '../layout/columns';
import { defineReport, defineTable, type ChartDefinition } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { SERIES, TAB } from '../layout/theme';
import { TIER_WORDS } from '../words/domain-words';
import { wordMissing } from '../words/missing-words';
import { SHEET_WORDS } from '../words/sheet-words';
import { clientAt, clientColumns, TIER_TONES } from './parts/client-columns';
import { originColumn } from './parts/origin-column';

const figures = ({ analysis }: ReportContext): ComplaintFigures | undefined =>
  analysis.complaints.known ? analysis.complaints.value : undefined;

/** Problems that the Pareto shows. */
const MOST_PROBLEMS = 12;

const problems = defineTable<ComplaintFigures['problems'][number]>({
  id: 'problems',
  heading: { zh: '问题种类', en: 'Problems' },
  rows: (context) => figures(context)?.problems ?? [],
  columns: [
    text({ zh: '问题', en: 'Problem' }, ({ problem }) => (problem === '' ? SHEET_WORDS.blankGroup : problem), {
      id: 'problem',
      span: 2,
    }),
    count({ zh: '次数', en: 'Complaints' }, (row) => row.count, { id: 'count', total: 'sum' }),
    share({ zh: '占比', en: 'Share' }, (row) => row.share),
    ratio({ zh: '累计占比', en: 'Cumulative share' }, ({ cumulativeShare }) => cumulativeShare, { id: 'cumulative' }),
  ],
});

const months = defineTable<ComplaintFigures['trend'][number]>({
  id: 'complaintMonths',
  heading: { zh: '各月投诉', en: 'Complaints by month' },
  rows: (context) => figures(context)?.trend ?? [],
  columns: [
    text({ zh: '月份', en: 'Month' }, ({ month }) => isoMonthOf(month), { span: 2 }),
    count({ zh: '受理', en: 'Received' }, ({ received }) => received, { total: 'sum' }),
    count({ zh: '其中已解决', en: 'Of which resolved' }, ({ resolved }) => resolved, { total: 'sum' }),
  ],
});

interface Clock {
  readonly name: Text;
  readonly spread: Outcome<Spread>;
}

const clocks = defineTable<Clock>({
  id: 'clocks',
  heading: { zh: '处理时间', en: 'Time taken' },
  note: {
    zh: '未了结的按截止日计，实际只会更长。',
    en: 'Open ones are measured to the as-of day; the true time can only be longer.',
  },
  rows: (context) => {
    const complaints = figures(context);
    if (!complaints) return [];
    return [
      { name: { zh: '首次回复（工作小时）', en: 'First reply (working hours)' }, spread: complaints.hoursToReply },
      { name: { zh: '到达现场（小时）', en: 'Arrival on site (hours)' }, spread: complaints.hoursToSite },
      { name: { zh: '结案（小时）', en: 'Resolution (hours)' }, spread: complaints.hoursToClose },
    ];
  },
  columns: [
    text({ zh: '时间', en: 'Time to' }, ({ name }) => name, { span: 2 }),
    number({ zh: '中位数', en: 'Median' }, ({ spread }) => pick(spread, ({ median }) => median), {
      style: { numberFormat: '#,##0.0' },
    }),
    number({ zh: '九成以内', en: '90 % within' }, ({ spread }) => pick(spread, ({ p90 }) => p90), {
      style: { numberFormat: '#,##0.0' },
    }),
    count({ zh: '样本 n', en: 'n' }, ({ spread }) => pick(spread, ({ n }) => n)),
    count({ zh: '其中未了结', en: 'Of which open' }, ({ spread }) => pick(spread, ({ open }) => open)),
  ],
});

const pick = (spread: Outcome<Spread>, get: (value: Spread) => number): Outcome<number> =>
  spread.known ? { known: true, value: get(spread.value) } : spread;

const signOffs = defineTable<ComplaintFigures['signOffs'][number]>({
  id: 'signOffs',
  heading: { zh: '部门按时签注', en: 'Departments signing off on time' },
  missing: (context) =>
    (figures(context)?.signOffs.length ?? 0) > 0
      ? undefined
      : { zh: '没有送达与签注时间', en: 'no times of forwarding and signing' },
  rows: (context) => figures(context)?.signOffs ?? [],
  columns: [
    text(
      { zh: '部门', en: 'Department' },
      ({ department }) => (department === '' ? SHEET_WORDS.blankGroup : department),
      { span: 2 },
    ),
    ratio({ zh: '按时率', en: 'On time' }, (row) => row.ratio.value),
    count({ zh: '样本 n', en: 'n' }, (row) => row.ratio.n),
    count({ zh: '排除', en: 'Left out' }, (row) => row.ratio.excluded),
  ],
});

const open = defineTable<OpenComplaint>({
  id: 'openComplaints',
  heading: { zh: '未解决的投诉（最久的在前）', en: 'Open complaints, oldest first' },
  rows: (context) => figures(context)?.open ?? [],
  hasFilter: true,
  whenEmpty: { zh: '没有未解决的投诉。', en: 'No open complaint.' },
  columns: [
    ...clientColumns<OpenComplaint>(({ client }, context) => clientAt(client, context)),
    text({ zh: '投诉编号', en: 'Complaint' }, ({ complaintNo }) => complaintNo, { maxWidth: 16 }),
    day({ zh: '受理日期', en: 'Received' }, ({ receivedDay }) => receivedDay),
    count({ zh: '已过天数', en: 'Days open' }, ({ ageDays }) => ageDays),
    text({ zh: '环节', en: 'Stage' }, ({ stage }) => stage, { maxWidth: 16 }),
    text({ zh: '问题', en: 'Problem' }, ({ problem }) => problem, { maxWidth: 30 }),
    label({ zh: '进到哪一步', en: 'Step reached' }, ({ step }) => step, { minWidth: 12 }),
    label({ zh: '由谁处理', en: 'Whose it is' }, ({ escalation }) => escalation, { minWidth: 12 }),
    text({ zh: '处理单还缺', en: 'Lacks on its sheet' }, ({ lacking }) => joinTexts(lacking, { zh: '、', en: ', ' }), {
      maxWidth: 24,
      hideWhenEmpty: true,
    }),
    originColumn<OpenComplaint>(),
    label(
      { zh: '客户等级', en: 'Client tier' },
      ({ client }, { analysis }) => {
        const tier = analysis.clients[client]?.tier;
        return tier?.known ? TIER_WORDS[tier.value] : '';
      },
      { tones: TIER_TONES },
    ),
  ],
});

const steps = defineTable<ComplaintFigures['steps'][number]>({
  id: 'steps',
  heading: { zh: '处理进度', en: 'How far they have come' },
  note: {
    zh: '每件按已走到的最后一步计；结案后一定要通知客户。',
    en: 'Each is counted at the last step that it has reached; after closing the client must be told.',
  },
  rows: (context) => figures(context)?.steps ?? [],
  columns: [
    text({ zh: '步骤', en: 'Step' }, (row) => row.label, { id: 'step', span: 2 }),
    count({ zh: '件数', en: 'Complaints' }, (row) => row.count, { id: 'stepCount', total: 'sum' }),
  ],
});

const untold = defineTable<OpenComplaint>({
  id: 'untold',
  heading: { zh: '已结案、还没通知客户', en: 'Closed, and the client has not been told' },
  rows: (context) => figures(context)?.untold ?? [],
  whenEmpty: { zh: '都已通知。', en: 'All clients have been told.' },
  columns: [
    ...clientColumns<OpenComplaint>(({ client }, context) => clientAt(client, context)),
    text({ zh: '投诉编号', en: 'Complaint' }, ({ complaintNo }) => complaintNo, { maxWidth: 16 }),
    day({ zh: '受理日期', en: 'Received' }, ({ receivedDay }) => receivedDay),
    originColumn<OpenComplaint>(),
  ],
});

const evaluations = defineTable<ComplaintFigures['evaluations'][number]>({
  id: 'evaluations',
  heading: { zh: '三项评估', en: 'Three evaluations' },
  rows: (context) => figures(context)?.evaluations ?? [],
  whenEmpty: { zh: '没有评估分。', en: 'No marks.' },
  columns: [
    text({ zh: '评估', en: 'Evaluation' }, (row) => row.label, { span: 2 }),
    number({ zh: '平均分', en: 'Mean' }, (row) => row.mean.value, { style: { numberFormat: '0.00' } }),
    count({ zh: '样本 n', en: 'n' }, (row) => row.mean.n),
    count({ zh: '排除', en: 'Left out' }, (row) => row.mean.excluded),
  ],
});

const unapproved = defineTable<ComplaintFigures['unapproved'][number]>({
  id: 'unapproved',
  heading: { zh: '没有批准人的赔款', en: 'Compensation without an approver' },
  rows: (context) => figures(context)?.unapproved ?? [],
  whenEmpty: { zh: '没有。', en: 'None.' },
  columns: [
    ...clientColumns<ComplaintFigures['unapproved'][number]>(({ client }, context) => clientAt(client, context)),
    text({ zh: '投诉编号', en: 'Complaint' }, ({ complaintNo }) => complaintNo, { maxWidth: 16 }),
    money({ zh: '赔款', en: 'Compensation' }, ({ amount }) => amount, { total: 'sum' }),
    originColumn<ComplaintFigures['unapproved'][number]>(),
  ],
});

const PROBLEM_CHART: ChartDefinition = {
  id: 'problems',
  kind: 'combo',
  title: { zh: '投诉问题帕累托图', en: 'Pareto chart of problems' },
  description: {
    zh: '柱为每种问题的次数，从多到少；线为累计占比。',
    en: 'Columns: complaints of each problem, most first; line: cumulative share.',
  },
  table: 'problems',
  category: 'problem',
  rows: MOST_PROBLEMS,
  series: [
    { column: 'count', as: 'column', color: SERIES.first },
    { column: 'cumulative', as: 'line', axis: 'secondary', color: SERIES.second, markers: true },
  ],
  valueAxis: { numberFormat: '0', min: 0 },
  secondaryAxis: { numberFormat: '0%', min: 0, max: 1, majorUnit: 0.2 },
  gapWidth: 40,
};

/** 表五, and the lists beside it. */
export const complaints = defineReport<ComplaintStage>({
  id: 'complaints',
  sheet: { zh: '投诉汇总', en: 'Complaints' },
  title: { zh: '表五 客户投诉处理总结表', en: 'Summary of complaints' },
  purpose: {
    zh: '表五：次数、解决比例、各环节的问题与对策；未解决的投诉',
    en: 'Number, share resolved, problems and measures by stage; open complaints',
  },
  tab: TAB.service,
  needs: [],
  missing: ({ analysis }) => (analysis.complaints.known ? undefined : wordMissing(analysis.complaints.why)),
  orientation: 'landscape',
  hasFilter: false,
  highlights: (context) => {
    const complaints5 = figures(context);
    if (!complaints5) return [];
    const { received, perDay, resolution, compensation, calendarDays, daysAreWorking, unfounded } = complaints5;
    const { netAmount } = context.analysis.totals;
    return [
      fill(
        {
          zh: '投诉 {received} 次   |   每天 {perDay} 次（{days} 个{kind}）   |   已解决 {resolved} 次，解决比例 {rate}{unfounded}   |   赔款 {money}{ofSales}',
          en: '{received} complaints   |   {perDay} a day ({days} {kind})   |   {resolved} solved, {rate}{unfounded}   |   compensation {money}{ofSales}',
        },
        {
          received: wordNumber(received),
          perDay: perDay.known ? wordNumber(perDay.value, 2) : '—',
          days: wordNumber(calendarDays),
          kind: daysAreWorking ? { zh: '工作日', en: 'working days' } : { zh: '日历天', en: 'calendar days' },
          resolved: wordNumber(resolution.numerator),
          unfounded:
            unfounded > 0
              ? fill(
                  { zh: '（不属实 {n} 次不计）', en: ' ({n} judged unfounded are left out)' },
                  { n: wordNumber(unfounded) },
                )
              : verbatim(''),
          ofSales:
            netAmount > 0
              ? fill(
                  { zh: '（占净销售额 {share}）', en: ' ({share} of net sales)' },
                  { share: wordPercent(compensation / netAmount, 2) },
                )
              : verbatim(''),
          rate: resolution.value.known ? wordPercent(resolution.value.value) : '—',
          money: wordMoney(compensation),
        },
      ),
    ];
  },
  rows: (context) => figures(context)?.stages ?? [],
  columns: [
    text({ zh: '环节', en: 'Stage' }, (stage) => stage.label, { id: 'stage', key: true, span: 2 }),
    count({ zh: '次数', en: 'Complaints' }, (stage) => stage.count, { total: 'sum' }),
    share({ zh: '占比', en: 'Share' }, (stage) => stage.share),
    number({ zh: '每百单次数', en: 'Per 100 orders' }, ({ per100Orders }) => per100Orders),
    wrapped({ zh: '主要问题', en: 'Main problems' }, ({ topProblems }) => listOf(topProblems), { maxWidth: 36 }),
    wrapped({ zh: '已采取的对策', en: 'Measures taken' }, ({ measures }) => listOf(measures), { maxWidth: 40 }),
    userText({ zh: '对策', en: 'Measures to take' }, { id: 'measures' }),
  ],
  tables: [problems, months, steps, clocks, signOffs, evaluations, open, untold, unapproved],
  charts: [PROBLEM_CHART],
  sources: ['complaints'],
  settings: ['complaints.perWorkingDay'],
});

const listOf = (items: readonly string[]): Text => ({ zh: items.join('、'), en: items.join(', ') });
