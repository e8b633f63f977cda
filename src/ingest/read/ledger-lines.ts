import type { CellReader } from './cell-reader';
import * as cellReader from './cell-reader';
import type { Dictionary, GrowingTable } from './growing-table';
import { ROW_DATA, ROW_PASSED_OVER } from './row-classes';

// Read once: see cell-reader.ts.
const { READ_INVALID, READ_VALUE } = cellReader;

const OPENING =
  /^(?:上年结转|上期结转|上月结转|期初(?:余额|结存|数)?|年初余额|承前页|opening balance|balance (?:b\/?f|brought forward))$/i;
const GIVEN_BACK = /退货|退回|折让|红冲|冲红|红字|返利|credit note|credit memo|return|allowance/i;
const CREDIT_SIDE = /^(?:贷|cr|c$|h$|收)/i;

const INVOICE = 0;
const PAYMENT = 1;
const CREDIT_NOTE = 2;
const OPENING_BALANCE = 3;

/**
 * Tells what the lines of a ledger of receivables are: a debit is billed, a credit received, or given back where its words say
 * so; what stood open before the first line is an invoice of before, and no sale. Lines that move nothing are no lines.
 *
 * @example 期初余额 200 / 借 500 / 贷 300 //=> open before 200, billed 500, received 300
 */
export class LedgerLines {
  /** Opening balances that were taken, and those that could not be, with their money. */
  openings = 0;
  openingsLeft = 0;
  openingsLeftMoney = 0;
  private kinds = new Uint8Array(0);
  private readonly seen = new Set<number>();
  private readonly amount: CellReader;
  private readonly credit: CellReader | undefined;
  private readonly side: CellReader | undefined;
  private readonly summary: CellReader | undefined;
  private readonly balance: CellReader | undefined;
  private readonly day: CellReader | undefined;
  private readonly client: CellReader | undefined;

  /** @param hasHeadings Clients stand in headings above their lines: whose an opening balance is, is not known here. */
  constructor(
    readers: readonly CellReader[],
    private readonly dictionaries: ReadonlyMap<CellReader, Dictionary>,
    private readonly hasHeadings: boolean,
  ) {
    const find = (name: string): CellReader | undefined =>
      readers.find(({ source }) => source.field.path === `invoices.${name}`);
    this.amount = find('amount')!;
    this.credit = find('creditAmount');
    this.side = this.credit ? undefined : find('side');
    this.summary = find('summary');
    this.balance = find('runningBalance');
    this.day = find('day');
    this.client = find('clientCode') ?? find('clientName');
  }

  /** Works on the block that the readers hold: every line gets one amount, and is known for what it is. */
  settle(classes: Uint8Array, rows: number, isReturnLine: (row: number) => boolean): void {
    if (this.kinds.length < rows) this.kinds = new Uint8Array(rows);
    for (let row = 0; row < rows; row++) {
      this.kinds[row] = INVOICE;
      const isOpening = this.isOpening(row);
      if (isOpening && classes[row] !== ROW_PASSED_OVER && classes[row] !== ROW_DATA) continue;
      if (isOpening) this.open(row, classes, rows);
      else if (classes[row] === ROW_DATA) this.settleLine(row, classes, isReturnLine(row));
      if (classes[row] === ROW_DATA) this.seen.add(this.clientAt(row));
    }
  }

  private settleLine(row: number, classes: Uint8Array, isReturn: boolean): void {
    const { states, values } = this.amount.parsed;
    const billed = amountAt(this.amount, row);
    const received = this.credit
      ? amountAt(this.credit, row)
      : CREDIT_SIDE.test(this.textAt(this.side, row))
        ? billed
        : 0;
    if (received !== 0 && (billed === 0 || !this.credit)) {
      this.kinds[row] = isReturn || GIVEN_BACK.test(this.textAt(this.summary, row)) ? CREDIT_NOTE : PAYMENT;
      // As open-items lists write it: what was received is negative, and what went back positive.
      values[row] = -received;
      states[row] = READ_VALUE;
    } else if (billed === 0 && this.credit && states[row] !== READ_INVALID) {
      classes[row] = ROW_PASSED_OVER;
    }
  }

  /** The balance before the first line of a client; further ones (of each month) are sums of what is read. */
  private open(row: number, classes: Uint8Array, rows: number): void {
    classes[row] = ROW_PASSED_OVER;
    const own = amountAt(this.amount, row) - (this.credit ? amountAt(this.credit, row) : 0);
    const balance = this.balance ? amountAt(this.balance, row) : 0;
    const isCredit = CREDIT_SIDE.test(this.textAt(this.side, row));
    const open = own !== 0 ? own : isCredit ? -Math.abs(balance) : balance;
    if (open === 0 || this.seen.has(this.clientAt(row))) return;
    const day = this.dayFrom(row, rows);
    if (this.hasHeadings || day === undefined) {
      this.openingsLeft++;
      this.openingsLeftMoney += open;
      return;
    }
    classes[row] = ROW_DATA;
    this.openings++;
    this.kinds[row] = OPENING_BALANCE;
    put(this.amount, row, open);
    put(this.day!, row, day);
  }

  /** The day of the opening line, else that of the line below it. */
  private dayFrom(row: number, rows: number): number | undefined {
    const parsed = this.day?.parsed;
    for (let below = row; parsed && below < rows; below++)
      if (parsed.states[below] === READ_VALUE) return parsed.values[below];
    return undefined;
  }

  private isOpening(row: number): boolean {
    return OPENING.test(this.textAt(this.summary, row).replace(/[\s:：]+$/, ''));
  }

  private clientAt(row: number): number {
    return this.client?.parsed.states[row] === READ_VALUE ? this.client.parsed.values[row]! : -1;
  }

  private textAt(reader: CellReader | undefined, row: number): string {
    if (!reader || reader.parsed.states[row] !== READ_VALUE) return '';
    return this.dictionaries.get(reader)?.values.at(reader.parsed.values[row]!) ?? '';
  }

  /** Puts what the kept rows are into the table. */
  apply(table: GrowingTable, kept: Int32Array, count: number, base: number): void {
    const paths = ['', 'invoices.isPayment', 'invoices.isCredit', 'invoices.isOpening'] as const;
    for (let index = 0; index < count; index++) {
      const path = paths[this.kinds[kept[index]!]!]!;
      if (path !== '') table.column(path, 'flag').cells[base + index] = 1;
      else if (this.credit) this.putPaidAtOnce(table, kept[index]!, base + index);
    }
  }

  /** A line with both sides was paid at once. */
  private putPaidAtOnce(table: GrowingTable, row: number, place: number): void {
    const received = amountAt(this.credit!, row);
    if (received !== 0) table.column('invoices.paidAmount', 'number').cells[place] = received;
  }
}

const amountAt = ({ parsed }: CellReader, row: number): number =>
  parsed.states[row] === READ_VALUE ? parsed.values[row]! : 0;

function put({ parsed }: CellReader, row: number, value: number): void {
  parsed.values[row] = value;
  parsed.states[row] = READ_VALUE;
}
