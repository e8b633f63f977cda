import { NO_CLIENT, NO_FLAG, NO_TEXT, type ColumnsOf, type TextColumn } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { NO_DAY } from '../model/day';
import type { DELIVERY_COLUMNS } from '../model/tables';
import { isInPeriod } from '../model/period';
import type { Settings } from '../settings';
import type { AnalysisWindow } from './analysis-window';
import { faultFlag, faultQuantity, type FaultColumn } from './fault-column';
import { ClientCodes } from './client-codes';
import type { RowGrouping } from './row-grouping';
import { RowTally } from './row-tally';
import { EXCLUDED, HIT, markOf, MISS, OUTSIDE, type Verdict } from './verdict';

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
  readonly region: Int32Array;
  readonly rep: Int32Array;
  /** The day by which the line was due: promise, else the best other day; `NO_DAY` for cancelled lines. */
  readonly dueDay: Int32Array;
  /** Order day, shipping day and arrival; `NO_DAY` where not known or after as-of. */
  readonly orderDay: Int32Array;
  readonly shippedDay: Int32Array;
  readonly arrivedDay: Int32Array;
  /** On time? */
  readonly timing: Uint8Array;
  /** In full? */
  readonly fullness: Uint8Array;
  /** Days of arrival before (−) or after (+) the promise, where both are known, else `NO_DAY`. */
  readonly lateness: Int32Array;
  readonly orderedQuantity: Float64Array | undefined;
  readonly shippedQuantity: Float64Array | undefined;
  readonly deliveredQuantity: Float64Array | undefined;
  readonly faults: DeliveryFaults;
}

/** Lines joined to orders or to delivery tickets; marks are of all lines together (see `judgeTogether`). */
export interface DeliveryGroups {
  readonly rows: number;
  /** The delivery row that each began with. */
  readonly firstLine: Int32Array;
  readonly client: Int32Array;
  readonly region: Int32Array;
  readonly rep: Int32Array;
  /** The latest of the lines. */
  readonly dueDay: Int32Array;
  readonly orderDay: Int32Array;
  readonly shippedDay: Int32Array;
  readonly timing: Uint8Array;
  readonly fullness: Uint8Array;
  /** Undamaged and nothing lost; right goods; right documents. */
  readonly intact: Uint8Array;
  readonly right: Uint8Array;
  readonly documents: Uint8Array;
  readonly direct: Uint8Array;
  readonly accident: Uint8Array;
  readonly packaging: Uint8Array;
  readonly returned: Uint8Array;
  /** Code of `wrongKind` of the first wrong line, −1 for none. */
  readonly wrongKind: Int32Array;
}

export interface DeliveryFacts {
  readonly lines: DeliveryLines;
  readonly orders: DeliveryGroups;
  /** The same object as `orders` where there are no delivery numbers. */
  readonly tickets: DeliveryGroups;
  /** Where the workbook has no arrival day, the shipping day stands for it. */
  readonly arrivalIsShipping: boolean;
  readonly hasTiming: boolean;
  readonly hasFullness: boolean;
  readonly hasOrderNumbers: boolean;
  readonly hasDeliveryNumbers: boolean;
  readonly wrongKinds: readonly string[];
  readonly tally: RowTally;
}

type Columns = ColumnsOf<typeof DELIVERY_COLUMNS>;

/**
 * One pass over the delivery rows: judges each line and joins lines to orders and tickets.
 *
 * On time: arrived ≤ promise + grace; not arrived and as-of past it: late; not yet due: not counted; no promise, or
 * postponed by the client: left out and counted. In full: delivered ≥ ordered × (1 − tolerance), of the same lines. A day
 * after as-of has not happened yet. Words of a status column count where the days or quantities have no column.
 *
 * Source: definitions §2. @example promised day 10, delivered 9, 10, 12 //=> HIT, HIT, MISS
 */
export function gatherDeliveries(
  dataset: Dataset,
  window: AnalysisWindow,
  settings: Settings,
  regions: RowGrouping,
  reps: RowGrouping,
): DeliveryFacts {
  const { columns, rows, origin } = tableOf(dataset, 'deliveries');
  const tally = new RowTally(dataset.sheets.length);
  const arrivedColumn = columns.deliveredDay ?? columns.shippedDay;
  const shippedColumn = columns.shippedDay ?? columns.deliveredDay;
  const hasPromise = columns.promisedDay !== undefined || columns.revisedPromisedDay !== undefined;
  const judgesByDays = hasPromise && arrivedColumn !== undefined;
  const delivered = columns.deliveredQuantity ?? columns.shippedQuantity;
  const judgesByQuantity = columns.orderedQuantity !== undefined && delivered !== undefined;
  const grace = settings['delivery.graceDays'];
  const lines: Mutable<DeliveryLines> = {
    rows,
    client: columns.client ?? new Int32Array(rows).fill(NO_CLIENT),
    region: new Int32Array(rows),
    rep: new Int32Array(rows),
    dueDay: new Int32Array(rows),
    orderDay: new Int32Array(rows),
    shippedDay: new Int32Array(rows),
    arrivedDay: new Int32Array(rows),
    timing: new Uint8Array(rows),
    fullness: new Uint8Array(rows),
    lateness: new Int32Array(rows).fill(NO_DAY),
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
  const groups = [new GroupBuilder('orders', columns, rows, lines.faults)];
  if (columns.deliveryNo) groups.push(new GroupBuilder('tickets', columns, rows, lines.faults));

  const happened = (column: Int32Array | undefined, row: number): number => {
    const day = column === undefined ? NO_DAY : column[row]!;
    return day > window.asOf ? NO_DAY : day;
  };
  for (let row = 0; row < rows; row++) {
    const client = lines.client[row]!;
    lines.region[row] = regions.of(row, client);
    lines.rep[row] = reps.of(row, client);
    const sheet = origin.sheet[row]!;
    if (columns.cancelled !== undefined && columns.cancelled[row] === 1) {
      tally.cancelled[sheet]!++;
      lines.dueDay[row] = NO_DAY;
      lines.orderDay[row] = NO_DAY;
      lines.shippedDay[row] = NO_DAY;
      lines.arrivedDay[row] = NO_DAY;
      continue;
    }
    const ordered = columns.orderDay === undefined ? NO_DAY : columns.orderDay[row]!;
    const promise = promisedDayOf(columns, row, settings);
    const arrived = happened(arrivedColumn, row);
    const shipped = happened(shippedColumn, row);
    lines.orderDay[row] = ordered;
    lines.arrivedDay[row] = arrived;
    // Without any day of shipping the order day is the best that is known of when it went out.
    lines.shippedDay[row] = shipped !== NO_DAY ? shipped : shippedColumn === undefined ? ordered : arrived;
    const due = promise !== NO_DAY ? promise : arrived !== NO_DAY ? arrived : shipped !== NO_DAY ? shipped : ordered;
    lines.dueDay[row] = due;
    if (promise !== NO_DAY && arrived !== NO_DAY) lines.lateness[row] = arrived - promise;

    const isOverdue = promise !== NO_DAY && window.asOf > promise + grace;
    const isOpen = arrivedColumn !== undefined && arrived === NO_DAY && !isOverdue;
    const isDue = promise === NO_DAY || promise <= window.asOf;
    const isPostponed = columns.postponedByClient !== undefined && columns.postponedByClient[row] === 1;
    let timing: Verdict;
    if (judgesByDays) {
      if (promise === NO_DAY || isPostponed) timing = EXCLUDED;
      else if (!isDue) timing = OUTSIDE;
      else if (arrived === NO_DAY) timing = isOverdue ? MISS : OUTSIDE;
      else timing = arrived <= promise + grace ? HIT : MISS;
    } else if (columns.onTime !== undefined) {
      timing = isPostponed ? EXCLUDED : !isDue ? OUTSIDE : flagVerdict(columns.onTime[row]!);
    } else timing = OUTSIDE;
    lines.timing[row] = timing;

    let fullness: Verdict = OUTSIDE;
    if (judgesByQuantity) {
      const wanted = columns.orderedQuantity![row]!;
      let got = delivered[row]!;
      if (got !== got && arrivedColumn !== undefined && arrived === NO_DAY) got = 0;
      if (isOpen || !isDue) fullness = OUTSIDE;
      else if (wanted !== wanted || got !== got) fullness = EXCLUDED;
      else fullness = isFull(got, wanted, settings['delivery.fullTolerance']) ? HIT : MISS;
    } else if (columns.inFull !== undefined) {
      fullness = isOpen || !isDue ? OUTSIDE : flagVerdict(columns.inFull[row]!);
    }
    lines.fullness[row] = fullness;

    const account = due !== NO_DAY ? due : ordered;
    if (account === NO_DAY) tally.unusable[sheet]!++;
    else if (isInPeriod(window.period, account)) tally.used[sheet]!++;
    else tally.outOfPeriod[sheet]!++;
    for (const group of groups) group.see(row, lines);
  }
  const orders = groups[0]!.facts();
  return {
    lines,
    orders,
    tickets: groups[1]?.facts() ?? orders,
    arrivalIsShipping: columns.deliveredDay === undefined && columns.shippedDay !== undefined,
    hasTiming: judgesByDays || columns.onTime !== undefined,
    hasFullness: judgesByQuantity || columns.inFull !== undefined,
    hasOrderNumbers: columns.orderNo !== undefined,
    hasDeliveryNumbers: columns.deliveryNo !== undefined,
    wrongKinds: columns.wrongKind?.values ?? [],
    tally,
  };
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

function flagVerdict(flag: number): Verdict {
  return flag === NO_FLAG ? EXCLUDED : flag === 1 ? HIT : MISS;
}

/** Verdict of a line without faults: any fault misses, any unknown one leaves it out. */
function faultless(row: number, faults: readonly FaultColumn[]): Verdict {
  let verdict: Verdict = faults.length > 0 ? HIT : EXCLUDED;
  for (const fault of faults) {
    const value = fault.at(row);
    if (value > 0) return MISS;
    if (value !== value) verdict = EXCLUDED;
  }
  return verdict;
}

function present(...columns: readonly (FaultColumn | undefined)[]): readonly FaultColumn[] {
  return columns.filter((column): column is FaultColumn => column !== undefined);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Joins lines to groups while the rows pass by. */
class GroupBuilder {
  private readonly key: TextColumn | undefined;
  private readonly numbers: ClientCodes;
  private readonly columns: Columns;
  private readonly intactFaults: readonly FaultColumn[];
  private readonly rightFaults: readonly FaultColumn[];
  private readonly accidentFaults: readonly FaultColumn[];
  private readonly packagingFaults: readonly FaultColumn[];
  private readonly group: Mutable<DeliveryGroups>;
  private count = 0;

  constructor(kind: 'orders' | 'tickets', columns: Columns, rows: number, faults: DeliveryFaults) {
    this.key = kind === 'tickets' ? columns.deliveryNo : columns.orderNo;
    this.columns = columns;
    this.intactFaults = present(faults.damagedQuantity, faults.damaged, faults.lostQuantity, faults.lost);
    this.rightFaults = present(faults.wrongQuantity, faults.wrong);
    this.accidentFaults = present(faults.accident);
    this.packagingFaults = present(faults.packaging);
    this.numbers = new ClientCodes(this.key?.values.length ?? 0);
    this.group = {
      rows: 0,
      firstLine: new Int32Array(rows),
      client: new Int32Array(rows).fill(NO_CLIENT),
      region: new Int32Array(rows),
      rep: new Int32Array(rows),
      dueDay: new Int32Array(rows).fill(NO_DAY),
      orderDay: new Int32Array(rows).fill(NO_DAY),
      shippedDay: new Int32Array(rows).fill(NO_DAY),
      timing: new Uint8Array(rows),
      fullness: new Uint8Array(rows),
      intact: new Uint8Array(rows),
      right: new Uint8Array(rows),
      documents: new Uint8Array(rows),
      direct: new Uint8Array(rows),
      accident: new Uint8Array(rows),
      packaging: new Uint8Array(rows),
      returned: new Uint8Array(rows),
      wrongKind: new Int32Array(rows).fill(NO_TEXT),
    };
  }

  see(row: number, lines: DeliveryLines): void {
    const { group, columns } = this;
    const at = this.groupOf(row, lines.client[row]!);
    if (group.timing[at] === 0) {
      group.firstLine[at] = row;
      group.client[at] = lines.client[row]!;
      group.region[at] = lines.region[row]!;
      group.rep[at] = lines.rep[row]!;
    } else {
      // Of several regions or reps the first by name, whatever the order of rows.
      if (lines.region[row]! < group.region[at]!) group.region[at] = lines.region[row]!;
      if (lines.rep[row]! < group.rep[at]!) group.rep[at] = lines.rep[row]!;
    }
    if (lines.dueDay[row]! > group.dueDay[at]!) group.dueDay[at] = lines.dueDay[row]!;
    if (lines.orderDay[row]! > group.orderDay[at]!) group.orderDay[at] = lines.orderDay[row]!;
    if (lines.shippedDay[row]! > group.shippedDay[at]!) group.shippedDay[at] = lines.shippedDay[row]!;
    group.timing[at]! |= markOf(lines.timing[row]! as Verdict);
    group.fullness[at]! |= markOf(lines.fullness[row]! as Verdict);
    group.intact[at]! |= markOf(faultless(row, this.intactFaults));
    const right = faultless(row, this.rightFaults);
    group.right[at]! |= markOf(right);
    if (right === MISS && columns.wrongKind !== undefined) {
      const kind = columns.wrongKind.codes[row]!;
      if (group.wrongKind[at] === NO_TEXT || this.kindBefore(kind, group.wrongKind[at]!)) group.wrongKind[at] = kind;
    }
    group.documents[at]! |= markOf(columns.documentsRight ? flagVerdict(columns.documentsRight[row]!) : EXCLUDED);
    group.direct[at]! |= markOf(columns.direct ? flagVerdict(columns.direct[row]!) : EXCLUDED);
    group.accident[at]! |= markOf(faultless(row, this.accidentFaults));
    group.packaging[at]! |= markOf(faultless(row, this.packagingFaults));
    if (columns.returned !== undefined && columns.returned[row] === 1) group.returned[at] = 1;
  }

  facts(): DeliveryGroups {
    return { ...this.group, rows: this.count };
  }

  private kindBefore(kind: number, than: number): boolean {
    const values = this.columns.wrongKind?.values ?? [];
    return kind !== NO_TEXT && (values[kind] ?? '') < (values[than] ?? '');
  }

  private groupOf(row: number, client: number): number {
    const code = this.key === undefined ? NO_TEXT : this.key.codes[row]!;
    if (code === NO_TEXT) return this.count++;
    const group = this.numbers.of(client, code, this.count);
    if (group === this.count) this.count++;
    return group;
  }
}
