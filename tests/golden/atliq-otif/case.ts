import { defineGoldenCase } from '../golden-case';
import { clientCount, partsOf, percentsOf } from '../read-ours';

export default defineGoldenCase({
  title: 'order lines with ordered and delivered quantity, agreed and actual day, no prices',
  workbook: 'atliq-otif.xlsx',
  tables: [
    { name: 'customers', sheet: 'customers', columns: { customer_id: 'VARCHAR', city: 'VARCHAR' } },
    {
      name: 'lines',
      sheet: 'order lines',
      columns: {
        order_id: 'VARCHAR',
        customer_id: 'VARCHAR',
        order_placement_date: 'DATE',
        agreed_delivery_date: 'DATE',
        actual_delivery_date: 'DATE',
        order_qty: 'DOUBLE',
        delivery_qty: 'DOUBLE',
      },
    },
  ],
  prepare: [
    `create view judged as
       select *, actual_delivery_date <= agreed_delivery_date as on_time, delivery_qty >= order_qty as in_full from lines`,
    `create view orders as
       select order_id, bool_and(on_time) as on_time, bool_and(in_full) as in_full from judged group by 1`,
  ],
  figures: [
    {
      name: 'orders',
      sql: 'select count(*) from orders',
      published: [[31729]],
      ours: (result) => [[partsOf('order.onTime')(result)[0]![1]!]],
    },
    { name: 'clients', sql: 'select count(distinct customer_id) from customers', published: [[35]], ours: clientCount },
    {
      name: 'orders on time, in full, both, in percent',
      sql: `select 100 * avg(on_time::int), 100 * avg(in_full::int), 100 * avg((on_time and in_full)::int) from orders`,
      published: [[59.03, 52.78, 29.02]],
      decimals: 2,
      ours: percentsOf('order.onTime', 'order.inFull', 'order.otif'),
      tolerance: 1e-9,
    },
    {
      name: 'line fill rate and volume fill rate in percent',
      sql: `select 100 * avg(in_full::int), 100 * sum(delivery_qty) / sum(order_qty) from judged`,
      published: [[65.96, 96.59]],
      decimals: 2,
      ours: percentsOf('line.fill', 'volume.fill'),
      tolerance: 1e-9,
    },
    {
      name: 'late and early lines in percent',
      sql: `select 100 * avg((not on_time)::int), 100 * avg((actual_delivery_date < agreed_delivery_date)::int) from judged`,
      published: [[28.88, 6.32]],
      decimals: 2,
      ours: percentsOf('line.late', 'line.early'),
      tolerance: 1e-9,
    },
    {
      name: 'orders on time, in full, both, by client',
      sql: `with orders as (
              select customer_id, order_id, bool_and(on_time) as on_time, bool_and(in_full) as in_full
              from judged group by 1, 2)
            select customer_id, count(*), 100 * avg(on_time::int), 100 * avg(in_full::int),
                   100 * avg((on_time and in_full)::int)
            from orders group by 1 order by 1`,
      ours: ({ analysis }) =>
        analysis.clientIndicators
          .map((row) => [
            analysis.clients[row.client]!.code,
            row.ratios['order.onTime']!.denominator,
            ...['order.onTime', 'order.inFull', 'order.otif'].map((id) => {
              const { value } = row.ratios[id]!;
              return value.known ? value.value * 100 : null;
            }),
          ])
          .sort((a, b) => (a[0]! < b[0]! ? -1 : 1)),
      tolerance: 1e-9,
    },
  ],
});
