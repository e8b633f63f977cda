import { asDay, civilOf, monthOf, type Day } from '../model/day';
import { isInPeriod } from '../model/period';
import type { AnalysisWindow } from './analysis-window';

/** Which side of the comparison a day belongs to. */
export const NEITHER = 0;
export const IN_PERIOD = 1;
export const IN_PREVIOUS = 2;
export type Bucket = typeof NEITHER | typeof IN_PERIOD | typeof IN_PREVIOUS;

export interface TimeSlot {
  /** `monthOf` */
  readonly month: number;
  readonly year: number;
  readonly bucket: Bucket;
}

/**
 * Cuts the calendar into slots: one a month, and two or three where the period or the one before begins or ends inside
 * the month. Sums by slot then give month, year, period and previous period alike, so that a row is added once.
 * Only months with data have slots: one mistyped day of 1926 costs one slot, not twelve hundred.
 */
export class TimeSlots {
  readonly slots: readonly TimeSlot[];
  private readonly byDay: Int32Array;
  private readonly first: number;

  /** @param days Columns of days to be looked up later; days after `window.last` get no slot. */
  constructor(days: readonly (Int32Array | undefined)[], window: AnalysisWindow) {
    // Sheets without a sale or delivery may begin before those do.
    this.first = Math.min(window.firstDay ?? window.last, window.period.from, window.previous.from);
    const range = Math.max(0, window.last - this.first + 1);
    const seen = new Uint8Array(range);
    for (const column of new Set(days)) {
      if (!column) continue;
      for (let row = 0; row < column.length; row++) {
        const at = column[row]! - this.first;
        if (at >= 0 && at < range) seen[at] = 1;
      }
    }
    const slots: TimeSlot[] = [];
    const byKey = new Map<number, number>();
    this.byDay = new Int32Array(range).fill(-1);
    for (let at = 0; at < range; at++) {
      if (seen[at] === 0) continue;
      const day = asDay(this.first + at);
      const bucket = bucketOf(window, day);
      const month = monthOf(day);
      const key = month * 3 + bucket;
      let slot = byKey.get(key);
      if (slot === undefined) {
        slot = slots.length;
        slots.push({ month, year: civilOf(day).year, bucket });
        byKey.set(key, slot);
      }
      this.byDay[at] = slot;
    }
    this.slots = slots;
  }

  /** The slot of a day, or −1: after the last day that counts, or a day that no column given had. */
  of(day: number): number {
    // A day that is none lies further off than a whole number of 32 bits says: asked of the array, it would be compiled anew each time.
    const at = day - this.first;
    return at >= 0 && at < this.byDay.length ? this.byDay[at]! : -1;
  }
}

export function bucketOf(window: AnalysisWindow, day: Day): Bucket {
  if (isInPeriod(window.period, day)) return IN_PERIOD;
  if (isInPeriod(window.previous, day)) return IN_PREVIOUS;
  return NEITHER;
}

/** Months from the first to the last, without a hole. @example monthsBetween(24312, 24314) //=> [24312, 24313, 24314] */
export function monthsBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
