import { addMonths, asDay, NO_DAY, type Day } from '../model/day';
import type { DatasetBasis } from '../model/basis';
import type { Text } from '../../i18n/text';
import { textAt } from '../model/columns';
import type { Dataset } from '../model/dataset';
import type { Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import type { TableOf } from '../model/tables';
import type { Period } from '../model/period';
import type { Settings } from '../settings';
import { daysOverdue, type InvoiceLedger } from './payments';

/** Last day overdue of each band; the first is what is not due yet, and what lies beyond the last is the band after it. */
type AgeingEnds = readonly number[];

/** The ends of the bands as the settings give them, ascending whatever order they were typed in. */
function ageingEndsOf(settings: Settings): AgeingEnds {
  const typed = [
    settings['payment.ageingFirst'],
    settings['payment.ageingSecond'],
    settings['payment.ageingThird'],
    settings['payment.ageingFourth'],
  ];
  return [0, ...typed.sort((a, b) => a - b)];
}

/** Names of the bands of ageing. @example 30, 60, 90, 180 //=> 未到期, 1–30天, 31–60天, 61–90天, 91–180天, 180天以上 */
export function ageingLabels(settings: Settings): readonly Text[] {
  const [, ...ends] = ageingEndsOf(settings);
  const bands = ends.map((end, at): Text => {
    const from = (ends[at - 1] ?? 0) + 1;
    return { zh: `${from}–${end}天`, en: `${from}–${end} days` };
  });
  const last = ends[ends.length - 1]!;
  return [{ zh: '未到期', en: 'Not due' }, ...bands, { zh: `${last}天以上`, en: `Over ${last} days` }];
}

/** A month's calls are planned from it: more open invoices than this are counted, not listed. */
const COLLECTION_LIMIT = 1000;

/** Open invoices of a client, of all clients, as of the as-of day. Disputed ones stand apart and are in no other figure. */
export interface ReceivableFigures {
  readonly open: Money;
  readonly openInvoices: number;
  /** Parallel to `ageingLabels`. */
  readonly ageing: readonly Money[];
  /** Open, and it cannot be told when it is due. */
  readonly dueUnknown: Money;
  readonly overdue: Money;
  readonly disputed: Money;
  readonly disputedInvoices: number;
  /** Received beyond all invoices. */
  readonly advance: Money;
  /** Invoices of the period less credit notes, without disputed ones. */
  readonly creditSales: Money;
  /** Open on the day before the period began. */
  readonly opening: Money;
  readonly dso: Outcome<number>;
  /** Best possible: what is not due yet, in days of sales. */
  readonly bestPossibleDso: Outcome<number>;
  /** Average days delinquent: DSO less best possible DSO. */
  readonly delinquentDays: Outcome<number>;
  /** Collection effectiveness, 0–1. */
  readonly cei: Outcome<number>;
}

/** 004-7(3) 收款计划: one open invoice. */
export interface CollectionItem {
  readonly client: number;
  readonly invoiceNo: string;
  readonly dueDay: Outcome<Day>;
  readonly open: Money;
  /** To be settled first; not asked to be paid, and in no figure of what is overdue. */
  readonly isDisputed: boolean;
  /** Negative while not due. */
  readonly overdueDays: Outcome<number>;
  readonly promisedDay: Outcome<Day>;
  /** Promised for a day that has passed. */
  readonly isPromiseBroken: boolean;
  /** Days overdue × amount: what calls first. */
  readonly priority: number;
  readonly sheet: string;
  readonly row: number;
}

/** One band of the ageing of all clients. */
export interface AgeingLine {
  readonly label: Text;
  readonly amount: Money;
  /** Of what is open and not disputed. */
  readonly share: Outcome<number>;
}

export interface Receivables {
  readonly period: Period;
  /** One a client, in the order of the data set. */
  readonly clients: readonly ReceivableFigures[];
  readonly totals: ReceivableFigures;
  /** The totals' bands, and what cannot be aged where there is any. */
  readonly ageing: readonly AgeingLine[];
  /** Highest priority first, at most 1,000. */
  readonly collection: readonly CollectionItem[];
  readonly openItems: number;
}

/**
 * Receivables in days of sales.
 *
 * Formula: receivables at the end / credit sales of the period × days of the period. Unit: days. Better: lower.
 * No credit sales: missing('nothing-due').   Source: definitions §6.1.
 * @example daysSalesOutstanding(120_000, 1_000_000, 365) //=> 43.8
 */
export function daysSalesOutstanding(receivables: number, creditSales: number, days: number): Outcome<number> {
  return creditSales > 0 ? known((receivables / creditSales) * days) : missing({ reason: 'nothing-due' });
}

/**
 * How much of what could be collected was collected.
 *
 * Formula: (opening + credit sales − open at the end) / (opening + credit sales − not due at the end). Unit: ratio 0–1.
 * Better: higher. Nothing that could be collected: missing('nothing-due').   Source: definitions §6.1.
 * @example collectionEffectiveness(1_000, 900, 1_100, 800) //=> 800 / 1,100 = 72.7 %
 */
export function collectionEffectiveness(
  opening: number,
  creditSales: number,
  openAtEnd: number,
  notDueAtEnd: number,
): Outcome<number> {
  const collectable = opening + creditSales - notDueAtEnd;
  return collectable > 0
    ? known((opening + creditSales - openAtEnd) / collectable)
    : missing({ reason: 'nothing-due' });
}

/** Band of `ageingLabels`. @example by default ageingBandOf(30) //=> 1; ageingBandOf(31) //=> 2; ageingBandOf(0) //=> 0 */
export function ageingBandOf(overdueDays: number, settings: Settings): number {
  return bandOf(overdueDays, ageingEndsOf(settings));
}

function bandOf(overdueDays: number, ends: AgeingEnds): number {
  const band = ends.findIndex((end) => overdueDays <= end);
  return band < 0 ? ends.length : band;
}

/**
 * Ageing, DSO and the collection plan from the settled invoices.
 *
 * Ageing counts days from the due day to as-of; the due day itself is not overdue. DSO, best possible DSO and collection
 * effectiveness are of the period, which ends on the as-of day. Unit: fen, days, ratio.
 * Leaves out: disputed invoices (shown apart), advance payments (shown apart).
 * Missing: an open invoice whose due day cannot be told is in `dueUnknown`; of a list of open items no figure in days of sales. Paid on an unknown day: taken as paid by its due
 * day for the opening balance.
 * Source: definitions §6.1, 002-5, 004-7.
 * @example 80 not due and 40 overdue, 1,000 sold on credit in 365 days //=> DSO 43.8, best possible 29.2, delinquent 14.6
 */
export function measureReceivables(
  ledger: InvoiceLedger,
  invoices: TableOf<'invoices'>,
  sheets: Dataset['sheets'],
  period: Period,
  settings: Settings,
  basis: DatasetBasis = {},
): Receivables {
  const asOf = period.to;
  const ends = ageingEndsOf(settings);
  const clients = ledger.offsets.length - 1;
  const settledBefore = settledBeforePeriod(ledger, period.from);
  const sums = Array.from({ length: clients + 1 }, () => newSums(ends.length + 1));
  const total = sums[clients]!;
  const openInvoices = new Int32Array(ledger.invoices);
  let openCount = 0;
  for (let client = 0; client < clients; client++) {
    const own = sums[client]!;
    own.advance = ledger.advance[client]!;
    for (let i = ledger.offsets[client]!; i < ledger.offsets[client + 1]!; i++) {
      const open = ledger.open[i]!;
      if (open > 0) openInvoices[openCount++] = i;
      addInvoice(own, ledger, i, open, settledBefore[i]!, period, ends);
    }
    addSums(total, own);
  }
  const openItems = openInvoices.subarray(0, openCount);
  const days = period.to - period.from + 1;
  const figures = sums.map((sum) => (basis.areInvoicesOpenOnly ? openFiguresOf(sum) : figuresOf(sum, days)));
  const priorities = new Float64Array(ledger.invoices);
  for (const i of openItems) {
    const late = daysOverdue(ledger, i, asOf);
    priorities[i] = late === undefined ? -Infinity : late * ledger.open[i]!;
  }
  openItems.sort((a, b) => compareNumbers(priorities[b]!, priorities[a]!) || a - b);
  return {
    period,
    clients: figures.slice(0, clients),
    totals: figures[clients]!,
    ageing: ageingLinesOf(figures[clients]!, settings),
    collection: Array.from(openItems.subarray(0, COLLECTION_LIMIT), (i) =>
      collectionItemOf(ledger, i, invoices, sheets, priorities[i]!, asOf),
    ),
    openItems: openItems.length,
  };
}

/** The period that receivables are measured over: 12 months that end on the as-of day. */
export function receivablesPeriod(asOf: Day): Period {
  return { from: addMonths(asDay(asOf + 1), -12), to: asOf };
}

interface Sums {
  open: number;
  openInvoices: number;
  ageing: number[];
  dueUnknown: number;
  disputed: number;
  disputedInvoices: number;
  advance: number;
  creditSales: number;
  opening: number;
}

const newSums = (bands: number): Sums => ({
  open: 0,
  openInvoices: 0,
  ageing: Array.from({ length: bands }, () => 0),
  dueUnknown: 0,
  disputed: 0,
  disputedInvoices: 0,
  advance: 0,
  creditSales: 0,
  opening: 0,
});

/** Sums are of whole fen: adding them loses nothing. */
function addSums(total: Sums, own: Sums): void {
  total.open += own.open;
  total.openInvoices += own.openInvoices;
  own.ageing.forEach((amount, band) => (total.ageing[band]! += amount));
  total.dueUnknown += own.dueUnknown;
  total.disputed += own.disputed;
  total.disputedInvoices += own.disputedInvoices;
  total.advance += own.advance;
  total.creditSales += own.creditSales;
  total.opening += own.opening;
}

function addInvoice(
  sum: Sums,
  ledger: InvoiceLedger,
  invoice: number,
  open: number,
  settledBefore: number,
  period: Period,
  ends: AgeingEnds,
): void {
  if (ledger.disputed[invoice] === 1) {
    if (open > 0) {
      sum.disputed += open;
      sum.disputedInvoices++;
    }
    return;
  }
  const billed = ledger.day[invoice]!;
  if (billed >= period.from) sum.creditSales += ledger.amount[invoice]!;
  else sum.opening += ledger.amount[invoice]! - settledBefore;
  if (open === 0) return;
  sum.open += open;
  sum.openInvoices++;
  const late = daysOverdue(ledger, invoice, period.to);
  if (late === undefined) sum.dueUnknown += open;
  else sum.ageing[bandOf(late, ends)]! += open;
}

/**
 * What had been paid on each invoice before the period. Credit notes are taken as known from the start: the ledger's amounts
 * are already without them.
 */
function settledBeforePeriod(ledger: InvoiceLedger, from: Day): Float64Array {
  const before = new Float64Array(ledger.invoices);
  const { invoice, day, amount, isCredit } = ledger.settlements;
  for (let i = 0; i < invoice.length; i++) {
    if (isCredit[i]) continue;
    const at = invoice[i]!;
    const when = day[i] === NO_DAY ? ledger.due[at]! : day[i]!;
    if (when < from) before[at]! += amount[i]!;
  }
  return before;
}

function ageingLinesOf({ ageing, dueUnknown, open }: ReceivableFigures, settings: Settings): readonly AgeingLine[] {
  const lines = ageingLabels(settings).map((label, band) => ({ label, amount: ageing[band]! }));
  const unknown = { label: { zh: '到期日不明', en: 'Due date unknown' }, amount: dueUnknown };
  return [...lines, ...(dueUnknown > 0 ? [unknown] : [])].map((line) => ({
    ...line,
    share: open > 0 ? known(line.amount / open) : missing({ reason: 'nothing-due' }),
  }));
}

function figuresOf(sum: Sums, days: number): ReceivableFigures {
  const notDue = sum.ageing[0]!;
  const overdue = sum.open - notDue - sum.dueUnknown;
  const dso = daysSalesOutstanding(sum.open, sum.creditSales, days);
  const bestPossibleDso = daysSalesOutstanding(notDue, sum.creditSales, days);
  return {
    open: sum.open as Money,
    openInvoices: sum.openInvoices,
    ageing: sum.ageing as Money[],
    dueUnknown: sum.dueUnknown as Money,
    overdue: overdue as Money,
    disputed: sum.disputed as Money,
    disputedInvoices: sum.disputedInvoices,
    advance: sum.advance as Money,
    creditSales: sum.creditSales as Money,
    opening: sum.opening as Money,
    dso,
    bestPossibleDso,
    delinquentDays: dso.known && bestPossibleDso.known ? known(dso.value - bestPossibleDso.value) : dso,
    cei: collectionEffectiveness(sum.opening, sum.creditSales, sum.open, notDue),
  };
}

/** What a list of open items says: nothing in days of sales, for what was paid is not on it. */
function openFiguresOf(sum: Sums): ReceivableFigures {
  const unknown = missing({ reason: 'no-column', column: 'invoices.amount' });
  return { ...figuresOf(sum, 0), dso: unknown, bestPossibleDso: unknown, delinquentDays: unknown, cei: unknown };
}

function collectionItemOf(
  ledger: InvoiceLedger,
  invoice: number,
  table: TableOf<'invoices'>,
  sheets: Dataset['sheets'],
  priority: number,
  asOf: Day,
): CollectionItem {
  const row = ledger.row[invoice]!;
  const due = ledger.due[invoice]!;
  const late = daysOverdue(ledger, invoice, asOf);
  const promised = ledger.promisedDay[invoice]!;
  return {
    client: ledger.client[invoice]!,
    invoiceNo: textAt(table.columns.invoiceNo, row),
    dueDay:
      due === NO_DAY || !Number.isNaN(table.columns.overdueDays?.[row] ?? NaN)
        ? missing({ reason: 'not-entered' })
        : known(asDay(due)),
    open: ledger.open[invoice]! as Money,
    isDisputed: ledger.disputed[invoice] === 1,
    overdueDays: late === undefined ? missing({ reason: 'not-entered' }) : known(late),
    promisedDay: promised === NO_DAY ? missing({ reason: 'not-entered' }) : known(asDay(promised)),
    isPromiseBroken: promised !== NO_DAY && promised < asOf,
    priority: Number.isFinite(priority) ? priority : 0,
    ...table.origin.placeAt(row, sheets),
  };
}

function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
