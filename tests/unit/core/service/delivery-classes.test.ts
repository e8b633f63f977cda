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
