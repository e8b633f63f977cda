import type { Analysis } from '../../core/analysis';
import type { ClientFigures } from '../../core/sales/client-figures';
import type { IssueSeverity } from '../../core/model/issue';
import { isoOf } from '../../core/model/day';
import { valueOr } from '../../core/model/outcome';
import type { Text } from '../../i18n/text';
import { wordMoney } from '../../i18n/wording';
import { REPORTS } from '../../reports/index';
import { TIER_WORDS } from '../../reports/words/domain-words';
import type { SheetPlan } from '../../workbook/plan';
import type { FiguresView, IssueView, PreviewView, ReportView } from './desk';
import type { WorkbookLook } from '../read-workbook';
import type { PreparedReports, RefreshDone } from '../refresh';

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
      ...(why && { why }),
      ...(index >= 0 && { rows: rowsOf(sheets[index]!) }),
    };
  });
}

/** Every report after a refresh: what is written shows the state of the data. */
export function reportsAfter({ written, unchanged, notWritten }: RefreshDone): ReportView[] {
  const there = new Set([...written, ...unchanged].map(({ report }) => report));
  return REPORTS.map(({ id, sheet, purpose }): ReportView => {
    const why = notWritten.find(({ report }) => report === id)?.why;
    return { id, sheet, purpose, state: there.has(id) ? 'same' : 'off', ...(why && { why }) };
  });
}

function rowsOf({ tables, blocks }: SheetPlan): number {
  const listed = tables.reduce((sum, { range }) => sum + range.rows - 1, 0);
  return listed > 0 ? listed : blocks.reduce((sum, { values }) => sum + values.length, 0);
}

const tierOf = (client: ClientFigures | undefined): Text =>
  client?.tier.known ? TIER_WORDS[client.tier.value] : NO_TIER;

/** What the settings of `analysis` come to, and who stands elsewhere than in `before`. */
export function viewPreview(analysis: Analysis, before: Analysis): PreviewView {
  const moved = analysis.clients.filter(
    (client) => valueOr(client.tier, 0) !== valueOr(before.clients[client.client]?.tier ?? client.tier, 0),
  );
  moved.sort((a, b) => b.netAmount - a.netAmount || a.client - b.client);
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
      name: client.name || client.code,
      from: tierOf(before.clients[client.client]),
      to: tierOf(client),
    })),
    pareto: paretoOf(analysis),
    credit: analysis.credit.known ? analysis.credit.value.grades.map(({ grade, clients }) => ({ grade, clients })) : [],
  };
}

function paretoOf({ clients }: Analysis): PreviewView['pareto'] {
  const ranked = clients
    .filter(({ cumulativeShare, rank }) => cumulativeShare.known && rank.known)
    .sort((a, b) => valueOr(a.cumulativeShare, 0) - valueOr(b.cumulativeShare, 0));
  const step = Math.max(1, Math.ceil(ranked.length / MOST_POINTS));
  return ranked
    .map((client, index) => ({
      rank: index + 1,
      share: valueOr(client.cumulativeShare, 0),
      tier: valueOr(client.tier, 0),
    }))
    .filter((_, index) => index % step === 0 || index === ranked.length - 1);
}
