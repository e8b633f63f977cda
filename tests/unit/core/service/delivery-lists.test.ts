import type { AnalysisWindow } from '../../../../src/core/facts/analysis-window';
import { known, missing, type Outcome } from '../../../../src/core/model/outcome';
import type { Tier } from '../../../../src/core/sales/tiers';
import { classifyDeliveries, isRestClosed, type DeliveryClasses } from '../../../../src/core/service/delivery-classes';
import { settingsWith, type Settings } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';
import { aWindow, deliveryFactsOf } from '../../../support/delivery-facts';

type Line = RowOf<'deliveries'>;
const march = aWindow('2026-03-01', '2026-03-31');
const notEntered = missing({ reason: 'not-entered' });
const noTier = missing({ reason: 'no-rows' });

function classify(
  builder: DatasetBuilder,
  { window = march, tierOf = () => noTier, ...changes }: { readonly window?: AnalysisWindow; readonly tierOf?: (client: number) => Outcome<Tier> } & Partial<Settings> = {},
): Outcome<DeliveryClasses> {
  const dataset = builder.build();
  const settings = settingsWith(changes);
  const { lines } = deliveryFactsOf(dataset, window, settings);
  return classifyDeliveries(dataset, lines, window, settings, tierOf);
} // prettier-ignore
function classesOf(builder: DatasetBuilder, options?: Parameters<typeof classify>[1]): DeliveryClasses {
  const found = classify(builder, options);
  if (!found.known) throw new Error(JSON.stringify(found.why));
  return found.value;
}
const linesOf = (...lines: readonly Line[]): DatasetBuilder => aDataset().withDeliveries(lines);

describe('delivery classes', () => {
  it('count the lines ordered in the period and by as-of, month by month', () => {
    const window = aWindow('2026-02-01', '2026-04-30', '2026-04-10');
    const line = (orderDay: string, shippedDay: string): Line => ({ orderDay, shippedDay });
    const found = classesOf(
      linesOf(
        line('2026-04-10', '2026-04-10'),
        line('2026-04-11', '2026-04-11'),
        line('2026-01-31', '2026-02-01'),
        line('2026-02-01', '2026-02-03'),
        line('2026-02-01', '2026-02-09'),
        line('2026-02-28', '2026-02-28'),
        { shippedDay: '2026-02-28' },
      ),
      { window },
    );
    expect(found).toMatchObject({ lucky: 2, reasonable: 1, incident: 1, n: 4, excluded: 0, openIncidents: 0 });
    expect(found.trend).toEqual([
      { month: 2026 * 12 + 1, lucky: 1, reasonable: 1, incident: 1 },
      { month: 2026 * 12 + 3, lucky: 1, reasonable: 0, incident: 0 },
    ]);
  });

  it('take the day of arrival where nothing was shipped', () => {
    expect(classesOf(linesOf({ orderDay: '2026-03-02', deliveredDay: '2026-03-05' }))).toMatchObject({ reasonable: 1 });
  });

  it('have no shares of nothing, and are — without a day of hand-over', () => {
    const none = missing({ reason: 'nothing-due' });
    expect(classesOf(linesOf({ orderDay: '2026-02-02', shippedDay: '2026-02-05' })).shares).toEqual({
      ...{ lucky: none, reasonable: none, incident: none },
    });
    expect(classify(linesOf({ orderDay: '2026-03-02' }))).toEqual(
      missing({ reason: 'no-column', column: 'deliveries.shippedDay' }),
    );
    expect(classify(aDataset())).toEqual(missing({ reason: 'no-sheet', sheet: 'deliveries' }));
  });

  it('leave a promised line that the client put off out, with those handed over before they were ordered', () => {
    const found = classesOf(
      linesOf(
        { orderDay: '2026-03-02', promisedDay: '2026-03-05', shippedDay: '2026-03-20', postponedByClient: true },
        { orderDay: '2026-03-02', promisedDay: '2026-03-05', shippedDay: '2026-03-01' },
        { orderDay: '2026-03-02', promisedDay: '2026-03-05', shippedDay: '2026-03-20', cancelled: true },
        { orderDay: '2026-03-02', promisedDay: '2026-03-05', shippedDay: '2026-03-02' },
      ),
    );
    expect(found).toMatchObject({ excluded: 2, n: 1, byPromise: 1, lucky: 1 });
  });

  it('fit their limits to the lines of the period that nothing was promised for', () => {
    const ten = (line: Line): readonly Line[] => Array.from({ length: 10 }, () => line);
    const slow: Line = { orderDay: '2026-03-01', shippedDay: '2026-03-10' };
    const limits = (...lines: readonly Line[]) => classesOf(linesOf(...lines)).limits;
    expect(limits(...ten(slow))).toEqual({ lucky: 9, reasonable: 10, instead: { incidents: 10, n: 10 } });
    expect(limits(...ten({ ...slow, promisedDay: '2026-03-20' }))).toEqual({ lucky: 0, reasonable: 3 });
    expect(limits(...ten({ ...slow, orderDay: '2026-02-27' }))).toEqual({ lucky: 0, reasonable: 3 });
    // Five open since the first of March are late by any limit: 15 of 15; the one of as-of is not.
    const open: readonly Line[] = [...ten({ orderDay: '2026-03-01' }).slice(5), { orderDay: '2026-03-31' }];
    expect(limits(...ten(slow), ...open).instead).toEqual({ incidents: 15, n: 15 });
    // Handed over the same day: each counts as a delivery.
    expect(limits(...ten({ ...slow, shippedDay: '2026-03-01' }), ...ten(slow).slice(4))).toMatchObject({
      instead: { incidents: 6, n: 16 },
    });
  });
});

describe('incidents', () => {
  it('stand by their days, then by row, and say by how much they missed the promise', () => {
    const found = classesOf(
      linesOf(
        { client: 'A', orderNo: '1', product: '豆粕', orderDay: '2026-03-01', shippedDay: '2026-03-06' },
        { orderNo: '2', orderDay: '2026-03-01', shippedDay: '2026-03-06' },
        { orderNo: '3', orderDay: '2026-03-01', promisedDay: '2026-03-04', shippedDay: '2026-03-08', deliveredDay: '2026-03-10' },
        { orderNo: '4', orderDay: '2026-03-28', promisedDay: '2026-03-29' },
        { orderNo: '5', orderDay: '2026-03-01', deliveredDay: '2026-03-06' },
      ),
    ); // prettier-ignore
    expect(found.incidents).toEqual([
      { client: -1, orderNo: '3', product: '', orderDay: day('2026-03-01'), handedDay: known(day('2026-03-08')), days: 7, daysLate: known(6), sheet: '发货', row: 4 },
      { client: 0, orderNo: '1', product: '豆粕', orderDay: day('2026-03-01'), handedDay: known(day('2026-03-06')), days: 5, daysLate: notEntered, sheet: '发货', row: 2 },
      { client: -1, orderNo: '2', product: '', orderDay: day('2026-03-01'), handedDay: known(day('2026-03-06')), days: 5, daysLate: notEntered, sheet: '发货', row: 3 },
      { client: -1, orderNo: '5', product: '', orderDay: day('2026-03-01'), handedDay: known(day('2026-03-06')), days: 5, daysLate: notEntered, sheet: '发货', row: 6 },
      { client: -1, orderNo: '4', product: '', orderDay: day('2026-03-28'), handedDay: notEntered, days: 3, daysLate: known(2), sheet: '发货', row: 5 },
    ]); // prettier-ignore
    expect(found.openIncidents).toBe(1);
  });

  it('are listed up to a thousand, and counted beyond', () => {
    const lines = Array.from({ length: 1001 }, (_, at): Line => ({
      ...{ orderNo: String(at), orderDay: '2026-03-01', shippedDay: at === 1000 ? '2026-03-20' : '2026-03-10' },
      orderedQuantity: 2,
      shippedQuantity: 1,
    }));
    const found = classesOf(linesOf(...lines), { 'delivery.reasonable': 4 });
    expect([found.incident, found.incidents.length]).toEqual([1001, 1000]);
    expect([found.incidents[0]!.orderNo, found.incidents[999]!.orderNo]).toEqual(['1000', '998']);
    expect([found.openOrderCount, found.openOrders.length]).toEqual([1001, 1000]);
  });
});

describe('open orders', () => {
  const shipped = { orderDay: '2026-03-01', shippedDay: '2026-03-30' };

  it('show what is open, and how long past the promise', () => {
    const found = classesOf(
      linesOf(
        { client: 'A', orderNo: '1', product: '豆粕', ...shipped, promisedDay: '2026-03-20', orderedQuantity: 10, deliveredQuantity: 4.5 },
        { orderNo: '2', orderedQuantity: 10, deliveredQuantity: 10, ...shipped },
        { orderNo: '3', orderedQuantity: 2, orderDay: '2026-03-31', promisedDay: '2026-03-31' },
        { orderNo: '4', orderedQuantity: 2, orderDay: '2026-04-01' },
        { orderNo: '5', orderedQuantity: 2, cancelled: true },
        { orderNo: '6', orderedQuantity: 2 },
        { orderNo: '7', orderDay: '2026-03-01' },
        { orderNo: '8', ...shipped, orderedQuantity: 5 },
        { orderNo: '9', ...shipped, deliveredQuantity: 5 },
      ),
      { tierOf: (client) => known(client === 0 ? 2 : 1) },
    ); // prettier-ignore
    expect(found.openOrders).toEqual([
      { client: 0, orderNo: '1', product: '豆粕', orderDay: known(day('2026-03-01')), promisedDay: known(day('2026-03-20')), openQuantity: known(5500), overdueDays: 11, isUntouched: false, tier: known(2), sheet: '发货', row: 2 },
      { client: -1, orderNo: '3', product: '', orderDay: known(day('2026-03-31')), promisedDay: known(day('2026-03-31')), openQuantity: known(2000), overdueDays: 0, isUntouched: true, tier: noTier, sheet: '发货', row: 4 },
      { client: -1, orderNo: '6', product: '', orderDay: notEntered, promisedDay: notEntered, openQuantity: known(2000), overdueDays: 0, isUntouched: true, tier: noTier, sheet: '发货', row: 7 },
      // Nothing went out, and nobody wrote how much was ordered.
      { client: -1, orderNo: '7', product: '', orderDay: known(day('2026-03-01')), promisedDay: notEntered, openQuantity: missing({ reason: 'no-column', column: 'deliveries.orderedQuantity' }), overdueDays: 0, isUntouched: true, tier: noTier, sheet: '发货', row: 8 },
    ]); // prettier-ignore
    expect(found.late).toEqual({ lines: 1, untouched: 0 });
  });

  it('stand by tier, without one last; then the longest overdue; then by row', () => {
    const open = (client: string, orderNo: string, promisedDay?: string): Line => ({
      ...{ client, orderNo, orderDay: '2026-03-01', promisedDay, orderedQuantity: 1, deliveredQuantity: 0 },
    });
    const found = classesOf(
      aDataset()
        .withClients([{ code: 'none' }, { code: 'third' }, { code: 'first' }])
        .withDeliveries([
          open('none', 'a', '2026-03-02'),
          open('third', 'b'),
          open('third', 'c'),
          open('third', 'd', '2026-03-30'),
          open('third', 'e', '2026-04-30'),
          open('first', 'f'),
          open('nobody', 'g', '2026-03-01'),
          { ...shipped, orderedQuantity: 1, deliveredQuantity: 1 },
        ]),
      { tierOf: (client) => (client === 1 ? known(3) : client === 2 ? known(1) : noTier) },
    );
    expect(found.openOrders.map(({ orderNo }) => orderNo).join('')).toBe('fdbcega');
    expect(found.late).toEqual({ lines: 3, untouched: 3 });
  });

  it('are lines neither shipped nor arrived where quantities are not kept', () => {
    const found = classesOf(
      linesOf({ orderNo: '1', ...shipped }, { orderNo: '2', orderDay: '2026-03-01' }, { orderNo: '3', orderDay: '2026-03-02', deliveredDay: '2026-03-04' }),
    ); // prettier-ignore
    expect(found.openOrders.map(({ orderNo }) => orderNo)).toEqual(['2']);
    expect(found.openByProduct).toEqual(missing({ reason: 'no-column', column: 'deliveries.orderedQuantity' }));
  });

  it('take what was shipped where nobody wrote what arrived', () => {
    const found = classesOf(linesOf({ ...shipped, orderedQuantity: 8, shippedQuantity: 6 }));
    expect(found.openOrders).toMatchObject([{ openQuantity: known(2000) }]);
  });

  it('are added up by product, blanks aside; one that names none leaves all unknown', () => {
    const open = (product: string, orderedQuantity: number): Line => ({
      ...{ product, orderedQuantity, orderDay: '2026-03-01', deliveredQuantity: 0, shippedDay: undefined },
    });
    const unknown = missing({ reason: 'no-column', column: 'deliveries.product' });
    const lines = [open('豆粕', 2), open(' 豆粕', 1.5), open('玉米', 4)];
    const out: Line = { ...shipped, product: '', orderedQuantity: 1, deliveredQuantity: 1 };
    expect(classesOf(linesOf(...lines, out)).openByProduct).toEqual(known(new Map([['豆粕', 3500], ['玉米', 4000]]))); // prettier-ignore
    expect(classesOf(linesOf(...lines, out, open(' ', 1))).openByProduct).toEqual(unknown);
    expect(classesOf(linesOf(out)).openByProduct).toEqual(known(new Map()));
    expect(classesOf(linesOf({ ...shipped, orderedQuantity: 1 })).openByProduct).toEqual(unknown);
  });
});

describe('the rest of a line', () => {
  const asOf = day('2026-06-30');
  const [oldest, older] = [day('2026-04-30'), day('2026-05-01')];
  it.each<[string, [ordered: number, rest: number, handed: number], boolean]>([
    ['a tenth, handed over today', [10, 1, asOf], true],
    ['a tenth with the noise of its difference', [0.3, 0.3 - 0.27, asOf], true],
    ['more than a tenth', [10, 1.01, asOf], false],
    ['half, sixty days after', [10, 5, older], false],
    ['half, sixty-one days after', [10, 5, oldest], true],
    ['all of it, though a day of hand-over stands there', [10, 10, oldest], false],
  ])('%s', (_, [ordered, rest, handed], isClosed) => {
    expect(isRestClosed(ordered, rest, handed, asOf, settingsWith({}))).toBe(isClosed);
  });

  it('is counted apart where it is closed', () => {
    const found = classesOf(
      linesOf(
        { orderDay: '2026-03-01', shippedDay: '2026-03-30', orderedQuantity: 10, deliveredQuantity: 9 },
        { orderDay: '2026-01-01', shippedDay: '2026-01-10', orderedQuantity: 10, deliveredQuantity: 4.5 },
        { orderDay: '2026-01-01', orderedQuantity: 10, deliveredQuantity: 0 },
      ),
    );
    expect(found.closedRests).toEqual({ lines: 2, quantity: 6500 });
    expect(found.openOrderCount).toBe(1);
  });
});
