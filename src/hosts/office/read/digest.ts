import type { CellValue } from '../../../workbook/cell-value';
import { NO_CONTROL, type JobControl } from '../../../workbook/job-control';

/** Taken out of its object once, as a character costs one look-up otherwise. */
const { imul } = Math;

/** Rows between two breaths: some milliseconds of work, on the thread that the screen lives on. */
const ROWS_A_BREATH = 1_000;

/**
 * Stands for the values of a sheet: 53 bits over their JSON without trailing gaps, enough to see that somebody typed.
 *
 * @example (await digestOf([['a']])) === (await digestOf([['a', null], []])) //=> true
 */
export async function digestOf(
  cells: readonly (readonly CellValue[])[],
  control: JobControl = NO_CONTROL,
): Promise<string> {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  const add = (text: string): void => {
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      low = imul(low ^ code, 2654435761);
      high = imul(high ^ code, 1597334677);
    }
  };
  for (const [index, row] of cells.entries()) {
    let end = row.length;
    while (end > 0 && row[end - 1] === null) end--;
    if (end > 0) add(`${index}${JSON.stringify(row.slice(0, end))}`);
    if (index % ROWS_A_BREATH === ROWS_A_BREATH - 1) await control.pause?.();
  }
  return `${(high >>> 0).toString(36)}.${(low >>> 0).toString(36)}`;
}
