import type { Analysis } from '../analysis';
import { byCodePoint } from '../model/by-code-point';
import type { Day } from '../model/day';
import { keyNameOf } from './obligations';

/**
 * Place of each client where priorities are equal: money at risk, amount, days since the last contact, code.
 *
 * `value`: by amount alone. A visit is for the client that buys most; who is at risk has been called about it.
 */
export function rankClients(
  analysis: Analysis,
  lastContact: (client: number) => Day | undefined,
  by: 'risk' | 'value' = 'risk',
): Int32Array {
  const order = analysis.clients.map(({ client }) => client);
  const last = order.map((client) => lastContact(client) ?? -Infinity);
  const atRisk = by === 'risk' ? moneyAtRisk(analysis) : new Map<number, number>();
  const amount = order.map((client) => analysis.clients[client]!.netAmount);
  const code = order.map((client) => keyNameOf(analysis, client));
  order.sort(
    (a, b) =>
      (atRisk.get(b) ?? 0) - (atRisk.get(a) ?? 0) ||
      amount[b]! - amount[a]! ||
      // Of two who were never contacted it is no number, and the code decides.
      last[a]! - last[b]! ||
      byCodePoint(code[a]!, code[b]!),
  );
  const ranks = new Int32Array(order.length);
  order.forEach((client, rank) => (ranks[client] = rank));
  return ranks;
}

function moneyAtRisk({ alerts }: Analysis): ReadonlyMap<number, number> {
  if (!alerts.known) return new Map();
  return new Map(alerts.value.rows.flatMap(({ client, atRisk }) => (atRisk.known ? [[client, atRisk.value]] : [])));
}
