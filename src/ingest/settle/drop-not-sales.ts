import { wordMoney } from '../../i18n/wording';
import type { IssueLog } from '../issues';
import type { GrowingTable } from '../read/growing-table';

/**
 * Takes lines out of the sales whose type word says that they are none: payments, purchases, quotations (a day book, a list of
 * all transactions of a client).
 *
 * @returns Lines left out, by sheet.
 */
export function dropNotSales(
  table: GrowingTable,
  sheets: readonly string[],
  issues: IssueLog,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const flags = (['transactions.isPayment', 'transactions.isNotSale'] as const)
    .map((path) => table.get(path)?.cells)
    .filter((cells) => cells !== undefined);
  if (flags.length === 0) return counts;
  const isOut = (row: number): boolean => flags.some((cells) => cells[row] === 1);
  const amounts = table.get('transactions.amount')?.cells;
  const sums = new Map<number, number>();
  for (let row = 0; row < table.rows; row++) {
    if (!isOut(row)) continue;
    const sheet = table.sheetAt(row);
    counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
    sums.set(sheet, (sums.get(sheet) ?? 0) + (amounts?.[row] ?? 0));
  }
  for (const [sheet, count] of counts)
    issues.add(
      'lines-not-sales',
      { sheet: sheets[sheet] ?? '' },
      { count, money: wordMoney((sums.get(sheet) ?? 0) * 100) },
    );
  if (counts.size > 0) table.keep((row) => !isOut(row));
  return counts;
}
