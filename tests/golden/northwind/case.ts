import { defineGoldenCase } from '../golden-case';

export default defineGoldenCase({
  title: 'one sales sheet with order, required and shipped day',
  workbook: 'northwind.xlsx',
  tables: [
    { name: 'customers', sheet: 'Customers', columns: { customer_id: 'VARCHAR', country: 'VARCHAR' } },
    {
      name: 'sales',
      sheet: 'Sales',
      columns: {
        'Order ID': 'VARCHAR',
        'Customer ID': 'VARCHAR',
        'Order date': 'DATE',
        'Required date': 'DATE',
        'Shipped date': 'DATE',
        'Ship country': 'VARCHAR',
        Quantity: 'DOUBLE',
        Amount: 'DOUBLE',
      },
    },
  ],
  prepare: [
    `create view orders as
       select "Order ID" as id, any_value("Required date") as required, any_value("Shipped date") as shipped
       from sales group by 1`,
  ],
  figures: [
    { name: 'net sales', sql: 'select sum(Amount) from sales', published: [[1265793.04]], decimals: 2 },
    {
      name: 'net sales a year',
      sql: `select year("Order date"), sum(Amount) from sales group by 1 order by 1`,
      published: [
        [1996, 208083.97],
        [1997, 617085.2],
        [1998, 440623.87],
      ],
      decimals: 2,
    },
    { name: 'orders', sql: 'select count(distinct "Order ID") from sales', published: [[830]] },
    { name: 'clients with orders', sql: 'select count(distinct "Customer ID") from sales', published: [[89]] },
    { name: 'clients on the sheet', sql: 'select count(*) from customers', published: [[91]] },
    {
      name: 'top five',
      sql: `select "Customer ID", sum(Amount) as net from sales group by 1 order by net desc limit 5`,
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
      sql: `select count(shipped), count(*) filter (where shipped > required), count(*) filter (where shipped is null)
            from orders`,
      published: [[809, 37, 21]],
    },
    {
      name: 'on-time rate of shipped orders in percent',
      sql: `select 100.0 * count(*) filter (where shipped <= required) / count(shipped) from orders`,
      published: [[95.43]],
      decimals: 2,
    },
  ],
});
