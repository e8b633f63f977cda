import { columnOf, ingest, issuesOf } from '../ingest-rows';

const HEADERS = ['ContactName', 'InvoiceNumber', 'InvoiceDate', 'DueDate', 'Total', 'InvoiceAmountDue'];
const line = (client: string, number: string, total: number, ...rest: readonly (string | number)[]) => [
  client, number, '2025-01-13', '2025-02-12', total, total, ...rest,
]; // prettier-ignore

it('counts an invoice once whose total stands on each of its lines, where lines have amounts of their own', async () => {
  const { dataset } = await ingest([
    {
      name: 'Invoices',
      rows: [
        [...HEADERS, 'Description', 'LineAmount'],
        line('Alpha', 'INV-1', 300, 'A', 100),
        line('Alpha', 'INV-1', 300, 'B', 200),
        line('Beta', 'INV-2', 500, 'C', 500),
      ],
    },
  ]);
  // 300 once, and 500.
  expect(columnOf(dataset, 'invoices', 'amount')).toEqual([300, 500]);
  expect(issuesOf(dataset)).toContain('invoice-totals-repeated');
  expect(dataset.accounts[0]).toMatchObject({ read: 3, rejected: 0, joined: 1 });
});

it('counts lines of one invoice that differ each for itself', async () => {
  const { dataset } = await ingest([
    {
      name: 'Invoices',
      rows: [HEADERS, line('Alpha', 'INV-1', 100), line('Alpha', 'INV-1', 200), line('Beta', 'INV-2', 500)],
    },
  ]);
  expect(columnOf(dataset, 'invoices', 'amount')).toEqual([100, 200, 500]);
});
