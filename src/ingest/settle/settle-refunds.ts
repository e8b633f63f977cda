import { wordMoney } from '../../i18n/wording';
import type { FieldPath } from '../fields/define-fields';
import type { IssueLog } from '../issues';
import type { GrowingTable } from '../read/growing-table';
import { LinesOut } from './lines-out';

/**
 * Settles lines whose status says that the money went back (已退款, refunded): they are no sales. Where the same sheet writes
 * returns as negative lines, those take the money out, and the status only marks the order as returned.
 *
 * @example 100 已完成, 50 已退款 //=> 100 sold, 50 cancelled
 */
export function settleRefunds(
  table: GrowingTable,
  kind: 'transactions' | 'deliveries',
  sheets: readonly string[],
  issues: IssueLog,
): void {
  const refunded = table.get(`${kind}.refunded`)?.cells;
  if (!refunded) return;
  const amountPath: FieldPath = kind === 'transactions' ? 'transactions.amount' : 'deliveries.value';
  const amounts = table.get(amountPath)?.cells;
  const withReturns = new Set<number>();
  for (let row = 0; row < table.rows; row++) if (amounts && amounts[row]! < 0) withReturns.add(table.sheetAt(row));
  const out = new LinesOut();
  for (let row = 0; row < table.rows; row++) {
    if (refunded[row] !== 1) continue;
    const sheet = table.sheetAt(row);
    const isTakenOut = withReturns.has(sheet);
    table.column(`${kind}.${isTakenOut ? 'returned' : 'cancelled'}`, 'flag').cells[row] = 1;
    if (!isTakenOut) out.add(sheet, amounts?.[row]);
  }
  for (const [sheet, { lines, amount }] of out)
    issues.add('refunds-not-sales', { sheet: sheets[sheet] ?? '' }, { count: lines, money: wordMoney(amount * 100) });
}
