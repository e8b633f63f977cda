import { gatherTransactions } from '../../../../../src/core/facts/transaction-facts';
import { RowGrouping } from '../../../../../src/core/facts/row-grouping';
import { tableOf } from '../../../../../src/core/model/dataset';
import { quantityOf, type Quantity } from '../../../../../src/core/model/money';
import { known, missing, type Outcome } from '../../../../../src/core/model/outcome';
import { trackProducts, type ProductTracking } from '../../../../../src/core/service/tracking/track-products';
import { settingsWith } from '../../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../../support/dataset-builder';
import { aWindow } from '../../../../support/delivery-facts';

const window = aWindow('2026-06-01', '2026-06-30', '2026-06-20');
const noOrders = missing({ reason: 'no-column', column: 'deliveries.orderedQuantity' });

function track(builder: DatasetBuilder, open: Outcome<ReadonlyMap<string, Quantity>> = noOrders) {
  const dataset = builder.build();
  const none = new RowGrouping(undefined, undefined, tableOf(dataset, 'clients').rows);
  const facts = gatherTransactions(dataset, window, settingsWith({}), { regions: none, reps: none });
  return trackProducts(dataset, facts, window, open);
}
function tracked(builder: DatasetBuilder, open?: Outcome<ReadonlyMap<string, Quantity>>): ProductTracking {
  const found = track(builder, open);
  if (!found.known) throw new Error(JSON.stringify(found.why));
  return found.value;
}
const sale = (product: string, amount: number, more: RowOf<'transactions'> = {}): RowOf<'transactions'> => ({
  ...{ client: 'A', day: '2026-06-10', product, amount, ...more },
});

describe('products', () => {
  it('are counted over the lines of the period: clients and orders once each, returns beside what was sold', () => {
    const found = tracked(
      aDataset().withTransactions([
        sale('豆粕', 100, { orderNo: '1', quantity: 8, unit: '吨' }),
        sale('豆粕', 50, { orderNo: '1', quantity: 2, unit: '吨' }),
        sale('豆粕', 25.5, { orderNo: '2', quantity: 10, unit: '' }),
        sale('豆粕', 30, { orderNo: '3', client: 'B' }),
        sale('豆粕', -40, { orderNo: '4', client: 'C', quantity: -5, unit: '吨' }),
        sale('玉米', 30, { orderNo: '1', quantity: 3, unit: '袋' }),
        sale('豆粕', 99, { day: '2026-05-31', quantity: 1, unit: '袋' }),
        sale('豆粕', 99, { day: '2026-06-21', quantity: 1 }),
        sale('豆粕', 99, { cancelled: true, quantity: 1 }),
      ]),
    );
    expect(found.products).toEqual([
      {
        ...{ product: '豆粕', unit: '吨', clients: 2, orders: 3, netAmount: 16_550, sold: known(20_000) },
        // Five of twenty came back; one line has no quantity.
        returns: { value: known(0.25), numerator: 5, denominator: 20, n: 3, excluded: 1 },
        complaints: missing({ reason: 'no-column', column: 'complaints.product' }),
        stock: missing({ reason: 'no-sheet', sheet: 'stock' }),
        ...{ openOrders: noOrders, spare: missing({ reason: 'no-sheet', sheet: 'stock' }) },
      },
      {
        ...{ product: '玉米', unit: '袋', clients: 1, orders: 1, netAmount: 3000, sold: known(3000) },
        returns: { value: known(0), numerator: 0, denominator: 3, n: 1, excluded: 0 },
        complaints: missing({ reason: 'no-column', column: 'complaints.product' }),
        stock: missing({ reason: 'no-sheet', sheet: 'stock' }),
        ...{ openOrders: noOrders, spare: missing({ reason: 'no-sheet', sheet: 'stock' }) },
      },
    ]);
    expect([found.unnamed, found.complaintsElsewhere]).toEqual([0, 0]);
    expect(found.stockDay).toEqual(missing({ reason: 'no-sheet', sheet: 'stock' }));
  });

  it('stand by net amount, then by name; blanks around a name are none, and a blank alone is no name', () => {
    const found = tracked(
      aDataset().withTransactions([
        ...[sale('丙', 10), sale('乙', 10), sale(' 丙', -1, { isReturn: true }), sale('甲', 9), sale('丁', 20)],
        ...[sale(' ', 5), sale('', 5)],
      ]),
    );
    expect(found.products.map(({ product, netAmount }) => [product, netAmount])).toEqual([
      ...[['丁', 2000], ['乙', 1000], ['丙', 900], ['甲', 900]],
    ]); // prettier-ignore
    expect(found.unnamed).toBe(2);
  });

  it('take the rows of a returns sheet as returned, never as an order', () => {
    const found = tracked(
      aDataset()
        .withTransactions([sale('豆粕', 100, { quantity: 10, unit: '吨', orderNo: '1' })])
        .withReturns([
          { client: 'B', day: '2026-06-11', amount: 5, quantity: 1, product: '豆粕 ' },
          { client: 'B', day: '2026-06-12', amount: 5, product: '豆粕' },
          { client: 'B', day: '2026-06-12', amount: 5 },
        ]),
    );
    expect(found.products).toMatchObject([
      { netAmount: 9000, clients: 1, orders: 1, returns: { numerator: 1, denominator: 10, n: 1, excluded: 1 } },
    ]);
    expect(found.unnamed).toBe(1);
  });

  it('in several units have no quantity; nor those whose lines have none', () => {
    const found = tracked(
      aDataset().withTransactions([
        sale('甲', 10, { quantity: 1, unit: '吨' }),
        sale('甲', 10, { quantity: 1, unit: ' 吨' }),
        sale('乙', 9, { quantity: 1, unit: '吨' }),
        sale('乙', 9, { quantity: 1, unit: '袋' }),
        sale('丙', 5),
        sale('丁', -5, { isReturn: true, quantity: 2, unit: '吨' }),
        sale('戊', -6, { isReturn: true, unit: '袋' }),
      ]),
    );
    const mixed = missing({ reason: 'mixed-units' });
    const none = missing({ reason: 'no-column', column: 'transactions.quantity' });
    expect(found.products.map(({ product, unit, sold, returns }) => [product, unit, sold, returns.value])).toEqual([
      ['甲', '吨', known(2000), known(0)],
      ['乙', '', mixed, mixed],
      ['丙', '', none, none],
      ['丁', '吨', none, none],
      ['戊', '', none, none],
    ]);
    expect(found.products.map(({ returns }) => [returns.n, returns.excluded])).toEqual([
      ...[[2, 0], [0, 0], [0, 1], [0, 0], [0, 1]],
    ]); // prettier-ignore
  });

  it('without a column of quantities have none', () => {
    expect(tracked(aDataset().withTransactions([sale('甲', 1)])).products[0]!.returns).toMatchObject({ excluded: 1 });
  });
});

describe('complaints of products', () => {
  it('are those of the period up to as-of that name one that was sold; the others are counted', () => {
    const at = (received: string, product?: string): RowOf<'complaints'> => ({ received, product });
    const found = tracked(
      aDataset()
        .withTransactions([sale('豆粕', 1), sale('玉米', 1)])
        .withComplaints([
          ...[at('2026-05-31 23:59', '豆粕'), at('2026-06-01 00:00', '豆粕 '), at('2026-06-20 23:59', '豆粕')],
          ...[at('2026-06-21 00:00', '豆粕'), at('2026-06-10', '鱼粉'), at('2026-06-10'), { product: '豆粕' }],
        ]),
    );
    expect(found.products.map(({ complaints }) => complaints)).toEqual([known(2), known(0)].reverse());
    expect(found.products.map(({ product }) => product)).toEqual(['玉米', '豆粕']);
    expect(found.complaintsElsewhere).toBe(2);
  });
});

describe('stock', () => {
  const sales = (): DatasetBuilder => aDataset().withTransactions([sale('豆粕', 2), sale('玉米', 1)]);
  const count = (quantity: number | undefined, on: string | undefined, more: RowOf<'stock'> = {}): RowOf<'stock'> => ({
    ...{ product: '豆粕', warehouse: '一', quantity, day: on, ...more },
  });

  it('is the last count of each warehouse up to as-of, of one day the later row, less open orders and what is to be kept', () => {
    const found = tracked(
      sales().withStock([
        count(90, '2026-06-01', { safety: 50 }),
        count(20, '2026-06-18', { safety: 3 }),
        count(21, '2026-06-18', { safety: 4, product: ' 豆粕 ', warehouse: '一 ' }),
        count(500, '2026-06-21'),
        count(7, '2026-05-01', { warehouse: '二' }),
        count(NaN, '2026-06-19', { quantity: undefined }),
        count(9, '2026-06-19', { product: '' }),
        count(9, '2026-06-19', { product: '鱼粉' }),
      ]),
      known(new Map([['豆粕', quantityOf(5)]])),
    );
    const [meal, corn] = found.products;
    expect([meal!.stock, meal!.openOrders, meal!.spare]).toEqual([known(28_000), known(5000), known(19_000)]);
    const notEntered = missing({ reason: 'not-entered' });
    expect([corn!.stock, corn!.openOrders, corn!.spare]).toEqual([notEntered, known(0), notEntered]);
    expect(found.stockDay).toEqual(known(day('2026-06-19')));
  });

  it('counted on no day stands for today’s', () => {
    const found = tracked(sales().withStock([count(5, '2026-06-20'), count(6, undefined), count(4, '2026-06-19')]));
    expect([found.products[0]!.stock, found.stockDay]).toEqual([known(6000), known(day('2026-06-20'))]);
    const undated = tracked(sales().withStock([count(6, undefined)]));
    expect([undated.products[0]!.stock, undated.stockDay]).toEqual([known(6000), known(day('2026-06-20'))]);
  });

  it('is spare by an amount that is not known where open orders are not', () => {
    expect(tracked(sales().withStock([count(6, undefined)])).products[0]!.spare).toEqual(noOrders);
  });

  it('is none where the sheet counts nothing', () => {
    const none = missing({ reason: 'no-sheet', sheet: 'stock' });
    for (const row of [
      { product: '豆粕' },
      { quantity: 5 },
      count(5, '2026-06-21'),
      count(5, '2026-06-01', { product: ' ' }),
    ])
      expect(tracked(sales().withStock([row])).products[0]!.stock).toEqual(none);
  });
});

describe('products are —', () => {
  it('without sales lines, a column of products, or lines at all', () => {
    expect(track(aDataset())).toEqual(missing({ reason: 'no-sheet', sheet: 'transactions' }));
    expect(track(aDataset().withTransactions([{ client: 'A', day: '2026-06-10', amount: 1 }]))).toEqual(
      missing({ reason: 'no-column', column: 'transactions.product' }),
    );
    expect(track(aDataset().withTransactions([sale('甲', 1, { lines: 3 })]))).toEqual(
      missing({ reason: 'lines-in-engine' }),
    );
  });
});
