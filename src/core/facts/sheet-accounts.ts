import { tableOf, type Dataset, type SheetAccount } from '../model/dataset';
import { moneyOf, type Money } from '../model/money';
import type { TableName } from '../model/tables';
import { isInPeriod } from '../model/period';
import type { AnalysisWindow } from './analysis-window';
import { RowTally } from './row-tally';

export interface RowAccount {
  readonly sheet: string;
  readonly table: TableName;
  readonly read: number;
  /** Titles, blank lines, totals and notes between the lines. */
  readonly passedOver: number;
  readonly used: number;
  readonly rejected: number;
  readonly outOfPeriod: number;
  readonly cancelled: number;
  /** Net amounts of the same lines, where the sheet has amounts of sales: 0 elsewhere. */
  readonly usedAmount: Money;
  readonly rejectedAmount: Money;
  readonly outOfPeriodAmount: Money;
  readonly cancelledAmount: Money;
}

/** A sheet that feeds several tables is counted by the first of these that it feeds. */
const FIRST: readonly TableName[] = ['transactions', 'deliveries', 'invoices', 'receipts', 'complaints', 'returns'];

/**
 * Closes the account of every sheet: read = used + rejected + out of period + cancelled.
 *
 * A sheet that feeds several tables stands once. Rows of a table that has no pass of its own (clients, targets …) count as
 * used, and so do lines that went into rows of another sheet (order heads joined to order lines).
 *
 * Source: definitions §0.6. @example read 10, rejected 1, 7 in the period, 1 cancelled //=> out of period 1
 */
export function closeAccounts(
  dataset: Dataset,
  tallies: Readonly<Partial<Record<TableName, RowTally>>>,
): readonly RowAccount[] {
  const bySheet = new Map<number, SheetAccount>();
  for (const account of dataset.accounts) {
    const known = bySheet.get(account.sheet);
    if (!known || placeOf(account.table) < placeOf(known.table)) bySheet.set(account.sheet, account);
  }
  return [...bySheet.values()].map((account) => {
    const tally = tallies[account.table];
    const { sheet, read } = account;
    const outOfPeriod = tally?.outOfPeriod[sheet] ?? 0;
    const cancelled = tally?.cancelled[sheet] ?? 0;
    const rejected = account.rejected + (tally?.unusable[sheet] ?? 0);
    const isMet = tally !== undefined && tally.metOf(sheet) > 0;
    return {
      sheet: dataset.sheets[sheet] ?? '',
      table: account.table,
      read,
      passedOver: account.passedOver,
      used: isMet ? tally.used[sheet]! + (account.joined ?? 0) : read - rejected,
      rejected,
      outOfPeriod,
      cancelled,
      usedAmount: moneyOf(tally?.usedAmounts.at(sheet) ?? 0),
      rejectedAmount: moneyOf((account.rejectedAmount ?? 0) + (tally?.unusableAmounts.at(sheet) ?? 0)),
      outOfPeriodAmount: moneyOf(tally?.outOfPeriodAmounts.at(sheet) ?? 0),
      cancelledAmount: moneyOf(tally?.cancelledAmounts.at(sheet) ?? 0),
    };
  });
}

/** The tally of a table whose rows have one day each, and need nothing else to count. */
export function tallyByDay(dataset: Dataset, table: 'complaints' | 'inquiries', window: AnalysisWindow): RowTally {
  const { columns, rows, origin } = tableOf(dataset, table);
  const tally = new RowTally(dataset.sheets.length);
  for (let row = 0; row < rows; row++) {
    const day = Math.floor(columns.received?.[row] ?? NaN);
    const counts =
      day !== day
        ? tally.unusable
        : day <= window.last && isInPeriod(window.period, day)
          ? tally.used
          : tally.outOfPeriod;
    counts[origin.sheetAt(row)]!++;
  }
  return tally;
}

function placeOf(table: TableName): number {
  const at = FIRST.indexOf(table);
  return at < 0 ? FIRST.length : at;
}
