import { NO_TEXT, type ColumnsOf } from '../model/columns';
import type { TRANSACTION_COLUMNS } from '../model/tables';
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
  private readonly orderNo: Int32Array | undefined;
  private readonly documentNo: Int32Array | undefined;
  /** By code of the order number: the first client seen with it, and the order. Most numbers have one client only. */
  private readonly clientOfCode: Int32Array;
  private readonly orderOfCode: Int32Array;
  private readonly others: PairIndex;
  private readonly orderOfOther: number[] = [];
  private count = 0;

  constructor(columns: ColumnsOf<typeof TRANSACTION_COLUMNS>, rows: number) {
    this.orderNo = columns.orderNo?.codes;
    this.documentNo = columns.documentNo?.codes;
    this.basis = this.orderNo ? 'orderNo' : this.documentNo ? 'documentNo' : 'day';
    const codes = columns.orderNo?.values.length ?? columns.documentNo?.values.length ?? 0;
    this.clientOfCode = new Int32Array(codes).fill(-1);
    this.orderOfCode = new Int32Array(codes);
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
    const client = this.clientOfCode[code] ?? -1;
    return client === -1 ? undefined : { client, order: this.orderOfCode[code]! };
  }

  private numbered(client: number, code: number, kind: number, isMain: boolean): number {
    if (!isMain) return this.other(client, code * 3 + kind);
    const known = this.clientOfCode[code]!;
    if (known === client) return this.orderOfCode[code]!;
    if (known !== -1) return this.other(client, code * 3 + kind);
    this.clientOfCode[code] = client;
    this.orderOfCode[code] = this.count;
    return this.count++;
  }

  private other(client: number, key: number): number {
    const before = this.others.size;
    const at = this.others.of(client, key);
    if (at === before) this.orderOfOther.push(this.count++);
    return this.orderOfOther[at]!;
  }
}
