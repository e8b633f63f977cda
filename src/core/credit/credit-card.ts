import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import { known, mapOutcome, missing, type Outcome } from '../model/outcome';
import type { Settings } from '../settings';
import {
  CREDIT_FACTORS,
  FIVE_C,
  FIVE_P,
  weightOf,
  type CreditFactor,
  type CreditFactorId,
  type CreditFacts,
  type FactorScore,
  type FiveC,
  type FiveP,
} from './credit-factors';
import { CREDIT_GATES, worseGrade, type CreditGrade } from './credit-gates';

export interface FactorResult {
  readonly id: CreditFactorId;
  readonly label: Text;
  readonly isJudged: boolean;
  /** As the settings give it. */
  readonly weight: number;
  /** What of it counts: 0 where the factor is missing, less for an old judgement. */
  readonly weightUsed: number;
  readonly score: Outcome<number>;
  /** Points of the total lost by it: weight used × (100 − score) / all weights used. */
  readonly lost: number;
  /** Put into words when it is read. */
  readonly reason: Text;
}

/** One of the five Cs or five Ps. */
export interface CreditView<Id extends string> {
  readonly id: Id;
  readonly label: Text;
  readonly weight: number;
  readonly score: Outcome<number>;
  readonly coverage: number;
}

export interface CreditCard {
  /** 0–100 over the factors that are there; missing where they are too few to say anything. */
  readonly score: Outcome<number>;
  /** Share of the weights that stand on data, 0–1. */
  readonly coverage: number;
  /** Missing where coverage is below 60 %: 资料不足. */
  readonly grade: Outcome<CreditGrade>;
  /** Before the gates. */
  readonly gradeByScore: Outcome<CreditGrade>;
  readonly gates: readonly { readonly id: string; readonly text: Text }[];
  readonly factors: readonly FactorResult[];
  readonly fiveC: readonly CreditView<FiveC>[];
  readonly fiveP: readonly CreditView<FiveP>[];
  /** The three largest, most first. */
  readonly losses: readonly FactorResult[];
  readonly reason: Text;
  /** The points of one factor: the same as in `factors`, without the others. */
  readonly pointsOf: (factor: CreditFactor) => Outcome<number>;
  /** The score of one of `fiveC` or `fiveP`, without the others. */
  readonly scoreOfView: (id: FiveC | FiveP) => Outcome<number>;
}

/**
 * The scorecard of one client.
 *
 * Formula: Σ weight × score / Σ weight over the factors that are there; coverage = Σ weight there / Σ weight. Unit: points
 * 0–100. Better: higher. Grades A ≥ 85, B ≥ 70, C ≥ 55, D ≥ 40, else E; then the gates cap.
 * Counts: objective factors and judged ones (表四); a judged mark older than 12 months counts half.
 * Missing: a missing factor is left out, never put in as average or 0; coverage below 60 %: neither score nor grade.
 * Source: 004-10, 000-T4, definitions §6.2.
 * @example payment index 80 (18) and collateral 100 (8) alone //=> coverage 26 %: no score, no grade
 */
export function scoreCredit(facts: CreditFacts, settings: Settings): CreditCard {
  return new CardOfFacts(facts, settings);
}

/**
 * Score, grade and gates at once; factors, views and words each time that somebody reads them: a book has thousands of
 * cards, and what was made for one sheet would be held until the last is written.
 */
class CardOfFacts implements CreditCard {
  readonly score: Outcome<number>;
  readonly coverage: number;
  readonly gates: CreditCard['gates'];
  private readonly facts: CreditFacts;
  private readonly settings: Settings;

  constructor(facts: CreditFacts, settings: Settings) {
    this.facts = facts;
    this.settings = settings;
    let allWeights = 0;
    let usedWeights = 0;
    let points = 0;
    for (const factor of CREDIT_FACTORS) {
      const weight = weightOf(factor, settings);
      allWeights += weight;
      const result = factor.score(facts, settings);
      if (!result.known) continue;
      const used = weight * result.value.weightShare;
      usedWeights += used;
      points += used * result.value.score;
    }
    this.coverage = allWeights > 0 ? usedWeights / allWeights : 0;
    this.score =
      usedWeights > 0 && !isThin(this.coverage, settings)
        ? known(points / usedWeights)
        : missing({ reason: 'thin-data', needShare: settings['credit.minCoverage'] });
    const gates = CREDIT_GATES.flatMap(({ id, applies }) => {
      const text = applies(facts, settings);
      return text ? [{ id, text }] : [];
    });
    this.gates = gates.length > 0 ? gates : NO_GATES;
  }

  get gradeByScore(): Outcome<CreditGrade> {
    return mapOutcome(this.score, (score) => gradeOf(score, this.settings));
  }

  get grade(): Outcome<CreditGrade> {
    return mapOutcome(this.gradeByScore, (byScore) =>
      this.gates.reduce<CreditGrade>((worst, { id }) => worseGrade(worst, CAP_OF_GATE.get(id)!), byScore),
    );
  }

  get factors(): readonly FactorResult[] {
    return describeFactors(this.facts, this.settings);
  }

  get fiveC(): CreditCard['fiveC'] {
    return viewsOf(FIVE_C, this.factors, (id) => this.scoreOfView(id));
  }

  get fiveP(): CreditCard['fiveP'] {
    return viewsOf(FIVE_P, this.factors, (id) => this.scoreOfView(id));
  }

  get losses(): readonly FactorResult[] {
    return this.factors
      .filter(({ lost }) => lost >= 0.05)
      .sort((a, b) => b.lost - a.lost)
      .slice(0, 3);
  }

  get reason(): Text {
    return reasonOf(
      isThin(this.coverage, this.settings),
      this.coverage,
      this.gates.map(({ text }) => text),
      this.losses,
      this.settings,
    );
  }

  pointsOf(factor: CreditFactor): Outcome<number> {
    return mapOutcome(factor.score(this.facts, this.settings), ({ score }) => score);
  }

  scoreOfView(id: FiveC | FiveP): Outcome<number> {
    let weights = 0;
    let points = 0;
    for (const factor of FACTORS_OF_VIEW.get(id)!) {
      const result = factor.score(this.facts, this.settings);
      if (!result.known) continue;
      const used = weightOf(factor, this.settings) * result.value.weightShare;
      weights += used;
      points += used * result.value.score;
    }
    return weights > 0 ? known(points / weights) : missing({ reason: 'not-entered' });
  }
}

const NO_GATES: CreditCard['gates'] = [];
const CAP_OF_GATE = new Map(CREDIT_GATES.map(({ id, cap }) => [id, cap]));

const FACTORS_OF_VIEW = new Map(
  [...Object.keys(FIVE_C), ...Object.keys(FIVE_P)].map((id) => [
    id as FiveC | FiveP,
    CREDIT_FACTORS.filter(({ dimension, view }) => dimension === id || view === id),
  ]),
);

const isThin = (coverage: number, settings: Settings): boolean => coverage < settings['credit.minCoverage'] - 1e-9;

function describeFactors(facts: CreditFacts, settings: Settings): readonly FactorResult[] {
  const parts = CREDIT_FACTORS.map((factor) => {
    const weight = weightOf(factor, settings);
    const result = factor.score(facts, settings);
    return { factor, weight, result, used: result.known ? weight * result.value.weightShare : 0 };
  });
  const usedWeights = parts.reduce((sum, { used }) => sum + used, 0);
  return parts.map(({ factor, weight, result, used }) => new ResultOfFactor(factor, weight, used, usedWeights, result));
}

class ResultOfFactor implements FactorResult {
  readonly id: CreditFactorId;
  readonly label: Text;
  readonly isJudged: boolean;
  readonly score: Outcome<number>;
  readonly lost: number;

  constructor(
    factor: (typeof CREDIT_FACTORS)[number],
    readonly weight: number,
    readonly weightUsed: number,
    allUsed: number,
    private readonly result: Outcome<FactorScore>,
  ) {
    this.id = factor.id;
    this.label = factor.label;
    this.isJudged = factor.isJudged;
    this.score = mapOutcome(result, ({ score }) => score);
    this.lost = result.known && allUsed > 0 ? (weightUsed * (100 - result.value.score)) / allUsed : 0;
  }

  get reason(): Text {
    return this.result.known ? this.result.value.reason() : { zh: '无资料', en: 'no data' };
  }
}

/** @example gradeOf(70, settings) //=> 'B'; gradeOf(69.9, settings) //=> 'C' */
export function gradeOf(score: number, settings: Settings): CreditGrade {
  // Nine decimals: a sum of binary fractions must not miss its own band.
  const points = Math.round(score * 1e9) / 1e9;
  if (points >= settings['credit.gradeA']) return 'A';
  if (points >= settings['credit.gradeB']) return 'B';
  if (points >= settings['credit.gradeC']) return 'C';
  return points >= settings['credit.gradeD'] ? 'D' : 'E';
}

/**
 * What is wrong with the settings of the scorecard, in words; empty where all is well. The score is right with any weights,
 * because it divides by their sum; the person is told all the same.
 *
 * @example weights that sum to 98 //=> [{ zh: '信用权重合计 98,应为 100,已按比例折算' … }]
 */
export function checkCreditSettings(settings: Settings): readonly Text[] {
  const problems: Text[] = [];
  const sum = CREDIT_FACTORS.reduce((total, factor) => total + weightOf(factor, settings), 0);
  if (Math.abs(sum - 100) > 1e-9) {
    problems.push(
      fill(
        {
          zh: '信用权重合计 {sum}，应为 100，已按比例折算',
          en: 'The credit weights sum to {sum} instead of 100 and were scaled',
        },
        { sum: wordNumber(sum, Number.isInteger(sum) ? 0 : 2) },
      ),
    );
  }
  const bands = [
    settings['credit.gradeA'],
    settings['credit.gradeB'],
    settings['credit.gradeC'],
    settings['credit.gradeD'],
  ];
  if (bands.some((band, i) => i > 0 && band >= bands[i - 1]!)) {
    problems.push({
      zh: '信用等级分数线应依次降低（A>B>C>D）',
      en: 'The credit bands should fall from A to D',
    });
  }
  return problems;
}

function viewsOf<Id extends FiveC | FiveP>(
  labels: Readonly<Record<Id, Text>>,
  factors: readonly FactorResult[],
  scoreOf: (id: Id) => Outcome<number>,
): readonly CreditView<Id>[] {
  return (Object.keys(labels) as Id[]).map((id) => {
    const own = factors.filter((_, at) => FACTORS_OF_VIEW.get(id)!.includes(CREDIT_FACTORS[at]!));
    const weight = own.reduce((sum, factor) => sum + factor.weight, 0);
    const used = own.reduce((sum, factor) => sum + factor.weightUsed, 0);
    return { id, label: labels[id], weight, score: scoreOf(id), coverage: weight > 0 ? used / weight : 0 };
  });
}

function reasonOf(
  tooThin: boolean,
  coverage: number,
  gates: readonly Text[],
  losses: readonly FactorResult[],
  settings: Settings,
): Text {
  const texts: Text[] = [...gates];
  if (tooThin) {
    texts.unshift(
      fill(
        { zh: '资料不足：覆盖率 {have}，至少 {need}', en: 'insufficient data: coverage {have}, {need} needed' },
        { have: wordPercent(coverage, 0), need: wordPercent(settings['credit.minCoverage'], 0) },
      ),
    );
  }
  for (const { label, lost, reason } of losses) {
    texts.push(
      fill(
        { zh: '{label}失 {lost} 分（{reason}）', en: '{label}: −{lost} points ({reason})' },
        { label, lost: wordNumber(lost, 1), reason },
      ),
    );
  }
  return joinTexts(texts);
}
