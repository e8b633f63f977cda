import { byCodePoint } from '../../model/by-code-point';
import { NO_FLAG, textAt } from '../../model/columns';
import { hasColumn, tableOf, type Dataset } from '../../model/dataset';
import { asDay, NO_DAY, type Day } from '../../model/day';
import { quantityOf, type Quantity } from '../../model/money';
import { known, missing, type Outcome } from '../../model/outcome';
import { missingRatio, ratioOf, type Ratio } from '../../model/ratio';
import { promisedDayOf, type DeliveryLines } from '../../facts/delivery-lines';
import type { AnalysisWindow } from '../../facts/analysis-window';
import type { Settings } from '../../settings';

/** 表13-8: one delivery line that went out. */
export interface TrackedShipment {
  readonly client: number;
  readonly deliveryNo: string;
  readonly orderNo: string;
  readonly product: string;
  readonly vehicle: string;
  readonly carrier: string;
  readonly quantity: Outcome<Quantity>;
  readonly shippedDay: Day;
  readonly expectedDay: Outcome<Day>;
  readonly arrivedDay: Outcome<Day>;
  /** Out, and not signed for. */
  readonly isOnTheWay: boolean;
  /** Past the expected day: until as-of while on the way. 0 where early. */
  readonly daysLate: Outcome<number>;
  readonly documentsRight: Outcome<boolean>;
}

export interface ShipmentTracking {
  /** On the way (the latest past their day first), then those that went out in the last `tracking.shippedDays`; at most 1,000. */
  readonly shipments: readonly TrackedShipment[];
  readonly count: number;
  /** Of those that went out in these days: arrived. */
  readonly arrived: Ratio;
  readonly onTheWay: number;
  /** On the way and past the expected day. */
  readonly late: number;
  /** Of the arrived with the column filled: documents right. */
  readonly documents: Ratio;
}

const LONGEST_LIST = 1000;

/**
 * What is on its way, and what went out lately. Source: 表13-8 (003-24).
 *
 * Counts: lines with a day of shipping up to as-of, not cancelled. Missing: no deliveries, no shipping day, or no day of
 * arrival, without which nothing can be on its way.
 * @example out on 1 March, expected on the 3rd, not signed for on the 10th: on the way, 7 days late
 */
export function trackShipments(
  dataset: Dataset,
  lines: DeliveryLines,
  { asOf }: AnalysisWindow,
  settings: Settings,
): Outcome<ShipmentTracking> {
  const { columns, rows } = tableOf(dataset, 'deliveries');
  if (rows === 0) return missing({ reason: 'no-sheet', sheet: 'deliveries' });
  for (const column of ['deliveries.shippedDay', 'deliveries.deliveredDay'] as const)
    if (!hasColumn(dataset, column)) return missing({ reason: 'no-column', column });
  const from = asOf - settings['tracking.shippedDays'];
  const found: { readonly row: number; readonly late: number; readonly isOut: boolean; readonly shipped: number }[] =
    [];
  let went = 0;
  let arrivedLately = 0;
  let right = 0;
  let judged = 0;
  for (let row = 0; row < rows; row++) {
    const shipped = columns.shippedDay![row]!;
    if (shipped === NO_DAY || shipped > asOf || columns.cancelled?.[row] === 1) continue;
    const arrived = lines.arrivedDay[row]!;
    const isOut = arrived === NO_DAY;
    const isLately = shipped > from;
    if (isLately) {
      went++;
      if (!isOut) {
        arrivedLately++;
        const flag = columns.documentsRight?.[row] ?? NO_FLAG;
        if (flag !== NO_FLAG) judged++;
        if (flag === 1) right++;
      }
    }
    if (!isOut && !isLately) continue;
    const promise = promisedDayOf(columns, row, settings);
    const late = promise === NO_DAY ? NaN : Math.max(0, (isOut ? asOf : arrived) - promise);
    found.push({ row, late, isOut, shipped });
  }
  const rank = (late: number): number => (late === late ? late : -1);
  found.sort(
    (a, b) =>
      Number(b.isOut) - Number(a.isOut) ||
      (a.isOut ? rank(b.late) - rank(a.late) : 0) ||
      b.shipped - a.shipped ||
      byCodePoint(textAt(columns.deliveryNo, a.row), textAt(columns.deliveryNo, b.row)) ||
      byCodePoint(textAt(columns.orderNo, a.row), textAt(columns.orderNo, b.row)) ||
      a.row - b.row,
  );
  const onTheWay = found.filter(({ isOut }) => isOut);
  return known({
    shipments: found.slice(0, LONGEST_LIST).map(({ row, late, isOut, shipped }) => ({
      client: lines.client[row]!,
      deliveryNo: textAt(columns.deliveryNo, row),
      orderNo: textAt(columns.orderNo, row),
      product: textAt(columns.product, row),
      vehicle: textAt(columns.vehicle, row),
      carrier: textAt(columns.carrier, row),
      quantity: quantityAt(columns.shippedQuantity, row),
      shippedDay: asDay(shipped),
      expectedDay: dayOutcome(promisedDayOf(columns, row, settings)),
      arrivedDay: dayOutcome(lines.arrivedDay[row]!),
      isOnTheWay: isOut,
      daysLate: late === late ? known(late) : missing({ reason: 'not-entered' }),
      documentsRight: flagOutcome(columns.documentsRight?.[row] ?? NO_FLAG),
    })),
    count: found.length,
    arrived: ratioOf(arrivedLately, went, went, 0),
    onTheWay: onTheWay.length,
    late: onTheWay.filter(({ late }) => late > 0).length,
    documents: columns.documentsRight
      ? ratioOf(right, judged, judged, arrivedLately - judged)
      : missingRatio({ reason: 'no-column', column: 'deliveries.documentsRight' }),
  });
}

function quantityAt(column: Float64Array | undefined, row: number): Outcome<Quantity> {
  const value = column?.[row] ?? NaN;
  return value === value ? known(quantityOf(value)) : missing({ reason: 'not-entered' });
}

const dayOutcome = (day: number): Outcome<Day> =>
  day === NO_DAY ? missing({ reason: 'not-entered' }) : known(asDay(day));

const flagOutcome = (flag: number): Outcome<boolean> =>
  flag === NO_FLAG ? missing({ reason: 'not-entered' }) : known(flag === 1);
