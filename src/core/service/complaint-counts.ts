import { NO_CLIENT, NO_FLAG, textAt } from '../model/columns';
import type { Dataset } from '../model/dataset';
import { addMonths, asDay, type Day } from '../model/day';
import { known, missing, type Outcome } from '../model/outcome';
import type { TableOf } from '../model/tables';

export interface ComplaintCounts {
  /** Received in the last 12 months, by client. */
  readonly ofYear: Int32Array;
  /** Received up to as-of and not closed, by client. */
  readonly open: Int32Array;
}

const SOLVED = /解决|已处理|已结|结案|关闭|归档|办结|完成|resolved|closed|solved|done|complete/i;
const UNSOLVED = /未|待|处理中|解决中|进行|open|pending|progress|unsolved|unresolved|not /i;

/**
 * Whether a complaint is not settled by as-of: by its closing moment; without one by its flag, whichever way it says; without either
 * by the word of its status.
 *
 * @example a row closed after as-of //=> open at as-of; not closed, flag 否, status 已结案 //=> open
 */
export function isComplaintOpen(complaints: TableOf<'complaints'>, row: number, asOf: Day): boolean {
  const { closed, resolved, status } = complaints.columns;
  const closedAt = closed?.[row] ?? NaN;
  if (!Number.isNaN(closedAt)) return closedAt >= asOf + 1;
  const flag = resolved?.[row] ?? NO_FLAG;
  if (flag !== NO_FLAG) return flag !== 1;
  const word = textAt(status, row);
  return !SOLVED.test(word) || UNSOLVED.test(word);
}

/**
 * Complaints by client, in one pass.
 *
 * Counts: rows with client and day up to as-of. Missing: no complaints sheet (an empty one is a known none).
 * Source: 001-3, 004-12. @example one complaint of last month, not closed //=> ofYear 1, open 1
 */
export function countComplaints(dataset: Dataset, clients: number, asOf: Day): Outcome<ComplaintCounts> {
  const complaints = dataset.tables.complaints;
  if (!complaints) return missing({ reason: 'no-sheet', sheet: 'complaints' });
  const from = addMonths(asDay(asOf + 1), -12);
  const ofYear = new Int32Array(clients);
  const open = new Int32Array(clients);
  for (let row = 0; row < complaints.rows; row++) {
    const client = complaints.columns.client?.[row] ?? NO_CLIENT;
    const at = complaints.columns.received?.[row] ?? NaN;
    if (client < 0 || !(at < asOf + 1)) continue;
    if (at >= from) ofYear[client]!++;
    if (isComplaintOpen(complaints, row, asOf)) open[client]!++;
  }
  return known({ ofYear, open });
}
