import { defineGoldenCase } from '../golden-case';

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
  ],
  figures: [
    { name: 'net sales', sql: 'select sum(amount) from sales', published: [[1265793.04]], decimals: 2 },
    {
      name: 'net sales a year',
      sql: `select year(order_date), sum(amount) from sales group by 1 order by 1`,
      published: [
        [1996, 208083.97],
        [1997, 617085.2],
        [1998, 440623.87],
      ],
      decimals: 2,
    },
    { name: 'orders', sql: 'select count(distinct order_id) from sales', published: [[830]] },
    { name: 'clients with orders', sql: 'select count(distinct customer_id) from sales', published: [[89]] },
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
    },
    {
      name: 'orders shipped, shipped late, not shipped',
      sql: `select count(shipped_date), count(*) filter (where shipped_date > required_date),
                   count(*) filter (where shipped_date is null) from orders`,
      published: [[809, 37, 21]],
    },
  ],
});
