import { findFindings } from '../../core/findings/find-findings';
import type { FindingKind } from '../../core/findings/finding';
import { link, text } from '../layout/columns';
import { defineBoard, defineTable, type StoryLine } from '../layout/define-report';
import type { ReportContext, ReportMention } from '../layout/report-context';
import { TAB } from '../layout/theme';
import { SHARE_CURVE, shareCurveTable } from './parts/share-curve';
import { ON_TIME_CHART, onTimeTable } from './parts/on-time';
import { loudestAlerts } from './parts/loudest-alerts';
import { monthTable, STORY_MONTHS } from './parts/monthly-sales';
import { storyTiles } from './parts/story-tiles';
import { whatLacks } from './parts/what-lacks';
import { REGION_CHART, regionTable } from './parts/region-share';

/** The sheet that shows the figures behind a finding. */
const SHEET_OF: Readonly<Record<FindingKind, string>> = {
  salesChange: 'clientStatistics',
  urgentClient: 'alerts',
  complaintWave: 'complaints',
  offTarget: 'indicators',
  lostClients: 'clientStatistics',
  expectedDeals: 'pipeline',
  concentration: 'clientTiers',
  unreadRows: 'dataCheck',
};

const storyLines = ({ analysis, dataset, callPlan }: ReportContext): readonly StoryLine[] =>
  findFindings({ analysis, dataset, callPlan }).map(({ kind, severity, text, next }) => ({
    text,
    next,
    tone: severity,
    link: { report: SHEET_OF[kind], cell: 'A1' },
  }));

const contents = defineTable<ReportMention>({
  id: 'contents',
  heading: { zh: '各表', en: 'The sheets' },
  rows: ({ reports }) => reports.filter(({ id }) => id !== 'overview'),
  columns: [
    link({ zh: '工作表', en: 'Sheet' }, ({ sheet }) => sheet, {
      span: 2,
      link: ({ id }) => ({ report: id, cell: 'A1' }),
    }),
    text({ zh: '内容', en: 'Contents' }, ({ purpose }) => purpose, { span: 6, style: { wrap: true } }),
    text({ zh: '没有写出的原因', en: 'Why it is not written' }, ({ why }) => why ?? '', {
      span: 4,
      hideWhenEmpty: true,
      style: { wrap: true },
    }),
  ],
});

/** One page for the meeting: what to say, the figures to know, four charts; behind it the alerts and the way to every sheet. */
export const overview = defineBoard({
  id: 'overview',
  sheet: { zh: '概览', en: 'Overview' },
  title: { zh: '客户分析概览', en: 'Client analysis: overview' },
  purpose: { zh: '一页看全：要点、图表、要留意的事', en: 'Everything on one page: key points, charts, what to watch' },
  tab: TAB.read,
  needs: [],
  orientation: 'landscape',
  banners: whatLacks,
  tiles: storyTiles,
  story: {
    heading: { zh: '会上先说这几件事', en: 'Key points for the meeting' },
    lines: storyLines,
    whenEmpty: {
      zh: '没有突出的事：各项都在平常的范围内。',
      en: 'Nothing stands out: all figures are within their usual range.',
    },
  },
  tables: [
    loudestAlerts,
    contents,
    shareCurveTable,
    monthTable({
      heading: { zh: '图表数据：各月净销售额', en: 'Chart data: net sales by month' },
      isChartData: true,
    }),
    onTimeTable,
    regionTable(2),
  ],
  charts: [STORY_MONTHS, SHARE_CURVE, ON_TIME_CHART, { ...REGION_CHART, rows: 7 }],
  sources: ['clients', 'transactions', 'deliveries', 'returns', 'complaints'],
  settings: ['tier.rule', 'tier.cutOne', 'tier.cutTwo', 'concentration.cr1', 'concentration.cr5'],
});
