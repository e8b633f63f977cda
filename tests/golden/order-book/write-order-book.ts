import { Workbook, type Worksheet } from 'exceljs';
import { seededRandom } from '../../support/seeded-random';

/** The last day of the book: an order is placed on it, so that as-of is this day. */
export const LAST_DAY = '2025-06-30';

const DAY = 86_400_000;
const LAST = Date.parse(`${LAST_DAY}T00:00:00Z`);
const CLIENTS = 60;
const PRODUCTS = 25;

type Row = readonly (string | number | Date | null)[];

/**
 * An order book in the shape that database courses teach: customers with a credit limit; orders with order, required and
 * shipped day and a status; order lines; payments of a customer by check, which name no order. Seeded: the same on every run.
 */
export async function writeOrderBook(path: string): Promise<void> {
  const random = seededRandom(20250630);
  const dayBack = (days: number): Date => new Date(LAST - days * DAY);
  const fen = (from: number, to: number): number => random.whole(from, to) / 100;
  const customers: Row[] = [];
  const orders: Row[] = [];
  const lines: Row[] = [];
  const payments: Row[] = [];
  let orderNumber = 10_100;
  for (let i = 0; i < CLIENTS; i++) {
    const customer = 1000 + i;
    // Every ninth has no limit; every twelfth never ordered.
    customers.push([
      customer,
      `Customer ${customer} Ltd`,
      random.pick(['Lyon', 'Oslo', 'Turin']),
      i % 9 === 4 ? null : random.whole(5, 60) * 1000,
    ]);
    if (i % 12 === 7) continue;
    let billed = 0;
    // Days of shipping of a customer are all different: which of two equally old invoices is paid first is no rule of ours.
    let back = random.whole(380, 640);
    for (
      const count = random.whole(1, 14);
      back > 6 && orders.filter((order) => order[5] === customer).length < count;
    ) {
      orderNumber++;
      const state = random.next();
      const status =
        back < 40 && state < 0.4 ? random.pick(['In Process', 'On Hold']) : state < 0.06 ? 'Cancelled' : 'Shipped';
      const shipped = status === 'Shipped' ? dayBack(back - random.whole(1, 5)) : null;
      orders.push([orderNumber, dayBack(back), dayBack(back - 8), shipped, status, customer]);
      for (let n = random.whole(1, 6); n > 0; n--) {
        const [quantity, price] = [random.whole(5, 60), fen(1500, 21_000)];
        lines.push([orderNumber, `S${random.whole(1, PRODUCTS)}_${1000 + n}`, quantity, price, n]);
        if (status === 'Shipped') billed += quantity * price;
      }
      back -= random.whole(7, 60);
    }
    // From nothing to a little more than was billed, in checks of any size, some after the last shipment before as-of.
    let left = billed * random.pick([0, 0.35, 0.7, 0.9, 1, 1.04]);
    for (let n = 0; left > 0.005 && n < 12; n++) {
      const amount =
        n === 11 ? Math.round(left * 100) / 100 : Math.min(fen(20_000, 900_000), Math.round(left * 100) / 100);
      payments.push([customer, `CK${customer}${String(n).padStart(2, '0')}`, dayBack(random.whole(1, 500)), amount]);
      left -= amount;
    }
  }
  // One customer with an order that went out on the last day, and one placed on it.
  customers.push([1999, 'Customer 1999 Ltd', 'Lyon', 1000]);
  orders.push([99_998, dayBack(4), dayBack(-4), dayBack(0), 'Shipped', 1999]);
  lines.push([99_998, 'S1_1000', 3, 12.5, 1]);
  orders.push([99_999, dayBack(0), dayBack(-8), null, 'In Process', 1999]);
  lines.push([99_999, 'S2_1000', 10, 99.99, 1]);

  const workbook = new Workbook();
  const add = (name: string, headers: readonly string[], rows: readonly Row[]): Worksheet => {
    const sheet = workbook.addWorksheet(name);
    sheet.addRow([...headers]);
    for (const row of rows) sheet.addRow([...row]);
    return sheet;
  };
  add('customers', ['customerNumber', 'customerName', 'city', 'creditLimit'], customers);
  const heads = add(
    'orders',
    ['orderNumber', 'orderDate', 'requiredDate', 'shippedDate', 'status', 'customerNumber'],
    random.shuffle(orders),
  );
  for (const column of [2, 3, 4]) heads.getColumn(column).numFmt = 'yyyy-mm-dd';
  add(
    'orderdetails',
    ['orderNumber', 'productCode', 'quantityOrdered', 'priceEach', 'orderLineNumber'],
    random.shuffle(lines),
  );
  const checks = add('payments', ['customerNumber', 'checkNumber', 'paymentDate', 'amount'], random.shuffle(payments));
  checks.getColumn(3).numFmt = 'yyyy-mm-dd';
  await workbook.xlsx.writeFile(path);
}
