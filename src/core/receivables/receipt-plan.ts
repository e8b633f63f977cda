import { NO_CLIENT, NO_TEXT } from '../model/columns';
import { NO_DAY, type Day } from '../model/day';
import { moneyOf } from '../model/money';
import type { TableOf } from '../model/tables';

/** A receipt, or what is left of it after refunds. Held only while its client is being settled. */
export interface PlannedReceipt {
  readonly day: number;
  /** Invoice numbers that it names, as codes of the invoice table's dictionary. */
  readonly codes: readonly number[];
  amount: number;
}

/** The receipts sorted by client and day, with the invoices that they name. */
export interface ReceiptPlan {
  readonly table: TableOf<'receipts'>;
  /** Rows by client: `rows[offsets[c]]` … `rows[offsets[c + 1] − 1]`, oldest first, without a day last. */
  readonly rows: Int32Array;
  readonly offsets: Int32Array;
  /** By code of the receipts' own dictionary. */
  readonly codes: readonly (readonly number[])[];
  leftOut: number;
  unknownInvoices: number;
}

const NAMELESS: readonly number[] = [];
/** Named something that the invoices do not have: no code of the dictionary is this. */
const UNKNOWN: readonly number[] = [-2];
const NO_OWNERS = new Int32Array(0);
const SEPARATORS = /[,，、;；/\s]+/;

/**
 * Reads the receipts once: who paid, when, and for which invoices. A cell may name several (`A1,A2`). A receipt without a
 * client that names an invoice belongs to the one client who has that number.
 */
export function planReceipts(
  invoices: TableOf<'invoices'>,
  receipts: TableOf<'receipts'>,
  clients: number,
  asOf: Day,
): ReceiptPlan {
  const { client, day, amount, invoiceNo } = receipts.columns;
  const codes = translate(invoices, receipts);
  const owner = invoiceNo ? ownersOfNumbers(invoices) : NO_OWNERS;
  let leftOut = 0;
  const payer = new Int32Array(receipts.rows).fill(-1);
  const offsets = new Int32Array(clients + 1);
  for (let row = 0; row < receipts.rows; row++) {
    if ((day?.[row] ?? NO_DAY) > asOf) continue;
    const money = amount?.[row] ?? NaN;
    const code = invoiceNo?.codes[row] ?? NO_TEXT;
    const named = code === NO_TEXT ? undefined : codes[code]![0];
    const written = client?.[row] ?? NO_CLIENT;
    const who = written >= 0 ? written : named === undefined || named < 0 ? -1 : owner[named]!;
    if (who < 0 || Number.isNaN(money)) {
      leftOut++;
      continue;
    }
    if (money === 0) continue;
    payer[row] = who;
    offsets[who + 1]!++;
  }
  for (let c = 0; c < clients; c++) offsets[c + 1]! += offsets[c]!;
  const rows = new Int32Array(offsets[clients]!);
  const next = offsets.slice();
  for (let row = 0; row < receipts.rows; row++) if (payer[row]! >= 0) rows[next[payer[row]!]!++] = row;
  const dayAt = (row: number): number => {
    const when = day?.[row] ?? NO_DAY;
    return when === NO_DAY ? Number.MAX_SAFE_INTEGER : when;
  };
  for (let c = 0; c < clients; c++) {
    rows.subarray(offsets[c]!, offsets[c + 1]!).sort((a, b) => dayAt(a) - dayAt(b) || a - b);
  }
  return { table: receipts, rows, offsets, codes, leftOut, unknownInvoices: 0 };
}

/**
 * The receipts of a client, with refunds and bounced payments (negative receipts) taken off the latest receipt that names the
 * same; a refund that nothing stands against is left out and counted.
 */
export function netRefunds(plan: ReceiptPlan, client: number): PlannedReceipt[] {
  const { day, amount, invoiceNo } = plan.table.columns;
  const received: (PlannedReceipt & { readonly key: number })[] = [];
  for (let i = plan.offsets[client]!; i < plan.offsets[client + 1]!; i++) {
    const row = plan.rows[i]!;
    const key = invoiceNo?.codes[row] ?? NO_TEXT;
    const money = moneyOf(amount![row]!);
    if (money > 0) {
      received.push({
        day: day?.[row] ?? NO_DAY,
        codes: key === NO_TEXT ? NAMELESS : plan.codes[key]!,
        amount: money,
        key,
      });
      continue;
    }
    let left = -money;
    for (let j = received.length - 1; j >= 0 && left > 0; j--) {
      const before = received[j]!;
      if (before.key !== key) continue;
      const part = Math.min(left, before.amount);
      before.amount -= part;
      left -= part;
    }
    if (left > 0) plan.leftOut++;
  }
  return received.filter((receipt) => receipt.amount > 0);
}

/** What the receipts' words for invoices mean in the invoice table's dictionary. */
function translate(invoices: TableOf<'invoices'>, receipts: TableOf<'receipts'>): readonly (readonly number[])[] {
  // Without names nothing has to be looked up: a million invoice numbers would be put into a map for nobody.
  if (!receipts.columns.invoiceNo) return [];
  const numbers = new Map((invoices.columns.invoiceNo?.values ?? []).map((value, code) => [value, code]));
  return (receipts.columns.invoiceNo?.values ?? []).map((value) => {
    const whole = numbers.get(value);
    if (whole !== undefined) return [whole];
    const parts = value
      .split(SEPARATORS)
      .map((part) => numbers.get(part))
      .filter((code): code is number => code !== undefined);
    return parts.length > 0 ? parts : UNKNOWN;
  });
}

/** By invoice number: the one client who has it, or −1 where several do. */
function ownersOfNumbers(invoices: TableOf<'invoices'>): Int32Array {
  const { client, invoiceNo } = invoices.columns;
  const NOBODY = -2;
  const owner = new Int32Array(invoiceNo?.values.length ?? 0).fill(NOBODY);
  for (let row = 0; row < invoices.rows; row++) {
    const code = invoiceNo?.codes[row] ?? NO_TEXT;
    const who = client?.[row] ?? NO_CLIENT;
    if (code === NO_TEXT || who < 0) continue;
    owner[code] = owner[code] === NOBODY || owner[code] === who ? who : -1;
  }
  return owner;
}
