import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';
import { seededRandom } from '../../../support/seeded-random';

const AS_OF = '2026-06-17';
const FROM = '2025-06-18';
const SERIAL = 86_400_000;
const isoOf = (serial: number): string => new Date(serial * SERIAL).toISOString().slice(0, 10);
const serialOf = (iso: string): number => Date.parse(iso) / SERIAL;
const valueOf = <T>(outcome: { readonly known: boolean; readonly value?: T; readonly why?: unknown }): unknown =>
  outcome.known ? outcome.value : (outcome.why as { reason: string }).reason;

/** Buyers of few things on few weekdays, some lines without an amount, cancelled, of nobody, returned, too old or too new. */
const random = seededRandom(19);
const CODES = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
const sales = CODES.flatMap((client, at): RowOf<'transactions'>[] => {
  const days = [2, 3, 4, 6, 7, 12, 30, 40][at]!;
  const start = serialOf(AS_OF) - random.whole(0, 60);
  return Array.from({ length: days }, (_, back) => {
    const on = start - 7 * back - (random.next() < 0.3 ? 1 : 0);
    return Array.from({ length: random.whole(1, 3) }, (): RowOf<'transactions'> => {
      const odd = random.next();
      return {
        client: odd < 0.02 ? undefined : client,
        day: odd > 0.97 ? isoOf(serialOf(AS_OF) + 1) : isoOf(on),
        amount: odd < 0.08 ? undefined : random.pick([10, 20, 30.5, 45]) * (odd > 0.9 ? -1 : 1),
        quantity: random.pick([0, 1, 2]),
        product: random.pick(['豆粕', '玉米', ' 玉米 ', '麸皮', '', '预混料']),
        isReturn: odd > 0.95 ? true : undefined,
        cancelled: odd > 0.08 && odd < 0.12,
      };
    });
  }).flat();
});
const edges: RowOf<'transactions'>[] = [
  { client: 'E1', day: FROM, amount: 5 },
  { client: 'E1', day: AS_OF, amount: 5 },
  { client: 'E2', day: '2025-06-17', amount: 5 },
  { client: 'E3', day: '2026-06-18', amount: 5 },
  { client: 'E4', day: '2026-06-01', amount: 0, quantity: 5 },
  { client: 'E5', day: '2026-06-01', quantity: 5 },
  // Three Mondays of six days are half of them; of seven they are not.
  ...['2026-05-04', '2026-05-11', '2026-05-18', '2026-05-19', '2026-05-20', '2026-05-21'].flatMap((on) => [
    { client: 'E6', day: on, amount: 5 },
    { client: 'E7', day: on, amount: 5 },
  ]),
  { client: 'E7', day: '2026-05-22', amount: 5 },
];
const rows = [...sales, ...edges];
const { analysis } = anAnalysis(aDataset().withTransactions(rows).build(), { asOf: AS_OF });

const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

describe('buying habits, counted a second time', () => {
  const codes = analysis.clients.map(({ code }) => code);
  const boughtBy = (code: string) =>
    rows
      .filter(({ client, cancelled, isReturn }) => client === code && !cancelled && !isReturn)
      .filter(({ amount, quantity }) => (amount === undefined ? (quantity ?? 0) > 0 : amount > 0))
      .map((row) => ({ ...row, day: String(row.day) }))
      .filter((row) => row.day <= AS_OF);

  it('of everybody who bought in twelve months', () => {
    if (!analysis.buyingHabits.known) throw new Error('there are sales');
    const found = analysis.buyingHabits.value;
    const buyers = codes.filter((code) => boughtBy(code).some((row) => row.day >= FROM));
    expect(found.map(({ client }) => codes[client])).toEqual(buyers);
    expect(buyers).toEqual(expect.arrayContaining(['E1', 'E5']));
    for (const one of found) {
      const all = boughtBy(codes[one.client]!);
      const own = all.filter((row) => row.day >= FROM);
      const days = [...new Set(own.map((row) => row.day))].sort();
      const ever = [...new Set(all.map((row) => row.day))].sort().map(serialOf);
      const gaps = ever.slice(1).map((on, at) => on - ever[at]!);
      const amounts = days.flatMap((on) => {
        const paid = own.filter((row) => row.day === on && row.amount !== undefined);
        return paid.length === 0 ? [] : [paid.reduce((sum, { amount }) => sum + Math.round(amount! * 100), 0)];
      });
      const products = [...new Set(own.map(({ product }) => (product ?? '').trim()))]
        .filter((product) => product !== '')
        .map((product) => ({
          product,
          days: new Set(own.filter((row) => (row.product ?? '').trim() === product).map((row) => row.day)).size,
        })) // prettier-ignore
        .sort((a, b) => b.days - a.days || (a.product < b.product ? -1 : 1))
        .slice(0, 3);
      const weekdays = Array.from({ length: 7 }, (_, at) => days.filter((on) => (new Date(on).getUTCDay() + 6) % 7 === at).length); // prettier-ignore
      const most = Math.max(...weekdays);
      const interval = gaps.length >= 3 ? middle(gaps) : undefined;
      expect({
        code: codes[one.client],
        orderDays: one.orderDays,
        lastDay: one.lastDay,
        interval: valueOf(one.interval),
        nextDay: valueOf(one.nextDay),
        usualAmount: valueOf(one.usualAmount),
        products: valueOf(one.products),
        weekday: valueOf(one.weekday),
      }).toEqual({
        code: codes[one.client],
        orderDays: days.length,
        lastDay: serialOf(days.at(-1)!),
        interval: interval ?? 'too-few',
        nextDay: interval === undefined ? 'nothing-due' : serialOf(days.at(-1)!) + Math.round(interval),
        usualAmount: amounts.length < 3 ? 'too-few' : Math.round(middle(amounts)),
        products,
        weekday: days.length < 6 ? 'too-few' : 2 * most >= days.length ? weekdays.indexOf(most) : 'nothing-due',
      });
    }
    expect(found.map(({ weekday }) => valueOf(weekday))).toContain('nothing-due');
  });

  it('name how many orders there were, where they are too few', () => {
    const { buyingHabits } = anAnalysis(
      aDataset()
        .withTransactions(['2026-06-01', '2026-06-02'].map((on) => ({ client: 'A', day: on, amount: 5 })))
        .build(),
      { asOf: AS_OF },
    ).analysis;
    const [one] = buyingHabits.known ? buyingHabits.value : [];
    const few = (have: number, need: number) => ({ known: false, why: { reason: 'too-few', have, need } });
    expect([one!.interval, one!.usualAmount, one!.weekday]).toEqual([few(1, 3), few(2, 3), few(2, 6)]);
    expect(valueOf(one!.products)).toBe('no-column');
  });

  it('expect nobody again who has stopped', () => {
    const { buyingHabits } = anAnalysis(
      aDataset()
        .withTransactions([1, 2, 3, 4].map((month) => ({ client: 'A', day: `2025-0${5 + month}-30`, amount: 5 })))
        .build(),
      { asOf: AS_OF },
    ).analysis;
    const [one] = buyingHabits.known ? buyingHabits.value : [];
    // The last of September: 260 days, more than 180 and than three months.
    expect([valueOf(one!.interval), valueOf(one!.nextDay)]).toEqual([31, 'nothing-due']);
  });

  it('need clients and days, and say so', () => {
    const of = (line: RowOf<'transactions'>) => {
      const found = anAnalysis(aDataset().withTransactions([line]).build(), { asOf: AS_OF }).analysis.buyingHabits;
      return found.known ? found.value.length : found.why;
    };
    expect(of({ client: 'A', day: '2026-06-01', amount: -5 })).toBe(0);
  });
});

describe('the months of clients, and the largest of a year', () => {
  const sale = (client: string, on: string, amount: number): RowOf<'transactions'> => ({ client, day: on, amount });

  it('have a row for each client with a line in the period, parts of a month at both ends', () => {
    const { clientMonths, months } = anAnalysis(
      aDataset()
        .withTransactions([
          sale('A', '2026-01-14', 1),
          sale('A', '2026-01-15', 2),
          sale('A', '2026-03-10', 4),
          sale('A', '2026-03-11', 8),
          sale('B', '2026-01-14', 16),
          sale('C', '2026-02-01', 32),
          sale('C', '2026-02-28', -32),
        ])
        .build(),
      { asOf: '2026-03-31', period: { kind: 'range', from: day('2026-01-15'), to: day('2026-03-10') } },
    ).analysis;
    expect(clientMonths).toEqual([
      { client: 0, amounts: [200, 0, 400] },
      { client: 2, amounts: [0, 0, 0] },
    ]);
    expect(months.map(({ isPartial }) => isPartial)).toEqual([true, false, true]);
  });

  it('are not partial where the period ends with them', () => {
    const { months } = anAnalysis(
      aDataset()
        .withTransactions([sale('A', '2026-01-14', 1)])
        .build(),
      {
        ...{ asOf: '2026-02-28', period: { kind: 'range', from: day('2026-01-01'), to: day('2026-02-28') } },
      } as const,
    ).analysis;
    expect(months.map(({ isPartial }) => isPartial)).toEqual([false, false]);
  });

  it('lists the five largest of each year, all that tie with the fifth, and nobody with nothing', () => {
    const year = (amounts: readonly number[]) =>
      anAnalysis(aDataset().withTransactions(amounts.map((amount, at) => sale(`C${at}`, '2026-01-05', amount))).build(), { asOf: AS_OF }).analysis.topFive; // prettier-ignore
    expect(year([9, 8, 7, 6, 5, 5, 4]).map(({ code, rank }) => `${rank} ${code}`)).toEqual([
      ...['1 C0', '2 C1', '3 C2', '4 C3', '5 C4', '5 C5'],
    ]);
    expect(
      year([1, 3, 0, -2]).map(({ code, rank, share, cumulativeShare }) => [code, rank, share, cumulativeShare]),
    ).toEqual([
      ['C1', 1, 0.75, 0.75],
      ['C0', 2, 0.25, 1],
    ]);
    expect(year([0])).toEqual([]);
  });

  it('tells years that are whole by the first month of the data and the day', () => {
    const years = (from: string, asOf: string) =>
      anAnalysis(aDataset().withTransactions([sale('A', from, 100), sale('A', '2025-05-05', 150), sale('A', '2026-01-01', 30)]).build(), { asOf }) // prettier-ignore
        .analysis.years.map(({ year, isPartial, growth }) => [year, isPartial, valueOf(growth)]);
    expect(years('2024-01-31', '2026-01-01')).toEqual([
      [2024, false, 'no-period-before'],
      [2025, false, 0.5],
      [2026, true, 'too-few'],
    ]);
    expect(years('2024-02-01', '2026-12-31')).toEqual([
      [2024, true, 'no-period-before'],
      [2025, false, 'too-few'],
      [2026, false, -0.8],
    ]);
  });
});
