import { complaintWave } from './complaint-wave.finding';
import { concentration } from './concentration.finding';
import { expectedDeals } from './expected-deals.finding';
import type { Finding, FindingDefinition, FindingGround } from './finding';
import { lostClients } from './lost-clients.finding';
import { offTarget } from './off-target.finding';
import { salesChange } from './sales-change.finding';
import { unreadRows } from './unread-rows.finding';
import { urgentClient } from './urgent-client.finding';

/** Every finding there is. */
export const FINDINGS: readonly FindingDefinition[] = [
  salesChange,
  urgentClient,
  complaintWave,
  offTarget,
  lostClients,
  expectedDeals,
  concentration,
  unreadRows,
];

/** As many as a meeting remembers. */
export const MOST_FINDINGS = 7;
/** Of one kind at most so many, so that money owed does not push out everything else. */
const MOST_OF_KIND = 3;

/**
 * The room of findings: what the figures come to, as sentences that a manager would say in the meeting.
 *
 * The change of net sales leads where there is one, then what is bad, then the rest; within each by the money that hangs on it,
 * largest first; what has none comes last. Never two of one subject, at most three of one kind, at most seven.   Nothing matters: none.
 * @example overdue 118 万 of one client, 17 complaints after 2.7 a month //=> two findings
 */
export function findFindings(ground: FindingGround): readonly Finding[] {
  const all = FINDINGS.flatMap(({ find }) => find(ground));
  const stakeOf = ({ stake }: Finding): number => (stake.known ? stake.value : -1);
  // What is bad is said before what is only to be watched or welcome.
  const placeOf = ({ kind, severity }: Finding): number => (kind === 'salesChange' ? 0 : severity === 'bad' ? 1 : 2);
  const ranked = [...all].sort((a, b) => placeOf(a) - placeOf(b) || stakeOf(b) - stakeOf(a));
  const subjects = new Set<string>();
  const ofKind = new Map<string, number>();
  return ranked
    .filter(({ kind, subject }) => {
      const n = ofKind.get(kind) ?? 0;
      if (subjects.has(subject) || n >= MOST_OF_KIND) return false;
      subjects.add(subject);
      ofKind.set(kind, n + 1);
      return true;
    })
    .slice(0, MOST_FINDINGS);
}
