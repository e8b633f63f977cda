import { byCodePoint } from '../../model/by-code-point';
import { NO_TEXT, textAt } from '../../model/columns';
import { hasColumn, tableOf, type Dataset } from '../../model/dataset';
import { asDay, NO_DAY, type Day } from '../../model/day';
import { moneyOf, quantityOf, type Money, type Quantity } from '../../model/money';
import { known, missing, type Outcome } from '../../model/outcome';
import { isInPeriod } from '../../model/period';
import { missingRatio, ratioOf, type Ratio } from '../../model/ratio';
import { promisedDayOf, type DeliveryLines } from '../../facts/delivery-lines';
import type { AnalysisWindow } from '../../facts/analysis-window';
import { PairIndex } from '../../facts/pair-index';
import { HIT, MISS } from '../../facts/verdict';
import type { Tier } from '../../sales/tiers';
import type { Settings } from '../../settings';
import { handedDayOf, isRestClosed } from '../delivery-classes';
import { paidOrders } from './paid-orders';

/** How far an order has come, by the days that are kept. */
export type OrderStep = 'ordered' | 'partly' | 'shipped' | 'arrived' | 'invoiced' | 'paid';
export const ORDER_STEPS: readonly OrderStep[] = ['ordered', 'partly', 'shipped', 'arrived', 'invoiced', 'paid'];

/** 表13-7: one order on its way. */
export interface TrackedOrder {
  readonly client: number;
  readonly orderNo: string;
  /** Of its first line; how many lines there are. */
  readonly product: string;
  readonly lines: number;
  readonly ordered: Outcome<Quantity>;
  readonly amount: Outcome<Money>;
  readonly orderDay: Outcome<Day>;
  readonly promisedDay: Outcome<Day>;
  readonly shippedDay: Outcome<Day>;
  readonly arrivedDay: Outcome<Day>;
  /** Delivered (or shipped) / ordered, at most 1. */
  readonly progress: Outcome<number>;
  readonly step: OrderStep;
  /** Days since the step was reached. */
  readonly waitingDays: Outcome<number>;
  /** Days past the promise: of what is still open until as-of, else until it arrived. 0 where early. */
  readonly daysLate: Outcome<number>;
  readonly isUrgent: boolean;
  readonly isChanged: boolean;
  readonly isPostponed: boolean;
  readonly tier: Outcome<Tier>;
}

export interface OrderTracking {
  /** Not finished: tier Ⅰ first, then the latest; at most 1,000 of `count`. */
  readonly orders: readonly TrackedOrder[];
  readonly count: number;
  /** Of the orders of the period: how many stand at each step, and what reached it or went past it. */
  readonly steps: readonly { readonly step: OrderStep; readonly at: number; readonly reached: Ratio }[];
  /** 001-18, of the orders of the period. */
  readonly urgent: Ratio;
  readonly urgentOnTime: Ratio;
  readonly changed: Ratio;
  readonly postponed: Ratio;
  /** Where an order ends: the last step that the workbook can tell. */
  readonly lastStep: OrderStep;
}

const LONGEST_LIST = 1000;
const NO_TIER = 4;

/** What of an order's lines is true of one of them at least. */
const IS_OUT = 1;
const IS_PART_OPEN = 2;
const IS_PART_ON_ITS_WAY = 4;
const IS_LATE = 8;
const IS_JUDGED = 16;
const IS_URGENT = 32;
const IS_CHANGED = 64;
const IS_POSTPONED = 128;

/** Orders while their lines are gathered: columns, as each line may be an order by itself. */
class GatheredOrders {
  count = 0;
  /** The row of its first line. */
  readonly first: Int32Array;
  readonly lines: Int32Array;
  readonly ordered: Float64Array;
  readonly delivered: Float64Array;
  readonly amount: Float64Array;
  readonly orderDay: Int32Array;
  readonly promised: Int32Array;
  readonly shipped: Int32Array;
  readonly arrived: Int32Array;
  private readonly flags: Uint8Array;

  /** @param most Orders that there can be. */
  constructor(most: number) {
    this.first = new Int32Array(most);
    this.lines = new Int32Array(most);
    this.ordered = new Float64Array(most);
    this.delivered = new Float64Array(most);
    this.amount = new Float64Array(most);
    this.orderDay = new Int32Array(most);
    this.promised = new Int32Array(most).fill(NO_DAY);
    this.shipped = new Int32Array(most).fill(NO_DAY);
    this.arrived = new Int32Array(most).fill(NO_DAY);
    this.flags = new Uint8Array(most);
  }

  begin(row: number, orderDay: number): number {
    const order = this.count++;
    this.first[order] = row;
    this.orderDay[order] = orderDay;
    return order;
  }

  mark(order: number, flag: number): void {
    this.flags[order]! |= flag;
  }

  is(order: number, flag: number): boolean {
    return (this.flags[order]! & flag) !== 0;
  }
}

/**
 * Where each order stands. Source: 表13-7 (003-23), 001-16, 001-18, 003-16.
 *
 * An order: delivery lines of one client and order number; a line without a number is one by itself. Steps: ordered; partly out;
 * all out (rests that are closed do not keep it open, see `isRestClosed`); arrived; invoiced; paid. An order is finished at the
 * last step that the workbook has days for. Shares are of the orders of the period.
 * Left out: cancelled lines, lines ordered after as-of. Missing: no deliveries, no order day, or no day of hand-over.
 * @example two lines, one handed over: partly; both arrived and invoiced, the invoice open: invoiced
 */
export function trackOrders(
  dataset: Dataset,
  lines: DeliveryLines,
  window: AnalysisWindow,
  settings: Settings,
  openInvoices: ReadonlySet<string> | undefined,
  tierOf: (client: number) => Outcome<Tier>,
): Outcome<OrderTracking> {
  const table = tableOf(dataset, 'deliveries');
  if (table.rows === 0) return missing({ reason: 'no-sheet', sheet: 'deliveries' });
  if (!hasColumn(dataset, 'deliveries.orderDay'))
    return missing({ reason: 'no-column', column: 'deliveries.orderDay' });
  const hasArrivals = hasColumn(dataset, 'deliveries.deliveredDay');
  if (!hasArrivals && !hasColumn(dataset, 'deliveries.shippedDay'))
    return missing({ reason: 'no-column', column: 'deliveries.shippedDay' });
  const { asOf } = window;
  const invoices = paidOrders(dataset, asOf, openInvoices);
  const lastStep: OrderStep = invoices ? 'paid' : hasArrivals ? 'arrived' : 'shipped';
  const { columns } = table;
  const orders = gatherOrders(dataset, lines, window, settings);
  const stepOf = (order: number): OrderStep => {
    if (!orders.is(order, IS_OUT)) return 'ordered';
    if (orders.is(order, IS_PART_OPEN)) return 'partly';
    const invoice = invoices?.of(textAt(columns.orderNo, orders.first[order]!));
    if (invoice?.isPaid) return 'paid';
    // What is on its way is followed as that, invoiced or not.
    if (hasArrivals && orders.is(order, IS_PART_ON_ITS_WAY)) return 'shipped';
    if (invoice) return 'invoiced';
    // Before the first invoice that is kept nothing can be told of invoices.
    const isBefore = invoices !== undefined && orders.arrived[order]! < invoices.firstDay;
    if (isBefore) return 'paid';
    return hasArrivals ? 'arrived' : 'shipped';
  };

  const at = new Map<OrderStep, number>(ORDER_STEPS.map((step) => [step, 0]));
  let n = 0;
  let urgent = 0;
  let urgentJudged = 0;
  let urgentOnTime = 0;
  let changed = 0;
  let postponed = 0;
  const steps = new Uint8Array(orders.count);
  const tiers = new Uint8Array(orders.count);
  const open = new Int32Array(orders.count);
  let openCount = 0;
  for (let order = 0; order < orders.count; order++) {
    const step = stepOf(order);
    steps[order] = ORDER_STEPS.indexOf(step);
    if (step !== lastStep) {
      const client = lines.client[orders.first[order]!]!;
      const tier = client < 0 ? undefined : tierOf(client);
      tiers[order] = tier?.known ? tier.value : NO_TIER;
      open[openCount++] = order;
    }
    const orderDay = orders.orderDay[order]!;
    if (orderDay === NO_DAY || !isInPeriod(window.period, orderDay)) continue;
    n++;
    at.set(step, at.get(step)! + 1);
    if (orders.is(order, IS_CHANGED)) changed++;
    if (orders.is(order, IS_POSTPONED)) postponed++;
    if (!orders.is(order, IS_URGENT)) continue;
    urgent++;
    if (!orders.is(order, IS_JUDGED)) continue;
    urgentJudged++;
    if (!orders.is(order, IS_LATE)) urgentOnTime++;
  }
  const firstOf = (order: number): number => orders.first[order]!;
  const numberOf = (order: number): string => textAt(columns.orderNo, firstOf(order));
  // Equal in all, they stand by what they are called: the order of the rows of a sheet says nothing.
  const listed = open
    .subarray(0, openCount)
    .sort(
      (a, b) =>
        tiers[a]! - tiers[b]! ||
        orders.orderDay[b]! - orders.orderDay[a]! ||
        byCodePoint(numberOf(a), numberOf(b)) ||
        lines.client[firstOf(a)]! - lines.client[firstOf(b)]! ||
        firstOf(a) - firstOf(b),
    )
    .subarray(0, LONGEST_LIST);
  const ofAll = (hits: number, column: 'urgent' | 'revisedPromisedDay' | 'postponedByClient'): Ratio =>
    columns[column] === undefined ? lacking(`deliveries.${column}`) : ratioOf(hits, n, n, 0);
  let beyond = n;
  const reachedSteps = ORDER_STEPS.slice(0, ORDER_STEPS.indexOf(lastStep) + 1).map((step) => {
    const reached = ratioOf(beyond, n, n, 0);
    beyond -= at.get(step)!;
    return { step, at: at.get(step)!, reached };
  });
  return known({
    orders: Array.from(listed, (order) => {
      const step = ORDER_STEPS[steps[order]!]!;
      return describe(dataset, lines, window, invoices?.of(numberOf(order))?.day, orders, order, step, tierOf);
    }),
    count: openCount,
    steps: reachedSteps,
    urgent: ofAll(urgent, 'urgent'),
    urgentOnTime:
      columns.urgent === undefined
        ? lacking('deliveries.urgent')
        : ratioOf(urgentOnTime, urgentJudged, urgentJudged, urgent - urgentJudged),
    changed: ofAll(changed, 'revisedPromisedDay'),
    postponed: ofAll(postponed, 'postponedByClient'),
    lastStep,
  });
}

const lacking = (column: string): Ratio => missingRatio({ reason: 'no-column', column });

/** One pass over the delivery lines. */
function gatherOrders(
  dataset: Dataset,
  lines: DeliveryLines,
  window: AnalysisWindow,
  settings: Settings,
): GatheredOrders {
  const { columns } = tableOf(dataset, 'deliveries');
  const deliveredOf = columns.deliveredQuantity ?? columns.shippedQuantity;
  const pairs = new PairIndex(1024);
  const orders = new GatheredOrders(lines.rows);
  /** Pairs are numbered in the order of first sight. */
  const orderOfPair = new Int32Array(lines.rows);
  let pairsSeen = 0;
  for (let row = 0; row < lines.rows; row++) {
    const orderDay = lines.orderDay[row]!;
    if (orderDay === NO_DAY || orderDay > window.asOf) continue;
    const code = columns.orderNo?.codes[row] ?? NO_TEXT;
    const pair = code === NO_TEXT ? -1 : pairs.of(lines.client[row]! + 1, code);
    let order: number;
    if (pair >= 0 && pair < pairsSeen) {
      order = orderOfPair[pair]!;
    } else {
      order = orders.begin(row, orderDay);
      if (pair >= 0) orderOfPair[pairsSeen++] = order;
    }
    const handed = handedDayOf(lines, row);
    const wanted = columns.orderedQuantity?.[row] ?? NaN;
    const got = handed === NO_DAY ? 0 : (deliveredOf?.[row] ?? NaN);
    const rest = wanted - got;
    orders.lines[order]!++;
    orders.ordered[order]! += wanted;
    orders.delivered[order]! += Math.min(got, wanted === wanted ? wanted : got);
    orders.amount[order]! += columns.value?.[row] ?? NaN;
    orders.orderDay[order] = Math.min(orders.orderDay[order]!, orderDay);
    orders.promised[order] = Math.max(orders.promised[order]!, promisedDayOf(columns, row, settings));
    orders.shipped[order] = Math.max(orders.shipped[order]!, handed);
    orders.arrived[order] = Math.max(orders.arrived[order]!, lines.arrivedDay[row]!);
    orders.mark(order, handed === NO_DAY ? IS_PART_OPEN : IS_OUT);
    if (handed !== NO_DAY && rest > 0 && !isRestClosed(wanted, rest, handed, window.asOf, settings))
      orders.mark(order, IS_PART_OPEN);
    if (lines.arrivedDay[row] === NO_DAY) orders.mark(order, IS_PART_ON_ITS_WAY);
    if (lines.timing[row] === MISS) orders.mark(order, IS_LATE);
    if (lines.timing[row] === MISS || lines.timing[row] === HIT) orders.mark(order, IS_JUDGED);
    if (columns.urgent?.[row] === 1) orders.mark(order, IS_URGENT);
    if (columns.postponedByClient?.[row] === 1) orders.mark(order, IS_POSTPONED);
    const revised = columns.revisedPromisedDay?.[row] ?? NO_DAY;
    if (revised !== NO_DAY && revised !== (columns.promisedDay?.[row] ?? NO_DAY)) orders.mark(order, IS_CHANGED);
  }
  return orders;
}

function describe(
  dataset: Dataset,
  lines: DeliveryLines,
  { asOf }: AnalysisWindow,
  invoiced: number | undefined,
  orders: GatheredOrders,
  order: number,
  step: OrderStep,
  tierOf: (client: number) => Outcome<Tier>,
): TrackedOrder {
  const { columns } = tableOf(dataset, 'deliveries');
  const [first, ordered, delivered] = [orders.first[order]!, orders.ordered[order]!, orders.delivered[order]!];
  const [amount, orderDay, promised] = [orders.amount[order]!, orders.orderDay[order]!, orders.promised[order]!];
  const [shipped, arrived] = [orders.shipped[order]!, orders.arrived[order]!];
  const isAllArrived = !orders.is(order, IS_PART_ON_ITS_WAY);
  const client = lines.client[first]!;
  const since = { ordered: orderDay, partly: shipped, shipped, arrived, invoiced: invoiced ?? NO_DAY, paid: NO_DAY }[
    step
  ];
  const end = step === 'ordered' || step === 'partly' || !isAllArrived ? asOf : arrived;
  return {
    client,
    orderNo: textAt(columns.orderNo, first),
    product: textAt(columns.product, first),
    lines: orders.lines[order]!,
    ordered: ordered === ordered ? known(quantityOf(ordered)) : lackingColumn('orderedQuantity'),
    amount: amount === amount ? known(moneyOf(amount)) : lackingColumn('value'),
    orderDay: dayOutcome(orderDay),
    promisedDay: dayOutcome(promised),
    shippedDay: dayOutcome(shipped),
    arrivedDay: isAllArrived ? dayOutcome(arrived) : dayOutcome(NO_DAY),
    progress:
      ordered > 0 && delivered === delivered
        ? known(Math.min(1, delivered / ordered))
        : lackingColumn('orderedQuantity'),
    step,
    waitingDays: since === NO_DAY ? missing({ reason: 'not-entered' }) : known(asOf - since),
    daysLate: promised === NO_DAY ? missing({ reason: 'not-entered' }) : known(Math.max(0, end - promised)),
    isUrgent: orders.is(order, IS_URGENT),
    isChanged: orders.is(order, IS_CHANGED),
    isPostponed: orders.is(order, IS_POSTPONED),
    tier: client < 0 ? missing({ reason: 'no-rows' }) : tierOf(client),
  };
}

const lackingColumn = (column: string): Outcome<never> =>
  missing({ reason: 'no-column', column: `deliveries.${column}` });

const dayOutcome = (day: number): Outcome<Day> =>
  day === NO_DAY ? missing({ reason: 'not-entered' }) : known(asDay(day));
