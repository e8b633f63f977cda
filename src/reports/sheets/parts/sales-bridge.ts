import type { BridgeRow, BridgeStep } from '../../../core/changes/sales-bridge';
import type { TurnoverKind, TurnoverRow } from '../../../core/changes/turnover';
import { nameOf } from '../../../core/measures/measures';
import { isoOf } from '../../../core/model/day';
import type { Money } from '../../../core/model/money';
import { known, missing, type Outcome } from '../../../core/model/outcome';
import { fill, type Text } from '../../../i18n/text';
import { shortMoney } from '../../../i18n/wording';
import { count, day, label, money, text } from '../../layout/columns';
import { defineTable, type ChartDefinition } from '../../layout/define-report';
import type { ReportContext } from '../../layout/report-context';
import { SERIES } from '../../layout/theme';
import { changesDataOf } from './changes-data';
import { clientColumns } from './client-columns';

const TURNOVER_WORDS: Readonly<Record<TurnoverKind, Text>> = {
  new: { zh: '新客户', en: 'New' },
  cameBack: { zh: '回来', en: 'Returning' },
  lost: { zh: '流失', en: 'Lost' },
  grown: { zh: '增加', en: 'Increased' },
  shrunk: { zh: '减少', en: 'Decreased' },
  same: { zh: '不变', en: 'Same' },
};

const STEP_WORDS: Readonly<Record<Exclude<BridgeStep, 'before' | 'now'>, Text>> = {
  new: TURNOVER_WORDS.new,
  cameBack: TURNOVER_WORDS.cameBack,
  grown: TURNOVER_WORDS.grown,
  shrunk: TURNOVER_WORDS.shrunk,
  lost: TURNOVER_WORDS.lost,
  rounding: { zh: '尾差', en: 'Rounding' },
};

function stepWords(step: BridgeStep, { analysis, earlier }: ReportContext): Text {
  if (step === 'before') return fill({ zh: '上次（{day}）', en: 'Before ({day})' }, { day: earlier?.asOf ?? '' });
  if (step !== 'now') return STEP_WORDS[step];
  return fill({ zh: '本次（{day}）', en: 'Now ({day})' }, { day: isoOf(analysis.asOf) });
}

/** Without the history there are no amounts of before. */
const NO_AMOUNTS: Text = {
  zh: '上次没有留下快照，没有上次的金额。',
  en: 'No snapshot was left then: there are no amounts of before.',
};
const missingWithoutSnapshot = (context: ReportContext): Text | undefined =>
  changesDataOf(context)?.bridge.length ? undefined : NO_AMOUNTS;

const LARGEST = 10;

/** Every client that came, went or came back; of the others those with the largest change. */
function listed(context: ReportContext): readonly TurnoverRow[] {
  const rows = changesDataOf(context)?.turnover ?? [];
  const of = (...kinds: readonly TurnoverKind[]): readonly TurnoverRow[] =>
    rows.filter(({ kind }) => kinds.includes(kind));
  return [
    ...of('new'),
    ...of('cameBack'),
    ...of('lost'),
    ...of('grown').slice(0, LARGEST),
    ...of('shrunk').slice(0, LARGEST),
  ];
}

/** New, lost and come-back clients, and whose net sales changed most. */
export const turnoverTable = defineTable<TurnoverRow>({
  id: 'turnover',
  heading: { zh: '客户进出与增减', en: 'Clients gained, lost, up and down' },
  note: {
    zh: `新客户、回来、流失全部列出，增加和减少各列最大的 ${LARGEST} 家。`,
    en: `All new, come-back and lost clients; of grown and shrunk the ${LARGEST} largest each.`,
  },
  missing: missingWithoutSnapshot,
  rows: listed,
  whenEmpty: { zh: '没有变化。', en: 'Nothing changed.' },
  columns: [
    ...clientColumns<TurnoverRow>((row) => row),
    label({ zh: '变化', en: 'Change' }, ({ kind }) => TURNOVER_WORDS[kind], { id: 'kind', minWidth: 11 }),
    money(fill({ zh: '上次{name}', en: '{name} before' }, { name: nameOf('netSales') }), ({ before }) => before),
    money(fill({ zh: '本次{name}', en: '{name} now' }, { name: nameOf('netSales') }), ({ now }) => now),
    money({ zh: '差额', en: 'Difference' }, ({ change }) => change, { id: 'change' }),
    day(
      nameOf('lastDeal'),
      ({ lastDay }) => (lastDay === undefined ? missing({ reason: 'no-rows' }) : known(lastDay)),
      {
        silent: true,
      },
    ),
  ],
});

const splitOf = (row: BridgeRow, part: 'byQuantity' | 'byPrice' | 'unknown'): Outcome<Money> =>
  row.split ? known(row.split[part]) : missing({ reason: 'nothing-due' });

/** From the net sales of then to those of now. */
export const bridgeTable = defineTable<BridgeRow>({
  id: 'bridge',
  heading: { zh: '净销售额是怎么变的', en: 'How net sales changed' },
  note: {
    zh: '上次 + 各项 = 本次。量、价只拆两次都有数量的客户：量 =（本次数量 − 上次数量）× 上次均价，价为其余。',
    en: 'Before + the steps = now. Quantity and price are split for clients with quantities both times: by quantity = (quantity now − before) × average price before; by price is the rest.',
  },
  missing: missingWithoutSnapshot,
  rows: (context) => changesDataOf(context)?.bridge ?? [],
  columns: [
    text({ zh: '项目', en: 'Step' }, ({ step }, context) => stepWords(step, context), {
      id: 'step',
      key: true,
      minWidth: 18,
    }),
    count(
      { zh: '客户', en: 'Clients' },
      ({ clients, step }) => (step === 'rounding' ? missing({ reason: 'nothing-due' }) : known(clients)),
      { id: 'clients', silent: true },
    ),
    money(nameOf('netSales'), ({ amount }) => amount, { id: 'amount', minWidth: 16 }),
    money({ zh: '其中：量', en: 'By quantity' }, (row) => splitOf(row, 'byQuantity'), { silent: true }),
    money({ zh: '其中：价', en: 'By price' }, (row) => splitOf(row, 'byPrice'), { silent: true }),
    money({ zh: '其中：缺数量', en: 'No quantities' }, (row) => splitOf(row, 'unknown'), { silent: true }),
  ],
});

/** Nothing to stand on below nought: such a bridge is read from its table. */
function drawnSteps(context: ReportContext): readonly BridgeRow[] {
  const rows = changesDataOf(context)?.bridge ?? [];
  return rows.some(({ from, to }) => from < 0 || to < 0)
    ? []
    : rows.filter(({ step, amount }) => step === 'before' || step === 'now' || amount !== 0);
}

const isEnd = ({ step }: BridgeRow): boolean => step === 'before' || step === 'now';
const blank = missing({ reason: 'nothing-due' });

/** What the waterfall draws: ends, what each step stands on, ups and downs. */
export const waterfallTable = defineTable<BridgeRow>({
  id: 'waterfall',
  heading: { zh: '图表数据：净销售额变化', en: 'Chart data: net sales' },
  isChartData: true,
  rows: drawnSteps,
  columns: [
    text({ zh: '项目', en: 'Step' }, ({ step }, context) => stepWords(step, context), { id: 'step', minWidth: 18 }),
    money({ zh: '垫底', en: 'Base' }, (row) => (isEnd(row) ? blank : known(Math.min(row.from, row.to) as Money)), {
      id: 'base',
      silent: true,
    }),
    money({ zh: '合计', en: 'Total' }, (row) => (isEnd(row) ? known(row.amount) : blank), {
      id: 'total',
      silent: true,
    }),
    money({ zh: '增', en: 'Up' }, (row) => (!isEnd(row) && row.amount > 0 ? known(row.amount) : blank), {
      id: 'up',
      silent: true,
    }),
    money({ zh: '减', en: 'Down' }, (row) => (!isEnd(row) && row.amount < 0 ? known(-row.amount as Money) : blank), {
      id: 'down',
      silent: true,
    }),
  ],
});

export const WATERFALL_CHART: ChartDefinition = {
  id: 'waterfall',
  kind: 'stackedColumn',
  title: (context) => {
    const rows = changesDataOf(context)?.bridge ?? [];
    const [first, last] = [rows[0], rows[rows.length - 1]];
    const change = (last?.amount ?? 0) - (first?.amount ?? 0);
    const { zh, en } = shortMoney(change);
    const sign = change > 0 ? '+' : '';
    return {
      zh: `净销售额 ${sign}${zh}：新客户、回来、增减、流失`,
      en: `Net sales ${sign}${en}: new, came back, grown, shrunk, lost`,
    };
  },
  description: {
    zh: '从上次净销售额到本次的阶梯图：蓝为两端合计，绿为增加，红为减少；纵轴不从 0 开始。',
    en: 'Steps from the net sales of before to those of now: blue are the two totals, green adds, red takes away; the axis does not start at 0.',
  },
  table: 'waterfall',
  category: 'step',
  minRows: 3,
  series: [
    { column: 'base', color: '#FFFFFF', isUnseen: true },
    { column: 'total', color: SERIES.first },
    { column: 'up', color: SERIES.good },
    { column: 'down', color: SERIES.bad },
  ],
  valueAxis: { isMoney: true, startsUnder: 'base' },
  legend: 'none',
  gapWidth: 40,
};
