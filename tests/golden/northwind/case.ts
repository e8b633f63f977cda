import { valueOr } from '../../../src/core/model/outcome';
import { defineGoldenCase } from '../golden-case';
import {
  activeClientCount,
  clientCount,
  distributionRows,
  largestClients,
  netSales,
  netSalesByYear,
  orderCount,
  partsOf,
  percentsOf,
  topClientsByYear,
} from '../read-ours';

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
    // Due by the last day in the data. An order still open on its very day is not past due yet.
    `create view due as
       select * from orders, (select max("Order date") as last from sales)
       where required < last or (required = last and shipped is not null)`,
  ],
  figures: [
    { name: 'net sales', sql: 'select sum(Amount) from sales', published: [[1265793.04]], decimals: 2, ours: netSales },
    {
      name: 'net sales a year',
      sql: `select year("Order date"), sum(Amount) from sales group by 1 order by 1`,
      published: [
        [1996, 208083.97],
        [1997, 617085.2],
        [1998, 440623.87],
      ],
      decimals: 2,
      ours: netSalesByYear,
    },
    { name: 'orders', sql: 'select count(distinct "Order ID") from sales', published: [[830]], ours: orderCount },
    {
      name: 'clients with orders',
      sql: 'select count(distinct "Customer ID") from sales',
      published: [[89]],
      ours: activeClientCount,
    },
    { name: 'clients on the sheet', sql: 'select count(*) from customers', published: [[91]], ours: clientCount },
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
      ours: largestClients(5),
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
      ours: percentsOf('order.onTime'),
      tolerance: 1e-9,
      difference: {
        why: 'of the orders due by the last day in the data: past due and not shipped is late, not yet due is left out',
        sql: `select 100.0 * count(*) filter (where shipped <= required) / count(*) from due`,
      },
    },
    {
      name: 'orders on time and due',
      sql: `select count(*) filter (where shipped <= required), count(*) from due`,
      ours: partsOf('order.onTime'),
    },
    {
      name: 'five largest clients of each year',
      sql: `select * from (
              select year("Order date") as y, rank() over (partition by y order by sum(Amount) desc) as r,
                     "Customer ID", sum(Amount)
              from sales group by 1, 3) where r <= 5 order by 1, 2`,
      ours: topClientsByYear,
    },
    {
      name: 'clients, quantity and amount by year and country',
      sql: `select year("Order date"), "Ship country", count(distinct "Customer ID"), sum(Quantity), sum(Amount)
            from sales group by 1, 2 order by 1, 2`,
      ours: ({ analysis }) => distributionRows(valueOr(analysis.distribution.byCountry, [])),
    },
  ],
});
