import { tableOf } from '../../../../src/core/model/dataset';
import { isoOf } from '../../../../src/core/model/day';
import { known, missing } from '../../../../src/core/model/outcome';
import { measureRhythms, type Rhythm } from '../../../../src/core/sales/rhythm';
import {
  amountOfMonths,
  amountOfYear,
  collectSalesHistory,
  HISTORY_MONTHS,
  orderDaysOfYear,
  quantityOfYear,
  type SalesHistory,
} from '../../../../src/core/sales/sales-history';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';

const settings = settingsWith({});

function historyOf(
  rows: readonly RowOf<'transactions'>[],
  asOf: string,
  returns: readonly RowOf<'returns'>[] = [],
): SalesHistory {
  const dataset = aDataset().withTransactions(rows).withReturns(returns).build();
  return collectSalesHistory(
    tableOf(dataset, 'transactions'),
    tableOf(dataset, 'returns'),
    tableOf(dataset, 'clients').rows,
    day(asOf),
  );
}

const daysOf = (history: SalesHistory, client: number): string[] =>
  [...history.days.subarray(history.offsets[client]!, history.offsets[client]! + history.counts[client]!)].map((one) =>
    isoOf(one as never),
  );

/** Sales of one client so many days before the as-of day 2026-06-30. */
const sales = (client: string, ...ages: number[]): RowOf<'transactions'>[] =>
  ages.map((age) => ({ client, day: (day('2026-06-30') - age) as never, amount: 10 }));

const rhythmsOf = (
  rows: readonly RowOf<'transactions'>[],
  group: (client: number) => string = () => '',
): readonly Rhythm[] => measureRhythms(historyOf(rows, '2026-06-30'), group, settings);

describe('sales history', () => {
  it('merges the days of a client, in order, and keeps clients apart', () => {
    const history = historyOf(
      [
        { client: 'B', day: '2026-03-01', amount: 1 },
        { client: 'A', day: '2026-02-05', amount: 1 },
        { client: 'A', day: '2026-01-01', amount: 1 },
        { client: 'A', day: '2026-02-05', amount: 2 },
      ],
      '2026-06-30',
    );
    expect(daysOf(history, 1)).toEqual(['2026-01-01', '2026-02-05']);
    expect(daysOf(history, 0)).toEqual(['2026-03-01']);
  });

  it('takes returns off the amounts and not as order-days', () => {
    const history = historyOf(
      [
        { client: 'A', day: '2026-06-01', amount: 100 },
        { client: 'A', day: '2026-06-10', amount: -30, isReturn: true },
        { client: 'A', day: '2026-06-11', amount: -5 },
      ],
      '2026-06-30',
      [{ client: 'A', day: '2026-06-12', amount: 15 }],
    );
    expect(daysOf(history, 0)).toEqual(['2026-06-01']);
    expect(amountOfYear(history, 0)).toBe(5000);
    expect(history.grossAmounts[0]).toBe(10000);
    expect(history.returnAmounts[0]).toBe(5000);
  });

  it('cuts months that end on the as-of day', () => {
    const history = historyOf(
      [
        { client: 'A', day: '2026-03-15', amount: 1 },
        { client: 'A', day: '2026-02-16', amount: 2 },
        { client: 'A', day: '2026-02-15', amount: 4 },
        { client: 'A', day: '2025-03-16', amount: 8 },
        { client: 'A', day: '2025-03-15', amount: 16 },
        { client: 'A', day: '2023-09-16', amount: 32 },
        { client: 'A', day: '2023-09-15', amount: 64 },
      ],
      '2026-03-15',
    );
    expect(amountOfMonths(history, 0, 0, 1)).toBe(300);
    expect(amountOfMonths(history, 0, 1, 1)).toBe(400);
    expect(amountOfYear(history, 0)).toBe(1500);
    expect(amountOfMonths(history, 0, 12, 1)).toBe(1600);
    expect(amountOfMonths(history, 0, 0, HISTORY_MONTHS)).toBe(6300);
    expect(orderDaysOfYear(history, 0)).toBe(4);
  });

  it('leaves out cancelled lines, lines after as-of, and lines without client, day or amount', () => {
    const history = historyOf(
      [
        { client: 'A', day: '2026-01-01', amount: 1, cancelled: true },
        { client: 'A', day: '2026-07-01', amount: 1 },
        { client: 'A', day: '2026-01-02' },
        { client: 'A', amount: 1 },
        { day: '2026-01-03', amount: 1 },
      ],
      '2026-06-30',
    );
    expect(daysOf(history, 0)).toEqual([]);
    expect(amountOfYear(history, 0)).toBe(0);
  });

  it('adds quantities of one unit after conversion, and refuses to add different things', () => {
    const row = (unit: string | undefined, quantity: number): RowOf<'transactions'> => ({
      client: 'A',
      day: '2026-06-01',
      amount: 1,
      quantity,
      unit,
    });
    expect(quantityOfYear(historyOf([row('吨', 1.5), row('公斤', 20)], '2026-06-30'), 0)).toEqual(known(1520000));
    expect(quantityOfYear(historyOf([row('箱', 2), row(undefined, 3)], '2026-06-30'), 0)).toEqual(known(5000));
    const mixed = missing({ reason: 'mixed-units' });
    expect(quantityOfYear(historyOf([row('吨', 1), row('箱', 2)], '2026-06-30'), 0)).toEqual(mixed);
    expect(quantityOfYear(historyOf([row('吨', 1), row('公斤', 2), row(undefined, 2)], '2026-06-30'), 0)).toEqual(
      mixed,
    );
    expect(quantityOfYear(historyOf([{ client: 'A', day: '2026-06-01', amount: 1 }], '2026-06-30'), 0)).toEqual(
      missing({ reason: 'no-column', column: 'transactions.quantity' }),
    );
  });
});

describe('rhythm', () => {
  it('measures a client by its own gaps', () => {
    // Gaps 10, 10, 10; last order 35 days ago: more than 30 days and more than 2 × 10.
    const [late] = rhythmsOf(sales('A', 65, 55, 45, 35));
    expect(late).toMatchObject({
      basis: 'own',
      medianGap: known(10),
      variation: known(0),
      recency: known(35),
      overdueAfter: 30,
      lostAfter: 180,
      isOverdue: true,
      isLost: false,
    });
    expect(rhythmsOf(sales('A', 60, 50, 40, 30))[0]).toMatchObject({ isOverdue: false });
  });

  it('gives a slow buyer its time', () => {
    // Gaps 90, 90, 120: median 90, 90th percentile 114; lost after max(270, 180, 180).
    const [slow] = rhythmsOf(sales('A', 470, 380, 290, 170));
    expect(slow).toMatchObject({ medianGap: known(90), overdueAfter: 180, lostAfter: 270, isOverdue: false });
    expect(rhythmsOf(sales('A', 481, 391, 301, 181))[0]).toMatchObject({ isOverdue: true, isLost: false });
    expect(rhythmsOf(sales('A', 571, 481, 391, 271))[0]).toMatchObject({ isOverdue: false, isLost: true });
  });

  it('takes the 90th percentile and the longest gap where they are larger', () => {
    // Gaps 10, 10, 10, 200: P90 = 10 + 0.7 × 190 = 143; lost after 1.5 × 200.
    const [uneven] = rhythmsOf(sales('A', 280, 270, 260, 250, 50));
    expect(uneven!.overdueAfter).toBeCloseTo(143, 9);
    expect(uneven!.lostAfter).toBe(300);
  });

  it('borrows the middle of the industry, else of all, and says so', () => {
    const three = (client: string, gap: number): RowOf<'transactions'>[] => sales(client, 3 * gap, 2 * gap, gap, 0);
    const rows = [
      ...three('A', 10),
      ...three('B', 20),
      ...three('C', 60),
      ...three('D', 100),
      ...sales('E', 100),
      ...sales('F', 100, 40),
    ];
    const groups = ['feed', 'feed', 'feed', 'steel', 'feed', 'steel'];
    const rhythms = rhythmsOf(rows, (client) => groups[client]!);
    // Feed: middle of 10, 20, 60. All: middle of 10, 20, 60, 100.
    expect(rhythms[4]).toMatchObject({ basis: 'peers', medianGap: known(20), overdueAfter: 40, isOverdue: true });
    expect(rhythms[5]).toMatchObject({ basis: 'all', medianGap: known(40), overdueAfter: 80, isOverdue: false });
    expect(rhythms[4]!.reason.zh).toContain('参照');
    expect(rhythms[4]!.variation).toEqual(missing({ reason: 'too-few', have: 0, need: 3 }));
  });

  it('falls back to the least numbers of days where nobody has gaps enough', () => {
    expect(rhythmsOf(sales('A', 181))[0]).toMatchObject({ basis: 'floor', isLost: true });
    expect(rhythmsOf(sales('A', 180))[0]).toMatchObject({ isLost: false, isOverdue: true });
  });

  it('knows no days of a client who never ordered', () => {
    const [none] = rhythmsOf([{ client: 'A', day: '2026-06-01', amount: -5 }]);
    expect(none).toMatchObject({ orderDays: 0, isLost: false, isOverdue: false });
    expect(none!.lastDay).toEqual(missing({ reason: 'no-rows' }));
    expect(none!.recency).toEqual(missing({ reason: 'no-rows' }));
  });
});
