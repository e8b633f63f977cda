import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordMoney } from '../../i18n/wording';
import { NO_CLIENT, NO_TEXT } from '../model/columns';
import { hasColumn, tableOf, type Dataset } from '../model/dataset';
import { NO_DAY, type Day } from '../model/day';
import { moneyOf, type Money } from '../model/money';
import { known, missing, valueOr, type Outcome } from '../model/outcome';
import { GroupSums } from '../model/sum';
import type { ReceivableFigures } from './receivables';

/** What the firm stands to lose with a client today. */
export interface Exposure {
  /** Open invoices, disputed ones too. */
  readonly open: Money;
  readonly deliveredNotInvoiced: Outcome<Money>;
  readonly undelivered: Outcome<Money>;
  /** Received ahead, and deposits held. */
  readonly held: Money;
  /** Before what is held is taken off: what collateral and deposit have to cover. */
  readonly gross: Money;
  /** Never below 0. */
  readonly total: Money;
  /** Held beyond what is exposed: the client's money with us. */
  readonly ahead: Money;
  readonly reason: Text;
}

/**
 * Exposure of each client.
 *
 * Formula: open receivables + delivered and not invoiced + ordered and not delivered − advance payments − deposits, not below 0;
 * what is held beyond that is `ahead`.
 * Unit: fen.
 * Counts: delivery lines with a value, not cancelled, ordered up to as-of; the delivered part by quantity, the whole where it
 * has a delivered (or shipped) day and no quantity. A line counts as invoiced if an invoice has its order number, if a sales
 * line of its order names an invoice (monthly invoices carry no order number), or if its sheet is the one that the invoices
 * were read from.
 * Missing: no values on deliveries: those two parts are missing and the total is without them, which the reason says. Nothing
 * ties orders to invoices: what was delivered may all be invoiced, so that part is missing.
 * Source: definitions §6.3.
 * @example 40,000 open, 5,000 ordered and not delivered, 3,000 deposit //=> 42,000
 */
export function measureExposures(
  dataset: Dataset,
  receivables: readonly ReceivableFigures[],
  asOf: Day,
): readonly Exposure[] {
  const clients = tableOf(dataset, 'clients');
  const parts = orderedParts(dataset, receivables.length, asOf);
  return receivables.map((figures, client) => {
    const deposit = clients.columns.deposit?.[client] ?? NaN;
    const held = figures.advance + (Number.isNaN(deposit) ? 0 : moneyOf(deposit));
    const deliveredNotInvoiced = parts
      ? parts.isTied
        ? known(moneyOf(parts.delivered.at(client)))
        : NOT_TIED
      : NO_VALUES;
    const undelivered = parts ? known(moneyOf(parts.undelivered.at(client))) : NO_VALUES;
    return new ExposureOfClient(figures, deliveredNotInvoiced, undelivered, held as Money);
  });
}

/** Added up and put into words when somebody reads it. */
class ExposureOfClient implements Exposure {
  constructor(
    private readonly figures: ReceivableFigures,
    readonly deliveredNotInvoiced: Outcome<Money>,
    readonly undelivered: Outcome<Money>,
    readonly held: Money,
  ) {}

  get open(): Money {
    return (this.figures.open + this.figures.disputed) as Money;
  }

  get gross(): Money {
    return (this.open + valueOr(this.deliveredNotInvoiced, 0) + valueOr(this.undelivered, 0)) as Money;
  }

  get total(): Money {
    return Math.max(0, this.gross - this.held) as Money;
  }

  get ahead(): Money {
    return Math.max(0, this.held - this.gross) as Money;
  }

  get reason(): Text {
    return reasonOf(this.figures, this.deliveredNotInvoiced, this.undelivered, this.held);
  }
}

const NO_VALUES = missing({ reason: 'no-column', column: 'deliveries.value' });
const NOT_TIED = missing({ reason: 'no-column', column: 'invoices.orderNo' });

interface OrderedParts {
  /** Something says which orders have been invoiced. */
  readonly isTied: boolean;
  readonly delivered: GroupSums;
  readonly undelivered: GroupSums;
}

function orderedParts(dataset: Dataset, clients: number, asOf: Day): OrderedParts | undefined {
  if (!hasColumn(dataset, 'deliveries.value')) return undefined;
  const deliveries = tableOf(dataset, 'deliveries');
  const invoices = tableOf(dataset, 'invoices');
  const columns = deliveries.columns;
  const invoicedOrders = findInvoicedOrders(dataset);
  const isInvoicedCode = (columns.orderNo?.values ?? []).map((value) => invoicedOrders.has(value));
  const invoiceSheets = invoices.origin.sheetsMet();
  const isTied = invoicedOrders.size > 0 || deliveriesCarryInvoices(deliveries, invoiceSheets);
  const sums = { isTied, delivered: new GroupSums(clients), undelivered: new GroupSums(clients) };
  for (let row = 0; row < deliveries.rows; row++) {
    const client = columns.client?.[row] ?? NO_CLIENT;
    const value = columns.value![row]!;
    if (client < 0 || !(value > 0) || columns.cancelled?.[row] === 1) continue;
    if ((columns.orderDay?.[row] ?? NO_DAY) > asOf) continue;
    const code = columns.orderNo?.codes[row] ?? NO_TEXT;
    if (code !== NO_TEXT && isInvoicedCode[code]) continue;
    if (invoiceSheets.has(deliveries.origin.sheetAt(row))) continue;
    const share = deliveredShare(deliveries, row);
    if (share > 0) sums.delivered.add(client, value * share);
    if (share < 1) sums.undelivered.add(client, value * (1 - share));
  }
  return sums;
}

/** Order numbers that an invoice names, or whose sales lines name an invoice. */
function findInvoicedOrders(dataset: Dataset): ReadonlySet<string> {
  const orders = new Set<string>();
  const { orderNo: onInvoice } = tableOf(dataset, 'invoices').columns;
  for (const code of onInvoice?.codes ?? []) if (code !== NO_TEXT) orders.add(onInvoice!.values.at(code)!);
  const { orderNo, invoiceNo } = tableOf(dataset, 'transactions').columns;
  if (orderNo && invoiceNo) {
    orderNo.codes.forEach((code, row) => {
      if (code !== NO_TEXT && invoiceNo.codes[row] !== NO_TEXT) orders.add(orderNo.values.at(code)!);
    });
  }
  return orders;
}

function deliveriesCarryInvoices(
  deliveries: ReturnType<typeof tableOf<'deliveries'>>,
  invoiceSheets: ReadonlySet<number>,
): boolean {
  return [...deliveries.origin.sheetsMet()].some((sheet) => invoiceSheets.has(sheet));
}

function deliveredShare(deliveries: ReturnType<typeof tableOf<'deliveries'>>, row: number): number {
  const { orderedQuantity, deliveredQuantity, shippedQuantity, deliveredDay, shippedDay } = deliveries.columns;
  const ordered = orderedQuantity?.[row] ?? NaN;
  const delivered = deliveredQuantity?.[row] ?? NaN;
  const shipped = shippedQuantity?.[row] ?? NaN;
  const gone = Number.isNaN(delivered) ? shipped : delivered;
  if (ordered > 0 && gone >= 0) return Math.min(1, gone / ordered);
  const isGone = (deliveredDay?.[row] ?? NO_DAY) !== NO_DAY || (shippedDay?.[row] ?? NO_DAY) !== NO_DAY;
  return isGone ? 1 : 0;
}

function reasonOf(
  { open, disputed }: ReceivableFigures,
  delivered: Outcome<Money>,
  undelivered: Outcome<Money>,
  held: number,
): Text {
  const parts = [
    disputed > 0
      ? fill(
          {
            zh: '应收合计 {all}（可催收 {open}、有争议 {disputed}）',
            en: 'receivable {all} (collectable {open}, disputed {disputed})',
          },
          { all: wordMoney((open + disputed) as Money), open: wordMoney(open), disputed: wordMoney(disputed) },
        )
      : fill({ zh: '应收合计 {m}', en: 'receivable {m}' }, { m: wordMoney(open) }),
  ];
  if (undelivered.known) {
    if (!delivered.known) {
      parts.push({
        zh: '发票没有订单号，未含已发未开票',
        en: 'without what is delivered and not invoiced: invoices carry no order number',
      });
    } else if (delivered.value > 0) {
      parts.push(fill({ zh: '已发未开票 {m}', en: 'delivered, not invoiced {m}' }, { m: wordMoney(delivered.value) }));
    }
    if (undelivered.value > 0) {
      parts.push(fill({ zh: '已订未发 {m}', en: 'ordered, not delivered {m}' }, { m: wordMoney(undelivered.value) }));
    }
  } else {
    parts.push({ zh: '发货表没有货值，未含在途订单', en: 'without open orders: deliveries carry no value' });
  }
  if (held > 0)
    parts.push(fill({ zh: '减预收与保证金 {m}', en: 'less advances and deposits {m}' }, { m: wordMoney(held) }));
  return joinTexts(parts);
}
