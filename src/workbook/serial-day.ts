/** Serial days of a workbook and days since 1970-01-01 (`core`'s `Day`), in both date bases. */

export type DateBase = 1900 | 1904;

const DAYS_1900_TO_1970 = 25569;
const DAYS_1900_TO_1904 = 1462;

/**
 * Days since 1970-01-01 of a serial, the time of day kept as fraction.
 *
 * In the 1900 base Excel believes in 29 Feb 1900 (serial 60): serials before it lie one day later than they count.
 *
 * @example dayOfSerial(46027, 1900) //=> 20458 (2026-01-05)
 */
export function dayOfSerial(serial: number, base: DateBase): number {
  if (base === 1904) return serial + DAYS_1900_TO_1904 - DAYS_1900_TO_1970;
  return serial - DAYS_1900_TO_1970 + (serial < 60 ? 1 : 0);
}

/** @example serialOfDay(20458, 1900) //=> 46027 */
export function serialOfDay(day: number, base: DateBase): number {
  if (base === 1904) return day - DAYS_1900_TO_1904 + DAYS_1900_TO_1970;
  const serial = day + DAYS_1900_TO_1970;
  return serial < 61 ? serial - 1 : serial;
}
