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

/** An order while its lines are gathered. */
interface Gathered {
  readonly first: number;
  lines: number;
  ordered: number;
  delivered: number;
  amount: number;
  orderDay: number;
  promised: number;
  shipped: number;
  arrived: number;
  isOut: boolean;
  isAllOut: boolean;
  isAllArrived: boolean;
  isLate: boolean;
  isJudged: boolean;
  isUrgent: boolean;
  isChanged: boolean;
  isPostponed: boolean;
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
  const stepOf = (one: Gathered): OrderStep => {
    if (!one.isOut) return 'ordered';
    if (!one.isAllOut) return 'partly';
    const invoice = invoices?.of(textAt(columns.orderNo, one.first));
    if (invoice?.isPaid) return 'paid';
    // What is on its way is followed as that, invoiced or not.
    if (hasArrivals && !one.isAllArrived) return 'shipped';
    if (invoice) return 'invoiced';
    // Before the first invoice that is kept nothing can be told of invoices.
    const isBefore = invoices !== undefined && one.arrived < invoices.firstDay;
    if (isBefore) return 'paid';
    return hasArrivals ? 'arrived' : 'shipped';
  };

  const gathered = gatherOrders(dataset, lines, window, settings);
  const at = new Map<OrderStep, number>(ORDER_STEPS.map((step) => [step, 0]));
  let n = 0;
  let urgent = 0;
  let urgentJudged = 0;
  let urgentOnTime = 0;
  let changed = 0;
  let postponed = 0;
  const open: { readonly one: Gathered; readonly step: OrderStep; readonly tier: number }[] = [];
  for (const one of gathered) {
    const step = stepOf(one);
    if (step !== lastStep) {
      const client = lines.client[one.first]!;
      const tier = client < 0 ? undefined : tierOf(client);
      open.push({ one, step, tier: tier?.known ? tier.value : NO_TIER });
    }
    if (one.orderDay === NO_DAY || !isInPeriod(window.period, one.orderDay)) continue;
    n++;
    at.set(step, at.get(step)! + 1);
    if (one.isChanged) changed++;
    if (one.isPostponed) postponed++;
    if (!one.isUrgent) continue;
    urgent++;
    if (!one.isJudged) continue;
    urgentJudged++;
    if (!one.isLate) urgentOnTime++;
  }
  const numberOf = ({ one }: { readonly one: Gathered }): string => textAt(columns.orderNo, one.first);
  // Equal in all, they stand by what they are called: the order of the rows of a sheet says nothing.
  open.sort(
    (a, b) =>
      a.tier - b.tier ||
      b.one.orderDay - a.one.orderDay ||
      byCodePoint(numberOf(a), numberOf(b)) ||
      lines.client[a.one.first]! - lines.client[b.one.first]! ||
      a.one.first - b.one.first,
  );
  const ofAll = (hits: number, column: 'urgent' | 'revisedPromisedDay' | 'postponedByClient'): Ratio =>
    columns[column] === undefined ? lacking(`deliveries.${column}`) : ratioOf(hits, n, n, 0);
  let beyond = n;
  const steps = ORDER_STEPS.slice(0, ORDER_STEPS.indexOf(lastStep) + 1).map((step) => {
    const reached = ratioOf(beyond, n, n, 0);
    beyond -= at.get(step)!;
    return { step, at: at.get(step)!, reached };
  });
  return known({
    orders: open
      .slice(0, LONGEST_LIST)
      .map(({ one, step }) =>
        describe(dataset, lines, window, invoices?.of(textAt(columns.orderNo, one.first))?.day, one, step, tierOf),
      ),
    count: open.length,
    steps,
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
): readonly Gathered[] {
  const { columns } = tableOf(dataset, 'deliveries');
  const deliveredOf = columns.deliveredQuantity ?? columns.shippedQuantity;
  const pairs = new PairIndex(1024);
  const byPair: Gathered[] = [];
  const all: Gathered[] = [];
  for (let row = 0; row < lines.rows; row++) {
    if (columns.cancelled?.[row] === 1) continue;
    const ordered = lines.orderDay[row]!;
    if (ordered === NO_DAY || ordered > window.asOf) continue;
    const code = columns.orderNo?.codes[row] ?? NO_TEXT;
    const pair = code === NO_TEXT ? -1 : pairs.of(lines.client[row]! + 1, code);
    let one = pair < 0 ? undefined : byPair[pair];
    if (!one) {
      one = {
        first: row, lines: 0, ordered: 0, delivered: 0, amount: 0, orderDay: ordered, promised: NO_DAY, shipped: NO_DAY, arrived: NO_DAY,
        isOut: false, isAllOut: true, isAllArrived: true, isLate: false, isJudged: false, isUrgent: false, isChanged: false, isPostponed: false,
      }; // prettier-ignore
      all.push(one);
      if (pair >= 0) byPair[pair] = one;
    }
    const handed = handedDayOf(lines, row);
    const wanted = columns.orderedQuantity?.[row] ?? NaN;
    const got = handed === NO_DAY ? 0 : (deliveredOf?.[row] ?? NaN);
    const rest = wanted - got;
    const promise = promisedDayOf(columns, row, settings);
    one.lines++;
    one.ordered += wanted;
    one.delivered += Math.min(got, wanted === wanted ? wanted : got);
    one.amount += columns.value?.[row] ?? NaN;
    one.orderDay = Math.min(one.orderDay, ordered);
    one.promised = Math.max(one.promised, promise);
    one.shipped = Math.max(one.shipped, handed);
    one.arrived = Math.max(one.arrived, lines.arrivedDay[row]!);
    if (handed !== NO_DAY) one.isOut = true;
    else one.isAllOut = false;
    if (handed !== NO_DAY && rest > 0 && !isRestClosed(wanted, rest, handed, window.asOf, settings))
      one.isAllOut = false;
    if (lines.arrivedDay[row] === NO_DAY) one.isAllArrived = false;
    if (lines.timing[row] === MISS) one.isLate = true;
    if (lines.timing[row] === MISS || lines.timing[row] === HIT) one.isJudged = true;
    if (columns.urgent?.[row] === 1) one.isUrgent = true;
    if (columns.postponedByClient?.[row] === 1) one.isPostponed = true;
    const revised = columns.revisedPromisedDay?.[row] ?? NO_DAY;
    if (revised !== NO_DAY && revised !== (columns.promisedDay?.[row] ?? NO_DAY)) one.isChanged = true;
  }
  return all;
}

function describe(
  dataset: Dataset,
  lines: DeliveryLines,
  { asOf }: AnalysisWindow,
  invoiced: number | undefined,
  one: Gathered,
  step: OrderStep,
  tierOf: (client: number) => Outcome<Tier>,
): TrackedOrder {
  const { columns } = tableOf(dataset, 'deliveries');
  const client = lines.client[one.first]!;
  const since = { ordered: one.orderDay, partly: one.shipped, shipped: one.shipped, arrived: one.arrived, invoiced: invoiced ?? NO_DAY, paid: NO_DAY }[step]; // prettier-ignore
  const end = step === 'ordered' || step === 'partly' || !one.isAllArrived ? asOf : one.arrived;
  return {
    client,
    orderNo: textAt(columns.orderNo, one.first),
    product: textAt(columns.product, one.first),
    lines: one.lines,
    ordered: one.ordered === one.ordered ? known(quantityOf(one.ordered)) : lackingColumn('orderedQuantity'),
    amount: one.amount === one.amount ? known(moneyOf(one.amount)) : lackingColumn('value'),
    orderDay: dayOutcome(one.orderDay),
    promisedDay: dayOutcome(one.promised),
    shippedDay: dayOutcome(one.shipped),
    arrivedDay: one.isAllArrived ? dayOutcome(one.arrived) : dayOutcome(NO_DAY),
    progress:
      one.ordered > 0 && one.delivered === one.delivered
        ? known(Math.min(1, one.delivered / one.ordered))
        : lackingColumn('orderedQuantity'),
    step,
    waitingDays: since === NO_DAY ? missing({ reason: 'not-entered' }) : known(asOf - since),
    daysLate: one.promised === NO_DAY ? missing({ reason: 'not-entered' }) : known(Math.max(0, end - one.promised)),
    isUrgent: one.isUrgent,
    isChanged: one.isChanged,
    isPostponed: one.isPostponed,
    tier: client < 0 ? missing({ reason: 'no-rows' }) : tierOf(client),
  };
}

const lackingColumn = (column: string): Outcome<never> =>
  missing({ reason: 'no-column', column: `deliveries.${column}` });

const dayOutcome = (day: number): Outcome<Day> =>
  day === NO_DAY ? missing({ reason: 'not-entered' }) : known(asDay(day));
