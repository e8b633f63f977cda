import { MARK_KINDS, MARK_LABELS } from '../../core/changes/client-marks';
import { LATEST_KEPT, MONTH_ENDS_KEPT } from '../../core/changes/bound-history';
import type { ClientStand, IndicatorStand, Snapshot } from '../../core/changes/snapshot';
import { known, missing, type Outcome } from '../../core/model/outcome';
import { fill } from '../../i18n/text';
import { count, money, number, quantity, text, userText, type Column } from '../layout/columns';
import { defineReport, defineTable } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { CELL, TAB } from '../layout/theme';
import {
  CLIENT_STAND_HEADERS,
  INDICATOR_STAND_HEADERS,
  SNAPSHOT_HEADERS,
  SNAPSHOT_NOTE,
} from '../standing/history/history-headers';
import { checkOf } from '../standing/history/snapshot-check';

interface Of<T> {
  readonly number: number;
  readonly line: T;
}

const newestFirst = ({ history }: ReportContext): readonly Snapshot[] =>
  [...history].sort((a, b) => b.number - a.number);

const outcomeOf = <T extends number>(value: T | undefined): Outcome<T> =>
  value === undefined ? missing({ reason: 'not-entered' }) : known(value);

/** Blank where it was not known: the reasons stood on the sheets of that day. */
const AS_IT_WAS = { silent: true } as const;
const EXACT = { ...CELL.number, numberFormat: '0.############' } as const;

const indicatorLines = defineTable<Of<IndicatorStand>>({
  id: 'indicatorStands',
  heading: { zh: '各次快照的指标', en: 'Indicators of each snapshot' },
  isChartData: true,
  rows: (context) =>
    newestFirst(context).flatMap((one) => one.indicators.map((line) => ({ number: one.number, line }))),
  columns: [
    count(INDICATOR_STAND_HEADERS.number, (row) => row.number, { key: true }),
    text(INDICATOR_STAND_HEADERS.id, ({ line }) => line.id, { key: true, minWidth: 12 }),
    number(INDICATOR_STAND_HEADERS.value, ({ line }) => line.value, { style: EXACT, minWidth: 12 }),
    number(INDICATOR_STAND_HEADERS.numerator, ({ line }) => line.numerator, { style: EXACT, minWidth: 12 }),
    number(INDICATOR_STAND_HEADERS.denominator, ({ line }) => line.denominator, { style: EXACT, minWidth: 12 }),
  ],
});

const clientLines = defineTable<Of<ClientStand>>({
  id: 'clientStands',
  heading: { zh: '各次快照的客户', en: 'Clients of each snapshot' },
  isChartData: true,
  rows: (context) => newestFirst(context).flatMap((one) => one.clients.map((line) => ({ number: one.number, line }))),
  columns: [
    count(CLIENT_STAND_HEADERS.number, (row) => row.number, { key: true }),
    text(CLIENT_STAND_HEADERS.code, ({ line }) => line.code, { key: true, minWidth: 10, maxWidth: 16 }),
    text(CLIENT_STAND_HEADERS.name, ({ line }) => line.name, { key: true, minWidth: 18, maxWidth: 28 }),
    ...MARK_KINDS.map((kind): Column<Of<ClientStand>> =>
      text(MARK_LABELS[kind], ({ line }) => line.marks[kind] ?? '', { minWidth: 9, maxWidth: 18 }),
    ),
    money(CLIENT_STAND_HEADERS.netAmount, ({ line }) => line.netAmount),
    quantity(CLIENT_STAND_HEADERS.quantity, ({ line }) => outcomeOf(line.quantity), AS_IT_WAS),
    count(CLIENT_STAND_HEADERS.orders, ({ line }) => line.orders),
    count(CLIENT_STAND_HEADERS.rank, ({ line }) => outcomeOf(line.rank), AS_IT_WAS),
    money(CLIENT_STAND_HEADERS.open, ({ line }) => outcomeOf(line.open), AS_IT_WAS),
    money(CLIENT_STAND_HEADERS.overdue, ({ line }) => outcomeOf(line.overdue), AS_IT_WAS),
  ],
});

/**
 * What each refresh said: in plain cells, so that it goes where the workbook goes and can be looked up by hand. The English name
 * is not “History”: Excel keeps that one for itself.
 */
export const history = defineReport<Snapshot>({
  id: 'history',
  sheet: { zh: '历史快照', en: 'Snapshots' },
  purpose: {
    zh: '每个截止日的客户、指标和合计，供「本期变动」对比',
    en: 'Clients, indicators and totals of each as-of day, for “Changes” to compare with',
  },
  tab: TAB.upkeep,
  needs: [],
  isHidden: true,
  orientation: 'landscape',
  freezeHeader: false,
  keyedBy: 'first',
  highlights: () => [
    {
      zh: '每个截止日和期间一次快照，同一天再刷新就换成新的。「备注」里可以写会议名。',
      en: 'One snapshot an as-of day and period; refreshing the same day again replaces it. Name a meeting under “Notes”.',
    },
    fill(
      {
        zh: '保留最近 {latest} 次，更早的每月留最后一次（至多 {months} 个月）。请勿改下面的数：改过的快照下次刷新会去掉。',
        en: 'The latest {latest} are kept, of earlier ones the last of each month (up to {months} months). Please leave the figures: a snapshot that was changed is dropped by the next refresh.',
      },
      { latest: LATEST_KEPT, months: MONTH_ENDS_KEPT },
    ),
  ],
  rows: newestFirst,
  columns: [
    count(SNAPSHOT_HEADERS.number, (one) => one.number, { key: true }),
    text(SNAPSHOT_HEADERS.asOf, ({ asOf }) => asOf, { minWidth: 12 }),
    text(SNAPSHOT_HEADERS.from, ({ from }) => from, { minWidth: 12 }),
    text(SNAPSHOT_HEADERS.to, ({ to }) => to, { minWidth: 12 }),
    userText(SNAPSHOT_NOTE, { id: 'notes', minWidth: 16 }),
    text(SNAPSHOT_HEADERS.time, ({ time }) => time, { minWidth: 18 }),
    text(SNAPSHOT_HEADERS.responsible, ({ responsible }) => responsible, { minWidth: 8 }),
    money(SNAPSHOT_HEADERS.netAmount, ({ totals }) => totals.netAmount, { minWidth: 16 }),
    count(SNAPSHOT_HEADERS.orders, ({ totals }) => totals.orders),
    count(SNAPSHOT_HEADERS.activeClients, ({ totals }) => totals.activeClients),
    count(SNAPSHOT_HEADERS.tierOne, ({ totals }) => totals.tiers[0]),
    count(SNAPSHOT_HEADERS.tierTwo, ({ totals }) => totals.tiers[1]),
    count(SNAPSHOT_HEADERS.tierThree, ({ totals }) => totals.tiers[2]),
    money(SNAPSHOT_HEADERS.open, ({ totals }) => outcomeOf(totals.open), { ...AS_IT_WAS, minWidth: 14 }),
    money(SNAPSHOT_HEADERS.overdue, ({ totals }) => outcomeOf(totals.overdue), { ...AS_IT_WAS, minWidth: 14 }),
    count(SNAPSHOT_HEADERS.clientLines, ({ clients }) => clients.length),
    count(SNAPSHOT_HEADERS.indicatorLines, ({ indicators }) => indicators.length),
    text(SNAPSHOT_HEADERS.settings, ({ settings }) => settings, { minWidth: 14, maxWidth: 40 }),
    text(SNAPSHOT_HEADERS.settingsHash, ({ settingsHash }) => settingsHash, { isHidden: true }),
    text(SNAPSHOT_HEADERS.dataHash, ({ dataHash }) => dataHash, { isHidden: true }),
    text(SNAPSHOT_HEADERS.check, checkOf, { isHidden: true }),
    text(SNAPSHOT_HEADERS.version, ({ version }) => version),
  ],
  tables: [indicatorLines, clientLines],
  sources: [],
  settings: [],
});
