import type { Day } from '../model/day';
import type { CallPlan } from './call-plan';
import { isToDo } from './is-to-do';
import type { PlannedContact } from './planned-contact';

/** A contact that has a day. */
export type DatedContact = PlannedContact & { readonly day: NonNullable<PlannedContact['day']> };

/** Gathered once a plan: several sheets ask for every client. */
const FOUND = new WeakMap<CallPlan, ReadonlyMap<number, DatedContact>>();

/**
 * The first contact of each client that is still to come, by client; of one day the one that stands first on the plan. A day
 * that has passed is nobody's next one, whatever its row says.
 *
 * @example planned on 12 and 9 October //=> that of 9 October
 */
export function firstContacts(plan: CallPlan, asOf: Day): ReadonlyMap<number, DatedContact> {
  const known = FOUND.get(plan);
  if (known) return known;
  const found = new Map<number, DatedContact>();
  for (const contact of plan.contacts) {
    if (contact.client < 0 || contact.day === undefined || contact.day <= asOf || !isToDo(contact)) continue;
    const before = found.get(contact.client);
    if (!before || contact.day < before.day) found.set(contact.client, { ...contact, day: contact.day });
  }
  FOUND.set(plan, found);
  return found;
}
