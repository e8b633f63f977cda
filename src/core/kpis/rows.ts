import type { TimeSlot } from '../facts/time-slots';

/** The lists of rows that indicators count. */
export type RowList =
  | 'deliveryLines'
  | 'deliveryOrders'
  | 'deliveryTickets'
  | 'salesOrders'
  | 'salesLines'
  | 'complaints'
  | 'inquiries'
  | OperationsTable;

/** Sheets that count goods, rooms, vehicles and output, not clients. */
export type OperationsTable = 'stockTakes' | 'warehouses' | 'fleet' | 'purchases' | 'production';

/** Which day of a row says to which period it belongs. */
export type DayBasis = 'due' | 'shipped' | 'arrived' | 'ordered' | 'received' | 'recorded';

/** Rows as the engine sees them: how many, whose, and in which slot of time. */
export interface CountedRows {
  readonly rows: number;
  readonly client: Int32Array;
  /** Its region and rep, as numbers of `regionNames` and `repNames`. */
  regionOf(row: number): number;
  repOf(row: number): number;
  /** How many things a row stands for; absent: one. */
  countAt?(row: number): number;
  /** Slot of each row on a basis; −1 where the row has no such day or it does not count. */
  slotsBy(basis: DayBasis): Int16Array;
}

/** All lists of one analysis, over one calendar of slots. */
export interface RowLists {
  readonly slots: readonly TimeSlot[];
  readonly clients: number;
  readonly regionNames: readonly string[];
  readonly repNames: readonly string[];
  readonly lists: Readonly<Record<RowList, CountedRows>>;
}
