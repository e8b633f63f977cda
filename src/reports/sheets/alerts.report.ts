import type { Money } from '../../core/model/money';
import { ALERT_LABELS, type AlertRow, type AlertSeverity } from '../../core/standing/alert';
import type { Day } from '../../core/model/day';
import { known, missing, type Outcome, valueOr } from '../../core/model/outcome';
import { firstContacts } from '../../core/plan/first-contacts';
import { type AlertCount } from '../../core/standing/alerts';
import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordNumber, wordMoney } from '../../i18n/wording';
import { count, day, label, link, money, text, userDay, userText } from '../layout/columns';
import { defineReport, defineTable, type ChartDefinition } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { CELL, SERIES, TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { nameOfRow, SEVERITY_LABELS, SEVERITY_TONES, SHEET_OF, wordAlerts, wordKinds } from './parts/alert-words';

const rowsOf = ({ analysis }: ReportContext): readonly AlertRow[] =>
  analysis.alerts.known ? analysis.alerts.value.rows : [];

/** The day on which the plan has the client's first contact to come. */
function plannedDay({ client }: AlertRow, { analysis, callPlan }: ReportContext): Outcome<Day> {
  const on = callPlan && firstContacts(callPlan, analysis.asOf).get(client)?.day;
  return on === undefined ? missing({ reason: 'nothing-due' }) : known(on);
}

/** What to do about the first alert that asks for something; for what only asks to be known, what the planned contact is for. */
function askOf({ alerts, client }: AlertRow, { analysis, callPlan }: ReportContext): Text | '' {
  const ask = alerts.find((one) => one.ask)?.ask;
  return ask ?? (callPlan && firstContacts(callPlan, analysis.asOf).get(client)?.purpose) ?? '';
}

/** The day that the row's first alert speaks of. */
const dayOfRow = ({ alerts }: AlertRow): Outcome<Day> => alerts[0]!.day;

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
export const alerts = defineReport<AlertRow>({
  id: 'alerts',
  sheet: { zh: '预警', en: 'Alerts' },
  purpose: {
    zh: '该下单未下单、下降、无第二单、超额度、逾期、投诉、突增、集中、资料到期、重要日期：一家一行',
    en: 'Missed orders, drops, limits, overdue invoices, complaints, spikes, concentration, files due, important dates: one row per client',
  },
  tab: TAB.read,
  needs: [],
  missing: ({ analysis }) => (analysis.alerts.known ? undefined : wordMissing(analysis.alerts.why)),
  orientation: 'portrait',
  rowPoints: 15,
  freezeHeader: true,
  keyedBy: 'first',
  whenEmpty: { zh: '没有预警。', en: 'No alert.' },
  message: (context) => {
    const rows = rowsOf(context);
    const now = rows.filter(({ severity }) => severity === 'bad');
    const atRisk = now.reduce((sum, one) => sum + valueOr(one.atRisk, 0), 0);
    const [worst] = [...now].sort((a, b) => valueOr(b.atRisk, 0) - valueOr(a.atRisk, 0));
    if (!worst || atRisk === 0)
      return fill({ zh: '{n} 家（处）要立即处理', en: '{n} to be dealt with now' }, { n: wordNumber(now.length) });
    return fill(
      {
        zh: '{n} 家（处）要立即处理，有风险的金额 {sum}；最大的是{name}：{most}',
        en: '{n} to be dealt with now, {sum} at risk; the largest is {name}: {most}',
      },
      {
        n: wordNumber(now.length),
        sum: wordMoney(atRisk as Money),
        name: nameOfRow(worst, context.analysis),
        most: wordMoney(valueOr(worst.atRisk, 0) as Money),
      },
    );
  },
  highlights: (context) => {
    const { alerts: figures } = context.analysis;
    if (!figures.known) return [];
    const severities: readonly AlertSeverity[] = ['bad', 'watch', 'notice'];
    return [
      {
        zh: '一家客户一行，按有风险的金额排：欠款（逾期与超额取大）加销售（漏单、下降、投诉的订单取大）。「要做什么」是联络计划里该客户第一次联络的目的。',
        en: 'One row a client, most money at risk first: debts (the larger of overdue and above the limit) plus sales (the largest of missed orders, drop and orders complained of). “To do” is the purpose of the first contact on the call plan.',
      },
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
  rows: rowsOf,
  columns: [
    text({ zh: '客户编号', en: 'Client code' }, ({ client }, { analysis }) => analysis.clients[client]?.code ?? '', {
      id: 'code',
      key: true,
      hideWhenEmpty: true,
      maxWidth: 16,
    }),
    text({ zh: '客户名称', en: 'Client' }, (row, { analysis }) => nameOfRow(row, analysis), {
      key: true,
      minWidth: 16,
      maxWidth: 27,
    }),
    label({ zh: '轻重', en: 'Severity' }, ({ severity }) => SEVERITY_LABELS[severity], {
      id: 'severity',
      tones: SEVERITY_TONES,
      minWidth: 10,
      maxWidth: 12,
    }),
    money({ zh: '有风险的金额', en: 'At risk' }, ({ atRisk }) => atRisk, { silent: true, style: CELL.wholeMoney }),
    text({ zh: '要做什么', en: 'To do' }, askOf, { minWidth: 24, maxWidth: 34, style: CELL.wrapped }),
    day({ zh: '计划联络', en: 'Planned for' }, plannedDay, {
      silent: true,
      hideWhenEmpty: true,
      // The year is that of the plan.
      style: { ...CELL.day, numberFormat: 'mm-dd' },
      minWidth: 7,
    }),
    text({ zh: '业务员', en: 'Sales rep' }, ({ client }, { analysis }) => analysis.clients[client]?.rep ?? '', {
      id: 'rep',
      hideWhenEmpty: true,
      maxWidth: 14,
    }),
    userDay({ zh: '处理日期', en: 'Done on' }, { id: 'doneDay', isUnprinted: true }),
    userText({ zh: '处理结果', en: 'Result' }, { id: 'result', isUnprinted: true }),
    day({ zh: '日期', en: 'Day' }, dayOfRow, { silent: true, isUnprinted: true }),
    link({ zh: '种类', en: 'Kind' }, wordKinds, {
      id: 'kind',
      minWidth: 14,
      maxWidth: 30,
      isUnprinted: true,
      link: ({ alerts }) => ({ report: SHEET_OF[alerts[0]!.kind], cell: 'A1' }),
    }),
    text({ zh: '内容', en: 'What' }, wordAlerts, { minWidth: 30, maxWidth: 90, isUnprinted: true }),
  ],
  tables: [kinds],
  charts: [KIND_CHART],
  slicers: ['severity', 'rep'],
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
