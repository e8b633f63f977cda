import { NO_CLIENT, type ColumnsOf } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { NO_DAY, type Day } from '../model/day';
import { isInPeriod } from '../model/period';
import type { DELIVERY_COLUMNS } from '../model/tables';
import type { Settings } from '../settings';
import type { AnalysisWindow } from './analysis-window';
import { faultFlag, faultQuantity, type FaultColumn } from './fault-column';
import { RowTally } from './row-tally';
import { EXCLUDED, flagVerdict, HIT, MISS, OUTSIDE } from './verdict';

/** Faults of deliveries, where the workbook keeps them; quantities and flags apart. */
export interface DeliveryFaults {
  readonly damagedQuantity: FaultColumn | undefined;
  readonly lostQuantity: FaultColumn | undefined;
  readonly wrongQuantity: FaultColumn | undefined;
  readonly damaged: FaultColumn | undefined;
  readonly lost: FaultColumn | undefined;
  readonly wrong: FaultColumn | undefined;
  readonly accident: FaultColumn | undefined;
  readonly packaging: FaultColumn | undefined;
}

/** What is known of each delivery line, judged once. Cancelled lines are OUTSIDE of everything. */
export interface DeliveryLines {
  readonly rows: number;
  readonly client: Int32Array;
  /** Order day, shipping day and arrival; `NO_DAY` where not known or after as-of. */
  readonly orderDay: Int32Array;
  readonly shippedDay: Int32Array;
  readonly arrivedDay: Int32Array;
  /** On time? */
  readonly timing: Uint8Array;
  /** In full? */
  readonly fullness: Uint8Array;
  readonly orderedQuantity: Float64Array | undefined;
  readonly shippedQuantity: Float64Array | undefined;
  readonly deliveredQuantity: Float64Array | undefined;
  readonly faults: DeliveryFaults;
}

export interface JudgedLines {
  readonly lines: DeliveryLines;
  readonly hasTiming: boolean;
  readonly hasFullness: boolean;
  readonly tally: RowTally;
}

type Columns = ColumnsOf<typeof DELIVERY_COLUMNS>;

/**
 * One pass over the delivery rows: judges each line.
 *
 * On time: arrived ≤ promise + grace; not arrived and as-of past it: late; not yet due: not counted; no promise, or
 * postponed by the client: left out and counted. In full: delivered ≥ ordered × (1 − tolerance), of the same lines. A day
 * after as-of has not happened yet. Words of a status column count where the days or quantities have no column.
 *
 * Source: definitions §2. @example promised day 10, delivered 9, 10, 12 //=> HIT, HIT, MISS
 */
export function judgeDeliveryLines(dataset: Dataset, window: AnalysisWindow, settings: Settings): JudgedLines {
  const { columns, rows, origin } = tableOf(dataset, 'deliveries');
  const tally = new RowTally(dataset.sheets.length);
  const arrivedColumn = columns.deliveredDay ?? columns.shippedDay;
  const hasPromise = columns.promisedDay !== undefined || columns.revisedPromisedDay !== undefined;
  const judgesByDays = hasPromise && arrivedColumn !== undefined;
  const delivered = columns.deliveredQuantity ?? columns.shippedQuantity;
  const judgesByQuantity = columns.orderedQuantity !== undefined && delivered !== undefined;
  const grace = settings['delivery.graceDays'];
  const tolerance = settings['delivery.fullTolerance'];
  const { asOf } = window;
  const { cancelled, postponedByClient } = columns;
  const days = readDays(columns, rows, asOf);
  const { arrivedDay } = days;
  const promiseDay = promisedDays(columns, rows, settings);
  const dueDay = dueDays(promiseDay, days);
  const timing = new Uint8Array(rows);
  const fullness = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const sheet = origin.sheetAt(row);
    if (cancelled !== undefined && cancelled[row] === 1) {
      tally.cancelled[sheet]!++;
      continue;
    }
    const promise = promiseDay[row]!;
    const arrived = arrivedDay[row]!;
    const isOverdue = promise !== NO_DAY && asOf > promise + grace;
    const isOpen = arrivedColumn !== undefined && arrived === NO_DAY && !isOverdue;
    const isDue = promise === NO_DAY || promise <= asOf;
    const isPostponed = postponedByClient !== undefined && postponedByClient[row] === 1;
    if (judgesByDays) {
      if (promise === NO_DAY || isPostponed) timing[row] = EXCLUDED;
      else if (!isDue) timing[row] = OUTSIDE;
      else if (arrived === NO_DAY) timing[row] = isOverdue ? MISS : OUTSIDE;
      else timing[row] = arrived <= promise + grace ? HIT : MISS;
    } else if (columns.onTime !== undefined) {
      timing[row] = isPostponed ? EXCLUDED : !isDue ? OUTSIDE : flagVerdict(columns.onTime[row]!);
    }

    if (judgesByQuantity) {
      const wanted = columns.orderedQuantity![row]!;
      let got = delivered[row]!;
      if (got !== got && arrivedColumn !== undefined && arrived === NO_DAY) got = 0;
      if (isOpen || !isDue) fullness[row] = OUTSIDE;
      else if (wanted !== wanted || got !== got) fullness[row] = EXCLUDED;
      else fullness[row] = isFull(got, wanted, tolerance) ? HIT : MISS;
    } else if (columns.inFull !== undefined) {
      fullness[row] = isOpen || !isDue ? OUTSIDE : flagVerdict(columns.inFull[row]!);
    }

    const due = dueDay[row]!;
    if (due === NO_DAY) tally.unusable[sheet]!++;
    else if (isInPeriod(window.period, due as Day)) tally.used[sheet]!++;
    else tally.outOfPeriod[sheet]!++;
  }
  const lines: DeliveryLines = {
    rows,
    client: columns.client ?? new Int32Array(rows).fill(NO_CLIENT),
    ...days,
    timing,
    fullness,
    orderedQuantity: columns.orderedQuantity,
    shippedQuantity: columns.shippedQuantity ?? columns.deliveredQuantity ?? columns.orderedQuantity,
    deliveredQuantity: delivered,
    faults: {
      damagedQuantity: faultQuantity(columns.damagedQuantity),
      lostQuantity: faultQuantity(columns.lostQuantity),
      wrongQuantity: faultQuantity(columns.wrongQuantity),
      damaged: faultFlag(columns.damaged),
      lost: faultFlag(columns.lost),
      wrong: faultFlag(columns.wrong),
      accident: faultFlag(columns.accident),
      packaging: faultFlag(columns.packagingFault),
    },
  };
  return {
    lines,
    hasTiming: judgesByDays || columns.onTime !== undefined,
    hasFullness: judgesByQuantity || columns.inFull !== undefined,
    tally,
  };
}

type DeliveryDays = Pick<DeliveryLines, 'orderDay' | 'shippedDay' | 'arrivedDay'>;

function readDays(columns: Columns, rows: number, asOf: Day): DeliveryDays {
  const arrivedColumn = columns.deliveredDay ?? columns.shippedDay;
  const shippedColumn = columns.shippedDay ?? columns.deliveredDay;
  const until = (column: Int32Array | undefined, last: number): Int32Array =>
    column === undefined ? noDays(rows) : daysUntil(column, columns.cancelled, last);
  const orderDay = until(columns.orderDay, Infinity);
  const arrivedDay = until(arrivedColumn, asOf);
  // Without any day of shipping the order day is the best that is known of when it went out.
  if (shippedColumn === undefined) return { orderDay, arrivedDay, shippedDay: orderDay };
  const shipped = shippedColumn === arrivedColumn ? arrivedDay : until(shippedColumn, asOf);
  return { orderDay, arrivedDay, shippedDay: firstDays([shipped, arrivedDay]) };
}

const noDays = (rows: number): Int32Array => new Int32Array(rows).fill(NO_DAY);

/** The days up to the last one, of lines that are not cancelled; the column itself where that leaves none out. */
function daysUntil(column: Int32Array, cancelled: Int8Array | undefined, last: number): Int32Array {
  let days = column;
  for (let row = 0; row < column.length; row++) {
    if (column[row]! <= last && (cancelled === undefined || cancelled[row] !== 1)) continue;
    if (days === column) days = column.slice();
    days[row] = NO_DAY;
  }
  return days;
}

/** Of each row the first day that is there; a column itself where no other adds a day to it. */
function firstDays(columns: readonly Int32Array[]): Int32Array {
  const [first, ...others] = new Set(columns);
  let days = first!;
  for (const other of others)
    for (let row = 0; row < days.length; row++) {
      if (days[row] !== NO_DAY || other[row] === NO_DAY) continue;
      if (days === first) days = first.slice();
      days[row] = other[row]!;
    }
  return days;
}

/** The day by which each line was due: promise, else the best other day; `NO_DAY` for cancelled lines. */
export function dueDays(promised: Int32Array, { arrivedDay, shippedDay, orderDay }: DeliveryDays): Int32Array {
  return firstDays([promised, arrivedDay, shippedDay, orderDay]);
}

/** Binary noise of quantities such as 0.1 + 0.2 is no shortfall. */
const NOISE = 1e-9;

function isFull(got: number, wanted: number, tolerance: number): boolean {
  return got >= wanted - Math.abs(wanted) * (tolerance + NOISE);
}

/** The promised day of a row, the one that the settings choose; `NO_DAY` where nothing was promised. */
export function promisedDayOf(columns: Columns, row: number, settings: Settings): number {
  const original = columns.promisedDay === undefined ? NO_DAY : columns.promisedDay[row]!;
  const revised = columns.revisedPromisedDay === undefined ? NO_DAY : columns.revisedPromisedDay[row]!;
  if (settings['delivery.promise'] === 'revised') return revised !== NO_DAY ? revised : original;
  return original;
}

/** The same of all rows; `NO_DAY` for cancelled lines. */
export function promisedDays(columns: Columns, rows: number, settings: Settings): Int32Array {
  const { promisedDay, revisedPromisedDay, cancelled } = columns;
  const isRevised = revisedPromisedDay !== undefined && settings['delivery.promise'] === 'revised';
  const promised = isRevised ? revisedPromisedDay.map((_, row) => promisedDayOf(columns, row, settings)) : promisedDay;
  return promised === undefined ? noDays(rows) : daysUntil(promised, cancelled, Infinity);
}
