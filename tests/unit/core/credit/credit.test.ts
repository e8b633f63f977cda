import type { Money } from '../../../../src/core/model/money';
import { known, missing, type Outcome } from '../../../../src/core/model/outcome';
import { checkCreditSettings, gradeOf, scoreCredit } from '../../../../src/core/credit/credit-card';
import { CREDIT_FACTORS, type CreditFacts, type JudgedMark } from '../../../../src/core/credit/credit-factors';
import { fullYears, honestMarkOf, markOf, readJudgedMarks } from '../../../../src/core/credit/credit-inputs';
import { limitUse, suggestLimit, type LimitFacts } from '../../../../src/core/credit/credit-limit';
import { measureExposures } from '../../../../src/core/receivables/exposure';
import { judgeHonesty } from '../../../../src/core/credit/honesty';
import type { PaymentBehaviour } from '../../../../src/core/receivables/payment-index';
import { measurePaymentGround } from '../../../../src/core/receivables/payment-ground';
import { SETTINGS, settingsWith, type Settings } from '../../../../src/core/settings';
import { aDataset, day } from '../../../support/dataset-builder';

const settings = settingsWith({});
const asOf = day('2026-06-30');
const none = missing({ reason: 'not-entered' });
const fen = (units: number): Outcome<Money> => known((units * 100) as Money);

const payer = (index: number, changes: Partial<PaymentBehaviour> = {}): Outcome<PaymentBehaviour> =>
  known({
    index: known(index),
    scoredInvoices: 5,
    scoredAmount: 1000 as Money,
    daysLate: known(0),
    paidOnTerms: known(index / 100),
    oldestOverdueDays: none,
    brokenPromises: 0,
    leftOut: 0,
    reason: { zh: '付款', en: 'payment' },
    ...changes,
  });

const NOTHING: CreditFacts = {
  client: 0,
  payment: none,
  amountOfYear: none,
  exposure: none,
  grossExposure: none,
  stage: none,
  gapVariation: none,
  ownMeans: none,
  yearsInBusiness: none,
  security: none,
  termDays: none,
  medianTermDays: none,
  relationYears: none,
  disputeRate: none,
  judged: new Map(),
  writtenOff: false,
  honestMark: undefined,
  brokenPromises: 0,
};

const JUDGED = CREDIT_FACTORS.filter(({ isJudged }) => isJudged).map(({ id }) => id);
const judgedAll = (score: number, weightShare = 1): ReadonlyMap<string, JudgedMark> =>
  new Map(JUDGED.map((id) => [id, { score, written: '', weightShare }]));

/** Everything known: objective factors score 80, 60 …, worked in the tests. */
const FULL: CreditFacts = {
  ...NOTHING,
  payment: payer(80),
  amountOfYear: fen(120000),
  exposure: fen(35000),
  grossExposure: fen(40000),
  stage: known('maturity'),
  gapVariation: known(0.5),
  ownMeans: fen(175000),
  yearsInBusiness: known(5),
  security: fen(10000),
  termDays: known(45),
  medianTermDays: known(30),
  relationYears: known(2),
  disputeRate: known(0.02),
  judged: judgedAll(75),
};

const scoreOfFactor = (facts: CreditFacts, id: string): Outcome<number> =>
  scoreCredit(facts, settings).factors.find((factor) => factor.id === id)!.score;

describe('credit factors', () => {
  it.each<[string, number]>([
    ['paymentIndex', 80],
    ['paidOnTerms', 80],
    // 35,000 of 10,000 a month: 3.5 months; (6 − 3.5) / 5 = 50; with maturity 80: 65.
    ['turnover', 65],
    // 100 × (1 − 0.5 / 2)
    ['regularity', 75],
    // 5 times the exposure of 10 needed
    ['netAssets', 50],
    ['yearsInBusiness', 50],
    ['security', 25],
    // 15 days over a median of 30
    ['terms', 50],
    ['relation', 40],
    ['disputes', 80],
    ['health', 75],
  ])('%s scores %d', (id, expected) => {
    const score = scoreOfFactor(FULL, id);
    expect(score.known && score.value).toBeCloseTo(expected, 9);
  });

  it.each<[string, Partial<CreditFacts>, number]>([
    ['turnover', { exposure: fen(10000), stage: none }, 100],
    ['turnover', { exposure: fen(60000), stage: none }, 0],
    ['turnover', { exposure: none, stage: known('growth') }, 100],
    ['turnover', { amountOfYear: fen(0), exposure: fen(1), stage: none }, 0],
    ['yearsInBusiness', { yearsInBusiness: known(10) }, 100],
    ['yearsInBusiness', { yearsInBusiness: known(3) }, 50],
    ['yearsInBusiness', { yearsInBusiness: known(2) }, 0],
    ['netAssets', { exposure: fen(0) }, 100],
    ['netAssets', { ownMeans: fen(-5), exposure: fen(0) }, 0],
    ['terms', { termDays: known(30) }, 100],
    ['terms', { termDays: known(60) }, 0],
    ['terms', { termDays: known(90) }, 0],
    ['terms', { medianTermDays: known(0) }, 0],
    ['relation', { relationYears: known(9) }, 100],
    ['disputes', { disputeRate: known(0.5) }, 0],
    ['regularity', { gapVariation: known(3) }, 0],
  ])('%s with %j scores %d', (id, changes, expected) => {
    const score = scoreOfFactor({ ...FULL, ...changes }, id);
    expect(score.known && score.value).toBeCloseTo(expected, 9);
  });
});

describe('scorecard', () => {
  it('weighs the factors', () => {
    const card = scoreCredit(FULL, settings);
    // Character 18·80+6·80+6·75 = 2370; capacity 10·65+5·75+10·75 = 1775; capital 8·50+4·50+3·75 = 825;
    // collateral 8·25+2·75 = 350; condition 4·50+4·40+4·80+8·75 = 1280. Sum 6600 of 100.
    expect(card.score.known && card.score.value).toBeCloseTo(66, 9);
    expect(card.coverage).toBeCloseTo(1, 9);
    expect(card.grade).toEqual(known('C'));
    const c = Object.fromEntries(card.fiveC.map(({ id, score }) => [id, score.known ? score.value : undefined]));
    expect(c['character']).toBeCloseTo(2370 / 30, 9);
    expect(c['capacity']).toBeCloseTo(1775 / 25, 9);
    expect(c['capital']).toBeCloseTo(825 / 15, 9);
    expect(c['collateral']).toBeCloseTo(35, 9);
    expect(c['condition']).toBeCloseTo(1280 / 20, 9);
    const p = Object.fromEntries(card.fiveP.map(({ id, score }) => [id, score.known ? score.value : undefined]));
    expect(p['protection']).toBeCloseTo((825 + 350) / 25, 9);
    expect(p['purpose']).toBeCloseTo(75, 9);
    expect(p['perspective']).toBeCloseTo((1280 - 150) / 18, 9);
  });

  it('names the three largest losses', () => {
    const { losses, reason } = scoreCredit(FULL, settings);
    // Security 8·75 = 600, net assets 8·50 = 400, payment index 18·20 = 360, turnover 10·35 = 350.
    expect(losses.map(({ id }) => id)).toEqual(['security', 'netAssets', 'paymentIndex']);
    expect(losses[0]!.lost).toBeCloseTo(6, 9);
    expect(reason.zh).toContain('抵押与保证金/占用失 6.0 分');
  });

  it('gives thin data neither score nor grade', () => {
    const card = scoreCredit({ ...NOTHING, payment: payer(80), security: fen(5), grossExposure: fen(5) }, settings);
    // 18 + 6 + 8 of 100 weights: a score of them would be one of a third of the card.
    expect(card.score).toEqual(missing({ reason: 'thin-data', needShare: 0.6 }));
    expect(card.coverage).toBeCloseTo(0.32, 9);
    expect(card.grade).toEqual(missing({ reason: 'thin-data', needShare: 0.6 }));
    expect(card.reason.zh).toContain('资料不足');
  });

  it('grades from exactly 60 % coverage on', () => {
    const judged = new Map<string, JudgedMark>([
      ['ambition', { score: 100, written: '', weightShare: 1 }],
      ['health', { score: 100, written: '', weightShare: 1 }],
      ['guarantor', { score: 100, written: '', weightShare: 0.5 }],
    ]);
    const facts: CreditFacts = {
      ...FULL,
      ownMeans: none,
      security: none,
      termDays: none,
      judged,
    };
    // 24 + 10 + 5 + 4 + 4 + 4 + 6 + 2 + 1 = 60
    const card = scoreCredit(facts, settings);
    expect(card.coverage).toBeCloseTo(0.6, 12);
    expect(card.grade.known).toBe(true);
    judged.set('guarantor', { score: 100, written: '', weightShare: 0.4 });
    expect(scoreCredit(facts, settings).grade.known).toBe(false);
  });

  it('knows nothing of nothing', () => {
    const card = scoreCredit(NOTHING, settings);
    expect(card.score).toEqual(missing({ reason: 'thin-data', needShare: 0.6 }));
    expect(card.coverage).toBe(0);
    expect(card.losses).toEqual([]);
  });

  it('lets an old judgement count half', () => {
    const fresh = scoreCredit(
      { ...NOTHING, judged: judgedAll(50), payment: payer(80) },
      settingsWith({ 'credit.minCoverage': 0.3 }),
    );
    const old = scoreCredit(
      { ...NOTHING, judged: judgedAll(50, 0.5), payment: payer(80) },
      settingsWith({ 'credit.minCoverage': 0.3 }),
    );
    // Judged weights: 6+4+4+2+3+2+4+2+2 = 29.
    expect(fresh.score.known && fresh.score.value).toBeCloseTo((24 * 80 + 29 * 50) / 53, 9);
    expect(old.score.known && old.score.value).toBeCloseTo((24 * 80 + 14.5 * 50) / 38.5, 9);
    expect(old.coverage).toBeCloseTo(0.385, 9);
  });

  it.each([
    [85, 'A'],
    [84.99, 'B'],
    [70, 'B'],
    [55, 'C'],
    [54.9, 'D'],
    [40, 'D'],
    [39.9, 'E'],
    [84.9999999999, 'A'],
  ])('%d is %s', (score, grade) => {
    expect(gradeOf(score, settings)).toBe(grade);
  });

  it.each<[string, Partial<CreditFacts>, string]>([
    ['overdue 90 days is no gate', { payment: payer(100, { oldestOverdueDays: known(90) }) }, 'A'],
    ['overdue 91 days', { payment: payer(100, { oldestOverdueDays: known(91) }) }, 'D'],
    ['index below 50', { payment: payer(49.9) }, 'C'],
    ['index of 50 is no gate', { payment: payer(50) }, 'A'],
    ['written off', { writtenOff: true }, 'E'],
    ['marked dishonest', { honestMark: false }, 'E'],
  ])('gate: %s', (_, changes, grade) => {
    const good: CreditFacts = {
      ...FULL,
      payment: payer(100),
      exposure: fen(0),
      grossExposure: fen(0),
      stage: known('growth'),
      gapVariation: known(0),
      yearsInBusiness: known(20),
      termDays: known(10),
      relationYears: known(20),
      disputeRate: known(0),
      judged: judgedAll(100),
      ...changes,
    };
    const card = scoreCredit(good, settings);
    expect(card.grade).toEqual(known(grade));
    expect(card.gates.length).toBe(grade === 'A' ? 0 : 1);
  });

  it('has default weights that sum to 100, and says so when changed ones do not', () => {
    const weights = Object.entries(SETTINGS).filter(([id]) => id.startsWith('credit.weight.'));
    expect(weights.map(([, { default: value }]) => Number(value)).reduce((a, b) => a + b, 0)).toBe(100);
    expect(checkCreditSettings(settings)).toEqual([]);
    const changed = settingsWith({ 'credit.weight.paymentIndex': 16, 'credit.gradeB': 90 });
    expect(checkCreditSettings(changed).map(({ zh }) => zh)).toEqual([
      '信用权重合计 98，应为 100，已按比例折算',
      '信用等级分数线应依次降低（A>B>C>D）',
    ]);
    const scaled = scoreCredit(FULL, changed).score;
    expect(scaled.known && scaled.value).toBeCloseTo((6600 - 2 * 80) / 98, 9);
  });
});

describe('judged marks', () => {
  it.each([
    [5, 5, 100],
    [4, NaN, 75],
    [1, 5, 0],
    [8, 10, 80],
    [0, 10, 0],
    [0, 5, undefined],
    [6, 5, undefined],
    [NaN, 5, undefined],
    [3, 0, undefined],
  ])('%d of %d is %p', (mark, full, expected) => {
    expect(markOf(mark, full)).toBe(expected);
  });

  it('takes the latest mark, the mean of one day, and the operators where there is none', () => {
    const dataset = aDataset()
      .withClients([{ code: 'C1' }])
      .withRows('creditFactors', [
        { client: 'C1', factor: '经营者事业心', score: 2, day: '2024-01-01' },
        { client: 'C1', factor: '经营者事业心', score: 5, day: '2026-01-01' },
        { client: 'C1', factor: '健康状况', score: 5, day: '2025-01-01' },
        { client: 'C1', factor: '担保人', score: 3, day: '2026-02-01' },
        { client: 'C1', factor: '担保人', score: 5, day: '2026-02-01' },
        { client: 'C1', factor: '星座', score: 5, day: '2026-02-01' },
        { client: 'C1', factor: '策划能力', score: 9, fullScore: 5, day: '2026-02-01' },
        { client: 'C1', factor: '行业景气', score: 1, day: '2026-07-01' },
      ])
      .withRows('operators', [{ client: 'C1', selling: 3, managing: 5 }])
      .build();
    const marks = readJudgedMarks(dataset, asOf, settings);
    const own = marks.byClient.get(0)!;
    expect(own.get('ambition')).toEqual({ score: 100, written: '5/5', weightShare: 1 });
    expect(own.get('health')).toMatchObject({ score: 100, weightShare: 0.5 });
    expect(own.get('guarantor')).toMatchObject({ score: 75 });
    expect(own.get('planning')).toMatchObject({ score: 50 });
    expect(own.get('talent')).toMatchObject({ score: 100 });
    expect(own.has('industryOutlook')).toBe(false);
    expect(marks.unknownFactors).toEqual(['星座']);
    expect(marks.rejected).toBe(1);
  });

  it('reads marks of honesty and whole years', () => {
    expect(['失信', '不诚信', '诚信', '是', '否', '', '再看'].map(honestMarkOf)).toEqual([
      false,
      false,
      true,
      true,
      false,
      undefined,
      undefined,
    ]);
    expect(fullYears(day('2016-06-30'), asOf)).toBe(10);
    expect(fullYears(day('2016-07-01'), asOf)).toBe(9);
    expect(fullYears(day('2024-02-29'), day('2025-02-28'))).toBe(1);
  });
});

describe('honesty', () => {
  it('is never honest by lack of data', () => {
    const thin = missing({ reason: 'thin-data', needShare: 0.6 });
    expect(judgeHonesty(NOTHING, thin, settings).honesty).toBe('undetermined');
    expect(judgeHonesty({ ...NOTHING, honestMark: true }, thin, settings).honesty).toBe('honest');
    expect(judgeHonesty({ ...NOTHING, writtenOff: true }, thin, settings).honesty).toBe('dishonest');
    expect(judgeHonesty(NOTHING, known('B'), settings).honesty).toBe('honest');
    expect(judgeHonesty(NOTHING, known('E'), settings).honesty).toBe('dishonest');
    expect(judgeHonesty({ ...NOTHING, brokenPromises: 1 }, known('B'), settings).honesty).toBe('honest');
    expect(judgeHonesty({ ...NOTHING, brokenPromises: 2 }, known('B'), settings).honesty).toBe('dishonest');
    expect(judgeHonesty({ ...NOTHING, honestMark: false }, known('A'), settings).honesty).toBe('dishonest');
  });
});

describe('limit', () => {
  const facts: LimitFacts = {
    grade: known('A'),
    creditSales: fen(120000),
    ourCreditSales: fen(10000000),
    termDays: 60,
    netAssets: none,
    workingCapital: none,
  };
  it.each<[string, Partial<LimitFacts>, Partial<Settings>, number]>([
    ['twice the month, A', {}, {}, 24000],
    ['B', { grade: known('B') }, {}, 20000],
    ['C', { grade: known('C') }, {}, 14000],
    ['D', { grade: known('D') }, {}, 6000],
    ['E', { grade: known('E') }, {}, 0],
    ['by terms: 3 months', { grade: known('B') }, { 'credit.limitRule': 'terms' }, 30000],
    ['10 % of net worth', { grade: known('B'), netAssets: fen(155555) }, {}, 15000],
    ['20 % of working capital', { grade: known('B'), workingCapital: fen(50000) }, {}, 10000],
    ['10 % of our sales', { grade: known('B'), ourCreditSales: fen(129999) }, {}, 12000],
    ['negative net worth', { grade: known('B'), netAssets: fen(-1) }, {}, 0],
    ['rounded down to 1,000', { grade: known('B'), creditSales: fen(119999) }, {}, 19000],
  ])('%s', (_, changes, changed, expected) => {
    const { limit } = suggestLimit({ ...facts, ...changes }, settingsWith(changed));
    expect(limit).toEqual(fen(expected));
  });

  it('suggests nothing without grade or credit sales', () => {
    expect(suggestLimit({ ...facts, grade: none }, settings).limit).toEqual(none);
    expect(suggestLimit({ ...facts, creditSales: fen(0) }, settings).limit).toEqual(missing({ reason: 'nothing-due' }));
  });

  it('measures use only against a limit', () => {
    expect(limitUse(fen(42000), fen(50000))).toEqual(known(0.84));
    expect(limitUse(fen(1), fen(0))).toEqual(missing({ reason: 'nothing-due' }));
    expect(limitUse(none, fen(1))).toEqual(none);
  });
});

describe('exposure', () => {
  it('adds what is open, delivered and ordered, and takes off what is held', () => {
    const dataset = aDataset()
      .withClients([{ code: 'C1', deposit: 3000 }])
      .withInvoices([
        { client: 'C1', invoiceNo: 'I1', orderNo: 'O1', day: '2026-05-01', dueDay: '2026-07-30', amount: 40000 },
        { client: 'C1', invoiceNo: 'I2', day: '2026-05-01', dueDay: '2026-05-30', amount: 500, disputed: true },
      ])
      .withReceipts([{ client: 'C1', day: '2026-06-01', amount: 10000, invoiceNo: 'I1' }])
      .withDeliveries([
        { client: 'C1', orderNo: 'O1', value: 40000, orderDay: '2026-04-01', deliveredDay: '2026-04-20' },
        { client: 'C1', orderNo: 'O2', value: 8000, orderDay: '2026-06-01', orderedQuantity: 4, deliveredQuantity: 1 },
        { client: 'C1', orderNo: 'O3', value: 900, orderDay: '2026-06-01' },
        { client: 'C1', orderNo: 'O4', value: 900, orderDay: '2026-06-01', cancelled: true },
        { client: 'C1', orderNo: 'O5', value: 900, orderDay: '2026-07-01' },
      ])
      .build();
    const ground = measurePaymentGround(dataset, asOf, settings);
    if (!ground.known) throw new Error('payments are kept');
    const [exposure] = measureExposures(dataset, ground.value.receivables.clients, asOf);
    expect(exposure).toMatchObject({
      open: 3050000,
      deliveredNotInvoiced: known(200000),
      undelivered: known(690000),
      held: 300000,
      gross: 3940000,
      total: 3640000,
    });
  });

  it('takes an order for invoiced when a sales line of it names an invoice', () => {
    // Monthly invoices without order numbers: D1 is on F1 by its sales line, D2 is not yet: 2,000 delivered, 1 of 2 tonnes gone.
    const rows = aDataset()
      .withTransactions([
        { client: 'C1', day: '2026-05-01', amount: 5000, orderNo: 'D1', invoiceNo: 'F1' },
        { client: 'C1', day: '2026-06-02', amount: 2000, orderNo: 'D2' },
      ])
      .withDeliveries([
        { client: 'C1', orderNo: 'D1', orderDay: '2026-04-30', value: 5000, deliveredDay: '2026-05-02' },
        { client: 'C1', orderNo: 'D2', orderDay: '2026-06-01', value: 4000, orderedQuantity: 2, deliveredQuantity: 1 },
      ])
      .withInvoices([{ client: 'C1', invoiceNo: 'F1', day: '2026-05-31', amount: 5000, paidDay: '2026-06-01' }]);
    const ground = measurePaymentGround(rows.build(), asOf, settings);
    expect(ground.known && ground.value.exposures[0]).toMatchObject({
      deliveredNotInvoiced: known(200000),
      undelivered: known(200000),
      total: 400000,
    });
  });

  it('does not count deliveries as owed where nothing ties orders to invoices', () => {
    const dataset = aDataset()
      .withDeliveries([
        { client: 'C1', orderNo: 'D1', orderDay: '2026-04-30', value: 5000, deliveredDay: '2026-05-02' },
      ])
      .withInvoices([{ client: 'C1', invoiceNo: 'F1', day: '2026-05-31', amount: 5000, paidDay: '2026-06-01' }])
      .build();
    const ground = measurePaymentGround(dataset, asOf, settings);
    expect(ground.known && ground.value.exposures[0]).toMatchObject({
      deliveredNotInvoiced: missing({ reason: 'no-column', column: 'invoices.orderNo' }),
      undelivered: known(0),
      total: 0,
    });
  });

  it('says when deliveries carry no value, and when nobody keeps payments', () => {
    const dataset = aDataset()
      .withInvoices([{ client: 'C1', day: '2026-05-01', amount: 10, paidDay: '2026-05-02' }])
      .build();
    const ground = measurePaymentGround(dataset, asOf, settings);
    expect(ground.known && ground.value.exposures[0]!.undelivered).toEqual(
      missing({ reason: 'no-column', column: 'deliveries.value' }),
    );
    const unpaid = aDataset()
      .withInvoices([{ client: 'C1', day: '2026-05-01', amount: 10 }])
      .build();
    expect(measurePaymentGround(unpaid, asOf, settings)).toEqual(missing({ reason: 'no-sheet', sheet: 'receipts' }));
  });
});
