import fc from 'fast-check';
import { analyse } from '../../../src/core/analyse';
import type { Analysis } from '../../../src/core/analysis';
import { dayOf } from '../../../src/core/model/day';
import { settingsWith, type Settings } from '../../../src/core/settings';
import { allFigures } from '../../support/all-figures';
import { aDataset, type RowOf } from '../../support/dataset-builder';
import { seededRandom } from '../../support/seeded-random';

const FIRST = dayOf(2024, 1, 1);
const LAST = dayOf(2025, 12, 31);
const CLIENTS = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'];

const clientRows = CLIENTS.map((code, at) => ({ code, name: `客户${at}`, region: at % 3 === 0 ? '华东' : '华北' }));

const salesLine: fc.Arbitrary<RowOf<'transactions'>> = fc.record({
  client: fc.constantFrom(...CLIENTS),
  day: fc.integer({ min: FIRST, max: LAST }),
  amount: fc.oneof(
    fc.integer({ min: -20_000, max: 100_000 }).map((fen) => fen / 100),
    fc.double({ min: 0.001, max: 5000, noNaN: true }),
  ),
  quantity: fc.integer({ min: 0, max: 50 }),
  orderNo: fc.constantFrom('S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8'),
  cancelled: fc.boolean(),
});
const deliveryLine: fc.Arbitrary<RowOf<'deliveries'>> = fc.record({
  client: fc.constantFrom(...CLIENTS),
  orderNo: fc.constantFrom('S1', 'S2', 'S3', 'S4'),
  orderDay: fc.integer({ min: FIRST, max: LAST }),
  promisedDay: fc.option(fc.integer({ min: FIRST, max: LAST }), { nil: undefined }),
  deliveredDay: fc.option(fc.integer({ min: FIRST, max: LAST }), { nil: undefined }),
  orderedQuantity: fc.integer({ min: 1, max: 9 }),
  deliveredQuantity: fc.option(fc.double({ min: 0, max: 9, noNaN: true }), { nil: undefined }),
  damagedQuantity: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
});
const book = fc.record({
  sales: fc.array(salesLine, { maxLength: 60 }),
  deliveries: fc.array(deliveryLine, { maxLength: 40 }),
});
type Book = typeof book extends fc.Arbitrary<infer B> ? B : never;
const rule = fc.constantFrom<Settings['tier.rule']>('midpoint', 'up', 'down', 'count', 'abc');

function analyseBook({ sales, deliveries }: Book, changes: Partial<Settings> = {}): Analysis {
  const dataset = aDataset().withClients(clientRows).withTransactions(sales).withDeliveries(deliveries).build();
  return analyse(dataset, {
    today: LAST,
    asOf: LAST,
    period: { kind: 'year', year: 2025 },
    settings: settingsWith(changes),
  });
}

/** Lists that point back to rows carry the row's place, which another order of rows changes. */
const withoutPlaces = (analysis: Analysis): unknown =>
  JSON.parse(
    JSON.stringify(analysis, (key, value: unknown) =>
      key === 'incidents' || key === 'openOrders' || key === 'row' ? undefined : value,
    ),
  );

describe('laws of the analysis', () => {
  it('one tier a client with a transaction, none without', () => {
    fc.assert(
      fc.property(book, rule, (data, tierRule) => {
        const { clients, tiers } = analyseBook(data, { 'tier.rule': tierRule });
        for (const { lines, tier } of clients) expect(tier.known).toBe(lines > 0 && tiers.total > 0);
        const tiered = clients.filter(({ tier }) => tier.known).length;
        expect(tiers.tiers.reduce((sum, { clients: n }) => sum + n, 0)).toBe(tiered);
        // Those who bought nothing: who bought for 0 has no tier either, but did trade.
        expect(tiers.untiered).toBe(clients.filter(({ lines }) => lines === 0).length);
      }),
      { numRuns: 30 },
    );
  });

  it('a larger amount never has a lower tier', () => {
    fc.assert(
      fc.property(book, rule, (data, tierRule) => {
        const ranked = analyseBook(data, { 'tier.rule': tierRule })
          .clients.flatMap(({ tier, netAmount }) => (tier.known ? [{ tier: tier.value, netAmount }] : []))
          .sort((a, b) => b.netAmount - a.netAmount);
        ranked.slice(1).forEach((one, at) => {
          expect(one.tier).toBeGreaterThanOrEqual(ranked[at]!.tier);
          if (one.netAmount === ranked[at]!.netAmount) expect(one.tier).toBe(ranked[at]!.tier);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('the order of rows changes nothing', () => {
    fc.assert(
      fc.property(book, fc.nat(), (data, seed) => {
        const random = seededRandom(seed);
        const shuffled = { sales: random.shuffle(data.sales), deliveries: random.shuffle(data.deliveries) };
        expect(withoutPlaces(analyseBook(shuffled))).toEqual(withoutPlaces(analyseBook(data)));
      }),
      { numRuns: 30 },
    );
  });

  it('the currency unit changes no rank, tier or level', () => {
    const cents = salesLine.map((line) => ({ ...line, amount: Math.round(line.amount! * 100) / 100 }));
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 40 }), rule, fc.constantFrom(1000, 100), (sales, tierRule, factor) => {
        const labels = (scale: number) =>
          analyseBook(
            { sales: sales.map((line) => ({ ...line, amount: line.amount * scale })), deliveries: [] },
            { 'tier.rule': tierRule },
          ).clients.map(({ tier, rank, pyramid }) => [tier, rank, pyramid]);
        expect(labels(factor)).toEqual(labels(1));
      }),
      { numRuns: 30 },
    );
  });

  it('shares add to 1', () => {
    fc.assert(
      fc.property(book, (data) => {
        const { clients, tiers, distribution, deliveryClasses } = analyseBook(data);
        const sum = (shares: readonly { readonly known: boolean; readonly value?: number }[]): number =>
          shares.reduce((total, share) => total + (share.known ? share.value! : 0), 0);
        if (tiers.total > 0) {
          expect(sum(clients.map(({ share }) => share))).toBeCloseTo(1, 9);
          expect(sum(tiers.tiers.map(({ shareOfAmount }) => shareOfAmount))).toBeCloseTo(1, 9);
          expect(sum(tiers.tiers.map(({ shareOfClients }) => shareOfClients))).toBeCloseTo(1, 9);
        }
        for (const year of [2024, 2025]) {
          const rows = distribution.byRegion.filter((row) => row.year === year && row.share.known);
          if (rows.length > 0) expect(sum(rows.map(({ share }) => share))).toBeCloseTo(1, 9);
        }
        if (deliveryClasses.known && deliveryClasses.value.n > 0) {
          expect(sum(Object.values(deliveryClasses.value.shares))).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('every line is accounted for, once', () => {
    fc.assert(
      fc.property(book, (data) => {
        for (const { read, used, rejected, outOfPeriod, cancelled } of analyseBook(data).accounts) {
          expect(used + rejected + outOfPeriod + cancelled).toBe(read);
          expect(Math.min(used, rejected, outOfPeriod, cancelled)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('an unrelated client changes no other client’s own amounts', () => {
    fc.assert(
      fc.property(book, fc.array(salesLine, { minLength: 1, maxLength: 10 }), (data, more) => {
        const own = (analysis: Analysis) =>
          analysis.clients
            .slice(0, CLIENTS.length)
            .map(({ netAmount, grossAmount, returnAmount, quantity, orders, lines, firstDay, lastDay }) => [
              [netAmount, grossAmount, returnAmount, quantity.known && quantity.value, orders],
              [lines, firstDay, lastDay],
            ]);
        const strangers = more.map((line) => ({ ...line, client: 'X' }));
        expect(own(analyseBook({ ...data, sales: [...data.sales, ...strangers] }))).toEqual(own(analyseBook(data)));
      }),
      { numRuns: 30 },
    );
  });

  it('no figure is NaN or infinite', () => {
    fc.assert(
      fc.property(book, rule, (data, tierRule) => {
        const visit = (value: unknown): void => {
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
          else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
        };
        visit(allFigures(analyseBook(data, { 'tier.rule': tierRule })));
      }),
      { numRuns: 30 },
    );
  });

  it('orders on time are never more than orders due, and OTIF never above either part', () => {
    fc.assert(
      fc.property(book, (data) => {
        const { indicators } = analyseBook(data);
        const of = (id: string) => indicators.find((one) => one.id === id)!.current;
        expect(of('order.otif').numerator).toBeLessThanOrEqual(of('order.onTime').numerator);
        expect(of('order.otif').numerator).toBeLessThanOrEqual(of('order.inFull').numerator);
        expect(of('line.onTime').numerator + of('line.late').numerator).toBe(of('line.onTime').denominator);
      }),
      { numRuns: 30 },
    );
  });
});
