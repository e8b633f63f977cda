import { NO_FLAG, NO_TEXT, type TextColumn } from '../../core/model/columns';
import { NO_DAY } from '../../core/model/day';
import type { Dataset } from '../../core/model/dataset';
import { GroupSums } from '../../core/model/sum';
import type { TableName } from '../../core/model/tables';
import type { DatasetBasis } from '../../core/model/basis';
import { dropNotSales } from '../settle/drop-not-sales';
import type { LinesOut } from '../settle/lines-out';
import { countOnce } from '../settle/count-once';
import { makeClientTable } from '../settle/client-table';
import type { ClientDirectory } from '../settle/client-directory';
import type { FieldPath, SheetKind } from '../fields/define-fields';
import { definitionOf, SHEET_DEFINITIONS } from '../fields';
import type { GrowingTable } from './growing-table';
import type { IssueLog } from '../issues';
import { convertByRate } from '../settle/convert-invoices';
import { countDocumentsOnce } from '../settle/count-documents-once';
import { invoicesAsSales } from '../settle/invoices-as-sales';
import { joinOrders, mergeDeliveries, spread } from '../settle/join-orders';
import type { SheetReading } from './read-sheet';
import { ordersAsSales } from '../settle/orders-as-sales';
import { settleInvoiceLines } from '../settle/settle-invoices';
import { settleRefunds } from '../settle/settle-refunds';
import { settleCurrency } from '../settle/settle-currency';
import {
  concatDrafts,
  draftOf,
  flagsOf,
  integersOf,
  isText,
  numbersOf,
  pickRows,
  textColumn,
  type TableDraft,
} from './table-draft';
import { CodeNarrower } from './narrow-codes';
import { matchCodes } from './text-keys';

/** Columns of a sales line that say something of its delivery. */
const DELIVERY_FACTS = [
  'promisedDay', 'revisedPromisedDay', 'shippedDay', 'deliveredDay', 'shippedQuantity', 'deliveredQuantity', 'damagedQuantity', 'lostQuantity', 'wrongQuantity', 'onTime', 'inFull', 'damaged', 'lost', 'wrong',
]; // prettier-ignore

const DELIVERY_DAYS = ['orderDay', 'promisedDay', 'revisedPromisedDay', 'shippedDay', 'deliveredDay'];

const PAYMENT_FACTS = ['dueDay', 'paidDay', 'paidAmount'];

/** Tables made of one kind of sheet and nothing else. */
const PLAIN: readonly SheetKind[] = SHEET_DEFINITIONS.map((one) => one.kind).filter(
  (kind) => !['clients', 'transactions', 'orders', 'orderLines', 'deliveries', 'invoices'].includes(kind),
);

/**
 * Makes the tables of what the sheets hold: joins orders and order lines, puts deliveries to orders, lets the delivery and
 * payment columns of sales lines stand as deliveries and invoices (the same arrays, not copies), marks returned orders.
 */
/** 本币金额 is converted already. */
const isInHomeCurrency = ({ readers }: SheetReading): boolean =>
  readers.some(
    ({ source }) =>
      /\.(?:amount|openAmount)$/.test(source.field.path) &&
      /本币|本位币|人民币|local|company code/i.test(source.header),
  );

export function assembleTables(
  growing: ReadonlyMap<SheetKind, GrowingTable>,
  readings: readonly SheetReading[],
  directory: ClientDirectory,
  issues: IssueLog,
  sheets: readonly string[],
): Pick<Dataset, 'tables' | 'basis'> {
  for (const kind of ['invoices', 'receipts'] as const) {
    const table = growing.get(kind);
    if (!table?.has(`${kind}.currency`)) continue;
    const home = new Set(readings.filter(isInHomeCurrency).map(({ sheet }) => sheet));
    const isHome = convertByRate(table, kind, (sheet) => home.has(sheet));
    const out = settleCurrency(table, kind, isHome, sheets, issues);
    for (const one of readings) {
      const { lines, amount } = out.of(one.sheet);
      one.rejected += lines;
      one.rejectedAmount += amount;
    }
  }
  const drafts = new Map<TableName, TableDraft>();
  for (const kind of PLAIN) {
    const table = growing.get(kind);
    if (table) drafts.set(definitionOf(kind).table, draftOf(table, definitionOf(kind).table));
  }
  const addRejected = (out: LinesOut): void => {
    for (const one of readings) {
      const { lines, amount } = out.of(one.sheet);
      one.rejected += lines;
      one.rejectedAmount += amount;
    }
  };
  const addJoined = (bySheet: ReadonlyMap<number, number>): void => {
    for (const one of readings) one.joined += bySheet.get(one.sheet) ?? 0;
  };

  const sales = growing.get('transactions');
  if (sales) addRejected(dropNotSales(sales, sheets, issues));
  if (sales)
    addJoined(
      countOnce(
        sales,
        readings
          .filter((one) => one.kind === 'transactions')
          .map(({ sheet, name, readers }) => ({
            sheet,
            name,
            paths: new Set(readers.map(({ source }) => source.field.path)),
          })),
        issues,
      ),
    );
  if (sales) addRejected(settleCurrency(sales, 'transactions', (row) => hasRate(sales, row), sheets, issues));
  if (sales) settleRefunds(sales, 'transactions', sheets, issues);
  const orders = growing.get('orders');
  if (orders) settleRefunds(orders, 'deliveries', sheets, issues);
  const lines = growing.get('orderLines');
  let transactions = sales ? draftOf(sales, 'transactions') : undefined;
  /** What stands for invoices where receipts are kept and no invoices are. */
  let billed = transactions;
  let ordered = orders ? draftOf(orders, 'deliveries') : undefined;
  if (lines && orders && ordered) {
    const country = orders.finish('transactions.country') as TextColumn | undefined;
    const joined = joinOrders(draftOf(lines, 'transactions'), ordered, country, sheets, issues);
    addRejected(joined.rejected);
    const shipped = shippedLines(joined.transactions, ordered, joined.headRows);
    billed = billed ? concatDrafts(billed, shipped) : shipped;
    transactions = transactions ? concatDrafts(transactions, joined.transactions) : joined.transactions;
    const delivered = draftOf(lines, 'deliveries');
    if (DELIVERY_FACTS.some((name) => delivered.columns.has(name))) {
      ordered = lineDeliveries(
        joined.transactions,
        pickRows(delivered, keptRows(delivered, joined.transactions)),
        ordered,
        joined.headRows,
      );
      for (const one of readings) if (one.kind === 'orders') one.joined = one.read - one.rejected;
    } else {
      ordered = valuedByLines(ordered, joined.transactions, joined.headRows);
    }
  }

  let deliveries = growing.has('deliveries') ? draftOf(growing.get('deliveries')!, 'deliveries') : undefined;
  if (ordered && deliveries) {
    const merged = mergeDeliveries(ordered, deliveries);
    deliveries = merged.deliveries;
    addJoined(merged.joined);
  } else {
    deliveries ??= ordered;
  }
  const own = sales && transactions ? ownDeliveries(sales, draftOf(sales, 'transactions')) : undefined;
  if (own)
    deliveries = deliveries
      ? concatDrafts(
          deliveries,
          withoutKnown(
            tellingRows(own, DELIVERY_FACTS, (name) => sales!.has(`deliveries.${name}` as FieldPath)),
            deliveries,
            'orderNo',
          ),
        )
      : own;

  const listing = growing.get('invoices');
  if (listing) {
    const withLines = new Set(readings.filter((one) => one.hasLineAmounts).map(({ sheet }) => sheet));
    addJoined(countDocumentsOnce(listing, withLines, sheets, issues));
  }
  const listed = listing && settleInvoiceLines(listing, sheets, issues);
  let invoices = listed?.invoices;
  if (listed?.payments) {
    const received = drafts.get('receipts');
    drafts.set('receipts', received ? concatDrafts(received, listed.payments) : listed.payments);
  }
  const stated = transactions ? ownInvoices(transactions) : undefined;
  if (stated)
    invoices = invoices
      ? concatDrafts(
          invoices,
          withoutKnown(
            tellingRows(stated, PAYMENT_FACTS, () => true),
            invoices,
            'invoiceNo',
          ),
        )
      : stated;
  if (!invoices && drafts.has('receipts') && billed) invoices = salesAsInvoices(billed, 'orderNo');
  const sold =
    invoices && !transactions && !listed?.isOpenOnly ? invoicesAsSales(listed?.billed ?? invoices) : undefined;
  transactions ??= sold;
  if (!transactions && !invoices && ordered) {
    transactions = ordersAsSales(ordered);
    if (transactions) tellOrdersAsSales(transactions, sheets, issues);
  }
  const basis: DatasetBasis = {
    ...(sold && { areSalesInvoices: true }),
    ...(listed?.isOpenOnly && { areInvoicesOpenOnly: true }),
    ...(listed?.isSummary && { areAgesOfBands: true }),
  };

  if (transactions) drafts.set('transactions', transactions);
  if (deliveries) drafts.set('deliveries', deliveries);
  if (invoices) drafts.set('invoices', invoices);
  markReturned(drafts);
  drafts.set('clients', makeClientTable(growing.get('clients'), directory, [...drafts.values()]));
  tellUnlisted(drafts, directory, issues);
  const tables: Record<string, unknown> = {};
  const codes = new CodeNarrower();
  for (const [name, draft] of drafts) {
    const columns = [...draft.columns].map(([key, column]) => [key, isText(column) ? codes.narrow(column) : column]);
    tables[name] = { rows: draft.rows, columns: Object.fromEntries(columns), origin: draft.origin };
  }
  return { tables: tables as Dataset['tables'], ...(Object.keys(basis).length > 0 && { basis }) };
}

function tellOrdersAsSales({ origin }: TableDraft, sheets: readonly string[], issues: IssueLog): void {
  for (const sheet of origin.sheetsMet()) {
    const name = sheets[sheet] ?? '';
    issues.add('orders-as-sales', { sheet: name }, { name });
  }
}

function hasRate(table: GrowingTable, row: number): boolean {
  return (table.get('transactions.rated')?.cells[row] ?? 0) === 1;
}

/** Which rows of one draft of a sheet are among the kept rows of another draft of it. */
function keptRows(all: TableDraft, kept: TableDraft): (row: number) => boolean {
  const places = new Set<number>();
  for (let row = 0; row < kept.rows; row++) places.add(kept.origin.sheetAt(row) * 2 ** 21 + kept.origin.rowAt(row));
  return (row) => places.has(all.origin.sheetAt(row) * 2 ** 21 + all.origin.rowAt(row));
}

/** Deliveries by order line: what the lines say, and the days of their order heads. */
function lineDeliveries(
  transactions: TableDraft,
  delivered: TableDraft,
  heads: TableDraft,
  headRows: Int32Array,
): TableDraft {
  const columns = new Map(delivered.columns);
  for (const [name, source] of heads.columns) {
    if (!columns.has(name)) columns.set(name, spread(source as never, headRows));
  }
  for (const name of ['orderNo', 'product'] as const) {
    const column = transactions.columns.get(name);
    if (column !== undefined) columns.set(name, column);
  }
  if (!columns.has('orderedQuantity')) {
    const quantity = transactions.columns.get('quantity');
    if (quantity !== undefined) columns.set('orderedQuantity', quantity);
  }
  return { table: 'deliveries', rows: delivered.rows, columns, origin: delivered.origin };
}

/** The sales lines as deliveries, where they say something of it: the same arrays. */
function ownDeliveries(sales: GrowingTable, transactions: TableDraft): TableDraft | undefined {
  const draft = draftOf(sales, 'deliveries');
  const { columns } = draft;
  if (!DELIVERY_FACTS.some((name) => columns.has(name))) return undefined;
  const share = (name: string, from: string): void => {
    const source = transactions.columns.get(from);
    if (source !== undefined && !columns.has(name)) columns.set(name, source);
  };
  share('client', 'client');
  share('orderNo', transactions.columns.has('orderNo') ? 'orderNo' : 'documentNo');
  share('product', 'product');
  share('region', 'region');
  share('rep', 'rep');
  share('returned', 'returned');
  // Words alone (按时, 返修) tell of the day that the line has.
  if (!DELIVERY_DAYS.some((name) => columns.has(name))) share('orderDay', 'day');
  const hasQuantities = ['orderedQuantity', 'shippedQuantity', 'deliveredQuantity'].some((name) => columns.has(name));
  if (!hasQuantities) share('shippedQuantity', 'quantity');
  else if (!sales.isShared('transactions.quantity')) share('orderedQuantity', 'quantity');
  columns.set('cancelled', withoutReturns(transactions, columns.get('cancelled') as Int8Array | undefined));
  return { ...draft, columns };
}

/** Return lines are no deliveries: an order taken back is not one that never came. */
function withoutReturns(transactions: TableDraft, own: Int8Array | undefined): Int8Array {
  const cancelled = flagsOf(transactions, 'cancelled');
  const isReturn = flagsOf(transactions, 'isReturn');
  const flags = new Int8Array(transactions.rows);
  for (let row = 0; row < flags.length; row++) {
    flags[row] = own?.[row] === 1 || cancelled?.[row] === 1 || isReturn?.[row] === 1 ? 1 : 0;
  }
  return flags;
}

/** The sales lines as invoices, where they say when they were due or paid: the same arrays. */
function ownInvoices(transactions: TableDraft): TableDraft | undefined {
  return PAYMENT_FACTS.some((name) => transactions.columns.has(name)) ? salesAsInvoices(transactions) : undefined;
}

/**
 * Sales lines as invoices, cancelled ones aside: the same arrays. `otherNo` numbers them where they carry neither an
 * invoice's number nor a document's.
 */
function salesAsInvoices(transactions: TableDraft, otherNo?: 'orderNo'): TableDraft {
  const { columns, rows, origin } = transactions;
  const shared = new Map<string, NonNullable<ReturnType<typeof columns.get>>>();
  for (const [name, from] of [
    ['client', 'client'],
    ['invoiceNo', ['invoiceNo', 'documentNo'].find((name) => columns.has(name)) ?? otherNo ?? 'documentNo'],
    ['orderNo', 'orderNo'],
    ['day', 'day'],
    ['dueDay', 'dueDay'],
    ['amount', 'amount'],
    ['paidAmount', 'paidAmount'],
    ['paidDay', 'paidDay'],
    ['disputed', 'disputed'],
  ] as const) {
    const column = columns.get(from);
    if (column !== undefined) shared.set(name, column);
  }
  const cancelled = flagsOf(transactions, 'cancelled');
  const draft: TableDraft = { table: 'invoices', rows, columns: shared, origin };
  return cancelled ? pickRows(draft, (row) => cancelled[row] !== 1) : draft;
}

/**
 * Order lines on the day their order went out: what a firm bills that keeps orders and payments and no invoices. An order
 * that has not gone out is not billed; where no order tells when it went out, the day of the order counts.
 */
function shippedLines(lines: TableDraft, heads: TableDraft, headRows: Int32Array): TableDraft {
  const shipped = integersOf(heads, 'shippedDay') ?? integersOf(heads, 'deliveredDay');
  if (!shipped) return lines;
  const day = Int32Array.from(headRows, (head) => shipped[head]!);
  return pickRows({ ...lines, columns: new Map(lines.columns).set('day', day) }, (row) => day[row] !== NO_DAY);
}

/** Order heads with the value of their lines, where the order sheet has no amount. */
function valuedByLines(heads: TableDraft, lines: TableDraft, headRows: Int32Array): TableDraft {
  const amounts = numbersOf(lines, 'amount');
  if (!amounts || heads.columns.has('value')) return heads;
  const sums = new GroupSums(heads.rows);
  const isValued = new Uint8Array(heads.rows);
  headRows.forEach((head, line) => {
    if (Number.isNaN(amounts[line]!)) return;
    sums.add(head, amounts[line]!);
    isValued[head] = 1;
  });
  const value = Float64Array.from(isValued, (valued, head) => (valued === 1 ? sums.at(head) : NaN));
  return { ...heads, columns: new Map(heads.columns).set('value', value) };
}

/** Only the rows that say something themselves: a sales line without due day or payment is no invoice of its own. */
function tellingRows(draft: TableDraft, facts: readonly string[], isOwn: (name: string) => boolean): TableDraft {
  const columns = facts
    .filter(isOwn)
    .map((name) => draft.columns.get(name))
    .filter((column) => column !== undefined && !('codes' in column));
  const isFilled = (value: number): boolean => !Number.isNaN(value) && value !== NO_DAY && value !== NO_FLAG;
  return pickRows(draft, (row) => columns.some((cells) => isFilled((cells as Int32Array)[row]!)));
}

/** Without the rows whose number stands in the other table as well. */
function withoutKnown(draft: TableDraft, known: TableDraft, number: 'orderNo' | 'invoiceNo'): TableDraft {
  const own = textColumn(draft, number);
  const theirs = textColumn(known, number);
  if (!own || !theirs) return draft;
  const match = matchCodes(own, theirs);
  return pickRows(draft, (row) => own.codes[row] === NO_TEXT || match[own.codes[row]!] === NO_TEXT);
}

/** Orders on a returns sheet without amounts are marked as returned on the sales lines and deliveries. */
function markReturned(drafts: ReadonlyMap<TableName, TableDraft>): void {
  const returns = drafts.get('returns');
  const returned = returns && textColumn(returns, 'orderNo');
  if (!returns || !returned) return;
  const amounts = numbersOf(returns, 'amount');
  const marked = new Uint8Array(returned.values.length);
  for (let row = 0; row < returns.rows; row++) {
    const code = returned.codes[row]!;
    if (code !== NO_TEXT && (amounts === undefined || Number.isNaN(amounts[row]!))) marked[code] = 1;
  }
  for (const name of ['transactions', 'deliveries'] as const) {
    const draft = drafts.get(name);
    if (!draft) continue;
    const flags = Int8Array.from(flagsOf(draft, 'returned') ?? new Int8Array(draft.rows));
    for (const column of ['orderNo', 'documentNo']) {
      const orders = textColumn(draft, column);
      if (!orders) continue;
      const match = matchCodes(orders, returned);
      for (let row = 0; row < draft.rows; row++) {
        const code = orders.codes[row]!;
        if (code !== NO_TEXT && match[code] !== NO_TEXT && marked[match[code]!] === 1) flags[row] = 1;
      }
    }
    draft.columns.set('returned', flags);
  }
}

/** Clients with sales or deliveries that the client sheet lacks; prospects are not expected on it. */
function tellUnlisted(drafts: ReadonlyMap<TableName, TableDraft>, directory: ClientDirectory, issues: IssueLog): void {
  if (directory.listed === 0) return;
  const met = new Set<number>();
  for (const name of ['transactions', 'deliveries'] as const) {
    for (const client of integersOf(drafts.get(name), 'client') ?? []) if (client >= directory.listed) met.add(client);
  }
  if (met.size > 0) issues.add('client-only-in-transactions', { sheet: '' }, { count: met.size });
}
