import type { CellValue } from '../../../workbook/cell-value';
import { Fingerprint } from '../../../workbook/fingerprint';
import { NO_CONTROL, type JobControl } from '../../../workbook/job-control';

/** Characters between two breaths: some milliseconds of work, on the thread that the screen lives on. */
const CHARACTERS_A_BREATH = 250_000;

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
  let room = CHARACTERS_A_BREATH;
  for (const [index, row] of cells.entries()) {
    let end = row.length;
    while (end > 0 && row[end - 1] === null) end--;
    if (end === 0) continue;
    const line = `${index}${JSON.stringify(row.slice(0, end))}`;
    hash.add(line);
    room -= line.length;
    if (room > 0) continue;
    room = CHARACTERS_A_BREATH;
    await control.pause?.();
  }
  return hash.text();
}
