import type { Money } from '../../core/model/money';
import { CREDIT_ACTIONS, type ActionRule } from '../../core/credit/credit-action';
import { nameOf } from '../../core/measures/measures';
import type { ClientCredit, CreditAssessment } from '../../core/credit/credit';
import { FIVE_C, type FiveC } from '../../core/credit/credit-factors';
import { HONESTY_LABELS } from '../../core/credit/honesty';
import { mapOutcome } from '../../core/model/outcome';
import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordNumber, wordMoney } from '../../i18n/wording';
import { count, label, money, number, ratio, text, userText, type ToneRule } from '../layout/columns';
import { defineReport, defineTable, type ChartDefinition } from '../layout/define-report';
import { SERIES, TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { clientAt, clientColumns } from './parts/client-columns';
import { clientsByExposure, creditOf, POINTS, viewColumn } from './parts/credit-lines';

const gradeText = (grade: string): Text => ({ zh: `信用${grade}`, en: `Credit ${grade}` });

const GRADE_TONES: readonly ToneRule[] = [
  { text: gradeText('A'), tone: 'good' },
  { text: gradeText('B'), tone: 'good' },
  { text: gradeText('C'), tone: 'watch' },
  { text: gradeText('D'), tone: 'bad' },
  { text: gradeText('E'), tone: 'bad' },
];

const HONESTY_TONES: readonly ToneRule[] = [
  { text: HONESTY_LABELS.honest, tone: 'neutral' },
  { text: HONESTY_LABELS.dishonest, tone: 'bad' },
  { text: HONESTY_LABELS.undetermined, tone: 'neutral' },
];

const grades = defineTable<
  CreditAssessment['grades'][number] | { readonly grade: undefined; readonly clients: number }
>({
  id: 'grades',
  heading: { zh: '信用等级构成', en: 'Clients by credit grade' },
  rows: (context) => {
    const credit = creditOf(context);
    return credit ? [...credit.grades, { grade: undefined, clients: credit.ungraded }] : [];
  },
  columns: [
    label(
      { zh: '信用等级', en: 'Credit grade' },
      ({ grade }) => (grade === undefined ? { zh: '资料不足', en: 'Too little data' } : gradeText(grade)),
      { id: 'grade', tones: GRADE_TONES, span: 2, style: { align: 'left' } },
    ),
    count({ zh: '客户数', en: 'Clients' }, ({ clients }) => clients, { id: 'clients', total: 'sum' }),
  ],
});

/** Held beyond what is exposed: the client's money. */
const AHEAD: Text = { zh: '预收（抵占用后）', en: 'Advance payments beyond the exposure' };

const actionTable = defineTable<ActionRule>({
  id: 'actions',
  heading: {
    zh: '「该怎么办」怎么定：从上往下，第一条符合的算',
    en: '“What to do”: read from the top, the first that holds',
  },
  rows: () => CREDIT_ACTIONS,
  columns: [
    text({ zh: '条件', en: 'When' }, ({ when }, { analysis }) => when(analysis.settings), {
      span: 4,
      style: { wrap: true },
    }),
    text({ zh: '怎么办', en: 'Do' }, (rule) => rule.label, { span: 2 }),
    text({ zh: '做法', en: 'How' }, ({ todo }) => todo, { span: 4, style: { wrap: true } }),
    count(
      { zh: '家数', en: 'Clients' },
      ({ action }, context) =>
        clientsByExposure(context).filter((one) => one.action.known && one.action.value === action).length,
      { total: 'sum' },
    ),
  ],
});

const GRADE_CHART: ChartDefinition = {
  id: 'grades',
  kind: 'column',
  title: { zh: '信用等级构成', en: 'Clients by credit grade' },
  description: {
    zh: '各信用等级的客户数，资料不足的在最后。',
    en: 'Clients of each grade; those with too little data last.',
  },
  table: 'grades',
  category: 'grade',
  series: [{ column: 'clients', color: SERIES.first }],
  valueAxis: { numberFormat: '0', min: 0 },
  legend: 'none',
  gapWidth: 60,
};

/** Why the largest loss; of the other two the points, as every factor has its line on 信用要素. */
function wordLosses({ gates, losses }: ClientCredit['card']): Text {
  const [first, ...others] = losses.map(({ label: name, lost, reason }, at) =>
    fill(
      at === 0
        ? { zh: '{name}失 {lost} 分（{reason}）', en: '{name}: −{lost} points ({reason})' }
        : { zh: '{name}失 {lost} 分', en: '{name}: −{lost}' },
      { name, lost: wordNumber(lost, 1), reason },
    ),
  );
  return joinTexts([...gates.map(({ text }) => text), ...(first ? [first, ...others] : [])]);
}

/** 表四, 004-10, 003-13, 004-7(8): score, grade, honesty, exposure, limit and what to do. */
export const credit = defineReport<ClientCredit>({
  id: 'credit',
  sheet: { zh: '信用评估', en: 'Credit' },
  title: { zh: '表四 客户信用评估表', en: 'Client credit assessment' },
  purpose: {
    zh: '得分、等级、诚信、额度建议、占用与使用率、该怎么办',
    en: 'Score, grade, payment record, limit, exposure and use, and what to do',
  },
  tab: TAB.money,
  needs: [],
  isOfClients: true,
  missing: ({ analysis }) => (analysis.credit.known ? undefined : wordMissing(analysis.credit.why)),
  orientation: 'landscape',
  freezeHeader: true,
  keyedBy: 'first',
  message: (context) => {
    const all = clientsByExposure(context);
    const over = all.filter(({ isLimitExceeded }) => isLimitExceeded);
    const sum = over.reduce(
      (total, { exposure, limit }) => total + (exposure.known && limit.known ? exposure.value - limit.value : 0),
      0,
    );
    const weak = creditOf(context)?.grades.reduce((n, one) => n + ('DE'.includes(one.grade) ? one.clients : 0), 0) ?? 0;
    return over.length > 0
      ? fill(
          {
            zh: '{n} 家超额度，共超 {sum}；信用 D、E 的 {weak} 家',
            en: 'Above their limit: {n}, by {sum} in all; grade D or E: {weak}',
          },
          { n: wordNumber(over.length), sum: wordMoney(sum as Money), weak: wordNumber(weak) },
        )
      : fill(
          { zh: '没有超额度的；信用 D、E 的 {weak} 家', en: 'Nobody above the limit; grade D or E: {weak}' },
          { weak: wordNumber(weak) },
        );
  },
  highlights: (context) => {
    const assessment = creditOf(context);
    if (!assessment) return [];
    return [
      fill(
        { zh: '{grades}   |   资料不足 {thin} 家', en: '{grades}   |   too little data: {thin}' },
        {
          grades: joinTexts(
            assessment.grades.map(({ grade, clients }) =>
              fill({ zh: '{grade} {n} 家', en: '{grade}: {n}' }, { grade: gradeText(grade), n: wordNumber(clients) }),
            ),
            { zh: '   |   ', en: '   |   ' },
          ),
          thin: wordNumber(assessment.ungraded),
        },
      ),
      {
        zh: '建议仅供参考，额度由财务与总经理决定。',
        en: 'Suggestions only: finance and the general manager decide.',
      },
    ];
  },
  banners: (context) => [
    ...(creditOf(context)?.settingsProblems ?? []).map((problem) => ({
      tone: 'watch' as const,
      text: fill({ zh: '▲ {problem}。', en: '▲ {problem}.' }, { problem }),
    })),
    ...((creditOf(context)?.unknownFactors.length ?? 0) > 0
      ? [
          {
            tone: 'watch' as const,
            text: fill(
              { zh: '▲ 信用评分表中有认不出的要素：{names}。', en: '▲ Factors that are not known: {names}.' },
              { names: creditOf(context)!.unknownFactors.join(' / ') },
            ),
          },
        ]
      : []),
  ],
  rows: clientsByExposure,
  columns: [
    ...clientColumns<ClientCredit>(({ client }, context) => clientAt(client, context)),
    number({ zh: '得分', en: 'Score' }, ({ card }) => card.score, { style: POINTS, id: 'score' }),
    label({ zh: '信用等级', en: 'Credit grade' }, ({ card }) => mapOutcome(card.grade, gradeText), {
      id: 'grade',
      tones: GRADE_TONES,
      minWidth: 10,
    }),
    ratio({ zh: '覆盖率', en: 'Coverage' }, ({ card }) => card.coverage, { style: { numberFormat: '0%' } }),
    label(
      { zh: '诚信（失约、坏账）', en: 'Record (promises, write-offs)' },
      ({ honesty }) => HONESTY_LABELS[honesty.honesty],
      { tones: HONESTY_TONES },
    ),
    money(nameOf('exposure'), ({ exposure }) => exposure, { total: 'sum' }),
    money(AHEAD, ({ ahead }) => ahead, {
      total: 'sum',
      when: (context) => clientsByExposure(context).some(({ ahead }) => ahead.known && ahead.value > 0),
    }),
    money(nameOf('creditLimit'), ({ limit }) => limit),
    ratio(nameOf('limitUse'), ({ use }) => use),
    money(nameOf('suggestedLimit'), ({ suggestion }) => suggestion.limit),
    text({ zh: '该怎么办', en: 'What to do' }, ({ actionText }) => actionText, { minWidth: 24, maxWidth: 48 }),
    userText({ zh: '审批意见', en: 'Decision' }, { id: 'decision' }),
    ...(Object.keys(FIVE_C) as FiveC[]).map((id) => viewColumn(id, FIVE_C[id])),
    text({ zh: '占用构成', en: 'What is exposed' }, ({ exposureReason }) => exposureReason, { maxWidth: 34 }),
    text({ zh: '额度依据', en: 'Why this limit' }, ({ suggestion }) => suggestion.reason, { maxWidth: 34 }),
    text({ zh: '诚信依据', en: 'What the record is' }, ({ honesty }) => honesty.reason, { maxWidth: 30 }),
    text({ zh: '封顶与失分', en: 'Gates and points lost' }, ({ card }) => wordLosses(card), { maxWidth: 70 }),
  ],
  tables: [grades, actionTable],
  charts: [GRADE_CHART],
  sources: ['clients', 'invoices', 'receipts', 'creditFactors', 'operators', 'deliveries', 'complaints'],
  settings: [
    'credit.minCoverage',
    'credit.gradeA',
    'credit.gradeB',
    'credit.gradeC',
    'credit.gradeD',
    'credit.gateOverdueDays',
    'credit.limitRule',
    'credit.limitMonths',
    'credit.useRemind',
    'credit.useStop',
    'credit.useRaise',
    'credit.limitBand',
    'credit.lowerMonths',
    'alerts.overdueMoneyDays',
  ],
});
