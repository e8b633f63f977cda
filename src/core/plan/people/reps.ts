import { byCodePoint } from '../../model/by-code-point';
import { textAt } from '../../model/columns';
import { tableOf, type Dataset } from '../../model/dataset';
import { asDay, NO_DAY, type Day } from '../../model/day';
import type { Settings } from '../../settings';
import type { Whereabouts } from './whereabouts';

/** Who makes the contacts. */
export interface Rep {
  /** '' only where nobody is named anywhere: one person for all of them. */
  readonly name: string;
  readonly callsPerDay: number;
  readonly visitsPerDay: number;
  readonly absences: readonly { readonly from: Day; readonly to: Day }[];
}

export interface RepBook {
  readonly reps: readonly Rep[];
  /** Index into `reps`, by client; −1: nobody is named, the contact is to be assigned. */
  readonly ofClient: Int32Array;
}

interface RepFound {
  calls: number;
  visits: number;
  readonly absences: { readonly from: Day; readonly to: Day }[];
}

/**
 * Reps, their capacity and absences, and whose client is whose.
 *
 * A person may stand on several rows of the 人员 sheet, one an absence. The client's own rep wins; a client without one goes to
 * the person of its region, where several share it to the one with fewest clients so far. Where a rep is named anywhere, clients
 * that nobody has are to be assigned (−1); where none is, one person without a name makes all contacts. No sheet: the reps of the
 * clients. An absence without its end is one day.   Source: issue of the plan, 003-21.
 * @example client without rep in 华东, 王芳 on the sheet with 华东 //=> 王芳
 */
export function readReps(
  dataset: Dataset,
  clients: number,
  whereabouts: (client: number) => Whereabouts,
  settings: Settings,
): RepBook {
  const { found, ofRegion } = readPeople(dataset, settings);
  const nameOf = Array.from({ length: clients }, (_, client) => whereabouts(client).rep);
  const load = new Map<string, number>();
  for (const name of nameOf) load.set(name, (load.get(name) ?? 0) + 1);
  nameOf.forEach((name, client) => {
    if (name !== '') return;
    const sharing = ofRegion.get(whereabouts(client).region) ?? [];
    const [least] = [...sharing].sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0));
    if (least === undefined) return;
    nameOf[client] = least;
    load.set(least, (load.get(least) ?? 0) + 1);
  });
  const add = (name: string): void => {
    if (!found.has(name)) found.set(name, someone(settings));
  };
  for (const name of nameOf) if (name !== '') add(name);
  if (found.size === 0) add('');
  const names = [...found.keys()].sort(byCodePoint);
  const indexOf = new Map(names.map((name, index) => [name, index]));
  return {
    reps: names.map((name) => {
      const { calls, visits, absences } = found.get(name)!;
      return { name, callsPerDay: calls, visitsPerDay: visits, absences };
    }),
    ofClient: Int32Array.from(nameOf, (name) => indexOf.get(name) ?? -1),
  };
}

const someone = (settings: Settings): RepFound => ({
  calls: settings['plan.callsPerDay'],
  visits: settings['plan.visitsPerDay'],
  absences: [],
});

/** The people of the 人员 sheet, and who of them has which region. */
function readPeople(
  dataset: Dataset,
  settings: Settings,
): { readonly found: Map<string, RepFound>; readonly ofRegion: ReadonlyMap<string, readonly string[]> } {
  const { rows, columns } = tableOf(dataset, 'reps');
  const found = new Map<string, RepFound>();
  const ofRegion = new Map<string, string[]>();
  for (let row = 0; row < rows; row++) {
    const name = textAt(columns.rep, row);
    if (name === '') continue;
    const rep = found.get(name) ?? someone(settings);
    found.set(name, rep);
    const calls = columns.callsPerDay?.[row] ?? NaN;
    const visits = columns.visitsPerDay?.[row] ?? NaN;
    if (calls >= 0) rep.calls = Math.floor(calls);
    if (visits >= 0) rep.visits = Math.floor(visits);
    const from = columns.absentFrom?.[row] ?? NO_DAY;
    const to = columns.absentTo?.[row] ?? NO_DAY;
    if (from !== NO_DAY || to !== NO_DAY)
      rep.absences.push({ from: asDay(from === NO_DAY ? to : from), to: asDay(to === NO_DAY ? from : to) });
    const region = textAt(columns.region, row);
    const sharing = ofRegion.get(region) ?? [];
    if (region !== '' && !sharing.includes(name)) ofRegion.set(region, [...sharing, name]);
  }
  return { found, ofRegion };
}

export function isAbsent(rep: Rep, day: Day): boolean {
  return rep.absences.some(({ from, to }) => day >= from && day <= to);
}
