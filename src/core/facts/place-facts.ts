import { GroupSums } from '../model/sum';
import { PairIndex } from './pair-index';
import { UnitMarks } from './unit-marks';

/** Sums by named group (region, country, industry) and span; a cell is `group * spans + span`: every year of the data, then the period. */
export interface PlaceFacts {
  readonly names: readonly string[];
  readonly spans: number;
  /** Net amounts as the lines have them, not yet rounded. */
  readonly amounts: GroupSums;
  readonly quantities: GroupSums | undefined;
  readonly quantityRows: Int32Array;
  readonly units: UnitMarks;
  /** Lines of the cell; 0 says that there is nothing to show. */
  readonly lines: Int32Array;
  /** Which clients had a sale in which cell: `cell`, `client`. */
  readonly sellers: PairIndex;
}

/** Empty sums for so many groups and spans. */
export function emptyPlaces(names: readonly string[], spans: number, hasQuantities: boolean): PlaceFacts {
  const cells = names.length * spans;
  return {
    names,
    spans,
    amounts: new GroupSums(cells),
    quantities: hasQuantities ? new GroupSums(cells) : undefined,
    quantityRows: new Int32Array(cells),
    units: new UnitMarks(cells),
    lines: new Int32Array(cells),
    sellers: new PairIndex(1024),
  };
}

/** Adds one row, which stands for so many lines, to a group and span. */
export function addToPlace(
  places: PlaceFacts,
  cell: number,
  client: number,
  amount: number,
  quantity: number,
  unit: number,
  isSale: boolean,
  lines = 1,
): void {
  places.amounts.add(cell, amount);
  places.lines[cell]! += lines;
  if (quantity === quantity && places.quantities !== undefined) {
    places.quantities.add(cell, quantity);
    places.quantityRows[cell]! += lines;
    places.units.mark(cell, unit);
  }
  if (isSale) places.sellers.of(cell, client);
}

/** Joins groups: countries to continents. A client that bought in two of them counts once. */
export function mergePlaces(places: PlaceFacts, names: readonly string[], groupOf: readonly number[]): PlaceFacts {
  const merged = emptyPlaces(names, places.spans, places.quantities !== undefined);
  const cellOf = (cell: number): number =>
    groupOf[Math.floor(cell / places.spans)]! * places.spans + (cell % places.spans);
  places.lines.forEach((lines, cell) => {
    if (lines === 0) return;
    const target = cellOf(cell);
    merged.amounts.add(target, places.amounts.at(cell));
    merged.lines[target]! += lines;
    if (places.quantities && places.quantityRows[cell]! > 0) {
      merged.quantities!.add(target, places.quantities.at(cell));
      merged.quantityRows[target]! += places.quantityRows[cell]!;
      merged.units.mark(target, places.units.unitOf(cell));
    }
  });
  for (let at = 0; at < places.sellers.size; at++) {
    merged.sellers.of(cellOf(places.sellers.firstOf(at)), places.sellers.secondOf(at));
  }
  return merged;
}

/** Clients with a sale, by cell. */
export function countSellers(places: PlaceFacts): Int32Array {
  const counts = new Int32Array(places.lines.length);
  for (let at = 0; at < places.sellers.size; at++) counts[places.sellers.firstOf(at)]!++;
  return counts;
}

/** Clients with a sale at any time, by group. */
export function countSellersOfGroups(places: PlaceFacts): Int32Array {
  const counts = new Int32Array(places.names.length);
  const seen = new PairIndex(1024);
  for (let at = 0; at < places.sellers.size; at++) {
    const before = seen.size;
    const group = Math.floor(places.sellers.firstOf(at) / places.spans);
    if (seen.of(group, places.sellers.secondOf(at)) === before) counts[group]!++;
  }
  return counts;
}
