import type { Text } from '../../i18n/text';
import type { Analysis } from '../analysis';
import type { MeasureRef } from '../measures/measures';
import type { Dataset } from '../model/dataset';
import type { Money } from '../model/money';
import type { Outcome } from '../model/outcome';
import type { CallPlan } from '../plan/call-plan';

export type FindingKind =
  | 'salesChange'
  | 'urgentClient'
  | 'complaintWave'
  | 'offTarget'
  | 'lostClients'
  | 'expectedDeals'
  | 'concentration'
  | 'unreadRows';

/** A sentence that a manager would say, with who does what about it. */
export interface Finding {
  readonly kind: FindingKind;
  /** What it is about: two findings of one subject are never both said. */
  readonly subject: string;
  /** Indices of the clients whose story it tells: none of them is told of in another finding. Others may be mentioned. */
  readonly clients: readonly number[];
  /** All clients that it counts: one of them gets no finding of its own that tells no more than their leaving. */
  readonly counted?: readonly number[];
  /** Tells only that the client does not order any more. */
  readonly isOfSilence?: boolean;
  readonly severity: 'bad' | 'watch' | 'good';
  /** The figure, what it is compared with, and the cause. */
  readonly text: Text;
  /** The figure that it leads with. */
  readonly measure: MeasureRef;
  /** Who does what next; absent where nobody has to. */
  readonly next: Text | undefined;
  /** The money that hangs on it: what findings are ranked by. Missing: none can be said; it comes last. */
  readonly stake: Outcome<Money>;
}

/** All that a finding may look at. */
export interface FindingGround {
  readonly analysis: Analysis;
  readonly dataset: Dataset;
  /** Absent where no plan was made: then nobody's day is named. */
  readonly callPlan: CallPlan | undefined;
  /** Clients whose story another finding tells: they are left out, and it is said that they are. */
  readonly told: ReadonlySet<number>;
}

/** One file a finding: when it speaks, and what it says. */
export interface FindingDefinition {
  readonly kind: FindingKind;
  /** Nothing where nothing matters. */
  readonly find: (ground: FindingGround) => readonly Finding[];
}
