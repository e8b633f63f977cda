import type { DeliveryLines } from '../facts/delivery-lines';
import { textAt } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { asDay, NO_DAY, type Day } from '../model/day';
import { moneyOf, type Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import { isInPeriod, type Period } from '../model/period';

/** A delivery line that met with an accident. */
export interface Accident {
  readonly client: number;
  readonly deliveryNo: string;
  readonly orderNo: string;
  readonly shippedDay: Day;
  readonly vehicle: string;
  readonly carrier: string;
  readonly damaged: Outcome<number>;
  readonly lost: Outcome<number>;
  /** What was paid for it. */
  readonly compensation: Outcome<Money>;
  readonly sheet: string;
  readonly row: number;
}

/**
 * E03: delivery lines with an accident, shipped in the period, in the order of their days; what is not written is —.
 *
 * Missing: no column that says whether there was one. Source: features E03.
 */
export function listAccidents(dataset: Dataset, lines: DeliveryLines, period: Period): Outcome<readonly Accident[]> {
  const { accident } = lines.faults;
  if (!accident) return missing({ reason: 'no-column', column: 'deliveries.accident' });
  const { columns, origin } = tableOf(dataset, 'deliveries');
  const numberAt = (column: Float64Array | undefined, row: number): Outcome<number> => {
    const value = column?.[row] ?? NaN;
    return value === value ? known(value) : missing({ reason: 'not-entered' });
  };
  const found: Accident[] = [];
  for (let row = 0; row < lines.rows; row++) {
    const shipped = lines.shippedDay[row]!;
    if (shipped === NO_DAY || !(accident.at(row) > 0) || !isInPeriod(period, asDay(shipped))) continue;
    const paid = numberAt(columns.compensation, row);
    found.push({
      client: lines.client[row]!,
      deliveryNo: textAt(columns.deliveryNo, row),
      orderNo: textAt(columns.orderNo, row),
      shippedDay: asDay(shipped),
      vehicle: textAt(columns.vehicle, row),
      carrier: textAt(columns.carrier, row),
      damaged: numberAt(columns.damagedQuantity, row),
      lost: numberAt(columns.lostQuantity, row),
      compensation: paid.known ? known(moneyOf(paid.value)) : paid,
      ...origin.placeAt(row, dataset.sheets),
    });
  }
  return known(found.sort((a, b) => a.shippedDay - b.shippedDay || a.row - b.row));
}
