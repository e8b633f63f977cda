import type { Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import type { Alert, AlertKind, AlertRow, AlertSeverity } from './alert';

const SEVERITIES: readonly AlertSeverity[] = ['bad', 'watch', 'notice'];

/** Kinds that speak of money owed; the others that have an amount speak of sales. */
const OF_DEBT: ReadonlySet<AlertKind> = new Set(['overdueMoney', 'limitExceeded']);

/**
 * The alerts of each client on one row, most money at risk first.
 *
 * Formula: money at risk of a client = the largest of its debts + the largest of its sales at risk: what is overdue is part of
 * what exceeds the limit, and orders that did not come are part of a drop, so neither is counted twice.   Unit: money.
 * Order: what is of the whole book and is to be acted on; then rows that put money at risk; then by severity. Notes come last.
 * No amount: missing.   Source: definitions §8.
 * @example overdue 1,185,315 and 669,665 above the limit, an order of 148,735 complained of //=> 1,334,050 at risk
 */
export function gatherAlertRows(alerts: readonly Alert[]): readonly AlertRow[] {
  const groups = new Map<string, Alert[]>();
  for (const alert of alerts) {
    const key = alert.client < 0 ? alert.kind : String(alert.client);
    const own = groups.get(key);
    if (own) own.push(alert);
    else groups.set(key, [alert]);
  }
  return [...groups.values()].map(rowOf).sort(compareRows);
}

function rowOf(own: readonly Alert[]): AlertRow {
  const alerts = [...own].sort(compareAlerts);
  return {
    client: alerts[0]!.client,
    severity: SEVERITIES[Math.min(...alerts.map(rankOf))]!,
    alerts,
    atRisk: atRiskOf(alerts),
  };
}

const rankOf = ({ severity }: { readonly severity: AlertSeverity }): number => SEVERITIES.indexOf(severity);
const stakeOf = (amount: Outcome<Money>): number => (amount.known ? amount.value : 0);

/** What asks for a call before what does not; most money first. */
function compareAlerts(a: Alert, b: Alert): number {
  const asks = (alert: Alert): number => (alert.ask ? 0 : 1);
  return asks(a) - asks(b) || stakeOf(b.amount) - stakeOf(a.amount) || rankOf(a) - rankOf(b);
}

function atRiskOf(alerts: readonly Alert[]): Outcome<Money> {
  const stakes = alerts.filter(({ amount }) => amount.known);
  if (stakes.length === 0) return missing({ reason: 'nothing-due' });
  const largest = (isDebt: boolean): number =>
    Math.max(0, ...stakes.filter(({ kind }) => OF_DEBT.has(kind) === isDebt).map(({ amount }) => stakeOf(amount)));
  return known((largest(true) + largest(false)) as Money);
}

function compareRows(a: AlertRow, b: AlertRow): number {
  const place = (row: AlertRow): number =>
    row.severity === 'notice' ? 2 : row.severity === 'bad' && row.client < 0 ? 0 : 1;
  return place(a) - place(b) || stakeOf(b.atRisk) - stakeOf(a.atRisk) || rankOf(a) - rankOf(b) || a.client - b.client;
}
