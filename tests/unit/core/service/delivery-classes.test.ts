import { analyse } from '../../../../src/core/analyse';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder } from '../../../support/dataset-builder';

const classesOf = (builder: DatasetBuilder) => {
  const found = analyse(builder.build(), {
    today: day('2026-06-30'),
    asOf: day('2026-03-31'),
    period: { kind: 'range', from: day('2026-03-01'), to: day('2026-03-31') },
    settings: settingsWith({}),
  }).deliveryClasses;
  if (!found.known) throw new Error(JSON.stringify(found.why));
  return found.value;
};

describe('001-17 three-day classes', () => {
  it('0 days lucky, 1 to 3 reasonable, 4 and open beyond 3 incidents; shares add to 1', () => {
    const found = classesOf(
      aDataset().withDeliveries([
        { client: 'C1', orderDay: '2026-03-10', shippedDay: '2026-03-10' },
        { client: 'C1', orderDay: '2026-03-10', shippedDay: '2026-03-13' },
        { client: 'C1', orderNo: 'X', orderDay: '2026-03-10', shippedDay: '2026-03-14' },
        { client: 'C1', orderNo: 'Y', orderDay: '2026-03-27' }, // open for 4 days
        { client: 'C1', orderDay: '2026-03-28' }, // open for 3: not yet anything
        { client: 'C1', orderDay: '2026-03-10', shippedDay: '2026-03-01' }, // before it was ordered
        { client: 'C1', orderDay: '2026-03-10', postponedByClient: true },
        { client: 'C1', orderDay: '2026-03-10', cancelled: true },
        { client: 'C1', orderDay: '2026-02-10', shippedDay: '2026-03-10' }, // another period
      ]),
    );
    expect(found).toMatchObject({ lucky: 1, reasonable: 1, incident: 2, openIncidents: 1, excluded: 2, n: 4 });
    expect(found.shares).toEqual({
      lucky: { known: true, value: 0.25 },
      reasonable: { known: true, value: 0.25 },
      incident: { known: true, value: 0.5 },
    });
    expect(found.incidents.map(({ orderNo, days, row, sheet }) => [orderNo, days, sheet, row])).toEqual([
      ['X', 4, '发货', 4],
      ['Y', 4, '发货', 5],
    ]);
  });

  it('lists what is not yet delivered, tier Ⅰ first, then the longest overdue', () => {
    const found = classesOf(
      aDataset()
        .withTransactions([
          { client: 'BIG', day: '2026-03-01', amount: 90 },
          { client: 'SMALL', day: '2026-03-01', amount: 10 },
        ])
        .withDeliveries([
          {
            client: 'SMALL',
            orderDay: '2026-03-01',
            promisedDay: '2026-03-05',
            shippedDay: '2026-03-05',
            orderedQuantity: 10,
            deliveredQuantity: 4,
          },
          { client: 'BIG', orderDay: '2026-03-01', promisedDay: '2026-03-30', orderedQuantity: 2.5 },
          { client: 'BIG', orderDay: '2026-03-01', promisedDay: '2026-03-20', orderedQuantity: 1 },
          { client: 'BIG', orderDay: '2026-03-01', shippedDay: '2026-03-02', orderedQuantity: 1, deliveredQuantity: 1 },
        ]),
    );
    expect(
      found.openOrders.map(({ tier, openQuantity, overdueDays }) => [
        tier.known && tier.value,
        openQuantity.known && openQuantity.value,
        overdueDays,
      ]),
    ).toEqual([
      [1, 1000, 11],
      [1, 2500, 1],
      [3, 6000, 26],
    ]);
    expect(found.openOrderCount).toBe(3);
  });

  it('judges a line with a promised day by it, and the others by days', () => {
    const found = classesOf(
      aDataset().withDeliveries([
        // Ten days after the order, and promised for then: on time.
        { client: 'C1', orderDay: '2026-03-01', promisedDay: '2026-03-11', shippedDay: '2026-03-11' },
        // The same day.
        { client: 'C1', orderDay: '2026-03-02', promisedDay: '2026-03-11', shippedDay: '2026-03-02' },
        // Two days after the order, one after the promise: late.
        { client: 'C1', orderNo: 'L', orderDay: '2026-03-03', promisedDay: '2026-03-04', shippedDay: '2026-03-05' },
        // Open, promised for a day after as-of: not yet anything. Open and past the promise: late.
        { client: 'C1', orderDay: '2026-03-04', promisedDay: '2026-04-02' },
        { client: 'C1', orderNo: 'O', orderDay: '2026-03-30', promisedDay: '2026-03-30' },
        // Nothing promised: four days.
        { client: 'C1', orderNo: 'D', orderDay: '2026-03-10', shippedDay: '2026-03-14' },
      ]),
    );
    expect(found).toMatchObject({ lucky: 1, reasonable: 1, incident: 3, openIncidents: 1, n: 5, byPromise: 4 });
    expect(
      found.incidents.map(({ orderNo, days, daysLate }) => [orderNo, days, daysLate.known && daysLate.value]),
    ).toEqual([
      ['D', 4, false],
      ['L', 2, 1],
      ['O', 1, 1],
    ]);
  });

  describe('limits that do not fit the firm', () => {
    // Days 4 to 23 after the order: with 3 days all twenty are incidents. Median by nearest rank: the 10th, 13 days; nine in
    // ten: the 18th, 21 days. So 4 to 13 are ten, 14 to 21 eight, 22 and 23 two.
    const slow = aDataset().withDeliveries(
      Array.from({ length: 20 }, (_, index) => ({
        client: 'C1',
        orderDay: '2026-03-01',
        shippedDay: `2026-03-${String(5 + index).padStart(2, '0')}`,
      })),
    );

    it('give way to its own median and 90th percentile, and say so', () => {
      expect(classesOf(slow)).toMatchObject({
        lucky: 10,
        reasonable: 8,
        incident: 2,
        byPromise: 0,
        limits: { lucky: 13, reasonable: 21, instead: { incidents: 20, n: 20 } },
      });
    });

    it('stay where somebody chose them', () => {
      const { deliveryClasses } = analyse(slow.build(), {
        today: day('2026-06-30'),
        asOf: day('2026-03-31'),
        period: { kind: 'all' },
        settings: settingsWith({ 'delivery.reasonable': 5 }),
      });
      expect(deliveryClasses).toMatchObject({ known: true, value: { lucky: 0, reasonable: 2, incident: 18 } });
    });
  });

  it('is missing without order days', () => {
    const { deliveryClasses } = analyse(
      aDataset()
        .withDeliveries([{ client: 'C1', shippedDay: '2026-03-01' }])
        .build(),
      {
        today: day('2026-06-30'),
        period: { kind: 'all' },
        settings: settingsWith({}),
      },
    );
    expect(deliveryClasses).toEqual({ known: false, why: { reason: 'no-column', column: 'deliveries.orderDay' } });
  });
});
