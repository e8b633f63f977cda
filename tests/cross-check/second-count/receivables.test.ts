import { measurePaymentGround } from '../../../src/core/receivables/payment-ground';
import { pointsOfDays } from '../../../src/core/receivables/payment-index';
import { settleInvoices } from '../../../src/core/receivables/payments';
import { tableOf } from '../../../src/core/model/dataset';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { aDataset, day, type RowOf } from '../../support/dataset-builder';
import { seededRandom } from '../../support/seeded-random';
import { AS_OF, fen, figureOf, isoOfSerial, serial, sumOf } from './plain-book';

const asOf = serial(AS_OF);
const settings = DEFAULT_SETTINGS;
const CLIENTS = ['C1', 'C2', 'C3', 'C4'];

/** Definitions §6.1: points by days beyond terms, the corners and the middles between them. */
const VECTORS = [
  [-99, 100], [-30, 100], [-25, 95], [-20, 90], [-10, 85], [-1, 80.5], [0, 80], [7.5, 75], [15, 70], [18.5, 65], [22, 60],
  [26, 55], [30, 50], [45, 45], [60, 40], [75, 35], [90, 30], [105, 25], [120, 20], [150, 10], [179, 1 / 3], [180, 0], [999, 0],
] as const; // prettier-ignore

interface Invoice {
  readonly client: string;
  readonly no: string;
  readonly day: number;
  readonly due: number;
  readonly amount: number;
  readonly isDisputed: boolean;
  readonly promised: number | undefined;
  readonly row: number;
  open: number;
  readonly paid: { readonly amount: number; readonly day: number }[];
}

/** Receipts set against invoices the plain way: who is named first, then the oldest due; what is left is held. */
function settle(rows: readonly RowOf<'invoices'>[], receipts: readonly RowOf<'receipts'>[]) {
  const invoices = rows
    .map((row, at): Invoice => ({
      client: row.client!,
      no: row.invoiceNo!,
      day: serial(String(row.day)),
      due:
        row.dueDay === undefined
          ? serial(String(row.day)) + settings['payment.defaultTermDays']
          : serial(String(row.dueDay)),
      amount: fen(row.amount!),
      isDisputed: row.disputed === true,
      promised: row.promisedPaymentDay === undefined ? undefined : serial(String(row.promisedPaymentDay)),
      row: at + 2,
      open: fen(row.amount!),
      paid: [],
    }))
    .filter((one) => one.day <= asOf);
  const oldest = [...invoices].sort((a, b) => a.due - b.due || rows.findIndex(({ invoiceNo }) => invoiceNo === a.no) - rows.findIndex(({ invoiceNo }) => invoiceNo === b.no)); // prettier-ignore
  const held = new Map<string, number>();
  const take = (one: Invoice, money: number, on: number): number => {
    const part = Math.min(one.open, money);
    if (part > 0) {
      one.open -= part;
      one.paid.push({ amount: part, day: on });
    }
    return money - part;
  };
  const ordered = receipts
    .map((row, at) => ({ ...row, at, on: serial(String(row.day)), left: fen(row.amount!) }))
    .filter(({ on }) => on <= asOf)
    .sort((a, b) => a.on - b.on || a.at - b.at);
  for (const row of ordered) {
    const named = invoices.find((one) => one.client === row.client && one.no === row.invoiceNo);
    if (named) row.left = take(named, row.left, row.on);
  }
  for (const row of ordered) {
    for (const one of oldest) if (one.client === row.client && !one.isDisputed) row.left = take(one, row.left, row.on);
    held.set(row.client!, (held.get(row.client!) ?? 0) + row.left);
  }
  return { invoices, held };
}

function aLedger(seed: number) {
  const random = seededRandom(seed * 6007);
  const EDGES = [0, -1, 1, -30, -31, -60, -61, -90, -91, -364, -365, -730, -731].map((days) => asOf + days);
  const someDay = (from: number, to: number): string =>
    isoOfSerial(random.next() < 0.3 ? random.pick(EDGES) : asOf - random.whole(from, to));
  const invoices = Array.from({ length: random.whole(4, 40) }, (_, at): RowOf<'invoices'> => ({
    client: random.pick(CLIENTS),
    invoiceNo: `F${at}`,
    day: someDay(-2, 900),
    dueDay: random.next() < 0.9 ? someDay(-60, 850) : undefined,
    amount: random.pick([100, 250.5, random.whole(100, 99_999) / 100]),
    disputed: random.next() < 0.1,
    promisedPaymentDay: random.next() < 0.3 ? someDay(-20, 500) : undefined,
  })); // prettier-ignore
  const receipts = Array.from({ length: random.whole(2, 30) }, (): RowOf<'receipts'> => ({
    client: random.pick(CLIENTS.slice(0, 3)),
    day: someDay(-2, 800),
    amount: random.pick([100, 250.5, 80, random.whole(100, 99_999) / 100]),
    invoiceNo: random.next() < 0.4 ? `F${random.whole(0, 40)}` : '',
  })); // prettier-ignore
  const dataset = aDataset()
    .withClients(CLIENTS.map((code) => ({ code, name: code })))
    .withInvoices(invoices)
    .withReceipts(receipts)
    .build();
  return { invoices, receipts, dataset };
}

describe('what is owed, counted a second time', () => {
  it('points by days beyond terms', () => {
    for (const [days, points] of VECTORS) expect([days, pointsOfDays(days)]).toEqual([days, expect.closeTo(points, 9)]);
  });

  const books = Array.from({ length: 60 }, (_, at) => {
    const ledger = aLedger(at + 1);
    return { ...ledger, ours: figureOf(measurePaymentGround(ledger.dataset, day(AS_OF), settings))! };
  });
  const second = books.map(({ invoices, receipts }) => settle(invoices, receipts));

  it('each invoice is open for what the receipts have left', () => {
    books.forEach(({ dataset }, at) => {
      const ledger = settleInvoices(
        tableOf(dataset, 'invoices'),
        tableOf(dataset, 'receipts'),
        4,
        () => NaN,
        day(AS_OF),
        settings,
      );
      const found = Array.from(ledger.row, (row, one) => [row + 2, ledger.open[one], ledger.due[one]]);
      expect(found.sort((a, b) => a[0]! - b[0]!)).toEqual(
        second[at]!.invoices.map(({ row, open, due }) => [row, open, due]),
      );
      CLIENTS.forEach((code, client) => expect(ledger.advance[client]).toBe(second[at]!.held.get(code) ?? 0));
    });
  });

  it('by client: open, aged, disputed, sold on credit, opening, days of sales, effectiveness', () => {
    const YEAR = serial('2025-06-18');
    books.forEach(({ ours }, at) => {
      const of = (own: readonly Invoice[]) => {
        const plain = own.filter(({ isDisputed }) => !isDisputed);
        const waiting = plain.filter(({ open }) => open > 0);
        const late = ({ due }: Invoice): number => asOf - due;
        const between = (from: number, to: number): number =>
          sumOf(waiting.filter((one) => late(one) > from && late(one) <= to), ({ open }) => open); // prettier-ignore
        const open = sumOf(waiting, (one) => one.open);
        const sold = sumOf(plain.filter((one) => one.day >= YEAR), ({ amount }) => amount); // prettier-ignore
        const notDue = between(-Infinity, 0);
        const opening = sumOf(plain.filter((one) => one.day < YEAR), ({ amount, paid }) => amount - sumOf(paid.filter((part) => part.day < YEAR), (part) => part.amount)); // prettier-ignore
        const days = 365;
        const dso = sold > 0 ? (open / sold) * days : undefined;
        return {
          open,
          n: waiting.length,
          ageing: [notDue, between(0, 30), between(30, 60), between(60, 90), between(90, 180), between(180, Infinity)],
          overdue: open - notDue,
          disputed: sumOf(own.filter(({ isDisputed }) => isDisputed), (one) => one.open), // prettier-ignore
          sold,
          opening,
          dso: dso === undefined ? undefined : expect.closeTo(dso, 6),
          late: dso === undefined ? undefined : expect.closeTo(((open - notDue) / sold) * days, 6),
          cei:
            opening + sold - notDue > 0
              ? expect.closeTo((opening + sold - open) / (opening + sold - notDue), 9)
              : undefined,
        };
      };
      const figures = ({ clients, totals }: (typeof ours)['receivables']) =>
        [...clients, totals].map((one) => ({
          open: one.open,
          n: one.openInvoices,
          ageing: one.ageing,
          overdue: one.overdue,
          disputed: one.disputed,
          sold: one.creditSales,
          opening: one.opening,
          dso: figureOf(one.dso),
          late: figureOf(one.delinquentDays),
          cei: figureOf(one.cei),
        }));
      const { invoices } = second[at]!;
      expect({ at, found: figures(ours.receivables) }).toEqual({
        at,
        found: [...CLIENTS.map((code) => of(invoices.filter(({ client }) => client === code))), of(invoices)],
      });
      // What to collect first: days late times what is open; of equals the lower client, then the older invoice.
      const list = ours.receivables.collection;
      expect(list).toHaveLength(Math.min(1000, invoices.filter(({ open }) => open > 0).length));
      list.forEach((item, place) => {
        const one = invoices.find(({ row }) => row === item.row)!;
        const late = asOf - one.due;
        expect([
          item.open,
          item.invoiceNo,
          item.isDisputed,
          figureOf(item.overdueDays),
          item.isPromiseBroken,
          item.priority,
        ]).toEqual([
          ...[
            one.open,
            one.no,
            one.isDisputed,
            late,
            one.promised !== undefined && one.promised < asOf,
            late * one.open,
          ],
        ]);
        if (place > 0) expect(list[place - 1]!.priority).toBeGreaterThanOrEqual(item.priority);
      });
    });
  });

  it('by client: index, days late, on terms, oldest, broken promises, what is left out', () => {
    const FROM = serial('2024-06-18');
    const PROMISES = serial('2025-06-18');
    const known = new Set<boolean>();
    const said = new Set<string>();
    books.forEach(({ ours }, at) => {
      CLIENTS.forEach((code, client) => {
        const own = second[at]!.invoices.filter((one) => one.client === code);
        let [n, weights, points, days, inTime, oldest, broken, leftOut] = [0, 0, 0, 0, 0, 0, 0, 0];
        for (const one of own) {
          if (one.isDisputed) {
            leftOut++;
            continue;
          }
          const isOpenLate = one.open > 0 && one.due < asOf;
          const parts = [...one.paid, ...(isOpenLate ? [{ amount: one.open, day: asOf }] : [])];
          if (one.promised !== undefined && one.promised >= PROMISES && one.promised < asOf)
            if (sumOf(one.paid.filter((part) => part.day <= one.promised!), ({ amount }) => amount) < one.amount) broken++; // prettier-ignore
          if (isOpenLate) oldest = Math.max(oldest, asOf - one.due);
          const weight = sumOf(parts, ({ amount }) => amount);
          if (weight === 0 || (one.due < FROM && !isOpenLate)) {
            leftOut++;
            continue;
          }
          const late = sumOf(parts, ({ amount, day: on }) => amount * (on - one.due));
          n++;
          weights += weight;
          days += late;
          points += weight * pointsOfDays(late / weight);
          inTime += sumOf(one.paid.filter((part) => part.day <= one.due), ({ amount }) => amount); // prettier-ignore
        }
        const one = ours.behaviours[client]!;
        known.add(one.index.known);
        // In words: prompt and early, slow or risky and late; where the two part, neither is said.
        const [isPrompt, isEarly] = [points / weights >= 80, Math.round((days / weights) * 10) <= 0];
        const verdict =
          n < 3
            ? '样本不足'
            : isPrompt !== isEarly
              ? '付款有早有晚'
              : isPrompt
                ? '付款及时'
                : points / weights >= settings['payment.highRisk']
                  ? '付款偏慢'
                  : '付款高风险';
        said.add(verdict);
        expect(one.reason.zh.startsWith(verdict)).toBe(true);
        expect(one.reason.zh.includes('最长逾期')).toBe(n >= 3 && oldest > 0);
        expect({
          ...{
            at,
            code,
            n: one.scoredInvoices,
            scored: one.scoredAmount,
            broken: one.brokenPromises,
            leftOut: one.leftOut,
          },
          index: figureOf(one.index),
          days: figureOf(one.daysLate),
          onTerms: figureOf(one.paidOnTerms),
          oldest: figureOf(one.oldestOverdueDays),
        }).toEqual({
          ...{ at, code, n, scored: weights, broken, leftOut },
          index: n >= 3 ? expect.closeTo(points / weights, 8) : undefined,
          days: n > 0 ? expect.closeTo(days / weights, 8) : undefined,
          onTerms: n >= 3 ? expect.closeTo(inTime / weights, 9) : undefined,
          oldest: oldest > 0 ? oldest : undefined,
        });
      });
    });
    expect(known.size).toBe(2);
    expect(said.size).toBe(5);
  });
});
