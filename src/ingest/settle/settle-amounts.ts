import type { CellReader } from '../read/cell-reader';
import * as cellReader from '../read/cell-reader';
import type { GrowingTable } from '../read/growing-table';
import * as rowClasses from '../read/row-classes';
import type { IssueCode } from '../issues';
import type { DocumentTotals } from '../recognise/document-totals';
import type { LinePrices } from './list-prices';

// Read once: see cell-reader.ts.
const { READ_EMPTY, READ_ERROR, READ_VALUE } = cellReader;
const { ROW_DATA } = rowClasses;

/** What is known of the rows of a block before their amounts are made. */
export interface RowMarks {
  readonly classes: Uint8Array;
  /** 1 where the row is not used. */
  readonly rejected: Uint8Array;
  /** 1 where the type word says return, allowance or red-letter. */
  readonly returnLines: Uint8Array;
}

export interface RejectedAmount {
  readonly row: number;
  readonly code: IssueCode;
  readonly reader: CellReader;
}

/** Columns that follow the sign of the amount. */
const SIGNED = ['transactions.quantity', 'transactions.cost', 'transactions.profit', 'transactions.tax'];

/**
 * Makes the amount of every sales line, and its sign.
 *
 * Formula: the amount cell, or where it is empty or in error quantity × unit price × (1 − discount), not rounded; × exchange rate
 * where the sheet has one. Lines with neither amount nor price take the price of a list. A line whose type word says return, allowance or red-letter, or whose amount or quantity is
 * negative, is a return: its amount, quantity, cost, profit and tax are made negative. What has no amount is rejected.
 *
 * @example quantity 12, unit price 9.8, discount 0.15 //=> 99.96
 */
export class AmountSettler {
  signsChanged = 0;
  computed = 0;
  /** Lines whose amount is 0 while quantity × price is not, and those products together. */
  zeroAmounts = 0;
  zeroProducts = 0;
  private amounts = new Float64Array(0);
  private returns = new Int8Array(0);
  /** Lines that stand in the home currency whatever their own is. */
  private rated = new Int8Array(0);
  private readonly isHome: boolean;
  private readonly amount: CellReader | undefined;
  private readonly quantity: CellReader | undefined;
  private readonly price: CellReader | undefined;
  private readonly discount: CellReader | undefined;
  private readonly rate: CellReader | undefined;
  /** Where amounts are debits: what credit notes stand under. */
  private readonly credit: CellReader | undefined;
  private readonly signed: readonly CellReader[];

  /** Lines whose amount stands on the first line of their document. */
  underTotals = 0;
  /** The number of the document, where amounts are those of whole documents. */
  private readonly document: CellReader | undefined;
  private readonly isTotalled: boolean[] = [];
  /** How many lines a row stands for, where an engine gave sums. */
  private readonly lines: CellReader | undefined;
  /** Amounts made with the price of a list. */
  priced = 0;

  constructor(
    readers: readonly CellReader[],
    private readonly listed?: LinePrices,
    totals?: DocumentTotals,
  ) {
    const find = (path: string): CellReader | undefined => readers.find((one) => one.source.field.path === path);
    this.amount = find('transactions.amount');
    this.quantity = find('transactions.quantity');
    this.price = find('transactions.unitPrice');
    this.discount = find('transactions.discount');
    this.credit = find('transactions.creditAmount');
    // 本币金额 is converted already.
    this.isHome = /本币|本位币|local/i.test(this.amount?.source.header ?? '');
    this.lines = find('transactions.lines');
    this.rate = this.isHome ? undefined : find('transactions.rate');
    this.document = totals && (find('transactions.orderNo') ?? find('transactions.documentNo'));
    this.signed = SIGNED.map(find).filter((one) => one !== undefined);
  }

  /** A type column says of every line what it is. */
  private saysType = false;

  /** Works on the block that the readers hold; returns the rows without an amount. */
  settle(
    rows: number,
    { classes, rejected: isRejected, returnLines }: RowMarks,
    saysType: boolean,
  ): readonly RejectedAmount[] {
    this.saysType = saysType;
    if (this.amounts.length < rows) {
      this.amounts = new Float64Array(rows);
      this.returns = new Int8Array(rows);
      this.rated = new Int8Array(rows);
    }
    const rejected: RejectedAmount[] = [];
    for (let row = 0; row < rows; row++) {
      if (classes[row] !== ROW_DATA || isRejected[row] === 1) continue;
      const isReturn = returnLines[row] === 1;
      if (isReturn) this.takeCredit(row);
      const wrong = this.makeAmount(row);
      if (wrong) rejected.push({ row, ...wrong });
      else this.makeSign(row, isReturn);
    }
    return rejected;
  }

  /** A credit note of a day book has its amount on the credit side. */
  private takeCredit(row: number): void {
    const { amount, credit } = this;
    if (!amount || credit?.parsed.states[row] !== READ_VALUE) return;
    const { states, values } = amount.parsed;
    if (states[row] !== READ_EMPTY && !(states[row] === READ_VALUE && values[row] === 0)) return;
    values[row] = -Math.abs(credit.parsed.values[row]!);
    states[row] = READ_VALUE;
  }

  private makeAmount(row: number): { code: IssueCode; reader: CellReader } | undefined {
    const { amount } = this;
    const state = amount?.parsed.states[row] ?? READ_EMPTY;
    let value: number;
    if (this.isUnderTotal(row)) {
      value = 0;
      this.underTotals++;
    } else if (amount && state === READ_VALUE) {
      value = amount.parsed.values[row]!;
      if (value === 0) this.weighZero(row);
    } else if (amount && state !== READ_EMPTY && state !== READ_ERROR) {
      return { code: 'amount-unreadable', reader: amount };
    } else {
      const wrong = this.wrongFactor(row);
      // A broken formula is named itself, not the factors that could not stand for it.
      if (wrong) return amount && state === READ_ERROR ? { code: 'required-error', reader: amount } : wrong;
      const part = this.discount?.parsed.states[row] === READ_VALUE ? this.discount.parsed.values[row]! : 0;
      const price = this.listed ? this.listed.of(row)! : this.price!.parsed.values[row]!;
      value = this.quantity!.parsed.values[row]! * price * (1 - part);
      if (this.listed) this.priced++;
      else this.computed += this.linesOf(row);
    }
    const { rate } = this;
    this.rated[row] = this.isHome ? 1 : 0;
    if (rate && rate.parsed.states[row] === READ_VALUE && rate.parsed.values[row]! > 0) {
      const factor = rate.parsed.values[row]!;
      this.rated[row] = 1;
      if (factor !== 1) {
        value *= factor;
        for (const one of this.signed) if (one !== this.quantity) one.parsed.values[row]! *= factor;
      }
    }
    this.amounts[row] = value;
    return undefined;
  }

  private linesOf(row: number): number {
    return this.lines?.parsed.states[row] === READ_VALUE ? this.lines.parsed.values[row]! : 1;
  }

  /** Whether the amount of the line's document was counted already, on a line above. */
  private isUnderTotal(row: number): boolean {
    const { document } = this;
    if (document?.parsed.states[row] !== READ_VALUE) return false;
    const number = document.parsed.values[row]!;
    if (this.isTotalled[number]) return true;
    if (this.amount?.parsed.states[row] === READ_VALUE) this.isTotalled[number] = true;
    return false;
  }

  /** The money that a line speaks of, used or not: its amount cell, else quantity × price; undefined where neither can be read. */
  saidOf(row: number): number | undefined {
    const value = (reader: CellReader | undefined): number | undefined =>
      reader?.parsed.states[row] === READ_VALUE ? reader.parsed.values[row]! : undefined;
    const [quantity, price] = [value(this.quantity), value(this.price)];
    return value(this.amount) ?? (quantity === undefined || price === undefined ? undefined : quantity * price);
  }

  private weighZero(row: number): void {
    const { quantity, price } = this;
    if (quantity?.parsed.states[row] !== READ_VALUE || price?.parsed.states[row] !== READ_VALUE) return;
    const part = this.discount?.parsed.states[row] === READ_VALUE ? this.discount.parsed.values[row]! : 0;
    const product = quantity.parsed.values[row]! * price.parsed.values[row]! * (1 - part);
    if (product === 0) return;
    this.zeroAmounts += this.linesOf(row);
    this.zeroProducts += product;
  }

  /** Why an empty amount cannot be made of quantity and price. */
  private wrongFactor(row: number): { code: IssueCode; reader: CellReader } | undefined {
    const { quantity, discount, listed } = this;
    const price = this.price ?? listed?.reader;
    const place = this.amount ?? price ?? quantity!;
    if (!quantity || !price) return { code: 'amount-missing', reader: place };
    for (const one of [quantity, price]) {
      const state = one.parsed.states[row]!;
      if (state === READ_VALUE) continue;
      if (state === READ_EMPTY) return { code: 'amount-missing', reader: this.amount ?? one };
      return { code: state === READ_ERROR ? 'required-error' : 'amount-unreadable', reader: one };
    }
    if (listed) {
      const found = listed.of(row);
      if (found === undefined) return { code: 'price-unknown', reader: listed.reader };
      if (Number.isNaN(found)) return { code: 'price-ambiguous', reader: listed.reader };
    }
    const state = discount?.parsed.states[row] ?? READ_EMPTY;
    if (discount && state !== READ_EMPTY && state !== READ_VALUE)
      return { code: state === READ_ERROR ? 'required-error' : 'cell-not-discount', reader: discount };
    return undefined;
  }

  private makeSign(row: number, isReturnWord: boolean): void {
    const amount = this.amounts[row]!;
    const quantity = this.quantity?.parsed.states[row] === READ_VALUE ? this.quantity.parsed.values[row]! : 0;
    const isReturn = isReturnWord || amount < 0 || quantity < 0;
    this.returns[row] = isReturn ? 1 : 0;
    if (isReturn) {
      const wasPositive = amount > 0;
      if (wasPositive) {
        this.signsChanged += this.linesOf(row);
        this.amounts[row] = -amount;
      }
      for (const { parsed } of this.signed) {
        if (parsed.states[row] !== READ_VALUE || parsed === this.quantity?.parsed) continue;
        if (wasPositive) parsed.values[row] = -parsed.values[row]!;
      }
      if (quantity > 0) this.quantity!.parsed.values[row] = -quantity;
    }
    if (this.amount) {
      this.amount.parsed.values[row] = this.amounts[row]!;
      this.amount.parsed.states[row] = READ_VALUE;
    }
  }

  /** Puts amounts and return flags of the kept rows into the table. */
  apply(table: GrowingTable, kept: Int32Array, count: number, base: number): void {
    // A column of amounts holds them already.
    if (!this.amount) {
      const amounts = table.column('transactions.amount', 'number').cells;
      for (let index = 0; index < count; index++) amounts[base + index] = this.amounts[kept[index]!]!;
    }
    this.applyReturns(table, kept, count, base);
    if (!this.isHome && !this.rate) return;
    const rated = table.column('transactions.rated', 'flag').cells;
    for (let index = 0; index < count; index++) rated[base + index] = this.rated[kept[index]!]!;
  }

  /**
   * Without a type column the first negative line shows that returns are kept on this sheet; until then nobody can tell a
   * sheet without returns from a firm without any, and the column stays away.
   */
  private applyReturns(table: GrowingTable, kept: Int32Array, count: number, base: number): void {
    const path = 'transactions.isReturn';
    const isSaid = this.saysType || table.has(path) || kept.subarray(0, count).some((row) => this.returns[row] === 1);
    if (!isSaid) return;
    const returns = table.column(path, 'flag').cells;
    for (let index = 0; index < count; index++) returns[base + index] = this.returns[kept[index]!]!;
  }
}
