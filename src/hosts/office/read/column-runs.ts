/** Adjacent columns that one range covers. */
export interface ColumnRun {
  readonly from: number;
  readonly count: number;
}

/** @example columnRuns([0, 1, 4]) //=> [{ from: 0, count: 2 }, { from: 4, count: 1 }] */
export function columnRuns(columns: readonly number[]): ColumnRun[] {
  const runs: { from: number; count: number }[] = [];
  for (const column of columns) {
    const last = runs[runs.length - 1];
    if (last && last.from + last.count === column) last.count++;
    else runs.push({ from: column, count: 1 });
  }
  return runs;
}
