import { resolveWindow } from '../../../../src/core/facts/analysis-window';
import { aDataset, day } from '../../../support/dataset-builder';

const asOf = day('2026-06-30');

describe('the first day of the data', () => {
  it('is of sales or deliveries; invoices count only where neither is kept', () => {
    const invoice = { client: 'A', invoiceNo: 'F1', day: '2024-01-05', amount: 1 };
    const first = (builder: ReturnType<typeof aDataset>) =>
      resolveWindow(builder.build(), { kind: 'all' }, asOf).firstDay;
    expect(first(aDataset().withInvoices([invoice]))).toBe(day('2024-01-05'));
    expect(
      first(
        aDataset()
          .withInvoices([invoice])
          .withDeliveries([{ client: 'A', orderDay: '2025-02-03' }]),
      ),
    ).toBe(day('2025-02-03'));
    expect(
      first(
        aDataset()
          .withInvoices([invoice])
          .withTransactions([{ client: 'A', day: '2025-03-04', amount: 1 }]),
      ),
    ).toBe(day('2025-03-04'));
  });

  it('is the earliest of a delivery’s days', () => {
    const days = ['orderDay', 'promisedDay', 'shippedDay', 'deliveredDay'] as const;
    for (const name of days) {
      const rows = days.map((other) => ({ client: 'A', [other]: other === name ? '2025-01-01' : '2025-05-05' }));
      expect(resolveWindow(aDataset().withDeliveries(rows).build(), { kind: 'all' }, asOf).firstDay).toBe(
        day('2025-01-01'),
      );
    }
  });
});

describe('what the window reaches', () => {
  it('is as-of, or the end of a range that was asked for beyond it', () => {
    const dataset = aDataset()
      .withTransactions([{ client: 'A', day: '2025-03-04', amount: 1 }])
      .build();
    const range = (from: string, to: string) =>
      resolveWindow(dataset, { kind: 'range', from: day(from), to: day(to) }, asOf).last;
    expect(range('2026-01-01', '2026-12-31')).toBe(day('2026-12-31'));
    expect(range('2026-01-01', '2026-03-31')).toBe(asOf);
    expect(resolveWindow(dataset, { kind: 'all' }, asOf)).toMatchObject({ last: asOf, asOf });
  });
});
