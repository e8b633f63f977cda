import { isOfSameLength } from '../../../core/changes/same-length';
import type { Snapshot } from '../../../core/changes/snapshot';
import { nameOf } from '../../../core/measures/measures';
import { isoOf } from '../../../core/model/day';
import { known, missing, type Outcome } from '../../../core/model/outcome';
import { verbatim, type Text } from '../../../i18n/text';
import { count, money, ratio, text, type Column } from '../../layout/columns';
import type { ChartDefinition, TableDefinition } from '../../layout/define-report';
import type { ReportContext } from '../../layout/report-context';
import { CELL, SERIES } from '../../layout/theme';
import { TIER_WORDS } from '../../words/domain-words';
import { indicatorOf, SINGLED_OUT } from './indicator-trend';

/** The main indicators: of each the first that the history knows. */
const MAIN = ['onTime', 'otif', 'damage'] as const;
type Main = (typeof MAIN)[number];
const MOST_ROWS = 24;

/** One snapshot an as-of day, the newest, of periods as long as this one's; oldest first. */
function trendOf({ history, analysis }: ReportContext): readonly Snapshot[] {
  const { asOf, period } = analysis;
  const now = { asOf: isoOf(asOf), from: isoOf(period.from), to: isoOf(period.to) };
  const byDay = new Map<string, Snapshot>();
  for (const one of history) {
    const before = byDay.get(one.asOf);
    if (isOfSameLength(one, now) && (!before || before.number < one.number)) byDay.set(one.asOf, one);
  }
  return [...byDay.values()].sort((a, b) => (a.asOf < b.asOf ? -1 : 1)).slice(-MOST_ROWS);
}

const valueOf = ({ indicators }: Snapshot, main: Main): Outcome<number> => {
  const found = SINGLED_OUT[main].map((id) => indicators.find((one) => one.id === id)).find((one) => one !== undefined);
  return found ? known(found.value) : missing({ reason: 'not-entered' });
};

const labelOf = (main: Main, { analysis }: ReportContext): Text =>
  indicatorOf(analysis, SINGLED_OUT[main])?.label ?? verbatim(main);

/** Tier counts, net sales and the main indicators over the snapshots. */
export const trendMain = {
  hasFilter: false,
  heading: { zh: '各次快照的走势', en: 'Trend over the snapshots' },
  note: {
    zh: `每个截止日一行，只列期间与本次一样长的，最多 ${MOST_ROWS} 次。`,
    en: `A row an as-of day, of periods as long as this one; at most ${MOST_ROWS}.`,
  },
  rows: trendOf,
  columns: (context: ReportContext) => [
    text({ zh: '截止日', en: 'As of' }, ({ asOf }) => asOf, { id: 'asOf', key: true, minWidth: 12 }),
    ...([1, 2, 3] as const).map((tier): Column<Snapshot> =>
      count<Snapshot>(TIER_WORDS[tier], ({ totals }) => totals.tiers[tier - 1]!, { id: `tier${tier}`, minWidth: 9 }),
    ),
    money(nameOf('netSales'), ({ totals }) => totals.netAmount, { id: 'netAmount', minWidth: 16 }),
    money(
      nameOf('overdue'),
      ({ totals }) => (totals.overdue === undefined ? missing({ reason: 'not-entered' }) : known(totals.overdue)),
      { id: 'overdue', hideWhenEmpty: true, silent: true, minWidth: 14 },
    ),
    ...MAIN.map((main): Column<Snapshot> =>
      ratio<Snapshot>(labelOf(main, context), (one) => valueOf(one, main), {
        id: main,
        hideWhenEmpty: true,
        silent: true,
        style: CELL.fineRatio,
      }),
    ),
  ],
} satisfies Partial<TableDefinition<Snapshot>>;

export const TIER_TREND_CHART: ChartDefinition = {
  id: 'tierTrend',
  kind: 'stackedColumn',
  title: { zh: '各等级客户数走势', en: 'Clients by tier over the snapshots' },
  description: { zh: '各截止日Ⅰ、Ⅱ、Ⅲ类客户数。', en: 'Clients in tier Ⅰ, Ⅱ and Ⅲ at each as-of day.' },
  table: 'changes',
  category: 'asOf',
  minRows: 2,
  series: [
    { column: 'tier1', color: SERIES.tierOne },
    { column: 'tier2', color: SERIES.tierTwo },
    { column: 'tier3', color: SERIES.tierThree },
  ],
  valueAxis: { min: 0 },
  legend: 'bottom',
  gapWidth: 60,
};

export const KPI_TREND_CHART: ChartDefinition = {
  id: 'kpiTrend',
  kind: 'line',
  title: { zh: '准时率与 OTIF 走势', en: 'On-time rate and OTIF over the snapshots' },
  description: { zh: '各截止日的准时率和准时足量率。', en: 'On-time rate and OTIF at each as-of day.' },
  table: 'changes',
  category: 'asOf',
  minRows: 2,
  series: [
    { column: 'onTime', color: SERIES.first, markers: true },
    { column: 'otif', color: SERIES.second, markers: true },
  ],
  valueAxis: { numberFormat: '0%', max: 1, startsAtData: 0.1 },
};
