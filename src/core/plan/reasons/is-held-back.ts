import { valueOr } from '../../model/outcome';
import type { Analysis } from '../../analysis';

/**
 * Nobody is asked to buy more who is over the limit, whose money has to be collected, or who waits for an answer to a complaint.
 *
 * @example 40 days overdue where the alert begins at 30 //=> true
 */
export function isHeldBack(
  { credit, receivables, payments, clientFiles, settings }: Analysis,
  client: number,
): boolean {
  if (credit.known && credit.value.clients[client]!.isLimitExceeded) return true;
  if (clientFiles.known && valueOr(clientFiles.value.files[client]!.openComplaints, 0) > 0) return true;
  if (!receivables.known || !payments.known || receivables.value.clients[client]!.overdue <= 0) return false;
  const { oldestOverdueDays } = payments.value[client]!;
  return oldestOverdueDays.known && oldestOverdueDays.value > settings['alerts.overdueMoneyDays'];
}
