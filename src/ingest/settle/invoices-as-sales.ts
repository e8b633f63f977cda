import { NO_DAY } from '../../core/model/day';
import { integersOf, numbersOf, pickRows, type TableDraft } from '../read/table-draft';

/**
 * Invoices and credit notes as sales lines, where a workbook keeps no sheet of sales: the same arrays. A line without
 * client, day or amount is none.
 */
export function invoicesAsSales(invoices: TableDraft): TableDraft | undefined {
  const amounts = numbersOf(invoices, 'amount');
  const days = integersOf(invoices, 'day');
  const clients = integersOf(invoices, 'client');
  if (!amounts || !days || !clients) return undefined;
  const columns: TableDraft['columns'] = new Map();
  for (const [name, from] of [
    ['client', 'client'],
    ['day', 'day'],
    ['amount', 'amount'],
    ['documentNo', 'invoiceNo'],
    ['invoiceNo', 'invoiceNo'],
    ['orderNo', 'orderNo'],
    ['dueDay', 'dueDay'],
    ['disputed', 'disputed'],
  ] as const) {
    const column = invoices.columns.get(from);
    if (column !== undefined) columns.set(name, column);
  }
  columns.set(
    'isReturn',
    Int8Array.from(amounts, (amount) => (amount < 0 ? 1 : 0)),
  );
  const { rows, origin } = invoices;
  const sales = pickRows(
    { table: 'transactions', rows, columns, origin },
    (row) => clients[row]! >= 0 && days[row] !== NO_DAY && !Number.isNaN(amounts[row]!),
  );
  return sales.rows > 0 ? sales : undefined;
}
