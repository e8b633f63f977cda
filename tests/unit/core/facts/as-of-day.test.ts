import { lastDayKnown, resolveAsOf, resolveWindow } from '../../../../src/core/facts/analysis-window';
import { ClientCodes } from '../../../../src/core/facts/client-codes';
import { OrderIndex } from '../../../../src/core/facts/order-index';
import {
  bucketOf,
  IN_PERIOD,
  IN_PREVIOUS,
  monthsBetween,
  NEITHER,
  TimeSlots,
} from '../../../../src/core/facts/time-slots';
import { asDay, NO_DAY } from '../../../../src/core/model/day';
import { aDataset, day, textColumnOf, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';
import { aWindow } from '../../../support/delivery-facts';

const today = day('2026-06-30');

describe('the last day that is known', () => {
  const last = day('2026-05-01');
  it.each<[string, { last: number; known: number; later: number }, number | undefined]>([
    ['nothing', { last: NO_DAY, known: 0, later: 0 }, undefined],
    ['none later', { last, known: 1, later: 0 }, last],
    ['one of three later: no slip', { last, known: 3, later: 1 }, today],
    ['one of four later: a slip', { last, known: 4, later: 1 }, last],
    ['two of four later', { last, known: 4, later: 2 }, today],
    ['one in twenty later', { last, known: 100, later: 5 }, last],
    ['more than one in twenty', { last, known: 100, later: 6 }, today],
    ['all later', { last: NO_DAY, known: 2, later: 2 }, today],
  ])('%s', (_, days, expected) => {
    expect(lastDayKnown(days, today)).toBe(expected);
  });
});

describe('the as-of day', () => {
  const of = (builder: DatasetBuilder, basis?: object) => {
    const dataset = builder.build();
    return resolveAsOf((basis ? { ...dataset, basis } : dataset) as typeof dataset, today);
  };
  const sales = (...days: readonly (string | undefined)[]) =>
    aDataset().withTransactions(days.map((on) => ({ client: 'A', day: on, amount: 1 })));

  it('is the last of the sales, today included, slips and empty days aside', () => {
    expect(of(sales('2026-05-01', undefined, '2026-04-01'))).toBe(day('2026-05-01'));
    expect(of(sales('2026-06-30', '2026-04-01'))).toBe(today);
    expect(of(sales('2026-05-01', '2026-04-01', '2026-04-01', '2052-04-01'))).toBe(day('2026-05-01'));
    expect(of(sales('2026-05-01', '2026-04-01', '2052-04-01'))).toBe(today);
    expect(of(sales(undefined))).toBe(today);
  });

  it('counts a row as often as the lines that it stands for', () => {
    const row = (on: string, lines: number): RowOf<'transactions'> => ({ client: 'A', day: on, amount: 1, lines, dayBits: 1 }); // prettier-ignore
    expect(of(aDataset().withTransactions([row('2026-05-01', 20), row('2026-07-01', 1)]))).toBe(day('2026-05-01'));
    expect(of(aDataset().withTransactions([row('2026-05-01', 20), row('2026-07-01', 2)]))).toBe(today);
  });

  it('without sales is the last of what happened to a delivery', () => {
    for (const column of ['orderDay', 'shippedDay', 'deliveredDay'] as const)
      expect(of(aDataset().withDeliveries([{ [column]: '2026-05-05' }, { orderDay: '2026-01-01' }]))).toBe(day('2026-05-05'));
    expect(of(aDataset().withDeliveries([{ promisedDay: '2026-05-05' }]))).toBe(today);
  }); // prettier-ignore

  it('without both is the last that was billed, paid or received', () => {
    const invoice = { client: 'A', day: '2026-01-01', amount: 1 };
    expect(of(aDataset().withInvoices([{ ...invoice, dueDay: '2026-05-01' }]))).toBe(day('2026-01-01'));
    expect(of(aDataset().withInvoices([{ ...invoice, paidDay: '2026-03-01' }]))).toBe(day('2026-03-01'));
    expect(of(aDataset().withInvoices([invoice]).withReceipts([{ client: 'A', day: '2026-04-01', amount: 1 }]))).toBe(day('2026-04-01'));
    expect(of(sales('2026-02-01').withInvoices([invoice]).withReceipts([{ client: 'A', day: '2026-04-01', amount: 1 }]))).toBe(day('2026-02-01'));
  }); // prettier-ignore

  it('of sales that are invoices is what was billed', () => {
    const builder = () => sales('2026-02-01').withInvoices([{ client: 'A', day: '2026-03-01', amount: 1 }]);
    expect(of(builder(), { areSalesInvoices: true })).toBe(day('2026-03-01'));
    expect(of(sales('2026-02-01'), { areSalesInvoices: true })).toBe(today);
  });
});

describe('the first day of the data', () => {
  it('is of the first of a row’s days, where it stands for several lines', () => {
    const row = { client: 'A', day: '2026-05-20', amount: 1, lines: 2, dayBits: (1 << 19) | (1 << 2) };
    const { firstDay } = resolveWindow(aDataset().withTransactions([row]).build(), { kind: 'all' }, today);
    expect(firstDay).toBe(day('2026-05-03'));
    expect(resolveWindow(aDataset().build(), { kind: 'all' }, today)).toMatchObject({
      ...{ firstDay: undefined, period: { from: today, to: today } },
    });
  });
});

describe('slots of time', () => {
  const window = { ...aWindow('2026-05-10', '2026-06-10', '2026-06-15'), firstDay: day('2026-03-01') };
  // As many days before: from 8 April on.
  const days = ['2026-03-01', '2026-04-07', '2026-04-08', '2026-05-09', '2026-05-10', '2026-06-10', '2026-06-11', '2026-06-15', '2026-06-16']; // prettier-ignore

  it('are a month each, and more where a period begins or ends in it; only months with data', () => {
    const slots = new TimeSlots([undefined, Int32Array.from([...days.map(day), NO_DAY, day('1999-01-01')])], window);
    expect(slots.slots).toEqual([
      { month: 2026 * 12 + 2, year: 2026, bucket: NEITHER },
      { month: 2026 * 12 + 3, year: 2026, bucket: NEITHER },
      { month: 2026 * 12 + 3, year: 2026, bucket: IN_PREVIOUS },
      { month: 2026 * 12 + 4, year: 2026, bucket: IN_PREVIOUS },
      { month: 2026 * 12 + 4, year: 2026, bucket: IN_PERIOD },
      { month: 2026 * 12 + 5, year: 2026, bucket: IN_PERIOD },
      { month: 2026 * 12 + 5, year: 2026, bucket: NEITHER },
    ]);
    expect(days.map((on) => slots.of(day(on)))).toEqual([0, 1, 2, 3, 4, 5, 6, 6, -1]);
    expect([slots.of(day('2026-05-01')), slots.of(NO_DAY)]).toEqual([-1, -1]);
  });

  it('begin with the period or the one before where the data begin later', () => {
    const late = { ...window, firstDay: day('2026-06-01') };
    expect(new TimeSlots([Int32Array.of(day('2026-04-08'))], late).of(day('2026-04-08'))).toBe(0);
    const bare = { ...window, firstDay: undefined };
    expect(new TimeSlots([Int32Array.of(day('2026-04-08'))], bare).of(day('2026-04-08'))).toBe(0);
    expect(new TimeSlots([Int32Array.of(day('2026-04-07'))], bare).slots).toEqual([]);
  });

  it('have a bucket by the day, and months without a hole between', () => {
    expect(days.slice(1, 7).map((on) => bucketOf(window, asDay(day(on))))).toEqual([
      ...[NEITHER, IN_PREVIOUS, IN_PREVIOUS, IN_PERIOD, IN_PERIOD, NEITHER],
    ]);
    expect([monthsBetween(5, 7), monthsBetween(5, 5), monthsBetween(5, 4)]).toEqual([[5, 6, 7], [5], []]);
  });
});

describe('numbers of orders', () => {
  it('are of client and number; else of client and document; else of client and day', () => {
    const rows = ['X', 'X', '', '', '', '', 'Y'];
    const documents = ['', 'P', 'P', 'P', '', '', 'P'];
    const index = new OrderIndex({ orderNo: textColumnOf(rows), documentNo: textColumnOf(documents) }, 7);
    expect([index.basis, index.expected]).toEqual(['orderNo', 2]);
    const of = (row: number, client = 0, on = 100) => index.of(row, client, on);
    expect([of(0), of(1), of(2), of(3), of(4), of(5), of(6)]).toEqual([0, 0, 1, 1, 2, 2, 3]);
    expect([of(0, 1), of(2, 1), of(4, 1), of(4, 0, 101), of(5, 0, 100), index.size]).toEqual([4, 5, 6, 7, 2, 8]);
    expect([index.findByCode(0), index.findByCode(1), index.findByCode(2)]).toEqual([
      ...[{ client: 0, order: 0 }, { client: 0, order: 3 }, undefined],
    ]);
  }); // prettier-ignore

  it('of documents alone are told by these, and of neither by the day', () => {
    const documents = new OrderIndex({ documentNo: textColumnOf(['P', '', 'P']) }, 3);
    expect([documents.basis, documents.expected, documents.of(0, 0, 1), documents.of(1, 0, 1), documents.of(2, 0, 9)]).toEqual([
      ...['documentNo', 1, 0, 1, 0],
    ]);
    const days = new OrderIndex({}, 9);
    expect([days.basis, days.of(0, 0, 1), days.of(1, 0, 2), days.of(2, 0, 1), days.of(3, 1, 1), days.size]).toEqual(['day', 0, 1, 0, 2, 3]);
  }); // prettier-ignore

  it('of a code that several clients have are each their own', () => {
    const codes = new ClientCodes(2);
    const seen = [[5, 0], [6, 0], [7, 0], [5, 0], [6, 0], [5, 1], [7, 0]] as const; // prettier-ignore
    let next = 0;
    const numbers = seen.map(([client, code]) => {
      const number = codes.of(client, code, next);
      if (number === next) next++;
      return number;
    });
    expect(numbers).toEqual([0, 1, 2, 0, 1, 3, 2]);
    expect([codes.firstOf(0), codes.firstOf(1), codes.firstOf(9)]).toEqual([{ client: 5, number: 0 }, { client: 5, number: 3 }, undefined]); // prettier-ignore
  });
});
