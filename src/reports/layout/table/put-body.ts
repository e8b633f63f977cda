import type { CellStyle } from '../../../workbook/style';
import type { SheetDraft } from '../sheet-draft';
import type { FilledTable } from './fill-table';
import { spread, spreadStyles } from './spread-cells';

/**
 * The rows are one block with one style a column. Only where a column's style hangs on the row (units that differ) are runs of
 * rows with equal styles split apart.
 */
export function putBody(draft: SheetDraft, filled: FilledTable, spans: readonly number[]): void {
  const { columns, rows, body } = filled;
  const hasOwnStyles = columns.some(({ styleOf }) => styleOf);
  const stylesOf = (row: unknown): CellStyle[] =>
    spreadStyles(
      columns.map(({ style, styleOf }) => ({ ...style, ...styleOf?.(row) })),
      spans,
    );
  const isGrid = spans.some((span) => span > 1);
  const lines = isGrid ? body.map((line) => spread(line, spans)) : body;
  if (!hasOwnStyles) {
    draft.put(
      draft.row,
      0,
      lines,
      spreadStyles(
        columns.map(({ style }) => style),
        spans,
      ),
    );
    return;
  }
  let from = 0;
  let styles = stylesOf(rows[0]);
  let key = JSON.stringify(styles);
  for (let row = 1; row <= lines.length; row++) {
    const next = row < lines.length ? stylesOf(rows[row]) : undefined;
    const nextKey = next && JSON.stringify(next);
    if (nextKey === key) continue;
    draft.put(draft.row + from, 0, lines.slice(from, row), styles);
    from = row;
    if (next && nextKey !== undefined) {
      styles = next;
      key = nextKey;
    }
  }
}
