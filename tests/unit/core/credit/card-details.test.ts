import { checkCreditSettings, scoreCredit, type CreditCard } from '../../../../src/core/credit/credit-card';
import type { CreditFacts, JudgedMark } from '../../../../src/core/credit/credit-factors';
import type { Money } from '../../../../src/core/model/money';
import { known, missing, type Outcome } from '../../../../src/core/model/outcome';
import type { PaymentBehaviour } from '../../../../src/core/receivables/payment-index';
import { settingsWith, type Settings } from '../../../../src/core/settings';

const none = missing({ reason: 'not-entered' });
const yuan = (amount: number): Outcome<Money> => known((amount * 100) as Money);
const NOTHING: CreditFacts = {
  ...{ client: 0, payment: none, amountOfYear: none, exposure: none, grossExposure: none, stage: none },
  ...{ gapVariation: none, ownMeans: none, yearsInBusiness: none, security: none, termDays: none, medianTermDays: none },
  ...{ relationYears: none, disputeRate: none, judged: new Map(), writtenOff: false, honestMark: undefined, brokenPromises: 0 },
}; // prettier-ignore
const paying = (changes: Partial<PaymentBehaviour>): Outcome<PaymentBehaviour> =>
  known({ index: known(80), paidOnTerms: known(0.9), oldestOverdueDays: none, reason: { zh: '付款', en: 'pays' }, ...changes } as PaymentBehaviour); // prettier-ignore
const mark = (score: number, weightShare = 1): JudgedMark => ({ score, written: '4/5', weightShare });

/** Of whatever is known, however little. */
const cardOf = (facts: Partial<CreditFacts>, changes: Partial<Settings> = {}): CreditCard =>
  scoreCredit({ ...NOTHING, ...facts }, { ...settingsWith({}), 'credit.minCoverage': 0.01, ...changes });
const factorOf = (id: string, facts: Partial<CreditFacts>) => {
  const { score, reason } = cardOf(facts).factors.find((one) => one.id === id)!;
  return [score.known ? score.value : score.why.reason, reason.zh];
};

describe('factors of the scorecard', () => {
  it.each<[string, Partial<CreditFacts>, number | string, string]>([
    ['paymentIndex', { payment: paying({}) }, 80, '付款'],
    ['paymentIndex', { payment: paying({ index: missing({ reason: 'too-few', have: 1, need: 3 }) }) }, 'too-few', '无资料'],
    ['paymentIndex', {}, 'not-entered', '无资料'],
    ['paidOnTerms', { payment: paying({}) }, 90, '按期付款 90.0%'],
    ['paidOnTerms', { payment: paying({ paidOnTerms: missing({ reason: 'nothing-due' }) }) }, 'nothing-due', '无资料'],
    ['paidOnTerms', {}, 'not-entered', '无资料'],
    ['ambition', { judged: new Map([['ambition', mark(75)]]) }, 75, '评 4/5'],
    ['ambition', { judged: new Map([['health', mark(75)]]) }, 'not-entered', '无资料'],
    ['regularity', { gapVariation: known(0.5) }, 75, '下单间隔变异系数 0.50'],
    ['regularity', {}, 'not-entered', '无资料'],
    ['yearsInBusiness', { yearsInBusiness: known(9) }, 50, '开业 9 年'],
    ['relation', { relationYears: known(2) }, 40, '合作 2.0 年'],
    ['relation', {}, 'not-entered', '无资料'],
    ['disputes', { disputeRate: known(0.02) }, 80, '争议率 2.0%'],
    ['disputes', {}, 'not-entered', '无资料'],
    ['terms', { termDays: known(45), medianTermDays: known(30) }, 50, '账期 45 天，同行中位 30 天'],
    ['terms', { termDays: known(15), medianTermDays: known(30) }, 100, '账期 15 天，同行中位 30 天'],
    ['terms', { termDays: known(0), medianTermDays: known(0) }, 100, '账期 0 天，同行中位 0 天'],
    ['terms', { termDays: known(1), medianTermDays: known(0) }, 0, '账期 1 天，同行中位 0 天'],
    ['terms', { termDays: known(45) }, 'not-entered', '无资料'],
    ['terms', { medianTermDays: known(45) }, 'not-entered', '无资料'],
  ])('%s', (id, facts, score, words) => {
    expect(factorOf(id, facts)).toEqual([typeof score === 'number' ? expect.closeTo(score, 9) : score, words]);
  }); // prettier-ignore

  it.each<[string, Partial<CreditFacts>, number | string, string]>([
    ['a month of sales', { amountOfYear: yuan(1200), exposure: yuan(100) }, 100, '占用相当于 1.0 个月成交额'],
    ['three and a half', { amountOfYear: yuan(1200), exposure: yuan(350) }, 50, '占用相当于 3.5 个月成交额'],
    ['six', { amountOfYear: yuan(1200), exposure: yuan(600) }, 0, '占用相当于 6.0 个月成交额'],
    ['nothing', { amountOfYear: yuan(1200), exposure: yuan(0) }, 100, '占用相当于 0.0 个月成交额'],
    ['with a stage', { amountOfYear: yuan(1200), exposure: yuan(350), stage: known('decline') }, 35, '占用相当于 3.5 个月成交额，衰退期'],
    ['of no sales', { amountOfYear: yuan(0), exposure: yuan(1) }, 0, '有占用而近12个月没有净额'],
    ['of no sales and nothing', { amountOfYear: yuan(0), exposure: yuan(0) }, 'no-rows', '无资料'],
    ['of no sales, with a stage', { amountOfYear: yuan(0), exposure: yuan(0), stage: known('introduction') }, 50, '导入期'],
    ['not known', { amountOfYear: yuan(1200) }, 'not-entered', '无资料'],
    ['of sales not known', { exposure: yuan(1) }, 'no-rows', '无资料'],
    ['of sales not known, with a stage', { exposure: yuan(1), stage: known('growth') }, 100, '成长期'],
  ])('exposure of %s', (_, facts, score, words) => {
    expect(factorOf('turnover', facts)).toEqual([typeof score === 'number' ? expect.closeTo(score, 9) : score, words]);
  }); // prettier-ignore

  it('means cover what is exposed: assets ten times, collateral once; nothing exposed needs none', () => {
    const assets = (means: number, exposure: number) => factorOf('netAssets', { ownMeans: yuan(means), exposure: yuan(exposure) });
    expect(assets(50, 10)).toEqual([expect.closeTo(50, 9), '净资产为占用的 5.0 倍']);
    expect(assets(500, 10)).toEqual([100, '净资产为占用的 50.0 倍']);
    expect(assets(-50, 10)).toEqual([0, '净资产为占用的 -5.0 倍']);
    expect(assets(50, 0)).toEqual([100, '50.00，目前没有占用']);
    expect(assets(0, 0)).toEqual([100, '0.00，目前没有占用']);
    expect(assets(-50, 0)).toEqual([0, '净资产为负']);
    const security = (means: Outcome<Money>, exposure: Outcome<Money>) => factorOf('security', { security: means, grossExposure: exposure });
    expect(security(yuan(5), yuan(10))).toEqual([expect.closeTo(50, 9), '抵押与保证金为占用的 0.5 倍']);
    expect(security(none, yuan(10))).toEqual(['not-entered', '无资料']);
    expect(security(yuan(5), none)).toEqual(['not-entered', '无资料']);
  }); // prettier-ignore
});

describe('the card', () => {
  it('tells of each factor its weight, what of it counts, and the points it loses', () => {
    const { factors, losses, coverage, score } = cardOf({
      payment: paying({}),
      judged: new Map([['health', mark(50, 0.5)]]),
    });
    // Weights 18, 6, and half of 2.
    expect(coverage).toBeCloseTo(0.25, 9);
    expect(score).toEqual(known((18 * 80 + 6 * 90 + 50) / 25));
    const of = (id: string) => factors.find((one) => one.id === id)!;
    expect(of('paymentIndex')).toMatchObject({ weight: 18, weightUsed: 18, isJudged: false, lost: (18 * 20) / 25 });
    expect(of('health')).toMatchObject({ weight: 2, weightUsed: 1, isJudged: true, lost: 2 });
    expect(of('ambition')).toMatchObject({ weight: 6, weightUsed: 0, isJudged: true, lost: 0, score: none });
    expect(losses.map(({ id }) => id)).toEqual(['paymentIndex', 'paidOnTerms', 'health']);
  });

  it('names losses from a twentieth of a point on, three at most', () => {
    const losses = (index: number) => cardOf({ payment: paying({ index: known(index), paidOnTerms: known(1) }) }).losses.length;
    // 18 of 24 weights: 0.05 points are a fifteenth of the factor's own.
    expect([losses(99.93), losses(99.94)]).toEqual([1, 0]);
    expect(cardOf({ payment: paying({}), relationYears: known(1), disputeRate: known(0.05) }).losses).toHaveLength(3);
  }); // prettier-ignore

  it('shows five Cs and five Ps with the weights that they have and use', () => {
    const card = cardOf({ payment: paying({}), judged: new Map([['purchasePurpose', mark(50, 0.5)]]) });
    expect(card.fiveC.map(({ label, weight, score, coverage }) => [label.zh, weight, score, coverage])).toEqual([
      ['品质', 30, known((18 * 80 + 6 * 90) / 24), 0.8],
      ['能力', 25, none, 0],
      ['资本', 15, none, 0],
      ['抵押', 10, none, 0],
      ['条件', 20, known(50), 0.05],
    ]);
    expect(card.fiveP.map(({ label, weight, coverage }) => [label.zh, weight, coverage])).toEqual([
      ['人的因素', 30, 0.8],
      ['还款因素', 25, 0],
      ['保障因素', 25, 0],
      ['目的因素', 2, 0.5],
      ['展望因素', 18, 0],
    ]);
  });

  it('says first that data are few, then its gates, then its losses', () => {
    const late = paying({ oldestOverdueDays: known(91), index: known(49.9), paidOnTerms: known(1) });
    const thin = scoreCredit({ ...NOTHING, payment: late, writtenOff: true, honestMark: false }, settingsWith({}));
    expect(thin.reason.zh).toBe(
      '资料不足：覆盖率 24%，至少 60%；有发票逾期 91 天，最高D；付款指数 49.9，最高C；有坏账核销，定为E；标记为失信，定为E；付款指数失 37.6 分（付款）',
    );
    expect([thin.grade.known, thin.gradeByScore.known, thin.gates.length]).toEqual([false, false, 4]);
    expect(cardOf({ payment: paying({ index: known(100), paidOnTerms: known(1) }) }).reason.zh).toBe('');
  });

  it('is capped by its gates, from the grade of its score on', () => {
    const grades = (payment: Partial<PaymentBehaviour>) => {
      const card = cardOf({ payment: paying({ index: known(100), paidOnTerms: known(1), ...payment }) });
      return [card.gradeByScore, card.grade];
    };
    expect(grades({ oldestOverdueDays: known(90) })).toEqual([known('A'), known('A')]);
    expect(grades({ oldestOverdueDays: known(91) })).toEqual([known('A'), known('D')]);
    expect(grades({ index: known(50) })[1]).toEqual(known('C'));
    expect(cardOf({ payment: paying({ index: known(0), paidOnTerms: known(0), oldestOverdueDays: known(91) }) }).grade).toEqual(known('E'));
  }); // prettier-ignore

  it('has no score where no weight is given', () => {
    const weightless = Object.fromEntries(
      Object.keys(settingsWith({})).flatMap((id) => (id.startsWith('credit.weight.') ? [[id, 0]] : [])),
    );
    const card = cardOf({ payment: paying({}) }, weightless);
    expect([card.score.known, card.coverage, card.losses]).toEqual([false, 0, []]);
    expect(card.fiveC.map(({ coverage, score }) => [coverage, score.known])).toEqual(
      Array.from({ length: 5 }, () => [0, false]),
    );
  });

  it('tells of weights that do not sum to 100, and of bands that do not fall', () => {
    const problems = (changes: Partial<Settings>) => checkCreditSettings(settingsWith(changes)).map(({ zh }) => zh);
    expect(problems({ 'credit.weight.paymentIndex': 18.5 })).toEqual(['信用权重合计 100.50，应为 100，已按比例折算']);
    expect(problems({ 'credit.gradeA': 70 })).toEqual(['信用等级分数线应依次降低（A>B>C>D）']);
    expect(problems({ 'credit.gradeD': 55 })).toHaveLength(1);
    expect(problems({ 'credit.gradeC': 69, 'credit.gradeD': 68 })).toEqual([]);
  });
});
