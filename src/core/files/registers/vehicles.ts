import { NO_CLIENT, textAt } from '../../model/columns';
import { tableOf, type Dataset } from '../../model/dataset';
import { addMonths, asDay, NO_DAY, type Day } from '../../model/day';
import { known, missing, type Outcome } from '../../model/outcome';

/** What is to be done about a vehicle, the most urgent first. */
export type VehicleState = 'overdue' | 'soon' | 'fine' | 'unknown';
export const VEHICLE_STATES: readonly VehicleState[] = ['overdue', 'soon', 'fine', 'unknown'];

/** 004-4: a client's vehicle, its next service and the end of its insurance. */
export interface ClientVehicle {
  readonly client: number;
  readonly plate: string;
  readonly model: string;
  readonly mileage: Outcome<number>;
  readonly lastServiceDay: Outcome<Day>;
  readonly nextServiceDay: Outcome<Day>;
  /** Until the next service by distance; 0 and less: it is due. */
  readonly kilometresLeft: Outcome<number>;
  readonly service: VehicleState;
  readonly insuranceEnd: Outcome<Day>;
  readonly insurance: VehicleState;
}

/**
 * Next service: day of the last + months between, or distance of the last + kilometres between, whichever comes first. Due
 * within `ahead` days, or 1,000 km: soon. Insurance: ended: overdue; ends within `ahead` days: soon. Without the
 * day or distance of the last service and what lies between: unknown. Source: 004-4.
 * @example last served 2026-01-10 every 6 months, as-of 2026-07-01: on 2026-07-10, soon
 */
export function reviewVehicles(dataset: Dataset, asOf: Day, ahead: number): Outcome<readonly ClientVehicle[]> {
  const { columns, rows } = tableOf(dataset, 'vehicles');
  if (rows === 0) return missing({ reason: 'no-sheet', sheet: 'vehicles' });
  const vehicles = Array.from({ length: rows }, (_, row): ClientVehicle => {
    const last = columns.lastServiceDay?.[row] ?? NO_DAY;
    const months = columns.serviceMonths?.[row] ?? NaN;
    const next = last === NO_DAY || !(months > 0) ? NO_DAY : addMonths(asDay(last), months);
    const mileage = columns.mileage?.[row] ?? NaN;
    const left = (columns.lastServiceKm?.[row] ?? NaN) + (columns.serviceKm?.[row] ?? NaN) - mileage;
    const end = columns.insuranceEnd?.[row] ?? NO_DAY;
    return {
      client: columns.client?.[row] ?? NO_CLIENT,
      plate: textAt(columns.plate, row),
      model: textAt(columns.model, row),
      mileage: numberOf(mileage),
      lastServiceDay: dayOf(last),
      nextServiceDay: dayOf(next),
      kilometresLeft: numberOf(left),
      service: worse(
        stateOf(next, asOf, ahead),
        left === left ? (left <= 0 ? 'overdue' : left <= SOON_KM ? 'soon' : 'fine') : 'unknown',
      ),
      insuranceEnd: dayOf(end),
      insurance: stateOf(end, asOf, ahead),
    };
  });
  const rank = ({ service, insurance }: ClientVehicle): number =>
    Math.min(VEHICLE_STATES.indexOf(service), VEHICLE_STATES.indexOf(insurance));
  return known(vehicles.map((one, row) => ({ one, row })).sort((a, b) => rank(a.one) - rank(b.one) || a.row - b.row).map(({ one }) => one)); // prettier-ignore
}

const SOON_KM = 1000;

/** A day that has passed is overdue; the day itself is not. */
const stateOf = (day: number, asOf: Day, ahead: number): VehicleState =>
  day === NO_DAY ? 'unknown' : day < asOf ? 'overdue' : day - asOf <= ahead ? 'soon' : 'fine';

const worse = (a: VehicleState, b: VehicleState): VehicleState =>
  VEHICLE_STATES.indexOf(a) < VEHICLE_STATES.indexOf(b) ? a : b;

const dayOf = (day: number): Outcome<Day> => (day === NO_DAY ? missing({ reason: 'not-entered' }) : known(asDay(day)));
const numberOf = (value: number): Outcome<number> =>
  value === value ? known(value) : missing({ reason: 'not-entered' });
