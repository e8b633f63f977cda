import { NO_DAY } from '../../core/model/day';
import type { IssueLog } from '../issues';
import type { GrowingTable } from '../read/growing-table';
import { draftOf, integersOf, numbersOf, pickRows, type TableDraft } from '../read/table-draft';

/** What the lines of the invoice sheets come to. */
export interface SettledInvoices {
  readonly invoices: TableDraft;
  /** Those that were billed: without what a ledger carries over from before. */
  readonly billed: TableDraft;
  /** Payments that stand among the invoices of an open-items list. */
  readonly payments: TableDraft | undefined;
  /** The only amount is what is still open. */
  readonly isOpenOnly: boolean;
  /** An ageing summary: bands in place of due days. */
  readonly isSummary: boolean;
}

/**
 * Makes one thing of the many ways in which invoices are listed: an open amount beside the invoiced one says what was paid;
 * where it stands alone it is all that is known. Payments and credit notes among the lines are told by their type word:
 * payments become receipts, credit notes negative. Cancelled documents count nowhere.
 *
 * Signs: where the list writes payments as negative amounts, a positive one is money that went back.
 * A payment line that is itself cleared is told by the invoice that it cleared, and left out.
 * @example Invoice 1,000 of which 600 is open; Payment −50 //=> invoice 1,000 with 400 paid, receipt 50
 */
export function settleInvoiceLines(table: GrowingTable, sheets: readonly string[], issues: IssueLog): SettledInvoices {
  const draft = draftOf(table, 'invoices');
  const flag = (name: string): Int8Array | undefined =>
    table.finish(`invoices.${name}` as 'invoices.isPayment') as Int8Array | undefined;
  const open = table.finish('invoices.openAmount') as Float64Array | undefined;
  const isPayment = flag('isPayment');
  const isCredit = flag('isCredit');
  const cancelled = flag('cancelled');
  const isNotSale = flag('isNotSale');
  const isOpening = flag('isOpening');
  const isSummary = table.has('invoices.overdueDays');
  const isOpenOnly = isSummary || (open !== undefined && table.isShared('invoices.amount'));
  const columns = new Map(draft.columns);
  // Nothing was paid of what is open; with the column there, it is known that payments are told of.
  if (isSummary) columns.set('paidAmount', new Float64Array(draft.rows).fill(Number.NaN));
  const amounts = numbersOf(draft, 'amount');
  if (amounts && open) columns.set('paidAmount', paidOf(amounts, open, numbersOf(draft, 'paidAmount'), isOpenOnly));
  if (amounts && isCredit)
    columns.set(
      'amount',
      amounts.map((amount, row) => (isCredit[row] === 1 ? -Math.abs(amount) : amount)),
    );
  const settled: TableDraft = { ...draft, columns };
  const isVoid = (row: number): boolean => cancelled?.[row] === 1 || isNotSale?.[row] === 1;
  tellCancelled(settled, isVoid, sheets, issues);
  const isInvoice = (row: number): boolean => !isVoid(row) && isPayment?.[row] !== 1;
  return {
    invoices: pickRows(settled, isInvoice),
    billed: pickRows(settled, (row) => isInvoice(row) && isOpening?.[row] !== 1),
    payments: isPayment && paymentsOf(settled, (row) => !isVoid(row) && isPayment[row] === 1, open),
    isOpenOnly,
    isSummary,
  };
}

/** What was paid: as stated, else what the open amount leaves of the invoiced one. */
function paidOf(
  amounts: Float64Array,
  open: Float64Array,
  stated: Float64Array | undefined,
  isOpenOnly: boolean,
): Float64Array {
  return amounts.map((amount, row) => {
    const said = stated?.[row] ?? NaN;
    if (!Number.isNaN(said) || isOpenOnly || Number.isNaN(open[row]!)) return said;
    // A credit note's open part has the sign of its amount; it is no payment.
    return amount > 0 ? Math.max(0, Number((amount - open[row]!).toPrecision(15))) : NaN;
  });
}

function paymentsOf(
  settled: TableDraft,
  isPayment: (row: number) => boolean,
  open: Float64Array | undefined,
): TableDraft | undefined {
  const amounts = numbersOf(settled, 'amount');
  const cleared = integersOf(settled, 'paidDay');
  if (!amounts) return undefined;
  const left = (row: number): number => (open && !Number.isNaN(open[row]!) ? open[row]! : amounts[row]!);
  const rows = pickRows(
    {
      ...settled,
      columns: new Map(settled.columns).set(
        'amount',
        amounts.map((_, row) => left(row)),
      ),
    },
    (row) => isPayment(row) && (cleared?.[row] ?? NO_DAY) === NO_DAY && left(row) !== 0,
  );
  if (rows.rows === 0) return undefined;
  const signed = numbersOf(rows, 'amount')!;
  const sign = signed.some((amount) => amount < 0) ? -1 : 1;
  const columns: TableDraft['columns'] = new Map();
  columns.set(
    'amount',
    signed.map((amount) => sign * amount),
  );
  for (const [name, from] of [
    ['client', 'client'],
    ['day', 'day'],
    ['receiptNo', 'invoiceNo'],
  ] as const) {
    const column = rows.columns.get(from);
    if (column !== undefined) columns.set(name, column);
  }
  return { table: 'receipts', rows: rows.rows, columns, origin: rows.origin };
}

function tellCancelled(
  { rows, origin }: TableDraft,
  isVoid: (row: number) => boolean,
  sheets: readonly string[],
  issues: IssueLog,
): void {
  const counts = new Map<number, number>();
  for (let row = 0; row < rows; row++)
    if (isVoid(row)) counts.set(origin.sheetAt(row), (counts.get(origin.sheetAt(row)) ?? 0) + 1);
  for (const [sheet, count] of counts) issues.add('invoices-cancelled', { sheet: sheets[sheet] ?? '' }, { count });
}
