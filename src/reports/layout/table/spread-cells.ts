import type { PlanValue } from '../../../workbook/plan';
import type { CellStyle } from '../../../workbook/style';
import type { SheetDraft } from '../sheet-draft';

/** Values over columns that take several grid cells each: the value first, the rest empty. */
export function spread(values: readonly PlanValue[], spans: readonly number[]): PlanValue[] {
  return values.flatMap((value, index) => [value, ...Array.from({ length: spans[index]! - 1 }, () => null)]);
}

/** Styles over the same grid cells. */
export function spreadStyles(styles: readonly CellStyle[], spans: readonly number[]): CellStyle[] {
  return styles.flatMap((style, index) => Array.from({ length: spans[index]! }, () => style));
}

/** One merged cell for each value that takes several grid cells. */
export function mergeSpans(
  draft: SheetDraft,
  headerRow: number,
  rows: number,
  spans: readonly number[],
  at: readonly number[],
): void {
  for (let row = headerRow; row < headerRow + rows; row++)
    spans.forEach((span, index) => {
      if (span > 1) draft.merges.push({ row, column: at[index]!, rows: 1, columns: span });
    });
}
