import type { Column } from '../columns';
import type { SheetDraft } from '../sheet-draft';
import { boundsOf } from './column-bounds';
import type { FilledTable } from './fill-table';

/** Words from the left, on one line: they may run over empty cells at their right. */
export const isRunOn = ({ style }: Column<unknown>): boolean =>
  !style.wrap && style.align !== 'right' && style.align !== 'center';

/** Words that are not wrapped get this much room: what is longer is cut by the next column, and read in the cell. */
const ROOM_FOR_WORDS = 44;

/** The same table with every row one line high. */
export const unwrapped = (filled: FilledTable): FilledTable => ({
  ...filled,
  columns: filled.columns.map((column) =>
    column.style.wrap
      ? {
          ...column,
          maxWidth: Math.max(column.maxWidth ?? 0, ROOM_FOR_WORDS),
          style: { ...column.style, wrap: false },
        }
      : column,
  ),
});

/** A column this many times as wide as its figures ask: at its right edge they would stand by themselves. */
const TOO_WIDE = 1.6;

/** Figures under a column of words of the table above stand in its middle, so that no hole comes between them and their row. */
export function centreLostFigures(
  draft: SheetDraft,
  filled: FilledTable,
  isWide: (column: number) => boolean,
): FilledTable {
  let at = 0;
  const columns = filled.columns.map((column, index) => {
    const here = at;
    at += column.span ?? 1;
    if (column.style.align !== 'right' || column.bar || (column.span ?? 1) > 1) return column;
    const cells = filled.body.map((line) => line[index]!);
    const { min, max } = boundsOf(filled, index);
    const needed = draft.neededFor(cells, column.style.numberFormat, min, max);
    if (!isWide(here) && draft.widthOf(here, 1) < needed * TOO_WIDE) return column;
    const { indent: _, ...style } = column.style;
    return { ...column, style: { ...style, align: 'center' as const } };
  });
  return { ...filled, columns };
}

/** Words narrower than this over the columns that are left are better given a column of their own width. */
const LEAST_RUN = 40;

/**
 * A short table whose last words are longer than the columns of the page that are left: they are wrapped over those, so
 * that neither a column of figures gets wide nor a page cuts them off.
 */
export function wrapLastWords(draft: SheetDraft, filled: FilledTable, room: number): FilledTable {
  const last = filled.columns.at(-1);
  if (!last || filled.definition.hasFilter || !isRunOn(last) || (last.span ?? 1) > 1) return filled;
  const at = filled.columns.slice(0, -1).reduce((sum, { span }) => sum + (span ?? 1), 0);
  const span = room - at;
  const left = span > 1 ? draft.widthOf(at, span) : 0;
  const cells = filled.body.map((line) => line.at(-1)!);
  if (left < LEAST_RUN || draft.neededFor(cells, undefined, 0, last.maxWidth ?? 20) <= left) return filled;
  const wrapped = { ...last, span, style: { ...last.style, wrap: true } };
  return { ...filled, columns: [...filled.columns.slice(0, -1), wrapped] };
}
