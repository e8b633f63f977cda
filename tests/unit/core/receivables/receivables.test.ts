import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset } from '../../../support/dataset-builder';

describe('receivables of the twelve months to as-of', () => {
  const { receivables } = anAnalysis(
    aDataset()
      .withInvoices([
        { client: 'A', invoiceNo: '1', day: '2025-03-31', dueDay: '2025-04-30', amount: 1 },
        { client: 'A', invoiceNo: '2', day: '2025-04-01', dueDay: '2025-04-30', amount: 10 },
        { client: 'A', invoiceNo: '3', day: '2026-03-31', dueDay: '2026-04-30', amount: 100 },
        { client: 'A', invoiceNo: '4', day: '2026-02-01', dueDay: '2026-03-01', amount: 1000, disputed: true },
        { client: 'A', invoiceNo: '6', day: '2026-01-10', dueDay: '2026-02-10', amount: 40 },
        { client: 'B', invoiceNo: '5', day: '2026-02-01', dueDay: '2026-03-01', amount: 2000, disputed: true },
      ])
      .withReceipts([
        { client: 'A', day: '2025-05-15', amount: 1, invoiceNo: '1' },
        { client: 'A', day: '2026-02-15', amount: 40, invoiceNo: '6' },
      ])
      .build(),
    { asOf: '2026-03-31' },
  ).analysis;

  it('bill from the first of their days to the last', () => {
    if (!receivables.known) throw new Error('there are invoices');
    const { totals, clients } = receivables.value;
    // 10 + 100 + 40 from 1 April on; not the invoice of the day before, nor those in dispute.
    expect(clients[0]!.creditSales).toBe(15_000);
    expect(totals.creditSales).toBe(15_000);
  });

  it('count disputed invoices by themselves, of clients and of the book', () => {
    if (!receivables.known) throw new Error('there are invoices');
    const { totals, clients } = receivables.value;
    expect(clients.map(({ open, disputed, disputedInvoices }) => [open, disputed, disputedInvoices])).toEqual([
      [11_000, 100_000, 1],
      [0, 200_000, 1],
    ]);
    expect([totals.open, totals.disputed, totals.disputedInvoices]).toEqual([11_000, 300_000, 2]);
  });

  it('are open for so many days of what is sold on credit in them', () => {
    if (!receivables.known) throw new Error('there are invoices');
    const { dso } = receivables.value.totals;
    // 110 open ÷ 150 billed × 365 days.
    expect(dso.known && dso.value).toBeCloseTo((110 / 150) * 365, 9);
  });
});
