import { ratioOf, type Ratio } from '../model/ratio';
import type { AccountLevel } from '../sales/key-accounts';
import type { PlannedContact } from './planned-contact';

/** Planned, done and missed, of one person or one class. */
export interface AttainmentLine {
  /** Index of the person, or −1. */
  readonly rep: number;
  readonly level: AccountLevel | undefined;
  readonly planned: number;
  readonly done: number;
  /** Their day has passed without a contact. */
  readonly missed: number;
  /** done / planned */
  readonly attainment: Ratio;
  /** Clients contacted as often as the plan asks / clients of the plan. */
  readonly coverage: Ratio;
}

export interface Attainment {
  readonly byRep: readonly AttainmentLine[];
  readonly byLevel: readonly AttainmentLine[];
  /** Visits alone, by person: what was to be travelled and what was. */
  readonly visitsByRep: readonly AttainmentLine[];
  readonly visits: AttainmentLine;
  readonly total: AttainmentLine;
}

const LEVELS: readonly AccountLevel[] = ['key', 'focus', 'general', 'lost', 'target', 'lead'];

/** The rows of this month that are or were asked for: what is kept from before does not count. */
const isCounted = ({ status }: PlannedContact): boolean =>
  status !== 'cancelled' && status !== 'earlier' && status !== 'carried';

/**
 * Done against planned, by person and by class, and how many clients have all that was planned for them.
 *
 * Done: marked so, with an actual day, or logged. Missed: its day is up to as-of and nothing was done. Cancelled rows and rows of
 * earlier months are left out.   Unit: contacts; ratios 0–1.   Nothing planned: missing.   Source: definitions §8.
 * @example 10 planned, 4 done, 1 missed //=> attainment 0.4
 */
export function measureAttainment(contacts: readonly PlannedContact[], reps: number): Attainment {
  const counted = contacts.filter(isCounted);
  const line = (rep: number, level: AccountLevel | undefined, own: readonly PlannedContact[]): AttainmentLine => {
    const done = own.filter(isDone).length;
    const open = new Set(own.filter((one) => !isDone(one)).map(({ client }) => client));
    const clients = new Set(own.map(({ client }) => client));
    return {
      rep,
      level,
      planned: own.length,
      done,
      missed: own.filter(({ status }) => status === 'missed').length,
      attainment: ratioOf(done, own.length, own.length, 0),
      coverage: ratioOf(clients.size - open.size, clients.size, clients.size, 0),
    };
  };
  const byRep = (own: readonly PlannedContact[]): readonly AttainmentLine[] =>
    Array.from({ length: reps }, (_, rep) =>
      line(
        rep,
        undefined,
        own.filter((one) => one.rep === rep),
      ),
    ).filter(({ planned }) => planned > 0);
  const visits = counted.filter(({ slot }) => slot === 'visit');
  return {
    byRep: byRep(counted),
    visitsByRep: byRep(visits),
    visits: line(-1, undefined, visits),
    byLevel: LEVELS.map((level) =>
      line(
        -1,
        level,
        counted.filter((one) => one.level === level),
      ),
    ).filter(({ planned }) => planned > 0),
    total: line(-1, undefined, counted),
  };
}

export function isDone({ status }: PlannedContact): boolean {
  return status === 'done' || status === 'logged';
}
