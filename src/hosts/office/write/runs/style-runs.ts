import type { CellBlock } from '../../../../workbook/plan';
import { styleKey, type CellStyle } from '../../../../workbook/style';

/** Adjacent columns of a block that look the same. */
export interface StyleRun {
  /** Zero-based in the block. */
  readonly from: number;
  readonly count: number;
  readonly style: CellStyle;
}

/** A block is asked for its runs by each step of its writing. */
const known = new WeakMap<CellBlock, readonly StyleRun[]>();

/** Formats go by runs of columns, never by cell. */
export function styleRuns(block: CellBlock): readonly StyleRun[] {
  const before = known.get(block);
  if (before) return before;
  const runs: { from: number; count: number; style: CellStyle; key: string }[] = [];
  block.styles.forEach((style, column) => {
    const key = styleKey(style);
    const last = runs[runs.length - 1];
    if (last?.key === key) last.count++;
    else runs.push({ from: column, count: 1, style, key });
  });
  known.set(block, runs);
  return runs;
}
