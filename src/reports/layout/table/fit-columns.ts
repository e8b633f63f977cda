import type { SheetDraft } from '../sheet-draft';
import type { WrappedColumn } from '../stretch-columns';
import { textWidth } from '../text-width';
import { boundsOf } from './column-bounds';
import type { FilledTable } from './fill-table';
import { isRunOn } from './run-on-words';

/** The least of a column whose words are stretched later. */
const LEAST_WRAPPED = 14;

/** A column is as wide as its cells ask, and as half its header or its longest word. Gives the columns that words run over. */
export function fitColumns(
  draft: SheetDraft,
  filled: FilledTable,
  spans: readonly number[],
  at: readonly number[],
  room: number,
  isStretched: boolean,
): number {
  let reach = 0;
  filled.columns.forEach((column, index) => {
    // What spans several columns fits itself into what the tables above and below need.
    if (spans[index]! > 1) return;
    const { min, max } = boundsOf(filled, index);
    if (isStretched && column.style.wrap) {
      draft.widen(at[index]!, Math.min(max, Math.max(min, LEAST_WRAPPED)));
      return;
    }
    const cells = filled.body.map((line) => line[index]!);
    if (filled.totals) cells.push(filled.totals[index]!);
    const needed = draft.neededFor(cells, column.style.numberFormat, min, max);
    const isLast = index === filled.columns.length - 1;
    const mayRunOn = isLast && isRunOn(column);
    const reaches = mayRunOn && room > at[index]! && draft.widthOf(at[index]!, room - at[index]!) >= needed;
    draft.widen(at[index]!, reaches ? min : needed);
    if (!reaches) return;
    reach = at[index]! + 1;
    while (draft.widthOf(at[index]!, reach - at[index]!) < needed) reach++;
  });
  return reach;
}

/** Columns of wrapped words, that wait for their width until the pages are known. */
export function wrappedColumns(
  draft: SheetDraft,
  filled: FilledTable,
  spans: readonly number[],
  at: readonly number[],
): readonly WrappedColumn[] {
  return filled.columns.flatMap(({ style }, index) => {
    if (!style.wrap || spans[index]! > 1) return [];
    const cells = filled.body.map((line) => line[index]!);
    const { min, max } = boundsOf(filled, index);
    return [
      {
        column: at[index]!,
        preferred: draft.neededFor(cells, style.numberFormat, min, max),
        cells: cells.map((cell) => (typeof cell === 'string' ? textWidth(cell) : 0)),
      },
    ];
  });
}
