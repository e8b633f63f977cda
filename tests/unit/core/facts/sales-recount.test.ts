import { gatherTransactions, type GatheredTransactions } from '../../../../src/core/facts/transaction-facts';
import { groupNames, RowGrouping } from '../../../../src/core/facts/row-grouping';
import { countSellers, type PlaceFacts } from '../../../../src/core/facts/place-facts';
import { IN_PERIOD, IN_PREVIOUS } from '../../../../src/core/facts/time-slots';
import { NO_DAY } from '../../../../src/core/model/day';
import { tableOf, type Dataset } from '../../../../src/core/model/dataset';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day } from '../../../support/dataset-builder';
import {
  dayNumber,
  dayOf,
  isReturn,
  isUsable,
  orderOf,
  plainSales,
  sideOf,
  slotOf,
  SPANS,
  type Kind,
  type Sale,
} from './plain-sales';
import { sumsOf } from './sums-of-lines';

const WINDOW = {
  ...{ asOf: day('2026-06-17'), last: day('2026-06-17'), firstDay: day('2024-03-01') },
  period: { from: day(SPANS.period[0]), to: day(SPANS.period[1]) },
  previous: { from: day(SPANS.previous[0]), to: day(SPANS.previous[1]) },
};
const CLIENTS = ['A', 'B', 'C', 'D'];
const KINDS: readonly Kind[] = [
  { name: 'with order numbers', hasNumbers: true, hasFlags: true, hasDocuments: false },
  { name: 'with order and document numbers', hasNumbers: true, hasFlags: false, hasDocuments: true },
  { name: 'with documents', hasNumbers: false, hasFlags: true, hasDocuments: true },
  { name: 'without numbers', hasNumbers: false, hasFlags: true, hasDocuments: false },
];

function datasetOf(sales: readonly Sale[]): Dataset {
  // Each client stands on its sheet; a row of a client alone has neither region nor rep.
  const clients = CLIENTS.map((code, at) => ({ code, region: at === 0 ? '华北' : '', rep: at === 1 ? '王芳' : '' }));
  return aDataset().withClients(clients).withTransactions(sales).build();
}
function factsOf(sales: readonly Sale[]): GatheredTransactions {
  const dataset = datasetOf(sales);
  const { columns } = tableOf(dataset, 'transactions');
  const clients = tableOf(dataset, 'clients').columns;
  const grouping = (row: typeof columns.region, own: typeof columns.region) =>
    new RowGrouping(row, own, CLIENTS.length, groupNames([row, own]));
  return gatherTransactions(dataset, WINDOW, settingsWith({}), {
    regions: grouping(columns.region, clients.region),
    reps: grouping(columns.rep, clients.rep),
  });
}
const regionOf = ({ region = '', client }: Sale): string => (region !== '' ? region : client === 'A' ? '华北' : '');
const repOf = ({ rep = '', client }: Sale): string => (rep !== '' ? rep : client === 'B' ? '王芳' : '');
const cents = (amount: number): number => Math.round(amount * 100);

type Sums = Record<string, number>;
const add = (sums: Sums, key: string, n: number): void => void (sums[key] = (sums[key] ?? 0) + n);
const withoutNothing = (sums: Sums): Sums => Object.fromEntries(Object.entries(sums).filter(([, n]) => n !== 0));

/** What the facts say, by client and month: as `amount A 2026-01 period`. */
function said(facts: GatheredTransactions): Sums {
  const sums: Sums = {};
  CLIENTS.forEach((client, c) =>
    facts.slots.forEach(({ month, bucket }, s) => {
      const cell = c * facts.slots.length + s;
      const side = bucket === IN_PERIOD ? 'period' : bucket === IN_PREVIOUS ? 'previous' : 'before';
      const key = `${client} ${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')} ${side}`;
      add(sums, `amount ${key}`, cents(facts.amounts.at(cell)));
      add(sums, `returned ${key}`, cents(facts.returnAmounts.at(cell)));
      add(sums, `quantity ${key}`, facts.quantities!.at(cell));
      add(sums, `profit ${key}`, cents(facts.profits!.at(cell)));
      add(sums, `lines ${key}`, facts.lines[cell]!);
      add(sums, `sales ${key}`, facts.sales[cell]!);
      add(sums, `with quantity ${key}`, facts.quantityRows[cell]!);
      add(sums, `with profit ${key}`, facts.profitRows[cell]!);
    }),
  );
  CLIENTS.forEach((client, c) => {
    add(sums, `orders of ${client}`, facts.clientOrders[c]!);
    if (facts.firstSale[c] !== NO_DAY) add(sums, `first sale of ${client}`, facts.firstSale[c]!);
    if (facts.lastSale[c] !== NO_DAY) add(sums, `last sale of ${client}`, facts.lastSale[c]!);
    if (facts.units.isMixed(c)) add(sums, `mixed units of ${client}`, 1);
  });
  facts.regions.names.forEach((name, at) => add(sums, `orders in ${name}`, facts.regionOrders[at]!));
  facts.reps.names.forEach((name, at) => add(sums, `orders by ${name}`, facts.repOrders[at]!));
  for (const [month, n] of facts.monthOrders) add(sums, `orders in month ${month}`, n);
  for (const [year, n] of facts.yearOrders) add(sums, `orders in year ${year}`, n);
  for (const [place, of] of [['region', facts.byRegion], ['country', facts.byCountry]] as const) addPlaces(sums, facts, place, of!); // prettier-ignore
  const { tally } = facts;
  const orders = facts.orders();
  for (let order = 0; order < orders.rows; order++) {
    const times = orders.counts?.[order] ?? 1;
    add(sums, `all orders of ${CLIENTS[orders.client[order]!]}`, times);
    add(sums, `all orders in ${facts.regions.names[orders.region[order]!]}`, times);
    add(sums, `all orders by ${facts.reps.names[orders.rep[order]!]}`, times);
    if (orders.returned[order] === 1) add(sums, 'orders that came back', times);
  }
  for (const name of ['used', 'outOfPeriod', 'cancelled', 'unusable'] as const) {
    add(
      sums,
      `rows ${name}`,
      tally[name].reduce((all, n) => all + n, 0),
    );
    add(sums, `amount ${name}`, cents(tally[`${name}Amounts`].at(1)));
  }
  return withoutNothing(sums);
}
function addPlaces(sums: Sums, { years }: GatheredTransactions, place: string, of: PlaceFacts): void {
  const sellers = countSellers(of);
  of.names.forEach((name, group) =>
    [...years.map(String), 'period'].forEach((span, at) => {
      const cell = group * of.spans + at;
      add(sums, `${place} ${name} ${span} amount`, cents(of.amounts.at(cell)));
      add(sums, `${place} ${name} ${span} lines`, of.lines[cell]!);
      add(sums, `${place} ${name} ${span} quantity`, of.quantities!.at(cell));
      add(sums, `${place} ${name} ${span} with quantity`, of.quantityRows[cell]!);
      add(sums, `${place} ${name} ${span} sellers`, sellers[cell]!);
      if (of.units.isMixed(cell)) add(sums, `${place} ${name} ${span} mixed`, 1);
    }),
  );
}

/** The same once more, from the lines as they are written. */
function recounted(sales: readonly Sale[]): Sums {
  const sums: Sums = {};
  const units = new Map<string, Set<string>>();
  const sellers = new Map<string, Set<string>>();
  const into = (sets: Map<string, Set<string>>, key: string, one: string): void =>
    void sets.set(key, (sets.get(key) ?? new Set()).add(one));
  const orders = new Map<string, Sale[]>();
  const back = new Set<string>();
  for (const sale of sales) {
    const { client = '', amount = 0, quantity, profit, unit = '' } = sale;
    const account = !isUsable(sale)
      ? 'unusable'
      : sale.cancelled
        ? 'cancelled'
        : sideOf(dayOf(sale)) === 'period'
          ? 'used'
          : 'outOfPeriod';
    add(sums, `rows ${account}`, 1);
    add(sums, `amount ${account}`, cents(amount));
    if (account === 'unusable' || account === 'cancelled' || sideOf(dayOf(sale)) === undefined) continue;
    const key = `${client} ${slotOf(dayOf(sale))}`;
    add(sums, `amount ${key}`, cents(amount));
    add(sums, `lines ${key}`, 1);
    if (isReturn(sale)) add(sums, `returned ${key}`, cents(amount));
    else add(sums, `sales ${key}`, 1);
    if (quantity !== undefined) {
      add(sums, `quantity ${key}`, quantity);
      add(sums, `with quantity ${key}`, 1);
      if (unit !== '') into(units, `mixed units of ${client}`, unit);
    }
    if (profit !== undefined) {
      add(sums, `profit ${key}`, cents(profit));
      add(sums, `with profit ${key}`, 1);
    }
    for (const [place, name] of [['region', regionOf(sale)], ['country', sale.country ?? '']] as const)
      for (const span of [dayOf(sale).slice(0, 4), ...(account === 'used' ? ['period'] : [])]) {
        const at = `${place} ${name} ${span}`;
        add(sums, `${at} amount`, cents(amount));
        add(sums, `${at} lines`, 1);
        if (quantity !== undefined) {
          add(sums, `${at} quantity`, quantity);
          add(sums, `${at} with quantity`, 1);
          if (unit !== '') into(units, `${at} mixed`, unit);
        }
        if (!isReturn(sale)) into(sellers, `${at} sellers`, client);
      } // prettier-ignore
    // A return marks the order whose number it has; of a book without any number it marks none.
    const isNumbered = sales.some(({ orderNo, documentNo }) => orderNo !== undefined || documentNo !== undefined);
    if ((isReturn(sale) && isNumbered) || (!isReturn(sale) && sale.returned)) back.add(orderOf(sale));
    if (!isReturn(sale)) orders.set(orderOf(sale), [...(orders.get(orderOf(sale)) ?? []), sale]);
  }
  for (const [key, own] of units) if (own.size > 1) sums[key] = 1;
  for (const [key, own] of sellers) sums[key] = own.size;
  addOrders(sums, orders, back);
  return withoutNothing(sums);
}
/** Of several regions or reps an order has the first by name; it is of each month and year in which it has a sale. */
function addOrders(sums: Sums, orders: ReadonlyMap<string, readonly Sale[]>, back: ReadonlySet<string>): void {
  const firstOf = (names: readonly string[]): string => [...names].sort()[0]!;
  for (const [order, lines] of orders) {
    const client = String(lines[0]!.client);
    const [region, rep] = [firstOf(lines.map(regionOf)), firstOf(lines.map(repOf))];
    const ofPeriod = lines.filter((line) => sideOf(dayOf(line)) === 'period');
    for (const all of ofPeriod.length > 0 ? ['all orders', 'orders'] : ['all orders']) {
      add(sums, `${all} of ${client}`, 1);
      add(sums, `${all} in ${region}`, 1);
      add(sums, `${all} by ${rep}`, 1);
    }
    const monthOf = (line: Sale): number => Number(dayOf(line).slice(0, 4)) * 12 + Number(dayOf(line).slice(5, 7)) - 1;
    for (const month of new Set(ofPeriod.map(monthOf))) add(sums, `orders in month ${month}`, 1);
    for (const year of new Set(lines.map((line) => dayOf(line).slice(0, 4)))) add(sums, `orders in year ${year}`, 1);
    if (back.has(order)) add(sums, 'orders that came back', 1);
  }
  for (const client of CLIENTS) {
    const days = [...orders.values()].flat().filter((line) => line.client === client).map((line) => dayNumber(dayOf(line))); // prettier-ignore
    if (days.length === 0) continue;
    sums[`first sale of ${client}`] = Math.min(...days);
    sums[`last sale of ${client}`] = Math.max(...days);
  }
}

describe.each(KINDS)('sales $name', (kind) => {
  const seeds = Array.from({ length: 6 }, (_, at) => at + 1);

  it.each(seeds)('are what their lines add up to (book %d)', (seed) => {
    const sales = plainSales(seed, kind);
    expect(said(factsOf(sales))).toEqual(recounted(sales));
  });

  it.each(seeds)('are the same where rows stand for several lines (book %d)', (seed) => {
    const sales = plainSales(seed, kind).filter(isUsable);
    expect(said(factsOf(sumsOf(sales)))).toEqual(recounted(sales));
  });
});
