import {
  EXCLUDED,
  HIT,
  judgeAll,
  judgeTogether,
  markOf,
  MISS,
  OUTSIDE,
  type Verdict,
} from '../../../../src/core/facts/verdict';

const together = (...verdicts: readonly Verdict[]): Verdict =>
  judgeTogether(verdicts.reduce<number>((marks, verdict) => marks | markOf(verdict), 0));

describe('lines judged together', () => {
  it.each([
    ['all hit', [HIT, HIT], HIT],
    ['one misses', [HIT, MISS], MISS],
    ['one misses and one is open still', [MISS, OUTSIDE, HIT], MISS],
    ['one is open still', [HIT, OUTSIDE], OUTSIDE],
    ['one is open and one cannot be judged', [HIT, OUTSIDE, EXCLUDED], OUTSIDE],
    ['one cannot be judged', [HIT, EXCLUDED], EXCLUDED],
    ['one misses and one cannot be judged', [EXCLUDED, MISS], MISS],
    ['there is none', [], OUTSIDE],
  ] as const)('where %s', (_, lines, verdict) => {
    expect(together(...lines)).toBe(verdict);
  });
});

describe('conditions of one line', () => {
  it.each([
    ['all hit', [HIT, HIT], HIT],
    ['one misses', [HIT, MISS], MISS],
    ['one misses and one is not known', [MISS, EXCLUDED], EXCLUDED],
    ['one is open', [MISS, EXCLUDED, OUTSIDE], OUTSIDE],
  ] as const)('where %s', (_, conditions, verdict) => {
    expect(judgeAll(conditions)).toBe(verdict);
  });
});
