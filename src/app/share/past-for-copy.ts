import { keyOfClient } from '../../core/changes/client-marks';
import type { EarlierState } from '../../core/changes/movement';
import type { ClientStand, Snapshot } from '../../core/changes/snapshot';
import { earlierOf, type HistoryOfRun } from '../../reports/standing/history/history-of-run';
import { isAbove, type Secrecy } from '../../reports/share/secrecy';
import type { ClientAliases } from './alias-clients';
import { WITHHELD } from './redact-texts';

/** What 本期变动 of a copy is told against. */
export interface PastForCopy {
  readonly history: readonly Snapshot[];
  readonly earlier?: EarlierState;
}

/**
 * The history as a copy may know it: hidden clients under their aliases, those that are on the client sheet no longer under none;
 * nothing of credit below internal. Of the other snapshots only the sums, which is all that a trend shows.
 */
export function pastForCopy(
  { history, earlier }: HistoryOfRun,
  /** Keys of the clients that are on the client sheet. */
  today: ReadonlySet<string>,
  aliases: ClientAliases,
  level: Secrecy,
): PastForCopy {
  const sums = history.map((one): Snapshot => ({ ...one, responsible: '', settings: '', clients: [] }));
  if (!earlier?.snapshot) return { history: sums };
  const aliasOf = new Map([...aliases.values()].map(({ alias, code, name }) => [code || name, alias]));
  const isHiding = aliases.size > 0;
  let gone = 0;
  const clients = earlier.snapshot.clients.map((stand): ClientStand => {
    const marks = { ...stand.marks };
    if (isAbove('internal', level)) {
      delete marks.grade;
      delete marks.limit;
    }
    const alias = aliasOf.get(keyOfClient(stand));
    if (alias !== undefined) return { ...stand, marks, code: '', name: alias };
    // Perhaps a client that would have to be hidden: nobody can ask the client sheet any more.
    return isHiding && !today.has(keyOfClient(stand))
      ? { ...stand, marks, code: '', name: `${WITHHELD}${++gone}` }
      : { ...stand, marks };
  });
  return { history: sums, earlier: earlierOf({ ...earlier.snapshot, clients }, earlier.remarks) };
}
