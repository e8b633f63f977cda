import { NO_CLIENT, NO_FLAG, NO_TEXT, type ColumnsOf } from '../model/columns';
import { inFewBytes, type Counts } from '../model/counts';
import { tableOf, type Dataset } from '../model/dataset';
import { NO_DAY } from '../model/day';
import { GroupSums, type Sums } from '../model/sum';
import type { TRANSACTION_COLUMNS } from '../model/tables';
import type { Settings } from '../settings';
import type { AnalysisWindow } from './analysis-window';
import { countBits, LineGroups, SumsDoNotFit } from './line-groups';
import { OrderIndex, type OrderBasis } from './order-index';
import { PairIndex } from './pair-index';
import { addToPlace, emptyPlaces, type PlaceFacts } from './place-facts';
import { RowGrouping } from './row-grouping';
import { readReturnNotes, type ReturnNotes } from './return-notes';
import { RowTally } from './row-tally';
import { IN_PERIOD, IN_PREVIOUS, TimeSlots, type TimeSlot } from './time-slots';
import { UnitMarks } from './unit-marks';

/** One order with at least one sale line: the rows that order indicators count. */
export interface SalesOrders {
  readonly rows: number;
  readonly client: Int32Array;
  readonly day: Int32Array;
  readonly region: Int32Array;
  readonly rep: Int32Array;
  /** 1 where a line, a status word or a returns sheet says that the order, or part of it, came back. */
  readonly returned: Uint8Array;
  /** How many orders a row stands for; absent: each is one. */
  readonly counts?: Int32Array;
}

/** Lines one by one, for figures by line. */
export interface SalesLineRows {
  readonly rows: number;
  readonly client: Int32Array;
  /** −1 where the line does not count. */
  readonly slot: Int16Array;
  /** The order of a line that is a sale and counts, as the orders are numbered; else −1. */
  readonly order: Int32Array;
  /** Signed: negative on returns. */
  readonly amountAt: (row: number) => number;
  readonly isReturnAt: (row: number) => boolean;
  /** How many lines a row stands for. */
  readonly linesAt: (row: number) => number;
}

/** All that the figures need of the transactions, from one pass over the rows. */
export interface TransactionFacts {
  readonly clients: number;
  readonly hasAmounts: boolean;
  readonly slots: readonly TimeSlot[];
  readonly years: readonly number[];
  /** Net amount by client and slot: index `client * slots + slot`. Raw sums, not yet rounded. */
  readonly amounts: Sums;
  readonly quantities: Sums | undefined;
  /** Lines by client and slot, and how many of them are sales, have a quantity. */
  readonly lines: Counts;
  readonly sales: Counts;
  readonly quantityRows: Counts;
  readonly hasProfits: boolean;
  /** By client: the units its quantities are in. */
  readonly units: UnitMarks;
  /** By client, first and last day of a sale, `NO_DAY` where there is none. */
  readonly firstSale: Int32Array;
  readonly lastSale: Int32Array;
  readonly orderBasis: OrderBasis;
  /** By client, orders with a sale in the period. */
  readonly clientOrders: Int32Array;
  /** The same by group index of `regions` and `reps`. */
  readonly regionOrders: Int32Array;
  readonly repOrders: Int32Array;
  /** Orders with a sale in the period before. */
  readonly previousOrders: number;
  readonly monthOrders: ReadonlyMap<number, number>;
  readonly yearOrders: ReadonlyMap<number, number>;
  /** Worked out anew at each call: only one indicator counts them. */
  readonly orders: () => SalesOrders;
  readonly regions: RowGrouping;
  readonly reps: RowGrouping;
  /** Present only where rows carry the text themselves. */
  readonly countries: RowGrouping;
  readonly byRegion: PlaceFacts | undefined;
  readonly byCountry: PlaceFacts | undefined;
  /** By client, the region and rep of its latest rows, where the client sheet says nothing: group index. */
  readonly lastRegion: Int32Array;
  readonly lastRep: Int32Array;
  /** The lines one by one: transaction rows first, then the rows of a returns sheet that has amounts. */
  readonly lineRows: SalesLineRows;
  readonly tally: RowTally;
  /** Of the returns sheet. */
  readonly returnTally: RowTally;
}

/** With what the pass gathers for the sums of the period alone. */
export interface GatheredTransactions extends TransactionFacts {
  readonly amounts: GroupSums;
  readonly quantities: GroupSums | undefined;
  readonly lines: Int32Array;
  readonly sales: Int32Array;
  readonly quantityRows: Int32Array;
  /** The part of the amounts on return lines (negative or zero), by client and slot. */
  readonly returnAmounts: GroupSums;
  readonly profits: GroupSums | undefined;
  /** Lines with a profit, by client and slot. */
  readonly profitRows: Int32Array;
}

/** What is kept once the period has been summed up: of 20,000 clients over three years a third of the room. */
export function settleTransactions(gathered: GatheredTransactions): TransactionFacts {
  const { returnAmounts, profits, profitRows, ...facts } = gathered;
  return {
    ...facts,
    amounts: gathered.amounts.settled(),
    quantities: gathered.quantities?.settled(),
    lines: inFewBytes(gathered.lines),
    sales: inFewBytes(gathered.sales),
    quantityRows: inFewBytes(gathered.quantityRows),
  };
}

/**
 * One pass over the transaction rows.
 *
 * Counts: rows with client, day and amount, up to the last day that counts. Leaves out: cancelled rows (counted, with
 * their amount), rows without client, day or amount (counted as not usable). A return counts on its own day, or with
 * `returns.period` = ofSale on the first sale day of its order. Rows of a returns sheet that has amounts are return lines
 * too; a row of it without a client is its order's, one without a day counts on the day of the sale.
 */
export function gatherTransactions(
  dataset: Dataset,
  window: AnalysisWindow,
  settings: Pick<Settings, 'returns.period'>,
  groupings: { readonly regions: RowGrouping; readonly reps: RowGrouping },
): GatheredTransactions {
  const table = tableOf(dataset, 'transactions');
  const { columns, rows, origin } = table;
  const clientTable = tableOf(dataset, 'clients');
  const clients = clientTable.rows;
  const { client: clientOf, day: dayOf, amount: amountOf, cancelled } = columns;
  const hasAmounts = amountOf !== undefined;
  const groups = LineGroups.of(columns);
  const firstDays = groups?.firstDays;
  const timeline = new TimeSlots([dayOf, firstDays, tableOf(dataset, 'returns').columns.day], window);
  const slots = timeline.slots.length;
  const cells = clients * slots;
  const years = [...new Set(timeline.slots.map(({ year }) => year))].sort((a, b) => a - b);
  const yearOfSlot = Int32Array.from(timeline.slots, ({ year }) => years.indexOf(year));
  const isPeriodSlot = Uint8Array.from(timeline.slots, ({ bucket }) => (bucket === IN_PERIOD ? 1 : 0));

  const returnAmounts = new GroupSums(cells);
  const returnLines = new Int32Array(cells);
  const quantityOf = columns.quantity;
  const profitOf = profitsOf(columns.profit, amountOf, columns.cost);
  const unitOf = columns.unit?.codes;
  const units = new UnitMarks(clients);
  const firstSale = new Int32Array(clients).fill(NO_DAY);
  const lastSale = new Int32Array(clients).fill(NO_DAY);
  const { regions, reps } = groupings;
  const countries = new RowGrouping(columns.country, clientTable.columns.country, clients);
  const places = [regions, countries]
    .filter(({ isByRow }) => isByRow)
    .map((grouping) => ({
      grouping,
      facts: emptyPlaces(grouping.names, years.length + 1, quantityOf !== undefined),
    }));
  const orderIndex = new OrderIndex(columns, rows);
  const orders = new OrderLines(orderIndex.expected);
  const lastRegion = new LatestGroup(clients);
  const lastRep = new LatestGroup(clients);
  const tally = new RowTally(dataset.sheets.length);
  const notes = readReturnNotes(dataset);
  const slotOfRow = new Int16Array(rows + notes.rows).fill(-1);
  const clientOfRow = withRoom(clientOf, rows, notes.rows);
  const orderOfRow = new Int32Array(rows + notes.rows).fill(-1);
  const returnTally = new RowTally(dataset.sheets.length);
  const saleDay = settings['returns.period'] === 'ofSale' ? firstSaleDays(dataset, window) : undefined;
  const isReturnOf = (row: number): boolean => isReturnLine(columns.isReturn, row, hasAmounts ? amountOf[row]! : 0);
  // Returns are put to the sale of their order, and lines beside lines, by the lines themselves.
  if (groups && (saleDay !== undefined || tableOf(dataset, 'returns').columns.orderNo !== undefined))
    throw new SumsDoNotFit('returns by order');
  if (groups?.isMixed(rows)) throw new SumsDoNotFit('lines beside sums');
  const sharedDays = groups && new SharedDays(cells);
  if (groups)
    for (let row = 0; row < rows; row++) {
      const client = clientOf === undefined ? NO_CLIENT : clientOf[row]!;
      const day = dayOf === undefined ? NO_DAY : dayOf[row]!;
      const bits = groups.bitsAt(row);
      if (client === NO_CLIENT || day === NO_DAY || bits === 0 || (hasAmounts && amountOf[row] !== amountOf[row]))
        continue;
      if (columns.cancelled?.[row] === 1) continue;
      const slot = timeline.of(day);
      if (slot !== timeline.of(firstDays![row]!)) throw new SumsDoNotFit(`row ${row}`);
      if (slot < 0 || groups.ordersAt(row) > 0 || numberOf(columns, row)) continue;
      if (isReturnOf(row) && orderIndex.basis === 'day') continue;
      sharedDays!.see(client * slots + slot, bits);
    }

  for (let row = 0; row < rows; row++) {
    const sheet = origin.sheetAt(row);
    const own = groups === undefined ? 1 : groups.linesAt(row);
    const client = clientOf === undefined ? NO_CLIENT : clientOf[row]!;
    let day = dayOf === undefined ? NO_DAY : dayOf[row]!;
    const amount = hasAmounts ? amountOf[row]! : 0;
    if (client === NO_CLIENT || day === NO_DAY || amount !== amount) {
      tally.unusable[sheet]! += own;
      if (amount === amount) tally.unusableAmounts.add(sheet, amount);
      continue;
    }
    if (cancelled !== undefined && cancelled[row] === 1) {
      tally.cancelled[sheet]! += own;
      tally.cancelledAmounts.add(sheet, amount);
      continue;
    }
    const isReturn = isReturnLine(columns.isReturn, row, amount);
    if (saleDay !== undefined && isReturn) day = saleDay(row, client, day);
    const slot = timeline.of(day);
    if (slot < 0) {
      tally.outOfPeriod[sheet]! += own;
      tally.outOfPeriodAmounts.add(sheet, amount);
      continue;
    }
    const isInPeriod = isPeriodSlot[slot] === 1;
    if (isInPeriod) tally.used[sheet]! += own;
    else tally.outOfPeriod[sheet]! += own;
    (isInPeriod ? tally.usedAmounts : tally.outOfPeriodAmounts).add(sheet, amount);

    slotOfRow[row] = slot;
    const cell = client * slots + slot;
    const quantity = quantityOf === undefined ? NaN : quantityOf[row]!;
    const unit = unitOf === undefined ? NO_TEXT : unitOf[row]!;
    if (quantity === quantity) units.mark(client, unit);
    const region = regions.of(row, client);
    for (const { grouping, facts } of places) {
      const group = grouping === regions ? region : grouping.of(row, client);
      const first = group * (years.length + 1);
      addToPlace(facts, first + yearOfSlot[slot]!, client, amount, quantity, unit, !isReturn, own);
      if (isInPeriod) addToPlace(facts, first + years.length, client, amount, quantity, unit, !isReturn, own);
    }
    if (regions.isByRow) lastRegion.see(client, day, region);
    const rep = reps.of(row, client);
    if (reps.isByRow) lastRep.see(client, day, rep);

    // Of several lines: orders that are in this row alone are counted, the others are met on each of their days.
    const bits = groups === undefined || numberOf(columns, row) ? 0 : groups.bitsAt(row);
    if (isReturn) {
      returnAmounts.add(cell, amount);
      returnLines[cell]! += own;
      if (orderIndex.basis === 'day' || (bits !== 0 && groups!.ordersAt(row) > 0)) continue;
      if (bits === 0) orders.markReturned(orderIndex.of(row, client, day));
      else
        groups!.eachDay(row, sharedDays!.sharedOf(cell, bits), (one) => {
          orders.markReturned(orderIndex.of(row, client, one));
        });
      continue;
    }
    const firstDay = firstDays === undefined ? day : firstDays[row]!;
    if (firstSale[client] === NO_DAY || firstDay < firstSale[client]!) firstSale[client] = firstDay;
    if (day > lastSale[client]!) lastSale[client] = day;
    const isReturned = columns.returned !== undefined && columns.returned[row] === 1;
    if (bits === 0) {
      const order = orderIndex.of(row, client, day);
      orderOfRow[row] = order;
      orders.see(order, client, day, slot, region, rep);
      if (isReturned) orders.markReturned(order);
      continue;
    }
    const counted = groups!.ordersAt(row);
    const shared = counted > 0 ? 0 : sharedDays!.sharedOf(cell, bits);
    const alone = counted > 0 ? counted : countBits(bits & ~shared);
    if (alone > 0) orders.seeWhole({ client, day, slot, region, rep, isReturned, count: alone });
    groups!.eachDay(row, shared, (one) => {
      const order = orderIndex.of(row, client, one);
      orders.see(order, client, one, slot, region, rep);
      if (isReturned) orders.markReturned(order);
    });
  }

  const counted: CountedLines = { rows, client: clientOfRow, slot: slotOfRow, slots, cells, groups };
  const amounts = sumByCell(counted, amountOf);
  const lines = countByCell(counted);
  const sales = lines.slice();
  for (let cell = 0; cell < cells; cell++) sales[cell]! -= returnLines[cell]!;
  const quantities = quantityOf && sumByCell(counted, quantityOf);
  const quantityRows = quantityOf ? countByCell(counted, quantityOf) : new Int32Array(cells);
  const profits = profitOf && sumByCell(counted, profitOf);
  const profitRows = profitOf ? countByCell(counted, profitOf) : new Int32Array(0);

  for (let note = 0; note < notes.rows; note++) {
    const sheet = notes.sheetAt(note);
    const sale = notes.orderAt(note, orderIndex, columns.orderNo ?? columns.documentNo);
    const client = notes.clientAt(note) === NO_CLIENT ? (sale?.client ?? NO_CLIENT) : notes.clientAt(note);
    const saleOfOrder = sale && orders.dayOf(sale.order);
    const ownDay = notes.dayAt(note);
    const useSale = settings['returns.period'] === 'ofSale' || ownDay === NO_DAY;
    const day = useSale ? (saleOfOrder ?? ownDay) : ownDay;
    const amount = notes.amountAt(note);
    if (client === NO_CLIENT || day === NO_DAY || amount !== amount) {
      returnTally.unusable[sheet]!++;
      continue;
    }
    if (sale && sale.client === client) orders.markReturned(sale.order);
    const slot = timeline.of(day);
    if (slot < 0) {
      returnTally.outOfPeriod[sheet]!++;
      continue;
    }
    if (isPeriodSlot[slot] === 1) returnTally.used[sheet]!++;
    else returnTally.outOfPeriod[sheet]!++;
    clientOfRow[rows + note] = client;
    slotOfRow[rows + note] = slot;
    const cell = client * slots + slot;
    lines[cell]!++;
    amounts.add(cell, amount);
    returnAmounts.add(cell, amount);
    const quantity = notes.quantityAt(note);
    if (quantities !== undefined && quantity === quantity) {
      quantities.add(cell, quantity);
      quantityRows[cell]!++;
    }
    for (const { grouping, facts } of places) {
      const group = grouping.ofClient[client]!;
      const first = group * (years.length + 1);
      addToPlace(facts, first + yearOfSlot[slot]!, client, amount, quantity, NO_TEXT, false);
      if (isPeriodSlot[slot] === 1) addToPlace(facts, first + years.length, client, amount, quantity, NO_TEXT, false);
    }
  }

  const lineOrders = { client: clientOfRow, slot: slotOfRow, order: orderOfRow };
  return {
    clients,
    hasAmounts,
    slots: timeline.slots,
    years,
    amounts,
    returnAmounts,
    quantities,
    lines,
    sales,
    quantityRows,
    hasProfits: profits !== undefined,
    profits,
    profitRows,
    units,
    firstSale,
    lastSale,
    orderBasis: orderIndex.basis,
    ...orders.count(timeline.slots, { clients, regions: regions.names.length, reps: reps.names.length }),
    orders: groups
      ? always(orders.gather(orderIndex.size))
      : ordersOfLines(lineOrders, dayOf, groupings, orders.returned.slice(0, orderIndex.size)),
    regions,
    reps,
    countries,
    byRegion: places.find(({ grouping }) => grouping === regions)?.facts,
    byCountry: places.find(({ grouping }) => grouping === countries)?.facts,
    lastRegion: lastRegion.groups,
    lastRep: lastRep.groups,
    lineRows: lineRowsOf(columns, groups, notes, rows, lineOrders),
    tally,
    returnTally,
  };
}

type LineOrders = Pick<SalesLineRows, 'client' | 'slot' | 'order'>;

/**
 * The orders as their lines have them. Held are the lines alone, which are held anyway, and which orders came back.
 */
function ordersOfLines(
  { client, slot, order }: LineOrders,
  dayOf: Int32Array | undefined,
  { regions, reps }: { readonly regions: RowGrouping; readonly reps: RowGrouping },
  returned: Uint8Array,
): () => SalesOrders {
  return () => {
    const orders = new OrderLines(returned.length, returned.slice());
    for (let row = 0; row < order.length; row++) {
      if (order[row]! < 0) continue;
      const own = client[row]!;
      orders.see(order[row]!, own, dayOf![row]!, slot[row]!, regions.of(row, own), reps.of(row, own));
    }
    return orders.gather(returned.length);
  };
}

const always =
  <T>(value: T) =>
  (): T =>
    value;

/**
 * The lines one by one. On its own, since whatever a function made here reaches stays in memory with it: beside the gathering, that
 * would be the index of all orders.
 */
function lineRowsOf(
  { amount, isReturn }: ColumnsOf<typeof TRANSACTION_COLUMNS>,
  groups: LineGroups | undefined,
  notes: ReturnNotes,
  rows: number,
  each: LineOrders,
): TransactionFacts['lineRows'] {
  return {
    rows: rows + notes.rows,
    ...each,
    amountAt: (row) => (row < rows ? (amount?.[row] ?? 0) : notes.amountAt(row - rows)),
    isReturnAt: (row) => row >= rows || isReturnLine(isReturn, row, amount?.[row] ?? 0),
    linesAt: (row) => (groups === undefined || row >= rows ? 1 : groups.linesAt(row)),
  };
}

/** A line is a return where its type says so; without a type word, where its amount is negative. */
function isReturnLine(flags: Int8Array | undefined, row: number, amount: number): boolean {
  const flag = flags === undefined ? NO_FLAG : flags[row]!;
  return flag === 1 || (flag === NO_FLAG && amount < 0);
}

/** Whether the line's order has a number. */
function numberOf({ orderNo, documentNo }: ColumnsOf<typeof TRANSACTION_COLUMNS>, row: number): boolean {
  return (orderNo?.codes[row] ?? NO_TEXT) !== NO_TEXT || (documentNo?.codes[row] ?? NO_TEXT) !== NO_TEXT;
}

/** Profit of each line: its own column, or amount less cost. */
function profitsOf(
  profit: Float64Array | undefined,
  amount: Float64Array | undefined,
  cost: Float64Array | undefined,
): Float64Array | undefined {
  if (profit) return profit;
  return amount && cost && amount.map((sold, row) => sold - cost[row]!);
}

/** The lines with the cell that each counts in. */
interface CountedLines {
  readonly rows: number;
  readonly client: Int32Array;
  /** −1 where the line does not count. */
  readonly slot: Int16Array;
  readonly slots: number;
  readonly cells: number;
  readonly groups: LineGroups | undefined;
}

/**
 * Sums of a column by client and slot. The cells of a large book lie far apart in memory: a pass that does nothing else asks for
 * several at once, one that gathers everything waits for each.
 */
function sumByCell({ rows, client, slot, slots, cells }: CountedLines, values: Float64Array | undefined): GroupSums {
  const sums = new GroupSums(cells);
  if (values === undefined) return sums;
  for (let row = 0; row < rows; row++) {
    const value = values[row]!;
    if (slot[row]! >= 0 && value === value) sums.add(client[row]! * slots + slot[row]!, value);
  }
  return sums;
}

/** Lines by client and slot: all, or those that have a value. */
function countByCell({ rows, client, slot, slots, cells, groups }: CountedLines, values?: Float64Array): Int32Array {
  const counts = new Int32Array(cells);
  for (let row = 0; row < rows; row++) {
    if (slot[row]! < 0 || (values !== undefined && values[row] !== values[row])) continue;
    counts[client[row]! * slots + slot[row]!]! += groups === undefined ? 1 : groups.linesAt(row);
  }
  return counts;
}

/** For returns that count with their sale: the first sale day of the client's order, or the return's own day. */
function firstSaleDays(
  dataset: Dataset,
  window: AnalysisWindow,
): ((row: number, client: number, day: number) => number) | undefined {
  const { columns, rows } = tableOf(dataset, 'transactions');
  const { client: clientOf, day: dayOf, amount: amountOf, orderNo } = columns;
  if (!clientOf || !dayOf || !orderNo) return undefined;
  const pairs = new PairIndex(1024);
  const first: number[] = [];
  for (let row = 0; row < rows; row++) {
    const code = orderNo.codes[row]!;
    const day = dayOf[row]!;
    if (code === NO_TEXT || day === NO_DAY || clientOf[row] === NO_CLIENT || day > window.last) continue;
    if (columns.cancelled?.[row] === 1 || isReturnLine(columns.isReturn, row, amountOf?.[row] ?? 0)) continue;
    const at = pairs.of(clientOf[row]!, code);
    first[at] = Math.min(first[at] ?? Infinity, day);
  }
  return (row, client, day) => {
    const code = orderNo.codes[row]!;
    return code === NO_TEXT ? day : (first[pairs.of(client, code)] ?? day);
  };
}

/** The group of a client's latest row; of several on that day the first by name, whatever the order of rows. */
class LatestGroup {
  readonly groups: Int32Array;
  private readonly days: Int32Array;

  constructor(clients: number) {
    this.groups = new Int32Array(clients);
    this.days = new Int32Array(clients).fill(NO_DAY);
  }

  see(client: number, day: number, group: number): void {
    if (group === 0) return;
    if (day > this.days[client]! || (day === this.days[client] && group < this.groups[client]!)) {
      this.days[client] = day;
      this.groups[client] = group;
    }
  }
}

/** Days of a month that several rows of one client have: an order without a number may have lines in each of them. */
class SharedDays {
  private readonly seen: Int32Array;
  private readonly twice: Int32Array;

  constructor(cells: number) {
    this.seen = new Int32Array(cells);
    this.twice = new Int32Array(cells);
  }

  see(cell: number, bits: number): void {
    this.twice[cell]! |= this.seen[cell]! & bits;
    this.seen[cell]! |= bits;
  }

  sharedOf(cell: number, bits: number): number {
    return this.twice[cell]! & bits;
  }
}

/** Orders that lie in one row of sums. */
interface WholeOrders {
  readonly client: number;
  readonly day: number;
  readonly slot: number;
  readonly region: number;
  readonly rep: number;
  readonly isReturned: boolean;
  readonly count: number;
}

/** What is kept of each order while the rows pass by. */
class OrderLines {
  private client: Int32Array;
  private day: Int32Array;
  private region: Int32Array;
  private rep: Int32Array;
  private slot: Int32Array;
  returned: Uint8Array;
  /** Orders with lines in more than one slot: `order`, `slot`. */
  private readonly more = new PairIndex(64);
  /** By `WholeOrders`: client, day, slot, region, rep, returned, count. */
  private whole: Int32Array = new Int32Array(0);
  private wholes = 0;

  constructor(orders: number, returned?: Uint8Array) {
    const expected = Math.max(16, orders);
    this.client = new Int32Array(expected).fill(NO_CLIENT);
    this.day = new Int32Array(expected);
    this.region = new Int32Array(expected);
    this.rep = new Int32Array(expected);
    this.slot = new Int32Array(expected);
    this.returned = returned ?? new Uint8Array(expected);
  }

  see(order: number, client: number, day: number, slot: number, region: number, rep: number): void {
    this.makeRoom(order);
    if (this.client[order] === NO_CLIENT) {
      this.client[order] = client;
      this.day[order] = day;
      this.region[order] = region;
      this.rep[order] = rep;
      this.slot[order] = slot;
      return;
    }
    if (slot !== this.slot[order]) this.more.of(order, slot);
    // Of several days, regions or reps the first stands for the order: rows in another order give the same.
    if (day < this.day[order]!) this.day[order] = day;
    if (region < this.region[order]!) this.region[order] = region;
    if (rep < this.rep[order]!) this.rep[order] = rep;
  }

  seeWhole({ client, day, slot, region, rep, isReturned, count }: WholeOrders): void {
    const at = this.wholes++ * WHOLE;
    if (at + WHOLE > this.whole.length) this.whole = grown(this.whole, Math.max(at + WHOLE, this.whole.length * 2));
    this.whole.set([client, day, slot, region, rep, isReturned ? 1 : 0, count], at);
  }

  /** The first sale day of an order that has one. */
  dayOf(order: number): number | undefined {
    return order < this.client.length && this.client[order] !== NO_CLIENT ? this.day[order] : undefined;
  }

  markReturned(order: number): void {
    this.makeRoom(order);
    this.returned[order] = 1;
  }

  /**
   * Orders by client in the period, by month and by year: an order with sales in two months counts in both, one with sales in two
   * periods too.
   */
  count(
    slots: readonly TimeSlot[],
    groups: { readonly clients: number; readonly regions: number; readonly reps: number },
  ): Pick<
    TransactionFacts,
    'clientOrders' | 'regionOrders' | 'repOrders' | 'previousOrders' | 'monthOrders' | 'yearOrders'
  > {
    const clientOrders = new Int32Array(groups.clients);
    const regionOrders = new Int32Array(groups.regions);
    const repOrders = new Int32Array(groups.reps);
    const countInPeriod = (order: number): void => {
      clientOrders[this.client[order]!]!++;
      regionOrders[this.region[order]!]!++;
      repOrders[this.rep[order]!]!++;
    };
    const wholeBySlot = new Int32Array(slots.length);
    for (let at = 0; at < this.wholes * WHOLE; at += WHOLE) {
      const [client, , slot, region, rep, , count] = this.whole.subarray(at, at + WHOLE) as unknown as number[];
      wholeBySlot[slot!]! += count!;
      if (slots[slot!]!.bucket !== IN_PERIOD) continue;
      clientOrders[client!]! += count!;
      regionOrders[region!]! += count!;
      repOrders[rep!]! += count!;
    }
    const monthOrders = new Map<number, number>();
    const yearOrders = new Map<number, number>();
    const bump = (counts: Map<number, number>, key: number): void => {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    };
    const bySlot = wholeBySlot;
    let previousOrders = 0;
    const several = new Map<number, Set<number>>();
    for (let at = 0; at < this.more.size; at++) {
      const order = this.more.firstOf(at);
      const found = several.get(order) ?? new Set([this.slot[order]!]);
      found.add(this.more.secondOf(at));
      several.set(order, found);
    }
    for (let order = 0; order < this.client.length; order++) {
      if (this.client[order] === NO_CLIENT) continue;
      const also = several.size > 0 ? several.get(order) : undefined;
      if (also === undefined) {
        const slot = this.slot[order]!;
        bySlot[slot]!++;
        if (slots[slot]!.bucket === IN_PERIOD) countInPeriod(order);
        continue;
      }
      const all = [...also].map((slot) => slots[slot]!);
      if (all.some(({ bucket }) => bucket === IN_PERIOD)) countInPeriod(order);
      if (all.some(({ bucket }) => bucket === IN_PREVIOUS)) previousOrders++;
      for (const month of new Set(all.filter(({ bucket }) => bucket === IN_PERIOD).map((slot) => slot.month))) {
        bump(monthOrders, month);
      }
      for (const year of new Set(all.map((slot) => slot.year))) bump(yearOrders, year);
    }
    slots.forEach((slot, at) => {
      if (slot.bucket === IN_PREVIOUS) previousOrders += bySlot[at]!;
      if (slot.bucket === IN_PERIOD) monthOrders.set(slot.month, (monthOrders.get(slot.month) ?? 0) + bySlot[at]!);
      yearOrders.set(slot.year, (yearOrders.get(slot.year) ?? 0) + bySlot[at]!);
    });
    return { clientOrders, regionOrders, repOrders, previousOrders, monthOrders, yearOrders };
  }

  /** The orders with a sale, side by side: they move up within the columns that they were gathered in. Ends the gathering. */
  gather(size: number): SalesOrders {
    const last = Math.min(size, this.client.length);
    let at = 0;
    for (let order = 0; order < last; order++) {
      if (this.client[order] === NO_CLIENT) continue;
      this.client[at] = this.client[order]!;
      this.day[at] = this.day[order]!;
      this.region[at] = this.region[order]!;
      this.rep[at] = this.rep[order]!;
      this.returned[at] = this.returned[order]!;
      at++;
    }
    const rows = at + this.wholes;
    const counts = new Int32Array(this.wholes > 0 ? rows : 0).fill(1);
    for (let from = 0; from < this.wholes * WHOLE; from += WHOLE, at++) {
      this.makeRoom(at);
      this.client[at] = this.whole[from]!;
      this.day[at] = this.whole[from + 1]!;
      this.region[at] = this.whole[from + 3]!;
      this.rep[at] = this.whole[from + 4]!;
      this.returned[at] = this.whole[from + 5]!;
      counts[at] = this.whole[from + 6]!;
    }
    return {
      rows,
      client: this.client.subarray(0, rows),
      day: this.day.subarray(0, rows),
      region: this.region.subarray(0, rows),
      rep: this.rep.subarray(0, rows),
      returned: this.returned.subarray(0, rows),
      ...(this.wholes > 0 && { counts }),
    };
  }

  private makeRoom(order: number): void {
    if (order < this.client.length) return;
    const size = Math.max(order + 1, this.client.length * 2);
    const client = new Int32Array(size).fill(NO_CLIENT);
    client.set(this.client);
    this.client = client;
    this.day = grown(this.day, size);
    this.region = grown(this.region, size);
    this.rep = grown(this.rep, size);
    this.slot = grown(this.slot, size);
    const returned = new Uint8Array(size);
    returned.set(this.returned);
    this.returned = returned;
  }
}

/** Numbers kept of a `WholeOrders`. */
const WHOLE = 7;

/** The clients of the rows, with room for further rows; the column itself where there are none. */
function withRoom(clients: Int32Array | undefined, rows: number, more: number): Int32Array {
  if (clients && more === 0) return clients;
  const all = new Int32Array(rows + more).fill(NO_CLIENT);
  if (clients) all.set(clients);
  return all;
}

function grown(values: Int32Array, size: number): Int32Array {
  const more = new Int32Array(size);
  more.set(values);
  return more;
}
