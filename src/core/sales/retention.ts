import { missing, known, type Outcome } from '../model/outcome';
import { ratioOf, type Ratio } from '../model/ratio';
import type { TransactionFacts } from '../facts/transaction-facts';
import { IN_PERIOD, IN_PREVIOUS } from '../facts/time-slots';
import type { AnalysisWindow } from '../facts/analysis-window';

export interface Retention {
  readonly activeBefore: number;
  readonly kept: number;
  readonly newClients: number;
  readonly lost: number;
  readonly reactivated: number;
  /** kept / active before */
  readonly rate: Ratio;
  readonly lostClients: readonly number[];
  readonly newClientList: readonly number[];
  readonly reactivatedClients: readonly number[];
}

/**
 * Which clients stayed (保有率).
 *
 * Formula: clients with a sale in both periods / clients with a sale in the period before. New: first sale ever in the
 * period. Reactivated: a sale in the period, none in the one before, some earlier. Lost: a sale in the period before,
 * none in the period. Returns are not sales. Missing where the data do not reach back before the period.
 *
 * Source: features 001-1. @example before {A, B, C}, now {B, C, D} //=> 2 / 3, new D, lost A
 */
export function measureRetention(facts: TransactionFacts, window: AnalysisWindow): Outcome<Retention> {
  const slots = facts.slots.length;
  const sold = (client: number, bucket: number): boolean =>
    facts.slots.some((slot, at) => slot.bucket === bucket && facts.sales[client * slots + at]! > 0);
  const lostClients: number[] = [];
  const newClientList: number[] = [];
  const reactivatedClients: number[] = [];
  let activeBefore = 0;
  let kept = 0;
  for (let client = 0; client < facts.clients; client++) {
    const now = sold(client, IN_PERIOD);
    const before = sold(client, IN_PREVIOUS);
    if (before) activeBefore++;
    if (before && now) kept++;
    else if (before) lostClients.push(client);
    else if (now && facts.firstSale[client]! >= window.period.from) newClientList.push(client);
    else if (now) reactivatedClients.push(client);
  }
  if (activeBefore === 0) return missing({ reason: 'no-period-before' });
  return known({
    activeBefore,
    kept,
    newClients: newClientList.length,
    lost: lostClients.length,
    reactivated: reactivatedClients.length,
    rate: ratioOf(kept, activeBefore, activeBefore, 0),
    lostClients,
    newClientList,
    reactivatedClients,
  });
}
