import { tableOf } from '../../../../src/core/model/dataset';
import { known, missing } from '../../../../src/core/model/outcome';
import { measurePayments, pointsOfDays } from '../../../../src/core/receivables/payment-index';
import { settleInvoices, type InvoiceLedger } from '../../../../src/core/receivables/payments';
import {
  ageingBandOf,
  ageingLabels,
  collectionEffectiveness,
  daysSalesOutstanding,
  measureReceivables,
} from '../../../../src/core/receivables/receivables';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';

const settings = settingsWith({});
const asOf = day('2026-06-30');

function ledgerOf(
  invoices: readonly RowOf<'invoices'>[],
  receipts: readonly RowOf<'receipts'>[] = [],
  terms = NaN,
): { ledger: InvoiceLedger; dataset: ReturnType<ReturnType<typeof aDataset>['build']> } {
  const dataset = aDataset().withInvoices(invoices).withReceipts(receipts).build();
  const clients = tableOf(dataset, 'clients').rows;
  const ledger = settleInvoices(
    tableOf(dataset, 'invoices'),
    tableOf(dataset, 'receipts'),
    clients,
    () => terms,
    asOf,
    settings,
  );
  return { ledger, dataset };
}

const openOf = (ledger: InvoiceLedger): number[] => [...ledger.open.subarray(0, ledger.invoices)];
const advanceOf = (ledger: InvoiceLedger): number[] => [...ledger.advance];

/** An invoice of C1 due on 2026-03-01 and paid so many days later. */
const paidLate = (invoiceNo: string, amount: number, late: number): RowOf<'invoices'> => ({
  client: 'C1',
  invoiceNo,
  day: '2026-01-01',
  dueDay: '2026-03-01',
  amount,
  paidDay: (day('2026-03-01') + late) as never,
  paidAmount: amount,
});

describe('points of days beyond terms', () => {
  it.each([
    [-18, 89],
    [-8, 84],
    [23, 59],
    [33, 49],
    [45, 45],
    [-30, 100],
    [-20, 90],
    [0, 80],
    [15, 70],
    [22, 60],
    [30, 50],
    [60, 40],
    [90, 30],
    [120, 20],
    [180, 0],
    [-400, 100],
    [4000, 0],
  ])('%d days give %d points', (days, points) => {
    // The chart gives whole points: 23 days are 58.75.
    expect(Math.round(pointsOfDays(days))).toBe(points);
  });
});

describe('payment index', () => {
  it('weights points by amount, not days', () => {
    const { ledger } = ledgerOf([
      paidLate('1', 100000, 0),
      paidLate('2', 50000, 20),
      paidLate('3', 200000, -5),
      paidLate('4', 30000, 75),
    ]);
    const [payer] = measurePayments(ledger, asOf, settings);
    // (100000·80 + 50000·(70 − 5/7·10) + 200000·82.5 + 30000·35) / 380000
    expect(payer!.index.known && payer!.index.value).toBeCloseTo(75.5075, 4);
    // The mean of days first (5.92 days) would give 76.1.
    expect(payer!.index.known && Math.abs(payer!.index.value - 76.1)).toBeGreaterThan(0.5);
    expect(payer!.paidOnTerms).toEqual(known(300000 / 380000));
    expect(payer!.daysLate).toEqual(known((50000 * 20 - 200000 * 5 + 30000 * 75) / 380000));
  });

  it('weights part payments by amount', () => {
    // 60 paid on the day, 40 paid 30 days late: 12 days, so 80 − 12/15·10 = 72 points.
    const { ledger } = ledgerOf(
      ['1', '2', '3'].map((invoiceNo) => ({
        client: 'C1',
        invoiceNo,
        day: '2026-01-01',
        dueDay: '2026-03-01',
        amount: 100,
      })),
      ['1', '2', '3'].flatMap((invoiceNo) => [
        { client: 'C1', day: '2026-03-01', amount: 60, invoiceNo },
        { client: 'C1', day: '2026-03-31', amount: 40, invoiceNo },
      ]),
    );
    expect(measurePayments(ledger, asOf, settings)[0]!.index).toEqual(known(72));
  });

  it('counts open overdue invoices with their days so far and leaves out what is not due', () => {
    const { ledger } = ledgerOf([
      paidLate('1', 100, 0),
      paidLate('2', 100, 0),
      { client: 'C1', invoiceNo: '3', day: '2026-04-01', dueDay: '2026-05-31', amount: 100 },
      { client: 'C1', invoiceNo: '4', day: '2026-06-01', dueDay: '2026-07-31', amount: 900 },
    ]);
    const [payer] = measurePayments(ledger, asOf, settings);
    // Invoice 3 is 30 days overdue: (80 + 80 + 50) / 3.
    expect(payer!.index).toEqual(known(70));
    expect(payer!.scoredInvoices).toBe(3);
    expect(payer!.leftOut).toBe(1);
    expect(payer!.oldestOverdueDays).toEqual(known(30));
  });

  it('gives no index below three scored invoices, and none for one record or nothing', () => {
    const { ledger } = ledgerOf([paidLate('1', 100, 0)], [{ client: 'C2', day: '2026-01-01', amount: 5 }]);
    const [one, none] = measurePayments(ledger, asOf, settings);
    expect(one!.index).toEqual(missing({ reason: 'too-few', have: 1, need: 3 }));
    expect(none!.index).toEqual(missing({ reason: 'too-few', have: 0, need: 3 }));
    expect(none!.daysLate).toEqual(missing({ reason: 'nothing-due' }));
  });

  it('leaves out invoices due more than 24 months ago and disputed ones', () => {
    const old = { client: 'C1', invoiceNo: '9', day: '2023-01-01', dueDay: '2023-02-01', amount: 100 } as const;
    const { ledger } = ledgerOf([
      { ...old, paidDay: '2023-12-01' },
      { ...paidLate('1', 100, 200), disputed: true },
      paidLate('2', 100, 0),
      paidLate('3', 100, 0),
      paidLate('4', 100, 0),
    ]);
    const [payer] = measurePayments(ledger, asOf, settings);
    expect(payer!.index).toEqual(known(80));
    expect(payer!.leftOut).toBe(2);
  });

  it('counts promises of the last 12 months that were not kept', () => {
    const promised = (invoiceNo: string, promisedPaymentDay: string, paidDay?: string): RowOf<'invoices'> => ({
      client: 'C1',
      invoiceNo,
      day: '2026-01-01',
      dueDay: '2026-02-01',
      amount: 100,
      promisedPaymentDay,
      ...(paidDay === undefined ? {} : { paidDay }),
    });
    const { ledger } = ledgerOf([
      promised('kept', '2026-03-01', '2026-03-01'),
      promised('late', '2026-03-01', '2026-03-02'),
      promised('open', '2026-04-01'),
      promised('to come', '2026-07-15'),
      promised('long ago', '2025-05-01', '2025-06-01'),
    ]);
    expect(measurePayments(ledger, asOf, settings)[0]!.brokenPromises).toBe(2);
  });
});

describe('setting receipts against invoices', () => {
  const invoices: readonly RowOf<'invoices'>[] = [
    { client: 'C1', invoiceNo: 'B', day: '2026-01-10', dueDay: '2026-02-10', amount: 200 },
    { client: 'C1', invoiceNo: 'A', day: '2026-01-01', dueDay: '2026-02-01', amount: 100 },
    { client: 'C2', invoiceNo: 'C', day: '2026-01-01', dueDay: '2026-02-01', amount: 50 },
  ];

  it('pays the oldest due first, and keeps the remainder as advance payment', () => {
    expect(openOf(ledgerOf(invoices, [{ client: 'C1', day: '2026-03-01', amount: 150 }]).ledger)).toEqual([
      0, 15000, 5000,
    ]);
    const { ledger } = ledgerOf(invoices, [{ client: 'C1', day: '2026-03-01', amount: 310.5 }]);
    expect(openOf(ledger)).toEqual([0, 0, 5000]);
    expect(advanceOf(ledger)).toEqual([1050, 0]);
  });

  it('pays the named invoice first, also when a nameless receipt came earlier, and spills over to the oldest', () => {
    const { ledger } = ledgerOf(invoices, [
      { client: 'C1', day: '2026-02-01', amount: 100 },
      { client: 'C1', day: '2026-03-01', amount: 230, invoiceNo: 'B' },
    ]);
    expect(openOf(ledger)).toEqual([0, 0, 5000]);
    expect(advanceOf(ledger)).toEqual([3000, 0]);
  });

  it('reads several invoices in one cell, and finds the client by the invoice number', () => {
    const { ledger } = ledgerOf(invoices, [
      { client: 'C1', day: '2026-03-01', amount: 250, invoiceNo: 'B、A' },
      { day: '2026-03-01', amount: 20, invoiceNo: 'C' },
    ]);
    expect(openOf(ledger)).toEqual([5000, 0, 3000]);
  });

  it('sets a receipt that names an unknown invoice against the oldest, and counts it', () => {
    const { ledger } = ledgerOf(invoices, [{ client: 'C1', day: '2026-03-01', amount: 40, invoiceNo: 'ZZ' }]);
    expect(openOf(ledger)).toEqual([6000, 20000, 5000]);
    expect(ledger.leftOut.unknownInvoices).toBe(1);
  });

  it('reduces the named invoice by a credit note, else the oldest', () => {
    const named = ledgerOf([...invoices, { client: 'C1', invoiceNo: 'B', day: '2026-02-01', amount: -80 }]);
    expect(openOf(named.ledger)).toEqual([10000, 12000, 5000]);
    const nameless = ledgerOf([...invoices, { client: 'C1', day: '2026-02-01', amount: -130 }]);
    expect(openOf(nameless.ledger)).toEqual([0, 17000, 5000]);
    expect([...nameless.ledger.amount.subarray(0, 3)]).toEqual([0, 17000, 5000]);
  });

  it('joins the lines of one invoice, and keeps equal numbers of two clients apart', () => {
    const { ledger } = ledgerOf([
      { client: 'C1', invoiceNo: 'A', day: '2026-01-01', dueDay: '2026-02-01', amount: 0.1 },
      { client: 'C2', invoiceNo: 'A', day: '2026-01-01', dueDay: '2026-02-01', amount: 7 },
      { client: 'C1', invoiceNo: 'A', day: '2026-01-01', dueDay: '2026-02-01', amount: 0.2 },
    ]);
    expect(openOf(ledger)).toEqual([30, 700]);
  });

  it('takes paid day and paid amount of the line, and does not count the same receipt again', () => {
    const lines: readonly RowOf<'invoices'>[] = [
      { client: 'C1', invoiceNo: 'A', day: '2026-01-01', dueDay: '2026-02-01', amount: 100, paidDay: '2026-02-05' },
      {
        client: 'C1',
        invoiceNo: 'B',
        day: '2026-01-02',
        dueDay: '2026-02-02',
        amount: 100,
        paidAmount: 30,
        paidDay: '2026-02-06',
      },
    ];
    expect(openOf(ledgerOf(lines).ledger)).toEqual([0, 7000]);
    const told = ledgerOf(lines, [
      { client: 'C1', day: '2026-02-05', amount: 100, invoiceNo: 'A' },
      { client: 'C1', day: '2026-02-06', amount: 30 },
      { client: 'C1', day: '2026-03-01', amount: 50, invoiceNo: 'B' },
    ]);
    expect(openOf(told.ledger)).toEqual([0, 2000]);
    expect(advanceOf(told.ledger)).toEqual([0]);
  });

  it('keeps disputed invoices out of the oldest-first rule', () => {
    const { ledger } = ledgerOf(
      [
        { client: 'C1', invoiceNo: 'D', day: '2025-12-01', dueDay: '2026-01-01', amount: 70, disputed: true },
        ...invoices,
      ],
      [{ client: 'C1', day: '2026-03-01', amount: 100 }],
    );
    expect(openOf(ledger)).toEqual([7000, 0, 20000, 5000]);
  });

  it('takes a refund off the receipt that it undoes', () => {
    const { ledger } = ledgerOf(invoices, [
      { client: 'C1', day: '2026-03-01', amount: 100 },
      { client: 'C1', day: '2026-03-05', amount: -60 },
      { client: 'C2', day: '2026-03-05', amount: -1 },
    ]);
    expect(openOf(ledger)).toEqual([6000, 20000, 5000]);
    expect(ledger.leftOut.receipts).toBe(1);
  });

  it('makes the due day from the terms of the client, else from the default', () => {
    const bare = [{ client: 'C1', day: '2026-01-01', amount: 100 }];
    const own = ledgerOf(bare, [], 45).ledger;
    expect(own.due[0]).toBe(day('2026-02-15'));
    const byDefault = ledgerOf(bare).ledger;
    expect(byDefault.due[0]).toBe(day('2026-01-31'));
  });

  it('leaves out and counts lines without client or amount, and ignores what comes after as-of', () => {
    const { ledger } = ledgerOf(
      [
        { day: '2026-01-01', amount: 100 },
        { client: 'C1', day: '2026-01-01' },
        { client: 'C1', day: '2026-07-01', amount: 100 },
        { client: 'C1', day: '2026-01-01', amount: 100, paidDay: '2026-07-02' },
      ],
      [
        { client: 'C1', day: '2026-07-01', amount: 100 },
        { day: '2026-02-01', amount: 100 },
      ],
    );
    expect(openOf(ledger)).toEqual([10000]);
    expect(ledger.leftOut).toEqual({ invoices: 2, receipts: 1, unknownInvoices: 0 });
  });
});

describe('receivables', () => {
  it.each([
    [0, 0],
    [-5, 0],
    [1, 1],
    [30, 1],
    [31, 2],
    [60, 2],
    [61, 3],
    [90, 3],
    [91, 4],
    [180, 4],
    [181, 5],
  ])('%d days overdue stand in band %d', (days, band) => {
    expect(ageingBandOf(days, settings)).toBe(band);
  });

  it('takes the bands of the settings, and names them', () => {
    const own = settingsWith({ 'payment.ageingFirst': 15, 'payment.ageingSecond': 45 });
    expect([15, 16, 45, 46].map((days) => ageingBandOf(days, own))).toEqual([1, 2, 2, 3]);
    expect(ageingLabels(own).map(({ zh }) => zh)).toEqual([
      '未到期',
      '1–15天',
      '16–45天',
      '46–90天',
      '91–180天',
      '180天以上',
    ]);
    // Typed the wrong way round.
    const mixed = settingsWith({ 'payment.ageingFirst': 60, 'payment.ageingSecond': 30 });
    expect(ageingLabels(mixed)).toEqual(ageingLabels(settings));
  });

  it('computes DSO, best possible DSO and collection effectiveness', () => {
    expect(daysSalesOutstanding(120000, 1000000, 365)).toEqual(known(43.8));
    expect(daysSalesOutstanding(80000, 1000000, 365)).toEqual(known(29.2));
    expect(daysSalesOutstanding(1, 0, 365)).toEqual(missing({ reason: 'nothing-due' }));
    const cei = collectionEffectiveness(1000, 900, 1100, 800);
    expect(cei.known && cei.value).toBeCloseTo(0.727, 3);
    expect(collectionEffectiveness(0, 0, 0, 0)).toEqual(missing({ reason: 'nothing-due' }));
  });

  it('ages open invoices and reproduces DSO 43.8, 29.2 and 14.6 from them', () => {
    const { ledger, dataset } = ledgerOf([
      { client: 'C1', invoiceNo: '1', day: '2025-08-01', dueDay: '2025-09-01', amount: 880000, paidDay: '2025-09-01' },
      { client: 'C1', invoiceNo: '2', day: '2026-03-01', dueDay: '2026-04-01', amount: 40000 },
      { client: 'C1', invoiceNo: '3', day: '2026-06-01', dueDay: '2026-07-01', amount: 80000 },
      { client: 'C1', invoiceNo: '4', day: '2026-02-01', dueDay: '2026-03-01', amount: 7, disputed: true },
      { client: 'C2', invoiceNo: '5', dueDay: '2026-06-29', amount: 9 },
      { client: 'C2', invoiceNo: '6', amount: 5 },
    ]);
    const period = { from: day('2025-07-01'), to: asOf };
    const result = measureReceivables(ledger, tableOf(dataset, 'invoices'), dataset.sheets, period, settings);
    const [c1, c2] = result.clients;
    const near = (outcome: typeof c1 extends undefined ? never : NonNullable<typeof c1>['dso'], value: number): void =>
      expect(outcome.known && outcome.value).toBeCloseTo(value, 9);
    near(c1!.dso, 43.8);
    near(c1!.bestPossibleDso, 29.2);
    near(c1!.delinquentDays, 14.6);
    // Due 2026-04-01 is 90 days before the as-of day.
    expect(c1!.ageing).toEqual([8000000, 0, 0, 4000000, 0, 0]);
    expect(c1!.disputed).toBe(700);
    expect(c1!.overdue).toBe(4000000);
    expect(c2!.dueUnknown).toBe(500);
    expect(result.totals.open).toBe(12000000 + 900 + 500);
    expect(result.openItems).toBe(5);
    expect(result.collection.map(({ invoiceNo }) => invoiceNo)).toEqual(['2', '4', '5', '3', '6']);
    expect(result.collection[0]).toMatchObject({
      overdueDays: known(90),
      priority: 90 * 4000000,
      row: 3,
      sheet: '发票',
    });
    expect(result.collection[4]!.overdueDays).toEqual(missing({ reason: 'not-entered' }));
  });

  it('knows what was open when the period began', () => {
    const { ledger, dataset } = ledgerOf(
      [
        { client: 'C1', invoiceNo: '1', day: '2025-01-01', dueDay: '2025-02-01', amount: 1000 },
        { client: 'C1', invoiceNo: '2', day: '2026-01-01', dueDay: '2026-08-01', amount: 900 },
      ],
      [
        { client: 'C1', day: '2025-03-01', amount: 400, invoiceNo: '1' },
        { client: 'C1', day: '2025-09-01', amount: 500, invoiceNo: '1' },
      ],
    );
    const period = { from: day('2025-07-01'), to: asOf };
    const [c1] = measureReceivables(ledger, tableOf(dataset, 'invoices'), dataset.sheets, period, settings).clients;
    expect(c1!.opening).toBe(60000);
    expect(c1!.creditSales).toBe(90000);
    // (600 + 900 − 1000) / (600 + 900 − 900)
    expect(c1!.cei).toEqual(known(500 / 600));
  });

  it('takes the first day of the period for in it, the day before for before it', () => {
    const { ledger, dataset } = ledgerOf(
      [
        { client: 'C1', invoiceNo: '1', day: '2025-06-30', dueDay: '2025-07-30', amount: 1000 },
        { client: 'C1', invoiceNo: '2', day: '2025-07-01', dueDay: '2026-08-01', amount: 7300 },
      ],
      [
        { client: 'C1', day: '2025-06-30', amount: 300, invoiceNo: '1' },
        { client: 'C1', day: '2025-07-01', amount: 700, invoiceNo: '1' },
      ],
    );
    const period = { from: day('2025-07-01'), to: asOf };
    const [c1] = measureReceivables(ledger, tableOf(dataset, 'invoices'), dataset.sheets, period, settings).clients;
    // The 700 paid on the first day were open when it began.
    expect([c1!.opening, c1!.creditSales]).toEqual([70000, 730000]);
    // From 1 July to 30 June both counted: 365 days, and all that was sold on credit is open.
    expect(c1!.dso).toEqual(known(365));
  });
});
