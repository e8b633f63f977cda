import { byCodePoint } from '../../model/by-code-point';
import { NO_TEXT, textAt, type TextColumn } from '../../model/columns';
import { hasColumn, tableOf, type Dataset } from '../../model/dataset';
import { NO_DAY, type Day } from '../../model/day';
import { moneyOf, quantityOf, type Money, type Quantity } from '../../model/money';
import { flatMapOutcome, known, mapOutcome, missing, type Outcome } from '../../model/outcome';
import { ratioOf, type Ratio } from '../../model/ratio';
import { areLinesInEngine } from '../../facts/line-groups';
import { ClientCodes } from '../../facts/client-codes';
import { PairIndex } from '../../facts/pair-index';
import type { TransactionFacts } from '../../facts/transaction-facts';
import { IN_PERIOD } from '../../facts/time-slots';
import { isInPeriod } from '../../model/period';
import type { AnalysisWindow } from '../../facts/analysis-window';

/** 表13-9: one product over the period. */
export interface TrackedProduct {
  readonly product: string;
  readonly unit: string;
  readonly clients: number;
  readonly orders: number;
  readonly netAmount: Money;
  /** Sold, before returns. */
  readonly sold: Outcome<Quantity>;
  /** Returned / sold, by quantity. */
  readonly returns: Ratio;
  readonly complaints: Outcome<number>;
  /** 005-8: on hand as last counted, and ordered and not delivered. */
  readonly stock: Outcome<Quantity>;
  readonly openOrders: Outcome<Quantity>;
  /** Stock − open orders − safety stock; below 0 it does not reach. */
  readonly spare: Outcome<Quantity>;
}

export interface ProductTracking {
  /** By net amount. */
  readonly products: readonly TrackedProduct[];
  /** Lines of the period without a product. */
  readonly unnamed: number;
  /** Complaints of the period that name no product of the list. */
  readonly complaintsElsewhere: number;
  readonly stockDay: Outcome<Day>;
}

interface Gathered {
  /** In the order of first sight. */
  readonly index: number;
  readonly units: Set<string>;
  clients: number;
  orders: number;
  amount: number;
  sold: number;
  soldRows: number;
  returned: number;
  lacking: number;
  complaints: number;
}

/**
 * Each product of the sales lines of the period. Source: 表13-9 (003-25), 005-8.
 *
 * Return rate: returned quantity / sold quantity, of lines with a quantity in one unit. Complaints: received in the period and
 * naming the product. Stock: of each warehouse the quantity last counted up to as-of, summed. Open orders: rests still open.
 * Missing: no product on the sales lines; several units of a product: its quantities; no stock sheet: stock and what is spare.
 * @example sold 100, returned 4: 4 %; stock 30, open orders 25, safety stock 10: spare −5
 */
export function trackProducts(
  dataset: Dataset,
  facts: TransactionFacts,
  window: AnalysisWindow,
  openByProduct: Outcome<ReadonlyMap<string, Quantity>>,
): Outcome<ProductTracking> {
  if (tableOf(dataset, 'transactions').rows === 0) return missing({ reason: 'no-sheet', sheet: 'transactions' });
  if (areLinesInEngine(dataset)) return missing({ reason: 'lines-in-engine' });
  if (!hasColumn(dataset, 'transactions.product'))
    return missing({ reason: 'no-column', column: 'transactions.product' });
  const products = new Map<string, Gathered>();
  const unnamed = gatherLines(dataset, facts, products);
  const complaints = tableOf(dataset, 'complaints');
  const namesProducts = complaints.columns.product !== undefined;
  let elsewhere = 0;
  for (let row = 0; row < complaints.rows; row++) {
    const received = complaints.columns.received?.[row] ?? NaN;
    if (!(received === received) || !isInPeriod(window.period, Math.floor(received)) || received >= window.last + 1)
      continue;
    const one = products.get(nameAt(complaints.columns.product, row));
    if (one) one.complaints++;
    else elsewhere++;
  }
  const stock = countStock(dataset, window.asOf);
  const rows = [...products].map(([product, one]): TrackedProduct => {
    const isMixed = one.units.size > 1;
    const mixed = missing({ reason: 'mixed-units' });
    const noQuantity = missing({ reason: 'no-column', column: 'transactions.quantity' });
    const isKnown = one.soldRows > 0 && !isMixed;
    const held = stock?.byProduct.get(product);
    const onHand: Outcome<Quantity> = !stock
      ? missing({ reason: 'no-sheet', sheet: 'stock' })
      : held
        ? known(quantityOf(held.quantity))
        : missing({ reason: 'not-entered' });
    const opened = mapOutcome(openByProduct, (open) => open.get(product) ?? quantityOf(0));
    return {
      product,
      unit: isMixed ? '' : ([...one.units][0] ?? ''),
      clients: one.clients,
      orders: one.orders,
      netAmount: moneyOf(one.amount),
      sold: isKnown ? known(quantityOf(one.sold)) : isMixed ? mixed : noQuantity,
      returns: isKnown
        ? ratioOf(one.returned, one.sold, one.soldRows, one.lacking)
        : { ...ratioOf(0, 0, 0, one.lacking), value: isMixed ? mixed : noQuantity },
      complaints: namesProducts
        ? known(one.complaints)
        : missing({ reason: 'no-column', column: 'complaints.product' }),
      stock: onHand,
      openOrders: opened,
      spare: flatMapOutcome(onHand, (quantity) =>
        mapOutcome(opened, (waiting) => (quantity - waiting - quantityOf(held!.safety)) as Quantity),
      ),
    };
  });
  rows.sort((a, b) => b.netAmount - a.netAmount || byCodePoint(a.product, b.product));
  return known({
    products: rows,
    unnamed,
    complaintsElsewhere: elsewhere,
    stockDay: stock ? known(stock.day as Day) : missing({ reason: 'no-sheet', sheet: 'stock' }),
  });
}

/** Names are compared without blanks around them. */
const nameAt = (column: TextColumn | undefined, row: number): string => textAt(column, row).trim();

/** One pass over the lines of the period; gives how many name no product. */
function gatherLines(dataset: Dataset, facts: TransactionFacts, products: Map<string, Gathered>): number {
  const sales = tableOf(dataset, 'transactions');
  const notes = tableOf(dataset, 'returns');
  const { lineRows, slots } = facts;
  const isPeriod = slots.map(({ bucket }) => bucket === IN_PERIOD);
  const soldProducts = new NamedProducts(sales.columns.product, products);
  const notedProducts = new NamedProducts(notes.columns.product, products);
  const units = (sales.columns.unit?.values ?? []).map((unit) => unit.trim());
  const unitOf = sales.columns.unit?.codes;
  const quantities = sales.columns.quantity;
  const notedQuantities = notes.columns.quantity;
  // No more orders than lines. Most stand with one product.
  const ordersOf = new ClientCodes(lineRows.rows);
  let orders = 0;
  const clientsOf = new PairIndex(1024);
  let unnamed = 0;
  for (let row = 0; row < lineRows.rows; row++) {
    const slot = lineRows.slot[row]!;
    if (slot < 0 || !isPeriod[slot]) continue;
    const isNote = row >= sales.rows;
    const at = isNote ? row - sales.rows : row;
    const one = (isNote ? notedProducts : soldProducts).at(at);
    if (one === undefined) {
      unnamed++;
      continue;
    }
    const isReturn = lineRows.isReturnAt(row);
    one.amount += lineRows.amountAt(row);
    const quantity = (isNote ? notedQuantities?.[at] : quantities?.[at]) ?? NaN;
    if (!isNote && unitOf !== undefined && quantity === quantity) {
      const unit = units[unitOf[at]!] ?? '';
      if (unit !== '') one.units.add(unit);
    }
    if (quantity !== quantity) one.lacking++;
    else if (isReturn) one.returned += Math.abs(quantity);
    else {
      one.sold += quantity;
      one.soldRows++;
    }
    if (isReturn || isNote) continue;
    if (ordersOf.of(one.index, lineRows.order[row]!, orders) === orders) {
      orders++;
      one.orders++;
      // Of a client there is a first order: an order that was met before has its client counted.
      const before = clientsOf.size;
      if (clientsOf.of(one.index, lineRows.client[row]!) === before) one.clients++;
    }
  }
  return unnamed;
}

/** The products of a column, each name looked at once; names that differ in blanks around them are one product. */
class NamedProducts {
  private readonly byCode: (Gathered | null | undefined)[] = [];

  constructor(
    private readonly column: TextColumn | undefined,
    private readonly products: Map<string, Gathered>,
  ) {}

  /** Undefined where the row names none. */
  at(row: number): Gathered | undefined {
    const code = this.column === undefined ? NO_TEXT : this.column.codes[row]!;
    if (code === NO_TEXT) return undefined;
    let found = this.byCode[code];
    if (found === undefined) this.byCode[code] = found = this.find(this.column!.values.at(code)!.trim());
    return found ?? undefined;
  }

  private find(name: string): Gathered | null {
    if (name === '') return null;
    let one = this.products.get(name);
    if (!one) {
      one = { index: this.products.size, units: new Set(), clients: 0, orders: 0, amount: 0, sold: 0, soldRows: 0, returned: 0, lacking: 0, complaints: 0 }; // prettier-ignore
      this.products.set(name, one);
    }
    return one;
  }
}

interface Stock {
  readonly byProduct: ReadonlyMap<string, { quantity: number; safety: number }>;
  /** Of the latest count. */
  readonly day: number;
}

/** Of each product and warehouse the last count up to as-of; a count without a day stands for today's. */
function countStock(dataset: Dataset, asOf: Day): Stock | undefined {
  const { columns, rows } = tableOf(dataset, 'stock');
  if (rows === 0 || !columns.product || !columns.quantity) return undefined;
  const last = new Map<string, { product: string; day: number; row: number }>();
  for (let row = 0; row < rows; row++) {
    const product = nameAt(columns.product, row);
    const counted = columns.day?.[row] ?? NO_DAY;
    const day = counted === NO_DAY ? asOf : counted;
    if (product === '' || day > asOf || !(columns.quantity[row]! === columns.quantity[row]!)) continue;
    const key = `${product}\n${nameAt(columns.warehouse, row)}`;
    const before = last.get(key);
    if (!before || day >= before.day) last.set(key, { product, day, row });
  }
  const byProduct = new Map<string, { quantity: number; safety: number }>();
  let day: number = NO_DAY;
  for (const one of last.values()) {
    const sum = byProduct.get(one.product) ?? { quantity: 0, safety: 0 };
    const safety = columns.safety?.[one.row] ?? NaN;
    sum.quantity += columns.quantity[one.row]!;
    sum.safety += safety === safety ? safety : 0;
    byProduct.set(one.product, sum);
    day = Math.max(day, one.day);
  }
  return byProduct.size === 0 ? undefined : { byProduct, day };
}
