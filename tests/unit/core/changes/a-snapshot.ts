import type { ClientStand, Snapshot } from '../../../../src/core/changes/snapshot';
import type { Money, Quantity } from '../../../../src/core/model/money';

/** A client of a snapshot: net sales in units, orders; quantity in pieces where given. */
export function aStand(code: string, net: number, orders = 1, quantity?: number): ClientStand {
  return {
    code,
    name: `${code}公司`,
    marks: {},
    netAmount: Math.round(net * 100) as Money,
    orders,
    ...(quantity !== undefined && { quantity: Math.round(quantity * 1000) as Quantity }),
  };
}

/** A snapshot of twelve months up to a day. */
export function aSnapshot(number: number, asOf: string, changes: Partial<Snapshot> = {}): Snapshot {
  const year = Number(asOf.slice(0, 4));
  const clients = changes.clients ?? [];
  return {
    number,
    asOf,
    from: `${year - 1}${asOf.slice(4)}`,
    to: asOf,
    time: '',
    responsible: '',
    version: '1',
    settingsHash: 's',
    dataHash: 'd',
    settings: '',
    totals: {
      netAmount: clients.reduce((sum, { netAmount }) => sum + netAmount, 0) as Money,
      orders: 0,
      activeClients: clients.length,
      tiers: [0, 0, 0],
    },
    clients,
    indicators: [],
    ...changes,
  };
}
