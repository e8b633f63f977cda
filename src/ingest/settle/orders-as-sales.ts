import { NO_DAY } from '../../core/model/day';
import { flagsOf, integersOf, numbersOf, pickRows, type TableDraft } from '../read/table-draft';

/**
 * Orders with amounts as sales lines, where a workbook keeps neither sales nor invoices: the same arrays. Day and amount are
 * those of the order; one without client, day or amount is none. A negative amount is a return.
 */
export function ordersAsSales(orders: TableDraft): TableDraft | undefined {
  const amounts = numbersOf(orders, 'value');
  const days = integersOf(orders, 'orderDay');
  const clients = integersOf(orders, 'client');
  if (!amounts || !days || !clients) return undefined;
  const columns: TableDraft['columns'] = new Map();
  for (const [name, from] of [
    ['client', 'client'],
    ['day', 'orderDay'],
    ['amount', 'value'],
    ['orderNo', 'orderNo'],
    ['product', 'product'],
    ['quantity', 'orderedQuantity'],
    ['region', 'region'],
    ['rep', 'rep'],
    ['cancelled', 'cancelled'],
    ['returned', 'returned'],
  ] as const) {
    const column = orders.columns.get(from);
    if (column !== undefined) columns.set(name, column);
  }
  if (amounts.some((amount) => amount < 0) || flagsOf(orders, 'returned'))
    columns.set(
      'isReturn',
      Int8Array.from(amounts, (amount) => (amount < 0 ? 1 : 0)),
    );
  const { rows, origin } = orders;
  const sales = pickRows(
    { table: 'transactions', rows, columns, origin },
    (row) => clients[row]! >= 0 && days[row] !== NO_DAY && !Number.isNaN(amounts[row]!),
  );
  return sales.rows > 0 ? sales : undefined;
}
