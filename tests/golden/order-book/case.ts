import { tableOf } from '../../../src/core/model/dataset';
import { valueOr } from '../../../src/core/model/outcome';
import { defineGoldenCase, type GoldenRows, type GoldenValue, type OurResult } from '../golden-case';
import { netSales, orderCount } from '../read-ours';
import { LAST_DAY, writeOrderBook } from './write-order-book';

/** One row a client, by code: what `read` gives of the client's index. */
const byClient =
  (read: (result: OurResult, client: number) => readonly GoldenValue[]) =>
  (result: OurResult): GoldenRows =>
    result.analysis.clients
      .map(({ code }, client): readonly GoldenValue[] => [code, ...read(result, client)])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));

const receivablesOf = ({ analysis }: OurResult, client: number) => {
  if (!analysis.receivables.known) throw new Error('the book has payments');
  return analysis.receivables.value.clients[client]!;
};
const creditOf = ({ analysis }: OurResult, client: number) => {
  if (!analysis.credit.known) throw new Error('the book has payments');
  return analysis.credit.value.clients[client]!;
};

const band = (from: number, to: number): string =>
  `coalesce(sum(case when date_diff('day', due, last) between ${from} and ${to} then open end), 0)`;

export default defineGoldenCase({
  title: 'a generated order book: customers with limits, orders, order lines, payments that name no order',
  workbook: 'order-book.xlsx',
  make: writeOrderBook,
  tables: [
    { name: 'customers', sheet: 'customers', columns: { customerNumber: 'INTEGER', customerName: 'VARCHAR', creditLimit: 'DOUBLE' } },
    {
      name: 'orders',
      sheet: 'orders',
      columns: {
        orderNumber: 'INTEGER', orderDate: 'DATE', requiredDate: 'DATE', shippedDate: 'DATE', status: 'VARCHAR', customerNumber: 'INTEGER',
      },
    },
    { name: 'details', sheet: 'orderdetails', columns: { orderNumber: 'INTEGER', quantityOrdered: 'DOUBLE', priceEach: 'DOUBLE' } },
    { name: 'payments', sheet: 'payments', columns: { customerNumber: 'INTEGER', paymentDate: 'DATE', amount: 'DOUBLE' } },
  ],
  prepare: [
    `create view worth as select orderNumber, sum(round(quantityOrdered * priceEach, 2)) as value from details group by 1`,
    // Billed on the day of shipping, due 30 days later.
    `create view bills as
       select o.customerNumber as c, o.orderNumber as id, o.shippedDate as billed, o.shippedDate + 30 as due, w.value
       from orders o join worth w using (orderNumber) where o.shippedDate is not null and o.status <> 'Cancelled'`,
    `create view paid as select customerNumber as c, sum(amount) as amount from payments group by 1`,
    // Oldest due first: an invoice is open by what the running sum of bills has beyond all that was paid.
    `create view opened as
       select c, id, due, date '${LAST_DAY}' as last,
         greatest(0, least(value, upto - coalesce(amount, 0))) as open
       from (select *, sum(value) over (partition by c order by due) as upto from bills) left join paid using (c)`,
    `create view waiting as
       select o.customerNumber as c, sum(w.value) as value from orders o join worth w using (orderNumber)
       where o.shippedDate is null and o.status <> 'Cancelled' group by 1`,
    `create view exposed as
       select k.customerNumber as c, k.creditLimit as granted,
         coalesce((select sum(open) from opened o where o.c = k.customerNumber), 0) as open,
         coalesce((select value from waiting w where w.c = k.customerNumber), 0) as waiting,
         greatest(0, coalesce((select amount from paid p where p.c = k.customerNumber), 0)
           - coalesce((select sum(value) from bills b where b.c = k.customerNumber), 0)) as advance
       from customers k`,
  ],
  figures: [
    {
      name: 'net sales',
      sql: `select sum(w.value) from orders o join worth w using (orderNumber) where o.status <> 'Cancelled'`,
      ours: netSales,
    },
    { name: 'orders', sql: `select count(*) from orders where status <> 'Cancelled'`, ours: orderCount },
    {
      name: 'ageing, client by client',
      sql: `select k.customerNumber::varchar, ${band(-99999, 0)}, ${band(1, 30)}, ${band(31, 60)}, ${band(61, 90)}, ${band(91, 180)}, ${band(181, 99999)}
            from customers k left join opened o on o.c = k.customerNumber group by 1 order by 1`,
      ours: byClient((result, client) => receivablesOf(result, client).ageing.map((fen) => fen / 100)),
    },
    {
      name: 'open and overdue invoices, received ahead',
      sql: `select e.c::varchar, e.open, coalesce((select sum(open) from opened o where o.c = e.c and due < last), 0),
              (select count(*) from opened o where o.c = e.c and open > 0.004), e.advance
            from exposed e order by 1`,
      ours: byClient((result, client) => {
        const own = receivablesOf(result, client);
        return [own.open / 100, own.overdue / 100, own.openInvoices, own.advance / 100];
      }),
    },
    {
      name: 'the longest overdue',
      sql: `select k.customerNumber::varchar,
              (select max(date_diff('day', due, last)) from opened o where o.c = k.customerNumber and open > 0.004 and due < last)
            from customers k order by 1`,
      ours: byClient(({ analysis }, client) => {
        if (!analysis.payments.known) throw new Error('the book has payments');
        return [valueOr(analysis.payments.value[client]!.oldestOverdueDays, null)];
      }),
    },
    {
      name: 'exposure, limit and use',
      sql: `select c::varchar, open + waiting - advance, granted,
              case when granted > 0 then greatest(open + waiting - advance, 0) / granted end
            from exposed order by 1`,
      ours: byClient((result, client) => {
        const { exposure, ahead, limit, use } = creditOf(result, client);
        // What the client has paid ahead is a figure of its own: the other engine gives it as an exposure below 0.
        return [exposure.known && ahead.known ? (exposure.value - ahead.value) / 100 : null, limit.known ? limit.value / 100 : null, valueOr(use, null)];
      }),
    },
    {
      name: 'clients above their limit',
      sql: `select count(*) from exposed where open + waiting - advance > granted`,
      ours: ({ analysis, dataset }) => {
        if (!analysis.credit.known) throw new Error('the book has payments');
        const above = analysis.credit.value.clients.filter(({ isLimitExceeded }) => isLimitExceeded).length;
        return tableOf(dataset, 'clients').rows === 0 ? [] : [[above]];
      },
    },
    {
      name: 'DSO of the last twelve months',
      sql: `select (select sum(open) from opened) / sum(value) * 365 from bills where billed > date '${LAST_DAY}' - interval 12 month`,
      ours: ({ analysis }) => [
        [analysis.receivables.known ? valueOr(analysis.receivables.value.totals.dso, null) : null],
      ],
    },
  ],
}); // prettier-ignore
