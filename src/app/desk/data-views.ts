import type { Analysis } from '../../core/analysis';
import type { Tier } from '../../core/sales/tiers';
import type { IssueSeverity } from '../../core/model/issue';
import { textAt } from '../../core/model/columns';
import { tableOf, type Dataset } from '../../core/model/dataset';
import { isoOf } from '../../core/model/day';
import { valueOr } from '../../core/model/outcome';
import type { Text } from '../../i18n/text';
import { wordMoney } from '../../i18n/wording';
import { REPORTS } from '../../reports/index';
import { TIER_WORDS } from '../../reports/words/domain-words';
import { MEETING_SET, wantedReports } from '../../reports/standard-reports';
import type { FiguresView, IssueView, PreviewView, ReportView } from './desk';
import type { WorkbookLook } from '../read-workbook';
import type { PreparedReports, RefreshDone } from '../refresh';
import { sizeOf, type SheetSize } from '../sheet-size';

const MOST_ISSUES = 200;
const MOST_POINTS = 200;
const MOST_MOVED = 100;
const GRAVITY: readonly IssueSeverity[] = ['error', 'warning', 'notice'];
const NO_TIER: Text = { zh: '未分级', en: 'no tier' };

export function viewFigures({ asOf, period, totals, accounts }: Analysis): FiguresView {
  const sum = (field: 'read' | 'used' | 'outOfPeriod' | 'rejected'): number =>
    accounts.reduce((total, account) => total + account[field], 0);
  return {
    asOf: isoOf(asOf),
    from: isoOf(period.from),
    to: isoOf(period.to),
    activeClients: totals.activeClients,
    netAmount: wordMoney(totals.netAmount),
    rowsRead: sum('read'),
    rowsUsed: sum('used'),
    rowsOutOfPeriod: sum('outOfPeriod'),
    rowsRejected: sum('rejected'),
  };
}

export function viewIssues({ issues }: Analysis): IssueView {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of issues) counts[severity]++;
  const list = GRAVITY.flatMap((severity) => issues.filter((issue) => issue.severity === severity));
  return { counts, list: list.slice(0, MOST_ISSUES) };
}

/** Every report: whether a refresh would write it anew, leave it, or cannot write it and why. */
export function viewReports(prepared: PreparedReports, look: WorkbookLook): ReportView[] {
  const { sheets, notWritten } = prepared.laidOut;
  const standard = wantedReports(undefined, prepared.analysis.settings, look.snapshots);
  return REPORTS.map(({ id, sheet, purpose }): ReportView => {
    const index = sheets.findIndex((one) => one.id === id);
    const why = notWritten.find(({ report }) => report === id)?.why;
    const state = (): ReportView['state'] => {
      if (index < 0) return 'off';
      if (!look.snapshots.has(id)) return 'new';
      return prepared.isSettled[index] ? 'same' : 'changed';
    };
    return {
      id,
      sheet,
      purpose,
      state: state(),
      isStandard: !standard || standard.includes(id),
      ...(why && { why }),
      ...(index >= 0 && toldOf(sizeOf(sheets[index]!))),
      isForMeeting: MEETING_SET.has(id),
    };
  });
}

/** Every report after a refresh: what is written shows the state of the data. */
export function reportsAfter({ analysis, before, sizes, written, unchanged, notWritten }: RefreshDone): ReportView[] {
  const there = new Map(
    [...before.keys(), ...[...written, ...unchanged].map(({ report }) => report)].map((id) => [id, true]),
  );
  const standard = wantedReports(undefined, analysis.settings, there);
  return REPORTS.map(({ id, sheet, purpose }): ReportView => {
    const left = notWritten.find(({ report }) => report === id);
    const isStandard = !standard || standard.includes(id);
    // What nobody asked for can be asked for the next time.
    const isForMeeting = MEETING_SET.has(id);
    const told = { id, sheet, purpose, isStandard, isForMeeting };
    if (left?.isLeft) return { ...told, state: before.has(id) ? 'changed' : 'new' };
    const size = sizes.find(({ report }) => report === id);
    return {
      ...told,
      state: left ? 'off' : 'same',
      ...(left && { why: left.why }),
      ...(size && toldOf(size)),
    };
  });
}

const toldOf = ({ rows, pages }: SheetSize): Pick<ReportView, 'rows' | 'pages'> => ({ rows, pages });

/** The tier of each client; 0 where it has none. */
function tierByClient({ tiered: { order, tierAt } }: Analysis, clients: number): Uint8Array {
  const tiers = new Uint8Array(clients);
  for (let position = 0; position < order.length; position++) tiers[order[position]!] = tierAt(position);
  return tiers;
}

/** Who stands in another tier: from the largest amount to the smallest, then those who have no tier any more. */
function findMoved({ tiered: { order } }: Analysis, now: Uint8Array, then: Uint8Array): readonly number[] {
  const moved: number[] = [];
  for (const client of order) if (client < then.length && now[client] !== then[client]) moved.push(client);
  for (let client = 0; client < then.length; client++) if (now[client] === 0 && then[client] !== 0) moved.push(client);
  return moved;
}

const wordTier = (tier: number): Text => TIER_WORDS[tier as Tier] ?? NO_TIER;

/**
 * What the settings of `analysis` come to, and who stands elsewhere than in `before`. Of the clients it reads the tiers
 * alone: it is drawn anew while a threshold is dragged.
 *
 * @param before Clients that it does not know yet have not moved.
 * @param dataset What `analysis` was worked out from.
 */
export function viewPreview(analysis: Analysis, before: Analysis, dataset: Dataset): PreviewView {
  const { columns, rows } = tableOf(dataset, 'clients');
  const now = tierByClient(analysis, rows);
  const then = tierByClient(before, Math.min(rows, before.clients.length));
  const moved = findMoved(analysis, now, then);
  return {
    tiers: analysis.tiers.tiers.map(({ tier, clients, shareOfClients, shareOfAmount }) => ({
      label: TIER_WORDS[tier],
      clients,
      before: before.tiers.tiers.find((one) => one.tier === tier)?.clients ?? 0,
      shareOfClients: valueOr(shareOfClients, 0),
      shareOfAmount: valueOr(shareOfAmount, 0),
    })),
    activeClients: analysis.totals.activeClients,
    netAmount: wordMoney(analysis.totals.netAmount),
    moved: moved.length,
    movedClients: moved.slice(0, MOST_MOVED).map((client) => ({
      name: textAt(columns.name, client) || textAt(columns.code, client),
      from: wordTier(then[client]!),
      to: wordTier(now[client]!),
    })),
    pareto: paretoOf(analysis),
    credit: analysis.credit.known ? analysis.credit.value.grades.map(({ grade, clients }) => ({ grade, clients })) : [],
  };
}

function paretoOf({ tiered: { order, tierAt, cumulativeShareAt } }: Analysis): PreviewView['pareto'] {
  let counted = order.length;
  while (counted > 0 && !cumulativeShareAt(counted - 1).known) counted--;
  const step = Math.max(1, Math.ceil(counted / MOST_POINTS));
  const points: PreviewView['pareto'][number][] = [];
  for (let at = 0; at < counted; at++)
    if (at % step === 0 || at === counted - 1)
      points.push({ rank: at + 1, share: valueOr(cumulativeShareAt(at), 0), tier: tierAt(at) });
  return points;
}
