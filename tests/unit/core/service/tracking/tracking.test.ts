import { analyse } from '../../../../../src/core/analyse';
import type { Analysis } from '../../../../../src/core/analysis';
import { dayOf } from '../../../../../src/core/model/day';
import type { Outcome } from '../../../../../src/core/model/outcome';
import { settingsWith } from '../../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder } from '../../../../support/dataset-builder';

const analysisOf = (builder: DatasetBuilder, settings: Parameters<typeof settingsWith>[0] = {}): Analysis =>
  analyse(builder.build(), {
    today: day('2026-06-30'),
    asOf: day('2026-06-30'),
    period: { kind: 'range', from: day('2026-06-01'), to: day('2026-06-30') },
    settings: settingsWith(settings),
  });

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.known) throw new Error(JSON.stringify(outcome.why));
  return outcome.value;
}

const plain = (outcome: Outcome<unknown>): unknown => (outcome.known ? outcome.value : outcome.why.reason);

describe('short rests', () => {
  // Ten ordered each: 9 (rest 10 %), 8 of an old and of a new delivery, nothing, and 9 in the noise of 0.1 + 0.2.
  const builder = () =>
    aDataset().withDeliveries([
      {
        client: 'C',
        orderNo: 'A',
        orderDay: '2026-06-01',
        shippedDay: '2026-06-02',
        orderedQuantity: 10,
        deliveredQuantity: 9,
      },
      {
        client: 'C',
        orderNo: 'B',
        orderDay: '2026-04-01',
        shippedDay: '2026-04-30',
        orderedQuantity: 10,
        deliveredQuantity: 8,
      },
      {
        client: 'C',
        orderNo: 'D',
        orderDay: '2026-05-01',
        shippedDay: '2026-05-01',
        orderedQuantity: 10,
        deliveredQuantity: 8,
      },
      { client: 'C', orderNo: 'E', orderDay: '2025-01-01', orderedQuantity: 10 },
      {
        client: 'C',
        orderNo: 'F',
        orderDay: '2026-06-01',
        shippedDay: '2026-06-02',
        orderedQuantity: 3,
        deliveredQuantity: 2.7,
      },
    ]);

  it('are closed at 10 %, or 61 days after the last hand-over; what never went out stays open', () => {
    const found = valueOf(analysisOf(builder()).deliveryClasses);
    // 30 April + 61 days is 30 June: closed; 1 May + 60 days: still open.
    expect(found.openOrders.map(({ orderNo }) => orderNo).sort()).toEqual(['D', 'E']);
    expect(found.closedRests).toEqual({ lines: 3, quantity: 3300 });
  });

  it('stay open where the settings ask for it', () => {
    const found = valueOf(
      analysisOf(builder(), { 'delivery.restShare': 0, 'delivery.restDays': 3650 }).deliveryClasses,
    );
    expect([found.openOrderCount, found.closedRests.lines]).toEqual([5, 0]);
  });
});

describe('表13-7 orders on their way', () => {
  const analysis = analysisOf(
    aDataset()
      .withTransactions([
        { client: 'BIG', day: '2026-06-01', amount: 900 },
        { client: 'SMALL', day: '2026-06-01', amount: 100 },
      ])
      .withDeliveries([
        // One order of two lines, one of them out.
        { client: 'BIG', orderNo: 'P', product: '豆粕', orderDay: '2026-06-01', promisedDay: '2026-06-20', orderedQuantity: 6, shippedQuantity: 6, shippedDay: '2026-06-10', deliveredDay: '2026-06-11', value: 600, urgent: true },
        { client: 'BIG', orderNo: 'P', product: '玉米', orderDay: '2026-06-01', promisedDay: '2026-06-22', orderedQuantity: 4, value: 400 },
        { client: 'BIG', orderNo: 'Q', orderDay: '2026-06-05', promisedDay: '2026-06-08', shippedDay: '2026-06-07', orderedQuantity: 5, shippedQuantity: 5 },
        { client: 'SMALL', orderNo: 'R', orderDay: '2026-06-02', promisedDay: '2026-06-04', revisedPromisedDay: '2026-06-06', shippedDay: '2026-06-03', deliveredDay: '2026-06-07', orderedQuantity: 1, shippedQuantity: 1 },
        { client: 'SMALL', orderNo: 'S', orderDay: '2026-06-02', shippedDay: '2026-06-03', deliveredDay: '2026-06-04', orderedQuantity: 1, shippedQuantity: 1 },
        { client: 'SMALL', orderNo: 'T', orderDay: '2026-06-02', shippedDay: '2026-06-03', deliveredDay: '2026-06-04', orderedQuantity: 1, shippedQuantity: 1, urgent: true, promisedDay: '2026-06-05' },
        { client: 'SMALL', orderNo: 'U', orderDay: '2026-06-29', promisedDay: '2026-07-05', orderedQuantity: 2 },
        { client: 'SMALL', orderNo: 'V', orderDay: '2026-06-03', cancelled: true, orderedQuantity: 2 },
        { client: 'SMALL', orderNo: 'W', orderDay: '2026-07-03', orderedQuantity: 2 },
        // Older than the first invoice: nothing can be told of it any more.
        { client: 'SMALL', orderNo: 'OLD', orderDay: '2026-05-01', shippedDay: '2026-05-02', deliveredDay: '2026-05-03', orderedQuantity: 1, shippedQuantity: 1 },
      ])
      .withInvoices([
        { client: 'SMALL', invoiceNo: 'F1', orderNo: 'S', day: '2026-06-05', dueDay: '2026-07-05', amount: 50 },
        { client: 'SMALL', invoiceNo: 'F2', orderNo: 'T', day: '2026-06-05', dueDay: '2026-07-05', amount: 50, paidDay: '2026-06-20', paidAmount: 50 },
      ]),
  ); // prettier-ignore
  const found = valueOf(analysis.orderTracking);

  it('stand at the step that their days tell, tier Ⅰ first, then the latest', () => {
    expect(
      found.orders.map(({ orderNo, step, lines, progress, waitingDays, daysLate }) => [
        orderNo,
        step,
        lines,
        plain(progress),
        plain(waitingDays),
        plain(daysLate),
      ]),
    ).toEqual([
      // Out on the 7th, not signed for: 22 days past the 8th.
      ['Q', 'shipped', 1, 1, 23, 22],
      // 6 of 10 tonnes out on the 10th; due on the 22nd.
      ['P', 'partly', 2, 0.6, 20, 8],
      ['U', 'ordered', 1, 0, 1, 0],
      ['R', 'arrived', 1, 1, 23, 3],
      ['S', 'invoiced', 1, 1, 25, 'not-entered'],
    ]);
    expect(found.count).toBe(5);
    expect(plain(found.orders[1]!.amount)).toBe(100_000);
  });

  it('counts of the orders of the period how many stand at a step, and how many reached it', () => {
    expect(found.steps.map(({ step, at, reached }) => [step, at, reached.numerator, reached.denominator])).toEqual([
      ['ordered', 1, 6, 6],
      ['partly', 1, 5, 6],
      ['shipped', 1, 4, 6],
      ['arrived', 1, 3, 6],
      ['invoiced', 1, 2, 6],
      ['paid', 1, 1, 6],
    ]);
  });

  it('counts urgent ones and those on time, and the changed; what no column says is unknown', () => {
    // P and T are urgent; the second line of P is late.
    expect([found.urgent.numerator, found.urgent.denominator]).toEqual([2, 6]);
    expect([found.urgentOnTime.numerator, found.urgentOnTime.denominator]).toEqual([1, 2]);
    expect([found.changed.numerator, found.changed.denominator]).toEqual([1, 6]);
    expect(found.postponed.value).toEqual({
      known: false,
      why: { reason: 'no-column', column: 'deliveries.postponedByClient' },
    });
  });

  it('表13-8: lists what is out and not signed for first, and counts arrivals of what went out lately', () => {
    const shipments = valueOf(analysis.shipmentTracking);
    expect(
      shipments.shipments.map(({ orderNo, isOnTheWay, daysLate }) => [orderNo, isOnTheWay, plain(daysLate)]),
    ).toEqual([
      ['Q', true, 22],
      ['P', false, 0],
      ['R', false, 3],
      ['S', false, 'not-entered'],
      ['T', false, 0],
    ]);
    expect([shipments.onTheWay, shipments.late]).toEqual([1, 1]);
    expect([shipments.arrived.numerator, shipments.arrived.denominator]).toEqual([4, 5]);
    expect(shipments.documents.value.known).toBe(false);
  });

  it('ends where the workbook ends: without invoices an order is finished once it arrived', () => {
    const without = valueOf(
      analysisOf(
        aDataset().withDeliveries([
          { client: 'C', orderNo: 'A', orderDay: '2026-06-01', shippedDay: '2026-06-02', deliveredDay: '2026-06-03' },
          { client: 'C', orderNo: 'B', orderDay: '2026-06-01', shippedDay: '2026-06-02' },
        ]),
      ).orderTracking,
    );
    expect([without.lastStep, without.orders.map(({ orderNo }) => orderNo)]).toEqual(['arrived', ['B']]);
  });
});

describe('表13-9 products, with stock beside open orders', () => {
  const found = valueOf(
    analysisOf(
      aDataset()
        .withTransactions([
          { client: 'A', day: '2026-06-01', amount: 1000, quantity: 80, unit: '吨', product: '豆粕', orderNo: '1' },
          { client: 'B', day: '2026-06-02', amount: 300, quantity: 20, unit: '吨', product: '豆粕 ', orderNo: '2' },
          { client: 'B', day: '2026-06-03', amount: -50, quantity: -4, unit: '吨', product: '豆粕', isReturn: true },
          { client: 'B', day: '2026-06-03', amount: 70, quantity: 7, unit: '吨', product: '玉米', orderNo: '3' },
          { client: 'B', day: '2026-06-03', amount: 70, quantity: 7, unit: '袋', product: '玉米', orderNo: '3' },
          { client: 'B', day: '2026-06-03', amount: 5, quantity: 1 },
          { client: 'B', day: '2026-05-03', amount: 999, quantity: 1, product: '豆粕' },
        ])
        .withComplaints([
          { client: 'A', received: '2026-06-05 09:00', product: '豆粕' },
          { client: 'A', received: '2026-06-30 17:00', product: '豆粕' },
          { client: 'A', received: '2026-06-06 09:00', product: '鱼粉' },
          { client: 'A', received: '2026-05-06 09:00', product: '豆粕' },
        ])
        .withDeliveries([
          { client: 'A', orderDay: '2026-06-20', product: '豆粕', orderedQuantity: 25 },
          { client: 'A', orderDay: '2026-06-20', product: '豆粕', shippedDay: '2026-06-21', orderedQuantity: 5, shippedQuantity: 5 },
        ])
        .withStock([
          { product: '豆粕', warehouse: '一号', day: '2026-06-01', quantity: 90, safety: 3 },
          { product: '豆粕', warehouse: '一号', day: '2026-06-28', quantity: 20, safety: 6 },
          { product: '豆粕', warehouse: '二号', day: '2026-06-27', quantity: 10, safety: 4 },
          { product: '豆粕', warehouse: '二号', day: '2026-07-27', quantity: 500 },
        ]),
    ).productTracking,
  ); // prettier-ignore

  it('works out sales, returns, complaints and what is spare', () => {
    const [meal, corn] = found.products;
    expect([meal!.product, meal!.clients, meal!.orders, meal!.netAmount]).toEqual(['豆粕', 2, 2, 125_000]);
    // 4 of 100 tonnes came back.
    expect([plain(meal!.sold), meal!.returns.numerator, plain(meal!.returns.value)]).toEqual([100_000, 4, 0.04]);
    expect(plain(meal!.complaints)).toBe(2);
    // The last counts: 20 + 10 on hand; 25 open; 10 to be kept: 5 too few.
    expect([plain(meal!.stock), plain(meal!.openOrders), plain(meal!.spare)]).toEqual([30_000, 25_000, -5_000]);
    expect([corn!.product, plain(corn!.sold), plain(corn!.stock)]).toEqual(['玉米', 'mixed-units', 'not-entered']);
    expect([found.unnamed, found.complaintsElsewhere]).toEqual([1, 1]);
    expect(plain(found.stockDay)).toBe(dayOf(2026, 6, 28));
  });
});
