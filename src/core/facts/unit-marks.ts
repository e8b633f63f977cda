import { NO_TEXT } from '../model/columns';

/** No unit seen yet. */
export const NO_UNIT = -1;
/** More than one unit seen. */
export const SEVERAL_UNITS = -2;

/** Which unit the quantities of each group are in: a sum of tons and bags is no quantity. Empty units say nothing. */
export class UnitMarks {
  private readonly units: Int32Array;

  constructor(groups: number) {
    this.units = new Int32Array(groups).fill(NO_UNIT);
  }

  /** @param unit A code of the unit column, `NO_TEXT`, or what `unitOf` gave. */
  mark(group: number, unit: number): void {
    if (unit === NO_TEXT) return;
    const known = this.units[group]!;
    if (known === unit) return;
    this.units[group] = known === NO_UNIT ? unit : SEVERAL_UNITS;
  }

  unitOf(group: number): number {
    return this.units[group]!;
  }

  isMixed(group: number): boolean {
    return this.units[group] === SEVERAL_UNITS;
  }

  /** Whether the quantities of several groups together are in more than one unit. */
  areMixed(groups: Iterable<number>): boolean {
    let unit = NO_UNIT;
    for (const group of groups) {
      const own = this.units[group]!;
      if (own === SEVERAL_UNITS) return true;
      if (own === NO_UNIT) continue;
      if (unit !== NO_UNIT && unit !== own) return true;
      unit = own;
    }
    return false;
  }
}
