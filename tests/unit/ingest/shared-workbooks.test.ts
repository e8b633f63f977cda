import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../../../src/core/model/dataset';
import { sumOf } from '../../../src/core/model/sum';
import { openFileSource, type FileSource } from '../../../src/hosts/xlsx/node/file-source';
import { openXlsxHost } from '../../../src/hosts/xlsx/xlsx-host';
import { inspectWorkbook, type Inspection } from '../../../src/ingest/recognise/inspect';
import { readDataset } from '../../../src/ingest/read/read-dataset';
import { columnOf, mapped } from './ingest-rows';

const SHARED = join(__dirname, '..', '..', '..', '..', 'shared', 'data');
const isThere = existsSync(SHARED);
const suite = isThere ? describe : describe.skip;

const opened: FileSource[] = [];
afterEach(async () => {
  for (const source of opened.splice(0)) await source.close();
});

async function look(file: string): Promise<{ inspection: Inspection; dataset: () => Promise<Dataset> }> {
  const source = await openFileSource(join(SHARED, file));
  opened.push(source);
  const host = await openXlsxHost(source);
  const inspection = await inspectWorkbook(host, undefined);
  return { inspection, dataset: () => readDataset(host, inspection) };
}

const kindsOf = (inspection: Inspection): Record<string, string | undefined> =>
  Object.fromEntries(inspection.sheets.map((one) => [one.info.name, one.kind]));

/** Distinct values of a column, empty cells not among them. */
const distinct = (values: readonly unknown[]): number =>
  new Set(values.filter((one) => one !== null && one !== '')).size;

const amountsOf = (dataset: Dataset): readonly number[] => columnOf(dataset, 'transactions', 'amount') as number[];

suite(`shared workbooks${isThere ? '' : ' (folder ../shared/data is absent: skipped)'}`, () => {
  it('northwind.xlsx', async () => {
    const { inspection, dataset } = await look('northwind.xlsx');
    expect(kindsOf(inspection)).toEqual({ Customers: 'clients', Sales: 'transactions' });
    expect(mapped(inspection, 'Customers')).toEqual({
      customer_id: 'clients.clientCode',
      company_name: 'clients.clientName',
      contact_name: 'clients.contact',
      contact_title: 'clients.contactTitle',
      address: 'clients.address',
      region: 'clients.region',
      postal_code: 'clients.postcode',
      country: 'clients.country',
      phone: 'clients.phone',
      fax: 'clients.fax',
    });
    expect(mapped(inspection, 'Sales')).toEqual({
      'Order ID': 'transactions.orderNo',
      'Customer ID': 'transactions.clientCode',
      Customer: 'transactions.clientName',
      'Order date': 'deliveries.orderDay',
      'Required date': 'deliveries.promisedDay',
      'Shipped date': 'deliveries.shippedDay',
      'Ship country': 'transactions.country',
      'Product ID': 'transactions.product',
      'Unit price': 'transactions.unitPrice',
      Quantity: 'transactions.quantity',
      Discount: 'transactions.discount',
      Amount: 'transactions.amount',
    });
    const read = await dataset();
    expect(read.tables.clients!.rows).toBe(91);
    expect(read.tables.transactions!.rows).toBe(2155);
    expect(sumOf(amountsOf(read)).toFixed(2)).toBe('1265793.04');
    expect(distinct(columnOf(read, 'transactions', 'orderNo'))).toBe(830);
    expect(distinct(columnOf(read, 'transactions', 'client'))).toBe(89);
    expect(read.issues).toEqual([]);
  });

  it('northwind-three-sheets.xlsx: order lines get client and day of their order', async () => {
    const { inspection, dataset } = await look('northwind-three-sheets.xlsx');
    expect(kindsOf(inspection)).toEqual({ customers: 'clients', orders: 'orders', order_details: 'orderLines' });
    expect(mapped(inspection, 'order_details')).toEqual({
      order_id: 'transactions.orderNo',
      product_id: 'transactions.product',
      unit_price: 'transactions.unitPrice',
      quantity: 'transactions.quantity',
      discount: 'transactions.discount',
    });
    expect(mapped(inspection, 'orders')).toEqual({
      order_id: 'deliveries.orderNo',
      customer_id: 'deliveries.clientCode',
      employee_id: 'deliveries.rep',
      order_date: 'deliveries.orderDay',
      required_date: 'deliveries.promisedDay',
      shipped_date: 'deliveries.shippedDay',
      ship_via: 'deliveries.carrier',
      ship_region: 'deliveries.region',
      ship_country: 'transactions.country',
    });
    const read = await dataset();
    expect(sumOf(amountsOf(read)).toFixed(2)).toBe('1265793.04');
    expect(read.tables.deliveries!.rows).toBe(830);
    expect(columnOf(read, 'deliveries', 'shippedDay').filter((day) => day !== null)).toHaveLength(809);
    expect(read.accounts.map((one) => [one.read, one.rejected])).toEqual([
      [91, 0],
      [830, 0],
      [2155, 0],
    ]);
  });

  it('atliq-otif.xlsx: deliveries without amounts', async () => {
    const { inspection, dataset } = await look('atliq-otif.xlsx');
    expect(kindsOf(inspection)).toEqual({ customers: 'clients', 'order lines': 'deliveries', targets: 'targets' });
    expect(inspection.canAnalyse).toBe(true);
    expect(mapped(inspection, 'order lines')).toEqual({
      order_id: 'deliveries.orderNo',
      order_placement_date: 'deliveries.orderDay',
      customer_id: 'deliveries.clientCode',
      product_id: 'deliveries.product',
      order_qty: 'deliveries.orderedQuantity',
      agreed_delivery_date: 'deliveries.promisedDay',
      actual_delivery_date: 'deliveries.deliveredDay',
      delivery_qty: 'deliveries.deliveredQuantity',
      'In Full': 'deliveries.inFull',
      'On Time': 'deliveries.onTime',
    });
    expect(mapped(inspection, 'targets')).toEqual({
      customer_id: 'targets.clientCode',
      'ontime_target%': 'targets.onTime',
      'infull_target%': 'targets.inFull',
      'otif_target%': 'targets.otif',
    });
    const read = await dataset();
    expect(read.tables.transactions).toBeUndefined();
    expect(read.tables.deliveries!.rows).toBe(57096);
    expect(read.tables.clients!.rows).toBe(35);
    expect(distinct(columnOf(read, 'deliveries', 'orderNo'))).toBe(31729);
    const promised = columnOf(read, 'deliveries', 'promisedDay') as number[];
    const delivered = columnOf(read, 'deliveries', 'deliveredDay') as number[];
    const late = promised.filter((day, row) => delivered[row]! > day).length;
    expect(((late / 57096) * 100).toFixed(2)).toBe('28.88');
  });

  it('superstore-us.xlsx: amount among sales, profit, discount; returned orders marked', async () => {
    const { inspection, dataset } = await look('superstore-us.xlsx');
    expect(kindsOf(inspection)).toEqual({ Orders: 'transactions', Returns: 'returns', People: 'reps' });
    expect(mapped(inspection, 'Orders')).toEqual({
      'Order ID': 'transactions.orderNo',
      'Order Date': 'deliveries.orderDay',
      'Ship Date': 'deliveries.shippedDay',
      'Ship Mode': 'deliveries.transportMode',
      'Customer ID': 'transactions.clientCode',
      'Customer Name': 'transactions.clientName',
      Country: 'transactions.country',
      Region: 'transactions.region',
      Category: 'transactions.category',
      'Product Name': 'transactions.product',
      Sales: 'transactions.amount',
      Quantity: 'transactions.quantity',
      Discount: 'transactions.discount',
      Profit: 'transactions.profit',
    });
    const read = await dataset();
    expect(sumOf(amountsOf(read)).toFixed(2)).toBe('2297200.86');
    expect(sumOf(columnOf(read, 'transactions', 'profit') as number[]).toFixed(2)).toBe('286397.02');
    expect(read.tables.clients!.rows).toBe(793);
    const orders = columnOf(read, 'transactions', 'orderNo');
    const returned = columnOf(read, 'transactions', 'returned');
    expect(distinct(orders)).toBe(5009);
    expect(distinct(orders.filter((_, row) => returned[row] === 1))).toBe(296);
  });

  it('sales-data-sample.xlsx: joined capitals, text days with two-digit years, status words', async () => {
    const { inspection, dataset } = await look('sales-data-sample.xlsx');
    expect(mapped(inspection, 'sales')).toEqual({
      ORDERNUMBER: 'transactions.orderNo',
      QUANTITYORDERED: 'deliveries.orderedQuantity',
      PRICEEACH: 'transactions.unitPrice',
      SALES: 'transactions.amount',
      ORDERDATE: 'deliveries.orderDay',
      STATUS: 'transactions.status',
      PRODUCTLINE: 'transactions.category',
      PRODUCTCODE: 'transactions.product',
      CUSTOMERNAME: 'transactions.clientName',
      COUNTRY: 'transactions.country',
      TERRITORY: 'transactions.region',
    });
    const read = await dataset();
    const amounts = amountsOf(read);
    const sumWhere = (flag: string): string => {
      const flags = columnOf(read, 'transactions', flag);
      return sumOf(amounts.filter((_, row) => flags[row] === 1)).toFixed(2);
    };
    expect(sumOf(amounts).toFixed(2)).toBe('10032628.85');
    expect(sumWhere('cancelled')).toBe('194487.48');
    expect(sumWhere('disputed')).toBe('72212.86');
    expect(read.tables.clients!.rows).toBe(92);
    expect(Object.keys(read.issueCounts)).toEqual(['short-years']);
  });

  it.each([
    ['pbpython_2018_Sales_Total.xlsx', 1500, 2018784.32],
    ['pbpython_sample-salesv3.xlsx', 1500, 2018784.32],
    // Sheet1 … Sheet6: 39 + 35 + 47 + 47 + 81 + 50 lines.
    ['pbpython_2018_Sales_Total_Tabs.xlsx', 299, undefined],
    ['pbpython_sales-jan-2014.xlsx', 134, undefined],
    ['pbpython_sample-sales-reps.xlsx', 1500, undefined],
  ])('messy/%s is %d sales lines', async (file, rows, total) => {
    const { inspection, dataset } = await look(join('messy', file));
    expect(mapped(inspection, inspection.sheets[0]!.info.name)).toMatchObject({
      'account number': 'transactions.clientCode',
      sku: 'transactions.product',
      quantity: 'transactions.quantity',
      'unit price': 'transactions.unitPrice',
      'ext price': 'transactions.amount',
      date: 'transactions.day',
    });
    const read = await dataset();
    expect(read.tables.transactions!.rows).toBe(rows);
    if (total !== undefined) expect(sumOf(amountsOf(read)).toFixed(2)).toBe(total.toFixed(2));
  });

  const NOTHING = '没有找到带客户、日期和金额（或数量和单价）的工作表，也没有发票、发货或客户名单';

  it.each([
    ['pbpython_sales_cleanup.xlsx', '工作表“Sheet1”像是“交易”，认出了客户名称（Customer）、金额（Sales），只缺：日期'],
    [
      'zh_电脑配件销售记录.xlsx',
      '工作表“Sheet1”像是“交易”，认出了品名（产品名称）、业务员（销售员）、数量（数量）、单价（标准单价）、金额（成交金额），还缺：客户（编号或名称）、日期',
    ],
    ['poi_51519.xlsx', '工作表“Sheet1”认作“客户”，单独一张不够：还要一张有客户、日期和金额的表'],
    ['sheetjs_issue.xlsx', '工作表“test”认作“客户”，单独一张不够：还要一张有客户、日期和金额的表'],
    ['poi_48962.xlsx', NOTHING],
    ['poi_53105.xlsx', NOTHING],
    ['poi_57893-many-merges.xlsx', NOTHING],
    ['poi_58896.xlsx', NOTHING],
    ['poi_ExcelPivotTableSample.xlsx', NOTHING],
    ['poi_Tables.xlsx', NOTHING],
    ['readxl_deaths.xlsx', NOTHING],
    ['sheetjs_sheet_visibility.xlsx', NOTHING],
  ])('messy/%s says what is missing', async (file, sentence) => {
    const { inspection } = await look(join('messy', file));
    expect(inspection.canAnalyse).toBe(false);
    expect(inspection.missing[0]!.zh).toBe(sentence);
  });
});
