import { valueOr } from '../../../src/core/model/outcome';
import { defineGoldenCase } from '../golden-case';
import {
  distributionRows,
  largestClients,
  netSales,
  netSalesByYear,
  orderCount,
  partsOf,
  topClientsByYear,
} from '../read-ours';

/** A day as the sheet has it: a real one, or one of three ways to type it. 29 Feb 2025 is none of them. */
const dayOf = (column: string): string => `coalesce(
  try_cast(${column} as date), try_strptime(${column}, '%Y年%-m月%-d日')::date,
  try_strptime(${column}, '%Y.%-m.%-d')::date, try_strptime(${column}, '%Y%m%d')::date)`;

/** Brackets of either width and spaces of either width are the same name. */
const nameOf = (column: string): string => `trim(translate(${column}, '（）\u3000', '() '))`;

export default defineGoldenCase({
  title: 'the sample: title rows, subtotals, typed days and amounts, old lines by name alone, wrong lines',
  workbook: 'kelan-sample.xlsx',
  folder: 'assets',
  tables: [
    {
      name: 'clients',
      sheet: '客户',
      headerRow: 3,
      columns: { 客户编号: 'VARCHAR', 客户名称: 'VARCHAR', 地区: 'VARCHAR', 内部客户: 'VARCHAR' },
    },
    {
      name: 'raw',
      sheet: '销售明细',
      headerRow: 3,
      columns: {
        单号: 'VARCHAR',
        订单号: 'VARCHAR',
        日期: 'VARCHAR',
        客户编号: 'VARCHAR',
        客户名称: 'VARCHAR',
        数量: 'DOUBLE',
        金额: 'VARCHAR',
        类型: 'VARCHAR',
        承诺交期: 'DATE',
        签收日期: 'DATE',
        损坏量: 'DOUBLE',
      },
    },
    {
      name: 'shipments',
      sheet: '发货',
      headerRow: 4,
      columns: {
        订单号: 'VARCHAR',
        承诺交期: 'DATE',
        签收日期: 'DATE',
        发出量: 'DOUBLE',
        订货数量: 'DOUBLE',
        损坏量: 'DOUBLE',
        客户原因延期: 'VARCHAR',
        状态: 'VARCHAR',
      },
    },
    {
      name: 'complaints',
      sheet: '投诉',
      headerRow: 3,
      columns: { 投诉编号: 'VARCHAR', 环节: 'VARCHAR', 结案时间: 'VARCHAR' },
    },
  ],
  prepare: [
    `create view lines as
       select *, ${dayOf('日期')} as day,
              case when 金额 like '%万' then 10000 * try_cast(replace(金额, '万', '') as double)
                   else try_cast(translate(金额, '¥,', '') as double) end as amount,
              coalesce(客户编号, (select min(客户编号) from clients
                                  where ${nameOf('clients.客户名称')} = ${nameOf('raw.客户名称')})) as client
       from raw where 单号 like 'XS%' or 单号 like 'TH%'`,
    `create view sales as select * from lines where day is not null and amount is not null and client is not null`,
    // One promise an order, on the line until 2024 and on the delivery sheet since.
    `create view promises as
       select 订单号 as id, any_value(承诺交期) as promised, any_value(签收日期) as delivered
       from sales where 承诺交期 is not null group by 1
       union all
       select 订单号, 承诺交期, 签收日期 from shipments where 状态 <> '已取消' and 客户原因延期 is distinct from '是'`,
  ],
  figures: [
    {
      name: 'lines read, used and rejected',
      sql: `select (select count(*) from lines), (select count(*) from sales),
                   (select count(*) from lines) - (select count(*) from sales)`,
      ours: ({ analysis }) =>
        analysis.accounts
          .filter((account) => account.sheet === '销售明细')
          .map(({ read, used, rejected }) => [read, used, rejected]),
    },
    {
      name: 'clients on the sheet',
      sql: `select count(*) filter (where 客户编号 like 'K%') from clients`,
      ours: ({ analysis }) => [[analysis.accounts.find((account) => account.sheet === '客户')!.used]],
    },
    { name: 'net sales', sql: 'select sum(amount) from sales', ours: netSales },
    {
      name: 'net sales a year',
      sql: 'select year(day), sum(amount) from sales group by 1 order by 1',
      ours: netSalesByYear,
    },
    {
      name: 'orders with a sale',
      sql: 'select count(distinct 订单号) from sales where amount > 0',
      ours: orderCount,
    },
    {
      name: 'clients, quantity and amount by year and region',
      sql: `select year(day), 地区, count(distinct client) filter (where amount > 0), sum(数量), sum(amount)
            from sales join clients on client = clients.客户编号 group by 1, 2 order by 1, 2`,
      ours: ({ analysis }) => distributionRows(analysis.distribution.byRegion),
    },
    {
      name: 'ten largest clients',
      sql: 'select client, sum(amount) as net from sales group by 1 order by net desc limit 10',
      ours: largestClients(10),
    },
    {
      name: 'five largest clients of each year',
      sql: `select * from (
              select year(day) as y, rank() over (partition by y order by sum(amount) desc) as r, client, sum(amount)
              from sales group by 1, 3) where r <= 5 order by 1, 2`,
      ours: topClientsByYear,
    },
    {
      name: 'orders on time and due by the last day',
      sql: `select count(*) filter (where delivered <= promised), count(*) from promises
            where promised < date '2026-09-30' or (promised = date '2026-09-30' and delivered is not null)`,
      ours: partsOf('order.onTime'),
    },
    {
      name: 'orders in full and due by the last day, past due and open is short',
      sql: `select count(*) filter (where 签收日期 is not null and 发出量 >= 订货数量), count(*) from shipments
            where 状态 <> '已取消'
              and (承诺交期 < date '2026-09-30' or (承诺交期 = date '2026-09-30' and 签收日期 is not null))`,
      ours: partsOf('order.inFull'),
    },
    {
      name: 'damaged quantity',
      sql: `select (select coalesce(sum(损坏量), 0) from sales) + (select sum(损坏量) from shipments)`,
      ours: (result) => [[partsOf('K01')(result)[0]![0]!]],
      tolerance: 1e-6,
    },
    {
      name: 'complaints and resolved ones',
      sql: `select count(结案时间), count(*) from complaints where 投诉编号 like 'TS%'`,
      ours: ({ analysis }) => {
        const { complaints } = analysis;
        return complaints.known ? [[complaints.value.resolved, complaints.value.received]] : [];
      },
    },
    {
      name: 'complaints by stage',
      sql: `select 环节, count(*) from complaints where 投诉编号 like 'TS%' group by 1 order by 2 desc, 1`,
      ours: ({ analysis }) =>
        valueOr(analysis.complaints, { stages: [] })
          .stages.map(({ label, count }) => [label.zh, count] as const)
          .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
    },
  ],
});
