import { ALERT_LABELS, type Alert, type AlertCount, type AlertSeverity } from '../../core/standing/alerts';
import { fill, joinTexts } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import { count, day, label, link, money, text, userDay, userText, wrapped } from '../layout/columns';
import { defineReport, defineTable, type ChartDefinition } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { SERIES, TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { SEVERITY_LABELS, SEVERITY_TONES, SHEET_OF } from './parts/alert-words';
import { clientAt, clientColumns } from './parts/client-columns';

const alertsOf = ({ analysis }: ReportContext): readonly Alert[] =>
  analysis.alerts.known ? analysis.alerts.value.list : [];

const WHOLE_BOOK = { code: '', name: '' } as const;

const kinds = defineTable<AlertCount>({
  id: 'alertKinds',
  heading: { zh: '各类预警', en: 'Alerts by kind' },
  rows: ({ analysis }) => (analysis.alerts.known ? analysis.alerts.value.kinds : []),
  columns: [
    text({ zh: '种类', en: 'Kind' }, ({ kind }) => ALERT_LABELS[kind], { id: 'kind', span: 2 }),
    count({ zh: '立即处理', en: 'Act now' }, ({ bad }) => bad, { id: 'bad', total: 'sum' }),
    count({ zh: '留意', en: 'Watch' }, ({ watch }) => watch, { id: 'watch', total: 'sum' }),
    count({ zh: '提示', en: 'Note' }, ({ notice }) => notice, { id: 'notice', total: 'sum' }),
  ],
});

const KIND_CHART: ChartDefinition = {
  id: 'alertKinds',
  kind: 'stackedColumn',
  title: { zh: '各类预警', en: 'Alerts by kind' },
  description: { zh: '每类预警的个数，按轻重堆积。', en: 'Alerts of each kind, stacked by severity.' },
  table: 'alertKinds',
  category: 'kind',
  series: [
    { column: 'bad', color: SERIES.bad },
    { column: 'watch', color: SERIES.watch },
    { column: 'notice', color: SERIES.before },
  ],
  valueAxis: { numberFormat: '0', min: 0 },
  gapWidth: 50,
};

/** 001-3: what needs a look, the loudest first. */
export const alerts = defineReport<Alert>({
  id: 'alerts',
  sheet: { zh: '预警', en: 'Alerts' },
  purpose: {
    zh: '该来未来、下降、无第二单、超额度、逾期、投诉、集中、资料到期、重要日期',
    en: 'Late orders, drops, limits, overdue money, complaints, concentration, files due, important days',
  },
  tab: TAB.read,
  needs: [],
  missing: ({ analysis }) => (analysis.alerts.known ? undefined : wordMissing(analysis.alerts.why)),
  orientation: 'landscape',
  freezeHeader: true,
  keyedBy: 'all',
  whenEmpty: { zh: '没有预警。', en: 'No alert.' },
  highlights: (context) => {
    const { alerts: figures } = context.analysis;
    if (!figures.known) return [];
    const severities: readonly AlertSeverity[] = ['bad', 'watch', 'notice'];
    return [
      joinTexts(
        severities.map((severity) =>
          fill(
            { zh: '{label} {n} 条', en: '{label}: {n}' },
            {
              label: SEVERITY_LABELS[severity],
              n: wordNumber(figures.value.bySeverity[severity]),
            },
          ),
        ),
        { zh: '   |   ', en: '   |   ' },
      ),
    ];
  },
  rows: alertsOf,
  columns: [
    ...clientColumns<Alert>(({ client }, context) => (client < 0 ? WHOLE_BOOK : clientAt(client, context))),
    label({ zh: '轻重', en: 'Severity' }, ({ severity }) => SEVERITY_LABELS[severity], {
      tones: SEVERITY_TONES,
      minWidth: 12,
    }),
    link({ zh: '种类', en: 'Kind' }, ({ kind }) => ALERT_LABELS[kind], {
      id: 'kind',
      key: true,
      minWidth: 14,
      link: ({ kind }) => ({ report: SHEET_OF[kind], cell: 'A1' }),
    }),
    wrapped({ zh: '内容', en: 'What' }, (alert) => alert.text, { minWidth: 30, maxWidth: 44 }),
    money({ zh: '涉及金额', en: 'At stake' }, ({ amount }) => amount, { silent: true }),
    day({ zh: '日期', en: 'Day' }, (alert) => alert.day, { silent: true }),
    text({ zh: '业务员', en: 'Sales rep' }, ({ client }, { analysis }) => analysis.clients[client]?.rep ?? '', {
      hideWhenEmpty: true,
      maxWidth: 14,
    }),
    userDay({ zh: '处理日期', en: 'Done on' }, { id: 'doneDay' }),
    userText({ zh: '处理结果', en: 'Result' }, { id: 'result' }),
  ],
  tables: [kinds],
  charts: [KIND_CHART],
  sources: ['transactions', 'clients', 'invoices', 'complaints'],
  settings: [
    'alerts.drop',
    'alerts.secondOrderDays',
    'alerts.overdueMoneyDays',
    'rhythm.overdueTimes',
    'rhythm.overdueDays',
    'credit.useStop',
    'concentration.cr1',
    'concentration.cr5',
    'archive.refreshMonths',
    'importantDays.ahead',
  ],
});
