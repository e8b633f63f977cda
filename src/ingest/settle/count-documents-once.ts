import type { FieldPath } from '../fields/define-fields';
import type { IssueLog } from '../issues';
import type { GrowingTable } from '../read/growing-table';

/** So many invoices of several lines show how their total is written; one, where the sheet has amounts of lines besides. */
const FEWEST = 2;
const NEARLY_ALL = 0.9;
const SAME: readonly FieldPath[] = ['invoices.amount', 'invoices.openAmount', 'invoices.paidAmount', 'invoices.day'];

/**
 * Leaves one line of each invoice whose total is repeated on all of its lines, as exports with a line an item write it.
 *
 * @param withLines Sheets that have a price or an amount of the line besides, by index.
 * @returns Lines left out, by sheet.
 * @example INV-1 300 (item A) / INV-1 300 (item B) / INV-2 500 //=> INV-1 300, INV-2 500
 */
export function countDocumentsOnce(
  table: GrowingTable,
  withLines: ReadonlySet<number>,
  sheets: readonly string[],
  issues: IssueLog,
): ReadonlyMap<number, number> {
  const left = new Map<number, number>();
  const numbers = table.get('invoices.invoiceNo')?.cells;
  const clients = table.get('invoices.client')?.cells;
  const amounts = table.get('invoices.amount')?.cells;
  if (!numbers || !clients || !amounts) return left;
  const kinds = table.get('invoices.invoiceNo')!.dictionary!.values.length;
  if (kinds >= table.rows) return left;
  const bySheet = new Map<number, Map<number, number[]>>();
  for (let row = 0; row < table.rows; row++) {
    if (numbers[row]! < 0) continue;
    const sheet = table.sheetAt(row);
    if (!bySheet.has(sheet)) bySheet.set(sheet, new Map());
    const documents = bySheet.get(sheet)!;
    const key = (clients[row]! + 1) * kinds + numbers[row]!;
    const rows = documents.get(key);
    if (rows) rows.push(row);
    else documents.set(key, [row]);
  }
  const columns = SAME.map((path) => table.get(path)?.cells).filter((cells) => cells !== undefined);
  const isRepeated = (rows: readonly number[]): boolean =>
    amounts[rows[0]!] !== 0 &&
    columns.every((cells) => rows.every((row) => Object.is(Number(cells[row]), Number(cells[rows[0]!]))));
  const out = new Set<number>();
  for (const [sheet, documents] of bySheet) {
    const several = [...documents.values()].filter((rows) => rows.length > 1);
    const repeated = several.filter(isRepeated);
    if (repeated.length < (withLines.has(sheet) ? 1 : FEWEST) || repeated.length < several.length * NEARLY_ALL)
      continue;
    for (const rows of repeated) for (const row of rows.slice(1)) out.add(row);
    const count = repeated.reduce((sum, rows) => sum + rows.length - 1, 0);
    left.set(sheet, count);
    issues.add('invoice-totals-repeated', { sheet: sheets[sheet] ?? '' }, { count });
  }
  if (out.size > 0) table.keep((row) => !out.has(row));
  return left;
}
