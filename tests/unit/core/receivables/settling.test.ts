import { NO_DAY } from '../../../../src/core/model/day';
import { tableOf } from '../../../../src/core/model/dataset';
import { settleInvoices, type InvoiceLedger } from '../../../../src/core/receivables/payments';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';

const asOf = day('2026-06-30');

function settle(
  invoices: readonly RowOf<'invoices'>[],
  receipts: readonly RowOf<'receipts'>[] = [],
  terms = NaN,
): InvoiceLedger {
  const dataset = aDataset()
    .withClients([{ code: 'C1' }, { code: 'C2' }])
    .withInvoices(invoices)
    .withReceipts(receipts)
    .build();
  const [billed, received] = [tableOf(dataset, 'invoices'), tableOf(dataset, 'receipts')];
  return settleInvoices(billed, received, 2, () => terms, asOf, settingsWith({}));
}
const bill = (invoiceNo: string, amount: number, dueDay: string | undefined, more: RowOf<'invoices'> = {}) => ({
  ...{ client: 'C1', invoiceNo, day: '2026-01-01', dueDay, amount, ...more },
});
const receipt = (amount: number, on: string | undefined = '2026-03-01', invoiceNo = ''): RowOf<'receipts'> => ({
  ...{ client: 'C1', day: on, amount, invoiceNo },
});
const first = (values: Int32Array | Float64Array | Uint8Array, { invoices }: InvoiceLedger) => [
  ...values.subarray(0, invoices),
];
const openOf = (ledger: InvoiceLedger) => first(ledger.open, ledger);
const partsOf = ({ settlements: { invoice, day: on, amount, isCredit } }: InvoiceLedger) =>
  Array.from(invoice, (at, i) => [at, on[i], amount[i], isCredit[i]]);

describe('invoices of the ledger', () => {
  it('stand by client, the oldest due first, without a due day last, each with its row', () => {
    const ledger = settle([
      bill('2', 20, '2026-03-01'),
      bill('1', 10, undefined, { client: 'C2' }),
      bill('3', 30, undefined, { day: undefined }),
      bill('4', 40, '2026-02-01'),
      bill('5', 50, '2025-02-01', { client: 'C2' }),
      bill('', 60, '2026-03-01'),
    ]);
    expect(ledger.invoices).toBe(6);
    expect(first(ledger.row, ledger)).toEqual([3, 5, 0, 2, 4, 1]);
    expect(first(ledger.client, ledger)).toEqual([0, 0, 0, 0, 1, 1]);
    expect([...ledger.offsets]).toEqual([0, 4, 6]);
    expect(first(ledger.due, ledger)).toEqual([
      ...['2026-02-01', '2026-03-01', '2026-03-01'].map(day),
      ...[NO_DAY, day('2025-02-01'), day('2026-01-31')],
    ]);
    expect(first(ledger.day, ledger)).toEqual([1, 1, 1, 0, 1, 1].map((has) => (has ? day('2026-01-01') : NO_DAY)));
    expect(openOf(ledger)).toEqual([4000, 6000, 2000, 3000, 5000, 1000]);
  });

  it('count up to as-of; without client or amount they are left out, of nothing they are none', () => {
    const on = (at: string, amount: number | undefined = 1): RowOf<'invoices'> => ({ client: 'C1', day: at, amount });
    const ledger = settle([on('2026-06-30'), on('2026-07-01'), on('2026-06-01', 0), { ...on('2026-06-01'), amount: undefined }, { day: '2026-06-01', amount: 1 }]); // prettier-ignore
    expect([ledger.invoices, ledger.leftOut]).toEqual([1, { invoices: 2, receipts: 0, unknownInvoices: 0 }]);
  });

  it('are due on their day; else by the days that an ageing summary says; else by terms', () => {
    const late = { overdueDays: 10 };
    const bare = { day: undefined };
    const rows = [bill('1', 1, '2026-05-01', late), bill('2', 1, undefined, late), bill('3', 1, undefined, bare)];
    expect(first(settle(rows, [], 45).due, settle(rows))).toEqual([day('2026-05-01'), day('2026-06-20'), NO_DAY]);
    const byTerms = [bill('1', 1, undefined)];
    expect([settle(byTerms, [], 45).due[0], settle(byTerms, [], 0).due[0], settle(byTerms).due[0]]).toEqual([
      ...[day('2026-02-15'), day('2026-01-01'), day('2026-01-31')],
    ]);
  });

  it('are one where number and due day are the same: in dispute if a line is, the first line standing for them', () => {
    const ledger = settle([
      bill('A', 10, '2026-02-01', { promisedPaymentDay: '2026-04-01' }),
      bill('B', 5, '2026-02-01'),
      bill('A', 20, '2026-02-01', { disputed: true, day: '2026-01-15', promisedPaymentDay: '2026-05-01' }),
      bill('A', 30, '2026-03-01'),
      bill('', 1, '2026-02-02'),
      bill('', 1, '2026-02-02'),
    ]);
    expect(first(ledger.amount, ledger)).toEqual([3000, 500, 100, 100, 3000]);
    expect(first(ledger.disputed, ledger)).toEqual([1, 0, 0, 0, 0]);
    expect(first(ledger.row, ledger)).toEqual([0, 1, 4, 5, 3]);
    expect([ledger.day[0], ledger.promisedDay[0], ledger.promisedDay[1]]).toEqual([
      ...[day('2026-01-01'), day('2026-04-01'), NO_DAY],
    ]);
    const other = settle([bill('A', 1, '2026-02-01'), bill('A', 1, '2026-02-01', { client: 'C2' })]);
    expect(other.invoices).toBe(2);
  });
});

describe('what an invoice line says of its payment', () => {
  it.each<[string, RowOf<'invoices'>, (readonly number[])[]]>([
    ['a day alone pays all', { paidDay: '2026-06-30' }, [[0, day('2026-06-30'), 10_000, 0]]],
    ['a day after as-of pays nothing', { paidDay: '2026-07-01', paidAmount: 5 }, []],
    ['an amount without a day is paid on an unknown one', { paidAmount: 40.5 }, [[0, NO_DAY, 4050, 0]]],
    ['an amount of nothing is no payment', { paidDay: '2026-06-30', paidAmount: 0 }, []],
    ['an amount below nothing is none', { paidDay: '2026-06-30', paidAmount: -5 }, []],
    ['neither', {}, []],
  ])('%s', (_, more, parts) => {
    expect(partsOf(settle([bill('A', 100, '2026-02-01', more)]))).toEqual(parts);
  });

  it('beyond the invoice is money ahead', () => {
    const ledger = settle([bill('A', 100, '2026-02-01', { paidAmount: 130 })]);
    expect([openOf(ledger), [...ledger.advance]]).toEqual([[0], [3000, 0]]);
  });

  it('is not counted again where a receipt tells of it: once each, by number, or by day and amount', () => {
    const paid = { paidDay: '2026-02-05', paidAmount: 30 };
    const told = (...receipts: readonly RowOf<'receipts'>[]) =>
      openOf(settle([bill('A', 100, '2026-02-01', paid), bill('B', 100, '2026-02-02', paid)], receipts));
    expect(told()).toEqual([7000, 7000]);
    expect(told(receipt(30, '2026-02-05'))).toEqual([7000, 7000]);
    expect(told(receipt(30, '2026-02-05'), receipt(30, '2026-02-05'))).toEqual([7000, 7000]);
    expect(told(receipt(30, '2026-02-05'), receipt(30, '2026-02-05'), receipt(30, '2026-02-05'))).toEqual([4000, 7000]);
    expect(told(receipt(30, '2026-02-06'))).toEqual([4000, 7000]);
    expect(told(receipt(31, '2026-02-05'))).toEqual([3900, 7000]);
    expect(told(receipt(50, '2026-03-05', 'A'))).toEqual([5000, 7000]);
    expect(told(receipt(20, '2026-03-05', 'A'), receipt(20, '2026-03-06', 'A'))).toEqual([6000, 7000]);
    expect(told(receipt(90, '2026-03-05', 'A,B'))).toEqual([4000, 7000]);
    // What the nameless one has told of is not told of by the named one.
    expect(told(receipt(30, '2026-02-05'), receipt(30, '2026-03-05', 'B'))).toEqual([7000, 4000]);
  });
});

describe('receipts', () => {
  const two = [bill('A', 100, '2026-02-01'), bill('B', 200, '2026-02-10')];

  it('count up to as-of, of somebody and of something; without a day they come last', () => {
    const ledger = settle(two, [
      { ...receipt(10), day: undefined },
      receipt(20, '2026-06-30'),
      receipt(40, '2026-07-01'),
      receipt(0),
      { ...receipt(1), amount: undefined },
      { ...receipt(1), client: undefined },
      receipt(30, '2026-05-01'),
    ]);
    expect(partsOf(ledger)).toEqual([
      [0, day('2026-05-01'), 3000, 0],
      [0, day('2026-06-30'), 2000, 0],
      [0, NO_DAY, 1000, 0],
    ]);
    expect(ledger.leftOut).toEqual({ invoices: 0, receipts: 2, unknownInvoices: 0 });
  });

  it('name one invoice or several, in any of the usual ways; what they name that is not there is counted once', () => {
    const open = (invoiceNo: string, amount = 250) => {
      const ledger = settle([...two, bill('C/1', 50, '2026-02-20')], [receipt(amount, '2026-03-01', invoiceNo)]);
      return [...openOf(ledger), ledger.leftOut.unknownInvoices];
    };
    for (const written of ['B,A', 'B，A', 'B、A', 'B;A', 'B；A', 'B/A', 'B A'])
      expect(open(written)).toEqual([5000, 0, 5000, 0]);
    expect(open('C/1', 60)).toEqual([9000, 20_000, 0, 0]);
    expect(open('B、ZZ', 60)).toEqual([10_000, 14_000, 5000, 0]);
    expect(open('YY、ZZ', 60)).toEqual([4000, 20_000, 5000, 1]);
    expect(open('', 60)).toEqual([4000, 20_000, 5000, 0]);
  });

  it('without a client belong to the one who has the number, and to nobody where several or none have it', () => {
    const nameless = (invoiceNo: string): RowOf<'receipts'> => ({ ...receipt(10, '2026-03-01', invoiceNo), client: undefined });
    const shared = bill('A', 70, '2026-02-01', { client: 'C2' });
    const own = bill('B', 5, '2026-02-11', { client: 'C2' });
    const rows = [bill('A', 100, '2026-02-01'), bill('A', 1, '2026-02-01'), bill('D', 3, '2026-02-05', { client: undefined })];
    expect(openOf(settle(rows, [nameless('A')]))).toEqual([9100]);
    const several = settle([...rows, shared, own], [nameless('A'), nameless('ZZ'), nameless('D'), nameless('B')]);
    const again = settle([...rows, shared, bill('A', 2, '2026-02-01')], [nameless('A')]);
    expect([openOf(again), again.leftOut.receipts]).toEqual([[10_300, 7000], 1]);
    // What B does not need goes to the oldest of its client.
    expect([openOf(several), several.leftOut.receipts]).toEqual([[10_100, 6500, 0], 3]);
  }); // prettier-ignore

  it('that bounce are taken off the latest of the same name, then the one before; what is left is left out', () => {
    const after = (...receipts: readonly RowOf<'receipts'>[]) => {
      const ledger = settle(two, receipts);
      return [...openOf(ledger), ledger.leftOut.receipts];
    };
    const [early, late] = [receipt(30, '2026-03-01'), receipt(40, '2026-03-10')];
    expect(after(early, late, receipt(-50, '2026-04-01'))).toEqual([8000, 20_000, 0]);
    expect(after(early, late, receipt(-70, '2026-04-01'))).toEqual([10_000, 20_000, 0]);
    expect(after(early, late, receipt(-70.01, '2026-04-01'))).toEqual([10_000, 20_000, 1]);
    // One that names nothing takes nothing off one that names an invoice.
    const named = receipt(30, '2026-03-01', 'B');
    expect(after(named, receipt(-10, '2026-04-01'))).toEqual([10_000, 17_000, 1]);
    expect(after(named, early, receipt(-10, '2026-04-01', 'B'))).toEqual([7000, 18_000, 0]);
    expect(partsOf(settle(two, [early, late, receipt(-50, '2026-04-01')]))).toEqual([[0, day('2026-03-01'), 2000, 0]]);
  });

  it('pay what they name before any that names nothing, though in dispute; nothing else in dispute is paid', () => {
    const disputed = [bill('X', 70, '2025-12-01', { disputed: true }), ...two];
    expect(openOf(settle(disputed, [receipt(50), receipt(20, '2026-03-02', 'X')]))).toEqual([5000, 5000, 20_000]);
    const ledger = settle(disputed, [receipt(400)]);
    expect([openOf(ledger), [...ledger.advance]]).toEqual([[7000, 0, 0], [10_000, 0]]); // prettier-ignore
  });

  it('are kept one by one, however many pay one invoice', () => {
    const many = Array.from({ length: 40 }, (_, at) => receipt(1 + at / 100, '2026-03-01'));
    const ledger = settle([bill('A', 1000, '2026-02-01')], many);
    expect(partsOf(ledger)).toEqual(many.map((_, at) => [0, day('2026-03-01'), 100 + at, 0]));
  });

  it('go from one oldest invoice to the next, from the one in which the last ended', () => {
    const ledger = settle(two, [receipt(60, '2026-03-01'), receipt(60, '2026-03-02'), receipt(60, '2026-03-03')]);
    expect(partsOf(ledger)).toEqual([
      [0, day('2026-03-01'), 6000, 0],
      [0, day('2026-03-02'), 4000, 0],
      [1, day('2026-03-02'), 2000, 0],
      [1, day('2026-03-03'), 6000, 0],
    ]);
  });
});

describe('credit notes', () => {
  it('reduce what they name, then the oldest due, then are money ahead', () => {
    const two = [bill('A', 100, '2026-02-01'), bill('B', 200, '2026-02-10')];
    const credit = (amount: number, invoiceNo: string) => bill(invoiceNo, -amount, undefined, { day: '2026-03-05' });
    const ledger = settle([...two, credit(250, 'B')]);
    expect(partsOf(ledger)).toEqual([
      [1, day('2026-03-05'), 20_000, 1],
      [0, day('2026-03-05'), 5000, 1],
    ]);
    expect([first(ledger.amount, ledger), openOf(ledger)]).toEqual([[5000, 0], [5000, 0]]); // prettier-ignore
    const beyond = settle([...two, credit(310, '')], [receipt(1)]);
    expect([openOf(beyond), [...beyond.advance]]).toEqual([[0, 0], [1100, 0]]); // prettier-ignore
    expect(first(settle([...two, credit(10, 'ZZ')]).amount, settle(two))).toEqual([9000, 20_000]);
  });

  it('of a day that nobody wrote are of none', () => {
    const ledger = settle([bill('A', 100, '2026-02-01'), bill('A', -10, undefined, { day: undefined })]);
    expect(partsOf(ledger)).toEqual([[0, NO_DAY, 1000, 1]]);
  });
});

describe('parts of payments', () => {
  it('go past what is paid already, without a part of nothing', () => {
    const three = [bill('A', 1, '2026-02-01'), bill('B', 2, '2026-02-10'), bill('C', 3, '2026-02-20')];
    const ledger = settle(three, [receipt(2, '2026-03-01', 'B'), receipt(2, '2026-03-02')]);
    expect(partsOf(ledger)).toEqual([
      [1, day('2026-03-01'), 200, 0],
      [0, day('2026-03-02'), 100, 0],
      [2, day('2026-03-02'), 100, 0],
    ]);
    const named = settle(three, [receipt(2, '2026-03-01', 'B'), receipt(4, '2026-03-02', 'B,A,C')]);
    expect(partsOf(named).map(([invoice, , amount]) => [invoice, amount])).toEqual([[1, 200], [0, 100], [2, 300]]); // prettier-ignore
  });

  it('may be a fen', () => {
    const ledger = settle([bill('A', 1, '2026-02-01', { paidAmount: 0.01 })], [receipt(0.01)]);
    expect(partsOf(ledger)).toEqual([
      [0, NO_DAY, 1, 0],
      [0, day('2026-03-01'), 1, 0],
    ]);
  });

  it('pay both invoices of a number that stands for two, the older first', () => {
    const rows = [bill('A', 10, '2026-03-01'), bill('B', 50, '2026-01-01'), bill('A', 10, '2026-02-01')];
    expect(openOf(settle(rows, [receipt(15, '2026-04-01', 'A')]))).toEqual([5000, 0, 500]);
  });

  it('that name one of the client and one of another are no receipts of the unknown', () => {
    const rows = [bill('A', 10, '2026-03-01'), bill('B', 50, '2026-01-01', { client: 'C2' })];
    const ledger = settle(rows, [receipt(15, '2026-04-01', 'A,B')]);
    expect([openOf(ledger), ledger.leftOut.unknownInvoices, [...ledger.advance]]).toEqual([[0, 5000], 0, [500, 0]]);
    expect(settle(rows, [receipt(15, '2026-04-01', 'B')]).leftOut.unknownInvoices).toBe(1);
  });

  it('without numbers on the invoices are told by day and amount alone', () => {
    const bare = [{ client: 'C1', day: '2026-01-01', dueDay: '2026-02-01', amount: 10, paidDay: '2026-02-01' }];
    const ledger = settle(bare, [{ client: 'C1', day: '2026-02-01', amount: 10 }, { client: 'C1', day: '2026-02-01', amount: 10 }]);
    expect([openOf(ledger), [...ledger.advance]]).toEqual([[0], [1000, 0]]);
  }); // prettier-ignore
});
