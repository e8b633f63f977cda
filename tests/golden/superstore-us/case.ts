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
  title: 'orders with sales and profit, returned orders on a sheet of their own',
  workbook: 'superstore-us.xlsx',
  tables: [
    {
      name: 'orders',
      sheet: 'Orders',
      columns: {
        'Order ID': 'VARCHAR',
        'Order Date': 'DATE',
        'Ship Date': 'DATE',
        'Customer ID': 'VARCHAR',
        'Customer Name': 'VARCHAR',
        Region: 'VARCHAR',
        Sales: 'DOUBLE',
        Quantity: 'DOUBLE',
        Profit: 'DOUBLE',
      },
    },
    { name: 'returns', sheet: 'Returns', columns: { Returned: 'VARCHAR', 'Order ID': 'VARCHAR' } },
  ],
  figures: [
    { name: 'sales', sql: 'select sum(Sales) from orders', published: [[2297200.86]], decimals: 2, ours: netSales },
    {
      name: 'profit',
      sql: 'select sum(Profit) from orders',
      published: [[286397.02]],
      decimals: 2,
      ours: ({ analysis }) => [[valueOr(analysis.totals.profit, NaN) / 100]],
    },
    {
      name: 'clients',
      sql: 'select count(distinct "Customer ID") from orders',
      published: [[793]],
      ours: activeClientCount,
    },
    { name: 'orders', sql: 'select count(distinct "Order ID") from orders', published: [[5009]], ours: orderCount },
    {
      name: 'orders returned',
      sql: 'select count(distinct "Order ID") from orders where "Order ID" in (select "Order ID" from returns)',
      published: [[296]],
      ours: (result) => [[partsOf('returns.orders')(result)[0]![0]!]],
    },
    {
      name: 'sales a year',
      sql: 'select year("Order Date"), sum(Sales) from orders group by 1 order by 1',
      ours: netSalesByYear,
    },
    {
      name: 'clients, quantity and sales by year and region',
      sql: `select year("Order Date"), Region, count(distinct "Customer ID"), sum(Quantity), sum(Sales)
            from orders group by 1, 2 order by 1, 2`,
      ours: ({ analysis }) => distributionRows(analysis.distribution.byRegion),
    },
    {
      name: 'five largest clients of each year',
      sql: `select * from (
              select year("Order Date") as y, rank() over (partition by y order by sum(Sales) desc) as r,
                     "Customer ID", sum(Sales)
              from orders group by 1, 3) where r <= 5 order by 1, 2`,
      ours: topClientsByYear,
    },
    {
      name: 'sales a region',
      sql: 'select Region, sum(Sales) as net from orders group by 1 order by net desc',
      published: [
        ['West', 725457.82],
        ['East', 678781.24],
        ['Central', 501239.89],
        ['South', 391721.91],
      ],
      decimals: 2,
    },
    {
      name: 'three largest clients',
      sql: 'select sum(Sales) as net from orders group by "Customer ID" order by net desc limit 3',
      published: [[25043.05], [19052.22], [15117.34]],
      decimals: 2,
      ours: (result) => largestClients(3)(result).map(([, amount]) => [amount!]),
    },
  ],
});
