import type { Dataset } from '../../src/core/model/dataset';
import { asDay, isoOf } from '../../src/core/model/day';
import { aDataset, day } from '../support/dataset-builder';
import { seededRandom } from '../support/seeded-random';

const AS_OF = day('2026-06-30');

/**
 * A small firm with everything that once contradicted itself: internal clients, returns, several units of fen, orders delivered in
 * parts, disputed and overpaid invoices, prospects that are on no client sheet, complaints of a month, files without a day.
 */
export function aBookOf(seed: number): { readonly dataset: Dataset; readonly asOf: string } {
  const random = seededRandom(seed * 7919);
  const clients = random.whole(2, 30);
  const code = (at: number): string => `C${String(at + 1).padStart(3, '0')}`;
  const ago = (from: number, to: number): string => isoOf(asDay(AS_OF - random.whole(from, to)));
  const anyone = (): string => code(Math.floor(clients * random.next() ** 2));
  const list = <T>(n: number, make: (at: number) => T): T[] => Array.from({ length: n }, (_, at) => make(at));
  const sales = list(clients * random.whole(3, 20), (at) => ({
    client: anyone(),
    day: ago(-5, 900),
    amount: (random.next() < 0.06 ? -1 : 1) * (random.whole(100, 9_999_999) / 100),
    quantity: random.whole(1, 500),
    orderNo: `D${Math.floor(at / random.whole(1, 3))}`,
    ...(random.next() < 0.1 && { cancelled: true }),
  }));
  const dataset = aDataset()
    .withClients(
      list(clients, (at) => ({
        code: code(at),
        name: `客户${at + 1}`,
        region: random.pick(['华东', '华南', '西北', '']),
        rep: random.pick(['王芳', '李强', '']),
        internal: random.next() < 0.08,
        creditLimit: random.next() < 0.7 ? random.whole(0, 90) * 1000 : 0,
        creditTermDays: random.pick([15, 30, 60]),
        netAssets: random.whole(1, 90) * 10_000,
        deposit: random.next() < 0.2 ? random.whole(1, 50) * 1000 : 0,
        ...(random.next() < 0.8 && { updatedDay: ago(0, 800) }),
      })),
    )
    .withTransactions(sales)
    .withDeliveries(
      list(random.whole(0, clients * 5), (at) => {
        const ordered = AS_OF - random.whole(0, 500);
        const promised = ordered + random.whole(1, 9);
        const quantity = random.whole(1, 90);
        const isOut = random.next() < 0.9;
        return {
          client: anyone(),
          orderNo: `D${at}`,
          orderDay: ordered,
          promisedDay: promised,
          orderedQuantity: quantity,
          ...(isOut && {
            shippedDay: Math.min(AS_OF, promised - random.whole(-4, 3)),
            deliveredQuantity: random.next() < 0.9 ? quantity : quantity - 1,
            shippedQuantity: quantity,
            damagedQuantity: random.next() < 0.1 ? 1 : 0,
          }),
        };
      }),
    )
    .withInvoices(
      list(clients * random.whole(0, 9), (at) => ({
        client: anyone(),
        invoiceNo: `F${at}`,
        day: ago(0, 700),
        dueDay: ago(-60, 600),
        amount: random.whole(100, 9_999_999) / 100,
        disputed: random.next() < 0.1,
      })),
    )
    .withReceipts(
      list(clients * random.whole(1, 9), () => ({
        client: anyone(),
        day: ago(0, 500),
        amount: random.whole(100, 9_999_999) / 100,
        ...(random.next() < 0.4 && { invoiceNo: `F${random.whole(0, clients * 3)}` }),
      })),
    )
    .withComplaints(
      list(random.whole(0, 25), (at) => ({
        client: anyone(),
        complaintNo: `T${at}`,
        received: AS_OF - random.whole(0, 500),
        stage: random.pick(['运输', '产品质量', '服务']),
        ...(random.next() < 0.7 && { closed: AS_OF - random.whole(0, 20) }),
      })),
    )
    .withRows(
      'prospects',
      list(random.whole(0, 8), (at) => ({
        client: random.next() < 0.5 ? anyone() : `新${at}`,
        opportunity: `商机${at}`,
        expectedDay: ago(-300, 30),
        expectedAmount: random.whole(1, 90) * 1000,
      })),
    )
    .withRows(
      'contacts',
      list(random.whole(0, clients * 2), () => ({
        client: anyone(),
        at: AS_OF - random.whole(0, 400),
        method: '电话',
      })),
    )
    .build();
  return { dataset, asOf: isoOf(AS_OF) };
}
