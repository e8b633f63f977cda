import { missing } from '../../../../src/core/model/outcome';
import { listAccidents } from '../../../../src/core/service/accidents';
import { aDataset, day, type DatasetBuilder } from '../../../support/dataset-builder';
import { aWindow, deliveryFactsOf } from '../../../support/delivery-facts';

const window = aWindow('2026-06-01', '2026-06-30');

function accidentsOf(builder: DatasetBuilder) {
  const dataset = builder.build();
  return listAccidents(dataset, deliveryFactsOf(dataset, window).lines, window.period);
}

const notEntered = missing({ reason: 'not-entered' });

describe('accidents', () => {
  it('are the lines shipped in the period that met with one, by day, then by row', () => {
    const found = accidentsOf(
      aDataset()
        .withDeliveries([
          { client: 'A', deliveryNo: 'P1', orderNo: 'O1', shippedDay: '2026-06-10', vehicle: '沪A1', carrier: '顺达', accident: true, damagedQuantity: 3, lostQuantity: 1, compensation: 120.5 },
          { client: 'A', deliveryNo: 'P2', shippedDay: '2026-06-10', accident: true },
          { client: 'A', deliveryNo: 'P3', shippedDay: '2026-06-10', accident: false },
          { client: 'A', deliveryNo: 'P4', shippedDay: '2026-05-31', accident: true },
          { client: 'A', deliveryNo: 'P5', shippedDay: '2026-06-01', accident: true },
          { client: 'A', deliveryNo: 'P6', shippedDay: '2026-06-30', accident: true, damagedQuantity: 0 },
          { client: 'A', deliveryNo: 'P7', shippedDay: '2026-07-01', accident: true },
          { client: 'A', deliveryNo: 'P8', accident: true },
          { client: 'A', deliveryNo: 'P9', shippedDay: '2026-06-11', accident: true, cancelled: true },
        ])
        // A second sheet: its first row stands before the second of the first sheet.
        .withDeliveries([{ client: 'B', deliveryNo: 'Q1', shippedDay: '2026-06-10', accident: true }], '发货二'),
    ); // prettier-ignore
    expect(found).toEqual({
      known: true,
      value: [
        { client: 0, deliveryNo: 'P5', orderNo: '', shippedDay: day('2026-06-01'), vehicle: '', carrier: '', damaged: notEntered, lost: notEntered, compensation: notEntered, sheet: '发货', row: 6 },
        { client: 0, deliveryNo: 'P1', orderNo: 'O1', shippedDay: day('2026-06-10'), vehicle: '沪A1', carrier: '顺达', damaged: { known: true, value: 3 }, lost: { known: true, value: 1 }, compensation: { known: true, value: 12_050 }, sheet: '发货', row: 2 },
        { client: 1, deliveryNo: 'Q1', orderNo: '', shippedDay: day('2026-06-10'), vehicle: '', carrier: '', damaged: notEntered, lost: notEntered, compensation: notEntered, sheet: '发货二', row: 2 },
        { client: 0, deliveryNo: 'P2', orderNo: '', shippedDay: day('2026-06-10'), vehicle: '', carrier: '', damaged: notEntered, lost: notEntered, compensation: notEntered, sheet: '发货', row: 3 },
        { client: 0, deliveryNo: 'P6', orderNo: '', shippedDay: day('2026-06-30'), vehicle: '', carrier: '', damaged: { known: true, value: 0 }, lost: notEntered, compensation: notEntered, sheet: '发货', row: 7 },
      ],
    }); // prettier-ignore
  });

  it('have no damage where no column says so', () => {
    expect(accidentsOf(aDataset().withDeliveries([{ shippedDay: '2026-06-10', accident: true }]))).toMatchObject({
      value: [{ client: -1, damaged: notEntered, lost: notEntered, compensation: notEntered }],
    });
  });

  it('are — without a column that says whether there was one', () => {
    expect(accidentsOf(aDataset().withDeliveries([{ shippedDay: '2026-06-10' }]))).toEqual(
      missing({ reason: 'no-column', column: 'deliveries.accident' }),
    );
  });
});
