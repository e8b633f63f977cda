import { fill, type Text } from '../../i18n/text';
import { wordMoney, wordNumber, wordPercent } from '../../i18n/wording';
import type { Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import type { SettingId, Settings } from '../settings';
import { STAGE_LABELS, type Stage } from '../sales/lifecycle';
import type { PaymentBehaviour } from '../receivables/payment-index';

export type FiveC = 'character' | 'capacity' | 'capital' | 'collateral' | 'condition';
export type FiveP = 'people' | 'payment' | 'protection' | 'purpose' | 'perspective';

export const FIVE_C: Readonly<Record<FiveC, Text>> = {
  character: { zh: '品质', en: 'Character' },
  capacity: { zh: '能力', en: 'Capacity' },
  capital: { zh: '资本', en: 'Capital' },
  collateral: { zh: '抵押', en: 'Collateral' },
  condition: { zh: '条件', en: 'Condition' },
};

export const FIVE_P: Readonly<Record<FiveP, Text>> = {
  people: { zh: '人的因素', en: 'People' },
  payment: { zh: '还款因素', en: 'Payment' },
  protection: { zh: '保障因素', en: 'Protection' },
  purpose: { zh: '目的因素', en: 'Purpose' },
  perspective: { zh: '展望因素', en: 'Perspective' },
};

/** A mark of 表四 (or of 表二), brought to 0–100. */
export interface JudgedMark {
  readonly score: number;
  /** As written: `4/5`. */
  readonly written: string;
  /** Share of the factor's weight that it still carries: older marks carry less. */
  readonly weightShare: number;
}

/** What is known of one client's credit, each part by itself. */
export interface CreditFacts {
  readonly client: number;
  readonly payment: Outcome<PaymentBehaviour>;
  readonly amountOfYear: Outcome<Money>;
  readonly exposure: Outcome<Money>;
  /** Before deposits and advances are taken off. */
  readonly grossExposure: Outcome<Money>;
  /** Only where it stands on the client's own rhythm: the reference of others must not move a credit score. */
  readonly stage: Outcome<Stage>;
  readonly gapVariation: Outcome<number>;
  /** Net assets, else registered capital. */
  readonly ownMeans: Outcome<Money>;
  readonly yearsInBusiness: Outcome<number>;
  readonly security: Outcome<Money>;
  readonly termDays: Outcome<number>;
  /** Of the client's own industry. */
  readonly medianTermDays: Outcome<number>;
  readonly relationYears: Outcome<number>;
  readonly disputeRate: Outcome<number>;
  readonly judged: ReadonlyMap<string, JudgedMark>;
  readonly writtenOff: boolean;
  /** The person's own mark of 诚信, where there is one. */
  readonly honestMark: boolean | undefined;
  /** Promises of the last 12 months not kept, by the invoices or by the client sheet, whichever is more. */
  readonly brokenPromises: number;
}

export interface FactorScore {
  /** 0–100 */
  readonly score: number;
  /** Put into words when asked for. */
  readonly reason: () => Text;
  readonly weightShare: number;
}

export interface CreditFactor {
  readonly id: string;
  readonly label: Text;
  readonly dimension: FiveC;
  readonly view: FiveP;
  /** Judged by a person in 表四; otherwise computed. */
  readonly isJudged: boolean;
  readonly score: (facts: CreditFacts, settings: Settings) => Outcome<FactorScore>;
}

const clamp = (score: number): number => Math.min(100, Math.max(0, score));
const scored = (score: number, reason: () => Text): Outcome<FactorScore> =>
  known({ score: clamp(score), reason, weightShare: 1 });

/** Words that are made when somebody reads them. */
const scoredAs = (score: number, from: { readonly reason: Text }): Outcome<FactorScore> =>
  scored(score, () => from.reason);
const wordFigure =
  (words: Text, n: number, decimals: number): (() => Text) =>
  () =>
    fill(words, { n: wordNumber(n, decimals) });
const wordShare =
  (words: Text, ratio: number): (() => Text) =>
  () =>
    fill(words, { share: wordPercent(ratio) });
const wordStage =
  (stage: Stage): (() => Text) =>
  () =>
    STAGE_LABELS[stage];
const wordIdle =
  (means: Money): (() => Text) =>
  () =>
    fill({ zh: '{m}，目前没有占用', en: '{m}, nothing exposed now' }, { m: wordMoney(means) });

function judged<Id extends string>(
  id: Id,
  label: Text,
  dimension: FiveC,
  view: FiveP,
): CreditFactor & { readonly id: Id } {
  return {
    id,
    label,
    dimension,
    view,
    isJudged: true,
    score: ({ judged: marks }) => {
      const mark = marks.get(id);
      if (!mark) return missing({ reason: 'not-entered' });
      const reason = (): Text => fill({ zh: '评 {mark}', en: 'rated {mark}' }, { mark: mark.written });
      return known({ score: mark.score, reason, weightShare: mark.weightShare });
    },
  };
}

function computed<Id extends string>(
  id: Id,
  label: Text,
  dimension: FiveC,
  view: FiveP,
  score: CreditFactor['score'],
): CreditFactor & { readonly id: Id } {
  return { id, label, dimension, view, isJudged: false, score };
}

/** Points of a life-cycle stage: what the next order may be expected to do. */
const STAGE_POINTS = {
  growth: 'credit.stageGrowth',
  maturity: 'credit.stageMaturity',
  introduction: 'credit.stageIntroduction',
  decline: 'credit.stageDecline',
} as const satisfies Readonly<Record<Stage, SettingId>>;

/**
 * The factors of the scorecard: five Cs in objective and judged parts. Each scores 0–100 or is missing; its weight is the
 * setting `credit.weight.<id>`.
 *
 * Source: 004-10, 000-T4, definitions §6.2; the curves of the objective parts are proposals and editable.
 * @example exposure of three months' sales, full up to 1, none from 6 //=> 60 points; with stage maturity (80) //=> 70
 */
export const CREDIT_FACTORS = [
  computed('paymentIndex', { zh: '付款指数', en: 'Payment index' }, 'character', 'people', ({ payment }) =>
    !payment.known
      ? payment
      : !payment.value.index.known
        ? payment.value.index
        : scoredAs(payment.value.index.value, payment.value),
  ),
  computed('paidOnTerms', { zh: '按期付款占比', en: 'Paid within terms' }, 'character', 'people', ({ payment }) => {
    if (!payment.known) return payment;
    const share = payment.value.paidOnTerms;
    if (!share.known) return share;
    return scored(share.value * 100, wordShare({ zh: '按期付款 {share}', en: '{share} within terms' }, share.value));
  }),
  judged('ambition', { zh: '经营者事业心与诚实', en: 'Owner’s drive and integrity' }, 'character', 'people'),
  computed('turnover', { zh: '成交额与阶段', en: 'Turnover and stage' }, 'capacity', 'payment', scoreTurnover),
  computed('regularity', { zh: '下单规律', en: 'Order regularity' }, 'capacity', 'payment', (facts, settings) =>
    !facts.gapVariation.known
      ? facts.gapVariation
      : scored(
          100 * (1 - facts.gapVariation.value / settings['credit.regularityNone']),
          wordFigure({ zh: '下单间隔变异系数 {n}', en: 'variation of order gaps {n}' }, facts.gapVariation.value, 2),
        ),
  ),
  judged('planning', { zh: '经营者策划能力', en: 'Owner’s planning ability' }, 'capacity', 'payment'),
  judged('talent', { zh: '管理人才', en: 'Management talent' }, 'capacity', 'payment'),
  judged('health', { zh: '健康状况', en: 'Health' }, 'capacity', 'payment'),
  computed(
    'netAssets',
    { zh: '净资产/占用', en: 'Net assets to exposure' },
    'capital',
    'protection',
    (facts, settings) =>
      scoreCover(facts.ownMeans, facts.exposure, settings['credit.assetsFullTimes'], {
        zh: '净资产为占用的 {times} 倍',
        en: 'net assets {times} times the exposure',
      }),
  ),
  computed(
    'yearsInBusiness',
    { zh: '开业年数', en: 'Years in business' },
    'capital',
    'protection',
    (facts, settings) => {
      if (!facts.yearsInBusiness.known) return facts.yearsInBusiness;
      const years = facts.yearsInBusiness.value;
      const score = years >= settings['credit.yearsFull'] ? 100 : years >= settings['credit.yearsHalf'] ? 50 : 0;
      return scored(score, () => fill({ zh: '开业 {years} 年', en: '{years} years in business' }, { years }));
    },
  ),
  judged('fixedAssets', { zh: '固定资产与财务印象', en: 'Fixed assets and finance' }, 'capital', 'protection'),
  computed('security', { zh: '抵押与保证金/占用', en: 'Collateral to exposure' }, 'collateral', 'protection', (facts) =>
    scoreCover(facts.security, facts.grossExposure, 1, {
      zh: '抵押与保证金为占用的 {times} 倍',
      en: 'collateral and deposit {times} times the exposure',
    }),
  ),
  judged('guarantor', { zh: '担保人', en: 'Guarantor' }, 'collateral', 'protection'),
  computed('terms', { zh: '账期与同行', en: 'Terms against the industry' }, 'condition', 'perspective', scoreTerms),
  computed('relation', { zh: '合作年数', en: 'Years of dealing' }, 'condition', 'perspective', (facts, settings) =>
    !facts.relationYears.known
      ? facts.relationYears
      : scored(
          (facts.relationYears.value / settings['credit.relationFullYears']) * 100,
          wordFigure({ zh: '合作 {n} 年', en: 'dealing for {n} years' }, facts.relationYears.value, 1),
        ),
  ),
  computed('disputes', { zh: '投诉与退货争议', en: 'Disputes' }, 'condition', 'perspective', (facts, settings) =>
    !facts.disputeRate.known
      ? facts.disputeRate
      : scored(
          100 * (1 - facts.disputeRate.value / settings['credit.disputeNone']),
          wordShare({ zh: '争议率 {share}', en: 'disputes {share}' }, facts.disputeRate.value),
        ),
  ),
  judged('industryOutlook', { zh: '行业景气', en: 'Industry outlook' }, 'condition', 'perspective'),
  judged('regionPolicy', { zh: '地区与政策', en: 'Region and policy' }, 'condition', 'perspective'),
  judged('purchasePurpose', { zh: '采购目的', en: 'Purpose of purchase' }, 'condition', 'purpose'),
] as const satisfies readonly CreditFactor[];

export type CreditFactorId = (typeof CREDIT_FACTORS)[number]['id'];

export function weightOf(factor: { readonly id: CreditFactorId }, settings: Settings): number {
  return settings[`credit.weight.${factor.id}`];
}

/** The mean of what is known of both: how many months' sales are outstanding, and the stage. */
function scoreTurnover(facts: CreditFacts, settings: Settings): Outcome<FactorScore> {
  const { amountOfYear, exposure, stage } = facts;
  const parts: { score: number; reason: () => Text }[] = [];
  if (amountOfYear.known && exposure.known) {
    if (amountOfYear.value > 0) {
      const months = exposure.value / (amountOfYear.value / 12);
      const full = settings['credit.turnoverFullMonths'];
      const none = Math.max(settings['credit.turnoverNoneMonths'], full + 1e-9);
      parts.push({
        score: clamp((100 * (none - months)) / (none - full)),
        reason: wordFigure({ zh: '占用相当于 {n} 个月成交额', en: 'exposure of {n} months of sales' }, months, 1),
      });
    } else if (exposure.value > 0) {
      parts.push({
        score: 0,
        reason: () => ({ zh: '有占用而近12个月没有净额', en: 'exposure without sales in 12 months' }),
      });
    }
  }
  if (stage.known) {
    parts.push({ score: settings[STAGE_POINTS[stage.value]], reason: wordStage(stage.value) });
  }
  if (parts.length === 0) return !exposure.known ? exposure : missing({ reason: 'no-rows' });
  const [first, second] = parts;
  return scored(parts.reduce((sum, part) => sum + part.score, 0) / parts.length, () =>
    second === undefined
      ? first!.reason()
      : fill({ zh: '{a}，{b}', en: '{a}, {b}' }, { a: first!.reason(), b: second.reason() }),
  );
}

/** Means against exposure: full points from `fullTimes` times on; nothing exposed needs no cover. */
function scoreCover(
  means: Outcome<Money>,
  exposure: Outcome<Money>,
  fullTimes: number,
  words: Text,
): Outcome<FactorScore> {
  if (!means.known) return means;
  if (!exposure.known) return exposure;
  if (exposure.value <= 0) {
    return means.value < 0
      ? scored(0, () => ({ zh: '净资产为负', en: 'net assets below zero' }))
      : scored(100, wordIdle(means.value));
  }
  const times = means.value / exposure.value;
  return scored((times / fullTimes) * 100, () => fill(words, { times: wordNumber(times, 1) }));
}

/** At or below the industry's median: full; twice the median: none. */
function scoreTerms(facts: CreditFacts): Outcome<FactorScore> {
  const { termDays, medianTermDays } = facts;
  if (!termDays.known) return termDays;
  if (!medianTermDays.known) return medianTermDays;
  const median = medianTermDays.value;
  const over = Math.max(0, termDays.value - median);
  const score = over === 0 ? 100 : 100 * (1 - over / median);
  const days = termDays.value;
  return scored(score, () =>
    fill(
      { zh: '账期 {days} 天，同行中位 {median} 天', en: 'terms {days} days, industry median {median}' },
      { days: wordNumber(days), median: wordNumber(median) },
    ),
  );
}
