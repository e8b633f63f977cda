import { areLinesInEngine } from '../../facts/line-groups';
import { sortRows } from '../../facts/row-order';
import { byCodePoint } from '../../model/by-code-point';
import { NO_TEXT, type ColumnsOf, type TextColumn } from '../../model/columns';
import { tableOf, type Dataset } from '../../model/dataset';
import { addMonths, asDay, NO_DAY, weekdayOf, type Day } from '../../model/day';
import { moneyOf, type Money } from '../../model/money';
import { known, missing, type Outcome } from '../../model/outcome';
import { medianOf } from '../../model/order-statistics';
import { ReadFrom } from '../../model/read-from';
import { GroupSums } from '../../model/sum';
import type { TRANSACTION_COLUMNS } from '../../model/tables';
import { valuesAt } from '../../model/values-at';
import type { Rhythm } from '../rhythm';

/** A product of a client, and on how many of its order-days it stood. */
export interface UsualProduct {
  readonly product: string;
  readonly days: number;
}

export interface BuyingHabit {
  readonly client: number;
  /** Distinct days with a sale in the last 12 months. */
  readonly orderDays: number;
  /** Median days between its own orders, over all data. Missing: fewer than three gaps. */
  readonly interval: Outcome<number>;
  /** Last order + interval. Missing: no interval, or stopped buying. */
  readonly nextDay: Outcome<Day>;
  readonly lastDay: Day;
  /** Median amount of an order-day in the last 12 months. Missing: fewer than three, or no amounts. */
  readonly usualAmount: Outcome<Money>;
  /** The most often bought first, at most three. Missing: no product column. */
  readonly products: Outcome<readonly UsualProduct[]>;
  /** Day of the week (0 Monday … 6 Sunday) on which at least half of the orders came, of at least six. */
  readonly weekday: Outcome<number>;
}

const LEAST_DAYS = 3;
const LEAST_FOR_WEEKDAY = 6;
const MOST_PRODUCTS = 3;

/**
 * How each client that bought in the last 12 months usually buys: how often, how much, what, on which weekday.
 *
 * Counts: sales lines of the 12 months up to as-of, not cancelled, no returns; lines of one day are one order. Unit: days, money.
 * Source: 004-7 (4). @example orders of 100, 300 and 800 //=> usual amount 300
 */
export function findBuyingHabits(
  dataset: Dataset,
  rhythms: readonly Rhythm[],
  asOf: Day,
): Outcome<readonly BuyingHabit[]> {
  const { columns, rows } = tableOf(dataset, 'transactions');
  if (!columns.client) return missing({ reason: 'no-column', column: 'transactions.client' });
  if (!columns.day) return missing({ reason: 'no-column', column: 'transactions.day' });
  if (areLinesInEngine(dataset)) return missing({ reason: 'lines-in-engine' });
  const { client: clientOf, day: dayOf } = columns;
  const lines = sortRows(sortRows(salesBetween(columns, rows, addMonths(asDay(asOf + 1), -12), asOf), dayOf), clientOf);
  const { length } = lines;
  // Laid in the order of the lines first: met at random, each amount and product would be waited for by itself.
  const clients = valuesAt(clientOf, lines, new Int32Array(length));
  const days = valuesAt(dayOf, lines, new Int32Array(length));
  const money = columns.amount && valuesAt(columns.amount, lines, new Float64Array(length));
  const codes = columns.product && valuesAt(columns.product.codes, lines, new Int32Array(length));
  const amounts = new DayAmounts(length);
  const products = columns.product && new ProductDays(columns.product);
  const figures = new HabitFigures(rhythms, products?.names);
  const habits: BuyingHabit[] = [];
  const weekdays = new Int32Array(7);
  for (let at = 0; at < length;) {
    const client = clients[at]!;
    weekdays.fill(0);
    let orderDays = 0;
    let day: number = NO_DAY;
    for (; at < length && clients[at] === client; at++) {
      if (days[at] !== day) {
        day = days[at]!;
        orderDays++;
        weekdays[weekdayOf(asDay(day))]!++;
        amounts.close();
      }
      if (money) amounts.see(money[at]!);
      products?.see(codes![at]!, day);
    }
    figures.orderDays[client] = orderDays;
    figures.lastDay[client] = day;
    amounts.takeMedian(client, figures);
    products?.takeMost(client, figures);
    figures.weekday[client] = usualWeekday(weekdays, orderDays);
    habits.push(new HabitOfClient(figures, client));
  }
  return known(habits);
}

const NOT_EXPECTED = missing({ reason: 'nothing-due' });
const NO_PRODUCTS = missing({ reason: 'no-column', column: 'transactions.product' });

/** One number a client; of products three. */
class HabitFigures {
  readonly orderDays: Int32Array;
  readonly lastDay: Int32Array;
  /** Order-days with an amount, and their median. */
  readonly amountDays: Int32Array;
  readonly usualAmount: Float64Array;
  /** Places among the names, and on how many days; 0 days: no further product. */
  readonly products: Int32Array;
  readonly productDays: Int32Array;
  readonly weekday: Int8Array;

  constructor(
    readonly rhythms: readonly Rhythm[],
    /** Of products; absent: no such column. */
    readonly names: readonly string[] | undefined,
  ) {
    const clients = rhythms.length;
    this.orderDays = new Int32Array(clients);
    this.lastDay = new Int32Array(clients);
    this.amountDays = new Int32Array(clients);
    this.usualAmount = new Float64Array(clients);
    this.products = new Int32Array(clients * MOST_PRODUCTS);
    this.productDays = new Int32Array(clients * MOST_PRODUCTS);
    this.weekday = new Int8Array(clients);
  }
}

/** Put together when somebody reads it. */
class HabitOfClient extends ReadFrom<HabitFigures> implements BuyingHabit {
  constructor(
    figures: HabitFigures,
    readonly client: number,
  ) {
    super(figures);
  }

  get orderDays(): number {
    return this.from.orderDays[this.client]!;
  }

  get lastDay(): Day {
    return asDay(this.from.lastDay[this.client]!);
  }

  get usualAmount(): Outcome<Money> {
    const have = this.from.amountDays[this.client]!;
    return have < LEAST_DAYS
      ? missing({ reason: 'too-few', have, need: LEAST_DAYS })
      : known(moneyOf(this.from.usualAmount[this.client]!));
  }

  get products(): Outcome<readonly UsualProduct[]> {
    const { names, products, productDays } = this.from;
    if (!names) return NO_PRODUCTS;
    const most: UsualProduct[] = [];
    const start = this.client * MOST_PRODUCTS;
    for (let at = start; at < start + MOST_PRODUCTS && productDays[at]! > 0; at++)
      most.push({ product: names[products[at]!]!, days: productDays[at]! });
    return known(most);
  }

  get weekday(): Outcome<number> {
    if (this.orderDays < LEAST_FOR_WEEKDAY)
      return missing({ reason: 'too-few', have: this.orderDays, need: LEAST_FOR_WEEKDAY });
    const weekday = this.from.weekday[this.client]!;
    return weekday === NO_WEEKDAY ? NOT_EXPECTED : known(weekday);
  }

  get interval(): Outcome<number> {
    const { basis, medianGap, orderDays } = this.rhythm();
    return basis === 'own' && medianGap.known
      ? medianGap
      : missing({ reason: 'too-few', have: Math.max(0, orderDays - 1), need: LEAST_DAYS });
  }

  get nextDay(): Outcome<Day> {
    const { interval } = this;
    return interval.known && !this.rhythm().isLost
      ? known(asDay(this.lastDay + Math.round(interval.value)))
      : NOT_EXPECTED;
  }

  private rhythm(): Rhythm {
    return this.from.rhythms[this.client]!;
  }
}

/** Rows of sales on the days `from` … `to`. */
function salesBetween(
  { client, day, amount, quantity, isReturn, cancelled }: ColumnsOf<typeof TRANSACTION_COLUMNS>,
  rows: number,
  from: number,
  to: number,
): Int32Array {
  const found = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const on = day![row]!;
    if (on < from || on > to || client![row]! < 0 || cancelled?.[row] === 1 || isReturn?.[row] === 1) continue;
    const money = amount === undefined ? NaN : amount[row]!;
    if (money > 0 || (money !== money && quantity !== undefined && quantity[row]! > 0)) found[count++] = row;
  }
  return found.subarray(0, count);
}

/** The amounts of a client's order-days: lines are met day by day. */
class DayAmounts {
  private readonly sum = new GroupSums(1);
  private hasLine = false;
  private readonly days: Float64Array;
  private count = 0;

  constructor(mostDays: number) {
    this.days = new Float64Array(mostDays);
  }

  see(amount: number): void {
    if (amount !== amount) return;
    this.sum.add(0, amount);
    this.hasLine = true;
  }

  /** Ends a day. */
  close(): void {
    if (!this.hasLine) return;
    this.days[this.count++] = this.sum.at(0);
    this.sum.clear(0);
    this.hasLine = false;
  }

  /** Ends a client. */
  takeMedian(client: number, figures: HabitFigures): void {
    this.close();
    const have = this.count;
    this.count = 0;
    figures.amountDays[client] = have;
    if (have >= LEAST_DAYS) figures.usualAmount[client] = medianOf(this.days.subarray(0, have).sort());
  }
}

/** On how many days each product stood with a client: lines are met day by day. */
class ProductDays {
  /** Different products, in the order of their names. */
  readonly names: readonly string[];
  /** By code of the column: the product. Two spellings that differ in spaces around them are one. */
  private readonly productOf: Int32Array;
  private readonly lastDay: Int32Array;
  private readonly days: Int32Array;
  private met: number[] = [];

  constructor({ values }: TextColumn) {
    const names = values.map((name) => name.trim());
    this.names = [...new Set(names)].sort(byCodePoint);
    const places = new Map(this.names.map((name, at) => [name, at]));
    this.productOf = Int32Array.from(names, (name) => places.get(name)!);
    this.lastDay = new Int32Array(this.names.length);
    this.days = new Int32Array(this.names.length);
  }

  see(code: number, day: number): void {
    if (code === NO_TEXT) return;
    const product = this.productOf[code]!;
    if (this.days[product] === 0) this.met.push(product);
    else if (this.lastDay[product] === day) return;
    this.lastDay[product] = day;
    this.days[product]!++;
  }

  /** Ends a client. */
  takeMost(client: number, figures: HabitFigures): void {
    const { days } = this;
    const most = this.met.sort((a, b) => days[b]! - days[a]! || a - b);
    for (let place = 0; place < MOST_PRODUCTS && place < most.length; place++) {
      figures.products[client * MOST_PRODUCTS + place] = most[place]!;
      figures.productDays[client * MOST_PRODUCTS + place] = days[most[place]!]!;
    }
    for (const product of this.met) days[product] = 0;
    this.met = [];
  }
}

const NO_WEEKDAY = -1;

function usualWeekday(counts: Int32Array, days: number): number {
  let most = 0;
  for (let weekday = 0; weekday < counts.length; weekday++) most = Math.max(most, counts[weekday]!);
  return 2 * most >= days ? counts.indexOf(most) : NO_WEEKDAY;
}
