import {
  chooseCreditAction,
  CREDIT_ACTIONS,
  stepsDown,
  wordCreditSteps,
  type ActionFacts,
  type CreditAction,
} from '../../../../src/core/credit/credit-action';
import { worseGrade } from '../../../../src/core/credit/credit-gates';
import type { CreditFacts } from '../../../../src/core/credit/credit-factors';
import { limitUse, suggestLimit, type LimitFacts } from '../../../../src/core/credit/credit-limit';
import { judgeHonesty } from '../../../../src/core/credit/honesty';
import type { Money } from '../../../../src/core/model/money';
import { known, missing } from '../../../../src/core/model/outcome';
import { settingsWith, type Settings } from '../../../../src/core/settings';

const settings = settingsWith({});
const none = missing({ reason: 'not-entered' });
const yuan = (amount: number): Money => (amount * 100) as Money;
const FACTS: ActionFacts = {
  ...{ grade: known('B'), exposure: known(yuan(400_000)), ahead: yuan(0), limit: known(yuan(1_000_000)) },
  ...{ suggested: known(yuan(1_000_000)), overdueDays: none, overdue: yuan(0), stage: known('maturity') },
};
const words = (action: CreditAction, changes: Partial<ActionFacts> = {}): string =>
  wordCreditSteps(action, { ...FACTS, ...changes }, settings).zh;

describe('the decision table of credit', () => {
  it('is printed with the limits of the settings', () => {
    expect(CREDIT_ACTIONS.map(({ action, when }) => `${action}: ${when(settings).zh}`)).toEqual([
      'prepaid: 预收与保证金多于占用',
      'cash: 信用D 或 E',
      'suspend: 使用率超过 100%，或额度为 0 而有占用',
      'lower: 建议额度比现有额度低 20% 以上',
      'collect: 有货款逾期超过 30 天',
      'raise: 信用A 或 B、使用率超过 70%、成长期，且建议额度高出 20% 以上',
      'remind: 使用率达到 80%',
      'grant: 信用A–C，没有现有额度，有建议额度',
      'keep: 其余（有等级或有使用率）',
    ]);
  });

  it.each<[string, Partial<ActionFacts>, CreditAction | undefined]>([
    ['nothing ahead', { exposure: known(yuan(0)), ahead: yuan(0) }, 'keep'],
    ['a fen ahead', { exposure: known(yuan(0)), ahead: 1 as Money }, 'prepaid'],
    ['ahead and exposed', { exposure: known(yuan(1)), ahead: yuan(5) }, 'keep'],
    ['ahead, and nothing known of exposure', { exposure: none, ahead: yuan(5), limit: none }, 'grant'],
    ['a limit of nothing, and nothing exposed', { limit: known(yuan(0)), exposure: known(yuan(0)) }, 'keep'],
    ['a limit of nothing, and a fen exposed', { limit: known(yuan(0)), exposure: known(1 as Money) }, 'suspend'],
    ['a limit of a fen, twice used', { limit: known(1 as Money), exposure: known(2 as Money), suggested: none }, 'suspend'],
    ['a limit of a fen, and nothing to suggest', { limit: known(1 as Money), exposure: known(yuan(0)), suggested: known(yuan(0)) }, 'lower'],
    ['no limit, and something to suggest', { limit: none, suggested: known(1 as Money) }, 'grant'],
    ['no limit, and nothing to suggest', { limit: none, suggested: known(yuan(0)) }, 'keep'],
    ['no limit and no suggestion', { limit: none, suggested: none }, 'keep'],
    ['no limit of grade C', { limit: none, grade: known('C') }, 'grant'],
    ['no grade, the limit within use', { grade: none, suggested: none }, 'keep'],
    ['no grade, exposure not known', { grade: none, suggested: none, exposure: none }, undefined],
    ['growing and 70 % used', { exposure: known(yuan(700_000)), suggested: known(yuan(2_000_000)), stage: known('growth') }, 'keep'],
    ['growing, 71 % used, not quite a fifth more', { exposure: known(yuan(710_000)), suggested: known(yuan(1_199_000)), stage: known('growth') }, 'keep'],
    ['growing, 71 % used, a fifth more, of grade A', { grade: known('A'), exposure: known(yuan(710_000)), suggested: known(yuan(1_200_000)), stage: known('growth') }, 'raise'],
    ['growing, 85 % used, a fifth more', { exposure: known(yuan(850_000)), suggested: known(yuan(1_200_000)), stage: known('growth') }, 'raise'],
    ['growing, 85 % used, no suggestion', { exposure: known(yuan(850_000)), suggested: none, stage: known('growth') }, 'remind'],
    ['mature, 85 % used, a fifth more', { exposure: known(yuan(850_000)), suggested: known(yuan(1_200_000)) }, 'remind'],
  ])('%s', (_, changes, expected) => {
    const action = chooseCreditAction({ ...FACTS, ...changes }, settings);
    expect(action.known ? action.value : undefined).toBe(expected);
  }); // prettier-ignore

  it('says why there is no grade where nothing holds', () => {
    const thin = missing({ reason: 'thin-data', needShare: 0.6 });
    expect(chooseCreditAction({ ...FACTS, grade: thin, limit: none, suggested: none }, settings)).toEqual(thin);
  });
});

describe('the action in words', () => {
  it('names use, and the amounts that it stands on', () => {
    expect(words('keep')).toBe('维持（使用率 40.0%）');
    expect(words('keep', { limit: none })).toBe('维持');
    expect(words('remind', { exposure: known(yuan(850_000)) })).toBe('快用满，提醒付款（使用率 85.0%）');
    expect(words('suspend', { exposure: known(yuan(1_010_000)) })).toBe('暂停赊销待批（使用率 101.0%）；先收回超出的 10,000');
    expect(words('suspend', { limit: known(yuan(0)) })).toBe('暂停赊销待批；先收回超出的 400,000');
    expect(words('suspend', { limit: none })).toBe('暂停赊销待批');
    expect(words('collect', { overdue: yuan(7) })).toBe('额度不变，先催收（使用率 40.0%）；先收逾期 7');
    expect(words('raise', { suggested: known(yuan(2_000_000)) })).toBe('建议提高额度（使用率 40.0%）；建议 2,000,000');
    expect(words('raise', { suggested: none })).toBe('建议提高额度');
    expect(words('grant', { limit: none })).toBe('可给额度；建议 1,000,000');
    expect(words('prepaid', { ahead: yuan(5) })).toBe('预收 5，发货冲抵');
  }); // prettier-ignore

  it('of cash before delivery names what is overdue, and how the limit comes down', () => {
    expect(words('cash')).toBe('款到发货');
    expect(words('cash', { overdue: yuan(9), overdueDays: known(45) })).toBe('款到发货；先收逾期 9（最长 45 天）');
    expect(words('cash', { overdue: yuan(9) })).toBe('款到发货');
    expect(words('cash', { overdueDays: known(45) })).toBe('款到发货');
    expect(words('cash', { suggested: known(yuan(400_000)) })).toBe(
      '款到发货；额度降到 400,000，分 3 个月：800,000 → 600,000 → 400,000',
    );
    // What is exposed above it is no matter of an action that lets nothing more be owed.
    expect(words('cash', { suggested: known(yuan(0)), limit: known(yuan(1000)) })).toBe('款到发货；额度降到 0');
    expect(words('cash', { suggested: none })).toBe('款到发货');
  });

  it('of a lower limit names the steps, and what is exposed above it', () => {
    expect(words('lower', { suggested: known(yuan(400_000)) })).toBe('额度降到 400,000，分 3 个月：800,000 → 600,000 → 400,000');
    expect(words('lower', { suggested: known(yuan(399_999)) })).toMatch(/；占用比建议多 1，先收回$/);
    expect(words('lower', { suggested: known(yuan(400_000)), exposure: none })).not.toMatch(/占用/);
    expect(words('keep', { suggested: known(yuan(400_000)) })).toBe('维持（使用率 40.0%）');
    expect(words('lower', { suggested: known(yuan(1_000_000)) })).toBe('');
  }); // prettier-ignore

  it('takes as many steps as the settings say, none twice and none above the limit', () => {
    const down = (limit: number, target: number, changes: Partial<Settings> = {}) =>
      stepsDown(yuan(limit), yuan(target), settingsWith(changes)).map((one) => one / 100);
    expect(down(1_000_000, 400_000, { 'credit.lowerMonths': 2 })).toEqual([700_000, 400_000]);
    expect(down(1_000_000, 400_000, { 'credit.lowerMonths': 1 })).toEqual([400_000]);
    // A third of 2,000 lower is 1,333: rounded 1,000, twice.
    expect(down(2000, 0)).toEqual([1000, 0]);
    // The first step would round up to the limit itself.
    expect(down(1000, 900)).toEqual([900]);
    expect(down(5000, 4600)).toEqual([4600]);
  });
});

describe('words of limit, honesty and gates', () => {
  const LIMIT: LimitFacts = {
    ...{ grade: known('B'), creditSales: known(yuan(120_000)), ourCreditSales: none, termDays: 45 },
    ...{ netAssets: none, workingCapital: none },
  };
  it('say what the limit starts from, the lowest of what is known, and the factor of the grade', () => {
    const reason = (changes: Partial<LimitFacts>) => suggestLimit({ ...LIMIT, ...changes }, settings).reason.zh;
    expect(reason({})).toBe('以月均赊销起算 20,000.00；信用B系数 1');
    expect(reason({ grade: known('D') })).toBe('以月均赊销起算 20,000.00；信用D系数 0.3；须有预付款');
    expect(reason({ netAssets: known(yuan(100_000)) })).toBe('以净资产起算 10,000.00；信用B系数 1');
    expect(reason({ netAssets: known(yuan(-5)) })).toBe('以净资产起算 0.00；信用B系数 1');
    expect(reason({ workingCapital: known(yuan(99_000)) })).toBe('以营运资金起算 19,800.00；信用B系数 1');
    expect(reason({ ourCreditSales: known(yuan(190_000)) })).toBe('以我方年赊销额起算 19,000.00；信用B系数 1');
    expect(reason({ ourCreditSales: known(yuan(200_000)) })).toBe('以月均赊销起算 20,000.00；信用B系数 1');
    expect(reason({ grade: none })).toBe('没有评级或没有赊销额，不提建议');
    expect(reason({ creditSales: known(0 as Money) })).toBe('没有评级或没有赊销额，不提建议');
  });

  it('of a limit: by terms so many months as terms and a month more; without sales no limit', () => {
    const limit = (changes: Partial<LimitFacts>, changed: Partial<Settings> = {}) =>
      suggestLimit({ ...LIMIT, ...changes }, settingsWith(changed)).limit;
    expect(limit({}, { 'credit.limitRule': 'terms' })).toEqual(known(yuan(25_000)));
    expect(limit({ creditSales: none })).toEqual(none);
    expect(limit({ creditSales: known(1 as Money) })).toEqual(known(0));
    expect(limit({}, { 'credit.limitStep': 7000 })).toEqual(known(yuan(14_000)));
    expect(limit({ creditSales: known(yuan(6000)) })).toEqual(known(yuan(1000)));
    expect(limitUse(known(yuan(5)), none)).toEqual(none);
    expect(limitUse(known(yuan(5)), known(1 as Money))).toEqual(known(500));
  });

  it('of honesty name all that speaks against a client, else what speaks for it', () => {
    const facts = { writtenOff: false, brokenPromises: 0, honestMark: undefined } as CreditFacts;
    const judge = (changes: Partial<CreditFacts>, grade: Parameters<typeof judgeHonesty>[1]) =>
      judgeHonesty({ ...facts, ...changes }, grade, settings).reason.zh;
    expect(judge({ writtenOff: true, brokenPromises: 2, honestMark: false }, known('E'))).toBe(
      '信用E；有坏账核销；12个月内失约 2 次；客户表标记为失信',
    );
    expect(judge({ honestMark: true }, known('D'))).toBe('信用D，无失信记录');
    expect(judge({ honestMark: true }, none)).toBe('客户表标记为诚信');
    expect(judge({}, none)).toBe('资料不足，未定');
  });

  it('of two grades take the worse', () => {
    expect([worseGrade('A', 'C'), worseGrade('D', 'B'), worseGrade('E', 'E')]).toEqual(['C', 'D', 'E']);
  });
});
