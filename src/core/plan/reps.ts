import { textAt } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { NO_DAY, type Day } from '../model/day';
import type { ClientFigures } from '../sales/client-figures';
import type { Settings } from '../settings';

/** Who makes the contacts. */
export interface Rep {
  /** '' where nobody is named: one person for all of them. */
  readonly name: string;
  readonly callsPerDay: number;
  readonly visitsPerDay: number;
  readonly absences: readonly { readonly from: Day; readonly to: Day }[];
}

export interface RepBook {
  readonly reps: readonly Rep[];
  /** Index into `reps`, by client. */
  readonly ofClient: Int32Array;
}

/**
 * Reps, their capacity and absences, and whose client is whose.
 *
 * A person may stand on several rows of the 人员 sheet, one an absence. The client's own rep wins; a client without one goes to
 * the first person of its region, else to nobody ('' is one person without a name). No sheet: the reps of the clients.
 * An absence without its end is one day.   Source: issue of the plan, 003-21.
 * @example client without rep in 华东, 王芳 on the sheet with 华东 //=> 王芳
 */
export function readReps(dataset: Dataset, figures: readonly ClientFigures[], settings: Settings): RepBook {
  const table = tableOf(dataset, 'reps');
  const { columns } = table;
  const found = new Map<string, { calls: number; visits: number; absences: { from: Day; to: Day }[] }>();
  const ofRegion = new Map<string, string>();
  const add = (name: string): { calls: number; visits: number; absences: { from: Day; to: Day }[] } => {
    let rep = found.get(name);
    if (!rep) {
      rep = { calls: settings['plan.callsPerDay'], visits: settings['plan.visitsPerDay'], absences: [] };
      found.set(name, rep);
    }
    return rep;
  };
  for (let row = 0; row < table.rows; row++) {
    const name = textAt(columns.rep, row);
    if (name === '') continue;
    const rep = add(name);
    const calls = columns.callsPerDay?.[row] ?? NaN;
    const visits = columns.visitsPerDay?.[row] ?? NaN;
    if (calls >= 0) rep.calls = Math.floor(calls);
    if (visits >= 0) rep.visits = Math.floor(visits);
    const from = columns.absentFrom?.[row] ?? NO_DAY;
    const to = columns.absentTo?.[row] ?? NO_DAY;
    if (from !== NO_DAY || to !== NO_DAY)
      rep.absences.push({ from: (from === NO_DAY ? to : from) as Day, to: (to === NO_DAY ? from : to) as Day });
    const region = textAt(columns.region, row);
    if (region !== '' && !ofRegion.has(region)) ofRegion.set(region, name);
  }
  const nameOf = figures.map(({ rep, region }) => (rep !== '' ? rep : (ofRegion.get(region) ?? '')));
  for (const name of nameOf) add(name);
  const names = [...found.keys()].sort((a, b) =>
    (a === '') !== (b === '') ? (a === '' ? 1 : -1) : a < b ? -1 : a > b ? 1 : 0,
  );
  const indexOf = new Map(names.map((name, index) => [name, index]));
  return {
    reps: names.map((name) => {
      const { calls, visits, absences } = found.get(name)!;
      return { name, callsPerDay: calls, visitsPerDay: visits, absences };
    }),
    ofClient: Int32Array.from(nameOf, (name) => indexOf.get(name)!),
  };
}

export function isAbsent(rep: Rep, day: Day): boolean {
  return rep.absences.some(({ from, to }) => day >= from && day <= to);
}
