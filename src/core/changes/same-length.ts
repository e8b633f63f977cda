import { dayOfIso } from '../model/day';
import type { Stand } from './snapshot';

/** Months differ in length, and so do leap years. */
const SAME_LENGTH_DAYS = 4;

/** NaN where a day cannot be read: as long as nothing. */
const lengthOf = ({ from, to }: Stand): number => (dayOfIso(to) ?? NaN) - (dayOfIso(from) ?? NaN);

/**
 * Whether two periods are about equally long, so that their amounts can be compared.
 *
 * @example 2025-07-01 to 2026-06-30 and 2024-07-01 to 2025-06-30 //=> true
 */
export function isOfSameLength(a: Stand, b: Stand): boolean {
  return Math.abs(lengthOf(a) - lengthOf(b)) <= SAME_LENGTH_DAYS;
}
