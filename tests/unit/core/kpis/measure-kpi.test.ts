import { EXCLUDED, HIT, MISS, OUTSIDE, type Verdict } from '../../../../src/core/facts/verdict';
import type { Counting, KpiInputs } from '../../../../src/core/kpis/define-kpi';
import {
  addMeasured,
  divideMeasured,
  measureCounting,
  measureQuantile,
  measureSpread,
} from '../../../../src/core/kpis/measure-kpi';
import type { Measured } from '../../../../src/core/kpis/measured';
import { known, missing } from '../../../../src/core/model/outcome';
import { ratioOf, type Ratio } from '../../../../src/core/model/ratio';

const [MAY, JUNE, JULY] = [305, 306, 307];
/** Slots as a calendar has them: outside both, the period before, two months of the period. */
const SLOTS = [
  { month: MAY, year: 25, bucket: 0 },
  { month: MAY, year: 25, bucket: 2 },
  { month: JUNE, year: 25, bucket: 2 },
  { month: JUNE, year: 25, bucket: 1 },
  { month: JULY, year: 25, bucket: 1 },
] as const;
const [NONE, AFORE, BEFORE, FIRST, SECOND] = [0, 1, 2, 3, 4];
const NO_SLOT = -1;

interface Row {
  readonly slot: number;
  readonly client?: number;
  readonly region?: number;
  readonly rep?: number;
  readonly verdict?: Verdict;
  readonly sums?: readonly [number, number];
  readonly value?: number;
  readonly count?: number;
}

function inputsOf(rows: readonly Row[], slots: readonly (typeof SLOTS)[number][] = SLOTS): KpiInputs {
  const salesLines = {
    rows: rows.length,
    client: Int32Array.from(rows, ({ client }) => client ?? -1),
    regionOf: (row: number) => rows[row]!.region ?? 0,
    repOf: (row: number) => rows[row]!.rep ?? 0,
    ...(rows.some(({ count }) => count !== undefined) && { countAt: (row: number) => rows[row]!.count ?? 1 }),
    slotsBy: () => Int16Array.from(rows, ({ slot }) => slot),
  };
  return {
    lists: { slots, clients: 2, regionNames: ['', '北', '南'], repNames: ['', '李'], lists: { salesLines } },
  } as unknown as KpiInputs;
}
const share = (rows: readonly Row[]): Counting => ({
  over: 'salesLines',
  by: 'ordered',
  share: () => (row) => rows[row]!.verdict ?? HIT,
});
const sums = (rows: readonly Row[]): Counting => ({
  over: 'salesLines',
  by: 'ordered',
  sums: () => (row, tally) => {
    const { sums: found, verdict = HIT } = rows[row]!;
    // Only what a row adds is written: what the row before it left must be gone.
    if (found && found[0] !== 0) tally.numerator = found[0];
    if (found && found[1] !== 0) tally.denominator = found[1];
    return verdict;
  },
});

const short = ({ numerator, denominator, n, excluded }: Ratio): string =>
  `${numerator}/${denominator} of ${n}, ${excluded} left out`;
const trendOf = ({ trend }: Pick<Measured, 'trend'>): string[] =>
  trend.map(({ month, ratio }) => `${month}: ${short(ratio)}`);

describe('a share of rows', () => {
  const rows: readonly Row[] = [
    { slot: FIRST, client: 0, region: 1, rep: 1, verdict: HIT },
    { slot: FIRST, client: 0, region: 2, verdict: MISS },
    { slot: FIRST, client: 1, region: 1, verdict: EXCLUDED },
    { slot: FIRST, client: 1, region: 1, verdict: OUTSIDE },
    { slot: SECOND, client: 1, region: 1, rep: 1, verdict: HIT },
    { slot: SECOND, verdict: HIT },
    { slot: SECOND, verdict: EXCLUDED },
    { slot: BEFORE, client: 0, region: 1, rep: 1, verdict: HIT },
    { slot: AFORE, client: 0, verdict: MISS },
    { slot: BEFORE, client: 0, verdict: EXCLUDED },
    { slot: NONE, client: 0, verdict: HIT },
    { slot: NO_SLOT, client: 0, verdict: HIT },
  ];

  it('is counted in the period, the one before, and by month', () => {
    const found = measureCounting(inputsOf(rows), share(rows), false);
    expect(short(found.current)).toBe('3/4 of 4, 2 left out');
    expect(found.current.value).toEqual(known(0.75));
    expect(short(found.previous)).toBe('1/2 of 2, 1 left out');
    expect(trendOf(found)).toEqual([`${JUNE}: 1/2 of 2, 1 left out`, `${JULY}: 2/2 of 2, 1 left out`]);
    expect([found.byClient, found.byRegion, found.byRep]).toEqual([undefined, undefined, undefined]);
  });

  it('by client, region and rep is of the period; a row of nobody has a region and a rep all the same', () => {
    const { byClient, byRegion, byRep } = measureCounting(inputsOf(rows), share(rows), true);
    expect([0, 1].map((client) => short(byClient!.at(client)))).toEqual([
      '1/2 of 2, 0 left out',
      '1/1 of 1, 1 left out',
    ]);
    expect([0, 1, 2].map((region) => short(byRegion!.at(region)))).toEqual([
      '1/1 of 1, 1 left out',
      '2/2 of 2, 1 left out',
      '0/1 of 1, 0 left out',
    ]);
    expect([0, 1].map((rep) => short(byRep!.at(rep)))).toEqual(['1/2 of 2, 2 left out', '2/2 of 2, 0 left out']);
  });

  it('counts a row for as many as it stands for', () => {
    const many: readonly Row[] = [
      { slot: FIRST, client: 0, count: 3, verdict: HIT },
      { slot: FIRST, client: 0, count: 2, verdict: MISS },
      { slot: FIRST, client: 0, count: 4, verdict: EXCLUDED },
    ];
    const { current, byClient } = measureCounting(inputsOf(many), share(many), true);
    expect([short(current), short(byClient!.at(0))]).toEqual(['3/5 of 5, 4 left out', '3/5 of 5, 4 left out']);
  });

  it('has months in which rows were left out, and not those without any', () => {
    const few: readonly Row[] = [{ slot: SECOND, verdict: EXCLUDED }];
    expect(trendOf(measureCounting(inputsOf(few), share(few), false))).toEqual([`${JULY}: 0/0 of 0, 1 left out`]);
  });

  it('has nothing before where the data have no day before, and nothing due where no row has one', () => {
    const own: readonly Row[] = [{ slot: 0 }];
    const alone = measureCounting(inputsOf(own, [SLOTS[FIRST]!]), share(own), false);
    expect(alone.previous.value).toEqual(missing({ reason: 'no-period-before' }));
    const none: readonly Row[] = [{ slot: FIRST }];
    expect(measureCounting(inputsOf(none), share(none), false).previous.value).toEqual(
      missing({ reason: 'nothing-due' }),
    );
  });
});

describe('sums over rows', () => {
  const rows: readonly Row[] = [
    { slot: FIRST, client: 0, region: 1, sums: [1e16, 4] },
    { slot: FIRST, client: 0, region: 2, rep: 1, sums: [1, 0] },
    { slot: FIRST, client: 1, region: 1, sums: [-1e16, 2] },
    { slot: SECOND, client: 1, region: 1, sums: [2, 3] },
    { slot: SECOND, client: 1, region: 1, sums: [9, 9], verdict: EXCLUDED },
    { slot: SECOND, client: 1, region: 1, sums: [9, 9], verdict: OUTSIDE },
    { slot: BEFORE, client: 1, sums: [5, 2] },
    { slot: FIRST, sums: [0, 10] },
  ];

  it('are compensated, over months and groups, each row by itself', () => {
    const found = measureCounting(inputsOf(rows), sums(rows), true);
    expect(short(found.current)).toBe('3/19 of 5, 1 left out');
    expect(short(found.previous)).toBe('5/2 of 1, 0 left out');
    expect(trendOf(found)).toEqual([`${JUNE}: 1/16 of 4, 0 left out`, `${JULY}: 2/3 of 1, 1 left out`]);
    expect(short(found.byClient!.at(1))).toBe(`${2 - 1e16}/5 of 2, 1 left out`);
    expect(short(found.byRegion!.at(1))).toBe('2/9 of 3, 1 left out');
    expect(short(found.byRegion!.at(0))).toBe('0/10 of 1, 0 left out');
    expect(short(found.byRegion!.at(2))).toBe('1/0 of 1, 0 left out');
    expect(short(found.byRep!.at(1))).toBe('1/0 of 1, 0 left out');
  });
});

describe('a median of rows', () => {
  const rows: readonly Row[] = [
    { slot: SECOND, value: 9 },
    { slot: FIRST, value: 1 },
    { slot: SECOND, value: 3 },
    { slot: FIRST, value: NaN },
    { slot: FIRST },
    { slot: BEFORE, value: 7 },
    { slot: AFORE, value: 5 },
    { slot: NO_SLOT, value: 100 },
    { slot: NONE, value: 100 },
  ];
  const asked = { times: 0 };
  const spread = {
    over: 'salesLines',
    by: 'ordered',
    value: () => {
      asked.times++;
      return (row: number) => rows[row]!.value;
    },
  } as const;

  it('is of the values in the period, before it, and by month; what cannot be read is left out', () => {
    const found = measureSpread(inputsOf(rows), spread);
    expect(found.current).toEqual({ value: known(3), numerator: 3, denominator: 1, n: 3, excluded: 1 });
    expect(found.previous).toEqual({ value: known(6), numerator: 6, denominator: 1, n: 2, excluded: 0 });
    expect(trendOf(found)).toEqual([`${JUNE}: 1/1 of 1, 1 left out`, `${JULY}: 6/1 of 2, 0 left out`]);
  });

  it('stands beside another quantile of the same values, which are asked for once', () => {
    const inputs = inputsOf(rows);
    asked.times = 0;
    measureSpread(inputs, spread);
    // 1, 3, 9: nine tenths of the way.
    expect(measureQuantile(inputs, spread, 0.9).value).toEqual(known(3 + 0.8 * 6));
    expect(asked.times).toBe(1);
  });

  it('is of nothing where nothing has a value', () => {
    const none: readonly Row[] = [{ slot: FIRST, value: NaN }];
    const found = measureSpread(inputsOf(none), { ...spread, value: () => (row) => none[row]!.value });
    expect(found.current).toEqual(ratioOf(0, 0, 0, 1));
    expect(found.trend).toEqual([]);
  });
});

/** A figure by hand: numerator, denominator, counted, left out. */
const of = (...[numerator, denominator, n, excluded]: readonly [number, number, number, number]): Ratio => ratioOf(numerator, denominator, n, excluded); // prettier-ignore
const measured = (
  current: Ratio,
  previous: Ratio,
  months: Readonly<Record<number, Ratio>>,
  groups?: Ratio,
): Measured => ({
  current,
  previous,
  trend: Object.entries(months).map(([month, ratio]) => ({ month: Number(month), ratio })),
  ...(groups && { byClient: { at: () => groups }, byRegion: { at: () => groups }, byRep: { at: () => groups } }),
});

describe('one count over another', () => {
  it('is the numerator of the one over the denominator of the other, month by month', () => {
    const above = measured(of(3, 3, 3, 1), of(2, 2, 2, 0), { [JUNE]: of(3, 3, 3, 1) }, of(1, 1, 1, 0));
    const below = measured(of(9, 10, 11, 12), of(7, 8, 9, 1), { [JUNE]: of(4, 5, 6, 7), [JULY]: of(4, 5, 6, 7) }, of(2, 4, 4, 5)); // prettier-ignore
    const found = divideMeasured(above, below);
    expect([short(found.current), short(found.previous)]).toEqual(['3/10 of 11, 12 left out', '2/8 of 9, 1 left out']);
    expect(trendOf(found)).toEqual([`${JUNE}: 3/5 of 6, 7 left out`, `${JULY}: 0/5 of 6, 7 left out`]);
    expect([found.byClient, found.byRegion, found.byRep].map((groups) => short(groups!.at(0)))).toEqual([
      ...['1/4 of 4, 5 left out', '1/4 of 4, 5 left out', '1/4 of 4, 5 left out'],
    ]);
  });

  it('has groups only where both have', () => {
    const plain = measured(of(1, 1, 1, 0), of(1, 1, 1, 0), {});
    const grouped = measured(of(1, 1, 1, 0), of(1, 1, 1, 0), {}, of(1, 1, 1, 0));
    for (const [above, below] of [
      [plain, grouped],
      [grouped, plain],
      [plain, plain],
    ] as const)
      expect(Object.keys(divideMeasured(above, below))).toEqual(['current', 'previous', 'trend']);
  });
});

describe('two counts together', () => {
  const one = measured(of(1, 2, 3, 4), of(10, 20, 30, 40), { [JULY]: of(1, 2, 3, 4) });
  const other = measured(of(5, 6, 7, 8), of(1, 1, 1, 1), { [JUNE]: of(5, 6, 7, 8), [JULY]: of(1, 1, 1, 1) });

  it('are added, with the months of both in order', () => {
    const found = addMeasured(one, other, 1);
    expect([short(found.current), short(found.previous)]).toEqual([
      '6/8 of 10, 12 left out',
      '11/21 of 31, 41 left out',
    ]);
    expect(trendOf(found)).toEqual([`${JUNE}: 5/6 of 7, 8 left out`, `${JULY}: 2/3 of 4, 5 left out`]);
    expect(trendOf(addMeasured(other, one, 1))).toEqual(trendOf(found));
  });

  it('or the numerator of one is taken off, in the months of the other', () => {
    const found = addMeasured(one, other, -1);
    expect([short(found.current), short(found.previous)]).toEqual(['-4/2 of 3, 4 left out', '9/20 of 30, 40 left out']);
    expect(trendOf(found)).toEqual([`${JULY}: 0/2 of 3, 4 left out`]);
    expect(trendOf(addMeasured(other, one, -1))).toEqual([`${JUNE}: 5/6 of 7, 8 left out`, `${JULY}: 0/1 of 1, 1 left out`]); // prettier-ignore
  });
});
