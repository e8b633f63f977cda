import type { SatisfactionFigures, SurveyGroup, SurveyItem } from '../../core/service/satisfaction';
import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import { count, number, ratio, text, userText } from '../layout/columns';
import { defineReport, defineTable, type ChartDefinition } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { SERIES, TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';

const figures = ({ analysis }: ReportContext): SatisfactionFigures | undefined =>
  analysis.satisfaction.known ? analysis.satisfaction.value : undefined;

const TWO = { numberFormat: '0.00' } as const;
const ONE = { numberFormat: '0.0' } as const;

const items = defineTable<SurveyItem>({
  id: 'surveyItems',
  heading: { zh: '各项满意度（高的在前）', en: 'All other questions, best first' },
  rows: (context) => figures(context)?.items ?? [],
  whenEmpty: { zh: '没有其他项目。', en: 'No other question.' },
  columns: [
    text({ zh: '项目', en: 'Question' }, (item) => item.label),
    number({ zh: '平均分', en: 'Mean' }, ({ mean }) => mean, { style: TWO }),
    ratio({ zh: '最高两档占比', en: 'Two best marks' }, ({ topTwo }) => topTwo),
    count({ zh: '样本 n', en: 'n' }, ({ n }) => n),
  ],
});

const groups = defineTable<SurveyGroup>({
  id: 'surveyGroups',
  heading: { zh: '按客户等级', en: 'By client tier' },
  note: ({ analysis }) =>
    fill(
      { zh: '不足 {n} 份不算平均分。', en: 'No mean under {n} answers.' },
      { n: analysis.settings['satisfaction.minAnswers'] },
    ),
  rows: (context) => figures(context)?.groups ?? [],
  columns: [
    text({ zh: '客户等级', en: 'Client tier' }, (group) => group.label),
    count({ zh: '答卷', en: 'Answers' }, ({ answers }) => answers, { total: 'sum' }),
    number({ zh: '满意度指数', en: 'Satisfaction index' }, ({ index }) => index, { style: ONE }),
    number({ zh: '总体满意度', en: 'Overall satisfaction' }, ({ overall }) => overall, { style: TWO }),
  ],
});

const CONSTRUCT_CHART: ChartDefinition = {
  id: 'constructs',
  kind: 'bar',
  title: { zh: '六个维度的平均分', en: 'Means of the six constructs' },
  description: { zh: '满意度六个维度的平均分。', en: 'Mean of each of the six constructs.' },
  table: 'satisfaction',
  category: 'construct',
  series: [{ column: 'mean', color: SERIES.first }],
  // From the scale's own least mark to its best.
  valueAxis: (context) => ({ numberFormat: '0', min: 1, max: Number(figures(context)?.scale ?? 10) }),
  legend: 'none',
  gapWidth: 50,
};

const wordLowest = (lowest: readonly SurveyItem[]): Text =>
  joinTexts(
    lowest.map(({ label, mean }) =>
      fill(
        { zh: '{label} {mean}', en: '{label} {mean}' },
        { label, mean: mean.known ? wordNumber(mean.value, 2) : '—' },
      ),
    ),
    { zh: '、', en: ', ' },
  );

const wordReturned = ({ returned }: SatisfactionFigures): Text =>
  returned.value.known
    ? fill(
        {
          zh: '回收率 {rate}（发出 {sent} 份，回收 {back} 份）',
          en: 'response rate {rate} ({sent} sent, {back} came back)',
        },
        {
          rate: wordPercent(returned.value.value),
          sent: wordNumber(returned.denominator),
          back: wordNumber(returned.numerator),
        },
      )
    : returned.value.why.reason === 'no-column'
      ? { zh: '没有「发放日期」列，不算回收率', en: 'no column of the day of sending: no response rate' }
      : { zh: '本期没有发放', en: 'none sent in the period' };

/** 000-C11, 003-26: the six constructs, the index, by question and by client tier. */
export const satisfaction = defineReport<SurveyItem>({
  id: 'satisfaction',
  sheet: { zh: '满意度统计', en: 'Satisfaction figures' },
  title: { zh: '客户满意度统计', en: 'Client satisfaction' },
  purpose: {
    zh: '满意度指数、六个维度、最低的三项、按客户等级',
    en: 'Index, the six constructs, the three lowest, by client tier',
  },
  tab: TAB.service,
  needs: [],
  missing: ({ analysis }) => (analysis.satisfaction.known ? undefined : wordMissing(analysis.satisfaction.why)),
  orientation: 'portrait',
  hasFilter: false,
  keyedBy: 'all',
  highlights: (context) => {
    const all = figures(context);
    if (!all) return [];
    const basis: Text =
      all.indexBasis === 'three'
        ? { zh: '三个总体问题', en: 'three overall questions' }
        : { zh: '只按总体满意度一题', en: 'the overall question alone' };
    return [
      fill(
        {
          zh: '满意度指数 {index}（{basis}，{n} 份）   |   答卷 {answers} 份（{scale}分制）   |   答卷客户占活跃客户 {rate}   |   {returned}',
          en: 'Satisfaction index {index} ({basis}, {n} answers)   |   {answers} answers (of {scale} points)   |   {rate} of active clients answered   |   {returned}',
        },
        {
          index: all.index.known ? wordNumber(all.index.value, 1) : '—',
          basis,
          n: wordNumber(all.indexAnswers),
          answers: wordNumber(all.answers),
          scale: all.scale,
          returned: wordReturned(all),
          rate: all.response.value.known ? wordPercent(all.response.value.value) : '—',
        },
      ),
      ...(all.lowest.length > 0
        ? [fill({ zh: '最低的三项：{lowest}', en: 'Lowest three: {lowest}' }, { lowest: wordLowest(all.lowest) })]
        : []),
      ...(all.leftOut > 0
        ? [
            fill(
              { zh: '未计入 {n} 个（超出分制或没有日期）。', en: 'Left out: {n} (off the scale or without a day).' },
              { n: all.leftOut },
            ),
          ]
        : []),
    ];
  },
  rows: (context) => figures(context)?.constructs ?? [],
  columns: [
    text({ zh: '维度', en: 'Construct' }, (item) => item.label, { id: 'construct', key: true, minWidth: 16 }),
    number({ zh: '平均分', en: 'Mean' }, ({ mean }) => mean, { id: 'mean', style: TWO }),
    ratio({ zh: '最高两档占比', en: 'Two best marks' }, ({ topTwo }) => topTwo),
    count({ zh: '样本 n', en: 'n' }, ({ n }) => n),
    userText({ zh: '改进措施', en: 'Improvement' }, { id: 'improvement' }),
  ],
  tables: [items, groups],
  charts: [CONSTRUCT_CHART],
  sources: ['survey'],
  settings: ['satisfaction.scale', 'satisfaction.weighting', 'satisfaction.minAnswers'],
});
