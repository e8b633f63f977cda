import type { Text } from '../../i18n/text';
import type { ReportSnapshot } from '../../workbook/workbook-host';
import { normaliseKey } from './keep';
import { isRecordSheet, RECORD_ID, type RecordLine } from './record-sheet';
import { comparisonOf } from './typed-on';

/** Parts of what was written that have to be there still. */
const LEAST_FRAME = 0.5;
const LEAST_ALL = 0.75;
/** Without a record: rows in which title and as-of day are looked for. */
const TITLE_ROWS = 40;
const AS_OF = /^(截止日|As of) \d{4}-\d{2}-\d{2}/;

/**
 * Whether a sheet that a mark of ours points at holds what we wrote. Names move with cells: cut our title, paste it on a
 * sheet of the person's, and the mark points there. A mark alone is therefore never enough to write a sheet over.
 *
 * Recognised: half of title, headers and footnotes, or three quarters of all that was written, wherever it stands now; where
 * no record tells what was written, the report's title and the line with the as-of day. A sheet without a cell has nothing
 * to lose.
 */
export function isRecognised(
  snapshot: ReportSnapshot,
  titles: readonly Text[],
  lines: ReadonlyMap<string, RecordLine>,
): boolean {
  const { cells } = snapshot;
  if (cells.every((line) => line.every((cell) => cell === null || cell === ''))) return true;
  if (snapshot.id === RECORD_ID) return isRecordSheet(snapshot);
  const comparison = comparisonOf(snapshot, lines);
  if (comparison) {
    const { frame, all } = comparison;
    return frame.found >= LEAST_FRAME * frame.of || all.found >= LEAST_ALL * all.of;
  }
  const words = cells.slice(0, TITLE_ROWS).flatMap((line) => line.map(normaliseKey));
  return (
    words.some((one) => AS_OF.test(one)) &&
    titles.some(({ zh, en }) => words.includes(normaliseKey(zh)) || words.includes(normaliseKey(en)))
  );
}
