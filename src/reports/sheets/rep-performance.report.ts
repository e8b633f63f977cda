import { nameOf } from '../../core/measures/measures';
import { isoMonthOf } from '../../core/model/day';
import type { Money } from '../../core/model/money';
import { flatMapOutcome, known, mapOutcome, missing, type Outcome } from '../../core/model/outcome';
import type { CommissionMonth, RepFigures, RepPerformance } from '../../core/standing/rep-performance';
import { fill, verbatim, type Text } from '../../i18n/text';
import { wordMoney, wordNumber, wordPercent } from '../../i18n/wording';
import { count, growth, label, money, ratio, text, userText } from '../layout/columns';
import { defineReport, defineTable, type ChartDefinition } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { SERIES, TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { SHEET_WORDS } from '../words/sheet-words';

const figures = ({ analysis }: ReportContext): RepFigures | undefined =>
  analysis.repFigures.known ? analysis.repFigures.value : undefined;
const repName = ({ rep }: { readonly rep: string }): string | Text => (rep === '' ? SHEET_WORDS.blankGroup : rep);

/** What was planned and done of the call plan, of this rep. */
function attained({ rep }: RepPerformance, { callPlan }: ReportContext): Outcome<number> {
  if (!callPlan) return missing({ reason: 'nothing-due' });
  const at = callPlan.reps.findIndex((one) => one.rep.name === rep);
  const line = callPlan.attainment.byRep.find((one) => one.rep === at);
  return at >= 0 && line ? line.attainment.value : missing({ reason: 'nothing-due' });
}

interface CommissionOfRep {
  readonly rep: string;
  readonly months: number;
  readonly target: Money;
  readonly reached: Money;
  readonly commission: Outcome<Money>;
}

const monthsOf = (context: ReportContext): readonly CommissionMonth[] => {
  const commissions = figures(context)?.commissions;
  return commissions?.known ? commissions.value : [];
};

/** Sums over the months of the plan that lie in the period; a month without a rate makes the sum unknown. */
function commissionsByRep(context: ReportContext): readonly CommissionOfRep[] {
  const byRep = new Map<string, CommissionMonth[]>();
  for (const one of monthsOf(context)) byRep.set(one.rep, [...(byRep.get(one.rep) ?? []), one]);
  return [...byRep]
    .map(([rep, own]) => ({
      rep,
      months: own.length,
      target: own.reduce((sum, { target }) => sum + (target.known ? target.value : 0), 0) as Money,
      reached: own.reduce((sum, { reached }) => sum + reached, 0) as Money,
      commission: own.every(({ commission }) => commission.known)
        ? known(own.reduce((sum, { commission }) => sum + (commission.known ? commission.value : 0), 0) as Money)
        : missing({ reason: 'not-entered' }),
    }))
    .sort((a, b) => b.reached - a.reached || (a.rep < b.rep ? -1 : 1));
}

const noPlan = (context: ReportContext): Text | undefined => {
  const commissions = figures(context)?.commissions;
  return commissions && !commissions.known ? wordMissing(commissions.why) : undefined;
};

const commissionSums = defineTable<CommissionOfRep>({
  id: 'commissionSums',
  heading: { zh: '佣金汇总', en: 'Commission by rep' },
  missing: noPlan,
  rows: commissionsByRep,
  whenEmpty: { zh: '本期没有佣金计划。', en: 'No commission plan in the period.' },
  columns: [
    text({ zh: '业务员', en: 'Sales rep' }, repName),
    count({ zh: '月数', en: 'Months' }, ({ months }) => months),
    money({ zh: '计划目标', en: 'Planned' }, ({ target }) => target, { total: 'sum' }),
    money({ zh: '计提基数', en: 'Reached' }, ({ reached }) => reached, { total: 'sum' }),
    ratio({ zh: '计划完成率', en: 'Plan attained' }, ({ target, reached }) =>
      target > 0 ? known(reached / target) : missing({ reason: 'not-entered' }),
    ),
    money({ zh: '佣金', en: 'Commission' }, ({ commission }) => commission, { total: 'sum' }),
    ratio({ zh: '佣金率', en: 'Of what was reached' }, ({ reached, commission }) =>
      flatMapOutcome(commission, (paid) => (reached > 0 ? known(paid / reached) : missing({ reason: 'nothing-due' }))),
    ),
  ],
});

const commissionMonths = defineTable<CommissionMonth>({
  id: 'commissionMonths',
  heading: { zh: '各月佣金计划', en: 'Commission plan by month' },
  note: {
    zh: '佣金 = 目标以内 × 佣金比例 + 超出目标 × 超额比例（没填的按佣金比例）；基数为净销售额，计提依据写「回款」的为收款。',
    en: 'Commission = up to the target × rate + beyond it × rate beyond (the same where none is given); of net sales, or of receipts where the plan says so.',
  },
  missing: noPlan,
  rows: monthsOf,
  whenEmpty: { zh: '本期没有佣金计划。', en: 'No commission plan in the period.' },
  hasFilter: true,
  columns: [
    text({ zh: '业务员', en: 'Sales rep' }, repName, { key: true }),
    text({ zh: '月份', en: 'Month' }, ({ month }) => isoMonthOf(month), { key: true, id: 'planMonth' }),
    money({ zh: '计划目标', en: 'Planned' }, ({ target }) => target, { silent: true }),
    money({ zh: '计提基数', en: 'Reached' }, ({ reached }) => reached),
    ratio({ zh: '计划完成率', en: 'Plan attained' }, ({ attainment }) => attainment, { silent: true }),
    money({ zh: '佣金', en: 'Commission' }, ({ commission }) => commission, { total: 'sum' }),
    ratio({ zh: '佣金比例', en: 'Rate' }, ({ rate }) => rate, { style: { numberFormat: '0.00%' } }),
    label({ zh: '计提依据', en: 'Basis' }, ({ basis }) =>
      basis === 'sales' ? { zh: '净销售额', en: 'net sales' } : { zh: '回款', en: 'receipts' },
    ),
  ],
});

const SALES_CHART: ChartDefinition = {
  id: 'repSales',
  kind: 'bar',
  title: { zh: '各业务员净销售额', en: 'Net sales by rep' },
  description: { zh: '每位业务员本期净销售额与上期。', en: 'Net sales of each rep, this period and the one before.' },
  table: 'repPerformance',
  category: 'rep',
  minRows: 2,
  series: [
    { column: 'net', color: SERIES.first },
    { column: 'before', color: SERIES.before },
  ],
  valueAxis: { isMoney: true, min: 0 },
};

/** What each sales rep sold, is owed, did and earns. Source: 005-1, 005-4, 001-2. */
export const repPerformance = defineReport<RepPerformance>({
  id: 'repPerformance',
  sheet: { zh: '业务员业绩', en: 'Rep performance' },
  purpose: {
    zh: '各业务员：销售、目标完成、逾期货款、投诉、联络和佣金',
    en: 'By sales rep: sales, target attained, overdue, complaints, contacts and commission',
  },
  tab: TAB.clients,
  needs: ['transactions.amount'],
  missing: ({ analysis }) => (analysis.repFigures.known ? undefined : wordMissing(analysis.repFigures.why)),
  orientation: 'landscape',
  freezeHeader: false,
  keyedBy: 'first',
  message: (context) => {
    const reps = (figures(context)?.reps ?? []).filter(({ rep }) => rep !== '');
    const [first] = reps;
    if (!first) return undefined;
    const { targets } = context.analysis;
    return fill(
      {
        zh: '{n} 位业务员，{name}净销售额最多：{amount}{target}',
        en: '{n} sales reps; the largest net sales are those of {name}: {amount}{target}',
      },
      {
        n: wordNumber(reps.length),
        name: first.rep,
        amount: wordMoney(first.netAmount),
        target:
          targets.known && targets.value.total.value.known
            ? fill(
                {
                  zh: '；有目标的客户完成 {done}（全年已过 {gone}）',
                  en: '; clients with a target reached {done} of it ({gone} of the year gone)',
                },
                { done: wordPercent(targets.value.total.value.value), gone: wordPercent(targets.value.yearGone) },
              )
            : verbatim(''),
      },
    );
  },
  rows: (context) => figures(context)?.reps ?? [],
  columns: [
    text({ zh: '业务员', en: 'Sales rep' }, repName, { id: 'rep', key: true, minWidth: 10 }),
    count({ zh: '成交客户', en: 'Clients' }, ({ clients }) => clients),
    money(nameOf('netSales'), ({ netAmount }) => netAmount, { id: 'net', total: 'sum' }),
    money(nameOf('netSalesBefore'), ({ previousNetAmount }) => previousNetAmount, { id: 'before', total: 'sum' }),
    growth(nameOf('change'), (one) => one.growth, { silent: true }),
    money(nameOf('returns'), ({ returnAmount }) => returnAmount, { total: 'sum' }),
    count(nameOf('orders'), ({ orders }) => orders),
    count(nameOf('newClients'), ({ newClients }) => newClients),
    ratio(nameOf('targetAttainment'), ({ attainment }) => attainment.value, { silent: true, hideWhenEmpty: true }),
    money(nameOf('collectable'), ({ receivable }) => receivable, { total: 'sum', hideWhenEmpty: true }),
    money(nameOf('overdue'), ({ overdue }) => overdue, { total: 'sum', hideWhenEmpty: true }),
    ratio(
      { zh: '逾期占比', en: 'Share overdue' },
      ({ overdue, receivable }) =>
        flatMapOutcome(receivable, (open) =>
          open > 0 ? mapOutcome(overdue, (late) => late / open) : missing({ reason: 'nothing-due' }),
        ),
      { silent: true, hideWhenEmpty: true },
    ),
    count({ zh: '投诉', en: 'Complaints' }, ({ complaints }) => complaints, { total: 'sum', hideWhenEmpty: true }),
    count({ zh: '未结投诉', en: 'Open complaints' }, ({ openComplaints }) => openComplaints, {
      total: 'sum',
      hideWhenEmpty: true,
    }),
    count({ zh: '电话等', en: 'Calls etc.' }, ({ calls }) => calls, { total: 'sum', hideWhenEmpty: true }),
    count({ zh: '拜访', en: 'Visits' }, ({ visits }) => visits, { total: 'sum', hideWhenEmpty: true }),
    ratio({ zh: '本月联络达成率', en: 'Call plan done this month' }, attained, { silent: true, hideWhenEmpty: true }),
    userText({ zh: '评语', en: 'Remarks' }, { id: 'notes', minWidth: 12 }),
  ],
  tables: [commissionSums, commissionMonths],
  charts: [SALES_CHART],
  sources: ['transactions', 'clients', 'targets', 'invoices', 'complaints', 'contacts', 'commissionPlans'],
  settings: ['returns.period'],
});
