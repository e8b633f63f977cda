import { GroupSums } from '../model/sum';

/** What became of the rows of each sheet: the second half of read = used + rejected + out of period + cancelled. */
export class RowTally {
  readonly used: Int32Array;
  readonly outOfPeriod: Int32Array;
  readonly cancelled: Int32Array;
  /** Rows that ingest let through and that yet lack a client, a day or an amount: counted as rejected. */
  readonly unusable: Int32Array;
  readonly cancelledAmounts: GroupSums;
  readonly usedAmounts: GroupSums;
  readonly outOfPeriodAmounts: GroupSums;
  readonly unusableAmounts: GroupSums;

  constructor(sheets: number) {
    this.used = new Int32Array(sheets);
    this.outOfPeriod = new Int32Array(sheets);
    this.cancelled = new Int32Array(sheets);
    this.unusable = new Int32Array(sheets);
    this.cancelledAmounts = new GroupSums(sheets);
    this.usedAmounts = new GroupSums(sheets);
    this.outOfPeriodAmounts = new GroupSums(sheets);
    this.unusableAmounts = new GroupSums(sheets);
  }

  /** How many rows of the sheet were met at all. */
  metOf(sheet: number): number {
    return this.used[sheet]! + this.outOfPeriod[sheet]! + this.cancelled[sheet]! + this.unusable[sheet]!;
  }
}
