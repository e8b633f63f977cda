import type { CellValue } from '../../../workbook/cell-value';
import { Fingerprint } from '../../../workbook/fingerprint';
import { NO_CONTROL, type JobControl } from '../../../workbook/job-control';

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
  const hash = new Fingerprint();
  for (const [index, row] of cells.entries()) {
    let end = row.length;
    while (end > 0 && row[end - 1] === null) end--;
    if (end > 0) hash.add(`${index}${JSON.stringify(row.slice(0, end))}`);
    if (index % ROWS_A_BREATH === ROWS_A_BREATH - 1) await control.pause?.();
  }
  return hash.text();
}
