import { lazily } from '../model/lazily';
import { NO_DAY } from '../model/day';
import type { ColumnsOf } from '../model/columns';
import type { DELIVERY_COLUMNS } from '../model/tables';
import type { Settings } from '../settings';
import { dueDays, promisedDays, type DeliveryLines } from './delivery-lines';
import type { RowGrouping } from './row-grouping';

/** Judged lines with what only counting them asks for. */
export interface CountedDeliveryLines extends DeliveryLines {
  readonly region: Int32Array;
  readonly rep: Int32Array;
  /** The day by which the line was due: promise, else the best other day; `NO_DAY` for cancelled lines. */
  readonly dueDay: Int32Array;
  /** Days of arrival before (−) or after (+) the promise, where both are known, else `NO_DAY`. */
  readonly lateness: Int32Array;
}

/** Each further column is worked out when somebody reads it, and goes with what was counted: the lines do not hold it. */
export function countedLines(
  lines: DeliveryLines,
  columns: ColumnsOf<typeof DELIVERY_COLUMNS>,
  settings: Settings,
  regions: RowGrouping,
  reps: RowGrouping,
): CountedDeliveryLines {
  const further = lazily<Pick<CountedDeliveryLines, 'region' | 'rep' | 'dueDay' | 'lateness'>>({
    region: () => placesOf(regions, lines.client),
    rep: () => placesOf(reps, lines.client),
    dueDay: () => dueDays(promisedDays(columns, lines.rows, settings), lines),
    lateness: () => latenessOf(lines.arrivedDay, promisedDays(columns, lines.rows, settings)),
  });
  return Object.defineProperties(further, Object.getOwnPropertyDescriptors(lines)) as CountedDeliveryLines;
}

function latenessOf(arrived: Int32Array, promised: Int32Array): Int32Array {
  const lateness = new Int32Array(arrived.length);
  for (let row = 0; row < lateness.length; row++)
    lateness[row] = arrived[row] === NO_DAY || promised[row] === NO_DAY ? NO_DAY : arrived[row]! - promised[row]!;
  return lateness;
}

function placesOf(grouping: RowGrouping, client: Int32Array): Int32Array {
  const places = new Int32Array(client.length);
  for (let row = 0; row < places.length; row++) places[row] = grouping.of(row, client[row]!);
  return places;
}
