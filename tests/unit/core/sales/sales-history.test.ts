import { tableOf } from '../../../../src/core/model/dataset';
import { known, missing } from '../../../../src/core/model/outcome';
import {
  amountOfMonths,
  amountOfYear,
  collectSalesHistory,
  HISTORY_MONTHS,
  orderDaysOfYear,
  quantityOfYear,
  type SalesHistory,
} from '../../../../src/core/sales/sales-history';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';

const asOf = day('2026-03-15');

type Sale = Omit<RowOf<'transactions'>, 'client'>;
type Return = Omit<RowOf<'returns'>, 'client'>;

/** The history of one client, `A`; a second, `B`, has what is written for it. */
function historyOf(
  sales: readonly Sale[],
  returns: readonly Return[] = [],
  others: readonly Sale[] = [],
): SalesHistory {
  const dataset = aDataset()
    .withClients([
      { code: 'A', name: '甲' },
      { code: 'B', name: '乙' },
    ])
    .withTransactions([
      ...sales.map((sale) => ({ ...sale, client: 'A' })),
      ...others.map((sale) => ({ ...sale, client: 'B' })),
    ])
    .withReturns(returns.map((one) => ({ ...one, client: 'A' })))
    .build();
  return collectSalesHistory(tableOf(dataset, 'transactions'), tableOf(dataset, 'returns'), 2, asOf);
}

const monthsOf = (history: SalesHistory): Record<number, number> =>
  Object.fromEntries(
    Array.from({ length: HISTORY_MONTHS }, (_, m) => [m, amountOfMonths(history, 0, m, 1)] as const).filter(
      ([, amount]) => amount !== 0,
    ),
  );

const daysOf = (history: SalesHistory, client = 0): number[] => [
  ...history.days.subarray(history.offsets[client], history.offsets[client]! + history.counts[client]!),
];

describe('rolling months of a client’s sales', () => {
  it('end on the as-of day: what is of that day counts, what is after it does not', () => {
    const history = historyOf([
      { day: '2026-03-16', amount: 1000 },
      { day: '2026-03-15', amount: 100 },
      { day: '2026-02-16', amount: 10 },
      { day: '2026-02-15', amount: 1 },
    ]);
    expect(monthsOf(history)).toEqual({ 0: 11_000, 1: 100 });
    expect(daysOf(history)).toEqual([day('2026-02-15'), day('2026-02-16'), day('2026-03-15')]);
  });

  it('are 30, and the year is the first twelve of them', () => {
    const history = historyOf([
      // The first day of month 11, the last of month 12; the first of month 29, and a day before all months.
      { day: '2025-03-16', amount: 5 },
      { day: '2025-03-15', amount: 7 },
      { day: '2023-09-16', amount: 11 },
      { day: '2023-09-15', amount: 13 },
    ]);
    expect(monthsOf(history)).toEqual({ 11: 500, 12: 700, 29: 1100 });
    expect(amountOfYear(history, 0)).toBe(500);
    expect(history.grossAmounts[0]).toBe(500);
    // An order-day however long ago; one of them in the year.
    expect(history.counts[0]).toBe(4);
    expect(orderDaysOfYear(history, 0)).toBe(1);
  });

  it('keep clients apart, and tell order-days of each', () => {
    const history = historyOf(
      [{ day: '2026-03-01', amount: 1 }],
      [],
      [
        { day: '2026-03-03', amount: 20 },
        { day: '2026-03-02', amount: 20 },
        { day: '2026-03-03', amount: 30 },
      ],
    );
    expect([amountOfYear(history, 0), amountOfYear(history, 1)]).toEqual([100, 7000]);
    expect(daysOf(history)).toEqual([day('2026-03-01')]);
    expect(daysOf(history, 1)).toEqual([day('2026-03-02'), day('2026-03-03')]);
  });
});

describe('what is an order-day', () => {
  it('is a sale, however small: 0.50 is no return', () => {
    const history = historyOf([{ day: '2026-03-01', amount: 0.5 }]);
    expect(daysOf(history)).toEqual([day('2026-03-01')]);
    expect([history.grossAmounts[0], history.returnAmounts[0]]).toEqual([50, 0]);
  });

  it('is not a return, a line of nothing, a cancelled line', () => {
    const history = historyOf([
      { day: '2026-03-01', amount: -2 },
      { day: '2026-03-02', amount: 0 },
      { day: '2026-03-03', amount: 9, cancelled: true },
      { day: '2026-03-04', amount: 4, isReturn: true },
    ]);
    expect(daysOf(history)).toEqual([]);
    expect(history.grossAmounts[0]).toBe(0);
    expect(history.returnAmounts[0]).toBe(600);
  });

  it('without an amount goes by the quantity', () => {
    const history = historyOf([
      { day: '2026-03-01', quantity: 5 },
      { day: '2026-03-02', quantity: -1 },
      { day: '2026-03-03', quantity: 0 },
      { day: '2026-03-04', amount: 1, quantity: 1 },
    ]);
    expect(daysOf(history)).toEqual([day('2026-03-01'), day('2026-03-04')]);
    expect(quantityOfYear(history, 0)).toEqual(known(5000));
  });
});

describe('the sheet of returns', () => {
  it('takes amounts off whatever their sign, up to as-of', () => {
    const history = historyOf(
      [{ day: '2026-03-01', amount: 100 }],
      [
        { day: '2026-03-15', amount: 3 },
        { day: '2026-03-16', amount: 50 },
        { day: '2026-02-15', amount: -4 },
        { day: '2025-03-15', amount: 8 },
        { day: '2023-09-16', amount: 16 },
        { day: '2023-09-15', amount: 32 },
        { day: '2026-03-02' },
      ],
    );
    expect(monthsOf(history)).toEqual({ 0: 9700, 1: -400, 12: -800, 29: -1600 });
    expect(history.returnAmounts[0]).toBe(700);
    expect(daysOf(history)).toEqual([day('2026-03-01')]);
  });
});

describe('quantities of a year', () => {
  it('are brought to one unit, and not added where units do not go together', () => {
    const tons = historyOf([
      { day: '2026-03-01', amount: 1, quantity: 2, unit: '吨' },
      { day: '2026-03-02', amount: 1, quantity: 500, unit: '公斤' },
      { day: '2025-03-15', amount: 1, quantity: 7, unit: '吨' },
    ]);
    // 2 t and 0.5 t; what is older than the year is left out.
    const kilograms = quantityOfYear(tons, 0);
    expect(kilograms.known && kilograms.value).toBe(2_500_000);
    const mixed = historyOf([
      { day: '2026-03-01', amount: 1, quantity: 2, unit: '吨' },
      { day: '2026-03-02', amount: 1, quantity: 500, unit: '箱' },
    ]);
    expect(quantityOfYear(mixed, 0)).toEqual(missing({ reason: 'mixed-units' }));
    expect(quantityOfYear(historyOf([{ day: '2026-03-01', amount: 1 }]), 0)).toEqual(
      missing({ reason: 'no-column', column: 'transactions.quantity' }),
    );
  });
});
