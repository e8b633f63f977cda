import {
  chooseCreditAction,
  CREDIT_ACTIONS,
  stepsDown,
  wordCreditSteps,
  type ActionFacts,
  type CreditAction,
} from '../../../../src/core/credit/credit-action';
import { CREDIT_GRADES } from '../../../../src/core/credit/credit-gates';
import type { Stage } from '../../../../src/core/sales/lifecycle';
import { moneyOf, type Money } from '../../../../src/core/model/money';
import { known, missing } from '../../../../src/core/model/outcome';
import { settingsWith } from '../../../../src/core/settings';

const STAGES: readonly Stage[] = ['growth', 'maturity', 'decline'];

const settings = settingsWith({});
const none = missing({ reason: 'not-entered' });
const fen = (yuan: number): Money => moneyOf(yuan);
const FACTS: ActionFacts = {
  grade: known('B'),
  exposure: known(fen(400000)),
  ahead: fen(0),
  limit: known(fen(1000000)),
  suggested: known(fen(1000000)),
  overdueDays: none,
  overdue: fen(0),
  stage: known('maturity'),
};
const choose = (changes: Partial<ActionFacts>): CreditAction | undefined => {
  const action = chooseCreditAction({ ...FACTS, ...changes }, settings);
  return action.known ? action.value : undefined;
};

describe('what to do about credit', () => {
  it.each<[string, Partial<ActionFacts>, CreditAction | undefined]>([
    ['grade E', { grade: known('E') }, 'cash'],
    ['grade D, even far below its limit', { grade: known('D'), exposure: known(fen(1)) }, 'cash'],
    ['more held than exposed', { exposure: known(fen(0)), ahead: fen(19040), grade: known('D') }, 'prepaid'],
    ['101 % used', { exposure: known(fen(1010000)) }, 'suspend'],
    ['exposed without a limit', { limit: known(fen(0)) }, 'suspend'],
    ['100 % used', { exposure: known(fen(1000000)) }, 'remind'],
    ['80 % used', { exposure: known(fen(800000)) }, 'remind'],
    ['79 % used', { exposure: known(fen(790000)) }, 'keep'],
    ['suggested a fifth lower', { suggested: known(fen(800000)) }, 'lower'],
    ['suggested less than a fifth lower', { suggested: known(fen(801000)) }, 'keep'],
    ['30 days late', { overdueDays: known(30), overdue: fen(100) }, 'keep'],
    ['31 days late', { overdueDays: known(31), overdue: fen(100) }, 'collect'],
    [
      'growing, 71 % used, suggested a fifth higher',
      { exposure: known(fen(710000)), suggested: known(fen(1200000)), stage: known('growth') },
      'raise',
    ],
    [
      'the same in grade C',
      { grade: known('C'), exposure: known(fen(710000)), suggested: known(fen(1200000)), stage: known('growth') },
      'keep',
    ],
    [
      'the same 31 days late',
      {
        exposure: known(fen(710000)),
        suggested: known(fen(1200000)),
        stage: known('growth'),
        overdueDays: known(31),
        overdue: fen(100),
      },
      'collect',
    ],
    ['no limit yet', { limit: none }, 'grant'],
    ['no grade, use known', { grade: none, suggested: none }, 'keep'],
    ['nothing known', { grade: none, suggested: none, limit: none }, undefined],
  ])('%s', (_, changes, expected) => {
    expect(choose(changes)).toBe(expected);
  });

  it('lowers in even monthly steps, rounded to the step of limits', () => {
    expect(stepsDown(fen(1000000), fen(400000), settings)).toEqual([fen(800000), fen(600000), fen(400000)]);
    // 2,330,000 − 695,000 = 1,635,000; − 1,390,000 = 940,000; then the suggestion.
    expect(stepsDown(fen(2330000), fen(245000), settings)).toEqual([fen(1635000), fen(940000), fen(245000)]);
    expect(stepsDown(fen(1000), fen(0), settings)).toEqual([fen(0)]);
  });

  it('names the amounts that the action stands on', () => {
    const facts: ActionFacts = {
      ...FACTS,
      grade: known('C'),
      exposure: known(fen(1857385)),
      limit: known(fen(2330000)),
      suggested: known(fen(245000)),
    };
    expect(wordCreditSteps('lower', facts, settings).zh).toBe(
      '额度降到 245,000，分 3 个月：1,635,000 → 940,000 → 245,000；占用比建议多 1,612,385，先收回',
    );
    expect(wordCreditSteps('prepaid', { ...FACTS, exposure: known(fen(0)), ahead: fen(19040) }, settings).zh).toBe(
      '预收 19,040，发货冲抵',
    );
  });

  it('has no pair of facts and action that contradict each other, in any combination', () => {
    const contradictions: string[] = [];
    let seen = 0;
    for (const grade of [...CREDIT_GRADES.map((one) => known(one)), none])
      for (const [exposure, ahead] of [
        [known(fen(0)), 0],
        [known(fen(0)), 500],
        [known(fen(30)), 0],
        [known(fen(75)), 0],
        [known(fen(85)), 0],
        [known(fen(100)), 0],
        [known(fen(130)), 0],
        [none, 0],
      ] as const)
        for (const limit of [known(fen(0)), known(fen(100)), none])
          for (const suggested of [
            known(fen(0)),
            known(fen(40)),
            known(fen(85)),
            known(fen(100)),
            known(fen(150)),
            none,
          ])
            for (const [overdueDays, overdue] of [
              [none, 0],
              [known(10), 20],
              [known(45), 20],
            ] as const)
              for (const stage of [...STAGES.map((one) => known(one)), none]) {
                const facts: ActionFacts = {
                  grade,
                  exposure,
                  ahead: fen(ahead),
                  limit,
                  suggested,
                  overdueDays,
                  overdue: fen(overdue),
                  stage,
                };
                const action = chooseCreditAction(facts, settings);
                seen++;
                if (!action.known) continue;
                const words = wordCreditSteps(action.value, facts, settings);
                const against = (what: string, is: boolean): void => {
                  if (is) contradictions.push(`${what}: ${words.zh} ${JSON.stringify(facts)}`);
                };
                const is = (...actions: CreditAction[]): boolean => actions.includes(action.value);
                const bad = grade.known && (grade.value === 'D' || grade.value === 'E');
                const over = exposure.known && limit.known && exposure.value > limit.value;
                const gap = limit.known && suggested.known && limit.value > 0 ? suggested.value / limit.value - 1 : 0;
                against(
                  'keeps a limit that should fall by a fifth',
                  is('keep', 'remind', 'collect', 'raise') && gap <= -0.2,
                );
                against('raises what is not suggested', is('raise') && gap <= 0);
                against(
                  'raises or grants for money owed late',
                  is('raise') && overdueDays.known && overdueDays.value > 30,
                );
                against('raises, grants or keeps for D and E', is('raise', 'grant', 'keep', 'remind') && bad);
                against('keeps or raises above the limit', is('keep', 'raise', 'remind', 'lower') && over);
                against('lowers to more', is('lower') && gap >= 0);
                against('suspends within the limit', is('suspend') && !over);
                against('asks for money of one who paid ahead', ahead > 0 && !is('prepaid'));
                against('says prepaid of one who owes', is('prepaid') && exposure.known && exposure.value > 0);
                against('says nothing', words.zh === '' || words.en === '');
                against('lowers without an amount', is('lower') && !/\d/.test(words.zh));
              }
    expect(contradictions).toEqual([]);
    expect(seen).toBe(6 * 8 * 3 * 6 * 3 * 4);
  });

  it('prints every action once, and the rest last', () => {
    expect(new Set(CREDIT_ACTIONS.map(({ action }) => action)).size).toBe(CREDIT_ACTIONS.length);
    expect(CREDIT_ACTIONS.at(-1)!.action).toBe('keep');
  });
});
