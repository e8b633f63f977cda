import { NO_TEXT, type Codes, type ColumnsOf } from '../model/columns';
import type { TRANSACTION_COLUMNS } from '../model/tables';
import { ClientCodes } from './client-codes';
import { PairIndex } from './pair-index';

/** What tells one order from another; the finest that the row has. */
export type OrderBasis = 'orderNo' | 'documentNo' | 'day';

const ORDER_NO = 0;
const DOCUMENT_NO = 1;
const DAY = 2;

/**
 * Numbers the orders of a client: distinct order numbers; rows without one by document number; rows without either by
 * day. The same number under two clients is two orders.
 */
export class OrderIndex {
  readonly basis: OrderBasis;
  /** As many orders as there are numbers; without numbers a guess. */
  readonly expected: number;
  private readonly orderNo: Codes | undefined;
  private readonly documentNo: Codes | undefined;
  private readonly main: ClientCodes;
  /** Rows that lack what orders are told by. */
  private readonly others: PairIndex;
  private readonly orderOfOther: number[] = [];
  private count = 0;

  constructor(columns: ColumnsOf<typeof TRANSACTION_COLUMNS>, rows: number) {
    this.orderNo = columns.orderNo?.codes;
    this.documentNo = columns.documentNo?.codes;
    this.basis = this.orderNo ? 'orderNo' : this.documentNo ? 'documentNo' : 'day';
    const codes = columns.orderNo?.values.length ?? columns.documentNo?.values.length ?? 0;
    this.main = new ClientCodes(codes);
    this.expected = this.basis === 'day' ? Math.ceil(rows / 4) : codes;
    this.others = new PairIndex(this.basis === 'day' ? Math.min(rows, 1 << 18) : 16);
  }

  get size(): number {
    return this.count;
  }

  of(row: number, client: number, day: number): number {
    const orderCode = this.orderNo === undefined ? NO_TEXT : this.orderNo[row]!;
    if (orderCode !== NO_TEXT) return this.numbered(client, orderCode, ORDER_NO, this.basis === 'orderNo');
    const documentCode = this.documentNo === undefined ? NO_TEXT : this.documentNo[row]!;
    if (documentCode !== NO_TEXT) return this.numbered(client, documentCode, DOCUMENT_NO, this.basis === 'documentNo');
    return this.other(client, day * 3 + DAY);
  }

  /** The order of a number, where exactly one client (the first seen) stands for it. */
  findByCode(code: number): { readonly client: number; readonly order: number } | undefined {
    const found = this.main.firstOf(code);
    return found && { client: found.client, order: found.number };
  }

  private numbered(client: number, code: number, kind: number, isMain: boolean): number {
    if (!isMain) return this.other(client, code * 3 + kind);
    const order = this.main.of(client, code, this.count);
    if (order === this.count) this.count++;
    return order;
  }

  private other(client: number, key: number): number {
    const before = this.others.size;
    const at = this.others.of(client, key);
    if (at === before) this.orderOfOther.push(this.count++);
    return this.orderOfOther[at]!;
  }
}
