import type { Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import { sumOf } from '../model/sum';
import type { Settings } from '../settings';

export interface Concentration {
  readonly cr1: number;
  readonly cr5: number;
  readonly hhi: number;
  readonly effectiveClients: number;
  readonly gini: number;
  /** Clients with a positive net amount. */
  readonly clients: number;
  /** Above the notice limits of the settings. */
  readonly isCr1High: boolean;
  readonly isCr5High: boolean;
}

const TOP = 5;

/**
 * How much hangs on few clients.
 *
 * Formulas, over clients with positive net amount: CR1, CR5 = share of the largest and of the five largest;
 * HHI = Σ share² (0–1); effective number of clients = 1 / HHI; Gini = Σ(2i − n − 1)·xᵢ / (n·Σx), x ascending, i from 1.
 * Missing where no client has a positive net amount. Source: definitions §3.3, features 003-18.
 *
 * @example amounts 50, 30, 20 //=> CR1 0.5, HHI 0.38, Gini 0.2
 */
export function measureConcentration(amounts: readonly Money[], settings: Settings): Outcome<Concentration> {
  const sorted = amounts.filter((amount) => amount > 0).sort((a, b) => a - b);
  const n = sorted.length;
  const total = sorted.reduce<number>((sum, amount) => sum + amount, 0);
  if (n === 0) return missing({ reason: 'no-rows' });
  const cr1 = sorted[n - 1]! / total;
  const cr5 = sorted.slice(-TOP).reduce<number>((sum, amount) => sum + amount, 0) / total;
  const hhi = sumOf(sorted.map((amount) => (amount / total) ** 2));
  const weighted = sumOf(sorted.map((amount, index) => (2 * (index + 1) - n - 1) * (amount / total)));
  return known({
    cr1,
    cr5,
    hhi,
    effectiveClients: 1 / hhi,
    gini: weighted / n,
    clients: n,
    isCr1High: cr1 > settings['concentration.cr1'],
    isCr5High: cr5 > settings['concentration.cr5'],
  });
}
