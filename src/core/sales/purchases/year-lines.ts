import { tableOf, type Dataset } from '../../model/dataset';
import { civilOf, dayOf, NO_DAY, type Day } from '../../model/day';

export interface YearLines {
  readonly year: number;
  /** Rows of the transactions: by client as ordered, of a client by day and row. */
  readonly rows: readonly number[];
  /** Lines of the year, those beyond the most that are listed too. */
  readonly all: number;
  readonly clients: number;
}

/**
 * 表13-2: every sales line of the calendar year of as-of, client by client, up to as-of; at most `most`, whole clients first.
 *
 * Counts: lines with a client and a day, returns too; not cancelled ones. Source: 003-4.
 * @example as-of 2026-09-30 //=> lines of 2026-01-01 … 2026-09-30
 */
export function listYearLines(
  dataset: Dataset,
  asOf: Day,
  orderOf: (client: number) => number,
  most: number,
): YearLines {
  const { rows, columns } = tableOf(dataset, 'transactions');
  const { year } = civilOf(asOf);
  const from = dayOf(year, 1, 1);
  const found: number[] = [];
  for (let row = 0; row < rows; row++) {
    const day = columns.day?.[row] ?? NO_DAY;
    if (day === NO_DAY || day < from || day > asOf || (columns.client?.[row] ?? -1) < 0) continue;
    if (columns.cancelled?.[row] === 1) continue;
    found.push(row);
  }
  const clientAt = (row: number): number => columns.client![row]!;
  const clients = new Set(found.map(clientAt)).size;
  found.sort(
    (a, b) =>
      orderOf(clientAt(a)) - orderOf(clientAt(b)) ||
      clientAt(a) - clientAt(b) ||
      columns.day![a]! - columns.day![b]! ||
      a - b,
  );
  return { year, rows: found.slice(0, most), all: found.length, clients };
}
