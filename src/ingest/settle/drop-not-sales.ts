import { wordMoney } from '../../i18n/wording';
import type { IssueLog } from '../issues';
import type { GrowingTable } from '../read/growing-table';
import { LinesOut } from './lines-out';

/**
 * Takes lines out of the sales whose type word says that they are none: payments, purchases, quotations (a day book, a list of
 * all transactions of a client).
 *
 * @returns Lines left out, by sheet, with their amounts.
 */
export function dropNotSales(table: GrowingTable, sheets: readonly string[], issues: IssueLog): LinesOut {
  const out = new LinesOut();
  const flags = (['transactions.isPayment', 'transactions.isNotSale'] as const)
    .map((path) => table.get(path)?.cells)
    .filter((cells) => cells !== undefined);
  if (flags.length === 0) return out;
  const isOut = (row: number): boolean => flags.some((cells) => cells[row] === 1);
  const amounts = table.get('transactions.amount')?.cells;
  for (let row = 0; row < table.rows; row++) if (isOut(row)) out.add(table.sheetAt(row), amounts?.[row]);
  for (const [sheet, { lines, amount }] of out)
    issues.add('lines-not-sales', { sheet: sheets[sheet] ?? '' }, { count: lines, money: wordMoney(amount * 100) });
  if (!out.isEmpty) table.keep((row) => !isOut(row));
  return out;
}
