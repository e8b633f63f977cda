import type { Settings } from '../settings';
import { ALERT_LABELS, type Alert, type AlertKind, type AlertRow, type AlertSeverity } from './alert';
import type { AlertInputs } from './alert-inputs';
import { gatherAlertRows } from './alert-rows';
import { alertsOfBook } from './alerts-of-book';
import { alertsOfClient } from './alerts-of-client';

/** How many alerts of a kind there are, by severity. */
export interface AlertCount extends Readonly<Record<AlertSeverity, number>> {
  readonly kind: AlertKind;
}

export interface AlertFigures {
  /** In the order of `rows`. */
  readonly list: readonly Alert[];
  /** One a client, most money at risk first; what is of the whole book, one a kind. */
  readonly rows: readonly AlertRow[];
  /** Kinds that there are, in the order of `ALERT_LABELS`. */
  readonly kinds: readonly AlertCount[];
  readonly bySeverity: Readonly<Record<AlertSeverity, number>>;
}

/**
 * What needs a look, one row a client, most money at risk first.
 *
 * Kinds: order overdue against the client's own rhythm; a clear drop of 30 % or more; a new client without a second order after
 * 60 days; credit limit exceeded; money overdue for more than 30 days; open complaint of a key client; concentration above its
 * limits; complaints or an indicator that jumped in the last month; client file due; important days ahead.
 * A key client's trouble is one step louder. Files without a day of update are one alert together.
 * Source: 001-3, 000-P10, 001-35, 003-18, 001-38.
 * @example key client, order overdue //=> bad
 */
export function raiseAlerts(inputs: AlertInputs, settings: Settings): AlertFigures {
  const alerts = inputs.figures.flatMap(({ client }) => alertsOfClient(inputs, client, settings));
  alerts.push(...alertsOfBook(inputs, settings));
  const rows = gatherAlertRows(alerts);
  const list = rows.flatMap((row) => row.alerts);
  const kinds = (Object.keys(ALERT_LABELS) as AlertKind[])
    .map((kind) => ({ kind, own: list.filter((alert) => alert.kind === kind) }))
    .filter(({ own }) => own.length > 0)
    .map(({ kind, own }) => ({ kind, ...countBySeverity(own) }));
  return { list, rows, kinds, bySeverity: countBySeverity(list) };
}

function countBySeverity(own: readonly Alert[]): Readonly<Record<AlertSeverity, number>> {
  const counts = { bad: 0, watch: 0, notice: 0 };
  for (const { severity } of own) counts[severity]++;
  return counts;
}
