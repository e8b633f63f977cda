/**
 * Sums that do not depend on the order of rows (Neumaier's compensated summation), one a group, in typed arrays.
 */
export class GroupSums {
  /** Of each group its sum and what rounding took from it, side by side: a group met at random is one look into memory. */
  private readonly cells: Float64Array;

  constructor(groups: number) {
    this.cells = new Float64Array(2 * groups);
  }

  add(group: number, value: number): void {
    const { cells } = this;
    const at = 2 * group;
    const before = cells[at]!;
    const after = before + value;
    cells[at + 1]! += Math.abs(before) >= Math.abs(value) ? before - after + value : value - after + before;
    cells[at] = after;
  }

  /** Begins a group anew. */
  clear(group: number): void {
    this.cells.fill(0, 2 * group, 2 * group + 2);
  }

  at(group: number): number {
    return this.cells[2 * group]! + this.cells[2 * group + 1]!;
  }

  /** The same sums in half the room, when nothing more is added. */
  settled(): Sums {
    const sums = new Float64Array(this.cells.length / 2);
    for (let group = 0; group < sums.length; group++) sums[group] = this.at(group);
    return { at: (group) => sums[group]! };
  }
}

/** Sums by group. */
export interface Sums {
  at(group: number): number;
}

/** @example sumOf([1e16, 1, -1e16]) //=> 1 */
export function sumOf(values: Iterable<number>): number {
  const sum = new GroupSums(1);
  for (const value of values) sum.add(0, value);
  return sum.at(0);
}
