import { tableOf, type Dataset } from '../model/dataset';
import type { Day } from '../model/day';
import type { Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import type { Settings } from '../settings';
import { measureExposures, type Exposure } from './exposure';
import { measurePayments, type PaymentBehaviour } from './payment-index';
import { settleInvoices, type LedgerLosses } from './payments';
import { measureReceivables, receivablesPeriod, type Receivables } from './receivables';

/** All that stands on invoices and receipts. */
export interface PaymentGround {
  /** One a client, in the order of the data set. */
  readonly behaviours: readonly PaymentBehaviour[];
  readonly receivables: Receivables;
  readonly exposures: readonly Exposure[];
  readonly leftOut: LedgerLosses;
}

/**
 * Payment behaviour, receivables and exposure of every client.
 *
 * Missing: no invoices; or invoices and nowhere a payment (no receipts, no paid day, no paid amount): then every invoice would
 * look unpaid, so nothing is said.   Source: definitions §6.1, 002-5.
 * @example invoices with due days and a receipts sheet //=> known
 */
export function measurePaymentGround(dataset: Dataset, asOf: Day, settings: Settings): Outcome<PaymentGround> {
  const invoices = tableOf(dataset, 'invoices');
  const receipts = tableOf(dataset, 'receipts');
  if (invoices.rows === 0) return missing({ reason: 'no-sheet', sheet: 'invoices' });
  const tellsOfPayments = receipts.rows > 0 || invoices.columns.paidDay || invoices.columns.paidAmount;
  if (!tellsOfPayments) return missing({ reason: 'no-sheet', sheet: 'receipts' });
  const clients = tableOf(dataset, 'clients');
  const terms = clients.columns.creditTermDays;
  const ledger = settleInvoices(invoices, receipts, clients.rows, (client) => terms?.[client] ?? NaN, asOf, settings);
  const receivables = measureReceivables(
    ledger,
    invoices,
    dataset.sheets,
    receivablesPeriod(asOf),
    settings,
    dataset.basis,
  );
  const behaviours = measurePayments(ledger, asOf, settings);
  return known({
    behaviours: dataset.basis?.areInvoicesOpenOnly ? behaviours.map(ofOpenItems) : behaviours,
    receivables,
    exposures: measureExposures(dataset, receivables.clients, asOf),
    leftOut: ledger.leftOut,
  });
}

/** A list of open items does not hold what was paid: how a client pays cannot be told from it, only how late she is now. */
function ofOpenItems({
  oldestOverdueDays,
  brokenPromises,
  scoredInvoices,
  leftOut,
}: PaymentBehaviour): PaymentBehaviour {
  const unknown = missing({ reason: 'no-column', column: 'invoices.paidDay' });
  return {
    index: unknown,
    scoredInvoices: 0,
    scoredAmount: 0 as Money,
    daysLate: unknown,
    paidOnTerms: unknown,
    oldestOverdueDays,
    brokenPromises,
    leftOut: leftOut + scoredInvoices,
    reason: {
      zh: '只有未清项，没有已付清的发票，看不出付款习惯',
      en: 'open items only, no paid invoices: payment behaviour cannot be judged',
    },
  };
}
