import { boundHistory } from './bound-history';
import { isSameStand, type Snapshot } from './snapshot';

/**
 * The history with what this refresh says. The same as-of day and period is the same snapshot: it is taken anew where data,
 * settings or version are others, and left as it is where they are not, so that refreshing twice equals refreshing once.
 *
 * `take` is only called where a snapshot is needed.
 */
export function extendHistory(
  history: readonly Snapshot[],
  now: Pick<Snapshot, 'asOf' | 'from' | 'to' | 'settingsHash' | 'dataHash' | 'version'>,
  take: (number: number) => Snapshot,
): readonly Snapshot[] {
  const standing = history.find((one) => isSameStand(one, now));
  if (
    standing &&
    standing.settingsHash === now.settingsHash &&
    standing.dataHash === now.dataHash &&
    standing.version === now.version
  )
    return boundHistory(history);
  const number = standing?.number ?? Math.max(0, ...history.map((one) => one.number)) + 1;
  return boundHistory([...history.filter((one) => one !== standing), take(number)]);
}
