import { NO_CLIENT, NO_TEXT, textOf, type TextColumn } from '../../core/model/columns';
import { NO_DAY } from '../../core/model/day';
import type { IssueCode, IssueLog } from '../issues';
import { concatDrafts, integersOf, pickRows, textColumn, type TableDraft } from '../read/table-draft';
import { firstRows, matchCodes } from '../read/text-keys';
import { LinesOut } from './lines-out';

/** Order lines that got client and days of their order heads. */
export interface JoinedOrders {
  readonly transactions: TableDraft;
  /** Lines without an order of theirs, by sheet. */
  readonly rejected: LinesOut;
  /** The order head's row of each kept line. */
  readonly headRows: Int32Array;
}

const FROM_HEAD: readonly (readonly [string, string])[] = [
  ['client', 'client'],
  ['day', 'orderDay'],
  ['region', 'region'],
  ['country', 'country'],
  ['rep', 'rep'],
  ['cancelled', 'cancelled'],
  ['returned', 'returned'],
];

/**
 * Joins the order lines of an ERP with its order heads by order number: each line gets client, day, region and rep of its
 * order. A line without an order, or whose order has no client or day, is rejected; of heads with one number the first
 * counts.
 *
 * @param heads The draft of the order sheet (a `deliveries` draft; `country` may stand beside).
 */
export function joinOrders(
  lines: TableDraft,
  heads: TableDraft,
  country: TextColumn | undefined,
  sheets: readonly string[],
  issues: IssueLog,
): JoinedOrders {
  const lineOrders = textColumn(lines, 'orderNo');
  const headOrders = textColumn(heads, 'orderNo');
  if (!lineOrders || !headOrders) throw new Error('Order lines and orders are joined by order number');
  const headOfCode = firstRows(headOrders);
  const match = matchCodes(lineOrders, headOrders);
  const client = integersOf(heads, 'client');
  const day = integersOf(heads, 'orderDay') ?? integersOf(heads, 'promisedDay');
  const headRows = new Int32Array(lines.rows).fill(-1);
  const amounts = lines.columns.get('amount');
  const rejected = new LinesOut();
  const reject = (row: number, code: IssueCode, order: string): void => {
    rejected.add(lines.origin.sheetAt(row), amounts instanceof Float64Array ? amounts[row] : undefined);
    issues.add(code, { ...lines.origin.placeAt(row, sheets), value: order }, { order });
  };
  for (let row = 0; row < lines.rows; row++) {
    const code = lineOrders.codes[row]!;
    const headCode = code === NO_TEXT ? NO_TEXT : match[code]!;
    const head = headCode === NO_TEXT ? -1 : headOfCode[headCode]!;
    const order = textOf(lineOrders.values, code);
    if (head < 0) reject(row, 'order-unknown', order);
    else if ((client?.[head] ?? NO_CLIENT) === NO_CLIENT || (day?.[head] ?? NO_DAY) === NO_DAY)
      reject(row, 'order-without-client', order);
    else headRows[row] = head;
  }
  reportTwice(heads, headOrders, headOfCode, sheets, issues);
  const kept = pickRows(lines, (row) => headRows[row]! >= 0);
  const keptHeads = headRows.filter((head) => head >= 0);
  for (const [name, headName] of FROM_HEAD) {
    const source = headName === 'country' ? country : headName === 'orderDay' ? day : heads.columns.get(headName);
    if (source === undefined || kept.columns.has(name)) continue;
    kept.columns.set(name, spread(source, keptHeads));
  }
  return { transactions: kept, rejected, headRows: keptHeads };
}

/** A head's column, once a line. */
export function spread(
  source: TextColumn | Int32Array | Float64Array | Int8Array,
  heads: Int32Array,
): TextColumn | Int32Array | Float64Array | Int8Array {
  if ('codes' in source) return { codes: Int32Array.from(heads, (head) => source.codes[head]!), values: source.values };
  if (source instanceof Float64Array) return Float64Array.from(heads, (head) => source[head]!);
  if (source instanceof Int8Array) return Int8Array.from(heads, (head) => source[head]!);
  return Int32Array.from(heads, (head) => source[head]!);
}

function reportTwice(
  heads: TableDraft,
  orders: TextColumn,
  firstOf: Int32Array,
  sheets: readonly string[],
  issues: IssueLog,
): void {
  for (let row = 0; row < heads.rows; row++) {
    const code = orders.codes[row]!;
    if (code === NO_TEXT || firstOf[code] === row) continue;
    const order = textOf(orders.values, code);
    issues.add('order-twice', { ...heads.origin.placeAt(row, sheets), value: order }, { order });
  }
}

/** Delivery rows of the orders, completed by the rows of a delivery sheet. */
export interface MergedDeliveries {
  readonly deliveries: TableDraft;
  /** Rows of the delivery sheets that went into rows of the order sheet, by sheet. */
  readonly joined: ReadonlyMap<number, number>;
}

const LAST_DAY = ['shippedDay', 'deliveredDay'];
const SUMMED = [
  'shippedQuantity',
  'deliveredQuantity',
  'damagedQuantity',
  'lostQuantity',
  'wrongQuantity',
  'compensation',
  'distanceKm',
];

/**
 * Puts what was delivered to what was ordered. A delivery belongs to the order line of its number (and of its product,
 * where both sheets have products). Of several deliveries of one order line the quantities add up, the last day counts,
 * and a fault of one is a fault of the line. Orders without delivery stay: they are open. Deliveries without order stay.
 */
export function mergeDeliveries(orders: TableDraft, deliveries: TableDraft): MergedDeliveries {
  const orderNo = textColumn(orders, 'orderNo');
  const deliveryOrder = textColumn(deliveries, 'orderNo');
  if (!orderNo || !deliveryOrder) return { deliveries: concatDrafts(orders, deliveries), joined: new Map() };
  const byProduct = textColumn(orders, 'product') !== undefined && textColumn(deliveries, 'product') !== undefined;
  const rowOf = new Map<string, number>();
  const keyAt = lineKeys(orders, byProduct);
  for (let row = orders.rows - 1; row >= 0; row--) {
    const key = keyAt(row);
    if (key !== '') rowOf.set(key, row);
  }
  const joined = new Map<number, number>();
  const alone = new Uint8Array(deliveries.rows);
  const target = new Int32Array(deliveries.rows).fill(-1);
  const deliveryKey = lineKeys(deliveries, byProduct);
  for (let row = 0; row < deliveries.rows; row++) {
    const order = rowOf.get(deliveryKey(row));
    if (order === undefined) {
      alone[row] = 1;
      continue;
    }
    target[row] = order;
    const sheet = deliveries.origin.sheetAt(row);
    joined.set(sheet, (joined.get(sheet) ?? 0) + 1);
  }
  // One empty delivery row a column makes every column of the delivery sheet stand in the orders as well.
  const wide = concatDrafts(orders, deliveries);
  const merged = pickRows(wide, (row) => row < orders.rows || alone[row - orders.rows] === 1);
  foldInto(merged, deliveries, target);
  return { deliveries: merged, joined };
}

function lineKeys(draft: TableDraft, byProduct: boolean): (row: number) => string {
  const orders = textColumn(draft, 'orderNo')!;
  const orderKeys = matchCodes(orders, orders);
  const product = byProduct ? textColumn(draft, 'product') : undefined;
  return (row) => {
    const code = orders.codes[row]!;
    if (code === NO_TEXT) return '';
    const order = textOf(orders.values, orderKeys[code]!).toLowerCase();
    const item = product ? textOf(product.values, product.codes[row]!).toLowerCase() : '';
    return `${order}\n${item}`;
  };
}

function foldInto(merged: TableDraft, deliveries: TableDraft, target: Int32Array): void {
  for (const [name, source] of deliveries.columns) {
    const goal = merged.columns.get(name)!;
    if (name === 'client' || name === 'orderNo' || name === 'orderDay') continue;
    const codeOf = 'codes' in goal ? new Map([...goal.values].map((text, code) => [text, code])) : undefined;
    for (let row = 0; row < deliveries.rows; row++) {
      const at = target[row]!;
      if (at < 0) continue;
      if ('codes' in goal && 'codes' in source) {
        const code = source.codes[row]!;
        if (code !== NO_TEXT && goal.codes[at] === NO_TEXT) goal.codes[at] = codeOf!.get(source.values.at(code)!)!;
      } else if (goal instanceof Float64Array && source instanceof Float64Array) {
        const value = source[row]!;
        if (Number.isNaN(value)) continue;
        if (Number.isNaN(goal[at]!)) goal[at] = value;
        else if (SUMMED.includes(name)) goal[at]! += value;
      } else if (goal instanceof Int8Array && source instanceof Int8Array) {
        const flag = source[row]!;
        // Of good words (on time, in full, documents right) the worst counts, of faults the worst as well.
        const isGood = name === 'onTime' || name === 'inFull' || name === 'documentsRight';
        if (flag >= 0) goal[at] = goal[at]! < 0 ? flag : isGood ? Math.min(goal[at]!, flag) : Math.max(goal[at]!, flag);
      } else if (goal instanceof Int32Array && source instanceof Int32Array) {
        const day = source[row]!;
        if (day === NO_DAY) continue;
        if (goal[at] === NO_DAY || (LAST_DAY.includes(name) && day > goal[at]!)) goal[at] = day;
      }
    }
  }
}
