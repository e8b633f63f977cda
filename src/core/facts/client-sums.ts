import { moneyOf, quantityOf, type Money, type Quantity } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import { GroupSums } from '../model/sum';
import type { AnalysisWindow } from './analysis-window';
import { IN_PERIOD, IN_PREVIOUS } from './time-slots';
import type { GatheredTransactions } from './transaction-facts';
import { monthOf } from '../model/day';

/** Sums of the period by client, each rounded to fen once: what ranks, tiers and shares are computed on. */
export interface ClientSums {
  readonly net: readonly Money[];
  readonly returns: readonly Money[];
  readonly previousNet: readonly Money[];
  readonly quantity: readonly Outcome<Quantity>[];
  readonly profit: readonly Outcome<Money>[];
  readonly lines: Int32Array;
  readonly sales: Int32Array;
  /** The same over all clients, rounded once: not the sum of rounded sums. */
  readonly total: {
    readonly net: Money;
    readonly returns: Money;
    readonly previousNet: Money;
    readonly quantity: Outcome<Quantity>;
    readonly profit: Outcome<Money>;
    readonly lines: number;
  };
  /** Whether the data reach back to the beginning of the period before. */
  readonly hasPrevious: boolean;
}

/** Adds up the slots of the period and of the period before. */
export function sumClients(facts: GatheredTransactions, window: AnalysisWindow): ClientSums {
  const { clients, slots } = facts;
  const raw = {
    net: new GroupSums(clients + 1),
    returns: new GroupSums(clients + 1),
    previous: new GroupSums(clients + 1),
    quantity: new GroupSums(clients + 1),
    profit: new GroupSums(clients + 1),
  };
  const lines = new Int32Array(clients + 1);
  const sales = new Int32Array(clients + 1);
  const quantityRows = new Int32Array(clients + 1);
  const profitRows = new Int32Array(clients + 1);
  const all = clients;
  const bucketOf = Uint8Array.from(slots, ({ bucket }) => bucket);
  const { amounts, returnAmounts, quantities, profits } = facts;
  for (let client = 0; client < clients; client++) {
    for (let slot = 0; slot < bucketOf.length; slot++) {
      const cell = client * bucketOf.length + slot;
      if (facts.lines[cell] === 0) continue;
      if (bucketOf[slot] === IN_PREVIOUS) {
        raw.previous.add(client, amounts.at(cell));
        raw.previous.add(all, amounts.at(cell));
      }
      if (bucketOf[slot] !== IN_PERIOD) continue;
      raw.net.add(client, amounts.at(cell));
      raw.net.add(all, amounts.at(cell));
      raw.returns.add(client, returnAmounts.at(cell));
      raw.returns.add(all, returnAmounts.at(cell));
      lines[client]! += facts.lines[cell]!;
      sales[client]! += facts.sales[cell]!;
      if (quantities !== undefined) {
        raw.quantity.add(client, quantities.at(cell));
        raw.quantity.add(all, quantities.at(cell));
        quantityRows[client]! += facts.quantityRows[cell]!;
      }
      if (profits !== undefined) {
        raw.profit.add(client, profits.at(cell));
        raw.profit.add(all, profits.at(cell));
        profitRows[client]! += facts.profitRows[cell]!;
      }
    }
    lines[all]! += lines[client]!;
    quantityRows[all]! += quantityRows[client]!;
    profitRows[all]! += profitRows[client]!;
  }
  const quantityOfGroup = (group: number, isMixed: boolean): Outcome<Quantity> => {
    if (!facts.quantities) return missing({ reason: 'no-column', column: 'transactions.quantity' });
    if (quantityRows[group] === 0) return missing({ reason: 'no-rows' });
    return isMixed ? missing({ reason: 'mixed-units' }) : known(quantityOf(raw.quantity.at(group)));
  };
  const profitOfGroup = (group: number): Outcome<Money> => {
    if (!facts.profits) return missing({ reason: 'no-column', column: 'transactions.profit' });
    return profitRows[group] === 0 ? missing({ reason: 'no-rows' }) : known(moneyOf(raw.profit.at(group)));
  };
  const each = Array.from({ length: clients }, (_, client) => client);
  const active = each.filter((client) => lines[client]! > 0);
  return {
    net: each.map((client) => moneyOf(raw.net.at(client))),
    returns: each.map((client) => moneyOf(raw.returns.at(client))),
    previousNet: each.map((client) => moneyOf(raw.previous.at(client))),
    quantity: each.map((client) => quantityOfGroup(client, facts.units.isMixed(client))),
    profit: each.map(profitOfGroup),
    lines: lines.slice(0, clients),
    sales: sales.slice(0, clients),
    total: {
      net: moneyOf(raw.net.at(all)),
      returns: moneyOf(raw.returns.at(all)),
      previousNet: moneyOf(raw.previous.at(all)),
      quantity: quantityOfGroup(all, facts.units.areMixed(active)),
      profit: profitOfGroup(all),
      lines: lines[all]!,
    },
    hasPrevious: slots.length > 0 && slots[0]!.month <= monthOf(window.previous.from),
  };
}
