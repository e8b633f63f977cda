import { byCodePoint } from '../model/by-code-point';
import { ratioOf, type Ratio } from '../model/ratio';
import type { ContactLog } from './contact-log';
import type { PlannedContact } from './planned-contact';

/** Contacts of the month that stand in the log, of one person. */
export interface LoggedOfRep {
  /** As the log says; '' where it does not. */
  readonly rep: string;
  readonly logged: number;
  readonly calls: number;
  readonly visits: number;
  /** Without a line of the plan. */
  readonly unplannedCalls: number;
  readonly unplannedVisits: number;
  /** Unplanned / logged. */
  readonly share: Ratio;
}

export interface UnplannedContacts {
  readonly byRep: readonly LoggedOfRep[];
  readonly total: LoggedOfRep;
}

/**
 * Contacts of the plan's month that nobody had planned: calls that came in, visits on the way.
 *
 * Counts: contacts of the log with a client, of the month up to as-of. Planned are those that a line of the plan was ticked off by.
 * A visit is a contact whose method says so; all others are calls.   Unit: contacts; ratio.   Source: 001-34, 005-5.
 * @example three calls logged, two lines of the plan ticked off by them //=> 1 unplanned of 3
 */
export function countUnplanned(log: ContactLog, contacts: readonly PlannedContact[]): UnplannedContacts {
  const planned = new Set(contacts.flatMap(({ logged }) => (logged ? [logged] : [])));
  const counts = new Map<string, { calls: number; visits: number; unplannedCalls: number; unplannedVisits: number }>();
  for (const own of log.ofMonth.values()) {
    for (const contact of own) {
      const one = counts.get(contact.rep) ?? { calls: 0, visits: 0, unplannedCalls: 0, unplannedVisits: 0 };
      counts.set(contact.rep, one);
      const isUnplanned = !planned.has(contact);
      if (contact.isVisit) {
        one.visits++;
        if (isUnplanned) one.unplannedVisits++;
      } else {
        one.calls++;
        if (isUnplanned) one.unplannedCalls++;
      }
    }
  }
  const line = (rep: string, all: readonly Omit<LoggedOfRep, 'rep' | 'logged' | 'share'>[]): LoggedOfRep => {
    const sum = (pick: (one: (typeof all)[number]) => number): number => all.reduce((n, one) => n + pick(one), 0);
    const logged = sum(({ calls, visits }) => calls + visits);
    const unplanned = sum(({ unplannedCalls, unplannedVisits }) => unplannedCalls + unplannedVisits);
    return {
      rep,
      logged,
      calls: sum(({ calls }) => calls),
      visits: sum(({ visits }) => visits),
      unplannedCalls: sum(({ unplannedCalls }) => unplannedCalls),
      unplannedVisits: sum(({ unplannedVisits }) => unplannedVisits),
      share: ratioOf(unplanned, logged, logged, 0),
    };
  };
  return {
    byRep: [...counts]
      .map(([rep, one]) => line(rep, [one]))
      .sort((a, b) => b.logged - a.logged || byCodePoint(a.rep, b.rep)),
    total: line('', [...counts.values()]),
  };
}
