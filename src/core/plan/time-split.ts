import type { Settings } from '../settings';

/** What the month is split into: opportunities by grade, and the development of new clients. */
export const SPLIT_GRADES = ['A', 'B', 'C', 'new'] as const;
export type SplitGrade = (typeof SPLIT_GRADES)[number];

interface Share {
  readonly days: number;
  readonly clients: number;
}

function shareOf(grade: SplitGrade, settings: Settings): Share {
  switch (grade) {
    case 'A':
      return { days: settings['plan.daysA'], clients: settings['plan.clientsA'] };
    case 'B':
      return { days: settings['plan.daysB'], clients: settings['plan.clientsB'] };
    case 'C':
      return { days: settings['plan.daysC'], clients: settings['plan.clientsC'] };
    case 'new':
      return { days: settings['plan.daysNew'], clients: settings['plan.clientsNew'] };
  }
}

const totalDays = (settings: Settings): number =>
  SPLIT_GRADES.reduce((sum, grade) => sum + shareOf(grade, settings).days, 0);

/**
 * Contacts that a month of so many working days has room for: ⌊W × clients ÷ Σ days⌋, in whole numbers.
 *
 * Unit: contacts a person. No days in the whole split: 0.   Source: 000-C10, C-28, definitions §8.
 * @example capacityOf(16, 'A', settings) //=> 6: 16 × 8 ÷ 20
 */
export function capacityOf(workDays: number, grade: SplitGrade, settings: Settings): number {
  const all = totalDays(settings);
  return all === 0 ? 0 : Math.floor((workDays * shareOf(grade, settings).clients) / all);
}

/** Person-days of one contact: days ÷ clients. @example costOf('A', settings) //=> 1.25 */
export function costOf(grade: SplitGrade, settings: Settings): number {
  const { days, clients } = shareOf(grade, settings);
  return clients === 0 ? 0 : days / clients;
}

export interface GradeAllotment {
  readonly grade: SplitGrade;
  /** Days of the month that the split gives the grade. */
  readonly days: number;
  /** Contacts that these days hold. */
  readonly capacity: number;
  readonly demand: number;
  /** Days that grades before it left over, as far as this one wants them. */
  readonly handedDown: number;
  /** Contacts that may be planned. */
  readonly allotted: number;
}

/**
 * What each grade may use: its own contacts first; the days of those that it does not need flow on A → B → C → new.
 *
 * Source: definitions §8 step 2.
 * @example 16 working days, demand A 2, B 40 //=> A 2 of 6: 4 × 1.25 = 5 days flow on; B 9 + 5 × 3 = 24
 */
export function allotGrades(
  workDays: number,
  demand: Readonly<Record<SplitGrade, number>>,
  settings: Settings,
): readonly GradeAllotment[] {
  const all = totalDays(settings);
  let spare = 0;
  return SPLIT_GRADES.map((grade) => {
    const cost = costOf(grade, settings);
    const days = all === 0 ? 0 : (workDays * shareOf(grade, settings).days) / all;
    const capacity = capacityOf(workDays, grade, settings);
    const wanted = demand[grade];
    const extra = cost === 0 ? 0 : Math.floor(spare / cost + 1e-9);
    const allotted = Math.min(wanted, capacity + extra);
    const handedDown = Math.max(0, allotted - capacity) * cost;
    spare += Math.max(0, capacity - allotted) * cost - handedDown;
    return { grade, days, capacity, demand: wanted, handedDown, allotted };
  });
}
