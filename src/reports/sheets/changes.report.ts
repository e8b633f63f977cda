import type { IndicatorUnit } from '../../core/kpis/indicator-result';
import type { Tier } from '../../core/sales/tiers';
import { LEVEL_LABELS } from '../../core/sales/key-accounts';
import { STAGE_FLAG_LABELS, STAGE_LABELS } from '../../core/sales/lifecycle';
import { MARK_KINDS, MARK_LABELS } from '../../core/changes/client-marks';
import type { Snapshot } from '../../core/changes/snapshot';
import type { ClientMove, IndicatorMove, Movements, TierFlow } from '../../core/changes/movement';
import { isoOf } from '../../core/model/day';
import { fill, verbatim, type Text } from '../../i18n/text';
import { wordMoney, wordNumber } from '../../i18n/wording';
import { nameOf } from '../../core/measures/measures';
import { known, missing, type Outcome } from '../../core/model/outcome';
import type { CellStyle } from '../../workbook/style';
import { count, label, number, text, userText, wrapped } from '../layout/columns';
import { defineReport, defineTable } from '../layout/define-report';
import { COMPARED_WITH, INDICATOR_HEADERS, MOVE_HEADERS } from '../standing/earlier-state';
import type { ReportContext } from '../layout/report-context';
import { CELL, TAB } from '../layout/theme';
import { TIER_WORDS } from '../words/domain-words';
import { changesDataOf } from './parts/changes-data';
import { clientAt, clientColumns, TIER_TONES } from './parts/client-columns';
import { contributionTable } from './parts/row-contributions';
import { bridgeTable, turnoverTable, WATERFALL_CHART, waterfallTable } from './parts/sales-bridge';
import { KPI_TREND_CHART, TIER_TREND_CHART, trendMain } from './parts/snapshot-trend';

const NO_TIER: Text = { zh: '未分级', en: 'No tier' };

const TIERS: readonly Tier[] = [1, 2, 3];
/** Words that a sheet of before may carry in the other language. */
const STAGE_WORDS: readonly Text[] = Object.values(STAGE_LABELS).flatMap((stage) => [
  stage,
  ...Object.values(STAGE_FLAG_LABELS).map((flag) =>
    fill({ zh: '{stage}·{flag}', en: '{stage}, {flag}' }, { stage, flag }),
  ),
]);
const GRADE_WORDS: readonly Text[] = ['A', 'B', 'C', 'D', 'E'].map((grade) => ({
  zh: `信用${grade}`,
  en: `Credit ${grade}`,
}));
const KNOWN_WORDS: readonly Text[] = [
  ...Object.values(TIER_WORDS),
  ...Object.values(LEVEL_LABELS),
  ...STAGE_WORDS,
  ...GRADE_WORDS,
];

const inBothLanguages = (word: string): Text =>
  KNOWN_WORDS.find(({ zh, en }) => word === zh || word === en) ?? verbatim(word);

const movementsOf = (context: ReportContext): Movements | undefined => changesDataOf(context)?.movements;

const flows = defineTable<TierFlow>({
  id: 'tierFlows',
  heading: {
    zh: '等级流向（行为上次，列为本次，单位：家）',
    en: 'Where the tiers went: rows before, columns now, in clients',
  },
  missing: ({ earlier }) =>
    earlier?.marks.tier
      ? undefined
      : { zh: '上次没有写「客户等级」。', en: 'No sheet “Client tiers” was written before.' },
  rows: (context) => movementsOf(context)?.tierFlows ?? [],
  columns: [
    label({ zh: '上次＼本次', en: 'Before \\ now' }, ({ before }) => (before === 4 ? NO_TIER : TIER_WORDS[before]), {
      tones: TIER_TONES,
      minWidth: 12,
    }),
    ...TIERS.map((tier) =>
      count<TierFlow>(TIER_WORDS[tier], ({ now }) => now[tier - 1]!, { total: 'sum', minWidth: 9 }),
    ),
    count<TierFlow>(NO_TIER, ({ now }) => now[3], { total: 'sum', minWidth: 9 }),
  ],
});

const byUnit = (unit: IndicatorUnit): CellStyle => ({
  ...CELL.number,
  numberFormat: unit === 'ratio' ? '0.00%' : unit === 'amount' ? '#,##0.00' : '#,##0.##',
});
const inUnit = ({ unit }: IndicatorMove): CellStyle => byUnit(unit);

type IndicatorPart = (move: IndicatorMove, context: ReportContext) => Outcome<number>;

const NOT_KNOWN = missing({ reason: 'not-entered' });

/** What stood above and below the line then. */
const partThen =
  (part: 'numerator' | 'denominator'): IndicatorPart =>
  ({ id }, { earlier }) => {
    const stand = earlier?.snapshot?.indicators.find((one) => one.id === id);
    return stand ? known(stand[part]) : NOT_KNOWN;
  };

/** What stands there now. */
const partNow =
  (part: 'numerator' | 'denominator'): IndicatorPart =>
  ({ id }, { analysis }) => {
    const now = analysis.indicators.find((one) => one.id === id);
    return now ? known(now.current[part]) : NOT_KNOWN;
  };

const PARTS: readonly { readonly header: Text; readonly of: IndicatorPart }[] = [
  { header: { zh: '上次分子', en: 'Numerator before' }, of: partThen('numerator') },
  { header: { zh: '上次分母', en: 'Denominator before' }, of: partThen('denominator') },
  { header: { zh: '本次分子', en: 'Numerator now' }, of: partNow('numerator') },
  { header: { zh: '本次分母', en: 'Denominator now' }, of: partNow('denominator') },
];

const indicatorMoves = defineTable<IndicatorMove>({
  id: 'indicatorMoves',
  heading: { zh: '指标变动（只列前后两次都有且不同的）', en: 'Indicators that changed, of those known then and now' },
  rows: (context) => movementsOf(context)?.indicators ?? [],
  whenEmpty: { zh: '没有变动。', en: 'None changed.' },
  columns: [
    text(INDICATOR_HEADERS.id, ({ id }) => id, { key: true, minWidth: 8, maxWidth: 14 }),
    text({ zh: '指标', en: 'Indicator' }, (move) => move.label, { key: true, minWidth: 20, maxWidth: 30 }),
    number(INDICATOR_HEADERS.before, ({ before }) => before, { styleOf: inUnit }),
    number({ zh: '本次', en: 'Now' }, ({ now }) => now, { styleOf: inUnit }),
    number({ zh: '差', en: 'Difference' }, ({ before, now }) => now - before, { styleOf: inUnit }),
    ...PARTS.map(({ header, of }) =>
      number<IndicatorMove>(header, (move, context) => of(move, context), {
        silent: true,
        hideWhenEmpty: true,
        style: { ...CELL.number, numberFormat: '#,##0.##' },
      }),
    ),
  ],
});

/** Who moved and why; her notes are kept by client and kind. */
const movesTable = defineTable<ClientMove>({
  id: 'moves',
  heading: { zh: '谁变了，为什么', en: 'Who moved, and why' },
  keyedBy: 'all',
  hasFilter: true,
  rows: (context) => movementsOf(context)?.moves ?? [],
  whenEmpty: { zh: '没有客户变动。', en: 'No client changed.' },
  columns: [
    ...clientColumns<ClientMove>(({ client }, context) => clientAt(client, context)),
    label(MOVE_HEADERS.kind, ({ kind }) => MARK_LABELS[kind], { key: true, minWidth: 11 }),
    label(MOVE_HEADERS.before, ({ before }) => (before === '' ? verbatim('—') : inBothLanguages(before)), {
      tones: TIER_TONES,
      minWidth: 14,
    }),
    label({ zh: '本次', en: 'Now' }, ({ now }) => now, { tones: TIER_TONES, minWidth: 14 }),
    wrapped({ zh: '为什么', en: 'Why' }, ({ reason }) => reason, { maxWidth: 60 }),
    userText({ zh: '备注', en: 'Notes' }, { id: 'notes' }),
  ],
});

/** Net sales then and now, where the history has those of then. */
function netSalesLine({ analysis, earlier }: ReportContext): readonly Text[] {
  const before = earlier?.snapshot?.totals.netAmount;
  if (before === undefined) return [];
  const now = analysis.totals.netAmount;
  const change = now - before;
  return [
    fill(
      {
        zh: '{name} {before} → {now}（{change}），截止 {asOf}',
        en: '{name} {before} → {now} ({change}), as of {asOf}',
      },
      {
        name: nameOf('netSales'),
        before: wordMoney(before),
        now: wordMoney(now),
        change: `${change > 0 ? '+' : ''}${wordMoney(change)}`,
        asOf: isoOf(analysis.asOf),
      },
    ),
  ];
}

/** SPEC §3 changes: who moved since the last refresh and why; 003-17 movement matrix; 000-P4 changed client fields. */
export const changes = defineReport<Snapshot>({
  id: 'changes',
  sheet: { zh: '本期变动', en: 'Changes' },
  title: { zh: '与以前相比的变动', en: 'Changes since an earlier day' },
  purpose: {
    zh: '比所选的一天：谁变了、为什么，净销售额和指标怎么变的，是哪些行引起的',
    en: 'Against the chosen day: who moved and why, how net sales and indicators changed, and which rows did it',
  },
  tab: TAB.read,
  needs: [],
  missing: ({ earlier }) =>
    earlier
      ? undefined
      : {
          zh: '没有更早的结果可比：下一次截止日或期间变化后刷新，才有变动',
          en: 'nothing earlier to compare with: it is written by the next refresh with another as-of day or period',
        },
  orientation: 'landscape',
  freezeHeader: false,
  banners: ({ earlier }) => (earlier?.remarks ?? []).map((text) => ({ text, tone: 'watch' })),
  highlights: (context) => {
    const { earlier } = context;
    const movements = movementsOf(context);
    if (!earlier || !movements) return [];
    const clients = new Set(movements.moves.map(({ client }) => client)).size;
    const parts = MARK_KINDS.map((kind) => ({
      kind,
      n: movements.moves.filter((move) => move.kind === kind).length,
    })).filter(({ n }) => n > 0);
    return [
      fill(
        { zh: '{start} {asOf}，期间 {from} 至 {to}', en: '{start} {asOf}, period {from} to {to}' },
        { start: COMPARED_WITH, asOf: earlier.asOf, from: earlier.from, to: earlier.to },
      ),
      ...netSalesLine(context),
      fill(
        { zh: '{clients} 家客户有变动{parts}', en: '{clients} clients changed{parts}' },
        {
          clients: wordNumber(clients),
          parts: {
            zh: parts.map(({ kind, n }) => `   |   ${MARK_LABELS[kind].zh} ${n}`).join(''),
            en: parts.map(({ kind, n }) => `   |   ${MARK_LABELS[kind].en} ${n}`).join(''),
          },
        },
      ),
    ];
  },
  ...trendMain,
  // Short tables and charts first; the list of clients, whose reasons take several lines each, last.
  tables: [bridgeTable, flows, turnoverTable, indicatorMoves, contributionTable, movesTable, waterfallTable],
  charts: [WATERFALL_CHART, TIER_TREND_CHART, KPI_TREND_CHART],
  sources: ['clients', 'transactions', 'deliveries'],
  settings: ['tier.rule', 'tier.cutOne', 'tier.cutTwo', 'lifecycle.band', 'lifecycle.hysteresis', 'key.topN'],
});
