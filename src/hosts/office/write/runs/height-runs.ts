import type { SheetPlan } from '../../../../workbook/plan';

/** Rows one below the other that are equally high. */
export interface HeightRun {
  readonly row: number;
  readonly rows: number;
  readonly points: number;
}

/** @example heightRuns([{ row: 2, points: 30 }, { row: 3, points: 30 }]) //=> [{ row: 2, rows: 2, points: 30 }] */
export function heightRuns(heights: SheetPlan['rowHeights']): HeightRun[] {
  const runs: { row: number; rows: number; points: number }[] = [];
  for (const { row, points } of [...heights].sort((a, b) => a.row - b.row)) {
    const last = runs[runs.length - 1];
    if (last && last.points === points && last.row + last.rows === row) last.rows++;
    else runs.push({ row, rows: 1, points });
  }
  return runs;
}
