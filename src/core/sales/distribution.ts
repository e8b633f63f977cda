import { byCodePoint } from '../model/by-code-point';
import { fill, verbatim, type Text } from '../../i18n/text';

import { countSellers, countSellersOfGroups, mergePlaces, type PlaceFacts } from '../facts/place-facts';
import { placesByClient } from '../facts/places-by-client';
import { RowGrouping } from '../facts/row-grouping';
import type { TransactionFacts } from '../facts/transaction-facts';
import { textAt } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { moneyOf, quantityOf, type Quantity, type Money } from '../model/money';
import { known, mapOutcome, missing, type Outcome } from '../model/outcome';
import { sumOf } from '../model/sum';
import type { Settings } from '../settings';
import { continentNamed, continentOfCountry, CONTINENTS, type Continent } from './continents';

/** 表一 and the same by other fields of the client. */
export interface Distribution {
  readonly byRegion: readonly DistributionRow[];
  /** Regions of the report's period, largest first. */
  readonly regionsOfPeriod: readonly PlaceFigures[];
  /** Countries of it, likewise. */
  readonly countriesOfPeriod: Outcome<readonly PlaceFigures[]>;
  readonly byIndustry: Outcome<readonly DistributionRow[]>;
  readonly byBusinessType: Outcome<readonly DistributionRow[]>;
  readonly byCountry: Outcome<readonly DistributionRow[]>;
  readonly byContinent: Outcome<readonly DistributionRow[]>;
}
export interface DistributionRow extends PlaceFigures {
  readonly year: number;
}

/** What was sold in one place, of a year or of the period. */
export interface PlaceFigures {
  /** '' where the field is empty: shown as 未填, never dropped. Continents: EU, AM, AS, AU, AF or a country's name. */
  readonly group: string;
  readonly label: Text;
  readonly clients: number;
  readonly quantity: Outcome<Quantity>;
  readonly netAmount: Money;
  /** Of the net amount of the year, or of the period. */
  readonly share: Outcome<number>;
}

const BLANK: Text = { zh: '未填', en: 'Not given' };
const UNKNOWN_PLACE: Text = { zh: '未填或未识别', en: 'Not given or not known' };

/**
 * 表一 客户分布状况: by year and region, and the same by industry, business type, country and continent.
 *
 * Counts: clients with at least one sale, quantity and net amount of all lines of the year up to as-of. Share: group /
 * sum of the groups of the year. A line's region or country is its own, else its client's; without either the line
 * stands under '' (未填), never dropped. A quantity in several units is missing. Source: features 000-T1, 003-7, 003-8.
 *
 * @example 2025: 华东 300, 华北 100 //=> shares 0.75 and 0.25
 */
export function distributeClients(dataset: Dataset, facts: TransactionFacts, settings: Settings): Distribution {
  const clients = tableOf(dataset, 'clients').columns;
  const plain = (group: string): Text => (group === '' ? BLANK : verbatim(group));
  const byClientText = (column: 'industry' | 'businessType'): Outcome<readonly DistributionRow[]> => {
    if (!clients[column]) return missing({ reason: 'no-column', column: `clients.${column}` });
    const grouping = new RowGrouping(undefined, clients[column], facts.clients);
    return known(rowsOf(placesByClient(facts, grouping.names, grouping.ofClient), facts, plain));
  };
  const regions = facts.byRegion ?? placesByClient(facts, facts.regions.names, facts.regions.ofClient);
  const hasCountry = facts.countries.isByRow || clients.country !== undefined;
  const countries = hasCountry
    ? known(facts.byCountry ?? placesByClient(facts, facts.countries.names, facts.countries.ofClient))
    : missing({ reason: 'no-column', column: 'clients.country' });
  return {
    byRegion: rowsOf(regions, facts, plain),
    regionsOfPeriod: placesOf(regions, facts.years.length, plain),
    countriesOfPeriod: mapOutcome(countries, (places) => placesOf(places, facts.years.length, plain)),
    byIndustry: byClientText('industry'),
    byBusinessType: byClientText('businessType'),
    byCountry: mapOutcome(countries, (places) => rowsOf(places, facts, plain)),
    byContinent:
      clients.continent && !hasCountry
        ? known(continentsOfClients(dataset, facts))
        : mapOutcome(countries, (places) => continentsOf(places, facts, settings)),
  };
}

function rowsOf(places: PlaceFacts, facts: TransactionFacts, label: (group: string) => Text): DistributionRow[] {
  return facts.years.flatMap((year, span) => placesOf(places, span, label).map((place) => ({ year, ...place })));
}

/** The groups of one span, largest first. */
function placesOf(places: PlaceFacts, span: number, label: (group: string) => Text): PlaceFigures[] {
  const sellers = countSellers(places);
  const cells = places.names
    .map((name, group) => ({ name, cell: group * places.spans + span }))
    .filter(({ cell }) => places.lines[cell]! > 0)
    .map(({ name, cell }) => ({ name, cell, netAmount: moneyOf(places.amounts.at(cell)) }));
  const total = cells.reduce((sum, { netAmount }) => sum + netAmount, 0);
  cells.sort((a, b) => b.netAmount - a.netAmount || byCodePoint(a.name, b.name));
  return cells.map(({ name, cell, netAmount }) => ({
    group: name,
    label: label(name),
    clients: sellers[cell]!,
    quantity: quantityIn(places, cell),
    netAmount,
    share: total > 0 ? known(netAmount / total) : missing({ reason: 'nothing-due' }),
  }));
}

function quantityIn(places: PlaceFacts, cell: number): Outcome<Quantity> {
  if (!places.quantities) return missing({ reason: 'no-column', column: 'transactions.quantity' });
  if (places.quantityRows[cell] === 0) return missing({ reason: 'no-rows' });
  if (places.units.isMixed(cell)) return missing({ reason: 'mixed-units' });
  return known(quantityOf(places.quantities.at(cell)));
}

/**
 * Countries joined to continents; a country with many clients or much of the amount (over all years) stands on its own,
 * its continent then holds the others.
 */
function continentsOf(countries: PlaceFacts, facts: TransactionFacts, settings: Settings): DistributionRow[] {
  const clients = countSellersOfGroups(countries);
  const amounts = countries.names.map((_, group) =>
    sumOf(facts.years.map((_year, at) => countries.amounts.at(group * countries.spans + at))),
  );
  const total = sumOf(amounts);
  const isBig = (group: number): boolean =>
    group > 0 &&
    (clients[group]! >= settings['geography.countryMinClients'] ||
      (total > 0 && amounts[group]! >= settings['geography.countryMinShare'] * total));
  const names: string[] = [''];
  const groupOf = countries.names.map((country, group) => {
    const name = isBig(group) ? country : (continentOfCountry(country) ?? '');
    const at = names.indexOf(name);
    return at >= 0 ? at : names.push(name) - 1;
  });
  const merged = mergePlaces(countries, names, groupOf);
  const parted = new Set(countries.names.filter((_, group) => isBig(group)).map(continentOfCountry));
  return rowsOf(merged, facts, (group) => placeLabel(group, parted));
}

function continentsOfClients(dataset: Dataset, facts: TransactionFacts): DistributionRow[] {
  const column = tableOf(dataset, 'clients').columns.continent;
  const names = ['', ...Object.keys(CONTINENTS)];
  const groupOf = Int32Array.from({ length: facts.clients }, (_, client) =>
    Math.max(0, names.indexOf(continentNamed(textAt(column, client)) ?? '')),
  );
  return rowsOf(placesByClient(facts, names, groupOf), facts, (group) => placeLabel(group, new Set()));
}

function placeLabel(group: string, parted: ReadonlySet<Continent | undefined>): Text {
  if (group === '') return UNKNOWN_PLACE;
  if (!(group in CONTINENTS)) return verbatim(group);
  const continent = group as Continent;
  const words = fill({ zh: '{code} {name}', en: '{code} {name}' }, { code: continent, name: CONTINENTS[continent] });
  if (!parted.has(continent)) return words;
  return fill({ zh: '{words}（其他国家）', en: '{words} (other countries)' }, { words });
}
