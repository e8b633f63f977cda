/**
 * Sums that do not depend on the order of rows (Neumaier's compensated summation), one a group, in typed arrays.
 */
export class GroupSums {
  private readonly sums: Float64Array;
  private readonly lost: Float64Array;

  constructor(groups: number) {
    this.sums = new Float64Array(groups);
    this.lost = new Float64Array(groups);
  }

  add(group: number, value: number): void {
    const before = this.sums[group]!;
    const after = before + value;
    this.lost[group]! += Math.abs(before) >= Math.abs(value) ? before - after + value : value - after + before;
    this.sums[group] = after;
  }

  at(group: number): number {
    return this.sums[group]! + this.lost[group]!;
  }
}

/** @example sumOf([1e16, 1, -1e16]) //=> 1 */
export function sumOf(values: Iterable<number>): number {
  const sum = new GroupSums(1);
  for (const value of values) sum.add(0, value);
  return sum.at(0);
}
