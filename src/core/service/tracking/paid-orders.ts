import { NO_TEXT, textAt } from '../../model/columns';
import { tableOf, type Dataset } from '../../model/dataset';
import { NO_DAY, type Day } from '../../model/day';

/** What is known of the invoices of an order. */
interface InvoicedOrder {
  /** Of its latest invoice. */
  readonly day: number;
  /** Nothing of any of them is open. */
  readonly isPaid: boolean;
}

export interface InvoicedOrders {
  readonly of: (orderNo: string) => InvoicedOrder | undefined;
  /** Before it no invoice is kept: an older order tells nothing by having none. */
  readonly firstDay: number;
}

/**
 * Which orders are invoiced, and which of them paid: by the order number on the invoice, or by the invoice that a sales line of
 * the order names (monthly invoices carry no order number). Undefined where neither is kept.
 *
 * @param openInvoices numbers of invoices that are not fully paid; without them an invoice is paid by its day of payment
 */
export function paidOrders(
  dataset: Dataset,
  asOf: Day,
  openInvoices: ReadonlySet<string> | undefined,
): InvoicedOrders | undefined {
  const { columns, rows } = tableOf(dataset, 'invoices');
  const sales = tableOf(dataset, 'transactions').columns;
  const isBySales = columns.invoiceNo !== undefined && sales.orderNo !== undefined && sales.invoiceNo !== undefined;
  if (!columns.day || rows === 0 || (!columns.orderNo && !isBySales)) return undefined;
  const byNumber = new Map<string, InvoicedOrder>();
  const byOrder = new Map<string, InvoicedOrder>();
  let firstDay = Infinity;
  for (let row = 0; row < rows; row++) {
    const day = columns.day[row]!;
    if (day === NO_DAY || day > asOf || (columns.amount?.[row] ?? 0) < 0) continue;
    firstDay = Math.min(firstDay, day);
    const number = textAt(columns.invoiceNo, row);
    const paid = columns.paidDay?.[row] ?? NO_DAY;
    const isPaid = openInvoices && number !== '' ? !openInvoices.has(number) : paid !== NO_DAY && paid <= asOf;
    const one = { day, isPaid };
    if (isBySales && number !== '') add(byNumber, number, one);
    const order = textAt(columns.orderNo, row);
    if (order !== '') add(byOrder, order, one);
  }
  if (isBySales) addBySalesLines(dataset, byNumber, byOrder);
  return byOrder.size === 0 ? undefined : { of: (key) => byOrder.get(key), firstDay };
}

/** Several invoices are paid when all are. */
function add(found: Map<string, InvoicedOrder>, key: string, one: InvoicedOrder): void {
  const before = found.get(key);
  found.set(key, before ? { day: Math.max(before.day, one.day), isPaid: before.isPaid && one.isPaid } : one);
}

function addBySalesLines(
  dataset: Dataset,
  byNumber: ReadonlyMap<string, InvoicedOrder>,
  byOrder: Map<string, InvoicedOrder>,
): void {
  const { columns, rows } = tableOf(dataset, 'transactions');
  const { orderNo, invoiceNo } = columns;
  if (!orderNo || !invoiceNo) return;
  for (let row = 0; row < rows; row++) {
    if (orderNo.codes[row] === NO_TEXT || invoiceNo.codes[row] === NO_TEXT) continue;
    const invoice = byNumber.get(textAt(invoiceNo, row));
    if (invoice) add(byOrder, textAt(orderNo, row), invoice);
  }
}
