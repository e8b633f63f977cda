import type { Outcome } from '../model/outcome';
import type { Receivables } from './receivables';

/** Numbers of the invoices that are not fully paid; undefined where the list of them is cut. */
export function openInvoicesOf(receivables: Outcome<Receivables>): ReadonlySet<string> | undefined {
  if (!receivables.known || receivables.value.openItems > receivables.value.collection.length) return undefined;
  return new Set(receivables.value.collection.map(({ invoiceNo }) => invoiceNo));
}
