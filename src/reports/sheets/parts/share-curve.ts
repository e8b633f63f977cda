import { missing, known, type Outcome } from '../../../core/model/outcome';
import { fill } from '../../../i18n/text';
import { wordPercent } from '../../../i18n/wording';
import { ratio, text } from '../../layout/columns';
import { defineTable, type AnyTable, type ChartDefinition } from '../../layout/define-report';
import type { ReportContext } from '../../layout/report-context';
import { SERIES } from '../../layout/theme';
import { rankedClients } from './pareto';

/** Twenty steps of five percent of the clients: as good for 20,000 clients as for 40. */
const STEPS = 20;
const FEW = 10;

interface Step {
  readonly share: number;
  readonly cumulative: Outcome<number>;
}

const positive = (context: ReportContext) => rankedClients(context).filter(({ netAmount }) => netAmount > 0);

function stepsOf(context: ReportContext): readonly Step[] {
  const clients = positive(context);
  if (clients.length < 2) return [];
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const last = clients[Math.ceil((clients.length * step) / STEPS) - 1];
    return {
      share: step / STEPS,
      cumulative: step === 0 ? known(0) : (last?.cumulativeShare ?? missing({ reason: 'no-rows' })),
    };
  });
}

/** All clients, largest first, in steps of five percent, and the share of net sales that they hold together. */
export const shareCurveTable: AnyTable = defineTable<Step>({
  id: 'shareCurve',
  heading: {
    zh: '图表数据：客户从大到小累计的净销售额占比',
    en: 'Chart data: share of net sales held by the largest clients',
  },
  isChartData: true,
  rows: stepsOf,
  columns: [
    text({ zh: '客户（从大到小）', en: 'Clients, largest first' }, ({ share }) => wordPercent(share, 0), {
      id: 'clients',
      span: 2,
    }),
    ratio({ zh: '累计占净销售额', en: 'Share of net sales' }, ({ cumulative }) => cumulative, {
      id: 'cumulative',
      blankWhenMissing: true,
    }),
  ],
});

export const SHARE_CURVE: ChartDefinition = {
  id: 'shareCurve',
  kind: 'line',
  title: (context) => {
    const clients = positive(context);
    const few = Math.min(FEW, Math.ceil(clients.length / 2));
    const share = clients[few - 1]?.cumulativeShare;
    return fill(
      { zh: '前 {n} 家客户占 {share}', en: 'The top {n} clients account for {share}' },
      { n: few, share: share?.known ? wordPercent(share.value, 0) : '—' },
    );
  },
  description: {
    zh: '横轴是从大到小的客户占比，纵轴是它们合计占净销售额的比重。',
    en: 'Horizontal axis: share of clients, largest first. Vertical axis: their combined share of net sales.',
  },
  table: 'shareCurve',
  category: 'clients',
  minRows: 3,
  series: [{ column: 'cumulative', color: SERIES.first }],
  valueAxis: { numberFormat: '0%', min: 0, max: 1, majorUnit: 0.25 },
  legend: 'none',
};
