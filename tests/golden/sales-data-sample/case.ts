import { defineGoldenCase } from '../golden-case';

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
        COUNTRY: 'VARCHAR',
        STATUS: 'VARCHAR',
        ORDERDATE: 'VARCHAR',
        QUANTITYORDERED: 'DOUBLE',
        SALES: 'DOUBLE',
      },
    },
  ],
  prepare: [`create view sales as select *, strptime(ORDERDATE, '%m/%d/%y')::date as day from raw`],
  figures: [
    { name: 'all lines', sql: 'select sum(SALES) from sales', published: [[10032628.85]], decimals: 2 },
    { name: 'clients', sql: 'select count(distinct CUSTOMERNAME) from sales', published: [[92]] },
    {
      name: 'three largest clients, all lines',
      sql: 'select CUSTOMERNAME, sum(SALES) as net from sales group by 1 order by net desc limit 3',
      published: [
        ['Euro Shopping Channel', 912294.11],
        ['Mini Gifts Distributors Ltd.', 654858.06],
        ['Australian Collectors, Co.', 200995.41],
      ],
      decimals: 2,
    },
    {
      name: 'cancelled and disputed',
      sql: `select sum(SALES) filter (where STATUS = 'Cancelled'), sum(SALES) filter (where STATUS = 'Disputed') from sales`,
      published: [[194487.48, 72212.86]],
      decimals: 2,
    },
  ],
});
