import { findMixedTax } from '../../../../src/ingest/settle/mixed-tax';
import type { SheetInspection } from '../../../../src/ingest/recognise/inspection';

const sheet = (name: string, header: string, kind = 'transactions'): SheetInspection =>
  ({
    info: { name },
    kind,
    plan: { fields: [{ field: { path: 'transactions.amount' }, header }] },
  }) as unknown as SheetInspection;

it('names the sheets with and without tax where both are', () => {
  expect(findMixedTax([sheet('2024', '不含税金额'), sheet('2025', '含税金额'), sheet('2023', '金额')])).toEqual({
    without: ['2024'],
    with: ['2025'],
  });
  expect(findMixedTax([sheet('a', 'Untaxed amount'), sheet('b', 'Gross amount')])).toEqual({
    without: ['a'],
    with: ['b'],
  });
});

it('is none where all are of one kind, or say nothing, or are no sales', () => {
  expect(findMixedTax([sheet('2024', '含税金额'), sheet('2025', '价税合计')])).toBeUndefined();
  expect(findMixedTax([sheet('2024', '金额'), sheet('2025', '含税金额')])).toBeUndefined();
  expect(findMixedTax([sheet('2024', '不含税金额', 'orders'), sheet('2025', '含税金额')])).toBeUndefined();
});
