import { isoOf, NO_DAY, type Day, asDay } from '../../core/model/day';
import type { Dataset } from '../../core/model/dataset';
import type { TableName } from '../../core/model/tables';
import type { IssueLog } from '../issues';

/** Days of what has happened: none of them can lie after today. */
const DONE: readonly (readonly [TableName, string])[] = [
  ['transactions', 'day'],
  ['invoices', 'day'],
  ['receipts', 'day'],
  ['deliveries', 'deliveredDay'],
  ['returns', 'day'],
];

/**
 * Names every line whose day lies after today: a slip of the pen (2052), which neither becomes the as-of day nor counts in any
 * period up to it.
 */
export function tellFutureDays(
  tables: Dataset['tables'],
  sheets: readonly string[],
  today: Day,
  issues: IssueLog,
): void {
  const told = new Set<string>();
  for (const [name, column] of DONE) {
    const table = tables[name];
    const days = (table?.columns as Record<string, Int32Array | undefined> | undefined)?.[column];
    if (!table || !days) continue;
    for (let row = 0; row < days.length; row++) {
      const day = days[row]!;
      if (day <= today || day === NO_DAY) continue;
      const place = `${table.origin.sheetAt(row)} ${table.origin.rowAt(row)}`;
      // The same line may stand in two tables: a sale and its delivery.
      if (told.has(place)) continue;
      told.add(place);
      issues.add(
        'day-in-future',
        { ...table.origin.placeAt(row, sheets), value: isoOf(asDay(day)) },
        { day: isoOf(asDay(day)) },
        name === 'transactions' ? (tables.transactions?.columns.lines?.[row] ?? 1) || 1 : 1,
      );
    }
  }
}
