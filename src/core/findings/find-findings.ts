import { complaintWave } from './complaint-wave.finding';
import { concentration } from './concentration.finding';
import { expectedDeals } from './expected-deals.finding';
import type { Finding, FindingDefinition, FindingGround, FindingKind } from './finding';
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
 * largest first; what has none comes last. Never two of one subject, never two that tell of one client: the later one is found anew
 * without that client, or falls away; so does one of a client that is counted among those that left, where it tells no more than that. At most three of one kind, at most seven.   Nothing matters: none.
 * @example overdue 118 万 of one client, 17 complaints after 2.7 a month //=> two findings
 */
export function findFindings(figures: Omit<FindingGround, 'told'>): readonly Finding[] {
  const told = new Set<number>();
  const all = FINDINGS.flatMap(({ find }) => find({ ...figures, told }));
  const stakeOf = ({ stake }: Finding): number => (stake.known ? stake.value : -1);
  // What is bad is said before what is only to be watched or welcome.
  const placeOf = ({ kind, severity }: Finding): number => (kind === 'salesChange' ? 0 : severity === 'bad' ? 1 : 2);
  const ranked = [...all].sort((a, b) => placeOf(a) - placeOf(b) || stakeOf(b) - stakeOf(a));
  const subjects = new Set<string>();
  const ofKind = new Map<FindingKind, number>();
  const counted = new Set<number>();
  const said: Finding[] = [];
  for (const wanted of ranked) {
    const n = ofKind.get(wanted.kind) ?? 0;
    if (subjects.has(wanted.subject) || n >= MOST_OF_KIND) continue;
    const finding = wanted.clients.some((client) => told.has(client))
      ? foundAnew(wanted, { ...figures, told })
      : wanted;
    if (!finding || (finding.isOfSilence && finding.clients.every((client) => counted.has(client)))) continue;
    subjects.add(finding.subject);
    ofKind.set(finding.kind, n + 1);
    finding.clients.forEach((client) => told.add(client));
    finding.counted?.forEach((client) => counted.add(client));
    said.push(finding);
    if (said.length === MOST_FINDINGS) break;
  }
  return said;
}

/** The same finding without the clients that are told of already; nothing where it was about such a client alone. */
const foundAnew = ({ kind, subject }: Finding, ground: FindingGround): Finding | undefined =>
  FINDINGS.find((one) => one.kind === kind)!
    .find(ground)
    .find((one) => one.subject === subject);
