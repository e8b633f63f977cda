import type { Tier } from '../sales/tiers';
import type { AnalysisWindow } from '../facts/analysis-window';
import { promisedDayOf, type DeliveryLines } from '../facts/delivery-lines';
import { HIT, MISS } from '../facts/verdict';
import { textAt } from '../model/columns';
import { hasColumn, tableOf, type Dataset } from '../model/dataset';
import { asDay, monthOf, NO_DAY, type Day } from '../model/day';
import { quantityOf, type Quantity } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import { isInPeriod } from '../model/period';
import type { Settings } from '../settings';
import { fitDeliveryLimits, type DeliveryLimits } from './delivery-limits';

/** 001-17 幸运 / 合理 / 事故: of lines with a promised day by it, of the others by days. */
export interface DeliveryClasses {
  readonly lucky: number;
  readonly reasonable: number;
  readonly incident: number;
  /** Of the incidents: still open. */
  readonly openIncidents: number;
  readonly excluded: number;
  readonly n: number;
  /** Of `n`: judged by the promised day; the others by `limits`. */
  readonly byPromise: number;
  readonly limits: DeliveryLimits;
  /** Of `n`; together 1. */
  readonly shares: {
    readonly lucky: Outcome<number>;
    readonly reasonable: Outcome<number>;
    readonly incident: Outcome<number>;
  };
  readonly trend: readonly {
    readonly month: number;
    readonly lucky: number;
    readonly reasonable: number;
    readonly incident: number;
  }[];
  /** Longest first; at most 1,000, with `incident` telling how many there are. */
  readonly incidents: readonly DeliveryIncident[];
  /** 002-5: ordered − delivered > 0 and not cancelled, tier Ⅰ first; at most 1,000, `openOrderCount` tells how many. */
  readonly openOrders: readonly OpenOrder[];
  readonly openOrderCount: number;
  /** What is open of each product, over all open orders; missing where quantities are not kept, or a line names no product. */
  readonly openByProduct: Outcome<ReadonlyMap<string, Quantity>>;
  /** Lines that went out short, and whose rest is closed: small, or nothing followed for long (`isRestClosed`). */
  readonly closedRests: { readonly lines: number; readonly quantity: Quantity };
  /** Of the open orders: past the promised day, and those of them of which nothing went out. */
  readonly late: { readonly lines: number; readonly untouched: number };
}
export interface DeliveryIncident {
  readonly client: number;
  readonly orderNo: string;
  readonly product: string;
  readonly orderDay: Day;
  readonly handedDay: Outcome<Day>;
  readonly days: number;
  /** Past the promised day; missing where nothing was promised. */
  readonly daysLate: Outcome<number>;
  readonly sheet: string;
  readonly row: number;
}
export interface OpenOrder {
  readonly client: number;
  readonly orderNo: string;
  readonly product: string;
  readonly orderDay: Outcome<Day>;
  readonly promisedDay: Outcome<Day>;
  readonly openQuantity: Outcome<Quantity>;
  readonly overdueDays: number;
  /** Nothing of it has gone out. */
  readonly isUntouched: boolean;
  readonly tier: Outcome<Tier>;
  readonly sheet: string;
  readonly row: number;
}

/** What a line is for the three-day classes. */
export type DeliveryDay = 'outside' | 'excluded' | 'lucky' | 'reasonable' | 'incident';

export interface DeliveryJudgement {
  kind: DeliveryDay;
  /** By the promised day; else by the limits in days. */
  isPromised: boolean;
  /** Days from order to hand-over, or to as-of where still open. */
  days: number;
  isOpen: boolean;
}

const LONGEST_LIST = 1000;
const NO_TIER = 4;
/** More than a sheet has rows: days and row in one number sort as one. */
const ROWS = 2 ** 23;

/**
 * Judges one line by calendar days from order to hand-over (提货/发货, else arrival).
 *
 * Within `lucky` days 幸运, up to `reasonable` 合理, more 事故; still open and older 事故(未交); open and younger: outside.
 * Left out and counted: no order day, handed over before ordered, postponed by the client. One object serves all rows: take
 * from it what is to be kept. Source: features 001-17, C-14.
 *
 * @example limits 0 and 3, ordered day 10, handed over 10, 13, 14 //=> lucky, reasonable, incident
 */
export function countDeliveryDays(
  lines: DeliveryLines,
  dataset: Dataset,
  window: AnalysisWindow,
  { lucky, reasonable }: Pick<DeliveryLimits, 'lucky' | 'reasonable'>,
): (row: number) => DeliveryJudgement {
  const { postponedByClient, cancelled } = tableOf(dataset, 'deliveries').columns;
  const judgement: DeliveryJudgement = { kind: 'outside', isPromised: false, days: 0, isOpen: false };
  return (row) => {
    judgement.kind = 'outside';
    judgement.isPromised = false;
    if (cancelled !== undefined && cancelled[row] === 1) return judgement;
    const ordered = lines.orderDay[row]!;
    const handed = handedDayOf(lines, row);
    const isOpen = handed === NO_DAY;
    const days = (isOpen ? window.asOf : handed) - ordered;
    judgement.days = days;
    judgement.isOpen = isOpen;
    if (ordered === NO_DAY || (postponedByClient !== undefined && postponedByClient[row] === 1)) {
      judgement.kind = 'excluded';
    } else if (isOpen) {
      if (days > reasonable) judgement.kind = 'incident';
    } else if (days < 0) {
      judgement.kind = 'excluded';
    } else {
      judgement.kind = days <= lucky ? 'lucky' : days <= reasonable ? 'reasonable' : 'incident';
    }
    return judgement;
  };
}

/**
 * The same, but a line with a promised day is judged by it, as the on-time rate judges it (grace, which promise): late is an
 * incident, on time is lucky within the `lucky` days and reasonable otherwise; open and not yet due: outside.
 *
 * @example promised day 20, ordered 10, handed over 19, 21 //=> reasonable, incident
 */
function judgeByPromise(
  lines: DeliveryLines,
  dataset: Dataset,
  settings: Settings,
  limits: DeliveryLimits,
  byDays: (row: number) => DeliveryJudgement,
): (row: number) => DeliveryJudgement {
  const { columns } = tableOf(dataset, 'deliveries');
  return (row) => {
    const judgement = byDays(row);
    const isJudged = judgement.kind !== 'excluded' && columns.cancelled?.[row] !== 1;
    if (!isJudged || promisedDayOf(columns, row, settings) === NO_DAY) return judgement;
    judgement.isPromised = true;
    const timing = lines.timing[row]!;
    if (timing === MISS) judgement.kind = 'incident';
    else if (timing !== HIT) judgement.kind = 'outside';
    else judgement.kind = judgement.days <= limits.lucky ? 'lucky' : 'reasonable';
    return judgement;
  };
}

/** Shipped or fetched, else arrived. */
export function handedDayOf(lines: DeliveryLines, row: number): number {
  const shipped = lines.shippedDay[row]!;
  return shipped !== NO_DAY ? shipped : lines.arrivedDay[row]!;
}

/**
 * 001-17 delivery classes of lines ordered in the period, their incidents, and 002-5 the open orders.
 *
 * A line with a promised day is judged by it, the others by limits in days (`fitDeliveryLimits`).
 * Shares are of lucky + reasonable + incident and add to 1. Missing without an order day or without any day of hand-over.
 */
export function classifyDeliveries(
  dataset: Dataset,
  lines: DeliveryLines,
  window: AnalysisWindow,
  settings: Settings,
  tierOf: (client: number) => Outcome<Tier>,
): Outcome<DeliveryClasses> {
  const table = tableOf(dataset, 'deliveries');
  if (table.rows === 0) return missing({ reason: 'no-sheet', sheet: 'deliveries' });
  if (!hasColumn(dataset, 'deliveries.orderDay')) {
    return missing({ reason: 'no-column', column: 'deliveries.orderDay' });
  }
  if (!hasColumn(dataset, 'deliveries.shippedDay') && !hasColumn(dataset, 'deliveries.deliveredDay')) {
    return missing({ reason: 'no-column', column: 'deliveries.shippedDay' });
  }
  const isOrdered = (row: number): boolean => {
    const ordered = lines.orderDay[row]!;
    return ordered !== NO_DAY && isInPeriod(window.period, ordered) && ordered <= window.last;
  };
  const limits = limitsOf(dataset, lines, window, settings, isOrdered);
  const judge = judgeByPromise(lines, dataset, settings, limits, countDeliveryDays(lines, dataset, window, limits));
  let byPromise = 0;
  const counts = { lucky: 0, reasonable: 0, incident: 0 };
  const months = new Map<number, { lucky: number; reasonable: number; incident: number }>();
  const incidents: number[] = [];
  let openIncidents = 0;
  let excluded = 0;
  for (let row = 0; row < lines.rows; row++) {
    if (!isOrdered(row)) continue;
    const judgement = judge(row);
    const { kind } = judgement;
    if (kind === 'outside') continue;
    if (kind === 'excluded') {
      excluded++;
      continue;
    }
    counts[kind]++;
    if (judgement.isPromised) byPromise++;
    const month = monthOf(asDay(lines.orderDay[row]!));
    const ofMonth = months.get(month) ?? { lucky: 0, reasonable: 0, incident: 0 };
    ofMonth[kind]++;
    months.set(month, ofMonth);
    if (kind !== 'incident') continue;
    if (judgement.isOpen) openIncidents++;
    incidents.push(judgement.days * ROWS + (ROWS - 1 - row));
  }
  const n = counts.lucky + counts.reasonable + counts.incident;
  const shareOf = (count: number): Outcome<number> => (n > 0 ? known(count / n) : missing({ reason: 'nothing-due' }));
  const longest = Float64Array.from(incidents).sort().reverse().subarray(0, LONGEST_LIST);
  const { open, closedRests } = listOpenOrders(dataset, lines, window, settings, tierOf);
  return known({
    ...counts,
    openIncidents,
    excluded,
    n,
    byPromise,
    limits,
    shares: {
      lucky: shareOf(counts.lucky),
      reasonable: shareOf(counts.reasonable),
      incident: shareOf(counts.incident),
    },
    trend: [...months].sort(([a], [b]) => a - b).map(([month, of]) => ({ month, ...of })),
    incidents: Array.from(longest, (key) =>
      incidentOf(dataset, lines, window, settings, ROWS - 1 - (key % ROWS), Math.floor(key / ROWS)),
    ),
    openOrders: open.slice(0, LONGEST_LIST),
    openOrderCount: open.length,
    closedRests,
    openByProduct: sumByProduct(dataset, open),
    late: {
      lines: open.filter(({ overdueDays }) => overdueDays > 0).length,
      untouched: open.filter(({ overdueDays, isUntouched }) => overdueDays > 0 && isUntouched).length,
    },
  });
}

/** The limits in days, by the lines of the period that nothing was promised for. */
function limitsOf(
  dataset: Dataset,
  lines: DeliveryLines,
  window: AnalysisWindow,
  settings: Settings,
  isOrdered: (row: number) => boolean,
): DeliveryLimits {
  const { columns } = tableOf(dataset, 'deliveries');
  // Younger open lines are outside with any limits: with these, every open line tells its age.
  const judge = countDeliveryDays(lines, dataset, window, { lucky: -1, reasonable: -1 });
  const handed: number[] = [];
  const open: number[] = [];
  for (let row = 0; row < lines.rows; row++) {
    if (!isOrdered(row) || promisedDayOf(columns, row, settings) !== NO_DAY) continue;
    const { kind, isOpen, days } = judge(row);
    if (kind === 'incident') (isOpen ? open : handed).push(days);
  }
  return fitDeliveryLimits(handed, open, settings);
}

function incidentOf(
  dataset: Dataset,
  lines: DeliveryLines,
  window: AnalysisWindow,
  settings: Settings,
  row: number,
  days: number,
): DeliveryIncident {
  const { columns, origin } = tableOf(dataset, 'deliveries');
  const handed = handedDayOf(lines, row);
  const arrived = lines.arrivedDay[row]!;
  const promised = promisedDayOf(columns, row, settings);
  return {
    client: lines.client[row]!,
    orderNo: textAt(columns.orderNo, row),
    product: textAt(columns.product, row),
    orderDay: asDay(lines.orderDay[row]!),
    handedDay: handed === NO_DAY ? missing({ reason: 'not-entered' }) : known(asDay(handed)),
    days,
    daysLate:
      promised === NO_DAY
        ? missing({ reason: 'not-entered' })
        : known((arrived === NO_DAY ? window.asOf : arrived) - promised),
    ...origin.placeAt(row, dataset.sheets),
  };
}

function sumByProduct(dataset: Dataset, open: readonly OpenOrder[]): DeliveryClasses['openByProduct'] {
  if (!hasColumn(dataset, 'deliveries.orderedQuantity'))
    return missing({ reason: 'no-column', column: 'deliveries.orderedQuantity' });
  if (!hasColumn(dataset, 'deliveries.product')) return missing({ reason: 'no-column', column: 'deliveries.product' });
  const sums = new Map<string, Quantity>();
  for (const { product, openQuantity } of open) {
    if (!openQuantity.known) continue;
    const name = product.trim();
    // Of an open line that names no product nobody can say which product it waits for.
    if (name === '') return missing({ reason: 'no-column', column: 'deliveries.product' });
    sums.set(name, ((sums.get(name) ?? 0) + openQuantity.value) as Quantity);
  }
  return known(sums);
}

/**
 * Whether what is missing of a line that went out is not waited for any more: at most `delivery.restShare` of what was ordered, or
 * nothing followed within `delivery.restDays` of the last hand-over. A line of which nothing went out stays open.
 *
 * @param rest ordered − delivered, above 0
 * @example 10 ordered, 9 delivered: closed at 10 %; 6 delivered on 1 March: open until 30 April, closed from 1 May on (60 days)
 */
export function isRestClosed(ordered: number, rest: number, handed: number, asOf: Day, settings: Settings): boolean {
  if (handed === NO_DAY || !(rest < ordered)) return false;
  // The noise of a difference must not keep a rest open that is just the share.
  return rest <= ordered * settings['delivery.restShare'] * (1 + 1e-9) || asOf - handed > settings['delivery.restDays'];
}

/**
 * Orders not fully executed (未执行量 = ordered − delivered > 0): with quantities what is open; without, lines that have
 * neither gone out nor arrived. Rests that are closed are counted apart. Tier Ⅰ first, then the longest overdue. Source: features 002-5, 003-16, definitions §2.
 */
function listOpenOrders(
  dataset: Dataset,
  lines: DeliveryLines,
  window: AnalysisWindow,
  settings: Settings,
  tierOf: (client: number) => Outcome<Tier>,
): { readonly open: readonly OpenOrder[]; readonly closedRests: DeliveryClasses['closedRests'] } {
  const { columns, origin } = tableOf(dataset, 'deliveries');
  const delivered = columns.deliveredQuantity ?? columns.shippedQuantity;
  const hasQuantities = columns.orderedQuantity !== undefined && delivered !== undefined;
  let closedLines = 0;
  let closedQuantity = 0;
  const found: { readonly row: number; readonly tier: number; readonly overdue: number; readonly open: number }[] = [];
  for (let row = 0; row < lines.rows; row++) {
    if (columns.cancelled?.[row] === 1) continue;
    const ordered = lines.orderDay[row]!;
    if (ordered !== NO_DAY && ordered > window.asOf) continue;
    const isOut = handedDayOf(lines, row) !== NO_DAY;
    let open = NaN;
    if (hasQuantities) {
      const wanted = columns.orderedQuantity![row]!;
      const got = delivered[row]!;
      open = wanted - (got === got ? got : isOut ? NaN : 0);
      if (open === open ? quantityOf(open) <= 0 : isOut) continue;
      if (open === open && isRestClosed(wanted, open, handedDayOf(lines, row), window.asOf, settings)) {
        closedLines++;
        closedQuantity += quantityOf(open);
        continue;
      }
    } else if (isOut) continue;
    const promise = columns.promisedDay?.[row] ?? NO_DAY;
    const client = lines.client[row]!;
    const tier = client < 0 ? missing({ reason: 'no-rows' }) : tierOf(client);
    found.push({
      row,
      tier: tier.known ? tier.value : NO_TIER,
      overdue: promise === NO_DAY ? 0 : Math.max(0, window.asOf - promise),
      open,
    });
  }
  found.sort((a, b) => a.tier - b.tier || b.overdue - a.overdue || a.row - b.row);
  const listed = found.map(({ row, overdue, open }) => {
    const client = lines.client[row]!;
    return {
      client,
      orderNo: textAt(columns.orderNo, row),
      product: textAt(columns.product, row),
      orderDay: dayOutcome(lines.orderDay[row]!),
      promisedDay: dayOutcome(columns.promisedDay?.[row] ?? NO_DAY),
      openQuantity:
        open === open
          ? known(quantityOf(open))
          : missing({ reason: 'no-column', column: 'deliveries.orderedQuantity' }),
      overdueDays: overdue,
      isUntouched: handedDayOf(lines, row) === NO_DAY,
      tier: client < 0 ? missing({ reason: 'no-rows' }) : tierOf(client),
      ...origin.placeAt(row, dataset.sheets),
    };
  });
  return { open: listed, closedRests: { lines: closedLines, quantity: closedQuantity as Quantity } };
}

function dayOutcome(day: number): OpenOrder['orderDay'] {
  return day === NO_DAY ? missing({ reason: 'not-entered' }) : known(asDay(day));
}
