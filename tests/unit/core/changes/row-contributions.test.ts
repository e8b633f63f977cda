import fc from 'fast-check';
import { contributionsOfRows, type RowContribution } from '../../../../src/core/changes/row-contributions';
import { takeSnapshot, type Snapshot } from '../../../../src/core/changes/snapshot';
import type { Dataset } from '../../../../src/core/model/dataset';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';
import { seededRandom } from '../../../support/seeded-random';

const PERIOD = (from: string, to: string) => ({ kind: 'range', from: day(from), to: day(to) }) as const;

function snapshotAt(dataset: Dataset, from: string, to: string): Snapshot {
  const { analysis } = anAnalysis(dataset, { asOf: to, period: PERIOD(from, to) });
  const run = {
    number: 1,
    time: '',
    version: '1',
    settingsHash: '',
    dataHash: '',
    lang: 'zh',
    areGroups: false,
  } as const;
  return takeSnapshot(analysis, run);
}

const ticket = (no: string, promised: string, delivered: string, shipped = 10, damaged = 0): RowOf<'deliveries'> => ({
  client: 'C1',
  deliveryNo: no,
  orderNo: no,
  orderDay: '2026-04-01',
  promisedDay: promised,
  shippedDay: promised,
  deliveredDay: delivered,
  shippedQuantity: shipped,
  damagedQuantity: damaged,
});

/** May: T1 on time, T2 late. June: T3 on time, T4 on time, T5 late, 8 of 40 damaged. */
const dataset = aDataset()
  .withDeliveries([
    ticket('T1', '2026-05-10', '2026-05-09'),
    ticket('T2', '2026-05-20', '2026-05-22'),
    ticket('T3', '2026-06-05', '2026-06-05'),
    ticket('T4', '2026-06-06', '2026-06-06', 30, 1),
    ticket('T5', '2026-06-07', '2026-06-09', 40, 8),
  ])
  .withTransactions([
    { client: 'C1', day: '2026-05-10', amount: 100, orderNo: 'T1' },
    { client: 'C2', day: '2026-06-10', amount: 250.5, orderNo: 'T3' },
    { client: 'C2', day: '2026-06-11', amount: -50, orderNo: 'T9' },
  ])
  .build();
const then = snapshotAt(dataset, '2026-05-01', '2026-05-31');
const { analysis } = anAnalysis(dataset, { asOf: '2026-06-30', period: PERIOD('2026-06-01', '2026-06-30') });
const rows = contributionsOfRows(dataset, analysis, then);
const of = (figure: string): readonly RowContribution[] => rows.filter((row) => row.figure === figure);
const sum = (of: readonly RowContribution[], pick: (row: RowContribution) => number): number =>
  of.reduce((all, row) => all + pick(row), 0);

describe('the rows that changed a figure', () => {
  it('of net sales add what they add', () => {
    expect(of('netSales').map(({ cause, effect, place }) => [cause, effect, place])).toEqual([
      ['entered', 250.5, { sheet: '交易', row: 3 }],
      ['left', -100, { sheet: '交易', row: 2 }],
      ['entered', -50, { sheet: '交易', row: 4 }],
    ]);
  });

  it('of the on-time rate work through the numerator and the denominator, apart', () => {
    // Then 1 of 2; now 2 of 3. A late ticket that entered: 0/3 above, −0.5 × 1/3 below.
    const onTime = of('K02');
    const line = (no: number) => onTime.find(({ place }) => place?.row === no)!;
    expect([line(6).cause, line(6).byNumerator, line(6).byDenominator]).toEqual(['entered', 0, -0.5 / 3]);
    // On time and no longer counted: −1/3 above, +0.5/3 below.
    expect([line(2).cause, line(2).byNumerator, line(2).byDenominator]).toEqual(['left', -1 / 3, 0.5 / 3]);
    expect(sum(onTime, ({ effect }) => effect)).toBeCloseTo(2 / 3 - 1 / 2, 12);
  });

  it('of the damage rate weigh by quantity', () => {
    // Then 0 of 20, now 9 of 80: the row of 8 damaged makes 8/80, as the rate then was nought.
    const damage = of('K01');
    expect(damage[0]).toMatchObject({ place: { sheet: '发货', row: 6 }, numerator: 8, denominator: 40, effect: 0.1 });
    expect(sum(damage, ({ effect }) => effect)).toBeCloseTo(9 / 80, 12);
  });

  it('leave a line for data corrected since', () => {
    const wrong: Snapshot = {
      ...then,
      totals: { ...then.totals, netAmount: 90_00 as never },
      indicators: then.indicators.map((one) => (one.id === 'K02' ? { ...one, value: 0.25 } : one)),
    };
    const corrected = contributionsOfRows(dataset, analysis, wrong).filter(({ cause }) => cause === 'corrected');
    expect(corrected.map(({ figure, effect }) => [figure, effect])).toEqual([
      ['netSales', 10],
      ['K02', 0.25],
    ]);
  });

  it('add up to the change of each figure, ten and the rest, whatever the book', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = seededRandom(seed);
        const deliveries = Array.from({ length: 60 }, (_, at) => {
          const month = random.pick(['05', '06']);
          const due = random.whole(2, 28);
          const pad = (value: number): string => String(value).padStart(2, '0');
          return ticket(
            `T${random.whole(0, 50)}`,
            `2026-${month}-${pad(due)}`,
            `2026-${month}-${pad(Math.min(30, due + random.whole(-1, 2)))}`,
            random.whole(1, 900) / 10,
            random.whole(0, at % 5 === 0 ? 20 : 0) / 100,
          );
        });
        const sales = deliveries.map(({ orderNo, promisedDay }) => ({
          client: `C${random.whole(1, 4)}`,
          day: promisedDay!,
          amount: random.whole(-999, 99_999) / 100,
          orderNo: orderNo!,
        }));
        const book = aDataset().withDeliveries(deliveries).withTransactions(sales).build();
        const before = snapshotAt(book, '2026-05-01', '2026-05-31');
        const now = anAnalysis(book, { asOf: '2026-06-30', period: PERIOD('2026-06-01', '2026-06-30') }).analysis;
        const found = contributionsOfRows(book, now, before);
        for (const id of ['K02', 'K01']) {
          const own = found.filter(({ figure }) => figure === id);
          const is = now.indicators.find((one) => one.id === id)!.current.value;
          const was = before.indicators.find((one) => one.id === id)?.value;
          if (!is.known || was === undefined) continue;
          expect(sum(own, ({ effect }) => effect)).toBeCloseTo(is.value - was, 10);
          expect(own.filter(({ cause }) => cause !== 'rest').length).toBeLessThanOrEqual(11);
        }
        const change = (now.totals.netAmount - before.totals.netAmount) / 100;
        expect(
          sum(
            found.filter(({ figure }) => figure === 'netSales'),
            ({ effect }) => effect,
          ),
        ).toBeCloseTo(change, 6);
      }),
      { numRuns: 40 },
    );
  });
});
