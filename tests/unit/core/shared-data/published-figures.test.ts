import { analyse } from '../../../../src/core/analyse';
import type { Analysis } from '../../../../src/core/analysis';
import { valueOr } from '../../../../src/core/model/outcome';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day } from '../../../support/dataset-builder';
import { hasSharedWorkbook, dayOfSerial, readSharedSheet } from '../../../support/shared-workbook';

/** Figures that others published of these workbooks; where absent, the tests skip. */
const REQUEST = { today: day('2026-06-30'), period: { kind: 'all' }, settings: settingsWith({}) } as const;

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
const yuan = (fen: number): number => fen / 100;
const ratio = (analysis: Analysis, id: string) => analysis.indicators.find((one) => one.id === id)!.current;
const percent = (analysis: Analysis, id: string): string => (valueOr(ratio(analysis, id).value, NaN) * 100).toFixed(2);

const northwind = hasSharedWorkbook('northwind.xlsx') ? describe : describe.skip;
northwind('northwind (skips where ../shared/data is absent)', () => {
  let analysis: Analysis;
  beforeAll(() => {
    const clients = readSharedSheet('northwind.xlsx', 'Customers');
    const sales = readSharedSheet('northwind.xlsx', 'Sales');
    const dataset = aDataset()
      .withClients(
        clients.map((row) => ({
          code: text(row['customer_id']),
          name: text(row['company_name']),
          country: text(row['country']),
        })),
      )
      .withTransactions(
        sales.map((row) => ({
          client: text(row['Customer ID']),
          day: dayOfSerial(row['Order date']),
          orderNo: text(row['Order ID']),
          amount: Number(row['Amount']),
          quantity: Number(row['Quantity']),
        })),
        'Sales',
      )
      .withDeliveries(
        sales.map((row) => ({
          client: text(row['Customer ID']),
          orderNo: text(row['Order ID']),
          orderDay: dayOfSerial(row['Order date']),
          promisedDay: dayOfSerial(row['Required date']),
          shippedDay: dayOfSerial(row['Shipped date']),
        })),
        'Sales',
      )
      .build();
    analysis = analyse(dataset, REQUEST);
  });

  it('has the published totals', () => {
    expect(yuan(analysis.totals.netAmount)).toBe(1265793.04);
    expect(analysis.totals).toMatchObject({ orders: 830, activeClients: 89, lines: 2155 });
    expect(analysis.clients).toHaveLength(91);
    expect(analysis.years.map(({ year, netAmount }) => [year, yuan(netAmount)])).toEqual([
      [1996, 208083.97],
      [1997, 617085.2],
      [1998, 440623.87],
    ]);
  });

  it('has the published top five', () => {
    const top = analysis.clients
      .filter(({ rank }) => rank.known && rank.value <= 5)
      .sort((a, b) => b.netAmount - a.netAmount)
      .map(({ code, netAmount }) => [code, yuan(netAmount)]);
    expect(top).toEqual([
      ['QUICK', 110277.31],
      ['ERNSH', 104874.98],
      ['SAVEA', 104361.95],
      ['RATTC', 51097.8],
      ['HUNGO', 49979.91],
    ]);
  });

  it('counts 37 late orders of those due by the as-of day', () => {
    // SQL (DuckDB): with o as (select order, max(required) rd, max(shipped) sd … group by order)
    // count(rd <= '1998-05-06' and (sd is not null or rd < '1998-05-06')) = 762, of which sd > rd: 37.
    expect(analysis.asOf).toBe(day('1998-05-06'));
    expect(ratio(analysis, 'order.onTime')).toMatchObject({ numerator: 725, denominator: 762 });
    expect(ratio(analysis, 'K02')).toMatchObject({ numerator: 725, denominator: 762 });
  });

  it('says the identity of the sheet once, though it feeds two tables', () => {
    expect(analysis.accounts.find(({ sheet }) => sheet === 'Sales')).toMatchObject({
      table: 'transactions',
      read: 2155,
      used: 2155,
      rejected: 0,
      outOfPeriod: 0,
      cancelled: 0,
    });
  });

  it('puts every country on a continent', () => {
    const rows = analysis.distribution.byContinent;
    expect(rows.known && rows.value.some(({ group }) => group === '')).toBe(false);
  });
});

const atliq = hasSharedWorkbook('atliq-otif.xlsx') ? describe : describe.skip;
atliq('atliq-otif (skips where ../shared/data is absent)', () => {
  let analysis: Analysis;
  beforeAll(() => {
    const clients = readSharedSheet('atliq-otif.xlsx', 'customers');
    const lines = readSharedSheet('atliq-otif.xlsx', 'order lines');
    const targets = readSharedSheet('atliq-otif.xlsx', 'targets');
    const dataset = aDataset()
      .withClients(
        clients.map((row) => ({
          code: text(row['customer_id']),
          name: text(row['customer_name']),
          region: text(row['city']),
        })),
      )
      .withDeliveries(
        lines.map((row) => ({
          client: text(row['customer_id']),
          orderNo: text(row['order_id']),
          orderDay: dayOfSerial(row['order_placement_date']),
          promisedDay: dayOfSerial(row['agreed_delivery_date']),
          deliveredDay: dayOfSerial(row['actual_delivery_date']),
          orderedQuantity: Number(row['order_qty']),
          deliveredQuantity: Number(row['delivery_qty']),
        })),
        'order lines',
      )
      .withRows(
        'targets',
        targets.map((row) => ({
          client: text(row['customer_id']),
          onTime: Number(row['ontime_target%']),
          inFull: Number(row['infull_target%']),
          otif: Number(row['otif_target%']),
        })),
      )
      .build();
    analysis = analyse(dataset, REQUEST);
  });

  it('has the published rates', () => {
    expect(ratio(analysis, 'order.otif').denominator).toBe(31729);
    expect(percent(analysis, 'order.onTime')).toBe('59.03');
    expect(percent(analysis, 'order.inFull')).toBe('52.78');
    expect(percent(analysis, 'order.otif')).toBe('29.02');
    expect(percent(analysis, 'line.fill')).toBe('65.96');
    expect(percent(analysis, 'volume.fill')).toBe('96.59');
    expect(percent(analysis, 'line.late')).toBe('28.88');
    expect(percent(analysis, 'line.early')).toBe('6.32');
  });

  it('runs without amounts and says what is missing', () => {
    expect(analysis.totals.netAmount).toBe(0);
    expect(analysis.clients[0]!.tier).toEqual({
      known: false,
      why: { reason: 'no-column', column: 'transactions.amount' },
    });
    expect(analysis.tiers.tiers).toEqual([]);
  });

  it('judges clients against their own targets', () => {
    const one = analysis.clientIndicators.find(({ group }) => group === 'Rel Fresh')!;
    expect(one.targets['order.onTime']).toBe(0.87);
    expect(one.statuses['order.onTime']).toEqual({ known: true, value: 'bad' });
  });
});

const superstore = hasSharedWorkbook('superstore-us.xlsx') ? describe : describe.skip;
superstore('superstore-us (skips where ../shared/data is absent)', () => {
  it('has the published sales, regions, clients and returned orders', () => {
    const orders = readSharedSheet('superstore-us.xlsx', 'Orders');
    const returned = new Set(readSharedSheet('superstore-us.xlsx', 'Returns').map((row) => row['Order ID']));
    const dataset = aDataset()
      .withTransactions(
        orders.map((row) => ({
          client: text(row['Customer ID']),
          day: dayOfSerial(row['Order Date']),
          orderNo: text(row['Order ID']),
          amount: Number(row['Sales']),
          profit: Number(row['Profit']),
          region: text(row['Region']),
          returned: returned.has(row['Order ID']),
        })),
      )
      .build();
    const analysis = analyse(dataset, REQUEST);
    expect(yuan(analysis.totals.netAmount)).toBe(2297200.86);
    expect(yuan(valueOr(analysis.totals.profit, 0))).toBe(286397.02);
    expect(analysis.totals).toMatchObject({ orders: 5009, activeClients: 793 });
    expect(ratio(analysis, 'returns.orders')).toMatchObject({ numerator: 296, denominator: 5009 });
    const regions = new Map<string, number>();
    for (const { group, netAmount } of analysis.distribution.byRegion) {
      regions.set(group, (regions.get(group) ?? 0) + netAmount);
    }
    const published = { West: 725457.82, East: 678781.24, Central: 501239.89, South: 391721.91 };
    // Each year of a region is rounded once: four years may differ by two fen from the rounded whole.
    for (const [region, amount] of Object.entries(published)) {
      expect(Math.abs(yuan(regions.get(region)!) - amount)).toBeLessThanOrEqual(0.02);
    }
    const top = analysis.clients.map(({ netAmount }) => yuan(netAmount)).sort((a, b) => b - a);
    expect(top.slice(0, 3)).toEqual([25043.05, 19052.22, 15117.34]);
  });
});

const classic = hasSharedWorkbook('sales-data-sample.xlsx') ? describe : describe.skip;
classic('sales-data-sample (skips where ../shared/data is absent)', () => {
  it('has the published total once the cancelled lines, left out and counted, are added', () => {
    const sales = readSharedSheet('sales-data-sample.xlsx', 'sales');
    const dataset = aDataset()
      .withTransactions(
        sales.map((row) => ({
          client: text(row['CUSTOMERNAME']),
          day: usDay(text(row['ORDERDATE'])),
          orderNo: text(row['ORDERNUMBER']),
          amount: Number(row['SALES']),
          cancelled: row['STATUS'] === 'Cancelled',
          country: text(row['COUNTRY']),
        })),
        'sales',
      )
      .build();
    const analysis = analyse(dataset, REQUEST);
    const account = analysis.accounts[0]!;
    expect(yuan(account.cancelledAmount)).toBe(194487.48);
    expect(yuan(analysis.totals.netAmount + account.cancelledAmount)).toBe(10032628.85);
    expect(account.used + account.cancelled).toBe(2823);
    expect(analysis.clients).toHaveLength(92);
  });
});

/** `2/24/03` or `2/24/2003 0:00`, month first. */
function usDay(written: string): string {
  const [month = '', date = '', year = ''] = written.split(' ')[0]!.split('/');
  const full = year.length === 2 ? `20${year}` : year;
  return `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}
