import { fill, type Text } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import type { Settings } from '../settings';
import type { CreditFacts } from './credit-factors';

export type CreditGrade = 'A' | 'B' | 'C' | 'D' | 'E';
export const CREDIT_GRADES: readonly CreditGrade[] = ['A', 'B', 'C', 'D', 'E'];

/** A fact that no score outweighs. */
export interface CreditGate {
  readonly id: string;
  /** The best grade that it leaves. */
  readonly cap: CreditGrade;
  readonly applies: (facts: CreditFacts, settings: Settings) => Text | undefined;
}

/** Source: definitions §6.2. @example an invoice 91 days overdue //=> at most D */
export const CREDIT_GATES: readonly CreditGate[] = [
  {
    id: 'overdue',
    cap: 'D',
    applies: ({ payment }, settings) => {
      if (!payment.known || !payment.value.oldestOverdueDays.known) return undefined;
      const days = payment.value.oldestOverdueDays.value;
      if (days <= settings['credit.gateOverdueDays']) return undefined;
      return fill(
        { zh: '有发票逾期 {days} 天，最高D', en: 'an invoice is {days} days overdue: at most D' },
        { days: wordNumber(days) },
      );
    },
  },
  {
    id: 'paymentIndex',
    cap: 'C',
    applies: ({ payment }, settings) => {
      if (!payment.known || !payment.value.index.known) return undefined;
      const index = payment.value.index.value;
      if (index >= settings['payment.highRisk']) return undefined;
      return fill(
        { zh: '付款指数 {index}，最高C', en: 'payment index {index}: at most C' },
        { index: wordNumber(index, 1) },
      );
    },
  },
  {
    id: 'writtenOff',
    cap: 'E',
    applies: ({ writtenOff }) => (writtenOff ? { zh: '有坏账核销，定为E', en: 'bad debt written off: E' } : undefined),
  },
  {
    id: 'dishonestMark',
    cap: 'E',
    applies: ({ honestMark }) =>
      honestMark === false ? { zh: '标记为失信，定为E', en: 'marked as untrustworthy: E' } : undefined,
  },
];

/** The worse of two grades. */
export function worseGrade(a: CreditGrade, b: CreditGrade): CreditGrade {
  return CREDIT_GRADES.indexOf(a) >= CREDIT_GRADES.indexOf(b) ? a : b;
}
