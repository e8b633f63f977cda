import { tableOf, type Dataset } from '../model/dataset';
import type { Day } from '../model/day';
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
  const receivables = measureReceivables(ledger, invoices, dataset.sheets, receivablesPeriod(asOf), settings);
  return known({
    behaviours: measurePayments(ledger, asOf, settings),
    receivables,
    exposures: measureExposures(dataset, receivables.clients, asOf),
    leftOut: ledger.leftOut,
  });
}
