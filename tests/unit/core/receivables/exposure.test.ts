import { known } from '../../../../src/core/model/outcome';
import { measurePaymentGround } from '../../../../src/core/receivables/payment-ground';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder } from '../../../support/dataset-builder';

const asOf = day('2026-06-30');

/** With an invoice of before that was paid, so that payments are kept at all. */
function exposureOf(builder: DatasetBuilder) {
  const paid = { client: 'C1', invoiceNo: 'F0', day: '2026-05-01', amount: 5, paidDay: '2026-05-02' };
  const ground = measurePaymentGround(builder.withInvoices([paid]).build(), asOf, settingsWith({}));
  if (!ground.known) throw new Error('payments are kept');
  return ground.value.exposures[0]!;
}

const invoiced = (): DatasetBuilder =>
  aDataset().withInvoices([{ client: 'C1', invoiceNo: 'F1', day: '2026-06-01', amount: 100, orderNo: 'D9' }]);

describe('what is ordered beyond what is invoiced', () => {
  it('leaves the lines of the sheet out that the invoices were read from', () => {
    const exposure = exposureOf(
      invoiced()
        .withDeliveries([{ client: 'C1', orderNo: 'D1', orderDay: '2026-06-02', value: 700 }], '发票')
        .withDeliveries([{ client: 'C1', orderNo: 'D2', orderDay: '2026-06-02', value: 300 }]),
    );
    expect(exposure).toMatchObject({
      open: 10_000,
      undelivered: known(30_000),
      gross: 40_000,
      total: 40_000,
      ahead: 0,
    });
  });

  it('leaves cancelled and later orders, and orders that an invoice names, out; as-of itself counts', () => {
    const exposure = exposureOf(
      invoiced().withDeliveries([
        { client: 'C1', orderNo: 'D1', orderDay: '2026-06-30', value: 1 },
        { client: 'C1', orderNo: 'D2', orderDay: '2026-07-01', value: 10 },
        { client: 'C1', orderNo: 'D3', orderDay: '2026-06-02', value: 100, cancelled: true },
        { client: 'C1', orderNo: 'D9', orderDay: '2026-06-02', value: 1000 },
      ]),
    );
    expect(exposure.undelivered).toEqual(known(100));
  });

  it('parts an order by what is gone of it, and says both parts', () => {
    // Of one tonne half is gone, of three none: 50 delivered, 50 + 300 not.
    const exposure = exposureOf(
      invoiced().withDeliveries([
        { client: 'C1', orderNo: 'D1', orderDay: '2026-06-02', value: 100, orderedQuantity: 1, deliveredQuantity: 0.5 },
        { client: 'C1', orderNo: 'D2', orderDay: '2026-06-02', value: 300, orderedQuantity: 3, deliveredQuantity: 0 },
      ]),
    );
    expect([exposure.deliveredNotInvoiced, exposure.undelivered]).toEqual([known(5000), known(35_000)]);
    expect(exposure.reason.zh).toMatch(/已订未发 \D*350/);
  });

  it('counts money received ahead against it, never below nothing', () => {
    const exposure = exposureOf(
      aDataset()
        .withClients([{ code: 'C1', name: '甲', deposit: 250 }])
        .withInvoices([{ client: 'C1', invoiceNo: 'F1', day: '2026-06-01', amount: 100 }]),
    );
    expect(exposure).toMatchObject({ gross: 10_000, held: 25_000, total: 0, ahead: 15_000 });
  });
});
