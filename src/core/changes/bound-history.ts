import type { Snapshot } from './snapshot';

/** So many of the latest refreshes are kept whole; of those before, the last of each month. */
export const LATEST_KEPT = 36;
/** Five years of month ends. */
export const MONTH_ENDS_KEPT = 60;
/** Lines of clients in all: a sheet of a large book stays one that can be opened. */
export const MOST_CLIENT_LINES = 100_000;
/** Kept however many clients there are: this one and what it is compared with. */
const FEWEST_KEPT = 2;

/**
 * The history within its bounds, oldest first: the latest 36, of those before the last as-of day of each month (at most 60
 * months), and never more than 100,000 lines of clients, the oldest going first.
 *
 * @example 100 refreshes on 100 working days //=> the last 36 and about 3 month ends
 */
export function boundHistory(snapshots: readonly Snapshot[]): readonly Snapshot[] {
  const ordered = [...snapshots].sort((a, b) => a.number - b.number);
  const latest = ordered.slice(-LATEST_KEPT);
  const older = ordered.slice(0, -LATEST_KEPT);
  const monthOf = ({ asOf }: Snapshot): string => asOf.slice(0, 7);
  const lastOfMonth = new Map<string, Snapshot>();
  for (const one of ordered) {
    const before = lastOfMonth.get(monthOf(one));
    if (!before || one.asOf >= before.asOf) lastOfMonth.set(monthOf(one), one);
  }
  const monthEnds = older.filter((one) => lastOfMonth.get(monthOf(one)) === one).slice(-MONTH_ENDS_KEPT);
  const kept = [...monthEnds, ...latest];
  let lines = kept.reduce((sum, { clients }) => sum + clients.length, 0);
  while (kept.length > FEWEST_KEPT && lines > MOST_CLIENT_LINES) lines -= kept.shift()!.clients.length;
  return kept;
}
