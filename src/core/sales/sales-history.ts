import { countBits, LineGroups, SumsDoNotFit } from '../facts/line-groups';
import { NO_TEXT, type Texts } from '../model/columns';
import { addMonths, asDay, NO_DAY, type Day } from '../model/day';
import { moneyOf, quantityOf, type Money, type Quantity } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import { GroupSums } from '../model/sum';
import type { TableOf } from '../model/tables';
import { unitOfQuantity, type UnitOfQuantity } from './unit-of-quantity';

/** Rolling months kept: the last six and the same six a year earlier, as of today and as of each of the 12 months before. */
export const HISTORY_MONTHS = 30;
const YEAR = 12;

/**
 * What the rhythm, the life cycle and the classes need of the sales lines, client by client, up to the as-of day.
 *
 * Months are whole months that end on the as-of day: with as-of 2026-03-15, month 0 is 2026-02-16 … 2026-03-15.
 */
export interface SalesHistory {
  readonly asOf: Day;
  readonly clients: number;
  /** Client c's order-days are `days[offsets[c]] … days[offsets[c] + counts[c] − 1]`, ascending and distinct. */
  readonly days: Int32Array;
  readonly offsets: Int32Array;
  readonly counts: Int32Array;
  /** Net amount of client c in rolling month m, in fen: `amounts[c * HISTORY_MONTHS + m]`. */
  readonly amounts: Float64Array;
  /** Sales without returns, and returns as a positive figure, of the last 12 months, in fen. */
  readonly grossAmounts: Float64Array;
  readonly returnAmounts: Float64Array;
  /** Net quantity of the last 12 months, or why quantities cannot be added. */
  readonly quantities: Outcome<Float64Array>;
  /** The same of one product family, where one was asked for. */
  readonly ofFamily?: Outcome<Float64Array>;
}

/** Net amount of a client over the last 12 rolling months. */
export function amountOfYear(history: SalesHistory, client: number): Money {
  return amountOfMonths(history, client, 0, YEAR);
}

/** Net amount of rolling months `from` … `from + months − 1`, 0 being the latest. */
export function amountOfMonths(history: SalesHistory, client: number, from: number, months: number): Money {
  let sum = 0;
  for (let m = from; m < from + months; m++) sum += history.amounts[client * HISTORY_MONTHS + m]!;
  return sum as Money;
}

export function quantityOfYear(history: SalesHistory, client: number): Outcome<Quantity> {
  return history.quantities.known ? known(history.quantities.value[client]! as Quantity) : history.quantities;
}

/** Order-days within the last 12 months. */
export function orderDaysOfYear(history: SalesHistory, client: number): number {
  const from = addMonths(asDay(history.asOf + 1), -YEAR);
  let n = 0;
  const start = history.offsets[client]!;
  for (let i = start + history.counts[client]! - 1; i >= start && history.days[i]! >= from; i--) n++;
  return n;
}

/**
 * Reads the sales lines once and sorts their days by client.
 *
 * Counts: lines with a client and a day up to as-of, not cancelled. An order-day has a sale: not a return, amount above
 * 0, or, where the amount is empty, quantity above 0. Days are merged: ten lines of one day are one order-day.
 * Leaves out: returns from order-days (they do reduce the amounts); lines after as-of.
 * With a product family: the quantities of its lines too, so that what is counted in other units stands by itself.
 * A returns sheet with amounts reduces the amounts too, whatever sign it writes.
 * Source: definitions §4.
 *
 * @example days 1, 1 and 5 of a client //=> order-days 1 and 5
 */
export function collectSalesHistory(
  transactions: TableOf<'transactions'>,
  returns: TableOf<'returns'>,
  clients: number,
  asOf: Day,
  family = '',
): SalesHistory {
  const { client, day, amount, quantity, isReturn, cancelled, unit, category } = transactions.columns;
  const monthOfAge = monthsByAge(asOf);
  const gross = new GroupSums(clients);
  const back = new GroupSums(clients);
  const quantitySums = new GroupSums(clients);
  const units = new UnitReader(unit?.values ?? []);
  const familyCodes = new Set(
    [...(category?.values ?? [])].flatMap((value, code) => (isFamily(value, family) ? [code] : [])),
  );
  const familySums = new GroupSums(clients);
  const familyUnits = new UnitReader(unit?.values ?? []);
  const counts = new Int32Array(clients);
  const groups = LineGroups.of(transactions.columns);
  const isSale = new Uint8Array(transactions.rows);
  const monthOfRow = new Int8Array(transactions.rows).fill(-1);

  for (let row = 0; row < transactions.rows; row++) {
    const who = client?.[row] ?? -1;
    const when = day?.[row] ?? NO_DAY;
    if (who < 0 || who >= clients || when === NO_DAY || when > asOf || cancelled?.[row] === 1) continue;
    const money = amount?.[row] ?? NaN;
    const pieces = quantity?.[row] ?? NaN;
    const isBack = isReturn?.[row] === 1 || money < 0 || (Number.isNaN(money) && pieces < 0);
    const age = asOf - when;
    const month = age < monthOfAge.length ? monthOfAge[age]! : -1;
    if (groups && groups.bitsAt(row) !== 0 && (monthOfAge[asOf - groups.firstDayAt(row)] ?? -1) !== month)
      throw new SumsDoNotFit(`row ${row}`);
    if (month >= 0 && !Number.isNaN(money)) {
      monthOfRow[row] = month;
      if (month < YEAR) (isBack ? back : gross).add(who, Math.abs(money));
    }
    if (month >= 0 && month < YEAR && !Number.isNaN(pieces)) {
      const code = unit?.codes[row] ?? NO_TEXT;
      quantitySums.add(who, pieces * units.factorOf(code));
      if (familyCodes.size > 0 && familyCodes.has(category!.codes[row]!))
        familySums.add(who, pieces * familyUnits.factorOf(code));
    }
    if (!isBack && (money > 0 || (Number.isNaN(money) && pieces > 0))) {
      isSale[row] = 1;
      const bits = groups === undefined ? 0 : groups.bitsAt(row);
      counts[who]! += bits === 0 ? 1 : countBits(bits);
    }
  }
  // In a pass of its own: the months of all clients lie far apart in memory, and here the next are asked for while one is waited for.
  const sums = new GroupSums(clients * HISTORY_MONTHS);
  for (let row = 0; row < monthOfRow.length; row++)
    if (monthOfRow[row]! >= 0) sums.add(client![row]! * HISTORY_MONTHS + monthOfRow[row]!, amount![row]!);
  for (let row = 0; row < returns.rows; row++) {
    const who = returns.columns.client?.[row] ?? -1;
    const when = returns.columns.day?.[row] ?? NO_DAY;
    const money = returns.columns.amount?.[row] ?? NaN;
    if (who < 0 || who >= clients || when === NO_DAY || when > asOf || Number.isNaN(money)) continue;
    const month = asOf - when < monthOfAge.length ? monthOfAge[asOf - when]! : -1;
    if (month < 0) continue;
    sums.add(who * HISTORY_MONTHS + month, -Math.abs(money));
    if (month < YEAR) back.add(who, Math.abs(money));
  }

  const { days, offsets } = orderDaysOf(counts, (put) => {
    for (let row = 0; row < isSale.length; row++) {
      if (isSale[row] !== 1) continue;
      const who = client![row]!;
      const bits = groups === undefined ? 0 : groups.bitsAt(row);
      if (bits === 0) put(who, day![row]!);
      else groups!.eachDay(row, bits, (one) => put(who, one));
    }
  });

  const quantities: Outcome<Float64Array> = !quantity
    ? missing({ reason: 'no-column', column: 'transactions.quantity' })
    : units.areMixed
      ? missing({ reason: 'mixed-units' })
      : known(eachOf(clients, (c) => quantityOf(quantitySums.at(c))));
  return {
    asOf,
    clients,
    days,
    offsets,
    counts,
    amounts: eachOf(clients * HISTORY_MONTHS, (i) => moneyOf(sums.at(i))),
    grossAmounts: eachOf(clients, (c) => moneyOf(gross.at(c))),
    returnAmounts: eachOf(clients, (c) => moneyOf(back.at(c))),
    quantities,
    ...(family.trim() !== '' && {
      ofFamily: !quantity
        ? missing({ reason: 'no-column', column: 'transactions.quantity' })
        : groups
          ? missing({ reason: 'lines-in-engine' })
          : !category
            ? missing({ reason: 'no-column', column: 'transactions.category' })
            : familyCodes.size === 0
              ? missing({ reason: 'no-rows' })
              : familyUnits.areMixed
                ? missing({ reason: 'mixed-units' })
                : known(Float64Array.from({ length: clients }, (_, c) => quantityOf(familySums.at(c)))),
    }),
  };
}

/** `Float64Array.from` makes an object of every step, and there are 600,000. */
function eachOf(count: number, valueAt: (index: number) => number): Float64Array {
  const values = new Float64Array(count);
  for (let index = 0; index < count; index++) values[index] = valueAt(index);
  return values;
}

const isFamily = (value: string, family: string): boolean =>
  family.trim() !== '' && value.trim().toLowerCase() === family.trim().toLowerCase();

/** The rolling month of a day by its age in days. */
function monthsByAge(asOf: Day): Int8Array {
  const end = asDay(asOf + 1);
  const months = new Int8Array(end - addMonths(end, -HISTORY_MONTHS));
  for (let m = 0; m < HISTORY_MONTHS; m++) {
    months.fill(m, end - addMonths(end, -m), end - addMonths(end, -m - 1));
  }
  return months;
}

/**
 * The days of each client, ascending, the same day once.
 *
 * @param counts How many sales each client has; how many order-days, afterwards.
 * @param eachSale Tells every sale: whose, and of which day.
 */
function orderDaysOf(
  counts: Int32Array,
  eachSale: (put: (who: number, when: number) => void) => void,
): Pick<SalesHistory, 'days' | 'offsets'> {
  const next = new Int32Array(counts.length);
  for (let c = 1; c < counts.length; c++) next[c] = next[c - 1]! + counts[c - 1]!;
  const ends = next.slice();
  const total = counts.length === 0 ? 0 : next[counts.length - 1]! + counts[counts.length - 1]!;
  const days = new Int32Array(total);
  eachSale((who, when) => {
    days[ends[who]!++] = when;
  });
  const offsets = new Int32Array(counts.length);
  let kept = 0;
  for (let c = 0; c < counts.length; c++) {
    const own = days.subarray(next[c]!, ends[c]!).sort();
    offsets[c] = kept;
    // What is kept never comes past where it is read from: the days of a client move up to those of the one before.
    for (let at = 0; at < own.length; at++) if (at === 0 || own[at] !== days[kept - 1]) days[kept++] = own[at]!;
    counts[c] = kept - offsets[c]!;
  }
  return { days: days.slice(0, kept), offsets };
}

/**
 * The factor that brings a line's quantity to the base unit. One unit in the whole column: nothing to convert, and a line
 * without a unit has that one. Several: a line without a unit cannot be added to the others.
 */
class UnitReader {
  private readonly units: readonly UnitOfQuantity[];
  private readonly met = new Set<string>();

  constructor(values: Texts) {
    this.units = values.length > 1 ? values.map(unitOfQuantity) : [];
  }

  factorOf(code: number): number {
    if (this.units.length === 0) return 1;
    const unit = this.units[code];
    this.met.add(unit ? unit.base : '');
    return unit ? unit.factor : 1;
  }

  get areMixed(): boolean {
    return this.met.size > 1;
  }
}
