import { tableOf } from '../../../../src/core/model/dataset';
import { known, missing } from '../../../../src/core/model/outcome';
import { measurePayments, pointsOfDays, type PaymentBehaviour } from '../../../../src/core/receivables/payment-index';
import { measurePaymentGround } from '../../../../src/core/receivables/payment-ground';
import { settleInvoices } from '../../../../src/core/receivables/payments';
import { settingsWith, type Settings } from '../../../../src/core/settings';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';

type Invoice = RowOf<'invoices'>;
const asOf = day('2026-06-30');

function payer(
  invoices: readonly Invoice[],
  receipts: readonly RowOf<'receipts'>[] = [],
  changes: Partial<Settings> = { 'payment.minInvoices': 1 },
): PaymentBehaviour {
  const dataset = aDataset().withInvoices(invoices).withReceipts(receipts).build();
  const settings = settingsWith(changes);
  const [billed, received] = [tableOf(dataset, 'invoices'), tableOf(dataset, 'receipts')];
  const rows = tableOf(dataset, 'clients').rows;
  return measurePayments(
    settleInvoices(billed, received, rows, () => NaN, asOf, settings),
    asOf,
    settings,
  )[0]!;
}
let numbers = 0;
/** Due on 1 March 2026 and paid so many days after it. */
const paid = (amount: number, late: number, more: Invoice = {}): Invoice => ({
  ...{ client: 'A', invoiceNo: `F${numbers++}`, day: '2026-01-01', dueDay: '2026-03-01', amount },
  ...{ paidDay: day('2026-03-01') + late, ...more },
});
const open = (dueDay: string | undefined, more: Invoice = {}): Invoice => ({
  ...{ client: 'A', invoiceNo: `F${numbers++}`, dueDay, amount: 100, ...more },
});

describe('points of days beyond terms', () => {
  it('are those of the chart at each of its points, and on the line between', () => {
    const chart = [[-31, 100], [-30, 100], [-25, 95], [-20, 90], [-10, 85], [0, 80], [15, 70], [22, 60], [26, 55], [30, 50], [45, 45], [60, 40], [90, 30], [105, 25], [120, 20], [150, 10], [180, 0], [181, 0]];
    expect(chart.map(([days]) => [days, Math.round(pointsOfDays(days!) * 1e9) / 1e9])).toEqual(chart);
  }); // prettier-ignore
});

describe('invoices that are scored', () => {
  it('are due in the last 24 months, or older and still open; those not due are left out', () => {
    const scored = (...invoices: readonly Invoice[]) => {
      const { scoredInvoices, leftOut } = payer(invoices);
      return [scoredInvoices, leftOut];
    };
    expect(scored(open('2024-07-01', { paidDay: '2024-07-05' }))).toEqual([1, 0]);
    expect(scored(open('2024-06-30', { paidDay: '2024-07-05' }))).toEqual([0, 1]);
    expect(scored(open('2024-06-30'))).toEqual([1, 0]);
    expect(scored(open('2026-06-29'))).toEqual([1, 0]);
    expect(scored(open('2026-06-30'))).toEqual([0, 1]);
    expect(scored(open(undefined))).toEqual([0, 1]);
    expect(scored(open('2026-07-30', { paidDay: '2026-06-20' }))).toEqual([1, 0]);
    expect(scored(open('2026-03-01', { paidAmount: 100 }))).toEqual([0, 1]);
    expect(scored(open(undefined, { paidDay: '2026-03-01' }))).toEqual([0, 1]);
    expect(scored(open('2026-03-01', { disputed: true }))).toEqual([0, 1]);
    // A credit note takes all of it: there is nothing to pay.
    const number = 'G1';
    expect(scored(open('2026-03-01', { invoiceNo: number }), open(undefined, { invoiceNo: number, amount: -100 }))).toEqual([0, 0]);
  }); // prettier-ignore

  it('count by what was paid when: a part on the day, a part late, the rest open until as-of', () => {
    const invoice = open('2026-06-10', { invoiceNo: 'P' });
    const parts = [
      { client: 'A', invoiceNo: 'P', day: '2026-06-10', amount: 50 },
      { client: 'A', invoiceNo: 'P', day: '2026-06-20', amount: 30 },
    ];
    const found = payer([invoice], parts);
    // 50 in time, 30 ten days late, 20 twenty days so far: 7 days on the whole, 80 − 7 × 10 / 15 points.
    expect(found).toMatchObject({
      scoredInvoices: 1,
      scoredAmount: 10_000,
      daysLate: known(7),
      paidOnTerms: known(0.5),
    });
    expect(found.index.known && found.index.value).toBeCloseTo(80 - 70 / 15, 9);
    expect(found.oldestOverdueDays).toEqual(known(20));
  });

  it('weigh by their amounts, over all of the client', () => {
    const found = payer([paid(100, 0), paid(300, 30)]);
    expect(found).toMatchObject({ scoredAmount: 40_000, daysLate: known(22.5), index: known((80 + 3 * 50) / 4) });
    expect(found.paidOnTerms).toEqual(known(0.25));
    expect(found.oldestOverdueDays).toEqual(missing({ reason: 'nothing-due' }));
  });

  it('must be three; mean days are said of fewer', () => {
    const few = payer([paid(100, 4), paid(100, 6)], [], {});
    const tooFew = missing({ reason: 'too-few', have: 2, need: 3 });
    expect(few).toMatchObject({ index: tooFew, paidOnTerms: tooFew, daysLate: known(5) });
    expect(payer([paid(1, 0), paid(1, 0), paid(1, 0)], [], {}).index).toEqual(known(80));
  });

  it('tell the longest overdue, not the last', () => {
    expect(payer([open('2026-06-01'), open('2026-03-01'), open('2026-05-01')]).oldestOverdueDays).toEqual(known(121));
    expect(payer([open('2026-03-01', { disputed: true })]).oldestOverdueDays.known).toBe(false);
    expect(payer([open('2026-06-29')]).oldestOverdueDays).toEqual(known(1));
  });
});

describe('broken promises', () => {
  it.each<[string, Invoice, number]>([
    ['of yesterday', { promisedPaymentDay: '2026-06-29' }, 1],
    ['of today', { promisedPaymentDay: '2026-06-30' }, 0],
    ['of the first day of the twelve months', { promisedPaymentDay: '2025-07-01' }, 1],
    ['of the day before', { promisedPaymentDay: '2025-06-30' }, 0],
    ['kept on the day', { promisedPaymentDay: '2026-05-01', paidDay: '2026-05-01' }, 0],
    ['kept a day late', { promisedPaymentDay: '2026-05-01', paidDay: '2026-05-02' }, 1],
    ['kept on a day that nobody wrote', { promisedPaymentDay: '2026-05-01', paidAmount: 100 }, 0],
    ['kept but for a fen', { promisedPaymentDay: '2026-05-01', paidDay: '2026-04-01', paidAmount: 99.99 }, 1],
    ['of an invoice in dispute', { promisedPaymentDay: '2026-05-01', disputed: true }, 0],
  ])('%s', (_, more, broken) => {
    expect(payer([open('2026-03-01', more)]).brokenPromises).toBe(broken);
  });

  it('are none of what a credit note took off', () => {
    const rows = [
      open('2026-03-01', { invoiceNo: 'P', promisedPaymentDay: '2026-05-01', paidDay: '2026-04-01', paidAmount: 60 }),
      open(undefined, { invoiceNo: 'P', amount: -40 }),
    ];
    expect(payer(rows).brokenPromises).toBe(0);
  });
});

describe('the words for how a client pays', () => {
  const words = (invoices: readonly Invoice[], changes: Partial<Settings> = {}): string =>
    payer(invoices, [], { 'payment.minInvoices': 1, ...changes }).reason.zh;

  it.each<[string, readonly Invoice[], RegExp]>([
    ['on the day', [paid(100, 0)], /^付款及时；平均提前 0(\.0)? 天，按期付款占 100/],
    ['early', [paid(100, -5)], /^付款及时；平均提前 5(\.0)? 天/],
    ['a twentieth of a day late', [paid(95, 0), paid(5, 1)], /^付款偏慢；平均超期 0\.1 天，按期付款占 95/],
    ['less than that late', [paid(97, 0), paid(3, 1)], /^付款有早有晚；平均超期 0/],
    ['fifteen days late', [paid(100, 15)], /^付款偏慢；平均超期 15(\.0)? 天，按期付款占 0/],
    ['thirty days late', [paid(100, 30)], /^付款偏慢/],
    ['thirty-one days late', [paid(100, 31)], /^付款高风险/],
    ['early with one very late', [paid(800, -10), paid(100, 75)], /^付款有早有晚；平均提前 0\.6 天/],
  ])('%s', (_, invoices, text) => {
    expect(words(invoices)).toMatch(text);
  });

  it('say neither where the index is good and the days are late', () => {
    expect(words([paid(100, 5)], { 'payment.prompt': 75 })).toMatch(/^付款有早有晚；平均超期 5/);
  });

  it('name the longest overdue where there is one, and how many invoices', () => {
    expect(words([paid(100, 0), open('2026-06-20')])).toMatch(/（2 张发票）；最长逾期 10 天$/);
    expect(words([paid(100, 0)])).toMatch(/（1 张发票）$/);
  });

  it('say that there are too few', () => {
    expect(words([paid(100, 0)], { 'payment.minInvoices': 3 })).toBe('样本不足：可评分发票 1 张，至少 3 张');
  });
});

describe('what stands on invoices and receipts', () => {
  const settings = settingsWith({});
  const bill: Invoice = { client: 'A', invoiceNo: '1', day: '2026-01-01', dueDay: '2026-03-01', amount: 100 };

  it('is nothing without invoices, nor without any payment', () => {
    const ground = (rows: readonly Invoice[]) => measurePaymentGround(aDataset().withInvoices(rows).build(), asOf, settings);
    expect(ground([])).toEqual(missing({ reason: 'no-sheet', sheet: 'invoices' }));
    expect(ground([bill])).toEqual(missing({ reason: 'no-sheet', sheet: 'receipts' }));
    expect(ground([bill, { ...bill, paidDay: '2026-03-01' }]).known).toBe(true);
    expect(ground([bill, { ...bill, paidAmount: 1 }]).known).toBe(true);
    const received = aDataset().withInvoices([bill]).withReceipts([{ client: 'A', day: '2026-03-01', amount: 1 }]);
    expect(measurePaymentGround(received.build(), asOf, settings).known).toBe(true);
  }); // prettier-ignore

  it('of a list of open items tells how late a client is, and nothing of how it pays', () => {
    const rows = [bill, bill, bill, { ...bill, invoiceNo: '2', promisedPaymentDay: '2026-05-01' }].map((row, at) => ({ ...row, invoiceNo: String(at) }));
    const dataset = { ...aDataset().withInvoices([...rows, { ...bill, invoiceNo: '9', paidAmount: 100 }]).build(), basis: { areInvoicesOpenOnly: true as const } };
    const ground = measurePaymentGround(dataset, asOf, settings);
    if (!ground.known) throw new Error('payments are kept');
    const unknown = missing({ reason: 'no-column', column: 'invoices.paidDay' });
    expect(ground.value.behaviours[0]).toMatchObject({
      ...{ index: unknown, daysLate: unknown, paidOnTerms: unknown, scoredInvoices: 0, scoredAmount: 0 },
      // Four that would have been scored, and the one paid on an unknown day.
      ...{ oldestOverdueDays: known(121), brokenPromises: 1, leftOut: 5 },
    });
    expect(ground.value.behaviours[0]!.reason.zh).toMatch(/^只有未清项/);
    const noDays = missing({ reason: 'no-column', column: 'invoices.amount' });
    expect(ground.value.receivables.totals).toMatchObject({
      ...{ open: 40_000, dso: noDays, bestPossibleDso: noDays, delinquentDays: noDays, cei: noDays },
    });
  }); // prettier-ignore
});
