import { contributionsOfRows, type RowContribution } from '../../../../src/core/changes/row-contributions';
import type { Snapshot } from '../../../../src/core/changes/snapshot';
import type { PeriodChoice } from '../../../../src/core/model/period';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';
import { aSnapshot } from './a-snapshot';

const range = (from: string, to: string): PeriodChoice => ({ kind: 'range', from: day(from), to: day(to) });
const JUNE = range('2026-06-01', '2026-06-30');
const MAY = { asOf: '2026-05-31', from: '2026-05-01', to: '2026-05-31' };

/** A snapshot that says so much of net sales and of the indicators. */
const then = (net: number, indicators: Readonly<Record<string, number>> = {}, stand: Partial<Snapshot> = MAY): Snapshot => {
  const { totals, ...rest } = aSnapshot(1, '2026-05-31', stand);
  return {
    ...rest,
    totals: { ...totals, netAmount: Math.round(net * 100) as never },
    indicators: Object.entries(indicators).map(([id, value]) => ({ id, value, numerator: 0, denominator: 0 })),
  };
}; // prettier-ignore
const rowsOf = (
  book: DatasetBuilder,
  before: Snapshot,
  period: PeriodChoice = JUNE,
  asOf = '2026-06-30',
): readonly RowContribution[] => {
  const dataset = book.build();
  return contributionsOfRows(dataset, anAnalysis(dataset, { asOf, period }).analysis, before);
};
const said = (rows: readonly RowContribution[]) => rows.map(({ cause, effect, place }) => [cause, effect, place?.row]);
const sales = (...lines: readonly (readonly [day: string, amount: number])[]): DatasetBuilder =>
  aDataset().withTransactions(lines.map(([on, amount], at) => ({ client: 'C1', day: on, amount, orderNo: `A${at}` })));

describe('the rows that changed net sales', () => {
  it('each say what they add, where they stand and when they were', () => {
    expect(rowsOf(sales(['2026-06-05', 12.5]), then(0))).toEqual([
      {
        figure: 'netSales',
        label: { zh: '净销售额', en: 'Net sales' },
        unit: 'amount',
        ...{ cause: 'entered', rows: 1, client: 0, day: day('2026-06-05'), place: { sheet: '交易', row: 2 } },
        ...{ numerator: 12.5, denominator: 0, byNumerator: 12.5, byDenominator: 0, effect: 12.5 },
      },
    ]);
  });

  it('leave out who counts both times, and count the first and the last day of each period', () => {
    const book = sales(['2026-04-30', 1], ['2026-05-01', 2], ['2026-05-31', 4], ['2026-06-01', 8], ['2026-06-30', 16], ['2026-07-01', 32]); // prettier-ignore
    expect(said(rowsOf(book, then(6)))).toEqual([['entered', 16, 6], ['entered', 8, 5], ['left', -4, 4], ['left', -2, 3]]); // prettier-ignore
    const both = range('2026-05-01', '2026-06-30');
    expect(said(rowsOf(book, then(6), both))).toEqual([['entered', 16, 6], ['entered', 8, 5]]); // prettier-ignore
  });

  it('of equal size stand the lowest on the sheet first', () => {
    const book = sales(['2026-06-02', 5], ['2026-05-03', 5], ['2026-06-04', 5]);
    expect(said(rowsOf(book, then(5)))).toEqual([['entered', 5, 4], ['left', -5, 3], ['entered', 5, 2]]); // prettier-ignore
  });

  it('are ten; the eleventh is the rest', () => {
    const lines = (n: number) => Array.from({ length: n }, (_, at) => ['2026-06-10', 100 - at] as const);
    expect(rowsOf(sales(...lines(10)), then(0)).map(({ cause }) => cause)).not.toContain('rest');
    const [rest] = rowsOf(sales(...lines(11)), then(0)).slice(10);
    expect(rest).toMatchObject({ cause: 'rest', rows: 1, client: -1, numerator: 90, denominator: 0, effect: 90 });
    const [two] = rowsOf(sales(...lines(12)), then(0)).slice(10);
    expect(two).toMatchObject({ cause: 'rest', rows: 2, effect: 179 });
    expect(two!.place).toBeUndefined();
  });

  it('are returns of their own sheet too', () => {
    const book = sales(['2026-06-05', 100]).withReturns([{ client: 'C2', day: '2026-06-09', amount: 30 }]);
    expect(rowsOf(book, then(0)).map(({ effect, place, client, day: on }) => [effect, place, client, on])).toEqual([
      [100, { sheet: '交易', row: 2 }, 0, day('2026-06-05')],
      [-30, { sheet: '退货', row: 2 }, 1, day('2026-06-09')],
    ]);
  });

  it('end with what was corrected since, from the hundredth of a unit on', () => {
    const corrected = rowsOf(sales(['2026-05-05', 7]), then(7.01)).at(-1)!;
    expect(corrected.effect).toBeCloseTo(-0.01, 9);
    expect({ ...corrected, effect: 0 }).toEqual({
      figure: 'netSales',
      label: { zh: '净销售额', en: 'Net sales' },
      unit: 'amount',
      ...{ cause: 'corrected', rows: 0, client: -1, numerator: 0, denominator: 0, byNumerator: 0, byDenominator: 0 },
      effect: 0,
    });
    expect(said(rowsOf(sales(['2026-05-05', 7]), then(7)))).toEqual([['left', -7, 2]]);
  });

  it('then were those up to its as-of day; of a range that was asked for, all', () => {
    // A year that was not over on 31 May: the order of 20 June was not known then.
    const year = { asOf: '2026-05-31', from: '2026-01-01', to: '2026-12-31' };
    const book = sales(['2026-03-01', 10], ['2026-06-20', 5]);
    const thisYear: PeriodChoice = { kind: 'year', year: 2026 };
    expect(said(rowsOf(book, then(10, {}, year), thisYear))).toEqual([['entered', 5, 3]]);
    expect(said(rowsOf(book, then(15, {}, year), range('2026-01-01', '2026-12-31')))).toEqual([]);
  });

  it('are none where a day of the snapshot cannot be read, amounts are not kept, or lines stayed in an engine', () => {
    const book = (): DatasetBuilder => sales(['2026-06-05', 12.5]);
    for (const stand of [{ asOf: '' }, { from: '' }, { to: '' }])
      expect(rowsOf(book(), then(0, {}, { ...MAY, ...stand }))).toEqual([]);
    const pieces = aDataset().withTransactions([{ client: 'C1', day: '2026-06-05', quantity: 3 }]);
    expect(rowsOf(pieces, then(90))).toEqual([]);
    const summed = aDataset().withTransactions([{ client: 'C1', day: '2026-06-05', amount: 3, lines: 4 }]);
    expect(rowsOf(summed, then(0))).toEqual([]);
  });
});

const line = (no: string, promised: string | undefined, late: number, rest: Partial<RowOf<'deliveries'>> = {}): RowOf<'deliveries'> => ({
  client: 'C1', deliveryNo: no, orderNo: no, orderDay: '2026-04-01', promisedDay: promised, shippedDay: promised ?? '2026-06-03',
  deliveredDay: promised === undefined ? '2026-06-03' : day(promised) + late, shippedQuantity: 10, damagedQuantity: 0, ...rest,
}); // prettier-ignore

describe('the rows that changed a rate', () => {
  const figure = (rows: readonly RowContribution[], id: string) => rows.filter((row) => row.figure === id);

  it('are tickets by their first line and the day they were due, and lines by the day they were shipped', () => {
    const book = aDataset().withDeliveries([
      line('T1', '2026-05-10', 0),
      line('T2', '2026-06-12', 0, { shippedDay: '2026-06-08', damagedQuantity: 1 }),
      line('T2', '2026-06-12', 0, { shippedDay: '2026-06-09', damagedQuantity: 3 }),
      // Without a promise, or cancelled, nothing is due.
      line('T4', undefined, 0, { shippedQuantity: undefined, damagedQuantity: undefined }),
      line('T5', '2026-06-14', 3, { cancelled: true }),
    ]);
    const rows = rowsOf(book, then(0, { K02: 1, K01: 0 }));
    expect(figure(rows, 'K02').map(({ cause, place, day: on, numerator, denominator }) => [cause, place?.row, on, numerator, denominator])).toEqual([
      ['entered', 3, day('2026-06-12'), 1, 1],
      ['left', 2, day('2026-05-10'), -1, -1],
    ]); // prettier-ignore
    // Shipped then 10, none damaged; now 20, 4 of them damaged.
    expect(figure(rows, 'K01').map(({ place, day: on, effect }) => [place?.row, on, effect])).toEqual([
      [4, day('2026-06-09'), 3 / 20],
      [3, day('2026-06-08'), 1 / 20],
      [2, day('2026-05-10'), 0],
    ]);
  });

  it('leave out rows that count as before, and are none where nothing was due then or is now', () => {
    const book = aDataset().withDeliveries([line('T1', '2026-05-10', 0), line('T2', '2026-06-12', 2)]);
    const both = range('2026-05-01', '2026-06-30');
    // 1 of 1, then 1 of 2: the late ticket alone, 0/2 above and −1 × 1/2 below.
    const rows = figure(rowsOf(book, then(0, { K02: 1 }), both), 'K02');
    expect(rows.map(({ place, cause, byNumerator, byDenominator }) => [place?.row, cause, byNumerator, byDenominator])).toEqual([[3, 'entered', 0, -0.5]]); // prettier-ignore
    const onlyJune = aDataset().withDeliveries([line('T2', '2026-06-12', 2)]);
    expect(figure(rowsOf(onlyJune, then(0, { K02: 1 })), 'K02')).toEqual([]);
    const onlyMay = aDataset().withDeliveries([line('T1', '2026-05-12', 2)]);
    expect(figure(rowsOf(onlyMay, then(0, { K02: 1 })), 'K02')).toEqual([]);
  });

  it('are those of figures that the snapshot has: each for itself', () => {
    const book = (): DatasetBuilder =>
      aDataset().withDeliveries([line('T1', '2026-05-10', 0), line('T2', '2026-06-12', 2, { damagedQuantity: 1 })]);
    const figures = (indicators: Readonly<Record<string, number>>): readonly string[] => [
      ...new Set(rowsOf(book(), then(0, indicators)).map((row) => row.figure)),
    ];
    expect(figures({})).toEqual([]);
    expect(figures({ K02: 1 })).toEqual(['K02']);
    expect(figures({ K01: 0 })).toEqual(['K01']);
    expect(figures({ K01: 0, K02: 1 })).toEqual(['K02', 'K01']);
  });
});
