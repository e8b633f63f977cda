import { byCodePoint } from '../../core/model/by-code-point';
import type { ClientMonthFigures } from '../../core/sales/time-figures';
import { isoMonthOf } from '../../core/model/day';
import type { Money } from '../../core/model/money';
import { fill } from '../../i18n/text';
import { wordMoney } from '../../i18n/wording';
import { money, text, type Column } from '../layout/columns';
import { defineReport } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { CELL, TAB } from '../layout/theme';
import { clientAt, clientColumns } from './parts/client-columns';
import { trendBars } from './parts/trend-bars';

/** Months side by side: the last ones of the period. */
const MOST_MONTHS = 24;

const firstShown = ({ analysis }: ReportContext): number => Math.max(0, analysis.months.length - MOST_MONTHS);

/** Largest client first, as in 表13-3. */
function rankedRows({ analysis }: ReportContext): readonly ClientMonthFigures[] {
  return analysis.clientMonths
    .map((line) => {
      const client = analysis.clients[line.client];
      return { line, rank: client?.rank.known ? client.rank.value : Infinity, code: client?.code ?? '' };
    })
    .sort((a, b) => (a.rank === b.rank ? byCodePoint(a.code, b.code) : a.rank - b.rank))
    .map(({ line }) => line);
}

/**
 * 表13-2 as a matrix of clients and months. A sheet of its own beside 表13-3: two long lists under each other would share
 * one frozen header, and it would lie about the second.
 */
export const clientMonths = defineReport<ClientMonthFigures>({
  id: 'clientMonths',
  sheet: { zh: '客户各月', en: 'Clients by month' },
  title: { zh: '表13-2 客户各月交易', en: 'Net sales by client and month' },
  purpose: { zh: '表13-2：每个客户各月的净销售额', en: 'Net sales of every client in every month' },
  tab: TAB.clients,
  needs: ['transactions.amount'],
  missing: ({ analysis }) =>
    analysis.clientMonths.length === 0 ? { zh: '本期没有交易', en: 'no transactions in the period' } : undefined,
  orientation: 'landscape',
  freezeHeader: true,
  keyedBy: 'first',
  message: ({ analysis }) => {
    const sums = analysis.months.map((_, at) =>
      analysis.clientMonths.reduce((sum, { amounts }) => sum + (amounts[at] ?? 0), 0),
    );
    const last = sums.length - 1;
    const top = sums.indexOf(Math.max(...sums));
    return fill(
      {
        zh: '{month} 净销售额 {last}；最高的是 {best}：{most}',
        en: 'Net sales of {month}: {last}; the best month was {best}: {most}',
      },
      {
        month: isoMonthOf(analysis.months[last]!.month),
        last: wordMoney(sums[last]! as Money),
        best: isoMonthOf(analysis.months[top]!.month),
        most: wordMoney(sums[top]! as Money),
      },
    );
  },
  highlights: (context) =>
    firstShown(context) === 0
      ? []
      : [
          fill(
            { zh: '列出期间的最后 {n} 个月。', en: 'The last {n} months of the period are shown.' },
            { n: MOST_MONTHS },
          ),
        ],
  rows: rankedRows,
  columns: (context) => {
    const from = firstShown(context);
    return [
      ...clientColumns<ClientMonthFigures>(({ client }, at) => clientAt(client, at)),
      text<ClientMonthFigures>({ zh: '走势', en: 'Trend' }, ({ amounts }) => trendBars(amounts.slice(from)), {
        minWidth: 14,
        maxWidth: 28,
      }),
      ...context.analysis.months
        .slice(from)
        .map(({ month }, index): Column<ClientMonthFigures> =>
          money(
            { zh: isoMonthOf(month), en: isoMonthOf(month) },
            ({ amounts }: ClientMonthFigures) => amounts[from + index]!,
            { style: CELL.wholeMoney, minWidth: 11, total: 'sum', isHeat: true },
          ),
        ),
    ];
  },
  sources: ['clients', 'transactions'],
  settings: ['returns.period'],
});
