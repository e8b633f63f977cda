import type { Money } from '../model/money';
import type { TurnoverKind, TurnoverRow } from './turnover';

/** A step of the bridge, or one of its ends. */
export type BridgeStep =
  | 'before'
  | Exclude<TurnoverKind, 'same'>
  /** Totals are rounded once and clients each by themselves: what that makes. */
  | 'rounding'
  | 'now';

export interface BridgeRow {
  readonly step: BridgeStep;
  /** Of an end the total, of a step what it adds (negative: takes away). */
  readonly amount: Money;
  /** Clients of the step; of an end those with business. */
  readonly clients: number;
  /** What of the step came by more or fewer pieces, and by price; absent where quantities are not there for both. */
  readonly split?: BridgeSplit;
  /** The level before this step and after it: what a waterfall is drawn from. */
  readonly from: Money;
  readonly to: Money;
}

export interface BridgeSplit {
  readonly byQuantity: Money;
  readonly byPrice: Money;
  /** Change of the clients whose quantities are not known for both. */
  readonly unknown: Money;
  readonly knownClients: number;
}

const STEPS = ['new', 'cameBack', 'grown', 'shrunk', 'lost'] as const;

/**
 * The way from the net sales of then to those of now: clients that are new, came back, grew, shrank, were lost.
 *
 * Formula: before + Σ changes + rounding = now, to the fen. Of clients in both, with quantities in both: by quantity =
 * (quantity now − then) × price then, rounded to the fen, by price = the rest of the client's change; price = net amount ÷ quantity.
 * Unit: fen.   Source: issue "since when".
 * @example 100 pieces at 1.00, then 120 at 1.50 //=> grown +80.00: by quantity +20.00, by price +60.00
 */
export function bridgeSales(
  rows: readonly TurnoverRow[],
  totals: { readonly before: Money; readonly now: Money },
): readonly BridgeRow[] {
  let level: number = totals.before;
  const inBusiness = (pick: (row: TurnoverRow) => boolean): number => rows.filter(pick).length;
  const bridge: BridgeRow[] = [
    {
      step: 'before',
      amount: totals.before,
      clients: inBusiness(({ kind }) => kind !== 'new' && kind !== 'cameBack'),
      from: 0 as Money,
      to: totals.before,
    },
  ];
  const add = (step: BridgeStep, amount: number, clients: number, split?: BridgeSplit): void => {
    const from = level as Money;
    level += amount;
    bridge.push({ step, amount: amount as Money, clients, from, to: level as Money, ...(split && { split }) });
  };
  for (const step of STEPS) {
    const own = rows.filter(({ kind }) => kind === step);
    const isInBoth = step === 'grown' || step === 'shrunk';
    add(step, sumOf(own), own.length, isInBoth ? splitOf(own) : undefined);
  }
  if (level !== totals.now) add('rounding', totals.now - level, 0);
  bridge.push({
    step: 'now',
    amount: totals.now,
    clients: inBusiness(({ kind }) => kind !== 'lost'),
    from: 0 as Money,
    to: totals.now,
  });
  return bridge;
}

const sumOf = (rows: readonly TurnoverRow[]): number => rows.reduce((sum, { change }) => sum + change, 0);

function splitOf(rows: readonly TurnoverRow[]): BridgeSplit | undefined {
  let byQuantity = 0;
  let byPrice = 0;
  let unknown = 0;
  let knownClients = 0;
  for (const { before, change, quantityBefore, quantityNow } of rows) {
    const [was, is] = [quantityBefore ?? 0, quantityNow ?? 0];
    if (was <= 0 || is <= 0) {
      unknown += change;
      continue;
    }
    const volume = Math.round(((is - was) * before) / was);
    byQuantity += volume;
    byPrice += change - volume;
    knownClients++;
  }
  if (knownClients === 0) return undefined;
  return { byQuantity: byQuantity as Money, byPrice: byPrice as Money, unknown: unknown as Money, knownClients };
}
