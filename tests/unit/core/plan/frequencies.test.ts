import { known, missing } from '../../../../src/core/model/outcome';
import type { Tier } from '../../../../src/core/sales/tiers';
import { frequencyOf, isItsMonth, stableHash } from '../../../../src/core/plan/frequencies';
import type { AccountLevel } from '../../../../src/core/sales/key-accounts';
import { settingsWith, type Settings } from '../../../../src/core/settings';

const contacts = (level: AccountLevel, tier: Tier | undefined, settings: Partial<Settings> = {}): number[] => {
  const outcome = tier === undefined ? missing({ reason: 'no-rows' }) : known(tier);
  const { calls, visits } = frequencyOf(level, outcome, 'K1', 24313, settingsWith(settings));
  return [calls, visits];
};

describe('frequencyOf', () => {
  it('has the numbers of the handbook (001-33)', () => {
    expect([contacts('key', 1), contacts('focus', 2), contacts('general', 1), contacts('general', 2)]).toEqual([
      [1, 1],
      [1, 1],
      [2, 0],
      [2, 0],
    ]);
  });

  it('has 4, 2 and 1 calls in trade practice, and the numbers that she typed', () => {
    const industry = { 'plan.preset': 'industry' } as const;
    expect([contacts('key', 1, industry), contacts('focus', 1, industry), contacts('general', 2, industry)]).toEqual([
      [4, 1],
      [2, 1],
      [1, 0],
    ]);
    const own = {
      'plan.preset': 'own',
      'plan.ownCallsKey': 3,
      'plan.visitsKey': 2,
      'plan.ownCallsGeneral': 0,
    } as const;
    expect([contacts('key', 1, own), contacts('general', 2, own)]).toEqual([
      [3, 2],
      [0, 0],
    ]);
  });

  it('asks for prospects and leads in the pipeline only', () => {
    expect([contacts('target', undefined), contacts('lead', undefined)]).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it.each([
    ['general', 3, 3],
    ['general', undefined, 3],
    ['lost', 1, 6],
  ] as const)('contacts %s of tier %s once in %i months', (level, tier, every) => {
    const outcome = tier === undefined ? missing({ reason: 'no-rows' } as const) : known<Tier>(tier);
    for (const code of ['K1', 'K2', '客户甲'])
      for (const from of [24300, 24307]) {
        const months = Array.from({ length: every }, (_, index) => from + index);
        const calls = months.map((month) => frequencyOf(level, outcome, code, month, settingsWith({})).calls);
        expect(calls.reduce((sum, one) => sum + one, 0)).toBe(1);
      }
  });
});

describe('stableHash', () => {
  it('is FNV-1a, the same for ever', () => {
    // Published values of 32-bit FNV-1a for '', 'a' and 'foobar'.
    expect(['', 'a', 'foobar'].map(stableHash)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
  });

  it('spreads clients over the months', () => {
    const codes = Array.from({ length: 300 }, (_, index) => `K${index}`);
    for (const month of [0, 1, 2]) {
      const due = codes.filter((code) => isItsMonth(code, month, 3)).length;
      expect(due).toBeGreaterThan(70);
      expect(due).toBeLessThan(130);
    }
  });
});
