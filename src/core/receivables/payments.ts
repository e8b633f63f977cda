import { sortRows } from '../facts/row-order';
import { NO_CLIENT, NO_TEXT, type Codes } from '../model/columns';
import { asDay, NO_DAY, type Day } from '../model/day';
import { moneyOf } from '../model/money';
import { GroupSums } from '../model/sum';
import type { TableOf } from '../model/tables';
import type { Settings } from '../settings';
import { netRefunds, planReceipts, type PlannedReceipt, type ReceiptPlan } from './receipt-plan';

/** Invoices with what was paid on them, in columns: amounts in fen, one entry an invoice (lines of one number and due day are one). */
export interface InvoiceLedger {
  readonly invoices: number;
  readonly client: Int32Array;
  /** Client c's invoices are `offsets[c]` … `offsets[c + 1] − 1`, oldest due first, without a due day last. */
  readonly offsets: Int32Array;
  readonly day: Int32Array;
  readonly due: Int32Array;
  /** Billed, less the credit notes set against it. */
  readonly amount: Float64Array;
  readonly open: Float64Array;
  readonly disputed: Uint8Array;
  readonly promisedDay: Int32Array;
  /** A row of the invoice table, for its number and its origin. */
  readonly row: Int32Array;
  /** Every reduction of an invoice, in no order of days. */
  readonly settlements: Settlements;
  /** Received or credited beyond what is open, by client: 预收. */
  readonly advance: Float64Array;
  readonly leftOut: LedgerLosses;
}

/** Parts by which invoices were reduced. A credit note reduces without being a payment. */
export interface Settlements {
  readonly invoice: Int32Array;
  /** `NO_DAY` where it is not known when it was paid. */
  readonly day: Int32Array;
  readonly amount: Float64Array;
  /** 1 where it is a credit note. */
  readonly isCredit: Uint8Array;
}

export interface LedgerLosses {
  /** Invoice lines without client or amount. */
  readonly invoices: number;
  /** Receipts without client or amount, and refunds that no receipt stands against. */
  readonly receipts: number;
  /** Receipts that name an invoice which the client does not have: set against the oldest due instead. */
  readonly unknownInvoices: number;
}

/**
 * Sets receipts and credit notes against invoices.
 *
 * Rule: a receipt goes to the invoice that it names; without a name, or beyond it, to the oldest due one; what remains is
 * an advance payment. A credit note (negative invoice) reduces the invoice that it names, else the oldest due one. Due day =
 * the invoice's, else as-of less the days overdue that an ageing summary says, else invoice day + the client's terms, else + the default terms. A payment stated on the
 * invoice's own line counts; a receipt that tells of the same payment (same invoice, or same day and amount) is not counted
 * again. Disputed invoices take only receipts that name them.
 * Counts: invoices, receipts and paid days up to as-of. Unit: fen.
 * Missing: a line without client or amount is left out and counted; a paid amount without a day is paid on an unknown day.
 * Source: definitions §6.1.
 * @example invoices 100 (due 1 Jan), 200 (due 1 Feb); receipt 150 without a name //=> open 0 and 150
 */
export function settleInvoices(
  invoices: TableOf<'invoices'>,
  receipts: TableOf<'receipts'>,
  clients: number,
  termsOf: (client: number) => number,
  asOf: Day,
  settings: Settings,
): InvoiceLedger {
  const draft = mergeLines(invoices, clients, termsOf, asOf, settings);
  const book = new SettlementBook(draft);
  const plan = planReceipts(invoices, receipts, clients, asOf);
  for (let client = 0; client < clients; client++) settleClient(client, draft, book, plan);
  return {
    ...draft.columns,
    settlements: book.close(),
    advance: book.advance,
    leftOut: { invoices: draft.leftOut, receipts: plan.leftOut, unknownInvoices: plan.unknownInvoices },
  };
}

/** A credit read from the invoice lines themselves, not yet set against an invoice. */
interface Stated {
  readonly code: number;
  readonly day: number;
  readonly amount: number;
}

/** Payments that the invoice lines tell of, by client: client c's are `offsets[c]` … `offsets[c + 1] − 1`. */
interface StatedPayments {
  readonly offsets: Int32Array;
  /** The invoice that carries it. */
  readonly invoice: Int32Array;
  readonly day: Int32Array;
  readonly amount: Float64Array;
}

interface LedgerDraft {
  readonly columns: Omit<InvoiceLedger, 'settlements' | 'advance' | 'leftOut'>;
  /** Code of the invoice number in the invoice table's dictionary. */
  readonly code: Int32Array;
  readonly paid: StatedPayments;
  readonly credits: readonly (readonly Stated[])[];
  readonly leftOut: number;
}

const NOTHING: readonly Stated[] = [];

function mergeLines(
  table: TableOf<'invoices'>,
  clients: number,
  termsOf: (client: number) => number,
  asOf: Day,
  settings: Settings,
): LedgerDraft {
  const { client, invoiceNo, day, dueDay, overdueDays, amount, paidAmount, paidDay, disputed, promisedPaymentDay } =
    table.columns;
  let leftOut = 0;
  const counts = new Int32Array(clients + 1);
  const isUsed = new Uint8Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    const who = client?.[row] ?? NO_CLIENT;
    const money = amount?.[row] ?? NaN;
    if (who < 0 || Number.isNaN(money)) {
      leftOut++;
      continue;
    }
    if ((day?.[row] ?? NO_DAY) > asOf || money === 0) continue;
    isUsed[row] = 1;
    counts[who + 1]!++;
  }
  for (let c = 0; c < clients; c++) counts[c + 1]! += counts[c]!;
  const codeAt = (row: number): number => invoiceNo?.codes[row] ?? NO_TEXT;
  const dueAt = (row: number): number => {
    const written = dueDay?.[row] ?? NO_DAY;
    if (written !== NO_DAY) return written;
    const said = overdueDays?.[row] ?? NaN;
    if (!Number.isNaN(said)) return asOf - said;
    const billed = day?.[row] ?? NO_DAY;
    if (billed === NO_DAY) return NO_DAY;
    const terms = termsOf(client![row]!);
    return billed + (Number.isNaN(terms) ? settings['payment.defaultTermDays'] : terms);
  };
  const size = counts[clients]!;
  const dueOfRow = new Int32Array(table.rows);
  const used = new Int32Array(size);
  for (let row = 0, at = 0; row < table.rows; row++) {
    if (isUsed[row] === 0) continue;
    dueOfRow[row] = dueAt(row);
    used[at++] = row;
  }
  const order = orderLines(used, client, dueOfRow, invoiceNo?.codes);

  const columns = {
    client: new Int32Array(size),
    offsets: new Int32Array(clients + 1),
    day: new Int32Array(size),
    due: new Int32Array(size),
    amount: new Float64Array(size),
    open: new Float64Array(size),
    disputed: new Uint8Array(size),
    promisedDay: new Int32Array(size),
    row: new Int32Array(size),
  };
  const code = new Int32Array(size);
  const sums = new GroupSums(size);
  const paid = {
    offsets: new Int32Array(clients + 1),
    invoice: new Int32Array(size),
    day: new Int32Array(size),
    amount: new Float64Array(size),
  };
  let payments = 0;
  const credits: Stated[][] = [];
  let n = 0;
  for (let c = 0; c < clients; c++) {
    columns.offsets[c] = n;
    paid.offsets[c] = payments;
    for (let i = counts[c]!; i < counts[c + 1]!; i++) {
      const row = order[i]!;
      const money = amount![row]!;
      if (money < 0) {
        (credits[c] ??= []).push({ code: codeAt(row), day: day?.[row] ?? NO_DAY, amount: -moneyOf(money) });
        continue;
      }
      const due = dueOfRow[row]!;
      const isSame =
        n > columns.offsets[c]! && codeAt(row) !== NO_TEXT && code[n - 1] === codeAt(row) && columns.due[n - 1] === due;
      if (!isSame) {
        columns.client[n] = c;
        columns.day[n] = day?.[row] ?? NO_DAY;
        columns.due[n] = due;
        columns.promisedDay[n] = promisedPaymentDay?.[row] ?? NO_DAY;
        columns.row[n] = row;
        code[n] = codeAt(row);
        n++;
      }
      const at = n - 1;
      sums.add(at, money);
      if (disputed?.[row] === 1) columns.disputed[at] = 1;
      const when = paidDay?.[row] ?? NO_DAY;
      const stated = paidAmount?.[row] ?? NaN;
      if (when > asOf) continue;
      const isPaid = Number.isNaN(stated) ? when !== NO_DAY : stated > 0;
      if (isPaid) {
        paid.invoice[payments] = at;
        paid.day[payments] = when;
        paid.amount[payments++] = moneyOf(Number.isNaN(stated) ? money : stated);
      }
    }
  }
  columns.offsets[clients] = n;
  paid.offsets[clients] = payments;
  for (let i = 0; i < n; i++) columns.amount[i] = columns.open[i] = moneyOf(sums.at(i));
  return { columns: { invoices: n, ...columns }, code, paid, credits, leftOut };
}

/** By client; oldest due first; one invoice's lines together; the sheet's order last, so that the result is always the same. */
function orderLines(
  rows: Int32Array,
  client: Int32Array | undefined,
  due: Int32Array,
  code: Codes | undefined,
): Int32Array {
  // Invoices without a due day come after all others.
  const dueOrLast = due.map((day) => (day === NO_DAY ? LAST : day));
  const byDue = sortRows(code ? sortRows(rows, code) : rows, dueOrLast);
  return client ? sortRows(byDue, client) : byDue;
}

const LAST = 0x7fffffff;

/** Writes settlements and keeps what is open. */
class SettlementBook {
  readonly advance: Float64Array;
  private invoice: Int32Array;
  private day: Int32Array;
  private amount: Float64Array;
  private isCredit: Uint8Array;
  private count = 0;
  /** First invoice of the client that may still be open. */
  private cursor = 0;

  constructor(private readonly draft: LedgerDraft) {
    this.advance = new Float64Array(draft.columns.offsets.length - 1);
    const expected = Math.max(16, draft.columns.invoices);
    this.invoice = new Int32Array(expected);
    this.day = new Int32Array(expected);
    this.amount = new Float64Array(expected);
    this.isCredit = new Uint8Array(expected);
  }

  startClient(client: number): void {
    this.cursor = this.draft.columns.offsets[client]!;
  }

  /** Takes as much as the invoice still has open; gives back what remains. */
  settle(invoice: number, day: number, amount: number, isCredit: boolean): number {
    const { open, amount: billed } = this.draft.columns;
    const part = Math.min(amount, open[invoice]!);
    if (part <= 0) return amount;
    open[invoice]! -= part;
    if (isCredit) billed[invoice]! -= part;
    if (this.count === this.invoice.length) this.grow();
    this.invoice[this.count] = invoice;
    this.day[this.count] = day;
    this.amount[this.count] = part;
    this.isCredit[this.count++] = isCredit ? 1 : 0;
    return amount - part;
  }

  settleOldest(client: number, day: number, amount: number, isCredit: boolean): number {
    const { offsets, open, disputed } = this.draft.columns;
    const end = offsets[client + 1]!;
    let left = amount;
    for (let i = this.cursor; i < end && left > 0; i++) {
      if (disputed[i] !== 1) left = this.settle(i, day, left, isCredit);
      if (i === this.cursor && (open[i] === 0 || disputed[i] === 1)) this.cursor++;
    }
    return left;
  }

  close(): Settlements {
    return {
      invoice: this.invoice.subarray(0, this.count),
      day: this.day.subarray(0, this.count),
      amount: this.amount.subarray(0, this.count),
      isCredit: this.isCredit.subarray(0, this.count),
    };
  }

  private grow(): void {
    const size = this.count * 2;
    const { invoice, day, amount, isCredit } = this;
    (this.invoice = new Int32Array(size)).set(invoice);
    (this.day = new Int32Array(size)).set(day);
    (this.amount = new Float64Array(size)).set(amount);
    (this.isCredit = new Uint8Array(size)).set(isCredit);
  }
}

function settleClient(client: number, draft: LedgerDraft, book: SettlementBook, plan: ReceiptPlan): void {
  const { offsets } = draft.columns;
  const start = offsets[client]!;
  const end = offsets[client + 1]!;
  book.startClient(client);
  const credits = draft.credits[client] ?? NOTHING;
  const { paid } = draft;
  const received = netRefunds(plan, client);
  const named = new Set<number>();
  for (const { code } of credits) if (code !== NO_TEXT) named.add(code);
  for (const { codes } of received) for (const code of codes) named.add(code);
  const byCode = invoicesByCode(draft.code, start, end, named);
  const settleNamed = (codes: readonly number[], day: number, amount: number, isCredit: boolean): number => {
    let left = amount;
    for (const code of codes) {
      for (const invoice of byCode.get(code) ?? []) if (left > 0) left = book.settle(invoice, day, left, isCredit);
    }
    return left;
  };

  for (const credit of credits) {
    const left = settleNamed(credit.code === NO_TEXT ? [] : [credit.code], credit.day, credit.amount, true);
    book.advance[client]! += book.settleOldest(client, credit.day, left, true);
  }
  const told = new ToldPayments();
  for (let i = paid.offsets[client]!; i < paid.offsets[client + 1]!; i++) {
    const invoice = paid.invoice[i]!;
    const day = paid.day[i]!;
    const amount = paid.amount[i]!;
    book.advance[client]! += book.settle(invoice, day, amount, false);
    if (received.length > 0) told.add({ code: draft.code[invoice]!, day, amount });
  }
  for (const receipt of received) if (receipt.codes.length === 0 && told.takeSame(receipt)) receipt.amount = 0;
  // Receipts that name an invoice go first: a nameless one must not use up what was meant for them.
  for (const receipt of received) {
    if (receipt.codes.length === 0) continue;
    if (!receipt.codes.some((code) => byCode.has(code))) plan.unknownInvoices++;
    receipt.amount = settleNamed(receipt.codes, receipt.day, told.withoutTold(receipt), false);
  }
  for (const receipt of received) {
    book.advance[client]! += book.settleOldest(client, receipt.day, receipt.amount, false);
  }
}

function invoicesByCode(
  code: Int32Array,
  start: number,
  end: number,
  named: ReadonlySet<number>,
): Map<number, number[]> {
  const byCode = new Map<number, number[]>();
  if (named.size === 0) return byCode;
  for (let i = start; i < end; i++) {
    if (!named.has(code[i]!)) continue;
    const same = byCode.get(code[i]!);
    if (same) same.push(i);
    else byCode.set(code[i]!, [i]);
  }
  return byCode;
}

/** Payments that the invoice lines tell of, so that the receipts sheet does not count them again. */
class ToldPayments {
  private readonly byCode = new Map<number, number>();
  private readonly byDayAndAmount = new Map<string, number[]>();

  add(payment: Stated): void {
    this.byCode.set(payment.code, (this.byCode.get(payment.code) ?? 0) + payment.amount);
    const key = `${payment.day} ${payment.amount}`;
    const same = this.byDayAndAmount.get(key);
    if (same) same.push(payment.code);
    else this.byDayAndAmount.set(key, [payment.code]);
  }

  /** Whether a nameless receipt tells of the same payment: same day and amount. Each is taken once. */
  takeSame(receipt: PlannedReceipt): boolean {
    const code = this.byDayAndAmount.get(`${receipt.day} ${receipt.amount}`)?.pop();
    if (code === undefined) return false;
    this.byCode.set(code, this.byCode.get(code)! - receipt.amount);
    return true;
  }

  /** What a receipt brings beyond what the lines of its invoices tell of already. */
  withoutTold(receipt: PlannedReceipt): number {
    let left = receipt.amount;
    for (const code of receipt.codes) {
      const same = Math.min(this.byCode.get(code) ?? 0, left);
      if (same > 0) this.byCode.set(code, this.byCode.get(code)! - same);
      left -= same;
    }
    return left;
  }
}

/** Days from the due day to the as-of day; negative while not due. */
export function daysOverdue(ledger: InvoiceLedger, invoice: number, asOf: Day): number | undefined {
  const due = ledger.due[invoice]!;
  return due === NO_DAY ? undefined : asDay(asOf - due);
}
