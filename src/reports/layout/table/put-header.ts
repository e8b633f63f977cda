import type { SheetDraft } from '../sheet-draft';
import { textWidth } from '../text-width';
import { headerStyle } from '../theme';
import type { FilledTable } from './fill-table';
import { spread, spreadStyles } from './spread-cells';

const HEADER_LINE = 15;

/** The headers of a table into the next row of the draft, as high as their words ask. */
export function putHeader(
  draft: SheetDraft,
  filled: FilledTable,
  spans: readonly number[],
  at: readonly number[],
): void {
  const row = draft.row;
  const { columns, headers } = filled;
  draft.put(
    row,
    0,
    [spread(headers, spans)],
    spreadStyles(
      columns.map(({ style, user }) => headerStyle(style, user !== undefined)),
      spans,
    ),
  );
  setHeaderHeight(draft, filled, row, spans, at);
}

/** A header row is as high as its longest header, broken to the width of its column. */
export function setHeaderHeight(
  draft: SheetDraft,
  { columns, headers }: FilledTable,
  row: number,
  spans: readonly number[],
  at: readonly number[],
): void {
  // A hidden column has no width, and would ask for a line a letter.
  const lines = headers.map((header, index) =>
    columns[index]!.isHidden ? 1 : wordLines(header, draft.widthOf(at[index]!, spans[index]!) - 1),
  );
  draft.rowHeights.set(row, Math.max(22, Math.max(1, ...lines) * HEADER_LINE + 6));
}

/** Lines of a header: English breaks between words, Chinese anywhere. */
function wordLines(header: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of header.split(/(?<=[\s/])/)) {
    const wide = textWidth(word.trimEnd());
    if (used > 0 && used + wide > width) {
      lines++;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(wide / Math.max(1, width)) - 1);
    used += textWidth(word);
  }
  return lines;
}
