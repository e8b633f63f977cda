import type { Day } from '../model/day';
import type { LoggedContact } from './contact-log';
import { isKeptDone, type KeptWork } from './kept-work';
import type { Obligation } from './obligations';

/** What became of an obligation so far. */
export interface FollowedObligation {
  readonly obligation: Obligation;
  readonly status: 'open' | 'moved' | 'done' | 'logged';
  /** Of what is not open. */
  readonly day: Day | undefined;
  /** The contact of the log that ticked it off. */
  readonly logged: LoggedContact | undefined;
}

/** A contact in the log a day off what she wrote on the plan is the same contact. */
const SAME_CONTACT_DAYS = 1;

/**
 * Marks what the person has done, moved or logged of one client's obligations.
 *
 * A logged contact that names its row of the plan belongs to that row and to no other. Rows that she marked done come next, and use
 * up the logged contact of the same day, so that one call does not count twice. Logged visits then tick off visits, logged calls
 * calls, in order of number; a visit left over ticks off any contact.
 * Source: definitions §8: contacts of the month reduce what is due.
 * @example two calls planned, one call logged //=> call 1 logged, call 2 open
 */
export function followWork(
  obligations: readonly Obligation[],
  kept: KeptWork,
  log: readonly LoggedContact[],
): FollowedObligation[] {
  const left = log.filter(({ planKey }) => planKey === '');
  const ofKey = new Map(
    log.flatMap((contact) => (contact.planKey === '' ? [] : [[contact.planKey, contact] as const])),
  );
  const result = new Map<Obligation, FollowedObligation>();
  const takeNear = (day: Day): LoggedContact | undefined => {
    const at = left.findIndex((contact) => Math.abs(contact.day - day) <= SAME_CONTACT_DAYS);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  for (const obligation of obligations) {
    const row = kept.get(obligation.key);
    if (!row || !isKeptDone(row)) continue;
    const day = row.actualDay ?? row.movedDay ?? row.plannedDay;
    const logged = ofKey.get(obligation.key) ?? (day === undefined ? undefined : takeNear(day));
    result.set(obligation, { obligation, status: 'done', day: day ?? logged?.day, logged });
  }
  for (const obligation of obligations) {
    const logged = ofKey.get(obligation.key);
    if (logged && !result.has(obligation))
      result.set(obligation, { obligation, status: 'logged', day: logged.day, logged });
  }
  const tick = (accepts: (obligation: Obligation, contact: LoggedContact) => boolean): void => {
    for (const obligation of obligations) {
      if (result.has(obligation) || obligation.slot === 'none') continue;
      const at = left.findIndex((contact) => accepts(obligation, contact));
      if (at < 0) continue;
      const logged = left.splice(at, 1)[0]!;
      result.set(obligation, { obligation, status: 'logged', day: logged.day, logged });
    }
  };
  tick(({ slot }, { isVisit }) => (slot === 'visit') === isVisit);
  tick((_, { isVisit }) => isVisit);
  return obligations.map((obligation) => {
    const known = result.get(obligation);
    if (known) return known;
    const movedDay = kept.get(obligation.key)?.movedDay;
    return { obligation, status: movedDay === undefined ? 'open' : 'moved', day: movedDay, logged: undefined };
  });
}
