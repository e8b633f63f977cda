import { byCodePoint } from '../../core/model/by-code-point';
import {
  HABC_LABELS,
  PIPELINE_FLAG_LABELS,
  PIPELINE_GRADE_LABELS,
  type GradeFigures,
  type Opportunity,
  type Pipeline,
} from '../../core/prospects/pipeline';
import { mapOutcome } from '../../core/model/outcome';
import { fill, joinTexts } from '../../i18n/text';
import { wordMoney, wordNumber, wordPercent } from '../../i18n/wording';
import { count, day, label, money, number, ratio, text, userText, wrapped, type ToneRule } from '../layout/columns';
import { defineReport, defineTable, type ChartDefinition } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { SERIES, TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { clientAt, clientColumns } from './parts/client-columns';
import { originColumn } from './parts/origin-column';

const figures = ({ analysis }: ReportContext): Pipeline | undefined =>
  analysis.pipeline.known ? analysis.pipeline.value : undefined;

const GRADE_TONES: readonly ToneRule[] = [
  { text: PIPELINE_GRADE_LABELS.A, tone: 'tierOne' },
  { text: PIPELINE_GRADE_LABELS.B, tone: 'tierTwo' },
  { text: PIPELINE_GRADE_LABELS.C, tone: 'tierThree' },
  { text: PIPELINE_GRADE_LABELS.D, tone: 'neutral' },
];

const HABC_TONES: readonly ToneRule[] = [
  { text: HABC_LABELS.overdue, tone: 'bad' },
  { text: HABC_LABELS.H, tone: 'tierOne' },
  { text: HABC_LABELS.A, tone: 'tierTwo' },
];

/** Open ones, the nearest grade first; within a grade the sooner one, then the row of the sheet. */
function openOpportunities(context: ReportContext): readonly Opportunity[] {
  const gradeOf = ({ grade }: Opportunity): string => (grade.known ? grade.value : 'Z');
  const monthsOf = ({ monthsToClose }: Opportunity): number =>
    monthsToClose.known ? monthsToClose.value : Number.MAX_SAFE_INTEGER;
  return (figures(context)?.opportunities ?? [])
    .map((one, at) => ({ one, at }))
    .filter(({ one }) => one.state === 'open')
    .sort((a, b) => byCodePoint(gradeOf(a.one), gradeOf(b.one)) || monthsOf(a.one) - monthsOf(b.one) || a.at - b.at)
    .map(({ one }) => one);
}

const grades = defineTable<GradeFigures>({
  id: 'pipelineGrades',
  heading: { zh: '商机构成', en: 'Opportunities by grade' },
  rows: (context) => figures(context)?.grades ?? [],
  columns: [
    label({ zh: '等级', en: 'Grade' }, ({ grade }) => PIPELINE_GRADE_LABELS[grade], {
      id: 'grade',
      tones: GRADE_TONES,
      span: 2,
      style: { align: 'left' },
    }),
    count({ zh: '个数', en: 'Count' }, (row) => row.count, { id: 'count', total: 'sum' }),
    money({ zh: '预计金额', en: 'Expected amount' }, ({ expectedAmount }) => expectedAmount, { total: 'sum' }),
  ],
});

const habc = defineTable<Pipeline['habc'][number]>({
  id: 'habc',
  heading: { zh: '意向分级（按预计下单天数）', en: 'Intention by days to the order' },
  rows: (context) => figures(context)?.habc ?? [],
  columns: [
    label({ zh: '意向', en: 'Intention' }, (row) => HABC_LABELS[row.habc], {
      tones: HABC_TONES,
      span: 2,
      style: { align: 'left' },
    }),
    count({ zh: '个数', en: 'Count' }, (row) => row.count, { total: 'sum' }),
  ],
});

const expectedDeals = defineTable<Opportunity>({
  id: 'expectedDeals',
  heading: { zh: '预计成交名单（商机A与意向H）', en: 'Expected deals: opportunity A and intention H' },
  rows: (context) => {
    const pipeline = figures(context);
    return pipeline?.expectedDeals.flatMap((at) => pipeline.opportunities[at] ?? []) ?? [];
  },
  hasFilter: true,
  whenEmpty: { zh: '目前没有预计近期成交的商机。', en: 'No deal is expected soon.' },
  columns: [
    ...clientColumns<Opportunity>(({ client }, context) => clientAt(client, context)),
    text({ zh: '商机', en: 'Opportunity' }, ({ opportunity }) => opportunity, { hideWhenEmpty: true }),
    day({ zh: '预计日期', en: 'Expected' }, ({ expectedDay }) => expectedDay),
    money({ zh: '预计金额', en: 'Expected amount' }, ({ expectedAmount }) => expectedAmount, { total: 'sum' }),
    text({ zh: '下一步', en: 'Next step' }, ({ nextStep }) => nextStep, { hideWhenEmpty: true }),
  ],
});

const funnel = defineTable<Pipeline['funnel'][number]>({
  id: 'funnel',
  heading: { zh: '销售漏斗', en: 'Funnel' },
  note: {
    zh: '转化率：已报价 / 销售机会，成交 / 已报价，失败 / 销售机会；用时从上一阶段算起（失败从建立日期）。',
    en: 'Conversion: quoted / opportunities, won / quoted, lost / opportunities; days from the stage before (lost: from creation).',
  },
  rows: (context) => figures(context)?.funnel ?? [],
  columns: [
    text({ zh: '阶段', en: 'Stage' }, (stage) => stage.label, { id: 'stage', span: 2 }),
    count({ zh: '个数', en: 'Count' }, (stage) => stage.count, { id: 'count' }),
    ratio({ zh: '转化率', en: 'Conversion' }, ({ conversion }) => conversion.value, { silent: true }),
    number({ zh: '用时（天，中位数）', en: 'Days taken (median)' }, ({ days }) => days, { silent: true }),
  ],
});

const GRADE_CHART: ChartDefinition = {
  id: 'pipelineGrades',
  kind: 'column',
  title: { zh: '商机构成', en: 'Opportunities by grade' },
  description: { zh: '各等级未结商机的个数。', en: 'Open opportunities of each grade.' },
  table: 'pipelineGrades',
  category: 'grade',
  series: [{ column: 'count', color: SERIES.first }],
  valueAxis: { numberFormat: '0', min: 0 },
  legend: 'none',
  gapWidth: 60,
};

/** 000-C4…C8, 004-11, 002-4: opportunities by grade, why, and how to keep in touch. */
export const pipeline = defineReport<Opportunity>({
  id: 'pipeline',
  sheet: { zh: '商机分级', en: 'Pipeline' },
  purpose: {
    zh: '商机A–D、意向H–C、预计成交名单、成交率',
    en: 'Opportunities A to D, intention H to C, expected deals, win rate',
  },
  tab: TAB.money,
  needs: [],
  missing: ({ analysis }) => (analysis.pipeline.known ? undefined : wordMissing(analysis.pipeline.why)),
  orientation: 'landscape',
  freezeHeader: true,
  keyedBy: 'all',
  highlights: (context) => {
    const all = figures(context);
    if (!all) return [];
    return [
      fill(
        {
          zh: '预计近期成交 {n} 个，金额 {amount}   |   成交率 {rate}（已结 {closed} 个）   |   加权预测 {forecast}',
          en: 'Expected soon: {n}, {amount}   |   win rate {rate} ({closed} closed)   |   weighted forecast {forecast}',
        },
        {
          n: wordNumber(all.expectedDeals.length),
          amount: wordMoney(all.expectedAmount),
          rate: all.winRate.value.known ? wordPercent(all.winRate.value.value) : '—',
          closed: wordNumber(all.winRate.n),
          forecast: all.weightedForecast.known ? wordMoney(all.weightedForecast.value) : '—',
        },
      ),
    ];
  },
  rows: openOpportunities,
  columns: [
    ...clientColumns<Opportunity>(({ client }, context) => clientAt(client, context)),
    text({ zh: '商机', en: 'Opportunity' }, ({ opportunity }) => opportunity, {
      id: 'opportunity',
      key: true,
      hideWhenEmpty: true,
    }),
    label(
      { zh: '商机等级', en: 'Grade' },
      ({ grade }) => mapOutcome(grade, (letter) => PIPELINE_GRADE_LABELS[letter]),
      {
        tones: GRADE_TONES,
        minWidth: 12,
      },
    ),
    label({ zh: '意向', en: 'Intention' }, (row) => mapOutcome(row.habc, (letter) => HABC_LABELS[letter]), {
      tones: HABC_TONES,
      minWidth: 10,
    }),
    number({ zh: '距成交月数', en: 'Months to close' }, ({ monthsToClose }) => monthsToClose, {
      style: { numberFormat: '0.0' },
    }),
    day({ zh: '预计日期', en: 'Expected' }, ({ expectedDay }) => expectedDay, { hideWhenEmpty: true }),
    money({ zh: '预计金额', en: 'Expected amount' }, ({ expectedAmount }) => expectedAmount, { total: 'sum' }),
    text({ zh: '业务员', en: 'Sales rep' }, ({ rep }) => rep, { hideWhenEmpty: true, maxWidth: 14 }),
    wrapped({ zh: '提示', en: 'Marks' }, ({ flags }) => joinTexts(flags.map((flag) => PIPELINE_FLAG_LABELS[flag])), {
      hideWhenEmpty: true,
      maxWidth: 26,
    }),
    wrapped({ zh: '维护方式', en: 'How to keep in touch' }, ({ keepInTouch }) => keepInTouch, { maxWidth: 34 }),
    wrapped({ zh: '下一步', en: 'Next step' }, ({ nextStep }) => nextStep, { hideWhenEmpty: true, maxWidth: 24 }),
    wrapped({ zh: '为什么', en: 'Why' }, ({ reason }) => reason, { maxWidth: 36 }),
    originColumn<Opportunity>(),
    userText({ zh: '备注', en: 'Notes' }, { id: 'notes' }),
  ],
  tables: [grades, habc, expectedDeals, funnel],
  charts: [GRADE_CHART],
  sources: ['prospects'],
  settings: ['pipeline.monthsA', 'pipeline.monthsB', 'pipeline.monthsC', 'habc.daysH', 'habc.daysA', 'habc.daysB'],
});
