import type { Settings } from '../settings';
import type { Level } from '../model/judged-words';

export type PipelineGrade = 'A' | 'B' | 'C' | 'D';
export const PIPELINE_GRADES: readonly PipelineGrade[] = ['A', 'B', 'C', 'D'];

/** Average days of a month: 365.25 / 12. */
export const DAYS_OF_MONTH = 30.4375;

/** `undefined` wherever nothing readable is written. */
export interface PipelineAttributes {
  /** 已信息化 (true) or 未信息化 (false): two tables. */
  readonly hasSystem: boolean | undefined;
  readonly objectiveNeed: boolean | undefined;
  readonly subjectiveNeed: boolean | undefined;
  readonly determination: Level | undefined;
  readonly dissatisfaction: Level | undefined;
  readonly feasibility: boolean | undefined;
  readonly selecting: boolean | undefined;
  /** B1, B2, C1, C2, D1, D2, D3 as written. */
  readonly caseCode: string;
}

/**
 * What the decision table says. `check`: 需核对, the attributes do not go together. `insufficient`: an attribute that the
 * table asks for is not there. `notApplicable`: no objective need.
 */
export type AttributeGrade =
  | { readonly kind: 'grade'; readonly grade: PipelineGrade; readonly check: boolean }
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'insufficient' };

const CASES: Readonly<Record<string, PipelineGrade>> = {
  B1: 'B',
  B2: 'B',
  C1: 'C',
  C2: 'C',
  D1: 'D',
  D2: 'D',
  D3: 'D',
};

const grade = (letter: PipelineGrade, check = false): AttributeGrade => ({ kind: 'grade', grade: letter, check });
const INSUFFICIENT: AttributeGrade = { kind: 'insufficient' };
const NOT_APPLICABLE: AttributeGrade = { kind: 'notApplicable' };

/**
 * Grade by months to the expected close.
 *
 * Rule: ≤ 3 A, ≤ 6 B, ≤ 12 C, else D; without a day, or with one that has passed: nothing.   Source: 000-C4, C-12.
 * @example gradeByMonths(3.2, settings) //=> 'B'
 */
export function gradeByMonths(months: number | undefined, settings: Settings): PipelineGrade | undefined {
  if (months === undefined || months < 0) return undefined;
  if (months <= settings['pipeline.monthsA']) return 'A';
  if (months <= settings['pipeline.monthsB']) return 'B';
  return months <= settings['pipeline.monthsC'] ? 'C' : 'D';
}

/**
 * The decision tables of both branches, case code first.
 *
 * Source: 000-C5, 000-C6, C-10, C-11, definitions §5.
 * @example no system, objective and subjective need, selecting, feasible, determination high //=> A
 */
export function gradeByAttributes(
  attributes: PipelineAttributes,
  months: number | undefined,
  settings: Settings,
): AttributeGrade {
  const byCase = CASES[attributes.caseCode.trim().toUpperCase()];
  if (byCase) return grade(byCase);
  const { hasSystem, objectiveNeed } = attributes;
  if (hasSystem === undefined || objectiveNeed === undefined) return INSUFFICIENT;
  if (!objectiveNeed) return NOT_APPLICABLE;
  const ahead = months !== undefined && months >= 0 ? months : undefined;
  return hasSystem ? withSystem(attributes, ahead, settings) : withoutSystem(attributes, ahead, settings);
}

function withoutSystem(a: PipelineAttributes, months: number | undefined, settings: Settings): AttributeGrade {
  if (a.subjectiveNeed === false || a.determination === 'none') return grade('D');
  if (a.subjectiveNeed === undefined || a.determination === undefined || a.selecting === undefined) return INSUFFICIENT;
  if (a.selecting) {
    if (a.determination !== 'high') return grade('B', true);
    if (a.feasibility === undefined) return INSUFFICIENT;
    return a.feasibility ? grade('A') : grade('B', true);
  }
  const isFar = months !== undefined && months > settings['pipeline.monthsC'];
  switch (a.determination) {
    case 'high':
      return grade('B');
    case 'medium':
      if (months === undefined) {
        return a.feasibility === undefined ? INSUFFICIENT : grade(a.feasibility ? 'B' : 'C');
      }
      return grade(months <= settings['pipeline.monthsB'] ? 'B' : isFar ? 'D' : 'C');
    case 'low':
      return grade(isFar ? 'D' : 'C');
  }
}

function withSystem(a: PipelineAttributes, months: number | undefined, settings: Settings): AttributeGrade {
  const { determination, dissatisfaction, selecting } = a;
  if (selecting === undefined) return INSUFFICIENT;
  if (selecting) {
    if (determination === undefined || dissatisfaction === undefined) return INSUFFICIENT;
    return determination === 'high' && dissatisfaction === 'high' ? grade('A') : grade('B', true);
  }
  if (determination === 'none' || dissatisfaction === 'none') return grade('D');
  if (determination === undefined || dissatisfaction === undefined) return INSUFFICIENT;
  const levels = [determination, dissatisfaction];
  const isWithinC = months !== undefined && months <= settings['pipeline.monthsC'];
  if (levels.includes('low')) return grade(isWithinC ? 'C' : 'D');
  if (!levels.includes('medium')) return grade('B');
  if (months === undefined) return grade('C');
  return grade(months <= settings['pipeline.monthsB'] ? 'B' : isWithinC ? 'C' : 'D');
}

/** The later of two grades: the cautious forecast. */
export function laterGrade(a: PipelineGrade, b: PipelineGrade): PipelineGrade {
  return a > b ? a : b;
}

export type Habc = 'H' | 'A' | 'B' | 'C' | 'overdue';

/**
 * Intention by days to the expected order.
 *
 * Rule: 0–7 days H, 8–15 A, 16–30 B, later or without a day C; a day that has passed is overdue and never H.
 * Source: 004-11, C-13. @example gradeHabc(7, settings) //=> 'H'; gradeHabc(8, settings) //=> 'A'
 */
export function gradeHabc(days: number | undefined, settings: Settings): Habc {
  if (days === undefined) return 'C';
  if (days < 0) return 'overdue';
  if (days <= settings['habc.daysH']) return 'H';
  if (days <= settings['habc.daysA']) return 'A';
  return days <= settings['habc.daysB'] ? 'B' : 'C';
}
