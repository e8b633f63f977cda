import { textWidth } from '../text-width';
import type { FilledTable } from './fill-table';

/** Headers may break over lines, two where nothing else is said: Chinese anywhere, other words between words. */
function leastHeaderWidth(header: string, lines: number): number {
  const words = header.split(/[\s/]|(?<=[\u2e80-\u9fff\uff00-\uffef])|(?=[\u2e80-\u9fff\uff00-\uffef])/);
  // A closing bracket does not begin a line, and takes the character before it along.
  const half = Math.ceil(textWidth(header) / lines) + (/[）)]/.test(header) ? 2 : 0);
  return Math.max(half, ...words.map((word) => Math.min(textWidth(word), 12)));
}

/** The narrowest and the widest that a column may be. */
export function boundsOf(filled: FilledTable, index: number): { readonly min: number; readonly max: number } {
  const column = filled.columns[index]!;
  const filterButton = filled.definition.hasFilter ? 2 : 0;
  const headerWidth = leastHeaderWidth(filled.headers[index]!, column.headerLines ?? 2) + 1 + filterButton;
  if (column.isHidden) return { min: 0, max: 0 };
  const min = Math.max(column.minWidth ?? 8, headerWidth);
  return { min, max: Math.max(column.maxWidth ?? 20, min) };
}
