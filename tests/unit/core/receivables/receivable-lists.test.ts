import { tableOf } from '../../../../src/core/model/dataset';
import { known, missing } from '../../../../src/core/model/outcome';
import { openInvoicesOf } from '../../../../src/core/receivables/open-invoices';
import { settleInvoices } from '../../../../src/core/receivables/payments';
import {
  collectionEffectiveness,
  measureReceivables,
  receivablesPeriod,
  type Receivables,
} from '../../../../src/core/receivables/receivables';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';

type Invoice = RowOf<'invoices'>;
const asOf = day('2026-06-30');
const settings = settingsWith({});
const notEntered = missing({ reason: 'not-entered' });
const nothingDue = missing({ reason: 'nothing-due' });

function measure(invoices: readonly Invoice[], receipts: readonly RowOf<'receipts'>[] = []): Receivables {
  const dataset = aDataset().withClients([{ code: 'A' }, { code: 'B' }]).withInvoices(invoices).withReceipts(receipts).build();
  const [billed, received] = [tableOf(dataset, 'invoices'), tableOf(dataset, 'receipts')];
  const ledger = settleInvoices(billed, received, 2, () => NaN, asOf, settings);
  return measureReceivables(ledger, billed, dataset.sheets, receivablesPeriod(asOf), settings);
} // prettier-ignore
const bill = (invoiceNo: string, amount: number, dueDay: string | undefined, more: Invoice = {}): Invoice => ({
  ...{ client: 'A', invoiceNo, day: '2026-01-01', dueDay, amount, ...more },
});

describe('receivables of a client and of all', () => {
  const found = measure(
    [
      bill('1', 10, '2026-06-30'),
      bill('2', 20, '2026-06-29'),
      bill('3', 40, '2026-05-31'),
      bill('4', 80, '2026-05-01'),
      bill('5', 160, '2026-04-01'),
      bill('6', 320, '2026-01-01'),
      bill('7', 640, '2025-12-31', { day: '2025-06-30' }),
      bill('8', 1, undefined, { day: undefined }),
      bill('9', 5, '2026-05-01', { disputed: true }),
      bill('10', 7, '2026-05-01', { paidDay: '2026-05-02' }),
      bill('11', 2, '2026-05-01', { disputed: true, paidDay: '2026-05-02' }),
      bill('12', 100, '2026-07-30', { client: 'B', day: '2026-06-30' }),
    ],
    [
      { client: 'B', day: '2026-06-30', amount: 130 },
      { client: 'A', invoiceNo: '7', day: '2025-06-30', amount: 140 },
      { client: 'A', invoiceNo: '7', day: '2025-07-01', amount: 100 },
    ],
  );

  it('are what is open by age, what was sold on credit, and what was open before', () => {
    const [a, b] = found.clients;
    // Due today is not overdue; 30, 31, 60, 90, 180 and 181 days are. The one without a day was billed before.
    expect(a).toEqual({
      ...{ open: 103_100, openInvoices: 8, ageing: [1000, 6000, 8000, 16_000, 32_000, 40_000], dueUnknown: 100 },
      ...{ overdue: 102_000, disputed: 500, disputedInvoices: 1, advance: 0 },
      // 10 + 20 + 40 + 80 + 160 + 320 + 7; of the 640 of June 500 were open when the year began.
      ...{ creditSales: 63_700, opening: 50_100 },
      dso: known((103_100 / 63_700) * 365),
      bestPossibleDso: known((1000 / 63_700) * 365),
      delinquentDays: known((103_100 / 63_700) * 365 - (1000 / 63_700) * 365),
      cei: known((50_100 + 63_700 - 103_100) / (50_100 + 63_700 - 1000)),
    });
    expect(b).toEqual({
      ...{ open: 0, openInvoices: 0, ageing: [0, 0, 0, 0, 0, 0], dueUnknown: 0, overdue: 0, disputed: 0 },
      ...{ disputedInvoices: 0, advance: 3000, creditSales: 10_000, opening: 0 },
      ...{ dso: known(0), bestPossibleDso: known(0), delinquentDays: known(0), cei: known(1) },
    });
  });

  it('of all are the sums', () => {
    expect(found.totals).toMatchObject({
      ...{ open: 103_100, openInvoices: 8, ageing: [1000, 6000, 8000, 16_000, 32_000, 40_000], dueUnknown: 100 },
      ...{ overdue: 102_000, disputed: 500, disputedInvoices: 1, advance: 3000, creditSales: 73_700, opening: 50_100 },
      dso: known((103_100 / 73_700) * 365),
    });
    expect(found.period).toEqual({ from: day('2025-07-01'), to: asOf });
  });

  it('have a line a band, and one for what cannot be aged, with their shares', () => {
    expect(found.ageing.map(({ label, amount, share }) => [label.zh, amount, share])).toEqual([
      ['未到期', 1000, known(1000 / 103_100)],
      ['1–30天', 6000, known(6000 / 103_100)],
      ['31–60天', 8000, known(8000 / 103_100)],
      ['61–90天', 16_000, known(16_000 / 103_100)],
      ['91–180天', 32_000, known(32_000 / 103_100)],
      ['180天以上', 40_000, known(40_000 / 103_100)],
      ['到期日不明', 100, known(100 / 103_100)],
    ]);
    expect(measure([bill('1', 0.01, undefined, { day: undefined })]).ageing).toHaveLength(7);
    const paid = measure([bill('1', 10, '2026-05-01', { paidDay: '2026-05-01' })]);
    expect(paid.ageing.map(({ share }) => share)).toEqual(Array.from({ length: 6 }, () => nothingDue));
  });

  it('take what was paid on an unknown day for paid when it was due', () => {
    const old = { day: '2025-03-01', paidAmount: 30 };
    expect(measure([bill('1', 100, '2025-06-30', old)]).totals.opening).toBe(7000);
    expect(measure([bill('1', 100, '2025-07-01', old)]).totals.opening).toBe(10_000);
    expect(measure([bill('1', 100, '2025-07-01', old)]).totals.dso).toEqual(nothingDue);
    expect(measure([bill('1', 100, '2025-07-01', old)]).totals.delinquentDays).toEqual(nothingDue);
  });

  it('take a credit note as known from the start', () => {
    const credited = [bill('1', 100, '2025-06-01', { day: '2025-03-01' }), bill('1', -40, undefined, { day: '2025-06-01' })];
    expect(measure(credited).totals).toMatchObject({ opening: 6000, open: 6000, creditSales: 0 });
  }); // prettier-ignore
});

describe('collection effectiveness', () => {
  it('is of what could be collected', () => {
    expect(collectionEffectiveness(0, 100, 40, 40)).toEqual(known(1));
    expect(collectionEffectiveness(60, 40, 100, 0)).toEqual(known(0));
    expect(collectionEffectiveness(50, 50, 100, 100)).toEqual(nothingDue);
    expect(collectionEffectiveness(0, 2, 1, 1)).toEqual(known(1));
  });
});

describe('the collection plan', () => {
  it('asks for what is overdue for longest by amount first, then as the ledger stands; without a day last', () => {
    const found = measure([
      bill('a', 100, '2026-06-20', { promisedPaymentDay: '2026-06-30' }),
      bill('b', 1, undefined, { day: undefined }),
      bill('c', 10, '2026-03-22', { promisedPaymentDay: '2026-06-29' }),
      bill('d', 50, '2026-07-10'),
      bill('e', 50, '2026-06-10', { disputed: true }),
      bill('f', 1000, undefined, { overdueDays: 1 }),
      bill('g', 9, '2026-06-30'),
      bill('h', 5, '2026-06-01', { paidDay: '2026-06-02' }),
    ]);
    // 100 × 10, 10 × 100, 50 × 20 and 1,000 × 1 are alike: the oldest due first.
    expect(found.collection.map(({ invoiceNo }) => invoiceNo).join('')).toBe('ceafgdb');
    expect(found.openItems).toBe(7);
    expect(found.collection[0]).toEqual({
      ...{ client: 0, invoiceNo: 'c', dueDay: known(day('2026-03-22')), open: 1000, isDisputed: false },
      ...{ overdueDays: known(100), promisedDay: known(day('2026-06-29')), isPromiseBroken: true },
      ...{ priority: 100_000, sheet: '发票', row: 4 },
    });
    const of = new Map(found.collection.map((one) => [one.invoiceNo, one]));
    expect(of.get('a')).toMatchObject({ promisedDay: known(day('2026-06-30')), isPromiseBroken: false });
    expect(of.get('e')).toMatchObject({ isDisputed: true, promisedDay: notEntered, isPromiseBroken: false });
    // The days of an ageing summary are no day that anybody wrote.
    expect(of.get('f')).toMatchObject({ dueDay: notEntered, overdueDays: known(1), priority: 100_000 });
    expect(of.get('b')).toMatchObject({ dueDay: notEntered, overdueDays: notEntered, priority: 0 });
    expect(of.get('d')).toMatchObject({ overdueDays: known(-10), priority: -50_000 });
  });

  it('lists a thousand and counts all; which are open is then not known by their numbers', () => {
    const many = (n: number) => measure(Array.from({ length: n }, (_, at) => bill(String(at), 1, '2026-06-01')));
    const [whole, cut] = [many(1000), many(1001)];
    expect([whole.collection.length, whole.openItems, cut.collection.length, cut.openItems]).toEqual([
      ...[1000, 1000, 1000, 1001],
    ]);
    expect(openInvoicesOf(known(whole))?.size).toBe(1000);
    expect(openInvoicesOf(known(cut))).toBeUndefined();
    expect(openInvoicesOf(notEntered)).toBeUndefined();
  });
});
