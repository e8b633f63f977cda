import { fill, joinTexts, type Text } from '../../i18n/text';
import { valueOr, type Outcome } from '../model/outcome';
import type { Settings } from '../settings';
import type { CreditFacts } from './credit-factors';
import type { CreditGrade } from './credit-gates';

export type Honesty = 'honest' | 'dishonest' | 'undetermined';

export const HONESTY_LABELS: Readonly<Record<Honesty, Text>> = {
  honest: { zh: '无失信记录', en: 'Nothing on record' },
  dishonest: { zh: '有失信记录', en: 'Broken promises or write-off' },
  undetermined: { zh: '未定', en: 'Not known' },
};

export interface HonestyResult {
  readonly honesty: Honesty;
  readonly reason: Text;
}

/**
 * 诚信 or 不诚信, or not to be told.
 *
 * Rule: dishonest if the grade is E, or a debt was written off, or at least two promises of the last 12 months were broken,
 * or the client sheet says so. Otherwise honest where there is a grade or the client sheet says honest; without either
 * undetermined, never honest by lack of data.   Source: 003-13, definitions §6.2.
 * @example grade B, two broken promises //=> dishonest
 */
export function judgeHonesty(facts: CreditFacts, grade: Outcome<CreditGrade>, settings: Settings): HonestyResult {
  const against: Text[] = [];
  if (valueOr(grade, undefined) === 'E') against.push({ zh: '信用E', en: 'credit grade E' });
  if (facts.writtenOff) against.push({ zh: '有坏账核销', en: 'a debt was written off' });
  if (facts.brokenPromises >= settings['credit.brokenPromises']) {
    against.push(
      fill({ zh: '12个月内失约 {n} 次', en: '{n} promises broken in 12 months' }, { n: facts.brokenPromises }),
    );
  }
  if (facts.honestMark === false) against.push({ zh: '客户表标记为失信', en: 'marked on the client sheet' });
  if (against.length > 0) return { honesty: 'dishonest', reason: joinTexts(against) };
  if (grade.known) return HONEST[grade.value];
  return facts.honestMark === true ? MARKED_HONEST : NOT_KNOWN;
}

const honestBy = (grade: CreditGrade): HonestyResult => ({
  honesty: 'honest',
  reason: fill({ zh: '信用{grade}，无失信记录', en: 'credit grade {grade}, nothing against it' }, { grade }),
});

/** One for all of a grade. */
const HONEST: Readonly<Record<CreditGrade, HonestyResult>> = {
  A: honestBy('A'),
  B: honestBy('B'),
  C: honestBy('C'),
  D: honestBy('D'),
  E: honestBy('E'),
};
const MARKED_HONEST: HonestyResult = {
  honesty: 'honest',
  reason: { zh: '客户表标记为诚信', en: 'marked on the client sheet' },
};
const NOT_KNOWN: HonestyResult = {
  honesty: 'undetermined',
  reason: { zh: '资料不足，未定', en: 'too little data to tell' },
};
