import type { GrowingTable } from '../read/growing-table';

const MONEY = ['amount', 'openAmount', 'paidAmount'] as const;

/**
 * Puts invoices and receipts into the home currency where the sheet has a rate and the amount is not converted already.
 *
 * @param isHome Whether the amounts of a sheet are in the home currency whatever its currency column says (本币金额).
 * @returns Whether a line is in the home currency.
 */
export function convertByRate(
  table: GrowingTable,
  kind: 'invoices' | 'receipts',
  isHome: (sheet: number) => boolean,
): (row: number) => boolean {
  const rates = table.get(`${kind}.rate`)?.cells;
  const columns = MONEY.map((name) => table.get(`${kind}.${name}` as `${typeof kind}.amount`)?.cells).filter(
    (cells) => cells !== undefined,
  );
  const converted = new Uint8Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    if (isHome(table.sheetAt(row))) converted[row] = 1;
    else if (rates && rates[row]! > 0) {
      converted[row] = 1;
      for (const cells of new Set(columns)) cells[row] = Number((cells[row]! * rates[row]!).toPrecision(15));
    }
  }
  // Lines move where some are left out: what a row is follows it.
  return (row) => converted[row] === 1;
}
