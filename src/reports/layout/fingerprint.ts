import { Fingerprint } from '../../workbook/fingerprint';

/** Raised when the same analysis is to be laid out differently: every sheet is then written again. */
export const LAYOUT_VERSION = 1;

/** @example fingerprintOf({ a: 1 }) === fingerprintOf({ a: 1 }) //=> true */
export function fingerprintOf(value: unknown): string {
  return new Fingerprint().add(LAYOUT_VERSION).add(JSON.stringify(value)).text();
}
