import { known, missing } from '../../../../src/core/model/outcome';
import { measureExposures, type Exposure } from '../../../../src/core/receivables/exposure';
import type { ReceivableFigures } from '../../../../src/core/receivables/receivables';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';

type Line = RowOf<'deliveries'>;
const asOf = day('2026-06-30');
const noValues = missing({ reason: 'no-column', column: 'deliveries.value' });
const notTied = missing({ reason: 'no-column', column: 'invoices.orderNo' });

interface Owed {
  readonly open?: number;
  readonly disputed?: number;
  readonly advance?: number;
}
function exposureOf(builder: DatasetBuilder, { open = 0, disputed = 0, advance = 0 }: Owed = {}): Exposure {
  const dataset = builder.build();
  const [found] = measureExposures(dataset, [{ open, disputed, advance } as ReceivableFigures], asOf);
  const { deliveredNotInvoiced, undelivered, held, gross, total, ahead, reason } = found!;
  return { open: found!.open, deliveredNotInvoiced, undelivered, held, gross, total, ahead, reason };
}
const withLines = (...lines: readonly Line[]): DatasetBuilder =>
  aDataset()
    .withClients([{ code: 'A' }])
    .withDeliveries(lines);
const tied = (builder: DatasetBuilder): DatasetBuilder =>
  builder.withInvoices([{ client: 'A', invoiceNo: 'F', orderNo: 'invoiced', day: '2026-06-01', amount: 1 }]);
const line = (value: number | undefined, more: Line = {}): Line => ({ client: 'A', orderNo: 'D', value, ...more });

describe('exposure', () => {
  it('is what is open, in dispute too, less what is held; what is held beyond is ahead', () => {
    const builder = aDataset().withClients([{ code: 'A', deposit: 3.5 }]);
    expect(exposureOf(builder, { open: 1000, disputed: 200, advance: 100 })).toEqual({
      ...{ open: 1200, deliveredNotInvoiced: noValues, undelivered: noValues, held: 450, gross: 1200, total: 750 },
      ahead: 0,
      reason: {
        zh: '应收合计 12.00（可催收 10.00、有争议 2.00）；发货表没有货值，未含在途订单；减预收与保证金 4.50',
        en: 'receivable 12.00 (collectable 10.00, disputed 2.00); without open orders: deliveries carry no value; less advances and deposits 4.50',
      },
    }); // prettier-ignore
    expect(exposureOf(builder, { advance: 50 })).toMatchObject({ held: 400, total: 0, ahead: 400 });
    expect(exposureOf(aDataset().withClients([{ code: 'A' }]), { advance: 1 }).reason.zh).toMatch(
      /；减预收与保证金 0\.01$/,
    );
    const bare = exposureOf(aDataset().withClients([{ code: 'A' }]), { open: 1 });
    expect(bare).toMatchObject({ held: 0, total: 1, ahead: 0 });
    expect(bare.reason.zh).toBe('应收合计 0.01；发货表没有货值，未含在途订单');
  });

  it('adds what is delivered and not invoiced, and what is ordered and not delivered', () => {
    const builder = tied(withLines(line(100, { orderedQuantity: 4, deliveredQuantity: 1 })));
    expect(exposureOf(builder, { open: 1000 })).toMatchObject({
      ...{ deliveredNotInvoiced: known(2500), undelivered: known(7500), gross: 11_000, total: 11_000 },
      reason: { zh: '应收合计 10.00；已发未开票 25.00；已订未发 75.00' },
    });
    const none = exposureOf(tied(withLines(line(100, { cancelled: true }))));
    expect(exposureOf(builder, { disputed: 1 }).reason.zh).toMatch(/^应收合计 0\.01（可催收 0\.00、有争议 0\.01）/);
    expect([none.reason.zh, none.deliveredNotInvoiced, none.undelivered]).toEqual([
      '应收合计 0.00',
      known(0),
      known(0),
    ]);
  });

  it('is without what is delivered where nothing ties orders to invoices, and says so', () => {
    const builder = withLines(line(100, { orderedQuantity: 4, deliveredQuantity: 1 }));
    expect(exposureOf(builder)).toMatchObject({
      ...{ deliveredNotInvoiced: notTied, undelivered: known(7500), gross: 7500 },
      reason: { zh: '应收合计 0.00；发票没有订单号，未含已发未开票；已订未发 75.00' },
    });
  });
});

describe('what of a line is delivered', () => {
  it.each<[string, Line, delivered: number, undelivered: number]>([
    ['a quarter', { orderedQuantity: 4, deliveredQuantity: 1 }, 2500, 7500],
    ['what arrived goes before what was shipped', { orderedQuantity: 4, deliveredQuantity: 1, shippedQuantity: 3 }, 2500, 7500],
    ['what was shipped where nobody wrote what arrived', { orderedQuantity: 4, shippedQuantity: 3 }, 7500, 2500],
    ['all where more came', { orderedQuantity: 4, deliveredQuantity: 5 }, 10_000, 0],
    ['nothing', { orderedQuantity: 4, deliveredQuantity: 0, deliveredDay: '2026-06-02' }, 0, 10_000],
    ['all by the day of arrival', { orderedQuantity: 4, deliveredDay: '2026-06-02' }, 10_000, 0],
    ['all by the day of shipping', { shippedDay: '2026-06-02' }, 10_000, 0],
    ['all by a day where nothing was ordered', { orderedQuantity: 0, deliveredQuantity: 1, shippedDay: '2026-06-02' }, 10_000, 0],
    ['nothing without quantity and day', {}, 0, 10_000],
  ])('%s', (_, more, delivered, undelivered) => {
    const found = exposureOf(tied(withLines(line(100, more))));
    expect([found.deliveredNotInvoiced, found.undelivered]).toEqual([known(delivered), known(undelivered)]);
  }); // prettier-ignore
});

describe('lines that count', () => {
  const undelivered = (...lines: readonly Line[]) => exposureOf(tied(withLines(...lines))).undelivered;

  it('have a client and a value above nothing, are not cancelled, and ordered by as-of', () => {
    expect(undelivered(line(1), line(10, { client: undefined }), line(100, { cancelled: true }), line(-5), line(0), line(undefined))).toEqual(known(100)); // prettier-ignore
    expect(undelivered(line(1, { orderDay: '2026-06-30' }), line(10, { orderDay: '2026-07-01' }), line(100))).toEqual(known(10_100)); // prettier-ignore
    const others = aDataset()
      .withClients([{ code: 'A' }, { code: 'B' }])
      .withDeliveries([line(1), line(10, { client: 'B' })]);
    // Only the clients that receivables are of.
    expect(exposureOf(tied(others)).undelivered).toEqual(known(100));
  });

  it('are of no order that is invoiced: by the invoice, or by a sales line that names one', () => {
    expect(undelivered(line(1), line(10, { orderNo: 'invoiced' }), line(100, { orderNo: '' }))).toEqual(known(10_100));
    const sale = (orderNo: string, invoiceNo: string): RowOf<'transactions'> => ({
      ...{ client: 'A', day: '2026-06-01', amount: 1, orderNo, invoiceNo },
    });
    const bySales = (...sales: readonly RowOf<'transactions'>[]) =>
      exposureOf(
        withLines(line(1), line(10, { orderNo: 'E', shippedDay: '2026-06-02' }), line(100, { orderNo: '' })).withTransactions(sales),
      ); // prettier-ignore
    expect(bySales(sale('E', 'F1'))).toMatchObject({ deliveredNotInvoiced: known(0), undelivered: known(10_100) });
    expect(bySales(sale('E', ''), sale('', 'F1'))).toMatchObject({ deliveredNotInvoiced: notTied, undelivered: known(10_100) });
    expect(bySales(sale('D', 'F1'), sale('E', ''))).toMatchObject({ deliveredNotInvoiced: known(1000), undelivered: known(10_000) });
  }); // prettier-ignore

  it('stand on another sheet than the invoices; where one does not, orders are tied to invoices', () => {
    const builder = withLines(line(1, { shippedDay: '2026-06-02' }))
      .withDeliveries([line(10)], '发票')
      .withInvoices([{ client: 'A', invoiceNo: 'F', day: '2026-06-01', amount: 1 }]);
    expect(exposureOf(builder)).toMatchObject({ deliveredNotInvoiced: known(100), undelivered: known(0) });
  });

  it('need no column but the value and the client', () => {
    expect(exposureOf(aDataset().withClients([{ code: 'A' }]).withDeliveries([{ value: 5 }])).undelivered).toEqual(known(0));
    expect(exposureOf(withLines({ client: 'A', value: 5 })).undelivered).toEqual(known(500));
  }); // prettier-ignore
});
