import { NO_CLIENT } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { NO_DAY } from '../model/day';
import { lazily } from '../model/lazily';
import { areLinesInEngine } from '../facts/line-groups';
import type { DeliveryGroups } from '../facts/delivery-groups';
import type { RowGrouping } from '../facts/row-grouping';
import type { SharedGroupings } from '../facts/shared-groupings';
import { TimeSlots } from '../facts/time-slots';
import type { SalesOrders, TransactionFacts } from '../facts/transaction-facts';
import type { KpiInputs } from './define-kpi';
import type { CountedRows, DayBasis, OperationsTable, RowLists } from './rows';

/** Puts every list that indicators count onto one calendar of slots. */
export function gatherRows(inputs: Omit<KpiInputs, 'lists'>, groupings: SharedGroupings): RowLists {
  const { dataset, window, transactions, deliveries } = inputs;
  const complaintDays = daysOf(tableOf(dataset, 'complaints').columns.received);
  const inquiryDays = daysOf(tableOf(dataset, 'inquiries').columns.received);
  const { lines, orders, tickets } = deliveries;
  const timeline = new TimeSlots(
    [
      tableOf(dataset, 'transactions').columns.day,
      tableOf(dataset, 'returns').columns.day,
      lines.dueDay,
      lines.orderDay,
      lines.shippedDay,
      lines.arrivedDay,
      complaintDays,
      inquiryDays,
      ...OPERATIONS.map((table) => recordedDays(dataset, table)),
    ],
    window,
  );
  const groupRows = (groups: DeliveryGroups): CountedRows =>
    countedRows(
      groups,
      { due: () => groups.dueDay, ordered: () => groups.orderDay, shipped: () => groups.shippedDay },
      timeline,
    );
  const ofClients = (clients: Int32Array | undefined, rows: number): PlacedRows => {
    const client = clients ?? new Int32Array(rows).fill(NO_CLIENT);
    const { regions, reps } = groupings.transactions;
    return {
      rows,
      client,
      region: client.map((one) => (one < 0 ? 0 : regions.ofClient[one]!)),
      rep: client.map((one) => (one < 0 ? 0 : reps.ofClient[one]!)),
    };
  };
  const operations = Object.fromEntries(
    OPERATIONS.map((table) => [
      table,
      () =>
        countedRows(
          ofClients(undefined, tableOf(dataset, table).rows),
          { recorded: () => recordedDays(dataset, table) },
          timeline,
        ),
    ]),
  ) as unknown as Record<OperationsTable, () => CountedRows>;
  const lists: RowLists['lists'] = lazily<RowLists['lists']>({
    deliveryLines: () =>
      countedRows(
        lines,
        {
          due: () => lines.dueDay,
          ordered: () => lines.orderDay,
          shipped: () => lines.shippedDay,
          arrived: () => lines.arrivedDay,
        },
        timeline,
      ),
    deliveryOrders: () => groupRows(orders),
    deliveryTickets: () => (tickets === orders ? lists.deliveryOrders : groupRows(tickets)),
    salesOrders: () => countedOrders(inputs.salesOrders, timeline),
    salesLines: () => new SalesLines(dataset, transactions, groupings, timeline),
    complaints: () => {
      const { columns, rows } = tableOf(dataset, 'complaints');
      return countedRows(ofClients(columns.client, rows), { received: () => complaintDays }, timeline);
    },
    inquiries: () => {
      const { columns, rows } = tableOf(dataset, 'inquiries');
      return countedRows(ofClients(columns.client, rows), { received: () => inquiryDays }, timeline);
    },
    ...operations,
  });
  return {
    slots: timeline.slots,
    clients: transactions.clients,
    regionNames: groupings.regionNames,
    repNames: groupings.repNames,
    lists,
  };
}

const OPERATIONS: readonly OperationsTable[] = ['stockTakes', 'warehouses', 'fleet', 'purchases', 'production'];

function recordedDays(dataset: Dataset, table: OperationsTable): Int32Array | undefined {
  return table === 'warehouses' ? tableOf(dataset, 'warehouses').columns.month : tableOf(dataset, table).columns.day;
}

function daysOf(moments: Float64Array | undefined): Int32Array | undefined {
  return moments && Int32Array.from(moments, (moment) => (moment === moment ? Math.floor(moment) : NO_DAY));
}

/** Rows with the places that stand beside them. */
interface PlacedRows {
  readonly rows: number;
  readonly client: Int32Array;
  readonly region: Int32Array;
  readonly rep: Int32Array;
}

function countedRows(
  rows: PlacedRows,
  days: Readonly<Partial<Record<DayBasis, () => Int32Array | undefined>>>,
  timeline: TimeSlots,
): CountedRows {
  const kept = new Map<DayBasis, Int16Array>();
  // Looked up when a first row asks: where nothing is counted by region or rep, no line needs to have one.
  let region: Int32Array | undefined;
  let rep: Int32Array | undefined;
  return {
    rows: rows.rows,
    client: rows.client,
    regionOf: (row) => (region ??= rows.region)[row]!,
    repOf: (row) => (rep ??= rows.rep)[row]!,
    slotsBy: (basis) => {
      const known = kept.get(basis);
      if (known) return known;
      const column = days[basis]?.();
      const slots = new Int16Array(rows.rows);
      if (column) for (let row = 0; row < rows.rows; row++) slots[row] = timeline.of(column[row]!);
      else slots.fill(-1);
      kept.set(basis, slots);
      return slots;
    },
  };
}

function countedOrders(orders: SalesOrders, timeline: TimeSlots): CountedRows {
  const { counts } = orders;
  const rows = countedRows(orders, { ordered: () => orders.day }, timeline);
  return counts ? { ...rows, countAt: (row) => counts[row]! } : rows;
}

/** Transaction rows with their places; regions and reps of many million rows are looked up row by row, and never held. */
export class PlacedSalesLines {
  readonly rows: number;
  readonly client: Int32Array;
  private readonly own: number;

  constructor(
    dataset: Dataset,
    protected readonly transactions: TransactionFacts,
    private readonly groupings: SharedGroupings,
  ) {
    this.own = tableOf(dataset, 'transactions').rows;
    this.rows = transactions.lineRows.rows;
    this.client = transactions.lineRows.client;
  }

  regionOf(row: number): number {
    return this.placeOf(this.groupings.transactions.regions, row);
  }

  repOf(row: number): number {
    return this.placeOf(this.groupings.transactions.reps, row);
  }

  /** Rows of a returns sheet come after the transactions and stand where their client stands. */
  private placeOf(grouping: RowGrouping, row: number): number {
    const client = this.client[row]!;
    if (client < 0) return 0;
    return row < this.own ? grouping.of(row, client) : grouping.ofClient[client]!;
  }
}

/** The same in the slots of an analysis. */
export class SalesLines extends PlacedSalesLines implements CountedRows {
  private slots: Int16Array | undefined;
  readonly countAt?: (row: number) => number;

  constructor(
    dataset: Dataset,
    transactions: TransactionFacts,
    groupings: SharedGroupings,
    private readonly timeline: TimeSlots,
  ) {
    super(dataset, transactions, groupings);
    if (areLinesInEngine(dataset)) this.countAt = transactions.lineRows.linesAt;
  }

  slotsBy(basis: DayBasis): Int16Array {
    if (basis !== 'ordered') return new Int16Array(this.rows).fill(-1);
    if (this.slots) return this.slots;
    const keyOf = ({ month, bucket }: { readonly month: number; readonly bucket: number }): number =>
      month * 3 + bucket;
    const at = new Map(this.timeline.slots.map((slot, index) => [keyOf(slot), index]));
    const own = Int32Array.from(this.transactions.slots, (slot) => at.get(keyOf(slot)) ?? -1);
    const { slot } = this.transactions.lineRows;
    const slots = new Int16Array(this.rows);
    for (let row = 0; row < this.rows; row++) slots[row] = slot[row]! < 0 ? -1 : own[slot[row]!]!;
    this.slots = slots;
    return slots;
  }
}
