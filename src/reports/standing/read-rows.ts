import type { Text } from '../../i18n/text';
import type { CellValue } from '../../workbook/cell-value';
import { normaliseKey } from './keep';

/** Rows of a table of ours, by the names that its columns were asked for. */
export type RowRecord<K extends string> = Readonly<Record<K, CellValue>> & { readonly row: number };

/**
 * Reads a table of ours back, wherever it stands and in whatever language it was written: the header row is the first
 * that carries every header asked for. Ends at the first row where all of these columns are empty.
 *
 * With `least`, so many headers are enough, and one that she renamed is taken for the column behind the one before it: for
 * tables whose columns stand in the order in which they are asked for.
 */
export function readRows<K extends string>(
  cells: readonly (readonly CellValue[])[],
  headers: Readonly<Record<K, Text>>,
  least?: number,
): RowRecord<K>[] {
  const names = Object.keys(headers) as K[];
  const withGuesses = (line: readonly CellValue[], columns: readonly number[]): readonly number[] =>
    columns.map((column, at) => {
      if (column >= 0) return column;
      const guess = at > 0 ? columns[at - 1]! + 1 : columns[1]! - 1;
      return guess >= 0 && !columns.includes(guess) && wordsOf(line[guess] ?? null) !== '' ? guess : -1;
    });
  const columnsOf = (line: readonly CellValue[]): number[] =>
    names.map((name) =>
      line.findIndex((cell) => {
        const words = typeof cell === 'string' ? normaliseKey(cell) : '';
        return words !== '' && (words === normaliseKey(headers[name].zh) || words === normaliseKey(headers[name].en));
      }),
    );
  for (let top = 0; top < cells.length; top++) {
    const found = columnsOf(cells[top]!);
    if (found.filter((column) => column >= 0).length < (least ?? names.length)) continue;
    const columns = withGuesses(cells[top]!, found);
    const rows: RowRecord<K>[] = [];
    for (let row = top + 1; row < cells.length; row++) {
      const values = columns.map((column) => cells[row]![column] ?? null);
      if (values.every((value) => value === null || value === '')) break;
      const record = Object.fromEntries(names.map((name, index) => [name, values[index]!]));
      rows.push({ ...record, row } as RowRecord<K>);
    }
    return rows;
  }
  return [];
}

/** The words of a cell, '' for an empty or broken one. */
export function wordsOf(value: CellValue): string {
  return value === null || typeof value === 'object' ? '' : String(value).trim();
}
