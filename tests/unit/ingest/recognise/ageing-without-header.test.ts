import { columnOf, ingest } from '../ingest-rows';

it('reads an ageing summary whose customers have no header, without the row of totals', async () => {
  const { dataset } = await ingest([
    {
      name: 'AR Aging Summary',
      rows: [
        ['A/R Aging Summary'],
        ['As of Dec 31, 2025'],
        ['', 'Current', '1 - 30', '31 - 60', '61 - 90', '91 and over', 'Total'],
        ['Alpha', 50, 30, 20, 0, 0, 100],
        ['Beta', 0, 0, 0, 0, 200, 200],
        ['TOTAL', 50, 30, 20, 0, 200, 300],
      ],
    },
  ]);
  expect(columnOf(dataset, 'clients', 'name')).toEqual(['Alpha', 'Beta']);
  const amounts = columnOf(dataset, 'invoices', 'amount') as readonly number[];
  expect([...amounts].sort((a, b) => a - b)).toEqual([20, 30, 50, 200]);
});
