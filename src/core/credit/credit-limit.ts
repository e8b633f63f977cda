import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordMoney } from '../../i18n/wording';
import { moneyOf, type Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import type { Settings } from '../settings';
import type { CreditGrade } from './credit-gates';

export interface LimitFacts {
  readonly grade: Outcome<CreditGrade>;
  /** Of the last 12 months. */
  readonly creditSales: Outcome<Money>;
  readonly ourCreditSales: Outcome<Money>;
  readonly termDays: number;
  readonly netAssets: Outcome<Money>;
  readonly workingCapital: Outcome<Money>;
}

export interface LimitSuggestion {
  readonly limit: Outcome<Money>;
  readonly reason: Text;
}

/**
 * The credit limit that the figures support. A suggestion: finance and the general manager decide.
 *
 * Formula: min(2 × average monthly credit sales of the last 12 months [or (terms + 30) / 30 × monthly], 10 % of net worth,
 * 20 % of working capital, 10 % of our annual credit sales) × factor of the grade (A 1.2, B 1, C 0.7, D 0.3, E 0), rounded
 * down to 1,000. A cap is used only where its input is known. Unit: fen.
 * Missing: no grade (thin data), or no credit sales known.   Source: definitions §6.3.
 * @example 120,000 credit sales in 12 months, grade A, nothing caps //=> 2 × 10,000 × 1.2 = 24,000
 */
export function suggestLimit(facts: LimitFacts, settings: Settings): LimitSuggestion {
  const none = (why: Outcome<never>): LimitSuggestion => ({ limit: why, reason: NO_SUGGESTION });
  if (!facts.grade.known) return none(facts.grade);
  if (!facts.creditSales.known) return none(facts.creditSales);
  if (facts.creditSales.value <= 0) return none(missing({ reason: 'nothing-due' }));
  const monthly = facts.creditSales.value / 12;
  const times = settings['credit.limitRule'] === 'terms' ? (facts.termDays + 30) / 30 : settings['credit.limitMonths'];
  const bases: LimitBase[] = [{ amount: monthly * times, label: { zh: '月均赊销', en: 'monthly credit sales' } }];
  const cap = (outcome: Outcome<Money>, share: number, label: Text): void => {
    if (outcome.known) bases.push({ amount: Math.max(0, outcome.value) * share, label });
  };
  cap(facts.netAssets, settings['credit.capNetAssets'], { zh: '净资产', en: 'net worth' });
  cap(facts.workingCapital, settings['credit.capWorkingCapital'], { zh: '营运资金', en: 'working capital' });
  cap(facts.ourCreditSales, settings['credit.capOurSales'], { zh: '我方年赊销额', en: 'our annual credit sales' });
  const base = bases.reduce((least, one) => (one.amount < least.amount ? one : least));
  const factor = settings[`credit.factor${facts.grade.value}`];
  const step = moneyOf(settings['credit.limitStep']);
  // The smallest noise of the product must not cost a whole step.
  const limit = (Math.floor((base.amount * factor) / step + 1e-9) * step) as Money;
  return new SuggestedLimit(known(limit), base, facts.grade.value, factor);
}

const NO_SUGGESTION: Text = {
  zh: '没有评级或没有赊销额，不提建议',
  en: 'no grade or no credit sales: no suggestion',
};

/** The lowest of what a limit can start from. */
interface LimitBase {
  readonly amount: number;
  readonly label: Text;
}

/** Put into words when a sheet shows it. */
class SuggestedLimit implements LimitSuggestion {
  constructor(
    readonly limit: Outcome<Money>,
    private readonly base: LimitBase,
    private readonly grade: CreditGrade,
    private readonly factor: number,
  ) {}

  get reason(): Text {
    const { base, grade, factor } = this;
    return joinTexts([
      fill(
        { zh: '以{label}起算 {amount}', en: 'starting from {label} {amount}' },
        { label: base.label, amount: wordMoney(base.amount) },
      ),
      fill({ zh: '信用{grade}系数 {factor}', en: 'grade {grade} factor {factor}' }, { grade, factor }),
      ...(grade === 'D' ? [{ zh: '须有预付款', en: 'with prepayment' }] : []),
    ]);
  }
}

/**
 * How much of the granted limit is used.
 *
 * Formula: exposure / limit on the client sheet. Unit: ratio. No limit, or a limit of 0: missing.
 * Source: definitions §6.3. @example exposure 42,000, limit 50,000 //=> 0.84
 */
export function limitUse(exposure: Outcome<Money>, limit: Outcome<Money>): Outcome<number> {
  if (!exposure.known) return exposure;
  if (!limit.known) return limit;
  return limit.value > 0 ? known(exposure.value / limit.value) : missing({ reason: 'nothing-due' });
}
