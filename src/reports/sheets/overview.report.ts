import { label, link, text } from '../layout/columns';
import { defineBoard, defineTable } from '../layout/define-report';
import type { ReportMention } from '../layout/report-context';
import { TAB } from '../layout/theme';
import { findingsOf, type Finding } from './parts/findings';
import { SERVICE_CHART, trendTable } from './parts/indicator-trend';
import { loudestAlerts } from './parts/loudest-alerts';
import { MONTH_CHART, monthTable } from './parts/monthly-sales';
import { overviewTiles } from './parts/overview-tiles';
import { PARETO_CHART, paretoTable } from './parts/pareto';
import { whatLacks } from './parts/what-lacks';
import { REGION_CHART, regionTable } from './parts/region-share';

const TONE_WORDS = {
  bad: { zh: '■ 要处理', en: '■ Act' },
  watch: { zh: '▲ 要留意', en: '▲ Watch' },
} as const;

const findings = defineTable<Finding>({
  id: 'findings',
  heading: { zh: '先看这些', en: 'Look at these first' },
  rows: findingsOf,
  whenEmpty: { zh: '没有突出的问题。', en: 'Nothing stands out.' },
  columns: [
    label({ zh: '程度', en: 'Weight' }, ({ tone }) => TONE_WORDS[tone], {
      tones: [
        { text: TONE_WORDS.bad, tone: 'bad' },
        { text: TONE_WORDS.watch, tone: 'watch' },
      ],
    }),
    text({ zh: '发现', en: 'Finding' }, (finding) => finding.text, { span: 9, style: { wrap: true } }),
    link(
      { zh: '去看', en: 'See' },
      ({ report }, { reports, lang }) => reports.find(({ id }) => id === report)?.sheet[lang] ?? report,
      {
        span: 2,
        link: ({ report, cell }) => ({ report, cell }),
      },
    ),
  ],
});

const contents = defineTable<ReportMention>({
  id: 'contents',
  heading: { zh: '各表', en: 'The sheets' },
  rows: ({ reports }) => reports.filter(({ id }) => id !== 'overview'),
  columns: [
    link({ zh: '工作表', en: 'Sheet' }, ({ sheet }) => sheet, {
      span: 2,
      link: ({ id }) => ({ report: id, cell: 'A1' }),
    }),
    text({ zh: '内容', en: 'What it holds' }, ({ purpose }) => purpose, { span: 6, style: { wrap: true } }),
    text({ zh: '没有写出的原因', en: 'Why it is not written' }, ({ why }) => why ?? '', {
      span: 4,
      hideWhenEmpty: true,
      style: { wrap: true },
    }),
  ],
});

/** One page for the meeting: tiles, charts, what to look at first, and the way to every sheet. */
export const overview = defineBoard({
  id: 'overview',
  sheet: { zh: '概览', en: 'Overview' },
  title: { zh: '客户分析概览', en: 'Client analysis: overview' },
  purpose: { zh: '一页看全：要点、图表、要留意的事', en: 'Everything on one page: tiles, charts, what to look at' },
  tab: TAB.read,
  needs: [],
  orientation: 'portrait',
  banners: whatLacks,
  tiles: overviewTiles,
  tables: [
    findings,
    loudestAlerts,
    contents,
    paretoTable(),
    monthTable({
      heading: { zh: '图表数据：各月净销售额', en: 'Chart data: net sales by month' },
      isChartData: true,
    }),
    trendTable(['onTime', 'damage']),
    regionTable(),
  ],
  charts: [PARETO_CHART, MONTH_CHART, SERVICE_CHART, REGION_CHART],
  sources: ['clients', 'transactions', 'deliveries', 'returns', 'complaints'],
  settings: ['tier.rule', 'tier.cutOne', 'tier.cutTwo', 'concentration.cr1', 'concentration.cr5'],
});
