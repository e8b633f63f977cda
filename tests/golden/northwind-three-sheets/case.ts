import { valueOr } from '../../../src/core/model/outcome';
import { defineGoldenCase } from '../golden-case';
import {
  activeClientCount,
  distributionRows,
  largestClients,
  netSales,
  netSalesByYear,
  orderCount,
  partsOf,
  topClientsByYear,
} from '../read-ours';

export default defineGoldenCase({
  title: 'customers, orders and order lines on three sheets, joined by the order number',
  workbook: 'northwind-three-sheets.xlsx',
  tables: [
    { name: 'customers', sheet: 'customers', columns: { customer_id: 'VARCHAR', country: 'VARCHAR' } },
    {
      name: 'orders',
      sheet: 'orders',
      columns: {
        order_id: 'VARCHAR',
        customer_id: 'VARCHAR',
        ship_country: 'VARCHAR',
        order_date: 'DATE',
        required_date: 'DATE',
        shipped_date: 'DATE',
      },
    },
    {
      name: 'order_details',
      sheet: 'order_details',
      columns: { order_id: 'VARCHAR', unit_price: 'DOUBLE', quantity: 'DOUBLE', discount: 'DOUBLE' },
    },
  ],
  prepare: [
    `create view sales as
       select o.*, d.quantity, d.unit_price * d.quantity * (1 - d.discount) as amount
       from orders o join order_details d using (order_id)`,
    // Due by the last day in the data. An order still open on its very day is not past due yet.
    `create view due as
       select * from orders, (select max(order_date) as last from orders)
       where required_date < last or (required_date = last and shipped_date is not null)`,
  ],
  figures: [
    { name: 'net sales', sql: 'select sum(amount) from sales', published: [[1265793.04]], decimals: 2, ours: netSales },
    {
      name: 'net sales a year',
      sql: `select year(order_date), sum(amount) from sales group by 1 order by 1`,
      published: [
        [1996, 208083.97],
        [1997, 617085.2],
        [1998, 440623.87],
      ],
      decimals: 2,
      ours: netSalesByYear,
    },
    { name: 'orders', sql: 'select count(distinct order_id) from sales', published: [[830]], ours: orderCount },
    {
      name: 'clients with orders',
      sql: 'select count(distinct customer_id) from sales',
      published: [[89]],
      ours: activeClientCount,
    },
    {
      name: 'top five',
      sql: `select customer_id, sum(amount) as net from sales group by 1 order by net desc limit 5`,
      published: [
        ['QUICK', 110277.31],
        ['ERNSH', 104874.98],
        ['SAVEA', 104361.95],
        ['RATTC', 51097.8],
        ['HUNGO', 49979.91],
      ],
      decimals: 2,
      ours: largestClients(5),
    },
    {
      name: 'orders shipped, shipped late, not shipped',
      sql: `select count(shipped_date), count(*) filter (where shipped_date > required_date),
                   count(*) filter (where shipped_date is null) from orders`,
      published: [[809, 37, 21]],
    },
    {
      name: 'orders on time and due by the last day in the data',
      sql: `select count(*) filter (where shipped_date <= required_date), count(*) from due`,
      ours: partsOf('order.onTime'),
    },
    {
      name: 'five largest clients of each year',
      sql: `select * from (
              select year(order_date) as y, rank() over (partition by y order by sum(amount) desc) as r,
                     customer_id, sum(amount)
              from sales group by 1, 3) where r <= 5 order by 1, 2`,
      ours: topClientsByYear,
    },
    {
      name: 'clients, quantity and amount by year and country',
      sql: `select year(order_date), ship_country, count(distinct customer_id), sum(quantity), sum(amount)
            from sales group by 1, 2 order by 1, 2`,
      ours: ({ analysis }) => distributionRows(valueOr(analysis.distribution.byCountry, [])),
    },
  ],
});
