import { byCodePoint } from '../../../core/model/by-code-point';
import type { ClientFigures } from '../../../core/sales/client-figures';
import { valueOr } from '../../../core/model/outcome';
import { count, money, ratio, text } from '../../layout/columns';
import { defineTable, type AnyTable, type ChartDefinition } from '../../layout/define-report';
import type { ReportContext } from '../../layout/report-context';
import { CELL, SERIES } from '../../layout/theme';

/** Bars that a chart can show side by side with readable names. */
export const PARETO_CLIENTS = 20;

/** Clients with a rank, largest first; equal amounts in the order of their codes. */
export function rankedClients({ analysis }: ReportContext): readonly ClientFigures[] {
  return analysis.clients
    .filter(({ rank }) => rank.known)
    .sort(
      (a, b) =>
        valueOr(a.rank, Infinity) - valueOr(b.rank, Infinity) ||
        byCodePoint(a.code, b.code) ||
        byCodePoint(a.name, b.name),
    );
}

const shortName = ({ name, code }: ClientFigures): string => {
  const words = name === '' ? code : name;
  return words.length > 14 ? `${words.slice(0, 13)}…` : words;
};

/** The largest clients with the running share and the two limits of the tiers: what the Pareto chart draws. */
export function paretoTable(): AnyTable {
  return defineTable<ClientFigures>({
    id: 'pareto',
    heading: { zh: '图表数据：最大的 20 家客户', en: 'Chart data: the 20 largest clients' },
    isChartData: true,
    rows: (context) =>
      rankedClients(context)
        .filter(({ netAmount }) => netAmount > 0)
        .slice(0, PARETO_CLIENTS),
    columns: [
      text({ zh: '客户', en: 'Client' }, shortName, { id: 'client', span: 2 }),
      count({ zh: '名次', en: 'Rank' }, ({ rank }) => rank, { id: 'rank' }),
      money({ zh: '净销售额', en: 'Net sales' }, ({ netAmount }) => netAmount, {
        id: 'amount',
        style: CELL.wholeMoney,
      }),
      ratio({ zh: 'Ⅰ类线', en: 'Tier Ⅰ limit' }, (_, { analysis }) => analysis.settings['tier.cutOne'], {
        id: 'cutOne',
      }),
      ratio({ zh: '累计占比', en: 'Cumulative share' }, ({ cumulativeShare }) => cumulativeShare, {
        // Under the same column of the main table, which is wide enough for it.
        id: 'cumulative',
        blankWhenMissing: true,
      }),
      ratio({ zh: 'Ⅱ类线', en: 'Tier Ⅱ limit' }, (_, { analysis }) => analysis.settings['tier.cutTwo'], {
        id: 'cutTwo',
      }),
    ],
  });
}

export const PARETO_CHART: ChartDefinition = {
  id: 'pareto',
  kind: 'combo',
  title: { zh: '客户帕累托图：最大的 20 家', en: 'Pareto chart: the 20 largest clients' },
  description: {
    zh: '柱为每家客户的净销售额，从大到小；线为累计占比，虚线为Ⅰ类和Ⅱ类的界限。',
    en: 'Columns: net sales of each client, largest first. Line: cumulative share; dashed: the limits of tiers Ⅰ and Ⅱ.',
  },
  table: 'pareto',
  category: 'client',
  rows: PARETO_CLIENTS,
  minRows: 2,
  series: [
    { column: 'amount', as: 'column', color: SERIES.first },
    { column: 'cumulative', as: 'line', axis: 'secondary', color: SERIES.second, markers: true },
    { column: 'cutOne', as: 'line', axis: 'secondary', color: SERIES.limit, dash: true },
    { column: 'cutTwo', as: 'line', axis: 'secondary', color: SERIES.before, dash: true },
  ],
  valueAxis: { isMoney: true, min: 0 },
  secondaryAxis: { numberFormat: '0%', min: 0, max: 1, majorUnit: 0.2 },
  gapWidth: 40,
};
