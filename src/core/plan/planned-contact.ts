import type { Text } from '../../i18n/text';
import type { Tier } from '../sales/tiers';
import type { Day } from '../model/day';
import type { Outcome } from '../model/outcome';
import type { AccountLevel } from '../sales/key-accounts';
import type { LoggedContact } from './contact-log';
import type { ShownRow } from './kept-work';
import type { Obligation, Priority } from './obligations';
import type { ContactType } from './plan-keys';
import type { Purpose } from './reasons/purposes';

/**
 * `planned`; `missed`: its day passed, planned anew; `moved` by the person; `done` by her mark; `logged` in the contact log.
 * `cancelled`: no longer asked for, kept because she wrote on it; `carried`: left from last month, on this month's plan;
 * `earlier`: of an earlier month, kept because she wrote on it.
 */
export type ContactStatus = 'planned' | 'missed' | 'moved' | 'done' | 'logged' | 'cancelled' | 'carried' | 'earlier';

/** A line of the plan. */
export interface PlannedContact {
  readonly key: string;
  readonly status: ContactStatus;
  /** Undefined only on kept rows whose day is gone. */
  readonly day: Day | undefined;
  /** Index into `CallPlan.reps`, −1 on kept rows of nobody. */
  readonly rep: number;
  /** Index of the client, −1 on kept rows whose client is gone. */
  readonly client: number;
  readonly level: AccountLevel | undefined;
  readonly tier: Outcome<Tier> | undefined;
  readonly type: ContactType | undefined;
  readonly slot: Obligation['slot'];
  readonly priority: Priority | undefined;
  readonly purposes: readonly Purpose[];
  /** What it is for: the first of `purposes`. */
  readonly purpose: Text;
  /** The others. */
  readonly alsoFor: Text;
  readonly preparation: Text;
  readonly source: string;
  readonly logged: LoggedContact | undefined;
  /** What the old sheet said, on rows that are not asked for any more. */
  readonly shown: ShownRow | undefined;
}
