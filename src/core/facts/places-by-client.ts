import { emptyPlaces, type PlaceFacts } from './place-facts';
import { IN_PERIOD } from './time-slots';
import type { TransactionFacts } from './transaction-facts';

/** The same sums where the group is the client's: from what is known by client, without going over the rows again. */
export function placesByClient(facts: TransactionFacts, names: readonly string[], groupOf: Int32Array): PlaceFacts {
  const slots = facts.slots.length;
  const period = facts.years.length;
  const places = emptyPlaces(names, period + 1, facts.quantities !== undefined);
  const yearOf = facts.slots.map(({ year }) => facts.years.indexOf(year));
  const isPeriod = facts.slots.map(({ bucket }) => bucket === IN_PERIOD);
  /** In which spans the client at hand had a sale: each is told to the index once. */
  const hasSale = new Uint8Array(places.spans);
  const add = (first: number, span: number, client: number, from: number): void => {
    const cell = first + span;
    places.amounts.add(cell, facts.amounts.at(from));
    places.lines[cell]! += facts.lines[from]!;
    if (facts.quantities && facts.quantityRows[from]! > 0) {
      places.quantities!.add(cell, facts.quantities.at(from));
      places.quantityRows[cell]! += facts.quantityRows[from]!;
      places.units.mark(cell, facts.units.unitOf(client));
    }
    if (facts.sales[from]! > 0) hasSale[span] = 1;
  };
  for (let client = 0; client < facts.clients; client++) {
    const first = groupOf[client]! * places.spans;
    for (let slot = 0; slot < slots; slot++) {
      const from = client * slots + slot;
      if (facts.lines[from] === 0) continue;
      add(first, yearOf[slot]!, client, from);
      if (isPeriod[slot]) add(first, period, client, from);
    }
    for (let span = 0; span < hasSale.length; span++) if (hasSale[span] === 1) places.sellers.of(first + span, client);
    hasSale.fill(0);
  }
  return places;
}
