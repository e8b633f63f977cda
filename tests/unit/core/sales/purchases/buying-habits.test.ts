import { anAnalysis } from '../../../../support/analysis-builder';
import { aDataset, day, type RowOf } from '../../../../support/dataset-builder';
import type { BuyingHabit } from '../../../../../src/core/sales/purchases/buying-habits';

const asOf = '2026-06-30';

function habitsOf(rows: readonly RowOf<'transactions'>[]): ReadonlyMap<string, BuyingHabit> {
  const { analysis } = anAnalysis(aDataset().withTransactions(rows).build(), { asOf });
  if (!analysis.buyingHabits.known) throw new Error('there are sales');
  return new Map(analysis.buyingHabits.value.map((one) => [analysis.clients[one.client]!.code, one]));
}

/** Every seventh day from Monday 2026-05-04, six times, then Tuesday 2026-06-16. */
const weekly: readonly RowOf<'transactions'>[] = [
  { client: 'A', day: '2026-05-04', amount: 100, product: '料' },
  { client: 'A', day: '2026-05-11', amount: 300, product: '料' },
  { client: 'A', day: '2026-05-11', amount: 50, product: '粕' },
  { client: 'A', day: '2026-05-18', amount: 200, product: '料' },
  { client: 'A', day: '2026-05-25', amount: 250, product: '粕' },
  { client: 'A', day: '2026-06-01', amount: 220, product: '玉米' },
  { client: 'A', day: '2026-06-08', amount: 210, product: '麸' },
  { client: 'A', day: '2026-06-16', amount: 900, product: '料' },
  // None of these is a purchase of the last 12 months.
  { client: 'A', day: '2026-06-17', amount: -900, product: '料', isReturn: true },
  { client: 'A', day: '2026-06-18', amount: 5, product: '料', cancelled: true },
  { client: 'B', day: '2025-06-30', amount: 5 },
];

describe('buying habits', () => {
  it('are the usual interval, amount, products and weekday of the last 12 months', () => {
    const habits = habitsOf([...weekly, { client: 'C', day: '2025-07-01', amount: 7 }]);
    expect([...habits.keys()]).toEqual(['A', 'C']);
    const a = habits.get('A')!;
    expect(a.orderDays).toBe(7);
    // Gaps 7 7 7 7 7 8: the middle is 7; 16 June + 7.
    expect(a.interval).toEqual({ known: true, value: 7 });
    expect(a.nextDay).toEqual({ known: true, value: day('2026-06-23') });
    // 100 200 210 220 250 350 900
    expect(a.usualAmount).toEqual({ known: true, value: 22000 });
    expect(a.products).toEqual({
      known: true,
      value: [
        { product: '料', days: 4 },
        { product: '粕', days: 2 },
        { product: '玉米', days: 1 },
      ],
    });
    // Six of seven on a Monday.
    expect(a.weekday).toEqual({ known: true, value: 0 });
  });

  it('are unknown where there are too few orders', () => {
    const c = habitsOf([{ client: 'C', day: '2025-07-01', amount: 7 }]).get('C')!;
    expect(c).toMatchObject({
      orderDays: 1,
      interval: { known: false, why: { reason: 'too-few', have: 0, need: 3 } },
      nextDay: { known: false },
      usualAmount: { known: false, why: { reason: 'too-few', have: 1, need: 3 } },
      products: { known: false, why: { column: 'transactions.product' } },
      weekday: { known: false },
    });
  });
});
