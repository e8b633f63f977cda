import { known, missing, type Outcome } from '../../../../../src/core/model/outcome';
import type { Tier } from '../../../../../src/core/sales/tiers';
import { paidOrders } from '../../../../../src/core/service/tracking/paid-orders';
import { trackOrders, type OrderTracking } from '../../../../../src/core/service/tracking/track-orders';
import { settingsWith, type Settings } from '../../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../../support/dataset-builder';
import { aWindow, deliveryFactsOf } from '../../../../support/delivery-facts';

type Line = RowOf<'deliveries'>;
const june = aWindow('2026-06-01', '2026-06-30');
const notEntered = missing({ reason: 'not-entered' });
const lacking = (column: string) => missing({ reason: 'no-column', column: `deliveries.${column}` });

interface Options extends Partial<Settings> {
  readonly tierOf?: (client: number) => Outcome<Tier>;
  readonly openInvoices?: ReadonlySet<string>;
}
const noTier = missing({ reason: 'no-rows' });
/** Finished long ago, so that the sheet has a day of shipping. */
const OLD: Line = { client: 'A', orderDay: '2025-01-01', shippedDay: '2025-01-02' };
function track(builder: DatasetBuilder, { tierOf = () => noTier, openInvoices, ...changes }: Options = {}) {
  const dataset = builder.build();
  const settings = settingsWith(changes);
  const { lines } = deliveryFactsOf(dataset, june, settings);
  return trackOrders(dataset, lines, june, settings, openInvoices, tierOf);
}
function tracked(builder: DatasetBuilder, options?: Options): OrderTracking {
  const found = track(builder, options);
  if (!found.known) throw new Error(JSON.stringify(found.why));
  return found.value;
}
const stepsOf = ({ orders }: OrderTracking): string =>
  orders.map(({ orderNo, step }) => `${orderNo} ${step}`).join(', ');

describe('an order', () => {
  it('joins its lines: first product, sums, earliest day of order, latest of the others', () => {
    const found = tracked(
      aDataset().withDeliveries([
        { client: 'A', orderNo: 'X', product: '豆粕', orderDay: '2026-06-05', promisedDay: '2026-06-10', shippedDay: '2026-06-08', deliveredDay: '2026-06-09', orderedQuantity: 10, deliveredQuantity: 12, value: 100.5 },
        { client: 'A', orderNo: 'X', product: '玉米', orderDay: '2026-06-03', promisedDay: '2026-06-12', shippedDay: '2026-06-06', deliveredDay: '2026-06-07', orderedQuantity: 10, deliveredQuantity: 5, value: 50, urgent: true, revisedPromisedDay: '2026-06-12', postponedByClient: false },
        // Another client's order of the same number.
        { client: 'B', orderNo: 'X', orderDay: '2026-06-04' },
      ]),
      { tierOf: (client) => (client === 0 ? known(2) : noTier) },
    ); // prettier-ignore
    expect(found.orders).toEqual([
      {
        ...{ client: 0, orderNo: 'X', product: '豆粕', lines: 2, step: 'partly', tier: known(2) },
        ordered: known(20_000),
        amount: known(15_050),
        orderDay: known(day('2026-06-03')),
        promisedDay: known(day('2026-06-12')),
        shippedDay: known(day('2026-06-08')),
        arrivedDay: known(day('2026-06-09')),
        // What came beyond the ten of a line makes up for no other: 10 + 5 of 20.
        progress: known(0.75),
        ...{ waitingDays: known(22), daysLate: known(18), isUrgent: true, isChanged: false, isPostponed: false },
      },
      {
        ...{ client: 1, orderNo: 'X', product: '', lines: 1, step: 'ordered', tier: noTier },
        ...{ ordered: lacking('orderedQuantity'), amount: lacking('value'), orderDay: known(day('2026-06-04')) },
        ...{ promisedDay: notEntered, shippedDay: notEntered, arrivedDay: notEntered },
        progress: lacking('orderedQuantity'),
        ...{ waitingDays: known(26), daysLate: notEntered, isUrgent: false, isChanged: false, isPostponed: false },
      },
    ]);
  });

  it('is one by itself without a number; cancelled lines, those without a day and those after as-of are none', () => {
    const line: Line = { client: 'A', orderDay: '2026-06-30' };
    const rows = [line, line, { ...line, cancelled: true }, { ...line, orderDay: '2026-07-01' }, { client: 'A' }];
    const { orders, steps } = tracked(aDataset().withDeliveries([...rows, OLD]));
    expect(orders.map(({ lines, waitingDays }) => [lines, waitingDays])).toEqual([[1, known(0)], [1, known(0)]]); // prettier-ignore
    expect(steps[0]).toMatchObject({ step: 'ordered', at: 2 });
  });

  it('is partly out while a line is not, or while a rest is open that is not closed', () => {
    const line = (orderNo: string, shippedDay: string | undefined, orderedQuantity?: number, deliveredQuantity?: number): Line => ({
      ...{ client: 'A', orderNo, orderDay: '2026-04-01', shippedDay, orderedQuantity, deliveredQuantity },
    }); // prettier-ignore
    const found = tracked(
      aDataset().withDeliveries([
        { client: 'A', orderNo: 'F', orderDay: '2026-04-01', deliveredDay: '2026-06-02' },
        line('A', '2026-06-01', 10, 9),
        line('B', '2026-06-01', 10, 8.9),
        line('C', '2026-04-29', 10, 5),
        line('D', '2026-06-01', 10, 11),
        line('E', '2026-06-01'),
        line('E', undefined),
        line('G', undefined, 10, 10),
      ]),
    );
    // A tenth, and what nobody asked for in sixty days, is closed.
    expect(stepsOf(found)).toBe('A shipped, B partly, C shipped, D shipped, E partly, G ordered');
    const of = new Map(found.orders.map((one) => [one.orderNo, one]));
    // What is written as delivered before anything went out does not count yet.
    expect([of.get('G')!.progress, of.get('D')!.progress, of.get('E')!.progress]).toEqual([
      ...[known(0), known(1), lacking('orderedQuantity')],
    ]);
  });

  it('is late until it has all arrived, and by nothing where it was early', () => {
    const line = (orderNo: string, promisedDay: string, days: Line = {}): Line => ({
      ...{ client: 'A', orderNo, orderDay: '2026-06-01', promisedDay, ...days },
    });
    const invoices = [{ client: 'A', invoiceNo: 'F', orderNo: 'none', day: '2026-06-01', amount: 1 }];
    const found = tracked(
      aDataset().withInvoices(invoices).withDeliveries([
        line('A', '2026-06-20'),
        line('B', '2026-06-20', { shippedDay: '2026-06-21' }),
        line('C', '2026-06-20', { shippedDay: '2026-06-21', deliveredDay: '2026-06-23' }),
        line('D', '2026-06-20', { shippedDay: '2026-06-10', deliveredDay: '2026-06-12' }),
        line('E', '2026-07-20'),
      ]),
    ); // prettier-ignore
    expect(found.orders.map(({ orderNo, daysLate, waitingDays }) => [orderNo, daysLate, waitingDays])).toEqual([
      ['A', known(10), known(29)],
      ['B', known(10), known(9)],
      ['C', known(3), known(7)],
      ['D', known(0), known(18)],
      ['E', known(0), known(29)],
    ]);
  });

  it('is changed by a revised promise of another day, and put off by the client', () => {
    const line = (orderNo: string, more: Line): Line => ({ client: 'A', orderNo, orderDay: '2026-06-01', ...more });
    const found = tracked(
      aDataset().withDeliveries([
        line('A', { promisedDay: '2026-06-10', revisedPromisedDay: '2026-06-10' }),
        line('B', { promisedDay: '2026-06-10', revisedPromisedDay: '2026-06-11' }),
        line('C', { promisedDay: '2026-06-10', postponedByClient: true }),
        line('D', { revisedPromisedDay: '2026-06-11', postponedByClient: false }),
        OLD,
      ]),
    );
    expect(found.orders.map(({ isChanged, isPostponed }) => [isChanged, isPostponed])).toEqual([
      ...[[false, false], [true, false], [false, true], [true, false]],
    ]); // prettier-ignore
    expect([found.changed, found.postponed]).toMatchObject([
      { numerator: 2, denominator: 4, n: 4, excluded: 0 },
      { numerator: 1, denominator: 4, n: 4, excluded: 0 },
    ]);
    expect([found.urgent.value, found.urgentOnTime.value]).toEqual([lacking('urgent'), lacking('urgent')]);
    expect([found.urgent.n, found.urgentOnTime.denominator]).toEqual([0, 0]);
  });
});

describe('urgent orders', () => {
  it('are on time where no line is late; one that cannot be judged is left out', () => {
    const line = (orderNo: string, promisedDay: string | undefined, shippedDay: string, urgent = true): Line => ({
      ...{ client: 'A', orderNo, orderDay: '2026-06-01', promisedDay, shippedDay, urgent },
    });
    const found = tracked(
      aDataset().withDeliveries([
        line('A', '2026-06-05', '2026-06-05'),
        line('B', '2026-06-05', '2026-06-06'),
        line('C', undefined, '2026-06-06'),
        line('D', '2026-06-05', '2026-06-04', false),
        line('E', '2026-06-05', '2026-06-05'),
        line('E', '2026-06-05', '2026-06-06', false),
        { ...line('F', '2026-06-05', '2026-06-06'), orderDay: '2026-05-31' },
      ]),
    );
    expect(found.urgent).toMatchObject({ numerator: 4, denominator: 5, n: 5 });
    expect(found.urgentOnTime).toMatchObject({ numerator: 1, denominator: 3, n: 3, excluded: 1 });
  });
});

describe('the list of orders', () => {
  it('stands by tier, without one last, then the latest order first, by number and client', () => {
    const line = (client: string, orderNo: string, orderDay = '2026-06-05'): Line => ({ client, orderNo, orderDay });
    const found = tracked(
      aDataset()
        .withClients([{ code: 'A' }, { code: 'B' }, { code: 'C' }])
        .withDeliveries([
          line('C', 'n'),
          line('B', 'b'),
          line('A', 'b'),
          line('A', 'a'),
          line('A', 'c', '2026-06-06'),
          { orderNo: 'z', orderDay: '2026-06-05' },
          { ...line('A', ''), product: '1' },
          { ...line('A', ''), product: '2' },
          OLD,
        ]),
      { tierOf: (client) => (client === 2 ? noTier : known(3)) },
    );
    expect(found.orders.map(({ client, orderNo, product }) => `${client}${orderNo}${product}`)).toEqual([
      ...['0c', '01', '02', '0a', '0b', '1b', '2n', '-1z'],
    ]);
    expect(found.orders[7]!.tier).toEqual(noTier);
  });

  it('holds a thousand, and counts all', () => {
    const rows = Array.from({ length: 1001 }, (): Line => ({ client: 'A', orderDay: '2026-06-05' }));
    const { orders, count, steps } = tracked(aDataset().withDeliveries([...rows, OLD]));
    expect([orders.length, count, steps[0]!.at]).toEqual([1000, 1001, 1001]);
  });

  it('ends with the last step that has days; steps are of the orders of the period', () => {
    const line = (orderNo: string, orderDay: string, shippedDay?: string): Line => ({
      ...{ client: 'A', orderNo, orderDay, shippedDay },
    });
    const found = tracked(
      aDataset().withDeliveries([
        line('A', '2026-05-31'),
        line('B', '2026-06-01', '2026-06-02'),
        line('C', '2026-06-30'),
      ]),
    );
    expect([found.lastStep, stepsOf(found)]).toEqual(['shipped', 'C ordered, A ordered']);
    expect(found.steps).toEqual([
      { step: 'ordered', at: 1, reached: { value: known(1), numerator: 2, denominator: 2, n: 2, excluded: 0 } },
      { step: 'partly', at: 0, reached: { value: known(0.5), numerator: 1, denominator: 2, n: 2, excluded: 0 } },
      { step: 'shipped', at: 1, reached: { value: known(0.5), numerator: 1, denominator: 2, n: 2, excluded: 0 } },
    ]);
  });

  it('is — without deliveries, days of order or days of hand-over', () => {
    expect(track(aDataset())).toEqual(missing({ reason: 'no-sheet', sheet: 'deliveries' }));
    expect(track(aDataset().withDeliveries([{ orderNo: 'A' }]))).toEqual(lacking('orderDay'));
    expect(track(aDataset().withDeliveries([{ orderDay: '2026-06-01' }]))).toEqual(lacking('shippedDay'));
  });
});

describe('invoices of orders', () => {
  const arrived = (orderNo: string, on = '2026-06-10'): Line => ({
    ...{ client: 'A', orderNo, orderDay: '2026-06-01', shippedDay: on, deliveredDay: on },
  });
  const invoice = (
    invoiceNo: string,
    orderNo: string,
    on: string,
    more: RowOf<'invoices'> = {},
  ): RowOf<'invoices'> => ({
    ...{ client: 'A', invoiceNo, orderNo, day: on, amount: 5, ...more },
  });

  it('are what their days say: arrived, invoiced since the latest, paid where all are', () => {
    const found = tracked(
      aDataset()
        .withDeliveries([arrived('A'), arrived('B'), arrived('C'), arrived('D'), { ...arrived('E'), deliveredDay: undefined }, arrived('F', '2026-06-04'), arrived('G', '2026-06-05')])
        .withInvoices([
          invoice('1', 'B', '2026-06-12', { paidDay: '2026-06-30' }),
          invoice('2', 'C', '2026-06-15', { paidDay: '2026-06-20' }),
          invoice('3', 'C', '2026-06-12', { paidDay: '2026-07-01' }),
          invoice('4', 'D', '2026-07-01'),
          invoice('5', 'D', '2026-06-20', { amount: -5 }),
          invoice('6', 'E', '2026-06-12'),
          invoice('7', 'none', '2026-06-05'),
        ]),
    ); // prettier-ignore
    // E is followed while it is on its way, though it is invoiced; F is older than the first invoice of 5 June.
    expect(stepsOf(found)).toBe('A arrived, C invoiced, D arrived, E shipped, G arrived');
    expect(found.orders[1]!.waitingDays).toEqual(known(15));
    expect(found.orders[0]!.waitingDays).toEqual(known(20));
    expect(found.lastStep).toBe('paid');
  });

  it('say nothing of an order that arrived before the first of them, whenever it was shipped', () => {
    const line = (orderNo: string, deliveredDay: string) => ({ ...arrived(orderNo, '2026-06-02'), deliveredDay });
    const builder = aDataset().withDeliveries([line('A', '2026-06-04'), line('B', '2026-06-05')]);
    expect(stepsOf(tracked(builder.withInvoices([invoice('1', 'none', '2026-06-05')])))).toBe('B arrived');
    const noArrivals = aDataset().withDeliveries([
      { client: 'A', orderNo: 'A', orderDay: '2026-06-01', shippedDay: '2026-06-04' },
      { client: 'A', orderNo: 'B', orderDay: '2026-06-01', shippedDay: '2026-06-05' },
    ]);
    expect(stepsOf(tracked(noArrivals.withInvoices([invoice('1', 'none', '2026-06-05')])))).toBe('B shipped');
  });

  it('are found by the invoice that a sales line of the order names', () => {
    const found = tracked(
      aDataset()
        .withDeliveries([arrived('A'), arrived('B'), arrived('C')])
        .withTransactions([
          { client: 'A', day: '2026-06-01', amount: 1, orderNo: 'A', invoiceNo: 'M1' },
          { client: 'A', day: '2026-06-01', amount: 1, orderNo: 'B', invoiceNo: 'M2' },
          { client: 'A', day: '2026-06-01', amount: 1, orderNo: 'C', invoiceNo: '' },
          { client: 'A', day: '2026-06-01', amount: 1, orderNo: '', invoiceNo: 'M1' },
        ])
        .withInvoices([invoice('M1', '', '2026-06-05'), invoice('M2', '', '2026-06-05', { paidDay: '2026-06-06' })]),
    );
    expect(stepsOf(found)).toBe('A invoiced, C arrived');
  });

  it('are open by the list of open ones where there is one; an invoice without a number by its day of payment', () => {
    const openInvoices = new Set(['1', '']);
    const builder = aDataset()
      .withDeliveries([arrived('A'), arrived('B'), arrived('C')])
      .withInvoices([
        invoice('1', 'A', '2026-06-05', { paidDay: '2026-06-06' }),
        invoice('2', 'B', '2026-06-05'),
        invoice('', 'C', '2026-06-05', { paidDay: '2026-06-06' }),
      ]);
    expect(stepsOf(tracked(builder, { openInvoices }))).toBe('A invoiced');
    expect(stepsOf(tracked(builder))).toBe('B invoiced');
  });

  it('are none without a day, and where nothing ties them to orders', () => {
    const none = (builder: DatasetBuilder) => paidOrders(builder.build(), june.asOf, undefined);
    expect(none(aDataset())).toBeUndefined();
    expect(none(aDataset().withInvoices([{ invoiceNo: '1', orderNo: 'A' }]))).toBeUndefined();
    expect(none(aDataset().withInvoices([invoice('1', '', '2026-06-05')]))).toBeUndefined();
    const one = none(aDataset().withInvoices([invoice('1', 'A', '2026-06-30'), { orderNo: 'B' }]))!;
    expect([one.of('A'), one.of('B'), one.firstDay]).toEqual([
      { day: day('2026-06-30'), isPaid: false },
      ...[undefined, day('2026-06-30')],
    ]);
    // A credit note is no invoice; nothing billed is one.
    expect(none(aDataset().withInvoices([invoice('1', 'A', '2026-06-05', { amount: -1 })]))).toBeUndefined();
    expect(none(aDataset().withInvoices([invoice('1', 'A', '2026-06-05', { amount: 0 })]))!.of('A')).toBeDefined();
    expect(none(aDataset().withInvoices([{ orderNo: 'A', day: '2026-06-05' }]))!.of('A')).toBeDefined();
  });
});
