import { defineGoldenCase } from '../golden-case';
import {
  clientCount,
  distributionRows,
  largestClients,
  netSales,
  netSalesByYear,
  orderCount,
  topClientsByYear,
} from '../read-ours';

const LEFT_OUT = 'cancelled orders are left out';

export default defineGoldenCase({
  title: 'one flat sheet with an order status and days as text',
  workbook: 'sales-data-sample.xlsx',
  tables: [
    {
      name: 'raw',
      sheet: 'sales',
      columns: {
        ORDERNUMBER: 'VARCHAR',
        CUSTOMERNAME: 'VARCHAR',
        TERRITORY: 'VARCHAR',
        STATUS: 'VARCHAR',
        ORDERDATE: 'VARCHAR',
        QUANTITYORDERED: 'DOUBLE',
        SALES: 'DOUBLE',
      },
    },
  ],
  prepare: [
    `create view sales as select *, strptime(ORDERDATE, '%m/%d/%y')::date as day from raw`,
    `create view kept as select * from sales where STATUS <> 'Cancelled'`,
  ],
  figures: [
    {
      name: 'all lines',
      sql: 'select sum(SALES) from sales',
      published: [[10032628.85]],
      decimals: 2,
      ours: netSales,
      difference: { why: LEFT_OUT, sql: 'select sum(SALES) from kept' },
    },
    { name: 'all lines less the cancelled', sql: 'select 10032628.85 - 194487.48', ours: netSales },
    {
      name: 'net sales a year',
      sql: 'select year(day), sum(SALES) from kept group by 1 order by 1',
      ours: netSalesByYear,
    },
    {
      name: 'clients, quantity and amount by year and region',
      sql: `select year(day), TERRITORY, count(distinct CUSTOMERNAME), sum(QUANTITYORDERED), sum(SALES)
            from kept group by 1, 2 order by 1, 2`,
      ours: ({ analysis }) => distributionRows(analysis.distribution.byRegion),
    },
    {
      name: 'five largest clients of each year',
      sql: `select * from (
              select year(day) as y, rank() over (partition by y order by sum(SALES) desc) as r, CUSTOMERNAME, sum(SALES)
              from kept group by 1, 3) where r <= 5 order by 1, 2`,
      ours: topClientsByYear,
    },
    { name: 'orders', sql: 'select count(distinct ORDERNUMBER) from kept', ours: orderCount },
    { name: 'clients', sql: 'select count(distinct CUSTOMERNAME) from sales', published: [[92]], ours: clientCount },
    {
      name: 'three largest clients, all lines',
      sql: 'select CUSTOMERNAME, sum(SALES) as net from sales group by 1 order by net desc limit 3',
      published: [
        ['Euro Shopping Channel', 912294.11],
        ['Mini Gifts Distributors Ltd.', 654858.06],
        ['Australian Collectors, Co.', 200995.41],
      ],
      decimals: 2,
      ours: largestClients(3),
      difference: {
        why: LEFT_OUT,
        sql: 'select CUSTOMERNAME, sum(SALES) as net from kept group by 1 order by net desc limit 3',
      },
    },
    {
      name: 'cancelled and disputed',
      sql: `select sum(SALES) filter (where STATUS = 'Cancelled'), sum(SALES) filter (where STATUS = 'Disputed') from sales`,
      published: [[194487.48, 72212.86]],
      decimals: 2,
    },
    {
      name: 'cancelled lines and their amount',
      sql: `select count(*), sum(SALES) from sales where STATUS = 'Cancelled'`,
      ours: ({ analysis }) =>
        analysis.accounts.map(({ cancelled, cancelledAmount }) => [cancelled, cancelledAmount / 100]),
    },
  ],
});
